#!/usr/bin/env bash
# Writes the expected reports of all golden cases anew, to be read in review before they go in.
#
#   tests/golden/approve.sh [PROGRAM]    default: build/release/msmt-extract
set -euo pipefail
export LC_ALL=C
program=$(realpath "${1:-$(dirname "${BASH_SOURCE[0]}")/../../build/release/msmt-extract}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
for args in tests/golden/*/args; do
  case_dir=$(dirname "$args")
  mapfile -t arguments <"$args"
  "$program" "${arguments[@]}" -o "$case_dir/expected.json"
  echo "wrote $case_dir/expected.json"
done
