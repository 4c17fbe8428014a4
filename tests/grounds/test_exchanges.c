/* test_exchanges.c - what is said of the exchanges in the folder exchanges.
 *
 * A file a code.  "=== messages NAME" begins an exchange, as a log has it;
 * below "=== led" stands what explain has to print under "What led to it", all
 * of it, for each response that has it; below "=== hidden", a line each, what
 * no format may show. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "expect.h"
#include "parts.h"

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

static void check_led(const struct parts *p)
{
	const char *led = part_of(p, "led");
	struct bytes is = { 0 };
	struct run r = { 0 };

	run_cli(&r, (const char *const[]){ "explain", "-a", NULL },
	        part_of(p, "messages"));
	sections(r.out, &is);
	if (strcmp(is.s, led) != 0)
		printf("%s\n--- expected\n%s--- is\n%s", p->name, led, is.s);
	assert_string_equal(is.s, led);
	assert_int_equal(r.status, 0);
	assert_string_equal(r.err, "");
	run_free(&r);
	bytes_free(&is);
}

/* One line of the secrets, in what a run has shown. */
static void check_line(const char *messages, const struct run *r, const char *s,
                       size_t n)
{
	char *secret = strndup(s, n);

	assert_true(n > 0);
	assert_holds(messages, secret);
	assert_lacks(r->out, secret);
	assert_lacks(r->err, secret);
	free(secret);
}

/* In each format; where nothing has to be hidden, in one of them in turn. */
static void check_hidden(const struct parts *p)
{
	static size_t turn;
	static const char *const calls[][6] = {
		{ "explain", "-a" },
		{ "explain", "-a", "-w", "40" },
		{ "explain", "-j" },
		{ "explain", "-t" },
		{ "explain", "-a", "-l", "vi" },
		{ "explain", "--flow" },
		{ "check" },
		{ "check", "-j" },
		{ "check", "-t" },
	};
	const char *messages = part_of(p, "messages");
	const char *hidden = part_of(p, "hidden");

	turn++;
	for (size_t i = 0; i < LEN(calls); i++) {
		struct run r = { 0 };

		if (*hidden == '\0' && i != turn % LEN(calls))
			continue;
		run_cli(&r, calls[i], messages);
		for (const char *s = hidden; *s != '\0';) {
			size_t n = strcspn(s, "\n");

			check_line(messages, &r, s, n);
			s += n + (s[n] == '\n');
		}
		assert_string_equal(r.err, "");
		run_free(&r);
	}
}

static void check_exchange(const struct parts *p)
{
	check_led(p);
	check_hidden(p);
}

static void all_exchanges_are_explained(void **state)
{
	static const char *const words[] = { "messages", "led", "hidden",
		                             NULL };

	(void)state;
	each_case(SIPCODE_EXCHANGES, 3, words, check_exchange);
}

/* Each code of the table has its file. */
static void every_code_has_exchanges(void **state)
{
	static const unsigned codes[] = {
#define CODE(number, function) number,
#include "grounds/codes.def"
#undef CODE
	};

	(void)state;
	for (size_t i = 0; i < LEN(codes); i++) {
		char path[1024];
		FILE *f;

		snprintf(path, sizeof(path), "%s/%u", SIPCODE_EXCHANGES,
		         codes[i]);
		f = fopen(path, "r");
		if (f == NULL)
			fail_msg("no exchanges for %u", codes[i]);
		else
			fclose(f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(all_exchanges_are_explained),
		TEST(every_code_has_exchanges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
