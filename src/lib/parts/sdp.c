/* sdp.c - finds the session description in a body and counts its media. */
#include "sdp.h"

#include <string.h>

#include "chars.h"

/* Takes the next line off the rest, without its end. */
static int take_sdp_line(struct sipcode_span *rest, size_t indent,
                         struct sipcode_span *line)
{
	const char *eol;
	size_t n;

	if (rest->n == 0)
		return 0;
	eol = memchr(rest->s, '\n', rest->n);
	n = eol == NULL ? rest->n : (size_t)(eol - rest->s);
	line->s = rest->s;
	line->n = n;
	if (line->n > 0 && line->s[line->n - 1] == '\r')
		line->n--;
	for (; indent > 0 && line->n > 0 && line->s[0] == ' '; indent--) {
		line->s++;
		line->n--;
	}
	n += eol != NULL;
	rest->s += n;
	rest->n -= n;
	return 1;
}

static int line_starts(struct sipcode_span line, const char *word)
{
	size_t n = strlen(word);

	return line.n >= n && chars_equal(line.s, word, n);
}

long sdp_media(struct sipcode_span body, size_t indent)
{
	struct sipcode_span line;
	long media = 0;

	do {
		if (!take_sdp_line(&body, indent, &line))
			return -1;
	} while (line.n == 0);
	if (!line_starts(line, "v="))
		return -1;
	while (take_sdp_line(&body, indent, &line)) {
		/* Several descriptions in one are no offer (RFC 3264
		 * section 5). */
		if (line_starts(line, "v="))
			return -1;
		media += line_starts(line, "m=");
	}
	return media;
}

int sdp_is_type(struct sipcode_span value, const char *type)
{
	size_t n = strlen(type);

	return line_starts(value, type) &&
	       (value.n == n || value.s[n] == ';' || char_is_space(value.s[n]));
}

/* The value behind a name and a colon, which the line begins with. */
static int part_header(struct sipcode_span line, const char *name,
                       struct sipcode_span *value)
{
	size_t n = strlen(name);

	if (!line_starts(line, name))
		return 0;
	while (n < line.n && char_is_blank(line.s[n]))
		n++;
	if (n == line.n || line.s[n++] != ':')
		return 0;
	while (n < line.n && char_is_blank(line.s[n]))
		n++;
	value->s = line.s + n;
	value->n = line.n - n;
	return 1;
}

/* Is a value one of the ways to write a part as it is? */
static int is_plain(struct sipcode_span coding)
{
	return sdp_is_type(coding, "7bit") || sdp_is_type(coding, "8bit") ||
	       sdp_is_type(coding, "binary");
}

/* Of a part, whose header lines are taken off: 1 if it is a description of the
 * session, 0 if it is none, -1 if that cannot be told. */
static int part_kind(struct sipcode_span *rest, size_t indent)
{
	struct sipcode_span line, v;
	int sdp = 0, other = 0, hidden = 0;

	while (take_sdp_line(rest, indent, &line) && line.n > 0) {
		if (part_header(line, "Content-Type", &v) ||
		    part_header(line, "c", &v)) {
			sdp = sdp_is_type(v, "application/sdp");
			if (line_starts(v, "multipart/"))
				return -1;
		} else if (part_header(line, "Content-Disposition", &v)) {
			other |= !sdp_is_type(v, "session");
		} else if (part_header(line, "Content-Transfer-Encoding", &v)) {
			hidden |= !is_plain(v);
		} else if (part_header(line, "Content-Encoding", &v) ||
		           part_header(line, "e", &v)) {
			hidden = 1;
		}
	}
	if (!sdp || other)
		return 0;
	return hidden ? -1 : 1;
}

static int is_boundary(struct sipcode_span line, struct sipcode_span boundary)
{
	if (!line_starts(line, "--"))
		return 0;
	line.s += 2;
	line.n -= 2;
	if (line.n < boundary.n || memcmp(line.s, boundary.s, boundary.n) != 0)
		return 0;
	line.s += boundary.n;
	line.n -= boundary.n;
	return line.n == 0 || char_is_blank(line.s[0]) ||
	       line_starts(line, "--");
}

long sdp_media_of_parts(struct sipcode_span body, struct sipcode_span boundary,
                        size_t indent)
{
	struct sipcode_span line, part = { body.s, 0 };
	long media = -1;
	int kind = 0, seen = 0;

	while (take_sdp_line(&body, indent, &line)) {
		if (!is_boundary(line, boundary))
			continue;
		if (kind == 1) {
			part.n = (size_t)(line.s - part.s);
			media = sdp_media(part, indent);
		}
		kind = part_kind(&body, indent);
		seen += kind == 1;
		if (kind < 0 || seen > 1)
			return -1;
		part.s = body.s;
	}
	return media;
}
