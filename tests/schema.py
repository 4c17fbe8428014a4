"""schema.py - holds documents against definitions of a JSON Schema.

usage: schema.py SCHEMA <LIST

LIST has a line a document, "DEFINITION[|DEFINITION] FILE"; the definition "-"
is the whole schema, and a document of "!DEFINITION" has to be refused.  Every breach is a line; status 1 if there is one.
"""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as f:
    whole = json.load(f)
jsonschema.Draft202012Validator.check_schema(whole)
checked = breaches = 0
for line in sys.stdin:
    name, path = line.rstrip("\n").split(" ", 1)
    refused = name.startswith("!")
    name = name.lstrip("!")
    schema = whole
    if name != "-":
        if not whole["$defs"].keys() >= set(name.split("|")):
            sys.exit(f"no definition {name}")
        schema = {"anyOf": [{"$ref": f"#/$defs/{one}"}
                            for one in name.split("|")],
                  "$defs": whole["$defs"]}
    with open(path, encoding="utf-8") as f:
        document = json.load(f)
    validator = jsonschema.Draft202012Validator(schema)
    error = jsonschema.exceptions.best_match(validator.iter_errors(document))
    checked += 1
    if (error is not None) != refused:
        breaches += 1
        print(f"{path}: {name}: "
              + ("taken" if error is None else
                 f"{error.json_path}: {error.message[:300]}"))
print(f"{checked} documents, {breaches} breaches")
sys.exit(1 if breaches or not checked else 0)
