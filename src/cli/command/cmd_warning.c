/* cmd_warning.c - warn-codes. */
#include "number.h"
#include "rows.h"

static size_t find(struct cli *c, struct query *q, const char *s)
{
	struct item item = { NULL, NULL, 0, NULL };
	unsigned long n;

	if (number_read(s, &n) != 0)
		return 0;
	item.row = sipcode_by_number(c->lang, SIPCODE_WARNINGS, n);
	if (item.row == NULL)
		return 0;
	query_add(q, item);
	return 1;
}

int cmd_warning(struct cli *c)
{
	return rows_command(c, SIPCODE_WARNINGS, find);
}
