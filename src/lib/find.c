/* find.c - look-ups by number, name and phrase. */
#include <string.h>
#include <sipcode.h>

#include "fold.h"
#include "table.h"

const struct sipcode_row *sipcode_by_number(int lang, enum sipcode_set set,
                                            unsigned long number)
{
	enum sipcode_field key = sipcode_column(set, 0).field;
	const struct sipcode_row *rows = sipcode_row(lang, set, 0);
	size_t low = 0, high = sipcode_rows(set);

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		unsigned long n = sipcode_number(&rows[mid], key, 0);

		if (n == number)
			return &rows[mid];
		if (n < number)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

const struct sipcode_row *sipcode_code(int lang, unsigned long code)
{
	return sipcode_by_number(lang, SIPCODE_CODES, code);
}

static int same_letters(const char *a, const char *b, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char x = a[i], y = b[i];

		x = (char)(x >= 'A' && x <= 'Z' ? x + 32 : x);
		y = (char)(y >= 'A' && y <= 'Z' ? y + 32 : y);
		if (x != y)
			return 0;
	}
	return 1;
}

const struct sipcode_row *sipcode_by_name(int lang, enum sipcode_set set,
                                          const char *name, size_t len)
{
	enum sipcode_field key = sipcode_column(set, 0).field;
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(lang, set, i)) != NULL; i++) {
		const char *k = sipcode_text(row, key, 0);

		if (strlen(k) == len && same_letters(k, name, len))
			return row;
	}
	return NULL;
}

const struct sipcode_row *sipcode_class(int lang, unsigned long code)
{
	char name[] = "0xx";

	if (code < 100 || code > 699)
		return NULL;
	name[0] = (char)('0' + code / 100);
	return sipcode_by_name(lang, SIPCODE_CLASSES, name, 3);
}

/* A sighting, whole or without the brackets at its end: "Send failed" is
 * enough for "Send failed (477/..)". */
static int is_sighting(const char *phrase, const char *text, size_t len)
{
	const char *bracket = strstr(phrase, " (");

	return fold_matches(phrase, text, len) ||
	       (bracket != NULL && strchr(bracket, '*') != NULL &&
	        fold_equal(phrase, (size_t)(bracket - phrase), text, len));
}

/* 1 if the phrase of the row, or of a row that it owns, is the text. */
static int has_phrase(const struct sipcode_row *code, const char *text,
                      size_t len)
{
	const char *phrase = sipcode_text(code, SIPCODE_F_PHRASE, 0);

	if (fold_equal(phrase, strlen(phrase), text, len))
		return 1;
	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_VARIANTS); i++) {
		phrase = sipcode_text(sipcode_link(code, SIPCODE_F_VARIANTS, i),
		                      SIPCODE_F_PHRASE, 0);
		if (fold_equal(phrase, strlen(phrase), text, len))
			return 1;
	}
	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_SIGHTINGS); i++) {
		phrase =
			sipcode_text(sipcode_link(code, SIPCODE_F_SIGHTINGS, i),
		                     SIPCODE_F_PHRASE, 0);
		if (is_sighting(phrase, text, len))
			return 1;
	}
	return 0;
}

size_t sipcode_sightings(int lang, unsigned long code, const char *text,
                         size_t len, const struct sipcode_row **rows,
                         size_t max)
{
	const struct sipcode_row *row;
	size_t n = 0;

	for (size_t i = 0; (row = sipcode_row(lang, SIPCODE_SIGHTINGS, i));
	     i++) {
		size_t codes = sipcode_len(row, SIPCODE_F_CODE), k = 0;

		while (k < codes &&
		       sipcode_number(sipcode_link(row, SIPCODE_F_CODE, k),
		                      SIPCODE_F_CODE, 0) != code)
			k++;
		if ((k == codes && codes > 0) ||
		    !fold_matches(sipcode_text(row, SIPCODE_F_PHRASE, 0), text,
		                  len))
			continue;
		if (n < max)
			rows[n] = row;
		n++;
	}
	return n;
}

size_t sipcode_by_phrase(int lang, const char *text, size_t len,
                         const struct sipcode_row **rows, size_t max)
{
	const struct sipcode_row *row;
	size_t n = 0;

	for (size_t i = 0; i < sipcode_rows(SIPCODE_CODES); i++) {
		row = sipcode_row(lang, SIPCODE_CODES, i);
		if (!has_phrase(row, text, len))
			continue;
		if (n < max)
			rows[n] = row;
		n++;
	}
	return n;
}
