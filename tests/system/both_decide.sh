#!/usr/bin/env bash
# Two people decide about the same ticket at once, each at a command line of their own: the second is
# refused, is told what has changed meanwhile, and nothing else happens.
# Usage: both_decide.sh BUILD
set -euo pipefail
export PATH=$1/bin:$PATH REXIAN_LOCALE_DIR=$1/share/locale
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
cleanup() {
    dispatcher_signal TERM
    wait 2>/dev/null || true
    rm -rf "$scratch"
}
# shellcheck source=/dev/null
source "$root/demo/centre.sh"
trap cleanup EXIT
fail() { printf 'both_decide.sh: %s\n' "$*"; cat "$scratch"/{out,err} 2>/dev/null; exit 1; }
as() { # STATION NUMBER COMMAND…
    local station=$1 number=$2
    shift 2
    rexianctl --station "$stations/$station.station" --as "$number" "$@" <<<rexian-demo \
        >"$scratch/out" 2>"$scratch/err"
}
said() { grep -q -- "$2" "$scratch/$1" || fail "$1 does not say $2"; }
untold() { ! grep -q -- "$2" "$scratch/$1" || fail "$1 says $2"; }
version() { rexianctl --data "$data" ticket show 1 --json | grep -o '"version":[0-9]*' | cut -d: -f2; }

centre_init 2>/dev/null
dispatcher_start
dispatcher_wait
centre_fill one two

rexianctl --station "$stations/one.station" hello >/dev/null 2>&1 </dev/null && fail "nobody named"
as one 1000 ticket save --type help --subject 0101 --matter "路灯不亮" || fail "saving"
as one 1000 ticket register 1 1 || fail "registering"
# Both look at version 2. The operator sends it to a unit, the office corrects it a moment later.
seen=$(version)
as one 1000 ticket dispatch 1 U01 --version "$seen" --note "请尽快" || fail "dispatching"
code=0
as two 3000 ticket amend 1 "$seen" "补地址" --address "桥边" || code=$?
[[ $code -eq 1 ]] || fail "the exit code is $code"
said err STALE
said err "Changed since the version that you saw"
said err '  1000  .*请尽快'
untold err '  3000  '
[[ $(version) -eq $((seen + 1)) ]] || fail "the refused correction changed something"
# For scripts, as an object.
as two 3000 ticket amend 1 "$seen" "补地址" --address "桥边" --json && fail "the second went through"
said out '"refused":"STALE","changed":\[{"seq":'
said out '"event":"dispatch"'
# What cannot be done any more, because of what somebody else did, is told in the same way.
as one 1000 ticket dispatch 1 U02 --version "$seen" && fail "dispatched twice"
said err BAD_STATE
said err '  1000  '
# Whoever looks again goes on.
as two 3000 ticket amend 1 "$(version)" "补地址" --address "桥边" || fail "looked again"
# Nothing changed, or no version named: the refusal stands alone.
as two 3000 ticket dispatch 1 U02 && fail "dispatched twice"
untold err Changed
as two 3000 ticket dispatch 1 U02 --version "$(version)" && fail "dispatched twice"
untold err Changed
# A page without a number of rows to ask for.
as one 1000 ticket fields 1 || fail "the fields"
# A wrong password, and a station's file that is not there.
rexianctl --station "$stations/two.station" --as 3000 ticket list <<<wrong >/dev/null 2>&1 && fail "in with a wrong password"
rexianctl --station "$scratch/none" --as 3000 ticket list <<<wrong >/dev/null 2>&1 && fail "in without a station"
rexianctl --data "$data" session list --json >"$scratch/out"
untold out '"person"' # every command closed its session
echo "the second of two is told what changed"
