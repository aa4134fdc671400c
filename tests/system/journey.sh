# What the journeys share: a scratch centre, real programs in a tmux server of their own, and waiting for
# what is rendered. Sourced by journey_*.sh and docs/shots.sh after `set -euo pipefail`.
#
# Nothing here sleeps: every pane's output and every pane's end writes a line into one fifo, and whoever
# waits looks again after each line. tmux hands output on only after it has drawn it, so what a line
# announces can be seen. A program's clock ticks once a second, so nobody waits in vain for a line.
journey_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
limit_s=${REXIAN_JOURNEY_LIMIT_S:-30} # for any one thing to be seen
scratch=$(mktemp -d)
. "$journey_root/demo/centre.sh"
tmux_name=rexian-test-$$
password=rexian-demo
unset TMUX NO_COLOR

tm() { tmux -u -L "$tmux_name" -f /dev/null "$@" 9>&- 8>&-; }

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*"
    local name
    for name in $(tm list-sessions -F '#{session_name}' 2>/dev/null); do
        printf -- '--- %s\n' "$name"
        screen "$name"
    done
    exit 1
}

journey_end() {
    local code=$?
    [[ $code -eq 0 ]] || { echo "--- the dispatcher's log" && tail -15 "$scratch/rexiand.log" || true; }
    tm kill-server 2>/dev/null || true
    dispatcher_signal TERM
    wait 2>/dev/null || true
    rm -rf "$scratch"
    exit $code
}

# BUILD, stations, then settings after --
journey_begin() {
    export PATH=$1/bin:$PATH LC_ALL=C.UTF-8 HOME=$scratch # letters are written there
    local names=()
    shift
    while [[ $# -gt 0 && $1 != -- ]]; do names+=("$1") && shift; done
    trap journey_end EXIT
    local settings=('backoff_base_ms = 1' "${@:2}")
    [[ ${settings[*]} == *offer_lease_s* ]] || settings+=('offer_lease_s = 60')
    centre_init "${settings[@]}" 2>/dev/null
    dispatcher_start
    dispatcher_wait
    centre_keep_ports
    centre_fill "${names[@]}"
    mkfifo "$scratch/events"
    exec 8<>"$scratch/events"
    tm new-session -d -s keeper -x 20 -y 5 "exec cat"
    tm set-option -g remain-on-exit on \; set-option -g remain-on-exit-format '' \; set-option -g status off \; set-option -sg escape-time 0 \; \
        set-option -g default-terminal tmux-256color
}

ctl() { rexianctl --data "$data" "$@"; }

# ---- waiting ----

# Until the command succeeds; tried anew whenever any program has drawn something or ended.
await() {
    local end=$((SECONDS + limit_s)) left
    until "$@"; do
        left=$((end - SECONDS))
        ((left > 0)) && read -rt "$left" -u 8 || return 1
        while read -rt 0 -u 8; do read -ru 8; done
    done
}

screen() { tm capture-pane -p -t "=$1:"; }

shows() { # SCREEN TEXT…: all of them at once, perhaps wrapped
    local name=$1 now joined text
    now=$(screen "$name")
    joined=${now//[[:space:]]/}
    shift
    for text in "$@"; do [[ $now == *"$text"* || $joined == *"${text//[[:space:]]/}"* ]] || return 1; done
}

lacks() { ! shows "$@"; }

see() { await shows "$@" || fail "$1 does not show: ${*:2}"; }
gone() { await lacks "$@" || fail "$1 still shows: $2"; }
# What is seen now must not contain it.
not() { lacks "$@" || fail "$1 shows: $2"; }

# ---- acting ----

pane() { tm display-message -p -t "=$1:" "#{$2}"; }

watch_pane() { # a program that has ended already has nothing more to say
    tm pipe-pane -t "=$1:" \
        "exec perl -e '\$| = 1; print qq(\\n) while sysread STDIN, \$_, 65536' >>$scratch/events" \
        2>/dev/null || await ended "$1"
}

# Runs a program in a pane and leaves its pid in NAME.pid and its exit status in NAME.status. (tmux
# knows them too, but now and then loses a status.)
run_in_pane='
    sh -c "echo \$\$ >\"\$0.pid\"; exec \"\$@\"" "$0" "$@"
    status=$?
    echo $status >"$0.status"
    echo >>"$(dirname "$0")/events"
'
in_pane() { rm -f "$scratch/$1.status"; pane_command=(sh -c "$run_in_pane" "$scratch/$1" "${@:2}"); }

open_screen() { # SCREEN COLSxROWS PROGRAM ARGUMENT…
    local name=$1 size=$2
    shift 2
    in_pane "$name" "$@"
    tm new-session -d -s "$name" -x "${size%x*}" -y "${size#*x}" "${pane_command[@]}"
    watch_pane "$name"
}

# The program's command line: MODE STATION LANGUAGE
program() { echo rexian "$1" --station "$stations/$2.station" --spool "$scratch/spool-$2" --lang "$3"; }

reopen_screen() { # SCREEN PROGRAM ARGUMENT…: in the same window, after the program has ended
    in_pane "$@"
    tm respawn-pane -k -t "=$1:" "${pane_command[@]}"
    watch_pane "$1"
}

size() { tm resize-window -t "=$1:" -x "${2%x*}" -y "${2#*x}"; }

is_sized() { # SCREEN COLS ROWS: and something is drawn in it
    [[ $(pane "$1" pane_width)x$(pane "$1" pane_height) == "$2x$3" && -n $(screen "$1" | tr -d '[:space:]') ]]
}

press() { # SCREEN KEY…
    local name=$1
    shift
    tm send-keys -t "=$name:" "$@"
}

type_in() { tm send-keys -t "=$1:" -l -- "$2"; }

paste_in() { # as a terminal with bracketed paste does
    tm set-buffer -b matter -- "$2"
    tm paste-buffer -d -p -b matter -t "=$1:"
}

# A call rings. LINE NUMBER
arrive() { ctl call arrive --line "$1" --from "$2" >/dev/null; }

sign_in() { # SCREEN NUMBER PASSWORD
    type_in "$1" "$2"
    press "$1" Enter
    type_in "$1" "$3"
    press "$1" Enter
}

ended() { [[ -s $scratch/$1.status ]]; }

leaves() { # SCREEN CODE: the program ends by itself
    await ended "$1" || fail "$1 does not end"
    [[ $(<"$scratch/$1.status") == "$2" ]] || fail "$1 ended with $(<"$scratch/$1.status"), not with $2"
}

kill_hard() { # SCREEN
    kill -9 "$(<"$scratch/$1.pid")"
    await ended "$1" || fail "$1 survives kill -9"
}

# What rexianctl says must match, now: it is asked after a screen has shown that it happened.
says() { # TEXT COMMAND…
    local text=$1 said
    shift
    said=$(ctl "$@") || fail "rexianctl $*: exit $?"
    [[ $said == *"$text"* ]] || fail "rexianctl $*: no '$text' in: $said"
}

dispatcher_dies() {
    dispatcher_signal KILL
    wait "$(cat "$scratch/rexiand.pid")" || true
} 2>/dev/null # the shell tells that its child was killed

dispatcher_returns() {
    dispatcher_start
    dispatcher_wait
}
