#!/usr/bin/env bash
# Builds the release and all tests, after installing what that needs, and runs them.
#
#   scripts/test.sh [CTEST-OPTIONS]    for example: scripts/test.sh -L lexicon
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=scripts/setup.sh
. "$root/scripts/setup.sh"

install_missing "${test_packages[@]}"
build_release all

say "running the tests"
cd "$root"
exec ctest --test-dir build/release --output-on-failure --no-tests=error "$@" </dev/null
