/* notes.c - the conditions of mappings as numbered notes below them. */
#include "text/sets/notes.h"

#include <string.h>

#include "io/memory.h"
#include "words/label.h"
#include "words/mapping.h"
#include "words/row.h"

enum { NOTE_COLUMN = 8 };

static size_t note_number(struct notes *notes, const char *text)
{
	for (size_t i = 0; i < notes->n; i++)
		if (strcmp(notes->text[i], text) == 0)
			return i + 1;
	notes->text = memory_grow(notes->text, &notes->room, notes->n + 1,
	                          sizeof(*notes->text));
	notes->text[notes->n++] = text;
	return notes->n;
}

static void note_add(struct strbuf *b, struct notes *notes, const char *text,
                     int *any)
{
	strbuf_add(b, *any ? ", " : " [");
	strbuf_number(b, note_number(notes, text));
	*any = 1;
}

void notes_add(struct strbuf *b, struct notes *notes,
               const struct sipcode_row *m)
{
	const char *note = sipcode_text(m, SIPCODE_F_NOTE, 0);
	int any = 0;

	for (size_t i = 0; i < sipcode_len(m, SIPCODE_F_IF); i++) {
		const struct sipcode_row *c = sipcode_link(m, SIPCODE_F_IF, i);

		if (!mapping_is_location(c))
			note_add(b, notes, sipcode_text(c, SIPCODE_F_TEXT, 0),
			         &any);
	}
	if (row_is(m, SIPCODE_F_STANDARD, "differs"))
		note_add(
			b, notes,
			label_text(sipcode_row_lang(m), LABEL_standard_differs),
			&any);
	if (*note != '\0')
		note_add(b, notes, note, &any);
	strbuf_add(b, any ? "]" : "");
}

void notes_write(struct out *o, const struct notes *notes)
{
	struct strbuf number = { 0 };

	for (size_t i = 0; i < notes->n; i++) {
		strbuf_reset(&number);
		strbuf_add(&number, "[");
		strbuf_number(&number, i + 1);
		strbuf_add(&number, "]");
		if (o->markdown) {
			strbuf_add(&number, " ");
			strbuf_add(&number, notes->text[i]);
			lay_bullet(o, 2, number.s);
		} else {
			lay_fact_at(o, NOTE_COLUMN, number.s, notes->text[i],
			            "");
		}
	}
	strbuf_free(&number);
}
