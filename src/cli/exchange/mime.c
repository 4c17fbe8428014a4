/* mime.c - takes a body apart at its boundaries (RFC 2046 section 5.1). */
#include "exchange/mime.h"

#include <string.h>

#include "chars.h"
#include "exchange/value.h"

/* The line at v.s[at..) without its end; *next is behind it. */
static struct sipcode_span part_line(struct sipcode_span v, size_t at,
                                     size_t *next)
{
	const char *end = memchr(v.s + at, '\n', v.n - at);
	struct sipcode_span line = { v.s + at, v.n - at };

	*next = v.n;
	if (end != NULL) {
		line.n = (size_t)(end - line.s);
		*next = at + line.n + 1;
	}
	if (line.n > 0 && line.s[line.n - 1] == '\r')
		line.n--;
	return line;
}

/* 1: a line between parts; 2: the one behind the last; 0: neither. */
static int boundary_kind(struct sipcode_span line, struct sipcode_span boundary)
{
	if (line.n < boundary.n + 2 || memcmp(line.s, "--", 2) != 0 ||
	    memcmp(line.s + 2, boundary.s, boundary.n) != 0)
		return 0;
	line.s += boundary.n + 2;
	line.n -= boundary.n + 2;
	line = value_trim(line);
	if (line.n == 0)
		return 1;
	return line.n == 2 && memcmp(line.s, "--", 2) == 0 ? 2 : 0;
}

int mime_is_multipart(const struct mime_part *part)
{
	return value_begins(part->type, "multipart/");
}

/* Adds a part that has these header fields; `in` holds it, if that is not
 * NULL. */
static void add_mime(struct mime *p, const struct sipcode_message *headers,
                     struct sipcode_span content, const struct mime_part *in)
{
	struct mime_part part = { .content = content };
	struct sipcode_span type, v;

	if (p->n == MIME_PARTS) {
		p->more = 1;
		return;
	}
	if (sipcode_value(headers, "Content-Type", &type)) {
		part.type = value_bare(type);
		if (mime_is_multipart(&part))
			sipcode_param(type, "boundary", &part.boundary);
	}
	if (sipcode_value(headers, "Content-Disposition", &part.disposition) &&
	    sipcode_param(part.disposition, "handling", &v))
		part.optional = value_is(v, "optional");
	if (in != NULL) {
		part.depth = in->depth + 1;
		part.alternative = in->alternative ||
		                   value_is(in->type, "multipart/alternative");
		part.optional |= in->optional;
	}
	p->part[p->n++] = part;
}

/* A part of a multipart: header fields, an empty line, the rest. */
static void add_inner(struct mime *p, struct sipcode_span v,
                      const struct mime_part *in)
{
	struct sipcode_message m = { 0 };
	size_t at = 0, next = 0;

	m.headers.s = v.s;
	while (at < v.n && part_line(v, at, &next).n > 0)
		at = next;
	m.headers.n = at;
	if (at == v.n)
		next = v.n;
	v.s += next;
	v.n -= next;
	add_mime(p, &m, v, in);
}

static void split(struct mime *p, const struct mime_part in)
{
	struct sipcode_span inner = in.content;
	size_t begin = 0, next;
	int begun = 0, kind = 0;

	for (size_t at = 0; at < in.content.n && kind < 2; at = next) {
		kind = boundary_kind(part_line(in.content, at, &next),
		                     in.boundary);
		if (kind == 0)
			continue;
		inner.s = in.content.s + begin;
		inner.n = at - begin;
		if (begun)
			add_inner(p, inner, &in);
		begun = kind == 1;
		begin = next;
	}
	/* The last line is missing: the body has been cut. */
	inner.s = in.content.s + begin;
	inner.n = in.content.n - begin;
	if (begun && inner.n > 0)
		add_inner(p, inner, &in);
}

void mime_parts(const struct sipcode_message *m, struct mime *p)
{
	struct sipcode_span v;

	p->n = 0;
	p->more = 0;
	if (m->body.n == 0 && !sipcode_value(m, "Content-Type", &v))
		return;
	add_mime(p, m, m->body, NULL);
	if (sipcode_value(m, "Content-Encoding", &v) &&
	    !value_is(v, "identity"))
		return;
	for (size_t i = 0; i < p->n; i++)
		if (p->part[i].boundary.n > 0 && p->part[i].depth < MIME_DEEP)
			split(p, p->part[i]);
}
