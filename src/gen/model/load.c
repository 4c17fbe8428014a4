/* load.c - finds the files: DIR/NAME.rec, and DIR/LANG/NAME.rec. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "io/arena.h"
#include "io/report.h"
#include "model/model.h"

struct names {
	const char **name;
	size_t names;
};

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The entries of a folder but for hidden ones, sorted, so that the table
 * does not depend on the file system. */
static struct names folder_names(const char *dir)
{
	struct names l = { NULL, 0 };
	DIR *d = opendir(dir);
	struct dirent *e;

	if (d == NULL) {
		report_trouble(dir, strerror(errno));
		return l;
	}
	/* A folder of which a part is not told would look like a whole one. */
	for (errno = 0; (e = readdir(d)) != NULL; errno = 0) {
		if (e->d_name[0] == '.')
			continue;
		l.name = arena_more(l.name, l.names, sizeof(*l.name));
		l.name[l.names++] = arena_copy(e->d_name, strlen(e->d_name));
	}
	if (errno != 0)
		report_trouble(dir, strerror(errno));
	closedir(d);
	if (l.names > 0)
		qsort(l.name, l.names, sizeof(*l.name), compare_names);
	return l;
}

static void read_folder(const char *dir, struct names l,
                        struct rec_list *records)
{
	for (size_t i = 0; i < l.names; i++) {
		size_t n = strlen(l.name[i]);

		if (n > 4 && strcmp(l.name[i] + n - 4, ".rec") == 0)
			rec_read(arena_print("%s/%s", dir, l.name[i]), records);
	}
}

static int is_folder(const char *path)
{
	struct stat st;

	if (stat(path, &st) == 0)
		return S_ISDIR(st.st_mode);
	if (errno != ENOENT)
		report_trouble(path, strerror(errno));
	return 0;
}

/* Is the word one of a list such as "en,vi"? */
static int is_in_list(const char *list, const char *word)
{
	size_t n = strlen(word);

	while (*list != '\0') {
		size_t item = strcspn(list, ",");

		if (item == n && memcmp(list, word, n) == 0)
			return 1;
		list += item;
		list += *list == ',';
	}
	return 0;
}

static void add_language(struct model *m, const char *tag)
{
	if (m->languages == LANGUAGES_MAX || strlen(tag) > 7)
		report(arena_print("%s/%s", m->dir, tag), 0,
		       "not a language, or one too many");
	else
		m->tag[m->languages++] = tag;
}

/* Reports what a list of languages names and is no folder of the data. */
static void find_languages(const struct model *m, const char *list)
{
	while (*list != '\0') {
		size_t n = strcspn(list, ",");
		const char *tag = arena_copy(list, n);

		if (!is_folder(arena_print("%s/%s", m->dir, tag)))
			report(m->dir, 0, "no folder of a language '%s'", tag);
		list += n;
		list += *list == ',';
	}
}

int model_load(struct model *m, const char *dir, const char *languages)
{
	struct names l = folder_names(dir);

	m->dir = dir;
	add_language(m, "en");
	if (l.name == NULL)
		return -1;
	for (size_t i = 0; i < l.names; i++) {
		const char *name = l.name[i];

		if (strcmp(name, "en") != 0 &&
		    is_folder(arena_print("%s/%s", dir, name)) &&
		    (languages == NULL || is_in_list(languages, name)))
			add_language(m, name);
	}
	if (report_troubles() > 0)
		return -1;
	if (languages != NULL)
		find_languages(m, languages);
	read_folder(dir, l, &m->facts);
	for (size_t i = 0; i < m->languages; i++) {
		const char *folder = arena_print("%s/%s", dir, m->tag[i]);

		read_folder(folder, folder_names(folder), &m->prose[i]);
	}
	return 0;
}
