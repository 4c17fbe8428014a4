/* test_gen.c - what the generator refuses.  Every message of model.c, value.c,
 * link.c and prove.c has its bad file here or in test_gen_flow.c. */
#include "gen.h"

#include <stdio.h>

#include "files.h"

/* What a Code needs behind its key. */
#define HEAD_PROSE "Verdict: v\nDescription: d\nBackground: b\n"
#define FACTS "Phrase: P\nStatus: unregistered\nReference: X\n" \
	"Nature: fault\nSource: X\n"
#define CODE "%rec: Code\n\n"
#define CAUSE "%rec: Cause\n\n"

static void a_record_has_one_key(void **state)
{
	static const struct mistake mistakes[] = {
		{ "zz.rec", CODE "Phrase: Busy\n",
		  "zz.rec:3: Code record without its key, 'code'\n" },
		{ "en/zz.rec", CODE "Verdict: v\n",
		  "en/zz.rec:3: Code record without its key, 'code'\n" },
	};
	const char *folder;
	struct run r = { 0 };

	(void)state;
	CHECK_MISTAKES(mistakes);
	folder = gen_folder();
	folder_write(folder, "zz.rec", CODE FACTS "Code: 486\n");
	gen_run(&r, folder);
	assert_run(&r, 1, "", "*/zz.rec:8: Code 486 stands already at "
	           "*/codes.rec:3\nsipcode-gen: 1 mistake in the data\n");
	run_free(&r);
	folder_remove(folder);
}

static void a_value_has_the_form_of_its_field(void **state)
{
	static const struct mistake mistakes[] = {
		{ "zz.rec", CAUSE "Cause: 17\nName:\nKind: q850\nSource: X\n",
		  "zz.rec:4: 'Name' is empty\n"
		  "zz.rec:3: Cause 17 has no 'meaning' in language en\n" },
		{ "en/zz.rec", "%rec: Label\n\nId: xyzzy\nText: t\n",
		  "en/zz.rec:3: no label is called 'xyzzy'\n" },
		{ "classes.rec", "%rec: Class\n\nClass: 4xx\nSource: RFC3261\n",
		  "classes.rec:4: 'RFC3261' is not a source such as 'RFC 3261 "
		  "\302\24721.4.1'\n" },
		{ "classes.rec", "%rec: Class\n\nClass: 4xx\nSource: a\n"
		  "Source: RFC 3261 \302\247\n",
		  "classes.rec:5: 'RFC 3261 \302\247' is not a source such as "
		  "'RFC 3261 \302\24721.4.1'\n" },
		{ "classes.rec", "%rec: Class\n\nClass: 4xx\nSource: RFC 3261; "
		  "RFC 3262\n",
		  "classes.rec:4: 'RFC 3261; RFC 3262' is not a source such as "
		  "'RFC 3261 \302\24721.4.1'\n" },
		{ "classes.rec", "%rec: Class\n\nClass: 4xx\nSource: RFC 3261 "
		  "erratum x\n",
		  "classes.rec:4: 'RFC 3261 erratum x' is not a source such as "
		  "'RFC 3261 \302\24721.4.1'\n" },
		{ "codes.rec", CODE "Code: 486\nPhrase: Busy\nStatus: busy\n"
		  "Reference: X\nNature: fault\nSource: X\n",
		  "codes.rec:5: 'busy' is not one of: registered deprecated "
		  "obsolete unregistered \n" },
		{ "codes.rec", CODE "Code: 486\nPhrase: B\303\272sy\nStatus: "
		  "registered\nReference: X\nNature: fault\nSource: X\n",
		  "codes.rec:4: 'Phrase' is not ASCII\n" },
		{ "codes.rec", CODE "Code: 486\nPhrase: A\nPhrase: B\nStatus: "
		  "registered\nReference: X\nNature: fault\nSource: X\n",
		  "codes.rec:5: 'Phrase' a second time\n" },
		{ "codes.rec", CODE "Code: 486\nPhrase: A\nStatus: registered\n"
		  "Reference: X\nNature: fault\nSource: X\nTag: t\n",
		  "codes.rec:9: Code has no field 'Tag'\n" },
		/* Links that the generator makes itself. */
		{ "codes.rec", CODE "Code: 486\nPhrase: A\nStatus: registered\n"
		  "Reference: X\nNature: fault\nSource: X\nClass: 4xx\n",
		  "codes.rec:9: Code has no field 'Class'\n" },
		{ "codes.rec", CODE "Code: 486\nPhrase: A\nStatus: registered\n"
		  "Reference: X\nNature: fault\nSource: X\nNotes: x\n",
		  "codes.rec:9: Code has no field 'Notes'\n" },
	};

	(void)state;
	CHECK_MISTAKES(mistakes);
}

static void a_number_is_digits_alone(void **state)
{
	static const char *const bad[] = { "0421", "-1", "+1", "1a", "1.0",
		                           "1000000000" };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(bad); i++) {
		const char *folder = gen_folder();
		char text[128], want[128];

		snprintf(text, sizeof(text), "%%rec: Rule\n\nId: a\nFirst: 1\n"
		         "Last: %s\nSource: X\n", bad[i]);
		snprintf(want, sizeof(want), "zz.rec:5: '%s' is not a whole "
		         "number\n", bad[i]);
		folder_write(folder, "zz.rec", text);
		folder_write(folder, "en/zz.rec", "%rec: Rule\n\nId: a\n"
		             "Text: t\n");
		gen_run(&r, folder);
		assert_int_equal(r.status, 1);
		assert_holds(r.err, want);
		assert_null(gen_table(folder));
		folder_remove(folder);
	}
	run_free(&r);
}

static void facts_and_prose_stand_where_they_belong(void **state)
{
	static const struct mistake mistakes[] = {
		{ "en/zz.rec", CODE "Code: 487\nVerdict: v\n",
		  "en/zz.rec:3: prose for Code 487, which is no fact\n" },
		{ "en/zz.rec", CODE "Code: 486\nVerdict: v\n",
		  "en/zz.rec:3: prose for Code 486 stands already\n" },
		{ "zz.rec", "%rec: Condition\n\nId: a\nSource: X\nText: t\n",
		  "zz.rec:5: 'Text' is prose and belongs to a language\n"
		  "zz.rec:3: Condition a has no 'text' in language en\n" },
		{ "en/codes.rec", CODE "Code: 486\n" HEAD_PROSE
		  "When: a\nWhen: b\nWhen: c\nFix: f\nPhrase: Busy\n",
		  "en/codes.rec:11: 'Phrase' is a fact and belongs to no "
		  "language\n" },
	};

	(void)state;
	CHECK_MISTAKES(mistakes);
}

static void labels_are_known_complete_and_said_once(void **state)
{
	static const struct mistake mistakes[] = {
		{ "en/zz.rec", "%rec: Label\n\nId: see\n",
		  "en/zz.rec:3: a Label has an Id and a Text\n" },
		{ "en/zz.rec", "%rec: Label\n\nText: t\nId: see\n",
		  "en/zz.rec:3: a Label has an Id and a Text\n" },
		{ "en/zz.rec", "%rec: Label\n\nId: see\nText: \303\251\n",
		  "en/zz.rec:4: 'Text' is not ASCII\n"
		  "en/zz.rec:3: Label see stands already\n" },
		{ "en/zz.rec", "%rec: Label\n\nId: see\nText: again\n",
		  "en/zz.rec:3: Label see stands already\n" },
	};
	const char *folder;
	struct run r = { 0 };
	char want[600];

	(void)state;
	CHECK_MISTAKES(mistakes);
	folder = gen_folder();
	folder_write(folder, "en/labels.rec", "%rec: Label\n\nId: see\n"
	             "Text: See also\n");
	gen_run(&r, folder);
	snprintf(want, sizeof(want), "%s/en/labels.rec: label 'when' is "
	         "missing\n", folder);
	assert_holds(r.err, want);
	assert_lacks(r.err, "label 'see' is missing");
	assert_run(&r, 1, "", "*");
	assert_null(gen_table(folder));
	run_free(&r);
	folder_remove(folder);
}

static void links_lead_somewhere_else(void **state)
{
	static const struct mistake mistakes[] = {
		{ "codes.rec", CODE "Code: 486\nPhrase: A\nStatus: registered\n"
		  "Reference: X\nNature: fault\nSource: X\nSee: 600\n",
		  "codes.rec:9: Code 600 does not exist\n" },
		{ "codes.rec", CODE "Code: 486\nPhrase: A\nStatus: registered\n"
		  "Reference: X\nNature: fault\nSource: X\nSee: 486\n",
		  "codes.rec:9: Code 486 points at itself\n" },
		{ "classes.rec", "%rec: Class\n\nClass: 5xx\nSource: X\n",
		  "en/classes.rec:3: prose for Class 4xx, which is no fact\n"
		  "codes.rec:3: Class 4xx does not exist\n"
		  "classes.rec:3: Class 5xx has no 'name' in language en\n"
		  "classes.rec:3: Class 5xx has no 'description' in language "
		  "en\nclasses.rec:3: Class 5xx has no 'fix' in language "
		  "en\nclasses.rec:3: Class 5xx has no 'background' in "
		  "language en\n" },
		{ "codes.rec", CODE "Code: 700\n" FACTS,
		  "en/codes.rec:3: prose for Code 486, which is no fact\n"
		  "codes.rec:3: 700 is not a status code (100 to 699)\n"
		  "codes.rec:3: Code 700 has no 'verdict' in language en\n"
		  "codes.rec:3: Code 700 has no 'description' in language en\n"
		  "codes.rec:3: Code 700 has no 'when' in language en\n"
		  "codes.rec:3: Code 700 has no 'fix' in language en\n"
		  "codes.rec:3: Code 700 has no 'background' in language "
		  "en\n" },
	};

	(void)state;
	CHECK_MISTAKES(mistakes);
}

static void what_has_to_be_there_is_there(void **state)
{
	static const struct mistake mistakes[] = {
		{ "codes.rec", CODE "Code: 486\nStatus: registered\n"
		  "Reference: X\nNature: fault\n",
		  "codes.rec:3: Code 486 has no 'phrase'\n"
		  "codes.rec:3: Code 486 has no 'source'\n" },
		{ "en/codes.rec", CODE "Code: 486\n" HEAD_PROSE
		  "When: a\nWhen: b\nWhen: c\n",
		  "en/codes.rec:3: Code 486 has no 'fix'\n" },
		{ "en/codes.rec", CODE "Code: 486\n" HEAD_PROSE
		  "When: a\nWhen: b\nFix: f\n",
		  "en/codes.rec:3: Code 486 has fewer than three of 'when'\n" },
		{ "codes.rec", CODE "Code: 486\nPhrase: A\nStatus: registered\n"
		  "Reference: X\nNature: fault\nSource: X\nRetry: later\n",
		  "codes.rec:3: Code 486 has 'retry' but no 'retry_source'\n" },
		{ "en/codes.rec", CODE "Code: 486\n" HEAD_PROSE
		  "When: a\nWhen: b\nWhen: c\nFix: f\nRetry_Note: n\n",
		  "en/codes.rec:3: Code 486 has 'retry_note' but no "
		  "'retry_source'\n" },
		{ "en/codes.rec", CODE "Code: 486\n" HEAD_PROSE
		  "When: a\nWhen: b\nWhen: c\nWhen: a\nFix: f\n",
		  "en/codes.rec:10: 'when' says the same twice\n" },
		/* Each value that comes again is one mistake. */
		{ "en/codes.rec", CODE "Code: 486\n" HEAD_PROSE
		  "When: a\nWhen: b\nWhen: c\nFix: f\nFix: f\nFix: f\n",
		  "en/codes.rec:11: 'fix' says the same twice\n"
		  "en/codes.rec:12: 'fix' says the same twice\n" },
	};

	(void)state;
	CHECK_MISTAKES(mistakes);
}

static void keys_and_ranges_ascend(void **state)
{
	static const struct mistake mistakes[] = {
		{ "zz.rec", "%rec: Warning\n\n"
		  "Warning: 301\nPhrase: p\nSource: X\n\n"
		  "Warning: 300\nPhrase: p\nSource: X\n",
		  "zz.rec:3: Warning 301 has no 'meaning' in language en\n"
		  "zz.rec:3: Warning 301 has no 'look' in language en\n"
		  "zz.rec:7: Warning 300 stands behind 301\n"
		  "zz.rec:7: Warning 300 has no 'meaning' in language en\n"
		  "zz.rec:7: Warning 300 has no 'look' in language en\n" },
		{ "zz.rec", "%rec: Condition\n\nId: b\nSource: X\n\nId: a\n"
		  "Source: X\n",
		  "zz.rec:3: Condition b has no 'text' in language en\n"
		  "zz.rec:6: Condition a stands behind b\n"
		  "zz.rec:6: Condition a has no 'text' in language en\n" },
		{ "zz.rec", "%rec: Rule\n\nId: a\nFirst: 500\nLast: 499\n"
		  "Source: X\n",
		  "zz.rec:3: Rule a has no 'text' in language en\n"
		  "zz.rec:5: 499 is below 500, the first\n" },
	};

	(void)state;
	CHECK_MISTAKES(mistakes);
}

static void a_comparison_has_two_codes(void **state)
{
	static const struct mistake mistakes[] = {
		{ "zz.rec", "%rec: Pair\n\nId: a\nCode: 486\nSource: X\n",
		  "zz.rec:3: Pair a has no 'summary' in language en\n"
		  "zz.rec:3: Pair a has no 'difference' in language en\n"
		  "zz.rec:3: Pair a has no 'use' in language en\n"
		  "zz.rec:3: Pair a has fewer than 2 of 'code'\n" },
	};

	(void)state;
	CHECK_MISTAKES(mistakes);
}

static void a_duty_has_its_condition_as_a_word_and_in_words(void **state)
{
	static const char facts[] =
		"%rec: Duty\n\n"
		"Id: a\nFirst: 486\nLast: 486\nHeader: H\nIf: body\n"
		"Source: X\n\n"
		"Id: b\nFirst: 486\nLast: 486\nHeader: H\nSource: X\n\n"
		"Id: c\nFirst: 486\nLast: 486\nHeader: H\nIf: body\n"
		"Source: X\n\n%rec: Header\n\nHeader: H\nSource: X\n";
	const char *folder = gen_folder();
	struct run r = { 0 };

	(void)state;
	folder_write(folder, "zz.rec", facts);
	folder_write(folder, "en/zz.rec", "%rec: Duty\n\nId: a\nNote: n\n\n"
	             "Id: b\nCondition: if so\nNote: n\n\n"
	             "Id: c\nCondition: if so\nNote: n\n\n%rec: Header\n\n"
	             "Header: H\nMeaning: m\nLook: l\n");
	gen_run(&r, folder);
	assert_messages(&r, folder,
	                "en/zz.rec:3: Duty a has 'if' but no "
	                "'condition'\nen/zz.rec:6: Duty b has 'condition' but "
	                "no 'if'\n");
	run_free(&r);
	folder_remove(folder);
}

/* What a response carries is told on the page of the header field. */
static void a_duty_names_header_fields_that_there_are(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };

	(void)state;
	folder_write(folder, "zz.rec",
	             "%rec: Duty\n\nId: a\nFirst: 486\nLast: 486\n"
	             "Header: H\nAlternative: I\nSource: X\n\n"
	             "%rec: Header\n\nHeader: J\nSource: X\n");
	folder_write(folder, "en/zz.rec",
	             "%rec: Duty\n\nId: a\nNote: n\n\n"
	             "%rec: Header\n\nHeader: J\nMeaning: m\nLook: l\n");
	gen_run(&r, folder);
	assert_messages(&r, folder,
	                "zz.rec:6: Header H does not exist\n"
	                "zz.rec:7: Header I does not exist\n");
	run_free(&r);
	folder_remove(folder);
}

static void all_mistakes_are_said_at_once(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };

	(void)state;
	folder_write(folder, "aa.rec", "no field\n");
	folder_write(folder, "zz.rec", CODE "Code: 485\n" FACTS "Tag: t\n");
	folder_write(folder, "en/zz.rec", CODE "Code: 485\n" HEAD_PROSE
	             "When: w\nFix: a\nFix: a\n");
	gen_run(&r, folder);
	assert_messages(&r, folder,
	                "aa.rec:1: not a field: 'Name: value' expected\n"
	                "zz.rec:9: Code has no field 'Tag'\n"
	                "zz.rec:3: Code 485 stands behind 486\n"
	                "en/zz.rec:9: 'fix' says the same twice\n");
	assert_null(gen_table(folder));
	run_free(&r);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_record_has_one_key),
		TEST(a_value_has_the_form_of_its_field),
		TEST(a_number_is_digits_alone),
		TEST(facts_and_prose_stand_where_they_belong),
		TEST(labels_are_known_complete_and_said_once),
		TEST(links_lead_somewhere_else),
		TEST(what_has_to_be_there_is_there),
		TEST(keys_and_ranges_ascend),
		TEST(a_comparison_has_two_codes),
		TEST(a_duty_has_its_condition_as_a_word_and_in_words),
		TEST(a_duty_names_header_fields_that_there_are),
		TEST(all_mistakes_are_said_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
