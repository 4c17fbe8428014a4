/* build.h - a message under construction: its lines and bytes as they come,
 * and where it ends. */
#ifndef BUILD_H
#define BUILD_H

#include <stddef.h>
#include <sipcode.h>

#include "wire/copy.h"

/* A message as it was on the wire; all that it points to is gone after the
 * call that hands it on. */
struct gathered {
	struct sipcode_message message;
	const struct places *places; /* of the bytes from message.all.s on */
	int told;    /* the log only tells of a response, without any message */
	int garbled; /* header fields may lack a part */
};

enum build_state { BUILD_NONE = 0, BUILD_HEAD, BUILD_BODY };

struct build {
	/* The caller's: called for each message, in the order of the log. */
	void (*each)(void *with, const struct gathered *message);
	void *with;
	int typed; /* an empty line ends a message without a length */
	/* Where it stands; NONE: there is no message. */
	enum build_state state;
	struct copy copy;
	/* Set by the caller once they are known. */
	int crlf;    /* its lines end in CR LF */
	int unsure;  /* the log may have left out bytes of the body */
	int no_body; /* what shows the message does not show the body so */
	int lossy;   /* ".." may be two bytes that the log did not show */
	int spaced;  /* an empty line stands behind each line */
	/* To be looked at. */
	unsigned fields; /* header fields so far */
	size_t need;     /* bytes of the body that are still to come; SIZE_MAX:
	                    nobody says how many */
	int fragment;    /* the body may hold start lines */
	/* Private: places in the copy. */
	size_t line;   /* where the line begins that is copied */
	size_t first;  /* where the header fields begin */
	size_t head;   /* where they end */
	size_t body;   /* where the body begins */
	size_t mark;   /* where a line begins that may be none of the message */
	size_t before; /* where the end of the last header field's line is */
	size_t last;   /* how long that line is */
	size_t longest;  /* and the longest of all */
	unsigned strays; /* lines in a row that are no header field */
	int gaps;        /* empty lines in a row */
	int complete;
	int garbled; /* set as well by who has seen a part left out */
};

/* Begins a message: the bytes of its start line come next. */
void build_begin(struct build *b);
void build_byte(struct build *b, char byte, struct place place);
/* The end of the start line. */
void build_start_end(struct build *b, const char *eol, struct place place);
/* The end of any line below: what has been copied of it is looked at. */
void build_line_end(struct build *b, const char *eol, struct place place);
/* 1 if bytes of a line have come and not its end. */
int build_within(const struct build *b);
/* A line of the log, s[0..n), stands between two of the message.  One may; two
 * in a row end it. */
void build_stray(struct build *b, const char *s, size_t n);
/* 1 if a line ends with what people and programs write for a part that they
 * have left out. */
int build_is_left_out(const char *s, size_t n);
/* The header fields end here, without an empty line. */
void build_head_end(struct build *b);
/* A byte of the body, and many that stand side by side: at most need. */
void build_body(struct build *b, char byte, struct place place);
void build_body_bytes(struct build *b, const char *s, size_t n,
                      struct place place);
/* 1 if the header fields promise a body that is a fragment of a message
 * (RFC 3420). */
int build_is_notify(struct build *b);
/* Hands on what there is. */
void build_finish(struct build *b);

#endif
