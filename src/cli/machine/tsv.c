/* tsv.c - cells of tab-separated values. */
#include "machine/tsv.h"

#include <string.h>

#include "io/strbuf.h"
#include "words/row.h"

void tsv_text(struct out *o, const char *s, size_t n)
{
	size_t from = 0;

	for (size_t i = 0; i < n; i++) {
		const char *escape = s[i] == '\t'   ? "\\t"
		                     : s[i] == '\n' ? "\\n"
		                     : s[i] == '\r' ? "\\r"
		                     : s[i] == '\\' ? "\\\\"
		                                    : NULL;

		if (escape == NULL)
			continue;
		out_bytes(o, s + from, i - from);
		out_bytes(o, escape, 2);
		from = i + 1;
	}
	out_bytes(o, s + from, n - from);
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
			out_str(o, strbuf_text(&title));
			strbuf_free(&title);
		} else {
			tsv_str(o, sipcode_text(row, field, i));
		}
	}
}
