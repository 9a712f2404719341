#!/usr/bin/env python3
"""Checks reports against the schema that the program prints, with the package jsonschema.

    validate.py PROGRAM ROOT     ROOT: the folder of the sources; status 77 without the package

Python's json module is the second reader: duplicate keys, NaN and bytes that are not UTF-8 are
refused.
"""

import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("no package jsonschema: apt-get install python3-jsonschema")
    sys.exit(77)

program = str(pathlib.Path(sys.argv[1]).resolve())
root = pathlib.Path(sys.argv[2])


def unique(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a key stands twice: {keys}")
    return dict(pairs)


def no_constant(name):
    raise ValueError(f"{name} is not JSON")


def read(data):
    return json.loads(data.decode("utf-8"), object_pairs_hook=unique, parse_constant=no_constant)


def run(*arguments, text=None):
    done = subprocess.run([program, *arguments], input=text, stdout=subprocess.PIPE, check=True)
    return done.stdout


schema = read(run("--schema"))
Validator = jsonschema.validators.validator_for(schema)
Validator.check_schema(schema)
validator = Validator(schema)
failures = 0


def check(name, report, bytes_of):
    """The schema; then that every quote is what its bytes and its code points say."""
    global failures
    for error in validator.iter_errors(report):
        place = "/".join(str(step) for step in error.absolute_path)
        print(f"{name}: {place}: {error.message[:200]}")
        failures += 1
    for claim in report["claims"]:
        if not claim["evidence"]:
            print(f"{name}: {claim['id']} has no evidence")
            failures += 1
        for evidence in claim["evidence"]:
            data = bytes_of(evidence["source"])
            by_bytes = data[slice(*evidence["bytes"])].decode("utf-8")
            by_chars = data.decode("utf-8")[slice(*evidence["chars"])]
            if by_bytes != by_chars or " ".join(by_bytes.split()) != evidence["quote"]:
                print(f"{name}: {claim['id']}: {evidence['quote']!r} is not {by_bytes!r}")
                failures += 1


samples = sorted(str(path) for path in (root / "data").glob("*.txt"))
annotated = sorted(str(path) for path in (root / "tests/articles").rglob("*.txt"))
check("samples", read(run("--mentions", "--residue", *samples)), lambda p: pathlib.Path(p).read_bytes())
check("articles", read(run("--mentions", "--residue", *annotated)), lambda p: pathlib.Path(p).read_bytes())
lines = [json.loads(line) for line in run("-f", "jsonl", *annotated).splitlines()]
if lines != read(run(*annotated))["claims"]:
    print("the lines of -f jsonl are not the claims of -f json")
    failures += 1

odd = [
    "",
    "\ufeffIran sent \u201c200 drones\u201d to Russia.\r\nIt sent 1e309 more.\r\n",
    "Iran sent \x1b[31m\x7f\u009b\u202e200 drones\\\" to Russia, \"Zeta\\\" said.",
    "North Korea sent 99999999999999999999999999999999 shells to Russia.",
    "\U0001f600 Iran sent Russia 0.1 to 0.30000000000000004 tons of fuel in 2024.",
]
for text in odd:
    data = text.encode("utf-8")
    check(repr(text), read(run("--mentions", "--residue", "-", text=data)), lambda p: data)

print(f"{len(samples) + len(annotated) + len(odd)} articles, {failures} failures")
sys.exit(1 if failures else 0)
