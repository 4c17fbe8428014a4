/* twin.c - tells a message from the line that announced it. */
#include "input/twin.h"

#include <string.h>

#include "exchange/value.h"

/* tcpdump -A has the binary header between the two, which may hold line ends.
 */
enum { LINES_BETWEEN = 4 };

int twin_is_bare(const struct heard *h)
{
	return h->message->headers.n == 0 && !h->message->complete;
}

void twin_hold(struct twin *t, const struct heard *h)
{
	t->bare = kept_make(h);
}

static uint64_t line_of(const struct heard *h)
{
	return heard_place(h, h->message->start).line;
}

/* tcpdump may have a byte of the header before the request line. */
static int is_announced(const struct sipcode_message *bare,
                        const struct sipcode_message *full)
{
	if (bare->request || full->request)
		return value_ends(full->start, bare->start);
	return bare->code == full->code &&
	       value_same(bare->phrase, full->phrase);
}

int twin_is_second(struct twin *t, struct heard *h)
{
	const struct heard *bare;

	if (t->bare == NULL || twin_is_bare(h))
		return 0;
	bare = &t->bare->heard;
	if (strcmp(bare->file, h->file) != 0 ||
	    line_of(h) - line_of(bare) > LINES_BETWEEN ||
	    !is_announced(bare->message, h->message))
		return 0;
	if (!h->stamped) {
		h->stamped = bare->stamped;
		h->stamp = bare->stamp;
	}
	kept_free(twin_take(t));
	return 1;
}

int twin_is_held(const struct twin *t)
{
	return t->bare != NULL;
}

struct kept *twin_take(struct twin *t)
{
	struct kept *k = t->bare;

	t->bare = NULL;
	return k;
}
