/* messages.c - explain and check: the same bytes from a file, from a pipe and
 * in pieces of any size have the same answer, in every format. */
#include "input.h"
#include "io/log.h"
#include "oracle.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const formats[] = { "text", "json", "tsv", "markdown",
	                               "sarif" };
static const char *const widths[] = { "0", "20", "33", "80", "1000" };

static void choose(struct world *w, struct input *in)
{
	int check = input_pick(in, 2) == 1;
	unsigned format = input_pick(in, check ? 5 : 4);

	world_arg(w, check ? "check" : "explain");
	world_arg(w, "--format");
	world_arg(w, formats[format]);
	if (input_pick(in, 4) == 1)
		world_arg(w, "--lang=vi");
	world_arg(w, "--width");
	world_arg(w, widths[input_pick(in, 5)]);
	if (input_pick(in, 3) == 1)
		world_arg(w, "--errors-only");
	if (!check && input_pick(in, 3) == 1)
		world_arg(w, "--all");
	if (!check && input_pick(in, 3) == 1)
		world_arg(w, "--brief");
	if (!check && input_pick(in, 4) == 1)
		world_arg(w, "--flow");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct ran whole, pieces;
	struct world w = { .terminal = 0 };
	struct input in;

	input_open(&in, data, size);
	choose(&w, &in);
	if (input_pick(&in, 32) == 31)
		input_push(&in, LOG_BUFFER);
	w.feed[FEED_STDIN] =
		(struct feed){ .s = in.s, .n = in.n, .regular = 1 };
	world_run(&w, &whole);
	judge_run(&w, &whole);
	w.feed[FEED_STDIN].regular = 0;
	w.feed[FEED_STDIN].pieces = 1 + input_pick(&in, 64);
	world_run(&w, &pieces);
	judge_same(&w, &whole, &pieces);
	input_close(&in);
	return 0;
}
