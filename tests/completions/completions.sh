#!/usr/bin/env bash
# completions.sh - drives the shells: each offers the same words.
#
# usage: tests/completions/completions.sh [--all] FOLDER
#
# FOLDER is the folder completions of the build.  A shell that is not there is
# passed over; with --all that is a failure.
set -uo pipefail

all=
if [ "${1-}" = --all ]; then
	all=1
	shift
fi
if [ $# -ne 1 ] || [ ! -d "$1" ]; then
	echo "usage: tests/completions/completions.sh [--all] FOLDER" >&2
	exit 2
fi
folder=$(realpath "$1") || exit 2
here=$(cd "$(dirname "$0")" && pwd) || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 HOME=$work
cd "$work" || exit 2

# Completion never runs the program.
mkdir bin logs
printf '#!/bin/sh\n: >"%s/ran"\n' "$work" >bin/sipcode
chmod +x bin/sipcode
PATH=$work/bin:$PATH
: >"logs/a log.txt"

failed=0
fail()
{
	echo "$1"
	failed=$((failed + 1))
}

# A line, and behind "=>" the words that are offered for its last word.
cat >cases <<'END'
sipcode com=>compare
sipcode compare 48=>480 481 482 483 484 485 486 487 488 489
sipcode 60=>600 603 604 605 606 607 608
sipcode 49=>490 491 493 494 499
sipcode option 1=>100rel 199
sipcode option sec=>sec-agree
sipcode cause USER_=>USER_BUSY USER_CHALLENGE USER_NOT_REGISTERED
sipcode cause 10=>100 101 102 103
sipcode USER_B=>USER_BUSY
sipcode header Min=>Min-Expires Min-SE
sipcode timer Min=>Min-Expires Min-SE
sipcode timer 64=>64*T1
sipcode warning 30=>300 301 302 303 304 305 306 307 308
sipcode product Ali=>Alibaba Cloud
sipcode product Fri=>Fritz!Box
sipcode term late=>late offer
sipcode failover Yet=>Yeti (class 4 switch)
sipcode compare I=>I don't want to chat with you|Insufficient Port Capacity|Interval Too Brief|Invalid Identity Header
sipcode list =>1xx 2xx 3xx 4xx 5xx 6xx
sipcode help te=>term terms
sipcode --fo=>--format
sipcode --format==>json markdown sarif text tsv
sipcode --format=j=>json
sipcode -f t=>text tsv
sipcode -jF http_p=>http_phrase
sipcode -F code,ph=>phrase
sipcode --field=code,ph=>phrase
sipcode --color a=>always auto
sipcode annotate --st=>--style
sipcode annotate -s =>above below end json
sipcode tally --by =>hour method phrase source
sipcode tally --code=486,60=>600 603 604 605 606 607 608
sipcode check --ignore cut,missing-w=>missing-warning missing-www-authenticate
sipcode cause --sip 48=>480 481 482 483 484 485 486 487 488 489
sipcode --json compare 60=>600 603 604 605 606 607 608
sipcode -F code cau=>cause
sipcode 486 --st=>
sipcode cause --si=>--sip
sipcode search --by=>
sipcode --by hour com=>compare
sipcode -- busy-l=>busy-lamps-fail
sipcode explain logs/=>a log.txt
sipcode compare logs/=>
END

# Words as people read them: without the quotes, what is before them in the
# same word, and the sign behind an option that takes an argument.
words()
{
	sed -E 's/\\//g; s/=$//; s/^logs\///; s/^(--[a-z-]+=|-F)?([a-z0-9_-]+,)*//' |
	    LC_ALL=C sort -u
}

# The pieces that readline makes of a line.
bash_pieces()
{
	local line=${1//=/ = }

	read -ra COMP_WORDS <<<"$line"
	if [[ $line == *' ' && $1 != *= ]]; then
		COMP_WORDS+=('')
	fi
	COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
}

# One file of words a line: offered.1, offered.2 and so on.
offer_bash()
{
	# shellcheck disable=SC1091
	. "$folder/bash/sipcode"
	local n=0 line COMP_WORDS COMP_CWORD COMP_LINE COMP_POINT COMPREPLY

	while IFS= read -r line; do
		COMP_LINE=${line%=>*}
		COMP_POINT=${#COMP_LINE}
		bash_pieces "$COMP_LINE"
		_sipcode
		n=$((n + 1))
		printf '%s\n' "${COMPREPLY[@]}" | sed '/^$/d' >"offered.$n"
	done <cases
}

offer_fish()
{
	local n=0 line

	while IFS= read -r line; do
		n=$((n + 1))
		# shellcheck disable=SC2016
		LINE=${line%=>*} fish -c 'source $argv[1]; complete -C "$LINE"' \
		    "$folder/fish/sipcode.fish" </dev/null | cut -f 1 >"offered.$n"
	done <cases
}

offer_zsh()
{
	local lines=() line n=1

	while IFS= read -r line; do
		lines+=("${line%=>*}")
		: >"offered.${#lines[@]}"
	done <cases
	while IFS= read -r line; do
		if [ "$line" = -- ]; then
			n=$((n + 1))
		else
			echo "$line" >>"offered.$n"
		fi
	done < <(timeout 60 zsh -f "$here/capture.zsh" "$folder/zsh" \
	    "${lines[@]}")
	if [ $n -le ${#lines[@]} ]; then
		fail "zsh: only $((n - 1)) lines of ${#lines[@]} came back"
	fi
}

compare()
{
	local n=0 line want got

	while IFS= read -r line; do
		n=$((n + 1))
		want=${line##*=>}
		# One that has a blank stands alone, or between bars.
		case $want in
		*'|'*) want=$(tr '|' '\n' <<<"$want") ;;
		Alib* | late* | Yeti* | 'a log'*) ;;
		*) want=$(tr ' ' '\n' <<<"$want") ;;
		esac
		got=$(words <"offered.$n")
		if [ "$got" != "$(LC_ALL=C sort <<<"$want")" ]; then
			fail "$1: '${line%=>*}' offers: $(tr '\n' '|' <<<"$got")"
		fi
	done <cases
	if [ -e ran ]; then
		fail "$1: the program was run"
		rm ran
	fi
}

# At a prompt: what has been completed is what the program gets.
cat >keys <<'END'
sipcode product Alib	
sipcode compare I\ d	486
sipcode term 'late o	
sipcode --format=j	--fie	code,phr	 48	6
END
cat >want <<'END'
<product><Alibaba Cloud>
<compare><I don't want to chat with you><486>
<term><late offer>
<--format=json><--field><code,phrase><486>
END
prompt()
{
	printf '#!/bin/sh\nprintf "<%%s>" "$@" >>"%s/args"\necho >>"%s/args"\n' \
	    "$work" "$work" >bin/sipcode
	: >args
	{
		sleep 1
		printf '%s\n' "$2"
		sleep 1
		while IFS= read -r line; do
			printf '%s\r' "$line"
			sleep 0.5
		done <keys
		printf 'exit\r'
	} | timeout 30 script -qec "$1" /dev/null >screen 2>&1
	if ! diff want args; then
		fail "$1: at a prompt"
	fi
}

for shell in bash fish zsh; do
	if ! command -v $shell >/dev/null; then
		if [ -n "$all" ]; then
			fail "$shell is not found"
		fi
		continue
	fi
	offer_$shell
	compare $shell
done
if command -v script >/dev/null; then
	prompt 'bash --norc --noprofile -i' ". $folder/bash/sipcode"
elif [ -n "$all" ]; then
	fail "script is not found"
fi
[ $failed -eq 0 ]
