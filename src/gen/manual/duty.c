/* duty.c - duties in words: of a code, and of a header field. */
#include "manual/duty.h"

#include <string.h>

#include "io/arena.h"
#include "len.h"

/* The level of a duty, "" if it has none; one that is no longer in force is of
 * the last row, whatever its level was. */
static const struct {
	const char *level;
	int in_force;
	enum label carries, is_in;
} levels[] = {
	{ "MUST", 1, LABEL_must_carry, LABEL_must_be },
	{ "SHOULD", 1, LABEL_should_carry, LABEL_should_be },
	{ "MAY", 1, LABEL_may_carry, LABEL_may_be },
	{ "", 1, LABEL_carries, LABEL_is_in },
	{ NULL, 0, LABEL_once_carried, LABEL_once_be },
};

static int is_of_level(const struct page *p, const struct entry *duty,
                       size_t level)
{
	int in_force = page_len(p, duty, SIPCODE_F_OBSOLETE) == 0;

	return in_force == levels[level].in_force &&
	       (!in_force ||
	        page_is(p, duty, SIPCODE_F_LEVEL, levels[level].level));
}

/* Is it told with the code: does it speak of this code alone, or is it a MUST
 * of its class?  Those of every response (Via, From) would bury it. */
static int is_told_with_code(const struct page *p, const struct entry *duty)
{
	unsigned long first = page_number(p, duty, SIPCODE_F_FIRST);
	unsigned long last = page_number(p, duty, SIPCODE_F_LAST);

	return first == last || (first / 100 == last / 100 &&
	                         page_is(p, duty, SIPCODE_F_LEVEL, "MUST"));
}

static int is_conditional(const struct page *p, const struct entry *duty)
{
	return page_len(p, duty, SIPCODE_F_IF) > 0;
}

/* "HEAD (INVITE)". */
static const char *with_methods(const struct page *p, const char *head,
                                const struct entry *duty)
{
	const char *methods = page_list(p, duty, SIPCODE_F_METHOD);

	return *methods == '\0' ? head : arena_print("%s (%s)", head, methods);
}

/* "HEAD (INVITE), if the trouble will pass: seconds to wait [SOURCES]". */
static const char *tell_carried(const struct page *p, const char *head,
                                const struct entry *duty)
{
	const char *condition = page_text(p, duty, SIPCODE_F_CONDITION);

	head = page_join(with_methods(p, head, duty), ", ", condition);
	head = page_join(head, ": ", page_text(p, duty, SIPCODE_F_NOTE));
	return page_proved(p, head, duty, SIPCODE_F_SOURCE);
}

/* "one of A, B". */
static const char *fields_of(const struct page *p, const struct entry *duty)
{
	const char *header = page_text(p, duty, SIPCODE_F_HEADER);

	if (page_len(p, duty, SIPCODE_F_ALTERNATIVE) == 0)
		return header;
	return arena_print("%s %s, %s", page_label(p, LABEL_one_of), header,
	                   page_list(p, duty, SIPCODE_F_ALTERNATIVE));
}

void duty_facts_of_code(struct page *p, const struct entry *code)
{
	size_t n = page_len(p, code, SIPCODE_F_DUTIES);

	for (size_t k = 0; k < 2 * LEN(levels); k++) {
		for (size_t i = 0; i < n; i++) {
			const struct entry *duty =
				page_link(p, code, SIPCODE_F_DUTIES, i);

			if (is_told_with_code(p, duty) &&
			    is_of_level(p, duty, k / 2) &&
			    is_conditional(p, duty) == (int)(k % 2))
				page_item(p,
				          page_label(p, levels[k / 2].carries),
				          tell_carried(p, fields_of(p, duty),
				                       duty));
		}
	}
}

/* "101-199". */
static const char *range_of(const struct page *p, const struct entry *duty)
{
	unsigned long first = page_number(p, duty, SIPCODE_F_FIRST);
	unsigned long last = page_number(p, duty, SIPCODE_F_LAST);

	return first == last ? arena_print("%lu", first)
	                     : arena_print("%lu-%lu", first, last);
}

void duty_facts_of_header(struct page *p, const struct entry *header)
{
	size_t n = page_len(p, header, SIPCODE_F_DUTIES);

	for (size_t k = 0; k < LEN(levels); k++) {
		const char *name = page_label(p, levels[k].is_in);
		const char *named = "", *before = "";

		for (size_t i = 0; i < n; i++) {
			const struct entry *duty =
				page_link(p, header, SIPCODE_F_DUTIES, i);
			const char *range = range_of(p, duty);

			if (!is_of_level(p, duty, k))
				continue;
			if (!is_told_with_code(p, duty)) {
				page_item(p, name,
				          tell_carried(p, range, duty));
				continue;
			}
			range = with_methods(p, range, duty);
			if (strcmp(range, before) != 0)
				named = page_join(named, ", ", range);
			before = range;
		}
		if (*named != '\0')
			page_item(p, name, named);
	}
}
