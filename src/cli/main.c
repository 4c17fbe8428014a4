/* main.c - the program, on the standard streams. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "context/context.h"
#include "io/out.h"
#include "run.h"
#include "system.h"

/* Some file systems tell only now that the disk is full.  That stdout was
 * closed from the start is told by the first write, if there was one. */
static int close_stdout(int status)
{
	struct out err;

	if (close(STDOUT_FILENO) == 0 || errno == EBADF)
		return status;
	out_open(&err, STDERR_FILENO);
	out_str(&err, "sipcode: write error: ");
	out_str(&err, strerror(errno));
	out_char(&err, '\n');
	out_flush(&err);
	return STATUS_TROUBLE;
}

int main(int argc, char **argv)
{
	system_begin();
	return close_stdout(cli_main(argc, argv, STDIN_FILENO, STDOUT_FILENO,
	                             STDERR_FILENO));
}
