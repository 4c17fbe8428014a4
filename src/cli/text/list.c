/* list.c - a line an item: lists and hits. */
#include <stdint.h>
#include <string.h>

#include "answer/answer.h"
#include "text/counted.h"
#include "text/text.h"
#include "words/label.h"
#include "words/name.h"
#include "words/row.h"
#include "words/verdict.h"
#include "len.h"
#include "utf8.h"

enum { LIST_NARROWEST = 80, WHOLE_COLUMN = 28 };

/* Ends a line of which so many columns are used, or if they are more than
 * there are, goes on behind lines that are ended: the text behind ": ", on a
 * screen as much of it as there is room for. */
static void list_tail(struct out *o, const char *text, size_t used)
{
	size_t n = strlen(text);
	struct wrap w = { .text = text, .left = n };
	const char *line;

	if (o->width != 0 && (n == 0 || used + 14 > o->width)) {
		if (used <= o->width)
			out_str(o, n > 0 && used < o->width ? ":\n" : "\n");
		lay_text(o, 4, text);
		return;
	}
	if (o->width != 0)
		w.width = o->width - (unsigned)used - 6;
	out_str(o, n > 0 ? ": " : "");
	line = wrap_next(&w, &n);
	if (line != NULL)
		wrap_write(o, &w, line, n);
	if (w.left > 0)
		out_str(o, " ...");
	out_char(o, '\n');
}

/* Adds "486 Busy Here" or "100rel". */
static void add_heading(struct strbuf *b, const struct sipcode_row *row)
{
	enum sipcode_set set = sipcode_row_set(row);
	struct sipcode_column key = sipcode_column(set, 0);

	if (set == SIPCODE_CAUSES) {
		row_cause(b, row);
	} else if (set == SIPCODE_NAMES) {
		row_number(b, row);
	} else if (key.type == SIPCODE_T_NUMBER) {
		strbuf_number(b, sipcode_number(row, key.field, 0));
		strbuf_add(b, " ");
		strbuf_add(b, sipcode_text(row, SIPCODE_F_PHRASE, 0));
	} else {
		strbuf_add(b, sipcode_text(row, key.field, 0));
	}
}

/* Writes the heading of a row, with text before and after it; where that is
 * wider than the screen, in lines that are ended.  Returns the columns. */
static size_t list_heading(struct out *o, const char *before,
                           const struct sipcode_row *row, const char *after)
{
	enum style style =
		sipcode_row_set(row) == SIPCODE_CODES
			? text_style(sipcode_number(row, SIPCODE_F_CODE, 0))
			: STYLE_BOLD;
	struct strbuf b = { 0 };
	struct wrap w = { .left = 0 };
	size_t used, front = strlen(before), heading;

	strbuf_add(&b, before);
	add_heading(&b, row);
	heading = b.len - front;
	strbuf_add(&b, after);
	used = utf8_columns(b.s, b.len);
	if (o->width != 0 && used > o->width) {
		out_style(o, style);
		lay_text(o, 0, b.s);
		out_style(o, STYLE_PLAIN);
	} else {
		out_str(o, before);
		out_style(o, style);
		w.text = b.s + front + heading;
		wrap_write(o, &w, b.s + front, heading);
		out_style(o, STYLE_PLAIN);
		out_str(o, after);
	}
	strbuf_free(&b);
	return used;
}

/* " (obsolete)" of a code that is not registered. */
static void add_status(struct strbuf *b, const struct sipcode_row *row)
{
	if (sipcode_row_set(row) != SIPCODE_CODES ||
	    row_is(row, SIPCODE_F_STATUS, "registered"))
		return;
	strbuf_add(b, " (");
	strbuf_add(b, label_of_value(row, SIPCODE_F_STATUS));
	strbuf_add(b, ")");
}

/* The columns of a heading, with its status. */
static size_t heading_columns(const struct sipcode_row *row)
{
	struct strbuf b = { 0 };
	size_t columns;

	add_heading(&b, row);
	add_status(&b, row);
	columns = utf8_columns(b.s, b.len);
	strbuf_free(&b);
	return columns;
}

/* What a list says of a row: of a code its verdict, or where there are no
 * more columns, its first sentence. */
static void add_saying(struct strbuf *b, const struct sipcode_row *row,
                       size_t columns)
{
	static const enum sipcode_field says[] = {
		SIPCODE_F_VERDICT,
		SIPCODE_F_DESCRIPTION,
		SIPCODE_F_MEANING,
		SIPCODE_F_TITLE,
	};
	const char *text = "";

	if (sipcode_row_set(row) == SIPCODE_NAMES) {
		strbuf_add(b, sipcode_text(row, SIPCODE_F_PRODUCT, 0));
		strbuf_add(b, ": ");
		name_add_meaning(b, row);
		return;
	}
	if (sipcode_row_set(row) == SIPCODE_PRODUCTS) {
		counted_all(b, row);
		return;
	}
	for (size_t i = 0; *text == '\0' && i < LEN(says); i++)
		text = sipcode_text(row, says[i], 0);
	if (sipcode_row_set(row) == SIPCODE_CODES &&
	    utf8_columns(text, strlen(text)) > columns)
		verdict_add_first(b, row);
	else
		strbuf_add(b, text);
}

/* The column in which the sayings begin: behind all headings that take less
 * than half of the width. */
static unsigned list_column(const struct out *o, const struct answer *a)
{
	size_t column = 0, most = o->width / 2 - 3;

	for (size_t i = 0; i < a->items; i++) {
		size_t columns = heading_columns(a->item[i].row);

		if (columns > column && columns <= most)
			column = columns;
	}
	return (unsigned)column + 2;
}

/* What is said of a name or a term is all that there is: it is never cut. */
static int is_said_whole(const struct sipcode_row *row)
{
	return sipcode_row_set(row) == SIPCODE_NAMES ||
	       sipcode_row_set(row) == SIPCODE_TERMS;
}

static void list_whole(struct out *o, const struct sipcode_row *row,
                       unsigned column)
{
	struct strbuf name = { 0 }, text = { 0 };

	if (column > WHOLE_COLUMN - 2)
		column = WHOLE_COLUMN - 2;
	add_heading(&name, row);
	add_status(&name, row);
	add_saying(&text, row, SIZE_MAX);
	lay_table(o, sipcode_set_name(sipcode_row_set(row)),
	          label_text(sipcode_row_lang(row), LABEL_description), NULL);
	lay_fact_at(o, column + 2, name.s, strbuf_text(&text), "");
	strbuf_free(&name);
	strbuf_free(&text);
}

/* On a screen of some width: headings and sayings one below the other. */
static void list_row(struct out *o, const struct sipcode_row *row,
                     unsigned column)
{
	struct strbuf status = { 0 }, text = { 0 };
	struct wrap w = { .width = o->width - column };
	const char *line;
	size_t used, len = 0;

	add_status(&status, row);
	add_saying(&text, row, w.width);
	used = list_heading(o, "", row, strbuf_text(&status));
	if (used + 2 > column) {
		out_char(o, '\n');
		used = 0;
	}
	lay_blanks(o, column - used);
	w.text = strbuf_text(&text);
	w.left = text.len;
	if (text.len > w.width)
		w.width -= 4;
	line = wrap_next(&w, &len);
	if (line != NULL)
		wrap_write(o, &w, line, len);
	out_str(o, w.left > 0 ? " ...\n" : "\n");
	strbuf_free(&status);
	strbuf_free(&text);
}

static void list_entry(struct out *o, const struct sipcode_row *row)
{
	struct strbuf status = { 0 }, text = { 0 };

	add_status(&status, row);
	add_saying(&text, row, SIZE_MAX);
	list_tail(o, strbuf_text(&text),
	          list_heading(o, "", row, strbuf_text(&status)));
	strbuf_free(&status);
	strbuf_free(&text);
}

static void list_title(struct out *o, const struct answer *a)
{
	struct strbuf b = { 0 };

	label_fill(&b, label_text(a->lang, LABEL_method_codes), &a->heading, 1);
	text_title(o, STYLE_BOLD, b.s);
	lay_rule(o);
	strbuf_free(&b);
}

/* Sets that are shown as a table. */
static int list_table(struct out *o, const struct answer *a)
{
	struct items rows = { .item = NULL };

	if (a->set != SIPCODE_MAPPINGS && a->set != SIPCODE_FAILOVERS)
		return 0;
	for (size_t i = 0; i < a->items; i++)
		items_add_row(&rows, a->item[i].row);
	o->tight = 1;
	if (a->set == SIPCODE_MAPPINGS)
		text_mappings(o, a->lang, &rows, 0, a->all);
	else
		text_failovers(o, &rows, a->all);
	o->tight = 0;
	items_free(&rows);
	return 1;
}

void text_list(struct out *o, const struct answer *a)
{
	unsigned column = list_column(o, a);

	if (list_table(o, a))
		return;
	if (a->heading != NULL)
		list_title(o, a);
	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_row *row = a->item[i].row;

		if (o->markdown || (o->width > 0 && is_said_whole(row)))
			list_whole(o, row, column);
		else if (o->width >= LIST_NARROWEST)
			list_row(o, row, column);
		else
			list_entry(o, row);
	}
}
