/* code.c - classes and codes. */
#include "manual/code.h"

#include <string.h>

#include "io/arena.h"
#include "len.h"
#include "manual/fact.h"

const char *code_title(const struct page *p, const struct entry *code)
{
	return arena_print("%s %s", code->key,
	                   page_text(p, code, SIPCODE_F_PHRASE));
}

/* "Normal.", "Fault." or "Depends.". */
static const char *verdict_of(const struct page *p, const struct entry *code)
{
	return page_word(p, "verdict", page_text(p, code, SIPCODE_F_NATURE));
}

/* The document that defines a code; "" of one that is not registered. */
static const char *origin_of(const struct page *p, const struct entry *code)
{
	const char *s = page_text(p, code, SIPCODE_F_REFERENCE);

	if (page_is(p, code, SIPCODE_F_STATUS, "unregistered") ||
	    strncmp(s, "RFC ", 4) != 0)
		return "";
	return arena_copy(s, 4 + strcspn(s + 4, " "));
}

void code_table(struct page *p)
{
	static const size_t width[] = { 43, 15, 0 };
	const struct set *codes = &p->m->set[SIPCODE_CODES];

	page_section(p, page_label(p, LABEL_manual_codes));
	page_begin_table(p);
	for (size_t i = 0; i < codes->entries; i++) {
		const struct entry *code = codes->entry[i];
		const char *const cell[] = { code_title(p, code),
			                     verdict_of(p, code),
			                     origin_of(p, code) };

		page_row(p, cell, width, LEN(cell));
	}
	page_end_table(p);
}

/* What a record about several codes is told with: the first of them. */
static int is_told_here(const struct page *p, const struct entry *note,
                        const struct entry *code)
{
	return page_link(p, note, SIPCODE_F_CODE, 0) == code;
}

/* What is meant or known at products, each with who says so. */
static void write_notes(struct page *p, const struct entry *code,
                        enum sipcode_field field, enum label heading)
{
	size_t n = page_len(p, code, field);

	if (n == 0)
		return;
	page_heading(p, page_label(p, heading));
	page_begin_bullets(p);
	for (size_t i = 0; i < n; i++) {
		const struct entry *note = page_link(p, code, field, i);
		const char *product = page_text(p, note, SIPCODE_F_PRODUCT);

		if (is_told_here(p, note, code))
			page_bullet(p, fact_note(p, product, note));
		else
			page_bullet(
				p,
				page_fill(p, LABEL_manual_see_at, product,
			                  page_link(p, note, SIPCODE_F_CODE, 0)
			                          ->key));
	}
	page_end_list(p);
}

static void write_code(struct page *p, const struct entry *code)
{
	page_part(p, code_title(p, code));
	page_heading(p, page_join(verdict_of(p, code), " ",
	                          page_text(p, code, SIPCODE_F_VERDICT)));
	page_paragraph(p, page_text(p, code, SIPCODE_F_DESCRIPTION));
	page_bullets(p, code, SIPCODE_F_WHEN, LABEL_when);
	page_bullets(p, code, SIPCODE_F_FIX,
	             code->number < 300 ? LABEL_next : LABEL_fix);
	write_notes(p, code, SIPCODE_F_PRACTICE, LABEL_practice);
	write_notes(p, code, SIPCODE_F_NOTES, LABEL_products);
	page_paragraphs(p, code, SIPCODE_F_BACKGROUND, LABEL_background);
	fact_all(p, code);
}

static void write_class(struct page *p, const struct entry *class_entry)
{
	const struct set *codes = &p->m->set[SIPCODE_CODES];

	page_section(p, page_join(class_entry->key, " ",
	                          page_text(p, class_entry, SIPCODE_F_NAME)));
	page_paragraph(p, page_text(p, class_entry, SIPCODE_F_DESCRIPTION));
	page_bullets(p, class_entry, SIPCODE_F_FIX, LABEL_unknown);
	page_paragraphs(p, class_entry, SIPCODE_F_BACKGROUND, LABEL_background);
	page_heading(p, page_label(p, LABEL_reference));
	page_paragraph(p, page_documents(p, class_entry, SIPCODE_F_SOURCE));
	for (size_t i = 0; i < codes->entries; i++)
		if (page_link(p, codes->entry[i], SIPCODE_F_CLASS, 0) ==
		    class_entry)
			write_code(p, codes->entry[i]);
}

void code_classes(struct page *p)
{
	const struct set *classes = &p->m->set[SIPCODE_CLASSES];

	for (size_t i = 0; i < classes->entries; i++)
		write_class(p, classes->entry[i]);
}
