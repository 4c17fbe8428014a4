/* stamp.c - copies a file but for one line, the stamp of one record. */
#include "stamp.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "io/arena.h"
#include "io/replace.h"
#include "io/report.h"
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

/* Returns how many bytes there were to be copied. */
static size_t copy_stamped(FILE *in, FILE *out, const struct rec *r,
                           const char *stamp)
{
	unsigned before, line = 1, at = stamp_line(r, &before);
	int c, begins = 1, drop = 0;
	size_t bytes = 0;

	for (; (c = getc(in)) != EOF; bytes++) {
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
	return bytes;
}

/* The file must not lose what could not be read of it. */
static int write_stamp(const struct rec *r, const char *stamp)
{
	struct replacement new;
	struct stat st;
	const char *why = NULL;
	FILE *in = stat(r->file, &st) == 0 ? fopen(r->file, "rb") : NULL;

	if (in == NULL)
		return report_trouble(r->file, strerror(errno));
	if (replace_open(&new, r->file) == NULL) {
		fclose(in);
		return 2;
	}
	errno = 0;
	if (copy_stamped(in, new.out, r, stamp) != (size_t)st.st_size)
		why = "has changed while it was read";
	if (ferror(in))
		why = errno != 0 ? strerror(errno) : "read error";
	fclose(in);
	return why == NULL ? replace_close(&new) : replace_drop(&new, why);
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
	if (status == 0 && (printf("%s\n", stamp) < 0 || fflush(stdout) != 0))
		return report_trouble("<stdout>", strerror(errno));
	return status;
}
