/* render_tsv.c - answers as tab-separated values: a header line, then a
 * record a line; and bare fields, the same without the header. */
#include "answer.h"

#include <string.h>

#include "compare.h"
#include "explain.h"
#include "tally.h"
#include "tsv.h"

void tsv_text(struct out *o, const char *s, size_t n)
{
	size_t from = 0;

	for (size_t i = 0; i < n; i++) {
		const char *escape = s[i] == '\t'   ? "\\t"
		                     : s[i] == '\n' ? "\\n"
		                     : s[i] == '\r' ? "\\r"
		                     : s[i] == '\\' ? "\\\\"
		                                    : NULL;

		if (escape == NULL)
			continue;
		out_bytes(o, s + from, i - from);
		out_bytes(o, escape, 2);
		from = i + 1;
	}
	out_bytes(o, s + from, n - from);
}

/* The values of a list stand in one cell, with "; " between them. */
static void cell(struct out *o, const struct sipcode_row *row,
                 enum sipcode_field field)
{
	enum sipcode_set set = sipcode_row_set(row);
	struct sipcode_column c;

	for (size_t i = 0; (c = sipcode_column(set, i)).field != field; i++)
		if (c.field == SIPCODE_F_NONE)
			return;
	for (size_t i = 0; i < sipcode_len(row, field); i++) {
		out_str(o, i > 0 ? "; " : "");
		if (c.type == SIPCODE_T_NUMBER) {
			out_number(o, sipcode_number(row, field, i));
		} else if (c.type == SIPCODE_T_LINK) {
			row_title(o, sipcode_link(row, field, i));
		} else {
			const char *s = sipcode_text(row, field, i);

			tsv_text(o, s, strlen(s));
		}
	}
}

static void header(struct out *o, const unsigned char *fields)
{
	for (size_t i = 0; fields[i] != SIPCODE_F_NONE; i++) {
		out_str(o, i > 0 ? "\t" : "");
		out_str(o, sipcode_field_name((enum sipcode_field)fields[i]));
	}
	out_char(o, '\n');
}

static void record(struct out *o, const struct sipcode_row *row,
                   const unsigned char *fields)
{
	for (size_t i = 0; fields[i] != SIPCODE_F_NONE; i++) {
		out_str(o, i > 0 ? "\t" : "");
		cell(o, row, (enum sipcode_field)fields[i]);
	}
	out_char(o, '\n');
}

/* All columns of a set. */
static void all_columns(enum sipcode_set set, unsigned char *fields)
{
	size_t n = 0;
	struct sipcode_column c;

	while ((c = sipcode_column(set, n)).field != SIPCODE_F_NONE)
		fields[n++] = (unsigned char)c.field;
	fields[n] = SIPCODE_F_NONE;
}

/* Records of another kind than the one before get a header of their own. */
static void records(struct out *o, const struct answer *a)
{
	unsigned char all[SIPCODE_FIELDS];
	const unsigned char *fields = list_columns(a->set);
	int set = -1;

	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_row *row = a->item[i].row;

		if (row == NULL)
			continue;
		if (set != (int)sipcode_row_set(row)) {
			set = (int)sipcode_row_set(row);
			if (a->kind == ANSWER_LIST) {
				fields = list_columns(sipcode_row_set(row));
			} else {
				all_columns(sipcode_row_set(row), all);
				fields = all;
			}
			header(o, fields);
		}
		record(o, row, fields);
	}
	if (set < 0) {
		all_columns(a->set, all);
		header(o, a->kind == ANSWER_LIST ? fields : all);
	}
}

static void hits(struct out *o, const struct answer *a)
{
	out_str(o, "kind\tkey\tphrase\tfield\ttext\tscore\n");
	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_hit *h = &a->hit[i];
		enum sipcode_set set = sipcode_row_set(h->row);
		const char *text = sipcode_text(h->row, h->field, h->item);

		out_str(o, sipcode_set_name(set));
		out_char(o, '\t');
		cell(o, h->row, sipcode_column(set, 0).field);
		out_char(o, '\t');
		cell(o, h->row, SIPCODE_F_PHRASE);
		out_char(o, '\t');
		out_str(o, sipcode_field_name(h->field));
		out_char(o, '\t');
		tsv_text(o, text, strlen(text));
		out_char(o, '\t');
		out_number(o, h->score);
		out_char(o, '\n');
	}
}

/* An aspect a line, with what each code has to say of it. */
static void compare(struct out *o, const struct answer *a)
{
	struct line l;

	out_str(o, "aspect\tequal");
	for (size_t i = 0; i < a->items; i++) {
		out_char(o, '\t');
		cell(o, a->item[i].row, SIPCODE_F_CODE);
	}
	out_char(o, '\n');
	for (int k = 0; k < ASPECTS; k++) {
		enum aspect aspect = (enum aspect)k;

		out_str(o, aspect_name(aspect));
		out_str(o, aspect_equal(a, aspect) ? "\tyes" : "\tno");
		for (size_t i = 0; i < a->items; i++) {
			const char *s = aspect_of(&l, a->item[i].row, aspect);

			out_char(o, '\t');
			tsv_text(o, s, strlen(s));
		}
		out_char(o, '\n');
	}
}

static void show(struct out *o, const struct answer *a)
{
	if (a->kind == ANSWER_COMPARE)
		compare(o, a);
	else if (a->kind == ANSWER_HITS)
		hits(o, a);
	else
		records(o, a);
}

const struct format format_tsv = {
	"tsv", show, tally_tsv, explained_tsv, checked_tsv,
};

void show_fields(struct out *o, const struct answer *a,
                 const enum sipcode_field *field, size_t fields, char end)
{
	for (size_t i = 0; i < a->items; i++) {
		if (a->item[i].row == NULL)
			continue;
		for (size_t k = 0; k < fields; k++) {
			out_str(o, k > 0 ? "\t" : "");
			cell(o, a->item[i].row, field[k]);
		}
		out_char(o, end);
	}
}
