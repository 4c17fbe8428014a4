/* dress.h - status codes as people write and paste them. */
#ifndef DRESS_H
#define DRESS_H

#include <stddef.h>

struct dress {
	unsigned long code; /* 100 to 699 */
	size_t end;         /* behind the code and what closes behind it */
	int line;           /* 1: of a status line, "SIP/2.0 486" */
	int words;          /* 1: words stand before it, "error 486" */
};

/* A code at the front of the text, alone or behind words such as "error" or
 * "status=", within brackets or quotes.  Returns 0 if there is none. */
int dress_read(const char *s, size_t n, struct dress *d);
/* Judges a number and the text behind it: 0 if it is no code, 1 if it is one, 2
 * if its phrase follows. */
typedef int dress_judge(unsigned long code, const char *behind, size_t n);
/* 1 if the word before s[i] takes a number of its own: "port", "from". */
int dress_is_numbered(const char *s, size_t i);
/* The number in the text that is a status code, as far as one can tell: the one
 * before its phrase, else the one behind "code=" or the like, else the one that
 * stands alone.  0 if there is none, or more than one of these.  *surely is 0
 * for one that only stands alone. */
unsigned long dress_alone(const char *s, size_t n, dress_judge *judge,
                          int *surely);
/* 1 if what stands behind a number says that it counts something: "seconds". */
int dress_is_counted(const char *s, size_t n);
/* The text without blanks, brackets, quotes and marks around it. */
void dress_bare(const char **s, size_t *n);
/* 1 if the text speaks of HTTP, whose codes look the same. */
int dress_is_http(const char *s, size_t n);

#endif
