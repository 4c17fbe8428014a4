#!/usr/bin/env bash
# manual.sh - builds and runs the program that sipcode(3) shows.
#
# usage: tests/manual.sh BUILD [COMPILER]
#
# The first display of EXAMPLES is the program, the second what it prints; it
# is linked with the archive of BUILD.  Both languages.
set -euo pipefail

if [ $# -lt 1 ] || [ ! -f "$1/libsipcode.a" ]; then
	echo "usage: tests/manual.sh BUILD [COMPILER]" >&2
	exit 2
fi
build=$(realpath "$1")
compiler=${2-cc}
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "$(type -P "$compiler")" ]; then
	echo "skipped: $compiler is not found"
	exit 77
fi

# Display number $2 of EXAMPLES of page $1, as it is read.
display()
{
	awk -v wanted="$2" '
	/^\.Sh/ { examples = /^\.Sh (EXAMPLES|VÍ DỤ)$/ }
	/^\.Ed/ { on = 0 }
	on
	examples && /^\.Bd/ { on = ++displays == wanted }' "$1" |
	    sed -e 's/\\-/-/g' -e 's/\\e/\\/g'
}

for page in man/sipcode.3 man/vi/sipcode.3; do
	display $page 1 >"$work/example.c"
	"$compiler" -std=c11 -Wall -Wextra -Wpedantic -Werror -Iinclude \
	    -o "$work/example" "$work/example.c" "$build/libsipcode.a"
	"$work/example" >"$work/printed"
	display $page 2 | diff - "$work/printed" || {
		echo "$page shows what its example does not print"
		exit 1
	}
	echo "$page: the example runs"
done
