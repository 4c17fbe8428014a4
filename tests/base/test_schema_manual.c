/* test_schema_manual.c - sipcode(5) names every field of the output and of the
 * data files, and no other, in both languages. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "files.h"
#include "harness.h"
#include "len.h"
#include "sipcode.h"

static const struct page {
	const char *file, *facts, *words;
} pages[] = {
	{ "sipcode.5", "Facts:", "Words:" },
	{ "vi/sipcode.5",
	  "D\341\273\257 ki\341\273\207n:", "L\341\273\235i v\304\203n:" },
};

static const char *const types[] = {
#define SET(set, record, name) record,
#include "schema.def"
};

/* The text of a page, which the caller frees. */
static char *text_of(const struct page *page)
{
	char *text = folder_read(SIPCODE_DATA "/../man", page->file);

	assert_non_null(text);
	return text;
}

/* The next line of a text, which may hold n - 1 bytes; NULL at its end. */
static const char *next_line(const char *s, char *line, size_t n)
{
	size_t len = strcspn(s, "\n");

	if (*s == '\0')
		return NULL;
	assert_true(len < n);
	memcpy(line, s, len);
	line[len] = '\0';
	return s + len + (s[len] == '\n');
}

/* The items of the section that a set has in FIELDS, a line each. */
static void items_of(struct bytes *b, const char *text, const char *set)
{
	char head[64], line[128];
	const char *s;

	snprintf(head, sizeof(head), "\n.Ss %s\n", set);
	assert_int_equal(times(text, head), 1);
	s = strstr(text, head) + strlen(head);
	while ((s = next_line(s, line, sizeof(line))) != NULL &&
	       strncmp(line, ".S", 2) != 0)
		if (strncmp(line, ".It Li ", 7) == 0) {
			bytes_str(b, line + 7);
			bytes_str(b, "\n");
		}
	bytes_fill(b, '\0', 1);
}

static void fields_are_those_of_the_output(void **state)
{
	(void)state;
	for (size_t p = 0; p < LEN(pages); p++) {
		char *text = text_of(&pages[p]);

		for (int set = 0; set < SIPCODE_SETS; set++) {
			struct bytes shown = { 0 }, wanted = { 0 };
			struct sipcode_column c;

			for (size_t i = 0; c = sipcode_column(set, i),
			            c.field != SIPCODE_F_NONE;
			     i++) {
				bytes_str(&wanted, sipcode_field_name(c.field));
				bytes_str(&wanted, c.many ? "*\n" : "\n");
			}
			bytes_fill(&wanted, '\0', 1);
			items_of(&shown, text, sipcode_set_name(set));
			assert_string_equal(shown.s, wanted.s);
			bytes_free(&shown);
			bytes_free(&wanted);
		}
		free(text);
	}
}

/* The columns by the words of schema.def. */
static const struct {
	int set, field;
	const char *type, *rule, *target;
} columns[] = {
#define COLUMN(set, field, type, rule, target, words, source)                  \
	{ SIPCODE_##set, SIPCODE_F_##field, #type, #rule, #target },
#include "schema.def"
};

static const char *const targets[] = {
#define SET(set, record, name) #set,
#include "schema.def"
};

/* The sign of a rule; NULL if the field stands in no file. */
static const char *sign_of(const char *rule)
{
	static const char *const signs[][2] = {
		{ "KEY", "" },   { "MUST", "" }, { "MAY", "?" },
		{ "LIST", "+" }, { "ANY", "*" },
	};

	for (size_t i = 0; i < LEN(signs); i++)
		if (strcmp(rule, signs[i][0]) == 0)
			return signs[i][1];
	return NULL;
}

/* A field as the data files and the page have it: "Retry_Source*". */
static void add_column(struct bytes *b, size_t i)
{
	const char *name = sipcode_field_name(columns[i].field);

	for (size_t k = 0; name[k] != '\0'; k++)
		bytes_fill(b,
		           k == 0 || name[k - 1] == '_'
		                   ? (char)(name[k] - 'a' + 'A')
		                   : name[k],
		           1);
	bytes_str(b, sign_of(columns[i].rule));
	if (strcmp(columns[i].type, "NUMBER") == 0)
		bytes_str(b, "#");
	for (size_t k = 0; k < LEN(targets); k++)
		if (strcmp(columns[i].target, targets[k]) == 0) {
			bytes_str(b, "=");
			bytes_str(b, types[k]);
		}
	bytes_str(b, " ");
}

/* The facts of a set, or its words, behind their label; nothing if it has
 * none. */
static void add_columns(struct bytes *b, int set, int prose, const char *label)
{
	int any = 0;

	for (size_t i = 0; i < LEN(columns); i++) {
		if (columns[i].set != set || sign_of(columns[i].rule) == NULL ||
		    (strcmp(columns[i].type, "PROSE") == 0) != prose)
			continue;
		if (!any++) {
			bytes_str(b, label);
			bytes_str(b, " ");
		}
		add_column(b, i);
	}
}

/* What the page says of a type of records, in one line without macros; the
 * name of its file is stored. */
static void record_of(struct bytes *b, const char *text, const char *type,
                      char *file, size_t size)
{
	char head[64], line[128];
	const char *s;

	snprintf(head, sizeof(head), "\n.It Li %s\n.Pa ", type);
	assert_int_equal(times(text, head), 1);
	s = next_line(strstr(text, head) + strlen(head), file, size);
	while ((s = next_line(s, line, sizeof(line))) != NULL &&
	       strncmp(line, ".It", 3) != 0 && strncmp(line, ".El", 3) != 0) {
		if (strcmp(line, ".br") == 0)
			continue;
		bytes_str(b, line + (strncmp(line, ".Li ", 4) == 0 ? 4 : 0));
		bytes_str(b, " ");
	}
	bytes_fill(b, '\0', 1);
}

static void records_are_those_of_the_data(void **state)
{
	(void)state;
	for (size_t p = 0; p < LEN(pages); p++) {
		char *text = text_of(&pages[p]);

		for (int set = 0; set < SIPCODE_SETS; set++) {
			struct bytes shown = { 0 }, wanted = { 0 };
			char file[64], type[64], *data;

			add_columns(&wanted, set, 0, pages[p].facts);
			add_columns(&wanted, set, 1, pages[p].words);
			bytes_fill(&wanted, '\0', 1);
			record_of(&shown, text, types[set], file, sizeof(file));
			assert_string_equal(shown.s, wanted.s);
			data = folder_read(SIPCODE_DATA, file);
			snprintf(type, sizeof(type), "\n%%rec: %s\n",
			         types[set]);
			assert_non_null(data);
			assert_int_equal(times(data, type), 1);
			free(data);
			bytes_free(&shown);
			bytes_free(&wanted);
		}
		free(text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(fields_are_those_of_the_output),
		TEST(records_are_those_of_the_data),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
