/* formats.c - any answer to anything, in every format: what a program reads is
 * valid, and colour taken away is the text without it. */
#include <stdlib.h>
#include <string.h>

#include "context/grammar.h"
#include "input.h"
#include "oracle.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { TEXT, JSON, TSV, MARKDOWN, SARIF };
static const char *const formats[] = { "text", "json", "tsv", "markdown",
	                               "sarif" };

static size_t line_of(const char *s, size_t n)
{
	const char *eol = n == 0 ? NULL : memchr(s, '\n', n);

	return eol == NULL ? n : (size_t)(eol - s);
}

/* Without the sequences for colours and links. */
static void take_styles_away(struct ran *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->out_n; i++) {
		if (r->out[i] != '\033') {
			r->out[n++] = r->out[i];
			continue;
		}
		if (r->out[i + 1] == '[') {
			while (r->out[i] != 'm')
				i++;
			continue;
		}
		i++;
		while (r->out[i] != '\\' || r->out[i - 1] != '\033')
			i++;
	}
	r->out_n = n;
}

static void run_styled(struct world *w, const struct ran *plain)
{
	static struct ran styled;

	world_arg(w, "--color=always");
	world_arg(w, "--hyperlink=always");
	world_run(w, &styled);
	judge_run(w, &styled);
	take_styles_away(&styled);
	judge_same(w, plain, &styled);
}

/* The operands are the words of the first line, the rest is what is read. */
static char *add_operands(struct world *w, const struct input *in, size_t n)
{
	char *text = malloc(n + 1), *s = text;

	if (text == NULL)
		abort();
	memcpy(text, in->s, n);
	text[n] = '\0';
	while (*s != '\0') {
		char *end = s + strcspn(s, " ");
		int more = *end != '\0';

		*end = '\0';
		/* Options would change the format. */
		if (*s != '-' && *s != '\0' && w->argc < WORLD_ARGS - 6)
			world_arg(w, s);
		s = end + more;
	}
	return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct ran plain;
	struct world w = { .terminal = 0 };
	struct input in;
	unsigned command, format;
	char *operands;
	size_t n;

	input_open(&in, data, size);
	command = input_pick(&in, COMMANDS);
	format = input_pick(&in, 5);
	world_arg(&w, command_text((int)command)->name);
	if (option_goes(OPTION_format, (int)command)) {
		world_arg(&w, "--format");
		world_arg(&w, formats[format]);
	}
	if (input_pick(&in, 3) == 1)
		world_arg(&w, "--lang=vi");
	if (input_pick(&in, 3) == 1)
		world_arg(&w, "--width=60");
	n = line_of(in.s, in.n);
	operands = add_operands(&w, &in, n);
	n += n < in.n;
	for (int i = 0; i < WORLD_FEEDS; i++)
		w.feed[i] = (struct feed){ .s = in.s + n,
			                   .n = in.n - n,
			                   .regular = 1 };
	world_run(&w, &plain);
	judge_run(&w, &plain);
	if (format == TEXT && command != COMMAND_annotate)
		run_styled(&w, &plain);
	free(operands);
	input_close(&in);
	return 0;
}
