#!/usr/bin/env bash
# try.sh - tries audit.sh, registry.sh, sources.sh and sections.sh on sample/:
# texts, a registry and data that are made up.
#
# usage: tests/sources/try.sh [--update]
#
# What they print has to be what sample/said holds.  Then single faults are put
# into a copy, and each has to be named.  --update writes sample/said anew.
# Status 1 if something else is printed, or a fault is not noticed.
set -uo pipefail
export LC_ALL=C

if [ $# -gt 1 ] || { [ $# -eq 1 ] && [ "$1" != --update ]; }; then
	echo "usage: tests/sources/try.sh [--update]" >&2
	exit 2
fi
here=$(cd "$(dirname "$0")" && pwd) || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

# $1 a name, the rest a command: what it prints, and its status.
run()
{
	printf '\n$ %s\n' "$1"
	shift
	"$@" 2>&1
	echo "status $?"
}

everything()
{
	export SIPCODE_ROOT=. SIPCODE_UNKEPT=tables/unkept
	run "audit.sh texts" "$here/../audit.sh" texts
	run "audit.sh texts 487" "$here/../audit.sh" texts 487
	run "audit.sh texts 486 warnings" "$here/../audit.sh" texts 486 warnings
	run "audit.sh texts 48" "$here/../audit.sh" texts 48
	run "registry.sh" "$here/../registry.sh" texts/sip-parameters.txt
	run "registry.sh CSV" "$here/../registry.sh" texts/sip-parameters-7.csv
	run "registry.sh of none" "$here/../registry.sh" texts/rfc9990.txt
	run "registry.sh of no file" "$here/../registry.sh" texts/none
	run "sources.sh" "$here/sources.sh" . tables
	run "sections.sh" "$here/sections.sh" texts
	run "sections.sh errata" "$here/sections.sh" texts errata
}

# Puts a fault into a file of a copy, by a script of sed; what is printed then
# has to have the line.
fault()
{
	local file=$1 script=$2 line=$3 copy="$work/a copy"

	rm -rf "$copy"
	cp -R "$here/sample" "$copy"
	sed "$script" "$here/sample/$file" >"$copy/$file"
	if cmp -s "$here/sample/$file" "$copy/$file"; then
		echo "try.sh: '$script' changes nothing in $file" >&2
		failed=1
	elif ! (cd "$copy" && everything) | grep -F -- "$line" >/dev/null; then
		echo "try.sh: nobody says '$line' with '$script'" >&2
		failed=1
	fi
}

cd "$here/sample" || exit 2
if [ $# -eq 1 ]; then
	(everything) >"$work/said"
	cp "$work/said" said
	exit
fi
(everything) | diff said - || failed=1

fault data/codes.rec '9s/2.1/2.3/;s/§2.2/§9/' 'RFC 9990 has no section 9'
fault data/codes.rec 's/§2.2/§9/' 'NOT FOUND, rfc9990.txt has no such section'
fault data/codes.rec 's/RFC 9990 §A/RFC 9991 §A/' \
    'RFC 9991 is not in tests/sources/sections'
fault data/codes.rec 's/RFC 9990 §A/RFC 9991 §A/' \
    'has no rfc9991.txt'
fault data/codes.rec 's/erratum 17/erratum 18/' 'RFC 9990 has no erratum 18'
fault data/codes.rec 's/parameters-7/parameters-8/' \
    "IANA has no table 'sip-parameters-8'"
fault data/codes.rec 's/(2020-03-03)/(2020)/' 'is no registry with its date'
fault data/codes.rec 's/ (0a1b2c3d4e)//' 'has a file and no commit'
fault data/codes.rec 's/ §4.2//' 'has no clause'
fault data/codes.rec 's/^Source: github.*/Source: somebody said so/' \
    'has no commit, page, address or thread'
fault data/codes.rec 's/boil.c$/boil.c (0a1b2c3d4e)/' \
    "loose:1: only 0 records need 'kettled src/boil.c'"
fault tables/loose 's/$/ (0a1b2c3d4e)/' "'kettled src/boil.c' has a file and no"
fault data/codes.rec '/boil.c$/d' "loose:1: only 0 records need 'kettled src/boil.c'"
fault tables/loose 's/1 .*/1 3GPP TS 99.999 §4.2/' \
    "only 0 records need '3GPP TS 99.999 §4.2'"
fault tables/loose 's/1/2/' "loose:1: only 1 records need 'kettled"
fault tables/loose 's/1/0/' "'kettled src/boil.c' has a file and no"
fault data/en/codes.rec 's/§2.1/§2.9/' 'data/en/codes.rec:5: RFC 9990 has no'
fault texts/rfc9990.txt '/^2.2. 487/d' '9990 1-2 A 2.1'
fault texts/sip-parameters.txt 's/^486 .*Kettle Busy/486  Kettle Gone/' \
    "changed: code 486: 'Kettle Busy' in the data, 'Kettle Gone' there"
fault texts/sip-parameters.txt '/^487/d' 'data/codes.rec:15: gone: code 487'
fault texts/sip-parameters.txt 's/ (Deprecated)//' \
    "code 487: deprecated in the data, 'Kettle Cold' there"
fault texts/sip-parameters.txt 's/^487/480/' 'new: code 480'
fault texts/sip-parameters.txt 's/^310/311/' 'new: warning 311: No milk'
fault texts/sip-parameters.txt 's/^310/311/' 'gone: warning 310'
fault texts/sip-parameters.txt 's/No milk/No tea/' 'warning 310: '
fault texts/sip-parameters.txt 's/^whistle/whistles/' 'new: option whistles'
fault texts/sip-parameters.txt 's/   k  /   q  /' "header Kettle: compact 'k'"
fault texts/sip-parameters.txt 's/^Teapot/Teatime/' 'new: header Teatime'
fault texts/sip-parameters.txt 's/hear  .RFC9990/hear  [RFC9992/' \
    'option whistle: RFC 9992 there is no source'
fault texts/sip-parameters-7.csv 's/486/485/' \
    'sip-parameters-7.csv:2: new: code 485'
exit "$failed"
