/* responses.c - cuts what is read into messages. */
#include "input/responses.h"

#include <string.h>

#include "chars.h"
#include "input/files.h"
#include "input/kind.h"
#include "wire/gather.h"

/* A log as it is read, a line at a time. */
struct reading {
	struct responses *responses;
	struct log *log;
	struct gather gather;
	size_t at;          /* what is done with: buffer[0..at) */
	size_t seen;        /* no line ends in buffer[at..seen) */
	struct place place; /* of buffer[at] */
};

static void take_message(void *with, const struct gathered *g)
{
	struct reading *reading = with;
	struct responses *r = reading->responses;
	struct explained *e = &r->explained;

	if (g->message.request) {
		r->requests++;
		return;
	}
	r->responses++;
	e->lang = r->context->lang;
	e->file = reading->log->name;
	e->message = &g->message;
	e->places = g->places;
	e->told = g->told;
	e->garbled = g->garbled;
	explained_fill(e);
	r->findings += e->findings;
	r->each(r, e);
}

/* Could the bytes be the front of a start line? */
static int may_start(char c)
{
	return char_is_upper(c) || c == 's';
}

/* The next line, or as much of one as can be taken without knowing the rest.
 * Returns 0 if more has to be read first.  It does not depend on how much has
 * been read at a time. */
static int line_of_log(struct reading *r, struct log_line *line)
{
	const struct log *log = r->log;
	const char *s = log->buffer + r->at, *eol;
	size_t left = log->used - r->at, look, wants;

	look = left < GATHER_PIECE ? left : GATHER_PIECE;
	if (r->seen < r->at)
		r->seen = r->at;
	eol = r->seen - r->at < look ? memchr(log->buffer + r->seen, '\n',
	                                      look - (r->seen - r->at))
	                             : NULL;
	line->s = s;
	line->above = r->at < LOG_BEFORE ? r->at : LOG_BEFORE;
	line->place = r->place;
	line->front = r->place.column == 1;
	line->n = eol == NULL ? look : (size_t)(eol - s) + 1;
	line->ended = eol != NULL || (log->eof && look == left);
	r->seen = r->at + line->n;
	if (eol != NULL || look == GATHER_PIECE)
		return 1;
	if (log->eof)
		return left > 0;
	wants = gather_wants(&r->gather);
	if (wants == 0 || wants > left || (line->front && may_start(*s)))
		return 0;
	line->n = wants;
	return 1;
}

static void go_on(struct reading *r, const struct log_line *line, size_t done)
{
	r->at += done;
	if (done == line->n && line->s[done - 1] == '\n') {
		r->place.line++;
		r->place.column = 1;
	} else {
		r->place.column += done;
	}
	/* What is left is looked at anew. */
	r->seen = r->at;
}

/* Makes room behind what is still needed. */
static void drop_done(struct reading *r)
{
	struct log *log = r->log;
	size_t drop = r->at > LOG_BEFORE ? r->at - LOG_BEFORE : 0;

	if (log->used < LOG_BUFFER && drop < LOG_BUFFER / 4)
		return;
	memmove(log->buffer, log->buffer + drop, log->used - drop);
	log->used -= drop;
	r->at -= drop;
	r->seen -= drop;
}

static void read_responses(struct log *log, void *with)
{
	struct responses *responses = with;
	struct reading r = { .responses = responses,
		             .log = log,
		             .gather.build.each = take_message,
		             .place = { 1, 1 } };
	struct log_line line;

	r.gather.build.with = &r;
	r.gather.build.typed =
		log->fd == responses->context->in && term_is(log->fd);
	r.gather.capture = kind_is_capture((enum kind)log->kind);
	for (;;) {
		while (line_of_log(&r, &line))
			go_on(&r, &line, gather_take(&r.gather, &line));
		drop_done(&r);
		if (log->live)
			out_flush(&responses->context->out);
		if (log->eof)
			break;
		log_fill(log);
	}
	/* What a read error has cut is not judged. */
	if (log->error == 0)
		gather_end(&r.gather);
	gather_free(&r.gather);
}

int responses_each(struct responses *r)
{
	int status = files_each(r->context, 0, read_responses, r);

	explained_free(&r->explained);
	if (status == STATUS_FOUND && r->responses == 0) {
		context_note(r->context,
		             r->requests > 0 ? "only requests, no response"
		                             : "no response found",
		             NULL, 0);
		status = STATUS_MISSING;
	}
	return status;
}
