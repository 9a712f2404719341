#!/usr/bin/env bash
# Runs one case of the command line in an empty folder and compares what it writes.
#
#   run.sh PROGRAM CASE       APPROVE=1 run.sh PROGRAM CASE   writes the expected files anew
#
# A case is a folder with
#   args     one argument per line, or
#   run      a script for bash -eu that calls "$MSMT"; exit 77 skips the case
#   stdin    what standard input holds (default: nothing)
#   stdout stderr status   what is expected (default: nothing, nothing, 0)
#   files/   what lies in the folder that the program is run in
set -u
export LC_ALL=C
MSMT=$(realpath "$1")
case_dir=$(realpath "$2")
export MSMT

work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
mkdir "$work/here"
[ -d "$case_dir/files" ] && cp -R "$case_dir/files/." "$work/here"
cd "$work/here" || exit 2

stdin=$case_dir/stdin
[ -f "$stdin" ] || stdin=/dev/null
if [ -f "$case_dir/run" ]; then
  bash -eu "$case_dir/run" <"$stdin" >"$work/stdout" 2>"$work/stderr"
else
  mapfile -t arguments <"$case_dir/args"
  "$MSMT" "${arguments[@]}" <"$stdin" >"$work/stdout" 2>"$work/stderr"
fi
status=$?
[ "$status" = 77 ] && exit 77
echo "$status" >"$work/status"

failed=0
for part in stdout stderr status; do
  expected=$case_dir/$part
  if [ "${APPROVE-}" = 1 ]; then
    rm -f "$expected"
    if [ "$part" = status ]; then [ "$status" = 0 ] || cp "$work/status" "$expected"
    elif [ -s "$work/$part" ]; then cp "$work/$part" "$expected"; fi
    continue
  fi
  if [ ! -f "$expected" ]; then
    expected=$work/default
    : >"$expected"
    [ "$part" = status ] && echo 0 >"$expected"
  fi
  if ! diff -u --label "expected $part" --label "actual $part" "$expected" "$work/$part"; then
    failed=1
  fi
done
exit "$failed"
