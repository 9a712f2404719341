#!/usr/bin/env bash
# Streams made-up articles through `--per-article`, as many megabytes as asked for, without a file: is each
# accounted for, in how much time, and how much memory is held at most?
#
#   scripts/stream.sh [MB]      100 MB; 10000 are 10 GB, 3.6 million articles of some 2,800 bytes
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=scripts/setup.sh
. "$root/scripts/setup.sh"

install_missing
build_release msmt-extract msmt_bench
program=$root/build/release/msmt-extract
generator=$root/build/release/tests/bench/msmt_bench

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkfifo "$work/articles" "$work/copy" "$work/lines"

"$generator" --size "${1:-100}" --write /dev/stdout | tee "$work/copy" >"$work/articles" &
wc -lc <"$work/copy" >"$work/made" &
maker=$!
begin=$(date +%s)
"$program" --per-article - <"$work/articles" >"$work/lines" &
reader=$!
# Each line that comes out must be the whole report of the next article.
awk '
  { path = sprintf("\"path\": \"%08d.txt\"", NR - 1)
    if (!index(substr($0, 1, 120), path) || substr($0, length) != "}") {
      print "line " NR " is no report of article " NR - 1
      exit 1
    } }
  END { print NR }
' "$work/lines" >"$work/reported" &
counter=$!

peak=0
while kill -0 "$reader" 2>/dev/null; do
  held=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$reader/status" 2>/dev/null || true)
  [ -z "$held" ] || peak=$held
  sleep 0.2
done
status=0
wait "$reader" || status=$?
end=$(date +%s)
wait "$counter" || status=1
wait "$maker"
read -r made bytes <"$work/made"
reported=$(tail -n 1 "$work/reported")
printf '%s of %s articles reported, in their order; %d MB of lines, %d s, at most %d MB held\n' \
  "$reported" "$made" "$((bytes / 1000000))" "$((end - begin))" "$((peak / 1024))"
[ "$reported" = "$made" ] || status=1
exit "$status"
