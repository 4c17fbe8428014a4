/* uri.h - the URI of a header field, and whether two of them are the same. */
#ifndef URI_H
#define URI_H

#include <sipcode.h>

#include "names.h"

struct uri {
	struct sipcode_span s;
	/* 1: it stands between angle brackets; without them the parameters
	 * are of the header field (RFC 3261 section 20.10). */
	int bracketed;
};

/* The URI of a name-addr or an addr-spec, behind any display name. */
struct uri uri_of(struct sipcode_span value);
/* 1 if the URI has this scheme, letters of either case being equal. */
int uri_has_scheme(struct sipcode_span uri, const char *scheme);
/* The host and port of a URI or of a Via are the same: by their letters, case
 * aside.  Two addresses of IPv6 are taken to be the same, as there are many
 * ways to write one. */
int uri_same_host(struct sipcode_span a, struct sipcode_span b);
/* 1 if both are the same by RFC 3261 section 19.1.4, or, for another scheme
 * than sip and sips, by their letters.  Of the parameters it looks at those
 * that the section names. */
int uri_same(struct uri a, struct uri b);
/* The same, and the copy has all parameters, too; of one that has more of
 * them than a person would write, only the first are looked at. */
int uri_is_copy(struct uri uri, struct uri copy);

#endif
