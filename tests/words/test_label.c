/* test_label.c - labels with what is put into them, verdicts, leads, and the
 * header fields in which products say what went wrong. */
#include "harness.h"

#include <string.h>

#include "words/alike.h"
#include "words/duty.h"
#include "words/label.h"
#include "words/lead.h"
#include "words/mapping.h"
#include "words/row.h"
#include "words/vendor.h"
#include "words/verdict.h"

static void marks_of_a_label_are_filled(void **state)
{
	static const char *const arg[] = { "A", "B", "" };
	static const struct {
		char text[16];
		size_t args;
		char filled[16];
	} rows[] = {
		{ "", 2, "" },
		{ "x", 2, "x" },
		{ "%1", 1, "A" },
		{ "%2", 2, "B" },
		{ "%2", 1, "%2" },
		{ "%3", 2, "%3" },
		{ "<%3>", 3, "<>" },
		{ "%0", 2, "%0" },
		{ "%", 2, "%" },
		{ "%%1", 2, "%A" },
		{ "a%1%2b%1", 2, "aABbA" },
		{ "%1", 0, "%1" },
		{ "1%", 2, "1%" },
		{ "%a", 2, "%a" },
	};
	struct strbuf b = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		strbuf_reset(&b);
		label_fill(&b, rows[i].text, arg, rows[i].args);
		assert_string_equal(strbuf_text(&b), rows[i].filled);
	}
	strbuf_free(&b);
}

static void what_is_more_is_counted_in_words(void **state)
{
	struct strbuf b = { 0 };

	(void)state;
	label_more(&b, 0, 0);
	assert_string_equal(strbuf_text(&b), "");
	label_more(&b, 0, 1);
	assert_string_equal(strbuf_text(&b), " (1 more of this kind)");
	strbuf_reset(&b);
	label_rfc(&b, 0, 3261, "8.1");
	assert_string_equal(strbuf_text(&b), "RFC 3261 section 8.1");
	strbuf_free(&b);
}

/* "Fault. The token has expired. Log in again.": its first sentence. */
static void the_first_sentence_of_a_verdict_has_no_stop(void **state)
{
	const struct sipcode_row *row;
	struct strbuf b = { 0 };
	size_t several = 0;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		const char *s = sipcode_text(row, SIPCODE_F_VERDICT, 0);
		size_t n;

		strbuf_reset(&b);
		verdict_add_first(&b, row);
		n = b.len;
		assert_true(n > 0 && s[n] == '.');
		assert_int_equal(memcmp(b.s, s, n), 0);
		assert_null(strstr(b.s, ". "));
		assert_true(s[n + 1] == '\0' || s[n + 1] == ' ');
		several += s[n + 1] == ' ';
	}
	assert_true(several > 0);
	strbuf_free(&b);
}

static int tells(const char *name)
{
	struct sipcode_span span = { name, strlen(name) };

	return vendor_tells(span);
}

static void a_field_of_a_product_tells_what_went_wrong(void **state)
{
	(void)state;
	assert_true(tells("X-Reason"));
	assert_true(tells("x-some-error"));
	assert_true(tells("X-Cause-Of"));
	assert_true(tells("P-Hangup"));
	assert_true(tells("Errors"));
	assert_true(tells("xErrorx"));
	assert_false(tells("X-Reaso"));
	assert_false(tells("Eason"));
	assert_false(tells("X-"));
	assert_false(tells(""));
	/* A registered one is no product's. */
	assert_false(tells("Reason"));
	assert_false(tells("Error-Info"));
	assert_false(tells("error-info"));
}

/* Else it is the header field, if that is known, or nothing. */
static void a_number_is_the_products_own(void **state)
{
	static const struct {
		char name[32], value[16];
		enum sipcode_set set; /* SIPCODE_SETS: none */
	} rows[] = {
		{ "X-Twilio-Error", "32203", SIPCODE_NUMBERS },
		{ "X-Twilio-Error", "32203 x", SIPCODE_NUMBERS },
		{ "X-Twilio-Error", "32", SIPCODE_HEADERS },
		{ "X-Twilio-Error", "x", SIPCODE_HEADERS },
		{ "X-Twilio-Error", "", SIPCODE_HEADERS },
		{ "X-Twili-Error", "32203", SIPCODE_SETS },
		{ "X-Twilios-Error", "32203", SIPCODE_SETS },
		{ "X-aTwilio-Error", "32203", SIPCODE_SETS },
		{ "X-Twilio9-Error", "32203", SIPCODE_SETS },
		{ "Twilio", "32203", SIPCODE_NUMBERS },
		{ "X-Asterisk-HangupCauseCode", "17", SIPCODE_CAUSES },
		{ "X-Asterisk-HangupCauseCode", "17 x", SIPCODE_CAUSES },
		{ "X-Asterisk-HangupCauseCode", "x", SIPCODE_HEADERS },
		{ "X-Asterisk-HangupCause", "17", SIPCODE_HEADERS },
		{ "Expires", "17", SIPCODE_HEADERS },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct sipcode_span name = { rows[i].name, 0 };
		struct sipcode_span value = { rows[i].value, 0 };
		const struct sipcode_row *row;

		name.n = strlen(name.s);
		value.n = strlen(value.s);
		row = vendor_row(0, name, value);
		if (row == NULL)
			assert_int_equal(rows[i].set, SIPCODE_SETS);
		else if (sipcode_row_set(row) != rows[i].set)
			fail_msg("%s: %s", name.s, value.s);
	}
}

static void a_duty_has_its_breadth(void **state)
{
	const struct sipcode_row *row;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_DUTIES, i)); i++)
		assert_int_equal(sipcode_number(row, SIPCODE_F_FIRST, 0) +
		                         duty_breadth(row),
		                 sipcode_number(row, SIPCODE_F_LAST, 0));
}

/* A condition of a mapping is said as the location, or as it stands. */
static void the_front_of_a_key_says_location(void **state)
{
	const struct sipcode_row *row;
	size_t locations = 0, i = 0;

	(void)state;
	for (; (row = sipcode_row(0, SIPCODE_CONDITIONS, i)); i++) {
		const char *id = sipcode_text(row, SIPCODE_F_ID, 0);
		int is = strncmp(id, "location-", 9) == 0;

		assert_int_equal(mapping_is_location(row) != 0, is);
		locations += (size_t)is;
	}
	assert_true(locations > 0 && locations < i);
}

/* The rules of a class are those of more than one code that reach into it. */
static void rules_of_a_class_span_codes(void **state)
{
	const struct sipcode_row *class_row, *rule;
	size_t all = 0;

	(void)state;
	for (unsigned c = 100; c < 700; c += 100) {
		size_t at = 0, told = 0, there = 0;

		class_row = sipcode_class(0, c);
		while (row_class_rule(class_row, &at) != NULL)
			told++;
		for (size_t i = 0; (rule = sipcode_row(0, SIPCODE_RULES, i));
		     i++) {
			unsigned long a =
				sipcode_number(rule, SIPCODE_F_FIRST, 0);
			unsigned long b =
				sipcode_number(rule, SIPCODE_F_LAST, 0);

			there += a < b && a / 100 * 100 <= c && b >= c;
		}
		assert_int_equal(told, there);
		all += told;
	}
	assert_true(all > 0);
}

/* Adds a product to a list, unless it is there. */
static void list_product(struct strbuf *list, const struct sipcode_row *row)
{
	const char *product = sipcode_text(row, SIPCODE_F_PRODUCT, 0);
	const char *text = strbuf_text(list), *at = text;
	size_t n = strlen(product);

	while ((at = strstr(at, product)) != NULL) {
		if ((at == text || at[-1] == ' ') &&
		    (at[n] == '\0' || strncmp(at + n, ", ", 2) == 0))
			return;
		at += n;
	}
	strbuf_add(list, *text != '\0' ? ", " : "");
	strbuf_add(list, product);
}

/* Those of the numbers of the code, and of the names without a code. */
static void products_of_a_number_are_named_once(void **state)
{
	struct strbuf want = { 0 }, is = { 0 };
	const struct sipcode_row *code, *row;
	size_t several = 0;

	(void)state;
	for (size_t i = 0; (code = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		unsigned long n = sipcode_number(code, SIPCODE_F_CODE, 0);

		strbuf_reset(&want);
		strbuf_reset(&is);
		for (size_t k = 0; k < sipcode_len(code, SIPCODE_F_NUMBERS);
		     k++)
			list_product(&want,
			             sipcode_link(code, SIPCODE_F_NUMBERS, k));
		for (size_t k = 0; (row = sipcode_row(0, SIPCODE_NAMES, k));
		     k++)
			if (sipcode_len(row, SIPCODE_F_NUMBER) > 0 &&
			    sipcode_number(row, SIPCODE_F_NUMBER, 0) == n &&
			    sipcode_len(row, SIPCODE_F_CODE) == 0)
				list_product(&want, row);
		alike_products(&is, code);
		assert_string_equal(strbuf_text(&is), strbuf_text(&want));
		several += strstr(strbuf_text(&is), ", ") != NULL;
		assert_int_equal(
			alike_cause(code) != 0,
			n != 100 && sipcode_by_number(0, SIPCODE_CAUSES, n));
	}
	assert_true(several > 0);
	strbuf_free(&want);
	strbuf_free(&is);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(marks_of_a_label_are_filled),
		TEST(what_is_more_is_counted_in_words),
		TEST(the_first_sentence_of_a_verdict_has_no_stop),
		TEST(a_field_of_a_product_tells_what_went_wrong),
		TEST(a_number_is_the_products_own),
		TEST(a_duty_has_its_breadth),
		TEST(the_front_of_a_key_says_location),
		TEST(rules_of_a_class_span_codes),
		TEST(products_of_a_number_are_named_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
