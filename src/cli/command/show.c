/* show.c - the pages of codes. */
#include "ask/operand.h"
#include "command/command.h"

int command_show(struct context *c)
{
	struct answer a = { .kind = ANSWER_PAGES,
		            .lang = c->lang,
		            .set = SIPCODE_CODES };
	struct found f = { 0 };
	int status;

	if (c->operands == 0)
		return context_usage(c, "no code given");
	operand_codes(c, &f);
	a.content = context_content(c);
	a.all = context_given(c, OPTION_all);
	status = found_show(c, &f, &a);
	found_free(&f);
	return status;
}
