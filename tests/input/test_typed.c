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

static void become_sipcode(const char *command, const char *option, int in,
                           int out, int err)
{
	char *argv[] = { strdup("sipcode"), strdup(command), strdup(option),
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
static void start(struct talk *t, const char *command, const char *option,
                  int in)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	t->from = ends[0];
	t->err = file_with(NULL);
	t->len = 0;
	t->pid = fork();
	assert_true(t->pid >= 0);
	if (t->pid == 0)
		become_sipcode(command, option, in, ends[1], t->err);
	close(in);
	close(ends[1]);
}

/* A terminal that shows nothing of what is typed. */
static void start_on_terminal(struct talk *t, const char *command,
                              const char *option)
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
	start(t, command, option, in);
}

static void start_on_pipe(struct talk *t, const char *command,
                          const char *option)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	t->to = ends[1];
	start(t, command, option, ends[0]);
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
	start_on_terminal(&t, "explain", "-t");
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
	start_on_pipe(&t, "explain", "-t");
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
	start_on_pipe(&t, "check", "-t");
	say(&t, "SIP/2.0 421 x\r\nContent-Length: 0\r\n\r\n");
	early = hears(&t, "\t421\t", PATIENCE);
	hang_up(&t);
	end(&t, &r);
	assert_run(&r, 1, "file\tline\t*\n<stdin>\t1\t421\t*", "");
	assert_true(early);
	run_free(&r);
}

#define MESSAGE(start, number, to)                            \
	start "\nVia: SIP/2.0/UDP h;branch=z9hG4bK" number     \
	      "\nFrom: <sip:a@h>;tag=1\nTo: <sip:b@h>" to       \
	      "\nCall-ID: c\nCSeq: " number " OPTIONS\n"         \
	      "Content-Length: 0\n\n"
#define OPTIONS(number) MESSAGE("OPTIONS sip:b@h SIP/2.0", number, "")
#define ANSWER(line, number) MESSAGE("SIP/2.0 " line, number, ";tag=2")

static const char open_note[] =
	"sipcode: the input stays open: no overview, each response that "
	"matters is explained as it comes\n";

/* An input that is silent may go on: what matters is told then, without an
 * overview, and what comes later at once. */
static void an_input_that_stays_open_is_told_as_it_comes(void **state)
{
	struct talk t;
	struct run r = { 0 };
	int first, second;

	(void)state;
	start_on_pipe(&t, "explain", "-b");
	say(&t, OPTIONS("1") ANSWER("404 x", "1"));
	say(&t, OPTIONS("2") ANSWER("200 OK", "2"));
	first = hears(&t, "404 x\n", PATIENCE);
	say(&t, OPTIONS("3") ANSWER("200 OK", "3"));
	say(&t, OPTIONS("4") ANSWER("403 y", "4"));
	second = hears(&t, "403 y\n", PATIENCE);
	hang_up(&t);
	end(&t, &r);
	assert_run(&r, 0, "<stdin>:*: SIP/2.0 404 x\n*<stdin>:*: SIP/2.0 403 y\n*",
	           open_note);
	assert_lacks(r.out, "200 OK");
	assert_lacks(r.out, "transactions");
	assert_true(first && second);
	run_free(&r);
}

/* What comes in pieces, with less than a second between them, is whole. */
static void an_input_in_pieces_gets_its_overview(void **state)
{
	struct talk t;
	struct run r = { 0 };
	int early;

	(void)state;
	start_on_pipe(&t, "explain", "-b");
	say(&t, OPTIONS("1") ANSWER("404 x", "1"));
	early = hears(&t, "404 x", DOUBT);
	say(&t, OPTIONS("2") ANSWER("200 OK", "2"));
	hang_up(&t);
	end(&t, &r);
	assert_run(&r, 0, "2 transactions\n*FAILED FIRST*SIP/2.0 404 x\n*", "");
	assert_false(early);
	run_free(&r);
}

/* A ladder needs the whole input, and says so to whom waits for it. */
static void a_ladder_waits_for_the_end(void **state)
{
	/* More than the silence that is taken for the end of a paste. */
	enum { SILENCE = 1900 };
	struct talk t;
	struct run r = { 0 };
	int early;

	(void)state;
	start_on_pipe(&t, "explain", "--flow");
	say(&t, OPTIONS("1") ANSWER("404 x", "1"));
	early = hears(&t, "404 x", SILENCE);
	say(&t, OPTIONS("2") ANSWER("200 OK", "2"));
	hang_up(&t);
	end(&t, &r);
	assert_run(&r, 0, "Call-ID: c\n*OPTIONS*404 x*OPTIONS*200 OK*",
	           "sipcode: the input stays open: the ladder is drawn at its "
	           "end\n");
	assert_false(early);
	run_free(&r);
}

/* A program reads every response, and whether it matters. */
static void a_program_gets_all_of_an_input_that_stays_open(void **state)
{
	struct talk t;
	struct run r = { 0 };
	int first;

	(void)state;
	start_on_pipe(&t, "explain", "-t");
	say(&t, OPTIONS("1") ANSWER("404 x", "1"));
	first = hears(&t, "\tx\t", PATIENCE);
	say(&t, OPTIONS("2") ANSWER("200 OK", "2"));
	hang_up(&t);
	end(&t, &r);
	assert_run(&r, 0, "file\t*\t404\tresponse\t*\ttrue\n"
	           "*\t200\tresponse\t*\tfalse\n*", "");
	assert_true(first);
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_line_ends_a_message_that_is_typed),
		TEST(a_body_may_come_late_through_a_pipe),
		TEST(a_message_of_known_length_is_answered_at_once),
		TEST(an_input_that_stays_open_is_told_as_it_comes),
		TEST(an_input_in_pieces_gets_its_overview),
		TEST(a_ladder_waits_for_the_end),
		TEST(a_program_gets_all_of_an_input_that_stays_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
