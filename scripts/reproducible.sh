#!/usr/bin/env bash
# Builds the program a second time, from a copy of the sources in a folder of another name, and
# compares the two byte for byte.
#
#   scripts/reproducible.sh
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=scripts/setup.sh
. "$root/scripts/setup.sh"

install_missing
build_release msmt-extract

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir "$copy/elsewhere"
cp -R "$root"/{CMakeLists.txt,CMakePresets.json,cmake,include,src,data} "$copy/elsewhere"
say "building once more, in another folder"
(
  cd "$copy/elsewhere"
  export TZ=Pacific/Auckland LC_ALL=C
  logged cmake --preset release -DMSMT_BUILD_TESTS=OFF
  logged cmake --build build/release --target msmt-extract
)
cmp "$root/build/release/msmt-extract" "$copy/elsewhere/build/release/msmt-extract"
say "the same bytes: $(sha256sum <"$root/build/release/msmt-extract" | cut -d ' ' -f 1)"
