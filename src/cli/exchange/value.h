/* value.h - parts of header fields' values: words, numbers, URIs. */
#ifndef VALUE_H
#define VALUE_H

#include <stdint.h>
#include <sipcode.h>

/* A span of a text that ends with a NUL. */
struct sipcode_span value_of(const char *s);
/* The span without white space at its ends. */
struct sipcode_span value_trim(struct sipcode_span v);
/* 1 if it is the word, letters of either case being equal. */
int value_is(struct sipcode_span v, const char *word);
/* 1 if it begins with the word, letters of either case being equal. */
int value_begins(struct sipcode_span v, const char *word);
/* 1 if the word stands anywhere in it, letters of either case being equal; a
 * word of more than 64 bytes is not looked for. */
int value_holds(struct sipcode_span v, struct sipcode_span word);
/* 1 if it ends with these bytes, which are some. */
int value_ends(struct sipcode_span v, struct sipcode_span end);
/* 1 if the bytes are the same; value_alike(): letters of either case being
 * equal. */
int value_same(struct sipcode_span a, struct sipcode_span b);
int value_alike(struct sipcode_span a, struct sipcode_span b);
/* The part before the first ';' outside of quotes and brackets. */
struct sipcode_span value_bare(struct sipcode_span v);
/* The whole number at its front, blanks aside; 0 if there is none or it has
 * more than 18 digits, else 1. */
int value_number(struct sipcode_span v, uint64_t *number);
/* Seconds since 1970 of a Date, "Fri, 25 Sep 2015 19:12:25 GMT"; 0 if it is
 * none, else 1. */
int value_date(struct sipcode_span v, int64_t *seconds);
/* A hash that is the same for the same bytes. */
uint64_t value_hash(struct sipcode_span v);
/* The same, but of any case: of texts that are alike. */
uint64_t value_hash_alike(struct sipcode_span v);

/* The URI in a From, To, Contact or Route, or the value itself where that is
 * one; without header parameters. */
struct sipcode_span value_uri(struct sipcode_span v);
/* Of a URI: the scheme ("sip"), the user without a password, host and port as
 * one, the host alone.  Empty if it has none. */
struct sipcode_span value_scheme(struct sipcode_span uri);
struct sipcode_span value_user(struct sipcode_span uri);
struct sipcode_span value_hostport(struct sipcode_span uri);
struct sipcode_span value_host(struct sipcode_span hostport);

/* The Request-URI of a request; empty for a response. */
struct sipcode_span value_request_uri(const struct sipcode_message *request);
/* The method of a request, from its request line; of a response, from CSeq. */
struct sipcode_span value_method(const struct sipcode_message *message);

#endif
