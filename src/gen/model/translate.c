/* translate.c - compares a record with the English one, field by field. */
#include "model/translate.h"

#include <string.h>

#include "io/arena.h"
#include "io/report.h"
#include "model/facts.h"
#include "model/value.h"

const char *translate_stamp(const struct rec *english)
{
	uint32_t h = INTERN_HASH;

	for (size_t i = 0; i < english->fields; i++) {
		const struct rec_field *f = &english->field[i];

		h = intern_hash(h, f->name, strlen(f->name) + 1);
		h = intern_hash(h, f->value, strlen(f->value) + 1);
	}
	return arena_print("%08lx", (unsigned long)h);
}

/* The field from number i on that is not the stamp; NULL behind the last. */
static const struct rec_field *next_field(const struct rec *r, size_t *i)
{
	while (*i < r->fields) {
		const struct rec_field *f = &r->field[(*i)++];

		if (strcmp(f->name, STAMP) != 0)
			return f;
	}
	return NULL;
}

static const struct rec_field *stamp_of(const struct rec *r)
{
	for (size_t i = 0; i < r->fields; i++)
		if (strcmp(r->field[i].name, STAMP) == 0)
			return &r->field[i];
	return NULL;
}

static int same_stamp(const char *name, const struct rec *english,
                      const struct rec *translated)
{
	const struct rec_field *f = stamp_of(translated);

	if (f == NULL)
		report_behind(translated->file, translated->line,
		              "%s has no stamp, so it is shown in English",
		              name);
	else if (strcmp(f->value, translate_stamp(english)) != 0)
		report_behind(translated->file, f->line,
		              "%s is shown in English, which has changed at "
		              "%s:%u",
		              name, english->file, english->line);
	else
		return 1;
	return 0;
}

/* Says that a field of the translation is not what it should be. */
static int wrong_field(const char *name, const struct rec *translated,
                       const struct rec_field *e, const struct rec_field *t)
{
	const char *want = e == NULL ? "" : e->name, *why;

	if (t == NULL)
		why = arena_print("'%s' expected", want);
	else if (*want == '\0')
		why = arena_print("no '%s' expected", t->name);
	else if (strcmp(want, t->name) != 0)
		why = arena_print("'%s' expected, not '%s'", want, t->name);
	else
		why = arena_print("'%s' is empty", t->name);
	report_behind(translated->file, t == NULL ? translated->line : t->line,
	              "%s is shown in English: %s", name, why);
	return 0;
}

/* The same fields, as many of each, in the same order. */
static int same_fields(const char *name, const struct rec *english,
                       const struct rec *translated)
{
	size_t i = 0, k = 0;

	for (;;) {
		const struct rec_field *e = next_field(english, &i);
		const struct rec_field *t = next_field(translated, &k);

		if (e == NULL && t == NULL)
			return 1;
		if (e == NULL || t == NULL || strcmp(e->name, t->name) != 0 ||
		    t->value[0] == '\0')
			return wrong_field(name, translated, e, t);
	}
}

static int same_facts(const struct model *m, const char *name,
                      const struct rec *english, const struct rec *translated)
{
	const struct rec_field *e, *t;
	size_t i = 0, k = 0;
	int same = 1;

	while ((e = next_field(english, &i)) != NULL) {
		const char *what;

		t = next_field(translated, &k);
		what = facts_differ(&m->names, e->value, t->value);
		if (what == NULL)
			continue;
		report_behind(translated->file, t->line,
		              "%s is shown in English: %s (%s:%u)", name, what,
		              english->file, e->line);
		same = 0;
	}
	return same;
}

int translate_stands(const struct model *m, size_t lang, const char *name,
                     const struct rec *english, const struct rec *translated)
{
	if (translated == NULL) {
		report_behind(english->file, english->line,
		              "%s is missing in language %s", name,
		              m->tag[lang]);
		return 0;
	}
	return same_fields(name, english, translated) &&
	       same_facts(m, name, english, translated) &&
	       same_stamp(name, english, translated);
}

const char *translate_english(const struct model *m, size_t lang,
                              const char *english)
{
	const char *sign = m->label[LABEL_english].text[lang];

	return sign == NULL ? english : arena_print("%s %s", sign, english);
}
