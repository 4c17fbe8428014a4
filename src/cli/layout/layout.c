/* layout.c - headings, bullets and facts, line by line. */
#include "layout/layout.h"

#include <stdint.h>
#include <string.h>

#include "layout/markdown.h"
#include "utf8.h"

enum { FACT_COLUMN = 17, FOOT_COLUMN = 14, INDENT = 2 };

void lay_part(struct out *o, const char *text)
{
	struct wrap w = { .text = text, .left = strlen(text) };
	size_t len;
	const char *line = wrap_next(&w, &len);

	if (line != NULL)
		wrap_write(o, &w, line, len);
}

void lay_blanks(struct out *o, size_t n)
{
	static const char blanks[] = "                                ";

	while (n > 0) {
		size_t some = n < sizeof(blanks) ? n : sizeof(blanks) - 1;

		out_bytes(o, blanks, some);
		n -= some;
	}
}

void lay_gap(struct out *o)
{
	if (!o->markdown)
		out_char(o, '\n');
}

void lay_code(const struct out *o, struct strbuf *b)
{
	if (o->markdown)
		strbuf_add(b, MARKDOWN_CODE);
}

void lay_table(struct out *o, const char *label, const char *text,
               const char *source)
{
	const char *head[] = { label, text, source };

	if (o->markdown)
		markdown_table(o, head, source == NULL ? 2 : 3);
}

void lay_rule(struct out *o)
{
	if (o->width == 0)
		return;
	out_style(o, STYLE_DIM);
	out_glyph(o, GLYPH_LINE, o->measure - (o->measure > 20 ? 2 : 0));
	out_style(o, STYLE_PLAIN);
	out_char(o, '\n');
}

void lay_heading(struct out *o, const char *text)
{
	if (o->markdown) {
		markdown_heading(o, 2, text);
		return;
	}
	if (!o->tight)
		out_char(o, '\n');
	out_style(o, STYLE_BOLD);
	lay_text(o, 0, text);
	out_style(o, STYLE_PLAIN);
}

/* Columns that are left behind an indent; at least 12. */
static unsigned room(const struct out *o, unsigned indent)
{
	if (o->width == 0)
		return 0;
	/* The last two columns stay free, as in a book. */
	return o->measure > indent + 12 ? o->measure - indent - 2 : 12;
}

/* Ends a line of which so many columns are used, with a text at its right
 * edge if there is room for it, else at the edge of the next one. */
static void lay_right(struct out *o, unsigned indent, const char *text,
                      size_t used)
{
	size_t columns = utf8_columns(text, strlen(text));

	if (columns == 0) {
		out_char(o, '\n');
		return;
	}
	out_style(o, STYLE_DIM);
	if (used + 2 + columns <= o->measure - 2) {
		lay_blanks(o, o->measure - 2 - used - columns);
		lay_part(o, text);
		out_char(o, '\n');
	} else {
		out_char(o, '\n');
		if (columns <= room(o, indent))
			indent = o->measure - 2 - (unsigned)columns;
		lay_text(o, indent, text);
	}
	out_style(o, STYLE_PLAIN);
}

/* Without a width a text is a line; returns 1 if it has been written. */
static int lay_whole(struct out *o, unsigned indent, const char *text)
{
	if (o->width != 0)
		return 0;
	if (o->markdown) {
		markdown_paragraph(o, "", text);
		return 1;
	}
	lay_blanks(o, indent);
	lay_part(o, text);
	out_char(o, '\n');
	return 1;
}

void lay_heading_right(struct out *o, const char *text, const char *right)
{
	size_t used = utf8_columns(text, strlen(text));

	if (o->width == 0 || *right == '\0') {
		lay_heading(o, text);
		return;
	}
	if (!o->tight)
		out_char(o, '\n');
	out_style(o, STYLE_BOLD);
	out_str(o, text);
	out_style(o, STYLE_PLAIN);
	lay_right(o, INDENT, right, used);
}

void lay_text(struct out *o, unsigned indent, const char *text)
{
	struct wrap w = { .text = text, .width = room(o, indent) };
	const char *line;
	size_t len;

	if (lay_whole(o, indent, text))
		return;
	w.left = strlen(text);
	while ((line = wrap_next(&w, &len)) != NULL) {
		lay_blanks(o, indent);
		wrap_write(o, &w, line, len);
		out_char(o, '\n');
	}
}

/* Writes the lines of a text, all but the first behind an indent, without the
 * end of the last one; returns the columns that are used of it. */
static size_t lay_lines(struct out *o, unsigned indent, const char *text)
{
	struct wrap w = { .text = text,
		          .left = strlen(text),
		          .width = room(o, indent) };
	size_t used = indent, len = 0;
	const char *line;

	while ((line = wrap_next(&w, &len)) != NULL) {
		wrap_write(o, &w, line, len);
		used = indent + utf8_columns(line, len);
		if (w.left > 0) {
			out_char(o, '\n');
			lay_blanks(o, indent);
		}
	}
	return used;
}

void lay_bullet(struct out *o, unsigned indent, const char *text)
{
	lay_last_bullet(o, indent, text, "");
}

void lay_last_bullet(struct out *o, unsigned indent, const char *text,
                     const char *right)
{
	size_t used;

	if (o->markdown) {
		markdown_bullet(o, indent > INDENT, "", text);
		if (*right != '\0')
			markdown_bullet(o, indent > INDENT, "", right);
		return;
	}
	lay_blanks(o, indent);
	out_glyph(o, GLYPH_BULLET, 1);
	out_char(o, ' ');
	used = lay_lines(o, indent + 2, text);
	if (o->width == 0 && *right != '\0') {
		out_char(o, '\n');
		lay_blanks(o, indent);
		lay_part(o, right);
		right = "";
	}
	lay_right(o, indent + 2, right, used);
}

/* A label, which is from outside if its text is. */
static void write_label(struct out *o, const char *label)
{
	if (o->outside > 0)
		out_str(o, label);
	else
		lay_part(o, label);
}

/* A row of the table that has been begun, else of one of two columns or, with a
 * source, three.  Where there is no column for it, it goes with the text. */
static void fact_row(struct out *o, const char *label, const char *text,
                     const char *source)
{
	const char *cell[] = { label, text, source };
	struct strbuf both = { 0 };

	if (markdown_columns(o) != 2 && markdown_columns(o) != 3)
		lay_table(o, "", "", *source == '\0' ? NULL : "");
	if (markdown_columns(o) < 3 && *source != '\0') {
		strbuf_add(&both, text);
		strbuf_add(&both, " [");
		strbuf_add(&both, source);
		strbuf_add(&both, "]");
		cell[1] = strbuf_text(&both);
	}
	markdown_row(o, cell, markdown_columns(o), 0);
	strbuf_free(&both);
}

/* A fact in a pipe: label, text and source in one line. */
static void fact_line(struct out *o, const char *label, const char *text,
                      const char *source)
{
	if (o->markdown) {
		fact_row(o, label, text, source);
		return;
	}
	out_bytes(o, "  ", 2);
	write_label(o, label);
	out_bytes(o, "  ", 2);
	lay_part(o, text);
	if (*source != '\0') {
		out_bytes(o, "  [", 3);
		lay_part(o, source);
		out_char(o, ']');
	}
	out_char(o, '\n');
}

/* Writes a label; returns the columns used of the line in which the text
 * goes on: a label that is too long has lines for itself. */
static size_t fact_label(struct out *o, const char *label, unsigned column)
{
	size_t used = INDENT + utf8_columns(label, strlen(label));
	size_t outside = o->outside;

	if (used + 2 > column) {
		o->outside = outside > 0 ? SIZE_MAX : 0;
		lay_text(o, INDENT, label);
		o->outside = outside;
		return 0;
	}
	lay_blanks(o, INDENT);
	write_label(o, label);
	return used;
}

void lay_fact_at(struct out *o, unsigned column, const char *label,
                 const char *text, const char *source)
{
	size_t used;

	if (o->width == 0) {
		fact_line(o, label, text, source);
		return;
	}
	/* On a narrow screen the label has a line for itself. */
	if (o->width < column + 20)
		column = 2 * INDENT;
	used = fact_label(o, label, column);
	lay_blanks(o, column - used);
	used = lay_lines(o, column, text);
	lay_right(o, column, source, used);
}

void lay_foot(struct out *o, const char *label, const char *text)
{
	unsigned column = FOOT_COLUMN;
	size_t used = utf8_columns(label, strlen(label));

	if (o->markdown) {
		markdown_paragraph(o, label, text);
		return;
	}
	out_style(o, STYLE_BOLD);
	out_str(o, label);
	out_style(o, STYLE_PLAIN);
	if (o->width == 0) {
		out_bytes(o, "  ", 2);
	} else if (used + 2 > column || o->width < column + 20) {
		column = INDENT;
		out_char(o, '\n');
		lay_blanks(o, column);
	} else {
		lay_blanks(o, column - used);
	}
	lay_lines(o, column, text);
	out_char(o, '\n');
}

void lay_fact(struct out *o, const char *label, const char *text,
              const char *source)
{
	lay_fact_at(o, FACT_COLUMN, label, text, source);
}
