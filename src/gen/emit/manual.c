/* manual.c - sipcode(7): the whole reference as a manual page. */
#include <stdlib.h>
#include <string.h>

#include "emit/emit.h"
#include "io/arena.h"
#include "manual/code.h"
#include "manual/roff.h"
#include "manual/route.h"
#include "manual/sets.h"

/* The date of the registry, which --version shows, as mdoc has it: that of
 * "IANA sip-parameters-7 (2026-08-17)"; nothing if there is none. */
static void write_date(struct page *p)
{
	static const char *const months[] = {
		"January",   "February", "March",    "April",
		"May",       "June",     "July",     "August",
		"September", "October",  "November", "December",
	};
	const struct set *codes = &p->m->set[SIPCODE_CODES];
	const char *s = codes->entries == 0 ? ""
	                                    : page_text(p, codes->entry[0],
	                                                SIPCODE_F_SOURCE);
	int year, month, day;

	s = strrchr(s, '(');
	if (s != NULL && sscanf(s, "(%4d-%2d-%2d)", &year, &month, &day) == 3 &&
	    month >= 1 && month <= 12)
		fprintf(p->out, ".Dd %s %d, %d\n", months[month - 1], day,
		        year);
	else
		fputs(".Dd\n", p->out);
}

static void begin_page(struct page *p)
{
	fputs(".\\\" sipcode.7 - made by sipcode-gen from the records in "
	      "data/: "
	      "do not edit.\n",
	      p->out);
	write_date(p);
	/* No word is hyphenated, so that grep finds it; groff asks the
	 * register. */
	fputs(".Dt SIPCODE 7\n.Os\n.nr doc-hyphen-flags 0\n.nh\n.ad l\n"
	      ".Sh NAME\n.Nm sipcode\n",
	      p->out);
	roff_words(p->out, "Nd", page_label(p, LABEL_manual_name));
	page_section(p, page_label(p, LABEL_manual_description));
	page_paragraph(p, page_label(p, LABEL_manual_intro));
	page_paragraph(p, page_label(p, LABEL_manual_unconfirmed));
	page_paragraph(p, page_label(p, LABEL_manual_more));
}

/* The number of a document, marked in one byte of those of all numbers. */
static void mark_rfc(char *marks, const char *source)
{
	if (strncmp(source, "RFC ", 4) == 0)
		marks[strtoul(source + 4, NULL, 10) % 10000] = 1;
}

static void mark_sources(const struct page *p, char *marks)
{
	for (size_t c = 0; c < SCHEMA_COLUMNS; c++) {
		const struct set *set = &p->m->set[columns[c].set];

		if (strcmp(columns[c].words, "=source") != 0)
			continue;
		for (size_t i = 0; i < set->entries; i++) {
			const struct entry *e = set->entry[i];
			size_t n = page_len(p, e, columns[c].field);

			for (size_t k = 0; k < n; k++)
				mark_rfc(marks,
				         page_nth(p, e, columns[c].field, k));
		}
	}
}

/* All documents that are a source of something. */
static void write_standards(struct page *p)
{
	char *marks = arena_alloc(10000);
	int some = 0;

	mark_sources(p, marks);
	page_section(p, page_label(p, LABEL_manual_standards));
	page_paragraph(p, page_label(p, LABEL_manual_standards_intro));
	fputs(".Pp\n", p->out);
	for (int i = 0; i < 10000; i++) {
		if (!marks[i])
			continue;
		fprintf(p->out, some ? ",\nRFC\\ %d" : "RFC\\ %d", i);
		some = 1;
	}
	fputs("\n", p->out);
}

void emit_manual(const struct model *m, size_t lang, FILE *out)
{
	struct page page = { m, lang, out, 0, NULL }, *p = &page;

	begin_page(p);
	code_table(p);
	code_classes(p);
	sets_pairs(p);
	sets_symptoms(p);
	sets_headers(p);
	sets_options(p);
	sets_warnings(p);
	sets_timers(p);
	route_causes(p);
	sets_proxies(p);
	route_failovers(p);
	sets_disguises(p);
	sets_products(p);
	sets_terms(p);
	page_section(p, page_label(p, LABEL_manual_see));
	fputs(".Xr sipcode 1 ,\n.Xr sipcode 3 ,\n.Xr sipcode 5 ,\n"
	      ".Xr sngrep 8\n",
	      out);
	write_standards(p);
}
