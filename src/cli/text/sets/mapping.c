/* mapping.c - mappings between status codes and causes as a table: a line a
 * product, a column a direction, and the conditions as notes below. */
#include <stdlib.h>
#include <string.h>

#include "layout/markdown.h"
#include "text/sets/notes.h"
#include "text/text.h"
#include "words/label.h"
#include "words/mapping.h"
#include "words/row.h"
#include "utf8.h"

enum { PRODUCT_COLUMN = 26, NARROWEST = 72 };
enum { LEGS = 2, COLUMNS = 3, GAP = 2 };

struct mapped {
	struct out *o;
	int lang;
	const struct item *item; /* mappings */
	size_t items;
	int of_cause; /* the cause is known: a cell names the other side */
	struct notes notes;
};

static const struct {
	const char *direction, *like;
	enum label heading;
	unsigned share; /* of the width */
} columns[COLUMNS] = {
	{ "to-sip", "to-sip", LABEL_from_cause, 3 },
	{ "to-cause", "to-cause", LABEL_to_cause, 4 },
	[LEGS] = { "round-trip", "pass", LABEL_round_trip, 5 },
};

static int is_in_column(const struct sipcode_row *m, size_t column)
{
	return mapping_goes(m, columns[column].direction) ||
	       mapping_goes(m, columns[column].like);
}

/* "486, 600", or what stands in their place. */
static void add_code_numbers(struct strbuf *b, const struct sipcode_row *m)
{
	size_t n = sipcode_len(m, SIPCODE_F_CODE);

	for (size_t i = 0; i < n; i++) {
		strbuf_add(b, i > 0 ? ", " : "");
		strbuf_number(b,
		              sipcode_number(sipcode_link(m, SIPCODE_F_CODE, i),
		                             SIPCODE_F_CODE, 0));
	}
	if (n == 0)
		mapping_code(b, m);
}

static void add_cause_number(struct strbuf *b, const struct sipcode_row *m)
{
	const struct sipcode_row *cause = sipcode_link(m, SIPCODE_F_CAUSE, 0);

	if (cause != NULL)
		strbuf_number(b, sipcode_number(cause, SIPCODE_F_CAUSE, 0));
	else
		mapping_cause(b, m);
}

/* The other side of a mapping: "486", of one from leg to leg both codes. */
static void add_side(struct strbuf *b, const struct mapped *t,
                     const struct sipcode_row *m)
{
	if (t->of_cause || is_in_column(m, LEGS))
		add_code_numbers(b, m);
	else
		add_cause_number(b, m);
}

/* Where it ends, and under which conditions: " -> 486 [1, 3]". */
static void add_rest(struct strbuf *b, struct mapped *t,
                     const struct sipcode_row *m)
{
	const struct sipcode_row *result = sipcode_link(m, SIPCODE_F_RESULT, 0);

	if (result != NULL) {
		strbuf_add(b, " -> ");
		strbuf_number(b, sipcode_number(result, SIPCODE_F_CODE, 0));
	}
	notes_add(b, &t->notes, m);
}

static const char *product_of(const struct mapped *t, size_t i)
{
	return sipcode_text(t->item[i].row, SIPCODE_F_PRODUCT, 0);
}

/* Is it the first mapping of its product? */
static int is_first(const struct mapped *t, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (strcmp(product_of(t, k), product_of(t, i)) == 0)
			return 0;
	return 1;
}

static int is_same_cell(const struct mapped *t, size_t i, size_t k,
                        size_t column)
{
	return is_in_column(t->item[k].row, column) &&
	       strcmp(product_of(t, k), product_of(t, i)) == 0;
}

/* What the product of mapping i has in a column: "486, 600 [1]; 480"; what is
 * under the same conditions is joined by a comma. */
static void add_cell(struct strbuf *b, struct mapped *t, size_t i,
                     size_t column)
{
	struct strbuf rest = { 0 }, next = { 0 };
	int any = 0;

	for (size_t k = i; k < t->items; k++) {
		if (!is_same_cell(t, i, k, column))
			continue;
		strbuf_reset(&next);
		add_rest(&next, t, t->item[k].row);
		if (any &&
		    strcmp(strbuf_text(&next), strbuf_text(&rest)) == 0) {
			strbuf_add(b, ", ");
		} else if (any) {
			strbuf_add(b, strbuf_text(&rest));
			strbuf_add(b, "; ");
		}
		strbuf_reset(&rest);
		strbuf_add(&rest, strbuf_text(&next));
		add_side(b, t, t->item[k].row);
		any = 1;
	}
	strbuf_add(b, strbuf_text(&rest));
	strbuf_free(&rest);
	strbuf_free(&next);
}

static int is_used(const struct mapped *t, size_t column)
{
	for (size_t i = 0; i < t->items; i++)
		if (is_in_column(t->item[i].row, column))
			return 1;
	return 0;
}

/* The first column gets PRODUCT_COLUMN, the others what prose has, by their
 * shares. */
static unsigned cell_width(const struct mapped *t, size_t column)
{
	unsigned all = 0;

	for (size_t c = 0; c < COLUMNS; c++)
		all += is_used(t, c) ? columns[c].share : 0;
	if (all == 0)
		return 0;
	return (t->o->measure - PRODUCT_COLUMN) * columns[column].share / all -
	       GAP;
}

/* The cells of the columns that are used; returns how many. */
static size_t used_cells(const struct mapped *t, const char *const *text,
                         const char **cell)
{
	size_t n = 1;

	cell[0] = text[0];
	for (size_t c = 0; c < COLUMNS; c++)
		if (is_used(t, c))
			cell[n++] = text[c + 1];
	return n;
}

/* One line of the table, each cell in as many lines as it needs. */
static void write_cells(const struct mapped *t, const char *const *text)
{
	unsigned cells[COLUMNS + 1] = { PRODUCT_COLUMN - GAP - 2 };
	struct wrap w[COLUMNS + 1];
	const char *cell[COLUMNS + 1];
	int left = 1;

	if (t->o->markdown) {
		markdown_row(t->o, cell, used_cells(t, text, cell), 0);
		return;
	}
	for (size_t c = 0; c < COLUMNS; c++)
		cells[c + 1] = is_used(t, c) ? cell_width(t, c) : 0;
	for (size_t c = 0; c <= COLUMNS; c++) {
		struct wrap whole = { .text = text[c],
			              .left = strlen(text[c]),
			              .width = cells[c] };

		w[c] = whole;
	}
	while (left) {
		size_t blanks = 2;

		left = 0;
		for (size_t c = 0; c <= COLUMNS; c++) {
			size_t len = 0;
			const char *line = wrap_next(&w[c], &len);

			if (c > 0 && !is_used(t, c - 1))
				continue;
			if (line != NULL) {
				lay_blanks(t->o, blanks);
				wrap_write(t->o, &w[c], line, len);
				blanks = 0;
			}
			blanks += cells[c] + GAP -
			          utf8_columns(line == NULL ? "" : line, len);
			left += w[c].left > 0;
		}
		out_char(t->o, '\n');
	}
}

/* On a narrow screen and in a pipe a line a direction: "Product  To Q.850:
 * 486, 600 [1]". */
static void write_lines(const struct mapped *t, const char *const *text)
{
	const char *product = text[0];
	struct strbuf b = { 0 };

	for (size_t c = 0; c < COLUMNS; c++) {
		if (*text[c + 1] == '\0')
			continue;
		strbuf_reset(&b);
		strbuf_add(&b, label_text(t->lang, columns[c].heading));
		strbuf_add(&b, ": ");
		strbuf_add(&b, text[c + 1]);
		lay_fact_at(t->o, PRODUCT_COLUMN, product, b.s, "");
		product = t->o->width == 0 ? product : "";
	}
	strbuf_free(&b);
}

static void write_head(const struct mapped *t)
{
	const char *text[COLUMNS + 1] = { "" }, *cell[COLUMNS + 1];

	for (size_t c = 0; c < COLUMNS; c++)
		text[c + 1] = label_text(t->lang, columns[c].heading);
	if (t->o->markdown) {
		markdown_table(t->o, cell, used_cells(t, text, cell));
		return;
	}
	out_style(t->o, STYLE_BOLD);
	write_cells(t, text);
	out_style(t->o, STYLE_PLAIN);
}

static void write_products(struct mapped *t)
{
	int table = t->o->markdown || t->o->measure >= NARROWEST;
	struct strbuf cell[COLUMNS] = { { 0 }, { 0 }, { 0 } };
	const char *text[COLUMNS + 1];

	if (table)
		write_head(t);
	for (size_t i = 0; i < t->items; i++) {
		if (!is_first(t, i))
			continue;
		text[0] = product_of(t, i);
		for (size_t c = 0; c < COLUMNS; c++) {
			strbuf_reset(&cell[c]);
			add_cell(&cell[c], t, i, c);
			text[c + 1] = strbuf_text(&cell[c]);
		}
		if (table)
			write_cells(t, text);
		else
			write_lines(t, text);
	}
	for (size_t c = 0; c < COLUMNS; c++)
		strbuf_free(&cell[c]);
}

/* Has an earlier mapping of the product the same sources? */
static int is_sourced(const struct mapped *t, size_t i, const char *sources)
{
	struct strbuf b = { 0 };
	int found = 0;

	for (size_t k = 0; k < i && !found; k++) {
		if (strcmp(product_of(t, k), product_of(t, i)) != 0)
			continue;
		strbuf_reset(&b);
		row_sources(&b, t->item[k].row, SIPCODE_F_SOURCE);
		found = strcmp(strbuf_text(&b), sources) == 0;
	}
	strbuf_free(&b);
	return found;
}

static void write_sources(const struct mapped *t)
{
	struct strbuf b = { 0 };

	lay_heading(t->o, label_text(t->lang, LABEL_sources));
	for (size_t i = 0; i < t->items; i++) {
		strbuf_reset(&b);
		row_sources(&b, t->item[i].row, SIPCODE_F_SOURCE);
		if (!is_sourced(t, i, strbuf_text(&b)))
			lay_fact_at(t->o, PRODUCT_COLUMN, product_of(t, i),
			            strbuf_text(&b), "");
	}
	strbuf_free(&b);
}

void text_mappings(struct out *o, int lang, const struct items *mappings,
                   int of_cause, int all)
{
	struct mapped t = { .o = o,
		            .lang = lang,
		            .item = mappings->item,
		            .items = mappings->items,
		            .of_cause = of_cause };

	write_products(&t);
	notes_write(o, &t.notes);
	if (all)
		write_sources(&t);
	free(t.notes.text);
}
