#!/usr/bin/env bash
# The slow checks, one after the other or those that are named: each source of src/ alone, clang-tidy on them,
# the tests under the address and undefined behaviour sanitizers, under the thread sanitizer, twenty seconds of
# each fuzz target, what the tests reach, a job for Spark, and a second build that must make the same bytes.
#
#   scripts/check.sh [alone|tidy|asan|tsan|fuzz|coverage|spark|reproducible]...
#
# Goes on after a failure; any failure makes the status 1. All of it takes more than half an hour.
set -uo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
cd "$root" || exit 1
# shellcheck source=scripts/setup.sh
. scripts/setup.sh
install_checkers

# Debug, warnings are errors, and no source leans on what another one of its stage includes.
alone() { cmake --preset dev && cmake --build --preset dev --target msmt-extract -- -k 0; }

# All that .clang-tidy asks for. The sources of a stage are read as one (CMAKE_UNITY_BUILD), so that each header is
# looked at once.
tidy() { cmake --workflow --preset tidy; }

# clang 14 builds these presets, g++ the release: the sources are held to both.
asan() { cmake --preset asan && cmake --build --preset asan && ctest --preset asan -j "$(nproc)"; }

tsan() { cmake --preset tsan && cmake --build --preset tsan && ctest --preset tsan -j "$(nproc)"; }

fuzz() { scripts/fuzz.sh 20; }
coverage() { scripts/coverage.sh; }

# Without Java or PySpark, and no way to get them, there is nothing to test.
spark() {
  local status=0
  build_release msmt-extract merge_scale || return
  integrations/spark/test.sh || status=$?
  [ "$status" -ne 77 ] || say "spark: SKIPPED"
  [ "$status" -eq 0 ] || [ "$status" -eq 77 ]
}

reproducible() { scripts/reproducible.sh; }

[ $# -gt 0 ] || set -- alone tidy asan tsan fuzz coverage spark reproducible
failed=()
for name in "$@"; do
  case $name in
    alone | tidy | asan | tsan | fuzz | coverage | spark | reproducible) ;;
    *)
      say "no check \"$name\": alone, tidy, asan, tsan, fuzz, coverage, spark, reproducible"
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
