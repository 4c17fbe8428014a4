/* tsv.c - cells of tab-separated values. */
#include "machine/tsv.h"

#include <string.h>

#include "io/strbuf.h"
#include "words/row.h"

/* What stands for s[0] in a cell; NULL: itself.  `many`: the cell has several
 * values. */
static const char *escape_of(const char *s, size_t n, int many)
{
	switch (*s) {
	case '\t':
		return "\\t";
	case '\n':
		return "\\n";
	case '\r':
		return "\\r";
	case '\\':
		return "\\\\";
	case ';':
		return many && n > 1 && s[1] == ' ' ? "\\;" : NULL;
	default:
		return NULL;
	}
}

static void write_value(struct out *o, const char *s, size_t n, int many)
{
	size_t from = 0;

	for (size_t i = 0; i < n; i++) {
		const char *escape = escape_of(s + i, n - i, many);

		if (escape == NULL)
			continue;
		out_bytes(o, s + from, i - from);
		out_bytes(o, escape, 2);
		from = i + 1;
	}
	out_bytes(o, s + from, n - from);
}

void tsv_text(struct out *o, const char *s, size_t n)
{
	write_value(o, s, n, 0);
}

void tsv_str(struct out *o, const char *s)
{
	tsv_text(o, s, strlen(s));
}

void tsv_cell(struct out *o, const struct sipcode_row *row,
              enum sipcode_field field)
{
	struct sipcode_column c =
		sipcode_column_of(sipcode_row_set(row), field);

	for (size_t i = 0; i < sipcode_len(row, field); i++) {
		out_str(o, i > 0 ? "; " : "");
		if (c.type == SIPCODE_T_NUMBER) {
			out_number(o, sipcode_number(row, field, i));
		} else if (c.type == SIPCODE_T_LINK) {
			struct strbuf title = { 0 };

			row_title(&title, sipcode_link(row, field, i));
			write_value(o, strbuf_text(&title), title.len, c.many);
			strbuf_free(&title);
		} else {
			const char *s = sipcode_text(row, field, i);

			write_value(o, s, strlen(s), c.many);
		}
	}
}
