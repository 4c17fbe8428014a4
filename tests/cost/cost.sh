#!/usr/bin/env bash
# cost.sh BUILD - proves that cost grows linearly: of each kind of input of
# kinds.txt it counts the instructions of sipcode at several sizes, under
# valgrind, and looks at the memory that the largest one takes.
# With --quick it looks at two sizes alone: a message of more than 256 KB is not
# kept, so that the largest size would cost nothing.
set -u
here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR COLUMNS SIPCODE_LANG

# Instructions a byte may be so many times as many at a larger size.  What costs
# less than `cheap` of them a byte, a third of a line of a log, may grow so far
# as well where a buffer has been filled for the first time, if it goes on
# evenly above that.
most=1.3
cheap=50
# Kilobytes of memory: of explain and check, and of the rest; operands take
# more, so many bytes for each of theirs.
memory_messages=16384
memory=8192
operand=32
seconds=120

usage()
{
	echo "usage: cost.sh [--quick] BUILD [NAME...]" >&2
	exit 2
}

# The instructions of a run; "status N" where that is not as $1 says: "" or
# "!", which stands for what sipcode refuses.
instructions()
{
	local refused=$1 status=0 log=$job/log

	shift
	timeout "$seconds" valgrind --tool=cachegrind --cache-sim=no \
	    --cachegrind-out-file=/dev/null --log-file="$log" "$@" \
	    <"$job/input" >/dev/null 2>"$job/errors" || status=$?
	if [ $status -eq 124 ]; then
		echo "more than $seconds s"
	elif [ $status -gt 2 ] || { [ $status -eq 2 ] && [ -z "$refused" ]; } ||
	    { [ $status -ne 2 ] && [ -n "$refused" ]; }; then
		echo "status $status"
	else
		awk '/I *refs:/ { gsub(",", "", $NF); print $NF }' "$log"
	fi
}

# The words of a command, of which "@" stands for the lines of the input as
# operands, and what ends with "@1" for the whole input as one.
words()
{
	local word

	command=()
	for word in $1; do
		case $word in
		@)
			mapfile -t lines <"$job/input"
			command+=("${lines[@]}")
			;;
		*@1)
			command+=("${word%@1}$(cat "$job/input")")
			;;
		*)
			command+=("$word")
			;;
		esac
	done
}

# Makes the input and the words of a command: $1 the kind, $2 the command, $3
# the size in KB.
prepare()
{
	awk -v kind="$1" -v size=$(($3 * 1024 / part - 16)) \
	    -f "$here/kinds.awk" "$here/kinds.txt" >"$job/input"
	words "$2"
	case $2 in *@*) : >"$job/input" ;; esac
}

# Counts the instructions of a command: as above, and in $4 "!" if it is
# refused.
count_at()
{
	prepare "$1" "$2" "$3"
	instructions "$4" "$sipcode" "${command[@]}"
}

# Is the cost above the sizes as even as it should be?  $1 the kind, $2 the
# command, $3 "!" if it is refused, $4 the dearest count of a byte.
goes_on_evenly()
{
	local size totals=""

	case $2 in *@*) return 1 ;; esac
	awk -v n="$4" -v cheap="$cheap" 'BEGIN { exit n >= cheap }' || return 1
	for size in 512 1024 2048; do
		totals+=" $(count_at "$1" "$2" "$size" "$3")"
	done
	awk -v totals="$totals" -v most="$most" 'BEGIN {
		split(totals, n, " ")
		exit !(n[1] > 0 && n[2] > n[1] &&
		    (n[3] - n[2]) / 2 <= (n[2] - n[1]) * most)
	}'
}

# One command of a kind: $1 the kind, $2 the command.  Prints its row.
measure()
{
	local kind=$1 text=$2 refused="" verdict="" count size bound=$memory
	local counts=() rss="" part=1 worst="" ratio=""

	case $text in '!'*) refused='!' text=${text#!} ;; esac
	case $text in explain* | check*) bound=$memory_messages ;; esac
	# A single operand can have 128 KB.
	case $text in *@1*) part=4 ;; esac
	for size in $sizes; do
		count=$(count_at "$kind" "$text" "$size" "$refused")
		case $count in
		'' | *[!0-9]*) verdict=${count:-"not counted"} && break ;;
		esac
		counts+=("$(awk -v n="$count" -v start="$start" -v k="$size" \
		    -v p="$part" 'BEGIN { printf "%.2f",
		    (n - start) / (k * 1024 / p) }')")
	done
	case $text in *@*) bound=$((bound + operand * size / part)) ;; esac
	if [ -z "$verdict" ] && [ -n "$time" ]; then
		prepare "$kind" "$text" "$size"
		"$time" -f %M -o "$job/rss" "$sipcode" "${command[@]}" \
		    <"$job/input" >/dev/null 2>&1
		rss=$(tail -n 1 "$job/rss")
		[ "$rss" -le "$bound" ] || verdict="more than $bound KB"
	fi
	if [ ${#counts[@]} -gt 1 ]; then
		read -r worst ratio < <(awk -v counts="${counts[*]}" 'BEGIN {
			n = split(counts, c, " ")
			for (i = 2; i <= n; i++)
				if (i == 2 || c[i] + 0 > worst)
					worst = c[i] + 0
			print worst, sprintf("%.2f", worst / \
			    (c[1] > 0.01 ? c[1] : 0.01))
		}')
	fi
	if [ -z "$verdict" ] && awk -v r="$ratio" -v m="$most" \
	    'BEGIN { exit !(r > m) }' &&
	    ! goes_on_evenly "$kind" "$text" "$refused" "$worst"; then
		verdict=grows
	fi
	printf '%-20s %-34s' "$kind" "$text"
	for size in $sizes; do
		printf ' %9s' "${counts[0]:--}"
		counts=("${counts[@]:1}")
	done
	printf ' %6s %6s  %s\n' "$ratio" "$rss" "${verdict:-ok}"
}

# All commands of a kind, in a process of its own.
if [ "${1-}" = --kind ]; then
	kind=$2
	job=$work/$kind
	mkdir "$job" || exit 1
	while IFS= read -r text; do
		measure "$kind" "$text"
	done < <(awk -v kind="$kind" -v commands=1 -f "$here/kinds.awk" \
	    "$here/kinds.txt") >"$job/row"
	# Not at once: what another one prints would stand between.
	cat "$job/row"
	exit
fi

sizes="64 128 256 512"
if [ "${1-}" = --quick ]; then
	sizes="64 256"
	shift
fi
case ${1-} in '' | -*) usage ;; esac
sipcode=$(cd "$1" 2>/dev/null && pwd)/sipcode
[ -x "$sipcode" ] || usage
shift
if ! command -v valgrind >/dev/null; then
	echo "cost.sh: valgrind is not found: nothing is counted" >&2
	exit 1
fi
time=$(type -P time)
[ -n "$time" ] || echo "cost.sh: time is not found: memory is left out" >&2
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

mapfile -t known < <(awk -v names=1 -f "$here/kinds.awk" "$here/kinds.txt")
for name; do
	case " ${known[*]} " in
	*" $name "*) ;;
	*) echo "cost.sh: no such kind: '$name'" >&2 && exit 2 ;;
	esac
done
[ $# -gt 0 ] || set -- "${known[@]}"

# What every run costs is taken off, or it would hide what grows.
job=$work
: >"$job/input"
start=$(instructions "" "$sipcode" tally)
export sipcode sizes start time work

printf '%-55s' "instructions a byte, of so many KB"
for size in $sizes; do
	printf ' %9s' "$size"
done
printf ' %6s %6s  %s\n' ratio KB verdict
printf '%s\0' "$@" |
    xargs -0 -n 1 -P "$(nproc)" "$0" --kind | tee "$work/table"
bad=$(grep -vc ' ok$' "$work/table")
echo "$(wc -l <"$work/table") runs, $bad of them bad"
[ "$bad" -eq 0 ]
