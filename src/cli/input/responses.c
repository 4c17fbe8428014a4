/* responses.c - cuts what is read into messages. */
#include "input/responses.h"

#include <string.h>

#include "input/files.h"

/* Is the end of the message certain, or could more bytes still belong to it?
 * One that is typed in ends with an empty line. */
static int is_whole(const struct log *log, const struct sipcode_message *m,
                    int typed)
{
	const char *end = m->all.s + m->all.n;
	size_t left = (size_t)(log->buffer + log->used - end);
	struct sipcode_span length;

	if (log->error != 0)
		return m->complete && !m->body_cut;
	if (log->eof)
		return 1;
	/* Without the empty line, what follows must be a line as a whole, to
	 * be known for no header field. */
	if (left > 0)
		return m->complete || memchr(end, '\n', left) != NULL;
	if (!m->complete || m->body_cut)
		return 0;
	return typed || sipcode_value(m, "Content-Length", &length);
}

static unsigned long newlines(const char *s, const char *end)
{
	unsigned long n = 0;

	for (; s < end; s++)
		n += *s == '\n';
	return n;
}

static void take_message(struct responses *r, const struct log *log,
                         const struct sipcode_message *m, unsigned long line)
{
	struct explained *e = &r->explained;

	if (m->request) {
		r->requests++;
		return;
	}
	r->responses++;
	e->lang = r->context->lang;
	e->file = log->name;
	e->line = line;
	e->message = m;
	explained_fill(e);
	r->findings += e->findings;
	r->each(r, e);
}

/* The messages that are whole in buffer[0..used); returns how many bytes are
 * done with. */
static size_t take_messages(struct responses *r, struct log *log, int typed)
{
	struct sipcode_message m;
	size_t done = 0;

	while (done < log->used &&
	       sipcode_message(log->buffer, log->used, done, &m)) {
		size_t start = (size_t)(m.all.s - log->buffer);
		int fills = start == 0 && log->used == LOG_BUFFER;

		log->lines += newlines(log->buffer + done, m.all.s);
		done = start;
		if (!is_whole(log, &m, typed) && !fills)
			return done;
		take_message(r, log, &m, log->lines + 1);
		log->lines += newlines(m.all.s, m.all.s + m.all.n);
		done += m.all.n;
	}
	return done;
}

/* What has no start line is dropped, but for a last line that may become
 * one. */
static size_t drop_until(const struct log *log, size_t done)
{
	size_t keep = log->used;

	if (done > 0 || log->used < LOG_BUFFER)
		return done;
	while (keep > 0 && log->buffer[keep - 1] != '\n')
		keep--;
	return keep == 0 ? log->used - 64 : keep;
}

static void read_responses(struct log *log, void *with)
{
	struct responses *r = with;
	int typed = log->fd == r->context->in && term_is(log->fd);

	do {
		size_t done, drop;

		log_fill(log);
		done = take_messages(r, log, typed);
		drop = drop_until(log, done);
		log->lines += newlines(log->buffer + done, log->buffer + drop);
		memmove(log->buffer, log->buffer + drop, log->used - drop);
		log->used -= drop;
		if (log->live)
			out_flush(&r->context->out);
	} while (!log->eof);
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
