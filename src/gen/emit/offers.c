/* offers.c - which words a command or an option takes. */
#include "emit/offers.h"

static const struct {
	const char *name, *title;
} lists[OFFER_LISTS] = {
	[OFFER_NONE] = { "", "" },
	[OFFER_COMMANDS] = { "commands", "command" },
	[OFFER_CODES] = { "codes", "status code" },
	[OFFER_UNREGISTERED] = { "unregistered", "unregistered code" },
	[OFFER_CLASSES] = { "classes", "class of codes" },
	[OFFER_PHRASES] = { "phrases", "reason phrase" },
	[OFFER_CAUSES] = { "causes", "cause" },
	[OFFER_CAUSE_NAMES] = { "cause_names", "name of a cause" },
	[OFFER_TAGS] = { "tags", "option tag" },
	[OFFER_HEADERS] = { "headers", "header field" },
	[OFFER_TIMERS] = { "timers", "timer" },
	[OFFER_WARNINGS] = { "warnings", "warn-code" },
	[OFFER_PRODUCTS] = { "products", "product" },
	[OFFER_ROUTES] = { "routes", "product with failover" },
	[OFFER_NAMES] = { "names", "name in programs" },
	[OFFER_TERMS] = { "terms", "term" },
	[OFFER_SYMPTOMS] = { "symptoms", "symptom" },
	[OFFER_FLOWS] = { "flows", "flow" },
	[OFFER_RULES] = { "rules", "rule" },
	[OFFER_FIELDS] = { "fields", "field" },
	[OFFER_LANGUAGES] = { "languages", "language" },
	[OFFER_TOPICS] = { "topics", "topic" },
};

const char *offer_name(enum offer_list list)
{
	return lists[list].name;
}

const char *offer_title(enum offer_list list)
{
	return lists[list].title;
}

const struct offer_operands offer_operands[USAGE_COMMANDS] = {
	[USAGE_annotate] = { .files = 1 },
	[USAGE_cause] = { .first = { OFFER_CAUSES },
	                  .words = { OFFER_CAUSE_NAMES } },
	[USAGE_check] = { .files = 1 },
	[USAGE_compare] = { .first = { OFFER_CODES },
	                    .more = { OFFER_UNREGISTERED },
	                    .words = { OFFER_PHRASES } },
	[USAGE_explain] = { .files = 1 },
	[USAGE_failover] = { .first = { OFFER_ROUTES },
	                     .more = { OFFER_CODES, OFFER_UNREGISTERED } },
	[USAGE_flow] = { .first = { OFFER_FLOWS },
	                 .more = { OFFER_CODES, OFFER_UNREGISTERED } },
	[USAGE_header] = { .first = { OFFER_HEADERS } },
	[USAGE_help] = { .first = { OFFER_COMMANDS, OFFER_TOPICS } },
	[USAGE_list] = { .first = { OFFER_CLASSES },
	                 .more = { OFFER_CODES, OFFER_UNREGISTERED } },
	[USAGE_name] = { .first = { OFFER_NAMES },
	                 .more = { OFFER_CODES, OFFER_UNREGISTERED } },
	[USAGE_option] = { .first = { OFFER_TAGS } },
	[USAGE_product] = { .first = { OFFER_PRODUCTS } },
	[USAGE_show] = { .first = { OFFER_CODES },
	                 .more = { OFFER_UNREGISTERED, OFFER_CLASSES },
	                 .words = { OFFER_PHRASES, OFFER_CAUSE_NAMES,
	                            OFFER_TAGS, OFFER_HEADERS, OFFER_TIMERS,
	                            OFFER_PRODUCTS, OFFER_NAMES,
	                            OFFER_SYMPTOMS } },
	[USAGE_symptom] = { .first = { OFFER_SYMPTOMS } },
	[USAGE_tally] = { .files = 1 },
	[USAGE_term] = { .first = { OFFER_TERMS } },
	[USAGE_timer] = { .first = { OFFER_TIMERS } },
	[USAGE_warning] = { .first = { OFFER_WARNINGS } },
};

const struct offer_argument offer_arguments[USAGE_OPTIONS] = {
	[USAGE_OPTION_code] = { { OFFER_CLASSES, OFFER_CODES,
	                          OFFER_UNREGISTERED },
	                        1,
	                        0 },
	[USAGE_OPTION_fail_if] = { { OFFER_NONE }, 0, 1 },
	[USAGE_OPTION_field] = { { OFFER_FIELDS }, 1, 0 },
	[USAGE_OPTION_ignore] = { { OFFER_RULES }, 1, 1 },
	[USAGE_OPTION_lang] = { { OFFER_LANGUAGES }, 0, 0 },
	[USAGE_OPTION_sip] = { { OFFER_CODES, OFFER_UNREGISTERED }, 0, 0 },
};
