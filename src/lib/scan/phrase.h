/* phrase.h - where the phrase of a response in a log begins and ends. */
#ifndef PHRASE_H
#define PHRASE_H

#include "names.h"
#include "scan/look.h"

/* The longest phrase that is read. */
enum { PHRASE_MAX = 512 };

/* Where a phrase that begins at s[from] ends.  Every phrase ends with its
 * line, an escaped line end, a quote or a column; this one also where one of
 * the words of the list begins, which are separated by tabs.  A bracket in
 * the list does not end one that holds pairs of it. */
size_t phrase_end(const struct look *t, size_t from, const char *close);
/* The same of the status line that begins at s[start]: a bracket, quote, comma
 * or bar before it ends it, too. */
size_t phrase_end_of_line(const struct look *t, size_t start, size_t from);

/* Takes blanks, and full stops behind it, off the phrase s[*from..to);
 * returns its length. */
size_t phrase_trim(const struct look *t, size_t *from, size_t to);

/* 1 if a character of a phrase stands at s[at], as JSON writes it: "\u00e9". */
int phrase_is_point(const struct look *t, size_t at);

/* 1 if a line of a box begins at s[at]: '|', U+2502 or its like. */
int phrase_is_bar(const struct look *t, size_t at);

#endif
