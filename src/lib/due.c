/* due.c - the header fields that are due, and not there. */
#include <string.h>

#include "cell.h"
#include "chars.h"
#include "check.h"
#include "len.h"
#include "schema.h"
#include "span.h"
#include "table.h"

static int has(const struct check *c, const char *name)
{
	return headers_have(&c->headers, name);
}

/* Does one of the values of a header field read so? */
static int lists(const struct check *c, const char *name, const char *word)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;

	while (has(c, name) && sipcode_next_value(c->message, name, &at, &v))
		if (span_is(v, word))
			return 1;
	return 0;
}

static int has_param(const struct check *c, const char *header,
                     const char *name, const char *word)
{
	struct sipcode_span v, p;

	return has(c, header) && sipcode_value(c->message, header, &v) &&
	       sipcode_param(v, name, &p) && (word == NULL || span_is(p, word));
}

/* Sent over a stream, by the topmost Via: "SIP/2.0/TCP host".  WebSocket and
 * SCTP keep the bounds of messages (RFC 7118 section 5, RFC 4168 section 3). */
static int over_stream(const struct check *c)
{
	static const char names[][4] = { "TCP", "TLS" };
	struct sipcode_span v, transport;
	size_t slashes = 0, i = 0;

	if (!sipcode_value(c->message, "Via", &v))
		return 0;
	while (i < v.n && slashes < 2)
		slashes += v.s[i++] == '/';
	transport.s = v.s + i;
	transport.n = 0;
	while (i < v.n && !char_is_blank(v.s[i])) {
		transport.n++;
		i++;
	}
	for (size_t k = 0; k < LEN(names); k++)
		if (span_is(transport, names[k]))
			return 1;
	return 0;
}

/* Does the condition of a duty hold, as far as the message shows it? */
static int binds(const struct check *c, const char *condition)
{
	if (*condition == '\0')
		return 1;
	if (strcmp(condition, "body") == 0)
		return c->message->body.n > 0 && !c->message->body_cut;
	if (strcmp(condition, "reliable") == 0)
		return has(c, "RSeq") || lists(c, "Require", "100rel");
	if (strcmp(condition, "early-dialog") == 0)
		return has_param(c, "To", "tag", NULL) &&
		       span_is(c->method, "INVITE");
	if (strcmp(condition, "stream") == 0)
		return over_stream(c);
	if (strcmp(condition, "sec-agree") == 0)
		return lists(c, "Require", "sec-agree");
	if (strcmp(condition, "timer-uac") == 0)
		return has_param(c, "Session-Expires", "refresher", "uac");
	if (strcmp(condition, "outbound") == 0)
		return lists(c, "Require", "outbound");
	/* "unseen" and whatever else the response does not show. */
	return 0;
}

/* How much a duty demands. */
enum level { LEVEL_NONE, LEVEL_SHOULD, LEVEL_MUST };

static enum level level_of(const struct sipcode_row *duty)
{
	const char *level = sipcode_text(duty, SIPCODE_F_LEVEL, 0);

	if (strcmp(level, "MUST") == 0)
		return LEVEL_MUST;
	return strcmp(level, "SHOULD") == 0 ? LEVEL_SHOULD : LEVEL_NONE;
}

/* Is the header field there, or one that does as well? */
static int is_done(const struct check *c, const struct sipcode_row *duty)
{
	if (has(c, sipcode_text(duty, SIPCODE_F_HEADER, 0)))
		return 1;
	for (size_t i = 0; i < sipcode_len(duty, SIPCODE_F_ALTERNATIVE); i++)
		if (has(c, sipcode_text(duty, SIPCODE_F_ALTERNATIVE, i)))
			return 1;
	return 0;
}

/* A number that every duty has once, by the shortest way to it: most duties
 * are told by theirs to be of other codes.  One that is too large for a cell
 * comes out larger still. */
static unsigned number_of(const struct sipcode_row *duty,
                          enum sipcode_field field)
{
	unsigned place = schema_place(SIPCODE_DUTIES, field);

	return cell_in_front(duty, place) - TABLE_ONE;
}

/* Is the duty in force for this response, and not done? */
static int undone(const struct check *c, const struct sipcode_row *duty)
{
	unsigned code = c->message->code;

	return number_of(duty, SIPCODE_F_FIRST) <= code &&
	       code <= number_of(duty, SIPCODE_F_LAST) &&
	       level_of(duty) != LEVEL_NONE &&
	       binds(c, sipcode_text(duty, SIPCODE_F_IF, 0)) &&
	       sipcode_len(duty, SIPCODE_F_OBSOLETE) == 0 &&
	       sipcode_answers(duty, c->method.s, c->method.n) &&
	       !is_done(c, duty);
}

static int name_order(const char *a, const char *b)
{
	while (*a != '\0' && char_lower(*a) == char_lower(*b)) {
		a++;
		b++;
	}
	return (unsigned char)char_lower(*a) - (unsigned char)char_lower(*b);
}

/* The duties that are not done: of each header field one, in the order of
 * their names, which is that of their identifiers. */
struct undone {
	const struct sipcode_row *duty[HEADERS_MOST];
	size_t n;
};

/* The same header field may be due for more than one reason, and is missed
 * once: by the first undone duty, but by a MUST before a SHOULD. */
static void add_undone(struct undone *u, const struct sipcode_row *duty)
{
	const char *name = sipcode_text(duty, SIPCODE_F_HEADER, 0);
	size_t at = u->n;

	while (at > 0) {
		const struct sipcode_row *other = u->duty[at - 1];
		int order = name_order(sipcode_text(other, SIPCODE_F_HEADER, 0),
		                       name);

		if (order == 0) {
			if (level_of(duty) > level_of(other))
				u->duty[at - 1] = duty;
			return;
		}
		if (order < 0)
			break;
		at--;
	}
	memmove(&u->duty[at + 1], &u->duty[at], (u->n - at) * sizeof(*u->duty));
	u->duty[at] = duty;
	u->n++;
}

void check_duties(struct check *c, int lang)
{
	const struct sipcode_row *duty = sipcode_row(lang, SIPCODE_DUTIES, 0);
	size_t n = sipcode_rows(SIPCODE_DUTIES);
	struct undone u;

	u.n = 0;
	for (size_t i = 0; i < n; i++)
		if (undone(c, &duty[i]))
			add_undone(&u, &duty[i]);
	for (size_t i = 0; i < u.n; i++)
		check_add(c, SIPCODE_LACKS, level_of(u.duty[i]) == LEVEL_MUST,
		          u.duty[i], c->message->start);
}
