/* tags.c - option tags that one side asks for and the other has not. */
#include "grounds/look.h"

/* So many tags of a response are looked at. */
enum { TAGS_MOST = 8 };

/* 420: Unsupported names the tags that the request requires (RFC 3261 section
 * 8.2.2.3); of a proxy, by Proxy-Require (section 16.3). */
static void look_unsupported(struct look *l)
{
	static const char fields[][16] = { "Require", "Proxy-Require" };
	struct sipcode_cursor at = { 0 };
	struct sipcode_span tag;

	for (int n = 0; n < TAGS_MOST &&
	                sipcode_next_value(l->got, "Unsupported", &at, &tag);
	     n++) {
		const char *field = NULL;
		struct ground *g;

		for (size_t i = 0; i < 2 && field == NULL; i++)
			if (look_has(l->asked, fields[i], tag))
				field = fields[i];
		if (field == NULL && !l->whole)
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
		say_required(l, tag);
}

void look_tags(struct look *l)
{
	if (l->code == 420)
		look_unsupported(l);
	else
		look_required(l);
}
