/* search.c - full-text search over all record sets. */
#include <stdlib.h>

#include "ask/found.h"
#include "command/command.h"
#include "io/memory.h"

/* Room for as many hits as there are rows. */
static size_t rows_of_all(void)
{
	size_t n = 0;

	for (int s = 0; s < SIPCODE_SETS; s++)
		n += sipcode_rows((enum sipcode_set)s);
	return n;
}

int command_search(struct context *c)
{
	struct answer a = { .kind = ANSWER_HITS, .lang = c->lang };
	struct found f = { 0 };
	size_t rows = rows_of_all(), n;
	struct sipcode_hit *hits;
	int status;

	if (c->operands == 0)
		return context_misuse(c, "no word given", NULL);
	for (size_t i = 0; i < c->operands; i++)
		if (c->operand[i][0] == '\0')
			return context_misuse(c, "empty operand", "");
	hits = memory_get(rows * sizeof(*hits));
	n = sipcode_search(c->lang, c->operand, c->operands, hits, rows);
	for (size_t i = 0; i < n; i++)
		items_add_row(&f.list, hits[i].row);
	if (n == 0)
		found_miss(c, &f, "nothing holds all the words", c->operand[0]);
	a.hit = hits;
	status = found_show(c, &f, &a);
	found_free(&f);
	free(hits);
	return status;
}
