/* test_gen_manual.c - the record that sipcode(5) shows can be added. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "gen.h"

/* Writes the next display that begins with the record of 498 to a file of the
 * folder, and returns what is behind it. */
static char *write_display(const char *folder, const char *path, char *text)
{
	static const char head[] = ".Bd -literal -offset 2n\nCode: 498\n";
	char *s = strstr(text, head), *end;
	char file[2048];

	assert_non_null(s);
	s = strchr(s, '\n') + 1;
	end = strstr(s, ".Ed\n");
	assert_non_null(end);
	*end = '\0';
	snprintf(file, sizeof(file), "%%rec: Code\n\n%s", s);
	folder_write(folder, path, file);
	return end + 1;
}

static void the_example_of_the_manual_can_be_built(void **state)
{
	static const char *const pages[] = { "sipcode.5", "vi/sipcode.5" };

	(void)state;
	for (size_t i = 0; i < LEN(pages); i++) {
		char *text = folder_read(SIPCODE_DATA "/../man", pages[i]);
		const char *folder = gen_folder();
		struct run r = { 0 };
		char *table;

		assert_non_null(text);
		write_display(folder, "en/manual.rec",
		              write_display(folder, "manual.rec", text));
		gen_run(&r, folder);
		assert_run(&r, 0, "", "");
		table = gen_table(folder);
		assert_non_null(table);
		assert_holds(table, "Token Expired");
		assert_holds(table, "The login has expired.");
		free(table);
		free(text);
		run_free(&r);
		folder_remove(folder);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_example_of_the_manual_can_be_built),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
