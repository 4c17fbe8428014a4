/* format.h - a format is one row of functions: all that commands know of how
 * their answers are shown. */
#ifndef FORMAT_H
#define FORMAT_H

#include <stddef.h>
#include <stdint.h>

struct answer;
struct call;
struct explained;
struct meaning;
struct out;
struct overview;
struct tally;

/* A function that a format lacks is NULL: no command that needs it takes the
 * format (options.def). */
struct format {
	const char *name;
	/* 1: for a person: in the language of the environment, and silent
	 * where nothing was found; 0: for a program. */
	int for_people;
	int utf8; /* 1: UTF-8, whatever the stream */
	void (*show)(struct out *o, const struct answer *a);
	void (*tally)(struct out *o, const struct tally *t);
	/* One response of many; NULL after the last one.  first: none has been
	 * shown before. */
	void (*explained)(struct out *o, const struct explained *e, int first,
	                  int brief);
	/* What stands before the first response of several transactions;
	 * NULL: nothing does. */
	void (*overview)(struct out *o, const struct overview *v);
	/* What stands behind the last response: so many were left out. */
	void (*left_out)(struct out *o, int lang, uint64_t n);
	/* The ladder of a call; first: none has been drawn before. */
	void (*ladder)(struct out *o, int lang, const struct call *c,
	               int first);
	/* Its findings alone; only of responses that have some. */
	void (*checked)(struct out *o, const struct explained *e, int first);
	/* Bytes of a log as they are, or with the meaning of a response. */
	void (*copied)(struct out *o, const char *s, size_t n);
	void (*annotated)(struct out *o, const struct meaning *m, const char *s,
	                  size_t n);
	/* The meaning alone, to stand before the brace that closes an
	 * object. */
	void (*member)(struct out *o, const struct meaning *m);
};

#endif
