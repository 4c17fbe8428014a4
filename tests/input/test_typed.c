/* test_typed.c - messages that come in while somebody waits for the answer:
 * typed into a terminal, or through a pipe that stays open. */
#include "harness.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "files.h"

/* How long an answer may take that is due at once, and how long none is
 * waited for, in milliseconds. */
enum { PATIENCE = 10000, DOUBT = 200 };

struct talk {
	pid_t pid;
	int to, from, err; /* stdin, stdout and stderr of the program */
	char text[4096];   /* all that it has said so far */
	size_t len;
};

static void become_sipcode(const char *command, int in, int out, int err)
{
	char *argv[] = { strdup("sipcode"), strdup(command), strdup("-t"),
		         NULL };
	char *env[] = { NULL };

	if (dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0)
		_exit(126);
	for (int fd = 3; fd < 64; fd++)
		close(fd);
	execve(SIPCODE_PROGRAM, argv, env);
	_exit(127);
}

/* Runs a command that reads from this descriptor, which is closed here. */
static void start(struct talk *t, const char *command, int in)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	t->from = ends[0];
	t->err = file_with(NULL);
	t->len = 0;
	t->pid = fork();
	assert_true(t->pid >= 0);
	if (t->pid == 0)
		become_sipcode(command, in, ends[1], t->err);
	close(in);
	close(ends[1]);
}

/* A terminal that shows nothing of what is typed. */
static void start_on_terminal(struct talk *t, const char *command)
{
	struct termios mode;
	int in;

	t->to = posix_openpt(O_RDWR | O_NOCTTY);
	assert_true(t->to >= 0);
	assert_int_equal(grantpt(t->to), 0);
	assert_int_equal(unlockpt(t->to), 0);
	in = open(ptsname(t->to), O_RDWR | O_NOCTTY);
	assert_true(in >= 0);
	assert_int_equal(tcgetattr(in, &mode), 0);
	mode.c_lflag &= ~(tcflag_t)ECHO;
	assert_int_equal(tcsetattr(in, TCSANOW, &mode), 0);
	start(t, command, in);
}

static void start_on_pipe(struct talk *t, const char *command)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	t->to = ends[1];
	start(t, command, ends[0]);
}

static void say(struct talk *t, const char *s)
{
	assert_int_equal(write(t->to, s, strlen(s)), strlen(s));
}

static void hang_up(struct talk *t)
{
	close(t->to);
	t->to = -1;
}

/* Waits until the part has been said, or the time is over; returns whether it
 * has been. */
static int hears(struct talk *t, const char *part, int patience)
{
	struct pollfd p = { .fd = t->from, .events = POLLIN };

	t->text[t->len] = '\0';
	while (strstr(t->text, part) == NULL && poll(&p, 1, patience) > 0) {
		ssize_t n = read(t->from, t->text + t->len,
		                 sizeof(t->text) - 1 - t->len);

		if (n <= 0)
			break;
		t->len += (size_t)n;
		t->text[t->len] = '\0';
	}
	return strstr(t->text, part) != NULL;
}

/* Keeps the whole answer, what stands on stderr, and the status. */
static void end(struct talk *t, struct run *r)
{
	int status = 0;

	run_free(r);
	hears(t, "\001", PATIENCE);
	waitpid(t->pid, &status, 0);
	r->out = strdup(t->text);
	r->err = file_text(t->err, &r->err_len);
	r->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
	close(t->from);
	if (t->to >= 0)
		hang_up(t);
}

static void an_empty_line_ends_a_message_that_is_typed(void **state)
{
	struct talk t;
	struct run r = { 0 };
	int first, second;

	(void)state;
	start_on_terminal(&t, "explain");
	say(&t, "SIP/2.0 486 Busy Here\nCSeq: 1 INVITE\n\n");
	first = hears(&t, "\t486\t", PATIENCE);
	say(&t, "SIP/2.0 404 Not Found\nCSeq: 1 INVITE\n\n");
	second = hears(&t, "\t404\t", PATIENCE);
	say(&t, "\004");
	end(&t, &r);
	assert_run(&r, 0, "file\tline\t*\n<stdin>\t1\t486\t*"
	           "\n<stdin>\t4\t404\t*",
	           "sipcode: reading from the terminal\n");
	assert_true(first && second);
	run_free(&r);
}

/* The empty line may have a body behind it, whose length nobody tells. */
static void a_body_may_come_late_through_a_pipe(void **state)
{
	struct talk t;
	struct run r = { 0 };
	int early;

	(void)state;
	start_on_pipe(&t, "explain");
	say(&t, "SIP/2.0 200 OK\r\nc: message/sipfrag\r\n\r\n");
	early = hears(&t, "\t200\t", DOUBT);
	say(&t, "SIP/2.0 180 Ringing\r\n");
	hang_up(&t);
	end(&t, &r);
	assert_run(&r, 0, "file\tline\t*\n<stdin>\t1\t200\t*", "");
	assert_lacks(r.out, "\t180\t");
	assert_false(early);
	run_free(&r);
}

/* With a length the end is known, and the answer is there at once. */
static void a_message_of_known_length_is_answered_at_once(void **state)
{
	struct talk t;
	struct run r = { 0 };
	int early;

	(void)state;
	start_on_pipe(&t, "check");
	say(&t, "SIP/2.0 421 x\r\nContent-Length: 0\r\n\r\n");
	early = hears(&t, "\t421\t", PATIENCE);
	hang_up(&t);
	end(&t, &r);
	assert_run(&r, 1, "file\tline\t*\n<stdin>\t1\t421\t*", "");
	assert_true(early);
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_line_ends_a_message_that_is_typed),
		TEST(a_body_may_come_late_through_a_pipe),
		TEST(a_message_of_known_length_is_answered_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
