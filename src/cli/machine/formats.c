/* formats.c - the formats for programs, each a row of functions. */
#include "machine/formats.h"

#include "machine/json.h"
#include "machine/sarif.h"
#include "machine/tsv.h"

const struct format format_fields = {
	.name = "fields",
	.show = tsv_bare,
};

const struct format format_json = {
	.name = "json",
	.utf8 = 1,
	.show = json_answer,
	.tally = json_tally,
	.explained = json_explained,
	.checked = json_checked,
	.member = json_meaning,
};

const struct format format_sarif = {
	.name = "sarif",
	.utf8 = 1,
	.checked = sarif_checked,
};

const struct format format_tsv = {
	.name = "tsv",
	.show = tsv_answer,
	.tally = tsv_tally,
	.explained = tsv_explained,
	.checked = tsv_checked,
};
