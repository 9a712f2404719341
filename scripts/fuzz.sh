#!/usr/bin/env bash
# Looks for inputs that break a promise, with libFuzzer under the address and undefined behaviour
# sanitizers: each target for a number of seconds, as many at a time as there are cores, from the kept inputs
# in tests/fuzz/seeds/ and from what earlier runs found (build/fuzz/found/TARGET/); claims also from each text
# of the corpus of claims, so that sentences are joined to others. A finding is kept as
# build/fuzz/found/TARGET-crash-…; put it into tests/regression/TARGET/, where every build replays it.
#
#   scripts/fuzz.sh [SECONDS [TARGET...]]     20 seconds; text extract claims … (all)
#
# FUZZ_JOBS: how many targets at a time. 525 seconds are an hour and a minute of fuzzing in all, 35 minutes
# on two cores.
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
jobs=${FUZZ_JOBS:-$(nproc)}

install_checkers
logged cmake --preset fuzz
say "building ${targets[*]}"
logged cmake --build --preset fuzz --target "${targets[@]/%/_libfuzzer}"

# fuzz TARGET: says how it went; status 1 after a finding.
fuzz() {
  local target=$1 folder
  local found=build/fuzz/found/$target inputs=() log words=tests/fuzz/articles.dict
  case $target in manifest | merge | records) words=tests/fuzz/json.dict ;; esac
  mkdir -p "$found"
  for folder in "tests/fuzz/seeds/$target" tests/fuzz/seeds/articles "tests/regression/$target" \
    "build/fuzz/corpus/$target"; do
    [ ! -d "$folder" ] || inputs+=("$folder")
  done
  log=$found.log
  if "build/fuzz/tests/fuzz/${target}_libfuzzer" -max_total_time="$seconds" -timeout=10 \
    -rss_limit_mb=2048 -max_len=8192 -dict="$words" -print_final_stats=1 -artifact_prefix="$found-" \
    "$found" "${inputs[@]}" >"$log" 2>&1 </dev/null; then
    say "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") runs in $seconds s, no finding"
  else
    tail -n 60 "$log" >&2
    say "$target: FAILED, see $log"
    return 1
  fi
}

rm -rf build/fuzz/corpus
mkdir -p build/fuzz/corpus/claims
grep -v '^#' tests/corpus/claims.tsv | cut -f 1 |
  awk 'NF { f = sprintf("build/fuzz/corpus/claims/%05d.txt", NR); print > f; close(f) }'

failed=0
running=0
for target in "${targets[@]}"; do
  if [ "$running" -ge "$jobs" ]; then
    wait -n || failed=1
    running=$((running - 1))
  fi
  fuzz "$target" &
  running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
  wait -n || failed=1
  running=$((running - 1))
done
exit "$failed"
