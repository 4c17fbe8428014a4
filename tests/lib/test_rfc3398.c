/* test_rfc3398.c - both tables between SIP status codes and ISUP causes, row
 * by row, frozen from the text of RFC 3398. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

/* 0 stands for "no code" and "no cause". */
struct mapping {
	unsigned long code, cause;
	const char *when; /* the condition in the table; or NULL */
};

/* RFC 3398 section 8.2.6.1.  505 is printed as a second 504: erratum 2161. */
static const struct mapping to_cause[] = {
	{ 400, 41, NULL },
	{ 401, 21, "no-credentials" },
	{ 402, 21, NULL },
	{ 403, 21, NULL },
	{ 404, 1, NULL },
	{ 405, 63, NULL },
	{ 406, 79, "tried-first" },
	{ 407, 21, "no-credentials" },
	{ 408, 102, NULL },
	{ 410, 22, "no-diagnostic" },
	{ 413, 127, "tried-first" },
	{ 414, 127, "tried-first" },
	{ 415, 79, "tried-first" },
	{ 416, 127, "tried-first" },
	{ 420, 127, "tried-first" },
	{ 421, 127, "tried-first" },
	{ 423, 127, "tried-first" },
	{ 480, 18, NULL },
	{ 481, 41, NULL },
	{ 482, 25, NULL },
	{ 483, 25, NULL },
	{ 484, 28, "tried-first" },
	{ 485, 1, NULL },
	{ 486, 17, NULL },
	{ 487, 0, "no-mapping" },
	{ 488, 31, "warning-other" },
	{ 488, 65, "warning-bearer" },
	{ 500, 41, NULL },
	{ 501, 79, NULL },
	{ 502, 38, NULL },
	{ 503, 41, NULL },
	{ 504, 102, NULL },
	{ 505, 127, "tried-first" },
	{ 513, 127, "tried-first" },
	{ 600, 17, NULL },
	{ 603, 21, NULL },
	{ 604, 1, NULL },
	{ 606, 31, "warning-other" },
	{ 606, 65, "warning-bearer" },
};

/* RFC 3398 section 7.2.4.1, with what its text says of causes 16, 21, 22, 44
 * and of the group "resource unavailable". */
static const struct mapping to_sip[] = {
	{ 404, 1, NULL },
	{ 404, 2, NULL },
	{ 404, 3, NULL },
	{ 0, 16, "no-code" },
	{ 486, 17, NULL },
	{ 408, 18, NULL },
	{ 480, 19, NULL },
	{ 480, 20, NULL },
	{ 403, 21, NULL },
	{ 603, 21, "user-location" },
	{ 410, 22, "no-diagnostic" },
	{ 301, 22, "diagnostic" },
	{ 410, 23, NULL },
	{ 404, 26, "ansi" },
	{ 502, 27, NULL },
	{ 484, 28, NULL },
	{ 501, 29, NULL },
	{ 480, 31, NULL },
	{ 503, 34, "retry-after" },
	{ 503, 38, "retry-after" },
	{ 503, 41, "retry-after" },
	{ 503, 42, "retry-after" },
	{ 0, 44, "other-circuit" },
	{ 503, 47, "retry-after" },
	{ 403, 55, NULL },
	{ 403, 57, NULL },
	{ 503, 58, NULL },
	{ 488, 65, NULL },
	{ 488, 70, NULL },
	{ 501, 79, NULL },
	{ 403, 87, NULL },
	{ 503, 88, NULL },
	{ 504, 102, NULL },
	{ 500, 111, NULL },
	{ 500, 127, NULL },
};

static int has(const struct sipcode_row *m, enum sipcode_field field,
               const char *word)
{
	return strcmp(sipcode_text(m, field, 0), word) == 0;
}

static int has_condition(const struct sipcode_row *m, const char *id)
{
	for (size_t i = 0; i < sipcode_len(m, SIPCODE_F_IF); i++)
		if (strcmp(sipcode_text(sipcode_link(m, SIPCODE_F_IF, i),
		                        SIPCODE_F_ID, 0), id) == 0)
			return 1;
	return 0;
}

static unsigned long side(const struct sipcode_row *m, enum sipcode_field f)
{
	const struct sipcode_row *link = sipcode_link(m, f, 0);

	return link == NULL ? 0 : sipcode_number(link, f, 0);
}

/* The mapping of the standard in that direction; NULL if it is not there. */
static const struct sipcode_row *mapping_of(const struct mapping *want,
                                            const char *direction)
{
	const struct sipcode_row *m;

	for (size_t i = 0; (m = sipcode_row(0, SIPCODE_MAPPINGS, i)); i++)
		if (has(m, SIPCODE_F_PRODUCT, "RFC 3398") &&
		    has(m, SIPCODE_F_DIRECTION, direction) &&
		    sipcode_len(m, SIPCODE_F_CODE) <= 1 &&
		    side(m, SIPCODE_F_CODE) == want->code &&
		    side(m, SIPCODE_F_CAUSE) == want->cause &&
		    (sipcode_len(m, SIPCODE_F_OTHER) == 0 ||
		     has(m, SIPCODE_F_OTHER, "no-cause")))
			return m;
	return NULL;
}

static void compare(const struct mapping *want, size_t n,
                    const char *direction, const char *source)
{
	const struct sipcode_row *m;
	size_t rows = 0;

	for (size_t i = 0; i < n; i++) {
		m = mapping_of(&want[i], direction);
		if (m == NULL)
			fail_msg("%s: %lu and %lu are not mapped", direction,
			         want[i].code, want[i].cause);
		if (want[i].when != NULL && !has_condition(m, want[i].when))
			fail_msg("%s: %lu and %lu lack '%s'", direction,
			         want[i].code, want[i].cause, want[i].when);
		assert_string_equal(sipcode_text(m, SIPCODE_F_SOURCE, 0),
		                    source);
	}
	/* Nothing but the table; rules for all the rest have an "other". */
	for (size_t i = 0; (m = sipcode_row(0, SIPCODE_MAPPINGS, i)); i++)
		rows += has(m, SIPCODE_F_PRODUCT, "RFC 3398") &&
		        has(m, SIPCODE_F_DIRECTION, direction) &&
		        (sipcode_len(m, SIPCODE_F_OTHER) == 0 ||
		         has(m, SIPCODE_F_OTHER, "no-cause"));
	assert_int_equal(rows, n);
}

static void codes_map_to_causes_as_the_standard_has_it(void **state)
{
	(void)state;
	compare(to_cause, LEN(to_cause), "to-cause",
	        "RFC 3398 section 8.2.6.1");
}

static void causes_map_to_codes_as_the_standard_has_it(void **state)
{
	(void)state;
	compare(to_sip, LEN(to_sip), "to-sip", "RFC 3398 section 7.2.4.1");
}

static void only_the_conditions_of_the_standard_hold(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(to_sip); i++)
		assert_int_equal(sipcode_len(mapping_of(&to_sip[i], "to-sip"),
		                             SIPCODE_F_IF),
		                 to_sip[i].when != NULL);
}

static void the_location_follows_from_the_class(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(to_cause); i++) {
		const struct sipcode_row *m = mapping_of(&to_cause[i],
		                                         "to-cause");
		int user = to_cause[i].code >= 600;

		if (to_cause[i].cause == 0)
			continue;
		assert_int_equal(has_condition(m, "location-user"), user);
		assert_int_equal(has_condition(m, "location-network"), !user);
		assert_int_equal(sipcode_len(m, SIPCODE_F_IF),
		                 1 + (to_cause[i].when != NULL));
	}
}

static void the_misprint_of_505_is_corrected(void **state)
{
	const struct mapping v505 = { 505, 127, NULL };
	const struct mapping v504 = { 504, 127, NULL };
	const struct sipcode_row *m = mapping_of(&v505, "to-cause");
	size_t named = 0;

	(void)state;
	assert_null(mapping_of(&v504, "to-cause"));
	assert_non_null(m);
	for (size_t i = 0; i < sipcode_len(m, SIPCODE_F_SOURCE); i++)
		named += strcmp(sipcode_text(m, SIPCODE_F_SOURCE, i),
		                "RFC 3398 erratum 2161") == 0;
	assert_int_equal(named, 1);
}

static void what_the_tables_leave_out_has_a_default(void **state)
{
	static const struct {
		const char *direction, *other;
		unsigned long code, cause;
	} rules[] = {
		{ "to-cause", "any", 0, 31 },
		{ "to-cause", "3xx", 0, 23 },
		{ "to-cause", "encapsulated-rel", 0, 0 },
		{ "to-sip", "any", 500, 0 },
		{ "to-sip", "t7", 504, 0 },
		{ "to-sip", "t9", 480, 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rules); i++) {
		const struct sipcode_row *m;
		size_t found = 0;

		for (size_t k = 0; (m = sipcode_row(0, SIPCODE_MAPPINGS, k));
		     k++)
			found += has(m, SIPCODE_F_PRODUCT, "RFC 3398") &&
			         has(m, SIPCODE_F_DIRECTION,
			             rules[i].direction) &&
			         has(m, SIPCODE_F_OTHER, rules[i].other) &&
			         side(m, SIPCODE_F_CODE) == rules[i].code &&
			         side(m, SIPCODE_F_CAUSE) == rules[i].cause;
		assert_int_equal(found, 1);
	}
}

/* The rule for the rest belongs to the failures, and to the Q.850 causes, that
 * no row of the tables speaks of. */
static void the_default_belongs_to_what_the_tables_leave_out(void **state)
{
	static const struct {
		enum sipcode_set set;
		unsigned long number;
		const char *direction;
		int rule;
	} rows[] = {
		{ SIPCODE_CODES, 200, "to-cause", 0 },
		{ SIPCODE_CODES, 302, "to-cause", 1 },
		{ SIPCODE_CODES, 486, "to-cause", 0 },
		{ SIPCODE_CODES, 487, "to-cause", 0 },
		{ SIPCODE_CODES, 489, "to-cause", 1 },
		{ SIPCODE_CODES, 580, "to-cause", 1 },
		{ SIPCODE_CODES, 608, "to-cause", 1 },
		{ SIPCODE_CAUSES, 16, "to-sip", 0 },
		{ SIPCODE_CAUSES, 17, "to-sip", 0 },
		{ SIPCODE_CAUSES, 44, "to-sip", 0 },
		{ SIPCODE_CAUSES, 69, "to-sip", 1 },
		{ SIPCODE_CAUSES, 807, "to-sip", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct sipcode_row *row =
			sipcode_by_number(0, rows[i].set, rows[i].number);
		const struct sipcode_row *m;
		int found = 0;

		assert_non_null(row);
		for (size_t k = 0; (m = sipcode_link(row, SIPCODE_F_MAPPINGS,
		                                     k)) != NULL; k++)
			found += sipcode_standard(m) &&
			         has(m, SIPCODE_F_DIRECTION,
			             rows[i].direction) &&
			         (has(m, SIPCODE_F_OTHER, "any") ||
			          has(m, SIPCODE_F_OTHER, "3xx"));
		assert_int_equal(found, rows[i].rule);
	}
}

static void the_commands_show_the_mapping(void **state)
{
	static const struct check checks[] = {
		{ { "505" }, 0, "*  127 Interworking*RFC 3398*8.2.6.1, RFC "
		  "3398 "
		  "erratum 2161*", "" },
		{ { "486" }, 0, "*  17 User busy*", "" },
		{ { "cause", "17" }, 0, "cause 17 *\n  RFC 3398  From Q.850: "
		  "486\n  RFC 3398  To Q.850: 486, 600\n*", "" },
		{ { "cause", "--sip", "486" }, 0, "  RFC 3398  From Q.850: "
		  "17\n  RFC 3398  To Q.850: 17\n*", "" },
		{ { "cause", "--sip=505", "--field", "cause,product" }, 0,
		  "127\tRFC 3398\n*", "" },
		{ { "compare", "-w0", "404", "486" }, 0,
		  "*  404: 1 (Unallocated number); 486: 17 (User busy)\n"
		  "*  404: 1 (Unallocated number), 2 (No route to network), "
		  "3 (No route to destination), *; 486: 17 (User busy)\n*",
		  "" },
		/* What the tables leave out: 31 and 500. */
		{ { "580" }, 0, "*  To Q.850  31 Normal, unspecified*", "" },
		{ { "500" }, 0, "*  From Q.850  every other cause*", "" },
		{ { "cause", "--sip=580" }, 0, "  RFC 3398  To Q.850: 31 "
		  "\\[1]\n*", "" },
		{ { "cause", "69" }, 0, "*\n  RFC 3398  From Q.850: 500 "
		  "\\[1]\n*", "" },
		{ { "compare", "-w0", "486", "580" }, 0,
		  "*  To Q.850  486: 17 (User busy); 580: 31 (Normal, "
		  "unspecified)\n*", "" },
		{ { "compare", "-w0", "487", "500" }, 0,
		  "*  To Q.850  487: no cause; 500: 41 (Temporary failure)\n"
		  "*  From Q.850  487: not defined; 500: *every other cause*",
		  "" },
	};

	(void)state;
	CHECK(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(codes_map_to_causes_as_the_standard_has_it),
		TEST(causes_map_to_codes_as_the_standard_has_it),
		TEST(only_the_conditions_of_the_standard_hold),
		TEST(the_location_follows_from_the_class),
		TEST(the_misprint_of_505_is_corrected),
		TEST(what_the_tables_leave_out_has_a_default),
		TEST(the_default_belongs_to_what_the_tables_leave_out),
		TEST(the_commands_show_the_mapping),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
