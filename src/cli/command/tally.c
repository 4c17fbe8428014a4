/* tally.c - counts the responses of logs, or adds tallies up. */
#include <string.h>

#include "answer/method.h"
#include "answer/tally.h"
#include "ask/codes.h"
#include "command/command.h"
#include "count/column.h"
#include "count/gate.h"
#include "count/source.h"
#include "input/files.h"
#include "input/merge.h"
#include "time/stamp.h"
#include "io/memory.h"
#include "len.h"
#include "wire/line/coding.h"

struct counting {
	struct context *context;
	struct tally *tally;
	int loose;      /* also forms that are loose */
	int in_counted; /* within a long line that has been counted */
	int any;        /* 1: this input holds a response, wanted or not */
	int passed;     /* 1: and a loose form that was not wanted */
	uint64_t more;  /* lines with further responses, of all inputs */
	int read;       /* 1: some of the input could be read */
};

static int stands_before(const char *s, size_t at, const char *word)
{
	size_t n = strlen(word);

	return at >= n && memcmp(s + at - n, word, n) == 0;
}

/* Does SIPp repeat the message as one that it did not expect? */
static int is_unexpected(const char *s, size_t at)
{
	static const char lines[][33] = {
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

/* The nearest stamp: of the line, or else of the lines above; behind the
 * response only where a key says that it is one. */
static int stamp_around(const struct around *a, struct stamp *stamp)
{
	if (stamp_find(a->before.s, a->before.n, 0, stamp) ||
	    stamp_find(a->behind.s, a->behind.n, 1, stamp))
		return 1;
	for (size_t i = 0; i < a->lines; i++)
		if (stamp_find(a->above[i].s, a->above[i].n, 0, stamp))
			return 1;
	return 0;
}

static void count_hour(struct tally *t, const struct around *a, unsigned code)
{
	char hour[STAMP_HOUR_SIZE] = TALLY_UNKNOWN;
	struct stamp stamp;

	if (stamp_around(a, &stamp))
		stamp_hour(&stamp, hour);
	tally_add_key(t, code, hour, strlen(hour), 1);
}

static void count_source(struct tally *t, const struct around *a,
                         const struct sipcode_match *m)
{
	struct sipcode_span source =
		source_of(a, sipcode_form_product(m->form));

	if (source.n == 0)
		source = (struct sipcode_span){ TALLY_UNKNOWN,
			                        strlen(TALLY_UNKNOWN) };
	tally_add_key(t, m->code, source.s, source.n, 1);
}

static void count_key(struct tally *t, const struct log *log,
                      const struct sipcode_match *m, struct sipcode_span phrase)
{
	const char *s = log->buffer, *method;
	struct around around;

	switch (t->by) {
	case BY_METHOD:
		method = tally_method_name(method_of_match(s, log->used, m));
		tally_add_key(t, m->code, method, strlen(method), 1);
		break;
	case BY_HOUR:
		around_match(&around, s, log->used, m);
		count_hour(t, &around, m->code);
		break;
	case BY_SOURCE:
		around_match(&around, s, log->used, m);
		count_source(t, &around, m);
		break;
	case BY_PHRASE:
		tally_add_key(t, m->code, phrase.s, phrase.n, 1);
		break;
	case BY_NOTHING:
	case BYS:
		break;
	}
}

static void count_match(struct counting *c, const struct log *log,
                        const struct sipcode_match *m)
{
	struct tally *t = c->tally;
	char room[CODED_PHRASE];
	struct sipcode_span phrase;

	c->any = 1;
	if (!t->wanted[m->code])
		return;
	if (m->form == SIPCODE_STATUS_LINE &&
	    sipcode_is_sipfrag(log->buffer, m->start)) {
		t->sipfrag++;
		return;
	}
	tally_add(t, m->code, 1);
	phrase = coded_phrase(log->buffer + m->phrase, m->phrase_len, room);
	tally_add_phrase(t, m->code, phrase.s, phrase.n, 1);
	note_doubles(t, log, m);
	if (t->by != BY_NOTHING)
		count_key(t, log, m, phrase);
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
static int next_counted(struct counting *c, const struct log *log, size_t from,
                        struct sipcode_match *m)
{
	/* A line that goes on behind the run is looked at to its end. */
	size_t n = log->cut ? log->used : log->to;

	while (from < log->to && sipcode_scan(log->buffer, n, from, m) &&
	       m->start < log->to) {
		if (!m->loose || c->loose)
			return 1;
		c->passed = 1;
		from = m->at + 3;
	}
	return 0;
}

/* Is there another text in quotes in the line that is a message, too? */
static int holds_more(const struct log *log, const struct sipcode_match *m,
                      size_t end)
{
	const char *s = log->buffer;
	struct sipcode_match next = *m;

	if (m->start == 0 || s[m->start - 1] != '"')
		return 0;
	while (sipcode_scan(s, end, next.end, &next))
		if (next.form == SIPCODE_STATUS_LINE &&
		    s[next.start - 1] == '"')
			return 1;
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
		c->more += holds_more(log, &m, from);
		c->in_counted = from == log->to && !is_line_end(s[from - 1]);
	}
}

static void count_log(struct log *log, void *with)
{
	struct counting *c = with;
	int runs = 0;

	c->any = 0;
	c->passed = 0;
	while (log_next(log)) {
		count_run(c, log);
		runs = 1;
	}
	c->read |= log->error == 0 || runs;
	if (c->any || log->error != 0)
		return;
	context_note(c->context, "no response found", log->name,
	             strlen(log->name));
	if (c->passed)
		context_note(c->context,
		             "--loose counts what may repeat a message", NULL,
		             0);
}

static int read_by(struct context *c, struct tally *t)
{
	const char *by = c->options.by;

	if (by == NULL)
		return STATUS_FOUND;
	t->by = tally_by_named(by, strlen(by));
	if (t->by == BYS)
		return context_misuse(
			c, "nothing to count by (method, hour, source, phrase)",
			by);
	if (t->column)
		return context_misuse(c,
		                      "a column of codes has nothing to "
		                      "count by",
		                      by);
	return STATUS_FOUND;
}

/* What can be wrong with the options is found before anything is read. */
static int read_options(struct context *c, struct tally *t)
{
	struct codes wanted = { { 0 } };
	int status;

	if (codes_of_option(&wanted, c->options.code) != 0)
		return context_misuse(c, "not a class, range or code",
		                      c->options.code);
	for (size_t i = 0; i < TALLY_CODES; i++)
		t->wanted[i] = wanted.has[i] && i >= 100;
	if (context_given(c, OPTION_final))
		memset(t->wanted, 0, 200);
	t->column = context_given(c, OPTION_column);
	if (t->column && context_given(c, OPTION_merge))
		return context_misuse(c, "--column does not go with --merge",
		                      NULL);
	status = read_by(c, t);
	return status != STATUS_FOUND ? status : gate_check(c, t->wanted);
}

/* A count of lines is less than one of responses here. */
static void tell_more(struct context *c, uint64_t lines)
{
	struct strbuf b = { 0 };

	strbuf_number(&b, lines);
	context_note(c, "lines that hold several responses, each counted once",
	             b.s, b.len);
	strbuf_free(&b);
}

/* Counts all that can be read.  *read is 1 if anything could be. */
static int count_input(struct context *c, struct tally *t, int *read)
{
	struct counting counting = {
		.context = c,
		.tally = t,
		.loose = context_given(c, OPTION_loose),
	};
	int ahead = t->by != BY_NOTHING && t->by != BY_PHRASE, status;

	if (context_given(c, OPTION_merge))
		return merge_tallies(c, t, read);
	if (t->column)
		return column_count(c, t, read);
	status = files_each(c, ahead, count_log, &counting);
	*read = counting.read;
	if (counting.more > 0)
		tell_more(c, counting.more);
	return status;
}

/* Nothing on stdout looks like an answer where nothing could be read. */
static int tally_input(struct context *c, struct tally *t)
{
	int read = 0, status = count_input(c, t, &read), judged;

	if (!read)
		return status;
	t->incomplete |= status == STATUS_TROUBLE;
	tally_look_up(t);
	if (!context_given(c, OPTION_quiet))
		c->options.format->tally(&c->out, t);
	judged = gate_judge(c, t);
	return judged > status ? judged : status;
}

int command_tally(struct context *c)
{
	struct tally *t = memory_get(sizeof(struct tally));
	int status;

	t->lang = c->lang;
	status = read_options(c, t);
	if (status == STATUS_FOUND)
		status = tally_input(c, t);
	tally_free(t);
	return status;
}
