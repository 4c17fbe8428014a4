/* digest.h - challenges and credentials of Digest (RFC 7616). */
#ifndef DIGEST_H
#define DIGEST_H

#include <sipcode.h>

/* One challenge, or the credentials in one header field.  What is absent is
 * empty. */
struct digest {
	struct sipcode_span all;    /* the whole value */
	struct sipcode_span scheme; /* "Digest" */
	struct sipcode_span realm, nonce, qop, opaque;
	struct sipcode_span algorithm; /* "MD5" if it is absent */
	struct sipcode_span user;      /* username, else username* */
};

/* So many of a message are looked at. */
enum { DIGESTS = 8 };

/* The first ones in the header fields of that name.  Returns how many. */
size_t digest_read(const struct sipcode_message *m, const char *field,
                   struct digest d[DIGESTS]);
/* A parameter; empty if it is absent. */
struct sipcode_span digest_part(const struct digest *d, const char *name);
/* So much of the nonce as may be shown. */
struct sipcode_span digest_nonce(const struct digest *d);
/* 1 if the user of a URI is another one than that of the credentials, both of
 * which are there in plain; "alice@example.com" is "alice". */
int digest_differs(const struct digest *d, struct sipcode_span user);
/* 1 if the list, such as "auth,auth-int", has the word. */
int digest_lists(struct sipcode_span list, struct sipcode_span word);

#endif
