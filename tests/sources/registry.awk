# registry.awk - compares a registry of IANA with the data: see ../registry.sh.
#
# Kinds of rows: code, warning, option, header, reason.

function differ(where, text)
{
	print where ": " text
	differences++
}

function trim(s)
{
	gsub(/^[ \t]+|[ \t\r]+$/, "", s)
	return s
}

# The RFCs that a text names, as " 3261 6026 ".
function rfcs_of(s,    found, at)
{
	found = " "
	while (match(s, /RFC ?[0-9]+/)) {
		at = substr(s, RSTART + 3, RLENGTH - 3)
		found = found trim(at) " "
		s = substr(s, RSTART + RLENGTH)
	}
	return found
}

# One row of the registry.
function take(kind, name, text, reference, where)
{
	if (kind == "header") {
		sub(/ *\([Dd]eprecated.*/, "", name)
		sub(/ *\([Dd]eprecated.*/, "", text)
	}
	if (kind == "warning")
		sub(/:.*/, "", text)
	if (kind ~ /^(code|warning)$/ && name !~ /^[1-6][0-9][0-9]$/)
		return
	if (kind == "code" && reference == "")
		reference = "[RFC3261]"
	rows[kind]++
	row_text[kind, name] = trim(text)
	row_rfcs[kind, name] = rfcs_of(reference)
	row_where[kind, name] = where
	row_kind[++row_count] = kind
	row_name[row_count] = name
}

# The kind of table that follows, by its heading, or by its columns in CSV.
function kind_of_heading(s)
{
	return s == "Response Codes" ? "code" : \
	    s ~ /^Warning Codes/ ? "warning" : \
	    s == "Option Tags" ? "option" : \
	    s == "Header Fields" ? "header" : \
	    s == "Reason Protocols" ? "reason" : ""
}

function kind_of_columns(s)
{
	s = tolower(s)
	return s ~ /^response code,/ ? "code" : \
	    s ~ /^code,description,/ ? "warning" : \
	    s ~ /^name,description,/ ? "option" : \
	    s ~ /^header name,compact/ ? "header" : \
	    s ~ /^protocol value,/ ? "reason" : ""
}

# A row of a table in the text: a name, and the references at the end, which a
# code need not have.  What begins with a blank goes on with another row.
function take_line(kind, s, where,    reference, name)
{
	if (s !~ /^[^ \t]+ +[^ ]/)
		return
	reference = ""
	if (match(s, / (\[[^][]*\] ?)+$/)) {
		reference = substr(s, RSTART)
		s = trim(substr(s, 1, RSTART - 1))
	}
	if (reference == "" && kind != "code")
		return
	name = s
	sub(/ .*/, "", name)
	take(kind, name, substr(s, length(name) + 1), reference, where)
}

function read_text(path, s, n,    kind, table)
{
	kind = ""
	table = 0
	do {
		n++
		sub(/[ \t\r]+$/, "", s)
		if (s ~ /^(Registration Procedure|Expert|Reference$|Note$)/) {
			# The heading before this is of another table.
			if (s ~ /^(Registration|Expert)/ && table)
				kind = ""
			table = 0
		}
		if (kind_of_heading(s) != "") {
			kind = kind_of_heading(s)
			table = 0
		} else if (kind != "" && s ~ /[^ ].* Reference$/) {
			table = 1
		} else if (table) {
			take_line(kind, s, path ":" n)
		}
	} while ((getline s < path) > 0)
}

# The cells of a row of CSV into cell[1..]; how many there are.
function cells_of(s, cell,    n, i, c, quoted)
{
	split("", cell)
	n = 1
	quoted = 0
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		if (c == "\"" && quoted && substr(s, i + 1, 1) == "\"")
			cell[n] = cell[n] substr(s, i++, 1)
		else if (c == "\"")
			quoted = !quoted
		else if (c == "," && !quoted)
			n++
		else
			cell[n] = cell[n] c
	}
	return n
}

function read_csv(path, kind, n,    s, whole, from, cell, last, quotes, copy)
{
	whole = ""
	while ((getline s < path) > 0) {
		n++
		sub(/\r$/, "", s)
		if (whole == "")
			from = n
		whole = whole == "" ? s : whole " " s
		copy = whole
		quotes = gsub(/"/, "", copy)
		if (quotes % 2 == 1)
			continue
		last = cells_of(whole, cell)
		if (last > 2 && cell[1] != "")
			take(kind, trim(cell[1]), cell[2], cell[3],
			    path ":" from)
		whole = ""
	}
}

function read_registry(path,    s, n, kind)
{
	if ((getline s < path) <= 0)
		return
	sub(/\r$/, "", s)
	sub(/^\357\273\277/, "", s)
	kind = kind_of_columns(s)
	if (kind != "")
		read_csv(path, kind, 1)
	else
		read_text(path, s, 0)
	close(path)
}

# The records of a file of data: their key and, where they have it, more.
function read_data(file, kind, key,    path, s, n, name, value, at)
{
	path = ROOT "/data/" file
	n = 0
	at = ""
	while ((getline s < path) > 0) {
		n++
		if (!match(s, /^[A-Z][A-Za-z_]*: /))
			continue
		name = substr(s, 1, RLENGTH - 2)
		value = substr(s, RLENGTH + 1)
		if (name == key) {
			at = value
			data_where[kind, at] = "data/" file ":" n
			data_kind[++data_count] = kind
			data_name[data_count] = at
		} else if (name == "Phrase") {
			data_phrase[kind, at] = value
		} else if (name == "Status") {
			data_status[kind, at] = value
		} else if (name == "Compact") {
			data_compact[kind, at] = value
		} else if (name == "Reference" || name == "Source") {
			data_rfcs[kind, at] = data_rfcs[kind, at] rfcs_of(value)
			if (value ~ /^IANA sip-parameters/)
				in_registry[kind, at] = 1
		}
	}
	close(path)
	if (n == 0) {
		print "registry.sh: cannot read '" path "'" > "/dev/stderr"
		exit 2
	}
}

function read_unkept(    s, space)
{
	while ((getline s < UNKEPT) > 0) {
		space = index(s, " ")
		unkept[substr(s, 1, space - 1), substr(s, space + 1)] = 1
	}
}

# Is what the data say of the row still so?
function compare(kind, name,    where, text, what, rfc, n, i)
{
	where = data_where[kind, name]
	what = "changed: " kind " " name ": "
	text = row_text[kind, name]
	if (kind == "code") {
		deprecated = sub(/ \(Deprecated\)$/, "", text)
		is_deprecated = data_status[kind, name] == "deprecated"
		if (data_status[kind, name] !~ /^(registered|deprecated)$/)
			differ(where, what data_status[kind, name] \
			    " in the data, and registered")
		else if (deprecated != is_deprecated)
			differ(where, what data_status[kind, name] \
			    " in the data, '" row_text[kind, name] "' there")
	}
	if (kind ~ /^(code|warning)$/ && data_phrase[kind, name] != text)
		differ(where, what "'" data_phrase[kind, name] \
		    "' in the data, '" text "' there")
	if (kind == "header" && data_compact[kind, name] != text)
		differ(where, what "compact '" data_compact[kind, name] \
		    "' in the data, '" text "' there")
	n = split(row_rfcs[kind, name], rfc, " ")
	for (i = 1; i <= n; i++)
		if (!index(" " data_rfcs[kind, name] " ", " " rfc[i] " ") &&
		    !((kind, name " RFC " rfc[i]) in unkept))
			differ(where, what "RFC " rfc[i] " there is no source")
}

BEGIN {
	ROOT = ENVIRON["ROOT"]
	UNKEPT = ENVIRON["UNKEPT"]
	read_unkept()
	read_data("codes.rec", "code", "Code")
	read_data("warnings.rec", "warning", "Warning")
	read_data("options.rec", "option", "Tag")
	read_data("headers.rec", "header", "Header")
	for (i = 1; i < ARGC; i++) {
		before = row_count
		read_registry(ARGV[i])
		if (row_count == before) {
			print "registry.sh: no table of SIP parameters in '" \
			    ARGV[i] "'" > "/dev/stderr"
			exit 2
		}
	}
	for (i = 1; i <= row_count; i++) {
		kind = row_kind[i]
		name = row_name[i]
		if ((kind, name) in data_where)
			compare(kind, name)
		else if (!((kind, name) in unkept))
			differ(row_where[kind, name], "new: " kind " " name \
			    (row_text[kind, name] == "" ? "" : ": " \
			    row_text[kind, name]))
	}
	for (i = 1; i <= data_count; i++) {
		kind = data_kind[i]
		name = data_name[i]
		if (!rows[kind] || (kind, name) in row_where ||
		    (kind, name) in unkept)
			continue
		if (kind == "header" || (kind, name) in in_registry ||
		    data_status[kind, name] ~ /^(registered|deprecated)$/)
			differ(data_where[kind, name], "gone: " kind " " name)
	}
	n = split("code warning option header reason", k, " ")
	for (i = 1; i <= n; i++)
		line = line (i > 1 ? ", " : "") rows[k[i]] + 0 " " k[i] "s"
	print line ": " differences + 0 " differ"
	exit differences > 0
}
