/* test_calls.c - what explain says first of whole calls, those in the folder
 * calls.
 *
 * "=== messages NAME" begins a call; below "=== overview" stands what has to be
 * printed before the first response, below "=== explained" a line for each
 * response that is explained then: "LINE CODE"; below "=== fates" for all of
 * them "LINE CODE FATE", as --json has it, with "first" behind what failed
 * first. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "files.h"
#include "parts.h"

static void assert_part(const struct parts *p, const char *word,
                        struct bytes *is)
{
	const char *expected = part_of(p, word);

	bytes_add(is, "", 1);
	if (strcmp(is->s, expected) != 0)
		printf("%s\n--- %s expected\n%s--- is\n%s", p->name, word,
		       expected, is->s);
	assert_string_equal(is->s, expected);
	bytes_free(is);
}

/* What stands before the first response; it is not there if that is first. */
static void add_overview(struct bytes *b, const char *out)
{
	const char *title = strstr(out, "<stdin>:");

	bytes_add(b, out, title == NULL ? strlen(out) : (size_t)(title - out));
}

static void add_explained(struct bytes *b, const char *out)
{
	static const char front[] = "<stdin>:";

	for (const char *s = out; (s = strstr(s, front)) != NULL;) {
		s += sizeof(front) - 1;
		bytes_add(b, s, strcspn(s, ":"));
		s = strstr(s, "SIP/2.0 ");
		assert_non_null(s);
		bytes_add(b, s + 7, 4);
		bytes_str(b, "\n");
	}
}


static void add_member(struct bytes *b, const char *s, const char *name,
                       const char *end)
{
	s = strstr(s, name);
	assert_non_null(s);
	s += strlen(name);
	bytes_add(b, s, strcspn(s, end));
}

static void add_fates(struct bytes *b, const char *json)
{
	static const char front[] = "\"file\":\"<stdin>\",\"line\":";

	for (const char *s = json; (s = strstr(s, front)) != NULL; s++) {
		/* The places of findings and requests have no code next. */
		const char *code = strstr(s, ",\"code\":");
		const char *phrase = strstr(s, ",\"phrase\":");

		if (code == NULL || phrase == NULL || phrase - s > 60)
			continue;
		add_member(b, s, "\"line\":", ",");
		bytes_str(b, " ");
		add_member(b, s, ",\"code\":", ",");
		bytes_str(b, " ");
		add_member(b, s, "\"fate\":\"", "\"");
		s = strstr(s, "\"failed_first\":");
		assert_non_null(s);
		bytes_str(b, strncmp(s + 15, "true", 4) == 0 ? " first\n"
		                                             : "\n");
	}
}

static void check_call(const struct parts *p)
{
	const char *messages = part_of(p, "messages");
	struct bytes overview = { 0 }, explained = { 0 }, fates = { 0 };
	struct run r = { 0 };

	run_cli(&r, (const char *const[]){ "explain", "-b", NULL }, messages);
	assert_string_equal(r.err, "");
	assert_int_equal(r.status, 0);
	add_overview(&overview, r.out);
	assert_part(p, "overview", &overview);
	add_explained(&explained, r.out);
	assert_part(p, "explained", &explained);
	run_cli(&r, (const char *const[]){ "explain", "-j", NULL }, messages);
	assert_string_equal(r.err, "");
	assert_int_equal(r.status, 0);
	add_fates(&fates, r.out);
	assert_part(p, "fates", &fates);
	run_free(&r);
}

static void all_calls_are_told(void **state)
{
	static const char *const words[] = { "messages", "overview",
		                             "explained", "fates", NULL };

	(void)state;
	each_case(SIPCODE_CALLS, 1, words, check_call);
}

/* A request in one file, its response in another one: files are one stream, in
 * the order given. */
static void files_are_one_stream(void **state)
{
	static const char ids[] =
		"Via: SIP/2.0/UDP h;branch=z9hG4bK1\nFrom: <sip:a@h>;tag=1\n"
		"Call-ID: c\nCSeq: 1 INVITE\nContent-Length: 0\n";
	const char *folder = folder_new();
	char asked[FILE_PATH_MAX + 8], got[FILE_PATH_MAX + 8], text[512];
	struct run r = { 0 };

	(void)state;
	snprintf(text, sizeof(text), "INVITE sip:b@h SIP/2.0\n%s"
	         "To: <sip:b@h>\nRequire: foo\n\n", ids);
	folder_write(folder, "asked", text);
	snprintf(text, sizeof(text), "SIP/2.0 420 Bad Extension\n%s"
	         "To: <sip:b@h>;tag=2\nUnsupported: foo\n\n", ids);
	folder_write(folder, "got", text);
	snprintf(asked, sizeof(asked), "%s/asked", folder);
	snprintf(got, sizeof(got), "%s/got", folder);
	RUN(&r, "explain", "-b", asked, got);
	assert_run(&r, 0, "*demands the option tag foo*request (*/asked:1)  "
	           "Require: foo\n    response (line 1)  Unsupported: foo*", "");
	/* A response that comes first has no request yet. */
	RUN(&r, "explain", "-b", got, asked);
	assert_run(&r, 0, "*No request before this response has*", "");
	assert_lacks(r.out, "demands the option tag");
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(all_calls_are_told),
		TEST(files_are_one_stream),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
