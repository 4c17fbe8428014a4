/* dress.h - how the lines of a message stand in a log: what stands before
 * each, and how they are written. */
#ifndef DRESS_H
#define DRESS_H

#include "wire/line/coding.h"
#include "wire/line/prefix.h"
#include "wire/line/view.h"

struct dress {
	struct prefix start;  /* what stands before the start line */
	struct prefix prefix; /* before the lines below it, once it is known */
	int known;
	int dissected;  /* the tree of a dissector, such as Wireshark's */
	int dumped;     /* bytes in hexadecimal, with a column of text */
	int block;      /* the header fields of a dissector, in quotes */
	int wrapped;    /* a text goes on over the ends of lines */
	int half;       /* a line has ended between CR and LF */
	int explicit;   /* the text has all its line ends written in it */
	char tail;      /* what stands at the end of each line; or NUL */
	char tail_told; /* what the start line has there */
	size_t front;   /* private: 1 more than where the first field begins */
	enum coding layer[2];
	char close[2];
};

/* Begins with the start line at v->s[at..end). */
void dress_start(struct dress *d, const struct view *v, size_t at, size_t end,
                 const struct coded *c);
/* Where the start line ends that seems to end there: not in its tail. */
size_t dress_end(const struct dress *d, const struct view *v, size_t end);
/* Finds out how a message is dressed by the first line below its start line.
 * Returns 1 if a header field stands there. */
int dress_learn(struct dress *d, const struct view *v);
/* The text of a line of the message: where it begins, how it is written.
 * Returns 0 if it is no line of the message. */
int dress_text(struct dress *d, const struct view *v, struct coded *c);
/* 1 if the line is deeper in the tree, or a remark of the dissector. */
int dress_skips(const struct dress *d, const struct view *v);
/* Texts of the lines below are written as this one. */
void dress_take(struct dress *d, const struct coded *c);
/* From here on the text is one of XML or HTML. */
void dress_as_markup(struct dress *d);
/* 1 if lines are copied as they stand. */
int dress_is_raw(const struct dress *d);

#endif
