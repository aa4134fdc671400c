#!/usr/bin/env bash
# Every kind of transfer (R41) between two desks, with the real programs: blind to an agent, to a queue
# and outside; consultation and then handed over, taken back, or all three; what fails and comes back;
# the dispatcher and either desk killed while one asks the other.
# Usage: journey_transfer.sh BUILD
set -euo pipefail
. "$(dirname "$0")/journey.sh"
journey_begin "$1" one two -- 'apology_after_s = 600' 'wrap_limit_s = 0' 'offer_lease_s = 15' \
    'confirm_s = 10' 'hold_remind_s = 5' 'presence_s = 6' 'offline_call_s = 5'

number=19900000000

takes_call() { # by desk one; its number in $number
    number=$((number + 1))
    press one F2
    see one 'Waiting for the next call'
    arrive 12345 $number
    see one 'A call rings. F4: answer'
    press one F4
    see one 'talking 0:0' "Phone   $number"
}

two_is_ready() {
    press two F2
    see two 'Waiting for the next call'
}

# NOTE: desk one asks desk two, which answers.
consults() {
    press one M-c
    see one 'Ask before passing on'
    type_in one 1102
    see one '▸ 1102 模拟话务员二 · ready'
    press one Tab Tab
    type_in one "$1"
    see one "$1"
    press one F10
    see two 'You are asked for help. F4: answer' "1101: $1"
    see one 'Asking; the caller holds   1102' 'on hold'
    press two F4
    see one 'You consult; the caller holds' 'F7: hand over'
    see two 'You are asked; the caller holds' 'F7: leave'
}

# DESK: the closing words, then the caller hangs up.
ends_at() {
    press "$1" F8
    see "$1" 'Let the caller hang up first.'
    press "$1" F8
    see "$1" 'wrapping up'
}

signs_in() { # DESK NUMBER
    see "$1" 'Sign in' connected
    sign_in "$1" "$2" "$password"
    gone "$1" 'Enter: next, then sign in'
}

open_screen one 80x24 $(program desk one en)
open_screen two 120x40 $(program desk two en)
signs_in one 1101
signs_in two 1102
see one 'F2: ready for the first call'
see two 'F2: ready for the first call'

# ---- on hold, reminded, and back ----
takes_call
press one F11
see one 'The caller is on hold' 'F11: back to the caller'
see one 'The caller has been on hold for long.'
press one F11
gone one 'on hold'

# ---- blind, to an agent: the note arrives before the call, the draft with it ----
two_is_ready
press one Tab Tab
type_in one 人民路的路灯不亮，
see one 人民路的路灯不亮， '✓ saved'
press one F7
see one 'Pass the call on'
type_in one 1102
see one '▸ 1102 模拟话务员二 · ready'
press one Tab Tab Tab
type_in one 来电人听力不好
press one F7
see two 'A call rings. F4: answer' '1101: 来电人听力不好'
see one 'The call was passed on.' 'wrapping up'
press two F4
see two 'talking 0:0' '1101 passes on: 来电人听力不好' $number 'Ticket 1' 人民路的路灯不亮，
type_in two 王芳
see two 王芳 '✓ saved'
ends_at two
says '"owner":"1102"' ticket show --ticket 1 --json

# ---- blind, to an agent who does not answer: it comes back ----
takes_call
two_is_ready
press one F7
see one 'Pass the call on'
type_in one 1102
see one '▸ 1102 模拟话务员二 · ready'
press one F7
see two 'A call rings. F4: answer'
see two 'missed a call'
see one 'A call rings. F4: answer' 'The call comes back'
press one F4
see one 'talking 0:0' "Phone   $number"

# ---- to a queue ----
press one F7
see one 'Pass the call on'
press one Tab
type_in one 12329
see one '▸ 12329 住房与城建专线'
press one Tab Tab
type_in one 公积金的事
press one F7
see one 'The call waits in the queue again.' 'wrapping up'
press two F2
see two 'A call rings. F4: answer' '1101: 公积金的事'
press two F4
see two 'talking 0:0' '1101 passes on: 公积金的事' $number
ends_at two

# ---- blind, outside: both talk; then one that is not reached and comes back ----
takes_call
press one F7
see one 'Pass the call on'
press one Tab Tab
type_in one 057010001
press one F7
see one 'Passed outside' 'F4: both are talking' 057010001 'wrapping up'
press one F4
see one 'The caller talks with the outside number.'
takes_call
press one F7
see one 'Pass the call on'
press one Tab Tab
type_in one 057010002
press one F7
see one 'Passed outside' 'F4: both are talking' 'wrapping up'
press one F8
see one 'no answer'
press one F8
see one 'A call rings. F4: answer' 'The call comes back'
press one F4
see one 'talking 0:0' "Phone   $number"

# ---- asked outside first, then joined ----
press one M-c
see one 'Ask before passing on'
press one Tab
type_in one 057010003
press one F10
see one 'Asking outside; the caller holds' 'F4: answered' 057010003
press one F4
see one 'You consult; the caller holds' 'F7: hand over'
press one F7
see one 'Passed outside' 'F4: both are talking' 'wrapping up'
press one F4
see one 'The caller talks with the outside number.'

# ---- asked first, taken back ----
takes_call
two_is_ready
consults 您会说方言吗
press one F11
see two 'The agent went back to the caller.' 'wrapping up'
gone one 'You consult'
see one 'talking 0:'

# ---- asked again, with the dispatcher killed meanwhile; handed over, confirmed ----
two_is_ready
consults 那就转给您
dispatcher_dies
see one 'dispatcher away'
see two 'dispatcher away'
dispatcher_returns
see one ' connected ' 'You consult; the caller holds' 'F7: hand over'
see two ' connected ' 'You are asked; the caller holds' 'F7: leave'
press one F7
see one 'The caller was handed over.' 'wrapping up'
see two 'The caller is handed over to you. F4: we are talking'
press two F4
see two 'talking 0:' "$number"
gone two 'is handed over to you'
ends_at two

# ---- handed over and not confirmed: it comes back ----
takes_call
two_is_ready
consults 请接一下
press one F7
see two 'The caller is handed over to you. F4: we are talking'
see one 'A call rings. F4: answer' 'The call comes back'
gone two 'is handed over to you'
press one F4
see one 'talking 0:0' "Phone   $number"

# ---- all three, then left to the other ----
two_is_ready
consults 一起说
press one M-j
see one 'All three talk' 'F7: leave it to them'
see two 'All three talk' 'F7: leave'
press one F7
see one 'The caller stays with the other.' 'wrapping up'
see two 'The caller stays with you.' $number
ends_at two

# ---- all three, and the one who was asked leaves ----
takes_call
two_is_ready
consults 听一下
press one M-j
see two 'All three talk' 'F7: leave'
press two F7
see two 'You are out of the call.' 'wrapping up'
see one 'The other has left. You talk with the caller.'
not one 'All three talk'

# ---- the desk that is asked is killed ----
two_is_ready
consults 在吗
kill_hard two
see one 'Nobody is asked any more.' 'The caller is on hold' 'F11: back to the caller'
press one F11
gone one 'on hold'
see one 'talking 0:'
reopen_screen two $(program desk two en)
signs_in two 1102
see two 'F2: ready'

# ---- the desk that asks is killed: the caller stays with the one who is there ----
two_is_ready
consults 还在吗
kill_hard one
see two 'The caller stays with you.' $number 'talking 0:'
ends_at two
reopen_screen one $(program desk one en)
signs_in one 1101
see one 'F2: ready'
press one F2
see one 'Waiting for the next call'

# ---- nobody was lost on the way ----
[[ $(ctl call list --json) == '[]' ]] || fail "a call is still there: $(ctl call list)"
says '"good":true' check --json
