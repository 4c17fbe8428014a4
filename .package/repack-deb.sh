#!/bin/sh
# repack-deb.sh - packs Debian packages again, so that no byte depends on the
# file system: CPack counts the sizes of its folders, too.
#
# usage: repack-deb.sh PACKAGE...      SOURCE_DATE_EPOCH dates what is in them
set -eu
umask 022
for package in "$@"; do
	work=$(mktemp -d)
	dpkg-deb -R "$package" "$work/tree"
	# As Debian's policy has it: KiB, each file rounded up.
	size=$(find "$work/tree" -path "$work/tree/DEBIAN" -prune -o -type f \
	    -printf '%s\n' | awk '{ n += int(($1 + 1023) / 1024) } END { print n }')
	sed -i "s/^Installed-Size:.*/Installed-Size: $size/" \
	    "$work/tree/DEBIAN/control"
	dpkg-deb --root-owner-group -Zxz -b "$work/tree" "$package" >/dev/null
	rm -r "$work"
done
