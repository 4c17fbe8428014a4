/* json_tally.c - a tally as JSON. */
#include "answer/tally.h"
#include "machine/json.h"

static void json_share(struct out *o, int *first, const struct tally *t,
                       uint64_t count)
{
	struct strbuf percent = { 0 };

	tally_percent(&percent, tally_share(t, count));
	json_name(o, first, "share");
	out_str(o, strbuf_text(&percent));
	strbuf_free(&percent);
}

static void json_methods(struct out *o, int *first, const struct tally *t,
                         unsigned code)
{
	int any = 0;

	if (!t->by_method)
		return;
	json_name(o, first, "methods");
	out_char(o, '[');
	for (int m = 0; m < METHODS; m++) {
		int inner = 1;

		if (t->by[m][code] == 0)
			continue;
		out_str(o, any ? ",{" : "{");
		any = 1;
		json_member(o, &inner, "method",
		            tally_method_name((enum method)m));
		json_number(o, &inner, "count", t->by[m][code]);
		out_char(o, '}');
	}
	out_char(o, ']');
}

static void json_codes(struct out *o, const struct tally *t)
{
	int any = 0;

	for (unsigned code = 100; code < TALLY_CODES; code++) {
		const struct sipcode_row *r = t->row[code];
		int first = 1;

		if (t->count[code] == 0)
			continue;
		out_str(o, any ? ",\n" : "\n");
		any = 1;
		out_char(o, '{');
		json_number(o, &first, "code", code);
		json_member(o, &first, "phrase",
		            sipcode_text(r, SIPCODE_F_PHRASE, 0));
		json_member(o, &first, "status",
		            r == NULL ? "unknown"
		                      : sipcode_text(r, SIPCODE_F_STATUS, 0));
		json_number(o, &first, "count", t->count[code]);
		json_share(o, &first, t, t->count[code]);
		json_methods(o, &first, t, code);
		out_char(o, '}');
	}
}

static void json_classes(struct out *o, const struct tally *t)
{
	int any = 0;

	for (unsigned i = 1; i < TALLY_CLASSES; i++) {
		uint64_t sum = tally_class(t, i);
		int first = 1;

		if (sum == 0)
			continue;
		out_str(o, any ? "," : "");
		any = 1;
		out_char(o, '{');
		json_member(o, &first, "class",
		            sipcode_text(t->class_row[i], SIPCODE_F_CLASS, 0));
		json_number(o, &first, "count", sum);
		json_share(o, &first, t, sum);
		out_char(o, '}');
	}
}

static void json_odd_phrase(struct out *o, const struct odd *odd)
{
	struct strbuf phrase = { 0 };
	int first = 1;

	strbuf_bytes(&phrase, odd->phrase, odd->len);
	strbuf_add(&phrase, odd->cut ? " ..." : "");
	out_char(o, '{');
	json_number(o, &first, "code", odd->code);
	json_name(o, &first, "phrase");
	json_string(o, phrase.s, phrase.len);
	json_number(o, &first, "count", odd->count);
	out_char(o, '}');
	strbuf_free(&phrase);
}

void json_tally(struct out *o, const struct tally *t)
{
	int first = 1;

	out_char(o, '{');
	json_member(o, &first, "counted", "lines that hold a response");
	json_number(o, &first, "total", t->total);
	json_number(o, &first, "tcpdump_summary_lines", t->tcpdump);
	json_number(o, &first, "sipp_unexpected_again", t->unexpected);
	json_number(o, &first, "acc_call_missed_again", t->missed);
	json_number(o, &first, "sipfrag_not_counted", t->sipfrag);
	json_name(o, &first, "classes");
	out_char(o, '[');
	json_classes(o, t);
	out_char(o, ']');
	json_name(o, &first, "codes");
	out_char(o, '[');
	json_codes(o, t);
	out_char(o, ']');
	json_name(o, &first, "odd_phrases");
	out_char(o, '[');
	for (size_t i = 0; i < t->odds; i++) {
		out_str(o, i > 0 ? "," : "");
		json_odd_phrase(o, &t->odd[i]);
	}
	out_str(o, "]}\n");
}
