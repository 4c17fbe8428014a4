/* strings.c - numbers strings, places them, writes them. */
#include "io/strings.h"

#include <stdlib.h>
#include <string.h>

#include "io/arena.h"

uint32_t strings_number(struct strings *t, const char *s)
{
	return (uint32_t)intern(&t->all, s, strlen(s) + 1);
}

/* A string in the order of the letters from its end on. */
struct ending {
	const char *s;
	size_t n;
	size_t number;
};

static int compare_endings(const void *a, const void *b)
{
	const struct ending *x = a, *y = b;
	size_t i = x->n, k = y->n;

	while (i > 0 && k > 0 && x->s[i - 1] == y->s[k - 1]) {
		i--;
		k--;
	}
	if (i == 0 || k == 0)
		return (i > 0) - (k > 0);
	return (unsigned char)x->s[i - 1] < (unsigned char)y->s[k - 1] ? -1 : 1;
}

static int ends(const struct ending *whole, const struct ending *end)
{
	return end->n <= whole->n &&
	       memcmp(whole->s + (whole->n - end->n), end->s, end->n) == 0;
}

/* All that end like a string stand right behind it. */
static void find_endings(struct strings *t)
{
	size_t n = t->all.items;
	struct ending *e = arena_alloc(n * sizeof(*e));

	for (size_t i = 0; i < n; i++) {
		e[i].s = t->all.item[i].bytes;
		e[i].n = t->all.item[i].size - 1;
		e[i].number = i;
	}
	if (n > 0)
		qsort(e, n, sizeof(*e), compare_endings);
	for (size_t i = n; i > 0; i--) {
		size_t number = e[i - 1].number;

		if (i < n && ends(&e[i], &e[i - 1]))
			t->within[number] = t->within[e[i].number];
		else
			t->within[number] = number;
	}
}

void strings_place(struct strings *t)
{
	size_t n = t->all.items;

	t->within = arena_alloc(n * sizeof(*t->within));
	t->offset = arena_alloc(n * sizeof(*t->offset));
	find_endings(t);
	for (size_t i = 0; i < n; i++) {
		if (t->within[i] != i)
			continue;
		t->offset[i] = t->size;
		t->size += (uint32_t)t->all.item[i].size;
	}
	for (size_t i = 0; i < n; i++) {
		size_t whole = t->within[i];

		t->offset[i] =
			(uint32_t)(t->offset[whole] + t->all.item[whole].size -
		                   t->all.item[i].size);
	}
}

uint32_t strings_offset(const struct strings *t, uint32_t number)
{
	return t->offset[number];
}

/* A C string.  Under -std=c11 trigraphs are on, so no "??" may come out. */
static void emit_string(FILE *out, const char *s)
{
	unsigned char before = '\0';

	fputc('"', out);
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '"' || c == '\\' || (c == '?' && before == '?'))
			fprintf(out, "\\%c", c);
		else if (c < 0x20 || c > 0x7e)
			fprintf(out, "\\%03o", c);
		else
			fputc(c, out);
		before = c;
	}
	fputc('"', out);
}

/* An array each, since a compiler need not take a literal as long as all of
 * them together.  That nothing stands between them is proved by the size. */
void strings_emit(const struct strings *t, FILE *out)
{
	fputs("static const struct strings {\n", out);
	for (size_t i = 0; i < t->all.items; i++)
		if (t->within[i] == i)
			fprintf(out, "\tchar s%zu[%zu];\n", i,
			        t->all.item[i].size);
	fputs("} strings = {\n", out);
	for (size_t i = 0; i < t->all.items; i++) {
		if (t->within[i] != i)
			continue;
		fputc('\t', out);
		emit_string(out, t->all.item[i].bytes);
		fputs(",\n", out);
	}
	fprintf(out,
	        "};\n_Static_assert(sizeof(strings) == %lu, \"padded\");\n\n",
	        (unsigned long)t->size);
}
