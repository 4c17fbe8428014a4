/* cmd_option.c - option tags. */
#include <string.h>

#include "rows.h"

static size_t find(struct cli *c, struct query *q, const char *s)
{
	struct item item = { NULL, NULL, 0, NULL };

	item.row = sipcode_by_name(c->lang, SIPCODE_OPTIONS, s, strlen(s));
	if (item.row == NULL)
		return 0;
	query_add(q, item);
	return 1;
}

int cmd_option(struct cli *c)
{
	return rows_command(c, SIPCODE_OPTIONS, find);
}
