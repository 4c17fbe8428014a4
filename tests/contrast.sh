#!/usr/bin/env bash
# contrast.sh - proves that the colours of the program can be read on black and
# on white: a contrast of at least 4.5 with both, by the luminance of WCAG 2.
#
# usage: tests/contrast.sh SIPCODE
#
# Takes every style that the program writes: bold and the end of a style, which
# have the colour of the terminal, and colours from 16 to 255, which are the
# same in every palette.  Any other style is a breach: the first sixteen colours
# are others in each terminal, and what dim makes of a colour is not to be
# known.  Prints the contrast of each colour, also with the backgrounds of
# Solarized; status 1 if there is a breach.
set -uo pipefail
export LC_ALL=C
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR COLORTERM COLUMNS

if [ $# -ne 1 ] || [ ! -x "$1" ]; then
	echo "usage: tests/contrast.sh SIPCODE" >&2
	exit 2
fi
esc=$(printf '\033')

# Every style that a terminal of this name gets, a line each.
styles()
{
	export TERM=$1
	shift
	{
		for code in 100 180 200 302 404 421 486 503 600 699 399 170489; do
			"$@" --color=always --width=80 show -a "$code"
			printf 'SIP/2.0 %s x\n' "$code" |
				"$@" --color=always annotate
		done
		"$@" --color=always --width=80 list -a
		"$@" --color=always --width=120 compare -a 302 486 600
		"$@" --color=always search busy
		"$@" --color=always cause 17
		"$@" --color=always flow 486
	} 2>/dev/null | grep -o "$esc\[[0-9;]*m" | tr -d "$esc[m" | sort -u
}

# Without the palette nothing but bold.
for term in xterm linux vt220 screen; do
	if [ "$(styles "$term" "$1" | tr '\n' ' ')" != "0 1 " ]; then
		echo "contrast.sh: more than bold for TERM=$term" >&2
		exit 1
	fi
done

styles xterm-256color "$1" | awk '
function light(c)
{
	c /= 255
	return c <= 0.03928 ? c / 12.92 : exp(2.4 * log((c + 0.055) / 1.055))
}
function luminance(r, g, b)
{
	return 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b)
}
function level(n)
{
	return n == 0 ? 0 : 55 + 40 * n
}
function of_palette(n)
{
	if (n >= 232)
		return luminance(8 + 10 * (n - 232), 8 + 10 * (n - 232),
			8 + 10 * (n - 232))
	n -= 16
	return luminance(level(int(n / 36)), level(int(n / 6) % 6),
		level(n % 6))
}
function contrast(a, b)
{
	return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05)
}
BEGIN {
	print "style        black  white  dark #002b36  light #fdf6e3"
}
$0 == "0" || $0 == "1" {
	next
}
{
	style = $0
	sub(/^1;/, "")
	n = $0
	if (sub(/^38;5;/, "", n) == 0 || n !~ /^[0-9]+$/ || n + 0 < 16 ||
	    n + 0 > 255) {
		print "contrast.sh: no colour of the palette: " style
		breaches++
		next
	}
	colours++
	l = of_palette(n + 0)
	black = contrast(l, 0)
	white = contrast(l, 1)
	printf "%-11s  %5.2f  %5.2f  %12.2f  %13.2f\n", style, black, white,
		contrast(l, luminance(0, 43, 54)),
		contrast(l, luminance(253, 246, 227))
	if (black < 4.5 || white < 4.5) {
		print "contrast.sh: below 4.5: " style
		breaches++
	}
}
END {
	if (colours < 6) {
		print "contrast.sh: only " colours + 0 " colours were seen"
		breaches++
	}
	exit breaches > 0
}'
