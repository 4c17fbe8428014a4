/* cmd_tally.c - counts the responses of logs, or adds tallies up. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "log.h"
#include "number.h"
#include "render.h"
#include "select.h"
#include "tally.h"
#include "tally_merge.h"
#include "tally_method.h"

struct counting {
	struct tally *tally;
	struct selection want;
	int in_counted; /* within a long line that has been counted */
};

static int follows(const char *s, size_t at, const char *word)
{
	size_t n = strlen(word);

	return at >= n && memcmp(s + at - n, word, n) == 0;
}

/* The known ways in which a log tells of one message twice. */
static void note_doubles(struct tally *t, const struct log *log,
                         const struct sipcode_match *m)
{
	const char *s = log->buffer;
	size_t at = m->start;

	if (m->form == SIPCODE_ACC) {
		t->missed += (uint64_t)tally_says_missed(s, at);
	} else if (m->form == SIPCODE_STATUS_LINE) {
		t->tcpdump += (uint64_t)follows(s, at, ": SIP: ");
		if (at >= 2 && s[at - 1] == '\n' && s[at - 2] == '\n')
			t->unexpected +=
				(uint64_t)(follows(s, at - 2,
			                           "Unexpected UDP message "
			                           "received:") ||
			                   follows(s, at - 2,
			                           "Unexpected TCP message "
			                           "received:") ||
			                   follows(s, at - 2,
			                           "Unexpected TLS message "
			                           "received:"));
	}
}

static void count(struct counting *c, const struct log *log,
                  const struct sipcode_match *m)
{
	struct tally *t = c->tally;

	if (!c->want.want[m->code])
		return;
	if (m->form == SIPCODE_STATUS_LINE &&
	    sipcode_is_sipfrag(log->buffer, m->start)) {
		t->sipfrag++;
		return;
	}
	tally_add(t, m->code, log->buffer + m->phrase, m->phrase_len);
	note_doubles(t, log, m);
	if (t->by_method)
		t->by[tally_method_of(log->buffer, log->used, m)][m->code]++;
}

static void count_run(struct counting *c, const struct log *log)
{
	const char *s = log->buffer, *eol;
	size_t from = log->from;
	/* A line that goes on behind the run is looked at to its end. */
	size_t n = log->cut ? log->used : log->to;
	struct sipcode_match m;

	if (log->continued && c->in_counted) {
		eol = memchr(s + from, '\n', log->to - from);
		if (eol == NULL)
			return;
		from = (size_t)(eol - s) + 1;
	}
	c->in_counted = 0;
	while (from < log->to && sipcode_scan(s, n, from, &m) &&
	       m.start < log->to) {
		count(c, log, &m);
		/* One response a line. */
		eol = m.end < log->to ? memchr(s + m.end, '\n', log->to - m.end)
		                      : NULL;
		c->in_counted = eol == NULL;
		if (eol == NULL)
			return;
		from = (size_t)(eol - s) + 1;
	}
}

static void count_log(struct log *log, void *context)
{
	while (log_next(log) > 0)
		count_run(context, log);
}

/* A rule such as "5xx>1%": 1 if it holds, 0 if not, -1 if it is none. */
static int rule_holds(const struct tally *t, const char *rule)
{
	size_t name = strcspn(rule, ">"), n;
	char codes[16];
	struct selection s;
	unsigned long limit;
	const char *number = rule + name;
	int equal, percent;
	uint64_t sum = 0;

	if (name == 0 || name >= sizeof(codes) || *number != '>')
		return -1;
	memcpy(codes, rule, name);
	codes[name] = '\0';
	select_none(&s);
	equal = number[1] == '=';
	number += 1 + equal;
	n = strlen(number);
	percent = n > 0 && number[n - 1] == '%';
	if (select_add(&s, codes) != 0 ||
	    number_read_n(number, n - (size_t)percent, &limit) != 0)
		return -1;
	for (size_t i = 100; i < TALLY_CODES; i++)
		sum += s.want[i] ? t->count[i] : 0;
	if (percent)
		return equal ? sum * 100 >= limit * t->total && t->total > 0
		             : sum * 100 > limit * t->total;
	return equal ? sum >= limit : sum > limit;
}

static int gate(struct cli *c, const struct tally *t, int status)
{
	for (size_t i = 0; i < c->options.fail_ifs; i++) {
		const char *rule = c->options.fail_if[i];

		if (rule_holds(t, rule) <= 0)
			continue;
		cli_note(c, "the rule holds", rule, strlen(rule));
		if (status < STATUS_MISSING)
			status = STATUS_MISSING;
	}
	return status;
}

/* What can be wrong with the options is found before anything is read. */
static int options(struct cli *c, struct counting *counting)
{
	const struct options *o = &c->options;

	select_all(&counting->want);
	if (o->code != NULL) {
		select_none(&counting->want);
		if (select_add(&counting->want, o->code) != 0)
			return cli_misuse(c, "not a class, range or code",
			                  o->code);
	}
	if (o->by != NULL && strcmp(o->by, "method") != 0)
		return cli_misuse(c, "nothing to count by (method)", o->by);
	counting->tally->by_method = o->by != NULL;
	for (size_t i = 0; i < o->fail_ifs; i++)
		if (rule_holds(counting->tally, o->fail_if[i]) < 0)
			return cli_misuse(c, "not a rule such as 5xx>1%",
			                  o->fail_if[i]);
	return STATUS_FOUND;
}

int cmd_tally(struct cli *c)
{
	struct counting counting = { .tally = calloc(1, sizeof(struct tally)) };
	int status;

	if (counting.tally == NULL)
		return STATUS_TROUBLE;
	counting.tally->lang = c->lang;
	status = options(c, &counting);
	if (status != STATUS_FOUND) {
		free(counting.tally);
		return status;
	}
	if (cli_given(c, OPTION_merge))
		status = tally_merge(c, counting.tally);
	else
		status = log_each(c, counting.tally->by_method, count_log,
		                  &counting);
	if (!cli_given(c, OPTION_quiet))
		render_tally(c, counting.tally);
	status = gate(c, counting.tally, status);
	free(counting.tally);
	return status;
}
