/* test_derived.c - what is said of every pair of codes that nobody has
 * compared by hand: nothing false, and nothing that tells nothing. */
#include "expect.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "jsonread.h"

#define TEXT(row, field) sipcode_text(row, SIPCODE_F_##field, 0)

/* The methods of the IANA registry but ACK, which is never answered. */
static const char *const methods[] = {
	"INVITE", "BYE", "CANCEL", "OPTIONS", "REGISTER", "PRACK", "UPDATE",
	"INFO", "SUBSCRIBE", "NOTIFY", "REFER", "MESSAGE", "PUBLISH",
};

/* The codes that ask the client for a change which it can make by itself:
 * credentials, another body or scheme, a longer interval, more digits, an
 * extension more or less.  A refusal asks for nothing. */
static const unsigned asking[] = {
	401, 407, 413, 415, 416, 417, 420, 421, 422, 423, 424, 428, 429, 439,
	469, 484, 489, 493, 494,
};

static int names(const struct sipcode_row *code, enum sipcode_field field,
                 const char *method)
{
	for (size_t i = 0; i < sipcode_len(code, field); i++)
		if (strcmp(sipcode_text(code, field, i), method) == 0)
			return 1;
	return 0;
}

static int answers(const struct sipcode_row *code, const char *method)
{
	return (names(code, SIPCODE_F_METHOD, "any") ||
	        names(code, SIPCODE_F_METHOD, method)) &&
	       !names(code, SIPCODE_F_NOT_METHOD, method);
}

/* Of a code that does not say what it answers, nothing is known. */
static int meet(const struct sipcode_row *a, const struct sipcode_row *b)
{
	if (sipcode_len(a, SIPCODE_F_METHOD) == 0 ||
	    sipcode_len(b, SIPCODE_F_METHOD) == 0)
		return 1;
	for (size_t i = 0; i < LEN(methods); i++)
		if (answers(a, methods[i]) && answers(b, methods[i]))
			return 1;
	return 0;
}

static unsigned long number(const struct sipcode_row *code)
{
	return sipcode_number(code, SIPCODE_F_CODE, 0);
}

static int asks(const struct sipcode_row *code)
{
	for (size_t i = 0; i < LEN(asking); i++)
		if (asking[i] == number(code))
			return 1;
	return 0;
}

/* The label of the sentence that is true of two codes, a below b; NULL if
 * none is. */
static const char *true_sentence(const struct sipcode_row *a,
                                 const struct sipcode_row *b)
{
	if (!meet(a, b))
		return "never_meet";
	if (number(b) < 200)
		return "provisional";
	if (number(a) < 200)
		return "sequence";
	if (number(a) >= 300 || number(b) < 300)
		return NULL;
	return asks(b) ? "asks_first" : "success";
}

static void add_methods(struct bytes *b, const struct sipcode_row *code)
{
	enum sipcode_field field = SIPCODE_F_METHOD;
	int any = names(code, field, "any");

	EXPECT(b, any ? expected_label("answers_any") : "");
	if (any)
		field = SIPCODE_F_NOT_METHOD;
	for (size_t i = 0; i < sipcode_len(code, field); i++)
		EXPECT(b, any || i > 0 ? ", " : "",
		       sipcode_text(code, field, i));
}

static void add_part(struct bytes *b, char part, const struct sipcode_row *low,
                     const struct sipcode_row *high)
{
	const struct sipcode_row *code = part == '1' || part == '3' ? low
	                                                            : high;
	char digits[24];

	if (part >= '3') {
		add_methods(b, code);
		return;
	}
	snprintf(digits, sizeof(digits), "%lu", number(code));
	EXPECT(b, digits, " ", TEXT(code, PHRASE));
}

static void add_sentence(struct bytes *b, const char *label,
                         const struct sipcode_row *low,
                         const struct sipcode_row *high)
{
	for (const char *s = expected_label(label); *s != '\0'; s++)
		if (*s == '%')
			add_part(b, *++s, low, high);
		else
			bytes_add(b, s, 1);
}

static int is_by_hand(const struct sipcode_row *a, const struct sipcode_row *b)
{
	const struct sipcode_row *pair;

	for (size_t i = 0; (pair = sipcode_row(0, SIPCODE_PAIRS, i)); i++)
		if (sipcode_len(pair, SIPCODE_F_CODE) == 2 &&
		    sipcode_link(pair, SIPCODE_F_CODE, 0) == a &&
		    sipcode_link(pair, SIPCODE_F_CODE, 1) == b)
			return 1;
	return 0;
}

/* 202 is registered, as a deprecated one. */
static const struct sipcode_row *registered(size_t *i)
{
	const struct sipcode_row *code;

	while ((code = sipcode_row(0, SIPCODE_CODES, (*i)++)) != NULL)
		if (strcmp(TEXT(code, STATUS), "registered") == 0 ||
		    strcmp(TEXT(code, STATUS), "deprecated") == 0)
			return code;
	return NULL;
}

static void compare(struct run *r, const char *how,
                    const struct sipcode_row *a, const struct sipcode_row *b)
{
	char one[24], two[24];

	snprintf(one, sizeof(one), "%lu", number(a));
	snprintf(two, sizeof(two), "%lu", number(b));
	RUN(r, "compare", how, one, two);
	assert_run(r, 0, "*", "");
}

/* Calls for every pair that is not compared by hand; returns how many. */
static size_t each_pair(void (*call)(const struct sipcode_row *,
                                     const struct sipcode_row *))
{
	const struct sipcode_row *a, *b;
	size_t pairs = 0;

	for (size_t i = 0; (a = registered(&i)) != NULL;) {
		size_t k = i;

		while ((b = registered(&k)) != NULL) {
			if (is_by_hand(a, b))
				continue;
			call(a, b);
			pairs++;
		}
	}
	return pairs;
}

static void check_sentence(const struct sipcode_row *a,
                           const struct sipcode_row *b)
{
	const char *label = true_sentence(a, b);
	struct bytes want = { 0 };
	struct run r = { 0 };
	const char *got;

	if (label == NULL) {
		EXPECT(&want, "null");
	} else {
		EXPECT(&want, "\"");
		add_sentence(&want, label, a, b);
		EXPECT(&want, "\"");
	}
	compare(&r, "-j", a, b);
	got = json_at(r.out, "summary");
	assert_non_null(got);
	if (strcmp(got, want.s) != 0)
		fail_msg("%lu and %lu: %s\nnot %s", number(a), number(b), got,
		         want.s);
	run_free(&r);
	bytes_free(&want);
}

static void the_first_sentence_is_true_or_absent(void **state)
{
	(void)state;
	assert_in_range(each_pair(check_sentence), 2600, 2700);
}

/* The part of the line behind "NUMBER: " up to the other code. */
static size_t value_of(const char *line, const char **value)
{
	const char *colon = strstr(line, ": "), *end;

	assert_non_null(colon);
	*value = colon + 2;
	end = strstr(*value, "; ");
	return end == NULL ? strcspn(*value, "\n") : (size_t)(end - *value);
}

static void check_differences(const struct sipcode_row *a,
                              const struct sipcode_row *b)
{
	struct bytes heading = { 0 };
	struct run r = { 0 };
	char second[24];
	const char *s;

	compare(&r, "-w0", a, b);
	EXPECT(&heading, "\n", expected_label("differences"), "\n");
	snprintf(second, sizeof(second), "; %lu: ", number(b));
	s = strstr(r.out, heading.s);
	/* Some codes differ in nothing but their words. */
	for (s = s == NULL ? "" : s + heading.n; *s == ' ';
	     s = strchr(s, '\n') + 1) {
		const char *one, *two = strstr(s, second);
		size_t n = value_of(s, &one), m;

		assert_non_null(two);
		two += strlen(second);
		m = strcspn(two, "\n");
		if (n == m && memcmp(one, two, n) == 0)
			fail_msg("%lu and %lu say the same: %.*s", number(a),
			         number(b), (int)n, one);
	}
	bytes_free(&heading);
	run_free(&r);
}

static void what_is_listed_as_a_difference_differs(void **state)
{
	(void)state;
	each_pair(check_differences);
}

static void check_common(const struct sipcode_row *a,
                         const struct sipcode_row *b)
{
	struct bytes status = { 0 }, method = { 0 };
	struct run r = { 0 };

	compare(&r, "-w0", a, b);
	EXPECT(&status, "\n  ", expected_label("status"), "  ",
	       expected_label("status_registered"), "\n");
	EXPECT(&method, "\n  ", expected_label("answers"), "  ",
	       expected_label("answers_any"), "\n");
	assert_null(strstr(r.out, status.s));
	assert_null(strstr(r.out, method.s));
	bytes_free(&status);
	bytes_free(&method);
	run_free(&r);
}

static void what_all_codes_have_is_not_listed(void **state)
{
	(void)state;
	each_pair(check_common);
}

/* Numbers that no SIP response carries: of a stack or a script, and of TURN. */
static const char *const no_response[] = {
	"102", "441", "442", "490", "508", "510", "520",
};

static void no_sentence_takes_a_number_for_a_response(void **state)
{
	static const char *const others[] = { "183", "200", "404" };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(no_response); i++)
		for (size_t k = 0; k < LEN(others); k++) {
			RUN(&r, "compare", "-j", no_response[i], others[k]);
			assert_run(&r, 0, "*", "");
			assert_json_at(r.out, "summary", "null");
		}
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_first_sentence_is_true_or_absent),
		TEST(no_sentence_takes_a_number_for_a_response),
		TEST(what_is_listed_as_a_difference_differs),
		TEST(what_all_codes_have_is_not_listed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
