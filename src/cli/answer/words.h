/* words.h - the words of one language around the data. */
#ifndef WORDS_H
#define WORDS_H

#include <sipcode.h>

#include "labels.h"

const char *word_of(int lang, enum label label);
/* What a value such as "after-change" is called, for the fields whose values
 * are words of the schema (status, nature, retry, effect, other); "" if the
 * field is empty. */
const char *word_value(const struct sipcode_row *row, enum sipcode_field field);

/* 1 if the first value of the field is the word. */
int row_is(const struct sipcode_row *row, enum sipcode_field field,
           const char *word);

#endif
