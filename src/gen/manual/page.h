/* page.h - the parts of a manual page, and what the data say in its language.
 *
 * All texts are plain, and the arena's; escapes for roff are made where they
 * are written. */
#ifndef PAGE_H
#define PAGE_H

#include <stdio.h>

#include "model/model.h"

struct page {
	const struct model *m;
	size_t lang;
	FILE *out;
	int begun; /* a section has begun, and nothing stands in it yet */
	const char *list; /* one that has begun, and has no item yet; or NULL */
};

/* A label in the language of the page. */
const char *page_label(const struct page *p, enum label label);
/* The same with texts for %1 and %2; two may be NULL where it has no %2. */
const char *page_fill(const struct page *p, enum label label, const char *one,
                      const char *two);

/* How many values a field of an entry has, whose set has the field. */
size_t page_len(const struct page *p, const struct entry *e,
                enum sipcode_field field);
/* The value of that number from 0; "" behind the last. */
const char *page_nth(const struct page *p, const struct entry *e,
                     enum sipcode_field field, size_t i);
const char *page_text(const struct page *p, const struct entry *e,
                      enum sipcode_field field);
/* The entry that a link leads to, which has to be there. */
const struct entry *page_link(const struct page *p, const struct entry *e,
                              enum sipcode_field field, size_t i);
/* The number of a field that has one. */
unsigned long page_number(const struct page *p, const struct entry *e,
                          enum sipcode_field field);
/* Whether the first value is the word. */
int page_is(const struct page *p, const struct entry *e,
            enum sipcode_field field, const char *word);
/* What a word of the schema is called: the label of the name PREFIX_WORD. */
const char *page_word(const struct page *p, const char *prefix,
                      const char *word);
/* All values, with ", " between them; links by their keys. */
const char *page_list(const struct page *p, const struct entry *e,
                      enum sipcode_field field);
/* "486 Busy Here, 600 Busy Everywhere". */
const char *page_titles(const struct page *p, const struct entry *e,
                        enum sipcode_field field);
/* "RFC 3261 section 20, 21.4, RFC 3263": what the next source of the same
 * document may leave out is left out. */
const char *page_documents(const struct page *p, const struct entry *e,
                           enum sipcode_field field);
/* The text with its sources behind it, in brackets if there are any. */
const char *page_proved(const struct page *p, const char *text,
                        const struct entry *e, enum sipcode_field sources);
/* "TEXT (unconfirmed)", or the text itself. */
const char *page_doubted(const struct page *p, const char *text,
                         const struct entry *e);
/* Two texts with a third between them; one of them if the other is "". */
const char *page_join(const char *one, const char *between, const char *two);

/* What is written. */
void page_section(struct page *p, const char *title);
void page_part(struct page *p, const char *title);
/* A paragraph; nothing if it is "". */
void page_paragraph(struct page *p, const char *text);
/* A line in bold that stands over what follows. */
void page_heading(struct page *p, const char *text);
/* Lists, also within an item; one without an item leaves nothing behind. */
void page_begin_bullets(struct page *p);
void page_bullet(struct page *p, const char *text);
/* Short names at the left, texts at the right of them. */
void page_begin_facts(struct page *p);
/* Names, texts below them. */
void page_begin_items(struct page *p);
/* A table; its cells stand in so many columns of the page each, but for the
 * last one; a cell that is wider pushes the others aside. */
void page_begin_table(struct page *p);
void page_row(struct page *p, const char *const *cell, const size_t *width,
              size_t n);
void page_end_table(struct page *p);
/* A name of either list with its text, which may be "". */
void page_item(struct page *p, const char *name, const char *text);
void page_end_list(struct page *p);
/* The values of a field as bullets. */
void page_plain_bullets(struct page *p, const struct entry *e,
                        enum sipcode_field field);
/* A heading with the values of a field as bullets or as paragraphs; nothing if
 * there is none. */
void page_bullets(struct page *p, const struct entry *e,
                  enum sipcode_field field, enum label heading);
void page_paragraphs(struct page *p, const struct entry *e,
                     enum sipcode_field field, enum label heading);

#endif
