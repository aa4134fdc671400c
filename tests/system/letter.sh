#!/usr/bin/env bash
# A reply letter from the console: refused while no reply stands, numbered once, printed as a whole page,
# and never with an anonymous caller's name; the audit tells who had it.
# Usage: letter.sh BUILD
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
fail() { printf 'letter.sh: %s\n' "$*"; cat "$scratch"/{letter.html,err} 2>/dev/null; exit 1; }
as() { rexianctl --station "$stations/one.station" --as 1000 "$@" <<<rexian-demo >/dev/null; }
letter() { # EXIT-CODE ARGUMENT…
    local want=$1 code=0
    shift
    rexianctl --data "$data" letter "$@" >"$scratch/letter.html" 2>"$scratch/err" || code=$?
    [[ $code -eq $want ]] || fail "letter $* ended with $code, not $want"
}
says() { grep -qF -- "$1" "$scratch/letter.html" || fail "the letter does not say $1"; }
silent() { ! grep -qF -- "$1" "$scratch/letter.html" || fail "the letter says $1"; }
refused() { [[ ! -s $scratch/letter.html ]] && grep -q -- "$1" "$scratch/err" || fail "no $1"; }

centre_init 2>/dev/null
dispatcher_start
dispatcher_wait
centre_fill one

as ticket save --type help --subject 0101 --matter '路灯<b>不亮</b>' --name 张三丰 --phone 19900000001
as ticket register 1 1
letter 1 1
refused 'letter.show: BAD_STATE.*letter'
refused 'with --issue'
letter 1 1 --issue
refused 'letter.issue: BAD_STATE'
letter 1 99 --issue
refused 'NO_SUCH.*ticket'
letter 2
letter 2 --issue
letter 2 1 2
letter 2 eleven
as ticket answer 1 '修理班今晚到现场更换灯泡'
letter 1 1
letter 0 1 --issue
says '<!DOCTYPE html>'
says '@page'
says '张三丰'
says '路灯&lt;b&gt;不亮&lt;/b&gt;'
says '修理班今晚到现场更换灯泡'
says "$(date +%Y)000001"
cp "$scratch/letter.html" "$scratch/first.html"
letter 0 1 --issue
cmp -s "$scratch/first.html" "$scratch/letter.html" || fail "asked again it is another letter"
letter 0 1
cmp -s "$scratch/first.html" "$scratch/letter.html" || fail "without --issue it is another letter"
rexianctl --data "$data" letter 1 --json | grep -q '"letter":'"$(date +%Y)"'000001' || fail "no JSON"

as ticket save --type help --subject 0101 --matter '占道停车' --name 李四 --phone 19900000002 --anonymity anonymous
as ticket register 2 1
as ticket answer 2 '已告知辖区中队前往查看'
letter 0 2 --issue
says "$(date +%Y)000002"
silent 李四

# The console is nobody, and its looks are written down all the same.
rexianctl --data "$data" audit 1 --json | grep -q '"kind":"letter"' || fail "no look"
rexianctl --data "$data" check --replay >/dev/null || fail "the check"
echo "two letters, one of them without a name"
