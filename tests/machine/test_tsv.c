/* test_tsv.c - tab-separated values: a header, a record a line. */
#include "files.h"
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "answer/answer.h"
#include "machine/tsv.h"
#include "words/row.h"

struct table {
	size_t lines, columns, uneven;
};

static void count_tabs(const char *s, size_t n, void *with)
{
	struct table *t = with;
	size_t columns = 1;

	for (size_t i = 0; i < n; i++)
		columns += s[i] == '\t';
	if (t->lines++ == 0)
		t->columns = columns;
	t->uneven += columns != t->columns;
}

static struct table shape(const char *tsv)
{
	struct table t = { 0, 0, 0 };

	each_line(tsv, count_tabs, &t);
	return t;
}

static void every_line_has_as_many_columns_as_the_header(void **state)
{
	static const char *const calls[][6] = {
		{ "421" }, { "421", "486", "180" }, { "4xx", "5xx" },
		{ "170489" }, { "999" }, { "list" }, { "list", "-a" },
		{ "search", "busy" }, { "cause" }, { "cause", "17", "34" },
		{ "cause", "--sip", "486" }, { "warning" },
		{ "warning", "304" },
		{ "option" }, { "option", "100rel", "path" }, { "flow" },
		{ "flow", "486" }, { "compare", "200", "421" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		const char *argv[8] = { "--tsv" };
		struct table t;

		memcpy(argv + 1, calls[i], sizeof(calls[i]));
		run_cli(&r, argv, NULL);
		assert_run(&r, 0, "*", "");
		t = shape(r.out);
		assert_true(t.lines >= 2);
		assert_true(t.columns >= 2);
		assert_int_equal(t.uneven, 0);
	}
	run_free(&r);
}

static void the_header_names_the_fields(void **state)
{
	static const struct check checks[] = {
		{ { "-t", "list", "421" }, 0, "code\tphrase\tclass\tstatus\t"
		  "reference\t*\n421\tExtension Required\t4xx\tregistered\t"
		  "RFC 3261 section 21.4.16\t*\n", "" },
		{ { "-t", "421" }, 0, "code\tphrase\tclass\t*\n421\tExtension "
		  "Required\t4xx\t*\n", "" },
		{ { "-t", "search", "busy", "here" }, 0, "kind\tkey\tphrase\t"
		  "field\ttext\tscore\toperand\ncode\t486\tBusy Here\t"
		  "phrase\tBusy "
		  "Here\t"
		  "*\n", "" },
		{ { "-t", "cause", "--sip=486" }, 0,
		  "product\tdirection\tcode\t"
		  "cause\t*\nRFC 3398\tto-cause\t486\t17\t*\n", "" },
		{ { "-t", "list", "497" }, 1, "code\tphrase\t*\n", "*" },
	};

	(void)state;
	CHECK(checks);
}

static void the_header_is_that_of_the_columns(void **state)
{
	struct sipcode_column c;
	struct run r = { 0 };
	const char *at;

	(void)state;
	RUN(&r, "-t", "421");
	assert_run(&r, 0, "*", "");
	at = r.out;
	for (size_t i = 0; (c = sipcode_column(SIPCODE_CODES, i)).field; i++) {
		const char *name = sipcode_field_name(c.field);
		size_t n = strlen(name);

		assert_int_equal(strncmp(at, name, n), 0);
		assert_true(at[n] == '\t' || at[n] == '\n');
		at += n + 1;
	}
	assert_int_equal(strncmp(at, "421\t", 4), 0);
	run_free(&r);
}

/* CLI rule 22: a header line always. */
static void a_miss_is_a_header_alone(void **state)
{
	static const struct check checks[] = {
		{ { "-t", "xyzzy" }, 1, "code\tphrase\t*\n", "*'xyzzy'\n" },
		{ { "-t", "498" }, 1, "code\tphrase\t*\n", "*'498'\n" },
		{ { "-t", "search", "xyzzy" }, 1, "kind\tkey\t*\n",
		  "*'xyzzy'\n" },
		{ { "-t", "cause", "9999" }, 1, "cause\t*\n", "*'9999'\n" },
		{ { "-t", "option", "qqqqqqqqq" }, 1, "tag\t*\n", "*" },
	};
	struct run r = { 0 };

	(void)state;
	CHECK(checks);
	for (size_t i = 0; i < LEN(checks); i++) {
		run_cli(&r, checks[i].argv, NULL);
		assert_int_equal(times(r.out, "\n"), 1);
	}
	run_free(&r);
}

static void another_kind_of_record_gets_its_own_header(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN(&r, "-t", "421", "4xx", "486");
	assert_run(&r, 0, "code\t*\n421\t*\nclass\t*\n4xx\t*\ncode\t*\n"
	           "486\t*\n", "");
	assert_int_equal(times(r.out, "\n"), 6);
	run_free(&r);
}

static void a_record_is_a_line_and_no_more(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN(&r, "-t", "list", "-a");
	assert_run(&r, 0, "*", "");
	assert_int_equal(times(r.out, "\n"), sipcode_rows(SIPCODE_CODES) + 1);
	RUN(&r, "-t", "option");
	assert_run(&r, 0, "*", "");
	assert_int_equal(times(r.out, "\n"), sipcode_rows(SIPCODE_OPTIONS) + 1);
	run_free(&r);
}

static void bytes_that_would_break_a_record_are_escaped(void **state)
{
	static const struct {
		const char *s;
		size_t n;
		const char *want;
	} cells[] = {
		{ "", 0, "" },
		{ "421", 3, "421" },
		{ "a\tb\nc\rd\\e", 9, "a\\tb\\nc\\rd\\\\e" },
		{ "\t", 1, "\\t" },
		{ "\\t", 2, "\\\\t" },
		{ "\"quoted\"", 8, "\"quoted\"" },
		{ "busy here", 4, "busy" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cells); i++) {
		struct sheet sheet;

		sheet_open(&sheet, 1, 0);
		tsv_text(&sheet.o, cells[i].s, cells[i].n);
		assert_string_equal(sheet_text(&sheet), cells[i].want);
		sheet_close(&sheet);
	}
}

/* What a reader of a cell does: up to the next "; " that no backslash stands
 * before, with the escapes read.  Returns how many bytes of it that was. */
static size_t read_value(const char *cell, char *value)
{
	size_t i = 0, n = 0;

	while (cell[i] != '\0' && strncmp(cell + i, "; ", 2) != 0) {
		if (cell[i] == '\\') {
			const char *of = "t\tn\nr\r\\\\;;";
			const char *at = strchr(of, cell[++i]);

			assert_non_null(at);
			value[n++] = at[1];
		} else {
			value[n++] = cell[i];
		}
		i++;
	}
	value[n] = '\0';
	return i + (cell[i] == '\0' ? 0 : 2);
}

static void value_of(struct strbuf *b, const struct sipcode_row *row,
                     struct sipcode_column c, size_t i)
{
	strbuf_reset(b);
	if (c.type == SIPCODE_T_NUMBER)
		strbuf_number(b, sipcode_number(row, c.field, i));
	else if (c.type == SIPCODE_T_LINK)
		row_title(b, sipcode_link(row, c.field, i));
	else
		strbuf_add(b, sipcode_text(row, c.field, i));
}

/* Returns how many values hold what stands between values. */
static size_t split_cell(const struct sipcode_row *row, struct sipcode_column c)
{
	struct strbuf want = { 0 };
	struct sheet sheet;
	const char *cell;
	size_t holding = 0;

	sheet_open(&sheet, 1, 0);
	tsv_cell(&sheet.o, row, c.field);
	cell = sheet_text(&sheet);
	for (size_t i = 0; i < sipcode_len(row, c.field); i++) {
		char value[1 << 14];

		cell += read_value(cell, value);
		value_of(&want, row, c, i);
		assert_string_equal(value, strbuf_text(&want));
		holding += strstr(value, "; ") != NULL;
	}
	assert_string_equal(cell, "");
	sheet_close(&sheet);
	strbuf_free(&want);
	return holding;
}

static void every_list_can_be_split_into_its_values(void **state)
{
	const struct sipcode_row *row;
	struct sipcode_column c;
	size_t holding = 0;

	(void)state;
	for (int set = 0; set < SIPCODE_SETS; set++)
		for (size_t i = 0;
		     (row = sipcode_row(0, (enum sipcode_set)set, i)); i++)
			for (size_t k = 0; (c = sipcode_column(
			     (enum sipcode_set)set, k)).field; k++)
				if (c.many)
					holding += split_cell(row, c);
	assert_in_range(holding, 1, 100000);
}

/* Whatever the kind of its number, a cause has the name that programs write
 * among its aliases. */
static void causes_join_by_the_names_of_programs(void **state)
{
	static const struct check checks[] = {
		{ { "cause", "-t", "ORIGINATOR_CANCEL" }, 0,
		  "cause\tname\t*\talias*\n487\tORIGINATOR_CANCEL\t*"
		  "\tORIGINATOR_CANCEL\t*\n", "" },
		{ { "cause", "-F", "alias", "17", "700" }, 0,
		  "*USER_BUSY*\nCRASH\n", "" },
	};
	struct run r = { 0 };

	(void)state;
	CHECK(checks);
	RUN(&r, "cause", "-t");
	assert_run(&r, 0, "cause\tname\tkind\tmeaning\tsource\talias\n*\n17\t"
	           "User busy\t*\tUSER_BUSY*\n487\t*\tORIGINATOR_CANCEL\n*",
	           "");
	/* For a reader the name once is enough. */
	RUN(&r, "cause", "487");
	assert_run(&r, 0, "cause 487 ORIGINATOR_CANCEL\n*", "");
	assert_int_equal(times(r.out, "ORIGINATOR_CANCEL"), 1);
	run_free(&r);
}

/* The fields that a header line names, each one a field of the set. */
static void assert_columns(const char *head, enum sipcode_set set)
{
	size_t columns = 0;

	while (*head != '\n') {
		size_t n = strcspn(head, "\t\n");
		enum sipcode_field f = sipcode_field_named(head, n);

		assert_int_not_equal(f, SIPCODE_F_NONE);
		assert_int_equal(sipcode_column_of(set, f).field, f);
		columns++;
		head += n + (head[n] == '\t');
	}
	assert_true(columns > 2);
}

static void a_list_of_columns_holds_fields_of_its_set(void **state)
{
	static const struct {
		const char *call[3];
		enum sipcode_set set;
	} lists[] = {
		{ { "list" }, SIPCODE_CODES },
		{ { "cause" }, SIPCODE_CAUSES },
		{ { "warning" }, SIPCODE_WARNINGS },
		{ { "option" }, SIPCODE_OPTIONS },
		{ { "flow" }, SIPCODE_FLOWS },
		{ { "cause", "--sip=486" }, SIPCODE_MAPPINGS },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(lists); i++) {
		RUN(&r, "--tsv", lists[i].call[0], lists[i].call[1]);
		assert_run(&r, 0, "*\n*", "");
		assert_columns(r.out, lists[i].set);
	}
	run_free(&r);
}

/* A reader of the cell gets the name again, whatever is in it. */
static void the_name_of_a_file_is_escaped_like_any_value(void **state)
{
	static const struct {
		const char *name, *cell;
	} files[] = {
		{ "a\\tb", "/a\\\\tb\t1\t" }, { "a\tb", "/a\\tb\t1\t" },
		{ "a\nb", "/a\\nb\t1\t" }, { "a b", "/a b\t1\t" },
	};
	const char *folder = folder_new();
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(files); i++) {
		char path[600];

		snprintf(path, sizeof(path), "%s/%s", folder, files[i].name);
		folder_write(folder, files[i].name, "SIP/2.0 486 x\r\nl: 0\r\n\r\n");
		RUN(&r, "check", "-t", path);
		assert_run(&r, 1, "*", "");
		assert_holds(r.out, files[i].cell);
		RUN(&r, "explain", "-t", path);
		assert_run(&r, 0, "*", "");
		assert_holds(r.out, files[i].cell);
	}
	folder_remove(folder);
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_line_has_as_many_columns_as_the_header),
		TEST(the_header_names_the_fields),
		TEST(the_header_is_that_of_the_columns),
		TEST(a_miss_is_a_header_alone),
		TEST(another_kind_of_record_gets_its_own_header),
		TEST(a_record_is_a_line_and_no_more),
		TEST(bytes_that_would_break_a_record_are_escaped),
		TEST(every_list_can_be_split_into_its_values),
		TEST(causes_join_by_the_names_of_programs),
		TEST(a_list_of_columns_holds_fields_of_its_set),
		TEST(the_name_of_a_file_is_escaped_like_any_value),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
