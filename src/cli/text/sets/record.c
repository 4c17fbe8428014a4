/* record.c - the pages of all rows but status codes: classes, causes,
 * warn-codes, option tags, header fields, symptoms, timers, numbers ... */
#include "text/text.h"
#include "words/duty.h"
#include "words/label.h"
#include "words/name.h"
#include "words/row.h"
#include "len.h"

/* "LiveKit: 401, 407": what a product makes of codes. */
static void add_product_title(struct strbuf *b, const struct sipcode_row *row)
{
	strbuf_add(b, sipcode_text(row, SIPCODE_F_PRODUCT, 0));
	if (sipcode_len(row, SIPCODE_F_CODE) > 0)
		strbuf_add(b, ": ");
	row_numbers(b, row, SIPCODE_F_CODE);
}

static void record_title(struct out *o, const struct sipcode_row *row)
{
	enum sipcode_set set = sipcode_row_set(row);
	const char *name = sipcode_text(row, SIPCODE_F_NAME, 0);
	struct strbuf b = { 0 };

	if (set == SIPCODE_SYMPTOMS) {
		text_title(o, STYLE_BOLD,
		           sipcode_text(row, SIPCODE_F_TITLE, 0));
		lay_rule(o);
		return;
	}
	if (set == SIPCODE_NOTES || set == SIPCODE_PRACTICES) {
		add_product_title(&b, row);
		text_title(o, STYLE_BOLD, b.s);
		lay_rule(o);
		strbuf_free(&b);
		return;
	}
	if (set != SIPCODE_CLASSES && set != SIPCODE_NUMBERS) {
		strbuf_add(&b, sipcode_set_name(set));
		strbuf_add(&b, " ");
	}
	if (set == SIPCODE_FAILOVERS)
		strbuf_add(&b, sipcode_text(row, SIPCODE_F_PRODUCT, 0));
	else
		row_title(&b, row);
	if (*name == '\0')
		name = sipcode_text(row, SIPCODE_F_PHRASE, 0);
	if (set != SIPCODE_SIGHTINGS && set != SIPCODE_VARIANTS &&
	    set != SIPCODE_NAMES && *name != '\0') {
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
	if (sipcode_len(row, SIPCODE_F_CLASS) > 0)
		lay_foot(o, label_text(lang, LABEL_cause_class),
		         label_of_value(row, SIPCODE_F_CLASS));
	/* The name that a program writes may be the only one. */
	if (!row_is(row, SIPCODE_F_ALIAS, sipcode_text(row, SIPCODE_F_NAME, 0)))
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

/* "423 Interval Too Brief, 408 Request Timeout". */
static void record_codes(struct out *o, const struct sipcode_row *row)
{
	const char *label = label_text(sipcode_row_lang(row), LABEL_codes);
	struct strbuf b = { 0 };

	row_codes(&b, row, SIPCODE_F_CODE);
	if (b.len > 0)
		lay_foot(o, label, b.s);
	strbuf_free(&b);
}

static void record_flows(struct out *o, const struct sipcode_row *row)
{
	const char *label = label_text(sipcode_row_lang(row), LABEL_flows);
	struct strbuf b = { 0 };

	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_FLOWS); i++) {
		strbuf_add(&b, i > 0 ? ", " : "");
		strbuf_add(&b, "sipcode flow ");
		strbuf_add(&b,
		           sipcode_text(sipcode_link(row, SIPCODE_F_FLOWS, i),
		                        SIPCODE_F_ID, 0));
	}
	if (b.len > 0)
		lay_foot(o, label, b.s);
	strbuf_free(&b);
}

static void show_symptom(struct out *o, const struct sipcode_row *row, int all)
{
	text_bullets(o, row, SIPCODE_F_WHEN, LABEL_behind, EVERY_BULLET);
	text_bullets(o, row, SIPCODE_F_FIX, LABEL_fix, EVERY_BULLET);
	record_codes(o, row);
	record_flows(o, row);
	record_reference(o, row, all);
}

static void record_text(struct out *o, const struct sipcode_row *row,
                        enum sipcode_field field, enum label label)
{
	lay_foot(o, label_text(sipcode_row_lang(row), label),
	         sipcode_text(row, field, 0));
}

static void show_timer(struct out *o, const struct sipcode_row *row, int all)
{
	lay_text(o, 0, sipcode_text(row, SIPCODE_F_MEANING, 0));
	record_text(o, row, SIPCODE_F_DEFAULT, LABEL_default);
	record_text(o, row, SIPCODE_F_EXPIRY, LABEL_expiry);
	text_bullets(o, row, SIPCODE_F_LOOK, LABEL_look, EVERY_BULLET);
	record_codes(o, row);
	record_reference(o, row, all);
}

/* "405: what the URI does allow", "101-199 (INVITE), if ...: ...". */
static void tell_due(struct strbuf *b, const struct sipcode_row *duty)
{
	const char *condition = sipcode_text(duty, SIPCODE_F_CONDITION, 0);

	row_range(b, duty);
	if (sipcode_len(duty, SIPCODE_F_METHOD) > 0) {
		strbuf_add(b, " (");
		row_list(b, duty, SIPCODE_F_METHOD, ", ");
		strbuf_add(b, ")");
	}
	if (*condition != '\0') {
		strbuf_add(b, ", ");
		strbuf_add(b, condition);
	}
	strbuf_add(b, ": ");
	strbuf_add(b, sipcode_text(duty, SIPCODE_F_NOTE, 0));
}

/* Where the header field is due at that level, "" for what is just so; NULL for
 * what is so no more. */
static void record_duties(struct out *o, const struct sipcode_row *row,
                          const char *level, enum label label)
{
	const char *name = label_text(sipcode_row_lang(row), label);
	struct strbuf b = { 0 };

	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_DUTIES); i++) {
		const struct sipcode_row *duty =
			sipcode_link(row, SIPCODE_F_DUTIES, i);

		if (duty_in_force(duty) != (level != NULL) ||
		    (level != NULL && !row_is(duty, SIPCODE_F_LEVEL, level)))
			continue;
		strbuf_reset(&b);
		tell_due(&b, duty);
		text_fact(o, name, b.s, duty, SIPCODE_F_SOURCE);
		name = o->width == 0 ? name : "";
	}
	strbuf_free(&b);
}

static void show_header(struct out *o, const struct sipcode_row *row, int all)
{
	int lang = sipcode_row_lang(row);

	lay_text(o, 0, sipcode_text(row, SIPCODE_F_MEANING, 0));
	text_bullets(o, row, SIPCODE_F_LOOK, LABEL_look, EVERY_BULLET);
	if (sipcode_len(row, SIPCODE_F_DUTIES) > 0)
		lay_heading(o, label_text(lang, LABEL_facts));
	record_duties(o, row, "MUST", LABEL_must_be);
	record_duties(o, row, "SHOULD", LABEL_should_be);
	record_duties(o, row, "MAY", LABEL_may_be);
	record_duties(o, row, "", LABEL_is_in);
	record_duties(o, row, NULL, LABEL_once_be);
	record_fact(o, row, SIPCODE_F_COMPACT, LABEL_compact);
	record_reference(o, row, all);
}

static void show_name(struct out *o, const struct sipcode_row *row, int all)
{
	struct strbuf b = { 0 };

	lay_text(o, 0, sipcode_text(row, SIPCODE_F_PRODUCT, 0));
	name_add_meaning(&b, row);
	lay_text(o, 0, strbuf_text(&b));
	record_reference(o, row, all);
	strbuf_free(&b);
}

static void show_product(struct out *o, const struct sipcode_row *row, int all)
{
	record_fact(o, row, SIPCODE_F_ALIAS, LABEL_aliases);
	text_product(o, row, all);
}

static void show_failover(struct out *o, const struct sipcode_row *row, int all)
{
	struct items rules = { 0 };

	items_add_row(&rules, row);
	text_failovers(o, &rules, 0);
	record_reference(o, row, all);
	items_free(&rules);
}

static void show_other(struct out *o, const struct sipcode_row *row, int all)
{
	static const enum sipcode_field says[] = {
		SIPCODE_F_MEANING,
		SIPCODE_F_TEXT,
		SIPCODE_F_NOTE,
	};

	if (sipcode_len(row, SIPCODE_F_PRODUCT) > 0 &&
	    sipcode_row_set(row) != SIPCODE_NOTES &&
	    sipcode_row_set(row) != SIPCODE_PRACTICES)
		lay_text(o, 0, sipcode_text(row, SIPCODE_F_PRODUCT, 0));
	for (size_t i = 0; i < LEN(says); i++)
		if (sipcode_len(row, says[i]) > 0)
			lay_text(o, 0, sipcode_text(row, says[i], 0));
	if (sipcode_len(row, SIPCODE_F_UNCONFIRMED) > 0)
		lay_text(o, 0,
		         label_text(sipcode_row_lang(row), LABEL_unconfirmed));
	text_bullets(o, row, SIPCODE_F_LOOK, LABEL_look, EVERY_BULLET);
	record_codes(o, row);
	record_fact(o, row, SIPCODE_F_ALIAS, LABEL_aliases);
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
	case SIPCODE_HEADERS:
		show_header(o, row, all);
		break;
	case SIPCODE_SYMPTOMS:
		show_symptom(o, row, all);
		break;
	case SIPCODE_TIMERS:
		show_timer(o, row, all);
		break;
	case SIPCODE_NAMES:
		show_name(o, row, all);
		break;
	case SIPCODE_PRODUCTS:
		show_product(o, row, all);
		break;
	case SIPCODE_FAILOVERS:
		show_failover(o, row, all);
		break;
	default:
		show_other(o, row, all);
	}
	o->tight = 0;
}
