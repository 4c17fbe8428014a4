#!/usr/bin/env bash
# hardening.sh - proves how a program and a library of ELF are hardened.
#
# usage: tests/hardening.sh [--static] BINARY [LIBRARY]
#
# Prints a line each: what is there, or what it lacks.  Status 1 if something
# lacks.  A static program (--static) may stand at a fixed address, and needs no
# checked functions of a shared C library.  Stripped files are read as well.
set -uo pipefail

usage()
{
	echo "usage: tests/hardening.sh [--static] BINARY [LIBRARY]" >&2
	exit 2
}

static=0
if [ "${1-}" = --static ]; then
	static=1
	shift
fi
if [ $# -lt 1 ] || [ $# -gt 2 ]; then
	usage
fi
for tool in readelf awk; do
	command -v $tool >/dev/null || {
		echo "hardening.sh: $tool is not there" >&2
		exit 2
	}
done
export LC_ALL=C
lacks=0

# $1: 1 if it is there; the rest is what.
say()
{
	local there=$1

	shift
	if [ "$there" = 1 ]; then
		printf '  %-8s%s\n' ok "$*"
	else
		printf '  %-8s%s\n' LACKS "$*"
		lacks=$((lacks + 1))
	fi
}

# 1 if the text $1 has the pattern $2, else 0.
has()
{
	if grep -qE -- "$2" <<<"$1"; then
		echo 1
	else
		echo 0
	fi
}

# 0 if the text has the pattern, else 1.
hasnt()
{
	echo $((1 - $(has "$@")))
}

# How often the bytes of the pattern stand in the code of the file.
marks()
{
	readelf -x .text "$1" 2>/dev/null | awk '
	$1 ~ /^0x/ {
		for (i = 2; i <= 5 && i < NF; i++)
			if ($i ~ /^[0-9a-f]+$/ && length($i) <= 8)
				printf "%s", $i
	}' | grep -oE "$2" | wc -l
}

# What an address may be jumped to.  Where the start files of the C library have
# no mark, the linker gives none; the code has its landing places anyway.
branches()
{
	local file=$1 notes=$2 machine=$3 places

	case $machine in
	*X86-64* | *80386*)
		places=$(marks "$file" 'f30f1ef[ab]')
		if [ "$(has "$notes" 'x86 feature: .*IBT.*SHSTK')" = 1 ]; then
			say 1 "CET: marked"
		else
			say $((places >= 20)) "CET: $places landing places" \
			    "(not marked: nor are all objects it is linked of)"
		fi
		;;
	*AArch64*)
		places=$(marks "$file" '(5f2403|3f2303|7f2303)d5')
		if [ "$(has "$notes" 'AArch64 feature: .*BTI')" = 1 ]; then
			say 1 "BTI: marked"
		else
			say $((places >= 20)) "BTI and PAC: $places places" \
			    "(not marked: nor are all objects it is linked of)"
		fi
		;;
	*)
		say 1 "branches: nothing is known of $machine"
		;;
	esac
}

# $1: a file; $2: program or library.
look_at()
{
	local file=$1 head segments dynamic symbols notes machine without

	head=$(readelf -hW "$file" 2>/dev/null) || {
		echo "hardening.sh: not of ELF: '$file'" >&2
		exit 2
	}
	segments=$(readelf -lW "$file")
	dynamic=$(readelf -dW "$file")
	symbols=$(readelf --dyn-syms -W "$file" | awk '$7 == "UND" { print $8 }')
	notes=$(readelf -nW "$file" 2>/dev/null)
	machine=$(awk -F: '/Machine:/ { print $2 }' <<<"$head")
	basename "$file"
	if [ "$2" = library ]; then
		say "$(has "$head" 'Type: +DYN')" "position-independent"
	elif [ $static = 1 ]; then
		say "$(hasnt "$segments" INTERP)" "static: needs no loader"
	else
		say "$(has "$dynamic" 'Flags:.* PIE')" "PIE"
	fi
	if [ "$2" = library ] || [ $static = 0 ]; then
		say "$(has "$symbols" '^__stack_chk_(fail|guard)')" \
		    "stack protector"
		say "$(has "$symbols" '_chk(@|$)')" "FORTIFY:" \
		    "$(grep -E '_chk(@|$)' <<<"$symbols" | cut -d@ -f1 | xargs)"
		# These have no bound of their own.
		without='^(gets|str(cpy|cat)|v?sprintf|stpcpy|s?scanf)(@|$)'
		say "$(hasnt "$symbols" "$without")" \
		    "no call without a bound" \
		    "$(grep -E "$without" <<<"$symbols" | cut -d@ -f1 | xargs)"
		say "$(has "$dynamic" 'BIND_NOW|Flags:.* NOW')" "RELRO, full: now"
	fi
	say "$(has "$segments" 'GNU_RELRO')" "RELRO"
	say "$(has "$segments" 'GNU_STACK .* RW +0x')" "stack: not executable"
	say "$(hasnt "$segments" 'LOAD .* (RWE|WE) ')" \
	    "nothing both writable and executable"
	say "$(hasnt "$dynamic" 'TEXTREL')" "no relocation of code"
	say "$(hasnt "$dynamic" 'RPATH|RUNPATH')" "no RPATH"
	branches "$file" "$notes" "$machine"
}

look_at "$1" program
if [ $# -eq 2 ]; then
	look_at "$2" library
fi
[ $lacks -eq 0 ]
