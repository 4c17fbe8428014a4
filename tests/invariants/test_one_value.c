/* test_one_value.c - each field of each record that a command can show: what
 * JSON says is what TSV says, and what --field prints, in every language. */
#include "bytes.h"
#include "calls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

#include "jsonread.h"
#include "jwalk.h"

enum { TEXT_MAX = 1 << 16, OPERANDS_MAX = 600 };

/* The records of a set as pages, so many a call, or as a list (0). */
static const struct {
	enum sipcode_set set;
	const char *command;
	size_t batch;
} sets[] = {
	{ SIPCODE_CODES, "show", OPERANDS_MAX },
	{ SIPCODE_CAUSES, "cause", OPERANDS_MAX },
	{ SIPCODE_WARNINGS, "warning", OPERANDS_MAX },
	{ SIPCODE_OPTIONS, "option", OPERANDS_MAX },
	{ SIPCODE_HEADERS, "header", OPERANDS_MAX },
	{ SIPCODE_TIMERS, "timer", OPERANDS_MAX },
	{ SIPCODE_TERMS, "term", OPERANDS_MAX },
	{ SIPCODE_FLOWS, "flow", OPERANDS_MAX },
	{ SIPCODE_SYMPTOMS, "symptom", 1 },
	{ SIPCODE_PRODUCTS, "product", OPERANDS_MAX },
	{ SIPCODE_CODES, "list", 0 },
	{ SIPCODE_CAUSES, "cause", 0 },
	{ SIPCODE_WARNINGS, "warning", 0 },
	{ SIPCODE_OPTIONS, "option", 0 },
	{ SIPCODE_HEADERS, "header", 0 },
	{ SIPCODE_TIMERS, "timer", 0 },
	{ SIPCODE_TERMS, "term", 0 },
	{ SIPCODE_FLOWS, "flow", 0 },
	{ SIPCODE_SYMPTOMS, "symptom", 0 },
	{ SIPCODE_PRODUCTS, "product", 0 },
	{ SIPCODE_NAMES, "name", 0 },
	{ SIPCODE_FAILOVERS, "failover", 0 },
};

struct showing {
	const char *lang;
	struct told json, tsv, field;
	size_t values, wrong;
};

/* A cell of a table: the next value of its list, with its escapes taken off,
 * or the whole cell if there is no list.  Returns where the next one begins,
 * NULL at the end. */
static const char *next_value(const char *s, const char *end, int many,
                              char *text)
{
	size_t used = 0;

	while (s < end) {
		assert_in_range(used, 0, TEXT_MAX - 2);
		if (many && end - s > 1 && s[0] == ';' && s[1] == ' ') {
			text[used] = '\0';
			return s + 2;
		}
		if (*s == '\\') {
			s++;
			text[used++] = (char)(*s == 't'   ? '\t'
			                      : *s == 'n' ? '\n'
			                      : *s == 'r' ? '\r'
			                                  : *s);
			assert_non_null(strchr("tnr\\;", *s));
		} else {
			text[used++] = *s;
		}
		s++;
	}
	text[used] = '\0';
	return NULL;
}

static void differs(struct showing *f, const char *what, const char *json,
                    const char *tsv)
{
	f->wrong++;
	print_error("%s: JSON has '%.300s', TSV '%.300s'\n", what, json, tsv);
}

/* Names and numbers, which JSON has by their keys, have a title that reads
 * better in TSV: the name, and the number behind which it stands. */
static int is_titled(enum sipcode_field field, const char *key,
                     const char *title)
{
	const struct sipcode_row *row;
	char digits[32];

	if (field == SIPCODE_F_NAMES) {
		row = sipcode_by_name(0, SIPCODE_NAMES, key, strlen(key));
		return row != NULL &&
		       strstr(title, sipcode_text(row, SIPCODE_F_NAME, 0));
	}
	row = sipcode_by_name(0, SIPCODE_NUMBERS, key, strlen(key));
	snprintf(digits, sizeof(digits), "%lu",
	         sipcode_number(row, SIPCODE_F_FIRST, 0));
	return field == SIPCODE_F_NUMBERS && row != NULL &&
	       strncmp(title, digits, strlen(digits)) == 0;
}

static int is_same(struct sipcode_column c, const char *value, const char *cell)
{
	static char text[TEXT_MAX];
	const char *member, *name;
	size_t n;

	if (*value != '{') {
		jtext(value, text, sizeof(text));
		return strcmp(text, cell) == 0 ||
		       is_titled(c.field, text, cell);
	}
	/* Some member of the record is the title, or begins it. */
	while ((member = jnext(&value, &name, &n)) != NULL) {
		if (*member == '{' || *member == '[' || *member == 'n')
			continue;
		jtext(member, text, sizeof(text));
		if (*text != '\0' && strncmp(cell, text, strlen(text)) == 0)
			return 1;
	}
	return 0;
}

/* One field of one record; s[0..n) is its cell. */
static void hold(struct showing *f, const char *what, struct sipcode_column c,
                 const char *value, const char *s, size_t n)
{
	static char text[TEXT_MAX];
	const char *end = s + n, *one = value;

	f->values++;
	if (!c.many) {
		next_value(s, end, 0, text);
		if (!is_same(c, value, text))
			differs(f, what, value, text);
		return;
	}
	if (n == 0) {
		if (jnext(&value, NULL, NULL) != NULL)
			differs(f, what, value, "");
		return;
	}
	while ((one = jnext(&value, NULL, NULL)) != NULL) {
		if (s == NULL) {
			differs(f, what, one, "nothing more");
			return;
		}
		s = next_value(s, end, 1, text);
		if (!is_same(c, one, text))
			differs(f, what, one, text);
	}
	if (s != NULL)
		differs(f, what, "nothing more", s);
}

static const char *next_line(const char *s)
{
	s += strcspn(s, "\n");
	return s + (*s == '\n');
}

/* The i-th column, which has that name, of all records. */
static void hold_column(struct showing *f, enum sipcode_set set, size_t i,
                        const char *name)
{
	struct sipcode_column c = sipcode_column_of(
		set, sipcode_field_named(name, strlen(name)));
	const char *tsv = next_line(f->tsv.out), *bare = f->field.out;
	const char *json = f->json.out, *item;

	while ((item = jnext(&json, NULL, NULL)) != NULL) {
		const char *value = jmember(item, name), *cell = tsv;
		char what[200];
		size_t n;

		snprintf(what, sizeof(what), "%s of %.60s", name, item);
		if (value == NULL)
			fail_msg("%s is not there", what);
		for (size_t k = 0; k < i; k++)
			cell += strcspn(cell, "\t\n") + 1;
		n = strcspn(cell, "\t\n");
		hold(f, what, c, value, cell, n);
		if (strcspn(bare, "\n") != n || memcmp(bare, cell, n) != 0)
			differs(f, what, bare, cell);
		tsv = next_line(tsv);
		bare = next_line(bare);
	}
	/* There are no more of them, and no fewer. */
	assert_string_equal(tsv, "");
	assert_string_equal(bare, "");
}

/* The call with --json, with --tsv, and with --field for each column that
 * these two have. */
static void show_call(struct showing *f, const struct call *c,
                      enum sipcode_set set)
{
	struct call json = *c, tsv = *c;
	const char *head;
	size_t columns = 0;

	call_add(&json, "--json");
	call_add(&tsv, "--tsv");
	tell(&f->json, &json, NULL, 0);
	tell(&f->tsv, &tsv, NULL, 0);
	assert_json(f->json.out, f->json.out_len);
	assert_string_equal(f->json.err, f->tsv.err);
	assert_int_equal(f->json.status, f->tsv.status);
	for (head = f->tsv.out; *head != '\n'; head += *head == '\t') {
		struct call field = *c;
		size_t n = strcspn(head, "\t\n");
		char name[40];

		snprintf(name, sizeof(name), "%.*s", (int)n, head);
		CALL_WORDS(&field, "--field", name);
		tell(&f->field, &field, NULL, 0);
		hold_column(f, set, columns++, name);
		head += n;
	}
	assert_in_range(columns, 2, SIPCODE_FIELDS);
}

static void show_set(struct showing *f, size_t which)
{
	static char digits[OPERANDS_MAX][32];
	const struct sipcode_row *row;
	size_t i = 0;

	do {
		struct call c = { .n = 0 };

		CALL_WORDS(&c, sets[which].command, "--lang", f->lang);
		for (size_t k = 0; k < sets[which].batch; k++) {
			row = sipcode_row(0, sets[which].set, i++);
			if (row != NULL)
				call_add(&c, row_operand(row, digits[k],
				                         sizeof(digits[k])));
		}
		show_call(f, &c, sets[which].set);
		row = sipcode_row(0, sets[which].set, i);
	} while (sets[which].batch > 0 && row != NULL);
}

static void one_value(const char *lang)
{
	struct showing f = { .lang = lang };

	for (size_t i = 0; i < LEN(sets); i++)
		show_set(&f, i);
	told_free(&f.json);
	told_free(&f.tsv);
	told_free(&f.field);
	assert_in_range(f.values, 5000, 100000);
	assert_int_equal(f.wrong, 0);
}

static void english_is_one(void **state)
{
	(void)state;
	one_value("en");
}

static void vietnamese_is_one(void **state)
{
	(void)state;
	one_value("vi");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(english_is_one),
		TEST(vietnamese_is_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
