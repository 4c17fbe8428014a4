#!/usr/bin/env bash
# examples.sh - runs the examples of every README.md and of the manuals.
#
# usage: tests/examples.sh [--update] BINARY
#
# An example is a line "$ command" and the output that follows it, standard
# error included, up to the next command or the end of the block: in README.md,
# here and in the folders, in blocks marked ```console, in the manuals in the
# displays of EXAMPLES.
# "..." as the last line stands for anything.  A one-line display (.Dl) of
# EXAMPLES is run for its status alone, which is 0 or 1.
# With --update the outputs in the README.md are rewritten as they come out, but
# for those of commands that fail.
#
# Commands run in a folder that holds response.sip, responses/ and some logs.
set -uo pipefail

update=0
if [ "${1-}" = --update ]; then
	update=1
	shift
fi
if [ $# -ne 1 ] || [ ! -x "$1" ]; then
	echo "usage: tests/examples.sh [--update] BINARY" >&2
	exit 2
fi
root=$(cd "$(dirname "$0")/.." && pwd) || exit 2
binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1") || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/in" "$work/in/responses" || exit 2
ln -s "$binary" "$work/bin/sipcode"

PATH=$work/bin:$PATH
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR COLORTERM COLUMNS
unset POSIXLY_CORRECT LANGUAGE
export PATH LC_ALL=C.UTF-8 TERM=dumb

# What the examples read.
cd "$work/in" || exit 2
cat >call.log <<'END'
09:14:30.120 <--- INVITE
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK74b1
From: <sip:alice@example.com>;tag=9fxced76sl
To: <sip:bob@example.com>
Call-ID: 3848276298220188511@192.0.2.4
CSeq: 1 INVITE
Require: timer
Content-Length: 0

09:14:30.140 ---> 420
SIP/2.0 420 Bad Extension
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK74b1
From: <sip:alice@example.com>;tag=9fxced76sl
To: <sip:bob@example.com>;tag=314159
Call-ID: 3848276298220188511@192.0.2.4
CSeq: 1 INVITE
Unsupported: timer
Content-Length: 0

09:14:31.001 <--- BYE
BYE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK74b3
From: <sip:alice@example.com>;tag=9fxced76sl
To: <sip:bob@example.com>;tag=314159
Call-ID: 3848276298220188511@192.0.2.4
CSeq: 2 BYE
Content-Length: 0

09:14:31.020 ---> 481
SIP/2.0 481 Call/Transaction Does Not Exist
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK74b3
From: <sip:alice@example.com>;tag=9fxced76sl
To: <sip:bob@example.com>;tag=314159
Call-ID: 3848276298220188511@192.0.2.4
CSeq: 2 BYE
Content-Length: 0

END
cat >response.sip <<'END'
SIP/2.0 421 Extension Required
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK74b2
From: <sip:alice@example.com>;tag=9fxced76sl
To: <sip:bob@example.net>;tag=314159
Call-ID: 3848276298220188511@192.0.2.4
CSeq: 1 INVITE
Require: 100rel
Content-Length: 0

END
cp response.sip responses/421.sip
cat >monday.log <<'END'
09:12:04 <--- SIP/2.0 100 Trying
09:12:04 <--- SIP/2.0 180 Ringing
09:12:09 <--- SIP/2.0 200 OK
09:14:31 ---> INVITE sip:bob@example.net SIP/2.0
09:14:31 <--- SIP/2.0 100 Trying
09:14:31 <--- SIP/2.0 486 Busy Here
END
cat >cdr.csv <<'END'
caller,sip_code,seconds
alice,200,61
bob,486,0
END
cat >tuesday.log <<'END'
10:02:55 <--- SIP/2.0 100 Trying
10:03:27 <--- SIP/2.0 503 Service Unavailable
END
cat monday.log tuesday.log >sip.log
. "$root/tests/recipes/files.sh" "$work/bin"

passed=0
failed=0
example=
where=
expected=()

# Runs $1; its output is left in the file actual, with a line "(status N)" if
# the status is not 0 or 1.
run()
{
	local status

	bash -c "$1" >"$work/actual" 2>&1 </dev/null
	status=$?
	if [ $status -gt 1 ]; then
		echo "(status $status)" >>"$work/actual"
	fi
}

# Does $1 call a tool of others that is not here?  parallel reads /proc, and a
# capture needs text2pcap.
lacks()
{
	local tool

	for tool in jq parallel tcpdump tshark; do
		[[ $1 == *$tool\ * ]] || continue
		command -v $tool >/dev/null || return 0
	done
	[[ $1 == *parallel\ * && ! -r /proc/cpuinfo ]] ||
	    [[ $1 =~ calls.pcap|new.pcap && ! -e calls.pcap ]]
}

verdict()
{
	if diff -u --label "$where" --label output "$work/wanted" \
	    "$work/shown" >"$work/diff"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf 'not as shown: %s: $ %s\n' "$where" "$example"
		cat "$work/diff"
	fi
}

# Compares the case that was read, or writes its output in place.
finish()
{
	local n=${#expected[@]} rest=0

	if [ -z "$example" ]; then
		return
	fi
	if lacks "$example"; then
		echo "skipped: $where: $ $example"
		if [ $update = 1 ] && [ "$n" -gt 0 ]; then
			printf '%s\n' "${expected[@]}" >&3
		fi
		example=
		expected=()
		return
	fi
	run "$example"
	if [ "$n" -gt 0 ] && [ "${expected[n - 1]}" = ... ]; then
		n=$((n - 1))
		head -n "$n" "$work/actual" >"$work/shown"
		rest=1
	else
		cp "$work/actual" "$work/shown"
	fi
	if [ $update = 1 ]; then
		if tail -n 1 "$work/actual" | grep -q '^(status'; then
			echo "left as it was: $where: $ $example"
			printf '%s\n' "${expected[@]}" >"$work/shown"
			if [ ${#expected[@]} -eq 0 ]; then
				: >"$work/shown"
			fi
			rest=0
		fi
		cat "$work/shown" >&3
		if [ $rest = 1 ]; then
			echo ... >&3
		fi
	else
		printf '%s\n' "${expected[@]:0:n}" >"$work/wanted"
		if [ "$n" -eq 0 ]; then
			: >"$work/wanted"
		fi
		verdict
	fi
	example=
	expected=()
}

# Does the example go on in the next line: behind a backslash, or within
# quotes?
goes_on()
{
	local quotes=${example//[^\']/}

	[ ${#expected[@]} -eq 0 ] &&
	    { [ "${example: -1}" = \\ ] || [ $((${#quotes} % 2)) -eq 1 ]; }
}

# Reads a file, the name of which is $1, from standard input: the lines
# between one that is $2 and one that is $3 hold examples.  With --update a
# copy goes to descriptor 3.
walk()
{
	local line inside=0 number=0

	while IFS= read -r line || [ -n "$line" ]; do
		number=$((number + 1))
		if [ $inside = 0 ]; then
			if [ "$line" = "$2" ]; then
				inside=1
			fi
		elif [ "$line" = "$3" ]; then
			finish
			inside=0
		elif [ "${line:0:2}" = '$ ' ]; then
			finish
			example=${line:2}
			where=$1:$number
		elif [ -n "$example" ] && goes_on; then
			example+=$'\n'$line
		elif [ -n "$example" ]; then
			expected+=("$line")
			continue
		fi
		if [ $update = 1 ]; then
			printf '%s\n' "$line" >&3
		fi
	done
	finish
}

# EXAMPLES of the manual $1 as plain text, every other line of it empty, so
# that the numbers of lines stay as they are.
manual()
{
	awk '/^\.Sh/ { on = /^\.Sh (EXAMPLES|VÍ DỤ)$/ } { print on ? $0 : "" }' \
	    "$root/$1" |
	    sed -e 's/\\-/-/g' -e "s/\\\\(aq/'/g" -e 's/\\(dq/"/g' \
	        -e 's/^\\&//' -e 's/\\e/\\/g'
}

# One-line displays of the manual $1: what follows a growing file would never
# end.
one_line()
{
	local number=0 line

	while IFS= read -r line; do
		number=$((number + 1))
		case $line in
		".Dl "*)
			example=${line#.Dl }
			where=$1:$number
			run "${example/tail -F/cat}"
			grep '^(status' "$work/actual" >"$work/shown"
			if [ -s "$work/shown" ]; then
				cp "$work/actual" "$work/shown"
			fi
			: >"$work/wanted"
			verdict
			;;
		esac
	done
	example=
}

for page in "$root"/README.md "$root"/*/README.md; do
	name=${page#"$root"/}
	if [ $update = 1 ]; then
		walk "$name" '```console' '```' 3>"$work/page" <"$page"
		cat "$work/page" >"$page"
	else
		walk "$name" '```console' '```' <"$page"
	fi
done
if [ $update = 1 ]; then
	exit
fi
for page in "$root"/man/sipcode.? "$root"/man/vi/sipcode.?; do
	page=${page#"$root"/}
	manual "$page" >"$work/manual"
	walk "$page" '.Bd -literal -offset indent' '.Ed' <"$work/manual"
	one_line "$page" <"$work/manual"
done
if [ $((passed + failed)) -eq 0 ]; then
	echo "no examples found"
	exit 1
fi
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
