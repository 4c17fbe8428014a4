/* test_kind.c - encodings, compressed files and captures are told by their
 * first bytes, and no log waits for that. */
#include "bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "input/kind.h"

#define BUSY "SIP/2.0 486 Busy Here\r\n"

static const struct sample {
	enum kind kind;
	const char *s;
	size_t n;
	const char *name, *help; /* of tally; "" if it is read */
	const char *piped;
} samples[] = {
#define S(kind, s) kind, s, sizeof(s) - 1
#define UTF(mark, from) "text in UTF-" mark, \
	"iconv -f UTF-" from " -t UTF-8 %s", "iconv -f UTF-" from " -t UTF-8"
#define PACKED(by, reader) "compressed by " by, reader " <%s", reader
	{ S(KIND_UTF16, "\377\376S\0I\0P\0/\0"), UTF("16", "16") },
	{ S(KIND_UTF16, "\377\376\n\0S\0"), UTF("16", "16") },
	{ S(KIND_UTF16, "\376\377\0S\0I"), UTF("16", "16") },
	/* The first characters are no ASCII. */
	{ S(KIND_UTF16, "\377\376\152\206\350\220\r\0\n\0"), UTF("16", "16") },
	{ S(KIND_UTF16LE, "S\0I\0P\0/\0" "2\0"), UTF("16", "16LE") },
	{ S(KIND_UTF16BE, "\0S\0I\0P\0/\0"), UTF("16", "16BE") },
	{ S(KIND_UTF32, "\377\376\0\0S\0\0\0"), UTF("32", "32") },
	{ S(KIND_UTF32, "\0\0\376\377\0\0\0S"), UTF("32", "32") },
	{ S(KIND_UTF32LE, "S\0\0\0I\0\0\0"), UTF("32", "32LE") },
	{ S(KIND_UTF32BE, "\0\0\0S\0\0\0I"), UTF("32", "32BE") },
	{ S(KIND_GZIP, "\037\213\b\0\0\0\0\0"), PACKED("gzip", "zcat") },
	{ S(KIND_XZ, "\3757zXZ\0\0\4"), PACKED("xz", "xzcat") },
	{ S(KIND_ZSTD, "\050\265\057\375\4"), PACKED("zstd", "zstdcat") },
	{ S(KIND_BZIP2, "BZh91AY&SY\1"), PACKED("bzip2", "bzcat") },
	{ S(KIND_LZ4, "\004\"M\030d"), PACKED("lz4", "lz4cat") },
	{ S(KIND_ZIP, "PK\3\4\n\0"), "a zip archive", "unzip -p %s", "funzip" },
	{ S(KIND_PCAP, "\324\303\262\241\2\0"), "", "", "" },
	{ S(KIND_PCAP, "\241\262\303\324\0\2"), "", "", "" },
	{ S(KIND_PCAP, "\115\074\262\241\2\0"), "", "", "" },
	{ S(KIND_PCAP, "\241\262\074\115\0\2"), "", "", "" },
	{ S(KIND_PCAPNG, "\n\r\r\n\034\0\0\0\115\074\053\032"), "", "", "" },
	{ S(KIND_PCAPNG, "\n\r\r\n\0\0\0\034\032\053\074\115"), "", "", "" },
	{ S(KIND_SNOOP, "snoop\0\0\0\0\0\0\2"), "", "", "" },
};

static void every_kind_is_told_by_its_first_bytes(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(samples); i++) {
		const struct sample *s = &samples[i];
		enum kind kind = KINDS;

		assert_int_equal(kind_read(s->s, s->n, 0, &kind), 1);
		assert_int_equal(kind, s->kind);
		/* More does not make it another one. */
		for (size_t n = 0; n < s->n; n++) {
			char *front = exactly(s->s, n);

			if (kind_read(front, n, 0, &kind))
				assert_int_equal(kind, s->kind);
			free(front);
		}
	}
}

/* So many bytes of a log are enough to say that it is one. */
static void a_log_waits_no_longer_than_it_could_be_something_else(void **state)
{
	static const struct {
		const char *s;
		size_t n;
	} logs[] = {
		{ BUSY, 2 }, { "\303\266", 1 }, { "\357\273\277S", 1 },
		{ "\037\213x", 3 }, { "BZ\n", 3 }, { "BZh91 ", 6 },
		{ "PK\n", 3 }, { "snoop:", 6 }, { "\n\n", 2 },
		{ "\n\r\r\nS\n\r\n....", 9 }, { "\r\n", 2 },
		{ "\377\375", 2 }, { "\377\376 x\n", 5 }, { "{\"", 2 },
		{ "\376\377\377\n", 4 }, { "a\0b\0c\0\0", 7 },
		{ "\001\0\002\0\003\0\004\0", 1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(logs); i++) {
		enum kind kind = KINDS;

		for (size_t n = 0; n < logs[i].n; n++) {
			assert_int_equal(kind_read(logs[i].s, n, 0, &kind), 0);
			/* If it ends there it is no other kind either. */
			assert_int_equal(kind_read(logs[i].s, n, 1, &kind), 1);
			assert_int_equal(kind, KIND_TEXT);
		}
		assert_int_equal(kind_read(logs[i].s, logs[i].n, 0, &kind), 1);
		assert_int_equal(kind, KIND_TEXT);
	}
}

static const char *const readers[] = { "tally", "explain", "check",
	                               "annotate" };

/* Text with a "%s" to text with a name there. */
static void with_name(char *s, size_t size, const char *text, const char *name)
{
	const char *at = strstr(text, "%s");

	snprintf(s, size, "%.*s%s%s", (int)(at - text), text, name, at + 2);
}

static void what_is_not_read_is_named_with_the_command_that_helps(void **state)
{
	const char *folder = folder_new();
	struct run r = { 0 };
	char path[FILE_PATH_MAX + 8], help[2 * FILE_PATH_MAX], want[2048];

	(void)state;
	snprintf(path, sizeof(path), "%s/log", folder);
	for (size_t i = 0; i < LEN(samples); i++) {
		const struct sample *s = &samples[i];
		FILE *f = *s->name == '\0' ? NULL : fopen(path, "wb");

		if (f == NULL)
			continue;
		assert_int_equal(fwrite(s->s, 1, s->n, f), s->n);
		assert_int_equal(fclose(f), 0);
		with_name(help, sizeof(help), s->help, path);
		for (size_t k = 0; k < LEN(readers); k++) {
			snprintf(want, sizeof(want),
			         "sipcode: %s, not read: '%s'\n"
			         "sipcode: to read it: '%s | sipcode %s'\n",
			         s->name, path, help, readers[k]);
			RUN(&r, readers[k], "-q", path);
			if (k == 3)
				RUN(&r, readers[k], path);
			assert_int_equal(r.status, 2);
			assert_string_equal(r.out, "");
			assert_string_equal(r.err, want);
		}
	}
	run_free(&r);
	folder_remove(folder);
}

static void the_other_files_are_read(void **state)
{
	const char *folder = folder_new();
	char path[FILE_PATH_MAX + 8], other[FILE_PATH_MAX + 8];
	struct run r = { 0 };

	(void)state;
	snprintf(path, sizeof(path), "%s/gz", folder);
	snprintf(other, sizeof(other), "%s/log", folder);
	folder_write(folder, "gz", "\037\213\b");
	folder_write(folder, "log", BUSY "\r\n");
	RUN(&r, "tally", "-t", other, path, other);
	assert_run(&r, 2, "code\t*\n486\tBusy Here\t2\t100.00\nincomplete*",
	           "sipcode: compressed by gzip, not read: '*/gz'\n"
	           "sipcode: to read it: 'zcat <*/gz | sipcode tally'\n");
	RUN(&r, "annotate", path, other);
	assert_run(&r, 2, "SIP/2.0 486 Busy Here  # 486 *\r\n\r\n",
	           "*gzip*zcat*annotate'\n");
	run_free(&r);
	folder_remove(folder);
}

/* What can be copied into a shell, or a word in its place. */
static void the_name_of_a_file_is_quoted_for_the_shell(void **state)
{
	static const struct {
		const char *name, *shown;
	} names[] = {
		{ "a-1.log_x", "/a-1.log_x |" }, { "a b", "/a b\" |" },
		{ "a'b", "/a'b\" |" }, { "a\"b", "FILE |" }, { "a$b", "FILE |" },
		{ "a`b", "FILE |" }, { "a!b", "FILE |" }, { "a\\b", "FILE |" },
		{ "a\nb", "FILE |" }, { "a\303\266", "FILE |" },
	};
	const char *folder = folder_new();
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(names); i++) {
		char path[FILE_PATH_MAX + 8];

		snprintf(path, sizeof(path), "%s/%s", folder, names[i].name);
		folder_write(folder, names[i].name, "\037\213\b");
		RUN(&r, "annotate", path);
		assert_run(&r, 2, "", "*zcat <* | sipcode annotate'\n");
		assert_holds(r.err, names[i].shown);
	}
	run_free(&r);
	folder_remove(folder);
}

/* Not the whole first read has to come at once. */
static void standard_input_is_told_a_byte_at_a_time(void **state)
{
#define SLOW { .call = FAULT_READ, .most = 1 }
	static const struct program_check checks[] = {
		{ { .argv = { "tally" }, .input = "\037\213\b",
		    .fault = SLOW }, 2, "*", "sipcode: compressed by gzip, not "
		  "read: '<stdin>'\nsipcode: to read it: "
		  "'zcat | sipcode tally'\n" },
		{ { .argv = { "annotate", "-" }, .input = "BZh91AY&SY",
		    .fault = SLOW }, 2, "", "*'bzcat | sipcode annotate'\n" },
		{ { .argv = { "check" }, .input = "PK\3\4", .fault = SLOW }, 2,
		  "", "*'funzip | sipcode check'\n" },
		{ { .argv = { "annotate" }, .input = "BZh91AY" BUSY,
		    .fault = SLOW }, 0, "BZh91AYSIP/2.0 486 Busy Here  # *\r\n",
		  "" },
		{ { .argv = { "annotate" }, .input = "BZ", .fault = SLOW }, 0,
		  "BZ", "" },
		{ { .argv = { "explain" }, .input = "\n\r\r\n" BUSY "\r\n",
		    .fault = SLOW }, 0, "*486 Busy Here*", "" },
	};

	(void)state;
	CHECK_PROGRAMS(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_kind_is_told_by_its_first_bytes),
		TEST(a_log_waits_no_longer_than_it_could_be_something_else),
		TEST(what_is_not_read_is_named_with_the_command_that_helps),
		TEST(the_other_files_are_read),
		TEST(the_name_of_a_file_is_quoted_for_the_shell),
		TEST(standard_input_is_told_a_byte_at_a_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
