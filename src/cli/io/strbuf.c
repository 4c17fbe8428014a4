/* strbuf.c - a string that doubles its room. */
#include "io/strbuf.h"

#include <stdlib.h>
#include <string.h>

#include "chars.h"
#include "io/memory.h"
#include "io/number.h"
#include "io/visible.h"

const char *strbuf_text(const struct strbuf *b)
{
	return b->s == NULL ? "" : b->s;
}

void strbuf_reset(struct strbuf *b)
{
	b->len = 0;
	if (b->s != NULL)
		b->s[0] = '\0';
}

void strbuf_free(struct strbuf *b)
{
	free(b->s);
	memset(b, 0, sizeof(*b));
}

void strbuf_bytes(struct strbuf *b, const char *s, size_t n)
{
	b->s = memory_grow(b->s, &b->room, b->len + n + 1, 1);
	if (n > 0) /* an empty span may be nowhere */
		memcpy(b->s + b->len, s, n);
	b->len += n;
	b->s[b->len] = '\0';
}

void strbuf_add(struct strbuf *b, const char *s)
{
	strbuf_bytes(b, s, strlen(s));
}

void strbuf_number(struct strbuf *b, uint64_t n)
{
	char digits[NUMBER_SIZE];

	strbuf_add(b, number_write(digits, n));
}

void strbuf_words(struct strbuf *b, char *const *word, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			strbuf_add(b, " ");
		strbuf_add(b, word[i]);
	}
}

static size_t add_visible(struct strbuf *b, const char *s, size_t n, int utf8)
{
	char shown[VISIBLE_MAX];
	size_t len, taken = visible_char(s, n, utf8, shown, &len);

	strbuf_bytes(b, shown, len);
	return taken;
}

void strbuf_escaped(struct strbuf *b, const char *s, size_t n, int utf8)
{
	for (size_t i = 0; i < n;)
		i += add_visible(b, s + i, n - i, utf8);
}

void strbuf_outside(struct strbuf *b, const char *s, size_t n, int utf8)
{
	for (size_t i = 0; i < n;) {
		if (!char_is_space(s[i])) {
			i += add_visible(b, s + i, n - i, utf8);
			continue;
		}
		if (b->len > 0 && b->s[b->len - 1] != ' ')
			strbuf_add(b, " ");
		i++;
	}
}

void strbuf_excerpt(struct strbuf *b, const char *s, size_t n, size_t max,
                    int utf8)
{
	if (n <= max) {
		strbuf_outside(b, s, n, utf8);
		return;
	}
	/* Not within a character. */
	while (max > 0 && ((unsigned char)s[max] & 0xc0) == 0x80)
		max--;
	strbuf_outside(b, s, max, utf8);
	strbuf_add(b, " ...");
}
