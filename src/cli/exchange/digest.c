/* digest.c - reads challenges and credentials. */
#include "exchange/digest.h"

#include <string.h>

#include "chars.h"
#include "exchange/secret.h"
#include "exchange/value.h"

struct sipcode_span digest_part(const struct digest *d, const char *name)
{
	struct sipcode_span v;

	return sipcode_param(d->all, name, &v) ? v : value_of("");
}

static void read_one(struct digest *d, struct sipcode_span v)
{
	d->all = d->scheme = v;
	d->scheme.n = 0;
	while (d->scheme.n < v.n && !char_is_space(v.s[d->scheme.n]))
		d->scheme.n++;
	d->realm = digest_part(d, "realm");
	d->nonce = digest_part(d, "nonce");
	d->qop = digest_part(d, "qop");
	d->opaque = digest_part(d, "opaque");
	d->algorithm = digest_part(d, "algorithm");
	if (d->algorithm.n == 0)
		d->algorithm = value_of("MD5");
	d->user = digest_part(d, "username");
	if (d->user.n == 0)
		d->user = digest_part(d, "username*");
}

size_t digest_read(const struct sipcode_message *m, const char *field,
                   struct digest d[DIGESTS])
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;
	size_t n = 0;

	while (n < DIGESTS && sipcode_next_value(m, field, &at, &v))
		read_one(&d[n++], v);
	return n;
}

struct sipcode_span digest_nonce(const struct digest *d)
{
	struct sipcode_span v = d->nonce;

	v.n = v.n > SECRET_NONCE ? SECRET_NONCE : v.n;
	return v;
}

int digest_differs(const struct digest *d, struct sipcode_span user)
{
	struct sipcode_span v = digest_part(d, "username");

	if (v.n == 0 || user.n == 0 ||
	    value_is(digest_part(d, "userhash"), "true"))
		return 0;
	if (*v.s == '+' && *user.s != '+') {
		v.s++;
		v.n--;
	} else if (*user.s == '+' && *v.s != '+') {
		user.s++;
		user.n--;
	}
	return v.n < user.n || !chars_equal(v.s, user.s, user.n) ||
	       (v.n > user.n && v.s[user.n] != '@');
}

int digest_lists(struct sipcode_span list, struct sipcode_span word)
{
	while (list.n > 0) {
		const char *comma = memchr(list.s, ',', list.n);
		struct sipcode_span first = list;

		if (comma != NULL)
			first.n = (size_t)(comma - list.s);
		if (value_alike(value_trim(first), word))
			return 1;
		if (comma == NULL)
			break;
		list.s += first.n + 1;
		list.n -= first.n + 1;
	}
	return 0;
}
