# make.sh - makes what is read: logs, JSON lines and captures, the same bytes
# each time.  Part of bench.sh.
# shellcheck shell=bash
# shellcheck disable=SC2154 # variables of bench.sh

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

# The parts that logs are made of, once.
make_parts()
{
	if [ ! -e "$work/part" ]; then
		messages >"$work/part" && as_json <"$work/part" >"$work/lines"
	fi
}

# A log of that many megabytes, out of a part.
make_log()
{
	local n

	n=$((log_size * 1000000 / $(wc -c <"$1") + 1))
	while [ $n -gt 0 ]; do
		cat "$1"
		n=$((n - 1))
	done >"$2"
}

# The messages as the packets of a capture, without its head: Ethernet, IPv4
# and UDP before each.  What is no message is left out.
as_packets()
{
	awk '
	function big(n, bytes) {
		if (bytes > 1)
			big(int(n / 256), bytes - 1)
		printf "%c", n % 256
	}
	function little(n, bytes) {
		for (; bytes > 0; bytes--) {
			printf "%c", n % 256
			n = int(n / 256)
		}
	}
	function zeros(n) {
		while (n-- > 0)
			printf "%c", 0
	}
	function packet(text,    n) {
		n = length(text)
		little(1772359200 + packets / 100, 4)
		little(packets++ % 100 * 10000, 4)
		little(n + 42, 4)
		little(n + 42, 4)
		zeros(12)
		big(2048, 2)
		printf "E"
		zeros(1)
		big(n + 28, 2)
		zeros(4)
		big(64 * 256 + 17, 2)
		zeros(2)
		big(192 * 256 + 0, 2); big(2 * 256 + 1, 2)
		big(198 * 256 + 51, 2); big(100 * 256 + 1, 2)
		big(5060, 2)
		big(5060, 2)
		big(n + 8, 2)
		zeros(2)
		printf "%s", text
	}
	/^<---/ { message = ""; within = 1; next }
	within && /^$/ { packet(message "\r\n"); within = 0; next }
	within { message = message $0 "\r\n" }'
}

# The head of a capture: little-endian, version 2.4, Ethernet.
capture_head()
{
	printf '\324\303\262\241\002\000\004\000'
	printf '\000\000\000\000\000\000\000\000'
	printf '\377\377\000\000\001\000\000\000'
}
