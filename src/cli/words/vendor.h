/* vendor.h - header fields in which products say what went wrong. */
#ifndef VENDOR_H
#define VENDOR_H

#include <sipcode.h>

/* 1 if the header field tells of a failure, by its name, and is of no standard:
 * "X-Reason", "X-Twilio-Error". */
int vendor_tells(struct sipcode_span name);
/* What the data know of it: the number or cause with which the value begins,
 * else the header field; NULL if they know neither.  The name and the value
 * need not end by NUL, and the value may be empty. */
const struct sipcode_row *vendor_row(int lang, struct sipcode_span name,
                                     struct sipcode_span value);

#endif
