#!/usr/bin/env bash
# fuzz.sh - runs the fuzzers, as many at once as there are processors.
#
# usage: tests/fuzz/fuzz.sh [-b BUILD] [-k FOLDER] [-s SEED] SECONDS [NAME...]
#
# Each runs for so many seconds, all of them if none is named.  They are built
# with clang in BUILD, or in a temporary folder.  FOLDER keeps what they have
# learnt in FOLDER/NAME, and what they have found, FOLDER/NAME-crash-...;
# without it, only a finding is kept, where the last lines say.  SEED is 1 by
# itself: the same seed tries the same, as far as the time reaches.
#
# Prints a line a fuzzer: its name, executions, findings.  Status 1 if there is
# a finding, 2 if something else went wrong.
set -uo pipefail
export LC_ALL=C

usage()
{
	echo "usage: tests/fuzz/fuzz.sh [-b BUILD] [-k FOLDER] [-s SEED]" \
	    "SECONDS [NAME...]" >&2
	exit 2
}

build='' keep='' seed=1
while getopts b:k:s: option; do
	case $option in
	b) build=$OPTARG ;;
	k) keep=$OPTARG ;;
	s) seed=$OPTARG ;;
	*) usage ;;
	esac
done
shift $((OPTIND - 1))
[ $# -ge 1 ] || usage
seconds=$1
shift
case $seconds$seed in
'' | *[!0-9]*) usage ;;
esac

here=$(cd "$(dirname "$0")" && pwd) || exit 2
names=("$@")
if [ $# -eq 0 ]; then
	for folder in "$here"/seeds/*/; do
		names+=("$(basename "$folder")")
	done
fi
for name in "${names[@]}"; do
	if [ ! -d "$here/seeds/$name" ]; then
		echo "fuzz.sh: there is no fuzzer '$name'" >&2
		exit 2
	fi
done
for tool in clang cmake nproc; do
	if ! command -v "$tool" >/dev/null; then
		echo "fuzz.sh: $tool is not found" >&2
		exit 2
	fi
done

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
export TMPDIR="$work"
[ -n "$build" ] || build=$work/build
[ -n "$keep" ] || keep=$work/keep
mkdir -p "$build" "$keep" || exit 2
build=$(cd "$build" && pwd)
keep=$(cd "$keep" && pwd)

# The generator that makes the table is not the one that is tried.
make_fuzzers()
{
	cmake -S "$here/../.." -B "$build" -DCMAKE_C_COMPILER=clang \
	    -DCMAKE_BUILD_TYPE=None -DSIPCODE_FUZZ=ON -DSIPCODE_TESTS=ON \
	    -DSIPCODE_SHARED=OFF -DSIPCODE_INSTALL=OFF &&
		cmake --build "$build" -j "$(nproc)" --target \
		    "${names[@]/#/fuzz_}"
}
if ! make_fuzzers >"$work/log" 2>&1; then
	cat "$work/log" >&2
	exit 2
fi

# Words that a mutation would hardly find.
base=$here/../../src/base
sed -n 's/^COMMAND(\([a-z]*\),.*/"\1\\x0a"/p
	s/^OPTION([a-z_]*, "\([a-z-]*\)".*/"\\x0a--\1"/p
	s/^VALUE([a-z]*, \([a-z]*\).*/"=\1\\x0a"/p' "$base"/*.def >"$work/operands"
{
	sed -n 's/^SET([A-Z]*, "\([A-Za-z0-9]*\)".*/"%rec: \1"/p' "$base/schema.def"
	sed -n 's/^COLUMN([^,]*, *\([A-Z_]*\),.*/\1/p' "$base/schema.def" | sort -u |
		awk -F_ '{
			printf "\"\\x0a"
			for (i = 1; i <= NF; i++)
				printf("%s%s%s", i > 1 ? "_" : "",
				    substr($i, 1, 1), tolower(substr($i, 2)))
			print ": \""
		}'
} >"$work/generator"
cp "$here/sip.dict" "$work/sip"

# $1 is the fuzzer.  What it says stands in $work/NAME.log.
fuzz()
{
	local name=$1 longest=2000 words=$work/sip

	case $name in
	operands) longest=200 words=$work/operands ;;
	layout) longest=400 ;;
	generator) longest=3000 words=$work/generator ;;
	esac
	mkdir -p "$keep/$name"
	ASAN_OPTIONS=quarantine_size_mb=8 "$build/tests/fuzz/$name" \
	    -seed="$seed" -max_total_time="$seconds" -max_len="$longest" \
	    -dict="$words" -timeout=20 -rss_limit_mb=2000 \
	    -print_final_stats=1 -artifact_prefix="$keep/$name-" \
	    "$keep/$name" "$here/seeds/$name" >"$work/$name.log" 2>&1
	echo $? >"$work/$name.status"
}

running=0
for name in "${names[@]}"; do
	if [ $running -ge "$(nproc)" ]; then
		wait -n
		running=$((running - 1))
	fi
	fuzz "$name" &
	running=$((running + 1))
done
wait

findings=0
for name in "${names[@]}"; do
	found=$(($(cat "$work/$name.status") != 0))
	printf '%-12s %9d executions %3d finding%s\n' "$name" \
	    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$name.log")" \
	    $found "$([ $found -eq 1 ] || echo s)"
	findings=$((findings + found))
done
[ $findings -gt 0 ] || exit 0
if [ "$keep" = "$work/keep" ]; then
	keep=$(TMPDIR='' mktemp -d /tmp/sipcode-fuzz-XXXXXX) || exit 2
	find "$work/keep" -maxdepth 1 -type f -exec cp {} "$keep" \;
fi
for name in "${names[@]}"; do
	[ "$(cat "$work/$name.status")" = 0 ] || cp "$work/$name.log" "$keep"
	[ "$(cat "$work/$name.status")" = 0 ] ||
		grep -a -m 3 -E '^== |ERROR: |runtime error: ' "$work/$name.log"
done
echo "inputs and reports: $keep"
exit 1
