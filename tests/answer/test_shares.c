/* test_shares.c - counts and shares, names of methods, remarks and findings at
 * their bounds. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>

#include "answer/method.h"
#include "answer/own.h"
#include "answer/tally.h"

static void a_share_is_rounded(void **state)
{
	static const struct {
		uint64_t total, count;
		unsigned share;
	} rows[] = {
		{ 0, 0, 0 },         { 0, 1, 0 },
		{ 1, 1, 10000 },     { 3, 1, 3333 },
		{ 3, 2, 6667 },      { 20000, 1, 1 },
		{ 20001, 1, 0 },     { 19999, 1, 1 },
		{ TALLY_MAX, 1, 0 }, { TALLY_MAX, TALLY_MAX, 10000 },
		{ 7, 7, 10000 },     { 8, 1, 1250 },
	};
	struct tally *t = calloc(1, sizeof(*t));

	(void)state;
	assert_non_null(t);
	for (size_t i = 0; i < LEN(rows); i++) {
		t->total = rows[i].total;
		assert_int_equal(tally_share(t, rows[i].count), rows[i].share);
	}
	free(t);
}

static void a_share_has_two_places(void **state)
{
	static const struct {
		unsigned share;
		char text[8];
	} rows[] = {
		{ 0, "0.00" },       { 5, "0.05" },     { 50, "0.50" },
		{ 99, "0.99" },      { 100, "1.00" },   { 1234, "12.34" },
		{ 10000, "100.00" }, { 1090, "10.90" }, { 909, "9.09" },
	};
	struct strbuf b = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		strbuf_reset(&b);
		tally_percent(&b, rows[i].share);
		assert_string_equal(strbuf_text(&b), rows[i].text);
	}
	strbuf_free(&b);
}

static void a_class_has_its_hundred_codes(void **state)
{
	struct tally *t = calloc(1, sizeof(*t));

	(void)state;
	assert_non_null(t);
	tally_add(t, 399, 1);
	tally_add(t, 400, 2);
	tally_add(t, 499, 4);
	tally_add(t, 500, 8);
	tally_add(t, 499, 16);
	assert_int_equal(t->total, 31);
	assert_int_equal(t->count[499], 20);
	assert_int_equal(tally_class(t, 3), 1);
	assert_int_equal(tally_class(t, 4), 22);
	assert_int_equal(tally_class(t, 5), 8);
	assert_int_equal(tally_class(t, 1), 0);
	free(t);
}

static void a_key_is_one_of_four_words(void **state)
{
	(void)state;
	for (int i = BY_METHOD; i < BYS; i++) {
		const char *name = tally_by_name((enum tally_by)i);
		size_t n = strlen(name);

		assert_int_equal(tally_by_named(name, n), i);
		assert_int_equal(tally_by_named(name, n - 1), BYS);
		assert_int_equal(tally_by_named(name, n + 1), BYS);
	}
	assert_string_equal(tally_by_name(BY_NOTHING), "");
	assert_int_equal(tally_by_named("", 0), BYS);
	assert_int_equal(tally_by_named("hourx", 5), BYS);
	assert_int_equal(tally_by_named("houx", 4), BYS);
	assert_true(tally_reads_other("(other)x", 7));
	assert_false(tally_reads_other("(other)x", 8));
	assert_false(tally_reads_other("(other]", 7));
	assert_false(tally_reads_other("(other", 6));
}

static void a_method_is_known_by_its_whole_name(void **state)
{
	(void)state;
	for (int i = 0; i < METHOD_other; i++) {
		const char *name = tally_method_name((enum method)i);
		size_t n = strlen(name);

		assert_int_equal(tally_method(name, n), i);
		assert_int_equal(tally_method(name, n - 1), METHOD_other);
		assert_int_equal(tally_method(name, n + 1), METHOD_other);
	}
	assert_int_equal(tally_method("INVITES", 7), METHOD_other);
	assert_int_equal(tally_method("iNVITE", 6), METHOD_other);
	assert_int_equal(tally_method("", 0), METHOD_unknown);
	assert_string_equal(tally_method_name(METHOD_other), "other");
	assert_string_equal(tally_method_name(METHOD_unknown), "unknown");
}

/* So many bytes behind the front, and then the end of what is looked at. */
static int says_missed(const char *front, size_t fill)
{
	struct bytes b = { 0 };
	int says;

	bytes_str(&b, front);
	bytes_fill(&b, '.', fill);
	bytes_str(&b, "ACC: call missed");
	says = method_says_missed(b.s, strlen(front) + fill);
	bytes_free(&b);
	return says;
}

static void a_line_says_that_a_call_was_missed(void **state)
{
	enum { LONG = 2048, WORDS = sizeof("ACC: call missed") - 1 };

	(void)state;
	assert_true(says_missed("ACC: call missed", 0));
	assert_true(says_missed("xACC: CALL missed", 1));
	assert_true(says_missed("\nACC: call missed", 3));
	assert_true(says_missed("\rACC: call missed", 3));
	assert_false(says_missed("ACC: call missed\n", 0));
	assert_false(says_missed("ACC: call missed\r", 9));
	assert_false(says_missed("ACC: call misse\nd", 9));
	assert_false(says_missed("ACC: call misse", 0));
	assert_false(says_missed("CC: call missed", 4));
	assert_false(says_missed("", 0));
	assert_true(says_missed("ACC: call missed", LONG - WORDS));
	assert_false(says_missed("ACC: call missed", LONG - WORDS + 1));
	assert_true(says_missed("xACC: call missed", LONG - WORDS));
}

static void a_new_remark_has_no_meaning_yet(void **state)
{
	struct explained e = { 0 };
	struct sipcode_span value = { "v", 1 };
	struct remark *r = remark_add(&e, "Header", "part", value);

	(void)state;
	assert_int_equal(e.remarks, 1);
	assert_int_equal(r->header.n, 6);
	assert_string_equal(r->header.s, "Header");
	assert_string_equal(r->part, "part");
	assert_ptr_equal(r->value.s, value.s);
	assert_null(r->row);
	assert_int_equal(r->meaning, SIPCODE_F_NONE);
	assert_int_equal(r->step, SIPCODE_F_NONE);
	assert_int_equal(r->label, -1);
	assert_int_equal(r->more, 0);
	remark_link(r, NULL, SIPCODE_F_MEANING, SIPCODE_F_LOOK);
	assert_int_equal(r->meaning, SIPCODE_F_NONE);
	assert_int_equal(r->step, SIPCODE_F_NONE);
	remark_link(r, sipcode_row(0, SIPCODE_CAUSES, 0), SIPCODE_F_MEANING,
	            SIPCODE_F_LOOK);
	assert_int_equal(r->meaning, SIPCODE_F_MEANING);
	assert_int_equal(r->step, SIPCODE_F_LOOK);
	explained_free(&e);
	assert_int_equal(e.remarks, 0);
}

/* What is more is counted by the last one. */
static void a_hundred_remarks_are_made(void **state)
{
	struct explained e = { 0 };
	struct sipcode_span value = { "v", 1 };
	struct values w = { .first = 1 };

	(void)state;
	remark_add(&e, "First", "", value);
	for (int i = 0; i < REMARKS_SAME; i++) {
		assert_false(remark_is_full(&e, &w));
		remark_add(&e, "Same", "", value);
	}
	assert_int_equal(e.remark[REMARKS_SAME].more, 0);
	assert_true(remark_is_full(&e, &w));
	assert_true(remark_is_full(&e, &w));
	assert_int_equal(e.remarks, REMARKS_SAME + 1);
	assert_int_equal(e.remark[REMARKS_SAME].more, 2);
	assert_int_equal(e.remark[REMARKS_SAME - 1].more, 0);
	explained_free(&e);
}

static void a_rule_is_known_by_its_whole_name(void **state)
{
	struct sipcode_finding f;
	char id[RULE_MAX + 1];
	size_t n, rules = 0, notes = 0;

	(void)state;
	for (; finding_of_rule(rules, &f); rules++) {
		n = sipcode_rule_id(&f, id, sizeof(id));
		assert_true(n > 0 && n < RULE_MAX);
		assert_true(finding_is_rule(id, n));
		assert_false(finding_is_rule(id, n - 1));
		id[n] = 'x';
		assert_false(finding_is_rule(id, n + 1));
		notes += (size_t)!finding_is_fault(&f);
	}
	assert_int_equal(rules, (size_t)SIPCODE_PROBLEMS - 1 +
	                                sipcode_rows(SIPCODE_DUTIES));
	assert_int_equal(notes, 1);
	assert_false(finding_is_rule("", 0));
}

static void a_list_of_rules_has_commas(void **state)
{
	static const char *const none[] = { "", "x", "bad-code,lacks" };
	struct sipcode_finding f = { .problem = SIPCODE_BAD_LINE, .must = 1 };
	struct wanted w = { 0, 0, none, LEN(none) };
	char id[RULE_MAX], list[2 * RULE_MAX + 8];
	const char *lists[] = { "x", list };
	size_t n = sipcode_rule_id(&f, id, sizeof(id));
	static const struct {
		char front[4], behind[4];
		int wanted;
	} rows[] = {
		{ "", "", 0 },    { "x,", "", 0 },  { "", ",x", 0 },
		{ ",", "", 0 },   { "", ",", 0 },   { "x", "", 1 },
		{ "", "x", 1 },   { "x,", "x", 1 }, { "x", ",x", 1 },
		{ "x,", ",", 0 },
	};

	(void)state;
	assert_true(finding_is_wanted(&w, &f));
	w.ignored = lists;
	w.lists = LEN(lists);
	for (size_t i = 0; i < LEN(rows); i++) {
		strcpy(list, rows[i].front);
		strncat(list, id, n);
		strcat(list, rows[i].behind);
		assert_int_equal(finding_is_wanted(&w, &f), rows[i].wanted);
	}
	w.lists = 1;
	assert_true(finding_is_wanted(&w, &f));
	w.errors_only = 1;
	assert_true(finding_is_wanted(&w, &f));
	f.must = 0;
	assert_false(finding_is_wanted(&w, &f));
	f.must = 1;
	f.problem = SIPCODE_UNFINISHED;
	assert_false(finding_is_wanted(&w, &f));
	w.errors_only = 0;
	assert_true(finding_is_wanted(&w, &f));
}

static void a_finding_has_its_level(void **state)
{
	struct sipcode_finding f = { .problem = SIPCODE_BAD_LINE, .must = 1 };

	(void)state;
	assert_string_equal(finding_level(&f), "error");
	f.must = 0;
	assert_string_equal(finding_level(&f), "warning");
	f.problem = SIPCODE_UNFINISHED;
	assert_string_equal(finding_level(&f), "note");
	f.must = 1;
	assert_string_equal(finding_level(&f), "note");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_share_is_rounded),
		TEST(a_share_has_two_places),
		TEST(a_class_has_its_hundred_codes),
		TEST(a_key_is_one_of_four_words),
		TEST(a_method_is_known_by_its_whole_name),
		TEST(a_line_says_that_a_call_was_missed),
		TEST(a_new_remark_has_no_meaning_yet),
		TEST(a_hundred_remarks_are_made),
		TEST(a_rule_is_known_by_its_whole_name),
		TEST(a_list_of_rules_has_commas),
		TEST(a_finding_has_its_level),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
