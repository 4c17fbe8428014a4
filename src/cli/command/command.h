/* command.h - the commands; each returns an exit status. */
#ifndef COMMAND_H
#define COMMAND_H

struct context;
struct wanted;

int command_annotate(struct context *c);
int command_check(struct context *c);
int command_compare(struct context *c);
int command_explain(struct context *c);
int command_flow(struct context *c);
int command_list(struct context *c);
/* cause, failover, header, name, option, product, symptom, term, timer,
 * warning: the records of one set. */
int command_records(struct context *c);
int command_search(struct context *c);
int command_show(struct context *c);
int command_tally(struct context *c);

/* What explain does with --flow: the ladder of each call. */
int command_ladder(struct context *c);
/* What --errors-only and --ignore say of findings.  Returns STATUS_FOUND, or
 * STATUS_TROUBLE after saying that there is no such rule. */
int command_wanted(struct context *c, struct wanted *w);

#endif
