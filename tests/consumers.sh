#!/usr/bin/env bash
# consumers.sh - programs in C and C++ against the installed library.
#
# usage: tests/consumers.sh BUILD
#
# Installs what BUILD holds into a folder, builds and runs programs against it
# by pkg-config, by find_package() and by add_subdirectory(), with the shared
# library and with the static one, looks at what the libraries show to a linker,
# and uninstalls.  Status 1 at the first thing that is not so.
set -euo pipefail

if [ $# -ne 1 ] || [ ! -f "$1/CMakeCache.txt" ]; then
	echo "usage: tests/consumers.sh BUILD" >&2
	exit 2
fi
build=$(realpath "$1")
cd "$(dirname "$0")/.."
sources=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C
for tool in pkg-config nm readelf cc c++; do
	if [ -z "$(type -P "$tool")" ]; then
		echo "skipped: $tool is not found"
		exit 77
	fi
done

fail()
{
	echo "consumers.sh: $1" >&2
	exit 1
}

root=$work/root
prefix=/opt/sip
version=$(sed -n 's/^#define SIPCODE_VERSION "\(.*\)"/\1/p' include/sipcode.h)
# The list of what was installed stays that of the user.
manifest=$build/install_manifest.txt
[ ! -e "$manifest" ] || cp "$manifest" "$work/manifest"
DESTDIR=$root cmake --install "$build" --prefix "$prefix" >/dev/null
libdir=$(dirname "$(find "$root" -name libsipcode.a)")
export PKG_CONFIG_PATH=$libdir/pkgconfig

cat >"$work/user.c" <<'END'
#include <stdio.h>
#include <string.h>
#include <sipcode.h>

int main(void)
{
	printf("%s %s %s\n", sipcode_version(), sipcode_data_date(),
	       sipcode_phrase(421));
	return strcmp(sipcode_version(), SIPCODE_VERSION) != 0;
}
END
cp "$work/user.c" "$work/user.cc"
want="$version $(sed -n 's/^#define SIPCODE_DATA_DATE "\(.*\)"/\1/p' \
    include/sipcode.h) Extension Required"

# $1: what was built how; $2: the program.
runs()
{
	local got

	got=$(LD_LIBRARY_PATH=$libdir "$2") || fail "$1: does not run"
	[ "$got" = "$want" ] || fail "$1: $got"
	echo "$1: runs"
}

shared=no
[ ! -e "$libdir/libsipcode.so" ] || shared=yes
[ "$(pkg-config --modversion sipcode)" = "$version" ] || fail "wrong version"
flags=(-Wall -Wextra -Wpedantic -Werror)
read -ra cflags <<<"$(pkg-config --cflags sipcode)"
read -ra libs <<<"$(pkg-config --libs sipcode)"
for language in c cc; do
	compiler=cc
	[ $language = c ] || compiler=c++
	$compiler "${flags[@]}" "${cflags[@]}" -o "$work/user" \
	    "$work/user.$language" "${libs[@]}"
	runs "pkg-config, $compiler" "$work/user"
	if [ $shared = yes ]; then
		readelf -d "$work/user" | grep -q 'NEEDED.*libsipcode\.so\.1\]' ||
		    fail "the program does not ask for libsipcode.so.1"
	fi
	$compiler "${flags[@]}" "${cflags[@]}" -o "$work/user" \
	    "$work/user.$language" "$libdir/libsipcode.a"
	runs "static, $compiler" "$work/user"
done

cat >"$work/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.16)
project(user LANGUAGES C CXX)
if(SOURCES)
  # Names that a program is likely to have itself.
  foreach(NAME harness test check faults suites uninstall packages)
    add_custom_target(${NAME})
  endforeach()
  add_subdirectory(${SOURCES} sip EXCLUDE_FROM_ALL)
  if(SIPCODE_TESTS OR CMAKE_BUILD_TYPE)
    message(FATAL_ERROR "the part decides for the whole")
  endif()
else()
  find_package(sipcode 1.0 REQUIRED CONFIG)
endif()
foreach(LANGUAGE c cc)
  foreach(KIND sipcode static)
    add_executable(user_${LANGUAGE}_${KIND} user.${LANGUAGE})
    target_link_libraries(user_${LANGUAGE}_${KIND} sipcode::${KIND})
  endforeach()
endforeach()
END
# $1: how; the rest: options.
by_cmake()
{
	local how=$1

	shift
	rm -rf "$work/made"
	cmake -S "$work" -B "$work/made" "$@" >"$work/log" &&
	    cmake --build "$work/made" -j2 >>"$work/log" 2>&1 ||
	    { cat "$work/log"; fail "$how: does not build"; }
	for language in c cc; do
		for kind in sipcode static; do
			runs "$how, $kind, $language" \
			    "$work/made/user_${language}_$kind"
		done
	done
}
sed -i '/find_package/s/1\.0/'"${version%.*}/" "$work/CMakeLists.txt"
by_cmake find_package "-DCMAKE_PREFIX_PATH=$root$prefix"
by_cmake add_subdirectory "-DSOURCES=$sources"

# Names of the library alone, and machine code that any compiler links.
strange=$(nm -g --defined-only "$libdir/libsipcode.a" |
    awk 'NF == 3 && $3 !~ /^sipcode_/ { print $3 }')
[ -z "$strange" ] || fail "names without prefix: $strange"
if readelf -SW "$libdir/libsipcode.a" 2>/dev/null | grep -q 'gnu\.lto'; then
	fail "the archive holds objects for link-time optimisation"
fi
if [ $shared = yes ]; then
	nm -D --defined-only "$libdir/libsipcode.so" | awk '{ print $3 }' |
	    sort >"$work/shown"
	sed -nE 's/^[a-z].*[ *](sipcode_[a-z_0-9]+)\(.*/\1/p' include/sipcode.h |
	    sort >"$work/declared"
	diff "$work/declared" "$work/shown" ||
	    fail "the library shows other names than the header declares"
	readelf -d "$libdir/libsipcode.so" |
	    grep -q 'SONAME.*\[libsipcode\.so\.1\]' || fail "wrong SONAME"
	# The compiler's own: __dso_handle and completed.0.
	size -A "$libdir/libsipcode.so" |
	    awk '($1 == ".data" || $1 == ".bss") && $2 > 16 { bad = 1 }
	        END { exit bad }' || fail "the library has writable data"
fi

DESTDIR=$root cmake --build "$build" --target uninstall >"$work/log" ||
    { cat "$work/log"; fail "uninstall fails"; }
left=$(find "$root" ! -type d)
[ -z "$left" ] || fail "uninstall leaves: $left"
left=$(find "$root" -type d -name 'sipcode*')
[ -z "$left" ] || fail "uninstall leaves: $left"
[ ! -e "$work/manifest" ] || cp "$work/manifest" "$manifest"
echo "uninstalled: nothing is left"
