#!/usr/bin/env bash
# markdown.sh - a well-kept reader of Markdown finds in the pages what they were
# made of, and nothing else.
#
# usage: tests/markdown.sh SIPCODE
#
# Needs cmark-gfm.
set -euo pipefail

if [ $# -ne 1 ] || [ ! -x "$1" ]; then
	echo "usage: tests/markdown.sh SIPCODE" >&2
	exit 2
fi
sipcode=$1
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

render()
{
	cmark-gfm -e table -e autolink -e strikethrough -e tasklist
}

# What the program can write, and no more.
tags='</?(h[123]|p|strong|ul|li|code|pre|table|thead|tbody|tr|th|td)>'

# $1 a file of Markdown: no other tag; as many rows as lines that begin so.
look()
{
	local rows others

	render <"$1" >"$work/html"
	others=$(sed -E "s#$tags##g" "$work/html" | grep -m 3 '[<>]' || true)
	if [ -n "$others" ]; then
		echo "$1: markup that nobody wrote: $others" >&2
		exit 1
	fi
	rows=$(awk '/^```$/ { code = !code } /^\| / && !code' "$1" | wc -l)
	if [ "$(grep -c '^<tr>' "$work/html")" -ne "$rows" ]; then
		echo "$1: a table that is none" >&2
		exit 1
	fi
}

# The reader sees what it is given: this test can fail.
printf 'a <b>c</b> www.example.com\n' >"$work/bad.md"
if (look "$work/bad.md") 2>/dev/null; then
	echo "markup is not seen" >&2
	exit 1
fi

for lang in en vi; do
	if ! "$sipcode" -l "$lang" 486 >/dev/null 2>&1; then
		continue
	fi
	"$sipcode" -l "$lang" list -a -F code | while read -r code; do
		"$sipcode" -l "$lang" -a -f markdown "$code"
		"$sipcode" -l "$lang" -b -f markdown "$code"
	done >"$work/codes.$lang.md"
	look "$work/codes.$lang.md"
	for set in cause failover header name option product symptom term \
	    timer warning; do
		"$sipcode" -l "$lang" "$set" -a -f markdown \
		    >"$work/$set.$lang.md"
		look "$work/$set.$lang.md"
	done
done
"$sipcode" flow -f markdown 486 >"$work/flow.md"
look "$work/flow.md"
"$sipcode" compare -f markdown 480 486 600 >"$work/compare.md"
look "$work/compare.md"

printf '%s\r\n' 'SIP/2.0 486 <b>Busy</b> | [a](b) `c` **d** @e' \
    'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK|`x`' \
    'From: <sip:a@example.com>;tag=1' 'To: <sip:b@example.com>' \
    'Call-ID: a|b`c`\|*x*' 'CSeq: 1 INVITE' \
    'Server: \| | `` <!-- x --> &amp; https://example.com ~~y~~' \
    'Reason: Q.850;cause=17;text="<i>x</i> | - [ ] y"' '' >"$work/a|b\`c\`.log"
for command in explain check tally 'tally --by=phrase' 'explain --flow'; do
	# shellcheck disable=SC2086
	"$sipcode" $command -f markdown "$work/a|b\`c\`.log" \
	    >"$work/hostile.md" || [ $? -eq 1 ]
	[ -s "$work/hostile.md" ]
	look "$work/hostile.md"
done
