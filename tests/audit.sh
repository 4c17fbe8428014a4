#!/usr/bin/env bash
# audit.sh - shows each fact of the data with the lines that it cites.
#
# usage: tests/audit.sh DIR [CODE...] [SET...]
#
# DIR holds the texts: rfc3261.txt and so on, as the RFC editor has them; the
# texts of IANA, named as their registry (sip-parameters.txt), and errata.tsv
# where they are there.  Shows all of the data, or the records that are about
# the codes and what others say of them, or those of the sets (codes, duties,
# mappings: the names of the files in data/).
#
# A record is shown with the fields that rest on the same sources together, as
# FILE:LINE, and below them each source: the lines of its section, with their
# numbers in the text.  Of a long section the paragraphs are shown that share
# the most uncommon words with the fact; [100-120] are lines left out.  What is
# no RFC and no registry is "elsewhere".  The last line counts.  Status 1 if a
# source is not found in DIR.  SIPCODE_ROOT is the folder of other data.
set -euo pipefail
export LC_ALL=C

usage()
{
	echo "usage: tests/audit.sh DIR [CODE...] [SET...]" >&2
	exit 2
}

if [ $# -lt 1 ] || [ ! -d "$1" ]; then
	usage
fi
texts=$(cd "$1" && pwd)
shift
here=$(cd "$(dirname "$0")" && pwd)
cd "${SIPCODE_ROOT:-$here/..}"
for name; do
	if ! [[ $name =~ ^[1-6][0-9][0-9]$ ]] && [ ! -f "data/$name.rec" ]; then
		echo "audit.sh: '$name' is no code and no set" >&2
		usage
	fi
done
export TEXTS=$texts SCHEMA=$here/../src/base/schema.def
FILES=$(printf '%s\n' data/codes.rec data/*.rec | awk '!met[$0]++')
REGISTRIES=$(find "$texts" -maxdepth 1 \( -type f -o -type l \) \
    ! -name 'rfc*' -name '*.txt' | sort)
export FILES REGISTRIES
awk -f "$here/sources/rfc.awk" -f "$here/sources/records.awk" \
    -f "$here/sources/audit.awk" -- "$@"
