/* sipcode.h - what libsipcode knows of SIP responses, and how to ask it.
 *
 * The library holds one constant table, made at build time from data/.  It
 * calls no stdio, no malloc and no locale function and has no writable data,
 * so that every function may be called from any thread, at any time and from a
 * SIP stack: there is nothing to set up and nothing to lock.
 *
 *     puts(sipcode_phrase(486));
 *
 * A row is one record of one set (a status code, a cause, an option tag ...)
 * in one language.  Rows are opaque and live as long as the program; fields
 * are asked for by enum, and the numbers of the enums never change: new ones
 * are appended.  A field holds zero or more values.
 *
 * Nothing fails.  What is absent is "", 0 or NULL, and so is the answer to a
 * row, a text or a message that is NULL and to a number that is out of its
 * range; a language out of its range counts as 0.  Every buffer is the
 * caller's; text that is returned belongs to the table or to the caller's
 * own bytes, and is never to be freed.
 *
 * A program that was built with one version runs with every later one of the
 * same SIPCODE_VERSION_MAJOR.  The structs that a caller owns have room for
 * what these may add: `room` is private, and the library sets it to 0 in what
 * it fills.  A caller who fills one himself begins with { 0 }.
 */
#ifndef SIPCODE_H
#define SIPCODE_H

#include <stddef.h>

/* The version of this header. */
#define SIPCODE_VERSION_MAJOR 1
#define SIPCODE_VERSION_MINOR 0
#define SIPCODE_VERSION_PATCH 0
#define SIPCODE_VERSION "1.0.0"
/* 10203 for 1.2.3, to be compared by the preprocessor. */
#define SIPCODE_VERSION_NUMBER                                                 \
	(SIPCODE_VERSION_MAJOR * 10000 + SIPCODE_VERSION_MINOR * 100 +         \
	 SIPCODE_VERSION_PATCH)
/* The day of the IANA registry that the codes were taken from. */
#define SIPCODE_DATA_DATE "2026-08-17"

#ifdef __cplusplus
extern "C" {
#endif

/* What is declared here is all that the shared library shows. */
#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(default)
#endif

/* The version of the library that runs, and the day of its data, as the
 * macros give those of the header. */
const char *sipcode_version(void);
const char *sipcode_data_date(void);

struct sipcode_row;

/* The record sets. */
enum sipcode_set {
	SIPCODE_CLASSES = 0, /* 1xx to 6xx, RFC 3261 section 7.2 */
	SIPCODE_CODES = 1,   /* status codes, registered and met in the field */
	SIPCODE_DUTIES = 2,  /* header fields that are due in a response */
	SIPCODE_RULES = 3,   /* what proxies and forks do with a response */
	SIPCODE_VARIANTS = 4, /* older and other reason phrases */
	SIPCODE_PAIRS = 5,  /* hand-written comparisons of two or more codes */
	SIPCODE_CAUSES = 6, /* Q.850 causes, and internal ones of products */
	SIPCODE_CONDITIONS = 7, /* under which a cause mapping holds */
	SIPCODE_MAPPINGS = 8,   /* status code to cause and back, per product */
	SIPCODE_WARNINGS = 9,   /* warn-codes, RFC 3261 section 20.43 */
	SIPCODE_OPTIONS = 10,   /* option tags of the IANA registry */
	SIPCODE_SIGHTINGS = 11, /* phrases that give away who made a response */
	SIPCODE_NOTES = 12,     /* what one product makes of a code */
	SIPCODE_DISGUISES = 13, /* how products disguise a status code */
	SIPCODE_NUMBERS = 14,   /* numbers in logs that are not status codes */
	SIPCODE_FLOWS = 15,     /* ladder diagrams */
	SIPCODE_PRACTICES = 16, /* what a code means where the field departs
	                         * from the standard */
	SIPCODE_HEADERS = 17,   /* header fields, and what they tell */
	SIPCODE_SYMPTOMS = 18,  /* what people see, and the codes behind it */
	SIPCODE_TIMERS = 19,    /* timers of the transactions and sessions */
	SIPCODE_SYNONYMS = 20,  /* other words for what the data say */
	SIPCODE_NAMES = 21,     /* names in programs that no rule makes */
	SIPCODE_FAILOVERS = 22, /* which response leads to the next route */
	SIPCODE_PRODUCTS = 23,  /* products, and all that is known of them */
	SIPCODE_TERMS = 24,     /* words of the trade, a line each */
	SIPCODE_LOCATIONS = 25, /* where a Q.850 cause was made, RFC 8606 */
	SIPCODE_SETS            /* grows with new sets */
};

/* The fields; which set has which is answered by sipcode_column(). */
enum sipcode_field {
	SIPCODE_F_NONE = 0,
	SIPCODE_F_ACTOR = 1,
	SIPCODE_F_ALIAS = 2,
	SIPCODE_F_CARRIED_IN = 3,
	SIPCODE_F_CAUSE = 4,
	SIPCODE_F_CLASS = 5,
	SIPCODE_F_CODE = 6,
	SIPCODE_F_DESCRIPTION = 7,
	SIPCODE_F_DIFFERENCE = 8,
	SIPCODE_F_DIRECTION = 9,
	SIPCODE_F_DROP = 10,
	SIPCODE_F_DUTIES = 11,
	SIPCODE_F_EFFECT = 12,
	SIPCODE_F_EFFECT_NOTE = 13,
	SIPCODE_F_EFFECT_SOURCE = 14,
	SIPCODE_F_FIRST = 15,
	SIPCODE_F_FIX = 16,
	SIPCODE_F_FLOWS = 17,
	SIPCODE_F_FORM = 18,
	SIPCODE_F_HEADER = 19,
	SIPCODE_F_HTTP_PHRASE = 20,
	SIPCODE_F_HTTP_SOURCE = 21,
	SIPCODE_F_ID = 22,
	SIPCODE_F_IF = 23,
	SIPCODE_F_KIND = 24,
	SIPCODE_F_LAST = 25,
	SIPCODE_F_LEVEL = 26,
	SIPCODE_F_LOCAL = 27,
	SIPCODE_F_LOCAL_SOURCE = 28,
	SIPCODE_F_LOOK = 29,
	SIPCODE_F_MAPPINGS = 30,
	SIPCODE_F_MEANING = 31,
	SIPCODE_F_METHOD = 32,
	SIPCODE_F_METHOD_NOTE = 33,
	SIPCODE_F_METHOD_SOURCE = 34,
	SIPCODE_F_NAME = 35,
	SIPCODE_F_NATURE = 36,
	SIPCODE_F_NOTE = 37,
	SIPCODE_F_NOTES = 38,
	SIPCODE_F_NOT_METHOD = 39,
	SIPCODE_F_OBSOLETE = 40,
	SIPCODE_F_OFFSET = 41,
	SIPCODE_F_OTHER = 42,
	SIPCODE_F_PAIRS = 43,
	SIPCODE_F_PHRASE = 44,
	SIPCODE_F_PREFIX = 45,
	SIPCODE_F_PRODUCT = 46,
	SIPCODE_F_READ = 47,
	SIPCODE_F_REFERENCE = 48,
	SIPCODE_F_RESULT = 49,
	SIPCODE_F_RETRY = 50,
	SIPCODE_F_RETRY_NOTE = 51,
	SIPCODE_F_RETRY_SOURCE = 52,
	SIPCODE_F_RULES = 53,
	SIPCODE_F_SEE = 54,
	SIPCODE_F_SENT_BY = 55,
	SIPCODE_F_SIGHTINGS = 56,
	SIPCODE_F_SOURCE = 57,
	SIPCODE_F_STANDARD = 58,
	SIPCODE_F_STATUS = 59,
	SIPCODE_F_STEP = 60,
	SIPCODE_F_SUMMARY = 61,
	SIPCODE_F_TAG = 62,
	SIPCODE_F_TEXT = 63,
	SIPCODE_F_TITLE = 64,
	SIPCODE_F_UNCONFIRMED = 65,
	SIPCODE_F_USE = 66,
	SIPCODE_F_VARIANTS = 67,
	SIPCODE_F_WARNING = 68,
	SIPCODE_F_WHEN = 69,
	SIPCODE_F_ALTERNATIVE = 70,
	SIPCODE_F_ASKS = 71,
	SIPCODE_F_CONDITION = 72,
	SIPCODE_F_PRACTICE = 73,
	SIPCODE_F_STUN_PHRASE = 74,
	SIPCODE_F_STUN_SOURCE = 75,
	SIPCODE_F_BACKGROUND = 76,
	SIPCODE_F_VERDICT = 77,
	SIPCODE_F_COMPACT = 78,
	SIPCODE_F_DEFAULT = 79,
	SIPCODE_F_EXPIRY = 80,
	SIPCODE_F_TIMER = 81,
	SIPCODE_F_WORDS = 82,
	SIPCODE_F_DISGUISES = 83,
	SIPCODE_F_EXCEPT = 84,
	SIPCODE_F_FAILOVERS = 85,
	SIPCODE_F_NAMES = 86,
	SIPCODE_F_NEAREST = 87,
	SIPCODE_F_NUMBERS = 88,
	SIPCODE_F_ROLE = 89,
	SIPCODE_F_TERM = 90,
	SIPCODE_F_NUMBER = 91,
	SIPCODE_F_LOCATION = 92,
	SIPCODE_FIELDS /* grows with new fields */
};

/* What the values of a field are. */
enum sipcode_type {
	SIPCODE_T_NUMBER = 0, /* a whole number, 0 or more */
	SIPCODE_T_TEXT = 1,   /* UTF-8, the same in every language */
	SIPCODE_T_PROSE = 2,  /* UTF-8, written anew in every language */
	SIPCODE_T_LINK = 3    /* another row */
};

/* One field of a set: its place in the order in which renderers show it. */
struct sipcode_column {
	enum sipcode_field field;
	enum sipcode_type type;
	int many; /* 1: holds a list; 0: at most one value */
	int room;
};

/* Languages.  0 is English and is complete; what another one lacks is there in
 * English, behind a sign.  `lang` below is 0 to sipcode_languages() - 1; any
 * other number is English. */
int sipcode_languages(void);
/* The tag of a language; "" if there is no such one. */
const char *sipcode_language_tag(int lang);
/* The language of a tag such as "en", "vi" or "vi_VN.UTF-8" (the part before
 * '_', '.', '@' or '-' counts); -1 if there is none, or no tag (NULL). */
int sipcode_language(const char *tag);

/* The columns of a set, in the order in which they are shown; past the last
 * one, and for a set that does not exist, a column whose field is
 * SIPCODE_F_NONE. */
struct sipcode_column sipcode_column(enum sipcode_set set, size_t i);
/* The column of a field; one whose field is SIPCODE_F_NONE if the set does
 * not have it. */
struct sipcode_column sipcode_column_of(enum sipcode_set set,
                                        enum sipcode_field field);
/* The name of a field or a set as in JSON, TSV and --field: [a-z_]+; "" for
 * SIPCODE_F_NONE and for what does not exist. */
const char *sipcode_field_name(enum sipcode_field field);
const char *sipcode_set_name(enum sipcode_set set);
/* The field of that name; SIPCODE_F_NONE if there is none, or no name
 * (NULL). */
enum sipcode_field sipcode_field_named(const char *name, size_t len);

/* Rows of a set, in the order of their keys; NULL past the last one.  A set
 * that does not exist has none. */
size_t sipcode_rows(enum sipcode_set set);
const struct sipcode_row *sipcode_row(int lang, enum sipcode_set set, size_t i);
/* The set of a row; SIPCODE_SETS for NULL. */
enum sipcode_set sipcode_row_set(const struct sipcode_row *row);
/* The language of a row; 0 for NULL. */
int sipcode_row_lang(const struct sipcode_row *row);
/* The place of the row in its set, 0 or more; 0 for NULL. */
size_t sipcode_row_index(const struct sipcode_row *row);

/* Values of a field.  i counts from 0 to sipcode_len() - 1; outside of it,
 * or of another type, or where row is NULL or the field does not exist: "", 0
 * or NULL. */
size_t sipcode_len(const struct sipcode_row *row, enum sipcode_field field);
const char *sipcode_text(const struct sipcode_row *row,
                         enum sipcode_field field, size_t i);
unsigned long sipcode_number(const struct sipcode_row *row,
                             enum sipcode_field field, size_t i);
const struct sipcode_row *sipcode_link(const struct sipcode_row *row,
                                       enum sipcode_field field, size_t i);

/* The registered reason phrase of a code, or the one that the field gives to
 * an unregistered one; "" if no row speaks of it. */
const char *sipcode_phrase(unsigned long code);
/* What a client that does not know the code must treat it as: 183 for a 1xx
 * but 100, else the x00 of its class (RFC 3261 section 8.1.3.2); 0 for a
 * number that is no status code. */
unsigned sipcode_treat_as(unsigned long code);

/* Look-ups; NULL if there is none. */
const struct sipcode_row *sipcode_code(int lang, unsigned long code);
/* The class of a code from 100 to 699. */
const struct sipcode_row *sipcode_class(int lang, unsigned long code);
/* By the key of a set that is keyed by a number, or of one that is keyed by
 * a text (letters of either case are equal). */
const struct sipcode_row *sipcode_by_number(int lang, enum sipcode_set set,
                                            unsigned long number);
const struct sipcode_row *sipcode_by_name(int lang, enum sipcode_set set,
                                          const char *name, size_t len);

/* 1 if the row, a code or a duty, holds in answer to the method of len bytes,
 * letters of either case being equal: "any" less what a code never answers, or
 * a list.  1 also where the row names no methods, and for NULL; else 0 for a
 * method that is NULL. */
int sipcode_answers(const struct sipcode_row *row, const char *method,
                    size_t len);

/* 1 if a mapping is that of the standard, RFC 3398, and not a product's. */
int sipcode_standard(const struct sipcode_row *mapping);

/* Codes whose reason phrase, variant, sighting or phrase in STUN is that text,
 * case, accents and punctuation aside; ascending.  Stores at most max rows,
 * returns how many there are. */
size_t sipcode_by_phrase(int lang, const char *text, size_t len,
                         const struct sipcode_row **rows, size_t max);

/* The sightings whose phrase is that text ("*" in it stands for anything) in
 * a response of that code.  One that differs from the registered phrase in case
 * and punctuation alone has to be there byte for byte.  Stores at most max
 * rows, returns how many there are. */
size_t sipcode_sightings(int lang, unsigned long code, const char *text,
                         size_t len, const struct sipcode_row **rows,
                         size_t max);
/* The older or other phrase of that code that reads as the len bytes of the
 * text do, case and punctuation aside; NULL if it has none. */
const struct sipcode_row *sipcode_variant(int lang, unsigned long code,
                                          const char *text, size_t len);

/* Full-text search: the rows that hold most of n words (UTF-8), best first,
 * then in the order of sets and keys.  Case, accents, hyphens and simple
 * English endings are folded, and the words of the synonyms count, too.  Rows
 * that belong to another one (a note to its code, a duty to its header field)
 * are found once for it.  The words may be of any language; the rows are always
 * of `lang`. */
enum { SIPCODE_MARKS = 4 };
struct sipcode_hit {
	const struct sipcode_row *row;
	const struct sipcode_row *owner; /* whose row it is; may be the row */
	enum sipcode_field field;        /* where most of the words stand */
	size_t item;                     /* which value of that field */
	unsigned score;                  /* 1 or more; higher is better */
	unsigned held; /* how many of the words the row holds */
	int together;  /* 1: all of them stand there side by side */
	int meant;     /* 1: people who say so mostly mean this code */
	/* Where the words stand in that value, in bytes, ascending; none in
	 * the text of another language. */
	struct {
		size_t at, n;
	} mark[SIPCODE_MARKS];
	size_t marks;
	size_t room[4];
};
/* Stores at most max hits and returns how many were stored.  *words_counted,
 * unless it is NULL, is set to how many words there are to be held: fewer than
 * were given if some of them are such as "the". */
size_t sipcode_search(int lang, char *const *words, size_t n,
                      struct sipcode_hit *hits, size_t max,
                      unsigned *words_counted);

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

/* How responses are written in logs: the forms, numbered from 0 on, which is
 * the status line, SIP/2.0 486 Busy Here.  Numbers change when forms are added;
 * of one that does not exist the words are "". */
enum { SIPCODE_STATUS_LINE = 0 };
unsigned sipcode_forms(void);
/* Whose form it is: "Asterisk"; "any" for the status line. */
const char *sipcode_form_product(unsigned form);
/* A line as it looks: Got SIP response NNN "PHRASE".  NNN stands for the code,
 * PHRASE for the phrase, METHOD for that of the request, ... for anything. */
const char *sipcode_form_look(unsigned form);
/* 1 if the form is loose: products write it beside the message itself, or
 * twice, so that who counts messages leaves it out. */
int sipcode_form_is_loose(unsigned form);

struct sipcode_match {
	unsigned code; /* 100 to 699 */
	unsigned form; /* 0 to sipcode_forms() - 1 */
	int loose;     /* 1: the form is loose */
	size_t start;  /* of the token that gave it away */
	size_t at;     /* of the three digits */
	size_t end;    /* behind the phrase and the digits, whichever is last */
	/* The first byte of the phrase, and its length; 0: no phrase.  It
	 * stands as the log wrote it: JSON may have "\u00e9" for a letter. */
	size_t phrase;
	size_t phrase_len;
	size_t room[4];
};

/* The first response in s[from..n): the first one whose three digits stand
 * there.  The text may hold any bytes and any number of lines, which end with
 * LF, CR or both.  What stands in the same line is looked at, too, 2,048 bytes
 * before and behind; the last line is taken as whole, even without a line
 * end.  Of a phrase 512 bytes are read at most.  Returns 1, or 0 if there is
 * none.  To look on behind a match, begin at its `end`; behind a loose one that
 * is not wanted, at `at` + 3, since another form may tell of the message in
 * the same line.  Request lines, Via, URLs, HTTP, byte counts and Q.850 causes
 * are no forms. */
int sipcode_scan(const char *s, size_t n, size_t from,
                 struct sipcode_match *match);

/* 1 if the status line at s[at] is the body of a NOTIFY (message/sipfrag,
 * RFC 3420), as far as the header fields before it in s tell: at the front of a
 * line up to 4,096 bytes, elsewhere up to 1,024. */
int sipcode_is_sipfrag(const char *s, size_t at);

/* Some bytes; these two members are all that it will ever have. */
struct sipcode_span {
	const char *s; /* not ended by a NUL */
	size_t n;
};

/* The method of the request that a match in s[0..n) answers, letters of either
 * case: by what its form says, or for a status line by the CSeq in its line or
 * below it, up to 4,000 bytes.  It is a part of s, or a constant where the form
 * is of one method.  Empty if there is none. */
struct sipcode_span sipcode_match_method(const char *s, size_t n,
                                         const struct sipcode_match *match);

/* ---- Messages ----------------------------------------------------------- */

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
	/* 1: the log may have left out bytes: that the body is short means
	 * nothing. */
	int body_unsure;
	size_t indent; /* private: blanks that a log has put before a line */
	size_t room[4];
};

/* The first message in s[from..n), whatever stands before it; a message goes
 * on to the end of its body by Content-Length; without one to the next start
 * line if it has a Content-Type, else it has no body.  Returns 1, or 0 if
 * there is none. */
int sipcode_message(const char *s, size_t n, size_t from,
                    struct sipcode_message *message);

/* A place among the header fields of a message.  { 0 } is before the first;
 * a walk takes one kind of step alone, and one name.  Its members are
 * private. */
struct sipcode_cursor {
	size_t at;                /* where the next header field may begin */
	int within;               /* 1: rest holds further values */
	struct sipcode_span rest; /* of a list */
	size_t room[2];
};

/* The next header field of a message; a folded one is one span that holds
 * its line ends.  Returns 0 past the last one.  All header fields cost one
 * pass over the message. */
int sipcode_next_header(const struct sipcode_message *message,
                        struct sipcode_cursor *cursor,
                        struct sipcode_span *name, struct sipcode_span *value);
/* The next value of the header fields of that name (full form; short forms
 * and any case are found too).  Lists with commas are several values, where
 * the header field is one that may be combined.  Returns 0 past the last
 * one. */
int sipcode_next_value(const struct sipcode_message *message, const char *name,
                       struct sipcode_cursor *cursor,
                       struct sipcode_span *value);
/* The first one. */
int sipcode_value(const struct sipcode_message *message, const char *name,
                  struct sipcode_span *value);
/* A parameter ";name=value" or, in a challenge, ",name=value" of a value;
 * quotes are taken off.  Returns 0 if it is not there. */
int sipcode_param(struct sipcode_span value, const char *name,
                  struct sipcode_span *param);
/* The method that the CSeq names; empty if there is none. */
struct sipcode_span sipcode_method(const struct sipcode_message *message);

/* What is wrong with a response. */
enum sipcode_problem {
	SIPCODE_LACKS = 0,      /* a header field that the standard demands */
	SIPCODE_BAD_CODE = 1,   /* the status code is not 100 to 699 */
	SIPCODE_BAD_LINE = 2,   /* a header line without a colon */
	SIPCODE_BAD_NUMBER = 3, /* a number that is none, or out of its range */
	SIPCODE_BAD_METHOD = 4, /* the code does not answer this method */
	SIPCODE_NO_TAG = 5,   /* To without tag, in another response than 100 */
	SIPCODE_BODY_CUT = 6, /* the body is shorter than Content-Length */
	/* Cut before the end of the header fields, or without any of SIP; no
	 * fault, but a note on what could not be judged. */
	SIPCODE_UNFINISHED = 7,
	/* Of a response against its request. */
	SIPCODE_VIA_DIFFERS = 8,  /* not its Via values in their order */
	SIPCODE_FROM_DIFFERS = 9, /* another URI or tag */
	SIPCODE_TO_DIFFERS = 10,  /* another URI, or another tag than it had */
	SIPCODE_CALL_ID_DIFFERS = 11,
	SIPCODE_CSEQ_DIFFERS = 12,         /* another number or method */
	SIPCODE_TIMESTAMP_DIFFERS = 13,    /* in a 100 */
	SIPCODE_NO_RECEIVED = 14,          /* rport is filled in without it */
	SIPCODE_RECORD_ROUTE_DIFFERS = 15, /* its values are not the last ones,
	                                    * in their order */
	SIPCODE_CONTACT_NOT_SIPS = 16,     /* where the request uses SIPS */
	SIPCODE_NO_SESSION = 17,   /* neither offer nor answer in a 2xx */
	SIPCODE_MEDIA_DIFFER = 18, /* another number of m= lines than offered */
	SIPCODE_REQUIRE_UNSUPPORTED = 19,      /* what it does not support */
	SIPCODE_UNSUPPORTED_NOT_REQUIRED = 20, /* of a 420 */
	SIPCODE_RECV_INFO_UNASKED = 21,
	SIPCODE_ALLOW_LISTS_METHOD = 22, /* which the 405 refuses */
	SIPCODE_ACCEPT_LISTS_TYPE = 23,  /* which the 415 refuses */
	SIPCODE_INTERVAL_NOT_BRIEF = 24, /* which the 423 refuses */
	SIPCODE_MIN_EXPIRES_LOW = 25,    /* not above what was asked for */
	SIPCODE_EXPIRES_LONGER = 26,     /* than SUBSCRIBE asks for */
	SIPCODE_MIN_SE_LOW = 27,         /* not above what was asked for */
	SIPCODE_SESSION_LONGER = 28,     /* Session-Expires than asked for */
	SIPCODE_SESSION_SHORTER = 29,    /* Session-Expires than Min-SE */
	SIPCODE_REFRESHER_DIFFERS = 30,  /* uas, where uac was asked for */
	SIPCODE_PROBLEMS
};

/* So many findings of a problem, other than SIPCODE_LACKS, are told of a
 * response one by one; of the rest only how many there are. */
enum { SIPCODE_FINDINGS_SAME = 100 };

struct sipcode_finding {
	enum sipcode_problem problem;
	int must;                       /* 1: MUST is broken; 0: SHOULD */
	const struct sipcode_row *duty; /* for SIPCODE_LACKS */
	struct sipcode_span at;         /* the bytes that it is about */
	size_t more; /* of the last one told: how many more there are */
	size_t room[2];
};

/* Judges a response; stores at most max findings and returns how many there
 * are, which does not depend on max: in the order of their places, at one
 * place in that of their identifiers.  Of an unfinished message no header field
 * is missed, and nothing is said of its last line, which may be cut. */
size_t sipcode_check(int lang, const struct sipcode_message *message,
                     struct sipcode_finding *findings, size_t max);

/* Judges a response against the request that it answers, as far as these two
 * messages show it: both as one element sent and received them, so that the Via
 * values are the same.  Only what sipcode_check() does not find is told.  Every
 * `at` is of the response: the value that is wrong, the start line where
 * something is missing.  Stores at most max findings and returns how many there
 * are, which does not depend on max: in the order of their places, at one place
 * in that of their identifiers.  0 also if a message is NULL or of the wrong
 * kind, and for ACK, which nothing answers.  What is not there is missed only
 * if both messages are complete and have Via, From, To, Call-ID and CSeq. */
size_t sipcode_check_exchange(int lang, const struct sipcode_message *request,
                              const struct sipcode_message *response,
                              struct sipcode_finding *findings, size_t max);

/* The identifier of the rule that is broken, which is the same in all
 * versions: "bad-line", or "missing-" with the name of a header field in small
 * letters, "missing-www-authenticate".  Stores at most size bytes, the last one
 * a NUL, and returns its length; "" for NULL and for no problem. */
size_t sipcode_rule_id(const struct sipcode_finding *finding, char *id,
                       size_t size);

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif

#ifdef __cplusplus
}
#endif
#endif
