#!/usr/bin/env bash
# The rulebook that is shipped loads into a fresh centre, and every command in docs/registers.md works
# as it stands there, and those about scripts and areas in docs/scripts.md and docs/surge.md.
# Usage: registers.sh BUILD
set -euo pipefail
export PATH=$1/bin:$PATH
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
ctl() { rexianctl --data "$data" "$@"; }
fail() { printf 'registers.sh: %s\n' "$*"; exit 1; }

centre_init 2>/dev/null
dispatcher_start
dispatcher_wait
ctl batch "$root/share/rulebook.txt" >"$scratch/rulebook" || { tail -3 "$scratch/rulebook"; fail "the rulebook"; }
# The fenced lines that are commands of a noun; the others show a shell's own line.
awk '/^```/ {code = !code; next} code && !/^rexianctl/' "$root/docs/registers.md" >"$scratch/commands"
[[ $(wc -l <"$scratch/commands") -ge 30 ]] || fail "docs/registers.md has lost its commands"
ctl batch "$scratch/commands" >"$scratch/out" || { tail -3 "$scratch/out"; fail "docs/registers.md"; }

# The same of scripts and areas.
awk '/^```/ {code = !code; next} code && /^(script|area) /' "$root/docs/scripts.md" "$root/docs/surge.md" >"$scratch/commands"
[[ $(wc -l <"$scratch/commands") -ge 9 ]] || fail "docs/scripts.md has lost its commands"
ctl line add --code 12345 --name "市民热线" >/dev/null
ctl batch "$scratch/commands" >"$scratch/out" || { tail -3 "$scratch/out"; fail "docs/scripts.md"; }

# What they came to.
ctl unit list --json | grep -q '"acting":"7001"' || fail "the first deputy is back and does not act"
ctl subject list --json | grep -q '"code":"0801".*"secrecy":"confidential"' || fail "0801 is open"
ctl field list --json | grep -q '很低' || fail "the choice was not changed"
# Loaded twice it is refused, and nothing of it is there twice.
ctl batch "$root/share/rulebook.txt" >/dev/null 2>&1 && fail "the rulebook was loaded twice"
[[ $(ctl field list --json | grep -o '"code":"B-DATE"' | wc -l) -eq 1 ]] || fail "B-DATE is not there once"
ctl check --replay >/dev/null || fail "the check"
echo "$(wc -l <"$scratch/commands") commands of the page work"
