#!/usr/bin/env bash
# bench.sh - what sipcode costs, against programs that people know.
#
# usage: tests/bench.sh [-p PART]... BINARY [MEGABYTES | LOG]
#
# Prints ratios; nothing passes or fails.  A ratio above 1 says how many times
# as much the other program takes.  The logs, a plain one and one of JSON
# lines, are made here, 100 MB each unless another size is given, and a capture
# of a tenth of it; or the plain log is the file that is named.  Tools that are
# not there are named and skipped.
#
# The parts, all of them unless some are named: start, answers, search,
# messages, logs, capture, sets, size, build.
set -uo pipefail

parts=(start answers search messages logs capture sets size build)

usage()
{
	echo "usage: tests/bench.sh [-p PART]... BINARY [MEGABYTES | LOG]" >&2
	echo "parts: ${parts[*]}" >&2
	exit 2
}

chosen=()
while getopts p: option; do
	case $option in
	p) [[ " ${parts[*]} " == *" $OPTARG "* ]] || usage
	    chosen+=("$OPTARG") ;;
	*) usage ;;
	esac
done
shift $((OPTIND - 1))
if [ $# -lt 1 ] || [ $# -gt 2 ] || [ ! -f "$1" ] || [ ! -x "$1" ]; then
	usage
fi
sipcode=$(cd "$(dirname "$1")" && pwd)/$(basename "$1") || exit 2
log=${2-100}
log_size=100
if [ -e "$log" ]; then
	log=$(cd "$(dirname "$log")" && pwd)/$(basename "$log") || exit 2
elif [[ $log =~ ^[1-9][0-9]{0,4}$ ]]; then
	log_size=$log
else
	usage
fi
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
export LC_ALL=C
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR COLUMNS

# 1 if a tool is there; else it is named.
have()
{
	if command -v "$1" >/dev/null; then
		return 0
	fi
	echo "skipped: $1 is not there"
	return 1
}

row()
{
	if [ -z "$3" ]; then
		printf '%-44s %14s\n' "$1" "$2"
	else
		printf '%-44s %14s %8s\n' "$1" "$2" "$3"
	fi
}

ratio()
{
	awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.2f", a / b }'
}

# Instructions of a command.
instructions()
{
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" \
	    2>&1 >/dev/null | awk '/Collected/ { print $NF }'
}

# Median seconds of a command; $1 is how often, the rest the command.
seconds()
{
	hyperfine -N -i --warmup 1 --runs "$1" --style none -n x \
	    --export-csv "$work/csv" "$2" >/dev/null 2>&1 || return
	awk -F, 'NR == 2 { print $4 }' "$work/csv"
}

# Compares each command on standard input, "name<TAB>command", with the first
# one; $1 is how often each is run.
compare()
{
	local name command time first=

	while IFS=$'\t' read -r name command; do
		if ! have "${command%% *}"; then
			continue
		fi
		time=$(seconds "$1" "$command")
		if [ -z "$time" ]; then
			row "$name" failed ""
			continue
		fi
		first=${first:-$time}
		row "$name" "$(awk -v t="$time" 'BEGIN {
			if (t < 1) printf "%.2f ms", t * 1000
			else printf "%.2f s", t }')" "$(ratio "$time" "$first")"
	done
}

# The name of a program that does nothing, if it can be made.
empty_program()
{
	if [ ! -e "$work/empty" ] && command -v cc >/dev/null; then
		echo 'int main(void) { return 0; }' >"$work/empty.c"
		cc -std=c11 -O2 -o "$work/empty" "$work/empty.c"
	fi
	echo "$work/empty"
}

# Maximum resident size of a command.
memory()
{
	"$time" -f %M -o "$work/rss" "$@" >/dev/null 2>&1
	tail -n 1 "$work/rss"
}

part_start()
{
	local empty name n

	row "instructions" count ratio
	have valgrind && have cc || return
	empty=$(instructions "$(empty_program)")
	row "empty C program" "$empty" 1.00
	while read -r name; do
		# shellcheck disable=SC2086 # words of a command
		n=$(instructions "$sipcode" $name)
		row "sipcode $name" "$n" "$(ratio "$n" "$empty")"
	done <<-EOF
	-F phrase 421
	421
	compare 480 486
	search may ban
	EOF
}

part_answers()
{
	have hyperfine || return
	row "one answer" median ratio
	compare 200 <<-EOF
	sipcode 421	$sipcode 421
	sipcode -F phrase 421	$sipcode -F phrase 421
	sipcode compare 480 486	$sipcode compare 480 486
	empty C program	$(empty_program)
	errno ENOENT	errno ENOENT
	grep -A40 in data/en/codes.rec	grep -A40 '^Code: 421' data/en/codes.rec
	man ./man/sipcode.1	man ./man/sipcode.1
	EOF
}

part_search()
{
	have hyperfine || return
	row "search" median ratio
	compare 50 <<-EOF
	sipcode search may ban	$sipcode search may ban
	rg -i in data/en	rg -i 'may.*ban' data/en
	grep -ri in data/en	grep -ri 'may.*ban' data/en
	apropos ban	apropos ban
	EOF
}

# shellcheck source=tests/bench/make.sh
. tests/bench/make.sh
# shellcheck source=tests/bench/logs.sh
. tests/bench/logs.sh
# shellcheck source=tests/bench/size.sh
. tests/bench/size.sh

[ ${#chosen[@]} -gt 0 ] || chosen=("${parts[@]}")
first=1
for part in "${chosen[@]}"; do
	[ "$first" ] || echo
	first=
	"part_$part"
done
