#!/usr/bin/env bash
# faults.sh - adds up how many calls of the system were made to fail, and what
# came of it.
#
# usage: tests/faults.sh BUILD
#
# Status 1 if a suite fails, or if there was a crash or a hang.
set -uo pipefail

if [ $# -ne 1 ] || [ ! -x "$1/tests/suites" ]; then
	echo "usage: tests/faults.sh BUILD, in which the tests are built" >&2
	exit 2
fi

status=0
said=$(for suite in test_faults test_every_call test_generator \
    test_descriptors; do
	"$1/tests/suites" "$suite" 2>&1 || echo "$suite failed"
done)
if grep -q ' failed$' <<<"$said"; then
	printf '%s\n' "$said"
	status=1
fi
awk '/ faults injected: / { faults += $1; crashes += $4; hangs += $6 }
    END {
	print faults + 0 " faults injected: " crashes + 0 " crashes, " \
	    hangs + 0 " hangs"
	exit faults == 0 || crashes + hangs > 0
    }' <<<"$said" || status=1
exit $status
