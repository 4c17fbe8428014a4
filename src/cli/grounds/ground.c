/* ground.c - grounds in words. */
#include "grounds/ground.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/secret.h"
#include "io/memory.h"
#include "labels.h"
#include "words/label.h"

/* Of a value that stands in a sentence, so many bytes. */
enum { WORDS_MAX = 120, RFC_NONE = 0 };

static const struct {
	short label;
	unsigned char kind;
	unsigned short rfc;
	char section[12];
} rows[] = {
#define GROUND(name, kind, rfc, section)                                       \
	[GROUND_##name] = { LABEL_led_##name, GROUND_##kind, rfc, section },
#include "grounds/grounds.def"
#undef GROUND
};

enum ground_kind ground_kind(const struct ground *g)
{
	return (enum ground_kind)rows[g->id].kind;
}

const char *ground_kind_name(const struct ground *g)
{
	switch (ground_kind(g)) {
	case GROUND_LED:
		return "led";
	case GROUND_FACT:
		return "fact";
	case GROUND_NOT:
		break;
	}
	return "not";
}

void said_text(struct strbuf *b, const struct said *s, size_t max, int utf8)
{
	if (s->text.s == NULL)
		strbuf_number(b, s->number);
	else
		secret_excerpt(b, s->text, max, utf8);
}

void ground_text(struct strbuf *b, const struct ground *g, int lang, int utf8)
{
	struct strbuf said[GROUND_ARGS] = { { 0 } };
	const char *arg[GROUND_ARGS];

	for (size_t i = 0; i < GROUND_ARGS; i++) {
		said_text(&said[i], &g->arg[i], WORDS_MAX, utf8);
		arg[i] = strbuf_text(&said[i]);
	}
	label_fill(b, label_text(lang, (enum label)rows[g->id].label), arg,
	           GROUND_ARGS);
	for (size_t i = 0; i < GROUND_ARGS; i++)
		strbuf_free(&said[i]);
}

void ground_source(struct strbuf *b, const struct ground *g, int lang)
{
	if (rows[g->id].rfc == RFC_NONE)
		return;
	strbuf_add(b, "RFC ");
	strbuf_number(b, rows[g->id].rfc);
	strbuf_add(b, " ");
	strbuf_add(b, label_text(lang, LABEL_section));
	strbuf_add(b, " ");
	strbuf_add(b, rows[g->id].section);
}

struct made {
	struct made *next;
	char s[];
};

struct sipcode_span grounds_keep(struct grounds *g, const struct strbuf *text)
{
	struct made *m = memory_get(sizeof(*m) + text->len + 1);
	struct sipcode_span v = { m->s, text->len };

	memcpy(m->s, strbuf_text(text), text->len);
	m->next = g->made;
	g->made = m;
	return v;
}

void grounds_reset(struct grounds *g)
{
	while (g->made != NULL) {
		struct made *next = g->made->next;

		free(g->made);
		g->made = next;
	}
	g->n = 0;
}

void grounds_free(struct grounds *g)
{
	grounds_reset(g);
	free(g->ground);
	memset(g, 0, sizeof(*g));
}
