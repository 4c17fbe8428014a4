/* translate.h - whether a translation stands: a record in another language
 * counts only as long as it says what the English says today. */
#ifndef TRANSLATE_H
#define TRANSLATE_H

#include "model/model.h"

/* The field that holds the mark of the English that a record translates. */
#define STAMP "Stamp"

/* The mark of an English record: 8 digits of 0-9a-f, in the arena. */
const char *translate_stamp(const struct rec *english);

/* Whether a record holds the stamp, the fields and the facts of the English
 * one; else that is reported by the name of the record, such as "Code 486". */
int translate_stands(const struct model *m, size_t lang, const char *name,
                     const struct rec *english, const struct rec *translated);

/* What stands in for a translation: the English text behind a sign in the
 * other language, in the arena. */
const char *translate_english(const struct model *m, size_t lang,
                              const char *english);

#endif
