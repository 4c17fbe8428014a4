/* column.c - counts bare codes, and says which lines are none. */
#include "count/column.h"

#include <string.h>

#include "chars.h"
#include "input/files.h"
#include "input/lines.h"
#include "io/number.h"
#include "io/strbuf.h"

struct columns {
	struct context *context;
	struct tally *tally;
	uint64_t codes, others; /* in this file */
	uint64_t first;         /* the line of the first that is no code */
	char text[32];          /* its front */
	size_t len;
	int read;
};

/* The line without blanks, and without quotes around it. */
static void trim(const char **s, size_t *n)
{
	while (*n > 0 && char_in(**s, " \t\"'")) {
		++*s;
		--*n;
	}
	while (*n > 0 && char_in((*s)[*n - 1], " \t\r\"'"))
		--*n;
}

static void count_line(const struct line *line, void *with)
{
	struct columns *c = with;
	const char *s = line->s;
	size_t n = line->n;
	unsigned long code;

	trim(&s, &n);
	if (!line->is_long && n == 3 && number_read_n(s, n, &code) == 0 &&
	    code >= 100 && code <= 699) {
		c->codes++;
		if (c->tally->wanted[code])
			tally_add(c->tally, (unsigned)code, 1);
		return;
	}
	if (c->others++ == 0) {
		c->first = line->number;
		c->len = n < sizeof(c->text) ? n : sizeof(c->text);
		memcpy(c->text, s, c->len);
	}
}

/* "sip.csv:1: no code: 'sip_code' (lines like it: 2)" */
static void say_others(struct columns *c, const char *name)
{
	struct strbuf b = { 0 };

	if (context_given(c->context, OPTION_quiet))
		return;
	strbuf_add(&b, "no code: '");
	strbuf_escaped(&b, c->text, c->len, 0);
	strbuf_add(&b, "' (lines that are none: ");
	strbuf_number(&b, c->others);
	strbuf_add(&b, ")");
	context_line(c->context, name, c->first, strbuf_text(&b));
	strbuf_free(&b);
}

static void count_column(struct log *log, void *with)
{
	struct columns *c = with;

	c->codes = c->others = 0;
	lines_each(log, count_line, c);
	c->read |= log->error == 0 || c->codes + c->others > 0;
	c->tally->no_code += c->others;
	if (c->others > 0)
		say_others(c, log->name);
	if (c->codes == 0 && log->error == 0)
		context_note(c->context, "no code found", log->name,
		             strlen(log->name));
}

int column_count(struct context *c, struct tally *t, int *read)
{
	struct columns columns = { .context = c, .tally = t };
	int status = files_each(c, 0, count_column, &columns);

	*read = columns.read;
	return status;
}
