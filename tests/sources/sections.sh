#!/usr/bin/env bash
# sections.sh - makes tests/sources/sections, the table of the sections of every
# RFC that data and sources cite, and tests/sources/errata, out of the texts.
#
# usage: tests/sources/sections.sh DIR [TABLE]
#
# DIR holds rfc3261.txt and so on, and errata.tsv: the number of the RFC, of the
# erratum and its status, with tabs between.  Prints the table of the sections,
# or of the errata if TABLE is "errata".  A row of sections is the number of the
# RFC, "by N" if RFC N of DIR has taken its place, and its sections: 8.1-3 is
# 8.1, 8.2, 8.3.  An RFC that DIR lacks keeps the row that it has; status 1 if
# it has none.  To make both anew:
#
#	tests/sources/sections.sh DIR >new && mv new tests/sources/sections
#	tests/sources/sections.sh DIR errata >new && mv new tests/sources/errata
set -euo pipefail
export LC_ALL=C

if [ $# -lt 1 ] || [ $# -gt 2 ] || [ ! -d "$1" ] ||
    [[ ${2-sections} != @(sections|errata) ]]; then
	echo "usage: tests/sources/sections.sh DIR [sections|errata]" >&2
	exit 2
fi
texts=$(cd "$1" && pwd)
table=${2-sections}
here=$(cd "$(dirname "$0")" && pwd)
cd "${SIPCODE_ROOT:-$here/../..}"

# The numbers of the RFCs that anything cites.
cited()
{
	local row='(GROUND\([^,]*, |LABEL_)[A-Za-z_]+'

	{
		grep -rhoE "RFC [0-9]{3,5}" data
		if [ -d src ]; then
			sed -nE "s/.*$row, ([0-9]{3,5}),.*/RFC \\2/p" \
			    src/cli/grounds/grounds.def src/cli/answer/finding.c
		fi
	} | cut -d' ' -f2 | sort -nu
}

if [ "$table" = errata ]; then
	if [ ! -r "$texts/errata.tsv" ]; then
		echo "sections.sh: $texts has no errata.tsv" >&2
		exit 2
	fi
	cited | awk -F'\t' '
	NR == FNR { is_cited[$1] = 1; next }
	FNR > 1 && $1 in is_cited && $3 != "Rejected" { print $1, $2 }
	' - "$texts/errata.tsv" | sort -n | awk '
	$1 != rfc { printf "%s%s", rfc == "" ? "" : "\n", $1; rfc = $1 }
	{ printf " %s", $2 }
	END { if (rfc != "") print "" }'
	exit
fi
# shellcheck disable=SC2046 # numbers
TEXTS=$texts TABLE=$here/sections \
    awk -f "$here/rfc.awk" -f "$here/sections.awk" -- $(cited)
