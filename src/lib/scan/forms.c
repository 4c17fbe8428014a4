/* forms.c - the rows of forms.def, and which of them end with a byte. */
#include "scan/forms.h"

struct words {
#define FORM(id, product, look, before, flags, after, close, with, key,        \
             method)                                                           \
	char product_##id[sizeof(product)];                                    \
	char look_##id[sizeof(look)];                                          \
	char before_##id[sizeof(before)];                                      \
	char after_##id[sizeof(after)];                                        \
	char close_##id[sizeof(close)];                                        \
	char with_##id[sizeof(with)];                                          \
	char key_##id[sizeof(key)];                                            \
	char method_##id[sizeof(method)];
#include "scan/forms.def"
#undef FORM
};
_Static_assert(sizeof(struct words) <= UINT16_MAX, "the places are 16 bits");

static const struct words words = {
#define FORM(id, product, look, before, flags, after, close, with, key,        \
             method)                                                           \
	product, look, before, after, close, with, key, method,
#include "scan/forms.def"
#undef FORM
};

const struct form forms_row[FORMS] = {
#define AT(word) offsetof(struct words, word)
#define FORM(id, product, look, before, flags, after, close, with, key,        \
             method)                                                           \
	{ AT(product_##id),  AT(look_##id),   AT(before_##id),                 \
	  AT(after_##id),    AT(close_##id),  AT(with_##id),                   \
	  AT(key_##id),      AT(method_##id), flags,                           \
	  sizeof(before) - 1 },
#include "scan/forms.def"
#undef FORM
#undef AT
};

const char *const forms_words = (const char *)&words;

/* The byte of a string that stands so far before its end; NUL if it is shorter.
 * An element of a string is no constant by the letter of C11, 6.6, but
 * compilers take it for one. */
#define FROM_END(s, i)                                                         \
	(sizeof(s) < (i) + 1                                                   \
	         ? '\0'                                                        \
	         : (s)[sizeof(s) < (i) + 1 ? 0 : sizeof(s) - 1 - (i)])

const struct form_tail forms_tail[FORMS] = {
#define HAS(s, i) (sizeof(s) > (i))
#define BYTE(s, i)                                                             \
	(HAS(s, i) ? (uint64_t)((unsigned char)FROM_END(s, i) | 0x20)          \
	                     << (64 - 8 * (i))                                 \
	           : 0)
#define MASK(s, i) (HAS(s, i) ? UINT64_C(0xff) << (64 - 8 * (i)) : 0)
#define TWO(what, s) (what(s, 1) | what(s, 2))
#define EIGHT(what, s)                                                         \
	(TWO(what, s) | what(s, 3) | what(s, 4) | what(s, 5) | what(s, 6) |    \
	 what(s, 7) | what(s, 8))
#define FORM(id, product, look, before, flags, after, close, with, key,        \
             method)                                                           \
	{ EIGHT(BYTE, before), EIGHT(MASK, before) },
#include "scan/forms.def"
#undef FORM
#undef EIGHT
#undef MASK
};

/* A bit for each end that a row has, so that most others are told apart at
 * once; another one may have the same bit. */
#define BIT(end) (((end) ^ (end) >> 5) & 0xff)
static const uint64_t bits[4] = {
#define FORM(id, product, look, before, flags, after, close, with, key,        \
             method)                                                           \
	| BIT_IN(TWO(BYTE, before) >> 48)
#define BIT_OF(end) (UINT64_C(1) << (BIT(end) & 63))
#define BIT_IN(end) (BIT(end) >> 6 == 0 ? BIT_OF(end) : 0)
	0
#include "scan/forms.def"
#undef BIT_IN
#define BIT_IN(end) (BIT(end) >> 6 == 1 ? BIT_OF(end) : 0)
	,
	0
#include "scan/forms.def"
#undef BIT_IN
#define BIT_IN(end) (BIT(end) >> 6 == 2 ? BIT_OF(end) : 0)
	,
	0
#include "scan/forms.def"
#undef BIT_IN
#define BIT_IN(end) (BIT(end) >> 6 == 3 ? BIT_OF(end) : 0)
	,
	0
#include "scan/forms.def"
};

unsigned forms_find(uint64_t tail)
{
	unsigned low = FORM_KEYED, high = FORMS, end = forms_end(tail);

	if ((bits[BIT(end) >> 6] >> (BIT(end) & 63) & 1) == 0)
		return FORMS;
	/* A shorter text has zeros where the tail goes on: it is not above. */
	while (low < high) {
		unsigned middle = (low + high) / 2;

		if (forms_tail[middle].bytes > tail)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
