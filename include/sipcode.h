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
	SIPCODE_CLASSES,  /* 1xx to 6xx, RFC 3261 section 7.2 */
	SIPCODE_CODES,    /* status codes, registered and met in the field */
	SIPCODE_DUTIES,   /* header fields a response must, should, may carry */
	SIPCODE_RULES,    /* what proxies and forks do with a response */
	SIPCODE_VARIANTS, /* older and other reason phrases */
	SIPCODE_PAIRS,    /* hand-written comparisons of two or more codes */
	SIPCODE_CAUSES,   /* Q.850 causes, and internal ones of products */
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
	SIPCODE_F_NOT_METHOD,
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
const struct sipcode_row *sipcode_row(int lang, enum sipcode_set set, size_t i);
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

/* The sightings whose phrase is that text ("*" in it stands for anything) in
 * a response of that code; stores at most max rows, returns how many there
 * are. */
size_t sipcode_sightings(int lang, unsigned long code, const char *text,
                         size_t len, const struct sipcode_row **rows,
                         size_t max);

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

/* ---- Responses in logs ------------------------------------------------- */

/* How a response is written in a log. */
enum sipcode_form {
	SIPCODE_STATUS_LINE, /* SIP/2.0 486 Busy Here, wherever it stands */
	SIPCODE_TSHARK,      /* SIP ... Status: 486 Busy Here */
	SIPCODE_LIVEKIT,     /* sip status: 486: Busy Here */
	SIPCODE_RESIP,       /* SipResp: 486 ... */
	SIPCODE_ASTERISK,    /* Got SIP response 486 "Busy Here" */
	SIPCODE_ACC,         /* ...code=486;reason=Busy Here;... */
	SIPCODE_ZEEK,        /* "status_code":486,"status_msg":"Busy Here" */
	SIPCODE_FORMS
};

struct sipcode_match {
	unsigned code; /* 100 to 699 */
	enum sipcode_form form;
	size_t start;  /* of the token that gave it away */
	size_t end;    /* behind the phrase */
	size_t phrase; /* its first byte, and its length; 0: no phrase */
	size_t phrase_len;
};

/* The first response in s[from..n).  The text may hold any bytes and any
 * number of lines; of its first line s[0..from) is looked at too.  The last
 * line counts as whole.  Returns 1, or 0 if there is none.  The forms are
 * those that cannot be anything else: request lines, Via, URLs, HTTP, byte
 * counts and Q.850 causes are none. */
int sipcode_scan(const char *s, size_t n, size_t from,
                 struct sipcode_match *match);

/* 1 if the status line at s[at] is the body of a NOTIFY (message/sipfrag,
 * RFC 3420), as far as the header fields above it in s tell. */
int sipcode_is_sipfrag(const char *s, size_t at);

/* ---- Messages ----------------------------------------------------------- */

struct sipcode_span {
	const char *s; /* not ended by a NUL */
	size_t n;
};

/* A message as it stands in the caller's bytes. */
struct sipcode_message {
	struct sipcode_span all;     /* from the start line to its end */
	struct sipcode_span start;   /* the start line, without its end */
	struct sipcode_span phrase;  /* of a response; may be empty */
	struct sipcode_span headers; /* the lines below, with their ends */
	struct sipcode_span body;
	unsigned code; /* 100 to 699; 0: a request or a malformed code */
	int request;   /* 1: the start line is one of a request */
	int complete;  /* 1: the empty line below the headers is there */
	int body_cut;  /* 1: Content-Length promises more than there is */
	size_t indent; /* blanks that a log has put before every line */
};

/* The first message in s[from..n), whatever stands before it; a message goes
 * on to the end of its body by Content-Length; without one to the next start
 * line if it has a Content-Type, else it has no body.  Returns 1, or 0 if
 * there is none. */
int sipcode_message(const char *s, size_t n, size_t from,
                    struct sipcode_message *message);

/* The i-th header field, from 0, of a message; a folded one is one span that
 * holds its line ends.  Returns 0 past the last one. */
int sipcode_header(const struct sipcode_message *message, size_t i,
                   struct sipcode_span *name, struct sipcode_span *value);
/* The i-th value of the header fields of that name (full form; short forms
 * and any case are found too).  Lists with commas are several values, where
 * the header field is one that may be combined.  Returns 0 past the last. */
int sipcode_value(const struct sipcode_message *message, const char *name,
                  size_t i, struct sipcode_span *value);
/* A parameter ";name=value" or, in a challenge, ",name=value" of a value;
 * quotes are taken off.  Returns 0 if it is not there. */
int sipcode_param(struct sipcode_span value, const char *name,
                  struct sipcode_span *param);
/* The method that the CSeq names; empty if there is none. */
struct sipcode_span sipcode_method(const struct sipcode_message *message);

/* What is wrong with a response. */
enum sipcode_problem {
	SIPCODE_LACKS,      /* a header field that the standard demands */
	SIPCODE_BAD_START,  /* the start line is no status line */
	SIPCODE_BAD_CODE,   /* the status code is not 100 to 699 */
	SIPCODE_BAD_LINE,   /* a header line without a colon */
	SIPCODE_BAD_NUMBER, /* a number that is none, or out of its range */
	SIPCODE_BAD_METHOD, /* the code does not answer this method */
	SIPCODE_NO_TAG,     /* To without tag, in another response than 100 */
	SIPCODE_BODY_CUT,   /* the body is shorter than Content-Length */
	SIPCODE_UNFINISHED, /* cut before the end of the header fields */
	SIPCODE_PROBLEMS
};

struct sipcode_finding {
	enum sipcode_problem problem;
	int must;                       /* 1: MUST is broken; 0: SHOULD */
	const struct sipcode_row *duty; /* for SIPCODE_LACKS */
	struct sipcode_span at;         /* the bytes that it is about */
};

/* Judges a response; stores at most max findings and returns how many there
 * are.  Of an unfinished message no header field is missed. */
size_t sipcode_check(int lang, const struct sipcode_message *message,
                     struct sipcode_finding *findings, size_t max);

#ifdef __cplusplus
}
#endif
#endif
