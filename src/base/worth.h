/* worth.h - which texts are searched, and how much a word in them is worth: for
 * the index that the generator makes, and for the search. */
#ifndef WORTH_H
#define WORTH_H

#include <sipcode.h>

#include "names.h"

extern const unsigned char worth_of_set[SIPCODE_SETS];
extern const unsigned char worth_of_field[SIPCODE_FIELDS];

#endif
