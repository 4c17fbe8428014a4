/* test_field_order.c - what led to a response does not depend on the order of
 * the header fields (RFC 3261 section 7.3.1): of one exchange every second is
 * put first in turn, of the next the others, all of one name staying as they
 * were. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "bytes.h"
#include "parts.h"

enum { FIELDS = 40, LINES = 500 };

struct fields {
	struct {
		const char *s;
		size_t n, name;
	} field[FIELDS];
	size_t n;
};

/* With its line end. */
static size_t line_length(const char *s)
{
	size_t n = strcspn(s, "\n");

	return n + (s[n] == '\n');
}

static int is_start_line(const char *s, size_t n)
{
	static const char version[] = "SIP/2.0";
	size_t v = sizeof(version) - 1;

	while (n > 0 && (s[n - 1] == '\n' || s[n - 1] == '\r'))
		n--;
	return n > v && *s != ' ' &&
	       (memcmp(s, version, v) == 0 ||
	        memcmp(s + n - v, version, v) == 0);
}

/* Reads the header fields from s on.  Returns their bytes; 0 if one of the
 * lines is none or has the short form of a name, or there are too many. */
static size_t read_fields(const char *s, struct fields *f)
{
	const char *from = s;

	f->n = 0;
	while (*s != '\0' && *s != '\n' && *s != '\r') {
		size_t n = line_length(s), name = strcspn(s, " :\r\n");

		if ((*s == ' ' || *s == '\t') && f->n > 0) {
			f->field[f->n - 1].n += n;
		} else if (f->n < FIELDS && name > 1 &&
		           s[name + strspn(s + name, " ")] == ':') {
			f->field[f->n].s = s;
			f->field[f->n].n = n;
			f->field[f->n++].name = name;
		} else {
			return 0;
		}
		s += n;
	}
	return (size_t)(s - from);
}

static int is_same_name(const struct fields *f, size_t a, size_t b)
{
	return f->field[a].name == f->field[b].name &&
	       strncasecmp(f->field[a].s, f->field[b].s, f->field[a].name) == 0;
}

/* Adds the fields from the first-th on, then those before it; of one name, the
 * one that comes next. */
static void add_turned(struct bytes *b, const struct fields *f, size_t first)
{
	int taken[FIELDS] = { 0 };

	for (size_t i = 0; i < f->n; i++) {
		size_t at = (first + i) % f->n, next = 0;

		while (taken[next] || !is_same_name(f, next, at))
			next++;
		taken[next] = 1;
		bytes_add(b, f->field[next].s, f->field[next].n);
	}
}

/* The messages with another header field of each in front.  Returns 0 if there
 * is none that has so many. */
static int turn(struct bytes *b, const char *s, size_t first)
{
	int any = 0;

	while (*s != '\0') {
		size_t n = line_length(s);
		struct fields f;

		bytes_add(b, s, n);
		s += n;
		if (!is_start_line(s - n, n))
			continue;
		n = read_fields(s, &f);
		if (n == 0 || first >= f.n)
			continue;
		any = 1;
		add_turned(b, &f, first);
		s += n;
	}
	bytes_add(b, "", 1);
	return any;
}

/* Adds the lines of TSV without the columns that say where something stands. */
static void add_unplaced(struct bytes *b, const char *s)
{
	enum { LINE = 2, COLUMN = 11 };

	for (unsigned column = 1; *s != '\0'; s++) {
		column = *s == '\n' ? 1 : column + (*s == '\t');
		if (column != LINE && column != COLUMN)
			bytes_add(b, s, 1);
	}
}

static int compare_lines(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* In an order of their own: parts are told as the message has them. */
static void sort_lines(struct bytes *b, char *s)
{
	const char *line[LINES];
	size_t n = 0;

	for (s = strtok(s, "\n"); s != NULL; s = strtok(NULL, "\n")) {
		assert_true(n < LINES);
		line[n++] = s;
	}
	qsort(line, n, sizeof(*line), compare_lines);
	for (size_t i = 0; i < n; i++) {
		bytes_str(b, line[i]);
		bytes_str(b, "\n");
	}
	bytes_add(b, "", 1);
}

static void explained(struct bytes *b, const char *messages)
{
	struct bytes unplaced = { 0 };
	struct run r = { 0 };

	run_cli(&r, (const char *const[]){ "explain", "-a", "-t", NULL },
	        messages);
	assert_string_equal(r.err, "");
	add_unplaced(&unplaced, r.out);
	bytes_add(&unplaced, "", 1);
	sort_lines(b, unplaced.s);
	bytes_free(&unplaced);
	run_free(&r);
}

static void check_order(const struct parts *p)
{
	const char *messages = part_of(p, "messages");
	static size_t exchanges;
	struct bytes want = { 0 };

	explained(&want, messages);
	for (size_t first = 1 + exchanges++ % 2;; first += 2) {
		struct bytes turned = { 0 }, is = { 0 };
		int any = turn(&turned, messages, first);

		if (any) {
			explained(&is, turned.s);
			if (strcmp(is.s, want.s) != 0)
				printf("%s\n%s", p->name, turned.s);
			assert_string_equal(is.s, want.s);
		}
		bytes_free(&turned);
		bytes_free(&is);
		if (!any)
			break;
	}
	bytes_free(&want);
}

static void the_order_of_header_fields_does_not_matter(void **state)
{
	static const char *const words[] = { "messages", "led", "hidden",
		                             NULL };

	(void)state;
	each_case(SIPCODE_EXCHANGES, 3, words, check_order);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_order_of_header_fields_does_not_matter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
