/* context.h - one run of the program: its streams, options and operands, and
 * how it complains. */
#ifndef CONTEXT_H
#define CONTEXT_H

#include <stddef.h>
#include <stdint.h>
#include <sipcode.h>

#include "answer/answer.h"
#include "answer/format.h"
#include "context/grammar.h"
#include "io/out.h"
#include "io/term.h"

/* Exit status; EXIT STATUS of the manual has the same table. */
enum status {
	STATUS_FOUND = 0,   /* all that was asked for was found */
	STATUS_MISSING = 1, /* something was not; the rest is printed */
	STATUS_TROUBLE = 2  /* usage, input or output */
};

enum { RULES_MAX = 16, IGNORES_MAX = 16 };

struct options {
	unsigned long given; /* a bit an option */
	const struct format *format;
	int markdown; /* 1: text, as Markdown */
	enum when color, hyperlink;
	int lang;   /* -1: from the environment */
	long width; /* -1: from the terminal */
	enum sipcode_field field[FIELDS_MAX];
	size_t fields;
	unsigned long sip;
	const char *code, *style, *by;
	const char *fail_if[RULES_MAX];
	size_t fail_ifs;
	const char *ignore[IGNORES_MAX]; /* lists, as they were typed */
	size_t ignores;
};

struct context {
	struct out out;
	struct out err;
	int in; /* a descriptor, the caller's */
	int lang;
	int command; /* enum command, or -1 before it is known */
	int named;   /* 1: the command stood on the command line */
	struct options options;
	char **operand; /* of argv */
	size_t operands;
};

/* Was the option given? */
int context_given(const struct context *c, enum option_id option);
/* 1 if a person reads the answer: text, and not fields of it. */
int context_is_read(const struct context *c);
/* How much to show: what -b or -a says, else the answer on a terminal, and
 * elsewhere the whole. */
enum content context_content(const struct context *c);
/* Shows the answer in the format that was asked for: an empty one only to a
 * program, none at all where --quiet is given.  Returns STATUS_FOUND, or
 * STATUS_TROUBLE if --field names one that an item does not have: it is left
 * out. */
int context_show(struct context *c, struct answer *a);

/* "sipcode: MESSAGE: 'SUBJECT'" on stderr; the subject, which may be NULL,
 * is escaped. */
void context_say(struct context *c, const char *message, const char *subject,
                 size_t len);
/* The same for what was not found; --quiet leaves it to the status. */
void context_note(struct context *c, const char *message, const char *subject,
                  size_t len);
/* The same for a mistake in the call, with a line that points at --help.
 * Returns STATUS_TROUBLE. */
int context_misuse(struct context *c, const char *message, const char *subject);
/* The same, and in place of that line what to do instead, "LEAD: 'INSTEAD'". */
int context_instead(struct context *c, const char *message, const char *subject,
                    const char *lead, const char *instead);
/* "sipcode: NAME: No such file or directory".  Returns STATUS_TROUBLE. */
int context_file(struct context *c, const char *name, int error);
/* "sipcode: NAME:LINE: MESSAGE".  Returns STATUS_TROUBLE. */
int context_line(struct context *c, const char *name, uint64_t line,
                 const char *message);

#endif
