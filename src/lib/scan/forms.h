/* forms.h - the table of forms: how products write a response. */
#ifndef FORMS_H
#define FORMS_H

#include <stddef.h>
#include <stdint.h>

#include "names.h"

/* The columns of forms.def, which says what they are. */
#define FORM_WORDS(WORD)                                                       \
	WORD(product)                                                          \
	WORD(look) WORD(before) WORD(after) WORD(close) WORD(with) WORD(key)   \
		WORD(method)

enum form_flag {
	BLANK = 1,
	KEY = 2,
	WORD = 4,
	FRONT = 8,
	LOOSE = 16,
	ANY = 32,
	STATUS = 64,   /* a status line: not drawn, no regular expression */
	TSHARK = 128,  /* the word SIP stands before, among columns alone */
	NOT_CSEQ = 256 /* not the member of an object named cseq */
};

/* Words are places in one string, so that the table needs no addresses that
 * the loader would have to fill in. */
struct form {
#define COLUMN(name) uint16_t name;
	FORM_WORDS(COLUMN)
#undef COLUMN
	uint16_t flags;
	uint16_t before_len;
};

enum {
#define FORM(id, product, look, before, flags, after, close, with, key,        \
             method)                                                           \
	FORM_##id,
#include "scan/forms.def"
#undef FORM
	FORMS,
	/* The rows before it are those of the status line. */
	FORM_KEYED = FORM_cisco_phone + 1
};

extern const struct form forms_row[FORMS];
/* All words, one behind the other. */
extern const char *const forms_words;

/* The word at that place. */
static inline const char *forms_word(uint16_t at)
{
	return forms_words + at;
}

/* How a text ends, as a number: its last byte c and the one before it, d, which
 * is NUL where there is none.  Letters of either case are equal; other bytes
 * that differ in that bit alone are, too, which the compare of the whole text
 * mends. */
#define FORM_END(d, c)                                                         \
	((unsigned)((unsigned char)(c) | 0x20) << 8 |                          \
	 ((d) == '\0' ? 0 : (unsigned char)(d) | 0x20U))

/* The rows whose `before` ends so: from *first on, as many as are returned. */
unsigned forms_find(unsigned end, unsigned *first);

#endif
