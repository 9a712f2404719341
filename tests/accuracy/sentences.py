#!/usr/bin/env python3
"""Score quantities and dates on texts that somebody annotated who had seen no rule and no output.

    sentences.py [--errors] [--floor] PROGRAM

gold/quantities.jsonl   sentences of news: each quantity with its words, relation, figure, unit and rate
gold/dates.jsonl        news stories and narratives: each TIMEX3 with its place in bytes, type and value

Found are mentions that overlap an annotated one, paired one to one. Records with an even number were
looked at when rules were written, those with an odd number were only scored; --errors prints what
differs in the even ones, --floor fails when a figure of the odd ones is below the one given here.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent / "gold"
# The same unit in another spelling, or by the name that ISO 4217 and Rec 20 give it.
SAME_UNIT = {"tonne": "metric ton", "yen": "Japanese yen", "cent": "US cent"}
# A little below what was measured when they were last set.
FLOORS = {("quantities", "value"): 0.95, ("quantities", "value and unit"): 0.89,
          ("quantities", "value and relation"): 0.94, ("dates", "found"): 0.95,
          ("dates", "value"): 0.89}


def read(program, records):
    """The mentions of each record, by its place in the list."""
    lines = "\n".join(json.dumps(record) for record in records)
    run = subprocess.run([program, "--per-article", "--mentions", "-q", "-"], input=lines,
                         capture_output=True, text=True, check=True)
    return [json.loads(line)["source"]["mentions"] for line in run.stdout.splitlines()]


def pair_off(gold, found):
    """Indices of the annotated and the found spans that overlap best, one to one."""
    fits = []
    for g, (begin, end) in enumerate(gold):
        for f, (first, last) in enumerate(found):
            common = min(end, last) - max(begin, first)
            if common > 0:
                fits.append((-common / (max(end, last) - min(begin, first)), g, f))
    pairs, used_gold, used_found = [], set(), set()
    for _, g, f in sorted(fits):
        if g not in used_gold and f not in used_found:
            used_gold.add(g)
            used_found.add(f)
            pairs.append((g, f))
    return pairs


def unit_of(name):
    name = SAME_UNIT.get(name or "", name or "").lower()
    for british, american in (("metre", "meter"), ("litre", "liter"), ("programme", "program")):
        name = name.replace(british, american)
    return name


def same(a, b):
    return a == b or (None not in (a, b) and abs(a - b) <= 1e-6 * max(1, abs(a)))


def judge_quantity(gold, found):
    value = same(gold["value"], found["value"]) and (
        gold["value"] is not None
        or (same(gold["low"], found["low"]) and same(gold["high"], found["high"])))
    unit, per = unit_of(found["unit"]), found.get("per")
    # "kilometre" with the rate "hour" is the unit "kilometer per hour" here
    wanted = unit_of(gold["unit"])
    as_rate = f"{wanted} per {gold['per']}" if gold["per"] else wanted
    return {"value": value, "value and unit": value and unit in (wanted, as_rate),
            "value and relation": value and gold["relation"] == found["relation"],
            "rate": per == gold["per"] or unit == as_rate}


def judge_date(gold, found):
    timex = found["timex"]
    return {"type": gold["type"] == timex["type"], "value": gold["value"] == timex["value"]}


def quantities_of(record):
    at = 0
    for quantity in record["quantities"]:
        begin = record["text"].index(quantity["surface"], at)
        at = begin + len(quantity["surface"])
        yield (begin, at), quantity


def dates_of(record):
    raw = record["text"].encode()
    for timex in record["timex"]:
        begin = len(raw[:timex["begin"]].decode())
        yield (begin, begin + len(timex["text"])), timex


def score(kind, mention_type, records, spans_of, judge, mentions, errors):
    """F1 of each measure, for the even and the odd records."""
    counts = (collections.Counter(), collections.Counter())
    for number, (record, listed) in enumerate(zip(records, mentions)):
        gold = list(spans_of(record))
        found = [m for m in listed if m["type"] == mention_type]
        count = counts[number % 2]
        count["gold"] += len(gold)
        count["output"] += len(found)
        pairs = pair_off([span for span, _ in gold], [m["chars"] for m in found])
        count["found"] += len(pairs)
        for g, f in pairs:
            right = judge(gold[g][1], found[f])
            count.update({name: 1 for name, is_right in right.items() if is_right})
            wrong = [name for name, is_right in right.items() if not is_right]
            if wrong and errors and number % 2 == 0:
                print(f"  {number}: {', '.join(wrong)}: {gold[g][1]} | {found[f]['text']}")
    measures = [m for m in dict.fromkeys((*counts[0], *counts[1])) if m not in ("gold", "output")]
    f1 = [{m: 2 * c[m] / (c["gold"] + c["output"]) for m in measures} for c in counts]
    print(f"{kind}: {counts[0]['gold']} annotated in the even, {counts[1]['gold']} in the odd records")
    for measure in measures:
        print(f"  {measure:20}{f1[0][measure]:8.3f}{f1[1][measure]:8.3f}")
    return f1[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--floor", action="store_true")
    options = parser.parse_args()

    def load(name):
        return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]

    figures = {}
    for kind, mention_type, spans_of, judge, day in (
            ("quantities", "quantity", quantities_of, judge_quantity, "2024-05-02"),
            ("dates", "date", dates_of, judge_date, None)):
        records = load(f"{kind}.jsonl")
        inputs = []
        for number, record in enumerate(records):
            published = record.get("dct") or day
            inputs.append({"path": f"{number:04}.txt", "text": record["text"],
                           **({"published": published} if published else {})})
        figures[kind] = score(kind, mention_type, records, spans_of, judge,
                              read(options.program, inputs), options.errors)
    low = [f"{kind}, {measure}: {figures[kind][measure]:.3f} is below {floor}"
           for (kind, measure), floor in FLOORS.items() if figures[kind][measure] < floor]
    if options.floor and low:
        sys.exit("\n".join(low))


if __name__ == "__main__":
    main()
