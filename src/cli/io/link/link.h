/* link.h - documents that a text refers to, and the pages where they can be
 * read: RFCs, with a section or without, and registries of IANA. */
#ifndef LINK_H
#define LINK_H

#include <stddef.h>

/* Bytes of a page's address, with the NUL. */
enum { LINK_URL = 160 };

/* The references of a text, one after the other. */
struct link {
	const char *from, *to; /* the present one; both the end: no more */
	const char *begin, *end;
	const char *word; /* "section" in the language of the text */
	const char *name; /* the number of the RFC, or the registry */
	size_t name_len;
	const char *part; /* the section, or the table of the registry */
	size_t part_len;  /* 0: the whole document */
	int rfc;
};

/* Goes to the first reference of s[0..n), which has to stay as it is. */
void link_begin(struct link *l, const char *s, size_t n, const char *word);
/* Goes to the next one.  "RFC 3261 section 8.2, 20.3" has two of them. */
void link_next(struct link *l);
/* The address of the page: letters, digits and ":/.#-" alone, at most
 * LINK_URL bytes with the NUL. */
void link_url(const struct link *l, char *url);

#endif
