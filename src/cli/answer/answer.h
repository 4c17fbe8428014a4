/* answer.h - what a command has found, ready to be shown in any format. */
#ifndef ANSWER_H
#define ANSWER_H

#include <stddef.h>
#include <sipcode.h>

#include "out.h"

enum { FIELDS_MAX = 32 };

struct tally;
struct explained;

/* One thing that was asked for. */
struct item {
	const struct sipcode_row *row;      /* NULL for an unknown code */
	const struct sipcode_row *disguise; /* NULL if it came as it is */
	unsigned long number;               /* of the unknown code */
	const char *typed;                  /* where it came in disguise */
};

enum answer_kind {
	ANSWER_PAGES,   /* items in full */
	ANSWER_LIST,    /* items, a line each */
	ANSWER_HITS,    /* what a search has found */
	ANSWER_COMPARE, /* items side by side */
	ANSWER_FLOWS    /* items are flows */
};

struct answer {
	enum answer_kind kind;
	int lang;
	enum sipcode_set set; /* of the items, also where there are none */
	const struct item *item;
	size_t items;
	const struct sipcode_hit *hit; /* for ANSWER_HITS, one an item */
	/* For ANSWER_COMPARE: the comparison written by hand; or NULL. */
	const struct sipcode_row *pair;
	int brief;
	int all;
};

/* A format is one row of functions. */
struct format {
	const char *name;
	void (*show)(struct out *o, const struct answer *a);
	void (*tally)(struct out *o, const struct tally *t);
	/* One response of many; NULL after the last one. */
	void (*explained)(struct out *o, const struct explained *e, int first,
	                  int brief);
	void (*checked)(struct out *o, const struct explained *e, int first);
};

extern const struct format format_text, format_json, format_tsv;

/* The bare values of some fields, a line an item, ended by a newline or, for
 * xargs -0, by a NUL. */
void show_fields(struct out *o, const struct answer *a,
                 const enum sipcode_field *field, size_t fields, char end);

/* The columns by which a row of a set is listed, ended by SIPCODE_F_NONE. */
const unsigned char *list_columns(enum sipcode_set set);
/* A row in a few words: its number, tag, phrase or text. */
void row_title(struct out *o, const struct sipcode_row *row);

#endif
