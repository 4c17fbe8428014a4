#!/usr/bin/env bash
# recipes.sh - the recipes of sipcode(1) that show more than an output: what
# follows a log shows a response before the log ends, a page comes through the
# pager as it is, and the editor goes to a finding.
#
# usage: tests/recipes/recipes.sh BINARY
#
# The recipes are taken from the manuals as they stand there, in both languages;
# examples.sh runs the others.
set -uo pipefail

if [ $# -ne 1 ] || [ ! -x "$1" ]; then
	echo "usage: tests/recipes/recipes.sh BINARY" >&2
	exit 2
fi
binary=$(realpath "$1")
cd "$(dirname "$0")/../.." || exit 2
root=$PWD
work=$(mktemp -d) || exit 2
job=
# Ends what follows a log, with all its parts.
stop()
{
	[ -z "$job" ] || kill -- "-$job" 2>/dev/null
	job=
}
trap 'stop; rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/in" || exit 2
ln -s "$binary" "$work/bin/sipcode"
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR COLUMNS POSIXLY_CORRECT LANGUAGE LESS
export PATH=$work/bin:$PATH LC_ALL=C.UTF-8 TERM=xterm JOURNAL_WAITS=1
cd "$work/in" || exit 2
. "$root/tests/recipes/files.sh" "$work/bin"

failed=0
verdict()
{
	if [ "$1" = 0 ]; then
		echo "$2"
	else
		echo "not so: $2"
		failed=1
	fi
}

# The lines of page $1 from one that matches $2 to one that matches $3, or the
# first one alone.
recipe()
{
	sed -e 's/^\.Dl //' -e 's/\\-/-/g' -e "s/\\\\(aq/'/g" -e 's/^\\&//' \
	    -e 's/\\e/\\/g' "$root/$1" | sed -n "/$2/${3:+,/$3/}p"
}

# Does the file shown hold the text within ten seconds?
comes()
{
	local i

	for ((i = 0; i < 100; i++)); do
		grep -qF -- "$1" shown && return 0
		sleep 0.1
	done
	return 1
}

# Starts the recipe $1 as a job of its own, with its output in the file shown.
follow()
{
	: >shown
	set -m
	bash -c "$1" >shown 2>/dev/null </dev/null &
	job=$!
	set +m
}

following()
{
	echo '<--- SIP/2.0 180 Ringing' >sip.log
	follow "$(recipe "$1" '^tail -F')"
	echo '<--- SIP/2.0 486 Busy Here' >>sip.log
	comes '486 Busy Here: Normal.'
	verdict $? "$1: a response is shown while the log grows"
	mv sip.log sip.log.1
	echo '<--- SIP/2.0 503 Service Unavailable' >sip.log
	comes '503 Service Unavailable: Fault.'
	verdict $? "$1: and after the log was rotated"
	! grep -q 180 shown
	verdict $? "$1: and nothing but failures"
	stop
	follow "$(recipe "$1" '^journalctl')"
	comes '486 Busy Here: Normal.'
	verdict $? "$1: a response is shown while the journal grows"
	stop
}

pager()
{
	if ! command -v less >/dev/null; then
		echo "skipped: less is not found"
		return
	fi
	bash -c "$(recipe "$1" '^sip() {' '^}')
	sip 486" >shown 2>&1 </dev/null
	sipcode -a --color=always -w 80 486 | diff - shown >/dev/null &&
	    grep -q $'\033' shown
	verdict $? "$1: a page comes through the pager, with its colour"
}

# A small vim has no list of errors.
editor()
{
	if ! vim --version 2>/dev/null | grep -q '+quickfix'; then
		echo "skipped: vim with +quickfix is not found"
		return
	fi
	recipe "$1" '^:set makeprg' '^:make' >set.vim
	cat >>set.vim <<-'END'
	redir! > shown
	for i in getqflist()
	  if i.valid
	    echo bufname(i.bufnr) i.lnum i.col i.type i.text
	  endif
	endfor
	echo 'at' line('.')
	redir END
	qa!
	END
	{ echo; cat broken.sip; } >second.sip
	timeout 60 vim -es -u NONE -N -c 'source set.vim' second.sip \
	    >/dev/null 2>&1 </dev/null
	grep -q '^second.sip 2 1 e 421 lacks Require.*\[missing-require\]$' \
	    shown && grep -q '^at 2$' shown
	verdict $? "$1: the editor goes to the finding"
}

for page in man/sipcode.1 man/vi/sipcode.1; do
	following $page
	pager $page
	editor $page
done
exit $failed
