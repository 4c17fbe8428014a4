# rfc.awk - reads the text of an RFC: where its sections are, and which lines
# are the header and the footer of a page.
#
# rfc_read(FILE, N) fills, for RFC N, and returns 0 if FILE cannot be read:
#   rfc_lines[N]          how many lines there are
#   rfc_line[N, i]        line i; "" if it is of the frame of a page
#   rfc_count[N]          how many sections there are
#   rfc_name[N, k]        the name of section k, such as 21.4.1 or A.2
#   rfc_at[N, k]          the line of its heading
#   rfc_index[N, NAME]    k
#   rfc_obsoletes[N]      the numbers of the RFCs that it takes the place of

# The name at the beginning of a heading; "" if the line is none.  A heading
# starts in the first column and has a title; lines of a table of contents end
# with a page.  "Appendix A" may stand alone.
function rfc_heading(s,    name, rest)
{
	if (s !~ /^([0-9]|[A-J][.0-9 ]|Appendix [A-J]|Annex [A-J])/)
		return ""
	if (s ~ /([. ][.]|   ) *[0-9]+$/)
		return ""
	if (sub(/^(Appendix|Annex) /, "", s)) {
		match(s, /^[A-J]([.][0-9]+)*/)
		name = substr(s, 1, RLENGTH)
		return substr(s, RLENGTH + 1) ~ /^($|[.:]| - )/ ? name : ""
	}
	if (!match(s, /^([0-9]+|[A-J])([.][0-9]+)*/))
		return ""
	name = substr(s, 1, RLENGTH)
	rest = substr(s, RLENGTH + 1)
	# "A name is ..." is text; "A Table of Names" is none.
	if (name ~ /^[A-J]$/ && rest !~ /^[.]/ &&
	    rest !~ /^ [A-Z][a-z]+( (of|and|for|[A-Z][A-Za-z]+))*$/)
		return ""
	return rest ~ /^[.:]?[ \t]+[^ \t]/ ? name : ""
}

# Can this section stand behind those before it?  Its parent has to be there,
# and it has to be the next of its siblings, or near it.
function rfc_follows(n, name,    parent, last, tail)
{
	if (name ~ /^[A-J]$/)
		return !((n, name) in rfc_index) &&
		    (name == "A" || (n, rfc_before(name)) in rfc_index)
	if (!match(name, /[.][0-9]+$/)) {
		parent = ""
		tail = name + 0
	} else {
		parent = substr(name, 1, RSTART - 1)
		tail = substr(name, RSTART + 1) + 0
		if (!((n, parent) in rfc_index))
			return 0
	}
	last = rfc_last[n, parent] + 0
	return tail > last && tail <= last + 2
}

function rfc_before(letter)
{
	return substr("ABCDEFGHI", index("ABCDEFGHIJ", letter) - 1, 1)
}

function rfc_take(n, name, line,    k, parent)
{
	k = ++rfc_count[n]
	rfc_name[n, k] = name
	rfc_at[n, k] = line
	rfc_index[n, name] = k
	if (match(name, /[.][0-9]+$/)) {
		parent = substr(name, 1, RSTART - 1)
		rfc_last[n, parent] = substr(name, RSTART + 1) + 0
	} else if (name !~ /^[A-J]/)
		rfc_last[n, ""] = name + 0
}

# The line that ends section k with all below it.
function rfc_end(n, k,    below)
{
	below = rfc_name[n, k] "."
	for (k++; k <= rfc_count[n]; k++)
		if (index(rfc_name[n, k], below) != 1)
			return rfc_at[n, k] - 1
	return rfc_lines[n]
}

# "Obsoletes: 2543, 2976    ISSN: 2070-1721" has two numbers.
function rfc_numbers(s,    found)
{
	sub(/^ *Obsoletes: +/, "", s)
	sub(/   .*/, "", s)
	found = ""
	while (match(s, /[0-9]+/)) {
		found = found " " substr(s, RSTART, RLENGTH)
		s = substr(s, RSTART + RLENGTH)
	}
	return found
}

function rfc_read(file, n,    i, s, name, paged, narrow)
{
	i = paged = narrow = 0
	rfc_count[n] = 0
	while ((getline s < file) > 0) {
		i++
		sub(/[ \t\r]+$/, "", s)
		if (s ~ /\[Page [0-9ivx]+\]$/)
			paged = 1
		if (s ~ /\[Page [0-9ivx]+\]$/ || s ~ /\f/ ||
		    s ~ /^RFC [0-9]+ .* (19|20)[0-9][0-9]$/)
			s = ""
		rfc_line[n, i] = s
		if (i < 30 && s ~ /^ *Obsoletes: /)
			rfc_obsoletes[n] = rfc_numbers(s)
		name = rfc_heading(s)
		if (name == "" || (narrow && s ~ /^[0-9]+[.]  /) ||
		    !rfc_follows(n, name))
			continue
		# Without pages "2. Title" is a heading, and "2.  text" is of
		# a list.
		if (rfc_count[n] == 0)
			narrow = !paged && s ~ /^1[.] [^ ]/
		rfc_take(n, name, i)
	}
	close(file)
	rfc_lines[n] = i
	return i > 0
}
