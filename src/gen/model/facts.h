/* facts.h - the facts in a sentence, which a translation says as often: words
 * with a digit, "=", "_" or "/", text in quotes, and the names of the data. */
#ifndef FACTS_H
#define FACTS_H

#include "io/intern.h"

/* Says what the translation does not hold as often as the English: NULL if
 * there is nothing, else a text of the arena.  Where a sentence begins, Date
 * or Server may be an ordinary word: there it counts only if it has to. */
const char *facts_differ(const struct intern *names, const char *english,
                         const char *translated);

#endif
