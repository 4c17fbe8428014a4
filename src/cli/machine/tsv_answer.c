/* tsv_answer.c - answers as tab-separated values. */
#include "answer/answer.h"
#include "answer/aspect.h"
#include "machine/tsv.h"
#include "words/lead.h"

static void tsv_names(struct out *o, const enum sipcode_field *field)
{
	for (size_t i = 0; field[i] != SIPCODE_F_NONE; i++) {
		out_str(o, i > 0 ? "\t" : "");
		out_str(o, sipcode_field_name(field[i]));
	}
	out_char(o, '\n');
}

static void tsv_record(struct out *o, const struct sipcode_row *row,
                       const enum sipcode_field *field)
{
	for (size_t i = 0; field[i] != SIPCODE_F_NONE; i++) {
		out_str(o, i > 0 ? "\t" : "");
		tsv_cell(o, row, field[i]);
	}
	out_char(o, '\n');
}

/* The columns that an answer shows of a set: those of its list, or all. */
static const enum sipcode_field *columns_of(const struct answer *a,
                                            enum sipcode_set set,
                                            enum sipcode_field *all)
{
	struct sipcode_column c;
	size_t n = 0;

	if (a->kind == ANSWER_LIST)
		return a->column;
	while ((c = sipcode_column(set, n)).field != SIPCODE_F_NONE)
		all[n++] = c.field;
	all[n] = SIPCODE_F_NONE;
	return all;
}

/* Records of another kind than the one before get a header of their own. */
static void tsv_records(struct out *o, const struct answer *a)
{
	enum sipcode_field all[SIPCODE_FIELDS];
	const enum sipcode_field *field = NULL;
	enum sipcode_set set = SIPCODE_SETS;

	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_row *row = a->item[i].row;

		if (row == NULL)
			continue;
		if (set != sipcode_row_set(row)) {
			set = sipcode_row_set(row);
			field = columns_of(a, set, all);
			tsv_names(o, field);
		}
		tsv_record(o, row, field);
	}
	if (field == NULL)
		tsv_names(o, columns_of(a, a->set, all));
}

static void tsv_hits(struct out *o, const struct answer *a)
{
	out_str(o, "kind\tkey\tphrase\tfield\ttext\tscore\toperand\n");
	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_hit *h = &a->hit[i];
		enum sipcode_set set = sipcode_row_set(h->row);
		struct strbuf lead = { 0 };

		out_str(o, sipcode_set_name(set));
		out_char(o, '\t');
		tsv_cell(o, h->row, sipcode_column(set, 0).field);
		out_char(o, '\t');
		tsv_cell(o, h->row, SIPCODE_F_PHRASE);
		out_char(o, '\t');
		out_str(o, sipcode_field_name(h->field));
		out_char(o, '\t');
		tsv_str(o, sipcode_text(h->row, h->field, h->item));
		out_char(o, '\t');
		out_number(o, h->score);
		out_char(o, '\t');
		lead_add(&lead, h->owner);
		tsv_str(o, strbuf_text(&lead));
		out_char(o, '\n');
		strbuf_free(&lead);
	}
}

/* An aspect a line, with what each code has to say of it. */
static void tsv_comparison(struct out *o, const struct answer *a)
{
	struct strbuf text = { 0 };

	out_str(o, "aspect\tequal");
	for (size_t i = 0; i < a->items; i++) {
		out_char(o, '\t');
		tsv_cell(o, a->item[i].row, SIPCODE_F_CODE);
	}
	out_char(o, '\n');
	for (int k = 0; k < ASPECTS && a->items > 0; k++) {
		enum aspect aspect = (enum aspect)k;

		out_str(o, aspect_name(aspect));
		out_str(o, aspect_equal(a, aspect) ? "\tyes" : "\tno");
		for (size_t i = 0; i < a->items; i++) {
			out_char(o, '\t');
			tsv_str(o, aspect_of(&text, a->item[i].row, aspect));
		}
		out_char(o, '\n');
	}
	strbuf_free(&text);
}

void tsv_answer(struct out *o, const struct answer *a)
{
	if (a->kind == ANSWER_COMPARE)
		tsv_comparison(o, a);
	else if (a->kind == ANSWER_HITS)
		tsv_hits(o, a);
	else
		tsv_records(o, a);
}

void tsv_bare(struct out *o, const struct answer *a)
{
	for (size_t i = 0; i < a->items; i++) {
		if (a->item[i].row == NULL ||
		    answer_lacks(a, i) != SIPCODE_F_NONE)
			continue;
		for (size_t k = 0; k < a->fields; k++) {
			out_str(o, k > 0 ? "\t" : "");
			tsv_cell(o, a->item[i].row, a->field[k]);
		}
		out_char(o, a->end);
	}
}
