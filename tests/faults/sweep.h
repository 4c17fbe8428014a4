/* sweep.h - one program, run again and again with another fault each time.  It
 * is loaded once, so that a run costs a fork. */
#ifndef SWEEP_H
#define SWEEP_H

#include <sys/types.h>

#include "harness.h"

struct sweep {
	const struct program *program;
	pid_t server;
	int socket;
	int in, out, err, other;
};

/* Begins with a program, which has to stay as it is.  The test is skipped where
 * no fault can be made.  Its stdout may be any but a terminal; a pipe that it
 * reads lasts for one run. */
void sweep_open(struct sweep *s, const struct program *p);
/* One run; its fault takes the place of the program's own.  Returns how many
 * calls of the kind of the fault were made. */
size_t sweep_run(struct sweep *s, struct run *r, const struct fault *f);
void sweep_close(struct sweep *s);

/* What the sweeps of this process have come to: faults that came, and runs
 * that were ended by a signal, or by the time that a run may take. */
struct sweep_sum {
	size_t faults, crashes, hangs;
};

/* "N faults injected: 0 crashes, 0 hangs"; fails unless it is so. */
void no_fault_crashes_or_hangs(void **state);

#endif
