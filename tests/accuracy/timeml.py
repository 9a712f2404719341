#!/usr/bin/env python3
"""Score the dates of msmt-extract against TimeML files, as TempEval-3 does.

    timeml.py [--half tune|check] [--errors N] PROGRAM FILE.tml...

The files are the user's own (TimeBank and AQUAINT as in TBAQ-cleaned); nothing of them is kept. The text of
each goes to the program with its document creation time as `published`.

strict    same span, our leading preposition taken off;  relaxed  overlapping spans, paired one to one
type      F1 of the relaxed pairs with the same type;    value    F1 of the relaxed pairs with the same value
--half    every second file of the sorted list: `tune` may be looked at, `check` only scored
"""
import argparse
import collections
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

PREPOSITION = re.compile(
    r"(?:(?:in|on|at|of|for|from|since|until|till|by|before|after|during|through|throughout|within|over|between|up|to|as|"
    r"about|around|ahead|prior|starting|beginning|effective|dated|under|across)\s+)+", re.I)


def read_tml(path):
    """The text of a TimeML file, its document creation time, and its TIMEX3 as (begin, end, type, value)."""
    data = path.read_text(encoding="utf-8", errors="replace")
    created = re.search(r'<DCT>\s*<TIMEX3[^>]*\bvalue="(\d{4}-\d\d-\d\d)', data)
    body = re.search(r"<TEXT>(.*?)</TEXT>", data, re.S).group(1)
    text, gold, open_tag = "", [], None
    for piece in re.split(r"(<[^>]+>)", body):
        if piece.startswith("<TIMEX3"):
            open_tag = (len(text), dict(re.findall(r'(\w+)="([^"]*)"', piece)))
        elif piece.startswith("</TIMEX3") and open_tag:
            begin, fields = open_tag
            if len(text) > begin:
                gold.append((begin, len(text), fields["type"], fields["value"]))
            open_tag = None
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    return text, created.group(1) if created else None, gold


def run(program, documents):
    """The dates of each document, as (begin, end, type, value, text) in code points."""
    with tempfile.TemporaryDirectory() as folder:
        root, manifest = pathlib.Path(folder), []
        for name, (text, created, _) in documents.items():
            (root / f"{name}.txt").write_text(text, encoding="utf-8")
            manifest.append({"path": f"{name}.txt", **({"published": created} if created else {})})
        (root / "manifest.json").write_text(json.dumps(manifest))
        command = [str(pathlib.Path(program).resolve()), "--mentions", "--manifest", "manifest.json"]
        result = subprocess.run(command + [f"{n}.txt" for n in documents], cwd=root, stdout=subprocess.PIPE)
        report = json.loads(result.stdout)
    found = collections.defaultdict(list)
    for source in report["sources"]:
        for m in source["mentions"]:
            if m["type"] == "date":
                text = documents[pathlib.Path(source["path"]).stem][0][slice(*m["chars"])]
                found[pathlib.Path(source["path"]).stem].append(
                    (*m["chars"], m["timex"]["type"], m["timex"]["value"], text))
    return found


def pair(gold, ours):
    """One-to-one pairs of overlapping spans, best overlap first."""
    pairs, options = [], []
    for i, g in enumerate(gold):
        for j, o in enumerate(ours):
            common = min(g[1], o[1]) - max(g[0], o[0])
            if common > 0:
                options.append((-common / (max(g[1], o[1]) - min(g[0], o[0])), i, j))
    used_gold, used_ours = set(), set()
    for _, i, j in sorted(options):
        if i not in used_gold and j not in used_ours:
            used_gold.add(i)
            used_ours.add(j)
            pairs.append((i, j))
    return pairs, used_gold, used_ours


def bare(span, text):
    return span[0] + (len(m.group()) if (m := PREPOSITION.match(text)) else 0), span[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--half", choices=["tune", "check"])
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    files = sorted(options.files, key=lambda path: path.name)
    if options.half:
        files = files[options.half == "check"::2]
    documents = {path.stem: read_tml(path) for path in files}
    found = run(options.program, documents)
    count, kinds, notes = collections.Counter(), collections.Counter(), collections.defaultdict(list)
    for name, (text, created, gold) in documents.items():
        ours = found[name]
        pairs, used_gold, used_ours = pair(gold, ours)
        count.update(gold=len(gold), ours=len(ours))
        kinds.update(("gold", g[2]) for g in gold)
        for i, j in pairs:
            g, o = gold[i], ours[j]
            words = text[g[0]:g[1]]
            # a span without its preposition, or a TIMEX3 that keeps it
            count.update(relaxed=1, strict=g[:2] in (o[:2], bare(o, o[4])), type=g[2] == o[2], value=g[3] == o[3])
            kinds.update([("found", g[2])] + ([("right", g[2])] if g[3] == o[3] else []))
            if g[3] != o[3] or g[2] != o[2]:
                notes["wrong value"].append((name, created, words, g[2:], o[4], o[2:4], text[max(0, g[0] - 90):g[1] + 40]))
        for i, g in enumerate(gold):
            if i not in used_gold:
                notes["missed"].append((name, created, text[g[0]:g[1]], g[2:], text[max(0, g[0] - 60):g[1] + 40]))
        for j, o in enumerate(ours):
            if j not in used_ours:
                notes["false alarm"].append((name, created, o[4], o[2:4], text[max(0, o[0] - 60):o[1] + 40]))
    for what, rows in notes.items():
        for row in rows[:options.errors]:
            print(what, *[" ".join(str(field).split()) for field in row], sep=" | ")
    print(f"{len(files)} files, {count['gold']} TIMEX3, {count['ours']} dates")
    for what in ("strict", "relaxed", "type", "value"):
        precision, recall = count[what] / max(1, count["ours"]), count[what] / max(1, count["gold"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{what:8} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    for kind in ("DATE", "TIME", "DURATION", "SET"):
        total = kinds["gold", kind]
        print(f"{kind:8} {total:5} in the files, found {kinds['found', kind]}, value right {kinds['right', kind]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
