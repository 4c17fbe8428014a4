/* rows.c - the list of a set, or the pages of some of its rows. */
#include "rows.h"

#include <string.h>

#include "layout.h"

static void add_all(struct cli *c, struct query *q, enum sipcode_set set)
{
	struct item item = { NULL, NULL, 0, NULL };

	for (size_t i = 0; (item.row = sipcode_row(c->lang, set, i)); i++)
		query_add(q, item);
}

static void suggest(struct cli *c, enum sipcode_set set, const char *s)
{
	struct sipcode_column key = sipcode_column(set, 0);
	enum sipcode_field f = key.type == SIPCODE_T_TEXT ? key.field
	                       : set == SIPCODE_CAUSES    ? SIPCODE_F_NAME
	                                                  : SIPCODE_F_PHRASE;
	const struct sipcode_row *near =
		sipcode_closest(c->lang, set, f, s, strlen(s));
	const char *text;

	if (near == NULL)
		return;
	text = sipcode_text(near, f, 0);
	cli_note(c, "did you mean", text, strlen(text));
}

int rows_command(struct cli *c, enum sipcode_set set, rows_finder *find)
{
	struct answer a = { .kind = ANSWER_PAGES, .lang = c->lang, .set = set };
	struct query q;
	struct line name;

	query_start(&q);
	if (c->operands == 0) {
		add_all(c, &q, set);
		a.kind = ANSWER_LIST;
	}
	/* "cause user busy": all words may be one name. */
	if (c->operands > 1) {
		line_words(&name, c->operand, 0, c->operands);
		if (find(c, &q, name.s) > 0)
			c->operands = 0;
	}
	for (size_t i = 0; i < c->operands; i++) {
		if (c->operand[i][0] == '\0') {
			q.status = cli_misuse(c, "empty operand", "");
			continue;
		}
		if (find(c, &q, c->operand[i]) > 0)
			continue;
		query_missing(c, &q, "no such record", c->operand[i]);
		suggest(c, set, c->operand[i]);
	}
	a.item = q.item;
	a.items = q.items;
	if (cli_shows(c, &a) && cli_show(c, &a) != STATUS_FOUND)
		q.status = STATUS_TROUBLE;
	query_free(&q);
	return q.status;
}
