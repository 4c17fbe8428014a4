/* mapping.c - the sides of a mapping between status codes and causes. */
#include "words/mapping.h"

#include <string.h>

#include "words/label.h"
#include "words/row.h"

int mapping_goes(const struct sipcode_row *mapping, const char *direction)
{
	return row_is(mapping, SIPCODE_F_DIRECTION, direction);
}

/* What is mapped where it is not one code: "any other", "3xx not listed". */
static void add_other(struct strbuf *b, const struct sipcode_row *m, size_t i)
{
	const char *other = sipcode_text(m, SIPCODE_F_OTHER, i);

	strbuf_add(b, i > 0 ? ", " : "");
	/* "3xx" and the like are said as they are, too. */
	if (other[1] == 'x') {
		strbuf_add(b, other);
		strbuf_add(b, " ");
	}
	strbuf_add(b, label_of_nth(m, SIPCODE_F_OTHER, i));
}

void mapping_code(struct strbuf *b, const struct sipcode_row *mapping)
{
	size_t others = sipcode_len(mapping, SIPCODE_F_OTHER);

	row_codes(b, mapping, SIPCODE_F_CODE);
	if (sipcode_len(mapping, SIPCODE_F_CODE) > 0)
		return;
	if (others == 0)
		strbuf_add(b, label_text(sipcode_row_lang(mapping),
		                         LABEL_no_code));
	for (size_t i = 0; i < others; i++)
		add_other(b, mapping, i);
}

void mapping_cause(struct strbuf *b, const struct sipcode_row *mapping)
{
	const struct sipcode_row *cause =
		sipcode_link(mapping, SIPCODE_F_CAUSE, 0);
	int lang = sipcode_row_lang(mapping);

	if (cause != NULL)
		row_cause(b, cause);
	else if (sipcode_len(mapping, SIPCODE_F_NAME) > 0)
		strbuf_add(b, sipcode_text(mapping, SIPCODE_F_NAME, 0));
	else if (sipcode_len(mapping, SIPCODE_F_CODE) > 0 &&
	         row_is(mapping, SIPCODE_F_OTHER, "any"))
		strbuf_add(b, label_text(lang, LABEL_every_cause));
	else if (sipcode_len(mapping, SIPCODE_F_CODE) > 0 &&
	         sipcode_len(mapping, SIPCODE_F_OTHER) > 0 &&
	         mapping_goes(mapping, "to-sip"))
		add_other(b, mapping, 0);
	else
		strbuf_add(b, label_text(lang, LABEL_no_cause));
}

int mapping_is_location(const struct sipcode_row *condition)
{
	static const char location[] = "location-";

	return strncmp(sipcode_text(condition, SIPCODE_F_ID, 0), location,
	               sizeof(location) - 1) == 0;
}
