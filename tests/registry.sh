#!/usr/bin/env bash
# registry.sh - compares the SIP parameters of IANA with the data.
#
# usage: tests/registry.sh FILE...
#
# FILE is the text of the registry (sip-parameters.txt, or the page as text), or
# a table of it as CSV (sip-parameters-7.csv).  Compares what is there of: the
# response codes, with phrase, reference and whether they are deprecated; the
# warn-codes, with text and reference; the option tags and the header fields,
# with reference and compact form; the protocols of Reason.  Prints what is new,
# changed or gone, each with file and line.
#
# The data need not have every header field and protocol: those that they leave
# out stand in tests/sources/unkept, and so are not new.  Header fields that
# were never registered stand there as well, and so are not gone; so do
# references that the data do not rest on ("header Via RFC 7118").
#
# Status 0 if nothing differs, 1 if something does, 2 if a file cannot be read
# or has none of this.  SIPCODE_ROOT and SIPCODE_UNKEPT are other data.
set -euo pipefail
export LC_ALL=C

if [ $# -lt 1 ]; then
	echo "usage: tests/registry.sh FILE..." >&2
	exit 2
fi
for file; do
	if [ ! -f "$file" ] || [ ! -r "$file" ]; then
		echo "registry.sh: cannot read '$file'" >&2
		exit 2
	fi
done
here=$(cd "$(dirname "$0")" && pwd)
ROOT=$(cd "${SIPCODE_ROOT:-$here/..}" && pwd)
export ROOT
UNKEPT=${SIPCODE_UNKEPT:-$here/sources/unkept}
export UNKEPT
awk -f "$here/sources/registry.awk" -- "$@"
