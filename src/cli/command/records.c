/* records.c - the commands over one record set, by one table: the list of the
 * set, or the pages of the records that the operands name. */
#include <string.h>
#include <strings.h>

#include "ask/found.h"
#include "command/command.h"
#include "io/number.h"
#include "io/strbuf.h"
#include "words/mapping.h"
#include "words/row.h"
#include "chars.h"

/* Adds the rows of an operand; returns how many were added. */
typedef size_t record_reader(struct context *c, struct found *f, const char *s);

static int is_cause_name(const struct sipcode_row *row, const char *s)
{
	if (strcasecmp(sipcode_text(row, SIPCODE_F_NAME, 0), s) == 0)
		return 1;
	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_ALIAS); i++)
		if (strcasecmp(sipcode_text(row, SIPCODE_F_ALIAS, i), s) == 0)
			return 1;
	return 0;
}

static size_t add_by_number(struct context *c, struct found *f,
                            enum sipcode_set set, unsigned long n)
{
	const struct sipcode_row *row = sipcode_by_number(c->lang, set, n);

	if (row == NULL)
		return 0;
	items_add_row(&f->list, row);
	return 1;
}

static size_t add_by_cause_name(struct context *c, struct found *f,
                                const char *s)
{
	const struct sipcode_row *row;
	size_t added = 0;

	for (size_t i = 0; (row = sipcode_row(c->lang, SIPCODE_CAUSES, i));
	     i++) {
		if (!is_cause_name(row, s))
			continue;
		items_add_row(&f->list, row);
		added++;
	}
	return added;
}

/* "17", "Q.850;cause=17", "Reason: Q.850;cause=17;text=...", "user busy",
 * "USER_BUSY". */
static size_t read_cause(struct context *c, struct found *f, const char *s)
{
	const char *cause = strstr(s, "cause="), *semicolon = strchr(s, ';');
	const char *digits = cause == NULL ? s : cause + strlen("cause=");
	size_t len = strcspn(digits, "; ");
	unsigned long n;

	/* The causes of other protocols are not Q.850's. */
	if (cause != NULL && strstr(s, "Q.850") == NULL && semicolon != NULL &&
	    semicolon < cause)
		return 0;
	if (number_read_n(digits, len, &n) == 0 &&
	    (cause != NULL || digits[len] == '\0'))
		return add_by_number(c, f, SIPCODE_CAUSES, n);
	return add_by_cause_name(c, f, s);
}

static size_t read_tag(struct context *c, struct found *f, const char *s)
{
	const struct sipcode_row *row =
		sipcode_by_name(c->lang, SIPCODE_OPTIONS, s, strlen(s));

	if (row == NULL)
		return 0;
	items_add_row(&f->list, row);
	return 1;
}

static size_t read_warn_code(struct context *c, struct found *f, const char *s)
{
	unsigned long n;

	return number_read(s, &n) == 0
	               ? add_by_number(c, f, SIPCODE_WARNINGS, n)
	               : 0;
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
} record_sets[COMMANDS] = {
	[COMMAND_cause] = { SIPCODE_CAUSES, read_cause, cause_columns,
	                    SIPCODE_F_NAME },
	[COMMAND_option] = { SIPCODE_OPTIONS, read_tag, option_columns,
	                     SIPCODE_F_TAG },
	[COMMAND_warning] = { SIPCODE_WARNINGS, read_warn_code, warning_columns,
	                      SIPCODE_F_PHRASE },
};

static void add_set(struct context *c, struct found *f, enum sipcode_set set)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(c->lang, set, i)); i++)
		items_add_row(&f->list, row);
}

static void miss_record(struct context *c, struct found *f,
                        const struct record_set *r, const char *s)
{
	const char *near = sipcode_text(
		sipcode_closest(c->lang, r->set, r->spelled, s, strlen(s)),
		r->spelled, 0);

	found_miss(c, f, "no such record", s);
	if (*near != '\0')
		context_note(c, "did you mean", near, strlen(near));
}

/* "cause user busy": all words may be one name. */
static int read_together(struct context *c, struct found *f,
                         const struct record_set *r)
{
	struct strbuf name = { 0 };
	size_t added;

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
	if (read_together(c, f, r))
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
	a.all = context_given(c, OPTION_all);
	status = found_show(c, &f, &a);
	found_free(&f);
	return status;
}
