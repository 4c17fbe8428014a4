/* files.c - temporary files and folders. */
#include "files.h"

#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "harness.h"

static const char *temporary(void)
{
	const char *dir = getenv("TMPDIR");

	return dir == NULL || *dir == '\0' ? "/tmp" : dir;
}

int file_with(const char *text)
{
	char path[512];
	int fd;

	snprintf(path, sizeof(path), "%s/sipcode-test-XXXXXX", temporary());
	fd = mkstemp(path);
	assert_true(fd >= 0);
	unlink(path);
	if (text != NULL) {
		size_t n = strlen(text);

		assert_int_equal(write(fd, text, n), n);
		assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	}
	return fd;
}

char *file_text(int fd, size_t *len)
{
	off_t n = lseek(fd, 0, SEEK_END);
	char *s;

	assert_true(n >= 0);
	s = malloc((size_t)n + 1);
	assert_non_null(s);
	*len = file_read(fd, s, (size_t)n + 1);
	close(fd);
	return s;
}

size_t file_read(int fd, char *s, size_t size)
{
	ssize_t n = pread(fd, s, size - 1, 0);

	assert_true(n >= 0);
	assert_true(pread(fd, s + n, 1, n) == 0 || (size_t)n == size - 1);
	s[n] = '\0';
	return (size_t)n;
}

const char *folder_new(void)
{
	static char path[512];

	snprintf(path, sizeof(path), "%s/sipcode-test-XXXXXX", temporary());
	assert_non_null(mkdtemp(path));
	return path;
}

void folder_write(const char *folder, const char *path, const char *text)
{
	char full[1024];
	FILE *f;

	for (size_t i = 0; path[i] != '\0'; i++) {
		if (path[i] != '/')
			continue;
		snprintf(full, sizeof(full), "%s/%.*s", folder, (int)i, path);
		mkdir(full, 0777);
	}
	snprintf(full, sizeof(full), "%s/%s", folder, path);
	f = fopen(full, "wb");
	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

void folder_link(const char *target, const char *path)
{
	assert_int_equal(symlink(target, path), 0);
}

char *folder_read(const char *folder, const char *path)
{
	char full[1024];
	char *s;
	FILE *f;
	long n;

	snprintf(full, sizeof(full), "%s/%s", folder, path);
	f = fopen(full, "rb");
	if (f == NULL)
		return NULL;
	assert_int_equal(fseek(f, 0, SEEK_END), 0);
	n = ftell(f);
	assert_true(n >= 0);
	rewind(f);
	s = malloc((size_t)n + 1);
	assert_non_null(s);
	assert_int_equal(fread(s, 1, (size_t)n, f), n);
	s[n] = '\0';
	fclose(f);
	return s;
}

static int removed(const char *path, const struct stat *st, int kind,
                   struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

void folder_remove(const char *folder)
{
	assert_int_equal(nftw(folder, removed, 8, FTW_DEPTH | FTW_PHYS), 0);
}
