/* layout.h - text in lines: wrapping, headings, bullets, facts; or all that as
 * Markdown (markdown.h).
 *
 * With a width of 0 nothing is wrapped or filled: every text is one line, so
 * that grep finds it. */
#ifndef LAYOUT_H
#define LAYOUT_H

#include <stddef.h>

#include "io/out.h"
#include "io/strbuf.h"
#include "layout/wrap.h"

/* An empty line; Markdown has its own. */
void lay_gap(struct out *o);
/* Before and behind a part of the text that stands as it was found: in Markdown
 * it is code. */
void lay_code(const struct out *o, struct strbuf *b);
/* In Markdown, the heads of the facts that follow, unless they have some;
 * source is NULL if none of them has one.  Of facts without it they are
 * empty. */
void lay_table(struct out *o, const char *label, const char *text,
               const char *source);
/* A heading in its own line, after an empty one unless o is tight. */
void lay_heading(struct out *o, const char *text);
/* The same with a text at the right edge; nothing of it without a width. */
void lay_heading_right(struct out *o, const char *text, const char *right);
/* A paragraph, every line behind so many blanks. */
void lay_text(struct out *o, unsigned indent, const char *text);
/* The same behind a bullet, whose column the further lines keep free. */
void lay_bullet(struct out *o, unsigned indent, const char *text);
/* A bullet with a text at the right edge of its last line, or where that is
 * full, of a line of its own; none if the text is "". */
void lay_last_bullet(struct out *o, unsigned indent, const char *text,
                     const char *right);
/* "Label   text" from the left edge, on a narrow screen below the label. */
void lay_foot(struct out *o, const char *label, const char *text);
/* "  label   text   source": the text begins in the column (from 0), or on a
 * narrow screen below the label; the source may be "", and an empty label
 * leaves its place free. */
void lay_fact_at(struct out *o, unsigned column, const char *label,
                 const char *text, const char *source);
/* lay_fact_at() with the usual column. */
void lay_fact(struct out *o, const char *label, const char *text,
              const char *source);
/* A line of the whole width; nothing if there is no width. */
void lay_rule(struct out *o);
void lay_blanks(struct out *o, size_t n);
/* A text within a line. */
void lay_part(struct out *o, const char *text);

#endif
