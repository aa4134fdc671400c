#!/usr/bin/env bash
# A working day at two desks, with the real programs: signing in, a call from ring to dispatch, a direct
# answer, the dispatcher and the desk ended with -9 while typing, a call passed on with its note, and
# terminals that are small or know nothing. Usage: journey_desk.sh BUILD
set -euo pipefail
. "$(dirname "$0")/journey.sh"
journey_begin "$1" one two -- 'apology_after_s = 1'

first='晚上十点左右，人民路12号门前三盏路灯不亮，'
second='已经有老人在此摔倒，幸好没有受伤。'
third='请尽快派人来看。'
pasted=$'补充：\n旁边的井盖也松动了，\n车辆经过时声响很大。'

# ---- signing in: a wrong password and an unknown number look the same ----
open_screen one 80x24 $(program desk one zh_CN)
see one 登录 S-one 已连接
for number in 1101 7777; do
    sign_in one $number not-my-password
    see one '工号或密码不正确，或暂时无法登录'
    not one not-my-password
    press one BTab C-u
    gone one $number
done
sign_in one 1101 "$password"
see one 刚登录 模拟话务员一 F2
not one "$password"

# ---- a call that is answered late ----
press one F2
see one 等待下一个来电
arrive 12345 19900000001
see one '有来电，F4' 市民热线
see one '振铃 0:02'
press one F4
see one '让您久等了' '您好，这里是市民热线，1101号话务员为您服务' 19900000001 通话中
type_in one 王芳
press one Tab
type_in one 人民路12号
press one Tab
type_in one "$first"
press one Enter
type_in one "$second"
press one Enter
type_in one "$third"
see one "$first" "$second" "$third" 已保存

# ---- into the middle of what is typed ----
press one Up Home
type_in one 昨天
see one "昨天$second"
paste_in one "$pasted"
see one 昨天补充： 旁边的井盖也松动了， "车辆经过时声响很大。$second" "$third"

# ---- type, subject and unit by their initials; the unit that is usual, then another ----
press one Tab
type_in one ts
see one '▸ 3 投诉'
press one Tab
type_in one ldyzm
see one '▸ 0101 路灯与照明' '类型     3 投诉'
press one Tab
see one '市政设施处' '0101 路灯与照明'
type_in one sthj
see one '▸ U03 生态环境分局'
press one Enter
see one 'U03 生态环境分局'
gone one sthj
press one F6
see one '工单 1：已交办生态环境分局'
says '"state":"dispatched"' ticket show --ticket 1 --json
says '"unit":"U03"' ticket show --ticket 1 --json

# ---- closing words, wrapping up, the next one ----
press one F8
see one 感谢您的来电 请等来电人先挂机
press one F8
see one 整理中
press one F9
see one 等待下一个来电

# ---- a call that is answered at once ----
arrive 12329 19900000002
see one '有来电，F4' 住房与城建专线
press one F4
see one '住房与城建专线，我是1101号' 19900000002 '电话     19900000002'
not one 让您久等了
press one Tab Tab
type_in one 停水以后多久能恢复？
press one Tab
type_in one zx
see one '▸ 1 咨询'
press one F5
see one 直接答复
type_in one 抢修人员一小时内到场，恢复时间在到场后告知。
press one Tab
type_in one tsh
see one '▸ A-0103'
press one F5
see one '工单 2：已答复'
press one F8
see one '1/2 Alt-s 住房和城建方面' '2/2 谢谢您打来电话'
press one M-s
see one '2/2 Alt-s 谢谢您打来电话'
not one 住房和城建方面
press one F9
see one 等待下一个来电
says '"state":"follow_up"' ticket show --ticket 2 --json

# ---- the dispatcher killed while typing ----
arrive 12345 19900000003
see one '有来电，F4'
press one F4
see one 19900000003 您好，这里是市民热线
not one 来电人已挂机
press one Tab Tab
type_in one "$first"
see one 已保存
dispatcher_dies
see one 调度服务离线
type_in one "$second"
see one 已加密留存本席位 "$first$second"
dispatcher_returns
see one 已连接 已保存 "$first$second"
not one 调度服务离线
says '"state":"draft"' ticket show --ticket 3 --json

# ---- the desk killed while typing, with the dispatcher away ----
dispatcher_dies
see one 调度服务离线
type_in one "$third"
see one 已加密留存本席位 "$third"
grep -aqrF "$third" "$scratch/spool-one" && fail "what was typed lies readable on the disk"
kill_hard one
dispatcher_returns
reopen_screen one $(program desk one en)
see one 'Sign in' connected
sign_in one 1101 "$password"
see one 'are here again: 1' talking 19900000003 "$first$second$third" ' saved '

# ---- passed on with a note, which arrives before the call ----
open_screen two 120x40 $(program desk two en)
see two 'Sign in' connected
sign_in two 1102 "$password"
see two 'just signed in'
press two F2
see two 'Waiting for the next call'
press one F7
see one 'Pass the call on'
type_in one 1102
see one '▸ 1102 模拟话务员二'
press one Tab Tab Tab
type_in one 来电人听力不好，请慢慢说
see one 'To      1102' 来电人听力不好
press one F7
see two 'A call rings. F4: answer' '1101: 来电人听力不好，请慢慢说'
see one 'The call was passed on.' 'wrapping up'
press two F4
see two 'talking 0:0' '1101 passes on: 来电人听力不好，请慢慢说' '1102号话务员为您服务' 19900000003
see two 'Ticket 3' "$first" # the draft goes with the call
press one F9
see one 'Waiting for the next call'

# ---- a record without a call waits among the drafts ----
press one C-g
see one 'New record'
press one Tab Tab
type_in one "$second"
see one 'Ticket 4' '✓ saved'
press one Escape
see one 'Waiting for the next call'
press one C-d
see one 'My drafts and callbacks' '4 draft' 已经有老人
press one Enter
see one 'Ticket 4' "$second"
press one Escape
see one 'Waiting for the next call'

# ---- windows of any size; terminals that know little or nothing ----
press two C-q
see two 'A call is in hand.'
press two Escape
gone two 'A call is in hand.'
type_in two 听
size two 10x3
await is_sized two 10 3 || fail "two does not fit into 10x3"
type_in two 力
size two 2x1
await is_sized two 2 1 || fail "two does not fit into 2x1"
type_in two 不
size two 200x60
see two 投诉：先听完，再复述
type_in two 好
size two 80x24
see two 'talking' '1102号话务员为您服务' 听力不好
press one C-q
leaves one 0
reopen_screen one env TERM=vt100 $(program desk one en)
see one 'Sign in' connected
press one C-q
leaves one 0
reopen_screen one env TERM=dumb $(program desk one en)
see one '"dumb" cannot place a cursor; try TERM=xterm'
leaves one 2

# ---- leaving with a call in hand is asked about, and keeps it ----
press two C-q
see two 'A call is in hand.'
press two Tab Enter
leaves two 0
says '"agent":"1102"' call list --json
says '"good":true' check --json
