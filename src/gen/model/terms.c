/* terms.c - labels and words: the texts that belong to no set of the data. */
#include <string.h>

#include "io/arena.h"
#include "io/report.h"
#include "chars.h"
#include "model/model.h"
#include "model/translate.h"
#include "model/value.h"

static const char *const label_keys[LABELS_ALL] = {
#define LABEL(name) [LABEL_##name] = #name,
#define MANUAL(name) [LABEL_##name] = #name,
#include "labels.def"
#undef LABEL
};

int is_term(const struct rec *r)
{
	return strcmp(r->type, "Label") == 0 || strcmp(r->type, "Word") == 0;
}

static const struct rec_field *text_field(const struct rec *r)
{
	for (size_t i = 1; i < r->fields; i++)
		if (strcmp(r->field[i].name, "Text") == 0)
			return &r->field[i];
	return NULL;
}

/* Reports a record that is not an Id and a Text, and a stamp where it is a
 * translation; the Text of English is ASCII. */
static int has_form(const struct rec *r, size_t lang)
{
	const struct rec_field *text = text_field(r);
	size_t fields = r->fields;

	for (size_t i = 1; lang > 0 && i < r->fields; i++)
		fields -= strcmp(r->field[i].name, STAMP) == 0;
	if (fields != 2 || text == NULL ||
	    strcmp(r->field[0].name, "Id") != 0) {
		report(r->file, r->line, "a %s has an Id and a Text", r->type);
		return 0;
	}
	if (lang == 0 && text->value[0] == '\0')
		report(r->file, text->line, "'Text' is empty");
	if (lang == 0 && !value_is_plain(text->value))
		report(r->file, text->line, "'Text' is not ASCII");
	return 1;
}

static const char *key_of(const struct rec *r)
{
	return r->field[0].value;
}

static struct term *find_label(struct model *m, const char *key)
{
	for (size_t i = 0; i < LABELS_ALL; i++)
		if (strcmp(label_keys[i], key) == 0)
			return &m->label[i];
	return NULL;
}

static struct term *find_word(const struct model *m, const char *key)
{
	for (size_t i = 0; i < m->words; i++)
		if (strcmp(key_of(m->word[i].rec[0]), key) == 0)
			return &m->word[i];
	return NULL;
}

/* A word exists if English has it; a label, if the program knows it. */
static struct term *find_term(struct model *m, const struct rec *r, size_t lang)
{
	struct term *t;

	if (strcmp(r->type, "Label") == 0)
		return find_label(m, key_of(r));
	t = find_word(m, key_of(r));
	if (t != NULL || lang > 0)
		return t;
	m->word = arena_more(m->word, m->words, sizeof(*m->word));
	return &m->word[m->words++];
}

static void add_term(struct model *m, const struct rec *r, size_t lang)
{
	struct term *t;

	if (!has_form(r, lang))
		return;
	t = find_term(m, r, lang);
	if (t == NULL && lang > 0)
		report_behind(r->file, r->line,
		              "%s %s is no longer there in English", r->type,
		              key_of(r));
	else if (t == NULL)
		report(r->file, r->line, "no %s is called '%s'",
		       strcmp(r->type, "Label") == 0 ? "label" : "word",
		       key_of(r));
	else if (t->rec[lang] != NULL)
		report(r->file, r->line, "%s %s stands already", r->type,
		       key_of(r));
	else
		t->rec[lang] = r;
}

static const char *spell_term(const struct model *m, const struct rec *r,
                              size_t lang)
{
	return value_spell(text_field(r)->value,
	                   m->label[LABEL_section].text[lang]);
}

/* What a label or word is in a language, once its records are known. */
static void say_term(const struct model *m, struct term *t, size_t lang)
{
	const struct rec *english = t->rec[0], *r = t->rec[lang];
	const char *name;

	if (english == NULL)
		return;
	name = arena_print("%s %s", english->type, key_of(english));
	if (lang == 0 || translate_stands(m, lang, name, english, r))
		t->text[lang] = spell_term(m, r, lang);
	else
		t->text[lang] =
			translate_english(m, lang, spell_term(m, english, 0));
}

static void say_terms(struct model *m, size_t lang)
{
	/* The other texts make use of these two. */
	say_term(m, &m->label[LABEL_english], lang);
	say_term(m, &m->label[LABEL_section], lang);
	for (size_t i = 0; i < LABELS_ALL; i++) {
		if (i != LABEL_english && i != LABEL_section)
			say_term(m, &m->label[i], lang);
		if (lang == 0 && m->label[i].rec[0] == NULL)
			report(arena_print("%s/en/labels.rec", m->dir), 0,
			       "label '%s' is missing", label_keys[i]);
	}
	for (size_t i = 0; i < m->words; i++)
		say_term(m, &m->word[i], lang);
}

void model_terms(struct model *m)
{
	for (size_t l = 0; l < m->languages; l++)
		for (size_t i = 0; i < m->prose[l].recs; i++) {
			const struct rec *r = &m->prose[l].rec[i];

			if (is_term(r))
				add_term(m, r, l);
		}
}

const struct term *model_label(const struct model *m, const char *name)
{
	for (size_t i = 0; i < LABELS_ALL; i++)
		if (strcmp(label_keys[i], name) == 0)
			return &m->label[i];
	return NULL;
}

void model_words(struct model *m)
{
	for (size_t l = 0; l < m->languages; l++)
		say_terms(m, l);
}

struct term *words_of(const struct model *m, const char *text)
{
	for (size_t i = 0; i < m->words; i++)
		if (strcmp(text_field(m->word[i].rec[0])->value, text) == 0)
			return &m->word[i];
	return NULL;
}

/* Has it a word of two small letters or more, as no name of a protocol is,
 * beside another word?  The name of a product may be one such word. */
static int is_english(const char *s, size_t n)
{
	size_t words = 0, small = 0;

	while (n > 0) {
		size_t word = 0, letters = 0;

		while (word < n && !char_in(s[word], " ()")) {
			letters += s[word] >= 'a' && s[word] <= 'z';
			word++;
		}
		words += word > 0;
		small += letters == word && word >= 2;
		word += word < n;
		s += word;
		n -= word;
	}
	return words > 1 && small > 0;
}

static int has_small_letter(const char *s)
{
	while (*s != '\0' && !(*s >= 'a' && *s <= 'z'))
		s++;
	return *s != '\0';
}

/* Whether a fact is English, and not the names of products or of parts of a
 * protocol: then it needs a word, or it would stay English everywhere. */
static int needs_word(const struct column *c, const char *text)
{
	if (c->field == SIPCODE_F_ACTOR)
		return has_small_letter(text);
	while (*text != '\0') {
		size_t n = strcspn(text, ",");

		if (is_english(text, n))
			return 1;
		text += n;
		text += strspn(text, ", ");
	}
	return 0;
}

static int is_rule(const struct column *c, const char *rule)
{
	return strcmp(c->words, rule) == 0;
}

void words_judge(const struct model *m, const struct column *c,
                 const struct rec *r, const struct rec_field *f)
{
	const char *text = f->value;
	struct term *t;

	if (is_rule(c, "=step") && text[0] == '~')
		text += strspn(text, "~ ");
	else if (!is_rule(c, "=word"))
		return;
	t = words_of(m, text);
	if (t != NULL)
		t->used = 1;
	else if (needs_word(c, text))
		report(r->file, f->line, "'%s' is no word of en/words.rec",
		       text);
}

void words_prove(const struct model *m)
{
	for (size_t i = 0; i < m->words; i++)
		if (!m->word[i].used)
			report(m->word[i].rec[0]->file, m->word[i].rec[0]->line,
			       "Word %s is no fact", key_of(m->word[i].rec[0]));
}

static const char *say(const struct model *m, size_t lang, const char *text)
{
	const struct term *t = words_of(m, text);

	return t == NULL ? text : t->text[lang];
}

/* "A > B: text" and "~ text"; what is neither is reported elsewhere. */
static const char *say_step(const struct model *m, size_t lang, const char *s)
{
	const char *arrow = strstr(s, " > "), *colon = strstr(s, ": ");

	if (strncmp(s, "~ ", 2) == 0)
		return arena_print("~ %s", say(m, lang, s + 2));
	if (arrow == NULL || colon == NULL || colon < arrow)
		return s;
	return arena_print(
		"%s > %s%s", say(m, lang, arena_copy(s, (size_t)(arrow - s))),
		say(m, lang,
	            arena_copy(arrow + 3, (size_t)(colon - arrow) - 3)),
		colon);
}

const char *words_say(const struct model *m, size_t lang,
                      const struct column *c, const char *text)
{
	if (lang == 0)
		return text;
	if (is_rule(c, "=step"))
		return say_step(m, lang, text);
	return is_rule(c, "=word") ? say(m, lang, text) : text;
}
