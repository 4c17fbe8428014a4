/* rule.h - rules of failover in words. */
#ifndef RULE_H
#define RULE_H

#include <sipcode.h>

#include "io/strbuf.h"

/* Adds what the rule is about, and who follows it: "486, 5xx but 503, no answer
 * at all (proxy)". */
void rule_add_cases(struct strbuf *b, const struct sipcode_row *rule);
/* Adds how many products try the next route after the code, by themselves:
 * "9 of 31 products do so ..."; nothing if no rule speaks of it. */
void rule_add_count(struct strbuf *b, const struct sipcode_row *code);

#endif
