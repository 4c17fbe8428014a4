/* offers.h - what completions offer: lists of words, with a text on each, and
 * which of them an option or a command takes. */
#ifndef OFFERS_H
#define OFFERS_H

#include <stddef.h>

#include "emit/usage.h"
#include "model/model.h"

enum offer_list {
	OFFER_NONE,
	OFFER_COMMANDS,
	OFFER_CODES,
	OFFER_UNREGISTERED, /* the other codes */
	OFFER_CLASSES,
	OFFER_PHRASES,
	OFFER_CAUSES,
	OFFER_CAUSE_NAMES,
	OFFER_TAGS,
	OFFER_HEADERS,
	OFFER_TIMERS,
	OFFER_WARNINGS,
	OFFER_PRODUCTS,
	OFFER_ROUTES, /* what products are called in rules of failover */
	OFFER_NAMES,
	OFFER_TERMS,
	OFFER_SYMPTOMS,
	OFFER_FLOWS,
	OFFER_RULES,
	OFFER_FIELDS,
	OFFER_LANGUAGES,
	OFFER_TOPICS, /* of help, besides the commands */
	OFFER_LISTS
};

struct offer_word {
	const char *word;
	const char *text; /* at most one line; "" if there is none */
};

struct offer {
	struct offer_word *item;
	size_t items;
};

/* The name of a list in the scripts, and what each of its words is. */
const char *offer_name(enum offer_list list);
const char *offer_title(enum offer_list list);
/* The words of a list, each once, in the order of the data.  They are the
 * arena's. */
struct offer offer_words(const struct model *m, enum offer_list list);

enum { OFFER_MOST = 12 };

/* The operands of a command.  Each list of lists ends with OFFER_NONE. */
struct offer_operands {
	int files;
	enum offer_list first[OFFER_MOST]; /* of any word, also an empty one */
	enum offer_list more[OFFER_MOST];  /* of a word that is not empty */
	enum offer_list words[OFFER_MOST]; /* of one that is not only digits */
};

/* By the numbers of commands in usage.h. */
extern const struct offer_operands offer_operands[USAGE_COMMANDS];

/* The argument of an option: words of values.def or of lists. */
struct offer_argument {
	enum offer_list list[4]; /* ends with OFFER_NONE */
	int commas;              /* several, with commas between them */
	int again;               /* may be given several times */
};

/* By the numbers of options in usage.h. */
extern const struct offer_argument offer_arguments[USAGE_OPTIONS];

#endif
