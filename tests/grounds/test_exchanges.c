/* test_exchanges.c - what is said of the exchanges in the folder exchanges.
 *
 * A file a code, or a few that are alike.  "=== messages NAME" begins an
 * exchange, as a log has it; below "=== led" stands what explain has to print
 * under "What led to it", all of it, for each response that has it; below
 * "=== hidden", a line each, what no format may show. */
#include "harness.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "expect.h"

enum { EXCHANGES_LEAST = 3, PATH_SIZE = 1024 };

struct exchange_text {
	char name[80];
	struct bytes messages, led, hidden;
};

static void read_file(const char *path, struct bytes *b)
{
	char piece[4096];
	FILE *f = fopen(path, "r");
	size_t n;

	assert_non_null(f);
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		bytes_add(b, piece, n);
	fclose(f);
	bytes_add(b, "", 1);
}

/* The lines under the heading, up to the empty one, of all responses. */
static void sections(const char *out, struct bytes *b)
{
	const char *heading = expected_label("led");
	size_t n = strlen(heading);
	int within = 0;

	while (*out != '\0') {
		size_t len = strcspn(out, "\n");

		if (len == 0)
			within = 0;
		if (within) {
			bytes_add(b, out, len);
			bytes_add(b, "\n", 1);
		}
		if (len == n && memcmp(out, heading, n) == 0)
			within = 1;
		out += len + (out[len] == '\n');
	}
	bytes_add(b, "", 1);
}

static void check_led(const struct exchange_text *x)
{
	struct run r = { 0 };
	struct bytes led = { 0 };

	run_cli(&r, (const char *const[]){ "explain", "-a", NULL },
	        x->messages.s);
	sections(r.out, &led);
	if (strcmp(led.s, x->led.s) != 0)
		printf("%s:\n--- expected\n%s--- is\n%s", x->name, x->led.s,
		       led.s);
	assert_string_equal(led.s, x->led.s);
	assert_int_equal(r.status, 0);
	assert_string_equal(r.err, "");
	run_free(&r);
	free(led.s);
}

static void check_hidden(const struct exchange_text *x)
{
	static const char *const calls[][6] = {
		{ "explain", "-a" },         { "explain", "-a", "-w", "40" },
		{ "explain", "-j" },         { "explain", "-t" },
		{ "explain", "-a", "-l", "vi" },
		{ "check" },                 { "check", "-j" },
		{ "check", "-t" },
	};
	char *copy = strdup(x->hidden.s);

	for (size_t i = 0; i < LEN(calls); i++) {
		struct run r = { 0 };

		run_cli(&r, calls[i], x->messages.s);
		for (char *s = copy; *s != '\0';) {
			size_t n = strcspn(s, "\n");
			char end = s[n];

			s[n] = '\0';
			assert_true(n > 0);
			assert_holds(x->messages.s, s);
			assert_lacks(r.out, s);
			assert_lacks(r.err, s);
			s[n] = end;
			s += n + (end == '\n');
		}
		assert_string_equal(r.err, "");
		run_free(&r);
	}
	free(copy);
}

static void check_exchange(struct exchange_text *x)
{
	bytes_add(&x->messages, "", 1);
	bytes_add(&x->led, "", 1);
	bytes_add(&x->hidden, "", 1);
	check_led(x);
	check_hidden(x);
	free(x->messages.s);
	free(x->led.s);
	free(x->hidden.s);
	memset(x, 0, sizeof(*x));
}

/* Returns how many exchanges the file has. */
static size_t check_file(const char *path)
{
	struct bytes file = { 0 };
	struct exchange_text x;
	struct bytes *part = NULL;
	size_t n = 0;

	memset(&x, 0, sizeof(x));
	read_file(path, &file);
	for (const char *s = file.s; *s != '\0';) {
		size_t len = strcspn(s, "\n");
		size_t whole = len + (s[len] == '\n');

		if (strncmp(s, "=== messages ", 13) == 0) {
			if (n++ > 0)
				check_exchange(&x);
			snprintf(x.name, sizeof(x.name), "%s: %.*s",
			         strrchr(path, '/') + 1, (int)len - 13, s + 13);
			part = &x.messages;
		} else if (strncmp(s, "=== led", len) == 0 && len == 7) {
			part = &x.led;
		} else if (strncmp(s, "=== hidden", len) == 0 && len == 10) {
			part = &x.hidden;
		} else if (part != NULL) {
			bytes_add(part, s, whole);
		}
		s += whole;
	}
	if (n > 0)
		check_exchange(&x);
	free(file.s);
	return n;
}

static void all_exchanges_are_explained(void **state)
{
	DIR *folder = opendir(SIPCODE_EXCHANGES);
	struct dirent *entry;
	size_t files = 0;

	(void)state;
	assert_non_null(folder);
	while ((entry = readdir(folder)) != NULL) {
		char path[PATH_SIZE];

		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", SIPCODE_EXCHANGES,
		         entry->d_name);
		files++;
		if (check_file(path) < EXCHANGES_LEAST)
			fail_msg("%s: too few exchanges", entry->d_name);
	}
	closedir(folder);
	assert_true(files > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(all_exchanges_are_explained),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
