#!/usr/bin/env bash
# Runs the tests in a build that counts, and says how many lines and branches of each file of src/ and
# include/ they reach: build/coverage/report.txt. build/coverage/missed.txt holds the lines that no test runs.
#
#   scripts/coverage.sh [CTEST-OPTIONS]     for example: scripts/coverage.sh -L merge
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=scripts/setup.sh
. "$root/scripts/setup.sh"
cd "$root"

install_checkers
logged cmake --preset coverage
say "building"
logged cmake --build --preset coverage
say "running the tests"
build=$PWD/build/coverage
rm -rf "$build/counts"
# One file of counts for each program; runs of one program add to it.
# Without the two that let no file be written: the counts could not be, either.
LLVM_PROFILE_FILE="$build/counts/%m.profraw" logged ctest --preset coverage -j "$(nproc)" \
  -E '^hostile/(crash-in-write|no-permission)$' "$@"

llvm-profdata-14 merge -sparse "$build"/counts/*.profraw -o "$build/counts.profdata"
programs=()
for program in "$build"/msmt-extract "$build"/tests/*_tests "$build"/tests/*/*; do
  if [ -f "$program" ] && [ -x "$program" ]; then programs+=(-object "$program"); fi
done
# Paths in the programs do not depend on where the tree lies (cmake/Warnings.cmake).
select=("${programs[@]:1}" -instr-profile="$build/counts.profdata" -compilation-dir="$PWD" "$PWD/src" "$PWD/include")
llvm-cov-14 report "${select[@]}" >"$build/report.txt"
llvm-cov-14 show "${select[@]}" -show-branches=count >"$build/source.txt"
awk -F '|' '
  /^\/.*:$/ { file = $0; next }
  NF >= 3 && $1 ~ /^ *[0-9]+$/ && $2 ~ /^ *0$/ { print file $0 }
' "$build/source.txt" | sed "s|^$PWD/||" >"$build/missed.txt"
awk '/^TOTAL/ { printf "lines %s of %s, branches %s of %s\n", $10, $8, $13, $11 }' "$build/report.txt" |
  sed 's/^/coverage: /'
