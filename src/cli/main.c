/* main.c - the program, on the standard streams. */
#include <unistd.h>

#include "cli.h"

int main(int argc, char **argv)
{
	return cli_main(argc, argv, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO);
}
