/* compare.c - two codes or more, with what was written by hand on them. */
#include "ask/operand.h"
#include "command/command.h"

/* How many of the codes of the comparison are among the items. */
static size_t covered(const struct items *list, const struct sipcode_row *pair)
{
	size_t codes = sipcode_len(pair, SIPCODE_F_CODE), found = 0;

	for (size_t i = 0; i < codes; i++)
		for (size_t k = 0; k < list->items; k++)
			found += sipcode_link(pair, SIPCODE_F_CODE, i) ==
			         list->item[k].row;
	return found;
}

/* Is the comparison of fewer codes than the best one so far? */
static int is_closer(const struct sipcode_row *pair,
                     const struct sipcode_row *best)
{
	return best == NULL || sipcode_len(pair, SIPCODE_F_CODE) <
	                               sipcode_len(best, SIPCODE_F_CODE);
}

/* The comparison that holds all of these codes, and as few others as there
 * is: of two codes none but their own.  If there is none, those of some of
 * the codes. */
static void find_pairs(struct answer *a, const struct items *codes,
                       struct items *partial)
{
	const struct sipcode_row *pair;

	for (size_t i = 0; (pair = sipcode_row(a->lang, SIPCODE_PAIRS, i));
	     i++) {
		size_t of = sipcode_len(pair, SIPCODE_F_CODE);
		size_t found = covered(codes, pair);

		if (found == codes->items && (of == found || found > 2) &&
		    is_closer(pair, a->pair))
			a->pair = pair;
		else if (found == of)
			items_add_row(partial, pair);
	}
	a->partial = partial->item;
	a->partials = partial->items;
}

/* Only codes that are known can be compared; a code twice can not. */
static int keep_comparable(struct context *c, struct items *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->items; i++) {
		const struct sipcode_row *row = list->item[i].row;

		if (row == NULL)
			continue;
		if (sipcode_row_set(row) != SIPCODE_CODES)
			return context_misuse(c, "only codes can be compared",
			                      NULL);
		for (size_t k = 0; k < kept; k++)
			if (list->item[k].row == row)
				return context_misuse(c, "the same code twice",
				                      NULL);
		list->item[kept++] = list->item[i];
	}
	list->items = kept;
	return STATUS_FOUND;
}

static int compare_found(struct context *c, struct found *f)
{
	struct answer a = { .kind = ANSWER_COMPARE,
		            .lang = c->lang,
		            .set = SIPCODE_CODES };
	struct items partial = { 0 };
	int status = keep_comparable(c, &f->list);

	if (status != STATUS_FOUND)
		return status;
	if (f->list.items < 2 && f->status == STATUS_FOUND)
		return context_misuse(c, "two codes or more are needed", NULL);
	if (f->list.items < 2)
		f->list.items = 0;
	a.content = context_content(c);
	find_pairs(&a, &f->list, &partial);
	status = found_show(c, f, &a);
	items_free(&partial);
	return status;
}

/* What was written on one code and others. */
static int list_pairs(struct context *c, struct found *f)
{
	const struct sipcode_row *code = f->list.item[0].row;
	struct answer a = { .kind = ANSWER_CHOICE,
		            .lang = c->lang,
		            .set = SIPCODE_PAIRS };
	size_t n = sipcode_len(code, SIPCODE_F_PAIRS);

	f->list.items = 0;
	for (size_t i = 0; i < n; i++)
		items_add_row(&f->list, sipcode_link(code, SIPCODE_F_PAIRS, i));
	if (n == 0)
		return context_misuse(c, "two codes or more are needed", NULL);
	return found_show(c, f, &a);
}

int command_compare(struct context *c)
{
	struct found f = { 0 };
	int status;

	if (c->operands == 0)
		return context_misuse(c, "two codes or more are needed", NULL);
	operand_codes(c, &f);
	if (f.list.items == 1 && f.status == STATUS_FOUND &&
	    sipcode_row_set(f.list.item[0].row) == SIPCODE_CODES)
		status = list_pairs(c, &f);
	else
		status = compare_found(c, &f);
	found_free(&f);
	return status;
}
