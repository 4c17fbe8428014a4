# size.sh - how large the program is, and how long it takes to build.  Part of
# bench.sh.
# shellcheck shell=bash
# shellcheck disable=SC2154 # variables of bench.sh

# What the texts of each record set add to the program, a column a language;
# equal texts stand in it once, so that the sum is a little too high.
part_sets()
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

kilobytes()
{
	echo $(($(wc -c <"$1") / 1000))
}

# Configures and builds in a folder of its own: $1 is its name, the rest are
# options.
build()
{
	local folder=$work/$1

	shift
	cmake -S . -B "$folder" "$@" >"$work/cmake" 2>&1 &&
	    cmake --build "$folder" -j "$(nproc)" >"$work/cmake" 2>&1
}

part_size()
{
	row "stripped" KB ""
	cp "$sipcode" "$work/all" && strip "$work/all" || return
	row "sipcode" "$(kilobytes "$work/all")" ""
	have cmake || return
	build en -DSIPCODE_LANGUAGES=en -DSIPCODE_TESTS=OFF &&
	    strip "$work/en/sipcode" &&
	    row "sipcode, English alone" "$(kilobytes "$work/en/sipcode")" ""
	build static -DSIPCODE_STATIC=ON -DSIPCODE_TESTS=OFF &&
	    strip "$work/static/sipcode" &&
	    row "sipcode, static" "$(kilobytes "$work/static/sipcode")" ""
	size -A "$work"/static/CMakeFiles/sipcode_objects.dir/table.c.o |
	    awk '/^\.(rodata|data)/ { n += $2 }
	        END { printf "%-44s %14d\n", "of it the table", n / 1000 }'
	rm -rf "$work/en" "$work/static"
}

# From an empty folder; the time of a processor is the sum of all of them.
part_build()
{
	local TIMEFORMAT='%R %U %S' tests name

	have cmake || return
	printf '%-44s %14s %8s\n' "configured and built, $(nproc) processors" \
	    wall CPU
	for tests in OFF ON; do
		name="sipcode, with tests"
		[ $tests = ON ] || name="sipcode, without tests"
		if ! { time build clean -DSIPCODE_TESTS=$tests; } \
		    2>"$work/time"; then
			row "$name" failed ""
			continue
		fi
		tail -n 1 "$work/time" | awk -v name="$name" '{
		    printf "%-44s %12.1f s %6.1f s\n", name, $1, $2 + $3 }'
		rm -rf "$work/clean"
	done
}
