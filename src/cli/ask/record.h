/* record.h - operands of the commands over one record set. */
#ifndef RECORD_H
#define RECORD_H

#include "ask/found.h"

/* Adds the rows that an operand names; returns how many. */
typedef size_t record_reader(struct context *c, struct found *f, const char *s);

record_reader record_cause;    /* "17", "Q.850;cause=17", "USER_BUSY" */
record_reader record_failover; /* "486", "Kamailio", the key of a rule */
record_reader record_header;   /* a name, or a compact form alone */
record_reader record_name;     /* "CHANUNAVAIL"; "486": the names of a code */
record_reader record_option;   /* an option tag */
record_reader record_product;  /* a product, by any of its names */
record_reader record_symptom;  /* a key, or words */
record_reader record_term;     /* "AOR", "address of record" */
record_reader record_timer;    /* "B", "timer B" */
record_reader record_warning;  /* "305", or a phrase */

#endif
