/* tally.c - counting, and the shares of counts. */
#include "tally.h"

#include <string.h>

#include "len.h"

static const char methods[][10] = {
	"INVITE",  "ACK",       "BYE",    "CANCEL",  "REGISTER", "OPTIONS",
	"PRACK",   "SUBSCRIBE", "NOTIFY", "PUBLISH", "INFO",     "REFER",
	"MESSAGE", "UPDATE",    "other",  "unknown",
};
_Static_assert(LEN(methods) == TALLY_METHODS, "a method lacks its name");

const char *tally_method_name(size_t method)
{
	return methods[method];
}

size_t tally_method(const char *s, size_t n)
{
	for (size_t i = 0; i < LEN(methods); i++)
		if (strlen(methods[i]) == n && memcmp(methods[i], s, n) == 0)
			return i;
	return n == 0 ? METHOD_UNKNOWN : METHOD_UNKNOWN - 1;
}

/* Counts a phrase that is not the registered one. */
static void add_odd(struct tally *t, unsigned code, const char *phrase,
                    size_t len)
{
	struct odd *odd;

	len = len > ODD_LEN ? ODD_LEN : len;
	for (size_t i = 0; i < t->odds; i++) {
		odd = &t->odd[i];
		if (odd->code == code && odd->len == len &&
		    memcmp(odd->phrase, phrase, len) == 0) {
			odd->count++;
			return;
		}
	}
	if (t->odds == ODD_MAX) {
		t->odd_rest++;
		return;
	}
	odd = &t->odd[t->odds++];
	odd->code = code;
	odd->len = (unsigned char)len;
	memcpy(odd->phrase, phrase, len);
	odd->count = 1;
}

void tally_add(struct tally *t, unsigned code, const char *phrase, size_t len)
{
	const char *known = t->phrase[code];

	if (known == NULL) {
		const struct sipcode_row *row = sipcode_code(t->lang, code);

		known = row == NULL ? ""
		                    : sipcode_text(row, SIPCODE_F_PHRASE, 0);
		t->phrase[code] = known;
	}
	t->total++;
	t->count[code]++;
	if (strlen(known) != len || memcmp(known, phrase, len) != 0)
		add_odd(t, code, phrase, len);
}

uint64_t tally_class(const struct tally *t, unsigned class)
{
	uint64_t sum = 0;

	for (unsigned i = 0; i < 100; i++)
		sum += t->count[class * 100 + i];
	return sum;
}

unsigned tally_share(const struct tally *t, uint64_t count)
{
	if (t->total == 0)
		return 0;
	/* Beyond 2^50 responses this would overflow; no log has them. */
	return (unsigned)((count * 10000 + t->total / 2) / t->total);
}

void tally_percent(struct out *o, unsigned share)
{
	out_number(o, share / 100);
	out_char(o, '.');
	out_number(o, share / 10 % 10);
	out_number(o, share % 10);
}
