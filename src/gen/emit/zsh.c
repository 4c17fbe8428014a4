/* zsh.c - the completion for zsh, with _arguments and _describe. */
#include "emit/emit.h"

#include "emit/offers.h"
#include "emit/script.h"

static const char head[] =
	"#compdef sipcode\n"
	"# sipcode(1) in zsh; made by sipcode-gen: do not edit.\n";

static const char helpers[] =
	"\n"
	"_sipcode_any()\n"
	"{\n"
	"\tlocal list\n"
	"\tlocal -i ret=1\n"
	"\n"
	"\tfor list; do\n"
	"\t\t_sipcode_$list && ret=0\n"
	"\tdone\n"
	"\treturn ret\n"
	"}\n"
	"\n"
	"_sipcode_commas()\n"
	"{\n"
	"\tcompset -P '*,'\n"
	"\t_sipcode_any \"$@\"\n"
	"}\n"
	"\n"
	"# Of a word that is not empty.\n"
	"_sipcode_more()\n"
	"{\n"
	"\t[[ -n $PREFIX ]] && _sipcode_any \"$@\"\n"
	"}\n"
	"\n"
	"# Of a word that is not only digits.\n"
	"_sipcode_words()\n"
	"{\n"
	"\t[[ $PREFIX == *[^0-9]* ]] && _sipcode_any \"$@\"\n"
	"}\n";

static const char tail[] =
	"\t_arguments -s -S : $specs '*: : _sipcode_operands'\n"
	"}\n"
	"\n"
	"_sipcode \"$@\"\n";

static void zsh_list(const struct model *m, enum offer_list list, FILE *out)
{
	struct offer o = offer_words(m, list);

	fprintf(out, "\n_sipcode_%s()\n{\n\tlocal -a list\n\n\tlist=(\n",
	        offer_name(list));
	for (size_t i = 0; i < o.items; i++) {
		fputs("\t\t'", out);
		script_put(out, o.item[i].word, ":\\");
		if (*o.item[i].text != '\0')
			fputc(':', out);
		script_put(out, o.item[i].text, "");
		fputs("'\n", out);
	}
	fprintf(out, "\t)\n\t_describe -t %s '%s' list\n}\n", offer_name(list),
	        offer_title(list));
}

static void zsh_lists(const enum offer_list *list, FILE *out)
{
	for (size_t i = 0; list[i] != OFFER_NONE; i++)
		fprintf(out, " %s", offer_name(list[i]));
}

/* ":WHEN:(auto always never)"; behind a blank stands a call as it is. */
static void zsh_argument(size_t option, FILE *out)
{
	const struct offer_argument *a = &offer_arguments[option];
	const char *word;

	fprintf(out, ":%s:", usage_options[option].arg);
	if (usage_value(option, 0) != NULL) {
		for (size_t i = 0; (word = usage_value(option, i)); i++)
			fprintf(out, "%c%s", i == 0 ? '(' : ' ', word);
		fputc(')', out);
	} else if (a->list[0] != OFFER_NONE) {
		fputs(a->commas ? " _sipcode_commas" : " _sipcode_any", out);
		zsh_lists(a->list, out);
	}
}

/* "'(-f --format)'{-f+,--format=}'[help]:FORMAT:(text json tsv)'". */
static void zsh_option(size_t option, size_t command, FILE *out)
{
	const struct usage_option *o = &usage_options[option];
	int takes = *o->arg != '\0', again = offer_arguments[option].again;

	if (!usage_goes(option, command))
		return;
	fputs("\t\t\t", out);
	if (*o->letter != '\0') {
		if (again)
			fputs("'*'", out);
		else
			fprintf(out, "'(-%s --%s)'", o->letter, o->name);
		fprintf(out, "{-%s%s,--%s%s}'", o->letter, takes ? "+" : "",
		        o->name, takes ? "=" : "");
	} else {
		fprintf(out, "'%s--%s%s", again ? "*" : "", o->name,
		        takes ? "=" : "");
	}
	fputc('[', out);
	script_put(out, usage_help(option, command), "[]\\");
	fputc(']', out);
	if (takes)
		zsh_argument(option, out);
	fputs("'\n", out);
}

static void zsh_options(FILE *out)
{
	fputs("\tcase ${command:-show} in\n", out);
	for (size_t c = 0; c < USAGE_COMMANDS; c++) {
		if (!usage_is_first(c))
			continue;
		fputs("\t(", out);
		script_alike(out, c, "|");
		fputs(")\n\t\tspecs=(\n", out);
		for (size_t i = 0; i < USAGE_OPTIONS; i++)
			zsh_option(i, c, out);
		fputs("\t\t)\n\t\t;;\n", out);
	}
	fputs("\tesac\n", out);
}

/* Lists that a function of the script offers, if there are any. */
static void zsh_offer(const char *function, const enum offer_list *list,
                      FILE *out)
{
	if (list[0] == OFFER_NONE)
		return;
	fprintf(out, "\t\t_sipcode_%s", function);
	zsh_lists(list, out);
	fputs(" && ret=0\n", out);
}

static void zsh_operand(size_t command, FILE *out)
{
	const struct offer_operands *o = &offer_operands[command];

	if (!o->files && o->first[0] == OFFER_NONE)
		return;
	fprintf(out, "\t(%s)\n", usage_commands[command].name);
	if (o->files)
		fputs("\t\t_files && ret=0\n", out);
	zsh_offer("any", o->first, out);
	zsh_offer("more", o->more, out);
	zsh_offer("words", o->words, out);
	fputs("\t\t;;\n", out);
}

static void zsh_operands(FILE *out)
{
	fputs("\n"
	      "# Without a command the word may be one; if it begins none, it "
	      "is for show.\n"
	      "_sipcode_operands()\n{\n"
	      "\tlocal -i ret=1\n\n"
	      "\tif [[ -z $command ]]; then\n"
	      "\t\t_sipcode_commands && ret=0\n"
	      "\t\t[[ -n $PREFIX && ret -eq 0 ]] && return\n"
	      "\tfi\n"
	      "\tcase ${command:-show} in\n",
	      out);
	for (size_t i = 0; i < USAGE_COMMANDS; i++)
		zsh_operand(i, out);
	fputs("\tesac\n\treturn ret\n}\n", out);
}

/* Finds the command: the first operand, if it is the name of one. */
static void zsh_main(FILE *out)
{
	fputs("\n_sipcode()\n{\n"
	      "\tlocal command word rest\n"
	      "\tlocal -a specs\n"
	      "\tlocal -i i\n\n"
	      "\tfor ((i = 2; i < CURRENT; i++)); do\n"
	      "\t\tword=$words[i]\n"
	      "\t\tcase $word in\n"
	      "\t\t(--) command=show ;;\n"
	      "\t\t(",
	      out);
	script_waiting(out, "|");
	fputs(") ((i++)) ;;\n"
	      "\t\t(--*) ;;\n"
	      "\t\t(-?*)\n"
	      "\t\t\trest=${word#\"${word%%[",
	      out);
	script_letters(out);
	fputs("]*}\"}\n"
	      "\t\t\t(($#rest == 1)) && ((i++))\n"
	      "\t\t\t;;\n"
	      "\t\t(",
	      out);
	script_commands(out, "|");
	fputs(") command=$word ;;\n"
	      "\t\t(*) command=show ;;\n"
	      "\t\tesac\n"
	      "\t\t[[ -n $command ]] && break\n"
	      "\tdone\n",
	      out);
	zsh_options(out);
	fputs(tail, out);
}

void emit_zsh(const struct model *m, size_t lang, FILE *out)
{
	(void)lang; /* the texts are English */
	fputs(head, out);
	for (int i = OFFER_NONE + 1; i < OFFER_LISTS; i++)
		zsh_list(m, (enum offer_list)i, out);
	fputs(helpers, out);
	zsh_operands(out);
	zsh_main(out);
}
