/* side.c - reads one side of an exchange. */
#include "side.h"

#include <string.h>

#include "chars.h"
#include "sdp.h"

struct known {
	char name[20];
	unsigned char n;
};

#define NAME(text)                                                             \
	{                                                                      \
		text, sizeof(text) - 1                                         \
	}

static const struct known names[SIDE_FIELDS] = {
	[SIDE_ACCEPT] = NAME("Accept"),
	[SIDE_ACCEPT_ENCODING] = NAME("Accept-Encoding"),
	[SIDE_ACCEPT_LANGUAGE] = NAME("Accept-Language"),
	[SIDE_ALLOW] = NAME("Allow"),
	[SIDE_CALL_ID] = NAME("Call-ID"),
	[SIDE_CONTACT] = NAME("Contact"),
	[SIDE_CONTENT_DISPOSITION] = NAME("Content-Disposition"),
	[SIDE_CONTENT_ENCODING] = NAME("Content-Encoding"),
	[SIDE_CONTENT_LANGUAGE] = NAME("Content-Language"),
	[SIDE_CONTENT_TYPE] = NAME("Content-Type"),
	[SIDE_CSEQ] = NAME("CSeq"),
	[SIDE_EXPIRES] = NAME("Expires"),
	[SIDE_FROM] = NAME("From"),
	[SIDE_MIN_EXPIRES] = NAME("Min-Expires"),
	[SIDE_MIN_SE] = NAME("Min-SE"),
	[SIDE_PROXY_REQUIRE] = NAME("Proxy-Require"),
	[SIDE_RECORD_ROUTE] = NAME("Record-Route"),
	[SIDE_RECV_INFO] = NAME("Recv-Info"),
	[SIDE_REFER_SUB] = NAME("Refer-Sub"),
	[SIDE_REQUIRE] = NAME("Require"),
	[SIDE_RSEQ] = NAME("RSeq"),
	[SIDE_SESSION_EXPIRES] = NAME("Session-Expires"),
	[SIDE_SUPPORTED] = NAME("Supported"),
	[SIDE_TIMESTAMP] = NAME("Timestamp"),
	[SIDE_TO] = NAME("To"),
	[SIDE_UNSUPPORTED] = NAME("Unsupported"),
	[SIDE_VIA] = NAME("Via"),
};

/* Of the letters that names begin with, or that are short forms: the first
 * name, how many there are, and one more than the field whose short form the
 * letter is. */
static const struct {
	unsigned char first, n, meant;
} letters[26] = {
	['a' - 'a'] = { SIDE_ACCEPT, 4, 0 },
	['c' - 'a'] = { SIDE_CALL_ID, 7, SIDE_CONTENT_TYPE + 1 },
	['e' - 'a'] = { SIDE_EXPIRES, 1, SIDE_CONTENT_ENCODING + 1 },
	['f' - 'a'] = { SIDE_FROM, 1, SIDE_FROM + 1 },
	['i' - 'a'] = { 0, 0, SIDE_CALL_ID + 1 },
	['k' - 'a'] = { 0, 0, SIDE_SUPPORTED + 1 },
	['m' - 'a'] = { SIDE_MIN_EXPIRES, 2, SIDE_CONTACT + 1 },
	['p' - 'a'] = { SIDE_PROXY_REQUIRE, 1, 0 },
	['r' - 'a'] = { SIDE_RECORD_ROUTE, 5, 0 },
	['s' - 'a'] = { SIDE_SESSION_EXPIRES, 2, 0 },
	['t' - 'a'] = { SIDE_TIMESTAMP, 2, SIDE_TO + 1 },
	['u' - 'a'] = { SIDE_UNSUPPORTED, 1, 0 },
	['v' - 'a'] = { SIDE_VIA, 1, SIDE_VIA + 1 },
	['x' - 'a'] = { 0, 0, SIDE_SESSION_EXPIRES + 1 },
};

/* The field of a name that is not empty; SIDE_FIELDS if it is another one. */
static size_t side_field_of(struct sipcode_span name)
{
	char c = char_lower(name.s[0]);
	size_t i, end;

	if (!char_is_letter(c))
		return SIDE_FIELDS;
	i = letters[c - 'a'].meant;
	if (name.n == 1)
		return i > 0 ? i - 1 : SIDE_FIELDS;
	i = letters[c - 'a'].first;
	for (end = i + letters[c - 'a'].n; i < end; i++)
		if (names[i].n == name.n &&
		    chars_equal(names[i].name, name.s, name.n))
			return i;
	return SIDE_FIELDS;
}

/* The method of a request line; or what stands behind the number of a CSeq. */
static struct sipcode_span method_of(const struct side *side)
{
	struct sipcode_span v = side_value(side, SIDE_CSEQ);
	size_t i = 0;

	if (side->message->request) {
		v = side->message->start;
		for (v.n = 0; v.s[v.n] != ' ';)
			v.n++;
		return v;
	}
	while (i < v.n && (char_is_digit(v.s[i]) || char_is_space(v.s[i])))
		i++;
	v.s += i;
	v.n -= i;
	return v;
}

void side_read(struct side *side, const struct sipcode_message *message)
{
	struct sipcode_span headers = message->headers, name, value;
	struct sipcode_cursor cursor = { 0 };
	const char *end;

	memset(side, 0, sizeof(*side));
	side->message = message;
	while (headers.n > 0 && char_is_space(headers.s[headers.n - 1]))
		headers.n--;
	end = headers.s + headers.n;
	while (sipcode_next_header(message, &cursor, &name, &value)) {
		size_t i = side_field_of(name);

		if (i == SIDE_FIELDS ||
		    (!message->complete && value.s + value.n >= end))
			continue;
		if (side->field[i].lines++ == 0) {
			side->field[i].first = value;
			side->field[i].next = cursor.at;
		}
	}
	side->whole = message->complete && side_has(side, SIDE_VIA) &&
	              side_has(side, SIDE_FROM) && side_has(side, SIDE_TO) &&
	              side_has(side, SIDE_CALL_ID) && side_has(side, SIDE_CSEQ);
	side->method = method_of(side);
}

int side_has(const struct side *side, enum side_field field)
{
	return side->field[field].lines > 0;
}

struct sipcode_span side_value(const struct side *side, enum side_field field)
{
	struct sipcode_span none = { "", 0 };

	return side_has(side, field) ? side->field[field].first : none;
}

long long side_number_of(struct sipcode_span text)
{
	long long number = 0;
	size_t i = 0;

	for (; i < text.n && char_is_digit(text.s[i]); i++) {
		if (i == 10)
			return -1;
		number = number * 10 + (text.s[i] - '0');
	}
	if (i == 0 ||
	    (i < text.n && text.s[i] != ';' && !char_is_space(text.s[i])))
		return -1;
	return number;
}

long long side_number(const struct side *side, enum side_field field)
{
	return side_number_of(side_value(side, field));
}

struct side_list side_list(const struct side *side, enum side_field field)
{
	const struct side_lines *lines = &side->field[field];
	struct side_list list = { .side = side, .field = field };

	list.cursor.at = lines->next;
	list.cursor.within = lines->lines > 0;
	list.cursor.rest = lines->first;
	list.lines = lines->lines > 0 ? lines->lines - 1 : 0;
	return list;
}

int side_next(struct side_list *list, struct sipcode_span *value)
{
	while (list->cursor.within || list->lines > 0) {
		list->lines -= !list->cursor.within;
		if (!sipcode_next_value(list->side->message,
		                        names[list->field].name, &list->cursor,
		                        value))
			return 0;
		if (value->n > 0)
			return 1;
	}
	return 0;
}

int side_lists(const struct side *side, enum side_field field, const char *word)
{
	struct side_list list = side_list(side, field);
	struct sipcode_span v;
	size_t n = strlen(word);

	while (side_next(&list, &v))
		if (v.n == n && chars_equal(v.s, word, n))
			return 1;
	return 0;
}

long side_media(const struct side *side)
{
	const struct sipcode_message *m = side->message;
	struct sipcode_span type = side_value(side, SIDE_CONTENT_TYPE);
	struct sipcode_span v = side_value(side, SIDE_CONTENT_DISPOSITION);

	if (m->body.n == 0 || m->body_cut || m->body_unsure ||
	    side_has(side, SIDE_CONTENT_ENCODING))
		return -1;
	if (sdp_is_type(type, "application/sdp"))
		return v.n == 0 || sdp_is_type(v, "session")
		               ? sdp_media(m->body, m->indent)
		               : -1;
	/* Of multipart/alternative each part may be the one that counts. */
	if (sdp_is_type(type, "multipart/mixed") &&
	    sipcode_param(type, "boundary", &v))
		return sdp_media_of_parts(m->body, v, m->indent);
	return -1;
}
