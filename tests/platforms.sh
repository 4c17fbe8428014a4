#!/usr/bin/env bash
# platforms.sh - builds for other compilers and machines, and runs that.
#
# usage: tests/platforms.sh [--install] [--native PROGRAM] [PLATFORM...]
#
# Every platform builds the program, warnings being errors, and a generator of
# its own.  What can be run runs a list of calls and makes the table; each byte
# and status is held against the program of this machine: PROGRAM, beside whose
# file table.c stands, else one that is built here.  Without a PLATFORM all are
# taken; --install installs what Debian 12 has for them.
# Prints a line a platform.  Status 1 if anything differs or does not build.
set -uo pipefail

# Name, compiler, what runs its programs, system, processor; then packages.
# A dot: nothing, or this machine.  The programs are static but for the first.
platforms='
gcc gcc . . . gcc libc6-dev
clang clang . . . clang libc6-dev
gcc-musl musl-gcc . . . musl-tools
aarch64 aarch64-linux-gnu-gcc qemu-aarch64 Linux aarch64 gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user
i686 i686-linux-gnu-gcc . Linux i686 gcc-i686-linux-gnu libc6-dev-i386-cross
s390x s390x-linux-gnu-gcc qemu-s390x Linux s390x gcc-s390x-linux-gnu libc6-dev-s390x-cross qemu-user
mingw64 x86_64-w64-mingw32-gcc none Windows x86_64 gcc-mingw-w64-x86-64-win32
'

usage()
{
	echo "usage: tests/platforms.sh [--install] [--native PROGRAM]" \
	    "[PLATFORM...]" >&2
	echo "platforms:" $(awk '{ print $1 }' <<<"$platforms") >&2
	exit 2
}

install=0
native=
while [ $# -gt 0 ]; do
	case $1 in
	--install)
		install=1
		;;
	--native)
		native=$(realpath "${2-}") || usage
		[ -x "$native" ] || usage
		shift
		;;
	-*)
		usage
		;;
	*)
		break
		;;
	esac
	shift
done
wanted=("$@")
if [ $# -eq 0 ]; then
	mapfile -t wanted < <(awk 'NF { print $1 }' <<<"$platforms")
fi
for name in "${wanted[@]}"; do
	grep -q "^$name " <<<"$platforms" || usage
done
root=$(cd "$(dirname "$0")/.." && pwd) || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR COLUMNS POSIXLY_CORRECT LANGUAGE
export LC_ALL=C.UTF-8 TERM=dumb

failures=0
failed()
{
	echo "$1" >&2
	failures=$((failures + 1))
}

# The columns $2 to $3 of the platform $1.
of_platform()
{
	awk -v name="$1" -v from="$2" -v to="$3" '$1 == name {
		for (i = from; i <= to && i <= NF; i++)
			if ($i != ".")
				print $i
	}' <<<"$platforms"
}

packages()
{
	local sudo= list

	[ "$(id -u)" = 0 ] || sudo=sudo
	mapfile -t list < <(for name in "${wanted[@]}"; do
		of_platform "$name" 6 99
	done | sort -u)
	$sudo apt-get update -q &&
	    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y \
		--no-install-recommends "${list[@]}"
}

# Configures and builds $1, a folder of $work, with the options that follow.
make_in()
{
	local folder=$work/$1

	shift
	if ! { cmake -S "$root" -B "$folder" -DSIPCODE_WERROR=ON \
	    -DSIPCODE_TESTS=OFF "$@" &&
	    cmake --build "$folder" -j "$(nproc)"; } >"$folder.log" 2>&1; then
		tail -n 20 "$folder.log" >&2
		return 1
	fi
}

# The program, and a generator that runs where the program does.
build()
{
	local name=$1 compiler=$2 system=$3 processor=$4 options=()

	if [ "$system" != . ]; then
		printf 'set(CMAKE_%s)\n' "SYSTEM_NAME $system" \
		    "SYSTEM_PROCESSOR $processor" "C_COMPILER $compiler" \
		    >"$work/$name.cmake"
		options+=("-DCMAKE_TOOLCHAIN_FILE=$work/$name.cmake")
	else
		options+=("-DCMAKE_C_COMPILER=$compiler")
	fi
	case $name in
	gcc | clang) ;;
	*) options+=(-DCMAKE_EXE_LINKER_FLAGS=-static) ;;
	esac
	make_in "$name" "${options[@]}" || return 1
	if [ "$system" != . ]; then
		make_in "$name-gen" "${options[@]}" -DSIPCODE_ONLY_GEN=ON
	fi
}

# The words of a call stand between tabs.
calls()
{
	local codes pair file tag

	codes=$("$native" -F code list --all | tr '\n' '\t')
	for tag in "$root"/data/*/; do
		tag=$(basename "$tag")
		printf '%s\n' "-l	$tag	-w	80	--color=always	$codes" \
		    "-l	$tag	-a	-w	40	$codes" "-l	$tag	-j	$codes" \
		    "-l	$tag	-t	$codes" "-l	$tag	list	-a" \
		    "-l	$tag	search	busy" "-l	$tag	help"
	done
	# The codes of a comparison in one word: 480-486.
	for pair in $("$native" -F pairs ${codes} | tr -s '; ' '\n' |
	    grep -E '^[0-9-]+$' | sort -u); do
		printf 'compare	-w	%s	%s\n' 80 "${pair//-/	}"
	done
	for tag in cause warning option flow header symptom timer list; do
		printf '%s\n' "$tag" "$tag	-j" "$tag	-t"
	done
	for tag in 'one way audio' 100rel 'timer drop' glare 'no answer' 486; do
		printf 'search	%s\n' "$tag"
		printf 'search	-j	%s\n' "$tag"
	done
	printf '%s\n' 199 498 170489 560486 'Busy Hree' USER_BUSY xyzzy \
	    'Q.850;cause=17' 'SIP/2.0 421 x' -x --version '-F	none	421' \
	    'annotate	/nowhere' 'tally	--merge	merge.tsv' \
	    'tally	--merge	-j	merge.tsv' 'tally	--merge	-t	merge.tsv' \
	    'tally	--column	column.txt' 'tally	--fail-if=4xx>1%	calls/end'
	sed -nE 's/^COMMAND\((\w+).*/help\t\1/p' "$root/src/base/commands.def"
	for file in exchanges/* calls/*; do
		printf '%s	'"$file"'\n' 'explain	-w	80' 'explain	-a' \
		    'explain	-j' 'explain	-t' check annotate \
		    'tally	-j	--by=source'
	done
}

# What the calls read: the messages of the other tests, and large counts.
make_input()
{
	local file

	mkdir "$work/in" && cd "$work/in" || exit 2
	cp -r "$root/tests/grounds/exchanges" "$root/tests/exchange/calls" .
	for file in exchanges/*; do
		head -n 1000 "$root/tests/grounds/$file" >"$file"
	done
	printf '%s\t%s\t%s\t0\n' 200 OK 5000000000 486 'Busy Here' 7000000001 \
	    404 'Not Found' 4294967296 >merge.tsv
	printf '486\n404\n\n"200"\nx\n' >column.txt
}

# Runs every second call or so, from the $1-th of each $2 on, with the program
# behind the folder $3, which gets a file a call.
run_some()
{
	local first=$1 of=$2 folder=$3 n=0 line words

	shift 3
	while IFS= read -r line; do
		n=$((n + 1))
		[ $((n % of)) = "$first" ] || continue
		IFS=$'\t' read -ra words <<<"$line"
		"$@" "${words[@]}" >"$folder/$n" 2>&1 </dev/null
		echo "status $?" >>"$folder/$n"
	done <"$work/calls"
}

# Runs all calls with the program behind the folder.
run_calls()
{
	local processors i

	processors=$(nproc)
	mkdir "$1"
	for ((i = 0; i < processors; i++)); do
		run_some "$i" "$processors" "$@" &
	done
	wait
}

# How many calls of the platform $1 differ; the first one is shown.
differences()
{
	local n=0 different=0 line

	while IFS= read -r line; do
		n=$((n + 1))
		if ! cmp -s "$work/want/$n" "$work/got-$1/$n"; then
			different=$((different + 1))
			[ $different -gt 1 ] || {
				echo "$1: sipcode ${line//$'\t'/ }"
				diff "$work/want/$n" "$work/got-$1/$n" | head -n 10
			} >&2
		fi
	done <"$work/calls"
	echo $different
}

# A message behind 4 GiB, which is a hole, in one line with it.  On 32 bits
# this needs files and columns of 64.
large_file()
{
	local large=$work/large

	truncate -s 4296M "$large"
	printf ' SIP/2.0 486 Busy Here\r\nCSeq: 1 INVITE\r\n\r\n' >>"$large"
	diff <("$native" explain -t "$large") <("$1" explain -t "$large") >&2
}

row()
{
	printf '%-10s %-24s %10s %6s %11s  %s\n' "$@"
}

platform()
{
	local name=$1 compiler runner system processor
	local program strip bytes run different table=same

	read -r _ compiler runner system processor _ < \
	    <(grep "^$name " <<<"$platforms")
	if ! command -v "$compiler" >/dev/null; then
		failed "$name: $compiler is not there: $(of_platform "$name" \
		    6 99 | tr '\n' ' ')"
		return
	fi
	if ! build "$name" "$compiler" "$system" "$processor"; then
		row "$name" "does not build" - - - -
		failed "$name: does not build"
		return
	fi
	program=$work/$name/sipcode
	[ -e "$program" ] || program+=.exe
	strip=${compiler%gcc}strip
	command -v "$strip" >/dev/null || strip=strip
	"$strip" -o "$work/stripped" "$program"
	bytes=$(stat -c %s "$work/stripped")
	if [ "$runner" = none ]; then
		row "$name" "compiled only" "$bytes" - - -
		return
	fi
	run=()
	[ "$runner" = . ] || run+=("$runner")
	run_calls "$work/got-$name" "${run[@]}" "$program"
	different=$(differences "$name")
	if [ "$system" = . ]; then
		cp "$work/$name/table.c" "$work/table-$name.c"
	else
		(cd "$root" && "${run[@]}" "$work/$name-gen/sipcode-gen" data \
		    "$work/table-$name.c")
	fi
	cmp -s "$(dirname "$native")/table.c" "$work/table-$name.c" ||
	    table=differs
	row "$name" "run${run[*]:+, ${run[*]}}" "$bytes" \
	    "$(wc -l <"$work/calls")" "$different" "$table"
	[ "$different" = 0 ] && [ $table = same ] ||
	    failed "$name: differs from this machine"
	if [ "$name" = i686 ] && ! large_file "$program"; then
		failed "$name: a file of more than 4 GiB"
	fi
}

if [ $install = 1 ]; then
	packages >&2 || exit 2
fi
if [ -z "$native" ]; then
	make_in native -DCMAKE_C_COMPILER=gcc || exit 2
	native=$work/native/sipcode
fi
make_input
calls >"$work/calls"
run_calls "$work/want" "$native"
row platform how bytes calls differences table
for name in "${wanted[@]}"; do
	platform "$name"
done
[ $failures -eq 0 ]
