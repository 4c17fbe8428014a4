/* out.c - buffers, escapes and colours; writes with write(2). */
#include "out.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

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

/* The one that English prose has, and what it is in ASCII. */
static const char section[] = "\302\247";
static const char section_ascii[] = "section ";

void out_open(struct out *o, int fd)
{
	o->fd = fd;
	o->error = 0;
	o->utf8 = 0;
	o->color = 0;
	o->width = 0;
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

/* Writes with "section " for the section sign.  No sign is cut in two:
 * out_bytes() never fills the buffer with half of a text. */
static void put_ascii(struct out *o, const char *s, size_t n)
{
	char ascii[sizeof(o->buffer) + 64];
	size_t used = 0, span;

	do {
		const char *sign = memchr(s, section[0], n);

		/* The first byte of other characters too, in other languages. */
		span = sign == NULL ? n : (size_t)(sign - s);
		if (sign != NULL && (n - span < 2 || sign[1] != section[1]))
			span++;
		else if (sign != NULL)
			sign = section_ascii;
		if (used + span + 8 > sizeof(ascii)) {
			put(o, ascii, used);
			used = 0;
		}
		memcpy(ascii + used, s, span);
		used += span;
		if (sign == section_ascii) {
			memcpy(ascii + used, section_ascii, 8);
			used += 8;
			span += 2;
		}
		s += span;
		n -= span;
	} while (n > 0);
	put(o, ascii, used);
}

void out_flush(struct out *o)
{
	if (o->utf8)
		put(o, o->buffer, o->used);
	else
		put_ascii(o, o->buffer, o->used);
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
	char digits[24];
	size_t i = sizeof(digits);

	do {
		digits[--i] = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0);
	out_bytes(o, digits + i, sizeof(digits) - i);
}

static void hex_byte(struct out *o, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	char s[4] = { '\\', 'x', hex[c >> 4], hex[c & 15] };

	out_bytes(o, s, sizeof(s));
}

int out_visible(uint32_t cp)
{
	return cp >= 0x20 && (cp < 0x7f || cp >= 0xa0) && cp != 0x2028 &&
	       cp != 0x2029 && cp != 0xfeff && (cp < 0x200b || cp > 0x200f) &&
	       (cp < 0x202a || cp > 0x202e) && (cp < 0x2066 || cp > 0x2069);
}

void out_escaped(struct out *o, const char *s, size_t n)
{
	while (n > 0) {
		uint32_t cp = 0;
		size_t len = utf8_decode(s, n, &cp);
		int bad = len == 0 || !out_visible(cp) || (cp >= 0x80 && !o->utf8);

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

size_t out_columns(const struct out *o, const char *s, size_t n)
{
	size_t columns = 0;

	while (n > 0) {
		uint32_t cp;
		size_t len = utf8_decode(s, n, &cp);

		if (len == 2 && !o->utf8 && s[0] == section[0] &&
		    s[1] == section[1])
			columns += sizeof(section_ascii) - 1;
		else
			columns += len == 0 ? 1 : (size_t)utf8_width(cp);
		len += len == 0;
		s += len;
		n -= len;
	}
	return columns;
}

enum style style_of_code(unsigned long code)
{
	if (code < 100 || code > 699)
		return STYLE_BOLD;
	return (enum style)(STYLE_1XX + code / 100 - 1);
}
