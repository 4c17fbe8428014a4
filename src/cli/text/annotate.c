/* annotate.c - a log as it is, with the meanings of its responses added.
 *
 * In a pipe not a byte of the log is changed, lost or moved; what is added is
 * "  # 486 Busy Here: ..." before the end of the line, or a line of its own
 * above or below.  On a terminal control bytes are made visible. */
#include <string.h>

#include "answer/meaning.h"
#include "text/text.h"

/* The bytes of a line without its end; tabs stay, a terminal knows them. */
static void copy_visibly(struct out *o, const char *s, size_t n)
{
	while (n > 0) {
		const char *tab = memchr(s, '\t', n);
		size_t len = tab == NULL ? n : (size_t)(tab - s);

		out_escaped(o, s, len);
		if (tab == NULL)
			return;
		out_char(o, '\t');
		s += len + 1;
		n -= len + 1;
	}
}

void text_copied(struct out *o, const char *s, size_t n)
{
	if (!o->terminal) {
		out_bytes(o, s, n);
		return;
	}
	while (n > 0) {
		const char *eol = memchr(s, '\n', n);
		size_t len = eol == NULL ? n : (size_t)(eol - s);
		size_t cr = eol != NULL && len > 0 && s[len - 1] == '\r';

		copy_visibly(o, s, len - cr);
		if (eol == NULL)
			return;
		out_char(o, '\n');
		s += len + 1;
		n -= len + 1;
	}
}

/* "# 486 Busy Here: Normal. Busy, or the call was rejected. ...". */
static void write_meaning(struct out *o, const struct meaning *m)
{
	out_style(o, text_style(m->code));
	out_bytes(o, "# ", 2);
	out_number(o, m->code);
	out_char(o, ' ');
	if (m->row != NULL) {
		out_str(o, sipcode_text(m->row, SIPCODE_F_PHRASE, 0));
		out_str(o, ": ");
	}
	out_str(o, m->text);
	out_style(o, STYLE_PLAIN);
}

/* Below a line; a last one that does not end gets no end behind it. */
static void write_below(struct out *o, const struct meaning *m, int ended)
{
	if (!ended)
		out_char(o, '\n');
	write_meaning(o, m);
	if (ended)
		out_char(o, '\n');
}

void text_annotated(struct out *o, const struct meaning *m, const char *s,
                    size_t n)
{
	size_t end = n;

	if (m->place == PLACE_ABOVE) {
		write_meaning(o, m);
		out_char(o, '\n');
	}
	if (m->unfinished) {
		text_copied(o, s, n);
		return;
	}
	if (end > 0 && s[end - 1] == '\n')
		end--;
	while (end > 0 && s[end - 1] == '\r')
		end--;
	text_copied(o, s, end);
	if (m->place == PLACE_END) {
		out_bytes(o, "  ", 2);
		write_meaning(o, m);
	}
	text_copied(o, s + end, n - end);
	if (m->place == PLACE_BELOW)
		write_below(o, m, end < n);
}
