/* via.h - one Via of a request, and that of its response. */
#ifndef VIA_H
#define VIA_H

#include <sipcode.h>

#include "names.h"

/* 1 if protocol, host, port and branch are the same.  What servers add to a Via
 * (received, rport), and other parameters, are not looked at.  A port that is
 * not there is as good as 5060 or 5061. */
int via_same(struct sipcode_span a, struct sipcode_span b);

#endif
