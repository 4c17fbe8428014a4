/* json.c - rows and strings as JSON, driven by the columns of the sets. */
#include "machine/json.h"

#include <string.h>

#include "chars.h"
#include "schema.h"
#include "utf8.h"

/* Length of a run that needs no escape. */
static size_t unescaped(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && s[i] != '"' && s[i] != '\\' &&
	       (unsigned char)s[i] >= 0x20 && (unsigned char)s[i] < 0x7f)
		i++;
	return i;
}

/* "\u202e" of a unit of UTF-16. */
static void json_unit(struct out *o, uint32_t unit)
{
	char s[] = { '\\',
		     'u',
		     char_hex(unit >> 12),
		     char_hex(unit >> 8),
		     char_hex(unit >> 4),
		     char_hex(unit) };

	out_bytes(o, s, sizeof(s));
}

static void json_escape(struct out *o, unsigned char c)
{
	switch (c) {
	case '"':
		out_bytes(o, "\\\"", 2);
		break;
	case '\\':
		out_bytes(o, "\\\\", 2);
		break;
	case '\n':
		out_bytes(o, "\\n", 2);
		break;
	case '\r':
		out_bytes(o, "\\r", 2);
		break;
	case '\t':
		out_bytes(o, "\\t", 2);
		break;
	default:
		json_unit(o, c);
	}
}

/* A character beyond ASCII: one that a terminal would obey, or that hides, by
 * its number, which is the same to a reader of JSON. */
static void json_char(struct out *o, uint32_t cp, const char *s, size_t n)
{
	if (utf8_visible(cp)) {
		out_bytes(o, s, n);
	} else if (cp < 0x10000) {
		json_unit(o, cp);
	} else {
		json_unit(o, 0xd800 + ((cp - 0x10000) >> 10));
		json_unit(o, 0xdc00 + ((cp - 0x10000) & 0x3ff));
	}
}

void json_string(struct out *o, const char *s, size_t n)
{
	out_char(o, '"');
	while (n > 0) {
		size_t len = unescaped(s, n);
		uint32_t cp;

		out_bytes(o, s, len);
		s += len;
		n -= len;
		if (n == 0)
			break;
		len = utf8_decode(s, n, &cp);
		if (len == 0) {
			out_bytes(o, "\357\277\275", 3);
			len = 1;
		} else if (len == 1) {
			json_escape(o, (unsigned char)*s);
		} else {
			json_char(o, cp, s, len);
		}
		s += len;
		n -= len;
	}
	out_char(o, '"');
}

void json_text(struct out *o, const char *s)
{
	json_string(o, s, strlen(s));
}

void json_name(struct out *o, int *first, const char *name)
{
	if (!*first)
		out_char(o, ',');
	*first = 0;
	json_text(o, name);
	out_char(o, ':');
}

void json_member(struct out *o, int *first, const char *name, const char *s)
{
	json_name(o, first, name);
	json_text(o, s);
}

void json_number(struct out *o, int *first, const char *name, uint64_t n)
{
	json_name(o, first, name);
	out_number(o, n);
}

static void json_value(struct out *o, const struct sipcode_row *row,
                       struct sipcode_column c, size_t i)
{
	const struct sipcode_row *link;
	struct sipcode_column key;

	if (c.type == SIPCODE_T_NUMBER) {
		out_number(o, sipcode_number(row, c.field, i));
		return;
	}
	if (c.type != SIPCODE_T_LINK) {
		json_text(o, sipcode_text(row, c.field, i));
		return;
	}
	link = sipcode_link(row, c.field, i);
	key = sipcode_column(sipcode_row_set(link), 0);
	if (schema_in_full(sipcode_row_set(row), sipcode_row_set(link)))
		json_row(o, link);
	else
		json_value(o, link, key, 0);
}

void json_field(struct out *o, const struct sipcode_row *row,
                struct sipcode_column column)
{
	size_t n = sipcode_len(row, column.field);

	if (!column.many) {
		if (n == 0)
			out_str(o, "null");
		else
			json_value(o, row, column, 0);
		return;
	}
	out_char(o, '[');
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			out_char(o, ',');
		json_value(o, row, column, i);
	}
	out_char(o, ']');
}

void json_row(struct out *o, const struct sipcode_row *row)
{
	enum sipcode_set set = sipcode_row_set(row);
	struct sipcode_column c;
	int first = 1;

	out_char(o, '{');
	for (size_t i = 0; (c = sipcode_column(set, i)).field != 0; i++) {
		json_name(o, &first, sipcode_field_name(c.field));
		json_field(o, row, c);
	}
	out_char(o, '}');
}
