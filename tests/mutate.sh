#!/usr/bin/env bash
# mutate.sh - what the tests notice: puts small faults into the sources, one
# at a time, and runs the tests.
#
# usage: tests/mutate.sh [-n COUNT] [-s SEED] [-j JOBS] [FOLDER|FILE...]
#
# COUNT faults (300) in the files or folders that are named (src); another SEED
# (1) takes others.  Says of each what became of it:
#   killed    a test failed, or a suite took longer than a minute
#   survived  no test noticed
#   known     no test noticed, and tests/mutants/known.tsv says why none can
# Not counted are faults that do not compile, or from which the compiler makes
# the same machine code.  The tests of what is installed, and those that ask
# tools, are not run: they are slow.  Status 1 if less than 90 % were killed.
set -uo pipefail

top=$(cd "$(dirname "$0")/.." && pwd) || exit 2
known=$top/tests/mutants/known.tsv
slow='completions|consumers|contrast|manual|markdown|prose|prose_rules|recipes'
slow+='|schema|sources|sources_tools'
# What takes seconds is run when nothing else has noticed.
long='examples|golden_(names|shown)|test_(compare|dresses|every_call'
long+='|exchanges|field_order|gen_reference|lines_fit|markdown_words'
long+='|names_cut|typed)'

# Runs one fault of a worker's copy of the tree; its arguments are the fields
# of tests/mutants/faults.awk.  Prints a line of the result.
one()
{
	local file=$1 line=$2 old=$3 new=$4
	local tree=$work/$slot build=$work/$slot/build log=$work/$slot.log
	local verdict by=

	cd "$tree" || return
	cp "$file" "$work/$slot.c"
	machine_code "$file" >"$work/$slot.s"
	NEW=$new awk -v line="$line" \
	    'NR == line { $0 = ENVIRON["NEW"] } { print }' \
	    "$work/$slot.c" >"$file"
	if ! machine_code "$file" >"$work/$slot.new.s" ||
	    ! cmake --build "$build" >"$log" 2>&1; then
		verdict=refused
	elif cmp -s "$work/$slot.s" "$work/$slot.new.s"; then
		verdict=same
	elif by=$(first_failure "$file"); then
		verdict=killed
	elif reason "$file" "$old" "$new"; then
		verdict=known
	else
		verdict=survived
	fi
	cp "$work/$slot.c" "$file"
	printf '%s\t%s\t%s:%s\t%s => %s\n' "$verdict" "$by" "$file" "$line" \
	    "$(trim "$old")" "$(trim "$new")"
}

trim()
{
	printf '%s' "$1" | sed 's/^[[:blank:]]*//'
}

machine_code()
{
	cc -std=c11 -O2 -w -D_POSIX_C_SOURCE=200809L -D_FILE_OFFSET_BITS=64 \
	    -Iinclude -Isrc/base -Isrc/lib -Isrc/system -Isrc/cli -Isrc/gen \
	    -S -o - "$1" 2>/dev/null
}

# The first test that fails; 1 if none does.  Golden text and the tests of the
# same room run first.
first_failure()
{
	local room

	room=$(basename "$(dirname "$1")")
	tests "^($(near "$room"))$" -R ||
	    tests "^(golden_.*|$(near "$room")|$slow|$long)$" -E ||
	    tests "^($long)$" -R
}

# The names of the tests that see most, as an alternative.
near()
{
	local file names='golden_([a-m].*|pages|records|said|wire)'

	for file in tests/"$1"/test_*.c; do
		[ -e "$file" ] || continue
		names+="|$(basename "$file" .c)"
	done
	printf '%s' "$names"
}

# $1 is an expression of names, $2 what ctest is to do with them.  0 if one
# fails, with its name.
tests()
{
	if ctest --test-dir "$build" "$2" "$1" --stop-on-failure \
	    --timeout 60 >"$log" 2>&1; then
		return 1
	fi
	awk '/\*\*\*(Failed|Timeout|Exception|Not Run)/ {
		sub(/^.*Test *#[0-9]*: /, "")
		sub(/ .*/, "")
		print
		exit
	}' "$log"
}

# 0 if known.tsv tells why no test can see this.
reason()
{
	[ -e "$known" ] && FILE=$1 OLD=$(trim "$2") NEW=$(trim "$3") awk -F'\t' '
	$1 == ENVIRON["FILE"] && $2 == ENVIRON["OLD"] &&
	$3 == ENVIRON["NEW"] { found = 1 }
	END { exit !found }' "$known"
}

usage()
{
	sed -n 's/^# usage: /usage: /p' "$0" >&2
	exit 2
}

# What a worker is called with.
if [ "${1-}" = --one ]; then
	work=$2
	slot=$WORKER
	IFS=$'\037' read -r file line old new <<<"$3"
	one "$file" "$line" "$old" "$new"
	exit 0
fi

count=300
seed=1
jobs=$(nproc)
while getopts n:s:j: option; do
	case $option in
	n) count=$OPTARG ;;
	s) seed=$OPTARG ;;
	j) jobs=$OPTARG ;;
	*) usage ;;
	esac
done
shift $((OPTIND - 1))
if ! [[ $count$seed$jobs =~ ^[0-9]+$ ]] || [ "$jobs" -eq 0 ]; then
	usage
fi
cd "$top" || exit 2
for name in "${@:-src}"; do
	[ -e "$name" ] || usage
done
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 work

# A copy of the tree and a build of it for each worker.
for ((slot = 0; slot < jobs; slot++)); do
	mkdir "$work/$slot"
	tar -c --exclude='./build*' --exclude=./.git . | tar -x -C "$work/$slot"
	if ! cmake -S "$work/$slot" -B "$work/$slot/build" -DSIPCODE_TESTS=ON \
	    -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_FLAGS=-O1 >"$work/log" ||
	    ! cmake --build "$work/$slot/build" -j "$jobs" >>"$work/log" 2>&1
	then
		cat "$work/log"
		exit 1
	fi
done

# A batch of as many as are wanted, then others for those that do not count.
find "${@:-src}" -name '*.c' -print0 | sort -z |
    xargs -0 awk -v seed="$seed" -f tests/mutants/faults.awk |
    sort -n | cut -d $'\037' -f 2- >"$work/faults"
: >"$work/results"
next=1
counted=0
while [ "$counted" -lt "$count" ]; do
	last=$((next + count - counted - 1))
	sed -n "$next,${last}p" "$work/faults" >"$work/batch"
	[ -s "$work/batch" ] || break
	next=$((last + 1))
	tr '\n' '\0' <"$work/batch" |
	    xargs -0 -n 1 -P "$jobs" --process-slot-var=WORKER \
	    "$0" --one "$work" | tee -a "$work/results"
	counted=$(grep -cE '^(killed|survived|known)' "$work/results")
done
awk -F '\t' '
{ n[$1]++ }
END {
	all = n["killed"] + n["survived"] + n["known"]
	if (all == 0)
		exit 1
	printf "\n%d faults: %d killed (%.1f %%), %d survived, %d known\n", all,
	    n["killed"], n["killed"] * 100 / all, n["survived"], n["known"]
	printf "not counted: %d refused by the compiler, %d of the same code\n",
	    n["refused"], n["same"]
	exit n["killed"] * 10 < all * 9
}' "$work/results"
