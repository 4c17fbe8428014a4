/* route.h - what becomes of a response elsewhere, in a manual page: the causes
 * of Q.850, and whether the next route is tried. */
#ifndef ROUTE_H
#define ROUTE_H

#include "manual/page.h"

void route_causes(struct page *p);
void route_failovers(struct page *p);

#endif
