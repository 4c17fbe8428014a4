/* annotate.c - walks over a log line by line and finds the responses whose
 * meaning is added; text/annotate.c and machine/json_annotate.c write. */
#include <string.h>

#include "ask/codes.h"
#include "command/command.h"
#include "command/meanings.h"
#include "input/files.h"
#include "input/object.h"
#include "len.h"
#include "machine/formats.h"
#include "wire/line/coding.h"

/* A response on a line; a code of 0 is none. */
struct said {
	unsigned code;
	const char *phrase;
	size_t len;
};

struct annotating {
	struct context *context;
	struct codes wanted;
	struct meanings *meanings;
	const char *file; /* as messages name it */
	enum meaning_place place;
	int only;
	int loose; /* also forms that are loose */
	int flush;
	int refused; /* a line that gets no meaning has been told */
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

	meanings_pay(a->meanings, n);
	if (!context_given(c, OPTION_quiet))
		c->options.format->copied(&c->out, s, n);
}

/* Bytes of the log in which the response stands; unfinished: the line goes on
 * behind them. */
static void annotate_bytes(const struct annotating *a, const char *s, size_t n,
                           struct said said, enum meaning_place place,
                           int unfinished)
{
	struct context *c = a->context;
	struct meaning m = { .code = said.code,
		             .place = place,
		             .unfinished = unfinished };

	meanings_pay(a->meanings, n);
	meanings_find(a->meanings, &m, said.phrase, said.len);
	if (!context_given(c, OPTION_quiet))
		c->options.format->annotated(&c->out, &m, s, n);
}

/* Lines to which no member can be added are told once: the log goes on. */
static void refuse_line(struct annotating *a)
{
	struct context *c = a->context;

	if (a->refused)
		return;
	a->refused = 1;
	context_note(c,
	             "a line that is not one JSON object, or has a member "
	             "'" MEANING_MEMBER "', gets no meaning",
	             a->file, strlen(a->file));
	out_flush(&c->err);
}

/* A line with a response, and with its meaning before the last brace. */
static void extend_line(struct annotating *a, const char *s, size_t n,
                        struct said said)
{
	struct meaning m = { .code = said.code, .place = PLACE_MEMBER };
	size_t end = object_end(s, n, MEANING_MEMBER);

	if (end == 0) {
		refuse_line(a);
		if (!a->only)
			copy_bytes(a, s, n);
		return;
	}
	copy_bytes(a, s, end);
	meanings_find(a->meanings, &m, said.phrase, said.len);
	format_json.member(&a->context->out, &m);
	copy_bytes(a, s + end, n - end);
}

static void take_line(struct annotating *a, const char *s, size_t n,
                      struct said said, enum meaning_place place)
{
	if (said.code != 0 && place == PLACE_MEMBER)
		extend_line(a, s, n, said);
	else if (said.code != 0)
		annotate_bytes(a, s, n, said, place, 0);
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
		int skipped = m->loose && !a->loose;

		if (a->wanted.has[m->code] && !skipped)
			return 1;
		from = skipped ? m->at + 3 : m->end;
	}
	return 0;
}

/* Does a line end with s[at], in s[0..n)?  With LF, or with CR alone. */
static int ends_line(const char *s, size_t n, size_t at)
{
	if (s[at] == '\r')
		return at + 1 < n && s[at + 1] != '\r' && s[at + 1] != '\n';
	return s[at] == '\n';
}

static size_t line_begin(const struct log *log, size_t from, size_t at)
{
	while (at > from && !ends_line(log->buffer, log->used, at - 1))
		at--;
	return at;
}

/* Bytes of a line that is too long; its meaning stands elsewhere, or not at
 * all. */
static void copy_part(struct annotating *a, const char *s, size_t n)
{
	if (a->code != 0 && a->place == PLACE_MEMBER)
		refuse_line(a);
	if (!a->only || (a->code != 0 && a->place != PLACE_MEMBER))
		copy_bytes(a, s, n);
}

/* Line ends are looked for in steps, so that one kind of them is not sought
 * far behind the other. */
enum { STEP = 512 };

/* Behind the end of the line from there on; 0 if the run does not have it. */
static size_t line_end(const struct log *log, size_t from)
{
	while (from < log->to) {
		const char *s = log->buffer + from, *lf, *cr;
		size_t n = log->to - from < STEP ? log->to - from : STEP;

		lf = memchr(s, '\n', n);
		n = lf == NULL ? n : (size_t)(lf - s);
		cr = memchr(s, '\r', n);
		n = cr == NULL ? n : (size_t)(cr - s);
		from += n;
		if (cr == NULL && lf == NULL)
			continue;
		if (ends_line(log->buffer, log->used, from))
			return from + 1;
		from++;
	}
	return 0;
}

/* The run begins within a line that began before: what is left of it.
 * Returns where the next line begins. */
static size_t end_long(struct annotating *a, const struct log *log, size_t n)
{
	const char *s = log->buffer + log->from;
	size_t end = line_end(log, log->from);
	size_t len = (end == 0 ? log->to : end) - log->from;
	struct said said = { 0, s, 0 };
	struct sipcode_match m;

	if (a->code == 0 && next_wanted(a, log, log->from, n, &m) &&
	    m.start < log->from + len)
		a->code = m.code;
	said.code = a->code;
	if (a->told || a->place == PLACE_MEMBER || (end == 0 && log->cut))
		copy_part(a, s, len);
	else
		take_line(a, s, len, said,
		          a->place == PLACE_ABOVE ? PLACE_END : a->place);
	if (end != 0) {
		a->code = 0;
		a->told = 0;
	}
	return log->from + len;
}

/* The front of a line whose end is still to come. */
static void begin_long(struct annotating *a, const char *s, size_t n,
                       struct said said)
{
	a->code = said.code;
	a->told = a->place == PLACE_ABOVE && said.code != 0;
	if (a->told)
		annotate_bytes(a, s, n, said, PLACE_ABOVE, 1);
	else
		copy_part(a, s, n);
}

/* The next line of the run with a response, behind the lines without one,
 * which are copied.  Returns where the line after it begins. */
static size_t annotate_next(struct annotating *a, const struct log *log,
                            size_t from, size_t n)
{
	const char *s = log->buffer;
	struct said said = { 0, s, 0 };
	char room[CODED_PHRASE];
	struct sipcode_span phrase;
	struct sipcode_match m;
	size_t begin = log->to, end;

	if (next_wanted(a, log, from, n, &m)) {
		begin = line_begin(log, from, m.start);
		said.code = m.code;
		phrase = coded_phrase(s + m.phrase, m.phrase_len, room);
		said.phrase = phrase.s;
		said.len = phrase.n;
	}
	/* The last line of the run may have its response behind it. */
	if (log->cut && begin == log->to)
		begin = line_begin(log, from, log->to);
	if (begin > from)
		take_line(a, s + from, begin - from, (struct said){ 0, s, 0 },
		          a->place);
	if (begin == log->to)
		return begin;
	end = line_end(log, begin);
	if (end == 0 && log->cut) {
		begin_long(a, s + begin, log->to - begin, said);
		return log->to;
	}
	end = end == 0 ? log->to : end;
	take_line(a, s + begin, end - begin, said, a->place);
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

	a->file = log->name;
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
	static const char names[][6] = { [PLACE_END] = "end",
		                         [PLACE_ABOVE] = "above",
		                         [PLACE_BELOW] = "below",
		                         [PLACE_MEMBER] = "json" };

	*place = PLACE_END;
	for (size_t i = 0; style != NULL && i < LEN(names); i++) {
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
	int status;

	if (codes_of_option(&a.wanted, o->code) != 0)
		return context_misuse(c, "not a class, range or code", o->code);
	if (read_style(o->style, &a.place) != 0)
		return context_misuse(c, "not end, above, below or json",
		                      o->style);
	a.only = context_given(c, OPTION_only);
	a.loose = context_given(c, OPTION_loose);
	a.flush = context_given(c, OPTION_line_buffered);
	a.meanings = meanings_new(c->lang);
	status = files_each(c, 0, annotate_log, &a);
	meanings_free(a.meanings);
	return status;
}
