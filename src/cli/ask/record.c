/* record.c - operands of the commands over one record set. */
#include "ask/record.h"

#include <stdlib.h>
#include <string.h>

#include "ask/hits.h"
#include "chars.h"
#include "names/names.h"
#include "io/number.h"
#include "io/strbuf.h"
#include "words/row.h"

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

/* Is it this location?  Its number and its name alone may be anything. */
static int is_location(const struct sipcode_row *row, const char *s, int said)
{
	unsigned long n;

	if (chars_same(s, sipcode_text(row, SIPCODE_F_ALIAS, 0)))
		return 1;
	if (!said)
		return 0;
	if (number_read(s, &n) == 0)
		return sipcode_number(row, SIPCODE_F_LOCATION, 0) == n;
	return chars_same(s, sipcode_text(row, SIPCODE_F_NAME, 0));
}

/* "LN", "location=LN", "location 2": where a cause was made; "location": all
 * of them. */
static size_t add_locations(struct context *c, struct found *f, const char *s)
{
	static const char word[] = "location";
	size_t n = sizeof(word) - 1, added = 0;
	int all = chars_same(s, word);
	int said = chars_equal(s, word, n) && char_in(s[n], "= ");
	const struct sipcode_row *row;

	if (said)
		s += n + 1;
	for (size_t i = 0; (row = sipcode_row(c->lang, SIPCODE_LOCATIONS, i));
	     i++) {
		if (!all && !is_location(row, s, said))
			continue;
		items_add_row(&f->list, row);
		added++;
	}
	return added;
}

/* "17", "Q.850;cause=17", "Reason: Q.850;cause=17;text=...", "user busy",
 * "USER_BUSY". */
size_t record_cause(struct context *c, struct found *f, const char *s)
{
	static name_reader *const readers[] = { name_reason, name_cause,
		                                name_constant, NULL };

	if (add_by_number(c, f, SIPCODE_CAUSES, s) > 0)
		return 1;
	return add_named(c, f, SIPCODE_CAUSES, readers, s) +
	       add_locations(c, f, s);
}

size_t record_option(struct context *c, struct found *f, const char *s)
{
	static name_reader *const readers[] = { name_option, NULL };

	return add_named(c, f, SIPCODE_OPTIONS, readers, s);
}

size_t record_warning(struct context *c, struct found *f, const char *s)
{
	static name_reader *const readers[] = { name_warning, NULL };

	if (add_by_number(c, f, SIPCODE_WARNINGS, s) > 0)
		return 1;
	return add_named(c, f, SIPCODE_WARNINGS, readers, s);
}

/* A name, or a compact form alone. */
size_t record_header(struct context *c, struct found *f, const char *s)
{
	static name_reader *const readers[] = { name_header, NULL };
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(c->lang, SIPCODE_HEADERS, i));
	     i++) {
		if (!chars_same(sipcode_text(row, SIPCODE_F_COMPACT, 0), s))
			continue;
		items_add_row(&f->list, row);
		return 1;
	}
	return add_named(c, f, SIPCODE_HEADERS, readers, s);
}

size_t record_timer(struct context *c, struct found *f, const char *s)
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
size_t record_symptom(struct context *c, struct found *f, const char *s)
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

/* The row, unless it stands there already. */
static size_t add_unless_there(struct found *f, const struct sipcode_row *row)
{
	for (size_t i = 0; i < f->list.items; i++)
		if (f->list.item[i].row == row)
			return 0;
	items_add_row(&f->list, row);
	return 1;
}

/* The rows that a row owns.  Returns how many, also of those that were
 * there. */
static size_t add_owned(struct found *f, const struct sipcode_row *row,
                        enum sipcode_field field)
{
	size_t n = sipcode_len(row, field);

	for (size_t i = 0; i < n; i++)
		add_unless_there(f, sipcode_link(row, field, i));
	return n;
}

/* Is the row of the product that is called so to the letter, case aside? */
static int is_of(const struct sipcode_row *row, const char *product)
{
	return chars_same(sipcode_text(row, SIPCODE_F_PRODUCT, 0), product);
}

/* Has the product a row of that part: "Asterisk chan_sip"? */
static int has_part(const struct sipcode_row *product, const char *part)
{
	enum sipcode_set set = sipcode_row_set(product);
	struct sipcode_column column;

	for (size_t i = 0; (column = sipcode_column(set, i)).field != 0; i++)
		for (size_t k = 0; column.type == SIPCODE_T_LINK &&
		                   k < sipcode_len(product, column.field);
		     k++)
			if (is_of(sipcode_link(product, column.field, k), part))
				return 1;
	return 0;
}

/* A product, by any of its names, or by a part of it. */
size_t record_product(struct context *c, struct found *f, const char *s)
{
	static name_reader *const readers[] = { name_product, NULL };
	size_t added = add_named(c, f, SIPCODE_PRODUCTS, readers, s);
	const struct sipcode_row *row;

	for (size_t i = 0;
	     added == 0 && (row = sipcode_row(c->lang, SIPCODE_PRODUCTS, i));
	     i++)
		if (has_part(row, s))
			added += add_unless_there(f, row);
	return added;
}

/* The rules of what a product is called in them, or the one of that key. */
static size_t add_rules(struct context *c, struct found *f, const char *s)
{
	const struct sipcode_row *row =
		sipcode_by_name(c->lang, SIPCODE_FAILOVERS, s, strlen(s));
	size_t added = row != NULL && add_unless_there(f, row);

	for (size_t i = 0; (row = sipcode_row(c->lang, SIPCODE_FAILOVERS, i));
	     i++)
		if (is_of(row, s))
			added += add_unless_there(f, row);
	return added;
}

/* The rules that speak of a code, those of a product, or the one of that
 * key. */
size_t record_failover(struct context *c, struct found *f, const char *s)
{
	struct named names = { .lang = c->lang };
	unsigned long code;
	size_t added = 0;

	if (number_read(s, &code) == 0)
		return add_owned(f, sipcode_code(c->lang, code),
		                 SIPCODE_F_FAILOVERS);
	name_product(&names, s, strlen(s));
	for (size_t i = 0; i < names.rows; i++)
		added += add_owned(f, names.row[i], SIPCODE_F_FAILOVERS);
	return names.rows > 0 ? added : add_rules(c, f, s);
}

/* The names of a code, and those that a product has numbered so. */
static size_t add_numbered(struct context *c, struct found *f, unsigned long n)
{
	size_t added = add_owned(f, sipcode_code(c->lang, n), SIPCODE_F_NAMES);
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(c->lang, SIPCODE_NAMES, i)); i++)
		if (row_is_numbered(row, n))
			added += add_unless_there(f, row);
	return added;
}

/* What a name is by rule: a constant of a code or cause, the name of a cause,
 * or that of a number of a product. */
static size_t add_ruled(struct context *c, struct found *f, const char *s)
{
	struct named names = { .lang = c->lang };

	name_constant(&names, s, strlen(s));
	name_cause(&names, s, strlen(s));
	name_number(&names, s, strlen(s));
	for (size_t i = 0; i < names.rows; i++)
		add_unless_there(f, names.row[i]);
	return names.rows;
}

/* Those of programs that are listed, and what the name is by rule, which is for
 * people if both are there; or the names of a number. */
size_t record_name(struct context *c, struct found *f, const char *s)
{
	static name_reader *const readers[] = { names_listed, NULL };
	unsigned long n;
	size_t added = 0;

	if (number_read(s, &n) == 0)
		added = add_numbered(c, f, n);
	else if (context_is_read(c))
		added = add_ruled(c, f, s);
	added += add_named(c, f, SIPCODE_NAMES, readers, s);
	return added > 0 ? added : add_ruled(c, f, s);
}

size_t record_term(struct context *c, struct found *f, const char *s)
{
	static name_reader *const readers[] = { name_term, NULL };

	return add_named(c, f, SIPCODE_TERMS, readers, s);
}
