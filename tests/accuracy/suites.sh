#!/usr/bin/env bash
# How many values of public test suites are read, suite by suite (docs/accuracy.md has the figures):
#
#   tests/accuracy/suites.sh build/release/msmt-extract SUITES [FAILURES]
#
# SUITES is a folder that holds checkouts of microsoft/Recognizers-Text, nielstron/quantulum3 and
# facebook/duckling (any may be missing). Each case is read on its own, as an article of one line. A value is right when a
# quantity of the case has it as its figure, a range when one has both bounds (quantulum3 writes the
# middle), a unit when the quantity with that figure has it. With FAILURES, what is not right is written
# into that file, one line of JSON per case.
set -euo pipefail

program=$(realpath "$1")
suites=$2
failures=${3:-/dev/null}
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
: > "$failures"

# Cases of Recognizers-Text: what the resolution says, as numbers; intervals "(10,20]" as bounds.
recognizers='
  def figure: sub("%$"; "") | try tonumber catch null;
  def bound: if . == "" then null else (try tonumber catch null) end;
  .[] | {text: .Input, want: [.Results[] | .Resolution | select(. != null and (.value | type) == "string")
    | .unit as $unit | .value
    | if test("^[\\[(].*,.*[\\])]$")
      then (.[1:-1] | split(",")) as [$low, $high] | {low: ($low | bound), high: ($high | bound), range: true}
      else {value: figure} | select(.value != null) end
    | .unit = $unit]}'
quantulum='.[] | {text: .req, want: [.res[] | {value, unit}]}'
# Corpora of duckling are lists of Haskell: examples (between Dollar (10, 20)) [ "…", "…" ].
duckling='
  def bounds: if .[0] == "between" then {low: .[2], high: .[3], range: true}
    elif .[0] == "under" then {low: null, high: .[2], range: true}
    elif .[0] == "above" then {low: .[2], high: null, range: true}
    else {value: .[2]} end;
  [match("examples \\((simple|between|under|above) (\\w+) \\(?(-?[0-9.e]+)(?:, ?([0-9.e]+))?\\)*\\s*\\[([^\\]]*)\\]"; "g")
    | [.captures[].string] | (.[0:2] + (.[2:4] | map(if . == null then null else tonumber end)) + .[4:])]
  | .[] | . as $case | $case[4] | [match("\"((?:[^\"\\\\]|\\\\.)*)\""; "g").captures[0].string][]
  | {text: gsub("\\\\(?<c>.)"; .c), want: [$case | bounds | .unit = null]}'

# Names of units as the suites have them, and as they are here.
score='
  def plain: ascii_downcase | gsub("metre"; "meter") | gsub("litre"; "liter");
  def known: {"dollar": "us dollar", "united states dollar": "us dollar", "pound": "pound sterling",
    "british pound": "pound sterling", "cent": "us cent", "percentage": "percent", "dimensionless": "",
    "f": "degree fahrenheit", "c": "degree celsius", "rupee": "indian rupee", "ton": "ton"};
  def same($a; $b): ($a | plain | known[.] // .) == ($b | plain)
    or ($a | plain) == ($b | plain | ltrimstr("us ") | ltrimstr("indian "));
  def near($a; $b): $a != null and $b != null and (($a - $b) | fabs) <= 1e-6 * ([1, ($b | fabs)] | max);
  def equal($a; $b): ($a == null and $b == null) or near($a; $b);
  def right($want):
    if $want.range then equal(.low; $want.low) and equal(.high; $want.high)
    else near(.value; $want.value) or near(.low; $want.value) or near(.high; $want.value)
      or (.low != null and .high != null and near((.low + .high) / 2; $want.value)) end;
  [$cases, [$report[0].sources[] | {text: .path, found: [.mentions[]? | select(.type == "quantity")]}]]
  | transpose
  | map(.[0] as $case | .[1].found as $found | {text: $case.text, judged: [$case.want[] as $want
      | ([$found[] | select(right($want))]) as $hits
      | {want: $want, value: ($hits | length > 0), unit: ($hits | any(same($want.unit // ""; .unit // "")))}],
      found: [$found[].text]})'

run() {  # name, file, filter, non-empty where the file is not JSON
  [ -e "$2" ] || return 0
  sed '1s/^\xef\xbb\xbf//' "$2" | jq -c ${4:+-R -s} "$3" > "$work/cases"
  jq -c -s 'to_entries[] | {path: ("case" + ((.key + 100000) | tostring)), text: .value.text}' \
    "$work/cases" > "$work/articles.jsonl"
  "$program" --mentions -o "$work/report.json" "$work/articles.jsonl"
  jq -c -n --slurpfile cases "$work/cases" --slurpfile report "$work/report.json" "$score" > "$work/judged"
  jq -r --arg name "$1" '
    [.[].judged[]] as $all | ($all | length) as $n
    | ($all | map(select(.want.unit))) as $measured
    | def share($k): if length == 0 then "-" else (map(select(.[$k])) | length) / length * 1000 | round / 1000 end;
      [$name, $n, length, ($all | share("value")), ($measured | share("unit"))] | @tsv' "$work/judged"
  jq -c '.[] | select(any(.judged[]; .value | not))' "$work/judged" >> "$failures"
}

printf 'suite\tvalues\tcases\tvalue\tvalue and unit\n'
recognizer() { run "Recognizers-Text $1" "$suites/Recognizers-Text/Specs/$2/English/$1.json" "$recognizers"; }
recognizer CurrencyModel NumberWithUnit
recognizer DimensionModel NumberWithUnit
recognizer TemperatureModel NumberWithUnit
recognizer AgeModel NumberWithUnit
recognizer PercentModel Number
recognizer NumberRangeModel Number
recognizer NumberModel Number
run quantulum3 "$suites/quantulum3/quantulum3/_lang/en_US/tests/quantities.json" "$quantulum"
for corpus in AmountOfMoney Distance Temperature Volume; do
  run "duckling $corpus" "$suites/duckling/Duckling/$corpus/EN/Corpus.hs" "$duckling" raw
done
