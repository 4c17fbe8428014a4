/* cmd_search.c - full-text search over all record sets. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "query.h"

/* Room for as many hits as there are rows. */
static size_t rows_of_all(void)
{
	size_t n = 0;

	for (int s = 0; s < SIPCODE_SETS; s++)
		n += sipcode_rows((enum sipcode_set)s);
	return n;
}

int cmd_search(struct cli *c)
{
	struct answer a = { .kind = ANSWER_HITS, .lang = c->lang };
	struct query q;
	int shown = STATUS_FOUND;
	struct sipcode_hit *hits;
	size_t n;

	if (c->operands == 0)
		return cli_misuse(c, "no word given", NULL);
	for (size_t i = 0; i < c->operands; i++)
		if (c->operand[i][0] == '\0')
			return cli_misuse(c, "empty operand", "");
	query_start(&q);
	hits = malloc(rows_of_all() * sizeof(*hits));
	if (hits == NULL)
		return STATUS_TROUBLE;
	n = sipcode_search(c->lang, c->operand, c->operands, hits,
	                   rows_of_all());
	for (size_t i = 0; i < n; i++) {
		struct item item = { hits[i].row, NULL, 0, NULL };

		query_add(&q, item);
	}
	if (n == 0)
		query_missing(c, &q, "nothing holds all the words",
		              c->operand[0]);
	a.item = q.item;
	a.items = q.items;
	a.hit = hits;
	if (cli_shows(c, &a))
		shown = cli_show(c, &a);
	query_free(&q);
	free(hits);
	return shown != STATUS_FOUND ? shown : q.status;
}
