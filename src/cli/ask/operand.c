/* operand.c - the forms in which a code is met. */
#include "ask/operand.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "io/memory.h"
#include "io/number.h"
#include "io/strbuf.h"
#include "words/row.h"
#include "chars.h"

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

/* The records of the very number, or those of the ranges around it. */
static size_t add_numbers(struct context *c, struct found *f, unsigned long n,
                          const char *operand, int one)
{
	struct item item = { .number = n, .typed = operand };
	size_t before = f->list.items;

	for (size_t i = 0;
	     (item.row = sipcode_row(c->lang, SIPCODE_NUMBERS, i)); i++)
		if (n >= sipcode_number(item.row, SIPCODE_F_FIRST, 0) &&
		    n <= sipcode_number(item.row, SIPCODE_F_LAST, 0) &&
		    is_one_number(item.row) == one)
			items_add(&f->list, item);
	return f->list.items - before;
}

/* What products mean by a number that is no code; 0 if nothing is known.  A
 * record of the very number answers; a range around it only may. */
static int add_known(struct context *c, struct found *f, unsigned long n,
                     const char *operand)
{
	int answered = add_numbers(c, f, n, operand, 1) > 0;
	int maybe = add_numbers(c, f, n, operand, 0) > 0;

	if (maybe && !answered)
		found_miss(c, f, "known only by a range of numbers", operand);
	return answered || maybe;
}

static void add_code(struct context *c, struct found *f, unsigned long code,
                     const struct sipcode_row *disguise, const char *operand)
{
	const struct sipcode_row *row = sipcode_code(c->lang, code);
	struct item item = { .row = row };

	if (row == NULL && disguise == NULL && add_known(c, f, code, operand))
		return;
	if (row == NULL)
		item = item_unknown(c->lang, code);
	item.disguise = disguise;
	item.typed = operand;
	items_add(&f->list, item);
	if (row == NULL)
		found_miss(c, f, "no such code", operand);
}

/* "4xx". */
static int read_class(struct context *c, struct found *f, const char *s)
{
	struct item item = { .typed = s };

	if (s[0] < '1' || s[0] > '6' || strcasecmp(s + 1, "xx") != 0)
		return 0;
	item.row = sipcode_class(c->lang, (unsigned long)(s[0] - '0') * 100);
	items_add(&f->list, item);
	return 1;
}

/* "421", "421 Extension Required", "SIP/2.0 421 ...". */
static int read_plain(struct context *c, struct found *f, const char *s)
{
	const char *operand = s;
	unsigned long code;

	if (strncasecmp(s, "SIP/2.0 ", 8) == 0)
		s += 7 + strspn(s + 7, " ");
	if (!begins_with_code(s) ||
	    (s[3] != '\0' && s[3] != ' ' && s[3] != '\r'))
		return 0;
	number_read_n(s, 3, &code);
	add_code(c, f, code, NULL, operand);
	return 1;
}

/* The code behind a disguise; 0 if it is none of this product. */
static unsigned long undisguise(const struct sipcode_row *d, const char *s)
{
	const char *prefix = sipcode_text(d, SIPCODE_F_PREFIX, 0);
	unsigned long offset = sipcode_number(d, SIPCODE_F_OFFSET, 0), n;

	if (*prefix != '\0') {
		size_t len = strlen(prefix);

		if (strncasecmp(s, prefix, len) != 0 ||
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

/* "170489", "0x486": a code in disguise; or a number of a product. */
static int read_disguised(struct context *c, struct found *f, const char *s)
{
	const struct sipcode_row *row;
	unsigned long n = 0;
	int known = 0;

	number_read(s, &n);
	for (size_t i = 0; (row = sipcode_row(c->lang, SIPCODE_DISGUISES, i));
	     i++) {
		unsigned long code = undisguise(row, s);

		if (code == 0)
			continue;
		add_code(c, f, code, row, s);
		known = 1;
	}
	if (known || n == 0 || s[0] == '0')
		return known;
	return add_known(c, f, n, s);
}

/* The one registered code whose own phrase it is; NULL if there is none, or
 * more than one ("Not Acceptable"). */
static const struct sipcode_row *registered_one(
	const struct sipcode_row *const *row, size_t n, const char *s)
{
	const struct sipcode_row *one = NULL;

	for (size_t i = 0; i < n; i++) {
		if (row_is(row[i], SIPCODE_F_STATUS, "unregistered") ||
		    strcasecmp(sipcode_text(row[i], SIPCODE_F_PHRASE, 0), s) !=
		            0)
			continue;
		if (one != NULL)
			return NULL;
		one = row[i];
	}
	return one;
}

/* Several codes have the phrase: they are named, not guessed between. */
static void miss_ambiguous(struct context *c, struct found *f,
                           const struct sipcode_row *const *row, size_t n,
                           const char *s)
{
	struct strbuf b = { 0 };

	strbuf_add(&b, "ambiguous (");
	for (size_t i = 0; i < n; i++) {
		strbuf_add(&b, i > 0 ? ", " : "");
		strbuf_number(&b, sipcode_number(row[i], SIPCODE_F_CODE, 0));
	}
	strbuf_add(&b, ")");
	found_miss(c, f, strbuf_text(&b), s);
	strbuf_free(&b);
}

/* Phrases of any code, and names of numbers that are no codes. */
static int read_other_phrase(struct context *c, struct found *f, const char *s)
{
	struct item item = { .typed = s };
	size_t before = f->list.items;

	if (sipcode_sightings(c->lang, 0, s, strlen(s), &item.row, 1) > 0)
		items_add(&f->list, item);
	for (size_t i = 0;
	     (item.row = sipcode_row(c->lang, SIPCODE_NUMBERS, i)); i++)
		if (strcasecmp(sipcode_text(item.row, SIPCODE_F_NAME, 0), s) ==
		    0)
			items_add(&f->list, item);
	return f->list.items > before;
}

static int read_phrase(struct context *c, struct found *f, const char *s)
{
	size_t len = strlen(s);
	size_t n = sipcode_by_phrase(c->lang, s, len, NULL, 0);
	const struct sipcode_row **row;
	struct item item = { .typed = s };

	if (n == 0)
		return read_other_phrase(c, f, s);
	row = memory_get(n * sizeof(*row));
	sipcode_by_phrase(c->lang, s, len, row, n);
	item.row = n == 1 ? row[0] : registered_one(row, n, s);
	if (item.row != NULL)
		items_add(&f->list, item);
	else
		miss_ambiguous(c, f, row, n, s);
	free(row);
	return 1;
}

/* The command whose name is a slip of the first word away; -1 if none is. */
static int near_command(const char *s)
{
	size_t n = strcspn(s, " ");

	for (int i = 0; i < COMMANDS; i++) {
		const char *name = command_text(i)->name;

		if (strlen(s) > 2 &&
		    sipcode_distance(s, n, name, strlen(name)) == 1)
			return i;
	}
	return -1;
}

static void suggest_phrase(struct context *c, const char *s)
{
	const struct sipcode_row *near;
	struct strbuf b = { 0 };
	int command = near_command(s);

	if (command >= 0) {
		strbuf_add(&b, "sipcode ");
		strbuf_add(&b, command_text(command)->name);
	} else if ((near = sipcode_closest(c->lang, SIPCODE_CODES,
	                                   SIPCODE_F_PHRASE, s, strlen(s)))) {
		row_code(&b, near);
	} else if ((near = sipcode_closest(c->lang, SIPCODE_SIGHTINGS,
	                                   SIPCODE_F_PHRASE, s, strlen(s)))) {
		strbuf_add(&b, sipcode_text(near, SIPCODE_F_PHRASE, 0));
	}
	if (b.len > 0)
		context_note(c, "did you mean", b.s, b.len);
	strbuf_free(&b);
}

/* Is it, by its front, a code in one of its forms, rather than a phrase? */
static int is_form(struct context *c, const char *s)
{
	const struct sipcode_row *row;

	if (char_is_digit(*s) || strncasecmp(s, "SIP/2.0 ", 8) == 0 ||
	    *s == '\0')
		return 1;
	for (size_t i = 0; (row = sipcode_row(c->lang, SIPCODE_DISGUISES, i));
	     i++)
		if (undisguise(row, s) != 0)
			return 1;
	return 0;
}

/* n operands with a blank between them, in memory that lives as long as the
 * items do: all operands together take no more. */
static const char *join(struct context *c, struct found *f, size_t from,
                        size_t n)
{
	size_t room = 0;
	char *s;

	for (size_t i = 0; f->joined == NULL && i < c->operands; i++)
		room += strlen(c->operand[i]) + 1;
	if (f->joined == NULL)
		f->joined = memory_get(room);
	s = f->joined + f->joined_len;
	for (size_t i = from; i < from + n; i++) {
		size_t len = strlen(c->operand[i]);

		memcpy(f->joined + f->joined_len, c->operand[i], len);
		f->joined_len += len + 1;
		f->joined[f->joined_len - 1] = i + 1 < from + n ? ' ' : '\0';
	}
	return s;
}

/* Words from here on: a phrase together, or each a phrase for itself.
 * Returns how many were taken. */
static size_t read_words(struct context *c, struct found *f, size_t from)
{
	size_t end = from + 1, before = f->list.items, alone = 0;
	int status = f->status;
	const char *together;

	while (end < c->operands && !is_form(c, c->operand[end]))
		end++;
	together = join(c, f, from, end - from);
	if (read_phrase(c, f, together))
		return end - from;
	while (end - from > 1 && from + alone < end &&
	       read_phrase(c, f, c->operand[from + alone]))
		alone++;
	if (from + alone == end)
		return end - from;
	f->list.items = before;
	f->status = status;
	found_miss(c, f, "no such code or phrase", together);
	suggest_phrase(c, together);
	return end - from;
}

void operand_codes(struct context *c, struct found *f)
{
	for (size_t i = 0; i < c->operands;) {
		const char *s = c->operand[i];

		if (*s == '\0') {
			f->status = context_misuse(c, "empty operand", s);
			i++;
		} else if (read_class(c, f, s) || read_plain(c, f, s) ||
		           read_disguised(c, f, s)) {
			i++;
		} else {
			i += read_words(c, f, i);
		}
	}
}
