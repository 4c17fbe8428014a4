/* test_markdown_words.c - over all the data: Markdown with its marks taken off
 * has the words of text, in their order. */
#include "bytes.h"
#include "calls.h"

#include <ctype.h>
#include <string.h>

struct reading {
	const char *lang;
	struct bytes marked, plain;
	struct told markdown, text;
	size_t calls, bad;
};

/* Words are letters and digits: a backslash or a code mark may stand in front
 * of anything else. */
static int is_letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Every word of a line, with a newline behind it. */
static void add_words(struct bytes *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (is_letter(s[i]))
			bytes_add(b, s + i, 1);
		else if (b->n > 0 && b->s[b->n - 1] != '\n')
			bytes_str(b, "\n");
	}
	if (b->n > 0 && b->s[b->n - 1] != '\n')
		bytes_str(b, "\n");
}

/* The heads of a table are the one thing that text does not have: they stand
 * above a line of "|---|". */
static void words_of(struct bytes *b, const char *s)
{
	b->n = 0;
	while (*s != '\0') {
		size_t n = strcspn(s, "\n");
		const char *next = s + n + (s[n] == '\n');

		if (strncmp(next, "|---", 4) != 0)
			add_words(b, s, n);
		s = next;
	}
	bytes_str(b, "");
}

/* A table of causes has a line a product and a column a direction, where text
 * without a width has a line for each of the two. */
static int has_causes(const char *s)
{
	return strstr(s, "Q.850 |") != NULL;
}

/* Each word of the one stands in the other. */
static int holds_words(const char *words, const char *all)
{
	while (*words != '\0') {
		size_t n = strcspn(words, "\n") + 1;
		char word[200];
		const char *at;

		assert_in_range(n, 1, sizeof(word) - 1);
		memcpy(word, words, n);
		word[n] = '\0';
		at = strstr(all, word);
		while (at != NULL && at > all && at[-1] != '\n')
			at = strstr(at + 1, word);
		if (at == NULL)
			return 0;
		words += n;
	}
	return 1;
}

static void compare_words(const struct call *c, enum call_kind kind, void *with)
{
	struct reading *r = with;
	struct call markdown = *c, text = *c;
	size_t at = 0;

	r->calls++;
	if (kind == CALL_TYPED && r->calls % 5 != 0)
		return;
	/* Help is text alone. */
	if (strstr(c->word[0], "help") != NULL)
		return;
	CALL_WORDS(&markdown, "--lang", r->lang, "-f", "markdown");
	CALL_WORDS(&text, "--lang", r->lang);
	tell(&r->markdown, &markdown, NULL, 0);
	tell(&r->text, &text, NULL, 0);
	words_of(&r->marked, r->markdown.out);
	words_of(&r->plain, r->text.out);
	if (r->markdown.status == r->text.status &&
	    (strcmp(r->marked.s, r->plain.s) == 0 ||
	     (has_causes(r->markdown.out) &&
	      holds_words(r->marked.s, r->plain.s))))
		return;
	while (r->marked.s[at] == r->plain.s[at] && r->marked.s[at] != '\0')
		at++;
	at = at > 30 ? at - 30 : 0;
	r->bad++;
	print_error("%s: at word\n%.60s\nnot\n%.60s\n", call_text(c),
	            r->marked.s + at, r->plain.s + at);
}

static void words_are_the_same(const char *lang)
{
	struct reading r = { .lang = lang };

	each_call(compare_words, &r);
	told_free(&r.markdown);
	told_free(&r.text);
	bytes_free(&r.marked);
	bytes_free(&r.plain);
	assert_in_range(r.calls, 1000, 20000);
	assert_int_equal(r.bad, 0);
}

static void english_words_are_the_same(void **state)
{
	(void)state;
	words_are_the_same("en");
}

static void vietnamese_words_are_the_same(void **state)
{
	(void)state;
	words_are_the_same("vi");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(english_words_are_the_same),
		TEST(vietnamese_words_are_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
