/* gen.c - data folders for the generator, and its runs. */
#include "gen.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"

static const char *const labels[] = {
#define LABEL(name) #name,
#define MANUAL(name) #name,
#include "labels.def"
#undef LABEL
};

static const char classes[] =
	"# A class.\n"
	"%rec: Class\n"
	"%key: Class\n"
	"\n"
	"Class: 4xx\n"
	"Source: RFC 3261 \302\2477.2\n";

static const char class_prose[] =
	"%rec: Class\n"
	"\n"
	"Class: 4xx\n"
	"Name: Client Error\n"
	"Description: The request cannot be served as it is.\n"
	"Fix: Treat it as 400.\n"
	"Background: Change it.\n";

static const char codes[] =
	"%rec: Code\n"
	"\n"
	"Code: 486\n"
	"Phrase: Busy Here\n"
	"Status: registered\n"
	"Reference: RFC 3261 \302\24721.4.24\n"
	"Nature: depends\n"
	"Source: IANA sip-parameters\n";

static const char code_prose[] =
	"%rec: Code\n"
	"\n"
	"Code: 486\n"
	"Verdict: The callee is busy.\n"
	"Description: One device is\n"
	"+ in use.\n"
	"When: In a call.\n"
	"When: Call waiting is off.\n"
	"When: The reject key.\n"
	"Fix: Try later.\n"
	"Background: It speaks for one device.\n";

static uint32_t hash(uint32_t h, char c)
{
	return (h ^ (unsigned char)c) * 16777619U;
}

const char *gen_stamp(const char *record)
{
	static char stamp[9];
	uint32_t h = 2166136261U;

	/* Name and value, a NUL behind each; lines that go on are joined. */
	for (const char *s = record; *s != '\0'; s++) {
		if (s[0] == ':' && s[1] == ' ' && s[2] != '\0') {
			h = hash(h, '\0');
			for (s += 2; *s != '\n' || s[1] == '+'; s++)
				if (*s == '\n')
					s++;
				else
					h = hash(h, *s);
			h = hash(h, '\0');
		} else {
			h = hash(h, *s);
		}
	}
	snprintf(stamp, sizeof(stamp), "%08lx", (unsigned long)h);
	return stamp;
}

/* A file of one record in another language, which says what English says. */
static void write_translated(const char *folder, const char *lang,
                             const char *file, const char *english)
{
	const char *record = strstr(english, "\n\n") + 2;
	char path[64], text[1024];

	snprintf(path, sizeof(path), "%s/%s", lang, file);
	snprintf(text, sizeof(text), "%sStamp: %s\n", english,
	         gen_stamp(record));
	folder_write(folder, path, strcmp(lang, "en") == 0 ? english : text);
}

void gen_prose(const char *folder, const char *lang)
{
	write_translated(folder, lang, "classes.rec", class_prose);
	write_translated(folder, lang, "codes.rec", code_prose);
}

void gen_labels(const char *folder, const char *lang)
{
	char text[1 << 17] = "%rec: Label\n", path[64];
	size_t n = strlen(text);

	for (size_t i = 0; i < LEN(labels); i++) {
		char record[128];

		snprintf(record, sizeof(record), "Id: %s\nText: %s%s\n",
		         labels[i], labels[i],
		         strcmp(labels[i], "section") == 0 ? "" : " of it");
		n += (size_t)snprintf(text + n, sizeof(text) - n, "\n%s",
		                      record);
		if (strcmp(lang, "en") != 0)
			n += (size_t)snprintf(text + n, sizeof(text) - n,
			                      "Stamp: %s\n",
			                      gen_stamp(record));
	}
	assert_true(n < sizeof(text) - 1);
	snprintf(path, sizeof(path), "%s/labels.rec", lang);
	folder_write(folder, path, text);
}

void gen_label(const char *folder, const char *lang, const char *label,
               const char *text)
{
	char path[64], key[64], *old, *new, *at;
	size_t size;

	snprintf(path, sizeof(path), "%s/labels.rec", lang);
	snprintf(key, sizeof(key), "\nId: %s\nText: ", label);
	old = folder_read(folder, path);
	assert_non_null(old);
	at = strstr(old, key);
	assert_non_null(at);
	at += strlen(key);
	size = strlen(old) + strlen(text) + 1;
	new = malloc(size);
	assert_non_null(new);
	snprintf(new, size, "%.*s%s%s", (int)(at - old), old, text,
	         at + strcspn(at, "\n"));
	folder_write(folder, path, new);
	free(old);
	free(new);
}

const char *gen_folder(void)
{
	const char *folder = folder_new();

	folder_write(folder, "classes.rec", classes);
	folder_write(folder, "codes.rec", codes);
	gen_prose(folder, "en");
	gen_labels(folder, "en");
	return folder;
}

char *gen_repeat(const char *head, const char *part, size_t n,
                 const char *tail)
{
	size_t size = strlen(part);
	char *text = malloc(strlen(head) + n * size + strlen(tail) + 1), *s;

	assert_non_null(text);
	s = text + strlen(head);
	memcpy(text, head, strlen(head));
	for (size_t i = 0; i < n; i++, s += size)
		memcpy(s, part, size);
	memcpy(s, tail, strlen(tail) + 1);
	return text;
}

void gen_run(struct run *r, const char *folder)
{
	gen_run_with(r, folder, NULL, NULL);
}

void gen_run_with(struct run *r, const char *folder, const char *option,
                  const char *value)
{
	char table[600];
	struct program p = { .path = SIPCODE_GENERATOR,
		             .argv = { folder, table, option, value } };

	snprintf(table, sizeof(table), "%s/table.c", folder);
	run_program(r, &p);
}

char *gen_table(const char *folder)
{
	return folder_read(folder, "table.c");
}

char *gen_page(const char *folder, const char *what)
{
	struct run r = { 0 };
	char *page;

	gen_run_with(&r, folder, "--emit", what);
	assert_run(&r, 0, "", "");
	page = gen_table(folder);
	assert_non_null(page);
	run_free(&r);
	return page;
}

void assert_messages(struct run *r, const char *folder, const char *messages)
{
	size_t path = strlen(folder), mistakes = times(messages, "\n");
	const char *s = r->err;
	char want[128];

	assert_int_equal(r->status, 1);
	assert_string_equal(r->out, "");
	for (size_t i = 0; i < mistakes; i++) {
		size_t n = strcspn(messages, "\n") + 1;

		if (strncmp(s, folder, path) != 0 || s[path] != '/' ||
		    strncmp(s + path + 1, messages, n) != 0)
			fail_msg("not '%.*s' but:\n%s", (int)n - 1, messages,
			         r->err);
		s += path + 1 + n;
		messages += n;
	}
	snprintf(want, sizeof(want), "sipcode-gen: %zu mistake%s in the data\n",
	         mistakes, mistakes == 1 ? "" : "s");
	assert_string_equal(s, want);
}

void check_mistakes(const struct mistake *m, size_t n)
{
	struct run r = { 0 };

	for (size_t i = 0; i < n; i++) {
		const char *folder = gen_folder();

		folder_write(folder, m[i].file, m[i].text);
		gen_run(&r, folder);
		assert_null(gen_table(folder));
		assert_messages(&r, folder, m[i].messages);
		folder_remove(folder);
	}
	run_free(&r);
}
