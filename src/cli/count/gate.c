/* gate.c - reads the rules of --fail-if and holds them against a tally. */
#include "count/gate.h"

#include <string.h>

#include "ask/codes.h"
#include "io/number.h"

struct gate {
	struct codes codes;
	int total; /* 1: of all that was counted, and not of codes */
	int less, equal, percent;
	uint64_t limit;
};

/* What stands before the sign. */
static int read_subject(struct gate *g, const char *text, size_t n)
{
	char codes[32];

	g->total = n == 5 && memcmp(text, "total", 5) == 0;
	if (g->total)
		return 0;
	if (n == 0 || n >= sizeof(codes))
		return -1;
	memcpy(codes, text, n);
	codes[n] = '\0';
	return codes_add(&g->codes, codes);
}

static int read_gate(struct gate *g, const char *text)
{
	size_t name = strcspn(text, "<>"), n;
	const char *number = text + name;

	memset(g, 0, sizeof(*g));
	if (*number == '\0' || read_subject(g, text, name) != 0)
		return -1;
	g->less = *number == '<';
	g->equal = number[1] == '=';
	number += 1 + g->equal;
	n = strlen(number);
	g->percent = n > 0 && number[n - 1] == '%';
	if (number_read_count(number, n - (size_t)g->percent, &g->limit) != 0)
		return -1;
	/* No share is above 100 %; a larger limit is as good as 101. */
	if (g->percent && g->limit > 101)
		g->limit = 101;
	return 0;
}

/* Is one of the codes counted at all? */
static int can_hold(const struct gate *g, const unsigned char *wanted)
{
	for (size_t i = 100; i < TALLY_CODES; i++)
		if (g->codes.has[i] && wanted[i])
			return 1;
	return g->total;
}

int gate_check(struct context *c, const unsigned char *wanted)
{
	for (size_t i = 0; i < c->options.fail_ifs; i++) {
		const char *text = c->options.fail_if[i];
		struct gate gate;

		if (read_gate(&gate, text) != 0)
			return context_misuse(
				c, "not a rule such as 5xx>1% or total<1",
				text);
		if (gate.total && gate.percent)
			return context_misuse(c, "the total is 100% of itself",
			                      text);
		if (!can_hold(&gate, wanted))
			return context_misuse(
				c, "a rule about codes that are not counted",
				text);
	}
	return STATUS_FOUND;
}

static int gate_holds(const struct gate *g, const struct tally *t)
{
	uint64_t sum = g->total ? t->total : 0, limit = g->limit;

	for (size_t i = 100; i < TALLY_CODES; i++)
		sum += g->codes.has[i] ? t->count[i] : 0;
	if (g->percent) {
		sum *= 100;
		limit *= t->total;
	}
	if (sum == limit)
		return g->equal;
	return g->less ? sum < limit : sum > limit;
}

int gate_judge(struct context *c, const struct tally *t)
{
	int holds = 0, unjudged = 0, totals = 0;

	for (size_t i = 0; i < c->options.fail_ifs; i++) {
		const char *text = c->options.fail_if[i];
		struct gate gate;

		if (read_gate(&gate, text) != 0)
			continue;
		totals |= gate.total;
		if (gate.percent && t->total == 0) {
			unjudged = 1;
			context_say(c,
			            "nothing was counted, so there is no "
			            "share to judge",
			            text, strlen(text));
		} else if (gate_holds(&gate, t)) {
			holds = 1;
			context_note(c, "the rule holds", text, strlen(text));
		}
	}
	if (unjudged && !totals)
		return STATUS_TROUBLE;
	return holds ? STATUS_MISSING : STATUS_FOUND;
}
