/* refusal.c - Warning and capabilities in the response, against the offer. */
#include "grounds/media/refusal.h"

#include <string.h>

#include "grounds/media/sdp.h"

/* So many values of Warning are looked at, so many names are listed. */
enum { WARNINGS_MOST = 2, NAMES_MOST = 8 };

/* No more grounds than a reader takes in. */
enum { GROUNDS_USUAL = 3 };

/* What of the m= lines is listed. */
enum what { MEDIA_TYPES, PROFILES, CODECS };

static const struct sipcode_span none = { "", 0 };

static struct sipcode_span sdp_line_of(struct look *l, const char *front,
                                       struct sipcode_span v)
{
	struct strbuf text = { 0 };

	strbuf_add(&text, front);
	strbuf_bytes(&text, v.s, v.n);
	return ground_made(l, &text);
}

void show_media(struct look *l, struct ground *g, const struct heard *in,
                struct sipcode_span text, struct sipcode_span type, size_t most)
{
	struct sdp_media m;
	struct sdp s;

	sdp_open(&s, text);
	for (int i = 0;
	     i < MEDIA_MOST && g->evidences < most && sdp_next(&s, &m); i++) {
		struct strbuf line = { 0 };

		if (type.n > 0 && !value_alike(m.media, type))
			continue;
		sdp_describe(&line, &m);
		ground_shows(g, in, "SDP", ground_made(l, &line));
	}
}

/* The lines of an offer that are in use: port 0 is none (RFC 3264 section 5.1),
 * but in what the server has, it stands in every line (section 9). */
static int is_idle(const struct sdp_media *m, int offered)
{
	return offered && value_is(m->port, "0");
}

/* Adds what the offer has. */
static void collect_names(struct sdp_names *n, struct sipcode_span text,
                          enum what what)
{
	struct sdp_media m;
	struct sdp s;

	sdp_open(&s, text);
	for (int i = 0; i < MEDIA_MOST && sdp_next(&s, &m); i++) {
		if (is_idle(&m, 1))
			continue;
		if (what == CODECS)
			sdp_add_codecs(n, &m);
		else
			sdp_add_name(n, what == PROFILES ? m.profile : m.media);
	}
}

static struct sipcode_span listed(struct look *l, const struct sdp_names *n)
{
	struct strbuf text = { 0 };

	sdp_list(&text, n, NAMES_MOST);
	return ground_made(l, &text);
}

/* The address of the first m= line, "IN IP6 2001:db8::1", or its bandwidth;
 * empty if there is none. */
static struct sipcode_span network_of(struct sipcode_span text, int bandwidth)
{
	struct sipcode_span v;
	struct sdp_media m;
	struct sdp s;

	sdp_open(&s, text);
	v = bandwidth ? s.session.bandwidth : s.session.connection;
	for (int i = 0; i < MEDIA_MOST && v.n == 0 && sdp_next(&s, &m); i++)
		v = bandwidth ? m.bandwidth : m.connection;
	return v;
}

/* The words of a Warning, without quotes. */
static struct sipcode_span warn_words(struct sipcode_span warning)
{
	const char *quote = memchr(warning.s, '"', warning.n);
	struct sipcode_span v = { warning.s, 0 };

	if (quote == NULL)
		return v;
	v.s = quote + 1;
	v.n = (size_t)(warning.s + warning.n - v.s);
	if (v.n > 0 && v.s[v.n - 1] == '"')
		v.n--;
	return v;
}

/* The word in single quotes: "Session parameter 'foo' not understood". */
static struct sipcode_span quoted_word(struct sipcode_span text)
{
	const char *open = memchr(text.s, '\'', text.n), *close;
	struct sipcode_span v = { text.s, 0 };

	if (open == NULL)
		return v;
	v.s = open + 1;
	close = memchr(v.s, '\'', text.n - (size_t)(v.s - text.s));
	if (close != NULL)
		v.n = (size_t)(close - v.s);
	return v;
}

/* The Warning is about a list of names in the m= lines.  Its words may name one
 * that the server lacks, or those that it has. */
static struct ground *warn_names(struct look *l, enum ground_id id,
                                 struct sipcode_span offer, enum what what)
{
	struct sdp_names names = { 0 };
	struct ground *g;

	collect_names(&names, offer, what);
	if (names.n == 0)
		return NULL;
	g = ground_add(l, id);
	ground_arg(g, 1, listed(l, &names));
	show_media(l, g, l->request, offer, none, SHOWN_MOST - 1);
	return g;
}

/* It is about the address or the bandwidth. */
static struct ground *warn_network(struct look *l, struct sipcode_span offer,
                                   int bandwidth)
{
	struct sipcode_span v = network_of(offer, bandwidth);
	struct ground *g;

	if (v.n == 0 && !bandwidth)
		return NULL;
	if (v.n == 0) {
		g = ground_add(l, GROUND_warn_no_bandwidth);
		show_media(l, g, l->request, offer, none, SHOWN_MOST - 1);
		return g;
	}
	g = ground_add(l,
	               bandwidth ? GROUND_warn_bandwidth : GROUND_warn_network);
	ground_arg(g, 1, v);
	ground_shows(g, l->request, "SDP",
	             sdp_line_of(l, bandwidth ? "b=" : "c=", v));
	return g;
}

/* It is about an attribute, which its words may name. */
static struct ground *warn_attribute(struct look *l, struct sipcode_span offer,
                                     struct sipcode_span said)
{
	struct sipcode_span word = quoted_word(said), v;
	struct ground *g;

	if (word.n > 2 && value_begins(word, "a=")) {
		word.s += 2;
		word.n -= 2;
	}
	if (said.n == 0)
		return NULL;
	if (word.n == 0 || !sdp_attribute(offer, word, &v)) {
		g = ground_add(l, GROUND_warn_some_attribute);
		ground_arg(g, 1, said);
		return g;
	}
	g = ground_add(l, GROUND_warn_attribute);
	ground_arg(g, 1, word);
	/* The value may be a key. */
	ground_shows(g, l->request, "SDP", sdp_line_of(l, "a=", word));
	return g;
}

static struct ground *warn_of(struct look *l, uint64_t code,
                              struct sipcode_span offer,
                              struct sipcode_span said)
{
	switch (code) {
	case 300:
	case 301:
	case 330:
	case 331:
		return warn_network(l, offer, 0);
	case 302:
		return warn_names(l, GROUND_warn_transport, offer, PROFILES);
	case 303:
		return network_of(offer, 1).n > 0 ? warn_network(l, offer, 1)
		                                  : NULL;
	case 370:
		return warn_network(l, offer, 1);
	case 304:
		return warn_names(l, GROUND_warn_media, offer, MEDIA_TYPES);
	case 305:
		return warn_names(l, GROUND_warn_format, offer, CODECS);
	case 306:
	case 307:
		return warn_attribute(l, offer, said);
	default:
		return NULL;
	}
}

int look_warnings(struct look *l, struct sipcode_span offer)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span warning;
	int n = 0;

	while (n < WARNINGS_MOST &&
	       sipcode_next_value(l->got, "Warning", &at, &warning)) {
		struct sipcode_span said = warn_words(warning);
		struct ground *g = NULL;
		uint64_t code;

		if (!value_number(warning, &code))
			continue;
		g = warn_of(l, code, offer, said);
		if (g == NULL && said.n == 0)
			continue;
		n++;
		if (g == NULL) {
			g = ground_add(l, GROUND_warn_free);
			ground_arg(g, 1, said);
			show_media(l, g, l->request, offer, none,
			           SHOWN_MOST - 1);
		}
		ground_number(g, 0, code);
		ground_shows(g, l->response, "Warning", warning);
	}
	return n > 0;
}

/* What a description has of one media type. */
struct has {
	struct sdp_names profiles, codecs;
	int lines;
};

static void has_of(struct has *h, struct sipcode_span text,
                   struct sipcode_span media, int offered)
{
	struct sdp_media m;
	struct sdp s;

	memset(h, 0, sizeof(*h));
	sdp_open(&s, text);
	for (int i = 0; i < MEDIA_MOST && sdp_next(&s, &m); i++) {
		if (!value_alike(m.media, media) || is_idle(&m, offered))
			continue;
		h->lines++;
		sdp_add_name(&h->profiles, m.profile);
		sdp_add_codecs(&h->codecs, &m);
	}
	/* There may be more than was looked at. */
	h->codecs.more |= sdp_next(&s, &m);
}

/* The first name of both, aids aside; empty if there is none. */
static struct sipcode_span common_name(const struct sdp_names *a,
                                       const struct sdp_names *b)
{
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n && !sdp_is_aid(a->name[i]); k++)
			if (value_alike(a->name[i], b->name[k]))
				return a->name[i];
	return none;
}

static void show_both(struct look *l, struct ground *g,
                      struct sipcode_span offer, struct sipcode_span reply,
                      struct sipcode_span media)
{
	show_media(l, g, l->request, offer, media, SHOWN_MOST / 2);
	show_media(l, g, l->response, reply, media, SHOWN_MOST);
}

/* "audio", what the offer has of it, what the server has. */
static void add_differing(struct look *l, enum ground_id id,
                          struct sipcode_span media,
                          const struct sdp_names *asked,
                          const struct sdp_names *got,
                          struct sipcode_span offer, struct sipcode_span reply)
{
	struct ground *g = ground_add(l, id);

	ground_arg(g, 0, media);
	ground_arg(g, 1, listed(l, asked));
	ground_arg(g, 2, listed(l, got));
	show_both(l, g, offer, reply, media);
}

/* One media type of the offer; what of it the server does not have. */
static void look_type(struct look *l, struct sipcode_span offer,
                      struct sipcode_span reply, struct sipcode_span media)
{
	struct has asked, got;
	struct ground *g;

	has_of(&asked, offer, media, 1);
	has_of(&got, reply, media, 0);
	if (asked.codecs.more || got.codecs.more)
		return;
	if (got.lines == 0) {
		g = ground_add(l, GROUND_media_missing);
		ground_arg(g, 0, media);
		show_media(l, g, l->request, offer, media, SHOWN_MOST / 2);
		show_media(l, g, l->response, reply, none, SHOWN_MOST);
		return;
	}
	if (asked.profiles.n > 0 && got.profiles.n > 0 &&
	    common_name(&asked.profiles, &got.profiles).n == 0)
		add_differing(l, GROUND_profile_differs, media, &asked.profiles,
		              &got.profiles, offer, reply);
	if (asked.codecs.n > 0 && got.codecs.n > 0 &&
	    common_name(&asked.codecs, &got.codecs).n == 0)
		add_differing(l, GROUND_codec_none, media, &asked.codecs,
		              &got.codecs, offer, reply);
}

void look_reply(struct look *l, struct sipcode_span offer,
                struct sipcode_span reply)
{
	struct sdp_names types = { 0 };
	struct has asked, got;
	struct sipcode_span codec;
	struct ground *g;

	if (l->got->body_cut || l->asked->body_cut ||
	    !heard_is_whole(l->request) || !heard_is_whole(l->response))
		return;
	collect_names(&types, offer, MEDIA_TYPES);
	for (size_t i = 0; i < types.n && l->grounds->n < GROUNDS_USUAL; i++)
		look_type(l, offer, reply, types.name[i]);
	if (types.n == 0 || look_is_led(l))
		return;
	has_of(&asked, offer, types.name[0], 1);
	has_of(&got, reply, types.name[0], 0);
	codec = common_name(&asked.codecs, &got.codecs);
	if (codec.n == 0)
		return;
	g = ground_add(l, GROUND_media_common);
	ground_arg(g, 0, types.name[0]);
	ground_arg(g, 1, codec);
	show_both(l, g, offer, reply, none);
}
