/* test_anywhere.c - in a pipe every call prints the same bytes, whatever the
 * environment; in English these are ASCII. */
#include "calls.h"

#include <stdlib.h>
#include <string.h>

/* What a terminal would have, and what nobody would. */
static const char *const environments[][6] = {
	{ "COLUMNS=40", "TERM=xterm-256color", "COLORTERM=truecolor",
	  "LANG=vi_VN.UTF-8", "LANGUAGE=vi:en" },
	{ "LC_ALL=C", "TERM=dumb", "NO_COLOR=1", "COLUMNS=1000" },
	{ "LC_ALL=vi_VN.UTF-8", "TERM=xterm", "VTE_VERSION=7000" },
	{ "LC_ALL=tr_TR.ISO-8859-9", "INSIDE_EMACS=1", "COLUMNS=x" },
};

struct anywhere {
	struct told plain, other;
	size_t turn, bad;
};

static void set_environment(const char *const *variable)
{
	for (; *variable != NULL; variable++) {
		char name[40];
		size_t n = strcspn(*variable, "=");

		memcpy(name, *variable, n);
		name[n] = '\0';
		setenv(name, *variable + n + 1, 1);
	}
}

static int is_ascii(const char *s)
{
	while (*s == '\n' || (*s >= ' ' && *s < 0x7f))
		s++;
	return *s == '\0';
}

static void check_pipe(const struct call *c, enum call_kind kind, void *with)
{
	static const char *const formats[] = { "--color=auto", "--json",
		                               "--tsv", "-a",
		                               "--format=markdown" };
	struct anywhere *a = with;
	struct call call = *c;

	a->turn++;
	if (kind == CALL_TYPED && a->turn % 3 != 0)
		return;
	if (kind != CALL_TYPED && kind != CALL_CODE)
		call_add(&call, formats[a->turn % LEN(formats)]);
	plain_environment(NULL);
	tell(&a->plain, &call, NULL, 0);
	set_environment(environments[a->turn % LEN(environments)]);
	tell(&a->other, &call, NULL, 0);
	if (a->plain.status != a->other.status ||
	    strcmp(a->plain.out, a->other.out) != 0 ||
	    strcmp(a->plain.err, a->other.err) != 0) {
		a->bad++;
		print_error("%s: not the same everywhere\n", call_text(&call));
	}
	plain_environment(NULL);
	tell(&a->plain, c, NULL, 0);
	if (!is_ascii(a->plain.out) || !is_ascii(a->plain.err)) {
		a->bad++;
		print_error("%s: not ASCII\n", call_text(c));
	}
}

static void a_pipe_is_the_same_everywhere(void **state)
{
	struct anywhere a = { .turn = 0 };

	(void)state;
	each_call(check_pipe, &a);
	told_free(&a.plain);
	told_free(&a.other);
	assert_int_equal(a.bad, 0);
}

/* On a terminal the locale alone chooses between what --lang and ASCII give. */
static void a_terminal_follows_its_locale(void **state)
{
	static const char *const calls[][3] = {
		{ "486" }, { "cause", "17" }, { "flow", "486" }, { "list" },
		{ "compare", "480", "486" }, { "term" }, { "499" },
	};
	struct program p = { .out = OUT_TERMINAL, .columns = 80 };
	struct run ascii = { 0 }, vi = { 0 }, asked = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		memset(p.argv, 0, sizeof(p.argv));
		memcpy(p.argv, calls[i], sizeof(calls[i]));
		memset(p.env, 0, sizeof(p.env));
		p.env[0] = "LC_ALL=C";
		p.env[1] = "LANG=vi_VN.UTF-8";
		run_program(&ascii, &p);
		assert_true(is_ascii(ascii.out));
		p.env[0] = "LC_ALL=";
		run_program(&vi, &p);
		assert_false(is_ascii(vi.out));
		p.env[1] = "LANG=en_US.UTF-8";
		for (size_t k = 0; k < 4; k++)
			if (p.argv[k] == NULL) {
				p.argv[k] = "--lang=vi";
				break;
			}
		run_program(&asked, &p);
		assert_string_equal(vi.out, asked.out);
		assert_int_equal(vi.status, ascii.status);
		assert_string_equal(vi.err, ascii.err);
	}
	run_free(&ascii);
	run_free(&vi);
	run_free(&asked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_pipe_is_the_same_everywhere),
		TEST(a_terminal_follows_its_locale),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
