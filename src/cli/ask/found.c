/* found.c - items, and whether all that was asked for is among them. */
#include "ask/found.h"

#include <stdlib.h>
#include <string.h>

void found_miss_n(struct context *c, struct found *f, const char *message,
                  const char *s, size_t n)
{
	context_note(c, message, s, n);
	if (f->status < STATUS_MISSING)
		f->status = STATUS_MISSING;
}

void found_miss(struct context *c, struct found *f, const char *message,
                const char *operand)
{
	found_miss_n(c, f, message, operand,
	             operand == NULL ? 0 : strlen(operand));
}

void found_add(struct context *c, struct found *f, struct item item)
{
	int once = c->command == COMMAND_show && c->options.format->for_people;

	for (size_t i = 0; once && i < f->list.items; i++) {
		const struct item *other = &f->list.item[i];

		if (other->row == item.row && other->number == item.number &&
		    other->disguise == item.disguise)
			return;
	}
	items_add(&f->list, item);
}

int found_show_as(struct context *c, struct found *f, struct answer *a)
{
	int status = context_show(c, a);

	return status > f->status ? status : f->status;
}

int found_show(struct context *c, struct found *f, struct answer *a)
{
	a->item = f->list.item;
	a->items = f->list.items;
	return found_show_as(c, f, a);
}

void found_free(struct found *f)
{
	items_free(&f->list);
	items_free(&f->choice);
	items_free(&f->hits);
	free(f->hit);
	free(f->start);
	memset(f, 0, sizeof(*f));
}
