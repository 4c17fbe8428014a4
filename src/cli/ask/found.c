/* found.c - items, and whether all that was asked for is among them. */
#include "ask/found.h"

#include <stdlib.h>
#include <string.h>

void found_miss(struct context *c, struct found *f, const char *message,
                const char *operand)
{
	context_note(c, message, operand,
	             operand == NULL ? 0 : strlen(operand));
	if (f->status < STATUS_MISSING)
		f->status = STATUS_MISSING;
}

int found_show(struct context *c, struct found *f, struct answer *a)
{
	int status;

	a->item = f->list.item;
	a->items = f->list.items;
	status = context_show(c, a);
	return status > f->status ? status : f->status;
}

void found_free(struct found *f)
{
	items_free(&f->list);
	free(f->joined);
	memset(f, 0, sizeof(*f));
}
