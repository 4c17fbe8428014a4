/* flow.c - the ladder diagrams of a code, or one by its key. */
#include <string.h>

#include "ask/operand.h"
#include "command/command.h"

static const enum sipcode_field flow_columns[] = {
	SIPCODE_F_ID,     SIPCODE_F_CODE, SIPCODE_F_TITLE,
	SIPCODE_F_SOURCE, SIPCODE_F_NONE,
};

/* Adds the flows in which a code comes first; where there are none, those in
 * which it comes at all.  Returns how many were added. */
static size_t add_flows(struct found *flows, const struct sipcode_row *code)
{
	size_t n = sipcode_len(code, SIPCODE_F_FLOWS), added = 0;

	for (int first = 1; first >= 0 && added == 0; first--) {
		for (size_t i = 0; i < n; i++) {
			const struct sipcode_row *flow =
				sipcode_link(code, SIPCODE_F_FLOWS, i);

			if ((sipcode_link(flow, SIPCODE_F_CODE, 0) == code) !=
			    first)
				continue;
			items_add_row(&flows->list, flow);
			added++;
		}
	}
	return added;
}

static void add_all_flows(struct context *c, struct found *flows)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(c->lang, SIPCODE_FLOWS, i)); i++)
		items_add_row(&flows->list, row);
}

/* Takes the keys of flows out of the operands. */
static void take_keys(struct context *c, struct found *flows)
{
	size_t left = 0;

	for (size_t i = 0; i < c->operands; i++) {
		char *s = c->operand[i];
		const struct sipcode_row *row =
			sipcode_by_name(c->lang, SIPCODE_FLOWS, s, strlen(s));

		if (row != NULL)
			items_add_row(&flows->list, row);
		else
			c->operand[left++] = s;
	}
	c->operands = left;
}

int command_flow(struct context *c)
{
	struct answer a = { .kind = ANSWER_PAGES,
		            .lang = c->lang,
		            .set = SIPCODE_FLOWS,
		            .column = flow_columns };
	struct found codes = { 0 }, flows = { 0 };
	int status;

	if (c->operands == 0) {
		add_all_flows(c, &flows);
		a.kind = ANSWER_LIST;
	}
	take_keys(c, &flows);
	operand_codes(c, &codes);
	for (size_t i = 0; i < codes.list.items; i++) {
		const struct item *item = &codes.list.item[i];

		if (item->row != NULL && add_flows(&flows, item->row) == 0)
			found_miss(c, &codes, "no flow shows this code",
			           item->typed);
	}
	flows.status = codes.status;
	a.all = context_given(c, OPTION_all);
	status = found_show(c, &flows, &a);
	found_free(&codes);
	found_free(&flows);
	return status;
}
