#!/usr/bin/env bash
# Builds the benchmark, after installing what that needs, and runs it.
#
#   scripts/bench.sh [--size MB] [--seed N] [--runs N] [--jobs N]    default: 1 MB, 3 runs
#   scripts/bench.sh --peers [--size MB]                             other tools on the same text
#
# What comes out is in docs/performance.md, with the machine that it was measured on.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=scripts/setup.sh
. "$root/scripts/setup.sh"

install_missing
if [ "${1:-}" = --peers ]; then
  shift
  build_release msmt_bench msmt-extract
  exec "$root/tests/bench/peers.sh" "$root/build/release" "$@"
fi
build_release msmt_bench
exec "$root/build/release/tests/bench/msmt_bench" "$@"
