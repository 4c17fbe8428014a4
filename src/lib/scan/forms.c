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

/* How the rows end.  An element of a string is no constant by the letter of
 * C11, 6.6, but compilers take it for one. */
static const uint16_t ends[FORMS] = {
#define LAST(word) (word)[sizeof(word) - 2]
#define LAST_BUT_ONE(word) (word)[sizeof(word) < 3 ? 1 : sizeof(word) - 3]
#define FORM(id, product, look, before, flags, after, close, with, key,        \
             method)                                                           \
	FORM_END(LAST_BUT_ONE(before), LAST(before)),
#include "scan/forms.def"
#undef FORM
#undef LAST_BUT_ONE
#undef LAST
};

unsigned forms_find(unsigned end, unsigned *first)
{
	unsigned low = FORM_KEYED, high = FORMS, i;

	while (low < high) {
		unsigned middle = (low + high) / 2;

		if (ends[middle] < end)
			low = middle + 1;
		else
			high = middle;
	}
	*first = low;
	for (i = low; i < FORMS && ends[i] == end;)
		i++;
	return i - low;
}
