/* test_own.c - comparing names: what is the same, and where it ends. */
#include "harness.h"

#include <string.h>

#include "edge.h"
#include "names/dress.h"
#include "names/lists.h"
#include "names/own.h"

static void a_row_is_named_once(void **state)
{
	struct named names = { 0 };

	(void)state;
	named_add(&names, NULL);
	assert_int_equal(names.rows, 0);
	for (size_t twice = 0; twice < 2; twice++)
		for (size_t i = 0; i < NAMED_MAX; i++)
			named_add(&names, sipcode_row(0, SIPCODE_NAMES, i));
	assert_int_equal(names.rows, NAMED_MAX);
	assert_ptr_equal(names.row[1], sipcode_row(0, SIPCODE_NAMES, 1));
	names.rows = NAMED_MAX - 1;
	named_add(&names, sipcode_row(0, SIPCODE_CODES, 0));
	named_add(&names, sipcode_row(0, SIPCODE_CODES, 1));
	assert_int_equal(names.rows, NAMED_MAX);
	assert_ptr_equal(names.row[NAMED_MAX - 1],
	                 sipcode_row(0, SIPCODE_CODES, 0));
}

static int alike(const char *a, const char *b)
{
	size_t n = strlen(b);

	return named_alike(a, edge_behind(b, n), n);
}

static void signs_case_and_accents_do_not_count(void **state)
{
	static const struct {
		char a[16], b[16];
		int alike;
	} rows[] = {
		{ "ab", "ab", 1 },   { "ab", "A-b!", 1 },
		{ "a b", "ab", 1 },  { "ab", "abc", 0 },
		{ "abc", "ab", 0 },  { "ab", "ac", 0 },
		{ "a1", "a1", 1 },   { "a1", "a2", 0 },
		{ "", "", 0 },       { "", "-", 0 },
		{ "-", "", 1 },      { "e", "\303\251", 1 },
		{ "e", "\303", 0 },  { "x\377", "X\377", 1 },
		{ "x\377", "x", 0 }, { "x", "x\377", 0 },
		{ "--a", "a--", 1 }, { "z", "Z", 1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		if (alike(rows[i].a, rows[i].b) != rows[i].alike)
			fail_msg("'%s' and '%s'", rows[i].a, rows[i].b);
}

static void a_long_text_is_like_nothing(void **state)
{
	char s[NAMED_LONG + 2];

	(void)state;
	memset(s, 'a', sizeof(s));
	assert_true(named_alike_n(s, NAMED_LONG, s, NAMED_LONG));
	assert_false(named_alike_n(s, NAMED_LONG + 1, s, NAMED_LONG));
	assert_false(named_alike_n(s, NAMED_LONG, s, NAMED_LONG + 1));
	assert_false(named_alike_n(s, NAMED_LONG + 1, s, NAMED_LONG + 1));
	assert_false(named_alike_n(s, NAMED_LONG, s, NAMED_LONG - 1));
}

static void a_word_is_found_where_it_stands(void **state)
{
	(void)state;
	assert_int_equal(named_find(edge_behind("cause", 5), 5, "cause"), 0);
	assert_int_equal(named_find(edge_behind("xCAUSE", 6), 6, "cause"), 1);
	assert_int_equal(named_find(edge_behind("xcausx", 6), 6, "cause"), 6);
	assert_int_equal(named_find(edge_behind("caus", 4), 4, "cause"), 4);
	assert_int_equal(named_find("cause", 4, "cause"), 4);
	assert_int_equal(named_find("", 0, "cause"), 0);
	assert_int_equal(named_find("a a", 3, "a"), 0);
}

static void a_value_stands_behind_signs(void **state)
{
	static const char s[] = "x =:;/(\"'17y 18";
	size_t n = sizeof(s) - 1, at = 9;
	unsigned long value = 0;
	const char *edge = edge_behind(s, n);

	(void)state;
	assert_int_equal(named_value(edge, n, 1), at);
	assert_int_equal(named_value(edge, n, 0), 0);
	assert_int_equal(named_value(edge, n, n), n);
	assert_false(named_number(edge, n, at, &value));
	assert_true(named_number(edge, at + 2, at, &value));
	assert_int_equal(value, 17);
	assert_true(named_number(edge, n, n - 2, &value));
	assert_int_equal(value, 18);
	assert_true(named_number(edge, n, n - 1, &value));
	assert_int_equal(value, 8);
	assert_false(named_number(edge, n, n, &value));
	assert_false(named_number(edge, n, 0, &value));
	assert_int_equal(named_value(edge_behind("= ", 2), 2, 0), 2);
	assert_true(named_number(edge_behind("5;", 2), 2, 0, &value));
	assert_false(named_number("99999999999999999999999", 23, 0, &value));
}

static void a_name_is_equal_in_any_case(void **state)
{
	(void)state;
	assert_true(named_equals("Via", "vIAx", 3));
	assert_false(named_equals("Via", "vIAx", 4));
	assert_false(named_equals("Via", "vi", 2));
	assert_false(named_equals("Via", "viz", 3));
	assert_true(named_equals("", "x", 0));
}

/* What stands in front of a name, as a number of bytes. */
static void the_origin_of_a_constant_is_left_out(void **state)
{
	static const struct {
		char text[24];
		size_t origin;
	} rows[] = {
		{ "PJSIP_SC_OK", 9 },
		{ "SIP_OK", 4 },
		{ "SIP_", 4 },
		{ "SIP", 0 },
		{ "sip.status:x-y", 11 },
		{ "OK_SIP", 0 },
		{ "SIP OK", 0 },
		{ "SIP_O K", 0 },
		{ "_SIP_OK", 0 },
		{ "SIP__OK", 4 },
		{ "", 0 },
		{ "C.CAUSES-x", 9 },
		{ "SIPX_OK", 0 },
		{ "SI_OK", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t n = strlen(rows[i].text);

		if (name_origin(edge_behind(rows[i].text, n), n) !=
		    rows[i].origin)
			fail_msg("'%s'", rows[i].text);
	}
}

static void a_method_may_be_misspelled(void **state)
{
	static const struct {
		char text[24];
		const char *name, *near;
	} rows[] = {
		{ "INVITE", "INVITE", "INVITE" },
		{ "invite", "INVITE", NULL },
		{ "INVIT", NULL, "INVITE" },
		{ "INVI", NULL, NULL },
		{ "INVITEX", NULL, "INVITE" },
		{ "INVITEXY", NULL, "INVITE" },
		{ "INVITEXYZ", NULL, NULL },
		{ "INVIXX", NULL, NULL },
		{ "ACKK", NULL, NULL },
		{ "PRAC", NULL, NULL },
		{ "PRACKS", NULL, "PRACK" },
		{ "REGISTRY", NULL, "REGISTER" },
		{ "REGITER", NULL, "REGISTER" },
		{ "REGIT", NULL, NULL },
		{ "", NULL, NULL },
		{ "INVITE sip:a SIP/2.0", "INVITE", NULL },
		{ "INVITE sip:a sip/2.0", "INVITE", NULL },
		{ "INVITE SIP/2.0", "INVITE", NULL },
		{ "INVITE SIP/2.0 ", NULL, NULL },
		{ "INVITE sip:a", NULL, NULL },
		{ "INVITE ", NULL, "INVITE" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t n = strlen(rows[i].text);
		const char *s = edge_behind(rows[i].text, n);
		const char *name = name_method(s, n), *near = near_method(s, n);

		if ((name == NULL) != (rows[i].name == NULL) ||
		    (name != NULL && strcmp(name, rows[i].name) != 0))
			fail_msg("'%s' is %s", s, name);
		if ((near == NULL) != (rows[i].near == NULL) ||
		    (near != NULL && strcmp(near, rows[i].near) != 0))
			fail_msg("'%s' is near %s", rows[i].text, near);
	}
}

static void a_word_is_of_its_list(void **state)
{
	(void)state;
	for (int list = LIST_BEFORE; list <= LIST_CODE_KEY; list++) {
		assert_false(list_has((enum list)list, "", 0));
		assert_false(list_has((enum list)list, "xyzzy", 5));
	}
	assert_true(list_has(LIST_BEFORE, "ERRORS", 5));
	assert_false(list_has(LIST_BEFORE, "errors", 6));
	assert_false(list_has(LIST_BEFORE, "erro", 4));
	assert_true(list_has(LIST_BEFORE, "with", 4));
	assert_true(list_has(LIST_BEFORE, "a", 1));
	assert_true(list_has(LIST_COUNTED, "attempts", 8));
	assert_true(list_has(LIST_COUNTED, "phut", 4));
	assert_true(list_has(LIST_NUMBERED, "account", 7));
	assert_true(list_has(LIST_NUMBERED, "width", 5));
	assert_true(list_has(LIST_COUNTING_KEY, "age", 3));
	assert_true(list_has(LIST_COUNTING_KEY, "weight", 6));
	assert_true(list_has(LIST_QUESTION, "code", 4));
	assert_true(list_has(LIST_CODE_KEY, "answer", 6));
	assert_true(list_has(LIST_CODE_KEY, "sc", 2));
	assert_false(list_has(LIST_CODE_KEY, "age", 3));
}

static void a_text_is_bared_on_both_sides(void **state)
{
	static const struct {
		char text[16], bare[16];
	} rows[] = {
		{ "", "" },
		{ "x", "x" },
		{ "(x)", "x" },
		{ "((x", "x" },
		{ "x))", "x" },
		{ "a (x)", "a (x)" },
		{ "(a (x))", "a (x))" },
		{ "x (", "x (" },
		{ ")x(", ")x(" },
		{ " \tx.\n", "x" },
		{ "()", "" },
		{ "...", "" },
		{ "<\"x\">;", "x" },
		{ "x)", "x" },
		{ "-x-", "-x-" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t n = strlen(rows[i].text);
		const char *s = edge_behind(rows[i].text, n);

		dress_bare(&s, &n);
		if (n != strlen(rows[i].bare) ||
		    memcmp(s, rows[i].bare, n) != 0)
			fail_msg("'%s': '%.*s'", rows[i].text, (int)n, s);
		n = strlen(rows[i].text);
		s = edge_before(rows[i].text, n);
		dress_bare(&s, &n);
		assert_int_equal(n, strlen(rows[i].bare));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_row_is_named_once),
		TEST(signs_case_and_accents_do_not_count),
		TEST(a_long_text_is_like_nothing),
		TEST(a_word_is_found_where_it_stands),
		TEST(a_value_stands_behind_signs),
		TEST(a_name_is_equal_in_any_case),
		TEST(the_origin_of_a_constant_is_left_out),
		TEST(a_method_may_be_misspelled),
		TEST(a_word_is_of_its_list),
		TEST(a_text_is_bared_on_both_sides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
