/* side.h - one side of an exchange: the header fields that are compared with
 * those of the other side, found by one walk over the message. */
#ifndef SIDE_H
#define SIDE_H

#include <sipcode.h>

#include "names.h"

/* In the order of their names. */
enum side_field {
	SIDE_ACCEPT,
	SIDE_ACCEPT_ENCODING,
	SIDE_ACCEPT_LANGUAGE,
	SIDE_ALLOW,
	SIDE_CALL_ID,
	SIDE_CONTACT,
	SIDE_CONTENT_DISPOSITION,
	SIDE_CONTENT_ENCODING,
	SIDE_CONTENT_LANGUAGE,
	SIDE_CONTENT_TYPE,
	SIDE_CSEQ,
	SIDE_EXPIRES,
	SIDE_FROM,
	SIDE_MIN_EXPIRES,
	SIDE_MIN_SE,
	SIDE_PROXY_REQUIRE,
	SIDE_RECORD_ROUTE,
	SIDE_RECV_INFO,
	SIDE_REFER_SUB,
	SIDE_REQUIRE,
	SIDE_RSEQ,
	SIDE_SESSION_EXPIRES,
	SIDE_SUPPORTED,
	SIDE_TIMESTAMP,
	SIDE_TO,
	SIDE_UNSUPPORTED,
	SIDE_VIA,
	SIDE_FIELDS
};

struct side_lines {
	struct sipcode_span first; /* the value of the first line */
	size_t next;               /* where the line behind it begins */
	size_t lines;              /* 0: the header field is not there */
};

struct side {
	const struct sipcode_message *message;
	struct sipcode_span method; /* of the request; may be empty */
	/* 1: what is not there was not sent: the message is complete and has
	 * the five header fields of every message. */
	int whole;
	struct side_lines field[SIDE_FIELDS];
};

/* Of a message that is cut, its last line, which may be cut, too, is left
 * out. */
void side_read(struct side *side, const struct sipcode_message *message);

int side_has(const struct side *side, enum side_field field);
/* The value of the first line; empty if there is none. */
struct sipcode_span side_value(const struct side *side, enum side_field field);
/* The number at the front of it; -1 if there is none, or more than ten
 * digits. */
long long side_number(const struct side *side, enum side_field field);
/* The same of any text. */
long long side_number_of(struct sipcode_span text);

/* The values of a header field, one after the other; those that are empty are
 * passed over. */
struct side_list {
	const struct side *side;
	enum side_field field;
	struct sipcode_cursor cursor;
	size_t lines; /* that are still to be read */
};
struct side_list side_list(const struct side *side, enum side_field field);
int side_next(struct side_list *list, struct sipcode_span *value);
/* 1 if one of the values reads so, letters of either case being equal. */
int side_lists(const struct side *side, enum side_field field,
               const char *word);

/* How many m= lines the session description in the body has; -1 if there is
 * none, or if that cannot be told. */
long side_media(const struct side *side);

#endif
