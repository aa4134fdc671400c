#!/usr/bin/env bash
# One matter through every office, with the real programs: a visitor's record dispatched, signed, replied,
# sent back by the approver, replied again, approved; the caller is not satisfied, the hotline office has
# it redone, and in the end it is archived. Usage: journey_office.sh BUILD
set -euo pipefail
. "$(dirname "$0")/journey.sh"
journey_begin "$1" desk unit chief hotline

state_is() { says "\"state\":\"$1\"" ticket show --ticket 1 --json; }

# ---- everybody signs in ----
open_screen desk 80x24 $(program desk desk en)
open_screen unit 80x24 $(program office unit en)
open_screen chief 80x24 $(program office chief zh_CN)
open_screen hotline 120x40 $(program office hotline zh_CN)
see desk connected && sign_in desk 1000 "$password"
see unit connected && sign_in unit 4000 "$password"
see chief 已连接 && sign_in chief 4010 "$password"
see hotline 已连接 && sign_in hotline 3000 "$password"
see desk 'Signed in.'
see unit 市政设施处
see chief 市政设施处
see hotline 3000

# ---- a visitor at the counter ----
press desk C-t
see desk 'A visitor at the counter'
press desk Enter
see desk 'New record' && gone desk 'A visitor at the counter'
type_in desk 李强
press desk Tab Tab
type_in desk 人民路公交站旁路灯倒伏，压住盲道。
press desk Tab
type_in desk help
press desk Tab
type_in desk 0101
press desk F6
see desk 'Process and time told' # a visitor knows how it goes on before the ticket goes its way
type_in desk 转市政设施处，五个工作日内答复。
press desk Tab
type_in desk +5d
press desk F6
see desk 'Ticket 1: dispatched to 市政设施处'
state_is dispatched
press desk F8
see desk 'Let the caller'
press desk F9
see desk 'Waiting for the next call'

# ---- the unit says that it is not theirs; the hotline office agrees, looks again, and sends it back ----
see unit 公交站旁
press unit Enter
see unit 人民路公交站旁路灯倒伏，压住盲道。 'F8 Return'
press unit F8
see unit 'Why not ours'
type_in unit 该路段由养护公司负责。
press unit F8
see unit 'the return waits for the hotline office' 'return asked for'
state_is returning
press hotline M-r
see hotline 公交站旁
press hotline Enter
see hotline 该路段由养护公司负责。 'F7 同意'
press hotline F7
see hotline 同意退回
press hotline F7
see hotline 已同意退回 'F6 交办'
state_is registered
press hotline F6
see hotline 'U01 市政设施处'
press hotline Tab
type_in hotline 该路段已划归你处。
press hotline F6
see hotline 已交办。
state_is dispatched
see unit 该路段已划归你处。 'F2 Sign'

# ---- the unit signs, asks for more time and gets it, and replies ----
press unit F2
see unit 'signed. Write the reply next' 'F6 More time'
press unit F6
see unit 'Ask for an extension'
type_in unit 等灯杆配件到货。
press unit Tab
type_in unit +11d
press unit F6
see unit 'an extension is asked for' 'An extension is asked for, until'
press hotline M-x
see hotline 公交站旁
press hotline Enter
see hotline 申请延期至 'F7 准予延期'
press hotline F7
see hotline '申请延至' 等灯杆配件到货。
press hotline F7
see hotline 已准予延期
see unit 'Extended      1'
not unit 'An extension is asked for, until'
press unit F5
see unit 'Hand in for approval'
type_in unit 已派人到场处理，电缆接头受潮。
press unit Tab
type_in unit 扶正灯杆，清空盲道。
press unit Tab
type_in unit 路灯已恢复照明。
press unit Tab
type_in unit 1
press unit F5
see unit 'waits for approval'
state_is approval

# ---- the approver refuses once ----
see chief 公交站旁
press chief Enter
see chief 电缆接头受潮 人民路公交站旁路灯倒伏，压住盲道。
press chief F8
see chief 退回答复 电缆接头受潮
press chief F8
see chief 必填
type_in chief 请写明何时修好，谁去看过。
press chief F8
see chief 答复已退回
state_is handling
press chief Escape
see chief 没有内容
see unit handling 请写明何时修好，谁去看过。
press unit F5
see unit 'Hand in for approval' 电缆接头受潮
type_in unit 四月二日上午扶正灯杆，盲道已清空，现场由本处核查。
press unit F5
see unit 'waits for approval'
see chief 公交站旁
press chief Enter
see chief 现场由本处核查 F7
press chief F7
see chief 意见
press chief F7
see chief 答复已通过
state_is follow_up

# ---- the caller is not satisfied ----
press desk C-f
see desk Follow-ups 公交站旁
press desk Enter
see desk 现场由本处核查 F5
press desk F5
see desk 'What the caller said'
type_in desk not
see desk '▸ 2 not satisfied'
press desk Tab
type_in desk 3
press desk Tab Tab Tab
type_in desk 灯还是不亮。
press desk F5
see desk review 灯还是不亮。
state_is review

# ---- redone ----
see hotline 公交站旁
press hotline Enter
see hotline 灯还是不亮。
press hotline F6
see hotline 重办要求 'U01 市政设施处'
type_in hotline 请带上灯泡再去一次。
press hotline F6
see hotline 已重新交办
state_is dispatched
see unit 'It is now: dispatched' 'F2 Sign' 请带上灯泡再去一次。
press unit F2 # a redo is the head's to sign (R63)
see unit "signed by the unit's head"
state_is dispatched
press chief M-1
see chief 公交站旁
press chief Enter
see chief 请带上灯泡再去一次。 'F2 签收'
press chief F2
see chief 已签收
state_is handling
see unit 'F5 Reply'
press unit F5
see unit 'Hand in for approval'
type_in unit 五月三日已换灯泡，当晚复查，灯亮。
press unit Tab
type_in unit 更换灯泡一只，逐盏检查。
press unit Tab
type_in unit 全部路灯正常照明。
press unit Tab
type_in unit 1
press unit F5
see unit 'waits for approval'
see chief 提交答复 F7
press chief F7
see chief 意见 当晚复查
press chief F7
see chief 答复已通过
state_is follow_up

# ---- satisfied, and archived ----
press desk Escape
see desk Follow-ups 公交站旁
press desk Enter
see desk 当晚复查 'F5 Outcome'
press desk F5
see desk 'What the caller said'
type_in desk 1
see desk '▸ 1 '
press desk Tab
type_in desk 1
press desk F5
see desk archived
state_is archived
says '"redo_count":1' ticket show --ticket 1 --json
press hotline M-9
see hotline 公交站旁
says '"good":true' check --replay --json

# ---- showing the caller's name needs a reason and leaves a trace ----
press hotline Enter
see hotline 已归档 'Ctrl-E' 李*
press hotline C-e
see hotline 用途
type_in hotline 核对
press hotline Enter
see hotline 李强
says '"fact":"ticket_revealed"' ticket history --ticket 1 --json

# ---- the reply letter, as a page to print ----
press hotline F3
see hotline 要做什么
type_in hotline letter
see hotline '▸              答复函'
press hotline Enter
see hotline "已写入：$scratch/rexian-letter-"
letter=$(ls "$scratch"/rexian-letter-*.html)
grep -q 五月三日已换灯泡 "$letter" || fail "the letter does not hold the reply"
[[ $(stat -c %a "$letter") == 600 ]] || fail "others can read the letter"
for name in desk unit chief hotline; do
    press $name C-q
    leaves $name 0
done
