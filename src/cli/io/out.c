/* out.c - buffers, escapes and colours; writes with write(2). */
#include "io/out.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "io/number.h"
#include "io/visible.h"
#include "system.h"

/* Every escape sequence that the program knows, but for links.
 *
 * None of the sixteen colours of a terminal can be read on black and on white
 * in all palettes, and every palette has its own.  Those from 16 to 255 are the
 * same everywhere, and six of them have a contrast of 4.5 with black and with
 * white: 29, 63, 98, 131, 163 and 243.  As they are equally light, the classes
 * of failures are bold, too: green and red look alike to many people. */
static const char palette[STYLES][16] = {
	[STYLE_PLAIN] = "\033[0m",        [STYLE_BOLD] = "\033[1m",
	[STYLE_DIM] = "\033[38;5;243m",   [STYLE_1XX] = "\033[38;5;98m",
	[STYLE_2XX] = "\033[38;5;29m",    [STYLE_3XX] = "\033[38;5;63m",
	[STYLE_4XX] = "\033[1;38;5;131m", [STYLE_5XX] = "\033[1;38;5;163m",
	[STYLE_6XX] = "\033[1;38;5;63m",
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
	o->terminal = 0;
	o->utf8 = 0;
	o->color = 0;
	o->width = 0;
	o->measure = 0;
	o->tight = 0;
	o->style = STYLE_PLAIN;
	o->broken = 0;
	o->section = NULL;
	o->outside = 0;
	o->links = 0;
	o->markdown = 0;
	o->block = 0;
	o->used = 0;
}

static void write_all(struct out *o, const char *s, size_t n)
{
	unsigned times = 0;

	while (n > 0 && o->error == 0) {
		ssize_t done = write(o->fd, s, n);

		if (done > 0) {
			s += done;
			n -= (size_t)done;
			times = 0;
		} else if (done == 0) {
			/* Not to try for ever. */
			o->error = EIO;
		} else if (!system_again(o->fd, 1, &times)) {
			o->error = errno;
		}
	}
}

void out_flush(struct out *o)
{
	write_all(o, o->buffer, o->used);
	o->used = 0;
}

static void begin_again(struct out *o)
{
	if (!o->broken)
		return;
	o->broken = 0;
	out_str(o, palette[o->style]);
}

void out_bytes(struct out *o, const char *s, size_t n)
{
	begin_again(o);
	if (n > sizeof(o->buffer) - o->used) {
		out_flush(o);
		if (n > sizeof(o->buffer)) {
			write_all(o, s, n);
			return;
		}
	}
	memcpy(o->buffer + o->used, s, n);
	o->used += n;
}

void out_char(struct out *o, char c)
{
	if (c != '\n') {
		begin_again(o);
	} else if (o->style != STYLE_PLAIN && !o->broken) {
		out_str(o, palette[STYLE_PLAIN]);
		o->broken = 1;
	}
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
	const char *s = glyphs[glyph][o->utf8 && !o->markdown];

	while (times-- > 0)
		out_str(o, s);
}

void out_number(struct out *o, uint64_t n)
{
	char digits[NUMBER_SIZE];

	out_str(o, number_write(digits, n));
}

void out_escaped(struct out *o, const char *s, size_t n)
{
	while (n > 0) {
		char shown[VISIBLE_MAX];
		size_t len, taken = visible_char(s, n, o->utf8, shown, &len);

		out_bytes(o, shown, len);
		s += taken;
		n -= taken;
	}
}

void out_style(struct out *o, enum style style)
{
	int begins = style != STYLE_PLAIN;

	if (o->color == COLOR_NONE)
		return;
	/* Without the palette failures are bold as with it. */
	if (o->color == COLOR_BOLD && begins) {
		begins = style == STYLE_BOLD || style >= STYLE_4XX;
		style = begins ? STYLE_BOLD : STYLE_PLAIN;
	}
	if (!begins && o->style == STYLE_PLAIN)
		return;
	begins |= !o->broken;
	o->style = style;
	o->broken = 0;
	if (begins)
		out_str(o, palette[style]);
}

void out_link(struct out *o, unsigned id, const char *url)
{
	out_str(o, "\033]8;");
	if (id != 0) {
		out_str(o, "id=");
		out_number(o, id);
	}
	out_char(o, ';');
	out_str(o, url);
	out_str(o, "\033\\");
}
