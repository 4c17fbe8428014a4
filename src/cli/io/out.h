/* out.h - the one way by which text for users leaves the program.
 *
 * Text of the table is written as it is; its English is ASCII, and what the
 * program draws with has an ASCII form for a stream without UTF-8.  Text that
 * a user or a log supplied goes through out_escaped() alone.  Escape
 * sequences are written in out.c only. */
#ifndef OUT_H
#define OUT_H

#include <stddef.h>
#include <stdint.h>

enum style {
	STYLE_PLAIN,
	STYLE_BOLD,
	STYLE_DIM,
	STYLE_1XX,
	STYLE_2XX,
	STYLE_3XX,
	STYLE_4XX,
	STYLE_5XX,
	STYLE_6XX,
	STYLES
};

enum glyph {
	GLYPH_BULLET,
	GLYPH_LINE,
	GLYPH_BAR,
	GLYPH_BLOCK,
	GLYPH_LEFT,
	GLYPH_RIGHT,
	GLYPHS
};

/* What is shown of styles. */
enum color_depth { COLOR_NONE, COLOR_BOLD, COLOR_PALETTE };

struct out {
	int fd;
	int error;    /* errno of the first write that failed; then mute */
	int terminal; /* 1: a terminal obeys what is written */
	int utf8;     /* 0: ASCII only */
	enum color_depth color;
	/* The style that has begun; broken: with its line it has ended, and
	 * begins again before the next byte. */
	enum style style;
	int broken;
	unsigned width; /* columns to wrap to; 0: one line a text */
	/* Columns that prose may have of them; 0 where the width is. */
	unsigned measure;
	int tight; /* 1: no empty lines before headings */
	/* The word before the section of an RFC; NULL: no links (layout.h). */
	const char *section;
	/* So many bytes of the next text are from outside: no links there. */
	size_t outside;
	unsigned links; /* that were broken over lines so far */
	/* 1: what is laid out becomes Markdown; and its last block. */
	int markdown, block;
	size_t used;
	char buffer[1 << 14];
};

/* Begins to write to a descriptor, which stays the caller's. */
void out_open(struct out *o, int fd);
/* Writes what is buffered; an error stays in o->error. */
void out_flush(struct out *o);

/* Bytes of the table or of the program, as they are. */
void out_bytes(struct out *o, const char *s, size_t n);
void out_str(struct out *o, const char *s);
void out_char(struct out *o, char c);
void out_glyph(struct out *o, enum glyph glyph, size_t times);
void out_number(struct out *o, uint64_t n);
/* Text from outside: what may not be shown as \xNN (visible.h). */
void out_escaped(struct out *o, const char *s, size_t n);
/* What follows has the style, until another one begins; no line has an end
 * without that of its style. */
void out_style(struct out *o, enum style style);
/* Begins a link to an address, which needs no escaping; an address of "" ends
 * it.  Pieces with the same id belong together; 0: there is one piece. */
void out_link(struct out *o, unsigned id, const char *url);

#endif
