/* refusal.h - what a response that refuses an offer says of it. */
#ifndef REFUSAL_H
#define REFUSAL_H

#include "grounds/look.h"

/* So many m= lines of a session description are looked at, and so many pieces
 * of evidence are seen in a ground. */
enum { MEDIA_MOST = 8, SHOWN_MOST = GROUND_EVIDENCE - 1 };

/* Warning against the offer (RFC 3261 section 20.43).  Returns 1 if there is
 * one. */
int look_warnings(struct look *l, struct sipcode_span offer);
/* The session description of the response, which says what the server has,
 * against the offer (RFC 3264 section 9). */
void look_reply(struct look *l, struct sipcode_span offer,
                struct sipcode_span reply);
/* A line of evidence for each m= line of the media type, all if that is empty,
 * until the ground has `most`. */
void show_media(struct look *l, struct ground *g, const struct heard *in,
                struct sipcode_span text, struct sipcode_span type,
                size_t most);

#endif
