/* anchor.h - the fast half of the matcher: where a response may stand. */
#ifndef ANCHOR_H
#define ANCHOR_H

#include <stddef.h>

#include "names.h"

/* The first place in s[from..n) of one of the three-byte anchors
 *   ".0 "  of SIP/2.0 and a blank
 *   "us:"  of Status: and sip status:
 *   "us_"  of status_code
 *   "sp:"  of SipResp:
 *   "t S"  of Got SIP response
 *   "on="  of code=486;reason=
 * or n if there is none.  They are chosen for being rare in logs. */
size_t anchor_find(const char *s, size_t n, size_t from);

#endif
