/* test_gen_translate.c - another language: what stands, and what is shown in
 * English instead. */
#include "gen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"

#define CODE_HEAD "%rec: Code\n\n"
#define CODE_BODY "Verdict: M\303\241y b\341\272\255n.\nDescription: M" \
	"\341\273\231t m\303\241y.\nWhen: A.\nWhen: B.\nWhen: C.\nFix: D.\n" \
	"Background: E.\n"

/* A folder with a language besides English. */
static const char *folder_of_two(void)
{
	const char *folder = gen_folder();

	gen_prose(folder, "vi");
	gen_labels(folder, "vi");
	return folder;
}

/* Takes the path of the folder out of a text. */
static void cut_path(char *text, const char *folder)
{
	size_t n = strlen(folder) + 1;
	char *s;

	while ((s = strstr(text, folder)) != NULL)
		memmove(s, s + n, strlen(s + n) + 1);
}

/* What is said of a folder; the table is made all the same, but not where a
 * translation has to be complete. */
static void assert_behind(const char *folder, const char *message)
{
	struct run r = { 0 };
	char want[600];
	char *table;

	gen_run(&r, folder);
	cut_path(r.err, folder);
	assert_string_equal(r.err, message);
	assert_run(&r, 0, "", "*");
	table = gen_table(folder);
	assert_non_null(table);
	free(table);
	folder_write(folder, "table.c", "old");
	gen_run_with(&r, folder, "--complete", NULL);
	cut_path(r.err, folder);
	snprintf(want, sizeof(want), "%ssipcode-gen: 1 mistake in the data\n",
	         message);
	assert_string_equal(r.err, want);
	assert_run(&r, 1, "", "*");
	table = gen_table(folder);
	assert_string_equal(table, "old");
	free(table);
	run_free(&r);
}

static void assert_table(const char *folder, const char *holds,
                         const char *lacks)
{
	char *table = gen_table(folder);

	assert_non_null(table);
	assert_holds(table, holds);
	assert_lacks(table, lacks);
	free(table);
}

static void a_translation_with_its_stamp_stands(void **state)
{
	const char *folder = folder_of_two();
	char *same = folder_read(folder, "vi/codes.rec");
	struct run r = { 0 };
	char text[400];

	(void)state;
	/* The stamp is that of the English, whatever the translation says. */
	snprintf(text, sizeof(text), "%sCode: 486\n%.16s%s", CODE_HEAD,
	         strstr(same, "Stamp: "), CODE_BODY);
	free(same);
	folder_write(folder, "vi/codes.rec", text);
	gen_run_with(&r, folder, "--complete", NULL);
	assert_run(&r, 0, "", "");
	assert_table(folder, "\"M\\303\\241y b\\341\\272\\255n.\"",
	             "english of it ");
	assert_table(folder, "{ \"en\", \"vi\", }", "\"xx\"");
	run_free(&r);
	folder_remove(folder);
}

/* Words, not lines: where English breaks its lines does not matter. */
static void english_that_changes_is_shown_instead(void **state)
{
	const char *folder = folder_of_two();
	struct run r = { 0 };

	(void)state;
	folder_write(folder, "en/classes.rec", "%rec: Class\n\nClass: 4xx\n"
	             "Name: Client Error\nDescription: The request cannot be\n"
	             "+ served as it is.\nFix: Treat it as 400.\n"
	             "Background: Change it.\n");
	gen_run(&r, folder);
	assert_run(&r, 0, "", "");
	assert_table(folder, "\"Change it.\"", "english of it Change it.");
	folder_write(folder, "en/classes.rec", "%rec: Class\n\nClass: 4xx\n"
	             "Name: Client Error\nDescription: The request cannot be "
	             "served as it is.\nFix: Treat it as 400.\n"
	             "Background: Change it now.\n");
	assert_behind(folder, "vi/classes.rec:8: Class 4xx is shown in "
	              "English, which has changed at en/classes.rec:3\n");
	gen_run(&r, folder);
	assert_table(folder, "\"english of it Change it now.\"",
	             "english of it The callee is busy.");
	assert_table(folder, "Change it now.\"", "Change it.\"");
	run_free(&r);
	folder_remove(folder);
}

static void what_is_missing_is_shown_in_english(void **state)
{
	static const struct {
		const char *record, *message;
	} cases[] = {
		{ "", "en/codes.rec:3: Code 486 is missing in language vi\n" },
		{ "Code: 486\n" CODE_BODY,
		  "vi/codes.rec:3: Code 486 has no stamp, so it is shown in "
		  "English\n" },
		{ "Code: 486\nVerdict: a\nDescription: b\nWhen: c\nWhen: d\n"
		  "Fix: e\nBackground: f\n",
		  "vi/codes.rec:8: Code 486 is shown in English: 'When' "
		  "expected, not 'Fix'\n" },
		{ "Code: 486\n" CODE_BODY "Background: g\n",
		  "vi/codes.rec:11: Code 486 is shown in English: no "
		  "'Background' expected\n" },
		{ "Code: 486\nVerdict: a\nDescription: b\nWhen: c\nWhen: d\n"
		  "When: e\n",
		  "vi/codes.rec:3: Code 486 is shown in English: 'Fix' "
		  "expected\n" },
		{ "Code: 486\nVerdict:\nDescription: b\nWhen: c\nWhen: d\n"
		  "When: e\nFix: f\nBackground: g\n",
		  "vi/codes.rec:4: Code 486 is shown in English: 'Verdict' is "
		  "empty\n" },
		{ "Code: 486\nPhrase: P\n" CODE_BODY,
		  "vi/codes.rec:4: Code 486 is shown in English: 'Verdict' "
		  "expected, not 'Phrase'\n" },
	};
	const char *folder = folder_of_two();
	char text[600];

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		snprintf(text, sizeof(text), "%s%s", CODE_HEAD,
		         cases[i].record);
		folder_write(folder, "vi/codes.rec", text);
		assert_behind(folder, cases[i].message);
	}
	folder_remove(folder);
}

static void what_english_has_no_more_does_not_matter(void **state)
{
	const char *folder = folder_of_two();

	(void)state;
	folder_write(folder, "vi/zz.rec", CODE_HEAD "Code: 487\nVerdict: x\n");
	assert_behind(folder, "vi/zz.rec:3: Code 487 is no longer there in "
	              "English\n");
	folder_write(folder, "vi/zz.rec", "%rec: Label\n\nId: x\nText: y\n");
	assert_behind(folder, "vi/zz.rec:3: Label x is no longer there in "
	              "English\n");
	folder_remove(folder);
}

static void a_word_is_a_record_like_any_other(void **state)
{
	const char *folder = folder_of_two();
	struct run r = { 0 };
	char text[100];

	(void)state;
	folder_write(folder, "en/zz.rec", "%rec: Word\n\nId: a\n"
	             "Text: the word\n");
	folder_write(folder, "vi/zz.rec", "%rec: Word\n\nId: a\nText: t\n"
	             "Stamp: 00000000\n");
	folder_write(folder, "zz.rec", "%rec: Note\n\nId: a\nCode: 486\n"
	             "Product: the word\nSource: X\n");
	folder_write(folder, "en/notes.rec", "%rec: Note\n\nId: a\nText: t\n");
	snprintf(text, sizeof(text), "%%rec: Note\n\nId: a\nText: u\n"
	         "Stamp: %s\n", gen_stamp("Id: a\nText: t\n"));
	folder_write(folder, "vi/notes.rec", text);
	assert_behind(folder, "vi/zz.rec:5: Word a is shown in English, which "
	              "has changed at en/zz.rec:3\n");
	gen_run(&r, folder);
	assert_table(folder, "\"english of it the word\"", "\"t\",\n\t\"t\"");
	folder_write(folder, "vi/zz.rec", "%rec: Word\n\nId: a\nText:\n"
	             "Stamp: 00000000\n");
	assert_behind(folder, "vi/zz.rec:4: Word a is shown in English: 'Text' "
	              "is empty\n");
	run_free(&r);
	folder_remove(folder);
}

static void english_among_the_facts_is_a_word(void **state)
{
	static const char *const names[] = { "Asterisk", "Kamailio, SER",
		                             "baresip", "PJSIP (pjsua2)",
		                             "IMS P-CSCF" };
	static const char *const english[] = { "a carrier", "older osip",
		                               "Kamailio scripts",
		                               "Yate, most clouds" };
	const char *folder = gen_folder();
	struct run r = { 0 };
	char text[200], want[200];

	(void)state;
	folder_write(folder, "en/zz.rec", "%rec: Note\n\nId: a\nText: t\n");
	for (size_t i = 0; i < LEN(names) + LEN(english); i++) {
		const char *name = i < LEN(names) ? names[i]
		                                  : english[i - LEN(names)];

		snprintf(text, sizeof(text), "%%rec: Note\n\nId: a\nCode: 486\n"
		         "Product: %s\nSource: X\n", name);
		folder_write(folder, "zz.rec", text);
		gen_run(&r, folder);
		if (i < LEN(names)) {
			assert_run(&r, 0, "", "");
			continue;
		}
		snprintf(want, sizeof(want), "zz.rec:5: '%s' is no word of "
		         "en/words.rec\n", name);
		assert_messages(&r, folder, want);
	}
	folder_write(folder, "en/words.rec", "%rec: Word\n\nId: a\n"
	             "Text: Yate, most clouds\n\nId: b\nText: gone\n");
	gen_run(&r, folder);
	assert_messages(&r, folder, "en/words.rec:6: Word b is no fact\n");
	run_free(&r);
	folder_remove(folder);
}

static void a_language_is_one_folder(void **state)
{
	static const char step[] = "Step: Caller > UAS: INVITE\nStep: ~ a b\n";
	const char *folder = gen_folder();
	struct run r = { 0 };
	char text[600], stamp[2][9];

	(void)state;
	snprintf(text, sizeof(text), "%%rec: Flow\n\nId: a\nCode: 486\n"
	         "Actor: Caller\nActor: UAS\n%sSource: RFC 3261 \302\2477\n",
	         step);
	folder_write(folder, "zz.rec", text);
	folder_write(folder, "en/zz.rec", "%rec: Flow\n\nId: a\n"
	             "Title: By \302\2477\n\n%rec: Word\n\nId: c\n"
	             "Text: Caller\n");
	gen_run(&r, folder);
	assert_run(&r, 0, "", "");
	/* The folder, in the words of a language that nobody speaks. */
	gen_prose(folder, "xx");
	gen_labels(folder, "xx");
	strcpy(stamp[0], gen_stamp("Id: a\nTitle: By \302\2477\n"));
	strcpy(stamp[1], gen_stamp("Id: c\nText: Caller\n"));
	snprintf(text, sizeof(text), "%%rec: Flow\n\nId: a\nStamp: %s\n"
	         "Title: Yb \302\2477\n\n%%rec: Word\n\nId: c\n"
	         "Text: R\303\251llac\nStamp: %s\n", stamp[0], stamp[1]);
	folder_write(folder, "xx/zz.rec", text);
	gen_run_with(&r, folder, "--complete", NULL);
	assert_run(&r, 0, "", "");
	assert_table(folder, "{ \"en\", \"xx\", }", "english of it ");
	assert_table(folder, "\"Yb section 7\"", "\"Yb \\302");
	assert_table(folder, "\"R\\303\\251llac\"", "stamp");
	assert_table(folder, "\"R\\303\\251llac > UAS: INVITE\"", "Stamp");
	/* The section sign is a word of the language, in facts too. */
	gen_label(folder, "xx", "section", "ces");
	gen_run_with(&r, folder, "--complete", NULL);
	assert_run(&r, 0, "", "");
	assert_table(folder, "\"Yb ces 7\"", "\"By ces 7\"");
	assert_table(folder, "\"RFC 3261 ces 7\"", "\"Yb section 7\"");
	assert_table(folder, "\"RFC 3261 section 7\"", "\"Yb section 7\"");
	run_free(&r);
	folder_remove(folder);
}

static void languages_are_chosen_when_the_table_is_made(void **state)
{
	const char *folder = folder_of_two();
	struct run r = { 0 };

	(void)state;
	gen_prose(folder, "xx");
	gen_labels(folder, "xx");
	gen_run_with(&r, folder, "--languages", "en,vi");
	assert_run(&r, 0, "", "");
	assert_table(folder, "{ \"en\", \"vi\", }", "\"xx\"");
	gen_run_with(&r, folder, "--languages", "en");
	assert_run(&r, 0, "", "");
	assert_table(folder, "{ \"en\", }", "\"vi\"");
	gen_run(&r, folder);
	assert_table(folder, "{ \"en\", \"vi\", \"xx\", }", "\"yy\"");
	gen_run_with(&r, folder, "--languages", "en,yy");
	assert_run(&r, 1, "", "*: no folder of a language 'yy'\n"
	           "sipcode-gen: 1 mistake in the data\n");
	run_free(&r);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_translation_with_its_stamp_stands),
		TEST(english_that_changes_is_shown_instead),
		TEST(what_is_missing_is_shown_in_english),
		TEST(what_english_has_no_more_does_not_matter),
		TEST(a_word_is_a_record_like_any_other),
		TEST(english_among_the_facts_is_a_word),
		TEST(a_language_is_one_folder),
		TEST(languages_are_chosen_when_the_table_is_made),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
