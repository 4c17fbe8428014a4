/* files.h - files without a name, for what programs read and write; folders
 * for the generator.  What is still there when the program ends, be it that
 * a test has failed, is removed then. */
#ifndef FILES_H
#define FILES_H

#include <stddef.h>

enum { FILE_PATH_MAX = 528 };

/* A file descriptor of a new, empty file; its path is stored. */
int file_new(char *path, size_t size);
/* A file descriptor of one without a path, at its beginning; NULL: empty. */
int file_with(const char *text);
/* Everything that is in the file, with a NUL behind it, and closes it.  The
 * caller frees it. */
char *file_text(int fd, size_t *len);
/* The same into a buffer, and leaves the file open. */
size_t file_read(int fd, char *s, size_t size);

/* A new, empty folder; its path stays good until the next call. */
const char *folder_new(void);
/* Writes a file below the folder; makes the folders between. */
void folder_write(const char *folder, const char *path, const char *text);
/* A symbolic link that leads to the target. */
void folder_link(const char *target, const char *path);
/* The text of a file, which the caller frees; NULL if there is none. */
char *folder_read(const char *folder, const char *path);
void folder_remove(const char *folder);

#endif
