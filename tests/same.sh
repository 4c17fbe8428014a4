#!/usr/bin/env bash
# same.sh - shows where two programs differ in what they print.
#
# usage: tests/same.sh [-q] OLD NEW [LOG...]
#
# Runs both over all pages, pairs and commands, in every format, at the widths
# 0, 40, 80 and 120, with and without colour, in every language of data/, and
# over some logs: those made here, and the files and folders named as LOG.
# Standard error and the status count as output.  The difference comes out as
# diff(1) has it, each part under the call that made it; status 0 if there is
# none, 1 if there is one.  -q leaves out the pairs that nobody has compared
# by hand, which takes a tenth of the time.  Nothing is kept.
set -uo pipefail

quick=0
if [ "${1-}" = -q ]; then
	quick=1
	shift
fi
if [ $# -lt 2 ] || [ ! -x "$1" ] || [ ! -x "$2" ]; then
	echo "usage: tests/same.sh [-q] OLD NEW [LOG...]" >&2
	exit 2
fi
old=$(realpath "$1") || exit 2
new=$(realpath "$2") || exit 2
shift 2
given=()
for name in "$@"; do
	given+=("$(realpath "$name")") || exit 2
done
root=$(cd "$(dirname "$0")/.." && pwd) || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR COLORTERM COLUMNS
unset POSIXLY_CORRECT LANGUAGE
export LC_ALL=C.UTF-8 TERM=dumb
mkdir "$work/in" && cd "$work/in" || exit 2

# Logs of several products, and a response with much to be said of it.
cat >made-lines.log <<'END'
09:12:04 <--- SIP/2.0 100 Trying
09:12:09 [x] SIP/2.0 200 OK
chan_sip.c: Got SIP response 486 "Busy Here" back from 192.0.2.1:5060
ACC: call missed: timestamp=1;method=INVITE;code=480;reason=Temporarily Unavailable;x
{"ts":1,"call_id":"a","status_code":401,"status_msg":"Unauthorized","cseq":"1 REGISTER"}
SipResp: 489 tid=1 cseq=1 SUBSCRIBE
1 0.0 192.0.2.1 192.0.2.2 SIP 528 Status: 407 Proxy Authentication Required | (INVITE)
sip status: 486: Busy Here (SIP 486)
SIP/2.0 603 Declined by someone
SIP/2.0 499 Nobody knows
GET /x HTTP/1.1 404
END
printf '%s\r\n' 'SIP/2.0 401 Unauthorized' \
    'Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK74b2;received=192.0.2.9' \
    'From: <sip:alice@example.com>;tag=9fxced76sl' \
    'To: <sip:bob@example.net>' 'Call-ID: 3848276298220188511@192.0.2.4' \
    'CSeq: 1 REGISTER' \
    'WWW-Authenticate: Digest realm="a, b", nonce="x", algorithm=MD5, qop="auth"' \
    'Supported: 100rel, timer, nonsense' 'k: path' \
    'Reason: Q.850;cause=17;text="user busy", SIP;cause=486' \
    'Warning: 304 h "Media type not available", 399 h "x"' \
    'Retry-After: 99999999999' 'no header field' 'Server: MyPBX 1.0' \
    'Content-Length: 10' '' 'short' 'SIP/2.0 486 Busy Here' \
    'CSeq: 1 INVITE' '' 'SIP/2.0 799 Odd' '' >made-message.sip
sed 's/^/   /' made-message.sip >made-indented.log
logs=(made-*)
for name in ${given[@]+"${given[@]}"}; do
	while IFS= read -r file; do
		logs+=("$file")
	done < <(find "$name" -type f | sort)
done

languages=()
for folder in "$root"/data/*/; do
	languages+=("$(basename "$folder")")
done
mapfile -t codes < <("$old" -F code list --all)
mapfile -t causes < <("$old" -F cause cause)

# Text at every width and in both colours; JSON and tsv.
texts=() machines=() bare=(-q)
for tag in "${languages[@]}"; do
	for width in 0 40 80 120; do
		texts+=("-l $tag -w $width --color=never")
		texts+=("-l $tag -w $width --color=always")
	done
	machines+=("-l $tag -j" "-l $tag -t")
done

# Calls, a line each: every option in front of every operand.
every()
{
	local -n options=$1
	local option operand

	for operand in "${@:2}"; do
		for option in "${options[@]}"; do
			echo "$option $operand"
		done
	done
}

pairs()
{
	local i k

	if [ $quick = 1 ]; then
		"$old" -F pairs "${codes[@]}" | tr -s '; ' '\n' |
		    grep -E '^[0-9-]+$' | sort -u | sed 's/-/ /g;s/^/compare /'
		return
	fi
	for ((i = 0; i < ${#codes[@]}; i++)); do
		for ((k = i + 1; k < ${#codes[@]}; k++)); do
			echo "compare ${codes[i]} ${codes[k]}"
		done
	done
}

calls()
{
	local one=() both=("${texts[@]}" "${machines[@]}")

	mapfile -t one < <(
		printf '%s\n' "${codes[@]}" 1xx 2xx 3xx 4xx 5xx 6xx 199 299 386 \
		    498 598 699 170489 560486 5486 0x486 'busy here' 'Not Acceptable' \
		    'SIP/2.0 421 x' 'no such phrase' 'Busy Hree' 999 \
		    list 'list --all' 'list 4xx 503' 'list 9' \
		    'list 480-489' 'search busy' 'search 100rel' \
		    'search timer drop' 'search nothing-at-all' cause \
		    'cause user busy' 'cause USER_BUSY' \
		    'cause Q.850;cause=17' 'cause 999' warning 'warning 304 399' \
		    'warning 1' option 'option 100rel timer' 'option 100reel' flow \
		    header symptom timer 'header Via k' 'symptom audio' \
		    'timer B T1' 'compare 486' 'compare 403,404' 40x \
		    USER_BUSY PJSIP_SC_BUSY_HERE REGISTER Kamailio busy \
		    'one way audio' glare '403 x' 'got 403 here' \
		    'Retry-After: 9' 17 xyzzy
		printf 'header %s\n' $("$old" -F header header)
		printf 'symptom %s\n' $("$old" -F id symptom)
		printf 'cause %s\n' "${causes[@]}"
		printf 'cause --sip=%s\n' "${codes[@]}"
		printf 'flow %s\n' "${codes[@]}"
		printf 'option %s\n' $("$old" -F tag option)
		printf '%s\n' 'compare 480 486 600' 'compare 200 200' 'compare 1 2')
	every both "${one[@]}"
	mapfile -t one < <(pairs)
	every both "${one[@]}"
	mapfile -t one < <(printf '%s\n' "${codes[@]}")
	local brief=("${texts[@]/%/ -b}" "${texts[@]/%/ -a}")
	every brief "${one[@]}"
	mapfile -t one < <(for file in "${logs[@]}"; do
		printf "%s '$file'\n" tally 'tally --by=method' 'tally -c 4xx' \
		    check explain 'explain -b'
	done)
	every both "${one[@]}"
	mapfile -t one < <(for file in "${logs[@]}"; do
		printf "%s '$file'\n" annotate 'annotate -o' 'annotate -s above' \
		    'annotate -s below -c 4xx'
	done)
	every texts "${one[@]}"
	printf '%s\n' '' help --help --version 'help nonsense' -Fphrase -x \
	    '-F phrase,see 421 480' '-0Fcode 421' 'list -Fcode,retry' \
	    '-Fnone 421' '-w1 421' '-q 421' '-q 497' "tally --merge '${logs[0]}'" \
	    "tally -q --fail-if=4xx>1% '${logs[0]}'" 'tally /nowhere'
	for name in annotate cause check compare explain flow header list \
	    option search show symptom tally timer warning; do
		printf '%s\n' "help $name" "$name --help" "$name -x" "$name ''"
	done
}

# Everything that the program $1 prints, under its calls.
run()
{
	local call

	sipcode()
	{
		"$program" "$@"
	}
	program=$1
	while IFS= read -r call; do
		echo "\$ sipcode $call"
		eval "sipcode ${call//[>;*]/\\&}" 2>&1 </dev/null
		echo "(status $?)"
	done <"$work/calls"
}

calls >"$work/calls"
echo "$(wc -l <"$work/calls") calls" >&2
run "$old" >"$work/old" &
run "$new" >"$work/new"
wait
diff -u --label "$old" --label "$new" \
    --show-function-line='^\$ sipcode' "$work/old" "$work/new"
