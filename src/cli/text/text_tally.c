/* text_tally.c - a tally for the eye: classes, codes, bars, notes. */
#include <string.h>

#include "layout.h"
#include "tally.h"
#include "words.h"
#include "utf8.h"

enum { PHRASE_COLUMN = 36, BAR_COLUMN = 60, BAR_MAX = 40 };

static void fill(struct out *o, size_t used, size_t column)
{
	if (o->width != 0 && used < column)
		lay_blanks(o, column - used);
	else
		lay_blanks(o, 2);
}

static size_t digits(uint64_t n)
{
	size_t count = 1;

	while (n >= 10) {
		n /= 10;
		count++;
	}
	return count;
}

/* "  486 Busy Here          1234  12.34 %  #####" */
static void row(struct out *o, const struct tally *t, const char *code,
                const char *phrase, uint64_t count)
{
	unsigned share = tally_share(t, count);
	size_t used = strlen(code) + 1 + utf8_columns(phrase, strlen(phrase));

	out_str(o, code);
	out_char(o, ' ');
	out_str(o, phrase);
	fill(o, used, PHRASE_COLUMN + 10 - digits(count));
	out_number(o, (unsigned long)count);
	fill(o, PHRASE_COLUMN + 10,
	     PHRASE_COLUMN + 12 + (share < 1000) + (share < 10000));
	tally_percent(o, share);
	out_str(o, " %");
	if (o->width > BAR_COLUMN + 10) {
		size_t room = o->width - BAR_COLUMN - 2;

		room = room > BAR_MAX ? BAR_MAX : room;
		out_bytes(o, "  ", 2);
		out_glyph(o, GLYPH_BLOCK, (share * room + 9999) / 10000);
	}
	out_char(o, '\n');
}

static const char *phrase_of(const struct tally *t, unsigned code)
{
	const struct sipcode_row *r = sipcode_code(t->lang, code);

	return r == NULL ? word_of(t->lang, LABEL_unknown_code)
	                 : sipcode_text(r, SIPCODE_F_PHRASE, 0);
}

static void code_text(char *s, unsigned code)
{
	s[0] = (char)('0' + code / 100);
	s[1] = (char)('0' + code / 10 % 10);
	s[2] = (char)('0' + code % 10);
	s[3] = '\0';
}

static void classes(struct out *o, const struct tally *t)
{
	for (unsigned class = 1; class < 7; class ++) {
		const struct sipcode_row *r =
			sipcode_class(t->lang, class * 100);
		uint64_t sum = tally_class(t, class);

		if (sum == 0)
			continue;
		out_style(o, STYLE_BOLD);
		row(o, t, sipcode_text(r, SIPCODE_F_CLASS, 0),
		    sipcode_text(r, SIPCODE_F_NAME, 0), sum);
		out_style(o, STYLE_PLAIN);
		for (unsigned i = class * 100; i < class * 100 + 100; i++) {
			char code[4];

			if (t->count[i] == 0)
				continue;
			code_text(code, i);
			out_bytes(o, "  ", 2);
			out_style(o, style_of_code(i));
			row(o, t, code, phrase_of(t, i), t->count[i]);
			out_style(o, STYLE_PLAIN);
		}
	}
}

static void methods(struct out *o, const struct tally *t)
{
	for (size_t m = 0; t->by_method && m < TALLY_METHODS; m++) {
		int any = 0;

		for (unsigned i = 100; i < TALLY_CODES; i++) {
			char code[4];

			if (t->by[m][i] == 0)
				continue;
			if (!any)
				lay_heading(o, tally_method_name(m));
			any = 1;
			code_text(code, i);
			out_bytes(o, "  ", 2);
			row(o, t, code, phrase_of(t, i), t->by[m][i]);
		}
	}
}

/* "100 \"Giving it a try\": 12 (OpenSIPS)". */
static void odd_phrase(struct out *o, const struct tally *t,
                       const struct odd *odd)
{
	const struct sipcode_row *sighting;
	char code[4];

	code_text(code, odd->code);
	out_bytes(o, "  ", 2);
	out_str(o, code);
	out_str(o, " \"");
	out_escaped(o, odd->phrase, odd->len);
	out_str(o, "\": ");
	out_number(o, (unsigned long)odd->count);
	if (odd->len > 0 && sipcode_sightings(t->lang, odd->code, odd->phrase,
	                                      odd->len, &sighting, 1) > 0) {
		out_str(o, " (");
		out_str(o, sipcode_text(sighting, SIPCODE_F_PRODUCT, 0));
		out_char(o, ')');
	}
	out_char(o, '\n');
}

/* Codes of no registry, then phrases that are not the registered ones. */
static void apart(struct out *o, const struct tally *t)
{
	int any = 0;

	for (unsigned i = 100; i < TALLY_CODES; i++) {
		const struct sipcode_row *r = sipcode_code(t->lang, i);
		char code[4];

		if (t->count[i] == 0 ||
		    (r != NULL && !row_is(r, SIPCODE_F_STATUS, "unregistered")))
			continue;
		if (!any)
			lay_heading(o,
			            word_of(t->lang, LABEL_unregistered_codes));
		any = 1;
		code_text(code, i);
		out_bytes(o, "  ", 2);
		row(o, t, code, phrase_of(t, i), t->count[i]);
	}
	if (t->odds > 0)
		lay_heading(o, word_of(t->lang, LABEL_odd_phrases));
	for (size_t i = 0; i < t->odds; i++)
		odd_phrase(o, t, &t->odd[i]);
}

static void note(struct out *o, const struct tally *t, enum label label,
                 uint64_t count)
{
	if (count == 0)
		return;
	out_number(o, (unsigned long)count);
	out_char(o, ' ');
	out_str(o, word_of(t->lang, label));
	out_char(o, '\n');
}

void tally_text(struct out *o, const struct tally *t)
{
	out_number(o, (unsigned long)t->total);
	out_char(o, ' ');
	out_str(o, word_of(t->lang, LABEL_lines_counted));
	out_char(o, '\n');
	/* Summary and payload: tcpdump -A; the summary alone: tcpdump. */
	if (t->tcpdump > 0 && 2 * t->tcpdump <= t->total + t->total / 10)
		note(o, t, LABEL_note_tcpdump, t->tcpdump);
	note(o, t, LABEL_note_unexpected, t->unexpected);
	note(o, t, LABEL_note_missed, t->missed);
	note(o, t, LABEL_note_sipfrag, t->sipfrag);
	note(o, t, LABEL_note_odd_rest, t->odd_rest);
	if (t->total > 0)
		out_char(o, '\n');
	classes(o, t);
	methods(o, t);
	apart(o, t);
}
