/* wire.c - cuts what is read into messages. */
#include "wire.h"

#include <string.h>

#include "log.h"

/* Is the end of the message certain, or could more bytes still belong to it?
 * One that is typed in ends with an empty line. */
static int ends(const struct log *log, const struct sipcode_message *m,
                int typed)
{
	const char *end = m->all.s + m->all.n;
	size_t left = (size_t)(log->buffer + log->used - end);
	struct sipcode_span length;

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

static void one(struct wire *w, const struct log *log,
                const struct sipcode_message *m, unsigned long line)
{
	struct explained e;

	if (m->request) {
		w->requests++;
		return;
	}
	w->responses++;
	e.lang = w->cli->lang;
	e.file = log->name;
	e.line = line;
	e.message = m;
	explain(&e);
	w->findings += e.findings;
	w->each(w, &e);
}

/* The messages that are whole in buffer[0..used); returns how many bytes are
 * done with. */
static size_t messages(struct wire *w, struct log *log, int typed)
{
	struct sipcode_message m;
	size_t done = 0;

	while (done < log->used &&
	       sipcode_message(log->buffer, log->used, done, &m)) {
		size_t start = (size_t)(m.all.s - log->buffer);
		int fills = start == 0 && log->used == LOG_BUFFER;

		log->lines += newlines(log->buffer + done, m.all.s);
		done = start;
		if (!ends(log, &m, typed) && !fills)
			return done;
		one(w, log, &m, log->lines + 1);
		log->lines += newlines(m.all.s, m.all.s + m.all.n);
		done += m.all.n;
	}
	return done;
}

/* What has no start line is dropped, but for a last line that may become
 * one. */
static size_t rest(const struct log *log, size_t done)
{
	size_t keep = log->used;

	if (done > 0 || log->used < LOG_BUFFER)
		return done;
	while (keep > 0 && log->buffer[keep - 1] != '\n')
		keep--;
	return keep == 0 ? log->used - 64 : keep;
}

static void read_wire(struct log *log, void *context)
{
	struct wire *w = context;
	int typed = log->fd == w->cli->in && term_is(log->fd);

	while (log_fill(log) > 0) {
		size_t done = messages(w, log, typed);
		size_t drop = rest(log, done);

		log->lines += newlines(log->buffer + done, log->buffer + drop);
		memmove(log->buffer, log->buffer + drop, log->used - drop);
		log->used -= drop;
		if (log->live)
			out_flush(&w->cli->out);
		if (log->eof)
			return;
	}
}

int wire_each(struct wire *w)
{
	int status = log_each(w->cli, 0, read_wire, w);

	if (status == STATUS_FOUND && w->responses == 0) {
		cli_note(w->cli,
		         w->requests > 0 ? "only requests, no response"
		                         : "no response found",
		         NULL, 0);
		status = STATUS_MISSING;
	}
	return status;
}
