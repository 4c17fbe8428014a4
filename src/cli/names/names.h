/* names.h - rows that are called exactly so. */
#ifndef NAMED_H
#define NAMED_H

#include <sipcode.h>

enum { NAMED_MAX = 64 };

/* Rows that a text is a name of, each once. */
struct named {
	int lang;
	const struct sipcode_row *row[NAMED_MAX];
	size_t rows;
	size_t registered; /* of the first rows: codes by their own phrase */
	int value; /* 1: the first rows are those of a header field's value */
	int official; /* 1: the first row has this very name in Q.850 */
	/* What names them, where that is not all of the text: "BUSY" of
	 * "AST_CAUSE_BUSY"; else NULL. */
	const char *core;
	size_t core_n;
};

/* Each adds the rows that s[0..n) names. */
typedef void name_reader(struct named *names, const char *s, size_t n);

name_reader name_phrase;   /* of a code, registered or old, or a sighting's */
name_reader name_cause;    /* "USER_BUSY", "Q.850;cause=17", "cause=17" */
name_reader name_reason;   /* a Reason header field of any protocol */
name_reader name_option;   /* an option tag, or a header field that lists one */
name_reader name_warning;  /* a phrase of a warn-code, a Warning header field */
name_reader name_header;   /* a header field, with its value or without */
name_reader name_timer;    /* "timer B", "T1" */
name_reader name_constant; /* "PJSIP_SC_BUSY_HERE", "AST_CAUSE_USER_BUSY" */
name_reader name_number;   /* what a product calls a number of its own */
name_reader name_key;      /* the key of a record, as a search prints it */
name_reader name_listed;   /* a name of a program that no rule makes */
name_reader name_product;  /* a product, by any of its names */
name_reader name_term;     /* a word of the trade */

/* How much of a constant says where it comes from: 9 of "PJSIP_SC_OK". */
size_t name_origin(const char *s, size_t n);
/* The registered codes whose phrase has these words. */
void names_within(struct named *names, const char *s, size_t n);

/* The names in programs that read so. */
void names_listed(struct named *names, const char *s, size_t n);
/* The symptoms that have this title or wording in any language. */
void names_symptom(struct named *names, const char *s, size_t n);
/* The codes that people mean by this wording, most likely first. */
void names_meant(struct named *names, const char *s, size_t n);

/* The method of that name, as the standard writes it; NULL if it is none. */
const char *name_method(const char *s, size_t n);
/* The method that may have been meant by that slip; NULL if there is none. */
const char *near_method(const char *s, size_t n);

#endif
