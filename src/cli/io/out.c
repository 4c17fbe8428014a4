/* out.c - buffers, escapes and colours; writes with write(2). */
#include "out.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "number.h"
#include "utf8.h"

/* Every escape sequence that the program knows. */
static const char sgr[STYLES][8] = {
	[STYLE_PLAIN] = "\033[0m", [STYLE_BOLD] = "\033[1m",
	[STYLE_DIM] = "\033[2m",   [STYLE_1XX] = "\033[36m",
	[STYLE_2XX] = "\033[32m",  [STYLE_3XX] = "\033[34m",
	[STYLE_4XX] = "\033[33m",  [STYLE_5XX] = "\033[31m",
	[STYLE_6XX] = "\033[35m",
};

/* The characters beyond ASCII that the program draws with. */
static const char glyphs[GLYPHS][2][4] = {
	[GLYPH_BULLET] = { "*", "\342\200\242" },
	[GLYPH_LINE] = { "-", "\342\224\200" },
	[GLYPH_BAR] = { "|", "\342\224\202" },
	[GLYPH_BLOCK] = { "#", "\342\226\210" },
	[GLYPH_LEFT] = { "<", "\342\227\200" },
	[GLYPH_RIGHT] = { ">", "\342\226\266" },
};

void out_open(struct out *o, int fd)
{
	o->fd = fd;
	o->error = 0;
	o->utf8 = 0;
	o->color = 0;
	o->width = 0;
	o->tight = 0;
	o->used = 0;
}

static void put(struct out *o, const char *s, size_t n)
{
	while (n > 0 && o->error == 0) {
		ssize_t done = write(o->fd, s, n);

		if (done >= 0) {
			s += done;
			n -= (size_t)done;
		} else if (errno != EINTR) {
			o->error = errno;
		}
	}
}

void out_flush(struct out *o)
{
	put(o, o->buffer, o->used);
	o->used = 0;
}

void out_bytes(struct out *o, const char *s, size_t n)
{
	if (n > sizeof(o->buffer) - o->used) {
		out_flush(o);
		if (n > sizeof(o->buffer)) {
			put(o, s, n);
			return;
		}
	}
	memcpy(o->buffer + o->used, s, n);
	o->used += n;
}

void out_char(struct out *o, char c)
{
	if (o->used == sizeof(o->buffer))
		out_flush(o);
	o->buffer[o->used++] = c;
}

void out_str(struct out *o, const char *s)
{
	out_bytes(o, s, strlen(s));
}

void out_glyph(struct out *o, enum glyph glyph, size_t times)
{
	const char *s = glyphs[glyph][o->utf8 != 0];

	while (times-- > 0)
		out_str(o, s);
}

void out_number(struct out *o, unsigned long n)
{
	char digits[NUMBER_SIZE];

	out_str(o, number_write(digits, n));
}

static void hex_byte(struct out *o, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	char s[4] = { '\\', 'x', hex[c >> 4], hex[c & 15] };

	out_bytes(o, s, sizeof(s));
}

int out_visible(uint32_t cp)
{
	return cp >= 0x20 && (cp < 0x7f || cp >= 0xa0) && cp != 0x061c &&
	       cp != 0x2028 && cp != 0x2029 && cp != 0xfeff &&
	       (cp < 0x200b || cp > 0x200f) && (cp < 0x202a || cp > 0x202e) &&
	       (cp < 0x2066 || cp > 0x2069);
}

void out_escaped(struct out *o, const char *s, size_t n)
{
	while (n > 0) {
		uint32_t cp = 0;
		size_t len = utf8_decode(s, n, &cp);
		int bad = len == 0 || !out_visible(cp) ||
		          (cp >= 0x80 && !o->utf8);

		len += len == 0;
		if (bad)
			for (size_t i = 0; i < len; i++)
				hex_byte(o, (unsigned char)s[i]);
		else
			out_bytes(o, s, len);
		s += len;
		n -= len;
	}
}

void out_style(struct out *o, enum style style)
{
	if (o->color)
		out_bytes(o, sgr[style], strlen(sgr[style]));
}

enum style style_of_code(unsigned long code)
{
	if (code < 100 || code > 699)
		return STYLE_BOLD;
	return (enum style)(STYLE_1XX + code / 100 - 1);
}
