/* context.c - what every command is given, and its way to show and complain. */
#include "context/context.h"

#include <string.h>

#include "io/strbuf.h"

int context_given(const struct context *c, enum option_id option)
{
	return (c->options.given >> option & 1) != 0;
}

int context_is_read(const struct context *c)
{
	return c->options.format->for_people && c->options.fields == 0;
}

enum content context_content(const struct context *c)
{
	if (context_given(c, OPTION_brief))
		return CONTENT_ANSWER;
	if (context_given(c, OPTION_all))
		return CONTENT_WHOLE;
	return c->out.terminal ? CONTENT_ANSWER : CONTENT_WHOLE;
}

void context_say(struct context *c, const char *message, const char *subject,
                 size_t len)
{
	c->err.utf8 = term_utf8();
	out_str(&c->err, "sipcode: ");
	out_str(&c->err, message);
	if (subject != NULL) {
		out_str(&c->err, ": '");
		out_escaped(&c->err, subject, len);
		out_char(&c->err, '\'');
	}
	out_char(&c->err, '\n');
}

void context_note(struct context *c, const char *message, const char *subject,
                  size_t len)
{
	if (!context_given(c, OPTION_quiet))
		context_say(c, message, subject, len);
}

int context_misuse(struct context *c, const char *message, const char *subject)
{
	if (message != NULL)
		context_say(c, message, subject,
		            subject == NULL ? 0 : strlen(subject));
	out_str(&c->err, "Try 'sipcode --help' for more information.\n");
	return STATUS_TROUBLE;
}

int context_instead(struct context *c, const char *message, const char *subject,
                    const char *lead, const char *instead)
{
	context_say(c, message, subject, subject == NULL ? 0 : strlen(subject));
	context_say(c, lead, instead, strlen(instead));
	return STATUS_TROUBLE;
}

/* "sipcode: NAME" of a message that is about a file. */
static void begin_about(struct context *c, const char *name)
{
	c->err.utf8 = term_utf8();
	out_str(&c->err, "sipcode: ");
	out_escaped(&c->err, name, strlen(name));
}

int context_file(struct context *c, const char *name, int error)
{
	begin_about(c, name);
	out_str(&c->err, ": ");
	out_str(&c->err, strerror(error));
	out_char(&c->err, '\n');
	return STATUS_TROUBLE;
}

int context_line(struct context *c, const char *name, uint64_t line,
                 const char *message)
{
	begin_about(c, name);
	out_char(&c->err, ':');
	out_number(&c->err, line);
	out_str(&c->err, ": ");
	out_str(&c->err, message);
	out_char(&c->err, '\n');
	return STATUS_TROUBLE;
}

/* Says that a row does not have a field. */
static int no_field(struct context *c, enum sipcode_set set,
                    enum sipcode_field field)
{
	struct strbuf b = { 0 };
	int status;

	strbuf_add(&b, "a ");
	strbuf_add(&b, sipcode_set_name(set));
	strbuf_add(&b, " has no field");
	status = context_misuse(c, strbuf_text(&b), sipcode_field_name(field));
	strbuf_free(&b);
	return status;
}

/* Says once of each set what field it does not have; *shown is how many items
 * are left. */
static int say_lacks(struct context *c, const struct answer *a, size_t *shown)
{
	enum sipcode_set said = SIPCODE_SETS;
	int status = STATUS_FOUND;

	*shown = 0;
	for (size_t i = 0; i < a->items; i++) {
		enum sipcode_field lacks = answer_lacks(a, i);
		enum sipcode_set set = sipcode_row_set(a->item[i].row);

		*shown += lacks == SIPCODE_F_NONE;
		if (lacks == SIPCODE_F_NONE || set == said)
			continue;
		said = set;
		status = no_field(c, set, lacks);
	}
	return status;
}

int context_show(struct context *c, struct answer *a)
{
	size_t shown;
	int status;

	if (a->items == 0 && c->options.format->for_people)
		return STATUS_FOUND;
	a->field = c->options.field;
	a->fields = c->options.fields;
	a->end = context_given(c, OPTION_null) ? '\0' : '\n';
	status = say_lacks(c, a, &shown);
	if (context_given(c, OPTION_quiet) ||
	    (status != STATUS_FOUND && shown == 0))
		return status;
	c->options.format->show(&c->out, a);
	return status;
}
