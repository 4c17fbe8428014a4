/* records.c - the commands over one record set, by one table: the list of the
 * set, or the pages of the records that the operands name. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ask/hits.h"
#include "names/names.h"
#include "command/command.h"
#include "io/number.h"
#include "io/strbuf.h"
#include "words/mapping.h"
#include "words/row.h"

/* Adds the rows of an operand; returns how many were added. */
typedef size_t record_reader(struct context *c, struct found *f, const char *s);

static size_t add_by_number(struct context *c, struct found *f,
                            enum sipcode_set set, const char *s)
{
	const struct sipcode_row *row;
	unsigned long n;

	if (number_read(s, &n) != 0)
		return 0;
	row = sipcode_by_number(c->lang, set, n);
	if (row != NULL)
		items_add_row(&f->list, row);
	return row != NULL;
}

/* The rows of the set that some readers of names find. */
static size_t add_named(struct context *c, struct found *f,
                        enum sipcode_set set, name_reader *const *readers,
                        const char *s)
{
	struct named names = { .lang = c->lang };
	size_t added = 0;

	for (; *readers != NULL; readers++)
		(*readers)(&names, s, strlen(s));
	for (size_t i = 0; i < names.rows; i++) {
		if (sipcode_row_set(names.row[i]) != set)
			continue;
		items_add_row(&f->list, names.row[i]);
		added++;
	}
	return added;
}

/* "17", "Q.850;cause=17", "Reason: Q.850;cause=17;text=...", "user busy",
 * "USER_BUSY". */
static size_t read_cause(struct context *c, struct found *f, const char *s)
{
	static name_reader *const readers[] = { name_reason, name_cause,
		                                name_constant, NULL };

	if (add_by_number(c, f, SIPCODE_CAUSES, s) > 0)
		return 1;
	return add_named(c, f, SIPCODE_CAUSES, readers, s);
}

static size_t read_tag(struct context *c, struct found *f, const char *s)
{
	static name_reader *const readers[] = { name_option, NULL };

	return add_named(c, f, SIPCODE_OPTIONS, readers, s);
}

static size_t read_warn_code(struct context *c, struct found *f, const char *s)
{
	static name_reader *const readers[] = { name_warning, NULL };

	if (add_by_number(c, f, SIPCODE_WARNINGS, s) > 0)
		return 1;
	return add_named(c, f, SIPCODE_WARNINGS, readers, s);
}

/* A name, or a compact form alone. */
static size_t read_header(struct context *c, struct found *f, const char *s)
{
	static name_reader *const readers[] = { name_header, NULL };
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(c->lang, SIPCODE_HEADERS, i));
	     i++) {
		if (strcasecmp(sipcode_text(row, SIPCODE_F_COMPACT, 0), s) != 0)
			continue;
		items_add_row(&f->list, row);
		return 1;
	}
	return add_named(c, f, SIPCODE_HEADERS, readers, s);
}

static size_t read_timer(struct context *c, struct found *f, const char *s)
{
	static name_reader *const readers[] = { name_timer, NULL };
	const struct sipcode_row *row =
		sipcode_by_name(c->lang, SIPCODE_TIMERS, s, strlen(s));

	if (row == NULL)
		return add_named(c, f, SIPCODE_TIMERS, readers, s);
	items_add_row(&f->list, row);
	return 1;
}

/* A key, or words: then the symptom that holds them best, or all that hold
 * them. */
static size_t read_symptom(struct context *c, struct found *f, const char *s)
{
	const struct sipcode_row *row =
		sipcode_by_name(c->lang, SIPCODE_SYMPTOMS, s, strlen(s));
	struct strbuf word = { 0 };
	struct items list = { 0 };
	struct hits h;
	size_t added = 0;

	if (row != NULL) {
		items_add_row(&f->list, row);
		return 1;
	}
	strbuf_add(&word, s);
	h = hits_find(c, &list, &word.s, 1);
	for (size_t i = 0; i < list.items; i++) {
		if (sipcode_row_set(list.item[i].row) != SIPCODE_SYMPTOMS)
			continue;
		items_add_row(&f->list, list.item[i].row);
		added++;
	}
	strbuf_free(&word);
	items_free(&list);
	free(h.hit);
	return added;
}

static const enum sipcode_field cause_columns[] = {
	SIPCODE_F_CAUSE,   SIPCODE_F_NAME,   SIPCODE_F_KIND,
	SIPCODE_F_MEANING, SIPCODE_F_SOURCE, SIPCODE_F_NONE,
};
static const enum sipcode_field mapping_columns[] = {
	SIPCODE_F_PRODUCT, SIPCODE_F_DIRECTION, SIPCODE_F_CODE,
	SIPCODE_F_CAUSE,   SIPCODE_F_NAME,      SIPCODE_F_RESULT,
	SIPCODE_F_OTHER,   SIPCODE_F_IF,        SIPCODE_F_STANDARD,
	SIPCODE_F_NOTE,    SIPCODE_F_SOURCE,    SIPCODE_F_NONE,
};
static const enum sipcode_field option_columns[] = {
	SIPCODE_F_TAG,
	SIPCODE_F_MEANING,
	SIPCODE_F_SOURCE,
	SIPCODE_F_NONE,
};
static const enum sipcode_field header_columns[] = {
	SIPCODE_F_HEADER, SIPCODE_F_COMPACT, SIPCODE_F_MEANING,
	SIPCODE_F_SOURCE, SIPCODE_F_NONE,
};
static const enum sipcode_field symptom_columns[] = {
	SIPCODE_F_ID,     SIPCODE_F_TITLE, SIPCODE_F_CODE,
	SIPCODE_F_SOURCE, SIPCODE_F_NONE,
};
static const enum sipcode_field timer_columns[] = {
	SIPCODE_F_TIMER,  SIPCODE_F_DEFAULT, SIPCODE_F_MEANING,
	SIPCODE_F_SOURCE, SIPCODE_F_NONE,
};
static const enum sipcode_field warning_columns[] = {
	SIPCODE_F_WARNING, SIPCODE_F_PHRASE, SIPCODE_F_MEANING,
	SIPCODE_F_SOURCE,  SIPCODE_F_NONE,
};

/* The commands, by their numbers. */
static const struct record_set {
	enum sipcode_set set;
	record_reader *read;
	const enum sipcode_field *columns; /* of the list */
	enum sipcode_field spelled; /* by which a slip is told: a near one */
	size_t pages;               /* of more rows a list is shown; 0: never */
} record_sets[COMMANDS] = {
	[COMMAND_cause] = { SIPCODE_CAUSES, read_cause, cause_columns,
	                    SIPCODE_F_NAME, 0 },
	[COMMAND_header] = { SIPCODE_HEADERS, read_header, header_columns,
	                     SIPCODE_F_HEADER, 0 },
	[COMMAND_option] = { SIPCODE_OPTIONS, read_tag, option_columns,
	                     SIPCODE_F_TAG, 0 },
	[COMMAND_symptom] = { SIPCODE_SYMPTOMS, read_symptom, symptom_columns,
	                      SIPCODE_F_TITLE, 1 },
	[COMMAND_timer] = { SIPCODE_TIMERS, read_timer, timer_columns,
	                    SIPCODE_F_TIMER, 0 },
	[COMMAND_warning] = { SIPCODE_WARNINGS, read_warn_code, warning_columns,
	                      SIPCODE_F_PHRASE, 0 },
};

static void add_set(struct context *c, struct found *f, enum sipcode_set set)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(c->lang, set, i)); i++)
		items_add_row(&f->list, row);
}

/* "486 is a status code; its causes: 'sipcode cause --sip=486'". */
static int hint_code(struct context *c, const char *s)
{
	struct strbuf b = { 0 };
	unsigned long n;

	if (number_read(s, &n) != 0 || sipcode_code(0, n) == NULL)
		return 0;
	strbuf_add(&b, c->command == COMMAND_cause ? "sipcode cause --sip="
	                                           : "sipcode ");
	strbuf_number(&b, n);
	context_note(c, "it is a status code", b.s, b.len);
	strbuf_free(&b);
	return 1;
}

static void miss_record(struct context *c, struct found *f,
                        const struct record_set *r, const char *s)
{
	const char *near = sipcode_text(
		sipcode_closest(c->lang, r->set, r->spelled, s, strlen(s)),
		r->spelled, 0);
	struct strbuf b = { 0 };

	strbuf_add(&b, "no such ");
	strbuf_add(&b, sipcode_set_name(r->set));
	found_miss(c, f, b.s, s);
	if (!hint_code(c, s) && *near != '\0')
		context_note(c, "did you mean", near, strlen(near));
	strbuf_free(&b);
}

/* Is each operand the name of something? */
static int read_apart(struct context *c, struct found *f,
                      const struct record_set *r)
{
	for (size_t i = 0; i < c->operands; i++) {
		if (*c->operand[i] != '\0' && r->read(c, f, c->operand[i]) > 0)
			continue;
		f->list.items = 0;
		return 0;
	}
	return r->pages == 0;
}

/* "cause user busy": all words may be one name. */
static int read_together(struct context *c, struct found *f,
                         const struct record_set *r)
{
	struct strbuf name = { 0 };
	size_t added;

	f->list.items = 0;
	if (c->operands < 2)
		return 0;
	strbuf_words(&name, c->operand, c->operands);
	added = r->read(c, f, strbuf_text(&name));
	strbuf_free(&name);
	return added > 0;
}

static void read_records(struct context *c, struct found *f,
                         const struct record_set *r)
{
	/* "cause code 50". */
	if (c->operands > 1 && strcasecmp(c->operand[0], "code") == 0) {
		c->operand++;
		c->operands--;
	}
	if (c->operands == 0 || read_apart(c, f, r) || read_together(c, f, r))
		return;
	for (size_t i = 0; i < c->operands; i++) {
		const char *s = c->operand[i];

		if (*s == '\0')
			f->status = context_misuse(c, "empty operand", s);
		else if (r->read(c, f, s) == 0)
			miss_record(c, f, r, s);
	}
}

/* All mappings of one SIP code: the standard's first. */
static void add_mappings(struct found *f, const struct sipcode_row *code)
{
	for (int standard = 1; standard >= 0; standard--) {
		for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_MAPPINGS);
		     i++) {
			const struct sipcode_row *m =
				sipcode_link(code, SIPCODE_F_MAPPINGS, i);

			if (sipcode_standard(m) == standard)
				items_add_row(&f->list, m);
		}
	}
}

/* The rule of the standard for failures that its table leaves out. */
static void add_default(struct context *c, struct found *f)
{
	const struct sipcode_row *m;

	if (c->options.sip < 400 || c->options.sip > 699)
		return;
	for (size_t i = 0; (m = sipcode_row(c->lang, SIPCODE_MAPPINGS, i)); i++)
		if (sipcode_standard(m) && mapping_goes(m, "to-cause") &&
		    row_is(m, SIPCODE_F_OTHER, "any"))
			items_add_row(&f->list, m);
}

static int mappings_of_code(struct context *c)
{
	struct answer a = { .kind = ANSWER_LIST,
		            .lang = c->lang,
		            .set = SIPCODE_MAPPINGS,
		            .column = mapping_columns };
	struct found f = { 0 };
	const struct sipcode_row *code;
	int status;

	if (c->operands > 0)
		return context_misuse(c, "--sip takes no operand",
		                      c->operand[0]);
	code = sipcode_code(c->lang, c->options.sip);
	if (code == NULL)
		add_default(c, &f);
	add_mappings(&f, code);
	a.all = context_given(c, OPTION_all);
	if (f.list.items == 0)
		found_miss(c, &f, "no mapping speaks of this code", NULL);
	status = found_show(c, &f, &a);
	found_free(&f);
	return status;
}

int command_records(struct context *c)
{
	const struct record_set *r = &record_sets[c->command];
	struct answer a = { .kind = ANSWER_PAGES,
		            .lang = c->lang,
		            .set = r->set,
		            .column = r->columns };
	struct found f = { 0 };
	int status;

	if (context_given(c, OPTION_sip))
		return mappings_of_code(c);
	if (c->operands == 0) {
		add_set(c, &f, r->set);
		a.kind = ANSWER_LIST;
	}
	read_records(c, &f, r);
	if (r->pages > 0 && f.list.items > r->pages)
		a.kind = ANSWER_LIST;
	a.all = context_given(c, OPTION_all);
	status = found_show(c, &f, &a);
	found_free(&f);
	return status;
}
