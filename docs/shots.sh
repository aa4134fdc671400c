#!/usr/bin/env bash
# Screenshots of the real programs, as text, into docs/shots/. They are taken on a fresh demonstration
# centre, so times and simulated matters differ from run to run. Usage: docs/shots.sh BUILD (./dev shots)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tests/system/journey.sh"
export REXIAN_SIM_PASSWORD=$password
mapfile -t simulated < <(awk '!/^#/ {print $2}' "$root/demo/people")
journey_begin "$1" "${simulated[@]}" desk wall office
out=$root/docs/shots
mkdir -p "$out"

take() { # SCREEN NAME TEXT…: as soon as the screen shows the texts
    local name=$1 file=$2
    shift 2
    see "$name" "$@"
    screen "$name" | sed 's/[[:space:]]*$//' >"$out/$file.txt"
    echo "docs/shots/$file.txt"
}

sim() { # in a pane of its own: ends with the others. NAME PEOPLE OPTION…
    open_screen "$1" 80x10 rexian-sim --stations "$stations" --people "$2" --seed 12345 "${@:3}"
}

# Some work that is done already, so that there is something to see.
sim before "$root/demo/people" --calls 80
leaves before 0
ctl session list | awk 'NR > 1 {print "session end --session", $1}' | ctl batch - >/dev/null

# ---- the desk ----
open_screen desk 80x24 $(program desk desk zh_CN)
see desk 已连接
sign_in desk 1000 "$password"
see desk 刚登录
press desk F2
see desk 等待下一个来电
arrive 12345 19900000088
take desk desk-ringing.80x24.zh_CN 有来电 19900000088
press desk F4
see desk 通话中 19900000088
type_in desk 周女士
press desk Tab
type_in desk 建设路8号
press desk Tab
type_in desk 建设路与和平街路口的信号灯，早高峰时左转绿灯只有几秒，车辆排到桥上。
press desk Tab
type_in desk jy
press desk Tab
type_in desk dlyxhd
press desk F6
see desk 已交办市政设施处
press desk F8
see desk 请等来电人先挂机
press desk F9
see desk 等待下一个来电
arrive 12345 19900000088
see desk 有来电
press desk F4
see desk 通话中 '历史来电 1 次，工单 1 件'
type_in desk 周女士
press desk Tab
type_in desk 人民路12号
press desk Tab
type_in desk 晚上十点左右，人民路12号门前三盏路灯不亮，附近居民出行不便，已经有老人在此摔倒，幸好没有受伤。来电人希望尽快派人维修，并告知修复时间。
press desk Tab
type_in desk qz
press desk Tab
type_in desk ld
take desk desk-picking.80x24.zh_CN '▸ 0101 路灯与照明'
press desk Enter
press desk Up
take desk desk.80x24.zh_CN '路灯与照明' 已保存
size desk 120x40
take desk desk.120x40.zh_CN '协调：弄清涉及哪几家' 已保存
press desk F6
see desk 已交办市政设施处

# ---- the office ----
open_screen office 80x24 $(program office office en)
see office connected
sign_in office 4000 "$password"
take office office.80x24.en 'My unit' 建设路
press office Enter
see office 'F2 Sign'
press office F2
see office 'F5 Reply'
size office 120x40
take office office-card.120x40.en 'F5 Reply' signed

# ---- the wall, with callers who go on calling ----
grep -v '^auditor' "$root/demo/people" >"$scratch/people"
sim during "$scratch/people" --gap 700 --talk 2500 --patience 60000
open_screen wall 120x40 $(program wall wall zh_CN)
see wall 已连接
sign_in wall 2001 "$password"
take wall wall.120x40.zh_CN 实时数据 '▸ 通话中' '▲ 振铃' '12345 市民热线 1'
size wall 80x24
take wall wall.80x24.zh_CN 实时数据 '▸ 通话中'
