/* lead.c - rows as operands. */
#include "words/lead.h"

#include <string.h>

#include "words/label.h"
#include "words/row.h"

static void add_key(struct strbuf *b, const struct sipcode_row *row)
{
	struct sipcode_column key = sipcode_column(sipcode_row_set(row), 0);

	if (key.type == SIPCODE_T_NUMBER)
		strbuf_number(b, sipcode_number(row, key.field, 0));
	else
		strbuf_add(b, sipcode_text(row, key.field, 0));
}

/* The code 486 in the disguise of a product. */
static void add_disguised(struct strbuf *b, const struct sipcode_row *row)
{
	unsigned long offset = sipcode_number(row, SIPCODE_F_OFFSET, 0);

	strbuf_add(b, sipcode_text(row, SIPCODE_F_PREFIX, 0));
	strbuf_number(b, offset + 486);
}

void lead_add(struct strbuf *b, const struct sipcode_row *row)
{
	switch (sipcode_row_set(row)) {
	case SIPCODE_CODES:
	case SIPCODE_CLASSES:
		add_key(b, row);
		break;
	case SIPCODE_PAIRS:
		strbuf_add(b, "compare");
		for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_CODE); i++) {
			strbuf_add(b, " ");
			add_key(b, sipcode_link(row, SIPCODE_F_CODE, i));
		}
		break;
	case SIPCODE_NUMBERS:
		strbuf_number(b, sipcode_number(row, SIPCODE_F_FIRST, 0));
		break;
	case SIPCODE_DISGUISES:
		add_disguised(b, row);
		break;
	case SIPCODE_SIGHTINGS:
	case SIPCODE_VARIANTS:
		strbuf_add(b, sipcode_text(row, SIPCODE_F_PHRASE, 0));
		break;
	case SIPCODE_CAUSES:
	case SIPCODE_WARNINGS:
	case SIPCODE_OPTIONS:
	case SIPCODE_HEADERS:
	case SIPCODE_SYMPTOMS:
	case SIPCODE_TIMERS:
	case SIPCODE_PRODUCTS:
	case SIPCODE_TERMS:
	case SIPCODE_FLOWS:
		strbuf_add(b, sipcode_set_name(sipcode_row_set(row)));
		strbuf_add(b, " ");
		add_key(b, row);
		break;
	case SIPCODE_NAMES:
		strbuf_add(b, "name ");
		strbuf_add(b, sipcode_text(row, SIPCODE_F_NAME, 0));
		break;
	case SIPCODE_LOCATIONS:
		strbuf_add(b, "cause ");
		strbuf_add(b, sipcode_text(row, SIPCODE_F_ALIAS, 0));
		break;
	case SIPCODE_FAILOVERS:
		strbuf_add(b, "failover ");
		add_key(b, row);
		break;
	default:
		add_key(b, row);
	}
}

void lead_title(struct strbuf *b, const struct sipcode_row *row)
{
	const char *name = sipcode_text(row, SIPCODE_F_NAME, 0);

	lead_add(b, row);
	if (sipcode_row_set(row) == SIPCODE_NAMES)
		name = sipcode_text(row, SIPCODE_F_PRODUCT, 0);
	if (*name == '\0' && sipcode_row_set(row) != SIPCODE_SIGHTINGS &&
	    sipcode_row_set(row) != SIPCODE_VARIANTS)
		name = sipcode_text(row, SIPCODE_F_PHRASE, 0);
	if (*name != '\0') {
		strbuf_add(b, " ");
		strbuf_add(b, name);
	}
	/* A number alone may be anybody's. */
	if (sipcode_row_set(row) == SIPCODE_NUMBERS) {
		strbuf_add(b, " (");
		strbuf_add(b, sipcode_text(row, SIPCODE_F_PRODUCT, 0));
		strbuf_add(b, ")");
	}
}

void lead_place(struct strbuf *b, const struct sipcode_hit *hit)
{
	const char *product = sipcode_text(hit->row, SIPCODE_F_PRODUCT, 0);
	enum label label;

	if (hit->owner == hit->row)
		return;
	switch (sipcode_row_set(hit->row)) {
	case SIPCODE_NOTES:
		label = LABEL_in_note;
		break;
	case SIPCODE_SIGHTINGS:
		label = LABEL_in_phrase;
		break;
	case SIPCODE_PRACTICES:
		label = LABEL_in_practice;
		break;
	case SIPCODE_VARIANTS:
		label = LABEL_in_variant;
		break;
	case SIPCODE_MAPPINGS:
		label = LABEL_in_mapping;
		break;
	case SIPCODE_DUTIES:
		label = LABEL_in_duty;
		break;
	default:
		label = LABEL_in_rule;
	}
	strbuf_add(b, ", ");
	label_fill(b, label_text(sipcode_row_lang(hit->row), label), &product,
	           1);
}
