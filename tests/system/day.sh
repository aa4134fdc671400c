#!/usr/bin/env bash
# A small day over real sockets with the dispatcher killed on the way: nothing lost, nothing differs
# between callers, agents, wall, figures and queue_log; the queue_log is read back by a program of its
# own. Controls: a day with one answer that nobody gave must differ in exactly one place, and a queue_log
# with a line less must not add up.
# Usage: day.sh BUILD
set -euo pipefail
build=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fail() { printf 'day.sh: %s\n' "$*"; exit 1; }

calls=2000
"$root/demo/day" "$build" --calls $calls --seats 20 --speed 2700 --talk 150 --patience 200 --kills 1 \
    --keep "$scratch/run" --seed 20261122 >"$scratch/out" 2>"$scratch/err" ||
    { tail -30 "$scratch/err"; cat "$scratch/out"; fail "the day does not add up"; }
tail -3 "$scratch/out"
tail -1 "$scratch/out" |
    grep -qE "^calls=$calls answered=[0-9]+ abandoned=[0-9]+ called_back=[0-9]+ closed=0 blocked=0 lost=0\$" ||
    fail "the last line is not as promised"
grep -q '^differing=0 ' "$scratch/out" || fail "something differs"

check=("$root/tests/system/queue_log.py" "$scratch/run/queue_log" "$scratch/run/figures.json")
python3 "${check[@]}" || fail "the queue_log does not add up"
sed -i '0,/CONNECT/{/CONNECT/d}' "$scratch/run/queue_log"
python3 "${check[@]}" >/dev/null && fail "a queue_log without one of its answers adds up"
echo "control: a queue_log without one of its answers is noticed"

if "$root/demo/day" "$build" --calls 50 --seats 4 --speed 9000 --spoil >"$scratch/out" 2>/dev/null; then
    fail "a day with an answer that nobody gave passed"
fi
grep -q '^differing=[12] ' "$scratch/out" || fail "the spoiled day did not differ in one place"
echo "control: the spoiled day differs"
