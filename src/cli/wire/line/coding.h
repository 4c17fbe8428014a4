/* coding.h - how a text was put into a line of a log: escapes, of which one
 * layer may lie over another, and the quote that ends it. */
#ifndef CODING_H
#define CODING_H

#include <stddef.h>
#include <sipcode.h>

enum coding {
	CODING_NONE = 0,
	CODING_BACKSLASH, /* \r \n \" \\ \/ \u000d \x0d \015: JSON, C, Python */
	CODING_ENTITY,    /* &#13; &lt; <br>: XML, HTML */
	CODING_OCTAL,     /* #015: syslog daemons */
	CODING_CARET,     /* ^M: terminals and editors */
	CODING_PERCENT,   /* %0D: URLs */
	CODING_DOTS,      /* .. for CR LF: ngrep */
	CODING_MARKS,     /* <CR><LF>: programs that show what they print */
	CODING_QUOTED,    /* =3D: mail, with = where a line goes on */
	CODING_DOUBLED,   /* "" for a quote: CSV */
	CODING_NAMES      /* a blank for CR LF, before a header field */
};

/* A text as it is written in a line.  Begin with { 0 } and s, n and at. */
struct coded {
	const char *s; /* the line */
	size_t n;
	size_t at;            /* the byte that is read next */
	char rest[4];         /* private: of a character of several bytes */
	enum coding layer[2]; /* the outer one first */
	char close[2];        /* what ends the text in that layer; or NUL */
};

/* Reads the next byte.  Returns 0 at the end of the text, which is the end of
 * the line, or the quote. */
int coded_next(struct coded *c, char *byte);
/* The same without reading it; *behind is where the one after it begins. */
int coded_peek(const struct coded *c, char *byte, size_t *behind);
/* How a phrase is written that sipcode_scan() has found: as a string of JSON if
 * an escape of that is in it. */
enum coding coded_phrase_is(const char *s, size_t n);
/* The phrase as it was sent: where it stands, or read into `to`. */
enum { CODED_PHRASE = 512 };
struct sipcode_span coded_phrase(const char *s, size_t n,
                                 char to[CODED_PHRASE]);
/* 1 if bytes are read as they stand up to the end of the line. */
int coded_is_plain(const struct coded *c);

#endif
