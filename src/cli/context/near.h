/* near.h - what may have been meant by a word of the command line that means
 * nothing. */
#ifndef NEAR_H
#define NEAR_H

#include <sipcode.h>

/* The option whose long name is nearest to the text, which may go on with
 * "=ARGUMENT", or that another program calls so; -1 if none is. */
int near_option(const char *text);
/* The field whose name is nearest; SIPCODE_F_NONE if none is. */
enum sipcode_field near_field(const char *text, size_t n);
/* The rule whose identifier is nearest, as finding_of_rule() counts them; -1
 * if none is. */
int near_rule(const char *text, size_t n);
/* The command that a word is a slip of, or another name for; -1 if none. */
int near_command(const char *text, size_t n);

#endif
