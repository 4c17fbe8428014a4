/* oracle.c - reads the command line as the program does, to know what its
 * output has to be, and looks at every character of it. */
#include "oracle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmdline.h"
#include "jsonread.h"
#include "machine/formats.h"
#include "utf8.h"

enum { DIAGRAM = 36 };

/* What the command line asks for. */
struct wish {
	char *args[WORLD_ARGS + 1];
	struct context c;
	int refused;
};

static void read_wish(struct wish *wish, const struct world *w)
{
	char *argv[WORLD_ARGS + 2] = { NULL };

	for (size_t i = 0; i <= w->argc; i++) {
		wish->args[i] = strdup(i == 0 ? "sipcode" : w->argv[i - 1]);
		argv[i] = wish->args[i];
	}
	out_open(&wish->c.out, -1);
	out_open(&wish->c.err, -1);
	wish->c.in = -1;
	wish->refused = cmdline_read(&wish->c, (int)w->argc + 1, argv) != 0;
}

static void drop_wish(struct wish *wish, const struct world *w)
{
	for (size_t i = 0; i <= w->argc; i++)
		free(wish->args[i]);
	free(wish);
}

/* The length of a colour or a link at s[0..n), as the program writes them; 0 if
 * there is none. */
static size_t style_length(const char *s, size_t n)
{
	size_t i = 2;

	if (n < 4 || s[0] != '\033')
		return 0;
	if (s[1] == '[') {
		while (i < n && strchr("0123456789;", s[i]) != NULL &&
		       s[i] != '\0')
			i++;
		return i < n && s[i] == 'm' && i < 16 ? i + 1 : 0;
	}
	if (strncmp(s + 1, "]8;", 3) != 0)
		return 0;
	while (i < n && s[i] > ' ' && s[i] < 0x7f)
		i++;
	return i + 1 < n && s[i] == '\033' && s[i + 1] == '\\' ? i + 2 : 0;
}

/* Characters that command a terminal, turn the direction of writing, or are not
 * seen. */
static int is_bad(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == 0xad ||
	       cp == 0x61c || (cp >= 0x200b && cp <= 0x200f) ||
	       (cp >= 0x2028 && cp <= 0x202e) ||
	       (cp >= 0x2060 && cp <= 0x206f) || cp == 0xfeff ||
	       (cp >= 0xfff9 && cp <= 0xfffb) ||
	       (cp >= 0xe0000 && cp <= 0xe0fff);
}

/* NULL, or what is wrong with a text in which the characters of `also` may
 * stand, which holds a NUL if that is one of them.  width: 0 is any. */
static const char *text_fault(const char *s, size_t n, const char *also,
                              size_t alsos, int styled, unsigned width)
{
	size_t columns = 0;

	for (size_t i = 0; i < n;) {
		uint32_t cp;
		size_t len = utf8_decode(s + i, n - i, &cp);

		if (len == 0)
			return "not UTF-8";
		if (styled && cp == 033 && style_length(s + i, n - i) > 0) {
			i += style_length(s + i, n - i);
			continue;
		}
		if (is_bad(cp) &&
		    (cp > 0x7f || memchr(also, (int)cp, alsos) == NULL))
			return "a character that may not be shown";
		columns = cp == '\n' ? 0 : columns + (size_t)utf8_width(cp);
		if (width > 0 && columns > width)
			return "a line that is too wide";
		i += len;
	}
	return NULL;
}

/* The same for lines that all have an end. */
static const char *lines_fault(const char *s, size_t n, const char *also,
                               int styled, unsigned width)
{
	const char *fault = text_fault(s, n, also, strlen(also), styled, width);

	if (fault == NULL && n > 0 && s[n - 1] != '\n')
		return "no newline at the end";
	return fault;
}

/* Are these the titles of columns? */
static int is_head(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] == '\t' ? i == 0 || s[i - 1] == '\t'
		                 : (s[i] < 'a' || s[i] > 'z') && s[i] != '_')
			return 0;
	return n > 0;
}

/* Every line of a table has as many columns as the head above it, which the
 * first one is; records of another kind have a head of their own. */
static const char *table_fault(const char *s, size_t n)
{
	size_t columns = 0, head = 0, from = 0;

	for (size_t i = 0; i < n; i++) {
		columns += s[i] == '\t';
		if (s[i] != '\n')
			continue;
		if (from == 0 || is_head(s + from, i - from))
			head = columns;
		else if (columns != head)
			return "a line with another number of columns";
		from = i + 1;
		columns = 0;
	}
	return NULL;
}

static const char *json_wrong(const struct ran *r, int foreign)
{
	const char *fault = lines_fault(r->out, r->out_n, "\n", 0, 0);

	json_foreign_names = foreign;
	if (fault != NULL || r->out_n == 0)
		return fault;
	return json_fault(r->out, r->out_n) == NULL ? NULL : "no JSON";
}

static const char *fields_wrong(const struct wish *wish, const struct ran *r)
{
	const char *also = context_given(&wish->c, OPTION_null) ? "\t" : "\t\n";

	/* Either ends an item; of "\t" the NUL counts as well. */
	return text_fault(r->out, r->out_n, also, 2, 0, 0);
}

static const char *text_wrong(const struct wish *wish, const struct world *w,
                              const struct ran *r)
{
	const struct options *o = &wish->c.options;
	int styled = w->terminal || o->color == WHEN_ALWAYS ||
	             o->hyperlink == WHEN_ALWAYS;
	unsigned width = o->width > 0 ? (unsigned)o->width : 0;

	/* A log is shown as it is, on a terminal with its bytes made visible.
	 * A finding of check is a line. */
	if (wish->c.command == COMMAND_annotate)
		return w->terminal
		               ? text_fault(r->out, r->out_n, "\n\t", 2, 1, 0)
		               : NULL;
	if (o->markdown || wish->c.command == COMMAND_check)
		width = 0;
	/* The diagrams of the data have names that are not broken. */
	if (width > 0 && width < DIAGRAM && wish->c.command != COMMAND_explain)
		width = DIAGRAM;
	return lines_fault(r->out, r->out_n, "\n", styled, width);
}

static const char *output_fault(const struct wish *wish, const struct world *w,
                                const struct ran *r)
{
	const struct format *f = wish->c.options.format;
	const char *fault;

	/* Help and version are texts, whatever the format. */
	if (wish->refused || context_given(&wish->c, OPTION_help) ||
	    context_given(&wish->c, OPTION_version) ||
	    wish->c.command == COMMAND_help)
		return lines_fault(r->out, r->out_n, "\n", 1, 0);
	if (f == &format_json || f == &format_sarif)
		return json_wrong(r, f == &format_sarif);
	if (f == &format_tsv) {
		fault = lines_fault(r->out, r->out_n, "\n\t", 0, 0);
		return fault != NULL ? fault : table_fault(r->out, r->out_n);
	}
	if (f == &format_fields)
		return fields_wrong(wish, r);
	return text_wrong(wish, w, r);
}

void judge_run(const struct world *w, const struct ran *r)
{
	struct wish *wish = calloc(1, sizeof(*wish));
	const char *fault;

	if (wish == NULL)
		abort();
	read_wish(wish, w);
	fault = output_fault(wish, w, r);
	if (fault == NULL)
		fault = lines_fault(r->err, r->err_n, "\n", 0, 0);
	drop_wish(wish, w);
	if (fault != NULL)
		world_fail(w, r, fault);
}

void judge_same(const struct world *w, const struct ran *a, const struct ran *b)
{
	if (a->status == b->status && a->out_n == b->out_n &&
	    memcmp(a->out, b->out, a->out_n) == 0 && a->err_n == b->err_n &&
	    memcmp(a->err, b->err, a->err_n) == 0)
		return;
	fprintf(stderr, "== one: status %d, stdout:\n", a->status);
	fwrite(a->out, 1, a->out_n, stderr);
	fprintf(stderr, "== stderr:\n");
	fwrite(a->err, 1, a->err_n, stderr);
	world_fail(w, b, "two runs differ; the other:");
}
