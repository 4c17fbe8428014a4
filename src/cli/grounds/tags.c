/* tags.c - option tags that one side asks for and the other has not. */
#include "grounds/look.h"

/* So many tags of a response are looked at. */
enum { TAGS_MOST = 8 };

/* 420 without a tag in Unsupported: only what the request demands is known. */
static void look_unnamed(struct look *l)
{
	int require = look_is_there(l->asked, "Require");
	int proxy = look_is_there(l->asked, "Proxy-Require");
	struct ground *g;

	if (!require && !proxy)
		return;
	g = ground_add(l, GROUND_tag_unnamed);
	ground_arg(g, 0,
	           value_of(!proxy     ? "Require"
	                    : !require ? "Proxy-Require"
	                               : "Require, Proxy-Require"));
	ground_shows_list(l, g, l->request, "Require");
	ground_shows_list(l, g, l->request, "Proxy-Require");
}

/* A registrar may refuse a Path that a proxy has added for a client that does
 * not know it (RFC 3327 section 5.3).  1 if it is that. */
static int look_path_tag(struct look *l, struct sipcode_span tag)
{
	struct ground *g;

	if (!value_is(tag, "path") || !look_is_there(l->asked, "Path") ||
	    look_has(l->asked, "Supported", tag))
		return 0;
	g = ground_add(l, GROUND_tag_path);
	ground_shows_field(g, l->request, "Path");
	ground_shows_list(l, g, l->request, "Supported");
	ground_shows_field(g, l->response, "Unsupported");
	return 1;
}

/* 420: Unsupported names the tags that the request requires (RFC 3261 section
 * 8.2.2.3); of a proxy, by Proxy-Require (section 16.3). */
static void look_unsupported(struct look *l)
{
	static const char fields[][16] = { "Require", "Proxy-Require" };
	struct sipcode_cursor at = { 0 };
	struct sipcode_span tag;
	int named = 0;

	for (int n = 0; n < TAGS_MOST &&
	                sipcode_next_value(l->got, "Unsupported", &at, &tag);
	     n++) {
		const char *field = NULL;
		struct ground *g;

		/* Of a list such as ", foo". */
		if (tag.n == 0)
			continue;
		named = 1;
		for (size_t i = 0; i < 2 && field == NULL; i++)
			if (look_has(l->asked, fields[i], tag))
				field = fields[i];
		if (field == NULL && (!l->whole || look_path_tag(l, tag)))
			continue;
		g = ground_add(l, field != NULL ? GROUND_tag_required
		                                : GROUND_tag_not_required);
		ground_arg(g, 0, tag);
		if (field != NULL) {
			ground_arg(g, 1, value_of(field));
			ground_shows_field(g, l->request, field);
		}
		ground_shows_field(g, l->response, "Unsupported");
	}
	if (!named && l->whole)
		look_unnamed(l);
}

static void say_required(struct look *l, struct sipcode_span tag)
{
	int supported = look_has(l->asked, "Supported", tag);
	int required = look_has(l->asked, "Require", tag);
	enum ground_id id = GROUND_tag_not_supported;
	struct sipcode_span v;
	struct ground *g;

	if (supported || required)
		id = GROUND_tag_supported;
	else if (!l->whole)
		return;
	else if (!look_field(l->asked, "Supported", &v))
		id = GROUND_tag_no_supported;
	g = ground_add(l, id);
	ground_arg(g, 0, tag);
	ground_arg(g, 1, value_of(supported ? "Supported" : "Require"));
	ground_shows_list(l, g, l->request,
	                  required && !supported ? "Require" : "Supported");
	ground_shows_field(g, l->response, "Require");
}

/* 421: Require of the response names what the request has to support (RFC 3261
 * section 21.4.16). */
static void look_required(struct look *l)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span tag;

	for (int n = 0;
	     n < TAGS_MOST && sipcode_next_value(l->got, "Require", &at, &tag);
	     n++)
		if (tag.n > 0)
			say_required(l, tag);
}

void look_tags(struct look *l)
{
	if (l->code == 420)
		look_unsupported(l);
	else
		look_required(l);
}
