/* test_manual.c - sipcode(3) has the functions of the header, each as it is
 * declared, and no other; in both languages. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "files.h"
#include "harness.h"

/* A declaration from its first letter on, with single blanks, up to its end;
 * returns what is behind it. */
static const char *declaration(const char *s, char *line, size_t size)
{
	size_t n = 0;

	while (*s != ';') {
		assert_true(*s != '\0' && n + 1 < size);
		if (!isspace((unsigned char)*s))
			line[n++] = *s++;
		else if (s++, n > 0 && line[n - 1] != ' ')
			line[n++] = ' ';
	}
	line[n] = '\0';
	return s;
}

/* An argument of a macro, in quotes if it has blanks. */
static void add_argument(struct bytes *b, const char *s, size_t n)
{
	int quoted = memchr(s, ' ', n) != NULL;

	bytes_str(b, quoted ? " \"" : " ");
	bytes_add(b, s, n);
	bytes_str(b, quoted ? "\"" : "");
}

/* The macros of a declaration: .Ft TYPE, .Fn NAME ARGUMENT ... */
static void add_macros(struct bytes *b, const char *line)
{
	const char *open = strchr(line, '('), *name = open, *end;

	while (name[-1] != ' ' && name[-1] != '*')
		name--;
	bytes_str(b, "\n.Ft ");
	bytes_add(b, line, (size_t)(name - line) - (name[-1] == ' '));
	bytes_str(b, "\n.Fn ");
	bytes_add(b, name, (size_t)(open - name));
	for (const char *s = open + 1; *s != '\0'; s = end + 1) {
		s += *s == ' ';
		end = s + strcspn(s, ",)");
		add_argument(b, s, (size_t)(end - s));
	}
	bytes_fill(b, '\0', 1);
}

/* How many functions the header declares; each has to stand in the page. */
static size_t compare(const char *header, const char *page)
{
	size_t functions = 0;

	for (const char *s = header; s != NULL; s = strchr(s, '\n')) {
		char line[512];
		struct bytes b = { 0 };
		size_t n;

		s += *s == '\n';
		n = strcspn(s, "\n(");
		if (!islower((unsigned char)*s) || s[n] != '(')
			continue;
		s = declaration(s, line, sizeof(line));
		add_macros(&b, line);
		functions++;
		if (times(page, b.s) != 1)
			fail_msg("sipcode(3) lacks:%s", b.s);
		bytes_free(&b);
	}
	return functions;
}

static void the_manual_has_every_function(void **state)
{
	static const char *const pages[] = { "sipcode.3", "vi/sipcode.3" };
	char *header = folder_read(SIPCODE_DATA "/../include", "sipcode.h");

	(void)state;
	assert_non_null(header);
	for (size_t i = 0; i < LEN(pages); i++) {
		char *page = folder_read(SIPCODE_DATA "/../man", pages[i]);
		size_t functions;

		assert_non_null(page);
		functions = compare(header, page);
		assert_true(functions >= 50);
		assert_int_equal(times(page, "\n.Ft "), functions);
		free(page);
	}
	free(header);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_manual_has_every_function),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
