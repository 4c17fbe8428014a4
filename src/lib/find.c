/* find.c - look-ups by number, name and phrase. */
#include <string.h>
#include <sipcode.h>

#include "cell.h"
#include "chars.h"
#include "fold.h"
#include "schema.h"
#include "table.h"

struct sipcode_column sipcode_column_of(enum sipcode_set set,
                                        enum sipcode_field field)
{
	struct sipcode_column c;

	for (size_t i = 0; (c = sipcode_column(set, i)).field != field; i++)
		if (c.field == SIPCODE_F_NONE)
			break;
	return c;
}

const struct sipcode_row *sipcode_by_number(int lang, enum sipcode_set set,
                                            unsigned long number)
{
	struct sipcode_column key = sipcode_column(set, 0);
	const struct sipcode_row *rows = sipcode_row(lang, set, 0);
	size_t low = 0, high = sipcode_rows(set);

	if (key.type != SIPCODE_T_NUMBER)
		return NULL;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		unsigned long n = sipcode_number(&rows[mid], key.field, 0);

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

const char *sipcode_phrase(unsigned long code)
{
	return sipcode_text(sipcode_code(0, code), SIPCODE_F_PHRASE, 0);
}

unsigned sipcode_treat_as(unsigned long code)
{
	if (code < 100 || code > 699)
		return 0;
	if (code > 100 && code < 200)
		return 183;
	return (unsigned)(code / 100 * 100);
}

int sipcode_standard(const struct sipcode_row *mapping)
{
	return sipcode_row_set(mapping) == SIPCODE_MAPPINGS &&
	       strcmp(sipcode_text(mapping, SIPCODE_F_PRODUCT, 0),
	              SCHEMA_STANDARD) == 0;
}

/* Does a list of methods name this one, or any? */
static int names_method(const struct sipcode_row *row, enum sipcode_field field,
                        const char *method, size_t len)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++) {
		const char *m = sipcode_text(row, field, i);

		if (strcmp(m, "any") == 0 ||
		    (strlen(m) == len && chars_equal(m, method, len)))
			return 1;
	}
	return 0;
}

int sipcode_answers(const struct sipcode_row *row, const char *method,
                    size_t len)
{
	if (sipcode_len(row, SIPCODE_F_METHOD) == 0)
		return 1;
	return method != NULL &&
	       names_method(row, SIPCODE_F_METHOD, method, len) &&
	       !names_method(row, SIPCODE_F_NOT_METHOD, method, len);
}

const struct sipcode_row *sipcode_by_name(int lang, enum sipcode_set set,
                                          const char *name, size_t len)
{
	struct sipcode_column key = sipcode_column(set, 0);
	const struct sipcode_row *row;

	if (name == NULL || key.type != SIPCODE_T_TEXT)
		return NULL;
	for (size_t i = 0; (row = sipcode_row(lang, set, i)) != NULL; i++) {
		const char *k = sipcode_text(row, key.field, 0);

		if (strlen(k) == len && chars_equal(k, name, len))
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

/* A phrase that is matched by its end. */
enum { PHRASE_MOST = 60 };

/* What stands for "* D5" ends in the word "D5", and is as short as a phrase:
 * "callID 5" and a line of a log are none. */
static int matches(const char *phrase, const char *text, size_t len)
{
	size_t end = strlen(phrase) - 2;

	if (strncmp(phrase, "* ", 2) == 0 &&
	    (len <= end || len > PHRASE_MOST ||
	     char_is_letter(text[len - end - 1]) ||
	     char_is_digit(text[len - end - 1])))
		return 0;
	return fold_matches(phrase, text, len);
}

/* A sighting, whole or without the brackets at its end: "Send failed" is
 * enough for "Send failed (477/..)". */
static int is_sighting(const char *phrase, const char *text, size_t len)
{
	const char *bracket = strstr(phrase, " (");

	return matches(phrase, text, len) ||
	       (bracket != NULL && strchr(bracket, '*') != NULL &&
	        fold_equal(phrase, (size_t)(bracket - phrase), text, len));
}

/* Is it one of the phrases of a sighting, by that comparison? */
static int has_any_phrase(const struct sipcode_row *row, const char *text,
                          size_t len,
                          int (*equal)(const char *, const char *, size_t))
{
	if (equal(sipcode_text(row, SIPCODE_F_PHRASE, 0), text, len))
		return 1;
	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_ALIAS); i++)
		if (equal(sipcode_text(row, SIPCODE_F_ALIAS, i), text, len))
			return 1;
	return 0;
}

static const char *phrase_of(const struct sipcode_row *code,
                             enum sipcode_field field, size_t i)
{
	return sipcode_text(sipcode_link(code, field, i), SIPCODE_F_PHRASE, 0);
}

/* 1 if the phrase of the row, of a row that it owns, or of the same number in
 * STUN is the text. */
static int has_phrase(const struct sipcode_row *code, const char *text,
                      size_t len)
{
	const char *phrase = sipcode_text(code, SIPCODE_F_PHRASE, 0);

	if (fold_equal(phrase, strlen(phrase), text, len))
		return 1;
	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_VARIANTS); i++) {
		phrase = phrase_of(code, SIPCODE_F_VARIANTS, i);
		if (fold_equal(phrase, strlen(phrase), text, len))
			return 1;
	}
	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_SIGHTINGS); i++) {
		if (has_any_phrase(sipcode_link(code, SIPCODE_F_SIGHTINGS, i),
		                   text, len, is_sighting))
			return 1;
	}
	phrase = sipcode_text(code, SIPCODE_F_STUN_PHRASE, 0);
	return *phrase != '\0' && fold_equal(phrase, strlen(phrase), text, len);
}

/* Is the sighting tied to no code, or to this one? */
static int may_come_with(const struct sipcode_row *sighting,
                         const struct sipcode_row *code)
{
	unsigned place = schema_place(SIPCODE_SIGHTINGS, SIPCODE_F_CODE);
	uint32_t cell = cell_at(sighting, place);
	const struct sipcode_row *tied;

	/* Most are tied to one code: the shortest way to it. */
	if (cell >= TABLE_ONE)
		return &table_rows[cell - TABLE_ONE] == code;
	tied = sipcode_link(sighting, SIPCODE_F_CODE, 0);
	for (size_t i = 1; tied != NULL && tied != code; i++) {
		tied = sipcode_link(sighting, SIPCODE_F_CODE, i);
		if (tied == NULL)
			return 0;
	}
	return 1;
}

/* A phrase that differs from the registered one in case and punctuation alone
 * gives a product away only as it stands: "482 (Loop Detected)"; one that has
 * more behind it, "402 Payment required (*)", only with that. */
static int gives_away(const char *phrase, const struct sipcode_row *code,
                      const char *text, size_t len)
{
	const char *known = sipcode_text(code, SIPCODE_F_PHRASE, 0);
	size_t n = strlen(phrase);

	if (strcmp(sipcode_text(code, SIPCODE_F_STATUS, 0), "registered") ==
	            0 &&
	    fold_equal(phrase, n, known, strlen(known)))
		return strchr(phrase, '*') == NULL
		               ? n == len && memcmp(phrase, text, len) == 0
		               : !fold_equal(text, len, known, strlen(known)) &&
		                         matches(phrase, text, len);
	return matches(phrase, text, len);
}

static int any_gives_away(const struct sipcode_row *row,
                          const struct sipcode_row *code, const char *text,
                          size_t len)
{
	if (gives_away(sipcode_text(row, SIPCODE_F_PHRASE, 0), code, text, len))
		return 1;
	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_ALIAS); i++)
		if (gives_away(sipcode_text(row, SIPCODE_F_ALIAS, i), code,
		               text, len))
			return 1;
	return 0;
}

size_t sipcode_sightings(int lang, unsigned long code, const char *text,
                         size_t len, const struct sipcode_row **rows,
                         size_t max)
{
	const struct sipcode_row *known = sipcode_code(lang, code);
	const struct sipcode_row *row = sipcode_row(lang, SIPCODE_SIGHTINGS, 0);
	const struct sipcode_row *end = row + sipcode_rows(SIPCODE_SIGHTINGS);
	size_t n = 0;

	if (text == NULL)
		return 0;
	for (; row < end; row++) {
		if (!may_come_with(row, known) ||
		    !any_gives_away(row, known, text, len))
			continue;
		if (n < max)
			rows[n] = row;
		n++;
	}
	return n;
}

const struct sipcode_row *sipcode_variant(int lang, unsigned long code,
                                          const char *text, size_t len)
{
	const struct sipcode_row *row = sipcode_code(lang, code);

	if (text == NULL)
		return NULL;
	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_VARIANTS); i++) {
		const char *phrase = phrase_of(row, SIPCODE_F_VARIANTS, i);

		if (fold_equal(phrase, strlen(phrase), text, len))
			return sipcode_link(row, SIPCODE_F_VARIANTS, i);
	}
	return NULL;
}

size_t sipcode_by_phrase(int lang, const char *text, size_t len,
                         const struct sipcode_row **rows, size_t max)
{
	const struct sipcode_row *row;
	size_t n = 0;

	if (text == NULL)
		return 0;
	for (size_t i = 0; (row = sipcode_row(lang, SIPCODE_CODES, i)); i++) {
		if (!has_phrase(row, text, len))
			continue;
		if (n < max)
			rows[n] = row;
		n++;
	}
	return n;
}
