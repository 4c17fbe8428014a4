/* files.c - opens one file after the other. */
#include "input/files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "chars.h"
#include "input/kind.h"
#include "io/memory.h"
#include "io/number.h"
#include "io/strbuf.h"
#include "system.h"

/* Opens a file, or takes standard input; *name is what messages call it. */
static int open_input(struct context *c, const char **name)
{
	if (strcmp(*name, "-") != 0)
		return system_open(*name);
	*name = "<stdin>";
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

/* The name as the shell takes it; FILE in place of one that would need more
 * than double quotes. */
static void add_shell_name(struct strbuf *b, const char *name)
{
	int plain = *name != '-', quoted = *name != '-';

	for (const char *s = name; *s != '\0'; s++) {
		int word = char_is_letter(*s) || char_is_digit(*s) ||
		           char_in(*s, "._/+,:@%=-");

		plain = plain && word;
		quoted = quoted && (word || char_in(*s, " ()[]{}&;'~#*?<>|"));
	}
	strbuf_add(b, plain ? "" : quoted ? "\"" : "");
	strbuf_add(b, quoted ? name : "FILE");
	strbuf_add(b, plain ? "" : quoted ? "\"" : "");
}

/* "zcat <sip.log.gz | sipcode tally"; of standard input "zcat | ...". */
static void add_help(struct strbuf *b, const struct context *c,
                     const struct log *log, int is_stdin)
{
	const struct kind_text *text = kind_text((enum kind)log->kind);

	if (*text->reader != '\0') {
		strbuf_add(b, is_stdin ? text->piped : text->reader);
		strbuf_add(b, is_stdin ? "" : text->before);
		if (!is_stdin)
			add_shell_name(b, log->name);
		strbuf_add(b, " | sipcode ");
		strbuf_add(b, command_text(c->command)->name);
		return;
	}
	strbuf_add(b, "sipcode explain");
	strbuf_add(b, is_stdin ? "" : " ");
	if (!is_stdin)
		add_shell_name(b, log->name);
}

/* Captures are read by their bytes, but for what is to be a text again. */
static int is_readable(const struct context *c, enum kind kind)
{
	return *kind_text(kind)->reader == '\0' &&
	       !(kind_is_capture(kind) && c->command == COMMAND_annotate);
}

/* Says what the input is and what reads it. */
static int refuse(struct context *c, const struct log *log, int is_stdin)
{
	struct strbuf what = { 0 }, help = { 0 };
	int status;

	strbuf_add(&what, kind_text((enum kind)log->kind)->name);
	strbuf_add(&what, ", not read");
	add_help(&help, c, log, is_stdin);
	status = context_instead(c, strbuf_text(&what), log->name, "to read it",
	                         strbuf_text(&help));
	strbuf_free(&what);
	strbuf_free(&help);
	return status;
}

/* Reads no more than it takes to tell. */
static void find_kind_of(struct log *log)
{
	enum kind kind;

	while (!kind_read(log->buffer, log->used, log->eof, &kind))
		log_peek(log);
	log->kind = kind;
}

/* Would what is written be read again, without end?  Not if the input is at
 * its end already. */
static int is_output(struct context *c, int fd)
{
	struct stat in;
	off_t at;

	if (!system_same_file(c->out.fd, fd))
		return 0;
	/* With what earlier files have left to be written. */
	out_flush(&c->out);
	at = lseek(fd, 0, SEEK_CUR);
	return at >= 0 && fstat(fd, &in) == 0 && at < in.st_size;
}

static int read_log(struct context *c, struct log *log, int is_stdin,
                    void (*each)(struct log *, void *), void *with)
{
	if (is_output(c, log->fd)) {
		context_say(c, "input file is output file", log->name,
		            strlen(log->name));
		return STATUS_TROUBLE;
	}
	find_kind_of(log);
	if (!is_readable(c, (enum kind)log->kind))
		return refuse(c, log, is_stdin);
	each(log, with);
	return log->error == 0 ? STATUS_FOUND
	                       : context_file(c, log->name, log->error);
}

static int read_file(struct context *c, const char *name, struct log *log,
                     void (*each)(struct log *, void *), void *with)
{
	int is_stdin = strcmp(name, "-") == 0, status, fd;

	if (*name == '\0')
		return context_misuse(c, "empty operand", name);
	fd = open_input(c, &name);
	if (fd < 0)
		return no_file(c, name, errno);
	log_start(log, name, fd, log->buffer);
	status = read_log(c, log, is_stdin, each, with);
	if (!is_stdin)
		close(fd);
	return status;
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
