/* escape.c - what the escapes of each coding stand for, layer by layer. */
#include <string.h>

#include "chars.h"
#include "len.h"
#include "wire/line/field.h"
#include "wire/line/unit.h"

/* A number of up to so many digits from `at` on in the layer below; returns
 * how many there are. */
static int number_at(const struct coded *c, int layers, size_t *at, int base,
                     int most, unsigned *number)
{
	struct unit u;
	int n = 0;

	*number = 0;
	while (n < most && unit_at(c, layers, *at, &u)) {
		int digit = char_hex_value(u.c);

		if (digit < 0 || digit >= base)
			break;
		*number = *number * (unsigned)base + (unsigned)digit;
		*at = u.end;
		n++;
	}
	return n;
}

/* What a number stands for: a byte. */
static void give_number(struct unit *u, unsigned number, size_t end)
{
	u->c = (char)(unsigned char)number;
	u->escaped = 1;
	u->end = end;
}

/* What a number stands for: a character, in UTF-8. */
static void give_point(struct unit *u, unsigned number, size_t end)
{
	unsigned more = number < 0x80 ? 0 : number < 0x800 ? 1 : 2;
	static const unsigned char lead[] = { 0, 0xc0, 0xe0, 0xf0 };

	if (number > 0xffff)
		more = 3;
	give_number(u, lead[more] | number >> (6 * more), end);
	for (unsigned i = 0; i < more; i++)
		u->rest[i] =
			(char)(unsigned char)(0x80 |
		                              (number >> (6 * (more - 1 - i)) &
		                               0x3f));
	u->rest[more] = '\0';
}

/* The second half of a character that JSON writes as two: "\ude00" at s[at]
 * of the layer below.  Returns 0 if there is none. */
static unsigned second_half(const struct coded *c, int layers, size_t *at)
{
	struct unit u, v;
	unsigned number;
	size_t next;

	if (!unit_at(c, layers, *at, &u) || u.c != '\\' ||
	    !unit_at(c, layers, u.end, &v) || v.c != 'u')
		return 0;
	next = v.end;
	if (number_at(c, layers, &next, 16, 4, &number) != 4 ||
	    number < 0xdc00 || number > 0xdfff)
		return 0;
	*at = next;
	return number;
}

/* "\u00fc", behind the letter. */
static void read_point(const struct coded *c, int layers, struct unit *u,
                       size_t at)
{
	unsigned number, half;

	if (number_at(c, layers, &at, 16, 4, &number) != 4)
		return;
	if (number >= 0xd800 && number < 0xdc00) {
		half = second_half(c, layers, &at);
		number = half == 0 ? '?'
		                   : 0x10000 + ((number - 0xd800) << 10) +
		                             (half - 0xdc00);
	} else if (number >= 0xdc00 && number < 0xe000) {
		number = '?';
	}
	give_point(u, number, at);
}

static void read_backslash(const struct coded *c, int layers, struct unit *u)
{
	static const char letters[] = "rntbf", bytes[] = "\r\n\t\b\f";
	struct unit v;
	size_t at;
	unsigned number;
	const char *letter;

	if (!unit_at(c, layers, u->end, &v))
		return;
	at = v.end;
	letter = strchr(letters, v.c);
	if (v.c != '\0' && letter != NULL) {
		u->c = bytes[letter - letters];
	} else if (v.c == 'u') {
		read_point(c, layers, u, at);
		return;
	} else if (v.c == 'x') {
		if (number_at(c, layers, &at, 16, 2, &number) == 2)
			give_number(u, number, at);
		return;
	} else if (v.c >= '0' && v.c <= '3') {
		at = u->end;
		if (number_at(c, layers, &at, 8, 3, &number) == 3)
			give_number(u, number, at);
		return;
	} else if (char_in(v.c, "\"'\\/")) {
		u->c = v.c;
	} else {
		return;
	}
	u->escaped = 1;
	u->end = v.end;
}

/* "<br>", "<br/>": a line end. */
static void read_break(const struct coded *c, int layers, struct unit *u)
{
	size_t at = u->end;
	struct unit v;
	char tag[6];
	size_t n = 0;

	while (n < sizeof(tag) && unit_at(c, layers, at, &v)) {
		at = v.end;
		tag[n++] = char_lower(v.c);
		if (v.c == '>')
			break;
	}
	if (n < 3 || tag[0] != 'b' || tag[1] != 'r' || tag[n - 1] != '>')
		return;
	u->c = '\n';
	u->escaped = 1;
	u->end = at;
}

/* "<CR>", "<LF>". */
static void read_mark(const struct coded *c, int layers, struct unit *u)
{
	char tag[3] = "";
	size_t at = u->end;
	struct unit v;

	for (size_t n = 0; n < sizeof(tag); n++) {
		if (!unit_at(c, layers, at, &v))
			return;
		tag[n] = char_upper(v.c);
		at = v.end;
	}
	if (memcmp(tag, "CR>", 3) == 0)
		give_number(u, '\r', at);
	else if (memcmp(tag, "LF>", 3) == 0)
		give_number(u, '\n', at);
}

static void read_entity(const struct coded *c, int layers, struct unit *u)
{
	static const struct {
		char name[6], c;
	} names[] = {
		{ "lt", '<' },   { "gt", '>' },    { "amp", '&' },
		{ "quot", '"' }, { "apos", '\'' }, { "nbsp", ' ' },
	};
	size_t at = u->end;
	struct unit v;
	char name[9];
	size_t n = 0;
	unsigned number = 0;

	while (n < sizeof(name) - 1 && unit_at(c, layers, at, &v)) {
		at = v.end;
		if (v.c == ';')
			break;
		name[n++] = char_lower(v.c);
	}
	if (n == 0 || v.c != ';')
		return;
	name[n] = '\0';
	if (name[0] == '#') {
		int base = name[1] == 'x' ? 16 : 10;

		for (size_t i = base == 16 ? 2 : 1; i < n; i++) {
			int digit = char_hex_value(name[i]);

			if (digit < 0 || digit >= base)
				return;
			number = number * (unsigned)base + (unsigned)digit;
		}
		/* At most 999999 or 0xfffff; half a character is none. */
		give_point(u, number >> 11 == 0x1b ? '?' : number, at);
		return;
	}
	for (size_t i = 0; i < LEN(names); i++)
		if (strcmp(names[i].name, name) == 0)
			give_number(u, (unsigned char)names[i].c, at);
}

/* "#015": control characters alone. */
static void read_octal(const struct coded *c, int layers, struct unit *u)
{
	size_t at = u->end;
	unsigned number;

	if (number_at(c, layers, &at, 8, 3, &number) == 3 &&
	    (number < 32 || number == 127))
		give_number(u, number, at);
}

/* "^M", "^J", "^I", "^[". */
static void read_caret(const struct coded *c, int layers, struct unit *u)
{
	struct unit v;

	if (unit_at(c, layers, u->end, &v) && char_in(v.c, "MJI["))
		give_number(u, (unsigned)v.c & 31, v.end);
}

static void read_percent(const struct coded *c, int layers, struct unit *u)
{
	size_t at = u->end;
	unsigned number;

	if (number_at(c, layers, &at, 16, 2, &number) == 2)
		give_number(u, number, at);
}

/* The same character once more stands for something. */
static void read_twice(const struct coded *c, int layers, struct unit *u,
                       char means)
{
	struct unit v;

	if (unit_at(c, layers, u->end, &v) && v.c == u->c)
		give_number(u, (unsigned char)means, v.end);
}

/* ".." stands for CR LF, but also for any two bytes that are no letters.  It
 * is a line end before a header field, beside another one, or where the text
 * ends; a name may be cut at the end of a row. */
static void read_dots(const struct coded *c, struct unit *u)
{
	size_t at = u->end - 1, i = at + 2, n = c->n;

	if (at + 1 >= n || c->s[at + 1] != '.')
		return;
	while (i < n && (char_is_letter(c->s[i]) || char_in(c->s[i], "-_")))
		i++;
	if (i == n || (at + 2 < n && c->s[at + 2] == '.') ||
	    (at > 1 && c->s[at - 1] == '.' && c->s[at - 2] == '.') ||
	    field_any(c->s + at + 2, n - at - 2) > 0)
		give_number(u, '\n', at + 2);
}

static void decode(const struct coded *c, int layers, struct unit *u)
{
	struct unit v, w;

	switch (c->layer[layers]) {
	case CODING_BACKSLASH:
		if (u->c == '\\')
			read_backslash(c, layers, u);
		break;
	case CODING_ENTITY:
		if (u->c == '&')
			read_entity(c, layers, u);
		else if (u->c == '<')
			read_break(c, layers, u);
		break;
	case CODING_OCTAL:
		if (u->c == '#')
			read_octal(c, layers, u);
		break;
	case CODING_CARET:
		if (u->c == '^')
			read_caret(c, layers, u);
		break;
	case CODING_PERCENT:
		if (u->c == '%')
			read_percent(c, layers, u);
		break;
	case CODING_DOTS:
		if (u->c == '.')
			read_dots(c, u);
		break;
	case CODING_NAMES:
		if (u->c == ' ' && u->end < c->n &&
		    char_is_upper(c->s[u->end]) &&
		    field_known(c->s + u->end, c->n - u->end) > 1)
			give_number(u, '\n', u->end);
		break;
	case CODING_QUOTED:
		if (u->c == '=')
			read_percent(c, layers, u);
		break;
	case CODING_MARKS:
		if (u->c == '<')
			read_mark(c, layers, u);
		break;
	case CODING_DOUBLED:
		/* Some write it as a string of C all the same. */
		if (u->c == '\\' && c->layer[1] == CODING_NONE &&
		    unit_at(c, layers, u->end, &v) && char_in(v.c, "\"\\") &&
		    !(unit_at(c, layers, v.end, &w) && v.c == '"' &&
		      w.c == '"'))
			give_number(u, (unsigned char)v.c, v.end);
		break;
	case CODING_NONE:
		break;
	}
}

/* Does an address stand behind the bracket, and no tag?  Not all who write
 * <br> for a line end write &lt; for a bracket. */
static int is_address(const struct coded *c, const struct unit *u)
{
	static const char schemes[][6] = { "sip:", "sips:", "tel:" };

	for (size_t i = 0; u->c == '<' && i < LEN(schemes); i++) {
		size_t n = strlen(schemes[i]);

		if (u->end + n <= c->n &&
		    chars_equal(c->s + u->end, schemes[i], n))
			return 1;
	}
	return 0;
}

int unit_at(const struct coded *c, int layers, size_t at, struct unit *u)
{
	if (layers == 0) {
		if (at >= c->n)
			return 0;
		u->c = c->s[at];
		u->rest[0] = '\0';
		u->escaped = 0;
		u->end = at + 1;
		return 1;
	}
	layers--;
	if (!unit_at(c, layers, at, u))
		return 0;
	u->escaped = 0;
	decode(c, layers, u);
	if (u->escaped || c->close[layers] == '\0' ||
	    u->c != c->close[layers] || is_address(c, u))
		return 1;
	/* A quote within quotes may be written twice. */
	if (u->c == '"')
		read_twice(c, layers, u, '"');
	return u->escaped;
}
