#!/usr/bin/env bash
# The house rules that a script can check: who may include whom, where foreign libraries may be known,
# file length, no sleeping, no promises instead of work, no globals. Prints every offence, exits 1 if
# there is one. With a build folder as argument, its libraries are searched for writable globals too.
# `tidy.sh --self-test` proves that each rule can fail.
set -uo pipefail
cd "$(dirname "$0")/.."
bad=0
offend() { printf 'tidy: %s\n' "$*"; bad=1; }

sources() { find "$@" -name '*.c' -o -name '*.h' 2>/dev/null | sort; }

# room: the folders that its files may include from, besides itself
rooms='
common:
proto:common
server/store:proto common
server/core:server/store proto common
server/query:server/store server/core proto common
server/edge:proto common
client/link:proto common
client/screen:common
client/letter:proto common
client/seat:client/link client/screen proto common
client/desk:client/seat client/link client/screen proto common
client/wall:client/seat client/link client/screen proto common
client/office:client/seat client/letter client/link client/screen proto common
client/ctl:client/letter client/link proto common
client/sim:client/link proto common
'

# Of the store the core knows its contract alone; of the core the readers know the rules' answers.
includes() {
    local room allowed file path ok
    while IFS=: read -r room allowed; do
        [[ -n $room && -d $1/$room ]] || continue
        while read -r file path; do
            ok=no
            for folder in $room $allowed; do
                [[ $path == "$folder"/* && ${path#"$folder"/} != */* ]] && ok=yes
            done
            [[ $room == proto && $path == proto/* ]] && ok=yes
            [[ $ok == yes ]] || offend "$file includes $path, which $room may not"
        done < <(cd "$1" && grep -rnoE '^#include "[a-z]+/[^"]+"' "$room" --include='*.[ch]' 2>/dev/null |
            sed -E 's/^([^:]+):[0-9]+:#include "([^"]+)"/\1 \2/')
    done <<<"$rooms"
    while read -r file path; do
        case $path in server/store/store.h | server/store/rows.h) ;; *)
            offend "$file includes $path: the core knows only the store's contract" ;;
        esac
    done < <(cd "$1" && grep -rnoE '^#include "server/store/[^"]+"' server/core 2>/dev/null |
        sed -E 's/^([^:]+):[0-9]+:#include "([^"]+)"/\1 \2/')
}

# foreign header: the only places that may know it
foreign() {
    local header places file
    while IFS=: read -r header places; do
        while read -r file; do
            grep -qE "^($places)" <<<"$file" || offend "$file knows <$header>"
        done < <(cd "$1" && grep -rlE "^#include <$header>" common proto server client --include='*.[ch]' 2>/dev/null)
    done <<'T'
lmdb.h:server/store/
zmq.h:server/edge/|client/link/|client/sim/capture.c
curses.h:client/screen/term_curses.c
ncurses.h:client/screen/term_curses.c
msgpack.h:proto/
confuse.h:common/conf
utf8proc.h:common/
sodium.h:server/store/|server/edge/|client/link/
T
}

# the core knows no clock, randomness, sockets, files or log
pure() {
    local hit
    while read -r hit; do offend "the core reaches outside: $hit"; done < <(cd "$1" &&
        grep -nE '^#include (<(time|unistd|fcntl|sys/[a-z]+|pthread|sodium|errno)\.h>|"common/(log|clock|conf)\.h")|\b(fopen|printf|fprintf|puts|getenv|rand|random|clock_wall_ms|clock_gettime|time) *\(' \
            server/core/*.[ch] 2>/dev/null | grep -v 'server/core/life_doc\.c')
}

length() {
    local n file
    while read -r n file; do
        [[ $file != total && $n -gt 500 ]] && offend "$file has $n lines; 500 are allowed"
    done < <(cd "$1" && sources common proto server client tests | xargs -r wc -l)
}

sleeping() {
    local hit
    while read -r hit; do offend "sleeps: $hit"; done < <(cd "$1" &&
        grep -rnE '\b(sleep|usleep|nanosleep|clock_nanosleep) *\(' common proto server client tests --include='*.[ch]' 2>/dev/null
        cd "$1" && grep -rnE '^\s*sleep ' dev demo tests docs .ci --include='*.sh' --include=run --include=dev 2>/dev/null)
}

promises() {
    local hit
    while read -r hit; do offend "promises work: $hit"; done < <(cd "$1" &&
        grep -rnE '\b(TO''DO|FIX''ME|XX''X|HA''CK)\b|not (yet )?implemen''ted' common proto server client tests demo dev --include='*.[ch]' --include='*.sh' --include=run --include=dev 2>/dev/null)
}

# writable data that outlives a call: only the log's sink (design §8)
globals() {
    local lib symbol
    for lib in "$1"/*/librexian_*.a "$1"/librexian_*.a; do
        [[ -f $lib && $lib != *librexian_vt.a ]] || continue
        while read -r symbol; do
            offend "$(basename "$lib") has the writable global $symbol"
        done < <(objdump -t "$lib" 2>/dev/null |
            awk '/ \.(bss|data)(\.local)?\t|\*COM\*/ && $NF !~ /^\.(bss|data)/ {print $NF}' |
            grep -vE '^(sink|__)')
    done
}

check() { includes "$1"; foreign "$1"; pure "$1"; length "$1"; sleeping "$1"; promises "$1"; }

self_test() {
    local d=$1 failed=0 rule
    expect() {
        bad=0
        "$2" "$d" >/dev/null
        [[ $bad -eq 1 ]] || { echo "tidy: the rule '$1' does not see its offence"; failed=1; }
    }
    mkdir -p "$d"/{common,proto,server/core,server/store,server/query,client/screen,tests}
    echo '#include "server/store/store.h"' >"$d/common/a.c"
    expect "who includes whom" includes
    rm "$d/common/a.c"
    echo '#include "server/store/redo.h"' >"$d/server/core/a.c"
    expect "the core knows the store's contract alone" includes
    echo '#include <lmdb.h>' >"$d/server/core/a.c"
    expect "foreign headers" foreign
    echo 'x = clock_wall_ms();' >"$d/server/core/a.c"
    expect "the core is pure" pure
    yes '' | head -501 >"$d/server/core/a.c"
    expect "length" length
    echo 'usleep(1);' >"$d/tests/a.c"
    expect "no sleeping" sleeping
    echo '/* TO''DO */' >"$d/tests/a.c"
    expect "no promises" promises
    bad=$failed
}

if [[ ${1:-} == --self-test ]]; then
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    self_test "$scratch"
    [[ $bad -eq 0 ]] && echo "tidy: every rule can fail"
else
    check .
    [[ -n ${1:-} ]] && globals "$1"
    [[ $bad -eq 0 ]] && echo "tidy: clean"
fi
exit $bad
