/* code.c - what a number is: of the registry, of a product, or unknown. */
#include "ask/code.h"

#include <string.h>

#include "io/number.h"
#include "io/strbuf.h"
#include "words/row.h"
#include "chars.h"
#include "len.h"

/* Three digits from 100 to 699 at the front. */
static int begins_with_code(const char *s)
{
	return s[0] >= '1' && s[0] <= '6' && char_is_digit(s[1]) &&
	       char_is_digit(s[2]);
}

static int is_one_number(const struct sipcode_row *row)
{
	return sipcode_number(row, SIPCODE_F_FIRST, 0) ==
	       sipcode_number(row, SIPCODE_F_LAST, 0);
}

/* Has the product of the row a record of the very number? */
static int is_told_exactly(const struct sipcode_row *range, unsigned long n)
{
	const char *product = sipcode_text(range, SIPCODE_F_PRODUCT, 0);
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_NUMBERS, i)); i++)
		if (is_one_number(row) &&
		    sipcode_number(row, SIPCODE_F_FIRST, 0) == n &&
		    row_is(row, SIPCODE_F_PRODUCT, product))
			return 1;
	return 0;
}

/* The records of the very number, or those of the ranges around it, unless
 * their products say more of the number. */
static size_t add_product_numbers(struct context *c, struct found *f,
                                  unsigned long n, const char *operand, int one)
{
	struct item item = { .number = n, .typed = operand };
	size_t added = 0;

	for (size_t i = 0;
	     (item.row = sipcode_row(c->lang, SIPCODE_NUMBERS, i)); i++) {
		if (n < sipcode_number(item.row, SIPCODE_F_FIRST, 0) ||
		    n > sipcode_number(item.row, SIPCODE_F_LAST, 0) ||
		    is_one_number(item.row) != one ||
		    (!one && is_told_exactly(item.row, n)))
			continue;
		found_add(c, f, item);
		added++;
	}
	return added;
}

/* The names that products have numbered so. */
static size_t add_numbered_names(struct context *c, struct found *f,
                                 unsigned long n, const char *operand)
{
	struct item item = { .number = n, .typed = operand };
	size_t added = 0;

	for (size_t i = 0; (item.row = sipcode_row(c->lang, SIPCODE_NAMES, i));
	     i++) {
		if (!row_is_numbered(item.row, n))
			continue;
		found_add(c, f, item);
		added++;
	}
	return added;
}

/* What products mean by a number that is no code; 0 if nothing is known.  A
 * record of the very number answers; a range around it only may. */
static int add_known(struct context *c, struct found *f, unsigned long n,
                     const char *operand)
{
	int answered = add_product_numbers(c, f, n, operand, 1) +
	                       add_numbered_names(c, f, n, operand) >
	               0;
	int maybe = add_product_numbers(c, f, n, operand, 0) > 0;

	if (maybe && !answered)
		found_miss(c, f, "known only by a range of numbers", operand);
	return answered || maybe;
}

/* A number may be that of a cause or a warn-code, too; returns whether. */
static int hint(struct context *c, unsigned long n)
{
	static const struct {
		enum sipcode_set set;
		const char *message;
	} others[] = {
		{ SIPCODE_CAUSES, "as a Q.850 cause" },
		{ SIPCODE_WARNINGS, "as a warn-code" },
	};
	struct strbuf b = { 0 };
	int others_there = 0;

	for (size_t i = 0; i < LEN(others); i++) {
		if (sipcode_by_number(0, others[i].set, n) == NULL)
			continue;
		strbuf_reset(&b);
		strbuf_add(&b, "sipcode ");
		strbuf_add(&b, sipcode_set_name(others[i].set));
		strbuf_add(&b, " ");
		strbuf_number(&b, n);
		context_note(c, others[i].message, b.s, b.len);
		others_there = 1;
	}
	strbuf_free(&b);
	return others_there;
}

void code_add(struct context *c, struct found *f, unsigned long code,
              const struct sipcode_row *disguise, const char *typed)
{
	const struct sipcode_row *row = sipcode_code(c->lang, code);
	struct item item = { .row = row };

	/* A program asks for a code, and not for what looks like one. */
	if (row == NULL && disguise == NULL &&
	    (code > 699 || context_is_read(c)) &&
	    add_known(c, f, code, typed)) {
		hint(c, code);
		if (code < 700)
			found_add(c, f, item_unknown(c->lang, code));
		return;
	}
	if (row == NULL)
		item = item_unknown(c->lang, code);
	item.disguise = disguise;
	item.typed = typed;
	found_add(c, f, item);
	if (row != NULL)
		return;
	found_miss(c, f, "no such code", typed);
	hint(c, code);
}

/* What products mean by a number below 100, and before it the cause, if one has
 * that number; a cause alone is only mentioned. */
static int add_small(struct context *c, struct found *f, unsigned long n,
                     const char *operand)
{
	struct item cause = { .row = sipcode_by_number(c->lang, SIPCODE_CAUSES,
		                                       n),
		              .typed = operand };
	size_t before = f->list.items;

	if (cause.row != NULL)
		found_add(c, f, cause);
	if (add_product_numbers(c, f, n, operand, 1) +
	            add_numbered_names(c, f, n, operand) >
	    0)
		return 1;
	f->list.items = before;
	return 0;
}

void code_add_digits(struct context *c, struct found *f, const char *s,
                     const char *typed)
{
	unsigned long code;

	if (number_read_n(s, 3, &code) == 0)
		code_add(c, f, code, NULL, typed);
}

int code_add_number(struct context *c, struct found *f, const char *s)
{
	unsigned long n;

	if (number_read(s, &n) != 0)
		return 0;
	if (n < 100 && context_is_read(c) && add_small(c, f, n, s))
		return 1;
	found_miss(c, f, "no such code or phrase", s);
	if (!hint(c, n))
		context_note(c, "a status code is a number from 100 to 699",
		             NULL, 0);
	return 1;
}

/* The code behind a disguise; 0 if it is none of this product. */
static unsigned long undisguise(const struct sipcode_row *d, const char *s)
{
	const char *prefix = sipcode_text(d, SIPCODE_F_PREFIX, 0);
	unsigned long offset = sipcode_number(d, SIPCODE_F_OFFSET, 0), n;

	if (*prefix != '\0') {
		size_t len = strlen(prefix);

		if (!chars_equal(s, prefix, len) ||
		    !begins_with_code(s + len) || s[len + 3] != '\0')
			return 0;
		number_read(s + len, &n);
		return n;
	}
	if (number_read(s, &n) != 0 || s[0] == '0' || n < offset + 100 ||
	    n > offset + 699)
		return 0;
	return n - offset;
}

/* The codes in the disguise of which the number may be; of one that is known as
 * a number, those that exist. */
static int add_disguises(struct context *c, struct found *f, const char *s,
                         const char *typed, int known)
{
	const struct sipcode_row *row;
	int added = 0;

	for (size_t i = 0; (row = sipcode_row(c->lang, SIPCODE_DISGUISES, i));
	     i++) {
		unsigned long code = undisguise(row, s);

		if (code == 0 || (known && sipcode_code(c->lang, code) == NULL))
			continue;
		code_add(c, f, code, row, typed);
		added = 1;
	}
	return added;
}

/* "170489", "0x486": a code in disguise; or a number of a product, which is
 * surer than a disguise: of these two neither is all. */
int code_add_disguised(struct context *c, struct found *f, const char *s,
                       const char *typed)
{
	unsigned long n = 0;

	if (number_read(s, &n) != 0 || n < 1000 || !code_is_disguised(s)) {
		if (add_disguises(c, f, s, typed, 0))
			return 1;
		if (n < 100 || !add_known(c, f, n, typed))
			return 0;
		hint(c, n);
		return 1;
	}
	return add_disguises(
		       c, f, s, typed,
		       add_product_numbers(c, f, n, typed, 1) +
				       add_numbered_names(c, f, n, typed) >
			       0) ||
	       f->list.items > 0;
}

int code_is_known(const char *s)
{
	const struct sipcode_row *row;
	unsigned long n;

	if (code_is_disguised(s))
		return 1;
	/* A small number may be anything; see code_add_number(). */
	if (number_read(s, &n) != 0 || n < 100)
		return 0;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_NUMBERS, i)); i++)
		if (is_one_number(row) &&
		    sipcode_number(row, SIPCODE_F_FIRST, 0) == n)
			return 1;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_NAMES, i)); i++)
		if (row_is_numbered(row, n))
			return 1;
	return 0;
}

int code_is_disguised(const char *s)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_DISGUISES, i)); i++)
		if (undisguise(row, s) != 0)
			return 1;
	return 0;
}
