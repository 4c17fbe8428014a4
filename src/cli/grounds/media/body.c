/* body.c - the body of a request whose type, encoding or language was refused,
 * and types of bodies that the client takes. */
#include "grounds/look.h"

#include "chars.h"
#include "exchange/mime.h"
#include "grounds/media/refusal.h"
#include "grounds/media/sdp.h"

enum listed { NO_LIST, NOT_LISTED, IS_LISTED };

/* 1 if a value of Accept, Accept-Encoding or Accept-Language has q=0. */
static int is_barred(struct sipcode_span value)
{
	struct sipcode_span q;
	int barred = sipcode_param(value, "q", &q) && q.n > 0;

	for (size_t i = 0; barred && i < q.n; i++)
		barred = char_in(q.s[i], "0.");
	return barred;
}

/* "text/ *" without the blank, or "en", against "text/plain" or "en-GB": the
 * mark is what stands before the star, or behind the range. */
static int is_in_range(struct sipcode_span range, struct sipcode_span v,
                       char mark)
{
	if (range.n == 0)
		return 0;
	if (value_is(range, "*") || value_is(range, "*/*") ||
	    value_alike(range, v))
		return 1;
	if (mark == '/') {
		if (range.n < 2 || range.s[range.n - 1] != '*' ||
		    range.s[range.n - 2] != '/')
			return 0;
		range.n--;
		return v.n > range.n && chars_equal(range.s, v.s, range.n);
	}
	return mark == '-' && v.n > range.n && v.s[range.n] == '-' &&
	       chars_equal(range.s, v.s, range.n);
}

/* Is the value in a list of what is accepted?  A range that is the value itself
 * goes before wider ones. */
static enum listed in_list(const struct sipcode_message *m, const char *header,
                           struct sipcode_span v, char mark)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span value;
	enum listed listed = NO_LIST;

	while (sipcode_next_value(m, header, &at, &value)) {
		struct sipcode_span range = value_bare(value);

		listed = listed == NO_LIST ? NOT_LISTED : listed;
		if (value_alike(range, v))
			return is_barred(value) ? NOT_LISTED : IS_LISTED;
		if (!is_barred(value) && is_in_range(range, v, mark))
			listed = IS_LISTED;
	}
	return listed;
}

/* The same in the response; NO_LIST also if the log may have left a part of the
 * list out. */
static enum listed in_answer(const struct look *l, const char *header,
                             struct sipcode_span v, char mark)
{
	enum listed listed = in_list(l->got, header, v, mark);

	return listed == NOT_LISTED && !heard_is_whole(l->response) ? NO_LIST
	                                                            : listed;
}

static enum listed in_accept(struct look *l, const struct mime_part *p)
{
	return in_answer(l, "Accept", p->type, '/');
}

static void show_types(struct look *l, struct ground *g,
                       const struct mime_part *p)
{
	if (p->depth > 0) {
		ground_shows_field(g, l->request, "Content-Type");
		ground_shows(g, l->request, "Content-Type (part)", p->type);
	} else {
		ground_shows_field(g, l->request, "Content-Type");
	}
	if (p->disposition.n > 0)
		ground_shows(g, l->request, "Content-Disposition",
		             p->disposition);
	ground_shows_list(l, g, l->response, "Accept");
}

/* Content-Encoding or Content-Language against the list of the response.  1 if
 * it is there. */
static int look_coding(struct look *l, const char *content, const char *accept,
                       enum ground_id unlisted, enum ground_id unsaid,
                       char mark)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;
	struct ground *g = NULL;

	for (int i = 0; i < 4 && sipcode_next_value(l->asked, content, &at, &v);
	     i++) {
		enum listed listed = in_answer(l, accept, v, mark);

		if (v.n == 0 || listed == IS_LISTED ||
		    value_is(v, "identity") || (listed == NO_LIST && !l->whole))
			continue;
		g = ground_add(l, listed == NO_LIST ? unsaid : unlisted);
		ground_arg(g, 0, v);
		ground_shows_field(g, l->request, content);
		ground_shows_list(l, g, l->response, accept);
	}
	return g != NULL;
}

/* None of the parts that mean the same is accepted. */
static int is_refused_alternative(struct look *l, const struct mime *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->part[i].alternative && !mime_is_multipart(&p->part[i]) &&
		    in_accept(l, &p->part[i]) == IS_LISTED)
			return 0;
	return !p->more;
}

/* The types that are not in Accept; 1 if there is one. */
static int look_unlisted(struct look *l, const struct mime *p)
{
	int alternatives = is_refused_alternative(l, p), found = 0;

	for (size_t i = 0; i < p->n && found < 3; i++) {
		const struct mime_part *part = &p->part[i];
		struct ground *g;

		if (part->type.n == 0 || mime_is_multipart(part) ||
		    in_accept(l, part) != NOT_LISTED ||
		    (part->alternative && !alternatives))
			continue;
		if (part->optional)
			g = ground_add(l, GROUND_body_optional);
		else if (part->depth > 0)
			g = ground_add(l, GROUND_body_part);
		else
			g = ground_add(l, GROUND_body_type);
		ground_arg(g, 0, part->type);
		ground_arg(g, 1, p->part[0].type);
		show_types(l, g, part);
		found++;
	}
	return found > 0;
}

static int all_parts_listed(struct look *l, const struct mime *p)
{
	for (size_t i = 1; i < p->n; i++)
		if (!mime_is_multipart(&p->part[i]) &&
		    in_accept(l, &p->part[i]) != IS_LISTED)
			return 0;
	return p->n > 1 && !p->more;
}

/* A multipart that Accept does not have, perhaps with parts that it has. */
static void look_container(struct look *l, const struct mime *p)
{
	const struct mime_part *body = &p->part[0];
	struct ground *g;

	if (!mime_is_multipart(body) || look_is_led(l) ||
	    in_accept(l, body) != NOT_LISTED)
		return;
	g = ground_add(l, body->optional           ? GROUND_body_optional
	                  : all_parts_listed(l, p) ? GROUND_body_container
	                                           : GROUND_body_type);
	ground_arg(g, 0, body->type);
	show_types(l, g, body);
}

/* All types are there: a disposition may be the reason, which no header field
 * of the response can say (RFC 5621 section 8.1). */
static void look_disposition(struct look *l, const struct mime *p)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct mime_part *part = &p->part[i];
		struct sipcode_span kind = value_bare(part->disposition);
		struct ground *g;

		if (kind.n == 0 || part->type.n == 0 || part->optional ||
		    value_is(kind, "session"))
			continue;
		g = ground_add(l, GROUND_body_disposition);
		ground_arg(g, 0, kind);
		ground_arg(g, 1, part->type);
		ground_shows(g, l->request, "Content-Disposition",
		             part->disposition);
		return;
	}
}

/* The response lists nothing that says which type it is. */
static void look_unsaid_type(struct look *l, const struct mime *p)
{
	const struct mime_part *body = &p->part[0];
	struct sipcode_span list;
	struct ground *g;

	if (!l->whole || sipcode_value(l->got, "Accept-Encoding", &list) ||
	    sipcode_value(l->got, "Accept-Language", &list))
		return;
	g = ground_add(l, mime_is_multipart(body) ? GROUND_body_some_part
	                                          : GROUND_body_refused);
	ground_arg(g, 0, body->type);
	ground_shows_field(g, l->request, "Content-Type");
	for (size_t i = 1; i < p->n; i++)
		if (p->part[i].type.n > 0)
			ground_shows(g, l->request, "Content-Type (part)",
			             p->part[i].type);
}

static void look_types(struct look *l, const struct mime *p)
{
	struct ground *g;

	if (in_accept(l, &p->part[0]) == NO_LIST) {
		if (!look_is_led(l))
			look_unsaid_type(l, p);
		return;
	}
	look_unlisted(l, p);
	look_container(l, p);
	if (look_is_led(l) || p->more)
		return;
	if (l->grounds->n == 0) {
		g = ground_add(l, GROUND_body_listed);
		ground_arg(g, 0, p->part[0].type);
		show_types(l, g, &p->part[0]);
	}
	look_disposition(l, p);
}

static void look_refused_body(struct look *l)
{
	struct sipcode_span length;
	struct mime parts;
	struct ground *g;
	uint64_t n = 0;

	mime_parts(l->asked, &parts);
	if (sipcode_value(l->asked, "Content-Length", &length))
		value_number(length, &n);
	if (parts.n == 0 && l->whole && n == 0) {
		g = ground_add(l, GROUND_body_none);
		ground_shows_field(g, l->request, "Content-Length");
		return;
	}
	if (parts.n == 0 || parts.part[0].type.n == 0) {
		if (!l->whole)
			return;
		g = ground_add(l, GROUND_body_untyped);
		ground_shows_field(g, l->request, "Content-Length");
		return;
	}
	look_coding(l, "Content-Encoding", "Accept-Encoding",
	            GROUND_encoding_unlisted, GROUND_encoding_unsaid, '\0');
	look_coding(l, "Content-Language", "Accept-Language",
	            GROUND_language_unlisted, GROUND_language_unsaid, '-');
	look_types(l, &parts);
}

/* 406: Accept of the request says what the client takes; what the server would
 * have sent is not said. */
static void look_accept(struct look *l)
{
	struct sipcode_span method = value_method(l->asked), list, offer;
	struct ground *g;

	/* It is meant as 606: a Warning speaks of a session description. */
	if (sdp_of(l->asked, &offer) && look_warnings(l, offer) &&
	    look_is_led(l))
		return;
	if (in_list(l->asked, "Accept", value_of("any/type"), '/') ==
	    IS_LISTED) {
		g = ground_add(l, GROUND_accept_all);
		ground_shows_list(l, g, l->request, "Accept");
		return;
	}
	if (look_field(l->asked, "Accept", &list)) {
		g = ground_add(l, value_is(method, "SUBSCRIBE")
		                          ? GROUND_accept_notify
		                          : GROUND_accept_only);
		ground_arg(g, 0, list);
		ground_shows_list(l, g, l->request, "Accept");
		ground_shows_field(g, l->request, "Event");
	} else if (l->whole) {
		g = ground_add(l, value_is(method, "SUBSCRIBE")
		                          ? GROUND_accept_package
		                          : GROUND_accept_default);
		ground_shows_field(g, l->request, "Event");
	}
}

void look_body(struct look *l)
{
	if (l->code == 415)
		look_refused_body(l);
	else
		look_accept(l);
}
