/* layout.h - text in lines: wrapping, headings, bullets, facts.
 *
 * With a width of 0 nothing is wrapped or filled: every text is one line, so
 * that grep finds it. */
#ifndef LAYOUT_H
#define LAYOUT_H

#include <stddef.h>
#include <sipcode.h>

#include "out.h"

/* A text on its way into lines of at most so many columns (0: one line). */
struct wrap {
	const char *text;
	size_t left;
	unsigned width;
};

/* The next line; its length is stored.  NULL at the end. */
const char *wrap_next(struct wrap *w, size_t *len);

/* A heading in its own line, after an empty one unless o is tight. */
void lay_heading(struct out *o, const char *text);
/* A paragraph, every line behind so many blanks. */
void lay_text(struct out *o, unsigned indent, const char *text);
/* The same behind a bullet, whose column the further lines keep free. */
void lay_bullet(struct out *o, unsigned indent, const char *text);
/* "  label   text   source": the text begins in the column (from 0); the
 * source may be "", and an empty label leaves its place free. */
void lay_fact_at(struct out *o, unsigned column, const char *label,
                 const char *text, const char *source);
/* lay_fact_at() with the usual column. */
void lay_fact(struct out *o, const char *label, const char *text,
              const char *source);
/* A line of the whole width; nothing if there is no width. */
void lay_rule(struct out *o);
void lay_blanks(struct out *o, size_t n);

/* A string that is put together in place; what does not fit is cut, which
 * the sizes below exclude for the data. */
struct line {
	size_t len;
	char s[16384];
};

void line_start(struct line *l);
void line_add(struct line *l, const char *s);
void line_number(struct line *l, unsigned long n);
/* The words from..to with a blank between them. */
void line_words(struct line *l, char *const *word, size_t from, size_t to);
/* Text from outside: what is not visible as \\xNN, white space as one blank;
 * utf8: whether more than ASCII can be shown. */
void line_outside(struct line *l, const char *s, size_t n, int utf8);
/* The sources of a field: "RFC 3261 section 21.4.16, 8.2.4, RFC 3262". */
const char *line_sources(struct line *l, const struct sipcode_row *row,
                         enum sipcode_field field);
/* The values of a field, with a separator between them. */
const char *line_list(struct line *l, const struct sipcode_row *row,
                      enum sipcode_field field, const char *separator);

#endif
