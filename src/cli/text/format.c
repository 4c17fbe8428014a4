/* format.c - the text format: which part shows which answer. */
#include "answer/answer.h"

#include "text/text.h"
#include "words/label.h"
#include "words/name.h"
#include "words/row.h"

static void show_disguise(struct out *o, const struct item *item)
{
	const struct sipcode_row *d = item->disguise;
	struct strbuf b = { 0 };
	int name = sipcode_row_set(d) == SIPCODE_NAMES;

	strbuf_add(&b, item->typed);
	strbuf_add(&b, " ");
	strbuf_add(&b, label_text(sipcode_row_lang(d),
	                          name ? LABEL_is_name : LABEL_is));
	strbuf_add(&b, " ");
	strbuf_add(&b, sipcode_text(d, SIPCODE_F_PRODUCT, 0));
	if (!name) {
		strbuf_add(&b, " (");
		strbuf_add(&b, sipcode_text(d, SIPCODE_F_FORM, 0));
		strbuf_add(&b, ")");
	}
	strbuf_add(&b, ": ");
	if (name)
		name_add_meaning(&b, d);
	else
		strbuf_add(&b, sipcode_text(d, SIPCODE_F_MEANING, 0));
	strbuf_add(&b, " [");
	row_sources(&b, d, SIPCODE_F_SOURCE);
	strbuf_add(&b, "]");
	lay_text(o, 0, strbuf_text(&b));
	lay_gap(o);
	strbuf_free(&b);
}

/* '"Maximum Calls In Progress" FreeSWITCH: ... [source]', a line each. */
static void show_seen(struct out *o, const struct item *item)
{
	struct strbuf b = { 0 };

	for (size_t i = 0; i < item->seens; i++) {
		const struct sipcode_row *seen = item->seen[i];

		strbuf_reset(&b);
		text_sighting(&b, seen);
		strbuf_add(&b, " [");
		row_sources(&b, seen, SIPCODE_F_SOURCE);
		strbuf_add(&b, "]");
		lay_text(o, 0, strbuf_text(&b));
	}
	if (item->seens > 0)
		lay_gap(o);
	strbuf_free(&b);
}

static void show_page(struct out *o, const struct answer *a,
                      const struct item *item)
{
	show_seen(o, item);
	if (item->disguise != NULL)
		show_disguise(o, item);
	if (item->row == NULL)
		text_unknown(o, a->lang, item);
	else if (item->about != NULL)
		text_product_code(o, item->row, item->about, a->all);
	else if (sipcode_row_set(item->row) == SIPCODE_CODES)
		text_code(o, item->row, a->content);
	else
		text_record(o, item->row, a->all);
}

static void show_each(struct out *o, const struct answer *a)
{
	for (size_t i = 0; i < a->items; i++) {
		if (i > 0)
			lay_gap(o);
		if (sipcode_row_set(a->item[i].row) == SIPCODE_FLOWS)
			text_flow(o, a->item[i].row, a->all);
		else
			show_page(o, a, &a->item[i]);
	}
}

static void text_answer(struct out *o, const struct answer *a)
{
	switch (a->kind) {
	case ANSWER_COMPARE:
		text_comparison(o, a);
		break;
	case ANSWER_LIST:
		text_list(o, a);
		break;
	case ANSWER_HITS:
		text_hits(o, a);
		break;
	case ANSWER_CHOICE:
		text_choice(o, a);
		break;
	case ANSWER_PAGES:
		show_each(o, a);
	}
}

const struct format format_text = {
	.name = "text",
	.for_people = 1,
	.show = text_answer,
	.tally = text_tally,
	.explained = text_explained,
	.overview = text_overview,
	.left_out = text_left_out,
	.ladder = text_ladder,
	.checked = text_checked,
	.copied = text_copied,
	.annotated = text_annotated,
};
