/* words.c - the lists of words that completions offer. */
#include <string.h>

#include "chars.h"
#include "emit/offers.h"
#include "io/arena.h"
#include "len.h"
#include "schema.h"

/* A text is longer than that only by the dots behind it. */
enum { TEXT_MOST = 64 };

/* A list that grows, and the words that it has. */
struct growing {
	struct offer offer;
	struct intern seen;
};

static void offer_word(struct growing *g, const char *word, const char *text)
{
	struct offer *o = &g->offer;

	if (*word == '\0' ||
	    intern(&g->seen, word, strlen(word) + 1) < o->items)
		return;
	o->item = arena_more(o->item, o->items, sizeof(*o->item));
	o->item[o->items++] = (struct offer_word){ word, text };
}

/* Value i of a field as the data have it; "" if there is none. */
static const char *text_of(const struct entry *e, enum sipcode_field field,
                           size_t i)
{
	const struct cell *c;

	if (schema_place(e->set, field) == 0)
		return "";
	c = entry_cell(e, 0, field);
	return i < c->values ? c->value[i].text : "";
}

static int is_part_of_utf8(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* The first sentence, or as many words of it as there is room for. */
static const char *brief(const char *s)
{
	size_t n = 0;

	while (s[n] != '\0' &&
	       !(s[n] == '.' && (s[n + 1] == ' ' || s[n + 1] == '\0')))
		n++;
	if (n <= TEXT_MOST)
		return arena_copy(s, n);
	n = TEXT_MOST;
	while (n > 0 && s[n] != ' ')
		n--;
	/* One word without an end. */
	for (n = n == 0 ? TEXT_MOST : n; is_part_of_utf8(s[n]); n--)
		continue;
	return arena_print("%.*s...", (int)n, s);
}

/* The rows of a set by a field, each with the beginning of another one. */
static void offer_rows(struct growing *g, const struct model *m,
                       enum sipcode_set set, enum sipcode_field word,
                       enum sipcode_field text)
{
	for (size_t i = 0; i < m->set[set].entries; i++) {
		const struct entry *e = m->set[set].entry[i];

		offer_word(g, text_of(e, word, 0), brief(text_of(e, text, 0)));
	}
}

static void offer_codes(struct growing *g, const struct model *m,
                        int registered)
{
	const struct set *set = &m->set[SIPCODE_CODES];

	for (size_t i = 0; i < set->entries; i++) {
		const struct entry *e = set->entry[i];
		const char *status = text_of(e, SIPCODE_F_STATUS, 0);
		const char *phrase = text_of(e, SIPCODE_F_PHRASE, 0);

		if ((strcmp(status, "unregistered") != 0) != registered)
			continue;
		if (strcmp(status, "registered") != 0)
			phrase = arena_print("%s, %s", phrase, status);
		offer_word(g, e->key, phrase);
	}
}

/* A constant, and no sentence. */
static int is_one_word(const char *s)
{
	return strchr(s, ' ') == NULL;
}

static void offer_cause_names(struct growing *g, const struct model *m)
{
	const struct set *set = &m->set[SIPCODE_CAUSES];

	for (size_t i = 0; i < set->entries; i++) {
		const struct entry *e = set->entry[i];
		const char *text = arena_print("%s %s", e->key,
		                               text_of(e, SIPCODE_F_NAME, 0));
		const char *alias;

		for (size_t k = 0;
		     *(alias = text_of(e, SIPCODE_F_ALIAS, k)) != '\0'; k++)
			if (is_one_word(alias))
				offer_word(g, alias, text);
	}
}

static const char *lower(const char *s)
{
	char *copy = arena_copy(s, strlen(s));

	for (char *c = copy; *c != '\0'; c++)
		*c = char_lower(*c);
	return copy;
}

static void offer_rules(struct growing *g, const struct model *m)
{
	static const char *const names[] = {
#define PROBLEM(problem, name) [SIPCODE_##problem] = name,
#include "problems.def"
#undef PROBLEM
	};
	const struct set *set = &m->set[SIPCODE_DUTIES];

	for (size_t i = 0; i < LEN(names); i++)
		if (i != SIPCODE_LACKS)
			offer_word(g, names[i], "");
	for (size_t i = 0; i < set->entries; i++) {
		const char *header =
			text_of(set->entry[i], SIPCODE_F_HEADER, 0);

		offer_word(g,
		           arena_print("%s%s", names[SIPCODE_LACKS],
		                       lower(header)),
		           "");
	}
}

static void offer_fields(struct growing *g)
{
	static const char *const names[] = {
#define FIELD(field, name) name,
#include "schema.def"
	};

	for (size_t i = 0; i < LEN(names); i++)
		offer_word(g, names[i], "");
}

static void offer_commands(struct growing *g)
{
	for (size_t i = 0; i < USAGE_COMMANDS; i++)
		offer_word(g, usage_commands[i].name, usage_commands[i].help);
}

static void offer_languages(struct growing *g, const struct model *m)
{
	for (size_t i = 0; i < m->languages; i++)
		offer_word(g, m->tag[i], "");
}

/* The lists that are a field of a set, with the text that stands on it. */
static const struct {
	enum offer_list list;
	enum sipcode_set set;
	enum sipcode_field word, text;
} of_sets[] = {
	{ OFFER_CLASSES, SIPCODE_CLASSES, SIPCODE_F_CLASS, SIPCODE_F_NAME },
	{ OFFER_PHRASES, SIPCODE_CODES, SIPCODE_F_PHRASE, SIPCODE_F_CODE },
	{ OFFER_CAUSES, SIPCODE_CAUSES, SIPCODE_F_CAUSE, SIPCODE_F_NAME },
	{ OFFER_TAGS, SIPCODE_OPTIONS, SIPCODE_F_TAG, SIPCODE_F_MEANING },
	{ OFFER_HEADERS, SIPCODE_HEADERS, SIPCODE_F_HEADER, SIPCODE_F_MEANING },
	{ OFFER_TIMERS, SIPCODE_TIMERS, SIPCODE_F_TIMER, SIPCODE_F_MEANING },
	{ OFFER_WARNINGS, SIPCODE_WARNINGS, SIPCODE_F_WARNING,
	  SIPCODE_F_PHRASE },
	{ OFFER_PRODUCTS, SIPCODE_PRODUCTS, SIPCODE_F_PRODUCT,
	  SIPCODE_F_ALIAS },
	{ OFFER_ROUTES, SIPCODE_FAILOVERS, SIPCODE_F_PRODUCT, SIPCODE_F_NONE },
	{ OFFER_NAMES, SIPCODE_NAMES, SIPCODE_F_NAME, SIPCODE_F_PRODUCT },
	{ OFFER_TERMS, SIPCODE_TERMS, SIPCODE_F_TERM, SIPCODE_F_MEANING },
	{ OFFER_SYMPTOMS, SIPCODE_SYMPTOMS, SIPCODE_F_ID, SIPCODE_F_TITLE },
	{ OFFER_FLOWS, SIPCODE_FLOWS, SIPCODE_F_ID, SIPCODE_F_TITLE },
};

struct offer offer_words(const struct model *m, enum offer_list list)
{
	struct growing g = { .offer = { .items = 0 } };

	if (list == OFFER_COMMANDS)
		offer_commands(&g);
	else if (list == OFFER_CODES || list == OFFER_UNREGISTERED)
		offer_codes(&g, m, list == OFFER_CODES);
	else if (list == OFFER_CAUSE_NAMES)
		offer_cause_names(&g, m);
	else if (list == OFFER_RULES)
		offer_rules(&g, m);
	else if (list == OFFER_FIELDS)
		offer_fields(&g);
	else if (list == OFFER_LANGUAGES)
		offer_languages(&g, m);
	else if (list == OFFER_TOPICS)
		offer_word(&g, "terms", "the words of the trade");
	for (size_t i = 0; i < LEN(of_sets); i++)
		if (of_sets[i].list == list)
			offer_rows(&g, m, of_sets[i].set, of_sets[i].word,
			           of_sets[i].text);
	return g.offer;
}
