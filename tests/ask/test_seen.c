/* test_seen.c - who is known to send a phrase: at most so many are told, and
 * of the last code alone. */
#include "bytes.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "answer/answer.h"

/* The lines that begin with a quotation mark. */
static size_t quoted_lines(const char *out)
{
	size_t n = out[0] == '"';

	while ((out = strstr(out, "\n\"")) != NULL) {
		n++;
		out++;
	}
	return n;
}

static size_t senders(const struct sipcode_row *sighting, unsigned long code)
{
	const char *phrase = sipcode_text(sighting, SIPCODE_F_PHRASE, 0);
	const struct sipcode_row *row[1];

	return sipcode_sightings(0, code, phrase, strlen(phrase), row, 1);
}

/* Each number of them once. */
static void so_many_senders_are_told(void **state)
{
	const struct sipcode_row *row;
	struct run r = { 0 };
	size_t tried[SEEN_MAX + 3] = { 0 };
	char text[300];

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_SIGHTINGS, i)); i++) {
		const char *phrase = sipcode_text(row, SIPCODE_F_PHRASE, 0);
		unsigned long code =
			sipcode_number(sipcode_link(row, SIPCODE_F_CODE, 0),
		                       SIPCODE_F_CODE, 0);
		size_t n = code > 0 ? senders(row, code) : 0;

		if (strlen(phrase) > 40 || strpbrk(phrase, "*()\"<>") != NULL)
			continue;
		n = n > SEEN_MAX + 2 ? SEEN_MAX + 2 : n;
		if (n == 0 || tried[n]++ > 0)
			continue;
		snprintf(text, sizeof(text), "SIP/2.0 %lu %s", code, phrase);
		RUN(&r, "-bw0", text);
		assert_int_equal(quoted_lines(r.out),
		                 n > SEEN_MAX ? SEEN_MAX : n);
	}
	run_free(&r);
	assert_true(tried[1] > 0);
	assert_true(tried[SEEN_MAX + 1] + tried[SEEN_MAX + 2] > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(so_many_senders_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
