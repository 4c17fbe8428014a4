/* rules.c - tells a response from what only looks like one. */
#include "scan/rules.h"

#include "chars.h"
#include "scan/phrase.h"

static size_t pass_blanks(const struct look *t, size_t at, size_t to)
{
	while (at < to && char_is_blank(t->s[at]))
		at++;
	return at;
}

/* Does a bar end the line s[from..to)? */
static int ends_with_bar(const struct look *t, size_t from, size_t to)
{
	while (to > from && char_is_blank(t->s[to - 1]))
		to--;
	return (to > from && t->s[to - 1] == '|') ||
	       (to > from + 2 && phrase_is_bar(t, to - 3));
}

/* How many cells between bars hold a letter or digit. */
static unsigned cells_with_text(const struct look *t, size_t from, size_t to)
{
	unsigned cells = 0;
	int text = 0;

	for (; from < to; from++) {
		if (phrase_is_bar(t, from))
			text = 0;
		else if (!text && (char_is_letter(t->s[from]) ||
		                   char_is_digit(t->s[from])))
			cells += text = 1;
	}
	return cells;
}

/* "|  SIP/2.0 401 Unauthorized  |   |": a table has text in other cells, too.
 * A line that is longer than the reach is none of both.  Its end, which is
 * nearer, is looked at first. */
static int is_of_ladder(const struct look *t, size_t start, size_t end)
{
	size_t from, to, first;

	if (start == 0 || t->s[start - 1] == '\n')
		return 0;
	to = look_end(t, end);
	if (to - end >= LOOK_REACH || !ends_with_bar(t, start, to))
		return 0;
	from = look_front(t, start);
	first = pass_blanks(t, from, start);
	return start - from < LOOK_REACH && first < start &&
	       phrase_is_bar(t, first) && cells_with_text(t, from, to) < 2;
}

int rules_is_drawn(const struct look *t, size_t start, size_t end)
{
	size_t to = end + 2 < t->n ? end + 2 : t->n;

	return look_within(t, start, to, ".*", 2) != NOWHERE ||
	       is_of_ladder(t, start, end);
}

/* How far before "Status:" the column of the protocol may stand. */
enum { COLUMNS_MAX = 256 };

int rules_is_of_tshark(const struct look *t, size_t start)
{
	size_t least = start > COLUMNS_MAX ? start - COLUMNS_MAX : 0;
	size_t from = start;

	while (from > least) {
		char c = t->s[from - 1];

		if (!char_is_upper(c) && !char_is_digit(c) &&
		    !char_in(c, " \t/<>\","))
			return 0;
		from--;
		if (look_at(t, from, "SIP") &&
		    (from == 0 || char_in(t->s[from - 1], " \t\n\r<\",/")))
			return 1;
	}
	return 0;
}

int rules_is_of_cseq(const struct look *t, size_t start)
{
	while (start > 0 && char_in(t->s[start - 1], " \t\"\\:{"))
		start--;
	return look_back(t, start, "cseq", 4) != NOWHERE;
}
