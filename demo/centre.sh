# Functions that make and run an invented centre in a scratch folder. Sourced, with $scratch set and the
# programs on $PATH, by demo/run, the journeys of tests/system and docs/shots.sh.
here_centre=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
data=$scratch/data stations=$scratch/stations

# Starts the dispatcher in the background, a child of the shell that calls this.
dispatcher_start() {
    rexiand --data "$data" --config "$scratch/rexiand.conf" --ready-fd 9 >>"$scratch/rexiand.log" 2>&1 &
    echo $! >"$scratch/rexiand.pid"
}

dispatcher_wait() { # it writes a line to descriptor 9 each time it is ready
    read -rt 30 -u 9 && return 0
    echo "the dispatcher does not come up; its log:" >&2
    tail -20 "$scratch/rexiand.log" >&2
    return 1
}

dispatcher_signal() { # SIGNAL; quietly nothing when it is not there
    [[ -f $scratch/rexiand.pid ]] && kill "-$1" "$(cat "$scratch/rexiand.pid")" 2>/dev/null || true
}

# A data folder and a configuration with cheap passwords. Arguments: further settings, 'name = value'.
centre_init() {
    rexianctl --data "$data" init >&2
    printf '%s\n' 'listen = "tcp://127.0.0.1:*"' 'publish = "tcp://127.0.0.1:*"' \
        'argon_mib = 8' 'argon_ops = 1' "$@" >"$scratch/rexiand.conf"
    mkfifo "$scratch/ready"
    exec 9<>"$scratch/ready"
}

# Later starts keep the ports of the first one, so that everybody finds the dispatcher again.
centre_keep_ports() {
    sed -i '/^listen\|^publish/d' "$scratch/rexiand.conf"
    grep '^listen\|^publish' "$data/endpoints" >>"$scratch/rexiand.conf"
}

# The rulebook that is shipped: types, forms, bookings, phrases, the working calendar.
centre_rules() {
    rexianctl --data "$data" batch "$here_centre/../share/rulebook.txt" >/dev/null
    # it warns when the year comes to its end, which is no news to a demonstration
    rexianctl --data "$data" calendar load "$here_centre/../share/calendar/cn-2026.txt" \
        >/dev/null 2>>"$scratch/calendar.log"
}

# Lines, units, people and the like, and a station S-NAME in $stations/NAME.station for each argument.
centre_fill() {
    local name
    rexianctl --data "$data" batch "$here_centre/centre.txt" >/dev/null
    rexianctl --data "$data" batch "$here_centre/switchboard.txt" >/dev/null
    mkdir -p "$stations"
    for name in "$@"; do
        echo "station add --number S-$name --name demo --out $stations/$name.station"
    done >"$scratch/stations.txt"
    rexianctl --data "$data" batch "$scratch/stations.txt" >/dev/null
}
