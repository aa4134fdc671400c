#!/usr/bin/env bash
# A drill over real sockets with somebody at the desk who does all as expected: passed, with a sheet in
# three forms. Control: somebody who records another street and ends the call first is told so.
# Usage: drill.sh BUILD
set -euo pipefail
build=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fail() { printf 'drill.sh: %s\n' "$*"; tail -5 "$scratch"/*/{out,log,err} 2>/dev/null; exit 1; }
export PATH=$build/bin:$PATH LC_ALL=C.UTF-8

cat >"$scratch/lamp.txt" <<'TXT'
caller Lamp
line 12345
from 19900020001
say The lamp at 26 Elm Street is out.
say I am Feng.
expect type is help
expect subject is 0101
expect name has Feng
expect address has Elm Street
expect settle is dispatched
TXT

# What is shipped can be read; a control that reading can fail.
reads() { rexian-sim drill --stations . --people /nonexistent --password x --trainee 1 "$@" 2>&1 || true; }
reads "$root"/share/drill/*.txt | grep -q 'line [0-9]' && fail "a drill that is shipped cannot be read"
sed 's/^expect type/expect mood/' "$scratch/lamp.txt" >"$scratch/wrong.txt"
reads "$scratch/wrong.txt" | grep -q 'line 6: expect mood' || fail "a wrong line was not named"

# NAME ADDRESS END SUBJECT: someone at station 1000 takes the one call; lines of the drill come in on 3
take_call() {
    local run=$scratch/$1 address=$2 end=$3 subject=$4
    mkdir -p "$run"
    mkfifo "$run/says" "$run/types"
    "$root/demo/drill" "$build" --headless --speed 50 --script "$scratch/lamp.txt" --keep "$run/centre" \
        --sheet "$run/sheet.html" --sheet "$run/sheet.json" >"$run/says" 2>"$run/err" &
    local drill=$! line
    exec 3<"$run/says"
    : >"$run/out"
    heard() { # TEXT
        while read -rt 60 line <&3; do
            echo "$line" >>"$run/out"
            [[ $line == *"$1"* ]] && return 0
        done
        fail "never heard: $1"
    }
    heard 'become ready'
    rexianctl --station "$run/centre/stations/1000.station" --as 1000 batch "$run/types" <<<rexian-demo >>"$run/log" 2>&1 &
    exec 4>"$run/types"
    echo 'agent ready' >&4
    heard 'it rings'
    echo 'call answer 1' >&4
    heard 'I am Feng'
    printf '%s\n' "ticket save --call 1 --type help --subject $subject --name Feng --phone 19900020001 --address '$address' --matter 'the lamp is out'" \
        'ticket register 1 --version 1' >&4
    [[ $end == yes ]] && echo 'call end 1' >&4
    echo "ticket dispatch 1 U01 --note 'please look'" >&4
    heard 'the call is over'
    echo 'agent ready' >&4
    exec 4>&-
    cat <&3 >>"$run/out"
    exec 3<&-
    wait $drill
}

take_call good '26 Elm Street' no 0101 || { cat "$scratch/good/log"; fail "one who did it all did not pass"; }
grep -q '100 points' "$scratch/good/out" || fail "not all points were given"
grep -q '"passed":true' <(tr -d ' ' <"$scratch/good/sheet.json") || fail "the JSON sheet does not say so"
grep -q '<table>' "$scratch/good/sheet.html" || fail "the HTML sheet has no table"
echo "passed with 100 points; sheets: $(wc -c <"$scratch/good/sheet.html") bytes HTML, $(wc -c <"$scratch/good/sheet.json") bytes JSON"

take_call bad 'Oak Road' yes 0103 && fail "one who did it wrong passed" || true
[[ $(grep Together "$scratch/bad/out") == *": 70 of 100"* ]] || fail "three faults are not thirty points"
grep -q '^  - address: wrong' "$scratch/bad/out" || fail "the wrong address was not noticed"
grep -q '^  - caller hangs up first: no' "$scratch/bad/out" || fail "it was not noticed who ended the call"
echo "control: $(grep 'Together' "$scratch/bad/out")"
