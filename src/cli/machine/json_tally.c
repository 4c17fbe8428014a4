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

/* A text of a log; " ..." says that there was more of it. */
static void json_entry_text(struct out *o, const struct bag_entry *e)
{
	struct strbuf text = { 0 };

	strbuf_bytes(&text, e->text, e->len);
	strbuf_add(&text, e->cut ? " ..." : "");
	json_string(o, strbuf_text(&text), text.len);
	strbuf_free(&text);
}

/* {"method":"INVITE","count":3}; NULL: what is not told apart. */
static void json_key(struct out *o, const char *name, const struct bag_entry *e,
                     uint64_t count)
{
	int first = 1;

	out_char(o, '{');
	json_name(o, &first, name);
	if (e == NULL)
		json_text(o, TALLY_OTHER);
	else
		json_entry_text(o, e);
	json_number(o, &first, "count", count);
	out_char(o, '}');
}

/* What each code is counted apart by; *at is where its entries begin, and
 * then where those of the next code do. */
static void json_keys(struct out *o, int *first, const struct tally *t,
                      unsigned code, size_t *at)
{
	static const struct {
		const char *list, *name;
	} names[BYS] = {
		[BY_METHOD] = { "methods", "method" },
		[BY_HOUR] = { "hours", "hour" },
		[BY_SOURCE] = { "sources", "source" },
		[BY_PHRASE] = { "phrases", "sent" },
	};
	int any = 0;

	if (t->by == BY_NOTHING)
		return;
	json_name(o, first, names[t->by].list);
	out_char(o, '[');
	for (; *at < t->keys.entries && t->by_code[*at]->code == code; ++*at) {
		out_str(o, any ? "," : "");
		any = 1;
		json_key(o, names[t->by].name, t->by_code[*at],
		         t->by_code[*at]->count);
	}
	if (t->keys.rest[code] > 0) {
		out_str(o, any ? "," : "");
		json_key(o, names[t->by].name, NULL, t->keys.rest[code]);
	}
	out_char(o, ']');
}

static void json_codes(struct out *o, const struct tally *t)
{
	size_t at = 0;
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
		json_keys(o, &first, t, code, &at);
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

static void json_odd_phrase(struct out *o, const struct bag_entry *odd)
{
	int first = 1;

	out_char(o, '{');
	json_number(o, &first, "code", odd->code);
	json_name(o, &first, "phrase");
	json_entry_text(o, odd);
	json_number(o, &first, "count", odd->count);
	out_char(o, '}');
}

void json_tally(struct out *o, const struct tally *t)
{
	int first = 1;

	out_char(o, '{');
	json_member(o, &first, "counted",
	            t->column ? "lines that hold a code"
	                      : "lines that hold a response");
	json_number(o, &first, "total", t->total);
	json_name(o, &first, "incomplete");
	out_str(o, t->incomplete ? "true" : "false");
	json_number(o, &first, "tcpdump_summary_lines", t->tcpdump);
	json_number(o, &first, "sipp_unexpected_again", t->unexpected);
	json_number(o, &first, "acc_call_missed_again", t->missed);
	json_number(o, &first, "sipfrag_not_counted", t->sipfrag);
	json_number(o, &first, "no_code", t->no_code);
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
	for (size_t i = 0; i < t->odd.entries; i++) {
		out_str(o, i > 0 ? "," : "");
		json_odd_phrase(o, t->odds[i]);
	}
	out_char(o, ']');
	json_number(o, &first, "odd_phrases_not_shown", bag_rest(&t->odd));
	out_str(o, "}\n");
}
