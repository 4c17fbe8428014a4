/* test_lines_fit.c - over all the data: no line is wider than asked for, and
 * with colours and links taken off the text is what it is without them. */
#include "calls.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "marks.h"

static const char *const widths[] = { "40", "60", "80", "100", "120" };
static const unsigned columns[] = { 40, 60, 80, 100, 120 };

struct fitting {
	const char *lang;
	size_t wide, differ, turn;
	struct told marked, plain;
};

/* Words that are longer are cut, so that there is no exception. */
static void measure(struct fitting *f, const struct call *c, unsigned width)
{
	const char *s = f->marked.out;

	while (*s != '\0') {
		size_t n = strcspn(s, "\n");

		if (columns_of(s, n) > width) {
			f->wide++;
			print_error("%s: more than %u columns: %.*s\n",
			            call_text(c), width, (int)n, s);
		}
		s += n + (s[n] == '\n');
	}
}

static void add_options(struct call *c, const char *lang, const char *width,
                        const char *marks)
{
	CALL_WORDS(c, "--lang", lang, "--width", width, "--color", marks,
	           "--hyperlink", marks);
}

/* Of each call another width is held against the same without marks. */
static void check_fit(const struct call *c, enum call_kind kind, void *with)
{
	struct fitting *f = with;

	f->turn++;
	for (size_t i = 0; i < LEN(widths); i++) {
		struct call marked = *c, plain = *c;

		if (kind == CALL_TYPED && f->turn % LEN(widths) != i)
			continue;
		add_options(&marked, f->lang, widths[i], "always");
		tell(&f->marked, &marked, NULL, 0);
		f->marked.out_len = marks_off(f->marked.out, f->marked.out_len);
		measure(f, &marked, columns[i]);
		if (f->turn % LEN(widths) != i)
			continue;
		add_options(&plain, f->lang, widths[i], "never");
		tell(&f->plain, &plain, NULL, 0);
		if (strcmp(f->plain.out, f->marked.out) != 0 ||
		    strcmp(f->plain.err, f->marked.err) != 0) {
			f->differ++;
			print_error("%s: differs without marks\n",
			            call_text(&marked));
		}
	}
}

static void fits(const char *lang)
{
	struct fitting f = { .lang = lang };

	assert_in_range(each_call(check_fit, &f), 1000, 20000);
	told_free(&f.marked);
	told_free(&f.plain);
	assert_int_equal(f.wide, 0);
	assert_int_equal(f.differ, 0);
}

static void english_fits(void **state)
{
	(void)state;
	fits("en");
}

static void vietnamese_fits(void **state)
{
	(void)state;
	fits("vi");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(english_fits),
		TEST(vietnamese_fits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
