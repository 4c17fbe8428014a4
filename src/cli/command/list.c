/* list.c - one line a code. */
#include "ask/codes.h"
#include "ask/found.h"
#include "command/command.h"
#include "words/row.h"

static const enum sipcode_field list_columns[] = {
	SIPCODE_F_CODE,   SIPCODE_F_PHRASE,    SIPCODE_F_CLASS,
	SIPCODE_F_STATUS, SIPCODE_F_REFERENCE, SIPCODE_F_NATURE,
	SIPCODE_F_RETRY,  SIPCODE_F_EFFECT,    SIPCODE_F_VERDICT,
	SIPCODE_F_NONE,
};

/* Unregistered codes only where they were asked for. */
static void add_codes(struct context *c, struct found *f,
                      const struct codes *wanted)
{
	int all = context_given(c, OPTION_all);
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(c->lang, SIPCODE_CODES, i));
	     i++) {
		if (wanted->has[sipcode_number(row, SIPCODE_F_CODE, 0)] &&
		    (all || !row_is(row, SIPCODE_F_STATUS, "unregistered")))
			items_add_row(&f->list, row);
	}
}

int command_list(struct context *c)
{
	struct answer a = { .kind = ANSWER_LIST,
		            .lang = c->lang,
		            .set = SIPCODE_CODES,
		            .column = list_columns };
	struct found f = { 0 };
	struct codes wanted = { { 0 } };
	int status;

	if (c->operands == 0)
		codes_all(&wanted);
	for (size_t i = 0; i < c->operands; i++)
		if (codes_add(&wanted, c->operand[i]) != 0)
			return context_misuse(c, "not a class, range or code",
			                      c->operand[i]);
	add_codes(c, &f, &wanted);
	if (f.list.items == 0)
		found_miss(c, &f, "no code in that range", NULL);
	status = found_show(c, &f, &a);
	found_free(&f);
	return status;
}
