/* sizes.c - requests that are too large. */
#include "grounds/look.h"

/* What is smaller is no large message, and no large header field. */
enum { MESSAGE_SMALL = 500, FIELD_LARGE = 300 };

/* How many bytes the body has: as Content-Length says, else as they are there.
 * Returns 0 if that is not known. */
static int body_size(const struct look *l, uint64_t *n)
{
	struct sipcode_span v;

	*n = l->asked->body.n;
	if (sipcode_value(l->asked, "Content-Length", &v))
		return value_number(v, n);
	return l->asked->complete && !l->asked->body_unsure;
}

/* The bytes above the body, with the empty line. */
static uint64_t head_size(const struct look *l)
{
	return l->asked->all.n - l->asked->body.n;
}

/* 413: the body (RFC 3261 section 21.4.11). */
static void look_entity(struct look *l)
{
	uint64_t n;
	struct ground *g;

	if (!body_size(l, &n) || (n == 0 && !l->whole))
		return;
	g = ground_add(l, n > 0 ? GROUND_size_body : GROUND_size_no_body);
	ground_number(g, 0, n > 0 ? n : head_size(l));
	ground_shows_field(g, l->request, "Content-Length");
	ground_shows_field(g, l->request, "Content-Type");
	if (look_is_there(l->got, "Retry-After"))
		ground_shows_field(ground_add(l, GROUND_size_for_now),
		                   l->response, "Retry-After");
}

/* The largest header field of the request. */
static struct sipcode_span largest_field(const struct look *l,
                                         struct sipcode_span *name)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v, word, largest = { "", 0 };

	*name = largest;
	while (sipcode_next_header(l->asked, &at, &word, &v))
		if (v.n > largest.n) {
			largest = v;
			*name = word;
		}
	return largest;
}

/* 513: the whole message (RFC 3261 section 21.5.7). */
static void look_message(struct look *l)
{
	uint64_t body, head = head_size(l);
	struct sipcode_span name, field;
	struct ground *g;

	if (!body_size(l, &body) || (head + body < MESSAGE_SMALL && !l->whole))
		return;
	g = ground_add(l, head + body < MESSAGE_SMALL ? GROUND_size_small
	                                              : GROUND_size_message);
	ground_number(g, 0, head + body);
	ground_number(g, 1, body);
	ground_shows_field(g, l->request, "Content-Length");
	ground_shows_field(g, l->request, "Content-Type");
	field = largest_field(l, &name);
	if (head + body < MESSAGE_SMALL || field.n < FIELD_LARGE ||
	    field.n < body || field.n < head / 4)
		return;
	g = ground_add(l, GROUND_size_field);
	ground_arg(g, 0, name);
	ground_number(g, 1, field.n);
}

void look_sizes(struct look *l)
{
	if (l->code == 413)
		look_entity(l);
	else
		look_message(l);
}
