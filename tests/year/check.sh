#!/usr/bin/env bash
# A small year must be reckoned again without a difference; and when something in its journal is not
# as it was, the difference must be noticed.
#   check.sh REXIAN-YEAR CALENDAR TICKETS          all agrees
#   check.sh REXIAN-YEAR CALENDAR TICKETS drop|alter PATTERN [WORD WORD]
#                                                  the first line with PATTERN is left out, or has the
#                                                  first WORD replaced by the second: differs
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=$(mktemp -d "${TMPDIR:-/tmp}/rexian-year-XXXXXX")
trap 'rm -rf "$dir"' EXIT
calendar=()
[[ -f $2 ]] && calendar=(--calendar "$2")
"$1" --out "$dir" --tickets "$3" "${calendar[@]}"
case ${4:-} in
drop)
    journal=$dir/altered.jsonl
    awk -v pattern="$5" '!done && $0 ~ pattern { done = 1; next } { print }' \
        "$dir/journal.jsonl" >"$journal"
    ;;
alter)
    journal=$dir/altered.jsonl
    awk -v pattern="$5" -v from="$6" -v to="$7" \
        '!done && $0 ~ pattern { done = sub(from, to) } { print }' "$dir/journal.jsonl" >"$journal"
    ;;
esac
if [[ -z ${4:-} ]]; then
    python3 "$here/recompute.py" "$dir"
    exit
fi
if cmp -s "$dir/journal.jsonl" "$journal"; then
    echo "nothing was altered: no line with $5"
    exit 1
fi
status=0
last=$(python3 "$here/recompute.py" "$dir" "$journal" | tee /dev/stderr | tail -n 1) || status=$?
[[ $status -eq 1 && $last == *' differing='[1-9]* ]]
