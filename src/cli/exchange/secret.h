/* secret.h - values of messages without what must not be shown: passwords,
 * the response and cnonce of a digest, more than the beginning of a nonce or of
 * a push token, keys of SRTP, MIKEY and ICE, tokens; also where they are
 * escaped in a URI.  A value that is a secret as a whole, such as the parameter
 * "response" alone, is not known as one. */
#ifndef SECRET_H
#define SECRET_H

#include <sipcode.h>

#include "io/strbuf.h"

/* So much of a nonce is shown, to tell one from another. */
enum { SECRET_NONCE = 8 };

/* Adds the value as strbuf_outside() does, with "***" for each secret. */
void secret_outside(struct strbuf *b, struct sipcode_span v, int utf8);
/* The same as strbuf_excerpt() does, of at most so many bytes. */
void secret_excerpt(struct strbuf *b, struct sipcode_span v, size_t max,
                    int utf8);

#endif
