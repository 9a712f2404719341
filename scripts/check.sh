#!/usr/bin/env bash
# The slow checks, one after the other or those that are named: clang-tidy on src/, the tests under the
# address and undefined behaviour sanitizers, under the thread sanitizer, twenty seconds of each fuzz
# target, what the tests reach, a job for Spark, and a second build that must make the same bytes.
#
#   scripts/check.sh [tidy|asan|tsan|fuzz|coverage|spark|reproducible]...
#   scripts/check.sh lint       not among "all": the part of tidy that finds mistakes, in a third of the time
#
# Goes on after a failure; any failure makes the status 1. All of it takes more than half an hour.
set -uo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
cd "$root" || exit 1
# shellcheck source=scripts/setup.sh
. scripts/setup.sh
install_checkers

# clang_tidy [OPTION...]: on all sources, with no header but those that they include. Nothing needs to be
# compiled for it.
clang_tidy() {
  cmake --preset tidy &&
    find src -name '*.cpp' -print0 | sort -z |
    xargs -0 -n 1 -P "$(nproc)" clang-tidy-14 -p build/tidy --quiet "$@"
}

tidy() { clang_tidy; }

# No kind of finding takes long by itself; it is their number. These are the ones that are no matter of
# taste and that code here has had.
lint() {
  local kinds=(
    bugprone-{branch-clone,dangling-handle,infinite-loop,integer-division,string-constructor}
    bugprone-{terminating-continue,undelegated-constructor,unused-raii,use-after-move}
    performance-{for-range-copy,inefficient-vector-operation,move-const-arg,no-automatic-move}
    performance-{noexcept-move-constructor,unnecessary-copy-initialization,unnecessary-value-param}
  )
  clang_tidy --checks="-*$(printf ',%s' "${kinds[@]}")"
}

# clang 14 builds these presets, g++ the release: the sources are held to both.
asan() { cmake --preset asan && cmake --build --preset asan && ctest --preset asan -j "$(nproc)"; }

# The stages know of no thread: what runs them in threads is the pipeline, the program, and the property
# that the number of threads changes nothing.
tsan() {
  cmake --preset tsan &&
    cmake --build --preset tsan --target msmt-extract property_tests pipeline_tests &&
    build/tsan/tests/property_tests "*threads*" &&
    ctest --preset tsan -j "$(nproc)" -L '^(pipeline|cli|golden|readme)$'
}

fuzz() { scripts/fuzz.sh 20; }
coverage() { scripts/coverage.sh; }
spark() { build_release msmt-extract merge_scale && integrations/spark/test.sh; }
reproducible() { scripts/reproducible.sh; }

[ $# -gt 0 ] || set -- tidy asan tsan fuzz coverage spark reproducible
failed=()
for name in "$@"; do
  case $name in
    lint | tidy | asan | tsan | fuzz | coverage | spark | reproducible) ;;
    *)
      say "no check \"$name\": lint, tidy, asan, tsan, fuzz, coverage, spark, reproducible"
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
