/* forms.h - the table of forms: how products write a response. */
#ifndef FORMS_H
#define FORMS_H

#include <stddef.h>
#include <stdint.h>

#include "names.h"

/* The columns of forms.def, which says what they are. */
#define FORM_WORDS(WORD)                                                       \
	WORD(product)                                                          \
	WORD(look)                                                             \
	WORD(before) WORD(after) WORD(close) WORD(with) WORD(key) WORD(method)

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

/* How `before` of each row ends: its last eight bytes as look_eight() has those
 * of a text, with FORMS_SMALL added, which makes letters of either case equal,
 * and which of the eight it has.  Most rows that do not fit are passed over by
 * one compare; the compare of the whole text mends what is equal only here. */
struct form_tail {
	uint64_t bytes, mask;
};
extern const struct form_tail forms_tail[FORMS];
#define FORMS_SMALL UINT64_C(0x2020202020202020)

/* The last two bytes of a tail; of a row of one byte, that and 0. */
static inline unsigned forms_end(uint64_t tail)
{
	return (unsigned)(tail >> 48);
}

/* The first of the rows from FORM_KEYED on that may have this tail of a text:
 * all that have it follow, among those with the same end.  FORMS if there is
 * none. */
unsigned forms_find(uint64_t tail);

#endif
