/* The agents of a day: they answer or let it ring, wrap up, take breaks, and count what they did.
 */
#include <stdlib.h>

#include "client/sim/day.h"
#include "common/clock.h"

enum { WATCH_MS = 15000 };

struct seat {
    struct seat_count count;
    uint64_t call, moved_ms;
    bool callback, answering;
};

static struct seat *seat_of(struct actor *actor)
{
    if (!actor->state) actor->state = calloc(1, sizeof(struct seat));
    ASSERT(actor->state);
    return actor->state;
}

const struct seat_count *seat_count(const struct actor *actor)
{
    static const struct seat_count nothing;
    const struct seat *seat = actor->state;
    return seat ? &seat->count : &nothing;
}

bool seat_ask(struct world *world, uint64_t person, enum request number, const void *body,
              link_answered *answered, void *ctx)
{
    for (size_t i = 0; i < world->n_actors; i++) {
        struct actor *actor = &world->actors[i];
        if (actor->kind != ACTOR_seat || actor->person != person) continue;
        sim_ask(actor, number, body, answered, ctx);
        return true;
    }
    return false;
}

static void heard(void *ctx, const struct link_answer *answer)
{
    sim_good(ctx, answer);
}

static void ready(struct actor *actor, uint64_t a, uint64_t b)
{
    (void)a, (void)b;
    sim_ask(actor, request_agent_ready, &(struct req_agent_ready){0}, heard, actor);
}

static void pause_then_ready(struct actor *actor, uint64_t a, uint64_t b)
{
    (void)a, (void)b;
    struct req_agent_pause body = {.reason = break_reason_meeting};
    sim_ask(actor, request_agent_pause, &body, heard, actor);
}

static void answered(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    struct seat *seat = seat_of(actor);
    seat->answering = false;
    if (!sim_good(actor, answer)) return; /* the caller had gone, or it lapsed */
    seat->count.answered++;
    seat->count.queue_answered += !seat->callback;
}

static void answer(struct actor *actor, uint64_t call, uint64_t unused)
{
    (void)unused;
    struct seat *seat = seat_of(actor);
    if (seat->call != call || seat->answering) return;
    seat->answering = true;
    sim_ask(actor, request_call_answer, &(struct req_call_answer){.call = call}, answered, actor);
}

static void rings(struct actor *actor, uint64_t call)
{
    const struct day_plan *plan = &actor->world->day->plan;
    if (!chance(actor->world, plan->ignore)) sim_after(actor, plan->ring_ms, answer, call, 0);
}

static void goes_on(struct actor *actor, uint64_t state)
{
    const struct day_plan *plan = &actor->world->day->plan;
    switch ((enum agent_state)state) {
    case agent_state_wrapping:
        if (chance(actor->world, plan->pause))
            sim_after(actor, plan->wrap_ms, pause_then_ready, 0, 0);
        else
            sim_after(actor, plan->wrap_ms, ready, 0, 0);
        break;
    case agent_state_break:
    case agent_state_missed:
        sim_after(actor, 2 * plan->wrap_ms, ready, 0, 0);
        break;
    case agent_state_offered:
    case agent_state_talking:
    case agent_state_holding:
    case agent_state_offline:
    case agent_state_absent:
    case agent_state_ready:
    case agent_state_out:
    case agent_state_none:
        break;
    }
}

static void seat_moved(struct actor *actor, const struct fact_agent_moved *body)
{
    struct seat *seat = seat_of(actor);
    seat->moved_ms = clock_mono_ms();
    if (body->to == agent_state_offered) {
        seat->count.offered++;
    } else if (body->from == agent_state_offered && body->to == agent_state_missed) {
        seat->count.missed++;
        seat->count.queue_missed += !seat->callback;
    } else if (body->from == agent_state_offered && body->to != agent_state_talking) {
        seat->count.gone++;
    }
    if (body->to != agent_state_offered && body->from == agent_state_offered) seat->call = 0;
    goes_on(actor, body->to);
}

static void looked_up(void *ctx, const struct link_answer *answer_)
{
    struct actor *actor = ctx;
    if (!sim_good(actor, answer_)) return;
    const struct rec_me *me = answer_->body;
    if (me->state == agent_state_offered && seat_of(actor)->call == me->call)
        answer(actor, me->call, 0);
    else
        goes_on(actor, me->state);
}

/* Should an answer or a fact have come to nothing, for instance as the dispatcher was killed. */
static void watch(struct actor *actor, uint64_t a, uint64_t b)
{
    (void)a, (void)b;
    if (clock_mono_ms() - seat_of(actor)->moved_ms > WATCH_MS)
        sim_ask(actor, request_me_show, &(struct req_me_show){0}, looked_up, actor);
    sim_at(actor, WATCH_MS, watch, 0, 0);
}

static void seat_fact(struct actor *actor, const struct fact *fact)
{
    const union fact_body *body = &fact->body;
    struct seat *seat = seat_of(actor);
    if (fact->type == fact_type_call_offered && body->call_offered.person == actor->person) {
        seat->call = body->call_offered.call;
        seat->callback = body->call_offered.event == call_event_recall;
        rings(actor, seat->call);
    }
    if (fact->type == fact_type_agent_moved && body->agent_moved.person == actor->person)
        seat_moved(actor, &body->agent_moved);
}

static void seat_signed_in(struct actor *actor, const struct rec_me *me)
{
    char topic[TOPIC_MAX];
    snprintf(topic, sizeof topic, "p%llu.", (unsigned long long)actor->person);
    enum err err = link_subscribe(actor->link, topic, me->head);
    ASSERT(err == ERR_OK);
    seat_of(actor)->moved_ms = clock_mono_ms();
    goes_on(actor, me->state);
    sim_at(actor, WATCH_MS, watch, 0, 0);
}

const struct part part_seat = {seat_signed_in, seat_fact, NULL};
const struct part part_lead = {NULL, NULL, NULL};
