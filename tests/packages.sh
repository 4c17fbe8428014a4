#!/usr/bin/env bash
# packages.sh - proves the packages.
#
# usage: tests/packages.sh FOLDER [OTHER]      as root, on Debian
#
# FOLDER holds what the target `packages` has made; OTHER what it has made of
# the same sources in another build folder, which has to be the same bytes.
# lintian looks at the packages; they are installed, used and purged.  If one of
# them is installed already, that is left out.
set -euo pipefail

if [ $# -lt 1 ] || [ ! -d "$1" ]; then
	echo "usage: tests/packages.sh FOLDER [OTHER]" >&2
	exit 2
fi
folder=$(realpath "$1")
other=${2:+$(realpath "$2")}
cd "$(dirname "$0")/.."
tests=$PWD/tests
work=$(mktemp -d)
installed=
finish()
{
	[ -z "$installed" ] ||
	    dpkg --purge sipcode libsipcode-dev libsipcode1 >/dev/null 2>&1 || :
	rm -rf "$work"
}
trap finish EXIT
export LC_ALL=C.UTF-8 MANPAGER=cat

fail()
{
	echo "packages.sh: $1" >&2
	exit 1
}

# Of the programs, the libraries, the manuals and all else.
if [ -n "$other" ]; then
	for file in "$folder"/*; do
		cmp "$file" "$other/$(basename "$file")" || fail "two builds differ"
	done
	echo "$(find "$folder" -type f | wc -l) packages: the same bytes twice"
fi

packages=("$folder"/sipcode_*.deb "$folder"/libsipcode1_*.deb
    "$folder"/libsipcode-dev_*.deb)
found=$(lintian --allow-root --fail-on error,warning "${packages[@]}" 2>&1) || {
	echo "$found"
	fail "lintian objects"
}
echo "lintian: nothing"

# A program that needs nothing, and starts at once.
mkdir "$work/static"
tar -xzf "$folder"/sipcode-*-linux-*.tar.gz -C "$work/static"
program=$(echo "$work"/static/*/bin/sipcode)
if readelf -lW "$program" | grep -q INTERP; then
	fail "the program of the archive is not static"
fi
[ "$("$program" -F phrase 421)" = "Extension Required" ] || fail "$program"
for file in man/man1/sipcode.1 man/man5/sipcode.5 man/man7/sipcode.7 \
    man/vi/man7/sipcode.7 bash-completion/completions/sipcode \
    zsh/site-functions/_sipcode fish/vendor_completions.d/sipcode.fish \
    sipcode/sipcode.schema.json doc/sipcode/LICENSE doc/sipcode/README.md; do
	[ -s "$(dirname "$program")/../share/$file" ] || fail "no $file"
done
count=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null \
    "$program" -F phrase 421 2>&1 | awk '/Collected/ { print $4 }')
[ "$count" -le 15000 ] || fail "static: $count instructions for one answer"
echo "static: $count instructions for one answer"

# The sources hold what a build needs.
source=$(find "$folder" -name "sipcode-*.tar.gz" ! -name "*-linux-*")
tar -xzf "$source" -C "$work"
source=$(echo "$work"/sipcode-[0-9]*)
cmake -S "$source" -B "$work/made" -DSIPCODE_TESTS=OFF >/dev/null ||
    fail "the sources cannot be configured"

if dpkg -s sipcode libsipcode1 libsipcode-dev 2>/dev/null |
    grep -q '^Status: .* installed'; then
	echo "skipped: a package is installed already"
	exit 0
fi
files()
{
	find / -xdev \( -path /proc -o -path /sys -o -path /tmp -o -path /var \
	    -o -path "$work" -o -path /etc/ld.so.cache \) -prune -o -print | sort
}
files >"$work/before"
installed=yes
dpkg --path-include='/usr/share/man/*' --path-include='/usr/share/doc/*' \
    -i "${packages[@]}" >/dev/null
[ "$(command -v sipcode)" = /usr/bin/sipcode ] || fail "not in the path"
cd "$work"
[ "$(sipcode -F phrase 486)" = "Busy Here" ] || fail "sipcode"
# $1: the section; $2: a language; $3: what the page says.
page()
{
	man -L "$2" "$1" sipcode 2>"$work/err" >"$work/page" ||
	    { cat "$work/err"; fail "man $1 sipcode, $2"; }
	grep -q -e "$3" "$work/page" || fail "man $1 sipcode, $2, lacks '$3'"
}
page 1 C 'compare CODE'
page 3 C sipcode_phrase
page 5 C 'DATA FILES'
page 7 C '486 Busy Here'
page 1 vi 'MÔ TẢ'
page 7 vi '486 Busy Here'
whatis -s 7 sipcode >/dev/null || mandb -q
whatis -s 7 sipcode | grep -q 'SIP response codes' || fail "whatis"
mkdir -p completions/bash completions/zsh completions/fish
cp /usr/share/bash-completion/completions/sipcode completions/bash
cp /usr/share/zsh/site-functions/_sipcode completions/zsh
cp /usr/share/fish/vendor_completions.d/sipcode.fish completions/fish
"$tests/completions/completions.sh" --all completions >/dev/null ||
    fail "the installed completions"
printf '%s\n' '#include <stdio.h>' '#include <sipcode.h>' \
    'int main(void) { return puts(sipcode_phrase(421)) < 0; }' >user.c
read -ra flags <<<"$(pkg-config --cflags --libs sipcode)"
cc -o user user.c "${flags[@]}"
[ "$(./user)" = "Extension Required" ] || fail "by pkg-config"
printf '%s\n' 'cmake_minimum_required(VERSION 3.16)' 'project(user C)' \
    'find_package(sipcode REQUIRED)' 'add_executable(user user.c)' \
    'target_link_libraries(user sipcode::sipcode)' >CMakeLists.txt
cmake -S . -B cmade >/dev/null && cmake --build cmade >/dev/null ||
    fail "by find_package"
[ "$(cmade/user)" = "Extension Required" ] || fail "by find_package"
dpkg --purge sipcode libsipcode-dev libsipcode1 >/dev/null
installed=
files >"$work/after"
diff <(grep -v "^/usr/share/man/.*/index" "$work/before") \
    <(grep -v "^/usr/share/man/.*/index" "$work/after") || fail "something is left"
echo "installed, used, purged: nothing is left"
