/* say.c - what the data say, in the language of a page. */
#include <string.h>

#include "io/arena.h"
#include "chars.h"
#include "manual/page.h"

const char *page_label(const struct page *p, enum label label)
{
	return p->m->label[label].text[p->lang];
}

const char *page_fill(const struct page *p, enum label label, const char *one,
                      const char *two)
{
	const char *s = page_label(p, label), *filled = "";

	for (const char *at; (at = strchr(s, '%')) != NULL; s = at + 2)
		filled = arena_print("%s%.*s%s", filled, (int)(at - s), s,
		                     at[1] == '1' ? one : two);
	return arena_print("%s%s", filled, s);
}

size_t page_len(const struct page *p, const struct entry *e,
                enum sipcode_field field)
{
	return entry_cell(e, p->lang, field)->values;
}

const char *page_nth(const struct page *p, const struct entry *e,
                     enum sipcode_field field, size_t i)
{
	const struct cell *c = entry_cell(e, p->lang, field);

	return i < c->values ? c->value[i].text : "";
}

const char *page_text(const struct page *p, const struct entry *e,
                      enum sipcode_field field)
{
	return page_nth(p, e, field, 0);
}

const struct entry *page_link(const struct page *p, const struct entry *e,
                              enum sipcode_field field, size_t i)
{
	return entry_cell(e, p->lang, field)->value[i].link;
}

unsigned long page_number(const struct page *p, const struct entry *e,
                          enum sipcode_field field)
{
	return entry_cell(e, p->lang, field)->value[0].number;
}

int page_is(const struct page *p, const struct entry *e,
            enum sipcode_field field, const char *word)
{
	return strcmp(page_text(p, e, field), word) == 0;
}

const char *page_word(const struct page *p, const char *prefix,
                      const char *word)
{
	char *name = arena_print("%s_%s", prefix, word);
	const struct term *t;

	for (char *s = name; *s != '\0'; s++)
		if (*s == '-')
			*s = '_';
	t = model_label(p->m, name);
	return t == NULL ? word : t->text[p->lang];
}

const char *page_join(const char *one, const char *between, const char *two)
{
	if (*one == '\0' || *two == '\0')
		return *one == '\0' ? two : one;
	return arena_print("%s%s%s", one, between, two);
}

const char *page_list(const struct page *p, const struct entry *e,
                      enum sipcode_field field)
{
	const char *list = "";

	for (size_t i = 0; i < page_len(p, e, field); i++) {
		const struct entry *link = page_link(p, e, field, i);

		list = page_join(list, ", ",
		                 link != NULL ? link->key
		                              : page_nth(p, e, field, i));
	}
	return list;
}

const char *page_titles(const struct page *p, const struct entry *e,
                        enum sipcode_field field)
{
	const char *list = "";

	for (size_t i = 0; i < page_len(p, e, field); i++) {
		const struct entry *code = page_link(p, e, field, i);

		list = page_join(
			list, ", ",
			arena_print("%s %s", code->key,
		                    page_text(p, code, SIPCODE_F_PHRASE)));
	}
	return list;
}

/* The length of "RFC 3261 section " in "RFC 3261 section 21.4.16"; 0 for
 * sources of another kind. */
static size_t page_document(const char *source, const char *section)
{
	size_t n = 4, word = strlen(section);

	if (strncmp(source, "RFC ", 4) != 0)
		return 0;
	while (char_is_digit(source[n]))
		n++;
	if (source[n] != ' ' || strncmp(source + n + 1, section, word) != 0 ||
	    source[n + 1 + word] != ' ')
		return 0;
	return n + word + 2;
}

const char *page_documents(const struct page *p, const struct entry *e,
                           enum sipcode_field field)
{
	const char *section = page_label(p, LABEL_section);
	const char *list = "", *before = "";

	for (size_t i = 0; i < page_len(p, e, field); i++) {
		const char *s = page_nth(p, e, field, i);
		size_t n = page_document(s, section);
		int same = n > 0 && strncmp(s, before, n) == 0;

		list = page_join(list, ", ", same ? s + n : s);
		before = s;
	}
	return list;
}

const char *page_proved(const struct page *p, const char *text,
                        const struct entry *e, enum sipcode_field sources)
{
	const char *s = page_documents(p, e, sources);

	return *s == '\0' ? text : arena_print("%s [%s]", text, s);
}

const char *page_doubted(const struct page *p, const char *text,
                         const struct entry *e)
{
	return page_len(p, e, SIPCODE_F_UNCONFIRMED) == 0
	               ? text
	               : page_join(text, " ", page_label(p, LABEL_unconfirmed));
}
