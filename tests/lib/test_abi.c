/* test_abi.c - what programs that were linked with an older library rely on:
 * the numbers of sipcode.h, the sizes of the structs, the version. */
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>


static const struct frozen {
	const char *name;
	unsigned now, then;
} frozen[] = {
#define FROZEN(name, number) { #name, name, number },
#include "frozen.def"
#undef FROZEN
};

static void no_number_has_changed(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(frozen); i++) {
		if (frozen[i].now != frozen[i].then)
			fail_msg("%s is %u and was %u", frozen[i].name,
			         frozen[i].now, frozen[i].then);
	}
}

static size_t begin_with(const char *front)
{
	size_t n = 0;

	for (size_t i = 0; i < LEN(frozen); i++)
		n += strncmp(frozen[i].name, front, strlen(front)) == 0;
	return n;
}

static size_t count_of(const char *first, const char *behind)
{
	size_t from = 0, n = 0;

	while (strcmp(frozen[from].name, first) != 0)
		from++;
	while (from + n < LEN(frozen) &&
	       strcmp(frozen[from + n].name, behind) != 0)
		n++;
	return n;
}

/* What the header adds is frozen, too. */
static void every_number_is_on_the_list(void **state)
{
	(void)state;
	assert_int_equal(begin_with("SIPCODE_F_"), SIPCODE_FIELDS);
	assert_int_equal(count_of("SIPCODE_CLASSES", "SIPCODE_F_NONE"),
	                 SIPCODE_SETS);
	assert_int_equal(count_of("SIPCODE_LACKS", "SIPCODE_FINDINGS_SAME"),
	                 SIPCODE_PROBLEMS);
}

/* Where a size_t has 64 bits.  A struct grows into its room. */
static void the_structs_have_their_sizes(void **state)
{
	(void)state;
	if (sizeof(size_t) != 8)
		skip();
	assert_int_equal(sizeof(struct sipcode_column), 16);
	assert_int_equal(sizeof(struct sipcode_hit), 152);
	assert_int_equal(sizeof(struct sipcode_match), 88);
	assert_int_equal(sizeof(struct sipcode_span), 16);
	assert_int_equal(sizeof(struct sipcode_message), 144);
	assert_int_equal(sizeof(struct sipcode_cursor), 48);
	assert_int_equal(sizeof(struct sipcode_finding), 56);
}

static int is_empty(const void *room, size_t n)
{
	const unsigned char *s = room;

	while (n > 0 && s[n - 1] == 0)
		n--;
	return n == 0;
}

/* A later library may ask what stands there. */
static void the_room_is_empty(void **state)
{
	static const char text[] = "SIP/2.0 486 Busy Here\r\nX: y\r\n\r\n";
	static char word[] = "busy";
	char *words[] = { word };
	struct sipcode_match match;
	struct sipcode_message message;
	struct sipcode_hit hit;
	struct sipcode_finding finding;
	struct sipcode_column column = sipcode_column(SIPCODE_CODES, 0);

	(void)state;
	memset(&match, 'x', sizeof(match));
	memset(&message, 'x', sizeof(message));
	memset(&hit, 'x', sizeof(hit));
	memset(&finding, 'x', sizeof(finding));
	assert_int_equal(sipcode_scan(text, strlen(text), 0, &match), 1);
	assert_int_equal(sipcode_message(text, strlen(text), 0, &message), 1);
	assert_int_equal(sipcode_search(0, words, 1, &hit, 1, NULL), 1);
	assert_true(sipcode_check(0, &message, &finding, 1) > 0);
	assert_true(is_empty(match.room, sizeof(match.room)));
	assert_true(is_empty(message.room, sizeof(message.room)));
	assert_true(is_empty(hit.room, sizeof(hit.room)));
	assert_true(is_empty(finding.room, sizeof(finding.room)));
	assert_int_equal(column.room, 0);
}

static void the_version_is_that_of_the_header(void **state)
{
	char text[32];

	(void)state;
	snprintf(text, sizeof(text), "%d.%d.%d", SIPCODE_VERSION_MAJOR,
	         SIPCODE_VERSION_MINOR, SIPCODE_VERSION_PATCH);
	assert_string_equal(sipcode_version(), text);
	assert_string_equal(SIPCODE_VERSION, text);
	assert_int_equal(SIPCODE_VERSION_NUMBER,
	                 SIPCODE_VERSION_MAJOR * 10000 +
	                         SIPCODE_VERSION_MINOR * 100 +
	                         SIPCODE_VERSION_PATCH);
}

/* As the registry, from which the codes are, is dated in the data. */
static void the_date_is_that_of_the_data(void **state)
{
	const char *source = sipcode_text(sipcode_code(0, 100),
	                                  SIPCODE_F_SOURCE, 0);

	(void)state;
	assert_string_equal(sipcode_data_date(), SIPCODE_DATA_DATE);
	assert_non_null(strstr(source, "(" SIPCODE_DATA_DATE ")"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_number_has_changed),
		cmocka_unit_test(every_number_is_on_the_list),
		cmocka_unit_test(the_structs_have_their_sizes),
		cmocka_unit_test(the_room_is_empty),
		cmocka_unit_test(the_version_is_that_of_the_header),
		cmocka_unit_test(the_date_is_that_of_the_data),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
