#!/usr/bin/env bash
# The slow checks, one after the other or those that are named: clang-tidy on src/, the tests under the
# address and undefined behaviour sanitizers, under the thread sanitizer, twenty seconds of each fuzz
# target, what the tests reach, a job for Spark, and a second build that must make the same bytes.
#
#   scripts/check.sh [tidy|asan|tsan|fuzz|coverage|spark|reproducible]...
#
# Goes on after a failure; any failure makes the status 1. All of it takes more than half an hour.
set -uo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
cd "$root" || exit 1
# shellcheck source=scripts/setup.sh
. scripts/setup.sh
install_checkers

# All that .clang-tidy asks for. The sources of a stage are read as one (CMAKE_UNITY_BUILD), so that each header is
# looked at once.
tidy() { cmake --workflow --preset tidy; }

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
    tidy | asan | tsan | fuzz | coverage | spark | reproducible) ;;
    *)
      say "no check \"$name\": tidy, asan, tsan, fuzz, coverage, spark, reproducible"
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
