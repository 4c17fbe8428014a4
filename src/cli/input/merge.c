/* merge.c - reads "code phrase count share [method]" line by line. */
#include "input/merge.h"

#include <string.h>

#include "chars.h"
#include "input/files.h"
#include "io/number.h"

struct merging {
	struct context *context;
	struct tally *tally;
	int status;
	unsigned complaints; /* in this file */
};

enum { CELLS_MAX = 5, COMPLAINTS_MAX = 5 };

struct cells {
	const char *s[CELLS_MAX];
	size_t n[CELLS_MAX];
	size_t cells;
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

static int is_head(const struct cells *c)
{
	return c->n[0] == 4 && memcmp(c->s[0], "code", 4) == 0;
}

static int is_number(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!char_is_digit(s[i]))
			return 0;
	return n > 0;
}

/* Adds one line.  Returns NULL, or what is wrong with it. */
static const char *add_cells(struct tally *t, const struct cells *c)
{
	unsigned long code;
	uint64_t count;

	if ((c->cells != 4 && c->cells != 5) || c->n[0] != 3 ||
	    number_read_n(c->s[0], 3, &code) != 0 || code < 100 || code > 699 ||
	    !is_number(c->s[2], c->n[2]))
		return "not a line of a tally in tsv";
	if (number_read_count(c->s[2], c->n[2], &count) != 0 ||
	    count > TALLY_MAX - t->total)
		return "the counts together are too large";
	t->total += count;
	t->count[code] += count;
	if (c->cells == 5) {
		t->by_method = 1;
		t->by[tally_method(c->s[4], c->n[4])][code] += count;
	}
	return NULL;
}

static void complain_of_line(struct merging *m, const struct log *log,
                             unsigned long line, const char *what)
{
	m->status = STATUS_TROUBLE;
	/* A file of another kind is told by its first lines. */
	if (++m->complaints > COMPLAINTS_MAX)
		return;
	context_line(m->context, log->name, line, what);
	if (m->complaints == COMPLAINTS_MAX)
		context_say(m->context,
		            "further lines of this kind are not told", NULL, 0);
}

static void merge_line(struct merging *m, const struct log *log, const char *s,
                       size_t n, unsigned long line)
{
	const char *what = NULL;
	struct cells c;

	if (n > 0 && s[n - 1] == '\r')
		n--;
	split_cells(&c, s, n);
	if (n > 0 && !is_head(&c))
		what = add_cells(m->tally, &c);
	if (what != NULL)
		complain_of_line(m, log, line, what);
}

static void merge_log(struct log *log, void *with)
{
	struct merging *m = with;
	unsigned long line = 0;

	m->complaints = 0;
	while (log_next(log) > 0) {
		const char *s = log->buffer + log->from;
		const char *end = log->buffer + log->to;

		while (s < end) {
			const char *eol = memchr(s, '\n', (size_t)(end - s));

			eol = eol == NULL ? end : eol;
			merge_line(m, log, s, (size_t)(eol - s), ++line);
			s = eol < end ? eol + 1 : end;
		}
	}
}

int merge_tallies(struct context *c, struct tally *t)
{
	struct merging m = { c, t, STATUS_FOUND, 0 };
	int status = files_each(c, 0, merge_log, &m);

	return status > m.status ? status : m.status;
}
