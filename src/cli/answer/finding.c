/* finding.c - what is meant and what is wrong, in words. */
#include <string.h>

#include "answer/remark.h"
#include "exchange/secret.h"
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
		f->must = f->problem != SIPCODE_UNFINISHED &&
		          f->problem != SIPCODE_ACCEPT_LISTS_TYPE;
		return 1;
	}
	f->problem = SIPCODE_LACKS;
	f->duty = sipcode_row(0, SIPCODE_DUTIES, i - problems);
	f->must = row_is(f->duty, SIPCODE_F_LEVEL, "MUST");
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

/* What is said of each problem; which RFC demands it, 0 if a row knows that, or
 * nobody does; and whether the bytes that it is about are shown. */
static const struct {
	enum label label;
	unsigned rfc;
	char section[12];
	int shown;
} problems[SIPCODE_PROBLEMS] = {
	[SIPCODE_LACKS] = { LABEL_lacks, 0, "", 0 },
	[SIPCODE_BAD_CODE] = { LABEL_bad_code, 3261, "7.2", 0 },
	[SIPCODE_BAD_LINE] = { LABEL_bad_line, 3261, "7.3", 1 },
	[SIPCODE_BAD_NUMBER] = { LABEL_bad_number, 3261, "25.1", 1 },
	[SIPCODE_BAD_METHOD] = { LABEL_bad_method, 0, "", 1 },
	[SIPCODE_NO_TAG] = { LABEL_no_tag, 3261, "8.2.6.2", 0 },
	[SIPCODE_BODY_CUT] = { LABEL_body_cut, 3261, "18.3", 0 },
	[SIPCODE_UNFINISHED] = { LABEL_unfinished, 0, "", 0 },
	[SIPCODE_VIA_DIFFERS] = { LABEL_via_differs, 3261, "8.2.6.2", 1 },
	[SIPCODE_FROM_DIFFERS] = { LABEL_from_differs, 3261, "8.2.6.2", 1 },
	[SIPCODE_TO_DIFFERS] = { LABEL_to_differs, 3261, "8.2.6.2", 1 },
	[SIPCODE_CALL_ID_DIFFERS] = { LABEL_call_id_differs, 3261, "8.2.6.2",
	                              1 },
	[SIPCODE_CSEQ_DIFFERS] = { LABEL_cseq_differs, 3261, "8.2.6.2", 1 },
	[SIPCODE_TIMESTAMP_DIFFERS] = { LABEL_time_differs, 3261, "8.2.6.1",
	                                1 },
	[SIPCODE_NO_RECEIVED] = { LABEL_no_received, 3581, "4", 1 },
	[SIPCODE_RECORD_ROUTE_DIFFERS] = { LABEL_record_route_differs, 3261,
	                                   "12.1.1", 1 },
	[SIPCODE_CONTACT_NOT_SIPS] = { LABEL_contact_not_sips, 3261, "12.1.1",
	                               1 },
	[SIPCODE_NO_SESSION] = { LABEL_no_session, 3261, "13.3.1.4", 0 },
	[SIPCODE_MEDIA_DIFFER] = { LABEL_media_differ, 3264, "6", 0 },
	[SIPCODE_REQUIRE_UNSUPPORTED] = { LABEL_require_unsupported, 3261,
	                                  "8.2.4", 1 },
	[SIPCODE_UNSUPPORTED_NOT_REQUIRED] = { LABEL_unsupported_not_required,
	                                       3261, "8.2.2.3", 1 },
	[SIPCODE_RECV_INFO_UNASKED] = { LABEL_recv_info_unasked, 6086, "5.2.3",
	                                0 },
	[SIPCODE_ALLOW_LISTS_METHOD] = { LABEL_allow_lists_method, 3261,
	                                 "21.4.6", 1 },
	[SIPCODE_ACCEPT_LISTS_TYPE] = { LABEL_accept_lists_type, 3261,
	                                "21.4.13", 1 },
	[SIPCODE_INTERVAL_NOT_BRIEF] = { LABEL_interval_not_brief, 3261, "10.3",
	                                 0 },
	[SIPCODE_MIN_EXPIRES_LOW] = { LABEL_min_expires_low, 3261, "10.3", 1 },
	[SIPCODE_EXPIRES_LONGER] = { LABEL_expires_longer, 6665, "3.1.1", 1 },
	[SIPCODE_MIN_SE_LOW] = { LABEL_min_se_low, 4028, "6", 1 },
	[SIPCODE_SESSION_LONGER] = { LABEL_session_longer, 4028, "9", 1 },
	[SIPCODE_SESSION_SHORTER] = { LABEL_session_shorter, 4028, "9", 1 },
	[SIPCODE_REFRESHER_DIFFERS] = { LABEL_refresher_differs, 4028, "9", 1 },
};

/* What it is about: the header field that is due, or the bytes. */
static void add_subject(struct strbuf *text, const struct sipcode_finding *f)
{
	enum { SHOWN_MAX = 60 };

	if (f->duty != NULL) {
		strbuf_add(text, " ");
		duty_header(text, f->duty);
		strbuf_add(text, ": ");
		strbuf_add(text, sipcode_text(f->duty, SIPCODE_F_NOTE, 0));
	} else if (problems[f->problem].shown && f->at.n > 0) {
		strbuf_add(text, ": ");
		secret_excerpt(text, f->at, SHOWN_MAX, 0);
	}
}

void finding_rule(struct strbuf *text, struct strbuf *source,
                  const struct sipcode_finding *f)
{
	strbuf_add(text, label_text(0, problems[f->problem].label));
	if (f->duty != NULL) {
		strbuf_add(text, " ");
		strbuf_add(text, sipcode_text(f->duty, SIPCODE_F_HEADER, 0));
		strbuf_add(source, sipcode_text(f->duty, SIPCODE_F_SOURCE, 0));
	} else if (problems[f->problem].rfc != 0) {
		label_rfc(source, 0, problems[f->problem].rfc,
		          problems[f->problem].section);
	}
}

void finding_text(struct strbuf *text, struct strbuf *source,
                  const struct explained *e, const struct sipcode_finding *f)
{
	strbuf_reset(text);
	if (e->message->code != 0) {
		strbuf_number(text, e->message->code);
		strbuf_add(text, " ");
	}
	strbuf_add(text, label_text(e->lang, problems[f->problem].label));
	add_subject(text, f);
	label_more(text, e->lang, f->more);
	strbuf_reset(source);
	if (problems[f->problem].rfc != 0)
		label_rfc(source, e->lang, problems[f->problem].rfc,
		          problems[f->problem].section);
	if (f->duty != NULL)
		row_sources(source, f->duty, SIPCODE_F_SOURCE);
	else if (f->problem == SIPCODE_BAD_METHOD)
		row_sources(source, e->code, SIPCODE_F_METHOD_SOURCE);
}
