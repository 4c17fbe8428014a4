/* answer.c - what a command has found, one by one. */
#include "answer/answer.h"

#include <stdlib.h>
#include <string.h>

#include "io/memory.h"

enum sipcode_field answer_lacks(const struct answer *a, size_t i)
{
	enum sipcode_set set = sipcode_row_set(a->item[i].row);

	if (a->kind == ANSWER_HITS || a->kind == ANSWER_CHOICE ||
	    a->item[i].row == NULL)
		return SIPCODE_F_NONE;
	for (size_t k = 0; k < a->fields; k++)
		if (sipcode_column_of(set, a->field[k]).field == SIPCODE_F_NONE)
			return a->field[k];
	return SIPCODE_F_NONE;
}

struct item item_unknown(int lang, unsigned long code)
{
	struct item item = { .number = code };

	item.class_row = sipcode_class(lang, code);
	item.nears = sipcode_nearest(lang, code, item.near, NEAREST_MAX);
	return item;
}

void items_add(struct items *list, struct item item)
{
	list->item = memory_grow(list->item, &list->room, list->items + 1,
	                         sizeof(item));
	list->item[list->items++] = item;
}

void items_add_row(struct items *list, const struct sipcode_row *row)
{
	struct item item = { .row = row };

	items_add(list, item);
}

void items_free(struct items *list)
{
	free(list->item);
	memset(list, 0, sizeof(*list));
}
