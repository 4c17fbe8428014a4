/* json_answer.c - answers as one JSON document. */
#include "answer/answer.h"
#include "answer/aspect.h"
#include "answer/derived.h"
#include "machine/json.h"
#include "words/lead.h"

/* Of a hit it may be a field that its set does not have. */
static void json_chosen(struct out *o, const struct sipcode_row *row,
                        const enum sipcode_field *field, size_t n)
{
	enum sipcode_set set = sipcode_row_set(row);
	int first = 1;

	out_char(o, '{');
	for (size_t i = 0; i < n; i++) {
		size_t before = 0;

		/* A name that is given twice is one member. */
		while (field[before] != field[i])
			before++;
		if (before < i)
			continue;
		json_name(o, &first, sipcode_field_name(field[i]));
		json_field(o, row, sipcode_column_of(set, field[i]));
	}
	out_char(o, '}');
}

static void json_listed(struct out *o, const struct sipcode_row *row,
                        const enum sipcode_field *field)
{
	size_t n = 0;

	while (field[n] != SIPCODE_F_NONE)
		n++;
	json_chosen(o, row, field, n);
}

static void json_unknown(struct out *o, const struct item *item)
{
	int first = 1;

	out_char(o, '{');
	json_number(o, &first, "code", item->number);
	json_member(o, &first, "status", "unknown");
	json_number(o, &first, "treat_as", sipcode_treat_as(item->number));
	json_name(o, &first, "nearest");
	out_char(o, '[');
	for (size_t i = 0; i < item->nears; i++) {
		out_str(o, i > 0 ? "," : "");
		out_number(o, sipcode_number(item->near[i], SIPCODE_F_CODE, 0));
	}
	out_str(o, "]}");
}

static void json_hit(struct out *o, const struct sipcode_hit *h)
{
	enum sipcode_set set = sipcode_row_set(h->row);
	struct strbuf lead = { 0 };
	int first = 1;

	out_char(o, '{');
	json_member(o, &first, "kind", sipcode_set_name(set));
	json_name(o, &first, "key");
	json_field(o, h->row, sipcode_column(set, 0));
	json_member(o, &first, "phrase",
	            sipcode_text(h->row, SIPCODE_F_PHRASE, 0));
	json_member(o, &first, "field", sipcode_field_name(h->field));
	json_member(o, &first, "text", sipcode_text(h->row, h->field, h->item));
	json_number(o, &first, "score", h->score);
	lead_add(&lead, h->owner);
	json_member(o, &first, "operand", strbuf_text(&lead));
	out_char(o, '}');
	strbuf_free(&lead);
}

static void json_disguised(struct out *o, const struct item *item)
{
	int first = 1;

	out_char(o, '{');
	json_member(o, &first, "typed", item->typed);
	json_name(o, &first, "disguise");
	json_row(o, item->disguise);
	json_name(o, &first, "is");
	json_row(o, item->row);
	out_char(o, '}');
}

static void json_item(struct out *o, const struct answer *a, size_t i)
{
	const struct item *item = &a->item[i];

	if (a->kind == ANSWER_LIST)
		json_listed(o, item->row, a->column);
	else if (a->kind == ANSWER_HITS)
		json_hit(o, &a->hit[i]);
	else if (item->row == NULL)
		json_unknown(o, item);
	else if (item->disguise != NULL)
		json_disguised(o, item);
	else
		json_row(o, item->row);
}

static void json_items(struct out *o, const struct answer *a)
{
	out_char(o, '[');
	for (size_t i = 0; i < a->items; i++) {
		out_str(o, i > 0 ? ",\n" : "");
		json_item(o, a, i);
	}
	out_char(o, ']');
}

/* The fields that were asked for, of the items that have them. */
static void json_fields(struct out *o, const struct answer *a)
{
	int first = 1;

	out_char(o, '[');
	for (size_t i = 0; i < a->items; i++) {
		if (a->item[i].row == NULL ||
		    answer_lacks(a, i) != SIPCODE_F_NONE)
			continue;
		out_str(o, first ? "" : ",\n");
		first = 0;
		json_chosen(o, a->item[i].row, a->field, a->fields);
	}
	out_char(o, ']');
}

/* What each code has to say of an aspect. */
static void json_aspect(struct out *o, const struct answer *a,
                        enum aspect aspect)
{
	struct strbuf text = { 0 };

	out_char(o, '[');
	for (size_t i = 0; i < a->items; i++) {
		out_str(o, i > 0 ? "," : "");
		json_text(o, aspect_of(&text, a->item[i].row, aspect));
	}
	out_char(o, ']');
	strbuf_free(&text);
}

/* The aspects that are equal, or those that are not: {"retry":[...]}. */
static void json_aspects(struct out *o, const struct answer *a, int equal)
{
	struct strbuf text = { 0 };
	int first = 1;

	out_char(o, '{');
	for (int k = 0; k < ASPECTS; k++) {
		enum aspect aspect = (enum aspect)k;

		if (aspect_equal(a, aspect) != equal)
			continue;
		json_name(o, &first, aspect_name(aspect));
		if (equal)
			json_text(o, aspect_of(&text, a->item[0].row, aspect));
		else
			json_aspect(o, a, aspect);
	}
	out_char(o, '}');
	strbuf_free(&text);
}

static void json_comparison(struct out *o, const struct answer *a)
{
	struct strbuf text = { 0 };
	int first = 1;

	if (a->pair != NULL)
		strbuf_add(&text, sipcode_text(a->pair, SIPCODE_F_SUMMARY, 0));
	else
		derived_summary(&text, a);
	out_char(o, '{');
	json_name(o, &first, "summary");
	if (text.len > 0)
		json_text(o, strbuf_text(&text));
	else
		out_str(o, "null");
	json_name(o, &first, "comparison");
	if (a->pair != NULL)
		json_row(o, a->pair);
	else
		out_str(o, "null");
	json_name(o, &first, "common");
	json_aspects(o, a, 1);
	json_name(o, &first, "different");
	json_aspects(o, a, 0);
	json_name(o, &first, "codes");
	json_items(o, a);
	out_char(o, '}');
	strbuf_free(&text);
}

void json_answer(struct out *o, const struct answer *a)
{
	if (a->fields > 0)
		json_fields(o, a);
	else if (a->kind == ANSWER_COMPARE && a->items == 0)
		out_str(o, "null");
	else if (a->kind == ANSWER_COMPARE)
		json_comparison(o, a);
	else
		json_items(o, a);
	out_char(o, '\n');
}
