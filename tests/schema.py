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
    schemas = [whole]
    if name != "-":
        if not whole["$defs"].keys() >= set(name.split("|")):
            sys.exit(f"no definition {name}")
        schemas = [{"$ref": f"#/$defs/{one}", "$defs": whole["$defs"]}
                   for one in name.split("|")]
    with open(path, encoding="utf-8") as f:
        document = json.load(f)
    # is_valid() ends at the first error; the words are for a breach alone.
    error = None
    validators = [jsonschema.Draft202012Validator(one) for one in schemas]
    if not any(one.is_valid(document) for one in validators):
        error = jsonschema.exceptions.best_match(
            validators[-1].iter_errors(document))
    checked += 1
    if (error is not None) != refused:
        breaches += 1
        print(f"{path}: {name}: "
              + ("taken" if error is None else
                 f"{error.json_path}: {error.message[:300]}"))
print(f"{checked} documents, {breaches} breaches")
sys.exit(1 if breaches or not checked else 0)
