/* rule.c - findings, and what the rules are called that they are of. */
#include "check.h"

#include "chars.h"
#include "len.h"

void check_add(struct check *c, enum sipcode_problem problem, int must,
               const struct sipcode_row *duty, struct sipcode_span at)
{
	struct sipcode_finding f = {
		.problem = problem, .must = must, .duty = duty, .at = at
	};

	if (problem != SIPCODE_LACKS &&
	    c->same[problem]++ >= SIPCODE_FINDINGS_SAME) {
		if (c->last[problem] < c->max)
			c->finding[c->last[problem]].more++;
		return;
	}
	if (c->found < c->max)
		c->finding[c->found] = f;
	c->last[problem] = c->found++;
}

size_t sipcode_rule_id(const struct sipcode_finding *finding, char *id,
                       size_t size)
{
	static const char names[][32] = {
		[SIPCODE_LACKS] = "missing-",
		[SIPCODE_BAD_CODE] = "bad-status-code",
		[SIPCODE_BAD_LINE] = "bad-line",
		[SIPCODE_BAD_NUMBER] = "bad-number",
		[SIPCODE_BAD_METHOD] = "bad-method",
		[SIPCODE_NO_TAG] = "no-to-tag",
		[SIPCODE_BODY_CUT] = "body-cut",
		[SIPCODE_UNFINISHED] = "cut",
		[SIPCODE_VIA_DIFFERS] = "via-differs",
		[SIPCODE_FROM_DIFFERS] = "from-differs",
		[SIPCODE_TO_DIFFERS] = "to-differs",
		[SIPCODE_CALL_ID_DIFFERS] = "call-id-differs",
		[SIPCODE_CSEQ_DIFFERS] = "cseq-differs",
		[SIPCODE_TIMESTAMP_DIFFERS] = "timestamp-differs",
		[SIPCODE_NO_RECEIVED] = "no-received",
		[SIPCODE_RECORD_ROUTE_DIFFERS] = "record-route-differs",
		[SIPCODE_CONTACT_NOT_SIPS] = "contact-not-sips",
		[SIPCODE_NO_SESSION] = "no-session-description",
		[SIPCODE_MEDIA_DIFFER] = "media-differ",
		[SIPCODE_REQUIRE_UNSUPPORTED] = "require-unsupported",
		[SIPCODE_UNSUPPORTED_NOT_REQUIRED] = "unsupported-not-required",
		[SIPCODE_RECV_INFO_UNASKED] = "recv-info-unasked",
		[SIPCODE_ALLOW_LISTS_METHOD] = "allow-lists-method",
		[SIPCODE_ACCEPT_LISTS_TYPE] = "accept-lists-type",
		[SIPCODE_INTERVAL_NOT_BRIEF] = "interval-not-brief",
		[SIPCODE_MIN_EXPIRES_LOW] = "min-expires-low",
		[SIPCODE_EXPIRES_LONGER] = "expires-longer",
		[SIPCODE_MIN_SE_LOW] = "min-se-low",
		[SIPCODE_SESSION_LONGER] = "session-expires-longer",
		[SIPCODE_SESSION_SHORTER] = "session-expires-shorter",
		[SIPCODE_REFRESHER_DIFFERS] = "refresher-differs",
	};
	const char *part[2] = { "", "" };
	size_t n = 0;

	if (finding != NULL && (unsigned)finding->problem < LEN(names)) {
		part[0] = names[finding->problem];
		part[1] = sipcode_text(finding->duty, SIPCODE_F_HEADER, 0);
	}
	for (size_t i = 0; i < LEN(part); i++)
		for (const char *s = part[i]; *s != '\0'; s++, n++)
			if (n + 1 < size)
				id[n] = char_lower(*s);
	if (size > 0)
		id[n < size ? n : size - 1] = '\0';
	return n;
}
