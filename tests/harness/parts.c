#include "parts.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "harness.h"

enum { PARTS_MAX = 8, NAME_SIZE = 160, PATH_SIZE = 1024 };

struct part {
	char word[16];
	struct bytes text;
};

struct case_of {
	char name[NAME_SIZE];
	struct part part[PARTS_MAX];
	size_t n;
};

const char *part_of(const struct parts *p, const char *word)
{
	const struct case_of *c = p->private;

	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->part[i].word, word) == 0)
			return c->part[i].text.s;
	return "";
}

static void read_file(const char *path, struct bytes *b)
{
	char piece[4096];
	FILE *f = fopen(path, "r");
	size_t n;

	assert_non_null(f);
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		bytes_add(b, piece, n);
	fclose(f);
	bytes_add(b, "", 1);
}

static void end_case(struct case_of *c, void (*check)(const struct parts *p))
{
	struct parts p = { c->name, c };

	if (c->n == 0)
		return;
	for (size_t i = 0; i < c->n; i++)
		bytes_add(&c->part[i].text, "", 1);
	check(&p);
	for (size_t i = 0; i < c->n; i++)
		bytes_free(&c->part[i].text);
	memset(c, 0, sizeof(*c));
}

static void begin_part(struct case_of *c, const char *word, size_t n,
                       const char *const *words)
{
	struct part *part;

	assert_true(c->n < PARTS_MAX);
	part = &c->part[c->n++];
	snprintf(part->word, sizeof(part->word), "%.*s", (int)n, word);
	while (*words != NULL && strcmp(*words, part->word) != 0)
		words++;
	if (*words == NULL)
		fail_msg("%s: what is '%s'?", c->name, part->word);
}

/* Returns how many cases the file has. */
static size_t read_cases(const char *path, const char *const *words,
                         void (*check)(const struct parts *p))
{
	static const char begin[] = "=== ";
	struct bytes file = { 0 };
	struct case_of c;
	size_t n = 0;

	memset(&c, 0, sizeof(c));
	read_file(path, &file);
	for (const char *s = file.s; *s != '\0';) {
		size_t len = strcspn(s, "\n"), whole = len + (s[len] == '\n');
		size_t word = strcspn(s + 4, " \n");

		if (strncmp(s, begin, 4) != 0) {
			assert_true(c.n > 0);
			bytes_add(&c.part[c.n - 1].text, s, whole);
		} else if (word == 8 && memcmp(s + 4, "messages", 8) == 0) {
			end_case(&c, check);
			n++;
			snprintf(c.name, sizeof(c.name), "%s: %.*s",
			         strrchr(path, '/') + 1, (int)(len - 12),
			         s + 12);
			begin_part(&c, s + 4, word, words);
		} else {
			begin_part(&c, s + 4, word, words);
		}
		s += whole;
	}
	end_case(&c, check);
	bytes_free(&file);
	return n;
}

static int is_shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

void each_case(const char *folder, size_t least, const char *const *words,
               void (*check)(const struct parts *p))
{
	struct dirent **entry = NULL;
	int files = scandir(folder, &entry, is_shown, alphasort);

	for (int i = 0; i < files; i++) {
		char path[PATH_SIZE];

		snprintf(path, sizeof(path), "%s/%s", folder, entry[i]->d_name);
		if (read_cases(path, words, check) < least)
			fail_msg("%s: too few cases", entry[i]->d_name);
		free(entry[i]);
	}
	free(entry);
	assert_true(files > 0);
}
