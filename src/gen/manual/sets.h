/* sets.h - the sections of a manual page that are not about single codes; a set
 * that is empty has none. */
#ifndef SETS_H
#define SETS_H

#include "manual/page.h"

void sets_pairs(struct page *p);
void sets_symptoms(struct page *p);
void sets_headers(struct page *p);
void sets_options(struct page *p);
void sets_warnings(struct page *p);
void sets_timers(struct page *p);
/* The rules for proxies that hold for more than one code. */
void sets_proxies(struct page *p);
void sets_disguises(struct page *p);
/* The notes that are about no code. */
void sets_products(struct page *p);
void sets_terms(struct page *p);

#endif
