/* test_answer_in_whole.c - of every code and every comparison: each line of
 * the answer stands in the whole, in the same order, in every language; and
 * the whole is what a pipe gets. */
#include "calls.h"

#include <stdlib.h>
#include <string.h>

struct content {
	const char *lang;
	size_t missing, lines, calls;
	struct told answer, whole, pipe;
};

/* What the manual allows to stand in the answer alone: how much is left out,
 * and the commands that show it. */
static int counts_what_is_left_out(const char *s, size_t n)
{
	static const char *const ends[] = { " more: -a)", " nữa: -a)" };
	static const char *const begins[] = { "More  ", "Chi tiết  ",
		                              "In practice  ",
		                              "Trên thực tế  ",
		                              "In products  ",
		                              "Sản phẩm  " };

	for (size_t i = 0; i < LEN(ends); i++) {
		size_t len = strlen(ends[i]);

		if (n >= len && memcmp(s + n - len, ends[i], len) == 0)
			return 1;
	}
	for (size_t i = 0; i < LEN(begins); i++)
		if (strncmp(s, begins[i], strlen(begins[i])) == 0)
			return 1;
	return 0;
}

/* Behind the first such line from s on; NULL if there is none. */
static const char *behind_line(const char *s, const char *line, size_t n)
{
	while (*s != '\0') {
		size_t len = strcspn(s, "\n");

		if (len == n && memcmp(s, line, n) == 0)
			return s + len + (s[len] == '\n');
		s += len + (s[len] == '\n');
	}
	return NULL;
}

static void compare_contents(struct content *f, const struct call *c)
{
	const char *at = f->whole.out, *line = f->answer.out;

	while (*line != '\0') {
		size_t n = strcspn(line, "\n");
		const char *behind = behind_line(at, line, n);

		f->lines++;
		if (behind != NULL) {
			at = behind;
		} else if (!counts_what_is_left_out(line, n)) {
			f->missing++;
			print_error("%s: not in the whole: %.*s\n",
			            call_text(c), (int)n, line);
		}
		line += n + (line[n] == '\n');
	}
}

static void check_content(const struct call *c, enum call_kind kind,
                          void *with)
{
	struct content *f = with;
	struct call answer = *c, whole = *c, pipe = *c;

	if (kind != CALL_CODE && kind != CALL_PAIR)
		return;
	f->calls++;
	CALL_WORDS(&answer, "--lang", f->lang, "-b", "-w0");
	CALL_WORDS(&whole, "--lang", f->lang, "-a", "-w0", "--color=never");
	CALL_WORDS(&pipe, "--lang", f->lang);
	tell(&f->answer, &answer, NULL, 0);
	tell(&f->whole, &whole, NULL, 0);
	tell(&f->pipe, &pipe, NULL, 0);
	compare_contents(f, c);
	if (strcmp(f->whole.out, f->pipe.out) != 0 ||
	    f->whole.status != f->pipe.status) {
		f->missing++;
		print_error("%s: a pipe gets something else\n", call_text(c));
	}
}

static void holds(const char *lang)
{
	struct content f = { .lang = lang };

	each_call(check_content, &f);
	told_free(&f.answer);
	told_free(&f.whole);
	told_free(&f.pipe);
	assert_in_range(f.calls, 400, 4000);
	assert_in_range(f.lines, 20 * f.calls / 2, 100 * f.calls);
	assert_int_equal(f.missing, 0);
}

static void english_holds(void **state)
{
	(void)state;
	holds("en");
}

static void vietnamese_holds(void **state)
{
	(void)state;
	holds("vi");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(english_holds),
		TEST(vietnamese_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
