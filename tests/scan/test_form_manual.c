/* test_form_manual.c - the manuals name every form of a log, and no other. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

#include "bytes.h"
#include "files.h"

static const char *const manuals[] = { "sipcode.1", "vi/sipcode.1" };

/* A character of the manual behind a backslash; returns what was read. */
static size_t escaped(struct bytes *b, const char *s)
{
	char utf8[4] = { 0 };
	unsigned long c;

	if (s[0] != '[' || s[1] != 'u') {
		bytes_add(b, s, 1);
		return 1;
	}
	c = strtoul(s + 2, NULL, 16);
	utf8[0] = (char)(0xe0 | c >> 12);
	utf8[1] = (char)(0x80 | (c >> 6 & 0x3f));
	utf8[2] = (char)(0x80 | (c & 0x3f));
	bytes_str(b, utf8);
	return strcspn(s, "]") + 1;
}

/* The list of forms in a manual, as it is read. */
static char *forms_of(const char *manual)
{
	char *text = folder_read(SIPCODE_DATA "/../man", manual), *end;
	const char *s;
	struct bytes b = { 0 };

	assert_non_null(text);
	s = strstr(text, ".Bd -literal -offset 2n\n");
	assert_non_null(s);
	s = strchr(s, '\n');
	end = strstr(s, "\n.Ed");
	assert_non_null(end);
	end[1] = '\0';
	while (*s != '\0') {
		if (*s == '\\')
			s += 1 + escaped(&b, s + 1);
		else
			bytes_add(&b, s++, 1);
	}
	bytes_fill(&b, '\0', 1);
	free(text);
	return b.s;
}

/* Does the list have the form, below its product? */
static int is_listed(const char *list, unsigned form)
{
	const char *look = sipcode_form_look(form), *at;
	char head[64], line[128];
	size_t n = strlen(look);

	while (look[n - 1] == ' ')
		n--;
	snprintf(head, sizeof(head), "\n%s\n", sipcode_form_product(form));
	snprintf(line, sizeof(line), "\n%c %.*s\n",
	         sipcode_form_is_loose(form) ? '~' : ' ', (int)n, look);
	at = strstr(list, head);
	if (at == NULL || times(list, line) != 1)
		return 0;
	/* No other product stands between the two. */
	at += strlen(head) - 1;
	while (strncmp(at, line, strlen(line)) != 0) {
		at = strchr(at + 1, '\n');
		if (at == NULL || (at[1] != ' ' && at[1] != '~'))
			return 0;
	}
	return 1;
}

static size_t lines_of_forms(const char *list)
{
	return times(list, "\n  ") + times(list, "\n~ ");
}

static void every_form_stands_in_the_manuals(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(manuals); i++) {
		char *list = forms_of(manuals[i]);

		for (unsigned form = 1; form < sipcode_forms(); form++)
			if (!is_listed(list, form))
				fail_msg("man/%s lacks: %s: %s", manuals[i],
				         sipcode_form_product(form),
				         sipcode_form_look(form));
		assert_int_equal(lines_of_forms(list), sipcode_forms() - 1);
		free(list);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_form_stands_in_the_manuals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
