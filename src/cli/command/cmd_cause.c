/* cmd_cause.c - Q.850 causes by number or name, and those of a SIP code. */
#include <string.h>
#include <strings.h>

#include "number.h"
#include "rows.h"
#include "words.h"

static int is_name(const struct sipcode_row *row, const char *s)
{
	if (strcasecmp(sipcode_text(row, SIPCODE_F_NAME, 0), s) == 0)
		return 1;
	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_ALIAS); i++)
		if (strcasecmp(sipcode_text(row, SIPCODE_F_ALIAS, i), s) == 0)
			return 1;
	return 0;
}

/* "17", "Q.850;cause=17", "Reason: Q.850;cause=17;text=...", "user busy",
 * "USER_BUSY". */
static size_t find(struct cli *c, struct query *q, const char *s)
{
	const char *cause = strstr(s, "cause=");
	const char *digits = cause == NULL ? s : cause + 6;
	size_t len = strcspn(digits, "; "), before = q->items;
	struct item item = { NULL, NULL, 0, NULL };
	unsigned long n;

	/* The causes of other protocols are not Q.850's. */
	if (cause != NULL && strstr(s, "Q.850") == NULL &&
	    strchr(s, ';') < cause && strchr(s, ';') != NULL)
		return 0;
	if (number_read_n(digits, len, &n) == 0 &&
	    (cause != NULL || digits[len] == '\0')) {
		item.row = sipcode_by_number(c->lang, SIPCODE_CAUSES, n);
		if (item.row != NULL)
			query_add(q, item);
		return q->items - before;
	}
	for (size_t i = 0; (item.row = sipcode_row(c->lang, SIPCODE_CAUSES, i));
	     i++)
		if (is_name(item.row, s))
			query_add(q, item);
	return q->items - before;
}

/* All mappings of one SIP code: the standard's first. */
static int by_sip(struct cli *c)
{
	struct answer a = { .kind = ANSWER_LIST,
		            .lang = c->lang,
		            .set = SIPCODE_MAPPINGS };
	struct query q;
	const struct sipcode_row *code = sipcode_code(c->lang, c->options.sip);

	query_start(&q);
	for (int pass = 0; code != NULL && pass < 2; pass++) {
		for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_MAPPINGS);
		     i++) {
			struct item item = { NULL, NULL, 0, NULL };
			int standard;

			item.row = sipcode_link(code, SIPCODE_F_MAPPINGS, i);
			standard =
				row_is(item.row, SIPCODE_F_PRODUCT, "RFC 3398");
			if (standard == (pass == 0))
				query_add(&q, item);
		}
	}
	a.item = q.item;
	a.items = q.items;
	if (cli_shows(c, &a))
		q.status = cli_show(c, &a);
	if (q.items == 0)
		cli_note(c, "no mapping speaks of this code", NULL, 0);
	query_free(&q);
	return q.items > 0 ? q.status : STATUS_MISSING;
}

int cmd_cause(struct cli *c)
{
	if (cli_given(c, OPTION_sip)) {
		if (c->operands > 0)
			return cli_misuse(c, "--sip takes no operand",
			                  c->operand[0]);
		return by_sip(c);
	}
	return rows_command(c, SIPCODE_CAUSES, find);
}
