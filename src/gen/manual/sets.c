/* sets.c - a section a set of records. */
#include "manual/sets.h"

#include "io/arena.h"
#include "manual/code.h"
#include "manual/duty.h"
#include "manual/fact.h"

/* A section with the records of a set, each shown by a function. */
static void show_set(struct page *p, enum sipcode_set set, enum label title,
                     void (*show)(struct page *, const struct entry *))
{
	const struct set *s = &p->m->set[set];

	if (s->entries == 0)
		return;
	page_section(p, page_label(p, title));
	for (size_t i = 0; i < s->entries; i++)
		show(p, s->entry[i]);
}

/* The same, as a list of names with what is below them. */
static void show_items(struct page *p, enum sipcode_set set, enum label title,
                       void (*show)(struct page *, const struct entry *))
{
	const struct set *s = &p->m->set[set];

	if (s->entries == 0)
		return;
	page_section(p, page_label(p, title));
	page_begin_items(p);
	for (size_t i = 0; i < s->entries; i++)
		show(p, s->entry[i]);
	page_end_list(p);
}

/* "Default: TEXT." as a line of its own. */
static void write_line(struct page *p, enum label label, const char *text)
{
	if (*text != '\0')
		page_paragraph(p, page_join(page_label(p, label), ": ", text));
}

static void write_pair(struct page *p, const struct entry *e)
{
	page_part(p, page_list(p, e, SIPCODE_F_CODE));
	page_paragraph(p, page_text(p, e, SIPCODE_F_SUMMARY));
	page_bullets(p, e, SIPCODE_F_DIFFERENCE, LABEL_differences);
	page_bullets(p, e, SIPCODE_F_USE, LABEL_use);
	write_line(p, LABEL_sources, page_documents(p, e, SIPCODE_F_SOURCE));
}

void sets_pairs(struct page *p)
{
	show_set(p, SIPCODE_PAIRS, LABEL_manual_pairs, write_pair);
}

static void write_symptom(struct page *p, const struct entry *e)
{
	page_part(p, page_text(p, e, SIPCODE_F_TITLE));
	write_line(p, LABEL_codes, page_titles(p, e, SIPCODE_F_CODE));
	page_bullets(p, e, SIPCODE_F_WHEN, LABEL_behind);
	page_bullets(p, e, SIPCODE_F_FIX, LABEL_fix);
	write_line(p, LABEL_sources, page_documents(p, e, SIPCODE_F_SOURCE));
}

void sets_symptoms(struct page *p)
{
	show_set(p, SIPCODE_SYMPTOMS, LABEL_manual_symptoms, write_symptom);
}

static void write_header(struct page *p, const struct entry *e)
{
	const char *name = page_text(p, e, SIPCODE_F_HEADER);

	if (page_len(p, e, SIPCODE_F_COMPACT) > 0)
		name = arena_print("%s, %s", name,
		                   page_text(p, e, SIPCODE_F_COMPACT));
	page_item(p, name,
	          page_proved(p, page_text(p, e, SIPCODE_F_MEANING), e,
	                      SIPCODE_F_SOURCE));
	page_plain_bullets(p, e, SIPCODE_F_LOOK);
	page_begin_facts(p);
	duty_facts_of_header(p, e);
	page_end_list(p);
}

void sets_headers(struct page *p)
{
	show_items(p, SIPCODE_HEADERS, LABEL_manual_headers, write_header);
}

static void write_option(struct page *p, const struct entry *e)
{
	page_item(p, page_text(p, e, SIPCODE_F_TAG),
	          page_proved(p, page_text(p, e, SIPCODE_F_MEANING), e,
	                      SIPCODE_F_SOURCE));
	page_begin_bullets(p);
	page_bullet(p, page_join(page_label(p, LABEL_step), ": ",
	                         page_text(p, e, SIPCODE_F_STEP)));
	page_bullet(p, page_join(page_label(p, LABEL_drop), ": ",
	                         page_text(p, e, SIPCODE_F_DROP)));
	page_end_list(p);
	page_begin_facts(p);
	if (page_len(p, e, SIPCODE_F_CARRIED_IN) > 0)
		page_item(p, page_label(p, LABEL_carried_in),
		          page_list(p, e, SIPCODE_F_CARRIED_IN));
	if (page_len(p, e, SIPCODE_F_OBSOLETE) > 0)
		page_item(p, page_label(p, LABEL_status),
		          page_label(p, LABEL_status_obsolete));
	page_end_list(p);
}

void sets_options(struct page *p)
{
	show_items(p, SIPCODE_OPTIONS, LABEL_manual_options, write_option);
}

static void write_warning(struct page *p, const struct entry *e)
{
	page_item(p, page_join(e->key, " ", page_text(p, e, SIPCODE_F_PHRASE)),
	          page_proved(p, page_text(p, e, SIPCODE_F_MEANING), e,
	                      SIPCODE_F_SOURCE));
	page_plain_bullets(p, e, SIPCODE_F_LOOK);
}

void sets_warnings(struct page *p)
{
	show_items(p, SIPCODE_WARNINGS, LABEL_manual_warnings, write_warning);
}

static void write_timer(struct page *p, const struct entry *e)
{
	page_item(p, page_text(p, e, SIPCODE_F_TIMER),
	          page_proved(p, page_text(p, e, SIPCODE_F_MEANING), e,
	                      SIPCODE_F_SOURCE));
	page_begin_facts(p);
	page_item(p, page_label(p, LABEL_default),
	          page_text(p, e, SIPCODE_F_DEFAULT));
	page_item(p, page_label(p, LABEL_expiry),
	          page_text(p, e, SIPCODE_F_EXPIRY));
	if (page_len(p, e, SIPCODE_F_CODE) > 0)
		page_item(p, page_label(p, LABEL_codes),
		          page_titles(p, e, SIPCODE_F_CODE));
	page_end_list(p);
	page_plain_bullets(p, e, SIPCODE_F_LOOK);
}

void sets_timers(struct page *p)
{
	show_items(p, SIPCODE_TIMERS, LABEL_manual_timers, write_timer);
}

static void write_rule(struct page *p, const struct entry *e)
{
	unsigned long first = page_number(p, e, SIPCODE_F_FIRST);
	unsigned long last = page_number(p, e, SIPCODE_F_LAST);

	/* What holds for one code stands with the code. */
	if (first != last)
		page_item(p, arena_print("%lu-%lu", first, last),
		          page_proved(p, page_text(p, e, SIPCODE_F_TEXT), e,
		                      SIPCODE_F_SOURCE));
}

void sets_proxies(struct page *p)
{
	const struct set *rules = &p->m->set[SIPCODE_RULES];
	size_t wide = 0;

	for (size_t i = 0; i < rules->entries; i++)
		wide += page_number(p, rules->entry[i], SIPCODE_F_FIRST) !=
		        page_number(p, rules->entry[i], SIPCODE_F_LAST);
	if (wide > 0)
		show_items(p, SIPCODE_RULES, LABEL_manual_proxies, write_rule);
}

static void write_disguise(struct page *p, const struct entry *e)
{
	page_item(p,
	          arena_print("%s (%s)", page_text(p, e, SIPCODE_F_FORM),
	                      page_text(p, e, SIPCODE_F_PRODUCT)),
	          page_proved(p, page_text(p, e, SIPCODE_F_MEANING), e,
	                      SIPCODE_F_SOURCE));
}

void sets_disguises(struct page *p)
{
	show_items(p, SIPCODE_DISGUISES, LABEL_manual_disguises,
	           write_disguise);
}

void sets_products(struct page *p)
{
	static const enum sipcode_set sets[] = { SIPCODE_PRACTICES,
		                                 SIPCODE_NOTES };
	int begun = 0;

	for (size_t s = 0; s < 2; s++) {
		const struct set *notes = &p->m->set[sets[s]];

		for (size_t i = 0; i < notes->entries; i++) {
			const struct entry *e = notes->entry[i];

			if (page_len(p, e, SIPCODE_F_CODE) > 0)
				continue;
			if (!begun) {
				page_section(
					p,
					page_label(p, LABEL_manual_products));
				page_begin_items(p);
				begun = 1;
			}
			page_item(p, page_text(p, e, SIPCODE_F_PRODUCT),
			          fact_note(p, "", e));
		}
	}
	if (begun)
		page_end_list(p);
}

static void write_term(struct page *p, const struct entry *e)
{
	const char *name = page_text(p, e, SIPCODE_F_TERM);

	if (page_len(p, e, SIPCODE_F_ALIAS) > 0)
		name = arena_print("%s (%s)", name,
		                   page_list(p, e, SIPCODE_F_ALIAS));
	page_item(p, name,
	          page_proved(p, page_text(p, e, SIPCODE_F_MEANING), e,
	                      SIPCODE_F_SOURCE));
}

void sets_terms(struct page *p)
{
	show_items(p, SIPCODE_TERMS, LABEL_manual_terms, write_term);
}
