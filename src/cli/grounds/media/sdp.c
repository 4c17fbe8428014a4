/* sdp.c - reads a session description line by line. */
#include "grounds/media/sdp.h"

#include <string.h>

#include "chars.h"
#include "exchange/mime.h"
#include "exchange/value.h"
#include "len.h"

/* RFC 3551 section 6, tables 4 and 5. */
static const char statics[][6] = {
	[0] = "PCMU",  [3] = "GSM",   [4] = "G723",   [5] = "DVI4",
	[6] = "DVI4",  [7] = "LPC",   [8] = "PCMA",   [9] = "G722",
	[10] = "L16",  [11] = "L16",  [12] = "QCELP", [13] = "CN",
	[14] = "MPA",  [15] = "G728", [16] = "DVI4",  [17] = "DVI4",
	[18] = "G729", [25] = "CelB", [26] = "JPEG",  [28] = "nv",
	[31] = "H261", [32] = "MPV",  [33] = "MP2T",  [34] = "H263",
};

int sdp_of(const struct sipcode_message *m, struct sipcode_span *text)
{
	struct mime parts;

	mime_parts(m, &parts);
	for (size_t i = 0; i < parts.n; i++) {
		const struct mime_part *p = &parts.part[i];

		*text = p->content;
		if (value_is(p->type, "application/sdp") &&
		    (p->disposition.n == 0 ||
		     value_is(value_bare(p->disposition), "session")))
			return 1;
	}
	return 0;
}

/* The line that *at stands at, without its end; *at is moved behind it. */
static struct sipcode_span sdp_line(struct sipcode_span text, size_t *at)
{
	struct sipcode_span line = { text.s + *at, 0 };

	while (*at + line.n < text.n && !char_in(line.s[line.n], "\r\n"))
		line.n++;
	*at += line.n;
	while (*at < text.n && char_in(text.s[*at], "\r\n"))
		(*at)++;
	return line;
}

/* Cuts the first word off. */
static struct sipcode_span first_word(struct sipcode_span *v)
{
	struct sipcode_span word;

	*v = value_trim(*v);
	word.s = v->s;
	word.n = 0;
	while (word.n < v->n && !char_is_blank(word.s[word.n]))
		word.n++;
	v->s += word.n;
	v->n -= word.n;
	return word;
}

/* "name" or "name:value". */
static struct sipcode_span attribute_name(struct sipcode_span v)
{
	const char *colon = memchr(v.s, ':', v.n);

	if (colon != NULL)
		v.n = (size_t)(colon - v.s);
	return v;
}

/* A crypto-suite, AES_CM_128_HMAC_SHA1_80: nothing that could be a key. */
static int is_suite(struct sipcode_span v)
{
	int bar = 0;

	for (size_t i = 0; i < v.n; i++) {
		if (!char_is_upper(v.s[i]) && !char_is_digit(v.s[i]) &&
		    v.s[i] != '_')
			return 0;
		bar |= v.s[i] == '_';
	}
	return bar;
}

static void read_rtpmap(struct sdp_media *m, struct sipcode_span value)
{
	struct sipcode_span type = first_word(&value);
	uint64_t n;

	if (value_number(type, &n) && n < SDP_TYPES && m->rtpmap[n].n == 0)
		m->rtpmap[n] = first_word(&value);
}

static void read_crypto(struct sdp_media *m, struct sipcode_span value)
{
	struct sipcode_span suite;

	m->has |= SDP_CRYPTO;
	first_word(&value);
	suite = first_word(&value);
	if (m->suite.n == 0 && is_suite(suite))
		m->suite = suite;
}

static void read_attribute(struct sdp_media *m, struct sipcode_span v)
{
	static const char directions[][9] = { "sendonly", "recvonly",
		                              "inactive" };
	struct sipcode_span name = attribute_name(v), value = v;

	value.s += name.n;
	value.n -= name.n;
	if (value.n > 0) {
		value.s++;
		value.n--;
	}
	if (value_is(name, "rtpmap"))
		read_rtpmap(m, value);
	else if (value_is(name, "crypto"))
		read_crypto(m, value);
	else if (value_is(name, "fingerprint"))
		m->has |= SDP_FINGERPRINT;
	else if (value_is(name, "key-mgmt"))
		m->has |= SDP_KEYMGT;
	else if (value_is(name, "ice-ufrag"))
		m->has |= SDP_ICE;
	else if (value_is(name, "rtcp-mux"))
		m->has |= SDP_MUX;
	else if (value_is(name, "group") && value_begins(value, "BUNDLE"))
		m->has |= SDP_BUNDLE;
	else if (value_is(name, "sendrecv"))
		m->direction.n = 0;
	for (size_t i = 0; i < LEN(directions); i++)
		if (value_is(name, directions[i]))
			m->direction = name;
}

/* Reads lines up to the next m= line, or to the end. */
static void read_lines(struct sdp *s, struct sdp_media *m)
{
	while (s->at < s->text.n) {
		size_t next = s->at;
		struct sipcode_span line = sdp_line(s->text, &next);

		if (value_begins(line, "m="))
			return;
		s->at = next;
		if (line.n < 2 || line.s[1] != '=')
			continue;
		line.s += 2;
		line.n -= 2;
		if (line.s[-2] == 'c')
			m->connection = value_trim(line);
		else if (line.s[-2] == 'b')
			m->bandwidth = value_trim(line);
		else if (line.s[-2] == 'a')
			read_attribute(m, value_trim(line));
	}
}

void sdp_open(struct sdp *s, struct sipcode_span text)
{
	memset(s, 0, sizeof(*s));
	s->text = text;
	read_lines(s, &s->session);
}

int sdp_next(struct sdp *s, struct sdp_media *media)
{
	struct sipcode_span line;

	if (s->at >= s->text.n)
		return 0;
	line = sdp_line(s->text, &s->at);
	line.s += 2;
	line.n -= 2;
	*media = s->session;
	media->media = first_word(&line);
	media->port = first_word(&line);
	media->profile = first_word(&line);
	media->formats = value_trim(line);
	read_lines(s, media);
	return 1;
}

void sdp_add_name(struct sdp_names *c, struct sipcode_span name)
{
	if (name.n == 0)
		return;
	for (size_t i = 0; i < c->n; i++)
		if (value_alike(c->name[i], name))
			return;
	if (c->n < SDP_NAMES)
		c->name[c->n++] = name;
	else
		c->more = 1;
}

/* The encoding name of "opus/48000/2". */
static struct sipcode_span encoding_name(struct sipcode_span rtpmap)
{
	const char *slash = memchr(rtpmap.s, '/', rtpmap.n);

	if (slash != NULL)
		rtpmap.n = (size_t)(slash - rtpmap.s);
	return rtpmap;
}

void sdp_add_codecs(struct sdp_names *c, const struct sdp_media *media)
{
	struct sipcode_span rest = media->formats, format;
	int rtp = value_holds(media->profile, value_of("RTP/"));
	uint64_t n;

	while ((format = first_word(&rest)).n > 0) {
		int typed = rtp && value_number(format, &n) && n < SDP_TYPES;

		if (typed && media->rtpmap[n].n > 0)
			format = encoding_name(media->rtpmap[n]);
		else if (typed && n < LEN(statics) && statics[n][0] != '\0')
			format = value_of(statics[n]);
		sdp_add_name(c, format);
	}
}

int sdp_is_aid(struct sipcode_span codec)
{
	static const char aids[][16] = {
		"telephone-event", "CN",   "red",    "ulpfec", "rtx",
		"parityfec",       "tone", "flexfec"
	};

	for (size_t i = 0; i < LEN(aids); i++)
		if (value_is(codec, aids[i]))
			return 1;
	return value_begins(codec, "flexfec-");
}

void sdp_list(struct strbuf *b, const struct sdp_names *c, size_t most)
{
	for (size_t i = 0; i < c->n && i < most; i++) {
		strbuf_add(b, i > 0 ? ", " : "");
		strbuf_bytes(b, c->name[i].s, c->name[i].n);
	}
	if (c->n > most || c->more)
		strbuf_add(b, " ...");
}

static void add_mark(struct strbuf *b, int *first, const char *mark,
                     struct sipcode_span more)
{
	strbuf_add(b, *first ? "; " : ", ");
	strbuf_add(b, mark);
	strbuf_bytes(b, more.s, more.n);
	*first = 0;
}

void sdp_describe(struct strbuf *b, const struct sdp_media *media)
{
	static const struct {
		unsigned bit;
		char mark[17];
	} marks[] = {
		{ SDP_FINGERPRINT, "DTLS fingerprint" },
		{ SDP_KEYMGT, "key-mgmt" },
		{ SDP_ICE, "ICE" },
		{ SDP_MUX, "rtcp-mux" },
		{ SDP_BUNDLE, "BUNDLE" },
	};
	const struct sipcode_span none = { "", 0 };
	struct sdp_names codecs = { 0 };
	int first = 1;

	sdp_add_codecs(&codecs, media);
	strbuf_bytes(b, media->media.s, media->media.n);
	strbuf_add(b, media->profile.n > 0 ? " " : "");
	strbuf_bytes(b, media->profile.s, media->profile.n);
	strbuf_add(b, codecs.n > 0 ? ": " : "");
	sdp_list(b, &codecs, 12);
	if (media->has & SDP_CRYPTO)
		add_mark(b, &first, media->suite.n > 0 ? "crypto " : "crypto",
		         media->suite);
	for (size_t i = 0; i < LEN(marks); i++)
		if (media->has & marks[i].bit)
			add_mark(b, &first, marks[i].mark, none);
	if (media->direction.n > 0)
		add_mark(b, &first, "", media->direction);
	if (value_is(media->port, "0"))
		add_mark(b, &first, "port 0", none);
}

int sdp_is_secure(const struct sdp_media *media)
{
	return value_holds(media->profile, value_of("SAVP"));
}

int sdp_attribute(struct sipcode_span text, struct sipcode_span name,
                  struct sipcode_span *value)
{
	size_t at = 0;

	while (at < text.n) {
		struct sipcode_span line = sdp_line(text, &at);

		if (!value_begins(line, "a="))
			continue;
		line.s += 2;
		line.n -= 2;
		*value = value_trim(line);
		if (value_alike(attribute_name(*value), name))
			return 1;
	}
	return 0;
}
