/* text.h - the text format: parts that its files share, and what each of
 * them shows. */
#ifndef TEXT_H
#define TEXT_H

#include <sipcode.h>

#include <stdint.h>

#include "answer/answer.h"
#include "answer/format.h"
#include "layout/layout.h"
#include "io/out.h"
#include "io/strbuf.h"
#include "labels.h"

/* How many bullets of a list the answer shows. */
enum { ANSWER_BULLETS = 4, COMPARED_BULLETS = 2, EVERY_BULLET = 1 << 16 };

extern const struct format format_text;

/* The style of a status code, by its class; bold for other numbers. */
enum style text_style(unsigned long code);
enum style text_style_of(const struct sipcode_row *code);
/* Begins and ends a style; STYLE_PLAIN is none. */
void text_begin(struct out *o, enum style style);
void text_end(struct out *o, enum style style);
/* A line of its own in a style; more lines where it is too wide. */
void text_title(struct out *o, enum style style, const char *text);
/* A line in a style, behind so many blanks; in Markdown a heading of that
 * level, or with level 0 a bold line. */
void text_head(struct out *o, enum style style, unsigned indent, unsigned level,
               const char *text);
/* "Normal. Busy, or the call was rejected. ..." of a code. */
void text_verdict(struct out *o, const struct sipcode_row *code);
/* The values of a field behind bullets, under a heading; nothing if there
 * are none.  At most so many of them, and how many are left out. */
void text_bullets(struct out *o, const struct sipcode_row *row,
                  enum sipcode_field field, enum label heading, size_t most);
/* The same as paragraphs. */
void text_paragraphs(struct out *o, const struct sipcode_row *row,
                     enum sipcode_field field, enum label heading);
/* The heads of the facts that follow, as lay_table(). */
void text_fact_table(struct out *o, int lang);
/* A fact, with the sources of the row in that field behind it; none if that
 * is SIPCODE_F_NONE. */
void text_fact(struct out *o, const char *label, const char *text,
               const struct sipcode_row *row, enum sipcode_field sources);
/* Rows that the code owns, a fact each: what tell() adds to the text, which
 * may be nothing, and the source. */
void text_owned(struct out *o, const struct sipcode_row *row,
                enum sipcode_field field, enum label label,
                void (*tell)(struct strbuf *, const struct sipcode_row *));
/* The same of at most so many. */
void text_owned_some(struct out *o, const struct sipcode_row *row,
                     enum sipcode_field field, enum label label,
                     void (*tell)(struct strbuf *, const struct sipcode_row *),
                     size_t most);
/* Adds the string in quotes, and a blank. */
void text_quoted(struct strbuf *b, const char *s);
/* Adds a sighting: its phrases, whose they are, and what they mean. */
void text_sighting(struct strbuf *b, const struct sipcode_row *sighting);
/* Adds the phrases of a sighting: "Busy", "Busy now". */
void text_phrases(struct strbuf *b, const struct sipcode_row *sighting);

/* The page of a status code. */
void text_code(struct out *o, const struct sipcode_row *row,
               enum content content);
/* The facts of a code, under their heading. */
void text_facts(struct out *o, const struct sipcode_row *row);
/* The page of a row of any other set; all: with its sources. */
void text_record(struct out *o, const struct sipcode_row *row, int all);
/* What can be said of a code that no row has. */
void text_unknown(struct out *o, int lang, const struct item *item);
/* Mappings as a table; of_cause: all are of one cause, else of one code; all:
 * with their sources. */
void text_mappings(struct out *o, int lang, const struct items *mappings,
                   int of_cause, int all);
/* Rules of failover, by what comes of the response; all: with sources. */
void text_failovers(struct out *o, const struct items *rules, int all);
/* What is known of a product, below its title. */
void text_product(struct out *o, const struct sipcode_row *product, int all);
/* What the product does with the code and means by it, with a title. */
void text_product_code(struct out *o, const struct sipcode_row *product,
                       const struct sipcode_row *code, int all);
/* A line an item. */
void text_list(struct out *o, const struct answer *a);
void text_hits(struct out *o, const struct answer *a);
/* A line a row of any set. */
void text_choice(struct out *o, const struct answer *a);
void text_comparison(struct out *o, const struct answer *a);
void text_flow(struct out *o, const struct sipcode_row *flow, int all);

/* What in the request led to a response, under a heading; nothing if nothing
 * is known. */
void text_grounds(struct out *o, const struct explained *e);

/* The functions of the format. */
void text_tally(struct out *o, const struct tally *t);
void text_explained(struct out *o, const struct explained *e, int first,
                    int brief);
void text_overview(struct out *o, const struct overview *v);
void text_left_out(struct out *o, int lang, uint64_t n);
void text_ladder(struct out *o, int lang, const struct call *c, int first);
void text_checked(struct out *o, const struct explained *e, int first);
void text_copied(struct out *o, const char *s, size_t n);
void text_annotated(struct out *o, const struct meaning *m, const char *s,
                    size_t n);

#endif
