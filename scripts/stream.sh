#!/usr/bin/env bash
# Streams made-up articles through `--per-article`, as many as asked for, without a file: is each
# accounted for, in how much time, and how much memory is held at most?
#
#   scripts/stream.sh [ARTICLES]      some 750 bytes each: 14,000,000 are 10 GB
set -eu
cd "$(dirname "$0")/.."
count=${1:-100000}
program=build/release/msmt-extract
generator=build/release/tests/scale/merge_scale

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkfifo "$work/articles" "$work/lines"

"$generator" --write "$count" | tee >(wc -c >"$work/bytes") >"$work/articles" &
begin=$(date +%s)
"$program" --per-article - <"$work/articles" >"$work/lines" &
reader=$!
awk -v count="$count" '
  { path = sprintf("\"path\": \"a/%07d.txt\"", NR - 1)
    if (!index(substr($0, 1, 120), path)) { print "line " NR " is not article " NR - 1; exit 1 } }
  END { printf "%d of %d articles, in their order\n", NR, count; exit NR != count }
' "$work/lines" &
counter=$!
peak=0
while kill -0 "$reader" 2>/dev/null; do
  held=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$reader/status" 2>/dev/null || true)
  [ -z "$held" ] || peak=$held
  sleep 0.2
done
status=0
wait "$reader" || status=$?
wait "$counter" || status=1
end=$(date +%s)
wait
printf '%d MB of articles, %d s, at most %d MB held\n' \
  "$(($(cat "$work/bytes") / 1000000))" "$((end - begin))" "$((peak / 1024))"
exit "$status"
