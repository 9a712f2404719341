#!/usr/bin/env bash
# Greps the includes: a stage names only headers of its own and of stages before it, and each
# third-party library stays in the one place that wraps it.
#
#   includes.sh SOURCE_FOLDER
set -u
export LC_ALL=C
cd "$1" || exit 2

stages=(error threads text lexicon extract claims merge output pipeline cli)

# rank STAGE: its place in the order; of an unknown one nothing.
rank() {
  local i
  for i in "${!stages[@]}"; do
    [ "${stages[i]}" = "$1" ] && echo "$i"
  done
}

# stage_of PATH: include/msmt/text.hpp, msmt/text.hpp, src/text/x.cpp and text/x.hpp are of text. What
# extract finds beside mentions has a header of its own, msmt/times.hpp.
stage_of() {
  local path=${1#include/}
  path=${path#src/}
  path=${path#msmt/}
  path=${path%%/*}
  path=${path%.*}
  [ "$path" != times ] || path=extract
  echo "$path"
}

# home_of HEADER: pattern of the files that may include a third-party header; of others nothing.
home_of() {
  case $1 in
    re2/*) echo 'src/extract/pattern.cpp' ;;
    nlohmann/*) echo 'src/output/*' ;;
    CLI/*) echo 'src/cli/*' ;;
    fmt/*) echo 'tests/bench/*' ;;
    catch2/*) echo 'tests/*' ;;
  esac
}

failed=0
fail() {
  printf '%s\n' "$*"
  failed=1
}

seen=0
while IFS=: read -r file line text; do
  seen=$((seen + 1))
  name=${text#*[<\"]}
  name=${name%%[>\"]*}
  if [[ $text == *\<* ]]; then
    home=$(home_of "$name")
    # shellcheck disable=SC2053  # the right side is a pattern
    [ -z "$home" ] || [[ $file == $home ]] ||
      fail "$file:$line: includes <$name>: only $home does"
    continue
  fi
  own=$(rank "$(stage_of "$file")")
  other=$(rank "$(stage_of "$name")")
  if [ -z "$own" ] || [ -z "$other" ]; then
    fail "$file:$line: includes \"$name\": no stage of ${stages[*]}"
  elif [ "$other" -gt "$own" ]; then
    fail "$file:$line: includes \"$name\": a stage knows only itself and those before it"
  elif [[ $file == include/* && $name != msmt/* ]]; then
    fail "$file:$line: includes \"$name\": a public header includes public headers only"
  fi
done < <(grep -rnE '^[[:space:]]*#[[:space:]]*include' include src --include='*.hpp' --include='*.cpp')

# A grep that finds nothing would pass everything.
[ "$seen" -gt 100 ] || fail "only $seen includes found below $1"

while IFS= read -r place; do
  fail "$place: only src/cli prints, exits, and looks at the clock or the locale"
done < <(grep -rnE 'std::(cout|cerr|clog|exit|abort|locale|random_device)\b|system_clock|[^_a-z]printf\(' \
  include src --include='*.hpp' --include='*.cpp' | grep -v '^src/cli/' | cut -d: -f1,2)

exit "$failed"
