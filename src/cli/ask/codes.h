/* codes.h - sets of codes such as "4xx,503,480-489,18x". */
#ifndef CODES_H
#define CODES_H

enum { CODES_END = 700 };

/* has[code] is 1 for the codes that are in it. */
struct codes {
	unsigned char has[CODES_END];
};

void codes_all(struct codes *set);
/* Adds codes, classes and ranges with commas or slashes between them to a set,
 * which { 0 } is empty.  Returns 0, or -1 if the text is anything else: then
 * some of it may have been added. */
int codes_add(struct codes *set, const char *text);
/* What --code says: all codes if text is NULL.  Returns 0 or -1 as above. */
int codes_of_option(struct codes *set, const char *text);

#endif
