/* header.c - the header fields of a message, one after the other. */
#include <string.h>
#include <sipcode.h>

#include "header.h"
#include "cell.h"
#include "chars.h"
#include "len.h"
#include "schema.h"
#include "span.h"
#include "table.h"

/* The value of the header field on a line, with the lines that go on with
 * it; *next is moved behind them. */
static struct sipcode_span field_value(const struct sipcode_message *m,
                                       struct sipcode_span line, size_t *next)
{
	const char *colon = memchr(line.s, ':', line.n);
	struct sipcode_span value = { colon + 1, 0 };
	const char *end = line.s + line.n;

	while (*next < m->headers.n) {
		size_t after;
		struct sipcode_span more = span_indented(
			m->indent, m->headers.s, m->headers.n, *next, &after);

		if (!span_folded(more))
			break;
		end = more.s + more.n;
		*next = after;
	}
	value.n = (size_t)(end - value.s);
	return span_trim(value);
}

int sipcode_next_header(const struct sipcode_message *message,
                        struct sipcode_cursor *cursor,
                        struct sipcode_span *name, struct sipcode_span *value)
{
	if (message == NULL || cursor == NULL)
		return 0;
	while (cursor->at < message->headers.n) {
		struct sipcode_span line = span_indented(
			message->indent, message->headers.s, message->headers.n,
			cursor->at, &cursor->at);
		size_t len = span_name(line);

		if (len == 0)
			continue;
		name->s = line.s;
		name->n = len;
		*value = field_value(message, line, &cursor->at);
		return 1;
	}
	return 0;
}

/* Short forms: RFC 3261 section 7.3.3 and the registry of header fields. */
static const struct {
	char letter;
	char name[20];
} shorts[] = {
	{ 'a', "Accept-Contact" },
	{ 'b', "Referred-By" },
	{ 'c', "Content-Type" },
	{ 'd', "Request-Disposition" },
	{ 'e', "Content-Encoding" },
	{ 'f', "From" },
	{ 'i', "Call-ID" },
	{ 'j', "Reject-Contact" },
	{ 'k', "Supported" },
	{ 'l', "Content-Length" },
	{ 'm', "Contact" },
	{ 'n', "Identity-Info" },
	{ 'o', "Event" },
	{ 'r', "Refer-To" },
	{ 's', "Subject" },
	{ 't', "To" },
	{ 'u', "Allow-Events" },
	{ 'v', "Via" },
	{ 'x', "Session-Expires" },
	{ 'y', "Identity" },
};

/* The short form of a name; NUL if it has none. */
static char short_form(const char *name)
{
	for (size_t i = 0; i < LEN(shorts); i++)
		if (chars_same(name, shorts[i].name))
			return shorts[i].letter;
	return '\0';
}

const char *header_long_name(char letter)
{
	for (size_t i = 0; i < LEN(shorts); i++)
		if (shorts[i].letter == letter)
			return shorts[i].name;
	return NULL;
}

/* The next header field of that name.  Most lines are told by their first
 * letter to be of another one. */
static int next_named(const struct sipcode_message *m, const char *name,
                      struct sipcode_cursor *cursor, struct sipcode_span *value)
{
	const char *s = m->headers.s;
	char first = char_lower(*name), letter = short_form(name);

	while (cursor->at < m->headers.n) {
		struct sipcode_span line = span_indented(
			m->indent, s, m->headers.n, cursor->at, &cursor->at);
		char c = line.n == 0 ? '\0' : char_lower(line.s[0]);
		struct sipcode_span found = { line.s, 0 };

		if (c == '\0' || (c != first && c != letter))
			continue;
		found.n = span_name(line);
		if (!span_is(found, name) && (found.n != 1 || c != letter))
			continue;
		*value = field_value(m, line, &cursor->at);
		return 1;
	}
	return 0;
}

/* Header fields in which a comma is part of the value. */
static int has_commas(const char *name)
{
	static const char names[][26] = {
		"WWW-Authenticate",
		"Proxy-Authenticate",
		"Authorization",
		"Proxy-Authorization",
		"Authentication-Info",
		"Proxy-Authentication-Info",
		"Date",
		"Call-ID",
		"Server",
		"User-Agent",
		"Subject",
		"From",
		"To",
		"Organization",
	};

	for (size_t i = 0; i < LEN(names); i++)
		if (chars_same(name, names[i]))
			return 1;
	return 0;
}

/* How long the first value of a list with commas is; quotes and angle
 * brackets hide a comma. */
static size_t item_length(struct sipcode_span v)
{
	int quoted = 0, angle = 0;

	/* Most values are the only one. */
	if (memchr(v.s, ',', v.n) == NULL)
		return v.n;
	for (size_t i = 0; i < v.n; i++) {
		if (quoted && v.s[i] == '\\')
			i++;
		else if (v.s[i] == '"')
			quoted = !quoted;
		else if (!quoted && v.s[i] == '<')
			angle = 1;
		else if (!quoted && v.s[i] == '>')
			angle = 0;
		else if (!quoted && !angle && v.s[i] == ',')
			return i;
	}
	return v.n;
}

struct sipcode_span header_item(struct sipcode_span *rest)
{
	struct sipcode_span item = { rest->s, item_length(*rest) };

	if (item.n < rest->n) {
		rest->s += item.n + 1;
		rest->n -= item.n + 1;
	} else {
		rest->s = NULL;
		rest->n = 0;
	}
	return span_trim(item);
}

int sipcode_next_value(const struct sipcode_message *message, const char *name,
                       struct sipcode_cursor *cursor,
                       struct sipcode_span *value)
{
	if (message == NULL || cursor == NULL || name == NULL || *name == '\0')
		return 0;
	if (!cursor->within && cursor->at >= message->headers.n)
		return 0;
	if (!cursor->within &&
	    !next_named(message, name, cursor, &cursor->rest))
		return 0;
	cursor->within = 0;
	if (has_commas(name)) {
		*value = cursor->rest;
	} else {
		*value = header_item(&cursor->rest);
		cursor->within = cursor->rest.s != NULL;
	}
	return 1;
}

int sipcode_value(const struct sipcode_message *message, const char *name,
                  struct sipcode_span *value)
{
	struct sipcode_cursor cursor = { 0 };

	return sipcode_next_value(message, name, &cursor, value);
}

struct sipcode_span sipcode_method(const struct sipcode_message *message)
{
	struct sipcode_span v, none = { "", 0 };

	if (!sipcode_value(message, "CSeq", &v))
		return none;
	while (v.n > 0 && char_is_digit(v.s[0])) {
		v.s++;
		v.n--;
	}
	return span_trim(v);
}

/* The name that is the key of a row, by the shortest way to it. */
static const char *header_name(const struct sipcode_row *row)
{
	uint32_t cell = cell_in_front(
		row, schema_place(SIPCODE_HEADERS, SIPCODE_F_HEADER));

	if (cell >= TABLE_ONE)
		return table_string(cell - TABLE_ONE);
	return sipcode_text(row, SIPCODE_F_HEADER, 0);
}

/* The first row whose name begins with the letter or one behind it.  The rows
 * stand in the order of bytes, and names begin with capital letters. */
static size_t first_row(const struct sipcode_row *rows, size_t n, char letter)
{
	size_t low = 0;

	while (low < n) {
		size_t mid = low + (n - low) / 2;

		if (*header_name(&rows[mid]) < letter)
			low = mid + 1;
		else
			n = mid;
	}
	return low;
}

/* The number of the row of a name, in which no byte is NUL; HEADERS_MOST if it
 * has none. */
static size_t row_of(struct sipcode_span name)
{
	const struct sipcode_row *rows =
		&table_rows[table_sets[0][SIPCODE_HEADERS]];
	size_t n = sipcode_rows(SIPCODE_HEADERS);
	char letter = name.n == 0 ? '\0' : char_upper(name.s[0]);

	for (size_t i = first_row(rows, n, letter); i < n; i++) {
		const char *key = header_name(&rows[i]);

		if (*key != letter)
			break;
		if (chars_equal(key, name.s, name.n) && key[name.n] == '\0')
			return i;
	}
	return HEADERS_MOST;
}

static void add_header(struct headers *h, struct sipcode_span name)
{
	const char *long_name = NULL;
	size_t i;

	if (name.n == 1)
		long_name = header_long_name(char_lower(name.s[0]));
	if (long_name != NULL) {
		name.s = long_name;
		name.n = strlen(long_name);
	}
	i = row_of(name);
	h->known += i < HEADERS_MOST || long_name != NULL;
	if (i < HEADERS_MOST)
		h->bit[i / 64] |= (uint64_t)1 << i % 64;
}

void headers_of(const struct sipcode_message *m, struct headers *h)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span name, value;

	memset(h, 0, sizeof(*h));
	while (sipcode_next_header(m, &at, &name, &value))
		add_header(h, name);
}

int headers_have(const struct headers *h, const char *name)
{
	struct sipcode_span span = { name, strlen(name) };
	size_t i = row_of(span);

	return i < HEADERS_MOST && (h->bit[i / 64] >> i % 64 & 1) != 0;
}
