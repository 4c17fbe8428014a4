/* tally.c - a tally for the eye: classes, codes, bars, notes. */
#include <string.h>

#include "answer/tally.h"
#include "layout/markdown.h"
#include "text/text.h"
#include "words/label.h"
#include "words/row.h"
#include "utf8.h"

enum {
	COUNT_END = 46, /* the column in which a count ends */
	SHARE_WIDTH = 12,
	BAR_COLUMN = 60,
	BAR_MAX = 40
};

/* Blanks up to a column; two where nothing is filled, or it is passed. */
static void fill_up(struct out *o, size_t used, size_t column)
{
	lay_blanks(o, o->width != 0 && used < column ? column - used : 2);
}

/* The column in which counts end, as far as the screen allows. */
static size_t count_end(const struct out *o)
{
	if (o->width == 0 || o->width >= COUNT_END + SHARE_WIDTH)
		return COUNT_END;
	return o->width - SHARE_WIDTH;
}

static void tally_bar(struct out *o, unsigned share)
{
	size_t room;

	if (o->width <= BAR_COLUMN + 10)
		return;
	room = o->width - BAR_COLUMN - 2;
	room = room > BAR_MAX ? BAR_MAX : room;
	out_bytes(o, "  ", 2);
	out_glyph(o, GLYPH_BLOCK, (share * room + 9999) / 10000);
}

/* A row in Markdown: name, count, share. */
static void tally_row(struct out *o, const struct tally *t, int strong,
                      const char *const *cell)
{
	const char *head[] = { label_text(t->lang, LABEL_codes), "n", "%" };

	markdown_table(o, head, 3);
	markdown_row(o, cell, 3, strong);
}

/* "486 Busy Here          1234  12.34 %  #####" */
static void tally_line(struct out *o, const struct tally *t, unsigned indent,
                       enum style style, const char *name, uint64_t count)
{
	unsigned share = tally_share(t, count);
	size_t used = indent + utf8_columns(name, strlen(name));
	size_t end = count_end(o);
	struct strbuf digits = { 0 }, percent = { 0 };

	strbuf_number(&digits, count);
	tally_percent(&percent, share);
	if (o->markdown) {
		const char *cell[] = { name, digits.s, percent.s };

		tally_row(o, t, indent == 0, cell);
		strbuf_free(&digits);
		strbuf_free(&percent);
		return;
	}
	if (end < COUNT_END && used + 2 + digits.len > end) {
		text_begin(o, style);
		lay_text(o, indent, name);
		lay_blanks(o, indent);
		used = indent;
	} else {
		lay_blanks(o, indent);
		text_begin(o, style);
		out_str(o, name);
	}
	fill_up(o, used, end - (digits.len < end ? digits.len : end));
	out_str(o, digits.s);
	fill_up(o, 0, 2 + (share < 1000) + (share < 10000));
	out_str(o, percent.s);
	out_str(o, " %");
	tally_bar(o, share);
	out_char(o, '\n');
	text_end(o, style);
	strbuf_free(&digits);
	strbuf_free(&percent);
}

static void code_line(struct out *o, const struct tally *t, unsigned code,
                      enum style style, uint64_t count)
{
	struct strbuf b = { 0 };

	strbuf_number(&b, code);
	strbuf_add(&b, " ");
	strbuf_add(&b,
	           t->row[code] == NULL
	                   ? label_text(t->lang, LABEL_unknown_code)
	                   : sipcode_text(t->row[code], SIPCODE_F_PHRASE, 0));
	tally_line(o, t, 2, style, b.s, count);
	strbuf_free(&b);
}

static void class_line(struct out *o, const struct tally *t, unsigned i)
{
	struct strbuf b = { 0 };

	strbuf_add(&b, sipcode_text(t->class_row[i], SIPCODE_F_CLASS, 0));
	strbuf_add(&b, " ");
	strbuf_add(&b, sipcode_text(t->class_row[i], SIPCODE_F_NAME, 0));
	tally_line(o, t, 0, STYLE_BOLD, strbuf_text(&b), tally_class(t, i));
	strbuf_free(&b);
}

static void tally_classes(struct out *o, const struct tally *t)
{
	for (unsigned i = 1; i < TALLY_CLASSES; i++) {
		if (tally_class(t, i) == 0)
			continue;
		class_line(o, t, i);
		for (unsigned k = i * 100; k < i * 100 + 100; k++) {
			if (t->count[k] == 0)
				continue;
			code_line(o, t, k, text_style(k), t->count[k]);
		}
	}
}

static void key_heading(struct out *o, const struct bag_entry *e)
{
	struct strbuf b = { 0 };

	lay_code(o, &b);
	strbuf_escaped(&b, e->text, e->len, o->utf8);
	lay_code(o, &b);
	strbuf_add(&b, e->cut ? " ..." : "");
	lay_heading(o, strbuf_text(&b));
	strbuf_free(&b);
}

/* A heading for each key, and its codes below. */
static void tally_keys(struct out *o, const struct tally *t)
{
	int any = 0;

	for (size_t i = 0; i < t->keys.entries; i++) {
		const struct bag_entry *e = t->by_key[i];

		if (i == 0 || bag_compare(t->by_key[i - 1], e) != 0)
			key_heading(o, e);
		code_line(o, t, e->code, STYLE_PLAIN, e->count);
	}
	for (unsigned i = 100; i < TALLY_CODES; i++) {
		if (t->keys.rest[i] == 0)
			continue;
		if (!any)
			lay_heading(o, TALLY_OTHER);
		any = 1;
		code_line(o, t, i, STYLE_PLAIN, t->keys.rest[i]);
	}
}

/* "100 \"Giving it a try\": 12 (OpenSIPS)". */
static void phrase_line(struct out *o, const struct bag_entry *e)
{
	struct strbuf b = { 0 };

	strbuf_number(&b, e->code);
	strbuf_add(&b, " \"");
	lay_code(o, &b);
	strbuf_escaped(&b, e->text, e->len, o->utf8);
	lay_code(o, &b);
	strbuf_add(&b, e->cut ? " ...\": " : "\": ");
	strbuf_number(&b, e->count);
	if (e->known != NULL) {
		strbuf_add(&b, " (");
		strbuf_add(&b, sipcode_text(e->known, SIPCODE_F_PRODUCT, 0));
		strbuf_add(&b, ")");
	}
	if (o->markdown)
		lay_bullet(o, 2, b.s);
	else
		lay_text(o, 2, b.s);
	strbuf_free(&b);
}

static void tally_phrases(struct out *o, const struct tally *t)
{
	if (t->keys.entries > 0)
		lay_heading(o, label_text(t->lang, LABEL_phrases_sent));
	for (size_t i = 0; i < t->keys.entries; i++)
		phrase_line(o, t->by_count[i]);
}

/* Codes of no registry, then phrases that are not the registered ones. */
static void tally_oddities(struct out *o, const struct tally *t)
{
	int any = 0;

	for (unsigned i = 100; i < TALLY_CODES; i++) {
		if (t->count[i] == 0 ||
		    (t->row[i] != NULL &&
		     !row_is(t->row[i], SIPCODE_F_STATUS, "unregistered")))
			continue;
		if (!any)
			lay_heading(o, label_text(t->lang,
			                          LABEL_unregistered_codes));
		any = 1;
		code_line(o, t, i, STYLE_PLAIN, t->count[i]);
	}
	/* They stand among all the others already. */
	if (t->by == BY_PHRASE)
		return;
	if (t->odd.entries > 0)
		lay_heading(o, label_text(t->lang, LABEL_odd_phrases));
	for (size_t i = 0; i < t->odd.entries; i++)
		phrase_line(o, t->odds[i]);
}

/* "12 lines that hold a response" */
static void tally_head(struct out *o, const struct tally *t)
{
	static const enum label labels[2][2] = {
		{ LABEL_lines_counted, LABEL_line_counted },
		{ LABEL_codes_counted, LABEL_code_counted },
	};
	struct strbuf b = { 0 };

	strbuf_number(&b, t->total);
	strbuf_add(&b, " ");
	strbuf_add(&b,
	           label_text(t->lang, labels[t->column != 0][t->total == 1]));
	lay_text(o, 0, b.s);
	strbuf_free(&b);
}

/* A note in whose text %1 is the count; nothing of 0. */
static void tally_note(struct out *o, const struct tally *t, enum label label,
                       uint64_t count)
{
	struct strbuf b = { 0 }, digits = { 0 };
	const char *arg[1];

	if (count == 0)
		return;
	strbuf_number(&digits, count);
	arg[0] = strbuf_text(&digits);
	label_fill(&b, label_text(t->lang, label), arg, 1);
	lay_text(o, 0, strbuf_text(&b));
	strbuf_free(&b);
	strbuf_free(&digits);
}

static void tally_notes(struct out *o, const struct tally *t)
{
	if (t->incomplete)
		lay_text(o, 0, label_text(t->lang, LABEL_incomplete));
	/* Summary and payload: tcpdump -A; the summary alone: tcpdump. */
	if (2 * t->tcpdump <= t->total + t->total / 10)
		tally_note(o, t, LABEL_note_tcpdump, t->tcpdump);
	tally_note(o, t, LABEL_note_unexpected, t->unexpected);
	tally_note(o, t, LABEL_note_missed, t->missed);
	tally_note(o, t, LABEL_note_sipfrag, t->sipfrag);
	tally_note(o, t, LABEL_note_no_code, t->no_code);
	if (t->by != BY_PHRASE)
		tally_note(o, t, LABEL_note_odd_rest, bag_rest(&t->odd));
	tally_note(o, t, LABEL_note_key_rest, bag_rest(&t->keys));
}

void text_tally(struct out *o, const struct tally *t)
{
	/* Phrases and keys are from outside, and nothing else has sources. */
	o->section = NULL;
	tally_head(o, t);
	tally_notes(o, t);
	if (t->total > 0)
		lay_gap(o);
	tally_classes(o, t);
	if (t->by == BY_PHRASE)
		tally_phrases(o, t);
	else
		tally_keys(o, t);
	tally_oddities(o, t);
}
