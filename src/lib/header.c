/* header.c - header fields of a message: by number, by name, by parameter. */
#include <string.h>
#include <sipcode.h>

#include "message.h"

static int is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

int sipcode_header(const struct sipcode_message *message, size_t i,
                   struct sipcode_span *name, struct sipcode_span *value)
{
	const char *s = message->headers.s;
	size_t n = message->headers.n, at = 0, next, end;

	for (; at < n; at = next) {
		struct sipcode_span line =
			span_indented(message, s, n, at, &next);
		size_t len = span_name(line);

		if (len == 0 || i-- > 0)
			continue;
		name->s = line.s;
		name->n = len;
		value->s = (const char *)memchr(line.s, ':', line.n) + 1;
		end = (size_t)(line.s + line.n - s);
		while (next < n) {
			size_t after;
			struct sipcode_span more =
				span_indented(message, s, n, next, &after);

			if (!span_folded(more))
				break;
			end = (size_t)(more.s + more.n - s);
			next = after;
		}
		value->n = (size_t)(s + end - value->s);
		*value = span_trim(*value);
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

static int is_name(struct sipcode_span name, const char *full)
{
	if (name.n != 1)
		return span_is(name, full);
	for (size_t i = 0; i < sizeof(shorts) / sizeof(shorts[0]); i++)
		if ((name.s[0] | 32) == shorts[i].letter) {
			struct sipcode_span s = { shorts[i].name,
				                  strlen(shorts[i].name) };

			return span_is(s, full);
		}
	return 0;
}

/* Header fields in which a comma is part of the value. */
static int has_commas(const char *name)
{
	static const char names[][20] = {
		"WWW-Authenticate",
		"Proxy-Authenticate",
		"Date",
		"Call-ID",
		"Server",
		"User-Agent",
		"Subject",
		"From",
		"To",
		"Organization",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return 1;
	return 0;
}

/* How long the first value of a list with commas is; quotes and angle
 * brackets hide a comma. */
static size_t item_length(struct sipcode_span v)
{
	int quoted = 0, angle = 0;

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

int sipcode_value(const struct sipcode_message *message, const char *name,
                  size_t i, struct sipcode_span *value)
{
	struct sipcode_span header, all;
	int whole = has_commas(name);

	for (size_t h = 0; sipcode_header(message, h, &header, &all); h++) {
		if (!is_name(header, name))
			continue;
		for (;;) {
			size_t len = whole ? all.n : item_length(all);

			value->s = all.s;
			value->n = len;
			*value = span_trim(*value);
			if (i-- == 0)
				return 1;
			if (len == all.n)
				break;
			all.s += len + 1;
			all.n -= len + 1;
		}
	}
	return 0;
}

int sipcode_param(struct sipcode_span value, const char *name,
                  struct sipcode_span *param)
{
	int quoted = 0, angle = 0;

	for (size_t i = 0; i < value.n; i++) {
		struct sipcode_span word;
		size_t k = i + 1;

		if (quoted && value.s[i] == '\\') {
			i++;
			continue;
		}
		if (value.s[i] == '"')
			quoted = !quoted;
		else if (!quoted && (value.s[i] == '<' || value.s[i] == '>'))
			angle = value.s[i] == '<';
		if (quoted || angle ||
		    (value.s[i] != ';' && value.s[i] != ',' &&
		     value.s[i] != ' '))
			continue;
		while (k < value.n && is_space(value.s[k]))
			k++;
		word.s = value.s + k;
		while (k < value.n && value.s[k] != '=' && value.s[k] != ';' &&
		       value.s[k] != ',' && !is_space(value.s[k]))
			k++;
		word.n = (size_t)(value.s + k - word.s);
		if (!span_is(word, name))
			continue;
		while (k < value.n &&
		       (is_space(value.s[k]) || value.s[k] == '='))
			k++;
		param->s = value.s + k;
		if (k < value.n && value.s[k] == '"') {
			param->s++;
			for (k++; k < value.n && value.s[k] != '"'; k++)
				k += value.s[k] == '\\';
		} else {
			while (k < value.n && value.s[k] != ';' &&
			       value.s[k] != ',' && value.s[k] != '>' &&
			       !is_space(value.s[k]))
				k++;
		}
		param->n = k > value.n ? 0 : (size_t)(value.s + k - param->s);
		return 1;
	}
	return 0;
}

struct sipcode_span sipcode_method(const struct sipcode_message *message)
{
	struct sipcode_span v, none = { "", 0 };
	size_t i = 0;

	if (!sipcode_value(message, "CSeq", 0, &v))
		return none;
	while (i < v.n && is_digit(v.s[i]))
		i++;
	v.s += i;
	v.n -= i;
	return span_trim(v);
}
