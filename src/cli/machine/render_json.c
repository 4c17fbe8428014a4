/* render_json.c - answers as one JSON document. */
#include "answer.h"

#include <string.h>

#include "compare.h"
#include "json.h"
#include "explain.h"
#include "tally.h"

static struct sipcode_column column_named(enum sipcode_set set,
                                          enum sipcode_field field)
{
	struct sipcode_column c;

	for (size_t i = 0; (c = sipcode_column(set, i)).field != 0; i++)
		if (c.field == field)
			break;
	return c;
}

static void listed(struct out *o, const struct sipcode_row *row)
{
	enum sipcode_set set = sipcode_row_set(row);
	const unsigned char *f = list_columns(set);
	int first = 1;

	out_char(o, '{');
	for (; *f != SIPCODE_F_NONE; f++) {
		enum sipcode_field field = (enum sipcode_field) * f;

		json_name(o, &first, sipcode_field_name(field));
		json_field(o, row, column_named(set, field));
	}
	out_char(o, '}');
}

static void unknown(struct out *o, int lang, unsigned long number)
{
	const struct sipcode_row *near[3];
	size_t n = sipcode_nearest(lang, number, near, 3);
	int first = 1;

	out_char(o, '{');
	json_name(o, &first, "code");
	out_number(o, number);
	json_name(o, &first, "status");
	json_text(o, "unknown");
	json_name(o, &first, "treat_as");
	out_number(o, number < 200 ? 183 : number / 100 * 100);
	json_name(o, &first, "nearest");
	out_char(o, '[');
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			out_char(o, ',');
		out_number(o, sipcode_number(near[i], SIPCODE_F_CODE, 0));
	}
	out_str(o, "]}");
}

static void hit(struct out *o, const struct sipcode_hit *h)
{
	enum sipcode_set set = sipcode_row_set(h->row);
	int first = 1;

	out_char(o, '{');
	json_name(o, &first, "kind");
	json_text(o, sipcode_set_name(set));
	json_name(o, &first, "key");
	json_field(o, h->row, sipcode_column(set, 0));
	json_name(o, &first, "phrase");
	json_text(o, sipcode_text(h->row, SIPCODE_F_PHRASE, 0));
	json_name(o, &first, "field");
	json_text(o, sipcode_field_name(h->field));
	json_name(o, &first, "text");
	json_text(o, sipcode_text(h->row, h->field, h->item));
	json_name(o, &first, "score");
	out_number(o, h->score);
	out_char(o, '}');
}

static void item(struct out *o, const struct answer *a, size_t i)
{
	const struct item *it = &a->item[i];

	if (a->kind == ANSWER_LIST)
		listed(o, it->row);
	else if (a->kind == ANSWER_HITS)
		hit(o, &a->hit[i]);
	else if (it->row == NULL)
		unknown(o, a->lang, it->number);
	else if (it->disguise != NULL) {
		int first = 1;

		out_char(o, '{');
		json_name(o, &first, "typed");
		json_text(o, it->typed);
		json_name(o, &first, "disguise");
		json_row(o, it->disguise);
		json_name(o, &first, "is");
		json_row(o, it->row);
		out_char(o, '}');
	} else
		json_row(o, it->row);
}

static void items(struct out *o, const struct answer *a)
{
	out_char(o, '[');
	for (size_t i = 0; i < a->items; i++) {
		out_str(o, i > 0 ? ",\n" : "");
		item(o, a, i);
	}
	out_char(o, ']');
}

/* The aspects that are equal, or those that are not: {"retry":[...]}. */
static void aspects(struct out *o, const struct answer *a, int equal)
{
	struct line l;
	int first = 1;

	out_char(o, '{');
	for (int k = 0; k < ASPECTS; k++) {
		enum aspect aspect = (enum aspect)k;

		if (aspect_equal(a, aspect) != equal)
			continue;
		json_name(o, &first, aspect_name(aspect));
		if (equal) {
			json_text(o, aspect_of(&l, a->item[0].row, aspect));
			continue;
		}
		out_char(o, '[');
		for (size_t i = 0; i < a->items; i++) {
			out_str(o, i > 0 ? "," : "");
			json_text(o, aspect_of(&l, a->item[i].row, aspect));
		}
		out_char(o, ']');
	}
	out_char(o, '}');
}

static void compare(struct out *o, const struct answer *a)
{
	struct line l;
	int first = 1;

	out_char(o, '{');
	json_name(o, &first, "summary");
	if (a->pair != NULL) {
		json_text(o, sipcode_text(a->pair, SIPCODE_F_SUMMARY, 0));
	} else {
		compare_summary(&l, a);
		json_text(o, l.s);
	}
	json_name(o, &first, "comparison");
	if (a->pair != NULL)
		json_row(o, a->pair);
	else
		out_str(o, "null");
	json_name(o, &first, "common");
	aspects(o, a, 1);
	json_name(o, &first, "different");
	aspects(o, a, 0);
	json_name(o, &first, "codes");
	items(o, a);
	out_char(o, '}');
}

static void show(struct out *o, const struct answer *a)
{
	if (a->kind == ANSWER_COMPARE)
		compare(o, a);
	else
		items(o, a);
	out_char(o, '\n');
}

const struct format format_json = {
	"json", show, tally_json, explained_json, checked_json,
};
