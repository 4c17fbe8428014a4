/* product.c - the page of a product: all that is known of it. */
#include <stdlib.h>
#include <string.h>

#include "text/sets/notes.h"
#include "text/text.h"
#include "words/label.h"
#include "words/mapping.h"
#include "words/name.h"
#include "words/row.h"
#include "len.h"

enum { NAMED_COLUMN = 26 };

/* What is to be told of a product. */
struct view {
	const struct sipcode_row *product;
	const struct sipcode_row
		*code; /* only of this code; NULL: everything */
	int all;       /* with all sources */
};

static int is_in_view(const struct view *v, const struct sipcode_row *row)
{
	return v->code == NULL || row_is_about(row, v->code);
}

static void product_failovers(struct out *o, const struct view *v)
{
	struct items rules = { 0 };

	for (size_t i = 0; i < sipcode_len(v->product, SIPCODE_F_FAILOVERS);
	     i++) {
		const struct sipcode_row *rule =
			sipcode_link(v->product, SIPCODE_F_FAILOVERS, i);

		if (is_in_view(v, rule))
			items_add_row(&rules, rule);
	}
	if (rules.items > 0)
		text_failovers(o, &rules, v->all);
	items_free(&rules);
}

/* "486, Asterisk chan_sip: TEXT [SOURCE]": the part of the product only where
 * it says more than the title. */
static void add_saying_of(struct strbuf *b, const struct sipcode_row *note,
                          const char *title, int all)
{
	const char *of = sipcode_text(note, SIPCODE_F_PRODUCT, 0);

	row_numbers(b, note, SIPCODE_F_CODE);
	if (strcmp(of, title) != 0) {
		strbuf_add(b, b->len > 0 ? ", " : "");
		strbuf_add(b, of);
	}
	strbuf_add(b, b->len > 0 ? ": " : "");
	strbuf_add(b, sipcode_text(note, SIPCODE_F_TEXT, 0));
	if (sipcode_len(note, SIPCODE_F_UNCONFIRMED) > 0) {
		strbuf_add(b, " ");
		strbuf_add(b, label_text(sipcode_row_lang(note),
		                         LABEL_unconfirmed));
	}
	if (!all)
		return;
	strbuf_add(b, " [");
	row_sources(b, note, SIPCODE_F_SOURCE);
	strbuf_add(b, "]");
}

static void product_notes(struct out *o, const struct view *v,
                          enum sipcode_field field, enum label heading)
{
	const char *title = sipcode_text(v->product, SIPCODE_F_PRODUCT, 0);
	int lang = sipcode_row_lang(v->product), told = 0;
	struct strbuf b = { 0 };

	for (size_t i = 0; i < sipcode_len(v->product, field); i++) {
		const struct sipcode_row *note =
			sipcode_link(v->product, field, i);

		if (!is_in_view(v, note))
			continue;
		if (!told)
			lay_heading(o, label_text(lang, heading));
		told = 1;
		strbuf_reset(&b);
		add_saying_of(&b, note, title, v->all);
		lay_bullet(o, 2, strbuf_text(&b));
	}
	strbuf_free(&b);
}

/* Are both rows of the same product, to the letter? */
static int is_part(const struct sipcode_row *a, const struct sipcode_row *b)
{
	return row_is(a, SIPCODE_F_PRODUCT,
	              sipcode_text(b, SIPCODE_F_PRODUCT, 0));
}

/* The products of the rows that stand in a field: a part of the product each,
 * such as "Asterisk chan_sip", in the order of the rows. */
static struct items parts_of(const struct view *v, enum sipcode_field field)
{
	struct items parts = { 0 };

	for (size_t i = 0; i < sipcode_len(v->product, field); i++) {
		const struct sipcode_row *row =
			sipcode_link(v->product, field, i);
		size_t k = 0;

		if (!is_in_view(v, row))
			continue;
		while (k < parts.items && !is_part(row, parts.item[k].row))
			k++;
		if (k == parts.items)
			items_add_row(&parts, row);
	}
	return parts;
}

/* The part, where it says more than the title. */
static void part_title(struct out *o, const struct sipcode_row *product,
                       const struct sipcode_row *part)
{
	const char *of = sipcode_text(part, SIPCODE_F_PRODUCT, 0);

	if (!row_is(product, SIPCODE_F_PRODUCT, of))
		lay_text(o, 2, of);
}

/* What is written, in a column, and what it means. */
struct telling {
	enum sipcode_field field;
	enum label heading;
	void (*name)(struct strbuf *, const struct sipcode_row *);
	void (*tell)(struct strbuf *, const struct sipcode_row *);
};

static void product_named(struct out *o, const struct telling *t,
                          const struct sipcode_row *row, int all)
{
	struct strbuf left = { 0 }, right = { 0 }, sources = { 0 };

	t->name(&left, row);
	t->tell(&right, row);
	if (all)
		row_sources(&sources, row, SIPCODE_F_SOURCE);
	lay_fact_at(o, NAMED_COLUMN, strbuf_text(&left), strbuf_text(&right),
	            strbuf_text(&sources));
	strbuf_free(&left);
	strbuf_free(&right);
	strbuf_free(&sources);
}

static void product_list(struct out *o, const struct view *v,
                         const struct telling *t)
{
	struct items parts = parts_of(v, t->field);

	if (parts.items > 0)
		lay_heading(o, label_text(sipcode_row_lang(v->product),
		                          t->heading));
	for (size_t k = 0; k < parts.items; k++) {
		part_title(o, v->product, parts.item[k].row);
		for (size_t i = 0; i < sipcode_len(v->product, t->field); i++) {
			const struct sipcode_row *row =
				sipcode_link(v->product, t->field, i);

			if (is_part(row, parts.item[k].row) &&
			    is_in_view(v, row))
				product_named(o, t, row, v->all);
		}
	}
	items_free(&parts);
}

static void tell_with_codes(struct strbuf *b, const struct sipcode_row *row)
{
	row_numbers(b, row, SIPCODE_F_CODE);
	strbuf_add(b, b->len > 0 ? ": " : "");
	strbuf_add(b, sipcode_text(row, SIPCODE_F_MEANING, 0));
}

static void name_disguise(struct strbuf *b, const struct sipcode_row *row)
{
	strbuf_add(b, sipcode_text(row, SIPCODE_F_FORM, 0));
}

static void tell_disguise(struct strbuf *b, const struct sipcode_row *row)
{
	strbuf_add(b, sipcode_text(row, SIPCODE_F_MEANING, 0));
}

/* The left side of a mapping: the code, or of one to a code the cause. */
static void add_from(struct strbuf *b, const struct sipcode_row *m)
{
	const struct sipcode_row *cause = sipcode_link(m, SIPCODE_F_CAUSE, 0);

	if (mapping_goes(m, "to-sip") && cause != NULL)
		strbuf_number(b, sipcode_number(cause, SIPCODE_F_CAUSE, 0));
	else if (mapping_goes(m, "to-sip"))
		mapping_cause(b, m);
	else if (sipcode_len(m, SIPCODE_F_CODE) > 0)
		row_numbers(b, m, SIPCODE_F_CODE);
	else
		mapping_code(b, m);
}

/* The right side, with its conditions. */
static void add_to(struct strbuf *b, const struct sipcode_row *m,
                   struct notes *notes)
{
	const struct sipcode_row *cause = sipcode_link(m, SIPCODE_F_CAUSE, 0);
	const struct sipcode_row *result = sipcode_link(m, SIPCODE_F_RESULT, 0);

	if (mapping_goes(m, "to-sip") && sipcode_len(m, SIPCODE_F_CODE) > 0)
		row_numbers(b, m, SIPCODE_F_CODE);
	else if (mapping_goes(m, "to-sip"))
		mapping_code(b, m);
	else if (cause != NULL)
		strbuf_number(b, sipcode_number(cause, SIPCODE_F_CAUSE, 0));
	else
		mapping_cause(b, m);
	if (result != NULL) {
		strbuf_add(b, " -> ");
		strbuf_number(b, sipcode_number(result, SIPCODE_F_CODE, 0));
	}
	notes_add(b, notes, m);
}

/* Adds "404 -> 1, 3 [1]; 486, 600 -> 17" of a part of the product: what comes
 * to the same is joined. */
static void join_mappings(struct strbuf *b, const struct sipcode_row *product,
                          const struct sipcode_row *part, const char *direction,
                          struct notes *notes)
{
	struct strbuf to = { 0 }, next = { 0 };

	for (size_t i = 0; i < sipcode_len(product, SIPCODE_F_MAPPINGS); i++) {
		const struct sipcode_row *m =
			sipcode_link(product, SIPCODE_F_MAPPINGS, i);

		if (!mapping_goes(m, direction) || !is_part(m, part))
			continue;
		strbuf_reset(&next);
		add_to(&next, m, notes);
		if (to.len > 0 && strcmp(to.s, strbuf_text(&next)) == 0) {
			strbuf_add(b, ", ");
		} else if (to.len > 0) {
			strbuf_add(b, " -> ");
			strbuf_add(b, to.s);
			strbuf_add(b, "; ");
		}
		add_from(b, m);
		strbuf_reset(&to);
		strbuf_add(&to, strbuf_text(&next));
	}
	if (to.len > 0) {
		strbuf_add(b, " -> ");
		strbuf_add(b, to.s);
	}
	strbuf_free(&to);
	strbuf_free(&next);
}

/* The sources of the mappings of a part, each once. */
static void mapping_sources(struct out *o, const struct sipcode_row *product,
                            const struct sipcode_row *part)
{
	const char *label =
		label_text(sipcode_row_lang(product), LABEL_reference);
	const char *last = "";

	for (size_t i = 0; i < sipcode_len(product, SIPCODE_F_MAPPINGS); i++) {
		const struct sipcode_row *m =
			sipcode_link(product, SIPCODE_F_MAPPINGS, i);
		const char *source = sipcode_text(m, SIPCODE_F_SOURCE, 0);

		if (!is_part(m, part) || strcmp(source, last) == 0)
			continue;
		lay_fact(o, label, source, "");
		label = o->width == 0 ? label : "";
		last = source;
	}
}

static void part_mappings(struct out *o, const struct sipcode_row *product,
                          const struct sipcode_row *part, int all)
{
	static const struct {
		const char *direction;
		enum label label;
	} columns[] = {
		{ "to-sip", LABEL_from_cause },
		{ "to-cause", LABEL_to_cause },
		{ "round-trip", LABEL_round_trip },
		{ "pass", LABEL_round_trip },
	};
	int lang = sipcode_row_lang(product);
	struct notes notes = { 0 };
	struct strbuf b = { 0 };

	for (size_t i = 0; i < LEN(columns); i++) {
		strbuf_reset(&b);
		join_mappings(&b, product, part, columns[i].direction, &notes);
		if (b.len > 0)
			lay_fact(o, label_text(lang, columns[i].label), b.s,
			         "");
	}
	notes_write(o, &notes);
	if (all)
		mapping_sources(o, product, part);
	free(notes.text);
	strbuf_free(&b);
}

static void product_mappings(struct out *o, const struct view *v)
{
	struct items parts = parts_of(v, SIPCODE_F_MAPPINGS);

	if (parts.items > 0)
		lay_heading(o, label_text(sipcode_row_lang(v->product),
		                          LABEL_codes_and_causes));
	for (size_t k = 0; k < parts.items; k++) {
		part_title(o, v->product, parts.item[k].row);
		part_mappings(o, v->product, parts.item[k].row, v->all);
	}
	items_free(&parts);
}

static void show_view(struct out *o, const struct view *v)
{
	static const struct telling lists[] = {
		{ SIPCODE_F_SIGHTINGS, LABEL_phrases, text_phrases,
		  tell_with_codes },
		{ SIPCODE_F_NUMBERS, LABEL_numbers, row_number,
		  tell_with_codes },
		{ SIPCODE_F_DISGUISES, LABEL_disguises, name_disguise,
		  tell_disguise },
		{ SIPCODE_F_NAMES, LABEL_names, row_number, name_add_meaning },
	};

	/* Who asks for a code wants its meaning first. */
	if (v->code == NULL)
		product_failovers(o, v);
	product_notes(o, v, SIPCODE_F_PRACTICE, LABEL_practice);
	product_notes(o, v, SIPCODE_F_NOTES, LABEL_notes);
	if (v->code != NULL)
		product_failovers(o, v);
	for (size_t i = 0; i < LEN(lists); i++)
		product_list(o, v, &lists[i]);
	if (v->code == NULL)
		product_mappings(o, v);
}

void text_product(struct out *o, const struct sipcode_row *product, int all)
{
	struct view v = { product, NULL, all };

	show_view(o, &v);
}

void text_product_code(struct out *o, const struct sipcode_row *product,
                       const struct sipcode_row *code, int all)
{
	struct view v = { product, code, all };
	struct strbuf b = { 0 };

	strbuf_add(&b, sipcode_text(product, SIPCODE_F_PRODUCT, 0));
	strbuf_add(&b, ": ");
	strbuf_number(&b, sipcode_number(code, SIPCODE_F_CODE, 0));
	text_title(o, STYLE_BOLD, b.s);
	lay_rule(o);
	o->tight = 1;
	show_view(o, &v);
	o->tight = 0;
	strbuf_free(&b);
}
