/* tally.c - counts the responses of logs, or adds tallies up. */
#include <stdlib.h>
#include <string.h>

#include "answer/method.h"
#include "answer/tally.h"
#include "ask/codes.h"
#include "command/command.h"
#include "input/files.h"
#include "input/merge.h"
#include "io/memory.h"
#include "io/number.h"
#include "len.h"

struct counting {
	struct tally *tally;
	struct codes wanted;
	int loose;      /* also forms that are loose */
	int in_counted; /* within a long line that has been counted */
};

static int stands_before(const char *s, size_t at, const char *word)
{
	size_t n = strlen(word);

	return at >= n && memcmp(s + at - n, word, n) == 0;
}

/* Does SIPp repeat the message as one that it did not expect? */
static int is_unexpected(const char *s, size_t at)
{
	static const char *const lines[] = {
		"Unexpected UDP message received:",
		"Unexpected TCP message received:",
		"Unexpected TLS message received:",
	};

	if (at < 2 || s[at - 1] != '\n' || s[at - 2] != '\n')
		return 0;
	for (size_t i = 0; i < LEN(lines); i++)
		if (stands_before(s, at - 2, lines[i]))
			return 1;
	return 0;
}

/* The known ways in which a log tells of one message twice. */
static void note_doubles(struct tally *t, const struct log *log,
                         const struct sipcode_match *m)
{
	const char *s = log->buffer;

	if (m->form != SIPCODE_STATUS_LINE) {
		t->missed += (unsigned)method_says_missed(s, m->start);
		return;
	}
	if (stands_before(s, m->start, ": SIP: "))
		t->tcpdump++;
	if (is_unexpected(s, m->start))
		t->unexpected++;
}

static void count_match(struct counting *c, const struct log *log,
                        const struct sipcode_match *m)
{
	struct tally *t = c->tally;

	if (!c->wanted.has[m->code])
		return;
	if (m->form == SIPCODE_STATUS_LINE &&
	    sipcode_is_sipfrag(log->buffer, m->start)) {
		t->sipfrag++;
		return;
	}
	tally_add(t, m->code, log->buffer + m->phrase, m->phrase_len);
	note_doubles(t, log, m);
	if (t->by_method)
		t->by[method_of_match(log->buffer, log->used, m)][m->code]++;
}

static int is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* Line ends are looked for in steps, so that one kind of them is not sought
 * far behind the other. */
enum { STEP = 512 };

/* Behind the end of the line; log->to if the run has none. */
static size_t next_line(const struct log *log, size_t from)
{
	while (from < log->to) {
		const char *s = log->buffer + from, *lf, *cr;
		size_t n = log->to - from < STEP ? log->to - from : STEP;

		lf = memchr(s, '\n', n);
		cr = memchr(s, '\r', lf == NULL ? n : (size_t)(lf - s));
		if (cr != NULL || lf != NULL)
			return from + (size_t)((cr != NULL ? cr : lf) - s) + 1;
		from += n;
	}
	return log->to;
}

/* The next response of the run; 0 if there is none. */
static int next_counted(const struct counting *c, const struct log *log,
                        size_t from, struct sipcode_match *m)
{
	/* A line that goes on behind the run is looked at to its end. */
	size_t n = log->cut ? log->used : log->to;

	while (from < log->to && sipcode_scan(log->buffer, n, from, m) &&
	       m->start < log->to) {
		if (!m->loose || c->loose)
			return 1;
		from = m->at + 3;
	}
	return 0;
}

static void count_run(struct counting *c, const struct log *log)
{
	const char *s = log->buffer;
	size_t from = log->from;
	struct sipcode_match m;

	if (log->continued && c->in_counted) {
		from = next_line(log, from);
		if (from == log->to && !is_line_end(s[from - 1]))
			return;
	}
	c->in_counted = 0;
	while (next_counted(c, log, from, &m)) {
		count_match(c, log, &m);
		/* One response a line. */
		from = next_line(log, m.end);
		c->in_counted = from == log->to && !is_line_end(s[from - 1]);
	}
}

static void count_log(struct log *log, void *with)
{
	while (log_next(log))
		count_run(with, log);
}

/* A rule such as "5xx>1%". */
struct rule {
	struct codes codes;
	int equal, percent;
	unsigned long limit;
};

static int read_rule(struct rule *r, const char *text)
{
	size_t name = strcspn(text, ">"), n;
	const char *number = text + name;
	char codes[16];

	memset(r, 0, sizeof(*r));
	if (name == 0 || name >= sizeof(codes) || *number != '>')
		return -1;
	memcpy(codes, text, name);
	codes[name] = '\0';
	r->equal = number[1] == '=';
	number += 1 + r->equal;
	n = strlen(number);
	r->percent = n > 0 && number[n - 1] == '%';
	if (codes_add(&r->codes, codes) != 0 ||
	    number_read_n(number, n - (size_t)r->percent, &r->limit) != 0)
		return -1;
	/* No share is above 100 %; a larger limit is as good as 101. */
	if (r->percent && r->limit > 101)
		r->limit = 101;
	return 0;
}

static int rule_holds(const struct rule *r, const struct tally *t)
{
	uint64_t sum = 0, limit = r->limit;

	for (size_t i = 100; i < TALLY_CODES; i++)
		sum += r->codes.has[i] ? t->count[i] : 0;
	if (r->percent) {
		sum *= 100;
		limit *= t->total;
	}
	if (r->equal)
		return sum >= limit && (!r->percent || t->total > 0);
	return sum > limit;
}

static int apply_rules(struct context *c, const struct tally *t, int status)
{
	for (size_t i = 0; i < c->options.fail_ifs; i++) {
		const char *text = c->options.fail_if[i];
		struct rule rule;

		if (read_rule(&rule, text) != 0 || !rule_holds(&rule, t))
			continue;
		context_note(c, "the rule holds", text, strlen(text));
		if (status < STATUS_MISSING)
			status = STATUS_MISSING;
	}
	return status;
}

/* What can be wrong with the options is found before anything is read. */
static int read_options(struct context *c, struct counting *counting)
{
	const struct options *o = &c->options;

	if (codes_of_option(&counting->wanted, o->code) != 0)
		return context_misuse(c, "not a class, range or code", o->code);
	if (o->by != NULL && strcmp(o->by, "method") != 0)
		return context_misuse(c, "nothing to count by (method)", o->by);
	counting->tally->by_method = o->by != NULL;
	counting->loose = context_given(c, OPTION_loose);
	for (size_t i = 0; i < o->fail_ifs; i++) {
		struct rule rule;

		if (read_rule(&rule, o->fail_if[i]) != 0)
			return context_misuse(c, "not a rule such as 5xx>1%",
			                      o->fail_if[i]);
	}
	return STATUS_FOUND;
}

static int count_files(struct context *c, struct counting *counting)
{
	struct tally *t = counting->tally;
	int status = context_given(c, OPTION_merge)
	                     ? merge_tallies(c, t)
	                     : files_each(c, t->by_method, count_log, counting);

	tally_look_up(t);
	if (!context_given(c, OPTION_quiet))
		c->options.format->tally(&c->out, t);
	return apply_rules(c, t, status);
}

int command_tally(struct context *c)
{
	struct counting counting = { .tally =
		                             memory_get(sizeof(struct tally)) };
	int status;

	counting.tally->lang = c->lang;
	status = read_options(c, &counting);
	if (status == STATUS_FOUND)
		status = count_files(c, &counting);
	free(counting.tally);
	return status;
}
