/* sdp.h - the session description in a body. */
#ifndef SDP_H
#define SDP_H

#include <sipcode.h>

#include "names.h"

/* How many m= lines a session description has; -1 if the body does not begin
 * with one.  A log may have put up to so many blanks before each line. */
long sdp_media(struct sipcode_span body, size_t indent);
/* The same of the one session description among the parts of a multipart body
 * with this boundary (RFC 2046 section 5.1); -1 also if there are several, if
 * the part is encoded or serves another end than the session, or if a part
 * has parts itself. */
long sdp_media_of_parts(struct sipcode_span body, struct sipcode_span boundary,
                        size_t indent);
/* 1 if the media type without its parameters is that one, case aside. */
int sdp_is_type(struct sipcode_span value, const char *type);

#endif
