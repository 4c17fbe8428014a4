#!/usr/bin/env bash
# prose.sh - holds the English prose to the rules that a script can check.
#
# usage: tests/prose/prose.sh FOLDER
#        tests/prose/prose.sh --self
#
# Prints a line FILE:LINE: RULE: WHAT for each hit in the .rec files of the
# folder, and for each file its measures.  Status 1 if a file has more hits
# than `limits` records for it, or a measure is above its bound; 2 in trouble.
# With --self the rules are tried on sample/, which breaks each of them: what
# they say has to be what sample/hits holds.
#
# The rules stand in prose.awk; beside it words says what the prose avoids,
# imperatives with what a step begins, roles, methods and fields what a verdict
# and a description do without.
set -uo pipefail
export LC_ALL=C

here=$(cd "$(dirname "$0")" && pwd) || exit 2
if [ $# -ne 1 ]; then
	echo "usage: tests/prose/prose.sh FOLDER | --self" >&2
	exit 2
fi

# The hits and figures of some files; the complaints begin with "=".
look()
{
	awk -f "$here/prose.awk" "$here"/words "$here"/imperatives \
		"$here"/fields "$here"/roles "$here"/methods "$here"/limits "$@"
}

if [ "$1" = --self ]; then
	cd "$here/sample" || exit 2
	look codes.rec pairs.rec | diff hits -
	exit
fi
set -- "$1"/*.rec
if [ ! -f "$1" ]; then
	echo "prose.sh: no such file: '$1'" >&2
	exit 2
fi
out=$(look "$@") || exit 2
printf '%s\n' "$out" | grep -v '^='
! printf '%s\n' "$out" | grep '^=' >&2
