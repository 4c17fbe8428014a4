/* annotate.c - walks over a log line by line and finds the responses whose
 * meaning is added; text/annotate.c writes. */
#include <string.h>

#include "answer/meaning.h"
#include "ask/codes.h"
#include "command/command.h"
#include "input/files.h"

struct annotating {
	struct context *context;
	struct codes wanted;
	enum meaning_place place;
	int only;
	int flush;
	/* Of a line too long for one run: its code, 0 if none has come, and
	 * whether the meaning has been written above it.  One that comes only
	 * with a later run is written at the end, whatever the place. */
	unsigned code;
	int told;
};

/* Bytes of the log without a meaning. */
static void copy_bytes(const struct annotating *a, const char *s, size_t n)
{
	struct context *c = a->context;

	c->options.format->copied(&c->out, s, n);
}

/* Bytes of the log in which the response of that code stands; unfinished: the
 * line goes on behind them. */
static void annotate_bytes(const struct annotating *a, const char *s, size_t n,
                           unsigned code, enum meaning_place place,
                           int unfinished)
{
	struct context *c = a->context;
	struct meaning m = { c->lang, code, sipcode_code(c->lang, code), place,
		             unfinished };

	c->options.format->annotated(&c->out, &m, s, n);
}

static void take_line(const struct annotating *a, const char *s, size_t n,
                      unsigned code, enum meaning_place place)
{
	if (code != 0)
		annotate_bytes(a, s, n, code, place, 0);
	else if (!a->only)
		copy_bytes(a, s, n);
}

/* The next response of a line in the run that is wanted; 0 if there is
 * none. */
static int next_wanted(const struct annotating *a, const struct log *log,
                       size_t from, size_t n, struct sipcode_match *m)
{
	while (from < log->to && sipcode_scan(log->buffer, n, from, m) &&
	       m->start < log->to) {
		if (a->wanted.has[m->code])
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

/* The run begins within a line that began before: what is left of it.
 * Returns where the next line begins. */
static size_t end_long(struct annotating *a, const struct log *log, size_t n)
{
	const char *s = log->buffer + log->from;
	const char *eol = memchr(s, '\n', log->to - log->from);
	size_t len = eol == NULL ? log->to - log->from : (size_t)(eol - s) + 1;
	struct sipcode_match m;

	if (a->code == 0 && next_wanted(a, log, log->from, n, &m) &&
	    m.start < log->from + len)
		a->code = m.code;
	if (a->told || (eol == NULL && log->cut))
		copy_bytes(a, s, a->only && a->code == 0 ? 0 : len);
	else
		take_line(a, s, len, a->code,
		          a->place == PLACE_ABOVE ? PLACE_END : a->place);
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
	if (a->told)
		annotate_bytes(a, s, n, code, PLACE_ABOVE, 1);
	else if (!a->only || code != 0)
		copy_bytes(a, s, n);
}

/* The next line of the run with a response, behind the lines without one,
 * which are copied.  Returns where the line after it begins. */
static size_t annotate_next(struct annotating *a, const struct log *log,
                            size_t from, size_t n)
{
	const char *s = log->buffer, *eol;
	struct sipcode_match m = { 0 };
	size_t begin = log->to, end;

	if (next_wanted(a, log, from, n, &m))
		begin = line_begin(s, from, m.start);
	else
		m.code = 0;
	/* The last line of the run may have its response behind it. */
	if (log->cut && begin == log->to)
		begin = line_begin(s, from, log->to);
	take_line(a, s + from, begin - from, 0, a->place);
	if (begin == log->to)
		return begin;
	eol = memchr(s + begin, '\n', log->to - begin);
	end = eol == NULL ? log->to : (size_t)(eol - s) + 1;
	if (eol == NULL && log->cut)
		begin_long(a, s + begin, end - begin, m.code);
	else
		take_line(a, s + begin, end - begin, m.code, a->place);
	return end;
}

static void annotate_run(struct annotating *a, const struct log *log)
{
	size_t n = log->cut ? log->used : log->to;
	size_t from = log->from;

	if (log->continued)
		from = end_long(a, log, n);
	while (from < log->to)
		from = annotate_next(a, log, from, n);
}

static void annotate_log(struct log *log, void *with)
{
	struct annotating *a = with;
	struct out *o = &a->context->out;

	a->code = 0;
	a->told = 0;
	while (o->error == 0 && log_next(log)) {
		annotate_run(a, log);
		/* Somebody may be waiting for these lines. */
		if (log->live || a->flush || o->terminal)
			out_flush(o);
	}
}

static int read_style(const char *style, enum meaning_place *place)
{
	static const char *const names[] = { [PLACE_END] = "end",
		                             [PLACE_ABOVE] = "above",
		                             [PLACE_BELOW] = "below" };

	*place = PLACE_END;
	for (int i = 0; style != NULL && i < 3; i++) {
		*place = (enum meaning_place)i;
		if (strcmp(names[i], style) == 0)
			return 0;
	}
	return style == NULL ? 0 : -1;
}

int command_annotate(struct context *c)
{
	struct annotating a = { .context = c };
	const struct options *o = &c->options;

	if (codes_of_option(&a.wanted, o->code) != 0)
		return context_misuse(c, "not a class, range or code", o->code);
	if (read_style(o->style, &a.place) != 0)
		return context_misuse(c, "not end, above or below", o->style);
	a.only = context_given(c, OPTION_only);
	a.flush = context_given(c, OPTION_line_buffered);
	return files_each(c, 0, annotate_log, &a);
}
