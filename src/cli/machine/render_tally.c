/* render_tally.c - a tally as tsv and JSON. */
#include "tally.h"

#include <string.h>

#include "json.h"
#include "tsv.h"

static const char *known_phrase(const struct tally *t, unsigned code)
{
	const struct sipcode_row *r = sipcode_code(t->lang, code);

	return r == NULL ? "" : sipcode_text(r, SIPCODE_F_PHRASE, 0);
}

static void tsv_row(struct out *o, const struct tally *t, unsigned code,
                    uint64_t count)
{
	const char *phrase = known_phrase(t, code);

	out_number(o, code);
	out_char(o, '\t');
	tsv_text(o, phrase, strlen(phrase));
	out_char(o, '\t');
	out_number(o, (unsigned long)count);
	out_char(o, '\t');
	tally_percent(o, tally_share(t, count));
}

void tally_tsv(struct out *o, const struct tally *t)
{
	out_str(o, "code\tphrase\tcount\tshare");
	out_str(o, t->by_method ? "\tmethod\n" : "\n");
	for (unsigned code = 100; code < TALLY_CODES; code++) {
		if (t->count[code] == 0)
			continue;
		if (!t->by_method) {
			tsv_row(o, t, code, t->count[code]);
			out_char(o, '\n');
			continue;
		}
		for (size_t m = 0; m < TALLY_METHODS; m++) {
			if (t->by[m][code] == 0)
				continue;
			tsv_row(o, t, code, t->by[m][code]);
			out_char(o, '\t');
			out_str(o, tally_method_name(m));
			out_char(o, '\n');
		}
	}
}

static void number(struct out *o, int *first, const char *name, uint64_t n)
{
	json_name(o, first, name);
	out_number(o, (unsigned long)n);
}

static void share(struct out *o, int *first, const struct tally *t,
                  uint64_t count)
{
	json_name(o, first, "share");
	tally_percent(o, tally_share(t, count));
}

static void json_methods(struct out *o, int *first, const struct tally *t,
                         unsigned code)
{
	int any = 0;

	if (!t->by_method)
		return;
	json_name(o, first, "methods");
	out_char(o, '[');
	for (size_t m = 0; m < TALLY_METHODS; m++) {
		int inner = 1;

		if (t->by[m][code] == 0)
			continue;
		out_str(o, any ? ",{" : "{");
		any = 1;
		json_name(o, &inner, "method");
		json_text(o, tally_method_name(m));
		number(o, &inner, "count", t->by[m][code]);
		out_char(o, '}');
	}
	out_char(o, ']');
}

static void json_codes(struct out *o, const struct tally *t)
{
	int any = 0;

	for (unsigned code = 100; code < TALLY_CODES; code++) {
		const struct sipcode_row *r = sipcode_code(t->lang, code);
		int first = 1;

		if (t->count[code] == 0)
			continue;
		out_str(o, any ? ",\n" : "\n");
		any = 1;
		out_char(o, '{');
		number(o, &first, "code", code);
		json_name(o, &first, "phrase");
		json_text(o, known_phrase(t, code));
		json_name(o, &first, "status");
		json_text(o, r == NULL ? "unknown"
		                       : sipcode_text(r, SIPCODE_F_STATUS, 0));
		number(o, &first, "count", t->count[code]);
		share(o, &first, t, t->count[code]);
		json_methods(o, &first, t, code);
		out_char(o, '}');
	}
}

static void json_classes(struct out *o, const struct tally *t)
{
	int any = 0;

	for (unsigned class = 1; class < 7; class ++) {
		uint64_t sum = tally_class(t, class);
		int first = 1;

		if (sum == 0)
			continue;
		out_str(o, any ? "," : "");
		any = 1;
		out_char(o, '{');
		json_name(o, &first, "class");
		json_text(o, sipcode_text(sipcode_class(t->lang, class * 100),
		                          SIPCODE_F_CLASS, 0));
		number(o, &first, "count", sum);
		share(o, &first, t, sum);
		out_char(o, '}');
	}
}

static void json_odd(struct out *o, const struct tally *t)
{
	for (size_t i = 0; i < t->odds; i++) {
		int first = 1;

		out_str(o, i > 0 ? "," : "");
		out_char(o, '{');
		number(o, &first, "code", t->odd[i].code);
		json_name(o, &first, "phrase");
		json_string(o, t->odd[i].phrase, t->odd[i].len);
		number(o, &first, "count", t->odd[i].count);
		out_char(o, '}');
	}
}

void tally_json(struct out *o, const struct tally *t)
{
	int first = 1;

	out_char(o, '{');
	json_name(o, &first, "counted");
	json_text(o, "lines that hold a response");
	number(o, &first, "total", t->total);
	number(o, &first, "tcpdump_summary_lines", t->tcpdump);
	number(o, &first, "sipp_unexpected_again", t->unexpected);
	number(o, &first, "acc_call_missed_again", t->missed);
	number(o, &first, "sipfrag_not_counted", t->sipfrag);
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
	json_odd(o, t);
	out_str(o, "]}\n");
}
