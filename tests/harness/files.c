/* files.c - temporary files and folders, below SIPCODE_WORK. */
#include "files.h"

#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "harness.h"

static int remove_one(const char *path, const struct stat *st, int kind,
                      struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

static int remove_all(const char *folder)
{
	return nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* Everything temporary stands in one folder, which goes when the program
 * ends: a test that fails leaves at once and takes nothing away. */
static char own[512];

static void remove_own(void)
{
	remove_all(own);
}

/* "/.../work/Xq3Zb9/NAME" in a buffer of this size. */
static void own_path(char *path, size_t size, const char *name)
{
	if (own[0] == '\0') {
		char made[] = SIPCODE_WORK "/XXXXXX";

		mkdir(SIPCODE_WORK, 0777);
		assert_non_null(mkdtemp(made));
		assert_true(sizeof(made) <= sizeof(own));
		memcpy(own, made, sizeof(made));
		atexit(remove_own);
	}
	assert_in_range(snprintf(path, size, "%s/%s", own, name), 0, size - 1);
}

int file_new(char *path, size_t size)
{
	int fd;

	own_path(path, size, "XXXXXX");
	fd = mkstemp(path);
	assert_true(fd >= 0);
	return fd;
}

int file_with(const char *text)
{
	char path[FILE_PATH_MAX];
	int fd = file_new(path, sizeof(path));

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
	static char path[FILE_PATH_MAX];

	own_path(path, sizeof(path), "XXXXXX");
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

void folder_remove(const char *folder)
{
	assert_int_equal(remove_all(folder), 0);
}
