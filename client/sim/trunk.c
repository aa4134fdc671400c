/* The trunk and its callers: they ring, wait as long as their patience, talk and hang up. */
#include <stdlib.h>

#include "client/sim/world.h"

struct ringing {
    bool answered, finished;
};

struct trunk {
    struct ringing *calls; /* by call id; owned through the actor's state */
    size_t n_calls;
    uint64_t made;
};

enum { CALLS_MAX = 4 * 1024 * 1024 };

static struct trunk *trunk_of(struct actor *actor)
{
    if (!actor->state) actor->state = calloc(1, sizeof(struct trunk));
    ASSERT(actor->state);
    return actor->state;
}

static struct ringing *ringing(struct actor *actor, uint64_t call)
{
    struct trunk *trunk = trunk_of(actor);
    ASSERT(call < CALLS_MAX);
    if (call >= trunk->n_calls) {
        size_t n = call * 2 + 1024;
        struct ringing *calls = realloc(trunk->calls, n * sizeof *calls);
        ASSERT(calls);
        memset(calls + trunk->n_calls, 0, (n - trunk->n_calls) * sizeof *calls);
        trunk->calls = calls;
        trunk->n_calls = n;
    }
    return &trunk->calls[call];
}

static void hung_up(void *ctx, const struct link_answer *answer)
{
    sim_good(ctx, answer); /* a refusal: the call was over already */
}

static void hang_up(struct actor *actor, uint64_t call, uint64_t unused)
{
    (void)unused;
    if (ringing(actor, call)->finished) return;
    sim_ask(actor, request_call_hang_up, &(struct req_call_hang_up){.call = call}, hung_up, actor);
}

static void lose_patience(struct actor *actor, uint64_t call, uint64_t unused)
{
    if (!ringing(actor, call)->answered) hang_up(actor, call, unused);
}

void trunk_hang_up(struct world *world, uint64_t call)
{
    struct actor *trunk = world_actor(world, ACTOR_trunk);
    if (trunk) sim_at(trunk, 0, hang_up, call, 0);
}

static void arrive(struct actor *actor, uint64_t n, uint64_t again);

static void arrived(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    if (!sim_good(actor, answer)) {
        sim_at(actor, RETRY_MS, arrive, 0, 1);
        return;
    }
    const struct rec_done *done = answer->body;
    actor->world->arrived++;
    sim_after(actor, actor->world->plan.patience_ms, lose_patience, done->id, 0);
}

static void arrive(struct actor *actor, uint64_t n, uint64_t again)
{
    struct world *world = actor->world;
    struct trunk *trunk = trunk_of(actor);
    if (!again) n = ++trunk->made;
    struct caller caller;
    caller_invent(world, SAID_RINGING, n, &caller);
    struct req_call_arrive body = {.from = slice_of(caller.phone), .channel = channel_phone};
    snprintf(body.line.s, sizeof body.line.s, "%s", chance(world, 0.8) ? "12345" : "12329");
    sim_ask(actor, request_call_arrive, &body, arrived, actor);
    if (!again && (!world->plan.calls || trunk->made < world->plan.calls))
        sim_after(actor, world->plan.gap_ms, arrive, 0, 0);
}

static void trunk_signed_in(struct actor *actor, const struct rec_me *me)
{
    if (trunk_of(actor)->made) return;
    enum err err = link_subscribe(actor->link, "f", me->head);
    ASSERT(err == ERR_OK);
    sim_after(actor, actor->world->plan.gap_ms, arrive, 0, 0);
}

static void trunk_fact(struct actor *actor, const struct fact *fact)
{
    uint64_t over = 0;
    if (fact->type == fact_type_call_answered)
        ringing(actor, fact->body.call_answered.call)->answered = true;
    if (fact->type == fact_type_call_abandoned) over = fact->body.call_abandoned.call;
    if (fact->type == fact_type_call_ended) over = fact->body.call_ended.call;
    if (!over || ringing(actor, over)->finished) return;
    ringing(actor, over)->finished = true;
    actor->world->finished++;
}

static void trunk_fini(struct actor *actor)
{
    free(trunk_of(actor)->calls);
}

const struct part part_trunk = {trunk_signed_in, trunk_fact, trunk_fini};
