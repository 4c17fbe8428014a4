/* bash.c - the completion for bash: plain functions of bash 3.2, which need
 * nothing of the package bash-completion. */
#include "emit/emit.h"

#include "emit/offers.h"
#include "emit/script.h"

static const char head[] =
	"# sipcode(1) in bash, from 3.2 on; made by sipcode-gen: do not edit.\n"
	"# shellcheck shell=bash disable=SC2016\n"
	"#\n"
	"# A list is an array of words, each with its text behind a tab.\n";

/* Bash cuts words at "=" and ":", too, and does not say where. */
static const char reading[] =
	"\n"
	"# Sets words to those up to the cursor; pieces without a blank "
	"between\n"
	"# them are one word.\n"
	"_sipcode_words()\n"
	"{\n"
	"\tlocal line=${COMP_LINE:0:COMP_POINT} rest piece last=0\n"
	"\n"
	"\twords=()\n"
	"\tfor piece in \"${COMP_WORDS[@]}\"; do\n"
	"\t\tlast=$((${#words[@]} - 1))\n"
	"\t\tif [[ -z $line && $last -ge 0 ]]; then\n"
	"\t\t\tbreak\n"
	"\t\tfi\n"
	"\t\trest=${line#\"${line%%[![:blank:]]*}\"}\n"
	"\t\tif [[ $rest != \"$piece\"* ]]; then\n"
	"\t\t\tpiece=$rest\n"
	"\t\tfi\n"
	"\t\tif [[ $rest == \"$line\" && $last -ge 0 ]]; then\n"
	"\t\t\twords[last]+=$piece\n"
	"\t\telse\n"
	"\t\t\twords+=(\"$piece\")\n"
	"\t\tfi\n"
	"\t\tline=${rest#\"$piece\"}\n"
	"\tdone\n"
	"}\n";

static const char main_function[] =
	"\n"
	"_sipcode()\n"
	"{\n"
	"\tlocal IFS=$' \\t\\n' words list=() command='' option='' value=''\n"
	"\tlocal before='' files='' quote='' operands='' word i last\n"
	"\n"
	"\tCOMPREPLY=()\n"
	"\t_sipcode_words\n"
	"\tlast=$((${#words[@]} - 1))\n"
	"\tfor ((i = 1; i < last; i++)); do\n"
	"\t\tword=${words[i]}\n"
	"\t\tif [[ -n $option ]]; then\n"
	"\t\t\toption=\n"
	"\t\telif [[ -z $operands && $word == -- ]]; then\n"
	"\t\t\toperands=1\n"
	"\t\t\tcommand=${command:-show}\n"
	"\t\telif [[ -z $operands && $word == -?* ]]; then\n"
	"\t\t\t_sipcode_read \"$word\"\n"
	"\t\t\tif [[ -n $value || $word == *=* ]]; then\n"
	"\t\t\t\toption=\n"
	"\t\t\tfi\n"
	"\t\telif [[ -z $command ]]; then\n"
	"\t\t\t_sipcode_command \"$word\"\n"
	"\t\tfi\n"
	"\tdone\n"
	"\t_sipcode_complete \"${words[last]}\"\n"
	"}\n"
	"\n"
	"complete -F _sipcode sipcode\n";

static const char completing[] =
	"\n"
	"# Offers what the word can be.\n"
	"_sipcode_complete()\n"
	"{\n"
	"\tlocal word=${1//\\\\/} given=$option\n"
	"\n"
	"\tif [[ $1 == [\\'\\\"]* ]]; then\n"
	"\t\tquote=${1:0:1}\n"
	"\t\tword=${1:1}\n"
	"\tfi\n"
	"\tif [[ -z $given && -z $operands && $word == -* ]]; then\n"
	"\t\t_sipcode_read \"$word\"\n"
	"\t\tbefore=${word%\"$value\"}\n"
	"\t\tif [[ -z $option || ($word != *=* && -z $value) ]]; then\n"
	"\t\t\toption='' value=$word before=''\n"
	"\t\t\t[[ $word == *=* ]] || _sipcode_options\n"
	"\t\tfi\n"
	"\telse\n"
	"\t\tvalue=$word\n"
	"\tfi\n"
	"\tif [[ -n $option ]]; then\n"
	"\t\t_sipcode_argument\n"
	"\telif [[ $operands || $word != -* ]]; then\n"
	"\t\t_sipcode_operands\n"
	"\tfi\n"
	"\tif [[ -n $files ]]; then\n"
	"\t\t_sipcode_files\n"
	"\telse\n"
	"\t\t_sipcode_reply\n"
	"\tfi\n"
	"}\n";

static const char replying[] =
	"\n"
	"# The texts are shown where the words are only listed, and fit.\n"
	"_sipcode_described()\n"
	"{\n"
	"\t[[ ${COMP_TYPE:-9} =~ ^(33|63|64)$ && $1 -gt 1 && \\\n"
	"\t    $1 -lt ${LINES:-24} ]]\n"
	"}\n"
	"\n"
	"# Those of the list that begin with value.\n"
	"_sipcode_reply()\n"
	"{\n"
	"\tlocal found=() item entry text breaks='' cut='' seen=$'\\n'\n"
	"\n"
	"\tfor item in \"${list[@]}\"; do\n"
	"\t\tif [[ $item == \"$value\"* ]]; then\n"
	"\t\t\tfound+=(\"$item\")\n"
	"\t\tfi\n"
	"\tdone\n"
	"\t# Readline keeps what stands before the last of these.\n"
	"\t[[ $COMP_WORDBREAKS != *=* ]] || breaks+='='\n"
	"\t[[ $COMP_WORDBREAKS != *:* ]] || breaks+=':'\n"
	"\tif [[ -n $breaks && -z $quote ]]; then\n"
	"\t\tentry=$before$value\n"
	"\t\tcut=${entry%\"${entry##*[\"$breaks\"]}\"}\n"
	"\tfi\n"
	"\tfor item in \"${found[@]}\"; do\n"
	"\t\tentry=$before${item%%$'\\t'*}\n"
	"\t\tentry=${entry#\"$cut\"}\n"
	"\t\tif [[ -z $quote && $entry == *[!A-Za-z0-9_.,:=@%+/-]* ]]; then\n"
	"\t\t\tprintf -v entry %q \"$entry\"\n"
	"\t\tfi\n"
	"\t\tif _sipcode_described ${#found[@]}; then\n"
	"\t\t\ttext=${item#*$'\\t'}\n"
	"\t\t\t[[ $seen != *$'\\n'\"$entry\"$'\\n'* ]] || continue\n"
	"\t\t\tseen+=$entry$'\\n'\n"
	"\t\t\tif [[ $item == *$'\\t'?* ]]; then\n"
	"\t\t\t\tentry+=\"  ($text)\"\n"
	"\t\t\t\tentry=${entry:0:${COLUMNS:-80} - 1}\n"
	"\t\t\tfi\n"
	"\t\tfi\n"
	"\t\tCOMPREPLY+=(\"$entry\")\n"
	"\tdone\n"
	"}\n"
	"\n"
	"# Bash before 4.0 does not quote names of files by itself.\n"
	"_sipcode_files()\n"
	"{\n"
	"\tlocal name quoted=''\n"
	"\n"
	"\tcompopt -o filenames 2>/dev/null || quoted=1\n"
	"\twhile IFS= read -r name; do\n"
	"\t\tif [[ -n $quoted && -z $quote ]]; then\n"
	"\t\t\tprintf -v name %q \"$name\"\n"
	"\t\tfi\n"
	"\t\tCOMPREPLY+=(\"$name\")\n"
	"\tdone < <(compgen -f -- \"$value\")\n"
	"}\n";

static void bash_list(const struct model *m, enum offer_list list, FILE *out)
{
	struct offer o = offer_words(m, list);

	fprintf(out, "\n_sipcode_%s()\n{\n\tlist+=(\n", offer_name(list));
	for (size_t i = 0; i < o.items; i++) {
		fputs("\t\t'", out);
		script_put(out, o.item[i].word, "");
		fputc('\t', out);
		script_put(out, o.item[i].text, "");
		fputs("'\n", out);
	}
	fputs("\t)\n}\n", out);
}

static void bash_read(FILE *out)
{
	fputs("\n"
	      "# Sets option to the one that takes an argument in the word $1, "
	      "and value to\n"
	      "# what stands there of the argument.\n"
	      "_sipcode_read()\n{\n"
	      "\tlocal letters\n\n"
	      "\toption='' value=''\n"
	      "\tcase $1 in\n"
	      "\t--*=*) option=${1%%=*} value=${1#*=} ;;\n"
	      "\t--*) option=$1 ;;\n"
	      "\t*)\n"
	      "\t\tletters=${1#\"${1%%[",
	      out);
	script_letters(out);
	fputs("]*}\"}\n"
	      "\t\tvalue=${letters:1}\n"
	      "\t\tcase $letters in\n",
	      out);
	for (size_t i = 0; i < USAGE_OPTIONS; i++)
		if (*usage_options[i].arg != '\0' &&
		    *usage_options[i].letter != '\0')
			fprintf(out, "\t\t%s*) option=--%s ;;\n",
			        usage_options[i].letter, usage_options[i].name);
	fputs("\t\tesac\n\t\t;;\n\tesac\n\tcase $option in\n\t", out);
	script_waiting(out, " | \\\n\t");
	fputs(") ;;\n\t*) option='' value='' ;;\n\tesac\n}\n", out);
}

static void bash_command(FILE *out)
{
	fputs("\n_sipcode_command()\n{\n\tcase $1 in\n\t", out);
	script_commands(out, " | \\\n\t");
	fputs(") command=$1 ;;\n\t*) command=show ;;\n\tesac\n}\n", out);
}

static void bash_option(size_t option, size_t command, FILE *out)
{
	const struct usage_option *o = &usage_options[option];

	if (!usage_goes(option, command))
		return;
	fprintf(out, "\t\t\t'--%s\t", o->name);
	script_put(out, usage_help(option, command), "");
	fputs("'\n", out);
	if (*o->letter == '\0')
		return;
	fprintf(out, "\t\t\t'-%s\t", o->letter);
	script_put(out, usage_help(option, command), "");
	fputs("'\n", out);
}

static void bash_options(FILE *out)
{
	fputs("\n_sipcode_options()\n{\n\tcase ${command:-show} in\n", out);
	for (size_t c = 0; c < USAGE_COMMANDS; c++) {
		if (!usage_is_first(c))
			continue;
		fputc('\t', out);
		script_alike(out, c, " | ");
		fputs(")\n\t\tlist+=(\n", out);
		for (size_t i = 0; i < USAGE_OPTIONS; i++)
			bash_option(i, c, out);
		fputs("\t\t)\n\t\t;;\n", out);
	}
	fputs("\tesac\n}\n", out);
}

static void bash_argument(size_t option, FILE *out)
{
	const struct offer_argument *a = &offer_arguments[option];
	const char *word;

	if (a->list[0] == OFFER_NONE && usage_value(option, 0) == NULL)
		return;
	fprintf(out, "\t--%s)\n", usage_options[option].name);
	if (usage_value(option, 0) != NULL) {
		fputs("\t\tlist+=(", out);
		for (size_t i = 0; (word = usage_value(option, i)); i++)
			fprintf(out, "%s%s", i == 0 ? "" : " ", word);
		fputs(")\n", out);
	}
	for (size_t i = 0; a->list[i] != OFFER_NONE; i++)
		fprintf(out, "\t\t_sipcode_%s\n", offer_name(a->list[i]));
	if (a->commas)
		fputs("\t\tif [[ $value == *,* ]]; then\n"
		      "\t\t\tbefore+=${value%,*},\n"
		      "\t\t\tvalue=${value##*,}\n"
		      "\t\tfi\n",
		      out);
	fputs("\t\t;;\n", out);
}

static void bash_arguments(FILE *out)
{
	fputs("\n_sipcode_argument()\n{\n\tcase $option in\n", out);
	for (size_t i = 0; i < USAGE_OPTIONS; i++)
		bash_argument(i, out);
	fputs("\tesac\n}\n", out);
}

/* Lists that are offered if the condition holds. */
static void bash_more(const enum offer_list *list, const char *condition,
                      FILE *out)
{
	if (list[0] == OFFER_NONE)
		return;
	fprintf(out, "\t\tif [[ %s ]]; then\n", condition);
	for (size_t i = 0; list[i] != OFFER_NONE; i++)
		fprintf(out, "\t\t\t_sipcode_%s\n", offer_name(list[i]));
	fputs("\t\tfi\n", out);
}

static void bash_operand(size_t command, FILE *out)
{
	const struct offer_operands *o = &offer_operands[command];

	if (!o->files && o->first[0] == OFFER_NONE)
		return;
	fprintf(out, "\t%s)\n", usage_commands[command].name);
	if (o->files)
		fputs("\t\tfiles=1\n", out);
	for (size_t i = 0; o->first[i] != OFFER_NONE; i++)
		fprintf(out, "\t\t_sipcode_%s\n", offer_name(o->first[i]));
	bash_more(o->more, "-n $value", out);
	bash_more(o->words, "$value == *[!0-9]*", out);
	fputs("\t\t;;\n", out);
}

static void bash_operands(FILE *out)
{
	fputs("\n"
	      "# Without a command the word may be one; if it begins none, it "
	      "is for show.\n"
	      "_sipcode_operands()\n{\n"
	      "\tlocal item\n\n"
	      "\tif [[ -z $command ]]; then\n"
	      "\t\tcommand=show\n"
	      "\t\t_sipcode_commands\n"
	      "\t\tfor item in \"${list[@]}\"; do\n"
	      "\t\t\tif [[ -n $value && $item == \"$value\"* ]]; then\n"
	      "\t\t\t\treturn\n"
	      "\t\t\tfi\n"
	      "\t\tdone\n"
	      "\tfi\n"
	      "\tcase $command in\n",
	      out);
	for (size_t i = 0; i < USAGE_COMMANDS; i++)
		bash_operand(i, out);
	fputs("\tesac\n}\n", out);
}

void emit_bash(const struct model *m, size_t lang, FILE *out)
{
	(void)lang; /* the texts are English */
	fputs(head, out);
	for (int i = OFFER_NONE + 1; i < OFFER_LISTS; i++)
		bash_list(m, (enum offer_list)i, out);
	bash_options(out);
	bash_arguments(out);
	bash_operands(out);
	bash_command(out);
	bash_read(out);
	fputs(reading, out);
	fputs(replying, out);
	fputs(completing, out);
	fputs(main_function, out);
}
