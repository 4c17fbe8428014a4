# logs.sh - what is read: messages, logs and captures.  Part of bench.sh.
# shellcheck shell=bash
# shellcheck disable=SC2154 # variables of bench.sh

# A file of messages, each explained and checked: what one message takes.
part_messages()
{
	local n name command time

	have hyperfine || return
	make_parts || return
	n=$(grep -c '^<---' "$work/part")
	row "$n messages, $(($(wc -c <"$work/part") / 1000)) KB" "a message" MB/s
	while IFS=$'\t' read -r name command; do
		time=$(seconds 3 "$command")
		if [ -z "$time" ]; then
			row "$name" failed ""
			continue
		fi
		row "$name" "$(awk -v t="$time" -v n="$n" \
		    'BEGIN { printf "%.1f us", t * 1000000 / n }')" \
		    "$(ratio "$(($(wc -c <"$work/part") / 1000))" \
		        "$(awk -v t="$time" 'BEGIN { print t * 1000 }')")"
	done <<-EOF
	sipcode explain	$sipcode explain $work/part
	sipcode explain -q	$sipcode explain -q $work/part
	sipcode explain --json	$sipcode explain --json $work/part
	sipcode check	$sipcode check $work/part
	EOF
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

part_logs()
{
	local plain=$log

	have hyperfine || return
	if [ ! -e "$log" ]; then
		plain=$work/plain
		make_parts && make_log "$work/part" "$plain" &&
		    make_log "$work/lines" "$work/json"
	fi
	log_of "plain log" "$plain" ^ ^
	if [ ! -e "$log" ]; then
		log_of "JSON lines" "$work/json" '"' '"'
	fi
	part_memory "$plain"
	rm -f "$work/plain" "$work/json"
}

part_memory()
{
	time=$(type -P time) || {
		echo "skipped: time is not there"
		return
	}
	row "maximum resident size" KiB ""
	row "sipcode tally" "$(memory "$sipcode" tally "$1")" ""
	row "sipcode annotate" "$(memory "$sipcode" annotate "$1")" ""
	row "sipcode 421" "$(memory "$sipcode" 421)" ""
}

# A tenth of the size: other programs decode all of each packet.
part_capture()
{
	local n

	have hyperfine || return
	make_parts || return
	as_packets <"$work/part" >"$work/packets"
	capture_head >"$work/pcap"
	n=$(((log_size / 10) * 1000000 / $(wc -c <"$work/packets") + 1))
	while [ $n -gt 0 ]; do
		cat "$work/packets"
		n=$((n - 1))
	done >>"$work/pcap"
	row "capture, $(($(wc -c <"$work/pcap") / 1000000)) MB" median ratio
	compare 3 <<-EOF
	sipcode tally	$sipcode tally $work/pcap
	sipcode explain -q	$sipcode explain -q $work/pcap
	rg -a -c 'SIP/2\\.0 '	rg -a -c 'SIP/2\\.0 ' $work/pcap
	tcpdump -A -r	tcpdump -A -r $work/pcap
	tshark -z sip,stat	tshark -q -z sip,stat -r $work/pcap
	EOF
	rm -f "$work/pcap"
}
