/* test_one_answer.c - what is no record: hits, comparisons, tallies, findings,
 * and what explain says have the same values in JSON and in TSV. */
#include "bytes.h"
#include "calls.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "jsonread.h"
#include "jwalk.h"

enum { TEXT_MAX = 1 << 15 };

static struct told json, tsv;

static void tell_both(const struct call *c, const char *input)
{
	struct call j = *c, t = *c;

	call_add(&j, "--json");
	call_add(&t, "--tsv");
	tell(&json, &j, input, strlen(input));
	tell(&tsv, &t, input, strlen(input));
	assert_json(json.out, json.out_len);
	assert_int_equal(json.status, tsv.status);
	assert_string_equal(json.err, tsv.err);
}

static const char *next_line(const char *s)
{
	s += strcspn(s, "\n");
	return s + (*s == '\n');
}

/* The i-th cell of a line, without its escapes. */
static void cell_text(const char *line, size_t i, char *text)
{
	size_t used = 0;

	while (i-- > 0) {
		line += strcspn(line, "\t\n");
		assert_true(*line == '\t');
		line++;
	}
	for (; *line != '\t' && *line != '\n'; line++) {
		if (*line != '\\') {
			text[used++] = *line;
			continue;
		}
		line++;
		text[used++] = (char)(*line == 't'   ? '\t'
		                      : *line == 'n' ? '\n'
		                      : *line == 'r' ? '\r'
		                                     : *line);
		if (strchr("tnr\\", *line) == NULL)
			fail_msg("no escape of TSV: \\%.40s", line);
	}
	text[used] = '\0';
}

/* A member of an object in JSON is a cell of a line. */
static void same(const char *object, const char *member, const char *line,
                 size_t i)
{
	static char one[TEXT_MAX], other[TEXT_MAX];
	const char *value = jmember(object, member);

	assert_non_null(value);
	jtext(value, one, sizeof(one));
	cell_text(line, i, other);
	if (strcmp(one, other) != 0)
		fail_msg("%s: JSON has '%s', TSV '%s'", member, one, other);
}

static void hits_are_the_same(void **state)
{
	static const char *const columns[] = { "kind",  "key",  "phrase", "field",
		                               "text",  "score", "operand" };
	static const char *const words[] = { "busy", "call limit", "register",
		                             "backslash", "timer", "ban" };
	size_t hits = 0;

	(void)state;
	for (size_t i = 0; i < 2 * LEN(words); i++) {
		struct call c = { .n = 0 };
		const char *at, *item, *line;

		CALL_WORDS(&c, "search", words[i / 2], "-l", i % 2 ? "vi" : "en");
		tell_both(&c, "");
		at = json.out;
		line = next_line(tsv.out);
		while ((item = jnext(&at, NULL, NULL)) != NULL) {
			for (size_t k = 0; k < LEN(columns); k++)
				same(item, columns[k], line, k);
			line = next_line(line);
			hits++;
		}
		assert_string_equal(line, "");
	}
	assert_in_range(hits, 50, 100000);
}

/* A line of TSV is an aspect: equal, or with a value for each code. */
static void aspect_is_the_same(const char *line, size_t codes)
{
	static char name[TEXT_MAX], equal[TEXT_MAX], cell[TEXT_MAX],
		value[TEXT_MAX];
	const char *object, *one;

	cell_text(line, 0, name);
	cell_text(line, 1, equal);
	object = jmember(json.out, strcmp(equal, "yes") == 0 ? "common"
	                                                     : "different");
	one = jmember(object, name);
	assert_non_null(one);
	for (size_t i = 0; i < codes; i++) {
		const char *element = one;

		if (strcmp(equal, "yes") != 0)
			element = jnext(&one, NULL, NULL);
		assert_non_null(element);
		jtext(element, value, sizeof(value));
		cell_text(line, 2 + i, cell);
		assert_string_equal(value, cell);
	}
}

static void compare_both(const struct call *c, enum call_kind kind, void *with)
{
	struct call call = *c;
	size_t *calls = with;
	const char *line;

	if (kind != CALL_PAIR)
		return;
	CALL_WORDS(&call, "-l", ++*calls % 2 ? "vi" : "en");
	tell_both(&call, "");
	for (line = next_line(tsv.out); *line != '\0'; line = next_line(line))
		aspect_is_the_same(line, c->n - 1);
}

static void comparisons_are_the_same(void **state)
{
	size_t calls = 0;

	(void)state;
	each_call(compare_both, &calls);
	assert_in_range(calls, 100, 10000);
}

/* With everything that an escape of TSV could spoil. */
#define ODD "a\\b; c\\t\td\\;e\\\\"
#define COPIED                                                                 \
	"Via: SIP/2.0/UDP h;branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\n"      \
	"Call-ID: x\r\nCSeq: 1 INVITE\r\n"
static const char traffic[] =
	"INVITE sip:b@x SIP/2.0\r\n" COPIED "To: <sip:c>\r\n"
	"Require: " ODD "\r\nSession-Expires: 90\r\n\r\n"
	"SIP/2.0 420 Bad " ODD "\r\n" COPIED "To: <sip:c>;tag=2\r\n"
	"Unsupported: " ODD "\r\nServer: " ODD "\r\n"
	"Reason: Q.850;cause=17;text=\"" ODD "\"\r\n"
	"Warning: 399 h \"" ODD "\"\r\n" ODD "\r\nMin-Expires: " ODD "\r\n"
	"Retry-After: " ODD "\r\nX-Error: " ODD "\r\n\r\n"
	"SIP/2.0 486 Busy\033\r\nCSeq: 1 " ODD "\r\n\r\n";

static void findings_are_the_same(void **state)
{
	static const struct {
		const char *member;
		size_t cell;
	} columns[] = {
		{ "file", 0 },   { "line", 1 },    { "code", 2 },  { "level", 3 },
		{ "header", 4 }, { "text", 7 },    { "source", 9 },
		{ "column", 10 }, { "rule", 11 },  { "more", 12 },
	};
	struct call c = { .n = 0 };
	const char *at, *item, *line;
	size_t findings = 0;

	(void)state;
	call_add(&c, "check");
	tell_both(&c, traffic);
	at = json.out;
	line = next_line(tsv.out);
	while ((item = jnext(&at, NULL, NULL)) != NULL) {
		for (size_t k = 0; k < LEN(columns); k++)
			same(item, columns[k].member, line, columns[k].cell);
		line = next_line(line);
		findings++;
	}
	assert_string_equal(line, "");
	assert_in_range(findings, 4, 100);
}

/* The lines of a kind are the elements of a list. */
static const char *list_is_the_same(const char *list, const char *line,
                                    const char *kind, const char *const *member,
                                    const size_t *cell, size_t n, size_t *count)
{
	static char text[TEXT_MAX];
	const char *item, *inner;

	while ((item = jnext(&list, NULL, NULL)) != NULL) {
		cell_text(line, 3, text);
		if (kind != NULL)
			assert_string_equal(text, kind);
		for (size_t k = 0; k < n; k++)
			same(item, member[k], line, cell[k]);
		line = next_line(line);
		++*count;
		inner = kind != NULL && strcmp(kind, "led") == 0
		                ? jmember(item, "fields") : NULL;
		while (inner != NULL &&
		       (item = jnext(&inner, NULL, NULL)) != NULL) {
			same(item, "in", line, 5);
			same(item, "name", line, 4);
			same(item, "value", line, 6);
			line = next_line(line);
		}
	}
	return line;
}

static void what_explain_says_is_the_same(void **state)
{
	static const char *const says[] = { "header", "part", "value", "meaning",
		                            "step", "source", "more" };
	static const size_t says_cell[] = { 4, 5, 6, 7, 8, 9, 12 };
	static const char *const led[] = { "kind", "text", "source" };
	static const size_t led_cell[] = { 5, 7, 9 };
	static const char *const found[] = { "level", "text", "rule", "column" };
	static const size_t found_cell[] = { 3, 7, 11, 10 };
	static char text[TEXT_MAX];
	struct call c = { .n = 0 };
	const char *at, *item, *line;
	size_t lines = 0;

	(void)state;
	call_add(&c, "explain");
	tell_both(&c, traffic);
	at = json.out;
	line = next_line(tsv.out);
	while ((item = jnext(&at, NULL, NULL)) != NULL) {
		same(item, "line", line, 1);
		same(item, "code", line, 2);
		same(item, "phrase", line, 6);
		same(item, "verdict", line, 7);
		same(item, "matters", line, 13);
		line = list_is_the_same(jmember(item, "says"), next_line(line),
		                        "says", says, says_cell, LEN(says),
		                        &lines);
		line = list_is_the_same(jmember(item, "led"), line, "led", led,
		                        led_cell, LEN(led), &lines);
		for (cell_text(line, 3, text); strcmp(text, "case") == 0;
		     cell_text(line, 3, text))
			line = next_line(line);
		line = list_is_the_same(jmember(item, "findings"), line, NULL,
		                        found, found_cell, LEN(found), &lines);
	}
	assert_string_equal(line, "");
	assert_in_range(lines, 10, 200);
}

static void tallies_are_the_same(void **state)
{
	struct call c = { .n = 0 };
	const char *codes, *item, *line;
	size_t n = 0;

	(void)state;
	call_add(&c, "tally");
	tell_both(&c, traffic);
	codes = jmember(json.out, "codes");
	line = next_line(tsv.out);
	while ((item = jnext(&codes, NULL, NULL)) != NULL) {
		same(item, "code", line, 0);
		same(item, "phrase", line, 1);
		same(item, "count", line, 2);
		same(item, "share", line, 3);
		line = next_line(line);
		n++;
	}
	assert_string_equal(line, "");
	assert_int_equal(n, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(hits_are_the_same),
		TEST(comparisons_are_the_same),
		TEST(findings_are_the_same),
		TEST(what_explain_says_is_the_same),
		TEST(tallies_are_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
