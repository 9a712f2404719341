#!/usr/bin/env bash
# Runs one golden case from the source root, so that paths in the report are data/….
#
#   run.sh PROGRAM CASE
#
# A case is a folder with
#   args            one argument per line
#   expected.json   the report, exactly; approve.sh writes it anew
#   conflicts.txt   optional: what jq finds in the report where sources contradict each other,
#                   written by hand and never by approve.sh
set -u
export LC_ALL=C
program=$(realpath "$1")
case_dir=$(realpath "$2")
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 2
mapfile -t arguments <"$case_dir/args"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# First what changed, claim by claim; then whether a byte changed.
"$program" --check "$case_dir/expected.json" "${arguments[@]}" || failed=1
"$program" "${arguments[@]}" >"$work/actual.json" || failed=1
diff -u "$case_dir/expected.json" "$work/actual.json" | head -n 40
cmp -s "$case_dir/expected.json" "$work/actual.json" || failed=1

if [ -f "$case_dir/conflicts.txt" ]; then
  grep -v '^#' "$case_dir/conflicts.txt" >"$work/expected"
  jq -r '
    def shown: if type == "object" then .edtf // "\(.relation) \(.value)" else . end;
    .claims[] | select(.agreement.status == "conflict") | . as $claim
    | .agreement.variants[] | select(.reason == "conflicts")
    | "\($claim.type), \($claim.actor.name) → \($claim.target.name // "-"), \($claim.item.name // "-"): "
      + "\(.field) \($claim[.field] | shown) against \(.value | shown) in "
      + ([.evidence[] as $i | $claim.evidence[$i].source] | unique | join(", "))
  ' "$work/actual.json" >"$work/found"
  diff -u --label "expected conflicts" --label "conflicts found" "$work/expected" "$work/found" ||
    failed=1
fi

[ "$failed" = 0 ] ||
  echo "Right as it is now? Read the differences, then: tests/golden/approve.sh"
exit "$failed"
