/* roff.h - text as roff reads it, for manual pages. */
#ifndef ROFF_H
#define ROFF_H

#include <stdio.h>

/* Writes a text as lines, a sentence each, in which nothing is a request, an
 * escape or a sign that roff prints as another one.  Nothing is written of
 * "". */
void roff_line(FILE *out, const char *s);
/* The same as exactly one line, for displays, which keep their lines. */
void roff_row(FILE *out, const char *s);
/* Writes a text as one argument of a macro, in which nothing is a macro. */
void roff_argument(FILE *out, const char *s);
/* Writes a macro such as "Sh" or "It Sy" with a text as its one argument. */
void roff_macro(FILE *out, const char *macro, const char *s);
/* The same as many arguments, none of them the name of a macro: what
 * apropos shows has no quotes. */
void roff_words(FILE *out, const char *macro, const char *s);

#endif
