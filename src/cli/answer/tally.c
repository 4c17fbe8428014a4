/* tally.c - counting, and the shares of counts. */
#include "answer/tally.h"

#include <string.h>

static const char *const methods[METHODS] = {
#define METHOD(name) #name,
	METHOD_LIST(METHOD)
#undef METHOD
};

const char *tally_method_name(enum method method)
{
	return methods[method];
}

enum method tally_method(const char *s, size_t n)
{
	for (int i = 0; i < METHODS; i++)
		if (strlen(methods[i]) == n && memcmp(methods[i], s, n) == 0)
			return (enum method)i;
	return n == 0 ? METHOD_unknown : METHOD_other;
}

/* The phrase among those that were odd before; NULL if it is new. */
static struct odd *find_odd(struct tally *t, unsigned code, const char *phrase,
                            size_t len, int cut)
{
	for (size_t i = 0; i < t->odds; i++) {
		struct odd *odd = &t->odd[i];

		if (odd->code == code && odd->len == len && odd->cut == cut &&
		    memcmp(odd->phrase, phrase, len) == 0)
			return odd;
	}
	return NULL;
}

/* Counts a phrase that is not the registered one; those that are longer than
 * there is room for count as one if their fronts are equal. */
static void add_odd(struct tally *t, unsigned code, const char *phrase,
                    size_t len)
{
	int cut = len > ODD_LEN;
	struct odd *odd;

	len = cut ? ODD_LEN : len;
	odd = find_odd(t, code, phrase, len, cut);
	if (odd == NULL && t->odds == ODD_MAX) {
		t->odd_rest++;
		return;
	}
	if (odd == NULL) {
		odd = &t->odd[t->odds++];
		odd->code = code;
		odd->cut = cut;
		odd->len = (unsigned char)len;
		memcpy(odd->phrase, phrase, len);
	}
	odd->count++;
}

void tally_add(struct tally *t, unsigned code, const char *phrase, size_t len)
{
	const char *known = t->phrase[code];

	if (known == NULL) {
		known = sipcode_phrase(code);
		t->phrase[code] = known;
	}
	t->total++;
	t->count[code]++;
	if (strlen(known) != len || memcmp(known, phrase, len) != 0)
		add_odd(t, code, phrase, len);
}

void tally_look_up(struct tally *t)
{
	for (unsigned i = 100; i < TALLY_CODES; i++)
		if (t->count[i] > 0)
			t->row[i] = sipcode_code(t->lang, i);
	for (unsigned i = 1; i < TALLY_CLASSES; i++)
		t->class_row[i] = sipcode_class(t->lang, i * 100);
	for (size_t i = 0; i < t->odds; i++) {
		struct odd *odd = &t->odd[i];

		if (odd->len > 0)
			sipcode_sightings(t->lang, odd->code, odd->phrase,
			                  odd->len, &odd->sighting, 1);
	}
}

uint64_t tally_class(const struct tally *t, unsigned class_digit)
{
	uint64_t sum = 0;

	for (unsigned i = 0; i < 100; i++)
		sum += t->count[class_digit * 100 + i];
	return sum;
}

unsigned tally_share(const struct tally *t, uint64_t count)
{
	if (t->total == 0)
		return 0;
	return (unsigned)((count * 10000 + t->total / 2) / t->total);
}

void tally_percent(struct strbuf *b, unsigned share)
{
	strbuf_number(b, share / 100);
	strbuf_add(b, ".");
	strbuf_number(b, share / 10 % 10);
	strbuf_number(b, share % 10);
}
