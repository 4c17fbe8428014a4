/* query.c - the forms in which a code is met. */
#include "query.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cmdline.h"
#include "layout.h"
#include "len.h"
#include "number.h"
#include "words.h"

enum { SAME_PHRASE_MAX = 8 };

void query_start(struct query *q)
{
	q->item = q->few;
	q->items = 0;
	q->room = LEN(q->few);
	q->status = STATUS_FOUND;
}

void query_add(struct query *q, struct item item)
{
	if (q->items == q->room) {
		size_t bytes = q->room * sizeof(item);
		struct item *more = malloc(2 * bytes);

		if (more == NULL) {
			q->status = STATUS_TROUBLE;
			return;
		}
		memcpy(more, q->item, bytes);
		query_free(q);
		q->item = more;
		q->room *= 2;
	}
	q->item[q->items++] = item;
}

void query_free(struct query *q)
{
	if (q->item != q->few)
		free(q->item);
}

void query_missing(struct cli *c, struct query *q, const char *message,
                   const char *operand)
{
	cli_note(c, message, operand, strlen(operand));
	if (q->status < STATUS_MISSING)
		q->status = STATUS_MISSING;
}

static int is_code(const char *s)
{
	return s[0] >= '1' && s[0] <= '6' && s[1] >= '0' && s[1] <= '9' &&
	       s[2] >= '0' && s[2] <= '9';
}

/* What products mean by a number that is no code; 0 if nothing is known. */
static size_t add_known(struct cli *c, struct query *q, unsigned long n,
                        const char *operand)
{
	struct item item = { NULL, NULL, n, operand };
	size_t before = q->items;

	for (size_t i = 0;
	     (item.row = sipcode_row(c->lang, SIPCODE_NUMBERS, i)); i++)
		if (n >= sipcode_number(item.row, SIPCODE_F_FIRST, 0) &&
		    n <= sipcode_number(item.row, SIPCODE_F_LAST, 0))
			query_add(q, item);
	return q->items - before;
}

static void add_number(struct cli *c, struct query *q, unsigned long code,
                       const struct sipcode_row *disguise, const char *operand)
{
	struct item item = { sipcode_code(c->lang, code), disguise, code,
		             operand };

	if (item.row == NULL && disguise == NULL &&
	    add_known(c, q, code, operand) > 0) {
		query_missing(c, q, "no such code", operand);
		return;
	}
	query_add(q, item);
	if (item.row == NULL)
		query_missing(c, q, "no such code", operand);
}

/* "421", "421 Extension Required", "SIP/2.0 421 ...", "4xx". */
static int plain_form(struct cli *c, struct query *q, const char *s)
{
	const char *operand = s;

	if (s[0] >= '1' && s[0] <= '6' && (s[1] | ' ') == 'x' &&
	    (s[2] | ' ') == 'x' && s[3] == '\0') {
		struct item item = { NULL, NULL, 0, s };

		item.row = sipcode_class(c->lang,
		                         (unsigned long)(s[0] - '0') * 100);
		query_add(q, item);
		return 1;
	}
	if ((s[0] | ' ') == 's' && strncasecmp(s, "SIP/2.0 ", 8) == 0)
		s += 7 + strspn(s + 7, " ");
	if (!is_code(s) || (s[3] != '\0' && s[3] != ' ' && s[3] != '\r'))
		return 0;
	add_number(c, q,
	           (unsigned long)((s[0] - '0') * 100 + (s[1] - '0') * 10 +
	                           s[2] - '0'),
	           NULL, operand);
	return 1;
}

/* The code behind a disguise; 0 if it is none of this product. */
static unsigned long undisguise(const struct sipcode_row *d, const char *s)
{
	const char *prefix = sipcode_text(d, SIPCODE_F_PREFIX, 0);
	unsigned long offset = sipcode_number(d, SIPCODE_F_OFFSET, 0), n;

	if (*prefix != '\0') {
		size_t len = strlen(prefix);

		if (strncasecmp(s, prefix, len) != 0 || !is_code(s + len) ||
		    s[len + 3] != '\0')
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
static int other_form(struct cli *c, struct query *q, const char *s)
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
		add_number(c, q, code, row, s);
		known = 1;
	}
	if (known || n == 0 || s[0] == '0')
		return known;
	known = add_known(c, q, n, s) > 0;
	/* Three digits claim to be a status code; more do not. */
	if (known && n < 1000)
		query_missing(c, q, "not a SIP status code", s);
	return known;
}

/* The one registered code whose own phrase it is; NULL if there is none, or
 * more than one ("Not Acceptable"). */
static const struct sipcode_row *registered(const struct sipcode_row **row,
                                            size_t n, const char *s)
{
	const struct sipcode_row *found = NULL;

	for (size_t i = 0; i < n; i++) {
		if (row_is(row[i], SIPCODE_F_STATUS, "unregistered") ||
		    strcasecmp(sipcode_text(row[i], SIPCODE_F_PHRASE, 0), s) !=
		            0)
			continue;
		if (found != NULL)
			return NULL;
		found = row[i];
	}
	return found;
}

static void ambiguous(struct cli *c, struct query *q,
                      const struct sipcode_row **row, size_t n, const char *s)
{
	struct line l;

	line_start(&l);
	line_add(&l, "ambiguous (");
	for (size_t i = 0; i < n; i++) {
		line_add(&l, i > 0 ? ", " : "");
		line_number(&l, sipcode_number(row[i], SIPCODE_F_CODE, 0));
	}
	line_add(&l, ")");
	query_missing(c, q, l.s, s);
}

/* Phrases of any code, and names of numbers that are no codes. */
static int other_phrase(struct cli *c, struct query *q, const char *s)
{
	struct item item = { NULL, NULL, 0, s };
	size_t before = q->items;

	if (sipcode_sightings(c->lang, 0, s, strlen(s), &item.row, 1) > 0)
		query_add(q, item);
	for (size_t i = 0;
	     (item.row = sipcode_row(c->lang, SIPCODE_NUMBERS, i)); i++)
		if (strcasecmp(sipcode_text(item.row, SIPCODE_F_NAME, 0), s) ==
		    0)
			query_add(q, item);
	return q->items > before;
}

/* A phrase.  Two codes of one phrase are named, not guessed between. */
static int phrase(struct cli *c, struct query *q, const char *s)
{
	const struct sipcode_row *row[SAME_PHRASE_MAX];
	size_t n =
		sipcode_by_phrase(c->lang, s, strlen(s), row, SAME_PHRASE_MAX);
	struct item item = { NULL, NULL, 0, s };

	if (n == 0)
		return other_phrase(c, q, s);
	n = n > SAME_PHRASE_MAX ? SAME_PHRASE_MAX : n;
	item.row = n == 1 ? row[0] : registered(row, n, s);
	if (item.row != NULL)
		query_add(q, item);
	else
		ambiguous(c, q, row, n, s);
	return 1;
}

static void suggest(struct cli *c, const char *s)
{
	const struct sipcode_row *near;
	size_t n = strlen(s);
	struct line l;

	line_start(&l);
	for (int i = 0; i < COMMANDS; i++) {
		const char *name = command_name(i);

		if (n > 2 && sipcode_distance(s, strcspn(s, " "), name,
		                              strlen(name)) == 1) {
			line_add(&l, "sipcode ");
			line_add(&l, name);
			cli_note(c, "did you mean", l.s, l.len);
			return;
		}
	}
	near = sipcode_closest(c->lang, SIPCODE_CODES, SIPCODE_F_PHRASE, s, n);
	if (near == NULL)
		near = sipcode_closest(c->lang, SIPCODE_SIGHTINGS,
		                       SIPCODE_F_PHRASE, s, n);
	if (near == NULL)
		return;
	if (sipcode_row_set(near) == SIPCODE_CODES) {
		line_number(&l, sipcode_number(near, SIPCODE_F_CODE, 0));
		line_add(&l, " ");
	}
	line_add(&l, sipcode_text(near, SIPCODE_F_PHRASE, 0));
	cli_note(c, "did you mean", l.s, l.len);
}

/* Does it begin as a code does in one of its forms, rather than a phrase? */
static int is_form(const char *s)
{
	return (*s >= '0' && *s <= '9') || strncasecmp(s, "SIP/2.0 ", 8) == 0 ||
	       strncasecmp(s, "sip:", 4) == 0 || *s == '\0';
}

/* Words from here on: a phrase together, or each a phrase for itself.
 * Returns how many were taken. */
static size_t words(struct cli *c, struct query *q, size_t from)
{
	size_t end = from, before = q->items;
	int status = q->status;
	struct line l;

	do
		end++;
	while (end < c->operands && !is_form(c->operand[end]));
	line_words(&l, c->operand, from, end);
	if (phrase(c, q, l.s))
		return end - from;
	for (size_t i = from; end - from > 1 && i < end; i++) {
		if (phrase(c, q, c->operand[i])) {
			if (i + 1 == end)
				return end - from;
			continue;
		}
		break;
	}
	q->items = before;
	q->status = status;
	query_missing(c, q, "no such code or phrase", l.s);
	suggest(c, l.s);
	return end - from;
}

void query_codes(struct cli *c, struct query *q)
{
	query_start(q);
	for (size_t i = 0; i < c->operands;) {
		const char *s = c->operand[i];

		if (*s == '\0') {
			q->status = cli_misuse(c, "empty operand", s);
			i++;
		} else if (plain_form(c, q, s) || other_form(c, q, s)) {
			i++;
		} else {
			i += words(c, q, i);
		}
	}
}
