/* source.h - which address a response in a log came from. */
#ifndef SOURCE_H
#define SOURCE_H

#include <sipcode.h>

#include "count/around.h"

/* The address, without its port: of IPv4 or IPv6, within the text around, which
 * is of a form of that product.  Empty if the text does not say it. */
struct sipcode_span source_of(const struct around *a, const char *product);

#endif
