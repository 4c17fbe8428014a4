/* page.c - sections, paragraphs and lists in mdoc. */
#include "manual/page.h"

#include <string.h>

#include "io/arena.h"
#include "manual/roff.h"
#include "utf8.h"

void page_section(struct page *p, const char *title)
{
	roff_macro(p->out, "Sh", title);
	p->begun = 1;
}

void page_part(struct page *p, const char *title)
{
	roff_macro(p->out, "Ss", title);
	p->begun = 1;
}

/* A blank line, but not below the title of a section, which has one. */
static void space(struct page *p)
{
	if (!p->begun)
		fputs(".Pp\n", p->out);
	p->begun = 0;
}

void page_paragraph(struct page *p, const char *text)
{
	if (*text == '\0')
		return;
	space(p);
	roff_line(p->out, text);
}

void page_heading(struct page *p, const char *text)
{
	space(p);
	roff_macro(p->out, "Sy", text);
}

void page_begin_bullets(struct page *p)
{
	p->list = ".Bl -bullet -compact\n";
}

void page_begin_facts(struct page *p)
{
	p->list = ".Bl -tag -width 14n -compact\n";
}

void page_begin_items(struct page *p)
{
	p->list = ".Bl -tag -width Ds\n";
}

/* Before an item: the list that it is the first of. */
static void begin_list(struct page *p)
{
	if (p->list != NULL)
		fputs(p->list, p->out);
	p->list = NULL;
	p->begun = 0;
}

void page_bullet(struct page *p, const char *text)
{
	begin_list(p);
	fputs(".It\n", p->out);
	roff_line(p->out, text);
}

void page_begin_table(struct page *p)
{
	fputs(".Bd -literal\n", p->out);
	p->begun = 0;
}

void page_row(struct page *p, const char *const *cell, const size_t *width,
              size_t n)
{
	const char *row = "";

	for (size_t i = 0; i < n; i++) {
		size_t used = utf8_columns(cell[i], strlen(cell[i]));
		size_t blanks = used < width[i] ? width[i] - used : 0;

		/* The last one ends the line. */
		row = arena_print("%s%s%*s", row, cell[i],
		                  i + 1 < n ? (int)blanks + 2 : 0, "");
	}
	roff_row(p->out, row);
}

void page_end_table(struct page *p)
{
	fputs(".Ed\n", p->out);
}

void page_item(struct page *p, const char *name, const char *text)
{
	begin_list(p);
	roff_macro(p->out, "It Sy", name);
	roff_line(p->out, text);
}

void page_end_list(struct page *p)
{
	if (p->list == NULL)
		fputs(".El\n", p->out);
	p->list = NULL;
}

void page_plain_bullets(struct page *p, const struct entry *e,
                        enum sipcode_field field)
{
	page_begin_bullets(p);
	for (size_t i = 0; i < page_len(p, e, field); i++)
		page_bullet(p, page_nth(p, e, field, i));
	page_end_list(p);
}

void page_bullets(struct page *p, const struct entry *e,
                  enum sipcode_field field, enum label heading)
{
	if (page_len(p, e, field) == 0)
		return;
	page_heading(p, page_label(p, heading));
	page_plain_bullets(p, e, field);
}

void page_paragraphs(struct page *p, const struct entry *e,
                     enum sipcode_field field, enum label heading)
{
	size_t n = page_len(p, e, field);

	if (n == 0)
		return;
	page_heading(p, page_label(p, heading));
	for (size_t i = 0; i < n; i++)
		if (i == 0) {
			fputs(".br\n", p->out);
			roff_line(p->out, page_nth(p, e, field, i));
		} else {
			page_paragraph(p, page_nth(p, e, field, i));
		}
}
