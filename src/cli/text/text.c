/* text.c - the text format: which part shows which answer. */
#include "text.h"

#include "layout.h"
#include "explain.h"
#include "tally.h"
#include "words.h"

static void disguised(struct out *o, const struct item *item)
{
	const struct sipcode_row *d = item->disguise;
	struct line l, sources;

	line_start(&l);
	line_add(&l, item->typed);
	line_add(&l, " ");
	line_add(&l, word_of(sipcode_row_lang(d), LABEL_is));
	line_add(&l, " ");
	line_add(&l, sipcode_text(d, SIPCODE_F_PRODUCT, 0));
	line_add(&l, " (");
	line_add(&l, sipcode_text(d, SIPCODE_F_FORM, 0));
	line_add(&l, "): ");
	line_add(&l, sipcode_text(d, SIPCODE_F_MEANING, 0));
	line_add(&l, " [");
	line_add(&l, line_sources(&sources, d, SIPCODE_F_SOURCE));
	line_add(&l, "]");
	lay_text(o, 0, l.s);
	out_char(o, '\n');
}

static void page(struct out *o, const struct answer *a, const struct item *item)
{
	if (item->disguise != NULL)
		disguised(o, item);
	if (item->row == NULL)
		text_unknown(o, a->lang, item->number);
	else if (sipcode_row_set(item->row) == SIPCODE_CODES)
		text_code(o, item->row, a->brief, a->all);
	else
		text_row(o, item->row);
}

static void show(struct out *o, const struct answer *a)
{
	if (a->kind == ANSWER_COMPARE) {
		text_compare(o, a);
		return;
	}
	if (a->kind == ANSWER_LIST) {
		text_list(o, a);
		return;
	}
	if (a->kind == ANSWER_HITS) {
		text_hits(o, a);
		return;
	}
	for (size_t i = 0; i < a->items; i++) {
		if (i > 0)
			out_char(o, '\n');
		if (a->kind == ANSWER_FLOWS)
			text_flow(o, a->item[i].row);
		else
			page(o, a, &a->item[i]);
	}
}

const struct format format_text = {
	"text", show, tally_text, explained_text, checked_text,
};
