#!/usr/bin/env bash
# bench.sh - what sipcode costs, against programs that people know.
#
# usage: tests/bench.sh BINARY [MEGABYTES | LOG]
#
# Prints ratios; nothing passes or fails.  A ratio above 1 says how many times
# as much the other program takes.  The logs, a plain one and one of JSON
# lines, are made here, 100 MB each unless another size is given; or the log
# is the file that is named.  Tools that are not there are named and skipped.
set -uo pipefail

if [ $# -lt 1 ] || [ ! -x "$1" ]; then
	echo "usage: tests/bench.sh BINARY [MEGABYTES | LOG]" >&2
	exit 2
fi
sipcode=$(cd "$(dirname "$1")" && pwd)/$(basename "$1") || exit 2
log=${2-100}
if [ -e "$log" ]; then
	log=$(cd "$(dirname "$log")" && pwd)/$(basename "$log") || exit 2
fi
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
export LC_ALL=C
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR COLUMNS

# 1 if a tool is there; else it is named.
have()
{
	if command -v "$1" >/dev/null; then
		return 0
	fi
	echo "skipped: $1 is not there"
	return 1
}

row()
{
	printf '%-44s %14s %8s\n' "$1" "$2" "$3"
}

ratio()
{
	awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.2f", a / b }'
}

# Instructions of a command.
instructions()
{
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" \
	    2>&1 >/dev/null | awk '/Collected/ { print $NF }'
}

# Median seconds of a command; $1 is how often, the rest the command.
seconds()
{
	hyperfine -N -i --warmup 1 --runs "$1" --style none -n x \
	    --export-csv "$work/csv" "$2" >/dev/null 2>&1 || return
	awk -F, 'NR == 2 { print $4 }' "$work/csv"
}

# Compares each command on standard input, "name<TAB>command", with the first
# one; $1 is how often each is run.
compare()
{
	local name command time first=

	while IFS=$'\t' read -r name command; do
		if ! have "${command%% *}"; then
			continue
		fi
		time=$(seconds "$1" "$command")
		if [ -z "$time" ]; then
			row "$name" failed ""
			continue
		fi
		first=${first:-$time}
		row "$name" "$(awk -v t="$time" 'BEGIN {
			if (t < 1) printf "%.2f ms", t * 1000
			else printf "%.2f s", t }')" "$(ratio "$time" "$first")"
	done
}

start_up()
{
	local empty field page

	row "instructions" count ratio
	if have valgrind && have cc; then
		echo 'int main(void) { return 0; }' >"$work/empty.c"
		cc -std=c11 -O2 -o "$work/empty" "$work/empty.c" || return
		empty=$(instructions "$work/empty")
		field=$(instructions "$sipcode" -F phrase 421)
		page=$(instructions "$sipcode" 421)
		row "empty C program" "$empty" 1.00
		row "sipcode -F phrase 421" "$field" "$(ratio "$field" "$empty")"
		row "sipcode 421" "$page" "$(ratio "$page" "$empty")"
	fi
	echo
	row "one answer" median ratio
	if have hyperfine; then
		compare 200 <<-EOF
		sipcode 421	$sipcode 421
		errno ENOENT	errno ENOENT
		grep -A40 in data/en/codes.rec	grep -A40 '^Code: 421' data/en/codes.rec
		man ./man/sipcode.1	man ./man/sipcode.1
		EOF
	fi
}

# About 4 MB of messages as the tracer of Asterisk writes them, the same ones
# each time: the generator of random numbers is written out.
messages()
{
	awk '
	function random(n) {
		seed = (seed * 16807) % 2147483647
		return seed % n
	}
	BEGIN {
		seed = 421
		codes = split("100 Trying|180 Ringing|183 Session Progress|" \
		    "200 OK|200 OK|200 OK|302 Moved Temporarily|" \
		    "401 Unauthorized|401 Unauthorized|403 Forbidden|" \
		    "404 Not Found|407 Proxy Authentication Required|" \
		    "408 Request Timeout|421 Extension Required|" \
		    "480 Temporarily Unavailable|486 Busy Here|" \
		    "487 Request Terminated|488 Not Acceptable Here|" \
		    "500 Server Internal Error|503 Service Unavailable|" \
		    "603 Decline", line, "|")
		methods = split("INVITE REGISTER OPTIONS BYE", method, " ")
		while (size < 4000000) {
			ip = "198.51.100." (1 + random(254)) ":" (1024 + random(60000))
			id = sprintf("%08x%06x", random(2147483647), random(16777216))
			m = method[1 + random(methods)]
			common = "Via: SIP/2.0/UDP " ip ";branch=z9hG4bK" id \
			    ";rport\nFrom: <sip:" (1000 + random(9000)) \
			    "@example.com>;tag=" substr(id, 1, 8) \
			    "\nTo: <sip:" (1000 + random(9000)) \
			    "@sip.example.net>\nCall-ID: " id "@" ip \
			    "\nCSeq: " (1 + random(9999)) " " m "\n"
			text = "<--- Received SIP request (" (400 + random(900)) \
			    " bytes) from UDP:" ip " --->\n" m \
			    " sip:bob@sip.example.net SIP/2.0\n" common \
			    "Max-Forwards: 70\nContact: <sip:bob@" ip \
			    ">\nUser-Agent: bench\nContent-Length: 0\n\n"
			for (i = random(3); i >= 0; i--)
				text = text "<--- Transmitting SIP response (" \
				    (300 + random(500)) " bytes) to UDP:" ip \
				    " --->\nSIP/2.0 " line[1 + random(codes)] \
				    "\n" common \
				    "Server: bench\nContent-Length: 0\n\n"
			for (i = random(16); i >= 0; i--)
				text = text "Nov 22 09:00:00 sbc1 proxy[2211]: " \
				    "DBG:tm:t_lookup_request: found (h=" \
				    random(65536) "), code " (100 + random(600)) "\n"
			printf "%s", text
			size += length(text)
		}
	}'
}

# The same as JSON lines: a message on a line, with escaped line ends.
as_json()
{
	awk '
	function line(text) {
		n++
		printf "{\"ts\":%d.%03d,\"level\":\"info\",\"id\":%d,\"msg\":\"%s\"}\n",
		    1772359200 + n, n % 1000, n * 7, text
	}
	/^<---/ { message = ""; within = 1; next }
	within && /^$/ { line(message "\\r\\n"); within = 0; next }
	within { message = message $0 "\\r\\n"; next }
	/./ { line($0) }'
}

# A log of that many megabytes, out of a part.
make_log()
{
	local n

	n=$((log * 1000000 / $(wc -c <"$1") + 1))
	while [ $n -gt 0 ]; do
		cat "$1"
		n=$((n - 1))
	done >"$2"
}

# Maximum resident size of a command.
memory()
{
	"$time" -f %M -o "$work/rss" "$@" >/dev/null 2>&1
	tail -n 1 "$work/rss"
}

# What programs take for a log: $1 is its name, $2 the file, $3 what stands
# before a status line there, for ripgrep, $4 the same for mawk.
log_of()
{
	cat >"$work/tally.awk" <<-EOF
	/$4SIP\\/2\\.0 [1-6]/ { match(\$0, /SIP\\/2\\.0 .../)
	    n[substr(\$0, RSTART + 8, 3)]++ }
	END { for (code in n) print code, n[code] }
	EOF
	# The phrases that annotate would have to know, for the same work.
	"$sipcode" list -F code,phrase |
	    awk -F'\t' -v before="$4" 'BEGIN { print "BEGIN {" }
	        { printf "p[%d] = \"%s\"\n", $1, $2 }
	        END { print "}"
	              print "/" before "SIP\\/2\\.0 [1-6]/ {"
	              print "match($0, /SIP\\/2\\.0 .../)"
	              print "code = substr($0, RSTART + 8, 3)"
	              print "print $0 \"  # \" code \" \" p[code]; next }"
	              print "{ print }" }' >"$work/annotate.awk"
	cat "$2" >/dev/null
	row "$1, $(($(wc -c <"$2") / 1000000)) MB" median ratio
	compare 5 <<-EOF
	sipcode tally	$sipcode tally $2
	sipcode annotate	$sipcode annotate $2
	rg -c '$3SIP/2.0 '	rg -c '$3SIP/2.0 ' $2
	rg -c '$3SIP/2\\.0 '	rg -c '$3SIP/2\\.0 ' $2
	mawk, counting	mawk -f $work/tally.awk $2
	mawk, adding the phrase	mawk -f $work/annotate.awk $2
	wc -l	wc -l $2
	EOF
	echo
}

logs()
{
	local time plain=$log

	echo "SIP/2.0 486 Busy Here" >"$work/line"
	if ! "$sipcode" tally "$work/line" >/dev/null 2>&1; then
		echo "skipped: tally counts nothing"
		return
	fi
	if [ ! -e "$log" ]; then
		plain=$work/plain
		messages >"$work/part" && as_json <"$work/part" >"$work/lines" &&
		    make_log "$work/part" "$plain" &&
		    make_log "$work/lines" "$work/json" || {
			echo "no log of that name or size: $log"
			return
		}
	fi
	if ! have hyperfine; then
		return
	fi
	log_of "plain log" "$plain" ^ ^
	if [ ! -e "$log" ]; then
		log_of "JSON lines" "$work/json" '"' '"'
	fi
	time=$(type -P time) || {
		echo "skipped: time is not there"
		return
	}
	row "maximum resident size" KiB ""
	row "sipcode tally" "$(memory "$sipcode" tally "$plain")" ""
	row "sipcode annotate" "$(memory "$sipcode" annotate "$plain")" ""
	row "sipcode 421" "$(memory "$sipcode" 421)" ""
}

# What the texts of each record set add to the program, a column a language;
# equal texts stand in it once, so that the sum is a little too high.
sets()
{
	local language file

	printf '%-44s' "text of a record set, in KB: facts"
	for language in data/*/; do
		printf ' %7s' "$(basename "$language")"
	done
	printf '\n'
	for file in data/en/*.rec; do
		file=${file##*/}
		printf '%-38s' "  ${file%.rec}"
		for language in data data/*/; do
			awk '/^(%|#|Stamp:)/ { next }
			    NF { sub(/^[^ ]* /, ""); n += length($0) + 1 }
			    END { printf " %7.1f", n / 1000 }' \
			    "$language/$file" 2>/dev/null ||
			    printf ' %7s' -
		done
		printf '\n'
	done
}

# The size of the program with all languages, and with English alone.
sizes()
{
	row "stripped" KB ""
	cp "$sipcode" "$work/all" && strip "$work/all" || return
	row "sipcode" "$(($(wc -c <"$work/all") / 1000))" ""
	if have cmake; then
		cmake -S . -B "$work/en" -DSIPCODE_LANGUAGES=en \
		    -DSIPCODE_TESTS=OFF >"$work/cmake" 2>&1 &&
		    cmake --build "$work/en" >"$work/cmake" 2>&1 &&
		    strip "$work/en/sipcode" || return
		row "sipcode, English alone" \
		    "$(($(wc -c <"$work/en/sipcode") / 1000))" ""
	fi
}

start_up
echo
sets
echo
sizes
echo
logs
