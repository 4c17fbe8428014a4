/* place.h - new files in the place of old ones, for the generator: what systems
 * have in ways of their own. */
#ifndef PLACE_H
#define PLACE_H

#include <stdio.h>

/* What stands at a path; a symbolic link is something else than a file. */
enum place {
	PLACE_EMPTY,
	PLACE_FILE,
	PLACE_OTHER,
	PLACE_UNKNOWN /* errno says why */
};
enum place place_look(const char *path);
/* A new file where there is nothing yet.  Returns NULL, and errno says why. */
FILE *place_create(const char *path);
/* Gives a file the name of another one, which is gone then.  Returns 0; -1,
 * and errno says why. */
int place_replace(const char *from, const char *to);
/* Calls a function before a signal ends the program, but for one that nothing
 * can be done about.  It may do what is safe then, such as remove(). */
void place_at_signal(void (*function)(void));

#endif
