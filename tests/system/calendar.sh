#!/usr/bin/env bash
# The calendar's commands: those that need no dispatcher, with their exit codes and their words for what is
# wrong; then loading, and the same answers from the dispatcher as from the file. And every deadline in
# docs/calendar.md is what the program says.
# Usage: calendar.sh BUILD
set -euo pipefail
export PATH=$1/bin:$PATH LC_ALL=C.UTF-8 TZ=UTC
unset REXIAN_DATA
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
cn=$root/share/calendar/cn-2026.txt
fail() { printf 'calendar.sh: %s\n' "$*"; exit 1; }

is() { # EXPECTED COMMAND...: what it prints
    local wanted=$1 got
    shift
    got=$("$@" 2>"$scratch/err") || fail "$* failed: $(cat "$scratch/err")"
    [[ $got == "$wanted" ]] || fail "$*: $got instead of $wanted"
}
refused() { # CODE WORDS COMMAND...: its exit code, and what it says of it
    local code=$1 words=$2 got=0
    shift 2
    "$@" >"$scratch/out" 2>"$scratch/err" || got=$?
    [[ $got == "$code" ]] || fail "$*: exit $got instead of $code"
    grep -qF -- "$words" "$scratch/err" || fail "$*: $(cat "$scratch/err")"
    [[ ! -s $scratch/out ]] || fail "$* printed $(cat "$scratch/out")"
}
due() { rexianctl calendar due --calendar "$cn" "$@"; }

# No dispatcher, no data folder.
is '{"due":"2026-10-10T17:30"}' due --from 2026-09-30T16:40 --days 3 --json
is 2026-10-10T17:30 due --days 3 --from 2026-09-30T16:40
is 2026-10-09T09:10 due --from 2026-09-30T16:40 --hours 8
is 2026-10-01T16:40 due --from 2026-09-30T16:40 --hours 24 --running
is 2026-10-09T17:30 due --from 2026-09-30T16:40 --days 3 --count-first-day
is 2026-10-11T00:00 due --from 2026-09-30T16:40 --days 3 --to-midnight
is 2026-10-09T09:10:05 due --from 2026-09-30T16:40:05 --hours 8
is '{"calendar":"cn-2026","name":"中国大陆 2026 年","from":"2026-01-01","to":"2026-12-31","working_days":248,"working_minutes":104160,"make_up_days":6,"holidays":33}' \
    rexianctl calendar check "$cn" --json
rexianctl calendar show --calendar "$cn" --from 2026-10-09 --days 3 >"$scratch/shown"
diff - "$scratch/shown" <<'T' || fail "calendar show"
2026-10-09  fri  09:00-12:00 13:30-17:30  working day
2026-10-10  sat  09:00-12:00 13:30-17:30  make-up working day
2026-10-11  sun  weekly day off
T
due --from 2026-12-31T10:00 --days 1 2>&1 >/dev/null | grep -q 'the week alone counts' || fail "beyond the calendar"

# What is wrong is said in one sentence, with file and line.
bad=$scratch/bad.txt
sed 's/^workday 2026-10-10/workday 2026-10-09/' "$cn" >"$bad"
line=$(grep -n '^workday 2026-10-09' "$bad" | cut -d: -f1)
refused 1 "$bad:$line: a make-up day has to be one that the week has off: 2026-10-09" rexianctl calendar check "$bad"
refused 1 "$bad:$line: " rexianctl calendar due --calendar "$bad" --from 2026-09-30T16:40 --days 3
sed 's/^zone.*//' "$cn" >"$bad"
refused 1 "$bad: the calendar has to say this: zone" rexianctl calendar check "$bad"
refused 1 "$scratch/none: " rexianctl calendar check "$scratch/none"
head -c 40000 /dev/zero | tr '\0' '#' >"$bad"
refused 1 "$bad: the calendar is too long" rexianctl calendar check "$bad"
refused 2 'needs the calendar' rexianctl calendar check
refused 2 'does not take "--replace"' rexianctl calendar check "$cn" --replace
refused 2 'needs --from' due --days 3
refused 2 'either --days or --hours' due --from 2026-09-30T16:40
refused 2 'either --days or --hours' due --from 2026-09-30T16:40 --days 3 --hours 3
refused 2 'whole numbers' due --from 2026-09-30T16:40 --days 3.5
refused 2 'whole numbers' due --from 2026-09-30T16:40 --days 10001
refused 2 'a time in the centre' due --from 2026-09-31T16:40 --days 3
refused 2 'for --hours' due --from 2026-09-30T16:40 --days 3 --running
refused 2 'for --days' due --from 2026-09-30T16:40 --hours 3 --to-midnight
refused 2 'say which dispatcher' rexianctl calendar show
refused 2 'say which dispatcher' rexianctl calendar due --from 2026-09-30T16:40 --days 3
refused 3 'no dispatcher listens' rexianctl --data "$scratch" calendar load "$cn"
for command in check load show due; do
    rexianctl help calendar $command | grep -q "rexianctl.* calendar $command " || fail "help calendar $command"
done

# The page's own table: "| Wed 2026-09-30 16:40 | 3 days | Sat 2026-10-10 17:30 | …".
rows=0
while IFS='|' read -r _ start limit end _; do
    [[ $start =~ ^\ [A-Z][a-z]{2}\ ([0-9]{4}-[0-9-]{5})\ ([0-9:]{5}) ]] || continue
    from=${BASH_REMATCH[1]}T${BASH_REMATCH[2]}
    [[ $end =~ ([0-9]{4}-[0-9-]{5})\ ([0-9:]{5}) ]] || fail "docs/calendar.md: $end"
    wanted=${BASH_REMATCH[1]}T${BASH_REMATCH[2]}
    number=$(tr -dc 0-9 <<<"$limit")
    case $limit in
    *first\ day*) is "$wanted" due --from "$from" --days "$number" --count-first-day ;;
    *midnight*) is "$wanted" due --from "$from" --days "$number" --to-midnight ;;
    *running*) is "$wanted" due --from "$from" --hours "$number" --running ;;
    *hour*) is "$wanted" due --from "$from" --hours "$number" ;;
    *) is "$wanted" due --from "$from" --days "$number" ;;
    esac
    rows=$((rows + 1))
done <"$root/docs/calendar.md"
((rows >= 10)) || fail "docs/calendar.md has lost its examples: $rows"

# The dispatcher gives the same answers once it has the calendar, and its own before.
centre_init 2>/dev/null
dispatcher_start
dispatcher_wait
ctl() { rexianctl --data "$data" "$@"; }
is 2026-10-05T17:00 ctl calendar due --from 2026-09-30T16:40 --days 3
ctl calendar show 2>"$scratch/err" | grep -q '^ *fri  09:00-17:00' || fail "the week before anything was loaded"
grep -q 'calendar_runs_out' "$scratch/rexiand.log" || fail "the log does not say that there is no calendar"
ctl calendar load "$cn" >/dev/null 2>&1 || fail "calendar load"
for arguments in '--days 3' '--days 40' '--hours 8' '--hours 300' '--hours 24 --running' '--days 3 --count-first-day'; do
    # shellcheck disable=SC2086
    is "$(due --from 2026-09-30T16:40 $arguments)" ctl calendar due --from 2026-09-30T16:40 $arguments
done
ctl calendar show --json >"$scratch/loaded" && rexianctl calendar show --calendar "$cn" --json >"$scratch/file"
cmp -s "$scratch/loaded" "$scratch/file" || fail "the dispatcher's days differ from the file's"
ctl status --json | grep -q '"calendar_days":' || fail "status"
ctl calendar load "$cn" >/dev/null 2>&1 || fail "loading the same again"
sed 's/13:30-17:30/13:30-17:00/' "$cn" >"$bad"
refused 1 'only with --replace' ctl calendar load "$bad"
ctl calendar load "$bad" --replace >/dev/null 2>&1 || fail "calendar load --replace"
is 2026-10-10T17:00 ctl calendar due --from 2026-09-30T16:40 --days 3
ctl check --replay >/dev/null || fail "the check"
echo "$rows examples of the page are right"
