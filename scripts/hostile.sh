#!/usr/bin/env bash
# Builds the program and runs broken and hostile input through it: tests/hostile/, and the cases of
# tests/cli/ that are of this kind.
#
#   scripts/hostile.sh [CTEST-OPTIONS]
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=scripts/setup.sh
. "$root/scripts/setup.sh"

install_missing
build_release msmt-extract
cd "$root"
exec ctest --test-dir build/release --output-on-failure --no-tests=error -L hostile "$@" </dev/null
