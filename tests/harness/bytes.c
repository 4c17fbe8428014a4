/* bytes.c - any bytes as the input of a command. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"

enum { CALL_MAX = 16 };

void run_bytes(struct run *r, const char *const argv[], const char *s,
               size_t n)
{
	const char *call[CALL_MAX] = { NULL };
	char path[FILE_PATH_MAX];
	int fd = file_new(path, sizeof(path));
	size_t i = 0;

	assert_int_equal(write(fd, s, n), n);
	close(fd);
	for (; argv[i] != NULL; i++) {
		assert_in_range(i, 0, CALL_MAX - 3);
		call[i] = argv[i];
	}
	call[i] = path;
	run_cli(r, call, NULL);
	unlink(path);
}

char *exactly(const char *s, size_t n)
{
	/* malloc(0) may be NULL, which is no place to read from. */
	char *copy = malloc(n == 0 ? 1 : n);

	assert_non_null(copy);
	if (n > 0)
		memcpy(copy, s, n);
	return copy;
}

void bytes_add(struct bytes *b, const char *s, size_t n)
{
	if (b->n + n + 1 > b->room) {
		b->room = 2 * (b->n + n) + 64;
		b->s = realloc(b->s, b->room);
		assert_non_null(b->s);
	}
	memcpy(b->s + b->n, s, n);
	b->n += n;
	b->s[b->n] = '\0';
}

void bytes_str(struct bytes *b, const char *s)
{
	bytes_add(b, s, strlen(s));
}

void bytes_fill(struct bytes *b, char c, size_t n)
{
	while (n-- > 0)
		bytes_add(b, &c, 1);
}

void bytes_drop(struct bytes *b, const char *text)
{
	size_t len = strlen(text), to = 0, i = 0;

	while (i < b->n) {
		if (b->s[i] == text[0] && i + len <= b->n &&
		    memcmp(b->s + i, text, len) == 0)
			i += len;
		else
			b->s[to++] = b->s[i++];
	}
	b->n = to;
	if (b->s != NULL)
		b->s[to] = '\0';
}

void bytes_free(struct bytes *b)
{
	free(b->s);
	memset(b, 0, sizeof(*b));
}

void assert_bytes(const char *s, size_t n, const char *want, size_t want_n)
{
	size_t i = 0;

	while (i < n && i < want_n && s[i] == want[i])
		i++;
	if (i < n || i < want_n)
		fail_msg("byte %zu of %zu differs (%zu wanted):\n%.200s\nnot\n"
		         "%.200s", i, n, want_n, i < n ? s + i : "",
		         i < want_n ? want + i : "");
}

/* xorshift64, Marsaglia 2003. */
unsigned roll(uint64_t *die, unsigned sides)
{
	*die ^= *die << 13;
	*die ^= *die >> 7;
	*die ^= *die << 17;
	return (unsigned)((*die >> 33) % sides);
}

void bytes_roll(struct bytes *b, uint64_t *die, size_t pieces,
                const char *const *piece, size_t n)
{
	while (pieces-- > 0)
		bytes_str(b, piece[roll(die, (unsigned)n)]);
}
