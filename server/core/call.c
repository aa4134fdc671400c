/* A call from its first ring to its end: arrive, answer, hang up, end. */
#include "server/core/agent.h"
#include "server/core/authority.h"
#include "server/core/call.h"
#include "server/core/callback.h"
#include "server/core/hours.h"
#include "server/core/nuisance.h"
#include "server/core/keep.h"
#include "server/core/wait.h"

void caller_hash(struct txn *txn, struct slice number, struct h32 *out)
{
    char digits[LIMIT_PHONE];
    size_t n = 0;
    for (size_t i = 0; i < number.n && n < sizeof digits; i++) {
        if (number.p[i] >= '0' && number.p[i] <= '9') digits[n++] = number.p[i];
    }
    *out = (struct h32){{0}};
    if (n) words_hash(txn, "caller", slice_bytes(digits, n), out);
}

bool call_load(struct step *step, uint64_t id, struct row_call *call)
{
    return step_require(step, call_get(step->core->txn, id, call), REJECT_NO_SUCH, "call");
}

/* Answering crosses with others' answers and with leases that run out: whoever comes too late is
 * told so, and may look who has it. */
static enum reject too_late(const struct step *step, const struct row_call *call,
                            enum call_event event)
{
    bool answers = event == call_event_answer || event == call_event_join ||
                   event == call_event_confirm || event == call_event_dial;
    if (!answers || !(step->who->roles & ROLE_BIT(role_operator))) return REJECT_DENIED;
    if (!call->live || call->agent == 0) return REJECT_BAD_STATE;
    return REJECT_TAKEN;
}

bool call_may(struct step *step, const struct row_call *call, enum call_event event)
{
    if (!may_call_act(step->who, event, call)) {
        step_refuse(step, too_late(step, call, event), NULL);
        return false;
    }
    return step_require(step, life_find(LIFE_call, call->state, event) != NULL, REJECT_BAD_STATE,
                        NULL);
}

bool call_ask(struct step *step, uint64_t id, enum call_event event, struct row_call *call)
{
    return call_load(step, id, call) && call_may(step, call, event);
}

uint64_t call_hold_ms(const struct step *step, const struct row_call *call)
{
    return call_state_on_hold(call->state) ? step->core->now_ms - call->hold_since_ms : 0;
}

uint64_t call_talk_ms(const struct step *step, const struct row_call *call)
{
    return call->answered_ms ? step->core->now_ms - call->answered_ms : 0;
}

struct fact call_move(const struct step *step, const struct row_call *call, enum call_event event)
{
    const struct life_row *life = life_find(LIFE_call, call->state, event);
    ASSERT(life);
    struct fact fact = step_fact(step, fact_type_call_moved);
    fact.body.call_moved = (struct fact_call_moved){
        .call = call->call,
        .line = call->line,
        .event = event,
        .from = call->state,
        .to = life->next,
        .queue = call->queue,
        .person = call->agent,
        .second = call->second,
        .outside = call->outside,
        .hold_ms = call_state_on_hold(life->next) ? 0 : call_hold_ms(step, call),
    };
    return fact;
}

void agent_free(struct step *step, uint64_t person, uint64_t call)
{
    struct row_agent agent;
    bool there = agent_get(step->core->txn, person, &agent);
    ASSERT(there);
    if (agent.state == agent_state_offered)
        agent_move(step, person, agent_event_withdraw, 0, 0);
    else
        agent_move(step, person, agent_event_finish, agent.state == agent_state_offline ? 0 : call,
                   0);
}

void draft_follow(struct step *step, uint64_t id)
{
    struct row_call call;
    struct row_ticket ticket;
    bool there = call_get(step->core->txn, id, &call);
    ASSERT(there);
    if (!call.ticket || !ticket_get(step->core->txn, call.ticket, &ticket) ||
        ticket.owner == call.agent || !life_find(LIFE_ticket, ticket.state, ticket_event_take))
        return;
    struct fact fact = step_fact(step, fact_type_ticket_saved);
    fact.body.ticket_saved = (struct fact_ticket_saved){
        .ticket = ticket.ticket,
        .event = ticket_event_take,
        .person = call.agent,
        .version = ticket.version + 1,
    };
    step_emit(step, &fact);
}

/* A call that is at the operator's own station already: only an agent who is free can have one. */
static bool here_allowed(struct step *step)
{
    const struct who *who = step->who;
    if (who->console || !(who->roles & ROLE_BIT(role_operator))) {
        step_refuse(step, REJECT_BAD_FIELD, "here");
        return false;
    }
    struct row_agent agent;
    if (!agent_get(step->core->txn, who->person, &agent) ||
        !life_find(LIFE_agent, agent.state, agent_event_meet)) {
        step_refuse(step, REJECT_BAD_STATE, "here");
        return false;
    }
    return agent_cleared(step, "here");
}

/* Which line rings, and where the call waits: the line's own queue, or one that the caller chose.
 */
static bool arrival_ask(struct step *step, const struct req_call_arrive *req, struct row_line *line,
                        struct row_queue *queue)
{
    struct txn *txn = step->core->txn;
    uint64_t chosen = 0;
    if (!step_require(step, line_find(txn, &req->line, false, line), REJECT_NO_SUCH, "line") ||
        !queue_refer(step, &req->queue, "queue", &chosen))
        return false;
    bool there = queue_get(txn, chosen ? chosen : line->line, queue);
    ASSERT(there);
    return !req->here || here_allowed(step);
}

/* Outside opening hours (R2): a callback is promised for when the line opens; who shows no number
 * can only be told so. */
static void arrival_shut(uint64_t opens_ms, struct fact_call_arrived *body)
{
    static const struct h32 none;
    bool known = memcmp(&body->caller, &none, sizeof none) != 0;
    body->event = known && opens_ms != UINT64_MAX ? call_event_shut : call_event_turn_away;
    if (body->event == call_event_turn_away) return;
    body->open_ms = body->next_ms = opens_ms;
    body->step = wait_step_retry;
}

/* What the fact says of a call's waiting. */
static void arrival_waits(struct step *step, const struct row_line *line,
                          const struct row_queue *queue, struct fact_call_arrived *body)
{
    struct wait_plan plan;
    uint64_t opens_ms = line_opens_ms(step->core->txn, line, step->core->now_ms);
    if (opens_ms) {
        arrival_shut(opens_ms, body);
        return;
    }
    const struct row_call call = {.call = body->call,
                                  .priority = body->priority,
                                  .order_ms = body->order_ms,
                                  .caller = body->caller};
    wait_begin(step->core, queue, &call, &plan);
    body->next_ms = plan.next_ms;
    body->step = plan.step;
    body->level = plan.level;
    body->place = plan.place;
}

static uint64_t priority_of(const struct req_call_arrive *req, const struct row_queue *queue)
{
    return req->priority     ? req->priority
           : queue->priority ? queue->priority
                             : (uint64_t)call_priority_usual;
}

void do_call_arrive(struct step *step, const void *body)
{
    const struct req_call_arrive *req = body;
    struct row_line line;
    struct row_queue queue;
    if (!arrival_ask(step, req, &line, &queue)) return;
    if (caller_barred(step, req, line.line)) return;

    struct fact fact = step_fact(step, fact_type_call_arrived);
    struct fact_call_arrived *arrived = &fact.body.call_arrived;
    *arrived = (struct fact_call_arrived){
        .call = step_next_id(step, object_call),
        .line = line.line,
        .channel = req->channel ? req->channel : channel_phone,
        .order_ms = req->here ? 0 : step->core->now_ms,
        .person = req->here ? step->who->person : 0,
        .from = req->from,
        .queue = queue.queue,
        .priority = priority_of(req, &queue),
        .event = req->here ? call_event_meet : call_event_arrive,
    };
    caller_hash(step->core->txn, req->from, &arrived->caller);
    callback_recognise(step, arrived, req->queue.s[0] ? NULL : &queue);
    if (!req->here) arrival_waits(step, &line, &queue, arrived);
    uint64_t call = arrived->call;
    step_emit(step, &fact);
    step->out->answer.done.id = call;
    if (req->here) agent_move(step, step->who->person, agent_event_meet, call, 0);
    route(step);
}

static void offer_answer(struct step *step, const struct row_call *call)
{
    const struct settings *settings = step->core->settings;
    uint64_t now_ms = step->core->now_ms, wait_ms = now_ms - call->arrived_ms;
    struct fact fact = step_fact(step, fact_type_call_answered);
    fact.body.call_answered = (struct fact_call_answered){
        .call = call->call,
        .line = call->line,
        .queue = call->queue,
        .person = call->agent,
        .event = call_event_answer,
        .wait_ms = wait_ms,
        .in_target = wait_ms <= settings->answer_target_s * 1000,
        .in_rings = wait_ms <= settings->apology_after_s * 1000,
        .first = call->first_answered_ms == 0,
        .ring_ms = now_ms - call->offered_ms,
        .stay_ms = now_ms - call->entered_ms,
    };
    step_emit(step, &fact);
    agent_move(step, call->agent, agent_event_answer, call->call, 0);
    draft_follow(step, call->call);
}

/* Whatever rings: a call, a callback that is to be made, a colleague who asks. */
void do_call_answer(struct step *step, const void *body)
{
    const struct req_call_answer *req = body;
    struct row_call call;
    if (!call_load(step, req->call, &call)) return;
    enum call_event event = call.state == call_state_asking     ? call_event_join
                            : call.state == call_state_recalled ? call_event_dial
                                                                : call_event_answer;
    if (!call_may(step, &call, event) ||
        /* call.joined is for outside numbers */
        !step_require(step, event != call_event_join || call.second, REJECT_BAD_STATE, NULL))
        return;
    if (event == call_event_join)
        consult_join(step, &call);
    else if (event == call_event_dial)
        callback_dial(step, &call);
    else
        offer_answer(step, &call);
    step_done(step, call.call, 0);
}

static void call_over(struct step *step, const struct row_call *call, enum call_end how)
{
    struct fact fact = step_fact(step, fact_type_call_ended);
    fact.body.call_ended = (struct fact_call_ended){
        .call = call->call,
        .line = call->line,
        .queue = call->queue,
        .person = call->agent ? call->agent : call->origin, /* passed outside, and rings there */
        .second = call->second,
        .how = how,
        .event = how == call_end_agent ? call_event_end : call_event_hang_up,
        .wait_ms = call->first_answered_ms - call->arrived_ms,
        .talk_ms = call_talk_ms(step, call),
        .hold_ms = call_hold_ms(step, call),
    };
    step_emit(step, &fact);
    if (call->agent) agent_free(step, call->agent, call->call);
    if (call->second) agent_free(step, call->second, call->call);
}

static void call_abandon(struct step *step, const struct row_call *call)
{
    struct fact fact = step_fact(step, fact_type_call_abandoned);
    fact.body.call_abandoned = (struct fact_call_abandoned){
        .call = call->call,
        .line = call->line,
        .queue = call->queue,
        .person = call->agent,
        .wait_ms = step->core->now_ms - call->arrived_ms,
        .stay_ms = step->core->now_ms - call->entered_ms,
    };
    step_emit(step, &fact);
    if (call->agent) agent_move(step, call->agent, agent_event_withdraw, 0, 0);
}

void do_call_hang_up(struct step *step, const void *body)
{
    const struct req_call_hang_up *req = body;
    struct row_call call;
    if (!call_ask(step, req->call, call_event_hang_up, &call)) return;
    if (call.state == call_state_waiting || call.state == call_state_offered)
        call_abandon(step, &call);
    else
        call_over(step, &call, call_end_caller);
    step_done(step, call.call, 0);
    route(step);
}

void do_call_end(struct step *step, const void *body)
{
    const struct req_call_end *req = body;
    struct row_call call;
    if (!call_ask(step, req->call, call_event_end, &call)) return;
    call_over(step, &call, call_end_agent);
    step_done(step, call.call, 0);
    route(step);
}
