/* index.c - walks over the blocks of the index. */
#include "search/index.h"

#include <string.h>

#include "table.h"

/* A term of a block, and its rows. */
struct term {
	char s[WORD_BYTES + 1];
	size_t n;
	uint32_t bits;
	const unsigned char *rows, *end;
};

static const unsigned char *read_number(const unsigned char *at, uint32_t *n)
{
	unsigned shift = 0;
	uint32_t sum = 0;

	do {
		sum += (uint32_t)(*at & 0x7f) << shift;
		shift += 7;
	} while ((*at++ & 0x80) != 0);
	*n += sum;
	return at;
}

static const unsigned char *read_pair(const unsigned char *at, uint32_t *high,
                                      uint32_t *low)
{
	*high = *at >> 4;
	*low = *at++ & 0xf;
	if (*high == INDEX_PAIR_MORE)
		at = read_number(at, high);
	if (*low == INDEX_PAIR_MORE)
		at = read_number(at, low);
	return at;
}

/* Reads the term at a place, where that of the one before it is in *t. */
static const unsigned char *read_term(struct term *t, const unsigned char *at)
{
	uint32_t shared, more, bytes;

	at = read_pair(at, &shared, &more);
	memcpy(t->s + shared, at, more);
	t->n = (size_t)shared + more;
	t->s[t->n] = '\0';
	t->rows = read_pair(at + more, &t->bits, &bytes);
	t->end = t->rows + bytes;
	return t->end;
}

/* A row takes less than 57 bits, so that there is always a whole one among
 * those that were read. */
static void add_rows(struct rows *rows, const struct term *t)
{
	const unsigned char *at = t->rows;
	uint64_t window = 0; /* the bits that come next, from the highest one */
	unsigned have = 0;   /* how many */
	uint32_t row = 0;

	for (;;) {
		unsigned digits = t->bits + 1;

		for (; have <= 56 && at < t->end; have += 8)
			window |= (uint64_t)*at++ << (56 - have);
		if (window == 0)
			return;
		for (; window >> 63 == 0; window <<= 1, have--)
			digits++;
		row += (uint32_t)(window >> (64 - digits)) - (1U << t->bits);
		window <<= digits;
		have -= digits;
		if (row < ROWS_MOST)
			rows->bits[row / 64] |= (uint64_t)1 << row % 64;
		row++;
	}
}

/* The last block whose first term does not stand behind the letters. */
static uint32_t find_block(int lang, const char *s, size_t n)
{
	uint32_t low = table_index_starts[lang + 1];
	uint32_t high = table_index_starts[lang + 2];
	struct term t;

	while (high - low > 1) {
		uint32_t mid = low + (high - low) / 2;

		read_term(&t, table_index + table_index_blocks[mid]);
		if (strncmp(t.s, s, n) < 0)
			low = mid;
		else
			high = mid;
	}
	return low;
}

/* All forms of a word begin with its stem. */
void index_find(struct rows *rows, int lang, const struct word *w)
{
	char stem[WORD_BYTES + 1] = "";
	uint32_t end = table_index_starts[lang + 2];
	const unsigned char *at, *last = table_index + table_index_blocks[end];
	size_t n = w->stem, len;
	struct term t;

	if (w->n == 0 || table_index_starts[lang + 1] == end)
		return;
	memcpy(stem, w->s, n);
	at = table_index + table_index_blocks[find_block(lang, stem, n)];
	while (at < last) {
		int order;

		at = read_term(&t, at);
		order = strncmp(t.s, stem, n);
		if (order > 0)
			return;
		if (order == 0 && word_at(w, t.s, &len) != WORD_NOWHERE)
			add_rows(rows, &t);
	}
}

void index_within(struct rows *rows, int lang, const struct word *w)
{
	uint32_t end = table_index_starts[lang + 2];
	const unsigned char *at =
		table_index + table_index_blocks[table_index_starts[lang + 1]];
	const unsigned char *last = table_index + table_index_blocks[end];
	char s[WORD_BYTES + 1] = "";
	struct term t;

	memcpy(s, w->s, w->n);
	while (w->n > 2 && at < last) {
		at = read_term(&t, at);
		if (strstr(t.s, s) != NULL)
			add_rows(rows, &t);
	}
}
