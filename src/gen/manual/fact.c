/* fact.c - facts of codes, and mappings of the standard. */
#include "manual/fact.h"

#include <string.h>

#include "io/arena.h"
#include "manual/duty.h"

const char *fact_note(const struct page *p, const char *head,
                      const struct entry *note)
{
	const char *s =
		page_join(head, ": ", page_text(p, note, SIPCODE_F_TEXT));

	return page_proved(p, page_doubted(p, s, note), note, SIPCODE_F_SOURCE);
}

int fact_maps(const struct page *p, const struct entry *mapping,
              const char *direction)
{
	return page_is(p, mapping, SIPCODE_F_PRODUCT, SCHEMA_STANDARD) &&
	       page_is(p, mapping, SIPCODE_F_DIRECTION, direction);
}

/* What is mapped where it is neither a code nor a cause. */
static const char *other_of(const struct page *p, const struct entry *mapping)
{
	const char *other = page_text(p, mapping, SIPCODE_F_OTHER);

	if (strcmp(other, "bye-or-cancel") == 0)
		return page_label(p, LABEL_other_bye);
	if (strcmp(other, "encapsulated-rel") == 0)
		return page_label(p, LABEL_other_rel);
	if (strcmp(other, "no-cause") == 0)
		return page_label(p, LABEL_no_cause);
	if (strlen(other) == 3 && other[1] == 'x')
		return page_join(other, " ", page_label(p, LABEL_other_class));
	return page_word(p, "other", other);
}

static const char *cause_side(const struct page *p, const struct entry *m)
{
	const struct entry *cause;

	if (page_len(p, m, SIPCODE_F_CAUSE) > 0) {
		cause = page_link(p, m, SIPCODE_F_CAUSE, 0);
		return page_join(cause->key, " ",
		                 page_text(p, cause, SIPCODE_F_NAME));
	}
	if (page_len(p, m, SIPCODE_F_CODE) == 0 ||
	    page_len(p, m, SIPCODE_F_OTHER) == 0)
		return page_label(p, LABEL_no_cause);
	return page_is(p, m, SIPCODE_F_OTHER, "any")
	               ? page_label(p, LABEL_every_cause)
	               : other_of(p, m);
}

static const char *code_side(const struct page *p, const struct entry *m)
{
	if (page_len(p, m, SIPCODE_F_CODE) > 0)
		return page_titles(p, m, SIPCODE_F_CODE);
	return page_len(p, m, SIPCODE_F_OTHER) > 0
	               ? other_of(p, m)
	               : page_label(p, LABEL_no_code);
}

/* The location of a cause is what most mappings of the standard presuppose:
 * to say so each time would bury what else they do. */
static int is_of_location(const struct entry *condition)
{
	return strncmp(condition->key, "location-", 9) == 0;
}

/* "HEAD; conditions; note [SOURCES]". */
static const char *with_conditions(const struct page *p, const char *s,
                                   const struct entry *mapping)
{
	for (size_t i = 0; i < page_len(p, mapping, SIPCODE_F_IF); i++) {
		const struct entry *condition =
			page_link(p, mapping, SIPCODE_F_IF, i);

		if (!is_of_location(condition))
			s = page_join(s, "; ",
			              page_text(p, condition, SIPCODE_F_TEXT));
	}
	s = page_join(s, "; ", page_text(p, mapping, SIPCODE_F_NOTE));
	return page_proved(p, s, mapping, SIPCODE_F_SOURCE);
}

const char *fact_causes(const struct page *p, const struct entry *mapping)
{
	return with_conditions(p, cause_side(p, mapping), mapping);
}

const char *fact_codes(const struct page *p, const struct entry *mapping)
{
	return with_conditions(p, code_side(p, mapping), mapping);
}

const char *fact_both(const struct page *p, const struct entry *mapping)
{
	const char *code = code_side(p, mapping),
		   *cause = cause_side(p, mapping);
	int to_cause = fact_maps(p, mapping, "to-cause");

	return with_conditions(p,
	                       page_join(to_cause ? code : cause, ": ",
	                                 to_cause ? cause : code),
	                       mapping);
}

static void mapping_facts(struct page *p, const struct entry *code,
                          const char *direction, enum label label)
{
	for (size_t i = 0; i < page_len(p, code, SIPCODE_F_MAPPINGS); i++) {
		const struct entry *mapping =
			page_link(p, code, SIPCODE_F_MAPPINGS, i);

		if (fact_maps(p, mapping, direction))
			page_item(p, page_label(p, label),
			          fact_causes(p, mapping));
	}
}

/* A fact, if it has a text. */
static void show_fact(struct page *p, enum label label, const char *text)
{
	if (*text != '\0')
		page_item(p, page_label(p, label), text);
}

/* "later: when Retry-After says [RFC 3261 section 21]": the fields of the word,
 * of the note, if there may be one, and of the sources. */
static void word_fact_of(struct page *p, const struct entry *code,
                         enum label label, const char *prefix,
                         const enum sipcode_field field[3])
{
	const char *s;

	if (page_len(p, code, field[0]) == 0)
		return;
	s = page_word(p, prefix, page_text(p, code, field[0]));
	if (field[1] != SIPCODE_F_NONE)
		s = page_join(s, ": ", page_text(p, code, field[1]));
	page_item(p, page_label(p, label), page_proved(p, s, code, field[2]));
}

/* A text of the code itself with the sources of its own. */
static void text_fact_of(struct page *p, const struct entry *code,
                         enum label label, enum sipcode_field field,
                         enum sipcode_field sources)
{
	if (page_len(p, code, field) > 0)
		page_item(p, page_label(p, label),
		          page_proved(p, page_text(p, code, field), code,
		                      sources));
}

static void show_references(struct page *p, const struct entry *code)
{
	const char *status = page_text(p, code, SIPCODE_F_STATUS);
	const char *s = page_documents(p, code, SIPCODE_F_REFERENCE);

	if (strcmp(status, "registered") == 0) {
		show_fact(p, LABEL_reference, s);
		return;
	}
	show_fact(p, LABEL_reference,
	          page_proved(p, s, code, SIPCODE_F_SOURCE));
	show_fact(p, LABEL_status,
	          page_doubted(p, page_word(p, "status", status), code));
}

static void method_facts(struct page *p, const struct entry *code)
{
	const char *s = page_list(p, code, SIPCODE_F_METHOD);

	if (*s == '\0')
		return;
	if (strcmp(s, "any") == 0)
		s = page_join(page_label(p, LABEL_answers_any), ", ",
		              page_list(p, code, SIPCODE_F_NOT_METHOD));
	s = page_join(s, "; ", page_text(p, code, SIPCODE_F_METHOD_NOTE));
	show_fact(p, LABEL_answers,
	          page_proved(p, s, code, SIPCODE_F_METHOD_SOURCE));
}

/* What stands in other records: rules for proxies, and other phrases. */
static void owned_facts(struct page *p, const struct entry *code)
{
	for (size_t i = 0; i < page_len(p, code, SIPCODE_F_RULES); i++) {
		const struct entry *rule =
			page_link(p, code, SIPCODE_F_RULES, i);

		if (page_number(p, rule, SIPCODE_F_FIRST) ==
		    page_number(p, rule, SIPCODE_F_LAST))
			show_fact(p, LABEL_proxies,
			          page_proved(
					  p, page_text(p, rule, SIPCODE_F_TEXT),
					  rule, SIPCODE_F_SOURCE));
	}
	for (size_t i = 0; i < page_len(p, code, SIPCODE_F_VARIANTS); i++) {
		const struct entry *variant =
			page_link(p, code, SIPCODE_F_VARIANTS, i);
		const char *s = arena_print(
			"\"%s\" %s", page_text(p, variant, SIPCODE_F_PHRASE),
			page_text(p, variant, SIPCODE_F_NOTE));

		show_fact(p, LABEL_also_called,
		          page_proved(p, s, variant, SIPCODE_F_SOURCE));
	}
}

/* The other codes of the comparisons that a code stands in, each once. */
static const char *others_compared(const struct page *p,
                                   const struct entry *code)
{
	const char *list = "";

	for (size_t i = 0; i < page_len(p, code, SIPCODE_F_PAIRS); i++) {
		const struct entry *pair =
			page_link(p, code, SIPCODE_F_PAIRS, i);

		for (size_t k = 0; k < page_len(p, pair, SIPCODE_F_CODE); k++) {
			const struct entry *other =
				page_link(p, pair, SIPCODE_F_CODE, k);

			/* All keys of codes have three digits. */
			if (other != code && strstr(list, other->key) == NULL)
				list = page_join(list, ", ", other->key);
		}
	}
	return list;
}

void fact_all(struct page *p, const struct entry *code)
{
	static const enum sipcode_field local[] = { SIPCODE_F_LOCAL,
		                                    SIPCODE_F_NONE,
		                                    SIPCODE_F_LOCAL_SOURCE },
					retry[] = { SIPCODE_F_RETRY,
		                                    SIPCODE_F_RETRY_NOTE,
		                                    SIPCODE_F_RETRY_SOURCE },
					effect[] = { SIPCODE_F_EFFECT,
		                                     SIPCODE_F_EFFECT_NOTE,
		                                     SIPCODE_F_EFFECT_SOURCE };

	page_heading(p, page_label(p, LABEL_facts));
	page_begin_facts(p);
	show_references(p, code);
	duty_facts_of_code(p, code);
	method_facts(p, code);
	show_fact(p, LABEL_sent_by, page_list(p, code, SIPCODE_F_SENT_BY));
	word_fact_of(p, code, LABEL_local, "local", local);
	word_fact_of(p, code, LABEL_retry, "retry", retry);
	word_fact_of(p, code, LABEL_effect, "effect", effect);
	owned_facts(p, code);
	mapping_facts(p, code, "to-cause", LABEL_to_cause);
	mapping_facts(p, code, "to-sip", LABEL_from_cause);
	text_fact_of(p, code, LABEL_http, SIPCODE_F_HTTP_PHRASE,
	             SIPCODE_F_HTTP_SOURCE);
	text_fact_of(p, code, LABEL_stun, SIPCODE_F_STUN_PHRASE,
	             SIPCODE_F_STUN_SOURCE);
	show_fact(p, LABEL_see, page_list(p, code, SIPCODE_F_SEE));
	show_fact(p, LABEL_compare, others_compared(p, code));
	show_fact(p, LABEL_sources, page_documents(p, code, SIPCODE_F_READ));
	page_end_list(p);
}
