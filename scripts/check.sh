#!/usr/bin/env bash
# The slow checks, one after the other or those that are named: clang-tidy on src/, the tests under the
# address and undefined behaviour sanitizers, under the thread sanitizer, twenty seconds of each fuzz
# target, a job for Spark, and a second build that must make the same bytes.
#
#   scripts/check.sh [tidy|asan|tsan|fuzz|spark|reproducible]...
#
# Goes on after a failure; any failure makes the status 1. All of it takes more than half an hour.
set -uo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
cd "$root" || exit 1
# shellcheck source=scripts/setup.sh
. scripts/setup.sh
install_checkers

# From the command lines of the asan preset, which are clang's: nothing needs to be compiled for it.
tidy() {
  cmake --preset asan &&
    find src -name '*.cpp' -print0 | sort -z |
    xargs -0 -n 1 -P "$(nproc)" clang-tidy-14 -p build/asan --quiet
}

# clang 14 builds these presets, g++ the release: the sources are held to both.
asan() { cmake --preset asan && cmake --build --preset asan && ctest --preset asan -j 2; }

# The stages know of no thread: what runs them in threads is the pipeline, in the property tests and in
# the program.
tsan() {
  cmake --preset tsan && cmake --build --preset tsan --target msmt-extract property_tests &&
    ctest --preset tsan -j 2 -L '^(property|cli|hostile|golden|readme)$'
}

fuzz() { scripts/fuzz.sh 20; }
spark() { integrations/spark/test.sh; }
reproducible() { scripts/reproducible.sh; }

[ $# -gt 0 ] || set -- tidy asan tsan fuzz spark reproducible
failed=()
for name in "$@"; do
  case $name in
    tidy | asan | tsan | fuzz | spark | reproducible) ;;
    *)
      say "no check \"$name\": tidy, asan, tsan, fuzz, spark, reproducible"
      exit 2
      ;;
  esac
  say "$name"
  "$name" </dev/null || failed+=("$name")
done
if [ ${#failed[@]} -gt 0 ]; then
  say "failed: ${failed[*]}"
  exit 1
fi
say "all passed"
