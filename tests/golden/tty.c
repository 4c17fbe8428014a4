/* tty.c - runs a command with a terminal as its standard output, and copies
 * what comes out: tty COMMAND [ARGUMENT...].  The terminal is 100 columns wide
 * unless the environment says otherwise (COLUMNS). */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* The end of the terminal for the command; *master is the other one. */
static int open_terminal(int *master)
{
	struct winsize size = { .ws_row = 24, .ws_col = 100 };
	struct termios t;
	int fd;

	*master = posix_openpt(O_RDWR | O_NOCTTY);
	if (*master < 0 || grantpt(*master) != 0 || unlockpt(*master) != 0)
		return -1;
	fd = open(ptsname(*master), O_RDWR | O_NOCTTY);
	if (fd < 0 || tcgetattr(fd, &t) != 0)
		return -1;
	t.c_oflag &= ~(tcflag_t)OPOST;
	if (tcsetattr(fd, TCSANOW, &t) != 0 ||
	    ioctl(fd, TIOCSWINSZ, &size) != 0)
		return -1;
	return fd;
}

int main(int argc, char **argv)
{
	int master, fd, status;
	char bytes[4096];
	ssize_t n;
	pid_t pid;

	if (argc < 2)
		return 125;
	fd = open_terminal(&master);
	if (fd < 0)
		return 125;
	pid = fork();
	if (pid == 0) {
		dup2(fd, STDOUT_FILENO);
		close(fd);
		close(master);
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	close(fd);
	while ((n = read(master, bytes, sizeof(bytes))) > 0)
		if (write(STDOUT_FILENO, bytes, (size_t)n) != n)
			return 125;
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		return 125;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}
