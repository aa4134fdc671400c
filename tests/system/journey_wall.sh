#!/usr/bin/env bash
# The live queue screen beside a desk, with the real programs: its figures follow the calls and what the
# desk does with them, and it says when they are old. Usage: journey_wall.sh BUILD
set -euo pipefail
. "$(dirname "$0")/journey.sh"
journey_begin "$1" wall small desk -- 'answer_target_s = 600'
ctl person add --number 2002 --name 副班长 --roles lead --password "$password" >/dev/null

# ---- only for those who may see it; and who sat down at the wrong screen is not kept from the right one
open_screen wall 120x40 $(program wall wall zh_CN)
see wall 已连接
sign_in wall 4000 "$password"
see wall 您没有此工作台所需的角色
[[ $(ctl session list) != *4000* ]] || fail "a session of somebody who was turned away stays open"
press wall BTab C-u
gone wall 4000
sign_in wall 2002 "$password"
see wall '✓ 实时数据' 无人排队 尚无来电 '0 / 0' '坐席 0 人'
open_screen desk 80x24 $(program desk desk en)
see desk connected
sign_in desk 1000 "$password"
see desk 'Signed in.'
see wall '坐席 1 人' '1000 演示话务员' 刚登录
press desk F2
see wall '✓ 就绪 1'

# ---- three calls: one rings, one waits behind it, one waits on the other line ----
arrive 12345 19900000001
see wall '▲ 振铃 1'
see desk 'A call rings'
arrive 12345 19900000002
arrive 12329 19900000003
see wall '12345 市民热线 1 ' '12329 住房与城建专线 1 '
press desk F4
see wall '▸ 通话中 1' '100.0%' '1 / 3'

# ---- a second, smaller wall in English, by another lead ----
open_screen small 80x24 $(program wall small en)
see small connected
sign_in small 2001 "$password"
see small 'Live figures' '1 of 3'

# ---- the desk goes on to the next call; one that waits hangs up ----
press desk F8
see desk 'Let the caller'
press desk F8
see wall '整理中 1'
press desk F9
see wall '▲ 振铃 1' '12329 住房与城建专线 1 '
see small '▲ ringing 1'
ctl call hang_up --call 3 >/dev/null
see wall '50.0%' '12329 住房与城建专线 0'
see small 'Abandoned' '1 of 3'

# ---- tickets ----
press desk F4
see desk talking 19900000002
press desk Tab Tab
type_in desk 路灯不亮
press desk Tab
type_in desk help
press desk Tab
type_in desk 0101
press desk F6
see desk 'Ticket 1: dispatched to'
see wall '2 / 3' '1  ✓ 无超时'
see small '2 of 3' '1  ✓ in time'

# ---- held still, and on again ----
press small F3
see small PAUSED
press small F3
see small 'Live figures'

# ---- the dispatcher away: old figures are called old ----
dispatcher_dies
see wall 调度服务离线 旧数据 '2 / 3'
see small 'dispatcher away' 'OLD: figures of'
dispatcher_returns
see wall '✓ 实时数据' '2 / 3' '▸ 通话中 1'
see small 'Live figures' '2 of 3'

# ---- any window ----
size wall 10x3
await is_sized wall 10 3 || fail 'the wall does not fit into 10x3'
size wall 40x12
see wall 实时数据
size wall 200x60
see wall '2 / 3' 放弃
size wall 120x40
see wall '✓ 实时数据' '2 / 3'
for name in wall small; do
    press $name C-q
    leaves $name 0
done
