/* sipcode.h - what libsipcode knows of SIP responses, and how to ask it.
 *
 * The library holds one constant table, made at build time from data/.  It
 * calls no stdio, no malloc and no locale function and has no writable data,
 * so that every function may be called from any thread and from a SIP stack.
 *
 * A row is one record of one set (a status code, a cause, an option tag ...)
 * in one language.  Rows are opaque and live as long as the program; fields
 * are asked for by enum, so that new ones never break a caller.  A field
 * holds zero or more values.  What is absent is "", 0 or NULL; nothing fails.
 */
#ifndef SIPCODE_H
#define SIPCODE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sipcode_row;

/* The record sets.  New ones are only ever added before SIPCODE_SETS. */
enum sipcode_set {
	SIPCODE_CLASSES,    /* 1xx to 6xx, RFC 3261 section 7.2 */
	SIPCODE_CODES,      /* status codes, registered and met in the field */
	SIPCODE_DUTIES,     /* header fields a response must, should, may carry */
	SIPCODE_RULES,      /* what proxies and forks do with a response */
	SIPCODE_VARIANTS,   /* older and other reason phrases */
	SIPCODE_PAIRS,      /* hand-written comparisons of two or more codes */
	SIPCODE_CAUSES,     /* Q.850 causes, and internal ones of products */
	SIPCODE_CONDITIONS, /* under which a cause mapping holds */
	SIPCODE_MAPPINGS,   /* status code to cause and back, per product */
	SIPCODE_WARNINGS,   /* warn-codes, RFC 3261 section 20.43 */
	SIPCODE_OPTIONS,    /* option tags of the IANA registry */
	SIPCODE_SIGHTINGS,  /* phrases that give away who made a response */
	SIPCODE_NOTES,      /* what one product makes of a code */
	SIPCODE_DISGUISES,  /* how products disguise a status code */
	SIPCODE_NUMBERS,    /* numbers in logs that are not status codes */
	SIPCODE_FLOWS,      /* ladder diagrams */
	SIPCODE_SETS
};

/* The fields; which set has which is answered by sipcode_column(). */
enum sipcode_field {
	SIPCODE_F_NONE,
	SIPCODE_F_ACTOR,
	SIPCODE_F_ALIAS,
	SIPCODE_F_CARRIED_IN,
	SIPCODE_F_CAUSE,
	SIPCODE_F_CLASS,
	SIPCODE_F_CODE,
	SIPCODE_F_DESCRIPTION,
	SIPCODE_F_DIFFERENCE,
	SIPCODE_F_DIRECTION,
	SIPCODE_F_DROP,
	SIPCODE_F_DUTIES,
	SIPCODE_F_EFFECT,
	SIPCODE_F_EFFECT_NOTE,
	SIPCODE_F_EFFECT_SOURCE,
	SIPCODE_F_FIRST,
	SIPCODE_F_FIX,
	SIPCODE_F_FLOWS,
	SIPCODE_F_FORM,
	SIPCODE_F_HEADER,
	SIPCODE_F_HTTP_PHRASE,
	SIPCODE_F_HTTP_SOURCE,
	SIPCODE_F_ID,
	SIPCODE_F_IF,
	SIPCODE_F_KIND,
	SIPCODE_F_LAST,
	SIPCODE_F_LEVEL,
	SIPCODE_F_LOCAL,
	SIPCODE_F_LOCAL_SOURCE,
	SIPCODE_F_LOOK,
	SIPCODE_F_MAPPINGS,
	SIPCODE_F_MEANING,
	SIPCODE_F_METHOD,
	SIPCODE_F_METHOD_NOTE,
	SIPCODE_F_METHOD_SOURCE,
	SIPCODE_F_NAME,
	SIPCODE_F_NATURE,
	SIPCODE_F_NOTE,
	SIPCODE_F_NOTES,
	SIPCODE_F_NUMBER,
	SIPCODE_F_OBSOLETE,
	SIPCODE_F_OFFSET,
	SIPCODE_F_OTHER,
	SIPCODE_F_PAIRS,
	SIPCODE_F_PHRASE,
	SIPCODE_F_PREFIX,
	SIPCODE_F_PRODUCT,
	SIPCODE_F_READ,
	SIPCODE_F_REFERENCE,
	SIPCODE_F_RESULT,
	SIPCODE_F_RETRY,
	SIPCODE_F_RETRY_NOTE,
	SIPCODE_F_RETRY_SOURCE,
	SIPCODE_F_RULES,
	SIPCODE_F_SEE,
	SIPCODE_F_SENT_BY,
	SIPCODE_F_SIGHTINGS,
	SIPCODE_F_SOURCE,
	SIPCODE_F_STANDARD,
	SIPCODE_F_STATUS,
	SIPCODE_F_STEP,
	SIPCODE_F_SUMMARY,
	SIPCODE_F_TAG,
	SIPCODE_F_TEXT,
	SIPCODE_F_TITLE,
	SIPCODE_F_UNCONFIRMED,
	SIPCODE_F_USE,
	SIPCODE_F_VARIANTS,
	SIPCODE_F_WARNING,
	SIPCODE_F_WHEN,
	SIPCODE_FIELDS
};

/* What the values of a field are. */
enum sipcode_type {
	SIPCODE_T_NUMBER, /* a whole number, 0 or more */
	SIPCODE_T_TEXT,   /* UTF-8, the same in every language */
	SIPCODE_T_PROSE,  /* UTF-8, written anew in every language */
	SIPCODE_T_LINK    /* another row */
};

/* One field of a set: its place in the order in which renderers show it. */
struct sipcode_column {
	enum sipcode_field field;
	enum sipcode_type type;
	int many; /* 1: holds a list; 0: at most one value */
};

/* Languages.  0 is English and is complete; every other one is too, or the
 * build fails.  `lang` below is 0 to sipcode_languages() - 1. */
int sipcode_languages(void);
const char *sipcode_language_tag(int lang);
/* The language of a tag such as "en", "vi" or "vi_VN.UTF-8" (the part before
 * '_', '.', '@' or '-' counts); -1 if there is none. */
int sipcode_language(const char *tag);

/* The columns of a set, in the order in which they are shown; past the last
 * one a column whose field is SIPCODE_F_NONE. */
struct sipcode_column sipcode_column(enum sipcode_set set, size_t i);
/* The name of a field or a set as in JSON, TSV and --field: [a-z_]+. */
const char *sipcode_field_name(enum sipcode_field field);
const char *sipcode_set_name(enum sipcode_set set);
/* The field of that name; SIPCODE_F_NONE if there is none. */
enum sipcode_field sipcode_field_named(const char *name, size_t len);

/* Rows of a set, in the order of their keys; NULL past the last one. */
size_t sipcode_rows(enum sipcode_set set);
const struct sipcode_row *sipcode_row(int lang, enum sipcode_set set,
                                      size_t i);
enum sipcode_set sipcode_row_set(const struct sipcode_row *row);
int sipcode_row_lang(const struct sipcode_row *row);
/* The place of the row in its set, 0 or more. */
size_t sipcode_row_index(const struct sipcode_row *row);

/* Values of a field.  i counts from 0 to sipcode_len() - 1; outside of it,
 * or of another type: "", 0 or NULL. */
size_t sipcode_len(const struct sipcode_row *row, enum sipcode_field field);
const char *sipcode_text(const struct sipcode_row *row,
                         enum sipcode_field field, size_t i);
unsigned long sipcode_number(const struct sipcode_row *row,
                             enum sipcode_field field, size_t i);
const struct sipcode_row *sipcode_link(const struct sipcode_row *row,
                                       enum sipcode_field field, size_t i);

/* Look-ups; NULL if there is none. */
const struct sipcode_row *sipcode_code(int lang, unsigned long code);
/* The class of a code from 100 to 699. */
const struct sipcode_row *sipcode_class(int lang, unsigned long code);
/* By the key of a set that is keyed by a number, or by a text (letters of
 * either case are equal). */
const struct sipcode_row *sipcode_by_number(int lang, enum sipcode_set set,
                                            unsigned long number);
const struct sipcode_row *sipcode_by_name(int lang, enum sipcode_set set,
                                          const char *name, size_t len);

/* Codes whose reason phrase, variant or sighting is that text, case, accents
 * and punctuation aside; ascending.  Stores at most max rows, returns how
 * many there are. */
size_t sipcode_by_phrase(int lang, const char *text, size_t len,
                         const struct sipcode_row **rows, size_t max);

/* Full-text search: rows that hold all n words (UTF-8; case and accents are
 * folded), best first, then in the order of sets and keys. */
struct sipcode_hit {
	const struct sipcode_row *row;
	enum sipcode_field field; /* where the best word stands */
	size_t item;              /* which value of that field */
	unsigned score;           /* 1 or more; higher is better */
};
size_t sipcode_search(int lang, char *const *words, size_t n,
                      struct sipcode_hit *hits, size_t max);

/* The registered codes of the same class nearest to an unknown code; at most
 * max, nearest first.  Returns how many were stored. */
size_t sipcode_nearest(int lang, unsigned long code,
                       const struct sipcode_row **rows, size_t max);
/* The row of the set whose field is closest in spelling to the text; NULL if
 * none is close (more than a third of the letters differ). */
const struct sipcode_row *sipcode_closest(int lang, enum sipcode_set set,
                                          enum sipcode_field field,
                                          const char *text, size_t len);
/* How many single letters have to be put in, left out, changed or swapped
 * with their neighbour to make b out of a; case aside, 64 letters at most. */
unsigned sipcode_distance(const char *a, size_t alen, const char *b,
                          size_t blen);

#ifdef __cplusplus
}
#endif
#endif
