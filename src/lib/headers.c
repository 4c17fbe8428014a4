/* headers.c - finds the rows of the header fields that a message has. */
#include "header.h"

#include <string.h>

#include "chars.h"
#include "schema.h"
#include "table.h"

/* The name that is the key of a row. */
static const char *header_name(const struct sipcode_row *row)
{
	unsigned place = schema_place(SIPCODE_HEADERS, SIPCODE_F_HEADER);

	return table_string(table_cells[row->cells + place - 1] - TABLE_ONE);
}

/* The first row whose name begins with the letter or one behind it.  The rows
 * stand in the order of bytes, and names begin with capital letters. */
static size_t first_row(const struct sipcode_row *rows, size_t n, char letter)
{
	size_t low = 0;

	while (low < n) {
		size_t mid = low + (n - low) / 2;

		if (*header_name(&rows[mid]) < letter)
			low = mid + 1;
		else
			n = mid;
	}
	return low;
}

/* The number of the row of a name, in which no byte is NUL; HEADERS_MOST if it
 * has none. */
static size_t row_of(struct sipcode_span name)
{
	const struct sipcode_row *rows =
		&table_rows[table_sets[0][SIPCODE_HEADERS]];
	size_t n = sipcode_rows(SIPCODE_HEADERS);
	char letter = name.n == 0 ? '\0' : char_upper(name.s[0]);

	for (size_t i = first_row(rows, n, letter); i < n; i++) {
		const char *key = header_name(&rows[i]);

		if (*key != letter)
			break;
		if (chars_equal(key, name.s, name.n) && key[name.n] == '\0')
			return i;
	}
	return HEADERS_MOST;
}

static void add_header(struct headers *h, struct sipcode_span name)
{
	const char *long_name = NULL;
	size_t i;

	if (name.n == 1)
		long_name = header_long_name(char_lower(name.s[0]));
	if (long_name != NULL) {
		name.s = long_name;
		name.n = strlen(long_name);
	}
	i = row_of(name);
	h->known += i < HEADERS_MOST || long_name != NULL;
	if (i < HEADERS_MOST)
		h->bit[i / 64] |= (uint64_t)1 << i % 64;
}

void headers_of(const struct sipcode_message *m, struct headers *h)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span name, value;

	memset(h, 0, sizeof(*h));
	while (sipcode_next_header(m, &at, &name, &value))
		add_header(h, name);
}

int headers_have(const struct headers *h, const char *name)
{
	struct sipcode_span span = { name, strlen(name) };
	size_t i = row_of(span);

	return i < HEADERS_MOST && (h->bit[i / 64] >> i % 64 & 1) != 0;
}
