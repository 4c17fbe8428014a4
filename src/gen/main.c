/* main.c - sipcode-gen: proves the data and writes the table or another file
 * that is made from them, or marks a translation as one of today's English.
 *
 * Status 0; 1 if the data are wrong; 2 if something else went wrong. */
#include <stdio.h>
#include <string.h>

#include "io/arena.h"
#include "io/replace.h"
#include "io/report.h"
#include "emit/emit.h"
#include "model/model.h"
#include "stamp.h"

static const char usage[] =
	"usage: sipcode-gen [--complete] [--languages en,...] [--emit WHAT] "
	"DATA FILE\n"
	"       sipcode-gen --stamp [--data DATA] TYPE KEY [LANGUAGE]\n"
	"DATA is the folder of the records; --stamp takes ./data by itself.\n"
	"WHAT the FILE is to be: table, which it is by itself, bash, fish, "
	"zsh or manual.\n";

/* The command line. */
struct call {
	const char *data, *languages, *emit;
	int stamp;
	const char *operand[4]; /* NULL behind the last */
	int operands;
};

static int write_file(const struct model *m, const struct call *c)
{
	struct replacement file;
	size_t lang;
	emit *write = emit_named(m, c->emit, &lang);

	if (write == NULL) {
		fprintf(stderr, "sipcode-gen: there is no '%s' to be made\n",
		        c->emit);
		return 2;
	}
	if (replace_open(&file, c->operand[1]) == NULL)
		return 2;
	write(m, lang, file.out);
	return replace_close(&file);
}

static int count_mistakes(void)
{
	if (report_count() == 0)
		return 0;
	fprintf(stderr, "sipcode-gen: %zu mistake%s in the data\n",
	        report_count(), report_count() == 1 ? "" : "s");
	return 1;
}

static int make_file(const struct call *c)
{
	struct model *m = arena_alloc(sizeof(*m));

	/* All steps run, so that all mistakes are reported at once. */
	if (model_load(m, c->operand[0], c->languages) == 0 &&
	    report_troubles() == 0) {
		model_terms(m);
		model_names(m);
		model_words(m);
		model_build(m);
		model_link(m);
		model_prove(m);
	}
	if (report_troubles() > 0)
		return 2;
	return count_mistakes() == 0 ? write_file(m, c) : 1;
}

static int mark_record(const struct call *c)
{
	struct model *m = arena_alloc(sizeof(*m));

	model_load(m, c->data == NULL ? "data" : c->data, NULL);
	if (report_troubles() > 0)
		return 2;
	if (count_mistakes() != 0)
		return 1;
	return stamp_record(m, c->operand[0], c->operand[1], c->operand[2]);
}

/* The value of an option is the argument behind it; NULL if there is none. */
static int option_of(struct call *c, char **argv, int *i)
{
	const char *name = argv[*i];

	if (strcmp(name, "--complete") == 0) {
		report_complete();
		return 1;
	}
	if (strcmp(name, "--stamp") == 0) {
		c->stamp = 1;
		return 1;
	}
	if (strcmp(name, "--languages") == 0)
		return (c->languages = argv[++*i]) != NULL;
	if (strcmp(name, "--emit") == 0)
		return (c->emit = argv[++*i]) != NULL;
	if (strcmp(name, "--data") == 0)
		return (c->data = argv[++*i]) != NULL;
	return 0;
}

/* Returns 0 if the call is none that the usage shows. */
static int read_call(struct call *c, char **argv)
{
	for (int i = 1; argv[i] != NULL; i++) {
		if (strncmp(argv[i], "--", 2) == 0) {
			if (!option_of(c, argv, &i))
				return 0;
		} else if (c->operands == 3) {
			return 0;
		} else {
			c->operand[c->operands++] = argv[i];
		}
	}
	if (c->stamp)
		return c->operands >= 2 && c->languages == NULL &&
		       c->emit == NULL;
	if (c->emit == NULL)
		c->emit = "table";
	return c->operands == 2 && c->data == NULL;
}

int main(int argc, char **argv)
{
	struct call c = { 0 };
	int status;

	if (argc < 2 || !read_call(&c, argv)) {
		fputs(usage, stderr);
		return 2;
	}
	status = c.stamp ? mark_record(&c) : make_file(&c);
	arena_free();
	return status;
}
