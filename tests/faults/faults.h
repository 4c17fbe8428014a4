/* faults.h - the calls of a program that can be made to fail, and what is said
 * to the shim that stands before them, and by it. */
#ifndef FAULTS_H
#define FAULTS_H

#include <stddef.h>

/* alloc: malloc, calloc and realloc; stat: lstat too. */
enum fault_call {
	FAULT_NONE,
	FAULT_READ,
	FAULT_WRITE,
	FAULT_OPEN,
	FAULT_CLOSE,
	FAULT_FSTAT,
	FAULT_ISATTY,
	FAULT_IOCTL,
	FAULT_LSEEK,
	FAULT_POLL,
	FAULT_ALLOC,
	FAULT_STAT,
	FAULT_OPENDIR,
	FAULT_READDIR,
	FAULT_RENAME,
	FAULT_REMOVE,
	FAULT_CALLS
};

/* In place of an errno: the call moves nothing, and says so with 0. */
enum { FAULT_ZERO = -1 };

/* What becomes of a file before the call that would fail: nothing, it loses
 * all its bytes, or what it holds stands in it twice. */
enum fault_file { FILE_STAYS, FILE_SHRINKS, FILE_GROWS };

/* What goes wrong in a run. */
struct fault {
	enum fault_call call;
	int fd;      /* of this descriptor alone; 0: of any */
	size_t most; /* bytes that one read or write moves; 0: all */
	int error;   /* errno or FAULT_ZERO; 0: no call fails */
	size_t at;   /* the first call that fails; 0 as 1 */
	int once;    /* those behind it do not */
	enum fault_file file;
};

/* What has come of it. */
struct fault_end {
	int status;   /* of waitpid() */
	size_t calls; /* of the kind, of the descriptor */
	int hit;      /* the fault has come */
};

/* A variable of the environment: the number of a socket.  For each struct fault
 * that the shim reads there, before main(), it lets a child go on into main(),
 * and writes a struct fault_end when that has ended.  A child that goes on for
 * FAULT_SECONDS is ended by SIGALRM. */
#define FAULT_SOCKET "FAULT_SOCKET"
enum { FAULT_SECONDS = 20 };

#endif
