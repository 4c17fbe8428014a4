/* system.h - what systems have in ways of their own.  system.c and
 * place.c alone ask which one it is; the rest is C11 and POSIX of 2008. */
#ifndef SYSTEM_H
#define SYSTEM_H

/* Behind a declaration: the compiler holds what is printed against the format,
 * whose place and that of the first value are given, from 1. */
#if defined(__MINGW32__)
#define SYSTEM_PRINTF(at, from) __attribute__((format(gnu_printf, at, from)))
#elif defined(__GNUC__)
#define SYSTEM_PRINTF(at, from) __attribute__((format(printf, at, from)))
#else
#define SYSTEM_PRINTF(at, from)
#endif

/* Makes the standard streams carry bytes as they are, and a console of Windows
 * show UTF-8. */
void system_begin(void);
/* The character set where the environment names none: "UTF-8", or "" if the
 * system has no other way to say it than the environment. */
const char *system_charset(void);

/* Opens a file, whose bytes come as they are.  Returns a descriptor that is
 * none of the standard streams, closed or not; -1, and errno says why. */
int system_open(const char *name);
/* One of the standard streams may be closed.  A file that took its place would
 * be taken for it: written into, or read twice.  Returns another number for a
 * new descriptor, unless it is none of theirs; -1 for -1, and if there is no
 * other, when it is closed. */
int system_above(int fd);
/* 1 if both descriptors are of one regular file; 0 if not, and where that
 * cannot be told. */
int system_same_file(int a, int b);
/* 1 if the descriptor is a pipe or a socket. */
int system_is_pipe(int fd);
/* Waits for so many milliseconds at most.  Returns 0 if nothing came; 1 if a
 * read would not wait, and where that cannot be told. */
int system_wait(int fd, int milliseconds);
/* A read or a write of the descriptor has failed, and errno says why: 1 if it
 * is to be made again, since it was interrupted, or since the descriptor is one
 * that does not wait; then this has waited.  *times, 0 at first, counts how
 * often in a row: a descriptor that never gets ready has failed. */
int system_again(int fd, int writes, unsigned *times);
/* The columns of a terminal; 0 if they are not known. */
unsigned system_columns(int fd);

#endif
