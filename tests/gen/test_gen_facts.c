/* test_gen_facts.c - the facts of a sentence, which a translation says as
 * often as English does. */
#include "gen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"

/* What there is to be named: header fields, methods, tags, products. */
static const char facts[] =
	"%rec: Duty\n\nId: a\nFirst: 486\nLast: 486\nHeader: Date\n"
	"Alternative: Server\nMethod: INVITE\nSource: X\n\n"
	"%rec: Header\n\nHeader: Date\nSource: X\n\n"
	"Header: Server\nSource: X\n\n"
	"%rec: Option\n\nTag: 100rel\nSource: X\n\nTag: timer\nSource: X\n\n"
	"%rec: Note\n\nId: a\nCode: 486\nProduct: Asterisk (PJSIP), baresip\n"
	"Source: X\n";

static const char prose[] =
	"%rec: Duty\n\nId: a\nNote: n\n\n"
	"%rec: Header\n\nHeader: Date\nMeaning: m\nLook: l\n\n"
	"Header: Server\nMeaning: m\nLook: l\n\n"
	"%rec: Option\n\nTag: 100rel\nMeaning: m\nStep: s\nDrop: d\n\n"
	"Tag: timer\nMeaning: m\nStep: s\nDrop: d\n\n";

/* What is said of a Note with that text in English and in the other
 * language: NULL if nothing is. */
static void assert_facts(const char *folder, const char *english,
                         const char *other, const char *message)
{
	char text[1200], record[600], want[600];
	struct run r = { 0 };

	snprintf(record, sizeof(record), "Id: a\nText: %s\n", english);
	snprintf(text, sizeof(text), "%s%%rec: Note\n\n%s", prose, record);
	folder_write(folder, "en/zz.rec", text);
	snprintf(text, sizeof(text), "%%rec: Note\n\nId: a\nText: %s\n"
	         "Stamp: %s\n", other, gen_stamp(record));
	folder_write(folder, "vi/notes.rec", text);
	gen_run(&r, folder);
	snprintf(want, sizeof(want), "vi/notes.rec:4: Note a is shown in "
	         "English: %s (", message == NULL ? "" : message);
	if (message == NULL && strstr(r.err, "vi/notes.rec") != NULL)
		fail_msg("%s / %s: %s", english, other, r.err);
	if (message != NULL && strstr(r.err, want) == NULL)
		fail_msg("%s / %s: not '%s' but %s", english, other, want,
		         r.err);
	assert_int_equal(r.status, 0);
	run_free(&r);
}

static const char *folder_of_facts(void)
{
	const char *folder = gen_folder();

	gen_prose(folder, "vi");
	gen_labels(folder, "vi");
	folder_write(folder, "zz.rec", facts);
	return folder;
}

static void facts_are_told_as_often(void **state)
{
	static const struct {
		const char *english, *other, *message;
	} cases[] = {
		/* Digits and the signs of values. */
		{ "wait 32 s", "ch\341\273\235 32 s", NULL },
		{ "wait 32 s", "ch\341\273\235 33 s",
		  "'32' stands there 0 times, in English once" },
		{ "a 486", "486 486",
		  "'486' stands there 2 times, in English once" },
		{ "a word", "a word 7", "'7' stands there once, in English 0 "
		  "times" },
		{ "nonce=\"x\" and ttl=5", "ttl=5 nonce=\"x\"", NULL },
		{ "call_limit", "call_limits",
		  "'call_limit' stands there 0 times, in English once" },
		{ "RTP/AVP", "RTP", "'RTP/AVP' stands there 0 times, in "
		  "English once" },
		{ "two 401s, a 486's ACK (486).", "401 486 486", NULL },
		{ "a non-2xx, 101-199", "kh\303\241c 2xx, 101-199", NULL },
		{ "B2BUAs", "B2BUA", NULL },
		/* Quotes. */
		{ "says \"Not here\"", "ghi \"Not here\"", NULL },
		{ "says \"Not here\"", "ghi Not here",
		  "'\"Not here\"' stands there 0 times, in English once" },
		/* Names. */
		{ "an INVITE", "m\341\273\231t INVITE", NULL },
		{ "two INVITEs", "hai INVITE", NULL },
		{ "an INVITE", "m\341\273\231t REGISTER",
		  "'INVITE' stands there 0 times, in English once" },
		{ "in 100rel", "trong tag", "'100rel' stands there 0 times, in "
		  "English once" },
		{ "of Asterisk", "c\341\273\247a n\303\263",
		  "'Asterisk' stands there 0 times, in English once" },
		{ "of baresip", "baresip baresip",
		  "'baresip' stands there 2 times, in English once" },
		/* A word that is no name: an option tag like this one. */
		{ "a timer", "m\341\273\231t b\341\273\231 "
		  "\304\221\341\273\213nh th\341\273\235i", NULL },
		/* Header field or word: inside a sentence a field. */
		{ "in Date", "trong header", "'Date' stands there 0 times, in "
		  "English once" },
		{ "Date it. Server of Date: Date", "Date", NULL },
		{ "the server", "Server n\303\240y", NULL },
		{ "the server", "trong Server",
		  "'Server' stands there once, in English 0 times" },
	};
	const char *folder = folder_of_facts();

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++)
		assert_facts(folder, cases[i].english, cases[i].other,
		             cases[i].message);
	folder_remove(folder);
}

/* In the table too it is English that stands there. */
static void a_translation_with_other_facts_is_not_shown(void **state)
{
	const char *folder = folder_of_facts();
	char *table;

	(void)state;
	assert_facts(folder, "wait 32 s", "wait 64 s",
	             "'32' stands there 0 times, in English once");
	table = gen_table(folder);
	assert_holds(table, "\"english of it wait 32 s\"");
	assert_lacks(table, "64 s");
	free(table);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(facts_are_told_as_often),
		TEST(a_translation_with_other_facts_is_not_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
