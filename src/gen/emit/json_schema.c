/* json_schema.c - what --format=json writes, as a JSON Schema: a definition a
 * record set from schema.def, and the answers around them. */
#include <string.h>

#include "emit/emit.h"
#include "len.h"

/* In order of the enums. */
static const char *const set_names[SIPCODE_SETS] = {
#define SET(set, record, name) name,
#include "schema.def"
};

static const char *const field_names[SIPCODE_FIELDS] = {
	"",
#define FIELD(field, name) name,
#include "schema.def"
};

/* Answers, with ' for ".  ROWS stands for every record set, SETS and FIELDS
 * for their names. */
static const char *const shapes[] = {
	"'code':{'type':'integer','minimum':100,'maximum':999},",
	"'count':{'type':'integer','minimum':0},",
	"'place':{'type':'integer','minimum':1},",
	"'text_or_null':{'type':['string','null']},",
	"'row':{'anyOf':[ROWS]},",
	"'unknown':{'type':'object','properties':{'code':{'type':'integer',"
	"'minimum':0},'status':{'const':'unknown'},'treat_as':{'$ref':"
	"'#/$defs/code'},'nearest':{'type':'array','items':{'$ref':"
	"'#/$defs/code'}}},'required':['code','status','treat_as','nearest'],"
	"'additionalProperties':false},",
	"'disguised':{'type':'object','properties':{'typed':{'type':'string'},"
	"'disguise':{'$ref':'#/$defs/row'},'is':{'$ref':'#/$defs/row'}},"
	"'required':['typed','disguise','is'],'additionalProperties':false},",
	"'hit':{'type':'object','properties':{'kind':{'enum':[SETS]},'key':{"
	"'type':['string','integer']},'phrase':{'type':'string'},'field':{"
	"'enum':[FIELDS]},'text':{'type':'string'},'score':{'$ref':"
	"'#/$defs/count'},'operand':{'type':'string'}},'required':['kind',"
	"'key','phrase','field','text','score','operand'],"
	"'additionalProperties':false},",
	"'hits':{'type':'array','items':{'$ref':'#/$defs/hit'}},",
	"'pages':{'type':'array','items':{'anyOf':[{'$ref':'#/$defs/unknown'},"
	"{'$ref':'#/$defs/disguised'},{'$ref':'#/$defs/row'}]}},",
	"'parts':{'type':'array','items':{'anyOf':[PARTS]}},",
	"'chosen':{'type':'array','items':{'type':'object','propertyNames':{"
	"'enum':[FIELDS]}}},",
	"'common':{'type':'object','properties':{COMMON},"
	"'additionalProperties':false},",
	"'different':{'type':'object','properties':{DIFFERENT},"
	"'additionalProperties':false},",
	"'compared':{'type':'object','properties':{'summary':{'$ref':"
	"'#/$defs/text_or_null'},'comparison':{'anyOf':[{'type':'null'},{"
	"'$ref':'#/$defs/comparison'}]},'common':{'$ref':'#/$defs/common'},"
	"'different':{'$ref':'#/$defs/different'},'codes':{'$ref':"
	"'#/$defs/pages'}},'required':['summary','comparison','common',"
	"'different','codes'],'additionalProperties':false},",
	"'finding':{'type':'object','properties':{'file':{'type':'string'},"
	"'line':{'$ref':'#/$defs/place'},'column':{'$ref':'#/$defs/place'},"
	"'level':{'enum':['error','warning','note']},'rule':{'type':'string',"
	"'pattern':'^[a-z0-9-]+$'},'code':{'type':'integer','minimum':0},"
	"'header':{'$ref':'#/$defs/text_or_null'},'text':{'type':'string'},"
	"'source':{'type':'string'},'more':{'$ref':'#/$defs/count'}},"
	"'required':['line','column','level','rule','code','header','text',"
	"'source','more'],'additionalProperties':false},",
	"'findings':{'type':'array','items':{'$ref':'#/$defs/finding',"
	"'required':['file']}},",
	"'said':{'type':'object','properties':{'header':{'type':'string'},"
	"'part':{'type':'string'},'value':{'type':'string'},'meaning':{'type':"
	"'string'},'step':{'type':'string'},'product':{'type':'string'},"
	"'source':{'type':'string'},'more':{'$ref':'#/$defs/count'}},"
	"'required':['header','part','value','meaning','step','product',"
	"'source','more'],'additionalProperties':false},",
	"'seen':{'type':'object','properties':{'in':{'enum':['request',"
	"'response']},'file':{'type':'string'},'line':{'$ref':'#/$defs/place'},"
	"'name':{'type':'string'},'value':{'type':'string'}},'required':['in',"
	"'file','line','name','value'],'additionalProperties':false},",
	"'ground':{'type':'object','properties':{'kind':{'enum':['led','fact',"
	"'not']},'text':{'type':'string'},'source':{'type':'string'},'fields':{"
	"'type':'array','items':{'$ref':'#/$defs/seen'}}},'required':['kind',"
	"'text','source','fields'],'additionalProperties':false},",
	"'request':{'type':'object','properties':{'file':{'type':'string'},"
	"'line':{'$ref':'#/$defs/place'},'column':{'$ref':'#/$defs/place'},"
	"'method':{'type':'string'},'uri':{'type':'string'}},'required':["
	"'file','line','column','method','uri'],'additionalProperties':false},",
	"'response':{'type':'object','properties':{'file':{'type':'string'},"
	"'line':{'$ref':'#/$defs/place'},'column':{'$ref':'#/$defs/place'},"
	"'code':{'type':'integer','minimum':0},'phrase':{'type':'string'},"
	"'registered_phrase':{'type':'string'},'verdict':{'type':'string'},"
	"'description':{'type':'string'},'method':{'type':'string'},'complete':"
	"{'type':'boolean'},'matters':{'type':'boolean'},'fate':{'enum':["
	"'open','normal','challenged','repaired','redirected','cancelled',"
	"'followed','again','after','failed','no-login','no-ack','unanswered',"
	"'provisional','repeated']},'failed_first':{'type':'boolean'},"
	"'request':{'anyOf':[{'type':'null'},{'$ref':'#/$defs/request'}]},"
	"'says':{'type':'array','items':{'$ref':'#/$defs/said'}},'led':{'type':"
	"'array','items':{'$ref':'#/$defs/ground'}},'cases':{'type':'array',"
	"'items':{'type':'string'}},'findings':{'type':'array','items':{'$ref':"
	"'#/$defs/finding','not':{'required':['file']}}}},'required':['file',"
	"'line','column','code','phrase','registered_phrase','verdict',"
	"'description','method','complete','matters','fate','failed_first',"
	"'request','says','led','cases','findings'],"
	"'additionalProperties':false},",
	"'explained':{'type':'array','items':{'$ref':'#/$defs/response'}},",
	"'share':{'type':'number','minimum':0,'maximum':100},",
	"'counted_class':{'type':'object','properties':{'class':{'enum':['1xx',"
	"'2xx','3xx','4xx','5xx','6xx']},'count':{'$ref':'#/$defs/count'},"
	"'share':{'$ref':'#/$defs/share'}},'required':['class','count',"
	"'share'],'additionalProperties':false},",
	"'counted_code':{'type':'object','properties':{'code':{'$ref':"
	"'#/$defs/code'},'phrase':{'type':'string'},'status':{'enum':["
	"'registered','deprecated','obsolete','unregistered','unknown']},"
	"'count':{'$ref':'#/$defs/count'},'share':{'$ref':'#/$defs/share'},"
	"KEYS},'required':['code','phrase','status','count','share'],"
	"'additionalProperties':false},",
	"'odd_phrase':{'type':'object','properties':{'code':{'$ref':"
	"'#/$defs/code'},'phrase':{'type':'string'},'count':{'$ref':"
	"'#/$defs/count'}},'required':['code','phrase','count'],"
	"'additionalProperties':false},",
	"'tally':{'type':'object','properties':{'counted':{'enum':["
	"'lines that hold a code','lines that hold a response']},'total':{"
	"'$ref':'#/$defs/count'},'incomplete':{'type':'boolean'},"
	"'tcpdump_summary_lines':{'$ref':'#/$defs/count'},"
	"'sipp_unexpected_again':{'$ref':'#/$defs/count'},"
	"'acc_call_missed_again':{'$ref':'#/$defs/count'},"
	"'sipfrag_not_counted':{'$ref':'#/$defs/count'},'no_code':{'$ref':"
	"'#/$defs/count'},'classes':{'type':'array','items':{'$ref':"
	"'#/$defs/counted_class'}},'codes':{'type':'array','items':{'$ref':"
	"'#/$defs/counted_code'}},'odd_phrases':{'type':'array','items':{"
	"'$ref':'#/$defs/odd_phrase'}},'odd_phrases_not_shown':{'$ref':"
	"'#/$defs/count'}},'required':['counted','total','incomplete',"
	"'tcpdump_summary_lines','sipp_unexpected_again',"
	"'acc_call_missed_again','sipfrag_not_counted','no_code','classes',"
	"'codes','odd_phrases','odd_phrases_not_shown'],"
	"'additionalProperties':false},",
	"'annotated':{'type':'object','properties':{'code':{'$ref':"
	"'#/$defs/code'},'phrase':{'type':'string'},'meaning':{'type':"
	"'string'}},'required':['code','phrase','meaning'],"
	"'additionalProperties':false}",
};

/* What codes are compared by (src/cli/answer/aspect.h). */
static const char *const aspects[] = {
	"class",      "status", "nature", "sent_by",  "method",
	"must_carry", "retry",  "effect", "to_cause", "from_cause",
};

/* What a tally counts apart by: the list, and the name in each of it. */
static const char *const keys[][2] = {
	{ "methods", "method" },
	{ "hours", "hour" },
	{ "sources", "source" },
	{ "phrases", "sent" },
};

static void put_quoted(FILE *out, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		putc(s[i] == '\'' ? '"' : s[i], out);
}

static void put_shape(FILE *out, const char *s)
{
	put_quoted(out, s, strlen(s));
}

static void put_comma(FILE *out, size_t i)
{
	if (i > 0)
		putc(',', out);
}

static void put_sets(FILE *out)
{
	for (size_t i = 0; i < SIPCODE_SETS; i++) {
		put_comma(out, i);
		fprintf(out, "\"%s\"", set_names[i]);
	}
}

static void put_fields(FILE *out)
{
	for (size_t i = 1; i < SIPCODE_FIELDS; i++) {
		put_comma(out, i - 1);
		fprintf(out, "\"%s\"", field_names[i]);
	}
}

static void put_record_rows(FILE *out)
{
	for (size_t i = 0; i < SIPCODE_SETS; i++) {
		put_comma(out, i);
		fprintf(out, "{\"$ref\":\"#/$defs/%s%s\"}",
		        i == SIPCODE_CODES ? "status_" : "", set_names[i]);
	}
}

static void put_parts(FILE *out)
{
	for (size_t i = 0; i < SIPCODE_SETS; i++) {
		put_comma(out, i);
		fprintf(out, "{\"$ref\":\"#/$defs/part_of_%s\"}", set_names[i]);
	}
}

static void put_common(FILE *out)
{
	for (size_t i = 0; i < LEN(aspects); i++) {
		put_comma(out, i);
		fprintf(out, "\"%s\":{\"type\":\"string\"}", aspects[i]);
	}
}

static void put_different(FILE *out)
{
	for (size_t i = 0; i < LEN(aspects); i++) {
		put_comma(out, i);
		fprintf(out,
		        "\"%s\":{\"type\":\"array\",\"items\":"
		        "{\"type\":\"string\"}}",
		        aspects[i]);
	}
}

static void put_keys(FILE *out)
{
	for (size_t i = 0; i < LEN(keys); i++) {
		put_comma(out, i);
		fprintf(out,
		        "\"%s\":{\"type\":\"array\",\"items\":{\"type\":"
		        "\"object\",\"properties\":{\"%s\":{\"type\":"
		        "\"string\"},\"count\":{\"$ref\":\"#/$defs/count\"}},"
		        "\"required\":[\"%s\",\"count\"],"
		        "\"additionalProperties\":false}}",
		        keys[i][0], keys[i][1], keys[i][1]);
	}
}

/* What stands in the shapes for something else. */
static const struct {
	char word[12];
	void (*put)(FILE *out);
} fillers[] = {
	{ "[ROWS]", put_record_rows }, { "[PARTS]", put_parts },
	{ "[SETS]", put_sets },        { "[FIELDS]", put_fields },
	{ "{COMMON}", put_common },    { "{DIFFERENT}", put_different },
	{ ",KEYS}", put_keys },
};

static void fill_shape(FILE *out, const char *s)
{
	for (size_t i = 0; i < LEN(fillers); i++) {
		const char *at = strstr(s, fillers[i].word);
		size_t n = strlen(fillers[i].word);

		if (at == NULL)
			continue;
		put_quoted(out, s, (size_t)(at - s) + 1);
		fillers[i].put(out);
		fill_shape(out, at + n - 1);
		return;
	}
	put_shape(out, s);
}

/* " normal fault depends " as a list. */
static void put_enum_words(FILE *out, const char *words)
{
	const char *s = words + strspn(words, " ");

	put_shape(out, "{'enum':[");
	for (size_t i = 0; *s != '\0'; i++) {
		size_t n = strcspn(s, " ");

		put_comma(out, i);
		fprintf(out, "\"%.*s\"", (int)n, s);
		s += n;
		s += strspn(s, " ");
	}
	put_shape(out, "]}");
}

static const char *row_name(enum sipcode_set set)
{
	return set == SIPCODE_CODES ? "status_code" : set_names[set];
}

static void put_value(FILE *out, const struct column *c)
{
	if (c->type == SIPCODE_T_LINK) {
		enum sipcode_set target = (enum sipcode_set)c->target;

		if (schema_in_full(c->set, target))
			fprintf(out, "{\"$ref\":\"#/$defs/%s\"}",
			        row_name(target));
		else
			put_value(out, &columns[schema_first(target)]);
	} else if (c->type == SIPCODE_T_NUMBER) {
		put_shape(out, "{'type':'integer'}");
	} else if (c->type == SIPCODE_T_TEXT && c->words[0] == ' ') {
		put_enum_words(out, c->words);
	} else {
		put_shape(out, "{'type':'string'}");
	}
}

static void put_column(FILE *out, const struct column *c)
{
	fprintf(out, "\"%s\":", field_names[c->field]);
	switch (c->rule) {
	case RULE_KEY:
	case RULE_MUST:
	case RULE_CLASS:
		put_value(out, c);
		break;
	case RULE_MAY:
		put_shape(out, "{'anyOf':[{'type':'null'},");
		put_value(out, c);
		put_shape(out, "]}");
		break;
	case RULE_LIST:
	case RULE_ANY:
	case RULE_OWN:
		put_shape(out, "{'type':'array','items':");
		put_value(out, c);
		put_shape(out, c->rule == RULE_LIST ? ",'minItems':1}" : "}");
	}
}

/* Some fields of a record, and all of them. */
static void put_set(FILE *out, enum sipcode_set set)
{
	const struct column *c = &columns[schema_first(set)];
	size_t n = schema_width(set);

	fprintf(out, "\"part_of_%s\":", set_names[set]);
	put_shape(out, "{'type':'object','properties':{\n");
	for (size_t i = 0; i < n; i++) {
		fputs(i > 0 ? ",\n" : "", out);
		put_column(out, &c[i]);
	}
	put_shape(out, "},\n'additionalProperties':false},\n");
	fprintf(out, "\"%s\":{\"$ref\":\"#/$defs/part_of_%s\",", row_name(set),
	        set_names[set]);
	put_shape(out, "'required':[");
	for (size_t i = 0; i < n; i++) {
		put_comma(out, i);
		fprintf(out, "\"%s\"", field_names[c[i].field]);
	}
	fputs("]},\n", out);
}

void emit_json_schema(const struct model *m, size_t lang, FILE *out)
{
	(void)m;
	(void)lang;
	put_shape(
		out,
		"{'$schema':'https://json-schema.org/draft/2020-12/"
		"schema',\n'title':'sipcode --format=json',\n"
		"'description':'Any answer in JSON.  The definitions "
		"pages, parts (of list), chosen (of --field), hits, compared, "
		"explained, findings and tally are those of the "
		"commands, annotated is what annotate --style=json "
		"adds to an object of a log.',\n'anyOf':[");
	put_shape(out, "{'$ref':'#/$defs/pages'},{'$ref':'#/$defs/parts'},"
	               "{'$ref':'#/$defs/chosen'},{'$ref':'#/$defs/hits'},"
	               "{'$ref':'#/$defs/compared'},"
	               "{'type':'null'},{'$ref':'#/$defs/explained'},"
	               "{'$ref':'#/$defs/findings'},"
	               "{'$ref':'#/$defs/tally'}],\n'$defs':{\n");
	for (int s = 0; s < SIPCODE_SETS; s++)
		put_set(out, (enum sipcode_set)s);
	for (size_t i = 0; i < LEN(shapes); i++) {
		fill_shape(out, shapes[i]);
		putc('\n', out);
	}
	fputs("}}\n", out);
}
