#!/usr/bin/env bash
# schema.sh - what --format=json writes is as its schema has it, and check
# --format=sarif as SARIF demands it.
#
# usage: tests/schema.sh SIPCODE SCHEMA
#
# Needs python3-jsonschema and jq.
set -euo pipefail

if [ $# -ne 2 ] || [ ! -x "$1" ] || [ ! -f "$2" ]; then
	echo "usage: tests/schema.sh SIPCODE SCHEMA" >&2
	exit 2
fi
sipcode=$(realpath "$1")
schema=$(realpath "$2")
cd "$(dirname "$0")"
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: >"$work/list"

# $1 a definition, the rest a call: its answer is to be checked.  Status 1 is an
# answer too.
n=0
answer()
{
	local definition=$1

	shift
	n=$((n + 1))
	"$sipcode" --json "$@" >"$work/$n.json" 2>/dev/null || [ $? -eq 1 ]
	echo "$definition $work/$n.json" >>"$work/list"
}

# The logs of other tests, the front of each.
mkdir "$work/logs"
for log in exchange/calls/* grounds/exchanges/*; do
	head -n 1000 "$log" >"$work/logs/${log##*/}"
done
logs=("$work"/logs/*)
[ ${#logs[@]} -gt 20 ]

languages=()
for lang in en vi; do
	if "$sipcode" -l "$lang" 486 >"$work/out" 2>&1; then
		languages+=("$lang")
	fi
done
mapfile -t codes < <("$sipcode" list -a -F code)
mapfile -t pairs < <("$sipcode" --json show "${codes[@]}" |
    jq -r '[.[].pairs[]] | unique[]')
[ ${#codes[@]} -gt 70 ] && [ ${#pairs[@]} -gt 30 ]

# The shape is the same in each language: of the second one a sample.
each=1
for lang in "${languages[@]}"; do
	answer pages -l "$lang" show "${codes[@]}"
	for set in cause failover header name option product symptom term \
	    timer warning; do
		answer parts -l "$lang" "$set"
		answer 'pages|parts' -l "$lang" "$set" "${codes[@]}"
		[ $each = 1 ] || continue
		mapfile -t keys < <("$sipcode" --json "$set" |
		    jq -r '.[0:40][] | .[keys_unsorted[0]]')
		answer 'pages|parts' -l "$lang" "$set" "${keys[@]}"
	done
	for ((i = 0; i < ${#pairs[@]}; i += each)); do
		answer compared -l "$lang" compare ${pairs[i]//-/ }
	done
	answer compared -l "$lang" compare 200 421
	answer - -l "$lang" compare 403 498
	answer 'pages|parts' -l "$lang" flow
	answer pages -l "$lang" flow 486 408
	answer parts -l "$lang" list -a
	answer parts -l "$lang" list 48x
	answer hits -l "$lang" search busy
	answer hits -l "$lang" search -a INVITE
	answer pages -l "$lang" 1xx 4xx 499 498 799
	answer pages -l "$lang" 170489
	answer pages -l "$lang" 560486
	answer 'pages|parts' -l "$lang" PJSIP_SC_BUSY_HERE
	answer 'pages|parts' -l "$lang" USER_BUSY
	answer chosen -l "$lang" -F code,phrase,when 486 421
	answer chosen -l "$lang" search -F phrase,text busy
	for ((i = 0; i < ${#logs[@]}; i += each)); do
		answer explained -l "$lang" explain -a "${logs[i]}"
		answer findings -l "$lang" check "${logs[i]}"
		answer tally -l "$lang" tally "${logs[i]}"
	done
	each=8
done
for by in method hour source phrase; do
	answer tally tally --by=$by "${logs[@]}"
done
answer explained explain /dev/null
answer findings check /dev/null
answer tally tally /dev/null
answer - compare 498
answer - 486
answer - check /dev/null

# The test can fail: each of these is wrong in one thing.
wrong()
{
	local definition=$1 call=$2 filter=$3

	n=$((n + 1))
	# shellcheck disable=SC2086
	"$sipcode" --json $call | jq "$filter" >"$work/$n.json"
	echo "!$definition $work/$n.json" >>"$work/list"
}

wrong pages 486 '.[0].colour = "red"'
wrong - 486 '.[0].colour = "red"'
wrong pages 486 'del(.[0].phrase)'
wrong pages 486 '.[0].code = "486"'
wrong pages 486 '.[0].nature = "odd"'
wrong pages 486 '.[0].mappings[0].cause = "17"'
wrong compared 'compare 480 486' '.common.colour = "red"'
wrong hits 'search busy' '.[0].kind = "thing"'
wrong tally "tally --by=phrase ${logs[0]} ${logs[1]} ${logs[2]}" '.codes[0].share = 101'

python3 schema.py "$schema" <"$work/list"

# What SARIF 2.1.0 requires (sections 3.13 to 3.30), and what its readers do:
# every result is of a rule of the list.
cat >"$work/sarif.jq" <<'END'
def text: type == "string" and length > 0;
def number: type == "number" and . >= 1 and . == floor;
def level: IN("none", "note", "warning", "error");
def keys_in($names): (keys - $names) == [];
keys_in(["$schema", "version", "runs"]) and .version == "2.1.0" and
(.runs | length == 1) and (.runs[0] |
    keys_in(["tool", "results"]) and
    (.tool | keys_in(["driver"])) and
    (.tool.driver | keys_in(["name", "version", "rules"]) and
	(.name | text) and (.version | text) and
	(([.rules[].id] | unique | length) == (.rules | length)) and
	all(.rules[]; keys_in(["id", "shortDescription", "helpUri",
	    "defaultConfiguration"]) and (.id | text) and
	    (.shortDescription | keys == ["text"] and (.text | text)) and
	    (.defaultConfiguration | keys == ["level"] and (.level | level)) and
	    ((.helpUri // "https://a") | test("^https://[!-~]+$")))) and
    ([.tool.driver.rules[].id] as $ids |
	(.results | type == "array") and
	all(.results[]; keys_in(["ruleId", "level", "message",
	    "locations"]) and (.ruleId | IN($ids[])) and (.level | level) and
	    (.message | keys == ["text"] and (.text | text)) and
	    (.locations | length == 1) and (.locations[0].physicalLocation |
		(.artifactLocation.uri | test("^[A-Za-z0-9._~/:@%-]+$")) and
		(.region | keys_in(["startLine", "startColumn", "endColumn"])
		    and (.startLine | number) and (.startColumn | number) and
		    (.endColumn == null or .endColumn > .startColumn))))))
END
results=0
for log in "${logs[@]}" /dev/null; do
	"$sipcode" check -f sarif "$log" >"$work/sarif" 2>/dev/null ||
	    [ $? -eq 1 ]
	if ! jq -e -f "$work/sarif.jq" "$work/sarif" >/dev/null; then
		echo "$log: no SARIF" >&2
		exit 1
	fi
	results=$((results + $(jq '.runs[0].results | length' "$work/sarif")))
done
[ $results -gt 0 ]
for filter in '.version = "2.0.0"' '.runs[0].results = null' \
    '.runs[0].results = [{"ruleId": "x"}]' 'del(.runs[0].tool.driver.name)' \
    '.runs[0].tool.driver.rules[0].id = .runs[0].tool.driver.rules[1].id'; do
	if jq "$filter" "$work/sarif" | jq -e -f "$work/sarif.jq" >/dev/null; then
		echo "SARIF is taken with $filter" >&2
		exit 1
	fi
done
# A name that could be taken for a scheme.
printf 'SIP/2.0 421 Extension Required\r\nCSeq: 1 INVITE\r\n\r\n' >"$work/x:y"
uri=$(cd "$work" && "$sipcode" check -f sarif x:y | jq -r \
    '.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri') || :
[ "$uri" = ./x:y ] || { echo "uri of x:y: $uri" >&2; exit 1; }
echo "$results results of SARIF"
