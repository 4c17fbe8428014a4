/* cmd_flow.c - the ladder diagrams of a code. */
#include "cli.h"
#include "query.h"

/* Adds the flows of a code; those in which it comes first, first. */
static size_t add_flows(struct query *q, const struct sipcode_row *code)
{
	size_t n = sipcode_len(code, SIPCODE_F_FLOWS), added = 0;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < n; i++) {
			struct item item = { NULL, NULL, 0, NULL };
			int main_code;

			item.row = sipcode_link(code, SIPCODE_F_FLOWS, i);
			main_code = sipcode_link(item.row, SIPCODE_F_CODE, 0) ==
			            code;
			if (main_code != (pass == 0))
				continue;
			query_add(q, item);
			added++;
		}
		/* A code with pictures of its own needs no others. */
		if (added > 0)
			break;
	}
	return added;
}

int cmd_flow(struct cli *c)
{
	struct answer a = { .kind = ANSWER_FLOWS,
		            .lang = c->lang,
		            .set = SIPCODE_FLOWS };
	struct query codes, flows;

	query_start(&flows);
	if (c->operands == 0) {
		struct item item = { NULL, NULL, 0, NULL };

		for (size_t i = 0;
		     (item.row = sipcode_row(c->lang, SIPCODE_FLOWS, i)); i++)
			query_add(&flows, item);
		a.kind = ANSWER_LIST;
	}
	query_codes(c, &codes);
	for (size_t i = 0; i < codes.items; i++) {
		const struct sipcode_row *row = codes.item[i].row;

		if (row == NULL || (sipcode_row_set(row) == SIPCODE_CODES &&
		                    add_flows(&flows, row) > 0))
			continue;
		query_missing(c, &codes, "no flow shows this code",
		              codes.item[i].typed);
	}
	a.item = flows.item;
	a.items = flows.items;
	if (cli_shows(c, &a) && cli_show(c, &a) != STATUS_FOUND)
		codes.status = STATUS_TROUBLE;
	query_free(&codes);
	query_free(&flows);
	return codes.status;
}
