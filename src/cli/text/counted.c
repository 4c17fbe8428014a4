/* counted.c - what the answer counts instead of showing it: how many records,
 * and the products that have most of them, in one line of 80 columns. */
#include "text/counted.h"

#include <string.h>

#include "words/label.h"
#include "chars.h"
#include "len.h"
#include "utf8.h"

enum { NAMES_MAX = 64, SHOWN_MAX = 3, LINE_MAX_COLUMNS = 64 };

/* The products of some records; beyond NAMES_MAX they are only counted. */
struct names {
	struct name {
		const char *s;
		size_t n, times;
	} name[NAMES_MAX];
	size_t names;
};

static void add_name(struct names *all, const char *s, size_t n)
{
	for (size_t i = 0; i < all->names; i++) {
		struct name *known = &all->name[i];

		if (known->n == n && memcmp(known->s, s, n) == 0) {
			known->times++;
			return;
		}
	}
	if (all->names < NAMES_MAX) {
		struct name name = { s, n, 1 };

		all->name[all->names++] = name;
	}
}

/* "Kamailio (N/TM)" and "OpenSIPS, Kamailio": names without what is in
 * brackets, each for itself. */
static void add_names(struct names *all, const struct sipcode_row *record)
{
	const char *s = sipcode_text(record, SIPCODE_F_PRODUCT, 0);

	while (*s != '\0') {
		size_t n = strcspn(s, ",("), len = n;

		while (len > 0 && s[len - 1] == ' ')
			len--;
		if (len > 0)
			add_name(all, s, len);
		if (s[n] == '(')
			n += strcspn(s + n, ")");
		s += n;
		s += chars_run(s, "), ");
	}
}

static void collect(struct names *all, const struct sipcode_row *code,
                    enum sipcode_field field)
{
	for (size_t i = 0; i < sipcode_len(code, field); i++)
		add_names(all, sipcode_link(code, field, i));
}

/* Of which to speak first: more records, or else a shorter name. */
static int goes_before(const struct name *a, const struct name *b)
{
	return a->times != b->times ? a->times > b->times : a->n < b->n;
}

static void sort_names(struct names *all)
{
	for (size_t i = 1; i < all->names; i++) {
		struct name moved = all->name[i];
		size_t k = i;

		for (; k > 0 && goes_before(&moved, &all->name[k - 1]); k--)
			all->name[k] = all->name[k - 1];
		all->name[k] = moved;
	}
}

/* "14 phrases", "1 phrase". */
static void add_count(struct strbuf *b, int lang, size_t n, enum label one,
                      enum label many)
{
	struct strbuf digits = { 0 };
	const char *arg[1];

	strbuf_number(&digits, n);
	arg[0] = strbuf_text(&digits);
	label_fill(b, label_text(lang, n == 1 ? one : many), arg, 1);
	strbuf_free(&digits);
}

static void add_pair(struct strbuf *b, int lang, enum label label,
                     const char *one, const char *two)
{
	const char *arg[2] = { one, two };

	label_fill(b, label_text(lang, label), arg, 2);
}

/* Adds "a, b and c", "a, b and 4 more", or "9 products" where none is shown. */
static void list_names(struct strbuf *b, const struct names *all, int lang,
                       size_t shown)
{
	size_t joined = shown < all->names || shown == 1 ? shown : shown - 1;
	struct strbuf list = { 0 }, last = { 0 };

	for (size_t i = 0; i < joined; i++) {
		strbuf_add(&list, i > 0 ? ", " : "");
		strbuf_bytes(&list, all->name[i].s, all->name[i].n);
	}
	if (shown == 0) {
		add_count(b, lang, all->names, LABEL_product_count,
		          LABEL_products_count);
	} else if (shown < all->names) {
		strbuf_number(&last, all->names - shown);
		add_pair(b, lang, LABEL_and_more, strbuf_text(&list),
		         strbuf_text(&last));
	} else if (joined < shown) {
		strbuf_bytes(&last, all->name[joined].s, all->name[joined].n);
		add_pair(b, lang, LABEL_and, strbuf_text(&list),
		         strbuf_text(&last));
	} else {
		strbuf_add(b, strbuf_text(&list));
	}
	strbuf_free(&list);
	strbuf_free(&last);
}

/* "COUNTS of NAMES: sipcode -a CODE", with as many names as one line has
 * room for. */
static void add_line(struct strbuf *b, const struct sipcode_row *code,
                     const char *counts, struct names *all)
{
	int lang = sipcode_row_lang(code);
	struct strbuf names = { 0 }, number = { 0 };
	size_t shown = all->names < SHOWN_MAX ? all->names : SHOWN_MAX;
	const char *arg[3];

	strbuf_number(&number, sipcode_number(code, SIPCODE_F_CODE, 0));
	sort_names(all);
	for (;; shown--) {
		strbuf_reset(&names);
		strbuf_reset(b);
		list_names(&names, all, lang, shown);
		arg[0] = counts;
		arg[1] = strbuf_text(&names);
		arg[2] = strbuf_text(&number);
		label_fill(b, label_text(lang, LABEL_counted), arg, 3);
		if (shown == 0 ||
		    utf8_columns(b->s, b->len) <= LINE_MAX_COLUMNS)
			break;
	}
	strbuf_free(&names);
	strbuf_free(&number);
}

void counted_products(struct strbuf *b, const struct sipcode_row *code)
{
	size_t phrases = sipcode_len(code, SIPCODE_F_SIGHTINGS);
	size_t notes = sipcode_len(code, SIPCODE_F_NOTES);
	int lang = sipcode_row_lang(code);
	struct strbuf one = { 0 }, two = { 0 }, counts = { 0 };
	struct names all = { .names = 0 };

	add_count(&one, lang, phrases, LABEL_phrase_count, LABEL_phrases_count);
	add_count(&two, lang, notes, LABEL_note_count, LABEL_notes_count);
	if (phrases > 0 && notes > 0)
		add_pair(&counts, lang, LABEL_and, strbuf_text(&one),
		         strbuf_text(&two));
	else
		strbuf_add(&counts, strbuf_text(phrases > 0 ? &one : &two));
	collect(&all, code, SIPCODE_F_SIGHTINGS);
	collect(&all, code, SIPCODE_F_NOTES);
	if (phrases + notes > 0)
		add_line(b, code, strbuf_text(&counts), &all);
	strbuf_free(&one);
	strbuf_free(&two);
	strbuf_free(&counts);
}

void counted_practice(struct strbuf *b, const struct sipcode_row *code)
{
	size_t n = sipcode_len(code, SIPCODE_F_PRACTICE);
	struct strbuf counts = { 0 };
	struct names all = { .names = 0 };

	if (n == 0)
		return;
	add_count(&counts, sipcode_row_lang(code), n, LABEL_case_count,
	          LABEL_cases_count);
	collect(&all, code, SIPCODE_F_PRACTICE);
	add_line(b, code, strbuf_text(&counts), &all);
	strbuf_free(&counts);
}

void counted_all(struct strbuf *b, const struct sipcode_row *product)
{
	static const struct {
		enum sipcode_field field;
		enum label one, many;
	} parts[] = {
		{ SIPCODE_F_FAILOVERS, LABEL_rule_count, LABEL_rules_count },
		{ SIPCODE_F_PRACTICE, LABEL_case_count, LABEL_cases_count },
		{ SIPCODE_F_NOTES, LABEL_note_count, LABEL_notes_count },
		{ SIPCODE_F_SIGHTINGS, LABEL_phrase_count,
		  LABEL_phrases_count },
		{ SIPCODE_F_NUMBERS, LABEL_number_count, LABEL_numbers_count },
		{ SIPCODE_F_DISGUISES, LABEL_disguise_count,
		  LABEL_disguises_count },
		{ SIPCODE_F_NAMES, LABEL_listed_count, LABEL_listed_counts },
		{ SIPCODE_F_MAPPINGS, LABEL_mapping_count,
		  LABEL_mappings_count },
	};
	size_t before = b->len;

	for (size_t i = 0; i < LEN(parts); i++) {
		size_t n = sipcode_len(product, parts[i].field);

		if (n == 0)
			continue;
		strbuf_add(b, b->len > before ? ", " : "");
		add_count(b, sipcode_row_lang(product), n, parts[i].one,
		          parts[i].many);
	}
}

void counted_more(struct strbuf *b, int lang, size_t n)
{
	add_count(b, lang, n, LABEL_more_count, LABEL_more_count);
}
