/* show.c - whatever was typed: pages, lines, or what may have been meant. */
#include <string.h>

#include "ask/operand.h"
#include "command/command.h"
#include "chars.h"
#include "input/files.h"
#include "io/number.h"
#include "io/strbuf.h"
#include "machine/formats.h"

enum { SHOWN_HITS = 10, SCREEN_HITS = 20 };

static const enum sipcode_field list_columns[] = {
	SIPCODE_F_CODE,   SIPCODE_F_PHRASE,    SIPCODE_F_CLASS,
	SIPCODE_F_STATUS, SIPCODE_F_REFERENCE, SIPCODE_F_NATURE,
	SIPCODE_F_RETRY,  SIPCODE_F_EFFECT,    SIPCODE_F_VERDICT,
	SIPCODE_F_NONE,
};

/* Are all items lines of a list? */
static int are_lines(const struct found *f)
{
	for (size_t i = 0; i < f->list.items; i++)
		if (sipcode_row_set(f->list.item[i].row) != SIPCODE_CODES)
			return 0;
	return f->lines;
}

/* Are there several items, and all of them names in programs? */
static int are_listed_names(const struct found *f)
{
	for (size_t i = 0; i < f->list.items; i++)
		if (sipcode_row_set(f->list.item[i].row) != SIPCODE_NAMES)
			return 0;
	return f->list.items > 1;
}

/* Of what was found the best kind: what was asked for, else what it may have
 * been, else hits.  A program gets what it has asked for, or nothing. */
static int show_found(struct context *c, struct found *f, struct answer *a)
{
	int guess = f->status != STATUS_FOUND;

	if (f->list.items > 0 || (guess && !c->options.format->for_people)) {
		a->kind = are_lines(f) ? ANSWER_LIST : ANSWER_PAGES;
		a->column = list_columns;
		if (c->options.format->for_people && are_listed_names(f)) {
			a->kind = ANSWER_LIST;
			a->set = SIPCODE_NAMES;
		}
		a->heading = f->heading;
		return found_show(c, f, a);
	}
	if (f->choice.items > 0) {
		a->kind = ANSWER_CHOICE;
		a->item = f->choice.item;
		a->items = f->choice.items;
	} else if (f->hits_only) {
		a->kind = ANSWER_HITS;
		a->item = f->hits.item;
		a->items = f->hits.items;
		a->hit = f->hit;
		if (guess && a->items > SHOWN_HITS)
			a->items = SHOWN_HITS;
		if (!guess && !a->all && c->out.terminal)
			a->most = SCREEN_HITS;
	}
	return found_show_as(c, f, a);
}

static int show_operands(struct context *c)
{
	struct answer a = { .kind = ANSWER_PAGES,
		            .lang = c->lang,
		            .set = SIPCODE_CODES };
	struct found f = { 0 };
	int status;

	operand_anything(c, &f);
	a.content = context_content(c);
	a.all = context_given(c, OPTION_all);
	status = show_found(c, &f, &a);
	found_free(&f);
	return status;
}

struct showing {
	struct context *context;
	struct strbuf line;
	int status;
};

/* A line of standard input: a code as if it had been typed.  To search all
 * that there is for each of a million other lines would take hours. */
static void show_line(struct showing *s, const char *text, size_t n)
{
	struct context *c = s->context;
	char **operand = c->operand;
	int status = STATUS_MISSING;
	unsigned long code;

	while (n > 0 && char_is_space(text[n - 1]))
		n--;
	if (n == 0)
		return;
	if (n == 3 && number_read_n(text, n, &code) == 0) {
		strbuf_reset(&s->line);
		strbuf_bytes(&s->line, text, n);
		c->operand = &s->line.s;
		status = show_operands(c);
		c->operand = operand;
	} else {
		context_note(c, "not a status code", text, n);
	}
	if (status > s->status)
		s->status = status;
}

static void show_log(struct log *log, void *with)
{
	struct showing *s = with;

	while (log_next(log)) {
		const char *at = log->buffer + log->from;
		const char *end = log->buffer + log->to;

		while (at < end) {
			const char *eol = memchr(at, '\n', (size_t)(end - at));

			eol = eol == NULL ? end : eol;
			show_line(s, at, (size_t)(eol - at));
			at = eol + (eol < end);
		}
		if (log->live)
			out_flush(&s->context->out);
	}
}

/* "cut -f 3 cdr.tsv | sipcode -F code,phrase -": bare fields can be printed
 * line by line, in constant memory. */
static int show_lines(struct context *c)
{
	struct showing s = { c, { 0 }, STATUS_FOUND };
	int status = files_each(c, 0, show_log, &s);

	strbuf_free(&s.line);
	return status > s.status ? status : s.status;
}

int command_show(struct context *c)
{
	if (c->options.format == &format_fields && c->operands == 1 &&
	    strcmp(c->operand[0], "-") == 0)
		return show_lines(c);
	return show_operands(c);
}
