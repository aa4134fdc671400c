#!/usr/bin/env bash
# What belongs to the telephone beside calls that ring, at two desks with the real programs: a callback
# that keeps its place, an outbound list, an emergency and who acknowledges it, harassment, a tree of
# questions, notices, a break by the lead's leave, a trainee.
# Usage: journey_special.sh BUILD
set -euo pipefail
. "$(dirname "$0")/journey.sh"
journey_begin "$1" one two wall -- 'apology_after_s = 600' 'wrap_limit_s = 0' 'breaks_pct = 0'

signs_in() { # DESK NUMBER
    see "$1" 'Sign in' connected
    sign_in "$1" "$2" "$password"
    gone "$1" 'Enter: next, then sign in'
}

ctl outbound add ZP1 --name 春季招聘 --kind recruiting --from_ms "$(date -d '-1 day' +%FT%R)" \
    --until_ms "$(date -d '+1 day' +%FT%R)" --line 12345 >/dev/null
ctl outbound enter ZP1 19900000101 --name 陈晨 --note 焊工 >/dev/null
ctl plan add EJ1 --name 燃气应急 --kind emergency >/dev/null
ctl plan set EJ1 --post 1 --place 1 --number 1102 >/dev/null
ctl tree load TJ1 --name 宽带故障 \
    --text $'1 指示灯亮吗？ | 亮 > 2 | 不亮 > 3\n2 = solved: 重启一次。\n3 = unsolved: 派人上门。' >/dev/null

open_screen one 80x24 $(program desk one en)
open_screen two 120x40 $(program desk two en)
signs_in one 1101
signs_in two 1102
see one 'F2: ready for the first call'
see two 'F2: ready for the first call'

# ---- a callback instead of waiting ----
arrive 12345 19900000001
ctl call promise 1 >/dev/null
press one F2
see one 'A promised callback. F4: ring the caller'
press one F4
see one 'It rings there' 19900000001
press one F8
see one 'no answer'
press one F8
see one 'It is tried again later.' 'wrapping up'
arrive 12345 19900000003
ctl call promise 2 --number 19900000009 >/dev/null
press one F2
see one 'A promised callback. F4: ring the caller'
press one F4
see one 'It rings there' 19900000009
press one F4
see one 'talking 0:0' 'Phone   19900000003'
press one F8
see one 'Let the caller hang up first.'
press one F8
see one 'wrapping up'

# ---- an outbound list ----
press one M-o
see one 'Outbound list'
press one F10
see one '春季招聘: 陈晨 19900000101' 'Alt-d: dial'
press one M-d
see one 'It rings there' 19900000101
press one F4
see one 'talking 0:0' 'rung by us, attempt 1'
press one F8
see one 'Let the caller hang up first.' '1/3 Alt-s'
press one F8
see one 'wrapping up'
press one M-o
see one 'What came of the contact' 焊工
type_in one 1
press one F10
see one 'Recorded.'
gone one '春季招聘: 陈晨'
says '"reached":1' outbound list --json

# ---- an emergency: the other desk acknowledges it while it writes ----
press one F2
see one 'Waiting for the next call'
arrive 12345 19900000002
see one 'A call rings. F4: answer'
press one F4
see one 'Phone   19900000002'
press two C-g
see two 'New record'
press one M-g
see one 'Raise an alert'
type_in one 1
press one Tab
type_in one EJ1
see one '▸ EJ1 燃气应急 · emergency'
press one Tab
type_in one 楼道有煤气味
press one F10
see one 'Something is missing'
type_in one 人民路12号
press one Tab
type_in one 两人头晕
press one F10
see one 'Alert 1 is raised'
see two 'ALERT (emergency call): 楼道有煤气味'
type_in two 李
see two 'Name    李' # the cursor is where it was
press two M-z
see two 'Where it is: 人民路12号' 'Who is hurt: 两人头晕'
press two F10
see two 'Recorded.'
gone two 'ALERT (emergency call)'

# ---- harassment is counted, a tree is walked ----
press one M-m
see one 'Count this call as harassment'
type_in one 3
press one F10
see one 'Recorded.'
press one Tab Tab
type_in one 宽带上不了网
see one '✓ saved'
press one M-u
see one 'Troubleshooting'
type_in one TJ1
see one '▸ TJ1 宽带故障'
press one F10
see one '指示灯亮吗？' '1 亮' '2 不亮'
type_in one 2
see one 'Not solved: a visit will be due' 派人上门。
press one Enter
see one 'The path is recorded: a visit is due.'

# ---- notices ----
ctl notice put 电话系统今晚检修 --outage >/dev/null
see one 'OUTAGE: 电话系统今晚检修'
see two 'OUTAGE: 电话系统今晚检修'
press two M-n
see two 'What everybody is to know'
press two Escape
gone two 'What everybody is to know'

# ---- one is away already: the next break needs the lead's leave, and begins after the call ----
press two F3
see two Reason
type_in two rest
press two F3
see two 'break (rest)'
press one F8
see one 'Let the caller hang up first.'
press one F8
see one 'wrapping up'
press one F3
see one Reason
type_in one meal
press one F3
see one 'Too many are on a break: the team lead has been asked.'
# ---- a call that was taken by a mobile telephone meanwhile, with its true times (R42) ----
press one M-e
see one 'A call taken while telephony was down'
press one Tab
type_in one 19900000004
press one Tab
type_in one -30
press one Tab
type_in one -29
press one Tab
type_in one -20
press one F10
see one 'is entered; this is its record.'
press one Tab Tab
type_in one 手机接听的来电
see one 'Ticket 3' '✓ saved' 手机接听的来电

# ---- the lead's leave ----
open_screen wall 120x40 $(program wall wall en)
signs_in wall 2001
see wall 1101
press wall F4
see wall 'Allow a break'
type_in wall 1101
see wall '▸ 1101'
press wall F10
see one 'break (meal)'
says '"good":true' check --json
