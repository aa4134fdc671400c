/* What the agent is doing: the state with its clock and limit, breaks asked for and allowed. */
#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"

void agent_take_me(struct desk *desk, const struct rec_me *me)
{
    desk->state = (enum agent_state)me->state;
    desk->reason = (enum break_reason)me->reason;
    desk->since_ms = me->since_ms;
    desk->limit_ms = me->limit_ms;
    desk->asks = (enum break_reason)me->asks;
    desk->allowed = (enum break_reason)me->allowed;
    desk->trainee = me->trainee;
    desk->verifies = me->verifies;
}

static void agent_moved(struct desk *desk, const struct fact *fact)
{
    const struct fact_agent_moved *moved = &fact->body.agent_moved;
    if (moved->person != desk->person) return;
    desk->state = (enum agent_state)moved->to;
    desk->reason = (enum break_reason)moved->reason;
    desk->since_ms = fact->at_ms;
    desk->limit_ms = moved->limit_ms;
    if (moved->to == agent_state_break) desk->asks = desk->allowed = break_reason_none;
    if (moved->to == agent_state_missed)
        seat_say(desk->seat, NOTICE_WARN, _("A call was not answered. F2: ready again."));
    if (moved->event == agent_event_time_up)
        seat_say(desk->seat, NOTICE_WARN, _("The time for wrapping up is over."));
    if (moved->event == agent_event_meet && desk->live.call != moved->call)
        call_taken(desk, moved->call, fact->at_ms);
}

static void agent_alarmed(struct desk *desk, const struct fact_agent_alarmed *alarmed)
{
    if (alarmed->person != desk->person) return;
    switch ((enum agent_alarm)alarmed->alarm) {
    case agent_alarm_hold_long:
        desk->live.reminded = true;
        desk->seat->port.ring(desk->seat->port.ctx);
        seat_say(desk->seat, NOTICE_ALARM,
                 _("The caller has been on hold for long. F11: back to the caller."));
        break;
    case agent_alarm_break_over:
        seat_say(desk->seat, NOTICE_WARN, _("The break is longer than allowed. F2: ready again."));
        break;
    case agent_alarm_none:
    case agent_alarm_offline:
        break;
    }
}

static void agent_asked(struct desk *desk, const struct fact_agent_asked *asked)
{
    if (asked->person != desk->person) return;
    bool waited = desk->asks != break_reason_none;
    desk->asks = asked->allowed ? break_reason_none : (enum break_reason)asked->reason;
    desk->allowed = asked->allowed ? (enum break_reason)asked->reason : break_reason_none;
    if (asked->allowed)
        seat_say(desk->seat, NOTICE_GOOD, _("Your break is allowed."));
    else if (asked->reason)
        seat_say(desk->seat, NOTICE_INFO,
                 _("Too many are on a break: the team lead has been asked."));
    else if (waited)
        seat_say(desk->seat, NOTICE_WARN, _("The team lead did not allow the break."));
}

void agent_facts(struct desk *desk, const struct fact *fact)
{
    if (fact->type == fact_type_agent_moved) agent_moved(desk, fact);
    if (fact->type == fact_type_agent_alarmed) agent_alarmed(desk, &fact->body.agent_alarmed);
    if (fact->type == fact_type_agent_asked) agent_asked(desk, &fact->body.agent_asked);
    if (fact->type == fact_type_person_cleared && fact->body.person_cleared.person == desk->person)
        desk->trainee = false;
}

enum style agent_style(const struct desk *desk)
{
    bool late = desk->limit_ms && seat_now_ms(desk->seat) >= desk->limit_ms;
    enum style style = desk_state_style(desk->state);
    return late && style == STYLE_WARN ? STYLE_ALARM : style;
}

/* "wrapping up 0:32/5:00": the clock, and what it may come to. */
void agent_clock(const struct desk *desk, char *out, size_t cap)
{
    char span[24], limit[24];
    uint64_t now_ms = seat_now_ms(desk->seat), since_ms = desk->since_ms;
    time_span(now_ms > since_ms && since_ms ? now_ms - since_ms : 0, span, sizeof span);
    bool limited = desk->state == agent_state_wrapping || desk->state == agent_state_break;
    if (limited && desk->limit_ms > since_ms && since_ms)
        snprintf(out, cap, "%s/%s", span,
                 time_span(desk->limit_ms - since_ms, limit, sizeof limit));
    else
        snprintf(out, cap, "%s", span);
}

enum style agent_status(const struct desk *desk, char *out, size_t cap)
{
    char clock[48];
    bool rests = desk->state == agent_state_break;
    const char *why = rests ? word_text(VOCABULARY_break_reason, desk->reason) : "";
    bool late = desk->limit_ms && seat_now_ms(desk->seat) >= desk->limit_ms;
    agent_clock(desk, clock, sizeof clock);
    char state[120];
    if (why[0])
        snprintf(state, sizeof state, _("%s (%s)"), word_text(VOCABULARY_agent_state, desk->state),
                 why);
    else
        snprintf(state, sizeof state, "%s", word_text(VOCABULARY_agent_state, desk->state));
    snprintf(out, cap, "%s%s %s", late ? "! " : "", state, clock);
    return STYLE_BAR_KEY;
}

/* One sentence on what waits besides; "": nothing. */
const char *agent_hint(const struct desk *desk)
{
    if (desk->trainee)
        return _("You are a trainee: no real calls until a team lead has cleared you.");
    if (desk->asks) return _("The team lead was asked for your break.");
    if (desk->allowed) return _("Your break is allowed: it begins after this call.");
    return "";
}
