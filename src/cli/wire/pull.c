/* pull.c - line ends and bodies in a text that is decoded byte by byte. */
#include "wire/pull.h"

#include "wire/line/start.h"

/* A carriage return has been read: the line feed behind it, if there is one,
 * belongs to it, and so do further returns before that. */
static void skip_returns(struct coded *c)
{
	enum { RETURNS_MAX = 4 };
	struct coded ahead = *c;
	char byte;

	for (int i = 0; i < RETURNS_MAX && coded_next(&ahead, &byte); i++) {
		if (byte == '\n')
			c->at = ahead.at;
		if (byte != '\r')
			return;
	}
}

void pull_start(struct build *b, const struct view *v, struct coded *c,
                size_t end)
{
	enum { REST_MAX = 256 };
	struct place place = view_place(v, c->at);
	const char *eol = *v->eol == '\0' ? "\n" : v->eol;
	char byte = '\0';

	while (c->at < end || c->rest[0] != '\0') {
		place = view_place(v, c->at);
		if (!coded_next(c, &byte) || byte == '\r' || byte == '\n')
			break;
		build_byte(b, byte, place);
	}
	/* The rest of a long line is none of its. */
	while (byte != '\r' && byte != '\n' && c->at < end + REST_MAX &&
	       coded_next(c, &byte))
		;
	if (byte == '\n')
		eol = "\n";
	if (byte == '\r') {
		eol = "\r\n";
		skip_returns(c);
	}
	build_start_end(b, eol, place);
}

/* A byte of a body.  A return without a feed behind it is a line end of which
 * the log has kept one half. */
static void pull_body(struct build *b, char byte, const struct coded *c,
                      struct place place)
{
	size_t behind;
	char next = '\0';
	int more;

	build_body(b, byte, place);
	if (byte != '\r' || b->state == BUILD_NONE)
		return;
	more = coded_peek(c, &next, &behind);
	if (more ? next != '\n' : c->at < c->n)
		build_body(b, '\n', place);
}

/* Does another message begin where a line begins? */
static int is_next(const struct build *b, const struct view *v, size_t at)
{
	enum { START_MAX = 1200 };
	size_t left = v->n - at;

	return b->state == BUILD_HEAD && !build_within(b) &&
	       start_here(v->s + at, left < START_MAX ? left : START_MAX);
}

void pull_lines(struct build *b, const struct view *v, struct coded *c)
{
	char byte;

	while (b->state != BUILD_NONE) {
		struct place place = view_place(v, c->at);

		if (is_next(b, v, c->at)) {
			build_finish(b);
			return;
		}
		if (!coded_next(c, &byte))
			return;
		if (b->state == BUILD_BODY) {
			pull_body(b, byte, c, place);
		} else if (byte == '\r') {
			skip_returns(c);
			build_line_end(b, "\r\n", place);
		} else if (byte == '\n') {
			build_line_end(b, "\n", place);
		} else {
			build_byte(b, byte, place);
		}
	}
}
