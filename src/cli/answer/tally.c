/* tally.c - counting, and the shares of counts. */
#include "answer/tally.h"

#include <stdlib.h>
#include <string.h>

#include "io/memory.h"

static const char methods[METHODS][12] = {
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

static const char bys[BYS][8] = {
	[BY_NOTHING] = "",      [BY_METHOD] = "method", [BY_HOUR] = "hour",
	[BY_SOURCE] = "source", [BY_PHRASE] = "phrase",
};

const char *tally_by_name(enum tally_by by)
{
	return bys[by];
}

enum tally_by tally_by_named(const char *s, size_t n)
{
	int i = BY_METHOD;

	while (i < BYS && (strlen(bys[i]) != n || memcmp(bys[i], s, n) != 0))
		i++;
	return (enum tally_by)i;
}

void tally_add(struct tally *t, unsigned code, uint64_t n)
{
	t->total += n;
	t->count[code] += n;
}

void tally_add_phrase(struct tally *t, unsigned code, const char *phrase,
                      size_t len, uint64_t n)
{
	const char *known = t->phrase[code];

	if (known == NULL) {
		known = sipcode_phrase(code);
		t->phrase[code] = known;
	}
	if (strlen(known) != len || memcmp(known, phrase, len) != 0)
		bag_add(&t->odd, code, phrase, len, n);
}

void tally_add_key(struct tally *t, unsigned code, const char *key, size_t len,
                   uint64_t n)
{
	bag_add(&t->keys, code, key, len, n);
}

int tally_reads_other(const char *key, size_t len)
{
	return len == sizeof(TALLY_OTHER) - 1 &&
	       memcmp(key, TALLY_OTHER, len) == 0;
}

/* Methods stand in an order of their own, as the standards have them. */
static int compare_methods(const struct bag_entry *a, const struct bag_entry *b)
{
	return (int)tally_method(a->text, a->len) -
	       (int)tally_method(b->text, b->len);
}

static int compare_codes(const void *a, const void *b)
{
	const struct bag_entry *one = *(struct bag_entry *const *)a;
	const struct bag_entry *two = *(struct bag_entry *const *)b;

	if (one->code != two->code)
		return (int)one->code - two->code;
	return bag_compare(one, two);
}

static int compare_codes_methods(const void *a, const void *b)
{
	const struct bag_entry *one = *(struct bag_entry *const *)a;
	const struct bag_entry *two = *(struct bag_entry *const *)b;

	if (one->code != two->code)
		return (int)one->code - two->code;
	return compare_methods(one, two);
}

static int compare_methods_codes(const void *a, const void *b)
{
	const struct bag_entry *one = *(struct bag_entry *const *)a;
	const struct bag_entry *two = *(struct bag_entry *const *)b;
	int order = compare_methods(one, two);

	return order != 0 ? order : (int)one->code - two->code;
}

static int compare_counts(const void *a, const void *b)
{
	const struct bag_entry *one = *(struct bag_entry *const *)a;
	const struct bag_entry *two = *(struct bag_entry *const *)b;

	if (one->code == two->code && one->count != two->count)
		return one->count > two->count ? -1 : 1;
	return compare_codes(a, b);
}

/* The entries in another order; as they are if compare is NULL. */
static struct bag_entry **sorted_entries(const struct bag *b,
                                         int (*compare)(const void *,
                                                        const void *))
{
	size_t bytes = b->entries * sizeof(struct bag_entry *);
	struct bag_entry **sorted = memory_get(bytes);

	if (b->entries > 0)
		memcpy(sorted, b->entry, bytes);
	if (b->entries > 0 && compare != NULL)
		qsort(sorted, b->entries, sizeof(struct bag_entry *), compare);
	return sorted;
}

static void look_up_phrases(const struct tally *t, const struct bag *phrases)
{
	for (size_t i = 0; i < phrases->entries; i++) {
		struct bag_entry *e = phrases->entry[i];
		const struct sipcode_row *sighting = NULL;

		if (e->len > 0)
			sipcode_sightings(t->lang, e->code, e->text, e->len,
			                  &sighting, 1);
		e->known = sighting;
	}
}

void tally_look_up(struct tally *t)
{
	int by_method = t->by == BY_METHOD;

	for (unsigned i = 100; i < TALLY_CODES; i++)
		if (t->count[i] > 0)
			t->row[i] = sipcode_code(t->lang, i);
	for (unsigned i = 1; i < TALLY_CLASSES; i++)
		t->class_row[i] = sipcode_class(t->lang, i * 100);
	look_up_phrases(t, &t->odd);
	if (t->by == BY_PHRASE)
		look_up_phrases(t, &t->keys);
	t->by_key = sorted_entries(&t->keys,
	                           by_method ? compare_methods_codes : NULL);
	t->by_code = sorted_entries(&t->keys, by_method ? compare_codes_methods
	                                                : compare_codes);
	t->by_count = sorted_entries(&t->keys, compare_counts);
	t->odds = sorted_entries(&t->odd, compare_counts);
}

void tally_free(struct tally *t)
{
	bag_free(&t->keys);
	bag_free(&t->odd);
	free(t->by_key);
	free(t->by_code);
	free(t->by_count);
	free(t->odds);
	free(t);
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
