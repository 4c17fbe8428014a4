/* ids.c - reads them in one pass over the header fields. */
#include "exchange/ids.h"

#include <string.h>

#include "chars.h"
#include "exchange/value.h"

static int is_named(struct sipcode_span name, const char *word, char letter)
{
	return (name.n == 1 && char_lower(*name.s) == letter) ||
	       value_is(name, word);
}

/* Without the points that ngrep writes for the end of a line. */
static struct sipcode_span undotted(struct sipcode_span v)
{
	while (v.n > 0 && v.s[v.n - 1] == '.')
		v.n--;
	return v;
}

/* "SIP/2.0/UDP host:5060;branch=...", the one on top. */
static void read_top(struct ids *ids, struct sipcode_span v)
{
	struct sipcode_span bare = value_bare(v);
	size_t n = 0;

	ids->via = v;
	while (n < bare.n && !char_is_space(bare.s[bare.n - 1 - n]))
		n++;
	ids->sent_by.s = bare.s + bare.n - n;
	ids->sent_by.n = n;
	if (sipcode_param(v, "branch", &ids->branch))
		ids->branch = undotted(ids->branch);
}

static void read_via(struct ids *ids, struct sipcode_span v)
{
	struct sipcode_span p;

	if (ids->vias == 0)
		read_top(ids, v);
	if (ids->vias < IDS_HOPS && sipcode_param(v, "branch", &p) && p.n > 0)
		ids->hop[ids->vias] = value_hash(undotted(p));
	ids->vias++;
}

/* A list of Via, in which no comma is quoted. */
static void read_vias(struct ids *ids, struct sipcode_span v)
{
	for (;;) {
		const char *comma = memchr(v.s, ',', v.n);
		struct sipcode_span first = v;

		if (comma == NULL)
			break;
		first.n = (size_t)(comma - v.s);
		read_via(ids, value_trim(first));
		v.n -= first.n + 1;
		v.s = comma + 1;
	}
	read_via(ids, value_trim(v));
}

static void read_cseq(struct ids *ids, struct sipcode_span v)
{
	ids->numbered = value_number(v, &ids->number);
	while (v.n > 0 && char_is_digit(*v.s)) {
		v.s++;
		v.n--;
	}
	v = undotted(value_trim(v));
	/* A log may have put a byte before the request line. */
	if (ids->method.n == 0 || value_ends(ids->method, v))
		ids->method = v;
}

/* The first word of a request line. */
static struct sipcode_span front_word(struct sipcode_span line)
{
	size_t n = 0;

	while (n < line.n && line.s[n] != ' ')
		n++;
	line.n = n;
	return line;
}

static void read_field(struct ids *ids, struct sipcode_span name,
                       struct sipcode_span v)
{
	switch (char_lower(*name.s)) {
	case 'v':
		if (is_named(name, "Via", 'v'))
			read_vias(ids, v);
		break;
	case 'f':
		if (is_named(name, "From", 'f'))
			sipcode_param(v, "tag", &ids->from_tag);
		break;
	case 't':
		if (is_named(name, "To", 't'))
			sipcode_param(v, "tag", &ids->to_tag);
		break;
	case 'i':
		if (name.n == 1 && ids->call_id.n == 0)
			ids->call_id = v;
		break;
	case 'c':
		if (value_is(name, "Call-ID") && ids->call_id.n == 0)
			ids->call_id = v;
		else if (value_is(name, "CSeq") && !ids->numbered)
			read_cseq(ids, v);
		break;
	default:
		break;
	}
}

void ids_of(const struct sipcode_message *m, struct ids *ids)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span name, value, none = { "", 0 };

	memset(ids, 0, sizeof(*ids));
	ids->call_id = ids->via = ids->branch = ids->sent_by = none;
	ids->from_tag = ids->to_tag = ids->method = none;
	if (m->request)
		ids->method = front_word(m->start);
	while (sipcode_next_header(m, &at, &name, &value))
		read_field(ids, name, value);
	ids->call_id = undotted(ids->call_id);
	ids->from_tag = undotted(ids->from_tag);
	ids->to_tag = undotted(ids->to_tag);
	ids->host = value_hash_alike(ids->sent_by);
	if (ids->call_id.n > 0)
		ids->call = value_hash(ids->call_id);
}

int ids_passed(const struct ids *ids, uint64_t hop)
{
	for (size_t i = 1; hop != 0 && i < IDS_HOPS; i++)
		if (ids->hop[i] == hop)
			return 1;
	return 0;
}

int ids_same_cseq(const struct ids *a, const struct ids *b)
{
	return a->numbered && b->numbered && a->number == b->number &&
	       value_same(a->method, b->method);
}

int ids_is_of_hop(const struct ids *a, const struct ids *b)
{
	return a->call != 0 && a->call == b->call && ids_same_cseq(a, b) &&
	       (ids_passed(a, b->hop[0]) || ids_passed(b, a->hop[0]));
}

int ids_is_unique(struct sipcode_span branch)
{
	static const char cookie[] = "z9hG4bK";

	return branch.n >= sizeof(cookie) &&
	       chars_equal(branch.s, cookie, sizeof(cookie) - 1);
}
