/* auth.h - a challenge, the credentials that met it, and what went before. */
#ifndef AUTH_H
#define AUTH_H

#include "exchange/digest.h"
#include "grounds/look.h"

enum { EARLIER_MAX = 16 };

struct auth {
	struct look *l;
	const char *field; /* "Authorization" */
	const char *asks;  /* "WWW-Authenticate" */
	struct digest given[DIGESTS], asked[DIGESTS];
	size_t givens, askeds; /* in the request, in the response */
	/* The ones that belong together, by their realm. */
	const struct digest *credentials, *challenge;
	/* Transactions of this call and this side, the last ones before the
	 * request, the oldest first. */
	const struct transaction *earlier[EARLIER_MAX];
	size_t earliers;
};

/* A challenge of an earlier transaction, read into d[]: 1 if its last final
 * response had come before this request and asks for that realm, of which
 * *first is the first challenge. */
int auth_challenged(const struct auth *a, const struct transaction *earlier,
                    struct sipcode_span realm, struct digest d[DIGESTS],
                    size_t *n, size_t *first);
/* Says how the credentials fit the challenge. */
void auth_compare(struct auth *a);

#endif
