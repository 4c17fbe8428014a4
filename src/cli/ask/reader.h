/* reader.h - the reader of operands at work. */
#ifndef READER_H
#define READER_H

#include "ask/found.h"
#include "names/names.h"

/* Part of the operands, with a blank between each two; no NUL ends it. */
struct text {
	const char *s;
	size_t n;
};

struct reader {
	struct context *c;
	struct found *f;
	size_t from; /* the operand that is to be read */
	size_t end;  /* behind the words that stand there: the next operand that
	              * is a code by its form, or the last one */
	int codes;   /* 1: codes are asked for, and nothing else */
	/* Adds the rows that a text names, by the rows of the table that have
	 * some; the first kinds come first. */
	void (*names)(const struct reader *r, struct named *names,
	              struct text t);
};

/* The operands from..end, with their quotes and brackets. */
struct text reader_text(const struct reader *r, size_t from, size_t end);
/* The same as a string that lives as long as the items. */
const char *reader_typed(const struct reader *r, size_t from, size_t end);

/* Adds a row that was typed so. */
void reader_add(struct reader *r, const struct sipcode_row *row,
                const char *typed);
/* Notes for the last item, if it is that code, who is known to send it with
 * this phrase. */
void reader_mark_seen(struct reader *r, unsigned long code, struct text phrase);
/* "MESSAGE: 'cause 17'" on stderr. */
void reader_note(const struct reader *r, const char *message,
                 const struct sipcode_row *row);
/* "there is also: 'sipcode header Path'" on stderr. */
void reader_note_other(const struct reader *r, const struct sipcode_row *row);
/* Says which code was taken from a text. */
void reader_taken(const struct reader *r, unsigned long code);

/* A form tries to read the operand r->from and those behind it.  Returns how
 * many it has read, 0 if they are not of this form. */
typedef size_t form_reader(struct reader *r);

form_reader form_of_product; /* "livekit 400", "jambonz no-answer" */
form_reader form_several;    /* "403 or 404", one operand */
form_reader form_code;       /* "403", "[403]", "SIP/2.0 403 Forbidden" */
form_reader form_log;        /* a line that the matcher reads */
form_reader form_names;      /* all that has a name */
form_reader form_phrase;     /* "Bad Request - Missing To header" */
form_reader form_method;     /* "REGISTER" */
form_reader form_product;    /* "Kamailio" */
form_reader form_term;       /* "AOR" */
form_reader form_noted;      /* a line of a log that a note quotes */
form_reader form_disguise;   /* "170489", a number of a product */
form_reader form_class;      /* "4xx" */
struct codes;
/* Adds a line for each registered code of the set; returns 1. */
size_t form_codes(struct reader *r, const struct codes *set, const char *typed);

form_reader form_range;    /* "480-489", "40x", "403,404" */
form_reader form_symptom;  /* "call drops after 32 seconds" */
form_reader form_constant; /* the one constant in a text */
form_reader form_quoted;   /* the one phrase between delimiters of a text */
form_reader form_alone;    /* the one number in a text */
form_reader form_number;   /* the one number of a product in a text */
form_reader form_cause;    /* the one cause in a text, behind that word */
form_reader form_search;   /* the best hits */

/* Adds what the rows that a text names lead to: one of them, or several to
 * choose from. */
void form_weigh(struct reader *r, struct named *names, struct text t,
                const char *typed);

/* The first row that has the text as its name, letter by letter; names->rows if
 * none has. */
size_t named_exact(const struct named *names, struct text t);
/* Takes the names in programs out of the others.  Those that are written to the
 * letter win over what is only alike; else they are mentioned.  Returns 1 if
 * they were all that was to be said. */
int listed_weigh(struct reader *r, struct named *names, struct text t,
                 const char *typed);
/* Says that programs use the text as a name, if that is not among the items
 * from `items` on, and nobody has said so. */
void listed_note(struct reader *r, struct text t, size_t items);

/* 1 if the operand is a code by its form: then it ends the words before it. */
int form_begins(const char *s);
/* Says which command may have been meant, or if there may be slips, which name;
 * returns 0 if nothing is near. */
int reader_suggest(struct context *c, const char *s, size_t n, int slips);
/* Says which command may have been meant where codes follow its name; returns 0
 * if there is none. */
int reader_suggest_command(struct reader *r);

#endif
