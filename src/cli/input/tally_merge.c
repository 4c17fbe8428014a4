/* tally_merge.c - reads "code phrase count share [method]" line by line. */
#include "tally_merge.h"

#include <string.h>

#include "log.h"
#include "number.h"

struct merging {
	struct cli *cli;
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

static void split(struct cells *c, const char *s, size_t n)
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

/* A count may be larger than any other number that is read. */
static int read_count(const char *s, size_t n, uint64_t *count)
{
	*count = 0;
	if (n == 0 || n > 18)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		*count = *count * 10 + (uint64_t)(s[i] - '0');
	}
	return 0;
}

static int is_header(const struct cells *c)
{
	return c->n[0] == 4 && memcmp(c->s[0], "code", 4) == 0;
}

static int add(struct tally *t, const struct cells *c)
{
	unsigned long code;
	uint64_t count;

	if ((c->cells != 4 && c->cells != 5) || c->n[0] != 3 ||
	    number_read_n(c->s[0], 3, &code) != 0 || code < 100 || code > 699 ||
	    read_count(c->s[2], c->n[2], &count) != 0)
		return -1;
	t->total += count;
	t->count[code] += count;
	if (c->cells == 5) {
		t->by_method = 1;
		t->by[tally_method(c->s[4], c->n[4])][code] += count;
	}
	return 0;
}

static void complain(struct merging *m, const struct log *log,
                     unsigned long line)
{
	struct out *e = &m->cli->err;

	m->status = STATUS_TROUBLE;
	/* A file of another kind is told by its first lines. */
	if (++m->complaints > COMPLAINTS_MAX)
		return;
	out_str(e, "sipcode: ");
	out_escaped(e, log->name, strlen(log->name));
	out_char(e, ':');
	out_number(e, line);
	out_str(e, ": not a line of a tally in tsv\n");
	if (m->complaints == COMPLAINTS_MAX)
		cli_say(m->cli, "further lines of this kind are not told", NULL,
		        0);
}

static void merge_log(struct log *log, void *context)
{
	struct merging *m = context;
	unsigned long line = 0;

	m->complaints = 0;
	while (log_next(log) > 0) {
		const char *s = log->buffer + log->from;
		const char *end = log->buffer + log->to;

		while (s < end) {
			const char *eol = memchr(s, '\n', (size_t)(end - s));
			size_t n = (size_t)((eol == NULL ? end : eol) - s);
			struct cells c;

			line++;
			if (n > 0 && s[n - 1] == '\r')
				n--;
			split(&c, s, n);
			if (n > 0 && !is_header(&c) && add(m->tally, &c) != 0)
				complain(m, log, line);
			s = eol == NULL ? end : eol + 1;
		}
	}
}

int tally_merge(struct cli *c, struct tally *t)
{
	struct merging m = { c, t, STATUS_FOUND, 0 };
	int status = log_each(c, 0, merge_log, &m);

	return status > m.status ? status : m.status;
}
