/* show.c - whatever was typed: pages, lines, or what may have been meant. */
#include "ask/operand.h"
#include "command/command.h"

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

int command_show(struct context *c)
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
