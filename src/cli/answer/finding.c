/* finding.c - what is meant and what is wrong, in words. */
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
	strbuf_reset(source);
	section = section_of_problem(f->problem);
	if (section != NULL)
		label_rfc3261(source, e->lang, section);
	if (f->duty != NULL)
		row_sources(source, f->duty, SIPCODE_F_SOURCE);
	else if (f->problem == SIPCODE_BAD_METHOD)
		row_sources(source, e->code, SIPCODE_F_METHOD_SOURCE);
}
