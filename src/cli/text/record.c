/* record.c - the pages of classes, causes, warn-codes, option tags and
 * numbers that are no status codes. */
#include "text/text.h"
#include "words/label.h"
#include "words/row.h"

static void record_title(struct out *o, const struct sipcode_row *row)
{
	enum sipcode_set set = sipcode_row_set(row);
	const char *name = sipcode_text(row, SIPCODE_F_NAME, 0);
	struct strbuf b = { 0 };

	if (set != SIPCODE_CLASSES && set != SIPCODE_NUMBERS) {
		strbuf_add(&b, sipcode_set_name(set));
		strbuf_add(&b, " ");
	}
	row_title(&b, row);
	if (*name == '\0')
		name = sipcode_text(row, SIPCODE_F_PHRASE, 0);
	if (set != SIPCODE_SIGHTINGS && set != SIPCODE_VARIANTS &&
	    *name != '\0') {
		strbuf_add(&b, " ");
		strbuf_add(&b, name);
	}
	text_title(o, STYLE_BOLD, strbuf_text(&b));
	lay_rule(o);
	strbuf_free(&b);
}

/* The mappings of a cause; those of the standard come first. */
static void record_mappings(struct out *o, const struct sipcode_row *row,
                            int all)
{
	size_t n = sipcode_len(row, SIPCODE_F_MAPPINGS);
	struct items list = { 0 };

	for (int standard = 1; standard >= 0; standard--) {
		for (size_t i = 0; i < n; i++) {
			const struct sipcode_row *m =
				sipcode_link(row, SIPCODE_F_MAPPINGS, i);

			if (sipcode_standard(m) == standard)
				items_add_row(&list, m);
		}
	}
	if (n > 0)
		text_mappings(o, sipcode_row_lang(row), &list, 1, all);
	items_free(&list);
}

/* Where the record comes from: its first source, or all of them. */
static void record_reference(struct out *o, const struct sipcode_row *row,
                             int all)
{
	const char *label = label_text(sipcode_row_lang(row), LABEL_reference);
	struct strbuf b = { 0 };

	if (all)
		row_sources(&b, row, SIPCODE_F_SOURCE);
	else
		strbuf_add(&b, sipcode_text(row, SIPCODE_F_SOURCE, 0));
	lay_foot(o, label, strbuf_text(&b));
	strbuf_free(&b);
}

/* The values of a field in a line; nothing if there are none. */
static void record_fact(struct out *o, const struct sipcode_row *row,
                        enum sipcode_field field, enum label label)
{
	struct strbuf b = { 0 };

	row_list(&b, row, field, ", ");
	if (b.len > 0)
		lay_foot(o, label_text(sipcode_row_lang(row), label), b.s);
	strbuf_free(&b);
}

static void show_cause(struct out *o, const struct sipcode_row *row, int all)
{
	int lang = sipcode_row_lang(row);

	lay_text(o, 0, sipcode_text(row, SIPCODE_F_MEANING, 0));
	if (row_is(row, SIPCODE_F_KIND, "national"))
		lay_text(o, 0, label_text(lang, LABEL_national));
	else if (!row_is(row, SIPCODE_F_KIND, "q850"))
		lay_text(o, 0, label_text(lang, LABEL_internal));
	text_bullets(o, row, SIPCODE_F_LOOK, LABEL_look, EVERY_BULLET);
	record_mappings(o, row, all);
	record_fact(o, row, SIPCODE_F_ALIAS, LABEL_aliases);
	record_reference(o, row, all);
}

static void show_option(struct out *o, const struct sipcode_row *row, int all)
{
	lay_text(o, 0, sipcode_text(row, SIPCODE_F_MEANING, 0));
	text_bullets(o, row, SIPCODE_F_STEP, LABEL_step, EVERY_BULLET);
	text_bullets(o, row, SIPCODE_F_DROP, LABEL_drop, EVERY_BULLET);
	record_fact(o, row, SIPCODE_F_CARRIED_IN, LABEL_carried_in);
	record_reference(o, row, all);
}

static void show_class(struct out *o, const struct sipcode_row *row, int all)
{
	const char *label = label_text(sipcode_row_lang(row), LABEL_proxies);
	const struct sipcode_row *rule;
	size_t at = 0;

	lay_text(o, 0, sipcode_text(row, SIPCODE_F_DESCRIPTION, 0));
	text_bullets(o, row, SIPCODE_F_FIX, LABEL_unknown, EVERY_BULLET);
	text_paragraphs(o, row, SIPCODE_F_BACKGROUND, LABEL_background);
	lay_heading(o, label_text(sipcode_row_lang(row), LABEL_facts));
	while ((rule = row_class_rule(row, &at)) != NULL) {
		text_fact(o, label, sipcode_text(rule, SIPCODE_F_TEXT, 0), rule,
		          SIPCODE_F_SOURCE);
		label = o->width == 0 ? label : "";
	}
	record_reference(o, row, all);
}

static void show_other(struct out *o, const struct sipcode_row *row, int all)
{
	if (sipcode_len(row, SIPCODE_F_PRODUCT) > 0)
		lay_text(o, 0, sipcode_text(row, SIPCODE_F_PRODUCT, 0));
	lay_text(o, 0, sipcode_text(row, SIPCODE_F_MEANING, 0));
	text_bullets(o, row, SIPCODE_F_LOOK, LABEL_look, EVERY_BULLET);
	record_reference(o, row, all);
}

void text_record(struct out *o, const struct sipcode_row *row, int all)
{
	record_title(o, row);
	o->tight = sipcode_row_set(row) != SIPCODE_CLASSES;
	switch (sipcode_row_set(row)) {
	case SIPCODE_CAUSES:
		show_cause(o, row, all);
		break;
	case SIPCODE_OPTIONS:
		show_option(o, row, all);
		break;
	case SIPCODE_CLASSES:
		show_class(o, row, all);
		break;
	default:
		show_other(o, row, all);
	}
	o->tight = 0;
}
