#!/usr/bin/env bash
# Looks for inputs that break a promise, with libFuzzer under the address and undefined behaviour
# sanitizers: each target for a number of seconds, from the kept inputs in tests/fuzz/seeds/ and from
# what earlier runs found (build/fuzz/TARGET/). A finding is kept as build/fuzz/TARGET-crash-…; put it
# into tests/regression/TARGET/, where every build replays it.
#
#   scripts/fuzz.sh [SECONDS [TARGET...]]     20 seconds; text extract claims … (all)
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=scripts/setup.sh
. "$root/scripts/setup.sh"
cd "$root"

seconds=${1:-20}
shift || true
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
  for source in tests/fuzz/*_fuzz.cpp; do targets+=("$(basename "$source" _fuzz.cpp)"); done
fi

install_checkers
logged cmake --preset fuzz
say "building ${targets[*]}"
logged cmake --build build/asan --target "${targets[@]/%/_libfuzzer}"

failed=()
for target in "${targets[@]}"; do
  found=build/fuzz/$target
  mkdir -p "$found"
  inputs=()
  for folder in "tests/fuzz/seeds/$target" tests/fuzz/seeds/articles "tests/regression/$target"; do
    [ ! -d "$folder" ] || inputs+=("$folder")
  done
  log=build/fuzz/$target.log
  if "build/asan/tests/fuzz/${target}_libfuzzer" -max_total_time="$seconds" -timeout=10 \
    -rss_limit_mb=2048 -max_len=8192 -print_final_stats=1 -artifact_prefix="build/fuzz/$target-" \
    "$found" "${inputs[@]}" >"$log" 2>&1 </dev/null; then
    say "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") runs in $seconds s, no finding"
  else
    tail -n 60 "$log" >&2
    say "$target: FAILED, see $log"
    failed+=("$target")
  fi
done
[ ${#failed[@]} -eq 0 ]
