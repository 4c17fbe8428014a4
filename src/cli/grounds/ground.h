/* ground.h - what in a request led to its response. */
#ifndef GROUND_H
#define GROUND_H

#include <stddef.h>
#include <stdint.h>
#include <sipcode.h>

#include "exchange/exchange.h"
#include "io/strbuf.h"

enum ground_id {
#define GROUND(name, kind, rfc, section) GROUND_##name,
#include "grounds/grounds.def"
#undef GROUND
	GROUNDS
};

enum ground_kind { GROUND_LED, GROUND_FACT, GROUND_NOT };

/* A value, or a number where text.s is NULL. */
struct said {
	struct sipcode_span text;
	uint64_t number;
};

/* A header field or another part of a message, with its value. */
struct evidence {
	const char *name; /* "Require", "Request-URI"; NULL: none */
	struct said said;
	const struct heard *in; /* the message that it stands in */
};

/* So many pieces of evidence; the last one is never seen. */
enum { GROUND_ARGS = 3, GROUND_EVIDENCE = 5 };

struct ground {
	enum ground_id id;
	struct said arg[GROUND_ARGS]; /* for %1, %2, %3 of the words */
	struct evidence evidence[GROUND_EVIDENCE];
	size_t evidences;
};

/* A text that no message has: put together of what they have. */
struct made;

/* { 0 } is empty; the owner gives it to grounds_free(). */
struct grounds {
	struct ground *ground;
	size_t n, room;
	struct made *made; /* what spans of the grounds point to */
};

/* Writes over *g what led to the last response of the transaction, whose
 * request is there: spans of the messages that are held.  One ground at least
 * if the code is one of the table; none for other codes. */
void grounds_find(struct grounds *g, const struct exchange *x,
                  const struct transaction *t, const struct heard *response);
/* Keeps a copy of the text as long as the grounds are. */
struct sipcode_span grounds_keep(struct grounds *g, const struct strbuf *text);
/* Empties them and keeps their memory. */
void grounds_reset(struct grounds *g);
void grounds_free(struct grounds *g);

enum ground_kind ground_kind(const struct ground *g);
/* "led", "fact" or "not": the same in every language. */
const char *ground_kind_name(const struct ground *g);
/* Adds the words in the language, without any secret. */
void ground_text(struct strbuf *b, const struct ground *g, int lang, int utf8);
/* Adds the source, "RFC 3261 section 8.2.2.3"; nothing if the log alone says
 * it. */
void ground_source(struct strbuf *b, const struct ground *g, int lang);
/* Adds a value or a number, without any secret, at most `max` bytes; more than
 * SAID_ALL are all. */
enum { SAID_ALL = 1 << 20 };
void said_text(struct strbuf *b, const struct said *s, size_t max, int utf8);

#endif
