/* suggest.c - what may have been meant: near numbers, near spellings. */
#include <string.h>
#include <sipcode.h>

#include "chars.h"

enum { WORD_MAX = 64 };

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Optimal string alignment: Levenshtein with swaps of neighbours. */
unsigned sipcode_distance(const char *a, size_t alen, const char *b,
                          size_t blen)
{
	unsigned row[3][WORD_MAX + 1];

	alen = a == NULL ? 0 : alen;
	blen = b == NULL ? 0 : blen;
	alen = alen > WORD_MAX ? WORD_MAX : alen;
	blen = blen > WORD_MAX ? WORD_MAX : blen;
	for (size_t j = 0; j <= blen; j++)
		row[0][j] = (unsigned)j;
	for (size_t i = 1; i <= alen; i++) {
		unsigned *now = row[i % 3];
		const unsigned *up = row[(i + 2) % 3];
		const unsigned *up2 = row[(i + 1) % 3];

		now[0] = (unsigned)i;
		for (size_t j = 1; j <= blen; j++) {
			char x = char_lower(a[i - 1]), y = char_lower(b[j - 1]);

			now[j] = least(least(up[j], now[j - 1]) + 1,
			               up[j - 1] + (x != y));
			if (i > 1 && j > 1 && x == char_lower(b[j - 2]) &&
			    y == char_lower(a[i - 2]))
				now[j] = least(now[j], up2[j - 2] + 1);
		}
	}
	return row[alen % 3][blen];
}

size_t sipcode_nearest(int lang, unsigned long code,
                       const struct sipcode_row **rows, size_t max)
{
	size_t n = 0;

	for (unsigned long d = 1; d < 100 && n < max; d++) {
		for (int side = 0; side < 2 && n < max; side++) {
			unsigned long near = side == 0 ? code - d : code + d;
			const struct sipcode_row *row;

			if (near / 100 != code / 100)
				continue;
			row = sipcode_code(lang, near);
			if (row == NULL ||
			    strcmp(sipcode_text(row, SIPCODE_F_STATUS, 0),
			           "registered") != 0)
				continue;
			rows[n++] = row;
		}
	}
	return n;
}

const struct sipcode_row *sipcode_closest(int lang, enum sipcode_set set,
                                          enum sipcode_field field,
                                          const char *text, size_t len)
{
	const struct sipcode_row *best = NULL, *row;
	unsigned limit = (unsigned)(len > WORD_MAX ? WORD_MAX : len) / 3;

	if (text == NULL)
		return NULL;
	for (size_t i = 0; (row = sipcode_row(lang, set, i)) != NULL; i++) {
		for (size_t k = 0; k < sipcode_len(row, field); k++) {
			const char *s = sipcode_text(row, field, k);
			unsigned d = sipcode_distance(text, len, s, strlen(s));

			if (d > limit || (best != NULL && d == limit))
				continue;
			best = row;
			limit = d;
		}
	}
	return best;
}
