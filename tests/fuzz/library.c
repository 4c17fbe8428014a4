/* library.c - the public library: any numbers, any bytes in memory of their
 * own, and NULL where there is nothing.  What is returned lies in the bytes that
 * were given, and a count does not depend on the room for it. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

#include "input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MAX = 8 };

#define HOLDS(what)                                                            \
	do {                                                                   \
		if (!(what)) {                                                 \
			fprintf(stderr, "== %s:%d: %s\n", __FILE__, __LINE__,  \
			        #what);                                        \
			abort();                                               \
		}                                                              \
	} while (0)

/* Numbers near those that exist, and far away. */
static int number(struct input *in)
{
	static const int odd[] = { -1, INT_MIN, INT_MAX, 255, 256, 65536 };
	unsigned n = input_pick(in, 110);

	return n < 100 ? (int)n : odd[n % 6];
}

static unsigned long code(struct input *in)
{
	static const unsigned long odd[] = { 0, 99, 700, 1000, ULONG_MAX };
	unsigned n = input_pick(in, 16);

	if (n >= 12)
		return odd[n % 5];
	return 100 + n * 50 + input_pick(in, 50);
}

static void in_text(struct sipcode_span s, const char *from, size_t n)
{
	HOLDS(s.n == 0 || (s.s >= from && s.s + s.n <= from + n));
}

static void ask_row(const struct sipcode_row *row, int wild)
{
	enum sipcode_set set = sipcode_row_set(row);
	struct sipcode_column c;

	HOLDS((row == NULL) == (set == SIPCODE_SETS));
	HOLDS(row ==
	      sipcode_row(sipcode_row_lang(row), set, sipcode_row_index(row)));
	for (size_t i = 0; (c = sipcode_column(set, i)).field != 0; i++) {
		size_t n = sipcode_len(row, c.field);

		HOLDS(n <= 1 || c.many);
		HOLDS(sipcode_text(row, c.field, n)[0] == '\0');
		HOLDS(sipcode_link(row, c.field, n) == NULL);
		HOLDS(sipcode_number(row, c.field, n) == 0);
		if (n > 0)
			HOLDS(sipcode_text(row, c.field, n - 1) != NULL);
	}
	HOLDS(sipcode_text(row, (enum sipcode_field)wild, 0) != NULL);
	sipcode_len(row, (enum sipcode_field)wild);
	sipcode_number(row, (enum sipcode_field)wild, (size_t)wild);
	sipcode_link(row, (enum sipcode_field)wild, (size_t)-1);
	sipcode_answers(row, "INVITE", 6);
	sipcode_standard(row);
}

static void ask_numbers(struct input *in)
{
	int lang = number(in), wild = number(in);
	enum sipcode_set set = (enum sipcode_set)number(in);
	unsigned long n = code(in);
	const struct sipcode_row *rows[MAX] = { NULL };
	size_t near;

	HOLDS(sipcode_language_tag(lang) != NULL);
	HOLDS(sipcode_set_name(set) != NULL);
	HOLDS(sipcode_field_name((enum sipcode_field)wild) != NULL);
	sipcode_column(set, (size_t)wild);
	sipcode_column_of(set, (enum sipcode_field)wild);
	ask_row(sipcode_row(lang, set, (size_t)wild), wild);
	HOLDS(sipcode_row(lang, set, sipcode_rows(set)) == NULL);
	HOLDS(sipcode_phrase(n) != NULL);
	sipcode_treat_as(n);
	ask_row(sipcode_code(lang, n), wild);
	ask_row(sipcode_class(lang, n), wild);
	ask_row(sipcode_by_number(lang, set, n), wild);
	near = sipcode_nearest(lang, n, rows, MAX);
	HOLDS(near <= MAX);
	for (size_t i = 0; i < near; i++)
		HOLDS(sipcode_row_set(rows[i]) == SIPCODE_CODES);
	HOLDS(sipcode_form_product((unsigned)wild) != NULL);
	HOLDS(sipcode_form_look((unsigned)wild) != NULL);
	sipcode_form_is_loose((unsigned)wild);
}

static void ask_text(struct input *in)
{
	const struct sipcode_row *rows[MAX], *some[1];
	int lang = number(in), set = number(in), field = number(in);
	unsigned long n = code(in);
	const char *s = in->s;
	size_t all = sipcode_by_phrase(lang, s, in->n, rows, MAX);

	HOLDS(all == sipcode_by_phrase(lang, s, in->n, some, 1));
	HOLDS(all == sipcode_by_phrase(lang, s, in->n, NULL, 0));
	all = sipcode_sightings(lang, n, s, in->n, rows, MAX);
	HOLDS(all == sipcode_sightings(lang, n, s, in->n, NULL, 0));
	ask_row(sipcode_variant(lang, n, s, in->n), field);
	ask_row(sipcode_by_name(lang, (enum sipcode_set)set, s, in->n), field);
	ask_row(sipcode_closest(lang, (enum sipcode_set)set,
	                        (enum sipcode_field)field, s, in->n),
	        field);
	sipcode_field_named(s, in->n);
	sipcode_answers(sipcode_code(lang, n), s, in->n);
	HOLDS(sipcode_distance(s, in->n, s, in->n) == 0);
	HOLDS(sipcode_distance(s, in->n, s, in->n / 2) ==
	      sipcode_distance(s, in->n / 2, s, in->n));
}

/* The words of the first line. */
static void search(struct input *in)
{
	struct sipcode_hit hit[MAX];
	char *word[MAX + 1], *text = malloc(in->n + 1), *s = text;
	int lang = number(in);
	size_t n = 0, hits;
	unsigned held = 0;

	if (text == NULL)
		abort();
	memcpy(text, in->s, in->n);
	text[in->n] = '\0';
	text[strcspn(text, "\n")] = '\0';
	while (n < MAX && *s != '\0') {
		size_t len = strcspn(s, " ");

		word[n++] = s;
		s += len;
		if (*s != '\0')
			*s++ = '\0';
	}
	hits = sipcode_search(lang, word, n, hit, MAX, &held);
	/* Each word has a byte of its own. */
	HOLDS(hits <= MAX && held <= in->n);
	for (size_t i = 0; i < hits; i++) {
		const char *value =
			sipcode_text(hit[i].row, hit[i].field, hit[i].item);

		HOLDS(hit[i].marks <= SIPCODE_MARKS && hit[i].score > 0);
		for (size_t k = 0; k < hit[i].marks; k++)
			HOLDS(hit[i].mark[k].at + hit[i].mark[k].n <=
			      strlen(value));
	}
	sipcode_search(lang, word, n, hit, 1, NULL);
	sipcode_search(lang, word, n, NULL, 0, NULL);
	sipcode_language(text);
	free(text);
}

/* Some forms are of one method, whose name the text lacks: it can be read. */
static void read_method(struct input *in, const struct sipcode_match *m)
{
	struct sipcode_span v = sipcode_match_method(in->s, in->n, m);

	for (size_t i = 0; i < v.n; i++)
		HOLDS(v.s[i] != ' ' && v.s[i] != '\n');
}

static void scan(struct input *in)
{
	struct sipcode_match m;
	size_t from = 0;

	while (sipcode_scan(in->s, in->n, from, &m)) {
		HOLDS(m.code >= 100 && m.code <= 699);
		HOLDS(m.form < sipcode_forms());
		HOLDS(m.at >= from && m.at + 3 <= in->n && m.start <= m.at);
		HOLDS(m.end <= in->n && m.end > from && m.end >= m.at + 3);
		HOLDS(m.phrase + m.phrase_len <= m.end && m.phrase_len <= 512);
		HOLDS(m.loose == sipcode_form_is_loose(m.form));
		read_method(in, &m);
		sipcode_is_sipfrag(in->s, m.start);
		from = m.loose && in->n % 2 == 0 ? m.at + 3 : m.end;
	}
}

static const char *const fields[] = { "Via",     "to",
	                              "From",    "CSeq",
	                              "Contact", "WWW-Authenticate",
	                              "Warning", "Content-Length",
	                              "k",       "",
	                              "X" };

static void read_fields(const struct sipcode_message *m, struct input *in)
{
	const char *name = fields[input_pick(in, 11)];
	struct sipcode_cursor c = { 0 }, v = { 0 };
	struct sipcode_span field, value, param;

	while (sipcode_next_header(m, &c, &field, &value)) {
		in_text(field, m->all.s, m->all.n);
		in_text(value, m->all.s, m->all.n);
	}
	while (sipcode_next_value(m, name, &v, &value)) {
		in_text(value, m->all.s, m->all.n);
		if (sipcode_param(value, "tag", &param))
			in_text(param, value.s, value.n);
		if (sipcode_param(value, "realm", &param))
			in_text(param, value.s, value.n);
	}
	if (sipcode_value(m, name, &value))
		in_text(value, m->all.s, m->all.n);
	in_text(sipcode_method(m), m->all.s, m->all.n);
}

static void see_findings(const struct sipcode_message *m,
                         const struct sipcode_finding *f, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char id[64], small[4];
		size_t len = sipcode_rule_id(&f[i], id, sizeof(id));

		HOLDS(f[i].problem < SIPCODE_PROBLEMS && len > 0);
		HOLDS(len == strlen(id) &&
		      len == sipcode_rule_id(&f[i], small, sizeof(small)));
		HOLDS(sipcode_rule_id(&f[i], NULL, 0) == len);
		in_text(f[i].at, m->all.s, m->all.n);
		if (i > 0)
			HOLDS(f[i].at.s >= f[i - 1].at.s);
	}
}

static void judge(struct input *in)
{
	struct sipcode_message m, before;
	struct sipcode_finding f[MAX];
	int lang = number(in);
	size_t from = 0, n;

	memset(&before, 0, sizeof(before));
	while (sipcode_message(in->s, in->n, from, &m)) {
		size_t at = (size_t)(m.all.s - in->s);

		HOLDS(at >= from && at + m.all.n <= in->n && m.all.n > 0);
		in_text(m.start, m.all.s, m.all.n);
		in_text(m.phrase, m.start.s, m.start.n);
		in_text(m.headers, m.all.s, m.all.n);
		in_text(m.body, m.all.s, m.all.n);
		HOLDS(m.code == 0 || (m.code >= 100 && m.code <= 699));
		read_fields(&m, in);
		n = sipcode_check(lang, &m, f, MAX);
		HOLDS(n == sipcode_check(lang, &m, NULL, 0));
		see_findings(&m, f, n < MAX ? n : MAX);
		n = sipcode_check_exchange(lang, &before, &m, f, MAX);
		HOLDS(n == sipcode_check_exchange(lang, &before, &m, NULL, 0));
		see_findings(&m, f, n < MAX ? n : MAX);
		if (m.request)
			before = m;
		from = at + m.all.n;
	}
}

/* The header says what comes of NULL. */
static void ask_nothing(struct input *in)
{
	int lang = number(in), any = number(in);
	size_t n = input_pick(in, 9);
	struct sipcode_span none = { NULL, n }, s;
	struct sipcode_message m;
	struct sipcode_match match;
	struct sipcode_cursor c = { 0 };

	ask_row(NULL, any);
	HOLDS(sipcode_language(NULL) == -1);
	HOLDS(sipcode_field_named(NULL, n) == SIPCODE_F_NONE);
	HOLDS(sipcode_by_phrase(lang, NULL, n, NULL, 0) == 0);
	HOLDS(sipcode_sightings(lang, 486, NULL, n, NULL, 0) == 0);
	HOLDS(sipcode_by_name(lang, (enum sipcode_set)any, NULL, n) == NULL);
	HOLDS(sipcode_closest(lang, SIPCODE_CODES, (enum sipcode_field)any,
	                      NULL, n) == NULL);
	HOLDS(sipcode_search(lang, NULL, n, NULL, 0, NULL) == 0);
	HOLDS(sipcode_variant(lang, 486, NULL, n) == NULL);
	HOLDS(sipcode_scan(NULL, n, 0, &match) == 0);
	HOLDS(sipcode_message(NULL, n, 0, &m) == 0);
	HOLDS(sipcode_check(lang, NULL, NULL, 0) == 0);
	HOLDS(sipcode_message("BYE sip:a SIP/2.0\nTo: a\n\n", 25, 0, &m));
	HOLDS(sipcode_value(&m, NULL, &s) == 0);
	HOLDS(sipcode_param(m.headers, NULL, &s) == 0);
	HOLDS(sipcode_check_exchange(lang, NULL, NULL, NULL, 0) == 0);
	HOLDS(sipcode_next_header(NULL, &c, &none, &s) == 0);
	HOLDS(sipcode_next_value(NULL, "To", &c, &s) == 0);
	HOLDS(sipcode_value(NULL, "To", &s) == 0);
	HOLDS(sipcode_param(none, "tag", &s) == 0);
	HOLDS(sipcode_method(NULL).n == 0);
	memset(&match, 0, sizeof(match));
	HOLDS(sipcode_match_method(NULL, n, &match).n == 0);
	HOLDS(sipcode_match_method("SIP/2.0 200 OK", 14, NULL).n == 0);
	HOLDS(sipcode_is_sipfrag(NULL, n) == 0);
	HOLDS(sipcode_answers(sipcode_code(lang, 486), NULL, n) == 0);
	HOLDS(sipcode_rule_id(NULL, NULL, 0) == 0);
	HOLDS(sipcode_distance(NULL, n, "a", 1) == 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in;

	input_open(&in, data, size);
	switch (input_pick(&in, 6)) {
	case 0:
		scan(&in);
		break;
	case 1:
		judge(&in);
		break;
	case 2:
		ask_text(&in);
		break;
	case 3:
		search(&in);
		break;
	case 4:
		ask_numbers(&in);
		break;
	default:
		ask_nothing(&in);
		break;
	}
	input_close(&in);
	return 0;
}
