/* files.c - opens one file after the other. */
#include "input/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/memory.h"
#include "io/number.h"
#include "io/strbuf.h"

/* Opens a file, or takes standard input; *name is what messages call it. */
static int open_input(struct context *c, const char **name)
{
	if (strcmp(*name, "-") != 0)
		return open(*name, O_RDONLY);
	*name = "standard input";
	if (term_is(c->in))
		context_say(c, "reading from the terminal", NULL, 0);
	out_flush(&c->err);
	return c->in;
}

/* "explain 403" asks for a page, and not for a file. */
static int no_file(struct context *c, const char *name, int error)
{
	struct strbuf b = { 0 };
	unsigned long code;

	context_file(c, name, error);
	if (strlen(name) == 3 && number_read(name, &code) == 0) {
		strbuf_add(&b, "sipcode ");
		strbuf_number(&b, code);
		context_note(c, "to read about the code", b.s, b.len);
	}
	strbuf_free(&b);
	return STATUS_TROUBLE;
}

static int read_file(struct context *c, const char *name, struct log *log,
                     void (*each)(struct log *, void *), void *with)
{
	int is_stdin = strcmp(name, "-") == 0, fd;

	if (*name == '\0')
		return context_misuse(c, "empty operand", name);
	fd = open_input(c, &name);
	if (fd < 0)
		return no_file(c, name, errno);
	log_start(log, name, fd, log->buffer);
	each(log, with);
	if (!is_stdin)
		close(fd);
	return log->error == 0 ? STATUS_FOUND
	                       : context_file(c, name, log->error);
}

int files_each(struct context *c, int ahead, void (*each)(struct log *, void *),
               void *with)
{
	struct log log = { .ahead = ahead, .buffer = memory_get(LOG_BUFFER) };
	int status = STATUS_FOUND;

	for (size_t i = 0; i == 0 || i < c->operands; i++) {
		const char *name = c->operands == 0 ? "-" : c->operand[i];
		int result = read_file(c, name, &log, each, with);

		if (result > status)
			status = result;
	}
	free(log.buffer);
	return status;
}
