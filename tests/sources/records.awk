# records.awk - reads the facts and the English words of the data, as records.
#
# read_data() fills for record r, of 1 to record_count:
#   record_set[r]     its set: the name of its file, such as codes
#   record_key[r]     its key
#   fields[r]         how many fields it has, in facts and words
#   field_at[r, i]    the number of field i, for
#   field_name, field_value, field_file, field_line
# read_schema(FILE) knows from src/base/schema.def which field gives the sources
# of another.

function read_schema(path,    s, whole, part, set)
{
	while ((getline s < path) > 0) {
		whole = whole s
		if (whole !~ /^(SET|COLUMN)\(/ || whole !~ /\)[ \t]*$/) {
			if (whole !~ /^(SET|COLUMN)\(/)
				whole = ""
			continue
		}
		split(whole, part, /[(),][ \t]*/)
		if (part[1] == "SET") {
			set = part[3]
			gsub(/"/, "", set)
		} else if (match(whole, /[A-Z_]+\)[ \t]*$/)) {
			s = substr(whole, RSTART)
			sub(/\).*/, "", s)
			if (s != "NONE")
				gives[set, part[3]] = s
		}
		whole = ""
	}
	close(path)
}

# The field that gives the sources of field f, such as RETRY_SOURCE.
function source_of(r, f,    name)
{
	name = toupper(field_name[f])
	if ((record_type[r], name) in gives)
		return gives[record_type[r], name]
	return "Source"
}

function is_source(f)
{
	return field_name[f] ~ /^(Source|Reference|Read|[A-Za-z]+_Source)$/
}

function group_of(f)
{
	return field_name[f] ~ /_Source$/ ? toupper(field_name[f]) : "Source"
}

function take_field(r, name, value, file, line,    f)
{
	f = ++field_count
	field_name[f] = name
	field_value[f] = value
	field_file[f] = file
	field_line[f] = line
	field_at[r, ++fields[r]] = f
}

# Reads a file of facts, or the words to records that are there.
function read_records(path, set,    s, n, r, f, name, value, key, type)
{
	n = r = f = 0
	while ((getline s < path) > 0) {
		n++
		if (s ~ /^[A-Z][A-Za-z_]*:/) {
			match(s, /:[ \t]*/)
			name = substr(s, 1, RSTART - 1)
			value = substr(s, RSTART + RLENGTH)
			if (name == key && (set, value) in record_of) {
				r = record_of[set, value]
			} else if (name == key) {
				r = ++record_count
				record_of[set, value] = r
				record_set[r] = set
				record_key[r] = value
				record_type[r] = type
			}
			if (r > 0)
				take_field(r, name, value, path, n)
			f = field_count
		} else if (s ~ /^[+]/) {
			sub(/^[+] ?/, " ", s)
			field_value[f] = field_value[f] s
		} else if (s ~ /^%key: /) {
			key = substr(s, 7)
		} else if (s ~ /^%rec: /) {
			type = substr(s, 7)
		} else if (s == "") {
			r = 0
		}
	}
	close(path)
	return n > 0
}

# Labels and words of the program are no facts.
function read_data(    i, n, path, set)
{
	n = split(files, path, "\n")
	for (i = 1; i <= n; i++) {
		set = path[i]
		sub(/^data\//, "", set)
		sub(/[.]rec$/, "", set)
		read_records(path[i], set)
		read_records("data/en/" set ".rec", set)
	}
}

# Does the text say the number, as a word of its own?
function says(s, code)
{
	return (" " s " ") ~ ("[ (/,\"]" code "([ ),;:/\"]|[.] )")
}

# Is record r about the code, by a field or by a range?
function is_about(r, code,    i, f, name, first, last)
{
	first = last = 0
	for (i = 1; i <= fields[r]; i++) {
		f = field_at[r, i]
		name = field_name[f]
		if (name ~ /^(Code|Result|Nearest|Except)$/) {
			if (field_value[f] == code)
				return 1
		} else if (name == "First") {
			first = field_value[f]
		} else if (name == "Last") {
			last = field_value[f]
		}
	}
	return record_set[r] ~ /^(duties|proxy)$/ && first + 0 <= code &&
	    code <= last + 0
}

function is_about_any(r,    code)
{
	for (code in wanted_code)
		if (is_about(r, code))
			return 1
	return 0
}
