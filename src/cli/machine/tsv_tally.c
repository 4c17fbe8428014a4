/* tsv_tally.c - a tally as tsv, which --merge reads again. */
#include "answer/tally.h"
#include "machine/tsv.h"

static void tsv_count(struct out *o, const struct tally *t, unsigned code,
                      uint64_t count)
{
	struct strbuf percent = { 0 };

	tally_percent(&percent, tally_share(t, count));
	out_number(o, code);
	out_char(o, '\t');
	tsv_str(o, sipcode_text(t->row[code], SIPCODE_F_PHRASE, 0));
	out_char(o, '\t');
	out_number(o, count);
	out_char(o, '\t');
	out_str(o, strbuf_text(&percent));
	strbuf_free(&percent);
}

static void tsv_methods(struct out *o, const struct tally *t, unsigned code)
{
	for (int m = 0; m < METHODS; m++) {
		if (t->by[m][code] == 0)
			continue;
		tsv_count(o, t, code, t->by[m][code]);
		out_char(o, '\t');
		out_str(o, tally_method_name((enum method)m));
		out_char(o, '\n');
	}
}

void tsv_tally(struct out *o, const struct tally *t)
{
	out_str(o, "code\tphrase\tcount\tshare");
	out_str(o, t->by_method ? "\tmethod\n" : "\n");
	for (unsigned code = 100; code < TALLY_CODES; code++) {
		if (t->count[code] == 0)
			continue;
		if (t->by_method) {
			tsv_methods(o, t, code);
			continue;
		}
		tsv_count(o, t, code, t->count[code]);
		out_char(o, '\n');
	}
}
