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
	r->more = 0;
	return r;
}

int remark_is_full(struct explained *e, const struct values *w)
{
	if (e->remarks - w->first < REMARKS_SAME)
		return 0;
	e->remark[e->remarks - 1].more++;
	return 1;
}

int remark_next(struct explained *e, const char *header, struct values *w,
                struct sipcode_span *value)
{
	while (sipcode_next_value(e->message, header, &w->at, value))
		if (!remark_is_full(e, w))
			return 1;
	return 0;
}

void remark_link(struct remark *r, const struct sipcode_row *row,
                 enum sipcode_field meaning, enum sipcode_field step)
{
	r->row = row;
	r->meaning = row == NULL ? SIPCODE_F_NONE : meaning;
	r->step = row == NULL ? SIPCODE_F_NONE : step;
}
