/* phrase.c - reason phrases, and what people call codes. */
#include "names/own.h"

#include <string.h>

#include "words/row.h"
#include "chars.h"
#include "word.h"

/* Is the text the registered phrase of the code? */
static int is_registered(const struct sipcode_row *code, const char *s,
                         size_t n)
{
	return !row_is(code, SIPCODE_F_STATUS, "unregistered") &&
	       named_alike(sipcode_text(code, SIPCODE_F_PHRASE, 0), s, n);
}

/* Is the text the name of a cause or the phrase of a warn-code?  Then it is not
 * taken for what some product sends as a phrase. */
static int is_named_elsewhere(int lang, const char *s, size_t n)
{
	struct named names = { .lang = lang };
	const struct sipcode_row *row;

	named_causes(&names, s, n);
	for (size_t i = 0;
	     names.rows == 0 && (row = sipcode_row(lang, SIPCODE_WARNINGS, i));
	     i++)
		if (named_alike(sipcode_text(row, SIPCODE_F_PHRASE, 0), s, n))
			named_add(&names, row);
	return names.rows > 0;
}

void name_phrase(struct named *names, const char *s, size_t n)
{
	const struct sipcode_row *row[NAMED_MAX];
	size_t found = sipcode_by_phrase(names->lang, s, n, row, NAMED_MAX);
	size_t owners = 0;

	for (size_t i = 0; i < found && i < NAMED_MAX; i++)
		owners += (size_t)is_registered(row[i], s, n);
	names->registered = owners;
	if (owners == 0 && is_named_elsewhere(names->lang, s, n))
		return;
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

/* The next word that says something. */
static int next_said(struct word *w, const char *s, size_t n, size_t *at)
{
	while (word_next(w, s, n, at))
		if (!word_is_empty(w))
			return 1;
	return 0;
}

/* The same words, two at least, but for those that say nothing and for the
 * endings. */
static int is_said_so(const char *a, size_t an, const char *b, size_t bn)
{
	struct word x, y;
	size_t i = 0, k = 0, words = 0;

	if (bn > NAMED_LONG)
		return 0;
	for (;; words++) {
		int more = next_said(&x, a, an, &i);

		if (more != next_said(&y, b, bn, &k))
			return 0;
		if (!more)
			return words > 1;
		if (x.n == 0 || x.stem != y.stem ||
		    memcmp(x.s, y.s, x.stem) != 0)
			return 0;
	}
}

/* How two wordings are the same. */
typedef int same_wording(const char *a, size_t an, const char *b, size_t bn);

static int has_wording(const struct sipcode_row *row, const char *s, size_t n,
                       same_wording *same)
{
	const char *at = sipcode_text(row, SIPCODE_F_WORDS, 0);

	while (*at != '\0') {
		size_t len = strcspn(at, ",");

		if (same(at, len, s, n))
			return 1;
		at += len;
		at += chars_run(at, ", ");
	}
	return 0;
}

void names_symptom(struct named *names, const char *s, size_t n)
{
	struct named meant = { .lang = names->lang };
	same_wording *same = named_alike_n;

	/* What codes are known for has to be the very wording. */
	names_meant(&meant, s, n);
	if (meant.rows == 0)
		same = is_said_so;
	for (size_t i = 0; i < sipcode_rows(SIPCODE_SYMPTOMS); i++)
		for (int l = 0; l < sipcode_languages(); l++) {
			const struct sipcode_row *row =
				sipcode_row(l, SIPCODE_SYMPTOMS, i);
			const char *title =
				sipcode_text(row, SIPCODE_F_TITLE, 0);

			if (has_wording(row, s, n, named_alike_n) ||
			    has_wording(row, s, n, same) ||
			    named_alike_n(title, strlen(title), s, n) ||
			    same(title, strlen(title), s, n))
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
		       !has_wording(sipcode_row(l, SIPCODE_SYNONYMS, i), s, n,
		                    named_alike_n))
			l++;
		for (size_t k = 0; l < sipcode_languages() &&
		                   k < sipcode_len(row, SIPCODE_F_CODE);
		     k++)
			named_add(names, sipcode_link(row, SIPCODE_F_CODE, k));
	}
}
