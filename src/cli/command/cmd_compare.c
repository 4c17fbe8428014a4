/* cmd_compare.c - two codes or more, with what was written by hand on them. */
#include "cli.h"
#include "query.h"

/* The comparison of exactly these codes; NULL if there is none. */
static const struct sipcode_row *pair_of(const struct query *q, int lang)
{
	const struct sipcode_row *pair;

	for (size_t i = 0; (pair = sipcode_row(lang, SIPCODE_PAIRS, i)); i++) {
		size_t found = 0;

		if (sipcode_len(pair, SIPCODE_F_CODE) != q->items)
			continue;
		for (size_t k = 0; k < q->items; k++)
			for (size_t n = 0; n < q->items; n++)
				found += sipcode_link(pair, SIPCODE_F_CODE,
				                      k) == q->item[n].row;
		if (found == q->items)
			return pair;
	}
	return NULL;
}

/* Only codes that are known can be compared; a code twice can not. */
static int comparable(struct cli *c, struct query *q)
{
	size_t kept = 0;

	for (size_t i = 0; i < q->items; i++) {
		const struct sipcode_row *row = q->item[i].row;

		if (row == NULL)
			continue;
		if (sipcode_row_set(row) != SIPCODE_CODES)
			return cli_misuse(c, "only codes can be compared",
			                  NULL);
		for (size_t k = 0; k < kept; k++)
			if (q->item[k].row == row)
				return cli_misuse(c, "the same code twice",
				                  NULL);
		q->item[kept++] = q->item[i];
	}
	q->items = kept;
	return 0;
}

int cmd_compare(struct cli *c)
{
	struct answer a = { .kind = ANSWER_COMPARE,
		            .lang = c->lang,
		            .set = SIPCODE_CODES };
	struct query q;
	int status;

	if (c->operands < 2)
		return cli_misuse(c, "two codes or more are needed", NULL);
	query_codes(c, &q);
	status = comparable(c, &q);
	if (status == 0 && q.items < 2 && q.status == 0)
		status = cli_misuse(c, "two codes or more are needed", NULL);
	if (status == 0 && q.items >= 2) {
		a.item = q.item;
		a.items = q.items;
		a.pair = pair_of(&q, c->lang);
		status = cli_show(c, &a);
	}
	query_free(&q);
	return status != 0 ? status : q.status;
}
