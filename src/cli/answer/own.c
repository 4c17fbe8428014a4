/* own.c - adds remarks to what a response says. */
#include "answer/own.h"

#include <string.h>

#include "io/memory.h"

struct remark *remark_add(struct explained *e, const char *header,
                          const char *part, struct sipcode_span value)
{
	struct remark *r;

	e->remark = memory_grow(e->remark, &e->remark_room, e->remarks + 1,
	                        sizeof(*e->remark));
	r = &e->remark[e->remarks++];
	r->header.s = header;
	r->header.n = strlen(header);
	r->part = part;
	r->value = value;
	r->row = NULL;
	r->meaning = SIPCODE_F_NONE;
	r->step = SIPCODE_F_NONE;
	r->label = -1;
	return r;
}

void remark_link(struct remark *r, const struct sipcode_row *row,
                 enum sipcode_field meaning, enum sipcode_field step)
{
	r->row = row;
	r->meaning = row == NULL ? SIPCODE_F_NONE : meaning;
	r->step = row == NULL ? SIPCODE_F_NONE : step;
}
