/* found.h - what was found for the operands of a command. */
#ifndef FOUND_H
#define FOUND_H

#include "context/context.h"

/* { 0 } is nothing yet; its owner gives it to found_free(). */
struct found {
	struct items list; /* what was asked for */
	int status;        /* enum status */
	/* Rows that may have been meant, where it could be several. */
	struct items choice;
	/* What a search has found, one an item of `hits`; and whether that is
	 * what there is to show. */
	struct sipcode_hit *hit;
	struct items hits;
	int hits_only;
	unsigned counted; /* words that a hit may hold */
	int searched_all; /* 1: they are all the words that were typed */
	/* The heading of the list, or NULL; and whether the items, all of them,
	 * are lines of a list and no pages. */
	const char *heading;
	int lines;
	int named; /* 1: it was said that programs use the word as a name */
	/* The operands with a blank behind each, where each begins, and a copy
	 * that is cut into strings, into which items point: one allocation, in
	 * which `start` stands first. */
	char *joined, *typed;
	size_t *start;
};

/* Says that an operand was not found, and sets the status. */
void found_miss(struct context *c, struct found *f, const char *message,
                const char *operand);
/* The same of n bytes. */
void found_miss_n(struct context *c, struct found *f, const char *message,
                  const char *s, size_t n);
/* Adds an item; as text a row is shown once, however often it is named. */
void found_add(struct context *c, struct found *f, struct item item);
/* Shows the items as the answer; the worse of both statuses. */
int found_show(struct context *c, struct found *f, struct answer *a);
/* The same of items that the answer has already. */
int found_show_as(struct context *c, struct found *f, struct answer *a);
void found_free(struct found *f);

#endif
