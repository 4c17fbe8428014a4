/* messages.c - cuts what is read into messages. */
#include "input/messages.h"

#include <string.h>

#include "chars.h"
#include "input/files.h"
#include "input/kind.h"
#include "input/twin.h"
#include "system.h"
#include "wire/gather.h"

/* A log as it is read, a line at a time. */
struct reading {
	struct messages *messages;
	struct log *log;
	struct gather gather;
	size_t at;                   /* what is done with: buffer[0..at) */
	size_t seen;                 /* no line ends in buffer[at..seen) */
	struct place place;          /* of buffer[at] */
	const struct log_line *line; /* that is being taken */
	size_t outside; /* bytes before it that are of no message */
	int handed;     /* a message has ended in it */
	/* When the message that is being gathered stands in the log. */
	struct stamp stamp;
	int stamped;
	struct twin twin;
};

/* So much is looked at for the time of a message: of a line its front, and a
 * few lines above the first one. */
enum { STAMP_FRONT = 200, STAMP_LINES = 5 };

/* Behind the line end before s[n]; 0 if there is none. */
static size_t front_of_line(const char *s, size_t n)
{
	while (n > 0 && s[n - 1] != '\n')
		n--;
	return n;
}

/* Looks for the time in the line in which a message begins, and above. */
static void note_stamp(struct reading *r)
{
	const struct log_line *line = r->line;
	size_t above = line->above < r->outside ? line->above : r->outside;
	const char *s = line->s - above;
	size_t end = above, n = line->n < STAMP_FRONT ? line->n : STAMP_FRONT;

	r->stamped = stamp_find(line->s, n, 0, &r->stamp);
	for (int i = 0; !r->stamped && i < STAMP_LINES && end > 0; i++) {
		size_t from = front_of_line(s, end - 1);

		n = end - from < STAMP_FRONT ? end - from : STAMP_FRONT;
		r->stamped = stamp_find(s + from, n, 0, &r->stamp);
		end = from;
	}
}

static void hand_on(struct messages *m, struct heard *h)
{
	h->order = m->responses + m->requests;
	if (h->message->request)
		m->requests++;
	else
		m->responses++;
	if (!m->stop)
		m->each(m, h);
}

/* Hands on the start line alone that no message has followed. */
static void end_twin(struct reading *r)
{
	struct kept *k = twin_take(&r->twin);

	if (k != NULL)
		hand_on(r->messages, &k->heard);
	kept_free(k);
}

static void take_gathered(void *with, const struct gathered *g)
{
	struct reading *r = with;
	struct heard h = { .file = r->log->name,
		           .message = &g->message,
		           .places = g->places,
		           .told = g->told,
		           .garbled = g->garbled };

	/* It has begun in this line. */
	if (r->line != NULL &&
	    heard_place(&h, g->message.start).line == r->line->place.line)
		note_stamp(r);
	h.stamped = r->stamped;
	h.stamp = r->stamp;
	r->handed = 1;
	r->outside = 0;
	if (!twin_is_second(&r->twin, &h))
		end_twin(r);
	/* A capture may have cut a message where it likes. */
	if (!r->gather.capture && twin_is_bare(&h))
		twin_hold(&r->twin, &h);
	else
		hand_on(r->messages, &h);
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

/* Takes a line, and notes when a message begins in it.  Returns how many of its
 * bytes are done with. */
static size_t take_log_line(struct reading *r, const struct log_line *line)
{
	int was = gather_is_building(&r->gather);
	size_t done;

	r->line = line;
	r->handed = 0;
	done = gather_take(&r->gather, line);
	if (!gather_is_building(&r->gather))
		r->outside = r->handed || was ? 0 : r->outside + done;
	else if (!was || r->handed)
		note_stamp(r);
	r->line = NULL;
	return done;
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

/* Waits for more, and says so if it does not come. */
static void wait_for_more(struct reading *r)
{
	struct messages *m = r->messages;
	int waits = m->silent != NULL && m->waits;

	if (!r->log->live || (!waits && !twin_is_held(&r->twin)))
		return;
	if (system_wait(r->log->fd,
	                m->typed ? MESSAGES_TYPED : MESSAGES_SILENCE))
		return;
	end_twin(r);
	if (m->silent != NULL && m->waits)
		m->silent(m);
}

static void read_messages(struct log *log, void *with)
{
	struct messages *messages = with;
	struct reading r = { .messages = messages,
		             .log = log,
		             .gather.build.each = take_gathered,
		             .place = { 1, 1 } };
	struct log_line line;

	r.gather.build.with = &r;
	messages->typed = log->fd == messages->context->in && term_is(log->fd);
	r.gather.build.typed = messages->typed;
	r.gather.capture = kind_is_capture((enum kind)log->kind);
	for (;;) {
		while (!messages->stop && line_of_log(&r, &line))
			go_on(&r, &line, take_log_line(&r, &line));
		if (messages->stop)
			break;
		drop_done(&r);
		wait_for_more(&r);
		if (log->live)
			out_flush(&messages->context->out);
		if (log->eof)
			break;
		log_fill(log);
	}
	/* What a read error has cut is not judged. */
	if (log->error == 0)
		gather_end(&r.gather);
	end_twin(&r);
	gather_free(&r.gather);
}

int messages_each(struct messages *m)
{
	int status = files_each(m->context, 0, read_messages, m);

	if (status == STATUS_FOUND && m->responses == 0) {
		context_note(m->context,
		             m->requests > 0 ? "only requests, no response"
		                             : "no response found",
		             NULL, 0);
		status = STATUS_MISSING;
	}
	return status;
}
