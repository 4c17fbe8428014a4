#!/usr/bin/env bash
# coverage.sh - what of the sources the tests run.
#
# usage: tests/coverage.sh [-q] [-l LINES] [-b BRANCHES] [FOLDER]
#
# Builds with gcc --coverage, without optimization, runs every test, and prints
# how many lines, branches and functions of each folder of src/ were run, then
# what was not: "17-19" are lines, "21b" is a line of which a branch was never
# taken.  Branches that no code belongs to are not counted.  The status is 1 if
# lines or branches in total are below their floors in percent, 98 and 95.  A
# test that fails is named: those that close files or fill disks make the
# writing of the counts fail, too.  -q leaves out the list of what was not run.
#
# FOLDER is the build folder; it is kept, so that the next run is shorter.
set -uo pipefail
export LC_ALL=C

usage()
{
	echo "usage: tests/coverage.sh [-q] [-l LINES] [-b BRANCHES] [FOLDER]" >&2
	exit 2
}

quiet=
lines=98
branches=95
number='^[0-9]+([.][0-9]+)?$'
while getopts b:l:q option; do
	case $option in
	b) branches=$OPTARG ;;
	l) lines=$OPTARG ;;
	q) quiet=1 ;;
	*) usage ;;
	esac
done
shift $((OPTIND - 1))
if [ $# -gt 1 ] || ! [[ $lines =~ $number && $branches =~ $number ]]; then
	usage
fi
for tool in cmake gcc gcov gcovr jq; do
	if ! command -v "$tool" >/dev/null; then
		echo "coverage.sh: $tool is not there" >&2
		exit 2
	fi
done

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
folder=${1:-$work/build}
mkdir -p "$folder" && folder=$(cd "$folder" && pwd) || exit 2
cd "$(dirname "$0")/.." || exit 2

# The names in the objects are whole, for gcov to find the sources by them.
if ! cmake -S . -B "$folder" -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_C_FLAGS=--coverage -DSIPCODE_HAS_PREFIX_MAP=OFF \
    -DSIPCODE_TESTS=ON >"$work/log" 2>&1 ||
    ! cmake --build "$folder" -j "$(nproc)" >"$work/log" 2>&1; then
	cat "$work/log"
	exit 1
fi
find "$folder" -name '*.gcda' -delete
# Those that are left out build programs of their own, or read texts.
if ! (cd "$folder" && ctest -j "$(nproc)" --no-tests=error \
    -E '^(prose|prose_rules|sources|sources_tools)$' >"$work/log" 2>&1); then
	sed -n '/^The following tests FAILED/,$p' "$work/log"
	grep -q '^The following tests FAILED' "$work/log" || exit 1
fi

# gcov writes files where it is called.
source=$(pwd | sed 's/[][\.*^$+?(){}|]/\\&/g')/src/
if ! (cd "$folder" && gcovr -j "$(nproc)" -r "$OLDPWD" -f "$source" \
    --exclude-unreachable-branches --exclude-throw-branches \
    --json "$work/all" --json-summary "$work/summary" . >"$work/log" 2>&1); then
	cat "$work/log"
	exit 1
fi

if [ -z "$quiet" ]; then
	jq -r '
	    # 3, 4, 5, 9 as 3-5 and 9.
	    def ranges: reduce .[] as $n ([];
	        if length > 0 and .[-1][1] == $n - 1 then .[-1][1] = $n
	        else . + [[$n, $n]] end)
	        | map(if .[0] == .[1] then "\(.[0])" else "\(.[0])-\(.[1])" end);
	    .files[] | .file as $file
	    | [.lines[] | select(."gcovr/noncode" | not)] as $lines
	    | ([$lines[] | select(.count == 0) | .line_number] | ranges) as $l
	    | [$lines[] | select(.count > 0)
	        | select(any(.branches[]?; .count == 0))
	        | "\(.line_number)b"] as $b
	    | select(($l + $b) != [])
	    | $file + ":", ($l + $b | _nwise(12) | "  " + join(" "))
	' "$work/all"
	echo
fi

jq -r '.files[] | [.filename, .line_covered, .line_total, .branch_covered,
    .branch_total, .function_covered, .function_total] | @tsv' \
    "$work/summary" | awk -F'\t' -v lines="$lines" -v branches="$branches" '
function part(covered, total)
{
	return sprintf("%6d of %6d %6.2f", covered, total,
	    total > 0 ? 100 * covered / total : 100)
}
function row(name)
{
	printf "%-22s %s %s %s\n", name, part(n[name, 2], n[name, 3]),
	    part(n[name, 4], n[name, 5]), substr(part(n[name, 6],
	    n[name, 7]), 18)
}
{
	folder = $1
	sub(/\/[^\/]*$/, "", folder)
	if (!(folder in seen)) {
		seen[folder] = 1
		name[++names] = folder
	}
	for (i = 2; i <= 7; i++) {
		n[folder, i] += $i
		n["total", i] += $i
	}
}
END {
	if (n["total", 3] == 0) {
		print "no line of src/ was found"
		exit 1
	}
	printf "%-22s %23s %23s %6s\n", "", "lines %", "branches %", "func %"
	for (i = 1; i <= names; i++)
		row(name[i])
	row("total")
	status = 0
	if (100 * n["total", 2] < lines * n["total", 3]) {
		print "lines are below " lines " %"
		status = 1
	}
	if (100 * n["total", 4] < branches * n["total", 5]) {
		print "branches are below " branches " %"
		status = 1
	}
	exit status
}'
