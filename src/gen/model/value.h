/* value.h - the form of a single value: numbers, words, sources, ASCII. */
#ifndef VALUE_H
#define VALUE_H

#include <stddef.h>

#include "io/rec.h"
#include "model/model.h"

/* Reports what is wrong with the form of a fact or of English prose, at most
 * one thing, and returns 0; 1 if nothing is. */
int value_judge(const struct column *c, const struct rec *r,
                const struct rec_field *f);

/* A whole number without sign or leading zero, from 0 to 10^9 - 1, into *n.
 * Returns 1, or 0 if s is none; what *n is then means nothing. */
int value_digits(const char *s, unsigned long *n);

/* English is ASCII, so that it is readable in every locale, but for the
 * section sign, which value_spell() makes a word.  Returns 1 if s is so. */
int value_is_plain(const char *s);

/* In the table the section sign is a word of the language: "RFC 3261 section
 * 21.4.16", which every terminal can show and everybody can grep for.  The
 * word is NULL where its label is missing.  Returns s itself if there is no
 * sign in it, else memory of the arena. */
const char *value_spell(const char *s, const char *section);

#endif
