/* search.c - full-text search over all record sets. */
#include <stdlib.h>

#include "ask/code.h"
#include "ask/hits.h"
#include "command/command.h"
#include "io/strbuf.h"

enum { SCREEN_HITS = 20 };

/* What no text has, as the disguise of a code: "560403". */
static void note_disguise(struct context *c)
{
	struct strbuf b = { 0 };

	if (c->operands != 1 || !code_is_disguised(c->operand[0]))
		return;
	strbuf_add(&b, "sipcode ");
	strbuf_add(&b, c->operand[0]);
	context_note(c, "it is a code in disguise", b.s, b.len);
	strbuf_free(&b);
}

int command_search(struct context *c)
{
	struct answer a = { .kind = ANSWER_HITS, .lang = c->lang };
	struct found f = { 0 };
	struct strbuf words = { 0 };
	struct hits h;
	int status;

	if (c->operands == 0)
		return context_misuse(c, "no word given", NULL);
	for (size_t i = 0; i < c->operands; i++)
		if (c->operand[i][0] == '\0')
			return context_misuse(c, "empty operand", "");
	strbuf_words(&words, c->operand, c->operands);
	h = hits_find(c, &f.list, c->operand, c->operands);
	hits_note(c, &f, &h, strbuf_text(&words));
	note_disguise(c);
	a.hit = h.hit;
	if (c->out.terminal && !context_given(c, OPTION_all))
		a.most = SCREEN_HITS;
	status = found_show(c, &f, &a);
	strbuf_free(&words);
	found_free(&f);
	free(h.hit);
	return status;
}
