/* stamp.c - copies a file but for one line, the stamp of one record. */
#include "stamp.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "io/arena.h"
#include "io/replace.h"
#include "model/translate.h"

static int fail(const char *what, const char *why)
{
	fprintf(stderr, "sipcode-gen: %s: %s\n", what, why);
	return 1;
}

/* The number of a language besides English; 0, after a message, if it is not
 * clear which one is meant. */
static size_t language_of(const struct model *m, const char *tag)
{
	if (tag == NULL && m->languages == 2)
		return 1;
	if (tag == NULL) {
		fail("--stamp", "which language? Name it behind the key");
		return 0;
	}
	for (size_t l = 1; l < m->languages; l++)
		if (strcmp(m->tag[l], tag) == 0)
			return l;
	fail(tag, "no language that is translated");
	return 0;
}

static const struct rec *find_record(const struct rec_list *list,
                                     const char *type, const char *key)
{
	for (size_t i = 0; i < list->recs; i++)
		if (strcmp(list->rec[i].type, type) == 0 &&
		    strcmp(list->rec[i].field[0].value, key) == 0)
			return &list->rec[i];
	return NULL;
}

/* The line of the stamp; if there is none yet, 0, and *before is the line
 * that it is to stand before, or the one behind the key. */
static unsigned stamp_line(const struct rec *r, unsigned *before)
{
	*before = r->fields > 1 ? r->field[1].line : r->field[0].line + 1;
	for (size_t i = 0; i < r->fields; i++)
		if (strcmp(r->field[i].name, STAMP) == 0)
			return r->field[i].line;
	return 0;
}

static void copy_stamped(FILE *in, FILE *out, const struct rec *r,
                         const char *stamp)
{
	unsigned before, line = 1, at = stamp_line(r, &before);
	int c, begins = 1, drop = 0;

	while ((c = getc(in)) != EOF) {
		if (begins) {
			drop = line == at;
			if (drop || (at == 0 && line == before))
				fprintf(out, STAMP ": %s\n", stamp);
		}
		if (!drop)
			putc(c, out);
		begins = c == '\n';
		line += (unsigned)begins;
	}
}

static int write_stamp(const struct rec *r, const char *stamp)
{
	FILE *in = fopen(r->file, "rb"), *out;
	struct replacement new;

	if (in == NULL)
		return replace_fail(r->file, strerror(errno));
	out = replace_open(&new, r->file);
	if (out == NULL) {
		fclose(in);
		return 2;
	}
	copy_stamped(in, out, r, stamp);
	fclose(in);
	return replace_close(&new);
}

int stamp_record(const struct model *m, const char *type, const char *key,
                 const char *tag)
{
	size_t lang = language_of(m, tag);
	const char *name = arena_print("%s %s", type, key);
	const struct rec *english, *translated;
	const char *stamp;
	int status;

	if (lang == 0)
		return 1;
	english = find_record(&m->prose[0], type, key);
	translated = find_record(&m->prose[lang], type, key);
	if (english == NULL)
		return fail(name, "no such record in English");
	if (translated == NULL)
		return fail(name, arena_print("no such record in language %s",
		                              m->tag[lang]));
	stamp = translate_stamp(english);
	status = write_stamp(translated, stamp);
	if (status == 0)
		printf("%s\n", stamp);
	return status;
}
