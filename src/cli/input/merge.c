/* merge.c - reads "code phrase count share [key]" line by line. */
#include "input/merge.h"

#include <string.h>

#include "chars.h"
#include "input/files.h"
#include "input/lines.h"
#include "io/number.h"

struct merging {
	struct context *context;
	struct tally *tally;
	const char *name; /* of this file */
	unsigned complaints;
	int any; /* 1: it holds a line of a tally */
	/* What its rows are counted by, as its last header says; BYS: they
	 * cannot be added, or nothing has been said yet. */
	enum tally_by by;
	int headed, refused;
	int read, status;
};

enum { CELLS_MAX = 5, COMPLAINTS_MAX = 5 };

struct cells {
	const char *s[CELLS_MAX];
	size_t n[CELLS_MAX];
	size_t cells; /* CELLS_MAX + 1: more */
};

static void split_cells(struct cells *c, const char *s, size_t n)
{
	c->cells = 0;
	for (;;) {
		const char *tab = memchr(s, '\t', n);
		size_t len = tab == NULL ? n : (size_t)(tab - s);

		if (c->cells == CELLS_MAX) {
			c->cells++;
			return;
		}
		c->s[c->cells] = s;
		c->n[c->cells++] = len;
		if (tab == NULL)
			return;
		s += len + 1;
		n -= len + 1;
	}
}

static int cell_reads(const struct cells *c, size_t i, const char *word)
{
	return i < c->cells && c->n[i] == strlen(word) &&
	       memcmp(c->s[i], word, c->n[i]) == 0;
}

/* Any text may be a phrase, "unknown" too: those that are not known are not
 * told apart. */
static void merge_keyless(struct tally *t, unsigned code, uint64_t count)
{
	if (t->by == BY_PHRASE)
		t->keys.rest[code] += count;
	else
		tally_add_key(t, code, TALLY_UNKNOWN, strlen(TALLY_UNKNOWN),
		              count);
}

/* What the tallies are counted by is what the first of them says. */
static const char *take_by(struct merging *m, enum tally_by by)
{
	struct tally *t = m->tally;

	m->by = by;
	if (by == BY_NOTHING || t->by == by)
		return NULL;
	if (t->by != BY_NOTHING || context_given(m->context, OPTION_by)) {
		m->refused = 1;
		return "a tally by another key cannot be added";
	}
	/* What came without a key before is of no known one. */
	t->by = by;
	for (unsigned code = 100; code < TALLY_CODES; code++)
		if (t->count[code] > 0)
			merge_keyless(t, code, t->count[code]);
	return NULL;
}

static const char *merge_head(struct merging *m, const struct cells *c)
{
	enum tally_by by = BY_NOTHING;

	m->refused = 0;
	m->headed = 1;
	if (c->cells == 5) {
		by = cell_reads(c, 4, "sent")
		             ? BY_PHRASE
		             : tally_by_named(c->s[4], c->n[4]);
		if (cell_reads(c, 4, "phrase"))
			by = BYS;
	}
	if (!cell_reads(c, 1, "phrase") || !cell_reads(c, 2, "count") ||
	    !cell_reads(c, 3, "share") || c->cells > 5 || by == BYS) {
		m->refused = 1;
		return "not the header of a tally; its lines are left out";
	}
	return take_by(m, by);
}

/* A key as it was before \t, \n, \r and \\ were written for it, and \( for
 * one that reads "(other)". */
/* "\x9b": a byte that cannot be shown. */
static int is_byte(const char *s, size_t n)
{
	return n > 3 && s[0] == '\\' && s[1] == 'x' &&
	       char_hex_value(s[2]) >= 0 && char_hex_value(s[3]) >= 0;
}

static size_t unescape(char *key, size_t max, const char *s, size_t n)
{
	static const char letters[] = "tnr\\(", bytes[] = "\t\n\r\\(";
	size_t len = 0;

	for (size_t i = 0; i < n && len < max; i++) {
		const char *at = NULL;

		if (is_byte(s + i, n - i)) {
			key[len++] = (char)(char_hex_value(s[i + 2]) * 16 +
			                    char_hex_value(s[i + 3]));
			i += 3;
			continue;
		}
		if (s[i] == '\\' && i + 1 < n && char_in(s[i + 1], letters))
			at = strchr(letters, s[i + 1]);
		i += at != NULL;
		key[len++] = at == NULL ? s[i] : bytes[at - letters];
	}
	return len;
}

static void merge_key(struct tally *t, unsigned code, const struct cells *c,
                      uint64_t count)
{
	char key[LINES_LONG];
	size_t n;

	if (t->by == BY_NOTHING)
		return;
	if (c->cells < 5) {
		merge_keyless(t, code, count);
		return;
	}
	if (t->by == BY_METHOD) {
		const char *name =
			tally_method_name(tally_method(c->s[4], c->n[4]));

		tally_add_key(t, code, name, strlen(name), count);
		return;
	}
	if (cell_reads(c, 4, TALLY_OTHER)) {
		t->keys.rest[code] += count;
		return;
	}
	n = unescape(key, sizeof(key), c->s[4], c->n[4]);
	tally_add_key(t, code, key, n, count);
	if (t->by == BY_PHRASE)
		tally_add_phrase(t, code, key, n, count);
}

static int is_count(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!char_is_digit(s[i]))
			return 0;
	return n > 0;
}

/* Without a header, a fifth cell that names a method is one. */
static const char *take_headless(struct merging *m, const struct cells *c)
{
	if (context_given(m->context, OPTION_by))
		return take_by(m, m->tally->by);
	if (tally_method(c->s[4], c->n[4]) == METHOD_other &&
	    !cell_reads(c, 4, "other"))
		return "no header says what it is counted by";
	return take_by(m, BY_METHOD);
}

/* Adds one row.  Returns NULL, or what is wrong with it. */
static const char *merge_row(struct merging *m, const struct cells *c)
{
	struct tally *t = m->tally;
	const char *what = NULL;
	unsigned long code;
	uint64_t count;

	if ((c->cells != 4 && c->cells != 5) || c->n[0] != 3 ||
	    number_read_n(c->s[0], 3, &code) != 0 || code < 100 || code > 699 ||
	    !is_count(c->s[2], c->n[2]))
		return "not a line of a tally in tsv";
	if (m->headed && c->cells != (m->by == BY_NOTHING ? 4U : 5U))
		return "not as its header says";
	if (number_read_count(c->s[2], c->n[2], &count) != 0 ||
	    count > TALLY_MAX - t->total)
		return "the counts together are too large";
	if (!m->headed && c->cells == 5)
		what = take_headless(m, c);
	if (what != NULL)
		return what;
	m->any = 1;
	if (!t->wanted[code])
		return NULL;
	merge_key(t, (unsigned)code, c, count);
	tally_add(t, (unsigned)code, count);
	return NULL;
}

static const char *take_cells(struct merging *m, const struct cells *c)
{
	if (cell_reads(c, 0, "code")) {
		m->any = 1;
		return merge_head(m, c);
	}
	if (m->refused)
		return NULL;
	if (cell_reads(c, 0, "incomplete"))
		return "this tally is incomplete";
	return merge_row(m, c);
}

static void merge_line(const struct line *line, void *with)
{
	struct merging *m = with;
	const char *what = "not a line of a tally in tsv";
	struct cells c;

	if (line->n == 0)
		return;
	split_cells(&c, line->s, line->n);
	if (!line->is_long)
		what = take_cells(m, &c);
	if (what == NULL)
		return;
	m->tally->incomplete = 1;
	m->status = STATUS_TROUBLE;
	/* A file of another kind is told by its first lines. */
	if (++m->complaints > COMPLAINTS_MAX)
		return;
	context_line(m->context, m->name, line->number, what);
	if (m->complaints == COMPLAINTS_MAX)
		context_say(m->context,
		            "further lines of this kind are not told", NULL, 0);
}

static void merge_log(struct log *log, void *with)
{
	struct merging *m = with;

	m->name = log->name;
	m->complaints = 0;
	m->any = m->headed = m->refused = 0;
	m->by = BY_NOTHING;
	lines_each(log, merge_line, m);
	m->read |= log->error == 0 || m->any;
	if (log->error == 0 && !m->any && m->complaints == 0)
		context_note(m->context, "no tally found", log->name,
		             strlen(log->name));
}

int merge_tallies(struct context *c, struct tally *t, int *read)
{
	struct merging m = { .context = c, .tally = t, .by = BY_NOTHING };
	int status = files_each(c, 0, merge_log, &m);

	*read = m.read;
	return status > m.status ? status : m.status;
}
