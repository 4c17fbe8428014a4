/* answer.h - what a command has found, ready to be shown in any format. */
#ifndef ANSWER_H
#define ANSWER_H

#include <stddef.h>
#include <sipcode.h>

enum { FIELDS_MAX = 32, NEAREST_MAX = 3, SEEN_MAX = 3 };

/* One thing that was asked for. */
struct item {
	const struct sipcode_row *row;      /* NULL for an unknown code */
	const struct sipcode_row *disguise; /* NULL if it came as it is */
	const char *typed;                  /* how it was asked for; or NULL */
	const struct sipcode_row *about;    /* of a product: this code alone */
	/* Of a code by its phrase: who is known to write it so. */
	const struct sipcode_row *seen[SEEN_MAX];
	size_t seens;
	/* Of an unknown code: itself, its class, and the registered codes
	 * nearest to it. */
	unsigned long number;
	const struct sipcode_row *class_row;
	const struct sipcode_row *near[NEAREST_MAX];
	size_t nears;
};

enum answer_kind {
	ANSWER_PAGES,  /* items in full */
	ANSWER_LIST,   /* items, a line each */
	ANSWER_HITS,   /* what a search has found */
	ANSWER_CHOICE, /* items of any sets that may have been meant */
	ANSWER_COMPARE /* items side by side */
};

/* How much of it is shown to a reader: what fits one screen, or all. */
enum content { CONTENT_ANSWER, CONTENT_WHOLE };

struct answer {
	enum answer_kind kind;
	int lang;
	enum sipcode_set set; /* of the items, also where there are none */
	const struct item *item;
	size_t items;
	const struct sipcode_hit *hit; /* for ANSWER_HITS, one an item */
	size_t most; /* of them that are shown as text; 0: all */
	/* For ANSWER_LIST: the columns, ended by SIPCODE_F_NONE; and the
	 * method that all of them answer, or NULL. */
	const enum sipcode_field *column;
	const char *heading;
	/* For ANSWER_COMPARE: the comparison written by hand that holds all
	 * items, and maybe other codes, or NULL; and those of some of the
	 * items, which are of use if that is NULL. */
	const struct sipcode_row *pair;
	const struct item *partial;
	size_t partials;
	enum content content; /* of pages of codes and comparisons */
	int all;              /* the other pages with their sources */
	/* If only some fields are asked for: which, and what ends an item
	 * where they stand bare. */
	const enum sipcode_field *field;
	size_t fields;
	char end;
};

/* Items that grow; { 0 } is none.  Their owner frees them. */
struct items {
	struct item *item;
	size_t items, room;
};

/* The first field that is asked for and that the i-th item cannot have;
 * SIPCODE_F_NONE if there is none.  Hits are of many kinds: what one lacks
 * is left empty. */
enum sipcode_field answer_lacks(const struct answer *a, size_t i);

/* An item that is a code which no row has, with what can be said of it. */
struct item item_unknown(int lang, unsigned long code);

void items_add(struct items *list, struct item item);
/* An item that is a row alone. */
void items_add_row(struct items *list, const struct sipcode_row *row);
void items_free(struct items *list);

#endif
