/* cmd_annotate.c - copies a log and adds the meaning of each response.
 *
 * In a pipe not a byte of the log is changed, lost or moved; what is added is
 * "  # 486 Busy Here: ..." before the end of the line, or a line of its own
 * above or below.  On a terminal control bytes are made visible. */
#include <string.h>

#include "cli.h"
#include "log.h"
#include "select.h"
#include "words.h"

enum place { PLACE_END, PLACE_ABOVE, PLACE_BELOW };

struct annotating {
	struct cli *cli;
	struct selection want;
	enum place place;
	int only;
	int terminal;
	int flush;
	/* Of a line too long for one run: its code, 0 if none has come, and
	 * whether the meaning has been written above it.  One that comes only
	 * with a later run is written at the end, whatever the place. */
	unsigned code;
	int told;
};

/* Bytes of the log. */
static void copy(const struct annotating *a, const char *s, size_t n)
{
	struct out *o = &a->cli->out;

	while (a->terminal && n > 0) {
		const char *eol = memchr(s, '\n', n);
		size_t len = eol == NULL ? n : (size_t)(eol - s);
		size_t cr = eol != NULL && len > 0 && s[len - 1] == '\r';

		for (size_t i = 0; i < len - cr;) {
			size_t run = 0;

			while (i + run < len - cr && s[i + run] != '\t')
				run++;
			out_escaped(o, s + i, run);
			if (i + run < len - cr)
				out_char(o, '\t');
			i += run + 1;
		}
		if (eol == NULL)
			return;
		out_char(o, '\n');
		s += len + 1;
		n -= len + 1;
	}
	if (n > 0)
		out_bytes(o, s, n);
}

/* "# 486 Busy Here: the callee's device ...". */
static void meaning(const struct annotating *a, unsigned code)
{
	struct out *o = &a->cli->out;
	const struct sipcode_row *row = sipcode_code(a->cli->lang, code);

	out_style(o, style_of_code(code));
	out_bytes(o, "# ", 2);
	out_number(o, code);
	out_char(o, ' ');
	if (row == NULL) {
		out_str(o, word_of(a->cli->lang, LABEL_not_registered));
	} else {
		out_str(o, sipcode_text(row, SIPCODE_F_PHRASE, 0));
		out_str(o, ": ");
		out_str(o, sipcode_text(row, SIPCODE_F_SUMMARY, 0));
	}
	out_style(o, STYLE_PLAIN);
}

/* A line of the log, s[0..n) with its end, if it has one, and the code of
 * its response; place is where the meaning goes. */
static void line(const struct annotating *a, const char *s, size_t n,
                 unsigned code, enum place place)
{
	struct out *o = &a->cli->out;
	size_t end = n;

	if (code == 0) {
		if (!a->only)
			copy(a, s, n);
		return;
	}
	if (place == PLACE_ABOVE) {
		meaning(a, code);
		out_char(o, '\n');
	}
	if (end > 0 && s[end - 1] == '\n')
		end--;
	if (end < n && end > 0 && s[end - 1] == '\r')
		end--;
	copy(a, s, end);
	if (place == PLACE_END) {
		out_bytes(o, "  ", 2);
		meaning(a, code);
	}
	copy(a, s + end, n - end);
	if (place == PLACE_BELOW) {
		/* A last line without an end gets none from us. */
		if (end == n)
			out_char(o, '\n');
		meaning(a, code);
		if (end < n)
			out_char(o, '\n');
	}
}

/* The next response of a line in the run that is wanted; 0 if there is
 * none. */
static int next(const struct annotating *a, const struct log *log, size_t from,
                size_t n, struct sipcode_match *m)
{
	while (from < log->to && sipcode_scan(log->buffer, n, from, m) &&
	       m->start < log->to) {
		if (a->want.want[m->code])
			return 1;
		from = m->end > m->start ? m->end : m->start + 1;
	}
	return 0;
}

static size_t line_begin(const char *s, size_t from, size_t at)
{
	while (at > from && s[at - 1] != '\n')
		at--;
	return at;
}

/* The run begins within a line that began before: what is left of it. */
static size_t rest(struct annotating *a, const struct log *log, size_t n)
{
	const char *s = log->buffer + log->from;
	const char *eol = memchr(s, '\n', log->to - log->from);
	size_t len = eol == NULL ? log->to - log->from : (size_t)(eol - s) + 1;
	struct sipcode_match m;
	enum place place = a->place == PLACE_ABOVE ? PLACE_END : a->place;

	if (a->code == 0 && next(a, log, log->from, n, &m) &&
	    m.start < log->from + len)
		a->code = m.code;
	if (a->told || (eol == NULL && log->cut))
		copy(a, s, a->only && a->code == 0 ? 0 : len);
	else
		line(a, s, len, a->code, place);
	if (eol != NULL) {
		a->code = 0;
		a->told = 0;
	}
	return log->from + len;
}

/* The front of a line whose end is still to come. */
static void begin_long(struct annotating *a, const char *s, size_t n,
                       unsigned code)
{
	a->code = code;
	a->told = a->place == PLACE_ABOVE && code != 0;
	if (a->told) {
		meaning(a, code);
		out_char(&a->cli->out, '\n');
	}
	if (!a->only || code != 0)
		copy(a, s, n);
}

static void annotate_run(struct annotating *a, const struct log *log)
{
	const char *s = log->buffer;
	size_t n = log->cut ? log->used : log->to;
	size_t from = log->from;
	struct sipcode_match m;

	if (log->continued)
		from = rest(a, log, n);
	while (from < log->to) {
		const char *eol;
		size_t begin, end;

		if (!next(a, log, from, n, &m)) {
			begin = log->to;
			m.code = 0;
		} else {
			begin = line_begin(s, from, m.start);
		}
		if (log->cut && begin == log->to)
			begin = line_begin(s, from, log->to);
		line(a, s + from, begin - from, 0, a->place);
		from = begin;
		if (from == log->to)
			break;
		eol = memchr(s + from, '\n', log->to - from);
		end = eol == NULL ? log->to : (size_t)(eol - s) + 1;
		if (eol == NULL && log->cut) {
			begin_long(a, s + from, end - from, m.code);
			return;
		}
		line(a, s + from, end - from, m.code, a->place);
		from = end;
	}
}

static void annotate_log(struct log *log, void *context)
{
	struct annotating *a = context;

	a->code = 0;
	a->told = 0;
	while (log_next(log) > 0) {
		annotate_run(a, log);
		/* Somebody may be waiting for these lines. */
		if (log->live || a->flush || a->terminal)
			out_flush(&a->cli->out);
		if (a->cli->out.error != 0) {
			log->eof = 1;
			return;
		}
	}
}

static int options(struct cli *c, struct annotating *a)
{
	static const char places[][6] = { [PLACE_END] = "end",
		                          [PLACE_ABOVE] = "above",
		                          [PLACE_BELOW] = "below" };
	const struct options *o = &c->options;
	size_t i = 0;

	select_all(&a->want);
	if (o->code != NULL) {
		select_none(&a->want);
		if (select_add(&a->want, o->code) != 0)
			return cli_misuse(c, "not a class, range or code",
			                  o->code);
	}
	while (o->style != NULL && i < 3 && strcmp(places[i], o->style) != 0)
		i++;
	if (i == 3)
		return cli_misuse(c, "not end, above or below", o->style);
	a->place = (enum place)i;
	if (o->format != &format_text)
		return cli_misuse(c, "annotate has only the text format", NULL);
	return STATUS_FOUND;
}

int cmd_annotate(struct cli *c)
{
	struct annotating a = { .cli = c };

	if (options(c, &a) != STATUS_FOUND)
		return STATUS_TROUBLE;
	a.only = cli_given(c, OPTION_only);
	a.flush = cli_given(c, OPTION_line_buffered);
	a.terminal = term_is(c->out.fd);
	/* The bytes of the log, whatever they are. */
	if (!a.terminal)
		c->out.utf8 = 1;
	return log_each(c, 0, annotate_log, &a);
}
