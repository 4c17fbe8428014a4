/* table.c - which code is looked at how. */
#include "grounds/look.h"

#include "len.h"

/* The handlers, a group of codes each. */
enum group { BODY, LISTS, MEDIA, TAGS };
enum group { INTERVALS, TAGS };
enum group { ADDRESS, INTERVALS, SIZES, TAGS, URI };
enum group { ADDRESS, BUSY, INTERVALS, OUTBOUND, SIZES, TAGS, URI };

static const struct {
	unsigned short code;
	unsigned char group;
} table[] = {
	{ 405, LISTS }, { 406, BODY },  { 415, BODY },  { 420, TAGS },
	{ 421, TAGS },  { 469, LISTS }, { 488, MEDIA }, { 489, LISTS },
	{ 501, LISTS }, { 606, MEDIA },
	{ 420, TAGS },
	{ 421, TAGS },
	{ 422, INTERVALS },
	{ 423, INTERVALS },
	{ 404, ADDRESS },   { 413, SIZES },     { 414, URI },
	{ 416, URI },       { 420, TAGS },      { 421, TAGS },
	{ 422, INTERVALS }, { 423, INTERVALS }, { 430, OUTBOUND },
	{ 439, OUTBOUND },  { 480, BUSY },      { 484, ADDRESS },
	{ 485, ADDRESS },   { 486, BUSY },      { 513, SIZES },
	{ 604, ADDRESS },
};

/* The group of a code; -1 if it has none. */
static int group_of(unsigned code)
{
	for (size_t i = 0; i < LEN(table); i++)
		if (table[i].code == code)
			return table[i].group;
	return -1;
}

static void look_by_group(struct look *l, enum group group)
{
	switch (group) {
	case BODY:
		look_body(l);
		break;
	case LISTS:
		look_lists(l);
		break;
	case MEDIA:
		look_media(l);
	case ADDRESS:
		look_address(l);
		break;
	case BUSY:
		look_busy(l);
		break;
	case INTERVALS:
		look_intervals(l);
		break;
	case OUTBOUND:
		look_outbound(l);
		break;
	case SIZES:
		look_sizes(l);
		break;
	case TAGS:
		look_tags(l);
		break;
	case URI:
		look_uri(l);
		break;
	}
}

/* Are there words already that say that nothing explains it? */
static int is_denied(const struct look *l)
{
	for (size_t i = 0; i < l->grounds->n; i++)
		if (ground_kind(&l->grounds->ground[i]) == GROUND_NOT)
			return 1;
	return 0;
}

void grounds_find(struct grounds *g, const struct exchange *x,
                  const struct transaction *t, const struct heard *response)
{
	struct look l = { .grounds = g,
		          .exchange = x,
		          .transaction = t,
		          .response = response,
		          .got = response->message,
		          .code = response->message->code };
	int group = group_of(l.code);

	grounds_reset(g);
	if (t == NULL || group < 0 || x->requests == 0)
		return;
	if (t->request == NULL)
		t = exchange_hop(x, t);
	if (t == NULL) {
		ground_add(&l, GROUND_no_request);
		return;
	}
	l.request = &t->request->heard;
	l.asked = l.request->message;
	l.whole = t == l.transaction && heard_is_whole(l.request) &&
	          heard_is_whole(response);
	if (t != l.transaction) {
		l.transaction = t;
		ground_shows(ground_add(&l, GROUND_hop), l.request,
		             "Request-Line", l.asked->start);
	}
	look_by_group(&l, (enum group)group);
	if (!look_is_led(&l) && !is_denied(&l))
		ground_add(&l, GROUND_nothing);
}
