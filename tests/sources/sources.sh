#!/usr/bin/env bash
# sources.sh - proves that the sources of the data can be looked up: by their
# form, and by tables of what there is.
#
# usage: tests/sources/sources.sh ROOT [TABLES]
#
# ROOT is the folder that holds data/, such as the top of this tree.  Prints
# file, line and what is wrong with a source; status 1 if there is any.  TABLES
# is the folder of the tables, if not this one.
#
#   RFC            the section stands in the table sections, the erratum in
#                  errata; so do those that words, src/cli/grounds/grounds.def
#                  and src/cli/answer/finding.c name
#   IANA           the table of the registry stands in registries, and has the
#                  date of the copy
#   3GPP, ITU      has a clause: 3GPP TS 24.379 §4.4.2
#   a program      has its file, and the commit or the version that it is of
#   anything else  has a page, an address, or the number of a thread
#
# A source that is short of this and older than the rule stands in the list
# loose, behind the number of its records.  What is new does not go there, and
# what has been mended goes away.
set -euo pipefail
export LC_ALL=C

if [ $# -lt 1 ] || [ $# -gt 2 ] || [ ! -d "$1/data" ]; then
	echo "usage: tests/sources/sources.sh ROOT [TABLES]" >&2
	exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
TABLES=$(cd "${2-$here}" && pwd)
export TABLES
cd "$1"
files=(data/*.rec data/*/*.rec)
for file in src/cli/grounds/grounds.def src/cli/answer/finding.c; do
	if [ -r "$file" ]; then
		files+=("$file")
	fi
done
awk -f "$here/sources.awk" "${files[@]}"
