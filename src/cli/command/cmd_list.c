/* cmd_list.c - one line a code. */
#include <string.h>

#include "cli.h"
#include "words.h"
#include "query.h"
#include "select.h"

int cmd_list(struct cli *c)
{
	struct answer a = { .kind = ANSWER_LIST,
		            .lang = c->lang,
		            .set = SIPCODE_CODES };
	struct query q;
	struct selection s;
	int all = cli_given(c, OPTION_all);

	query_start(&q);
	if (c->operands == 0)
		select_all(&s);
	else
		select_none(&s);
	for (size_t i = 0; i < c->operands; i++)
		if (select_add(&s, c->operand[i]) != 0)
			return cli_misuse(c, "not a class, range or code",
			                  c->operand[i]);
	for (size_t i = 0; i < sipcode_rows(SIPCODE_CODES); i++) {
		struct item item = { sipcode_row(c->lang, SIPCODE_CODES, i),
			             NULL, 0, NULL };

		if (s.want[sipcode_number(item.row, SIPCODE_F_CODE, 0)] &&
		    (all ||
		     !row_is(item.row, SIPCODE_F_STATUS, "unregistered")))
			query_add(&q, item);
	}
	a.item = q.item;
	a.items = q.items;
	if (q.items == 0)
		cli_note(c, "no code in that range", NULL, 0);
	if (cli_shows(c, &a))
		q.status = cli_show(c, &a);
	query_free(&q);
	return q.items == 0 && q.status == STATUS_FOUND ? STATUS_MISSING
	                                                : q.status;
}
