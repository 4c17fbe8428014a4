/* reason.c - what Reason, Warning and the header fields of products say. */
#include "answer/own.h"

#include <string.h>

#include "chars.h"
#include "io/number.h"
#include "words/vendor.h"

/* Is it a reason of that protocol?  Tokens have no case (RFC 3261 7.3.1). */
static int is_protocol(struct sipcode_span v, const char *name)
{
	size_t n = strlen(name);

	return v.n >= n && chars_equal(v.s, name, n) &&
	       (v.n == n || char_in(v.s[n], "; \t"));
}

/* Q.850;cause=17, SIP;cause=600, STIR;cause=436. A 2xx is no success of this
 * request, but the answer that another branch gave (RFC 3326 2). */
static void say_cause(struct explained *e, struct sipcode_span v)
{
	struct remark *r = remark_add(e, "Reason", "", v);
	struct sipcode_span p;
	unsigned long cause;

	r->label = LABEL_say_reason;
	if (!sipcode_param(v, "cause", &p) ||
	    number_read_front(p.s, p.n, &cause) != 0)
		return;
	if (is_protocol(v, "Q.850"))
		remark_link(r,
		            sipcode_by_number(e->lang, SIPCODE_CAUSES, cause),
		            SIPCODE_F_MEANING, SIPCODE_F_LOOK);
	else if (is_protocol(v, "SIP") && cause / 100 == 2)
		r->label = LABEL_say_elsewhere;
	else if (is_protocol(v, "SIP") || is_protocol(v, "STIR"))
		remark_link(r, sipcode_code(e->lang, cause), SIPCODE_F_VERDICT,
		            SIPCODE_F_NONE);
	else if (!is_protocol(v, "Preemption"))
		r->label = LABEL_say_foreign_reason;
	if (r->row != NULL)
		r->label = -1;
}

/* "location=LN" of a Q.850 cause: where the call was released (RFC 8606). */
static void say_location(struct explained *e, struct sipcode_span token)
{
	const struct sipcode_row *row;
	struct remark *r;

	for (size_t i = 0; (row = sipcode_row(e->lang, SIPCODE_LOCATIONS, i));
	     i++) {
		const char *name = sipcode_text(row, SIPCODE_F_ALIAS, 0);

		if (strlen(name) == token.n &&
		    chars_equal(name, token.s, token.n))
			break;
	}
	r = remark_add(e, "Reason", "location", token);
	remark_link(r, row, SIPCODE_F_MEANING, SIPCODE_F_NONE);
	if (row == NULL)
		r->label = LABEL_say_no_location;
}

/* Products write what they mean into texts; more than these write the same. */
enum { WRITERS_MAX = 4 };

/* Who is known to write the text so, a remark each.  Returns how many. */
static size_t say_text(struct explained *e, struct sipcode_span header,
                       struct sipcode_span text)
{
	const struct sipcode_row *row[WRITERS_MAX];
	size_t n = sipcode_sightings(e->lang, e->message->code, text.s, text.n,
	                             row, WRITERS_MAX);

	if (n > WRITERS_MAX)
		n = WRITERS_MAX;
	for (size_t i = 0; i < n; i++) {
		struct remark *r = remark_add(e, "", "text", text);

		r->header = header;
		remark_link(r, row[i], SIPCODE_F_MEANING, SIPCODE_F_NONE);
	}
	return n;
}

static struct sipcode_span named_span(const char *name)
{
	struct sipcode_span s = { name, strlen(name) };

	return s;
}

/* text="A;B": the text, or what stands behind an identifier at its front. */
static void say_reason_text(struct explained *e, struct sipcode_span text)
{
	if (say_text(e, named_span("Reason"), text) > 0)
		return;
	for (size_t i = text.n; i-- > 0;)
		if (text.s[i] == ';') {
			text.n -= i + 1;
			text.s += i + 1;
			say_text(e, named_span("Reason"), text);
			return;
		}
}

void remark_reasons(struct explained *e)
{
	struct values at = { .first = e->remarks };
	struct sipcode_span v, p;

	while (remark_next(e, "Reason", &at, &v)) {
		say_cause(e, v);
		if (is_protocol(v, "Q.850") && sipcode_param(v, "location", &p))
			say_location(e, p);
		if (sipcode_param(v, "text", &p))
			say_reason_text(e, p);
	}
}

/* The header fields in which products say what went wrong. */
void remark_vendors(struct explained *e)
{
	struct values w = { .first = e->remarks };
	struct sipcode_span name, value;

	while (sipcode_next_header(e->message, &w.at, &name, &value)) {
		const struct sipcode_row *row;
		struct remark *r;

		if (!vendor_tells(name) || remark_is_full(e, &w))
			continue;
		r = remark_add(e, "", "", value);
		r->header = name;
		row = vendor_row(e->lang, name, value);
		remark_link(r, row, SIPCODE_F_MEANING,
		            sipcode_len(row, SIPCODE_F_LOOK) > 0
		                    ? SIPCODE_F_LOOK
		                    : SIPCODE_F_NONE);
		if (row == NULL)
			r->label = LABEL_say_vendor;
		/* Some hold the phrase of another response. */
		if (row == NULL || sipcode_row_set(row) == SIPCODE_HEADERS)
			say_text(e, name, value);
	}
}

/* The text of a warning between its quotes; empty if there is none. */
static struct sipcode_span warn_text(struct sipcode_span v)
{
	struct sipcode_span text = { v.s, 0 };
	const char *quote = memchr(v.s, '"', v.n);

	if (quote == NULL || v.s[v.n - 1] != '"' || quote == v.s + v.n - 1)
		return text;
	text.s = quote + 1;
	text.n = (size_t)(v.s + v.n - 1 - text.s);
	return text;
}

/* "120 user is not affiliated to this group": a number of a product, and behind
 * it what the product calls it. */
static void say_numbered_text(struct explained *e, struct sipcode_span text)
{
	const struct sipcode_row *row;
	unsigned long n;

	if (number_read_front(text.s, text.n, &n) != 0)
		return;
	for (size_t i = 0; (row = sipcode_row(e->lang, SIPCODE_NUMBERS, i));
	     i++) {
		const char *name = sipcode_text(row, SIPCODE_F_NAME, 0);
		size_t len = strlen(name);

		if (sipcode_number(row, SIPCODE_F_FIRST, 0) != n || len == 0 ||
		    text.n < len + 2 ||
		    !chars_equal(text.s + text.n - len, name, len))
			continue;
		remark_link(remark_add(e, "Warning", "text", text), row,
		            SIPCODE_F_MEANING, SIPCODE_F_NONE);
	}
}

void remark_warnings(struct explained *e)
{
	struct values at = { .first = e->remarks };
	struct sipcode_span v;

	while (remark_next(e, "Warning", &at, &v)) {
		struct sipcode_span text = warn_text(v);
		unsigned long warning;

		if (number_read_front(v.s, v.n, &warning) != 0)
			warning = 0;
		remark_link(
			remark_add(e, "Warning", "", v),
			sipcode_by_number(e->lang, SIPCODE_WARNINGS, warning),
			SIPCODE_F_MEANING, SIPCODE_F_LOOK);
		if (say_text(e, named_span("Warning"), text) == 0)
			say_numbered_text(e, text);
	}
}
