/* mime.h - the parts of a message's body (RFC 5621). */
#ifndef MIME_H
#define MIME_H

#include <stddef.h>
#include <sipcode.h>

enum { MIME_PARTS = 16, MIME_DEEP = 4 };

struct mime_part {
	struct sipcode_span type;        /* without parameters; may be empty */
	struct sipcode_span disposition; /* Content-Disposition; may be empty */
	struct sipcode_span content;
	struct sipcode_span boundary; /* of a multipart; else empty */
	unsigned depth;               /* 0: the body itself */
	int optional;    /* 1: handling=optional, its own or of what holds it */
	int alternative; /* 1: one of several that mean the same */
};

/* The body first, then what it holds if it is a multipart. */
struct mime {
	struct mime_part part[MIME_PARTS];
	size_t n;
	int more; /* 1: there are others for which there was no room */
};

/* Writes over *p the parts of the body, spans of the message; none if it has
 * neither a body nor a Content-Type.  A body with a Content-Encoding is not
 * looked into. */
void mime_parts(const struct sipcode_message *m, struct mime *p);
/* 1 if it holds other parts. */
int mime_is_multipart(const struct mime_part *part);

#endif
