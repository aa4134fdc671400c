#!/usr/bin/env bash
# A station whose key is not registered is kept out; once it is registered its programs get in by
# themselves. (libzmq alone never tries again after a refused key.)
# Usage: late_station.sh BUILD
set -euo pipefail
export PATH=$1/bin:$PATH REXIAN_SIM_PASSWORD=rexian-demo
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
sim=
cleanup() {
    [[ -n $sim ]] && kill "$sim" 2>/dev/null || true
    dispatcher_signal TERM
    wait 2>/dev/null || true
    rm -rf "$scratch"
}
# shellcheck source=/dev/null
source "$root/demo/centre.sh"
trap cleanup EXIT
ctl() { rexianctl --data "$data" "$@"; }
refused() { ctl status --json | grep -oE '"keys_refused":[0-9]+' | cut -d: -f2; }

centre_init 2>/dev/null
dispatcher_start
dispatcher_wait
centre_keep_ports
mapfile -t numbers < <(awk '!/^#/ {print $2}' "$root/demo/people")
centre_fill "${numbers[@]}"

key=$(sed -n "s/^public_key = '\(.*\)'/\1/p" "$stations/8001.station")
ctl station change S-8001 --out "$scratch/other.station" >/dev/null # the trunk's own file is now worthless
rexian-sim --stations "$stations" --people "$root/demo/people" --calls 5 --progress \
    >"$scratch/result" 2>"$scratch/progress" &
sim=$!
# it has been turned away, and nothing has rung
while [[ $(refused || echo 0) -lt 1 ]]; do :; done
grep -q 'arrived=[1-9]' "$scratch/progress" && { echo "an unregistered key rang"; exit 1; }
ctl station change S-8001 --key "$key" >/dev/null
wait "$sim" || { cat "$scratch/progress" "$scratch/result"; exit 1; }
sim=
cat "$scratch/result"
grep -q '^calls=5 .* lost=0$' "$scratch/result"
