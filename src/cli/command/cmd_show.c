/* cmd_show.c - the pages of codes. */
#include "cli.h"
#include "query.h"

int cmd_show(struct cli *c)
{
	struct answer a = { .kind = ANSWER_PAGES,
		            .lang = c->lang,
		            .set = SIPCODE_CODES };
	struct query q;

	if (c->operands == 0) {
		out_str(&c->err, "usage: sipcode CODE...\n"
		                 "       sipcode COMMAND [OPTION...] "
		                 "[OPERAND...]\n");
		return cli_misuse(c, "no code given", NULL);
	}
	query_codes(c, &q);
	a.item = q.item;
	a.items = q.items;
	a.brief = cli_given(c, OPTION_brief);
	a.all = cli_given(c, OPTION_all);
	if (cli_shows(c, &a) && cli_show(c, &a) != STATUS_FOUND)
		q.status = STATUS_TROUBLE;
	query_free(&q);
	return q.status;
}
