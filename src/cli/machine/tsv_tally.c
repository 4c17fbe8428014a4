/* tsv_tally.c - a tally as tsv, which --merge reads again. */
#include "answer/tally.h"
#include "chars.h"
#include "io/visible.h"
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

/* A text of a log: what cannot be shown is written so that --merge reads it
 * back. */
static void tsv_key(struct out *o, const char *s, size_t n)
{
	while (n > 0) {
		char shown[VISIBLE_MAX];
		size_t len, taken = visible_char(s, n, 1, shown, &len);

		if (*shown == '\\' && *s != '\\' && !char_in(*s, "\t\r\n"))
			out_bytes(o, shown, len);
		else
			tsv_text(o, s, taken);
		s += taken;
		n -= taken;
	}
}

/* What a code is counted apart by; *at as in JSON. */
static void tsv_keys(struct out *o, const struct tally *t, unsigned code,
                     size_t *at)
{
	for (; *at < t->keys.entries && t->by_code[*at]->code == code; ++*at) {
		const struct bag_entry *e = t->by_code[*at];

		tsv_count(o, t, code, e->count);
		/* A phrase may be any text. */
		out_str(o, tally_reads_other(e->text, e->len) ? "\t\\" : "\t");
		tsv_key(o, e->text, e->len);
		out_str(o, e->cut ? " ...\n" : "\n");
	}
	if (t->keys.rest[code] > 0) {
		tsv_count(o, t, code, t->keys.rest[code]);
		out_str(o, "\t" TALLY_OTHER "\n");
	}
}

void tsv_tally(struct out *o, const struct tally *t)
{
	size_t at = 0;

	out_str(o, "code\tphrase\tcount\tshare");
	if (t->by != BY_NOTHING) {
		out_char(o, '\t');
		/* "phrase" is the registered one. */
		out_str(o, t->by == BY_PHRASE ? "sent" : tally_by_name(t->by));
	}
	out_char(o, '\n');
	for (unsigned code = 100; code < TALLY_CODES; code++) {
		if (t->count[code] == 0)
			continue;
		if (t->by != BY_NOTHING) {
			tsv_keys(o, t, code, &at);
			continue;
		}
		tsv_count(o, t, code, t->count[code]);
		out_char(o, '\n');
	}
	/* A line that --merge and whoever counts lines cannot miss. */
	if (t->incomplete)
		out_str(o, t->by != BY_NOTHING ? "incomplete\t\t\t\t\n"
		                               : "incomplete\t\t\t\n");
}
