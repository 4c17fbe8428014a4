/* route.c - causes with the mappings of the standard, and rules of failover. */
#include "manual/route.h"

#include <string.h>

#include "io/arena.h"
#include "manual/fact.h"
#include "len.h"

/* What a number is that Q.850 does not have; "" if it has it. */
static const char *stranger(const struct page *p, const struct entry *cause)
{
	if (page_is(p, cause, SIPCODE_F_KIND, "freeswitch"))
		return page_label(p, LABEL_internal);
	if (page_is(p, cause, SIPCODE_F_KIND, "national"))
		return page_label(p, LABEL_national);
	return "";
}

/* What stands with the cause itself is left out: rules for causes or codes that
 * no other rule names. */
static void other_mappings(struct page *p, const char *direction,
                           enum label label)
{
	const struct set *mappings = &p->m->set[SIPCODE_MAPPINGS];

	for (size_t i = 0; i < mappings->entries; i++) {
		const struct entry *mapping = mappings->entry[i];

		if (fact_maps(p, mapping, direction) &&
		    page_len(p, mapping, SIPCODE_F_CAUSE) == 0)
			page_item(p, page_label(p, label),
			          fact_both(p, mapping));
	}
}

static void mappings_of(struct page *p, const struct entry *cause,
                        const char *direction, enum label label)
{
	for (size_t i = 0; i < page_len(p, cause, SIPCODE_F_MAPPINGS); i++) {
		const struct entry *mapping =
			page_link(p, cause, SIPCODE_F_MAPPINGS, i);

		if (fact_maps(p, mapping, direction) &&
		    page_len(p, mapping, SIPCODE_F_CAUSE) > 0)
			page_item(p, page_label(p, label),
			          fact_codes(p, mapping));
	}
}

static void write_cause(struct page *p, const struct entry *cause)
{
	const char *s = page_join(page_text(p, cause, SIPCODE_F_MEANING), " ",
	                          stranger(p, cause));

	page_item(
		p,
		page_join(cause->key, " ", page_text(p, cause, SIPCODE_F_NAME)),
		page_proved(p, s, cause, SIPCODE_F_SOURCE));
	page_plain_bullets(p, cause, SIPCODE_F_LOOK);
	page_begin_facts(p);
	mappings_of(p, cause, "to-sip", LABEL_from_cause);
	mappings_of(p, cause, "to-cause", LABEL_to_cause);
	if (page_len(p, cause, SIPCODE_F_ALIAS) > 0)
		page_item(p, page_label(p, LABEL_aliases),
		          page_list(p, cause, SIPCODE_F_ALIAS));
	if (page_len(p, cause, SIPCODE_F_CLASS) > 0)
		page_item(p, page_label(p, LABEL_cause_class),
		          page_word(p, "cause",
		                    page_text(p, cause, SIPCODE_F_CLASS)));
	page_end_list(p);
}

static void write_locations(struct page *p)
{
	const struct set *locations = &p->m->set[SIPCODE_LOCATIONS];

	if (locations->entries == 0)
		return;
	page_part(p, page_label(p, LABEL_manual_locations));
	page_begin_items(p);
	for (size_t i = 0; i < locations->entries; i++) {
		const struct entry *e = locations->entry[i];

		page_item(p,
		          arena_print("%s %s, %s", e->key,
		                      page_text(p, e, SIPCODE_F_ALIAS),
		                      page_text(p, e, SIPCODE_F_NAME)),
		          page_proved(p, page_text(p, e, SIPCODE_F_MEANING), e,
		                      SIPCODE_F_SOURCE));
	}
	page_end_list(p);
}

void route_causes(struct page *p)
{
	const struct set *causes = &p->m->set[SIPCODE_CAUSES];

	if (causes->entries == 0)
		return;
	page_section(p, page_label(p, LABEL_manual_causes));
	page_paragraph(p, page_label(p, LABEL_manual_causes_intro));
	page_heading(p, SCHEMA_STANDARD);
	page_begin_facts(p);
	other_mappings(p, "to-sip", LABEL_from_cause);
	other_mappings(p, "to-cause", LABEL_to_cause);
	page_end_list(p);
	page_begin_items(p);
	for (size_t i = 0; i < causes->entries; i++)
		write_cause(p, causes->entry[i]);
	page_end_list(p);
	write_locations(p);
}

static const char *failover_case(const struct page *p, const char *other,
                                 int alone)
{
	const struct {
		const char *word;
		enum label label;
	} words[] = {
		{ "any", alone ? LABEL_any_failure : LABEL_every_failure },
		{ "timeout", LABEL_no_answer },
		{ "transport", LABEL_no_transport },
		{ "listed", LABEL_codes_listed },
	};

	for (size_t i = 0; i < LEN(words); i++)
		if (strcmp(words[i].word, other) == 0)
			return page_label(p, words[i].label);
	return other;
}

/* "480, 5xx, no answer at all (but not 503), cause 17 (PBX)". */
static const char *cases_of(const struct page *p, const struct entry *rule)
{
	const char *s = page_list(p, rule, SIPCODE_F_CODE), *more;
	int alone = *s == '\0';

	for (size_t i = 0; i < page_len(p, rule, SIPCODE_F_OTHER); i++)
		s = page_join(
			s, ", ",
			failover_case(p, page_nth(p, rule, SIPCODE_F_OTHER, i),
		                      alone && i == 0));
	more = page_list(p, rule, SIPCODE_F_EXCEPT);
	if (*more != '\0')
		s = arena_print("%s%s", s,
		                page_fill(p, LABEL_but_codes, more, NULL));
	more = page_list(p, rule, SIPCODE_F_CAUSE);
	if (*more != '\0')
		s = page_join(s, ", ",
		              page_fill(p, LABEL_some_causes, more, NULL));
	return arena_print("%s (%s)", s, page_text(p, rule, SIPCODE_F_ROLE));
}

/* "480 (PBX) (only if set so): text (unconfirmed) [SOURCES]". */
static void write_failover(struct page *p, const struct entry *rule)
{
	const char *s = cases_of(p, rule);

	if (page_is(p, rule, SIPCODE_F_DEFAULT, "no"))
		s = arena_print("%s (%s)", s, page_label(p, LABEL_if_set));
	s = page_join(s, ": ", page_text(p, rule, SIPCODE_F_TEXT));
	page_item(p, page_text(p, rule, SIPCODE_F_PRODUCT),
	          page_proved(p, page_doubted(p, s, rule), rule,
	                      SIPCODE_F_SOURCE));
}

/* The rules of one result, of the standards or of products; the title stands
 * before the first one of them all. */
static void write_failovers(struct page *p, const char *result,
                            enum label title, int of_products, int *begun)
{
	const struct set *rules = &p->m->set[SIPCODE_FAILOVERS];

	for (size_t i = 0; i < rules->entries; i++) {
		const struct entry *rule = rules->entry[i];
		const char *by = page_text(p, rule, SIPCODE_F_PRODUCT);
		int of_product = strncmp(by, "RFC ", 4) != 0;

		if (!page_is(p, rule, SIPCODE_F_RESULT, result) ||
		    of_product != of_products)
			continue;
		if (!*begun) {
			page_part(p, page_label(p, title));
			page_begin_items(p);
			*begun = 1;
		}
		write_failover(p, rule);
	}
}

/* The rules of one result: first those of the standards. */
static void failovers_of(struct page *p, const char *result, enum label title)
{
	int begun = 0;

	write_failovers(p, result, title, 0, &begun);
	write_failovers(p, result, title, 1, &begun);
	if (begun)
		page_end_list(p);
}

void route_failovers(struct page *p)
{
	if (p->m->set[SIPCODE_FAILOVERS].entries == 0)
		return;
	page_section(p, page_label(p, LABEL_manual_failovers));
	failovers_of(p, "next", LABEL_goes_on);
	failovers_of(p, "same", LABEL_goes_again);
	failovers_of(p, "busy", LABEL_counts_busy);
	failovers_of(p, "stop", LABEL_goes_no_further);
}
