#!/usr/bin/env bash
# Runs the examples of a page and compares what they print with what the page says.
#
#   run.sh PROGRAM PAGE
#
# In blocks marked `console` a line `$ COMMAND` is run by bash, where data/ is the sources' own and
# msmt-extract is PROGRAM; the lines up to the next `$` are what it prints. Blocks of one page share
# a folder. In a table, a row "| `type` | … | _Sentence._ |" says that the sentence holds a claim or
# a mention of that type.
set -u
export LC_ALL=C.UTF-8
program=$(realpath "$1")
page=$(realpath "$2")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/here"
ln -s "$program" "$work/bin/msmt-extract"
ln -s "$root/data" "$work/here/data"
export PATH="$work/bin:$PATH"
cd "$work/here" || exit 2

failed=0
checked=0
command=""
expected=""
number=0
command_line=0

check_command() {
  [ -n "$command" ] || return 0
  bash -c "$command" >"$work/actual" 2>&1 </dev/null
  [ -z "$(tail -c 1 "$work/actual")" ] || echo >>"$work/actual" # a page has no half lines
  printf '%s' "$expected" >"$work/expected"
  if ! diff -u --label "$page says" --label "it prints" "$work/expected" "$work/actual"; then
    echo "$page:$command_line: $command"
    failed=1
  fi
  checked=$((checked + 1))
  command=""
  expected=""
}

check_row() {
  local type=$1 sentence=$2
  printf '%s\n' "$sentence" >"$work/sentence.txt"
  msmt-extract --published 2025-05-30 --mentions "$work/sentence.txt" |
    jq -e --arg type "$type" '[.claims[].type, .sources[].mentions[].type] | index($type)' \
      >/dev/null || {
    echo "$page:$number: no $type in: $sentence"
    failed=1
  }
  checked=$((checked + 1))
}

# shellcheck disable=SC2016  # no expansion is meant
row='^\| `([a-z_]+)` \|.*\| _(.+)_ \|$'
block=""
while IFS= read -r line; do
  number=$((number + 1))
  case $line in
    '```'*)
      check_command
      if [ -z "$block" ]; then block=${line#'```'}x; else block=""; fi
      continue
      ;;
  esac
  if [ "$block" = consolex ]; then
    if [[ $line == '$ '* ]]; then
      check_command
      command=${line#'$ '}
      command_line=$number
    else
      expected+=$line$'\n'
    fi
  elif [ -z "$block" ] && [[ $line =~ $row ]]; then
    check_row "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
  fi
done <"$page"

[ "$checked" -gt 0 ] || { echo "$page: no examples found" && failed=1; }
exit "$failed"
