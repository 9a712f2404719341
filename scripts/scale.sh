#!/usr/bin/env bash
# Merges 2,000 and 20,000 made-up articles whose facts are known: how right, how fast, how much memory.
#
#   scripts/scale.sh [SMALL LARGE]
set -eu
cd "$(dirname "$0")/.."
cmake --preset release >/dev/null
ninja -C build/release merge_scale >/dev/null
build/release/tests/scale/merge_scale "${1:-2000}" "${2:-20000}"
