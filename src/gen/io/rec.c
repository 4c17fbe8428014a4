/* rec.c - one pass over the lines of a file. */
#include "io/rec.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "io/arena.h"
#include "io/report.h"
#include "chars.h"
#include "len.h"
#include "utf8.h"

struct reader {
	const char *file;
	const char *type;
	struct rec_list *list;
	struct rec *open; /* the record being read; NULL between two */
	int descriptor;   /* open is a %rec descriptor, to be dropped */
	struct rec dropped;
	char *end; /* of the value read last, where its NUL stands */
	unsigned line;
};

/* Has all of the file been read, and nothing else? */
static int is_whole(FILE *f, size_t size, off_t wanted)
{
	return size == (size_t)wanted && getc(f) == EOF;
}

/* The text of a file, with a NUL behind it; NULL, after a report, if it cannot
 * be read.  A pipe is not opened, since that would wait for its writer. */
static char *slurp(const char *path, size_t *size)
{
	struct stat st;
	const char *why = NULL;
	char *text;
	FILE *f;

	if (stat(path, &st) != 0) {
		report_trouble(path, strerror(errno));
		return NULL;
	}
	if (!S_ISREG(st.st_mode)) {
		report(path, 0, "not a regular file");
		return NULL;
	}
	f = fopen(path, "rb");
	if (f == NULL) {
		report_trouble(path, strerror(errno));
		return NULL;
	}
	text = arena_alloc((size_t)st.st_size + 1);
	errno = 0;
	*size = fread(text, 1, (size_t)st.st_size, f);
	if (!is_whole(f, *size, st.st_size))
		why = "has changed while it was read";
	if (ferror(f))
		why = errno != 0 ? strerror(errno) : "read error";
	fclose(f);
	if (why == NULL)
		return text;
	report_trouble(path, why);
	return NULL;
}

/* What Unicode 15 never has in its composed form (NFC): marks that a letter is
 * to be written together with, and signs that are another one's double; of
 * the letters of Latin and Greek, and of symbols. */
static int is_composed(uint32_t cp)
{
	static const uint16_t never[][2] = {
		{ 0x0300, 0x036f }, { 0x0374, 0x0374 }, { 0x037e, 0x037e },
		{ 0x0387, 0x0387 }, { 0x1f71, 0x1f71 }, { 0x1f73, 0x1f73 },
		{ 0x1f75, 0x1f75 }, { 0x1f77, 0x1f77 }, { 0x1f79, 0x1f79 },
		{ 0x1f7b, 0x1f7b }, { 0x1f7d, 0x1f7d }, { 0x1fbb, 0x1fbb },
		{ 0x1fbe, 0x1fbe }, { 0x1fc9, 0x1fc9 }, { 0x1fcb, 0x1fcb },
		{ 0x1fd3, 0x1fd3 }, { 0x1fdb, 0x1fdb }, { 0x1fe3, 0x1fe3 },
		{ 0x1feb, 0x1feb }, { 0x1fee, 0x1fef }, { 0x1ff9, 0x1ff9 },
		{ 0x1ffb, 0x1ffb }, { 0x1ffd, 0x1ffd }, { 0x2000, 0x2001 },
		{ 0x2126, 0x2126 }, { 0x212a, 0x212b }, { 0x2329, 0x232a },
		{ 0xf900, 0xfa0d },
	};

	for (size_t i = 0; i < LEN(never); i++)
		if (cp >= never[i][0] && cp <= never[i][1])
			return 0;
	return 1;
}

/* The bytes of a line that no data may hold; one report a line. */
static int is_clean(struct reader *r, const char *s, size_t n)
{
	for (size_t i = 0; i < n;) {
		uint32_t cp;
		size_t len = utf8_decode(s + i, n - i, &cp);

		if (len == 0)
			report(r->file, r->line, "not UTF-8: byte %zu", i + 1);
		else if (cp == '\t')
			report(r->file, r->line, "tab at byte %zu", i + 1);
		else if (cp < 0x20 || (cp >= 0x7f && cp < 0xa0))
			report(r->file, r->line, "control byte at byte %zu",
			       i + 1);
		else if (!is_composed(cp))
			report(r->file, r->line, "not NFC: U+%04lX at byte %zu",
			       (unsigned long)cp, i + 1);
		else {
			i += len;
			continue;
		}
		return 0;
	}
	if (n > 0 && s[n - 1] == ' ') {
		report(r->file, r->line, "blank at the end of the line");
		return 0;
	}
	return 1;
}

static size_t name_length(const char *s, size_t n)
{
	size_t i = 0;

	if (n > 0 && s[0] == '%')
		i++;
	while (i < n &&
	       (s[i] == '_' || char_is_digit(s[i]) || char_is_letter(s[i])))
		i++;
	return i;
}

/* The record that a field belongs to: the open one, or a new one. */
static struct rec *open_record(struct reader *r, const char *name)
{
	struct rec_list *l = r->list;

	if (r->open != NULL)
		return r->open;
	r->descriptor = name[0] == '%';
	if (r->descriptor) {
		memset(&r->dropped, 0, sizeof(r->dropped));
		r->open = &r->dropped;
		return r->open;
	}
	l->rec = arena_more(l->rec, l->recs, sizeof(*l->rec));
	r->open = &l->rec[l->recs++];
	r->open->file = r->file;
	r->open->type = r->type;
	r->open->line = r->line;
	return r->open;
}

/* Name and value stay where they are in the text of the file. */
static void add_field(struct reader *r, char *name, char *value, char *end)
{
	struct rec *rec = open_record(r, name);
	struct rec_field *f;

	*end = '\0';
	r->end = end;
	if (r->descriptor && strcmp(name, "%rec") == 0)
		r->type = value;
	rec->field = arena_more(rec->field, rec->fields, sizeof(*f));
	f = &rec->field[rec->fields++];
	f->name = name;
	f->value = value;
	f->line = r->line;
}

/* A line "+ more" moves down to the end of the value that it continues, over
 * its own "+" and what else has been read: a value is never copied again, how
 * many lines it may have. */
static void continue_value(struct reader *r, const char *more, size_t n)
{
	if (r->open == NULL) {
		report(r->file, r->line, "continuation without a field");
		return;
	}
	if (n == 0)
		return;
	*r->end++ = ' ';
	memmove(r->end, more, n);
	r->end += n;
	*r->end = '\0';
}

/* s[n] is the newline, or the NUL behind the text, and may be written to. */
static void read_line(struct reader *r, char *s, size_t n)
{
	size_t name = name_length(s, n);

	if (n == 0) {
		r->open = NULL;
	} else if (s[0] == '#' || !is_clean(r, s, n)) {
		return;
	} else if (s[0] == '+' && (n == 1 || s[1] == ' ')) {
		continue_value(r, s + 2, n > 2 ? n - 2 : 0);
	} else if (name == 0 || name == n || s[name] != ':' ||
	           (name + 1 < n && s[name + 1] != ' ')) {
		report(r->file, r->line, "not a field: 'Name: value' expected");
	} else {
		s[name] = '\0';
		add_field(r, s, name + 1 < n ? s + name + 2 : s + n, s + n);
	}
}

int rec_read(const char *path, struct rec_list *list)
{
	struct reader r = { .file = path, .type = "", .list = list };
	size_t size = 0;
	char *s = slurp(path, &size), *end;

	if (s == NULL)
		return -1;
	end = s + size;
	while (s < end) {
		char *eol = memchr(s, '\n', (size_t)(end - s));

		r.line++;
		if (eol == NULL) {
			report(path, r.line,
			       "no newline at the end of the file");
			eol = end;
		}
		read_line(&r, s, (size_t)(eol - s));
		s = eol + 1;
	}
	return 0;
}
