#!/usr/bin/env bash
# The headless demonstration as a test: every call accounted for, with the dispatcher killed on the way,
# and none of 100 planted words in what is published, in the journal, in the logs, or readable in any
# file of the data folder. Controls: the same search finds the words where they must be, and an audit
# that is told of a record that nobody made must fail.
# Usage: demo.sh BUILD
set -euo pipefail
build=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fail() { printf 'demo.sh: %s\n' "$*"; exit 1; }

for i in $(seq 100); do
    printf '暗号%03d-qz%04x\n' "$i" $((i * 7919 % 65536))
done >"$scratch/canaries"
[[ $(sort -u "$scratch/canaries" | wc -l) -eq 100 ]] || fail "the planted words are not 100 different ones"

calls=300
"$root/demo/run" "$build" --headless --calls $calls --kills 3 --capture \
    --canaries "$scratch/canaries" --keep "$scratch/run" --seed 20261122 >"$scratch/out" 2>"$scratch/err" ||
    { tail -30 "$scratch/err"; cat "$scratch/out"; fail "the demonstration failed"; }
cat "$scratch/out"
tail -1 "$scratch/out" | grep -qE "^calls=$calls answered=[0-9]+ abandoned=[0-9]+ tickets=[0-9]+ archived=[0-9]+ lost=0\$" ||
    fail "the last line is not as promised"

# The control first: the words were really said, as one who may read them can see.
search() { grep -aFof "$scratch/canaries" "$@" 2>/dev/null | sort -u | wc -l; }
said=$(search "$scratch/run/read-back" || true)
[[ $said -ge 95 ]] || fail "only $said planted words were read back: the search proves nothing"
[[ -s $scratch/run/capture ]] || fail "nothing was captured"
grep -aq 'call_\|.' "$scratch/run/capture"
for place in capture rexiand.log journal; do
    [[ -s $scratch/run/$place ]] || fail "$place is empty"
    found=$(search "$scratch/run/$place" || true)
    [[ $found -eq 0 ]] || fail "$found planted words in $place"
    echo "$place: $(stat -c %s "$scratch/run/$place") bytes, 0 of 100 planted words"
done
for file in "$scratch"/run/data/*; do
    [[ -f $file && -s $file ]] || continue
    found=$(search "$file" || true)
    [[ $found -eq 0 ]] || fail "$found planted words readable in $(basename "$file")"
    echo "$(basename "$file"): $(stat -c %s "$file") bytes, 0 of 100 planted words"
done
# and a word of the open kind is found in the same file, so the search would have seen the others
grep -aqF '您好，这里是' "$scratch/run/data/data.mdb" || fail "not even an open word is found: the search is blind"
echo "read back by one who may: $said of 100 planted words"

if "$root/demo/run" "$build" --headless --calls 10 --spoil >"$scratch/out" 2>/dev/null; then
    fail "an audit that was told of a record that nobody made passed"
fi
tail -1 "$scratch/out" | grep -q 'lost=1$' || fail "the spoiled audit did not count exactly one loss"
echo "control: the spoiled audit fails with lost=1"
