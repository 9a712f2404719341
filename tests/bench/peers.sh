#!/usr/bin/env bash
# Runs other tools over the text that the benchmark runs on, as far as they are installed or their
# registry gives them, and prints MB/s of processor time with versions.
#
#   tests/bench/peers.sh BUILD [--size MB] [--cache FOLDER]
#
# ripgrep     the names of the lexicons as fixed strings (rg -oFf)
# chrono      dates alone (npm: chrono-node)
# recognizers numbers, units and dates (npm: @microsoft/recognizers-text-suite)
# quantulum3  quantities alone (pip: quantulum3)
# spaCy       an entity ruler with the same names over a blank English pipeline (pip: spacy)
# HeidelTime  dates alone, without a part-of-speech tagger, news of one day (Maven: heideltime, uimaj-core)
#
# The slow ones get the first articles only: --size counts for ripgrep and msmt-extract, the others
# stop after 100 KB.
set -euo pipefail

build=$1
shift
size=1
cache=${XDG_CACHE_HOME:-$HOME/.cache}/msmt-bench
while [ $# -gt 1 ]; do
  case $1 in
    --size) size=$2 ;;
    --cache) cache=$2 ;;
  esac
  shift 2
done
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$cache"

"$build/tests/bench/msmt_bench" --size "$size" --write "$work/articles.jsonl" --names "$work/names.txt"
jq -r .text "$work/articles.jsonl" > "$work/all.txt"
head -c 100000 "$work/all.txt" > "$work/part.txt"

# processor seconds of a command, user and system
seconds() {
  local TIMEFORMAT='%U %S'
  { time "$@" > /dev/null 2> "$work/err"; } 2>&1 | awk '{print $1 + $2}'
}
row() { # name, version, file, seconds, seconds to start
  local bytes
  bytes=$(stat -c %s "$3")
  awk -v n="$1" -v v="$2" -v b="$bytes" -v s="$4" -v z="$5" \
    'BEGIN { t = s - z; if (t < 0.001) t = 0.001; printf "%-22s%-12s%12.2f\n", n, v, b / 1e6 / t }'
}

printf '%-22s%-12s%12s\n' tool version 'MB/s'
: > "$work/empty.jsonl"
head -n 1 "$work/articles.jsonl" > "$work/one.jsonl"
row msmt-extract "$("$build/msmt-extract" --version | cut -d' ' -f2)" "$work/all.txt" \
  "$(seconds "$build/msmt-extract" -j1 "$work/articles.jsonl")" \
  "$(seconds "$build/msmt-extract" -j1 "$work/one.jsonl")"

if command -v rg > /dev/null; then
  row 'ripgrep (names)' "$(rg --version | awk 'NR == 1 {print $2}')" "$work/all.txt" \
    "$(seconds rg -oF -f "$work/names.txt" "$work/all.txt")" 0
else
  echo 'ripgrep: not installed'
fi

if command -v npm > /dev/null; then
  (cd "$cache" && npm install --silent --no-fund --no-audit chrono-node \
    @microsoft/recognizers-text-suite > /dev/null 2>&1) || true
  for tool in chrono recognizers; do
    version=$(cd "$cache" && node "$here/peers.cjs" "$tool" --version 2> /dev/null) || version=
    if [ -z "$version" ]; then
      echo "$tool: not to be had"
      continue
    fi
    start=$(cd "$cache" && seconds node "$here/peers.cjs" "$tool" /dev/null)
    row "$tool" "$version" "$work/part.txt" \
      "$(cd "$cache" && seconds node "$here/peers.cjs" "$tool" "$work/part.txt")" "$start"
  done
else
  echo 'chrono, recognizers: npm is not installed'
fi

if command -v python3 > /dev/null; then
  [ -d "$cache/venv" ] || python3 -m venv "$cache/venv" || true
  for tool in quantulum3 spacy; do
    "$cache/venv/bin/pip" install --quiet "$tool" > /dev/null 2>&1 || true
    version=$("$cache/venv/bin/python" "$here/peers.py" "$tool" --version 2> /dev/null) || version=
    if [ -z "$version" ]; then
      echo "$tool: not to be had"
      continue
    fi
    start=$(seconds "$cache/venv/bin/python" "$here/peers.py" "$tool" /dev/null "$work/names.txt")
    row "$tool" "$version" "$work/part.txt" \
      "$(seconds "$cache/venv/bin/python" "$here/peers.py" "$tool" "$work/part.txt" \
        "$work/names.txt")" "$start"
  done
fi

if command -v java > /dev/null && command -v mvn > /dev/null; then
  version=2.2.1
  jars=$cache/heideltime-$version
  for artifact in "com.github.heideltime:heideltime:$version" org.apache.uima:uimaj-core:2.8.1; do
    [ -e "$jars/$(cut -d: -f2 <<< "$artifact")-${artifact##*:}.jar" ] ||
      mvn -q -B dependency:copy "-Dartifact=$artifact" "-DoutputDirectory=$jars" > /dev/null 2>&1 || true
  done
  heideltime() {
    java -cp "$jars/*" de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone "$1" \
      -c "$here/heideltime.props" -t NEWS -dct 2025-05-30 -pos NO
  }
  if heideltime "$work/part.txt" | grep -q '<TIMEX3'; then
    printf 'A sentence.\n' > "$work/start.txt"
    row HeidelTime "$version" "$work/part.txt" "$(seconds heideltime "$work/part.txt")" \
      "$(seconds heideltime "$work/start.txt")"
  else
    echo 'HeidelTime: not to be had'
  fi
else
  echo 'HeidelTime: java or mvn is not installed'
fi
