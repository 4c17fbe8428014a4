/* build.c - puts a message together, and judges each line of it. */
#include "wire/build.h"

#include <stdint.h>
#include <string.h>

#include "chars.h"
#include "len.h"
#include "wire/line/field.h"

static struct sipcode_span span_made(const char *s, size_t n)
{
	struct sipcode_span v = { s, n };

	return v;
}

/* The message as far as it has been copied. */
static struct sipcode_message message_of(const struct build *b)
{
	const struct copy *c = &b->copy;
	struct sipcode_message m;

	memset(&m, 0, sizeof(m));
	if (!sipcode_message(c->s, b->first, 0, &m)) {
		m.start = span_made(c->s, b->first);
		m.phrase = span_made(c->s, 0);
	}
	m.all = span_made(c->s, c->n);
	m.headers = span_made(c->s + b->first, b->head - b->first);
	m.body = span_made(c->s + b->body, c->n - b->body);
	m.complete = b->complete && b->fields > 0;
	m.body_cut = b->need > 0 && b->need < SIZE_MAX && !b->unsure;
	return m;
}

void build_begin(struct build *b)
{
	copy_reset(&b->copy);
	b->state = BUILD_HEAD;
	b->crlf = b->unsure = b->no_body = b->spaced = b->fragment = 0;
	b->lossy = 0;
	b->fields = b->strays = 0;
	b->need = b->line = b->first = b->head = b->body = b->mark = 0;
	b->before = b->last = b->longest = 0;
	b->gaps = b->complete = b->garbled = 0;
}

static int is_excerpt(const struct sipcode_message *m)
{
	static const char names[][8] = { "Via", "From", "To", "Call-ID",
		                         "CSeq" };
	struct sipcode_span v;
	size_t missing = 0;

	for (size_t i = 0; i < LEN(names); i++)
		missing += !sipcode_value(m, names[i], &v);
	return missing > 2;
}

void build_finish(struct build *b)
{
	struct gathered out = { .places = &b->copy.places,
		                .garbled = b->garbled };

	if (!b->complete) {
		/* What may be none of the message. */
		if (b->strays > 0)
			copy_cut(&b->copy, b->mark);
		b->head = b->body = b->copy.n;
	}
	out.message = message_of(b);
	/* Not on the wire, and without most of what every response has (RFC
	 * 3261 section 8.2.6.2): a few lines that somebody quotes. */
	out.garbled |= b->unsure && b->complete && is_excerpt(&out.message);
	b->state = BUILD_NONE;
	b->each(b->with, &out);
}

/* Content-Length; -1 if there is none, or no number that can be. */
static long body_length(const struct sipcode_message *m)
{
	struct sipcode_span v;
	long n = 0;

	if (!sipcode_value(m, "Content-Length", &v) || v.n == 0 || v.n > 9)
		return -1;
	for (size_t i = 0; i < v.n; i++) {
		if (!char_is_digit(v.s[i]))
			return -1;
		n = n * 10 + (v.s[i] - '0');
	}
	return n;
}

static int begins_with(struct sipcode_span v, const char *word)
{
	size_t n = strlen(word);

	return v.n >= n && chars_equal(v.s, word, n);
}

/* Behind the header fields: the body, if one is to come. */
static void begin_body(struct build *b)
{
	struct sipcode_message m;
	struct sipcode_span type;
	long length;
	int typed;

	b->complete = 1;
	b->body = b->copy.n;
	m = message_of(b);
	length = body_length(&m);
	typed = sipcode_value(&m, "Content-Type", &type);
	b->fragment = typed && (begins_with(type, "message/sip") ||
	                        begins_with(type, "multipart/"));
	if (length >= 0)
		b->need = (size_t)length;
	else if (typed && !b->typed)
		b->need = SIZE_MAX;
	if (b->need == 0 || b->no_body)
		build_finish(b);
	else
		b->state = BUILD_BODY;
}

void build_head_end(struct build *b)
{
	if (b->strays > 0)
		copy_cut(&b->copy, b->mark);
	b->head = b->copy.n;
	begin_body(b);
}

int build_is_notify(struct build *b)
{
	struct sipcode_message m;
	struct sipcode_span type;

	b->head = b->body = b->copy.n;
	m = message_of(b);
	return b->fields > 0 && sipcode_value(&m, "Content-Type", &type) &&
	       begins_with(type, "message/sipfrag");
}

/* An empty line among the header fields ends them, but where one stands behind
 * each. */
static void take_gap(struct build *b, size_t from)
{
	if (b->spaced && b->gaps++ == 0) {
		copy_cut(&b->copy, from);
		b->line = from;
		return;
	}
	b->head = from;
	begin_body(b);
}

/* Keeps how long a line of a header field is. */
static void end_field(struct build *b, size_t from)
{
	size_t end = b->copy.n;

	while (end > from && char_in(b->copy.s[end - 1], "\r\n"))
		end--;
	b->before = end;
	b->last = end - from;
	if (b->last > b->longest)
		b->longest = b->last;
}

/* Could a line be a part of a header field?  One of the log itself begins with
 * another mark or has a time. */
static int may_be_rest(const char *s, size_t n)
{
	enum { TIME_WITHIN = 40 };

	if (n == 0 || (!char_is_letter(*s) && !char_in(*s, "<;\"")))
		return 0;
	for (size_t i = 2; i + 2 < n && i < TIME_WITHIN; i++)
		if (s[i] == ':' && char_is_digit(s[i - 1]) &&
		    char_is_digit(s[i - 2]) && char_is_digit(s[i + 1]))
			return 0;
	return 1;
}

/* Is a line that is no header field one that somebody wrote wrong?  If its
 * first word had no room behind the line before, it may be the rest of that,
 * which something has wrapped. */
static int is_broken(const struct build *b, const char *s, size_t n)
{
	enum { NARROWEST = 60 };
	size_t word = 0;

	if (!may_be_rest(s, n))
		return 0;
	while (word < n && !char_is_space(s[word]))
		word++;
	return b->last + 1 + word < NARROWEST || field_name(s, word);
}

/* Has a terminal cut the line before where it was full? */
static int was_cut(const struct build *b)
{
	enum { NARROWEST = 60 };

	return b->strays == 0 && b->last >= NARROWEST && b->last == b->longest;
}

static void join_lines(struct build *b, size_t from)
{
	size_t longest = b->longest;

	copy_join(&b->copy, b->before, from);
	end_field(b, b->before);
	b->longest = longest;
	b->line = b->copy.n;
	b->unsure = 1;
}

int build_is_left_out(const char *s, size_t n)
{
	static const char words[][12] = { "truncated", "more bytes", "snip",
		                          "--More" };
	static const char marks[][4] = { "...", "\342\200\246" };

	while (n > 0 && char_in(s[n - 1], " \t\r\n)]>}-"))
		n--;
	for (size_t i = 0; i < LEN(marks); i++)
		if (n >= 3 && memcmp(s + n - 3, marks[i], 3) == 0)
			return 1;
	for (size_t i = 0; i < LEN(words); i++) {
		size_t len = strlen(words[i]);

		if (n >= len && memcmp(s + n - len, words[i], len) == 0)
			return 1;
	}
	return 0;
}

/* A line that is no header field. */
static void take_stray(struct build *b, size_t from)
{
	const char *s = b->copy.s + from;

	b->garbled |= build_is_left_out(s, b->copy.n - from);
	if (was_cut(b)) {
		join_lines(b, from);
		return;
	}
	if (b->strays++ > 0) {
		build_finish(b);
		return;
	}
	b->mark = from;
	if (is_broken(b, s, b->copy.n - from))
		return;
	/* What is missing in the line before, nobody knows. */
	b->garbled |= may_be_rest(s, b->copy.n - from);
	copy_cut(&b->copy, from);
	b->line = from;
}

static int is_empty(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!char_is_space(s[i]))
			return 0;
	return 1;
}

void build_byte(struct build *b, char byte, struct place place)
{
	copy_byte(&b->copy, byte, place);
}

void build_start_end(struct build *b, const char *eol, struct place place)
{
	copy_bytes_of(&b->copy, eol, strlen(eol), place);
	b->crlf = *eol == '\r';
	b->first = b->line = b->copy.n;
}

static int has_dots(const char *s, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (s[i] == '.' && s[i - 1] == '.')
			return 1;
	return 0;
}

void build_line_end(struct build *b, const char *eol, struct place place)
{
	size_t from = b->line, n = b->copy.n - from;
	const char *s;

	copy_bytes_of(&b->copy, eol, strlen(eol), place);
	b->line = b->copy.n;
	s = b->copy.s + from;
	/* Blanks alone fold a line, where it stands as it was. */
	if (n == 0 || (b->unsure && is_empty(s, n))) {
		take_gap(b, from);
		return;
	}
	b->gaps = 0;
	if (field_any(s, n) == 0 && !(char_is_blank(*s) && b->fields > 0)) {
		take_stray(b, from);
		return;
	}
	b->fields++;
	b->strays = 0;
	b->garbled |= build_is_left_out(s, n) || (b->lossy && has_dots(s, n));
	end_field(b, from);
}

int build_within(const struct build *b)
{
	return b->line < b->copy.n;
}

void build_stray(struct build *b, const char *s, size_t n)
{
	b->garbled |= may_be_rest(s, n) || build_is_left_out(s, n);
	if (b->strays++ > 0) {
		build_finish(b);
		return;
	}
	b->mark = b->copy.n;
}

/* Counts bytes of the body, and ends it. */
static void count_body(struct build *b, size_t n)
{
	if (b->need < SIZE_MAX)
		b->need -= n < b->need ? n : b->need;
	if (b->need == 0)
		build_finish(b);
}

void build_body(struct build *b, char byte, struct place place)
{
	copy_byte(&b->copy, byte, place);
	/* The log has lost the carriage return of each line. */
	count_body(b, byte == '\n' && !b->crlf ? 2 : 1);
}

void build_body_bytes(struct build *b, const char *s, size_t n,
                      struct place place)
{
	int alone = n > 0 && s[n - 1] == '\n' && (n == 1 || s[n - 2] != '\r');

	copy_bytes_of(&b->copy, s, n, place);
	count_body(b, n + (alone && !b->crlf));
}
