/* wrap.c - breaks text at blanks and counts columns, not bytes. */
#include "layout/wrap.h"

#include <string.h>

#include "utf8.h"

/* The length of s[0..n) up to the first blank. */
static size_t word_length(const char *s, size_t n)
{
	const char *blank = memchr(s, ' ', n);

	return blank == NULL ? n : (size_t)(blank - s);
}

/* As many bytes as fill the columns, one character at least. */
static size_t fitting(const char *s, size_t n, size_t columns)
{
	size_t i = 0;

	while (i < n) {
		uint32_t cp;
		size_t len = utf8_decode(s + i, n - i, &cp);

		len += len == 0;
		if (i > 0 && utf8_columns(s, i + len) > columns)
			break;
		i += len;
	}
	return i;
}

const char *wrap_next(struct wrap *w, size_t *len)
{
	const char *s = w->text;
	size_t n = w->left, end = 0, columns = 0;

	if (n == 0)
		return NULL;
	if (w->width == 0) {
		w->text += n;
		w->left = 0;
		*len = n;
		return s;
	}
	while (end < n) {
		size_t next = word_length(s + end, n - end);
		size_t more = utf8_columns(s + end, next);

		if (columns + more > w->width)
			break;
		end += next;
		columns += more + 1;
		if (end < n)
			end++;
	}
	if (end == 0)
		end = fitting(s, word_length(s, n), w->width);
	w->text = s + end;
	w->left = n - end;
	while (end > 0 && s[end - 1] == ' ')
		end--;
	*len = end;
	return s;
}

/* Writes s[0..n), which is in the present link: a piece of it, or all. */
static void write_linked(struct out *o, struct wrap *w, const char *s, size_t n)
{
	const struct link *l = &w->link;
	char url[LINK_URL];

	if (s == l->from)
		w->id = s + n < l->to ? ++o->links : 0;
	link_url(l, url);
	out_link(o, w->id, url);
	out_bytes(o, s, n);
	out_link(o, 0, "");
}

void wrap_write(struct out *o, struct wrap *w, const char *line, size_t len)
{
	const char *end = line + len;

	if (o->section == NULL) {
		out_bytes(o, line, len);
		return;
	}
	if (w->link.begin == NULL) {
		size_t all = (size_t)(w->text - line) + w->left;
		size_t from = o->outside < all ? o->outside : all;

		link_begin(&w->link, line + from, all - from, o->section);
		o->outside = 0;
	}
	while (line < end) {
		struct link *l = &w->link;
		const char *to;

		while (l->to <= line && l->from < l->end)
			link_next(l);
		to = l->from > line ? l->from : l->to;
		if (to > end)
			to = end;
		if (l->from > line)
			out_bytes(o, line, (size_t)(to - line));
		else
			write_linked(o, w, line, (size_t)(to - line));
		line = to;
	}
}
