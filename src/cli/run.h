/* run.h - the program as a function. */
#ifndef RUN_H
#define RUN_H

/* Runs the program on these file descriptors, which stay open.  argv[0] is
 * the program's name; the pointers of argv change their places.  Returns the
 * exit status: 0 all found, 1 something was not, 2 trouble. */
int cli_main(int argc, char **argv, int in, int out, int err);

#endif
