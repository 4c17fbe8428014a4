/* gathered.c - gathers from a log, and writes what there is. */
#include "gathered.h"

#include <string.h>

#include "wire/gather.h"

/* Writes a message: its start line and header fields, each with a newline;
 * "--" and the body; marks of what may be missing. */
static void write_message(void *with, const struct gathered *g)
{
	struct bytes *b = with;
	const struct sipcode_message *m = &g->message;

	for (size_t i = 0; i < m->all.n; i++)
		if (m->all.s + i < m->body.s && m->all.s[i] != '\r')
			bytes_add(b, m->all.s + i, 1);
	if (m->body.n > 0) {
		bytes_str(b, "--");
		bytes_add(b, m->body.s, m->body.n);
	}
	bytes_str(b, g->told         ? "<told>"
	             : g->garbled    ? "<garbled>"
	             : !m->complete  ? "<cut>"
	             : m->body_cut   ? "<body cut>"
	                             : "<whole>");
	bytes_str(b, "\n");
}

/* Gathers from a log of n bytes that comes a line at a time. */
void gather_bytes(struct bytes *b, const char *s, size_t n, int typed)
{
	struct gather g = { .build = { .each = write_message,
		                       .with = b,
		                       .typed = typed } };
	const char *log = s;
	size_t left = n, line = 1;

	while (left > 0) {
		const char *eol = memchr(s, '\n', left);
		struct log_line l = { .s = s,
			              .n = eol == NULL ? left
			                               : (size_t)(eol - s) + 1,
			              .above = (size_t)(s - log),
			              .front = s == log || s[-1] == '\n',
			              .ended = 1 };
		size_t taken;

		l.place.line = line;
		l.place.column = l.front ? 1 : 2;
		taken = gather_take(&g, &l);
		assert_in_range(taken, 1, left);
		line += s[taken - 1] == '\n';
		s += taken;
		left -= taken;
	}
	gather_end(&g);
	gather_free(&g);
	bytes_add(b, "", 1);
}

void check_logs(const struct gathered_log *log, size_t n)
{
	int bad = 0;

	for (size_t i = 0; i < n; i++) {
		struct bytes b = { 0 };

		gather_bytes(&b, log[i].log, strlen(log[i].log), 0);
		if (strcmp(b.s, log[i].found) != 0) {
			print_error("%s\n--- is\n%s", log[i].name, b.s);
			bad++;
		}
		bytes_free(&b);
	}
	assert_int_equal(bad, 0);
}
