/* strbuf.h - text under construction, which grows. */
#ifndef STRBUF_H
#define STRBUF_H

#include <stddef.h>
#include <stdint.h>

/* { 0 } is an empty one; its owner gives it to strbuf_free(). */
struct strbuf {
	char *s; /* NULL as long as nothing was added; else ended by a NUL */
	size_t len;
	size_t room;
};

/* The text: good until the next change, "" if there is none. */
const char *strbuf_text(const struct strbuf *b);
/* Empties it and keeps its memory. */
void strbuf_reset(struct strbuf *b);
void strbuf_free(struct strbuf *b);

void strbuf_add(struct strbuf *b, const char *s);
void strbuf_bytes(struct strbuf *b, const char *s, size_t n);
void strbuf_number(struct strbuf *b, uint64_t n);
/* n words with a blank between them. */
void strbuf_words(struct strbuf *b, char *const *word, size_t n);
/* Text from outside by visible.h. */
void strbuf_escaped(struct strbuf *b, const char *s, size_t n, int utf8);
/* The same with white space as one blank. */
void strbuf_outside(struct strbuf *b, const char *s, size_t n, int utf8);
/* The same of at most max bytes; " ..." says that there is more. */
void strbuf_excerpt(struct strbuf *b, const char *s, size_t n, size_t max,
                    int utf8);

#endif
