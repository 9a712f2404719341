#!/usr/bin/env bash
# Builds msmt-extract, after installing what that needs, and runs it.
#
#   scripts/run.sh                        the sample articles, data/*.txt
#   scripts/run.sh [OPTIONS] SOURCE...    whatever is given, as msmt-extract takes it
#
# Standard output is the program's own and nothing else.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=scripts/setup.sh
. "$root/scripts/setup.sh"

install_missing
build_release msmt-extract

if [ $# -eq 0 ]; then
  cd "$root"
  set -- data/*.txt
  say "msmt-extract data/*.txt"
fi
exec "$root/build/release/msmt-extract" "$@"
