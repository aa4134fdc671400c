/* What keys do with calls: which of it makes sense now, and the requests. */
#include "client/desk/keys.h"

#include "client/desk/model.h"
#include "client/screen/language.h"

/* ---- answers ---- */

static void on_step(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    desk->live.answering = false;
    if (!seat_good(desk->seat, answer)) desk->live.next_after = false;
}

static void on_answered(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    bool asked = desk->live.answering;
    desk->live.answering = false;
    if (seat_good(desk->seat, answer) && asked && desk->live.state == call_state_offered)
        call_taken(desk, desk->live.call, seat_now_ms(desk->seat));
}

/* ---- the call in hand ---- */

void call_answer(struct desk *desk)
{
    struct live *live = &desk->live;
    if (!call_rings(desk) || live->answering) return;
    struct req_call_answer wanted = {.call = live->call};
    live->answering = seat_ask(desk->seat, request_call_answer, &wanted, false, on_answered, desk);
}

static void hang_up(struct desk *desk)
{
    struct req_call_hang_up wanted = {.call = desk->live.call};
    seat_ask(desk->seat, request_call_hang_up, &wanted, false, on_step, desk);
}

void call_close(struct desk *desk)
{
    if (!call_is_mine(desk)) return;
    if (desk->live.closing || !call_talks(desk)) {
        hang_up(desk);
        return;
    }
    struct work *work = call_work(desk);
    desk->live.closing = true;
    desk->live.said = 0;
    if (work) desk_show_work(desk, work);
}

/* R6: what was left out is said before it is done. */
void call_end_asked(struct desk *desk)
{
    struct slice steps[STEPS_MOST];
    size_t n = script_steps(desk, steps), said = desk->live.said;
    if (n > 1 && said < n)
        seat_confirm(desk->seat, DESK_END_CONFIRMED, _("Hang up first"), _("Go back"),
                     _("Of the closing, %zu of %zu steps were not said yet. The caller should hang "
                       "up first. Hang up all the same? This is recorded."),
                     n - said, n);
    else
        seat_confirm(desk->seat, DESK_END_CONFIRMED, _("Hang up first"), _("Go back"), "%s",
                     _("The caller should hang up first. Hang up all the same? This is recorded."));
}

void call_end_first(struct desk *desk)
{
    struct req_call_end wanted = {.call = desk->live.call};
    seat_ask(desk->seat, request_call_end, &wanted, false, on_step, desk);
}

void call_ready(struct desk *desk)
{
    static const struct req_agent_ready ready;
    seat_ask(desk->seat, request_agent_ready, &ready, false, on_step, desk);
}

void call_next(struct desk *desk)
{
    if (call_is_mine(desk)) {
        desk->live.next_after = true;
        hang_up(desk);
    } else {
        call_ready(desk);
    }
    struct work *work = desk->current;
    if (work && !work->settled && work->ticket)
        seat_say(desk->seat, NOTICE_INFO, _("Ticket %llu stays among your drafts."),
                 (unsigned long long)work->ticket);
    desk_show(desk, VIEW_HOME);
}

/* Requests that name nothing but the call. */
#define DEED(request)                                                                              \
    static void send_##request(struct desk *desk)                                                  \
    {                                                                                              \
        struct req_call_##request wanted = {.call = desk->live.call};                              \
        call_hurry(desk);                                                                          \
        seat_ask(desk->seat, request_call_##request, &wanted, false, on_step, desk);               \
    }
DEED(confirm)
DEED(joined)
DEED(reached)
DEED(hold)
DEED(resume)
DEED(take_back)
DEED(complete)
DEED(conference)
DEED(leave)

/* ---- which of it makes sense ---- */

static bool is(const struct desk *desk, enum call_part part, enum call_state state)
{
    const struct live *live = &desk->live;
    return live->call && live->part == part && live->state == state;
}

/* Somebody outside is to be reached, and only this desk hears whether. */
static bool asks_outside(const struct desk *desk)
{
    return is(desk, PART_AGENT, call_state_asking) && desk->live.outside;
}

static bool passes_outside(const struct desk *desk)
{
    return is(desk, PART_ORIGIN, call_state_outside);
}

static bool can_leave(const struct desk *desk)
{
    return is(desk, PART_AGENT, call_state_conference) ||
           is(desk, PART_SECOND, call_state_conference) ||
           is(desk, PART_SECOND, call_state_consulting);
}

static bool is_free(const struct desk *desk)
{
    return desk->state == agent_state_ready || desk->state == agent_state_break ||
           desk->state == agent_state_missed || desk->state == agent_state_wrapping;
}

static bool has_steps(const struct desk *desk)
{
    struct slice steps[STEPS_MOST];
    if (!call_talks(desk) || !desk->live.card) return false;
    size_t n = script_steps(desk, steps);
    return n > 1 && desk->live.said < n;
}

/* One that was talked with: while it lasts and until the next one comes. */
static bool can_mark(const struct desk *desk)
{
    bool over = desk->live.call && desk->live.state == call_state_ended;
    return call_is_mine(desk) || (over && desk->state == agent_state_wrapping);
}

bool line_allows(const struct desk *desk, int intent)
{
    switch ((enum line_intent)intent) {
    case LINE_RING_BACK:
        return is(desk, PART_AGENT, call_state_recalled);
    case LINE_CONFIRM:
        return is(desk, PART_AGENT, call_state_joining) || passes_outside(desk);
    case LINE_JOINED:
        return asks_outside(desk);
    case LINE_REACHED:
        return is(desk, PART_AGENT, call_state_dialing);
    case LINE_COMPLETE:
        return is(desk, PART_AGENT, call_state_consulting);
    case LINE_LEAVE:
        return can_leave(desk);
    case LINE_FAILED:
        return is(desk, PART_AGENT, call_state_dialing) || asks_outside(desk) ||
               passes_outside(desk);
    case LINE_HOLD:
        return is(desk, PART_AGENT, call_state_talking);
    case LINE_RESUME:
        return is(desk, PART_AGENT, call_state_held);
    case LINE_TAKE_BACK:
        return is(desk, PART_AGENT, call_state_asking) ||
               is(desk, PART_AGENT, call_state_consulting);
    case LINE_CONSULT:
        return is(desk, PART_AGENT, call_state_talking) || is(desk, PART_AGENT, call_state_held);
    case LINE_CONFERENCE:
        return is(desk, PART_AGENT, call_state_consulting);
    case LINE_STEP:
        return has_steps(desk);
    case LINE_DIAL:
    case LINE_OUTBOUND:
        return is_free(desk);
    case LINE_ENTER:
        return true;
    case LINE_MARK:
        return can_mark(desk);
    case LINE_ALERT:
        return true;
    case LINE_ACKNOWLEDGE:
        return news_alert(&desk->news) != 0;
    case LINE_WALK:
        return steps_ticket(desk) != 0;
    case LINE_IDENTITY:
        return desk->verifies && steps_ticket(desk) != 0;
    case LINE_MARKET:
    case LINE_MATCH:
    case LINE_MARKET_CLOSE:
        return true;
    case LINE_NEWS:
        return news_count(&desk->news) > 0;
    case LINE_INTENTS:
        break;
    }
    return false;
}

bool line_goes_first(const struct desk *desk, int intent)
{
    bool answers = intent == LINE_RING_BACK || intent == LINE_CONFIRM || intent == LINE_JOINED ||
                   intent == LINE_REACHED;
    return answers && line_allows(desk, intent);
}

/* ---- doing ---- */

static void with_call(struct desk *desk, enum line_intent intent)
{
    switch ((int)intent) {
    case LINE_RING_BACK:
        call_answer(desk);
        break;
    case LINE_CONFIRM:
        send_confirm(desk);
        break;
    case LINE_JOINED:
        send_joined(desk);
        break;
    case LINE_REACHED:
        send_reached(desk);
        break;
    case LINE_COMPLETE:
        send_complete(desk);
        break;
    case LINE_LEAVE:
        send_leave(desk);
        break;
    case LINE_HOLD:
        send_hold(desk);
        break;
    case LINE_RESUME:
        send_resume(desk);
        break;
    case LINE_TAKE_BACK:
        send_take_back(desk);
        break;
    case LINE_CONFERENCE:
        send_conference(desk);
        break;
    default:
        desk->live.said++; /* LINE_STEP */
    }
}

void line_intent(struct desk *desk, int intent)
{
    const struct live *live = &desk->live;
    switch ((enum line_intent)intent) {
    case LINE_RING_BACK:
    case LINE_CONFIRM:
    case LINE_JOINED:
    case LINE_REACHED:
    case LINE_COMPLETE:
    case LINE_LEAVE:
    case LINE_HOLD:
    case LINE_RESUME:
    case LINE_TAKE_BACK:
    case LINE_CONFERENCE:
    case LINE_STEP:
        with_call(desk, (enum line_intent)intent);
        break;
    case LINE_FAILED:
        ask_open(desk, &dialog_failed, live->call);
        break;
    case LINE_CONSULT:
        ask_open(desk, &dialog_consult, live->call);
        break;
    case LINE_DIAL:
        outbound_dial(desk);
        break;
    case LINE_OUTBOUND:
        outbound_key(desk);
        break;
    case LINE_ENTER:
        ask_open(desk, &dialog_enter, 0);
        break;
    case LINE_MARK:
        ask_open(desk, &dialog_mark, live->call);
        break;
    case LINE_ALERT:
        ask_open(desk, &dialog_alert, call_is_mine(desk) ? live->call : 0);
        break;
    case LINE_ACKNOWLEDGE:
        news_acknowledge(desk);
        break;
    case LINE_WALK:
        walk_start(desk, steps_ticket(desk));
        break;
    case LINE_IDENTITY:
        ask_open(desk, &dialog_identity, steps_ticket(desk));
        break;
    case LINE_MARKET:
        ask_open(desk, &dialog_market, call_is_mine(desk) ? live->call : 0);
        break;
    case LINE_MATCH:
        ask_open(desk, &dialog_match, 0);
        break;
    case LINE_MARKET_CLOSE:
        ask_open(desk, &dialog_market_close, 0);
        break;
    case LINE_NEWS:
        desk->news.open = !desk->news.open;
        break;
    case LINE_INTENTS:
        break;
    }
}
