# files.sh - what the recipes of sipcode(1) read, written into this folder, and
# stand-ins, written into the folder $1 of programs: for those that wait for
# what happens now, and for those that tell the user of more than the recipe.
# To be read by a shell.

cat >broken.sip <<'END'
SIP/2.0 421 Extension Required
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK74b2
From: <sip:alice@example.com>;tag=9fxced76sl
To: <sip:bob@example.net>;tag=314159
Call-ID: 3848276298220188511@192.0.2.4
CSeq: 1 INVITE
Content-Length: 0

END

# A call that is refused, as sngrep saves it.
cat >saved.txt <<'END'
2026/11/27 09:14:30.120034 192.0.2.4:5060 -> 198.51.100.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK74b1
From: <sip:alice@example.com>;tag=9fxced76sl
To: <sip:bob@example.com>
Call-ID: 3848276298220188511@192.0.2.4
CSeq: 1 INVITE
Content-Length: 0


2026/11/27 09:14:31.402117 198.51.100.7:5060 -> 192.0.2.4:5060
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK74b1
From: <sip:alice@example.com>;tag=9fxced76sl
To: <sip:bob@example.com>;tag=314159
Call-ID: 3848276298220188511@192.0.2.4
CSeq: 1 INVITE
Content-Length: 0


END

# Records of calls, as Asterisk and FreeSWITCH write them.
cat >Master.csv <<'END'
"","100","200","internal","""Alice"" <100>","PJSIP/100-00000001","PJSIP/200-00000002","Dial","PJSIP/200,30","2026-11-27 09:14:31",,"2026-11-27 09:14:33",2,0,"BUSY","DOCUMENTATION","1795770871.1","17"
"","100","300","internal","""Alice"" <100>","PJSIP/100-00000003","PJSIP/300-00000004","Dial","PJSIP/300,30","2026-11-27 09:15:02","2026-11-27 09:15:09","2026-11-27 09:16:10",68,61,"ANSWERED","DOCUMENTATION","1795770902.3","16"
END
cat >a.cdr.json <<'END'
{"variables":{"destination_number":"200","hangup_cause":"USER_BUSY","sip_term_status":"486"}}
END

# The same call as a capture: a letter for the direction, then its bytes.
packet()
{
	echo "$1"
	sed "$2" saved.txt | sed 's/$/\r/' | od -An -v -tx1 |
	    awk '{ printf "%06x %s\n", 16 * (NR - 1), $0 }'
	echo
}
if command -v text2pcap >/dev/null; then
	{ packet O '2,9!d'; packet I '12,19!d'; } >calls.hex
	text2pcap -q -D -4 198.51.100.7,192.0.2.4 -u 5060,5060 calls.hex \
	    calls.pcap 2>/dev/null
fi

# Both say on standard error who runs them and what they read.
for tool in tshark tcpdump; do
	real=$(command -v $tool) || continue
	printf '#!/bin/sh\nexec %s "$@" 2>/dev/null\n' "$real" >"$1/$tool"
	chmod +x "$1/$tool"
done
# It would read the network.
cat >"$1/sngrep" <<'END'
#!/bin/sh
while [ "$1" != -O ]; do shift; done
cp calls.pcap "$2"
END
# It would read the journal, and wait.
cat >"$1/journalctl" <<'END'
#!/bin/sh
echo 'NOTICE: acc [acc.c:281]: acc_log_request(): ACC: transaction answered: timestamp=1795770871;method=INVITE;from_tag=9fxced76sl;to_tag=314159;call_id=3848276298220188511@192.0.2.4;code=486;reason=Busy Here;'
[ -z "$JOURNAL_WAITS" ] || exec sleep 60
END
chmod +x "$1/sngrep" "$1/journalctl"
