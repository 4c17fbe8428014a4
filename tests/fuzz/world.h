/* world.h - the program called in this process, in a world that is made up:
 * what it reads comes from memory in pieces of any size, what it writes stays
 * in memory, and no file of the machine can be opened. */
#ifndef WORLD_H
#define WORLD_H

#include <stddef.h>
#include <stdint.h>

enum { WORLD_ARGS = 24, WORLD_FEEDS = 3 };

/* What can be read: standard input, and the files of the names below. */
enum feed_of { FEED_STDIN, FEED_ONE, FEED_TWO };
#define NAME_ONE "one.log"
#define NAME_TWO "two.log"

struct feed {
	const char *s;
	size_t n;
	int regular;     /* 1: a file; 0: a pipe */
	unsigned pieces; /* 0: all that is asked for; else sizes by this seed */
	size_t at;       /* the world's own */
};

struct ran {
	char *out, *err; /* not ended by a NUL */
	size_t out_n, err_n, out_room, err_room;
	int status;
};

struct world {
	struct feed feed[WORLD_FEEDS];
	int terminal; /* 1: stdout is one, with UTF-8 */
	size_t argc;
	const char *argv[WORLD_ARGS]; /* without the program's name */
};

/* Adds an argument, as long as there is room. */
void world_arg(struct world *w, const char *arg);
/* Calls cli_main(); the run before is forgotten.  { 0 } is an empty one, which
 * keeps its memory. */
void world_run(struct world *w, struct ran *r);
/* Between these two, what is written to WORLD_OUT is kept. */
enum { WORLD_OUT = 900 + WORLD_FEEDS };
void world_begin(struct ran *r);
void world_end(void);
/* Says what was run and what is wrong with it, and aborts. */
_Noreturn void world_fail(const struct world *w, const struct ran *r,
                          const char *what);

#endif
