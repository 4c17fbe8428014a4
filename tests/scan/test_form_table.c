/* test_form_table.c - every row of the table of forms: its line is seen, with
 * code, phrase and method, and is not seen when one byte of it is another. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

#include "scan/forms.h"
#include "scan/look.h"

static const char *word(uint16_t at)
{
	return forms_word(at);
}

/* What the words in capitals of a look are in a line. */
static const struct {
	const char *in_look, *in_line;
} filled[] = {
	{ "NNN", "486" },       { "PHRASE", "Busy Here" }, { "METHOD", "INVITE" },
	{ "STATE", "early" },   { "ACTION", "xy" },        { "...", "x" },
};

static void fill(struct bytes *b, const char *look)
{
	while (*look != '\0') {
		size_t i = 0, n;

		while (i < LEN(filled) &&
		       strncmp(look, filled[i].in_look,
		               strlen(filled[i].in_look)) != 0)
			i++;
		n = i < LEN(filled) ? strlen(filled[i].in_look) : 1;
		if (i < LEN(filled))
			bytes_str(b, filled[i].in_line);
		else
			bytes_add(b, look, 1);
		look += n;
	}
}

/* Is the first response of the bytes of this form?  m is set if so. */
static int seen(const char *s, size_t n, unsigned form,
                struct sipcode_match *m)
{
	char *text = exactly(s, n);
	int found = sipcode_scan(text, n, 0, m) && m->form == form;

	free(text);
	return found;
}

/* Complains of a row; returns 1. */
static size_t bad(unsigned form, const char *what, const struct bytes *b)
{
	print_error("row %u (%s) %s: %.*s\n", form, word(forms_row[form].look),
	            what, (int)b->n, b->s);
	return 1;
}

static int is_text(const char *s, size_t n, const char *text)
{
	return strlen(text) == n && memcmp(s, text, n) == 0;
}

static size_t wrong_in_line(unsigned form, const struct bytes *b)
{
	const struct form *f = &forms_row[form];
	const char *look = word(f->look), *method = word(f->method);
	struct sipcode_span span;
	struct sipcode_match m;
	size_t wrong = 0;

	if (!seen(b->s, b->n, form, &m))
		return bad(form, "is not seen", b);
	if (m.code != 486 || memcmp(b->s + m.at, "486", 3) != 0)
		wrong += bad(form, "has another code", b);
	if (m.loose != ((f->flags & LOOSE) != 0))
		wrong += bad(form, "is loose or not", b);
	if (!is_text(b->s + m.phrase, m.phrase_len,
	             strstr(look, "PHRASE") ? "Busy Here" : ""))
		wrong += bad(form, "has another phrase", b);
	if (m.start >= m.at || m.end < m.at + 3 ||
	    m.end < m.phrase + m.phrase_len || m.end > b->n)
		wrong += bad(form, "has its places wrong", b);
	span = sipcode_match_method(b->s, b->n, &m);
	if (strstr(look, "METHOD") != NULL &&
	    !is_text(span.s, span.n, "INVITE"))
		wrong += bad(form, "lacks its method", b);
	if (*method == '=' && !is_text(span.s, span.n, method + 1))
		wrong += bad(form, "has another method", b);
	return wrong;
}

static void every_form_is_seen_as_it_looks(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (unsigned form = 0; form < FORMS; form++) {
		static const struct {
			const char *before, *behind;
		} among[] = {
			{ "", "" },
			{ "Mar  1 10:00:00 host app[123]: ", "\r\n" },
			{ "x\r", "\rCSeq: 2 BYE" },
		};

		for (size_t i = 0; i < LEN(among); i++) {
			struct bytes b = { 0 };

			bytes_str(&b, among[i].before);
			fill(&b, word(forms_row[form].look));
			bytes_str(&b, among[i].behind);
			wrong += wrong_in_line(form, &b);
			bytes_free(&b);
		}
	}
	assert_int_equal(wrong, 0);
}

/* Wherever a line is cut, nothing behind the cut is looked at. */
static void no_line_is_read_beyond_its_end(void **state)
{
	(void)state;
	for (unsigned form = 0; form < FORMS; form++) {
		struct bytes b = { 0 };

		fill(&b, word(forms_row[form].look));
		for (size_t n = 0; n <= b.n; n++) {
			char *s = exactly(b.s, n);
			struct sipcode_match m;

			if (sipcode_scan(s, n, 0, &m)) {
				assert_true(m.end <= n);
				assert_true(m.phrase + m.phrase_len <= m.end);
				sipcode_match_method(s, n, &m);
			}
			free(s);
		}
		bytes_free(&b);
	}
}

/* Changes each byte of s[from..to) for another and back. */
static size_t seen_changed(struct bytes *b, unsigned form, size_t from,
                           size_t to)
{
	struct sipcode_match m;
	size_t wrong = 0;

	for (; from < to; from++) {
		char c = b->s[from];

		b->s[from] = '\001';
		if (seen(b->s, b->n, form, &m))
			wrong += bad(form, "is seen changed", b);
		b->s[from] = c;
	}
	return wrong;
}

static size_t words_changed(struct bytes *b, unsigned form)
{
	const char *list = word(forms_row[form].with);
	struct look t = { b->s, b->n };
	size_t wrong = 0;

	while (*list != '\0') {
		size_t n = strcspn(list, "\t");
		size_t end = look_within(&t, 0, b->n, list, n);

		if (end != NOWHERE)
			wrong += seen_changed(b, form, end - n, end);
		else if (!(forms_row[form].flags & ANY))
			wrong += bad(form, "lacks a word", b);
		list += n + (list[n] == '\t');
	}
	return wrong;
}

static void no_form_is_seen_with_a_byte_changed(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (unsigned form = 0; form < FORMS; form++) {
		const struct form *f = &forms_row[form];
		struct bytes b = { 0 };
		struct sipcode_match m;

		fill(&b, word(f->look));
		if (!seen(b.s, b.n, form, &m)) {
			wrong += bad(form, "is not seen", &b);
			continue;
		}
		wrong += seen_changed(&b, form, m.start, m.at);
		wrong += seen_changed(&b, form, m.at, m.at + 3);
		wrong += seen_changed(&b, form, m.at + 3,
		                      m.at + 3 + strlen(word(f->after)));
		wrong += words_changed(&b, form);
		bytes_free(&b);
	}
	assert_int_equal(wrong, 0);
}

/* The line with other digits. */
static int seen_with(unsigned form, const char *digits)
{
	const char *look = word(forms_row[form].look);
	const char *code = strstr(look, "NNN");
	struct bytes b = { 0 }, front = { 0 };
	struct sipcode_match m;
	int found;

	bytes_add(&front, look, (size_t)(code - look) + 1);
	front.s[front.n - 1] = '\0';
	fill(&b, front.s);
	bytes_str(&b, digits);
	fill(&b, code + 3);
	found = seen(b.s, b.n, form, &m);
	bytes_free(&b);
	bytes_free(&front);
	return found;
}

static void a_code_is_from_100_to_699(void **state)
{
	static const char *const none[] = { "0",   "99",  "099",    "700", "904",
		                            "1486", "486a", "170486", "" };

	(void)state;
	for (unsigned form = 0; form < FORMS; form++) {
		assert_true(seen_with(form, "100"));
		assert_true(seen_with(form, "699"));
		for (size_t i = 0; i < LEN(none); i++)
			assert_false(seen_with(form, none[i]));
	}
}

/* All that may end the phrase of a row ends it. */
static void every_end_of_a_phrase_ends_it(void **state)
{
	(void)state;
	for (unsigned form = 0; form < FORMS; form++) {
		const struct form *f = &forms_row[form];
		const char *list = word(f->close), *look = word(f->look);
		const char *phrase = strstr(look, "PHRASE");

		for (; *list != '\0'; list += *list == '\t') {
			size_t n = strcspn(list, "\t");
			struct bytes b = { 0 };
			struct sipcode_match m;

			/* The words behind it have to stay in the line. */
			if (*list == '\n')
				break;
			fill(&b, look);
			bytes_fill(&b, '\0', 1);
			b.n = (size_t)(strstr(b.s, "Busy Here") - b.s) + 9;
			bytes_add(&b, list, n);
			fill(&b, phrase + 6);
			assert_true(seen(b.s, b.n, form, &m));
			assert_bytes(b.s + m.phrase, m.phrase_len, "Busy Here",
			             9);
			bytes_free(&b);
			list += n;
		}
	}
}

/* What may stand between a key and the code. */
static void a_key_is_seen_in_every_dress(void **state)
{
	static const char *const marks[] = { "\":", "\": ", "\":\"", "\" : \"",
		                             "\\\":\\\"", "\\\\\":", ": ", "=",
		                             " = ", "=\"", "='", ">" };

	(void)state;
	for (unsigned form = 0; form < FORMS; form++) {
		const struct form *f = &forms_row[form];
		struct sipcode_match m;
		struct bytes line = { 0 };

		if (!(f->flags & KEY))
			continue;
		fill(&line, word(f->look));
		assert_true(seen(line.s, line.n, form, &m));
		for (size_t i = 0; i < LEN(marks); i++) {
			struct bytes b = { 0 };
			struct sipcode_match dressed;

			bytes_add(&b, line.s, m.start + f->before_len);
			bytes_str(&b, marks[i]);
			bytes_add(&b, line.s + m.at, line.n - m.at);
			if (!seen(b.s, b.n, form, &dressed))
				fail_msg("not seen: %.*s", (int)b.n, b.s);
			bytes_free(&b);
		}
		bytes_free(&line);
	}
}

/* The rows are found by halving, by the bytes before the code. */
static void the_rows_are_sorted_by_their_ends(void **state)
{
	uint64_t last = UINT64_MAX;

	(void)state;
	for (unsigned form = 0; form < FORMS; form++) {
		const struct form *f = &forms_row[form];
		const char *end = word(f->before) + f->before_len;
		uint64_t tail = 0;
		unsigned first;

		assert_int_equal(strlen(word(f->before)), f->before_len);
		assert_int_equal((f->flags & STATUS) != 0, form < FORM_KEYED);
		for (size_t i = 0; i < 8 && i < f->before_len; i++)
			tail |= (uint64_t)((unsigned char)end[-1 - (int)i] |
			                   0x20) << (56 - 8 * i);
		assert_true(tail == forms_tail[form].bytes);
		assert_true((tail & ~forms_tail[form].mask) == 0);
		if (form < FORM_KEYED)
			continue;
		assert_true(f->before_len > 1 || end[-1] == ']' ||
		            end[-1] == ',');
		if (f->flags & WORD)
			assert_true(end[-1] == '_' || end[-1] == ']');
		/* What may have a backslash before it is in no tail. */
		for (size_t i = 1; i < 8 && i < f->before_len; i++)
			assert_true(end[-(int)i] != '"' && end[-(int)i] != '/');
		assert_true(tail <= last);
		first = forms_find(tail);
		assert_in_range(first, FORM_KEYED, form);
		assert_true(forms_tail[first].bytes == tail);
		last = tail;
	}
}

static void the_header_tells_of_every_form(void **state)
{
	(void)state;
	assert_int_equal(sipcode_forms(), FORMS);
	assert_int_equal(sipcode_form_is_loose(SIPCODE_STATUS_LINE), 0);
	assert_string_equal(sipcode_form_look(SIPCODE_STATUS_LINE),
	                    "SIP/2.0 NNN PHRASE");
	for (unsigned i = 0; i < FORMS; i++) {
		assert_string_not_equal(sipcode_form_product(i), "");
		assert_non_null(strstr(sipcode_form_look(i), "NNN"));
		for (unsigned k = 0; k < i; k++)
			assert_string_not_equal(sipcode_form_look(i),
			                        sipcode_form_look(k));
	}
	assert_string_equal(sipcode_form_product(FORMS), "");
	assert_string_equal(sipcode_form_look(FORMS), "");
	assert_int_equal(sipcode_form_is_loose(FORMS), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_form_is_seen_as_it_looks),
		TEST(no_line_is_read_beyond_its_end),
		TEST(no_form_is_seen_with_a_byte_changed),
		TEST(a_code_is_from_100_to_699),
		TEST(every_end_of_a_phrase_ends_it),
		TEST(a_key_is_seen_in_every_dress),
		TEST(the_rows_are_sorted_by_their_ends),
		TEST(the_header_tells_of_every_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
