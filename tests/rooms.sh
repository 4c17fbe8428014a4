#!/usr/bin/env bash
# rooms.sh - proves the rules of the house, as src/README.md has them.
#
# usage: tests/rooms.sh BUILD
#
# From the includes: a folder includes only folders below it, and what systems
# have in ways of their own stands in src/system alone.  From the objects
# in the build folder: no two files need each other, the formats look nothing
# up, the commands and what finds for them print nothing.  From ctags: a name
# stands for one function, and none is longer than a screen and a half.
# Every breach is a line; status 1 if there is one.
set -uo pipefail

if [ $# -ne 1 ] || [ ! -d "$1" ]; then
	echo "usage: tests/rooms.sh BUILD" >&2
	exit 2
fi
build=$(realpath "$1") || exit 2
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

breaches=0
breach()
{
	echo "$1"
	breaches=$((breaches + 1))
}

# The floors, from the ground: each line a folder and how high it stands.
cat >"$work/floors" <<'END'
include 0
src/base 1
src/system 1
src/lib/scan 2
src/lib/search 2
src/lib/parts 2
src/lib 3
src/gen/io 2
src/gen/model 3
src/gen/manual 4
src/gen/emit 5
src/gen 6
src/cli/io/link 3
src/cli/io 4
src/cli/layout 5
src/cli/time 4
src/cli/words 5
src/cli/exchange 6
src/cli/call 7
src/cli/grounds 7
src/cli/grounds/dialog 8
src/cli/grounds/media 8
src/cli/grounds/login 8
src/cli/answer 8
src/cli/text 9
src/cli/machine 9
src/cli/text/messages 10
src/cli/text/sets 10
src/cli/context 10
src/cli/wire/line 5
src/cli/wire 10
src/cli/names 10
src/cli/ask 11
src/cli/input 11
src/cli/count 12
src/cli/command 13
src/cli 14
END

floor()
{
	awk -v name="$1" '$1 == name { print $2 }' "$work/floors"
}

# The file that an include names, as the build finds it.
resolve()
{
	local from=$1 name=$2 place

	for place in "$from" src/cli src/base src/system src/lib src/gen include; do
		if [ -e "$place/$name" ]; then
			echo "$place/$name"
			return
		fi
	done
}

# cli may include what lib shares with it, which is base, and nothing of lib.
includes()
{
	local file name from to

	while IFS=: read -r file name; do
		name=$(sed -E 's/.*[<"](.*)[">].*/\1/' <<<"$name")
		from=$(dirname "$file")
		to=$(dirname "$(resolve "$from" "$name")")
		if [ "$to" = . ]; then
			continue
		fi
		if [ -z "$(floor "$from")" ]; then
			breach "$file: $from is on no floor"
		elif [ "$to" != "$from" ] &&
		    [ "$(floor "$to")" -ge "$(floor "$from")" ]; then
			breach "$file: includes $name from above or beside"
		elif [ "$to" != "$from" ] &&
		    [[ $to = src/lib || $to = src/gen ]]; then
			breach "$file: includes $name of another house"
		fi
	done < <(grep -rE '^#include ["<]' src)
}

# Each folder on a floor has a row in the table of src/README.md.
signs()
{
	local folder name

	while read -r folder name; do
		name=${folder##*/}
		if ! grep -q "^|.*[\`/]$name/\`" src/README.md; then
			breach "$folder: no row in src/README.md"
		fi
	done <"$work/floors"
}

crowds()
{
	local folder n

	while IFS= read -r folder; do
		n=$(find "$folder" -maxdepth 1 -type f | wc -l)
		if [ "$n" -gt 20 ]; then
			breach "$folder: $n files"
		fi
	done < <(find src -type d)
}

# Beyond C11 these parts of POSIX are used as they are; of SIMD, one file.
systems()
{
	local posix='dirent|strings|unistd|sys/stat' found
	local c11='errno|limits|stdarg|stddef|stdint|stdio|stdlib|string|sipcode'

	found=$(grep -rnE '^ *# *include <' src --include='*.[ch]' |
	    grep -v '^src/system/' |
	    grep -vE "<($c11|$posix)\.h>" |
	    grep -v '^src/lib/scan/[a-z]*\.[ch]:[0-9]*:#include <emmintrin.h>')
	found+=${found:+$'\n'}$(grep -rnE '^ *# *(if|elif|ifdef|ifndef) ' src --include='*.[ch]' |
	    grep -v '^src/system/' | grep -vE ':#ifndef [A-Z0-9_]+_H$' |
	    grep -vE '^src/lib/scan/[a-z]*\.[ch]:[0-9]*:#ifdef __(SSE2|GNUC)__$')
	if [ -n "$found" ]; then
		breach "what differs between systems belongs in src/system:"
		echo "$found"
	fi
}

# "object symbol" for the symbols that objects need and define.
symbols()
{
	local object name

	: >"$work/needs"
	: >"$work/gives"
	while IFS= read -r object; do
		name=${object#"$build"/CMakeFiles/*/}
		# A build folder may keep objects of files that are gone.
		if [ ! -e "${name%.o}" ]; then
			continue
		fi
		nm "$object" | awk -v o="$name" \
		    -v needs="$work/needs" -v gives="$work/gives" '
		    $1 == "U" { print $2, o >>needs }
		    $2 ~ /^[TRDB]$/ { print $3, o >>gives }'
	done < <(find "$build/CMakeFiles" -name '*.o' -path '*/src/*')
	sort -o "$work/needs" "$work/needs"
	sort -u -o "$work/gives" "$work/gives"
	if [ ! -s "$work/gives" ]; then
		breach "$build: no objects"
	fi
}

# Names of the generator stand in the library too: each by itself.
circles()
{
	local part

	for part in src/gen 'src/[^g]'; do
		join <(grep " $part" "$work/needs") \
		    <(grep -E " ($part|src/base)" "$work/gives") |
		    awk '$2 != $3 { print $2, $3 }' | sort -u >"$work/edges"
		if ! tsort "$work/edges" >/dev/null 2>"$work/loops"; then
			breach "files need each other:"
			cat "$work/loops"
		fi
	done
}

# $1: objects; $2: symbols that they must not need; $3: what that would be.
must_not()
{
	local found

	found=$(awk -v o="$1" -v s="$2" '$2 ~ o && $1 ~ s' "$work/needs")
	if [ -n "$found" ]; then
		breach "$3:"
		echo "$found"
	fi
}

duties()
{
	must_not 'src/cli/(text|machine)/' \
	    '^sipcode_(code|class|by_.*|rows?|search|nearest|closest|sightings|variant|scan|message|check)$' \
	    'a format looks something up'
	must_not 'src/cli/(words|call|answer|ask|input|command)/' \
	    '^(lay_.*|out_([a-eg-z].*))$' 'who finds prints'
	must_not 'src/lib/' '^(.*alloc|free|.*printf|fopen|write|setlocale)$' \
	    'the library allocates, prints or asks the locale'
}

functions()
{
	ctags -f - --languages=C --kinds-C=f --fields=neK -R src |
	    sed -nE 's/^([^\t]+)\t([^\t]+)\t.*line:([0-9]+).*end:([0-9]+).*/\1 \2 \3 \4/p' \
	    >"$work/functions"
	if [ ! -s "$work/functions" ]; then
		breach "ctags found no function"
	fi
	while read -r name file first last; do
		if [ $((last - first + 1)) -gt 62 ]; then
			breach "$file:$first: $name() has $((last - first + 1)) lines"
		fi
	done <"$work/functions"
	while read -r name; do
		breach "$name() stands twice: $(awk -v n="$name" \
		    '$1 == n { printf "%s:%s ", $2, $3 }' "$work/functions")"
	done < <(cut -d ' ' -f 1 "$work/functions" | sort | uniq -d |
	    grep -vx main)
}

includes
systems
signs
crowds
symbols
circles
duties
functions
awk '{ print $4 - $3 - 2 }' "$work/functions" | sort -n |
    awk '{ n[NR] = $1 } END { printf "%d functions, %d lines in the middle, %d at most\n",
        NR, n[int((NR + 1) / 2)], n[NR] }'
[ $breaches -eq 0 ]
