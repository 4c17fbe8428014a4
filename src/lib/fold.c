/* fold.c - folds on the fly, so that no copy of a text is ever needed. */
#include "fold.h"

#include <string.h>

#include "utf8.h"

uint32_t fold_next(struct fold *f)
{
	uint32_t cp = 0;

	while (f->n > 0 && cp == 0) {
		size_t len = utf8_decode(f->s, f->n, &cp);

		if (len == 0) {
			len = 1;
			cp = 0xfffd;
		}
		f->s += len;
		f->n -= len;
		cp = utf8_fold(cp);
	}
	return cp;
}

/* Letters and digits; all that is not ASCII counts as a letter. */
static int is_letter(uint32_t cp)
{
	return (cp >= 'a' && cp <= 'z') || (cp >= '0' && cp <= '9') ||
	       cp > 0x7f;
}

static uint32_t next_letter(struct fold *f)
{
	uint32_t cp;

	do
		cp = fold_next(f);
	while (cp != 0 && !is_letter(cp));
	return cp;
}

int fold_equal(const char *a, size_t an, const char *b, size_t bn)
{
	struct fold fa = { a, an }, fb = { b, bn };
	uint32_t ca, cb;

	do {
		ca = next_letter(&fa);
		cb = next_letter(&fb);
	} while (ca == cb && ca != 0);
	return ca == cb;
}

static uint32_t next_of_pattern(struct fold *f)
{
	uint32_t cp;

	do
		cp = fold_next(f);
	while (cp != 0 && cp != '*' && !is_letter(cp));
	return cp;
}

/* The last "*" takes one letter more each time that what is behind it does
 * not match; the ones before it need not be tried again. */
int fold_matches(const char *pattern, const char *s, size_t n)
{
	struct fold p = { pattern, strlen(pattern) }, t = { s, n };
	struct fold behind = { NULL, 0 }, retry = { NULL, 0 };

	for (;;) {
		uint32_t cp = next_of_pattern(&p), ct;

		if (cp == '*') {
			behind = p;
			retry = t;
			continue;
		}
		ct = next_letter(&t);
		if (cp == ct && cp == 0)
			return 1;
		if (cp == ct)
			continue;
		if (ct == 0 || behind.s == NULL)
			return 0;
		next_letter(&retry);
		p = behind;
		t = retry;
	}
}
