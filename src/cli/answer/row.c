/* row.c - a row in a few words, and the columns by which a set is listed. */
#include "answer.h"

#include "len.h"

void row_title(struct out *o, const struct sipcode_row *row)
{
	/* The first of these that the row has says which one it is. */
	static const unsigned char says[] = {
		SIPCODE_F_TAG,  SIPCODE_F_LEVEL, SIPCODE_F_HEADER,
		SIPCODE_F_NAME, SIPCODE_F_TEXT,  SIPCODE_F_PHRASE,
		SIPCODE_F_ID,
	};
	enum sipcode_set set = sipcode_row_set(row);
	struct sipcode_column key = sipcode_column(set, 0);

	if (key.type == SIPCODE_T_NUMBER) {
		out_number(o, sipcode_number(row, key.field, 0));
		return;
	}
	if (set == SIPCODE_CLASSES || set == SIPCODE_PAIRS ||
	    set == SIPCODE_FLOWS || set == SIPCODE_MAPPINGS) {
		out_str(o, sipcode_text(row, key.field, 0));
		return;
	}
	if (set == SIPCODE_NUMBERS) {
		unsigned long first = sipcode_number(row, SIPCODE_F_FIRST, 0);
		unsigned long last = sipcode_number(row, SIPCODE_F_LAST, 0);

		out_number(o, first);
		if (last != first) {
			out_char(o, '-');
			out_number(o, last);
		}
		return;
	}
	for (size_t i = 0; i < LEN(says); i++) {
		enum sipcode_field f = (enum sipcode_field)says[i];

		if (sipcode_len(row, f) == 0)
			continue;
		out_str(o, sipcode_text(row, f, 0));
		/* "MUST Require": a level alone says little. */
		if (f != SIPCODE_F_LEVEL)
			return;
		out_char(o, ' ');
	}
}

const unsigned char *list_columns(enum sipcode_set set)
{
	static const unsigned char codes[] = {
		SIPCODE_F_CODE,   SIPCODE_F_PHRASE,    SIPCODE_F_CLASS,
		SIPCODE_F_STATUS, SIPCODE_F_REFERENCE, SIPCODE_F_NATURE,
		SIPCODE_F_RETRY,  SIPCODE_F_EFFECT,    SIPCODE_F_SUMMARY,
		SIPCODE_F_NONE
	};
	static const unsigned char causes[] = {
		SIPCODE_F_CAUSE,   SIPCODE_F_NAME,   SIPCODE_F_KIND,
		SIPCODE_F_MEANING, SIPCODE_F_SOURCE, SIPCODE_F_NONE
	};
	static const unsigned char warnings[] = {
		SIPCODE_F_WARNING, SIPCODE_F_PHRASE, SIPCODE_F_MEANING,
		SIPCODE_F_SOURCE, SIPCODE_F_NONE
	};
	static const unsigned char options[] = { SIPCODE_F_TAG,
		                                 SIPCODE_F_MEANING,
		                                 SIPCODE_F_SOURCE,
		                                 SIPCODE_F_NONE };
	static const unsigned char flows[] = { SIPCODE_F_ID, SIPCODE_F_CODE,
		                               SIPCODE_F_TITLE,
		                               SIPCODE_F_SOURCE,
		                               SIPCODE_F_NONE };
	static const unsigned char mappings[] = {
		SIPCODE_F_PRODUCT, SIPCODE_F_DIRECTION, SIPCODE_F_CODE,
		SIPCODE_F_CAUSE,   SIPCODE_F_NAME,      SIPCODE_F_RESULT,
		SIPCODE_F_OTHER,   SIPCODE_F_IF,        SIPCODE_F_STANDARD,
		SIPCODE_F_NOTE,    SIPCODE_F_SOURCE,    SIPCODE_F_NONE
	};

	switch (set) {
	case SIPCODE_CAUSES:
		return causes;
	case SIPCODE_WARNINGS:
		return warnings;
	case SIPCODE_OPTIONS:
		return options;
	case SIPCODE_FLOWS:
		return flows;
	case SIPCODE_MAPPINGS:
		return mappings;
	default:
		return codes;
	}
}
