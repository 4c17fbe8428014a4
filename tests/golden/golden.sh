#!/usr/bin/env bash
# golden.sh - holds what the program prints against the golden files.
#
# usage: tests/golden/golden.sh BUILD [--update] [FILE...]
#
# A golden file is a list of blocks: "$ " and a command, then its standard
# output, then its standard error, each line behind "! ", and "? " with the
# status if that is not 0.  Lines that begin with "%%" say what the blocks below
# them are about.  An escape is shown as ^[, a carriage return as ^M, the
# version as VERSION, each member of JSON in a line of its own.
#
# The program is BUILD/tests/sipcode-tiny, which knows the records of data/
# alone; commands run in input/.  "tty" in front of a command makes its standard
# output a terminal; "make-tiny WHAT" prints what the generator makes of the
# records; "messages FILE" prints the messages of a file in tests/ that has
# them behind lines "=== messages"; "hits" prints what the search makes of
# words, in numbers.  tools/ has more that commands may use.
#
# With --update the files are written anew: look at what has changed in them
# before you commit it.  FILE is a golden file; without one it is all of them.
# Status 1 if something differs.
set -uo pipefail

usage()
{
	echo "usage: tests/golden/golden.sh BUILD [--update] [FILE...]" >&2
	exit 2
}

[ $# -ge 1 ] || usage
build=$(cd "$1" 2>/dev/null && pwd) || usage
shift
update=0
if [ "${1-}" = --update ]; then
	update=1
	shift
fi
if [ ! -x "$build/tests/sipcode-tiny" ]; then
	echo "$build/tests/sipcode-tiny is not there: build the tests" >&2
	exit 2
fi
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) || exit 2
files=()
for file in "$@"; do
	files+=("$(realpath "$file")")
done
[ $# -gt 0 ] || files=("$here"/*.txt)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

mkdir "$work/bin" || exit 2
ln -s "$build/tests/sipcode-tiny" "$work/bin/sipcode"
ln -s "$build/tests/hits" "$work/bin/hits"
ln -s "$build/tests/tty" "$work/bin/tty"
generator=$build/sipcode-gen
[ -x "$generator" ] || generator=$build/host/sipcode-gen
cat >"$work/bin/make-tiny" <<END
#!/bin/sh
cd "$build/tests/golden" &&
	"$generator" --emit "\$1" data "$work/made" 2>/dev/null &&
	cat "$work/made"
END
chmod +x "$work/bin/make-tiny"
cat >"$work/bin/messages" <<END
#!/bin/sh
awk '/^===/ { on = /^=== messages/ } on { print }' "$here/../\$1"
END
chmod +x "$work/bin/messages"
PATH=$work/bin:$here/tools:$PATH
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR COLORTERM COLUMNS LANGUAGE
unset POSIXLY_CORRECT TERM_PROGRAM VTE_VERSION INSIDE_EMACS LC_CTYPE LANG
unset LC_MESSAGES
export PATH LC_ALL=C.UTF-8 TERM=xterm-256color TZ=UTC
# No mutant and no mistake runs for ever.
ulimit -t 20

# Memory that is not freed is a line on standard error, where the library that
# says so can be put before the program.
preload=
[ -e "$build/tests/libleaks.so" ] && preload=$build/tests/libleaks.so

# What a command has printed, as it stands in a golden file.
show()
{
	awk -v work="$work" '
	function copy(file, mark,    line) {
		while ((getline line <file) > 0)
			print mark line
		close(file)
	}
	/^%%/ {
		print (NR > 1 ? "\n" : "") $0
		next
	}
	{
		n++
		print (NR > 1 ? "\n" : "") $0
		copy(work "/" n ".out", "")
		copy(work "/" n ".err", "! ")
		if ((getline line <(work "/" n ".status")) > 0)
			print "? " line
	}' "$work/list" | sed -e $'s/\e/^[/g' -e $'s/\r/^M/g' -e $'s/\a/^G/g' \
	    -e "s/\"$version\"/\"VERSION\"/" \
	    -e "s/sipcode $version/sipcode VERSION/" \
	    -e $'/^\\[\\{0,1\\}{"/s/,"/,\\\n  "/g'
}

version=$(sipcode -V | sed -n '1s/^sipcode //p')
failed=0
for file in "${files[@]}"; do
	rm -f "$work"/*.out "$work"/*.err "$work"/*.status
	grep -E '^(\$ |%%)' "$file" >"$work/list"
	cd "$here/input" || exit 2
	n=0
	while IFS= read -r line; do
		[[ $line == '$ '* ]] || continue
		n=$((n + 1))
		(LD_PRELOAD=$preload eval "${line:2}") \
		    >"$work/$n.out" 2>"$work/$n.err" </dev/null
		status=$?
		# A command before a pipe may meet a reader that has gone.
		[ $status = 0 ] || [ $status = 141 ] ||
			echo $status >"$work/$n.status"
	done <"$work/list" 2>/dev/null
	cd "$work" || exit 2
	show >"$work/shown" || exit 2
	if [ $update = 1 ]; then
		cmp -s "$work/shown" "$file" || cp "$work/shown" "$file"
	elif ! diff -u --label "${file##*/}" --label printed "$file" \
	    "$work/shown"; then
		failed=$((failed + 1))
	fi
done
if [ $failed -gt 0 ]; then
	echo "$failed of ${#files[@]} golden files differ"
	exit 1
fi
