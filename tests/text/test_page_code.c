/* test_page_code.c - the page of every code, byte for byte. */
#include "expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

#include "files.h"

#define TEXT(row, field) sipcode_text(row, SIPCODE_F_##field, 0)
#define HAS(row, field) (sipcode_len(row, SIPCODE_F_##field) > 0)
#define SAYS(row, field, word) (strcmp(TEXT(row, field), word) == 0)
#define NUMBER(row, field) sipcode_number(row, SIPCODE_F_##field, 0)
/* Goes through the rows that a field leads to. */
#define EACH(r, row, field) \
	for (size_t i = 0; ((r) = sipcode_link(row, field, i)) != NULL; i++)

/* The label of a word of the schema, such as after-change of retry. */
static const char *word_label(const struct sipcode_row *row,
                              enum sipcode_field field)
{
	const char *word = sipcode_text(row, field, 0);
	char id[64];

	snprintf(id, sizeof(id), "%s_%s", sipcode_field_name(field), word);
	for (char *s = id; *s != '\0'; s++)
		*s = *s == '-' ? '_' : *s;
	return expected_label(strcmp(word, "no-cause") == 0 ? "no_cause" : id);
}

static const char *number_text(const struct sipcode_row *row)
{
	static char digits[24];
	struct sipcode_column key = sipcode_column(sipcode_row_set(row), 0);

	snprintf(digits, sizeof(digits), "%lu",
	         sipcode_number(row, key.field, 0));
	return digits;
}

static const char *list_of(const struct sipcode_row *row,
                           enum sipcode_field field)
{
	static struct bytes list;

	list.n = 0;
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		EXPECT(&list, i > 0 ? ", " : "", sipcode_text(row, field, i));
	return list.s;
}

/* A document is named once where its sections follow each other. */
static const char *sources_of(const struct sipcode_row *row,
                              enum sipcode_field field)
{
	static struct bytes list;
	const char *before = "";

	list.n = 0;
	for (size_t i = 0; i < sipcode_len(row, field); i++) {
		const char *s = sipcode_text(row, field, i);
		const char *section = strstr(s, " section ");
		size_t n = strncmp(s, "RFC ", 4) != 0 || section == NULL ? 0 :
		           (size_t)(section + 9 - s);

		EXPECT(&list, i > 0 ? ", " : "",
		    n > 0 && strncmp(s, before, n) == 0 ? s + n : s);
		before = s;
	}
	return list.s;
}

/* A fact: its label, its text in some pieces, its sources. */
static void begin_fact(struct bytes *b, const char *label)
{
	EXPECT(b, "  ", expected_label(label), "  ");
}

static void end_fact(struct bytes *b, const struct sipcode_row *row,
                     enum sipcode_field source)
{
	if (sipcode_len(row, source) > 0)
		EXPECT(b, "  [", sources_of(row, source), "]");
	EXPECT(b, "\n");
}

static void add_fact(struct bytes *b, const char *label, const char *text,
                     const struct sipcode_row *row, enum sipcode_field source)
{
	begin_fact(b, label);
	EXPECT(b, text);
	end_fact(b, row, source);
}

/* "one of Accept, Accept-Encoding (INVITE), if there is a body". */
static void add_header(struct bytes *b, const struct sipcode_row *d)
{
	if (HAS(d, ALTERNATIVE))
		EXPECT(b, expected_label("one_of"), " ");
	EXPECT(b, TEXT(d, HEADER));
	for (size_t i = 0; i < sipcode_len(d, SIPCODE_F_ALTERNATIVE); i++)
		EXPECT(b, ", ", sipcode_text(d, SIPCODE_F_ALTERNATIVE, i));
	if (HAS(d, METHOD))
		EXPECT(b, " (", list_of(d, SIPCODE_F_METHOD), ")");
	if (HAS(d, CONDITION))
		EXPECT(b, ", ", TEXT(d, CONDITION));
}

/* The duties of this code, and each MUST of codes of its class; those that
 * always hold come first.  What once was a duty has no level. */
static void add_duties(struct bytes *b, const struct sipcode_row *code,
                       const char *level, const char *label)
{
	size_t n = sipcode_len(code, SIPCODE_F_DUTIES);

	for (size_t i = 0; i < 2 * n; i++) {
		const struct sipcode_row *d =
			sipcode_link(code, SIPCODE_F_DUTIES, i % n);
		unsigned long first = NUMBER(d, FIRST), last = NUMBER(d, LAST);

		if ((level == NULL) != HAS(d, OBSOLETE) ||
		    (level != NULL && !SAYS(d, LEVEL, level)) ||
		    HAS(d, IF) != (i >= n) ||
		    (first != last && (first / 100 != last / 100 ||
		                       !SAYS(d, LEVEL, "MUST"))))
			continue;
		begin_fact(b, label);
		add_header(b, d);
		EXPECT(b, ": ", TEXT(d, NOTE));
		end_fact(b, d, SIPCODE_F_SOURCE);
	}
}

static void add_answers(struct bytes *b, const struct sipcode_row *code)
{
	if (!HAS(code, METHOD))
		return;
	begin_fact(b, "answers");
	EXPECT(b, SAYS(code, METHOD, "any") ? expected_label("answers_any")
	                                 : list_of(code, SIPCODE_F_METHOD));
	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_NOT_METHOD); i++)
		EXPECT(b, ", ", sipcode_text(code, SIPCODE_F_NOT_METHOD, i));
	if (HAS(code, METHOD_NOTE))
		EXPECT(b, "; ", TEXT(code, METHOD_NOTE));
	end_fact(b, code, SIPCODE_F_METHOD_SOURCE);
}

static void add_word(struct bytes *b, const struct sipcode_row *code,
                     enum sipcode_field word, enum sipcode_field note,
                     enum sipcode_field source)
{
	if (sipcode_len(code, word) == 0)
		return;
	begin_fact(b, sipcode_field_name(word));
	EXPECT(b, word_label(code, word));
	if (sipcode_len(code, note) > 0)
		EXPECT(b, ": ", sipcode_text(code, note, 0));
	end_fact(b, code, source);
}

/* What the standard makes of the code; the location follows from the class. */
static void add_mappings(struct bytes *b, const struct sipcode_row *code,
                         const char *direction, const char *label)
{
	const struct sipcode_row *m, *cause, *c;

	EACH(m, code, SIPCODE_F_MAPPINGS) {
		if (!SAYS(m, PRODUCT, "RFC 3398") ||
		    !SAYS(m, DIRECTION, direction))
			continue;
		begin_fact(b, label);
		cause = sipcode_link(m, SIPCODE_F_CAUSE, 0);
		if (cause == NULL)
			EXPECT(b, expected_label(SAYS(m, OTHER, "any") ?
			                         "every_cause" : SAYS(
			          m, OTHER, "t7") ? "other_t7" : SAYS(
			          m, OTHER, "t9") ? "other_t9" : "no_cause"));
		else
			EXPECT(b, number_text(cause), " ", TEXT(cause, NAME));
		for (size_t k = 0; (c = sipcode_link(m, SIPCODE_F_IF, k)); k++)
			if (strncmp(TEXT(c, ID), "location-", 9) != 0)
				EXPECT(b, "; ", TEXT(c, TEXT));
		end_fact(b, m, SIPCODE_F_SOURCE);
	}
}

/* The phrases of a sighting: "Busy", "Busy now". */
static void add_phrases(struct bytes *b, const struct sipcode_row *r)
{
	EXPECT(b, "\"", TEXT(r, PHRASE));
	for (size_t i = 0; i < sipcode_len(r, SIPCODE_F_ALIAS); i++)
		EXPECT(b, "\", \"", sipcode_text(r, SIPCODE_F_ALIAS, i));
	EXPECT(b, "\" ");
}

/* How many phrases a page has room for. */
static size_t shown(const struct sipcode_row *code)
{
	size_t others = sipcode_len(code, SIPCODE_F_PRACTICE) +
	                sipcode_len(code, SIPCODE_F_NOTES);

	return others > 40 ? 0 : 40 - others;
}

/* Rules of this code alone, variants or sightings. */
static void add_owned(struct bytes *b, const struct sipcode_row *code,
                      enum sipcode_field field, const char *label)
{
	const struct sipcode_row *r;

	EACH(r, code, field) {
		if (NUMBER(r, FIRST) != NUMBER(r, LAST) ||
		    (field == SIPCODE_F_SIGHTINGS && i >= shown(code)))
			continue;
		begin_fact(b, label);
		if (field != SIPCODE_F_RULES)
			add_phrases(b, r);
		if (field == SIPCODE_F_SIGHTINGS)
			EXPECT(b, TEXT(r, PRODUCT), ": ");
		EXPECT(b, TEXT(r, TEXT), TEXT(r, NOTE), TEXT(r, MEANING));
		if (HAS(r, UNCONFIRMED))
			EXPECT(b, " ", expected_label("unconfirmed"));
		end_fact(b, r, SIPCODE_F_SOURCE);
	}
}

static void add_facts(struct bytes *b, const struct sipcode_row *code)
{
	int known = SAYS(code, STATUS, "registered");

	EXPECT(b, "\n", expected_label("facts"), "\n");
	add_fact(b, "reference", sources_of(code, SIPCODE_F_REFERENCE), code,
	         known ? SIPCODE_F_NONE : SIPCODE_F_SOURCE);
	if (!known)
		add_word(b, code, SIPCODE_F_STATUS, SIPCODE_F_NONE,
		         SIPCODE_F_NONE);
	add_duties(b, code, "MUST", "must_carry");
	add_duties(b, code, "SHOULD", "should_carry");
	add_duties(b, code, "MAY", "may_carry");
	add_duties(b, code, "", "carries");
	add_duties(b, code, NULL, "once_carried");
	add_answers(b, code);
	if (HAS(code, SENT_BY))
		add_fact(b, "sent_by", list_of(code, SIPCODE_F_SENT_BY), code,
		         SIPCODE_F_NONE);
	if (HAS(code, LOCAL)) {
		begin_fact(b, "local");
		EXPECT(b, word_label(code, SIPCODE_F_LOCAL));
		end_fact(b, code, SIPCODE_F_LOCAL_SOURCE);
	}
	add_word(b, code, SIPCODE_F_NATURE, SIPCODE_F_NONE, SIPCODE_F_NONE);
	add_word(b, code, SIPCODE_F_RETRY, SIPCODE_F_RETRY_NOTE,
	         SIPCODE_F_RETRY_SOURCE);
	add_word(b, code, SIPCODE_F_EFFECT, SIPCODE_F_EFFECT_NOTE,
	         SIPCODE_F_EFFECT_SOURCE);
	add_owned(b, code, SIPCODE_F_RULES, "proxies");
	add_mappings(b, code, "to-cause", "to_cause");
	add_mappings(b, code, "to-sip", "from_cause");
	add_owned(b, code, SIPCODE_F_VARIANTS, "also_called");
	if (HAS(code, HTTP_PHRASE))
		add_fact(b, "http", TEXT(code, HTTP_PHRASE), code,
		         SIPCODE_F_HTTP_SOURCE);
	if (HAS(code, STUN_PHRASE))
		add_fact(b, "stun", TEXT(code, STUN_PHRASE), code,
		         SIPCODE_F_STUN_SOURCE);
}

/* A label with numbers in the place of %1, %2 and %3. */
static void add_counted(struct bytes *b, const char *label, size_t one,
                        size_t two, size_t three)
{
	size_t n[] = { one, two, three };
	char digits[24];

	for (const char *s = expected_label(label); *s != '\0'; s++) {
		char c[2] = { *s, '\0' };

		if (*s != '%') {
			EXPECT(b, c);
			continue;
		}
		snprintf(digits, sizeof(digits), "%zu", n[*++s - '1']);
		EXPECT(b, digits);
	}
}

/* Is the product told by an earlier row of the field? */
static int is_told(const struct sipcode_row *code, enum sipcode_field field,
                   size_t at)
{
	const struct sipcode_row *one = sipcode_link(code, field, at);

	while (at-- > 0)
		if (SAYS(sipcode_link(code, field, at), PRODUCT,
		         TEXT(one, PRODUCT)))
			return 1;
	return 0;
}

/* Has the product a rule that speaks of the code, of that result (NULL: of
 * any), and by default? */
static int has_rule(const struct sipcode_row *code,
                    const struct sipcode_row *product, int next)
{
	const struct sipcode_row *mine, *r;
	int any = 0;

	EACH(r, code, SIPCODE_F_FAILOVERS)
		for (size_t k = 0; k < sipcode_len(product,
		                                   SIPCODE_F_FAILOVERS); k++) {
			mine = sipcode_link(product, SIPCODE_F_FAILOVERS, k);
			if (mine == r && (next < 0 ||
			    (SAYS(r, DEFAULT, "yes") &&
			     SAYS(r, RESULT, "next") == next)))
				any = 1;
		}
	return any;
}

/* How many products try the next route, and their names for the code. */
static void add_foot(struct bytes *b, const struct sipcode_row *code)
{
	size_t all = 0, next = 0, names = sipcode_len(code, SIPCODE_F_NAMES);
	const struct sipcode_row *r;
	struct bytes numbers = { 0 };

	for (size_t i = 0; (r = sipcode_row(0, SIPCODE_PRODUCTS, i)); i++) {
		all += (size_t)has_rule(code, r, -1);
		next += has_rule(code, r, 1) && !has_rule(code, r, 0);
	}
	if (all > 0) {
		EXPECT(b, expected_label("next_route"), "  ");
		add_counted(b, "next_route_count", next, all,
		            NUMBER(code, CODE));
		EXPECT(b, "\n");
	}
	if (names > 0) {
		EXPECT(b, expected_label("names"), "  ");
		add_counted(b, names == 1 ? "name_count" : "names_count",
		            names, NUMBER(code, CODE), 0);
		EXPECT(b, "\n");
	}
	EACH(r, code, SIPCODE_F_NUMBERS)
		if (!is_told(code, SIPCODE_F_NUMBERS, i))
			EXPECT(&numbers, numbers.n > 0 ? ", " : "",
			       TEXT(r, PRODUCT));
	for (size_t i = 0; (r = sipcode_row(0, SIPCODE_NAMES, i)); i++)
		if (HAS(r, NUMBER) && !HAS(r, CODE) &&
		    NUMBER(r, NUMBER) == NUMBER(code, CODE) &&
		    (numbers.n == 0 ||
		     strstr(numbers.s, TEXT(r, PRODUCT)) == NULL))
			EXPECT(&numbers, numbers.n > 0 ? ", " : "",
			       TEXT(r, PRODUCT));
	if (numbers.n > 0)
		EXPECT(b, expected_label("other_number"), "  ", numbers.s,
		       "\n");
	bytes_free(&numbers);
}

/* Other codes, those with a comparison by hand, and the flow. */
static void add_see(struct bytes *b, const struct sipcode_row *code)
{
	struct bytes see = { 0 }, pairs = { 0 };
	const struct sipcode_row *r, *one;
	int is_cause = NUMBER(code, CODE) > 100 &&
	               sipcode_by_number(0, SIPCODE_CAUSES,
	                                 NUMBER(code, CODE)) != NULL;

	EACH(r, code, SIPCODE_F_SEE)
		EXPECT(&see, i > 0 ? ", " : "", number_text(r));
	EACH(r, code, SIPCODE_F_PAIRS) {
		if (sipcode_len(r, SIPCODE_F_CODE) != 2)
			continue;
		one = sipcode_link(r, SIPCODE_F_CODE, 0);
		if (one == code)
			one = sipcode_link(r, SIPCODE_F_CODE, 1);
		EXPECT(&pairs, pairs.n > 0 ? ", " : "", number_text(one));
	}
	EXPECT(b, "\n");
	if (see.n > 0)
		EXPECT(b, expected_label("see"), "  ", see.s,
		       HAS(code, FAILOVERS) ? ", sipcode failover " : "",
		       HAS(code, FAILOVERS) ? number_text(code) : "",
		       is_cause ? ", sipcode cause " : "",
		       is_cause ? number_text(code) : "", "\n");
	if (pairs.n > 0)
		EXPECT(b, expected_label("compare"), "  ", pairs.s, "\n");
	if (HAS(code, FLOWS))
		EXPECT(b, expected_label("flow"), "  sipcode flow ",
		       number_text(code), "\n");
	add_foot(b, code);
	bytes_free(&see);
	bytes_free(&pairs);
}

/* Notes on products, or what they make of the code in practice. */
static void add_notes(struct bytes *b, const struct sipcode_row *code,
                      enum sipcode_field field)
{
	const struct sipcode_row *n;

	EACH(n, code, field) {
		EXPECT(b, "  * ", TEXT(n, PRODUCT), ": ", TEXT(n, TEXT));
		if (HAS(n, UNCONFIRMED))
			EXPECT(b, " ", expected_label("unconfirmed"));
		EXPECT(b, " [", sources_of(n, SIPCODE_F_SOURCE), "]\n");
	}
}

static void add_products(struct bytes *b, const struct sipcode_row *code)
{
	if (HAS(code, SIGHTINGS) || HAS(code, NOTES))
		EXPECT(b, "\n", expected_label("products"), "\n");
	add_owned(b, code, SIPCODE_F_SIGHTINGS, "seen_as");
	add_notes(b, code, SIPCODE_F_NOTES);
	if (sipcode_len(code, SIPCODE_F_SIGHTINGS) > shown(code)) {
		EXPECT(b, "  ");
		add_counted(b, "more_products",
		            sipcode_len(code, SIPCODE_F_SIGHTINGS) -
		                    shown(code), 0, 0);
		EXPECT(b, "\n");
	}
}

static void add_section(struct bytes *b, const struct sipcode_row *code,
                        const char *label, enum sipcode_field field,
                        const char *before)
{
	EXPECT(b, "\n", expected_label(label), "\n");
	for (size_t i = 0; i < sipcode_len(code, field); i++)
		EXPECT(b, before, sipcode_text(code, field, i), "\n");
}

static const char *nature_label(const struct sipcode_row *code)
{
	static char label[32];

	snprintf(label, sizeof(label), "verdict_%s", TEXT(code, NATURE));
	return label;
}

static void add_page(struct bytes *b, const struct sipcode_row *code)
{
	const struct sipcode_row *class =
		sipcode_link(code, SIPCODE_F_CLASS, 0);

	EXPECT(b, number_text(code), " ", TEXT(code, PHRASE), " (",
	    TEXT(class, CLASS), " ", TEXT(class, NAME), ")\n",
	    expected_label(nature_label(code)), " ", TEXT(code, VERDICT), "\n");
	add_section(b, code, "description", SIPCODE_F_DESCRIPTION, "  ");
	add_section(b, code, "when", SIPCODE_F_WHEN, "  * ");
	add_section(b, code, NUMBER(code, CODE) < 300 ? "next" : "fix",
	            SIPCODE_F_FIX, "  * ");
	if (HAS(code, PRACTICE))
		EXPECT(b, "\n", expected_label("practice"), "\n");
	add_notes(b, code, SIPCODE_F_PRACTICE);
	add_see(b, code);
	add_section(b, code, "background", SIPCODE_F_BACKGROUND, "  ");
	add_facts(b, code);
	add_products(b, code);
	if (HAS(code, READ))
		EXPECT(b, "\n", expected_label("sources"), "\n  ",
		    sources_of(code, SIPCODE_F_READ), "\n");
}

static void a_page_says_what_the_table_knows_and_no_more(void **state)
{
	struct run r = { 0 };
	const struct sipcode_row *code;

	(void)state;
	for (size_t i = 0; (code = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		struct bytes want = { 0 };

		add_page(&want, code);
		RUN(&r, "--all", number_text(code));
		assert_run(&r, 0, "*", "");
		assert_bytes(r.out, r.out_len, want.s, want.n);
		bytes_free(&want);
	}
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_page_says_what_the_table_knows_and_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
