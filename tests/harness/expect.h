/* expect.h - what a page should be, put together from the data as they stand
 * in the files and not as the program reads them. */
#ifndef EXPECT_H
#define EXPECT_H

#include "bytes.h"

/* Some texts, one behind the other. */
#define EXPECT(b, ...) \
	expect_all(b, (const char *const[]){ __VA_ARGS__, NULL })
void expect_all(struct bytes *b, const char *const *text);

/* The label of that name in English, which may stand in several lines of its
 * file; the test fails if there is none. */
void expect_label(struct bytes *b, const char *id);
/* The same as a string that stays good until the next call. */
const char *expected_label(const char *id);

#endif
