/* look.h - what the files of the grounds share: a request and its response
 * that are looked at, and how a ground is added. */
#ifndef LOOK_H
#define LOOK_H

#include "exchange/value.h"
#include "grounds/ground.h"

struct look {
	const struct heard *request, *response;
	const struct sipcode_message *asked, *got; /* their messages */
	const struct transaction *transaction;
	const struct exchange *exchange;
	unsigned code;
	/* 1: all header fields of both are there, so that what is absent was
	 * not sent.  0: nothing may be said of what is absent. */
	int whole;
	struct grounds *grounds;
};

/* A new ground, good until the next one is added.  Not more than GROUNDS_MAX
 * are: then it is one that nobody sees. */
enum { GROUNDS_MAX = 24 };
struct ground *ground_add(struct look *l, enum ground_id id);
/* What the words have for %1 (i = 0), %2, %3. */
void ground_arg(struct ground *g, size_t i, struct sipcode_span v);
void ground_number(struct ground *g, size_t i, uint64_t n);
/* A span with a copy of the text, which is freed. */
struct sipcode_span ground_made(struct look *l, struct strbuf *text);
/* A header field of a message that shows it, or another part of it; the name is
 * a constant.  In the request first. */
void ground_shows(struct ground *g, const struct heard *in, const char *name,
                  struct sipcode_span v);
/* The whole value of the first header field of that name, if it is there. */
void ground_shows_field(struct ground *g, const struct heard *in,
                        const char *name);

/* The values of all header fields of that name, as one list. */
void ground_shows_list(struct look *l, struct ground *g, const struct heard *in,
                       const char *name);

/* 1 if a value of the header field is the word, parameters and case aside. */
int look_has(const struct sipcode_message *m, const char *header,
             struct sipcode_span word);
/* 1 if there is a header field of that name. */
int look_is_there(const struct sipcode_message *m, const char *header);
/* The first header field of that name as a whole, with commas; 0 if there is
 * none. */
int look_field(const struct sipcode_message *m, const char *header,
               struct sipcode_span *v);
/* 1 if the response has been explained by what was added. */
int look_is_led(const struct look *l);

/* What looks at a code: codes.def says which.  A file a group of codes. */
void look_address(struct look *l);
void look_agree(struct look *l);
void look_auth(struct look *l);
void look_body(struct look *l);
void look_busy(struct look *l);
void look_cancel(struct look *l);
void look_dialog(struct look *l);
void look_forbidden(struct look *l);
void look_identity(struct look *l);
void look_intervals(struct look *l);
void look_late(struct look *l);
void look_lists(struct look *l);
void look_media(struct look *l);
void look_order(struct look *l);
void look_outbound(struct look *l);
void look_route(struct look *l);
void look_sizes(struct look *l);
void look_tags(struct look *l);
void look_uri(struct look *l);

/* A 403 whose phrase is Stale Date (RFC 8224 section 6.2.2); 1 if that was
 * said. */
int look_stale_date(struct look *l);

#endif
