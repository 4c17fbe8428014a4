/* test_json.c - every answer in JSON is a document of RFC 8259. */
#include "files.h"
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "machine/json.h"
#include "jsonread.h"

static void every_answer_parses(void **state)
{
	static const char *const calls[][6] = {
		{ "421" }, { "421", "486" }, { "4xx" }, { "421", "4xx", "498" },
		{ "498" }, { "170489" }, { "0x486" }, { "999" },
		{ "busy here" },
		{ "list" }, { "list", "-a" }, { "list", "4xx" },
		{ "list", "490" }, { "search", "busy" }, { "search", "xyzzy" },
		{ "cause" }, { "cause", "17" }, { "cause", "--sip", "486" },
		{ "warning" }, { "warning", "304" }, { "option" },
		{ "option", "100rel" }, { "flow" }, { "flow", "486" },
		{ "compare", "200", "421" }, { "compare", "480", "486", "600" },
		{ "compare", "486", "600" }, { "-b", "421" }, { "-w40", "421" },
		{ "--color=always", "421" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		const char *argv[8] = { "--json" };

		memcpy(argv + 1, calls[i], sizeof(calls[i]));
		run_cli(&r, argv, NULL);
		assert_in_range(r.status, 0, 1);
		assert_json(r.out, r.out_len);
	}
	run_free(&r);
}

static void every_row_parses_and_has_all_columns(void **state)
{
	static const struct {
		enum sipcode_set set;
		const char *command;
	} sets[] = {
		{ SIPCODE_CODES, "show" }, { SIPCODE_CAUSES, "cause" },
		{ SIPCODE_WARNINGS, "warning" }, { SIPCODE_OPTIONS, "option" },
		{ SIPCODE_CLASSES, "show" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t s = 0; s < LEN(sets); s++) {
		struct sipcode_column key = sipcode_column(sets[s].set, 0);
		const struct sipcode_row *row;
		size_t columns = 0;

		while (sipcode_column(sets[s].set, columns).field != 0)
			columns++;
		for (size_t i = 0; (row = sipcode_row(0, sets[s].set, i));
		     i++) {
			char number[16];

			snprintf(number, sizeof(number), "%lu",
			         sipcode_number(row, key.field, 0));
			RUN(&r, sets[s].command, "-j",
			    key.type == SIPCODE_T_NUMBER ? number
			    : sipcode_text(row, key.field, 0));
			assert_run(&r, 0, "*", "");
			assert_json(r.out, r.out_len);
			assert_int_equal(json_len(r.out, ""), 1);
			assert_int_equal(json_len(r.out, "0"), columns);
		}
	}
	run_free(&r);
}

static void values_stand_under_the_names_of_their_fields(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN(&r, "-j", "421", "4xx");
	assert_run(&r, 0, "*", "");
	assert_json_at(r.out, "0.code", "421");
	assert_json_at(r.out, "0.phrase", "\"Extension Required\"");
	assert_json_at(r.out, "0.class", "\"4xx\"");
	assert_json_at(r.out, "0.status", "\"registered\"");
	assert_json_at(r.out, "0.unconfirmed", "null");
	assert_json_at(r.out, "0.reference.0",
	               "\"RFC 3261 section 21.4.16\"");
	assert_json_at(r.out, "1.class", "\"4xx\"");
	RUN(&r, "-j", "list", "421-422");
	assert_run(&r, 0, "*", "");
	assert_int_equal(json_len(r.out, ""), 2);
	assert_json_at(r.out, "1.code", "422");
	assert_json_at(r.out, "1.phrase", "\"Session Interval Too Small\"");
	RUN(&r, "-j", "search", "busy", "here");
	assert_run(&r, 0, "*", "");
	assert_json_at(r.out, "0.kind", "\"code\"");
	assert_json_at(r.out, "0.key", "486");
	assert_json_at(r.out, "0.phrase", "\"Busy Here\"");
	run_free(&r);
}

static void rows_that_belong_to_one_stand_in_full(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN(&r, "-j", "406");
	assert_run(&r, 0, "*", "");
	assert_json_at(r.out, "0.practice.0.id", "\"406-codecs\"");
	assert_non_null(json_at(r.out, "0.practice.0.text"));
	assert_json_at(r.out, "0.duties.0.condition", "null");
	RUN(&r, "-j", "cause", "17");
	assert_run(&r, 0, "*", "");
	assert_json_at(r.out, "0.cause", "17");
	assert_json_at(r.out, "0.kind", "\"q850\"");
	assert_true(json_len(r.out, "0.mappings") > 2);
	assert_json_at(r.out, "0.mappings.0.cause", "17");
	assert_non_null(json_at(r.out, "0.mappings.0.code.0"));
	RUN(&r, "-j", "486");
	assert_run(&r, 0, "*", "");
	assert_non_null(json_at(r.out, "0.duties.0.header"));
	assert_non_null(json_at(r.out, "0.see.0"));
	run_free(&r);
}

static void the_same_field_has_the_same_value_bare_and_in_json(void **state)
{
	const struct sipcode_row *row;
	struct run json = { 0 }, bare = { 0 };

	(void)state;
	RUN(&json, "-j", "list", "-a");
	RUN(&bare, "-F", "code", "list", "-a");
	assert_run(&json, 0, "*", "");
	assert_run(&bare, 0, "*", "");
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		char path[32], number[16];

		snprintf(path, sizeof(path), "%zu.code", i);
		snprintf(number, sizeof(number), "%lu",
		         sipcode_number(row, SIPCODE_F_CODE, 0));
		assert_json_at(json.out, path, number);
		assert_holds(bare.out, number);
	}
	assert_int_equal(json_len(json.out, ""), times(bare.out, "\n"));
	run_free(&json);
	run_free(&bare);
}

/* DESIGN section 5: one document, whatever was found. */
static void only_the_fields_that_are_named_are_members(void **state)
{
	static const struct check checks[] = {
		{ { "-j", "-F", "phrase,code", "486", "600" }, 0,
		  "\\[{\"phrase\":\"Busy Here\",\"code\":486},\n"
		  "{\"phrase\":\"Busy Everywhere\",\"code\":600}\\]\n", "" },
		{ { "-Fcode", "-fjson", "compare", "486", "600" }, 0,
		  "\\[{\"code\":486},\n{\"code\":600}\\]\n", "" },
		{ { "-jFcode,code", "486" }, 0, "\\[{\"code\":486}\\]\n", "" },
		{ { "-jFcode", "search", "busy", "here" }, 0,
		  "\\[{\"code\":486},\n*", "" },
		{ { "-jFcode", "697" }, 1, "\\[\\]\n", "*'697'\n" },
		/* What has the fields is shown. */
		{ { "-jFcode", "486", "4xx", "404" }, 2,
		  "\\[{\"code\":486},\n{\"code\":404}\\]\n",
		  "sipcode: a class has no field: 'code'\n" TRY },
		{ { "-Fcode", "4xx", "486", "5xx" }, 2, "486\n",
		  "sipcode: a class has no field: 'code'\n" TRY },
		{ { "-jFcode", "4xx" }, 2, "",
		  "sipcode: a class has no field: 'code'\n" TRY },
		{ { "-j0Fcode", "486" }, 2, "",
		  "sipcode: --null goes without --json\n" TRY },
	};
	struct run r = { 0 };

	(void)state;
	CHECK(checks);
	RUN(&r, "-jFmappings,code", "cause", "17");
	assert_run(&r, 2, "", "*'code'\n" TRY);
	RUN(&r, "-jFmappings,name,cause", "cause", "17");
	assert_run(&r, 0, "*", "");
	assert_json(r.out, r.out_len);
	assert_int_equal(json_len(r.out, "0"), 3);
	assert_json_at(r.out, "0.cause", "17");
	assert_true(json_len(r.out, "0.mappings") > 2);
	run_free(&r);
}

static void a_miss_is_an_empty_list(void **state)
{
	static const struct check checks[] = {
		{ { "-j", "xyzzy" }, 1, "\\[\\]\n", "*'xyzzy'\n" },
		{ { "-j", "list", "497" }, 1, "\\[\\]\n", "*" },
		{ { "-j", "search", "xyzzy" }, 1, "\\[\\]\n", "*" },
		{ { "-j", "cause", "9999" }, 1, "\\[\\]\n", "*'9999'\n" },
		{ { "-j", "cause", "--sip", "199" }, 1, "\\[\\]\n", "*" },
		{ { "-j", "warning", "1" }, 1, "\\[\\]\n", "*'1'\n" },
		{ { "-j", "option", "qqqqqqqqq" }, 1, "\\[\\]\n", "*" },
		{ { "-j", "flow", "xyzzy" }, 1, "\\[\\]\n", "*" },
	};

	(void)state;
	CHECK(checks);
}

static void misuse_writes_no_json(void **state)
{
	static const struct check checks[] = {
		{ { "-j", "--bogus" }, 2, "", "*" TRY },
		{ { "-j", "compare" }, 2, "", "*" TRY },
	};

	(void)state;
	CHECK(checks);
}

static void strings_are_escaped_as_the_standard_has_it(void **state)
{
	static const struct {
		const char *s;
		size_t n;
		const char *want;
	} strings[] = {
		{ "", 0, "\"\"" },
		{ "421", 3, "\"421\"" },
		{ "a\"b\\c/", 6, "\"a\\\"b\\\\c/\"" },
		{ "\n\r\t", 3, "\"\\n\\r\\t\"" },
		{ "\0\1\33", 3, "\"\\u0000\\u0001\\u001b\"" },
		{ "\177", 1, "\"\\u007f\"" },
		{ "m\303\241y", 4, "\"m\303\241y\"" },
		{ "\360\237\230\200", 4, "\"\360\237\230\200\"" },
		/* CSI, a mark of direction, one that hides, a tag letter. */
		{ "\302\233" "31m", 5, "\"\\u009b31m\"" },
		{ "\342\200\256x", 4, "\"\\u202ex\"" },
		{ "\302\255", 2, "\"\\u00ad\"" },
		{ "\342\200\250", 3, "\"\\u2028\"" },
		{ "\357\273\277", 3, "\"\\ufeff\"" },
		{ "\363\240\201\201", 4, "\"\\udb40\\udc41\"" },
		/* A selector of a variation belongs to what it follows. */
		{ "\342\234\224\357\270\217", 6,
		  "\"\342\234\224\357\270\217\"" },
		{ "a\377b", 3, "\"a\357\277\275b\"" },
		{ "\303", 1, "\"\357\277\275\"" },
		{ "\355\240\200", 3,
		  "\"\357\277\275\357\277\275\357\277\275\"" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(strings); i++) {
		struct sheet sheet;

		sheet_open(&sheet, 1, 0);
		json_string(&sheet.o, strings[i].s, strings[i].n);
		out_char(&sheet.o, '\n');
		sheet_text(&sheet);
		assert_json(sheet.text, sheet.len);
		sheet.text[sheet.len - 1] = '\0';
		assert_string_equal(sheet.text, strings[i].want);
		sheet_close(&sheet);
	}
}

/* What a log or a name brings stands by its number, in any JSON. */
static void nothing_from_outside_reaches_a_terminal_as_it_is(void **state)
{
	static const char csi[] = "\302\233", turn[] = "\342\200\256";
	static const char *const commands[] = { "tally", "explain", "check" };
	const char *folder = folder_new();
	char path[FILE_PATH_MAX + 16];
	struct run r = { 0 };

	(void)state;
	snprintf(path, sizeof(path), "%s/a%s%s", folder, csi, turn);
	folder_write(folder, path + strlen(folder) + 1,
	             "SIP/2.0 486 a\302\233m\342\200\256\r\n"
	             "X: \302\233\342\200\256\r\n\r\n");
	for (size_t i = 0; i < LEN(commands); i++) {
		RUN(&r, commands[i], "-j", path);
		assert_run(&r, i == 2, "*", "");
		assert_json(r.out, r.out_len);
		assert_lacks(r.out, csi);
		assert_lacks(r.out, turn);
		if (i > 0)
			assert_holds(r.out, "/a\\u009b\\u202e\"");
	}
	run_free(&r);
	folder_remove(folder);
}

/* The reader of these tests would see it. */
static void the_reader_refuses_what_is_no_json(void **state)
{
	static const char *const good = "{\"a\":[1,\"x\",{\"b\":null}]}\n";
	static const char *const bad[] = {
		"", "\n", "[1]", "[1]\n\n", "[1,]\n", "[1 2]\n", "{a:1}\n",
		"{\"a\":1,}\n", "{\"a\":1,\"a\":2}\n", "{\"A\":1}\n",
		"{\"\":1}\n", "[01]\n", "[+1]\n", "[1.]\n", "['a']\n",
		"[\"a]\n", "[\"\t\"]\n", "[\"\\x\"]\n", "[\"\\u12\"]\n",
		"[\"\377\"]\n", "[nul]\n", "[\"a\"\n", "[1]]\n",
	};

	(void)state;
	for (size_t i = 0; i < LEN(bad); i++)
		if (json_fault(bad[i], strlen(bad[i])) == NULL)
			fail_msg("taken for JSON: %s", bad[i]);
	assert_json(good, strlen(good));
	assert_json_at(good, "a.2.b", "null");
	assert_null(json_at(good, "a.3"));
	assert_null(json_at(good, "b"));
	assert_null(json_at("{\"a\":1,}", "b"));
	assert_int_equal(json_len(good, "a"), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_answer_parses),
		TEST(every_row_parses_and_has_all_columns),
		TEST(values_stand_under_the_names_of_their_fields),
		TEST(rows_that_belong_to_one_stand_in_full),
		TEST(the_same_field_has_the_same_value_bare_and_in_json),
		TEST(only_the_fields_that_are_named_are_members),
		TEST(a_miss_is_an_empty_list),
		TEST(misuse_writes_no_json),
		TEST(strings_are_escaped_as_the_standard_has_it),
		TEST(nothing_from_outside_reaches_a_terminal_as_it_is),
		TEST(the_reader_refuses_what_is_no_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
