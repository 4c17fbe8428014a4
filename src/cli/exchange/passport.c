/* passport.c - reads the claims that are compared with the request. */
#include "exchange/passport.h"

#include <string.h>

#include "chars.h"
#include "exchange/value.h"

enum { PAYLOAD_MAX = 2048 };

/* The six bits of a character of base64url, or of base64; -1 if it is none. */
static int six_bits(char c)
{
	if (char_is_upper(c))
		return c - 'A';
	if (char_is_letter(c))
		return c - 'a' + 26;
	if (char_is_digit(c))
		return c - '0' + 52;
	if (c == '-' || c == '+')
		return 62;
	return c == '_' || c == '/' ? 63 : -1;
}

/* Decodes into s[PAYLOAD_MAX].  Returns how many bytes; -1 if they are too
 * many, -2 if it is no base64. */
static int decode_base64(struct sipcode_span v, char *s)
{
	unsigned bits = 0, held = 0;
	int n = 0;

	for (size_t i = 0; i < v.n; i++) {
		int six = six_bits(v.s[i]);

		if (char_is_space(v.s[i]) || v.s[i] == '=')
			continue;
		if (six < 0)
			return -2;
		bits = (bits << 6 | (unsigned)six) & 0xffff;
		held += 6;
		if (held < 8)
			continue;
		if (n == PAYLOAD_MAX)
			return -1;
		held -= 8;
		s[n++] = (char)(unsigned char)(bits >> held & 0xff);
	}
	return n;
}

static size_t past_space(struct sipcode_span v, size_t i)
{
	while (i < v.n && char_is_space(v.s[i]))
		i++;
	return i;
}

/* Behind the string that begins at v.s[i]. */
static size_t past_string(struct sipcode_span v, size_t i)
{
	for (i++; i < v.n && v.s[i] != '"'; i++)
		i += v.s[i] == '\\';
	return i < v.n ? i + 1 : v.n;
}

/* Behind the value of JSON that begins at v.s[i]. */
static size_t past_value(struct sipcode_span v, size_t i)
{
	size_t depth = 0;

	while (i < v.n) {
		char c = v.s[i];

		if (depth == 0 && (char_in(c, ",}]") || char_is_space(c)))
			break;
		if (c == '"') {
			i = past_string(v, i);
			continue;
		}
		depth += c == '{' || c == '[';
		i++;
		if ((c == '}' || c == ']') && --depth == 0)
			break;
	}
	return i;
}

static struct sipcode_span span_cut(struct sipcode_span v, size_t from,
                                    size_t to)
{
	v.s += from;
	v.n = to - from;
	return v;
}

/* A member of an object of JSON. */
static int claim_member(struct sipcode_span v, const char *name,
                        struct sipcode_span *value)
{
	size_t i = past_space(v, 0);

	if (i == v.n || v.s[i] != '{')
		return 0;
	for (i = past_space(v, i + 1); i < v.n && v.s[i] == '"';) {
		size_t end = past_string(v, i), from;
		struct sipcode_span key = span_cut(v, i, end);

		i = past_space(v, end);
		if (i == v.n || v.s[i] != ':')
			return 0;
		from = past_space(v, i + 1);
		i = past_value(v, from);
		if (key.n == strlen(name) + 2 &&
		    memcmp(key.s + 1, name, key.n - 2) == 0) {
			*value = span_cut(v, from, i);
			return 1;
		}
		i = past_space(v, i);
		if (i < v.n && v.s[i] == ',')
			i = past_space(v, i + 1);
	}
	return 0;
}

/* A number, or a string of digits; 0 if it is none or begins with 0. */
static uint64_t claim_number(struct sipcode_span v)
{
	uint64_t n;

	if (v.n >= 2 && *v.s == '"')
		v = span_cut(v, 1, v.n - 1);
	for (size_t i = 0; i < v.n; i++)
		if (!char_is_digit(v.s[i]))
			return 0;
	return v.n > 0 && *v.s != '0' && value_number(v, &n) ? n : 0;
}

/* The numbers of an array, or the single one; at most `max`. */
static size_t claim_numbers(struct sipcode_span v, uint64_t *numbers,
                            size_t max)
{
	size_t n = 0, i = 1;

	if (v.n == 0 || *v.s != '[') {
		numbers[0] = claim_number(v);
		return 1;
	}
	while (n < max) {
		size_t end;

		i = past_space(v, i);
		if (i < v.n && v.s[i] == ',')
			i = past_space(v, i + 1);
		end = past_value(v, i);
		if (end == i)
			break;
		numbers[n++] = claim_number(span_cut(v, i, end));
		i = end;
	}
	return n;
}

static void read_claims(struct passport *p, struct sipcode_span json)
{
	struct sipcode_span v, tn;

	p->has_iat = claim_member(json, "iat", &v);
	if (p->has_iat)
		p->iat = claim_number(v);
	p->has_orig = claim_member(json, "orig", &v);
	if (p->has_orig && claim_member(v, "tn", &tn))
		claim_numbers(tn, &p->orig, 1);
	p->has_dest = claim_member(json, "dest", &v);
	if (p->has_dest && claim_member(v, "tn", &tn))
		p->dests = claim_numbers(tn, p->dest, PASSPORT_DESTS);
}

static void read_payload(struct passport *p, struct sipcode_span v)
{
	char s[PAYLOAD_MAX];
	int n = decode_base64(v, s);
	struct sipcode_span json = { s, n < 0 ? 0 : (size_t)n };
	size_t at = past_space(json, 0);

	if (n == -1)
		return;
	if (at == json.n || s[at] != '{') {
		p->form = PASSPORT_BROKEN;
		return;
	}
	p->read = 1;
	read_claims(p, json);
}

/* Between angle brackets, else as it stands. */
static struct sipcode_span read_info(struct sipcode_span v)
{
	struct sipcode_span p, whole;
	const char *end;

	if (!sipcode_param(v, "info", &p) || p.n == 0)
		return value_of("");
	if (*p.s != '<')
		return p;
	whole.s = p.s + 1;
	whole.n = (size_t)(v.s + v.n - whole.s);
	end = memchr(whole.s, '>', whole.n);
	if (end != NULL)
		whole.n = (size_t)(end - whole.s);
	return whole;
}

void passport_read(struct passport *p, struct sipcode_span v)
{
	struct sipcode_span token = value_bare(v), part[3];

	memset(p, 0, sizeof(*p));
	p->info = read_info(v);
	p->alg = p->ppt = value_of("");
	sipcode_param(v, "alg", &p->alg);
	sipcode_param(v, "ppt", &p->ppt);
	p->form =
		token.n > 0 && *token.s == '"' ? PASSPORT_OLD : PASSPORT_BROKEN;
	for (size_t i = 0; i < 3; i++) {
		const char *dot = memchr(token.s, '.', token.n);

		if ((dot == NULL) != (i == 2))
			return;
		part[i] = span_cut(token, 0,
		                   dot == NULL ? token.n
		                               : (size_t)(dot - token.s));
		if (dot != NULL)
			token = span_cut(token, part[i].n + 1, token.n);
	}
	if (part[2].n == 0 || (part[0].n == 0) != (part[1].n == 0))
		return;
	p->form = part[0].n == 0 ? PASSPORT_COMPACT : PASSPORT_FULL;
	if (p->form == PASSPORT_FULL)
		read_payload(p, part[1]);
}
