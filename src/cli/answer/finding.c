/* finding.c - what is meant and what is wrong, in words. */
#include <string.h>

#include "answer/remark.h"
#include "words/duty.h"
#include "words/label.h"
#include "words/row.h"

const char *remark_meaning(const struct explained *e, const struct remark *r)
{
	const char *s = sipcode_text(r->row, r->meaning, 0);

	if (*s == '\0' && r->label >= 0)
		return label_text(e->lang, (enum label)r->label);
	return s;
}

const char *remark_step(const struct remark *r)
{
	return sipcode_text(r->row, r->step, 0);
}

struct place explained_place(const struct explained *e, struct sipcode_span at)
{
	return places_find(e->places, (size_t)(at.s - e->message->all.s));
}

int finding_is_fault(const struct sipcode_finding *f)
{
	return f->problem != SIPCODE_UNFINISHED;
}

const char *finding_level(const struct sipcode_finding *f)
{
	if (!finding_is_fault(f))
		return "note";
	return f->must ? "error" : "warning";
}

/* Is the word one of a list with commas? */
static int is_in(const char *list, const char *word, size_t n)
{
	for (;;) {
		size_t len = strcspn(list, ",");

		if (len == n && memcmp(list, word, n) == 0)
			return 1;
		if (list[len] == '\0')
			return 0;
		list += len + 1;
	}
}

int finding_is_wanted(const struct wanted *w, const struct sipcode_finding *f)
{
	char id[RULE_MAX];
	size_t n;

	if (w->errors_only && (!f->must || !finding_is_fault(f)))
		return 0;
	if (w->lists == 0)
		return 1;
	n = sipcode_rule_id(f, id, sizeof(id));
	for (size_t i = 0; i < w->lists; i++)
		if (is_in(w->ignored[i], id, n))
			return 0;
	return 1;
}

int finding_of_rule(size_t i, struct sipcode_finding *f)
{
	size_t problems = SIPCODE_PROBLEMS - 1; /* without SIPCODE_LACKS */

	memset(f, 0, sizeof(*f));
	if (i < problems) {
		f->problem = (enum sipcode_problem)(i + 1);
		return 1;
	}
	f->problem = SIPCODE_LACKS;
	f->duty = sipcode_row(0, SIPCODE_DUTIES, i - problems);
	return f->duty != NULL;
}

int finding_is_rule(const char *id, size_t n)
{
	struct sipcode_finding f;
	char rule[RULE_MAX];

	for (size_t i = 0; finding_of_rule(i, &f); i++)
		if (sipcode_rule_id(&f, rule, sizeof(rule)) == n &&
		    memcmp(rule, id, n) == 0)
			return 1;
	return 0;
}

static enum label label_of_problem(enum sipcode_problem problem)
{
	switch (problem) {
	case SIPCODE_BAD_CODE:
		return LABEL_bad_code;
	case SIPCODE_BAD_LINE:
		return LABEL_bad_line;
	case SIPCODE_BAD_NUMBER:
		return LABEL_bad_number;
	case SIPCODE_BAD_METHOD:
		return LABEL_bad_method;
	case SIPCODE_NO_TAG:
		return LABEL_no_tag;
	case SIPCODE_BODY_CUT:
		return LABEL_body_cut;
	case SIPCODE_UNFINISHED:
		return LABEL_unfinished;
	case SIPCODE_LACKS:
	case SIPCODE_PROBLEMS:
		break;
	}
	return LABEL_lacks;
}

/* The section of RFC 3261 that says so; NULL if a row knows it, or nobody. */
static const char *section_of_problem(enum sipcode_problem problem)
{
	switch (problem) {
	case SIPCODE_BAD_CODE:
		return "7.2";
	case SIPCODE_BAD_LINE:
		return "7.3";
	case SIPCODE_BAD_NUMBER:
		return "25.1";
	case SIPCODE_NO_TAG:
		return "8.2.6.2";
	case SIPCODE_BODY_CUT:
		return "18.3";
	case SIPCODE_LACKS:
	case SIPCODE_BAD_METHOD:
	case SIPCODE_UNFINISHED:
	case SIPCODE_PROBLEMS:
		break;
	}
	return NULL;
}

/* What it is about: the header field that is due, or the bytes. */
static void add_subject(struct strbuf *text, const struct sipcode_finding *f)
{
	enum { SHOWN_MAX = 60 };

	if (f->duty != NULL) {
		strbuf_add(text, " ");
		duty_header(text, f->duty);
		strbuf_add(text, ": ");
		strbuf_add(text, sipcode_text(f->duty, SIPCODE_F_NOTE, 0));
	} else if (f->problem == SIPCODE_BAD_METHOD ||
	           f->problem == SIPCODE_BAD_NUMBER ||
	           f->problem == SIPCODE_BAD_LINE) {
		strbuf_add(text, ": ");
		strbuf_excerpt(text, f->at.s, f->at.n, SHOWN_MAX, 0);
	}
}

void finding_text(struct strbuf *text, struct strbuf *source,
                  const struct explained *e, const struct sipcode_finding *f)
{
	const char *section;

	strbuf_reset(text);
	if (e->message->code != 0) {
		strbuf_number(text, e->message->code);
		strbuf_add(text, " ");
	}
	strbuf_add(text, label_text(e->lang, label_of_problem(f->problem)));
	add_subject(text, f);
	label_more(text, e->lang, f->more);
	strbuf_reset(source);
	section = section_of_problem(f->problem);
	if (section != NULL)
		label_rfc3261(source, e->lang, section);
	if (f->duty != NULL)
		row_sources(source, f->duty, SIPCODE_F_SOURCE);
	else if (f->problem == SIPCODE_BAD_METHOD)
		row_sources(source, e->code, SIPCODE_F_METHOD_SOURCE);
}
