/* phrase.c - reason phrases, and what people call codes. */
#include "names/own.h"

#include <string.h>

#include "words/row.h"
#include "chars.h"

/* Is the text the registered phrase of the code? */
static int is_registered(const struct sipcode_row *code, const char *s,
                         size_t n)
{
	return !row_is(code, SIPCODE_F_STATUS, "unregistered") &&
	       named_alike(sipcode_text(code, SIPCODE_F_PHRASE, 0), s, n);
}

void name_phrase(struct named *names, const char *s, size_t n)
{
	const struct sipcode_row *row[NAMED_MAX];
	size_t found = sipcode_by_phrase(names->lang, s, n, row, NAMED_MAX);
	size_t owners = 0;

	for (size_t i = 0; i < found && i < NAMED_MAX; i++)
		owners += (size_t)is_registered(row[i], s, n);
	names->registered = owners;
	for (size_t i = 0; i < found && i < NAMED_MAX; i++)
		if (owners == 0 || is_registered(row[i], s, n))
			named_add(names, row[i]);
	if (found == 0 && sipcode_sightings(names->lang, 0, s, n, row, 1) > 0)
		named_add(names, row[0]);
}

void names_within(struct named *names, const char *s, size_t n)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(names->lang, SIPCODE_CODES, i));
	     i++) {
		const char *at = sipcode_text(row, SIPCODE_F_PHRASE, 0);

		if (row_is(row, SIPCODE_F_STATUS, "unregistered"))
			continue;
		for (; *at != '\0'; at += at[strcspn(at, " /-")] != '\0') {
			if (strlen(at) >= n && chars_equal(at, s, n) &&
			    !char_is_letter(at[n])) {
				named_add(names, row);
				break;
			}
			at += strcspn(at, " /-");
			if (*at == '\0')
				break;
		}
	}
}

static int has_wording(const struct sipcode_row *row, const char *s, size_t n)
{
	const char *at = sipcode_text(row, SIPCODE_F_WORDS, 0);

	while (*at != '\0') {
		size_t len = strcspn(at, ",");

		if (named_alike_n(at, len, s, n))
			return 1;
		at += len;
		at += strspn(at, ", ");
	}
	return 0;
}

void names_symptom(struct named *names, const char *s, size_t n)
{
	for (size_t i = 0; i < sipcode_rows(SIPCODE_SYMPTOMS); i++)
		for (int l = 0; l < sipcode_languages(); l++) {
			const struct sipcode_row *row =
				sipcode_row(l, SIPCODE_SYMPTOMS, i);

			if (has_wording(row, s, n) ||
			    named_alike(sipcode_text(row, SIPCODE_F_TITLE, 0),
			                s, n))
				named_add(names,
				          sipcode_row(names->lang,
				                      SIPCODE_SYMPTOMS, i));
		}
}

void names_meant(struct named *names, const char *s, size_t n)
{
	for (size_t i = 0; i < sipcode_rows(SIPCODE_SYNONYMS); i++) {
		const struct sipcode_row *row =
			sipcode_row(names->lang, SIPCODE_SYNONYMS, i);
		int l = 0;

		while (l < sipcode_languages() &&
		       !has_wording(sipcode_row(l, SIPCODE_SYNONYMS, i), s, n))
			l++;
		for (size_t k = 0; l < sipcode_languages() &&
		                   k < sipcode_len(row, SIPCODE_F_CODE);
		     k++)
			named_add(names, sipcode_link(row, SIPCODE_F_CODE, k));
	}
}
