/* The trunk of a day: every caller rings at an instant drawn from the day's shape, waits as long as
 * the mood lets them, accepts a callback or not, talks, hangs up, or rings again. */
#include <stdlib.h>

#include "client/sim/day.h"
#include "common/clock.h"

enum { CALLS_MAX = 4 * 1024 * 1024, LAST_FRESH = 200, MOODS = 3 };

enum stage { STAGE_NONE, STAGE_WAITS, STAGE_TALKS, STAGE_CALLBACK, STAGE_DIALLED, STAGE_OVER };

struct ringing {
    uint64_t caller; /* who it is: the number follows from it; 0: not acknowledged yet */
    uint64_t queue, person;
    uint32_t turn; /* counts stages, so that timers of earlier ones are known */
    unsigned char stage, tries;
    bool decided, misrouted; /* what it counts as; passed on once */
};

struct callers {
    struct ringing *calls; /* by call id */
    size_t n_calls;
    double *times; /* arrivals, in order, in ms since the start */
    uint64_t next, skipped, began_ms, people;
};

/* Patience and talk of the calm, the hurried and the angry. */
static const struct {
    double share, patience, talk;
} moods[MOODS] = {{0.6, 1.0, 1.0}, {0.3, 0.5, 0.7}, {0.1, 1.5, 1.8}};

static struct callers *callers_of(struct actor *actor)
{
    if (!actor->state) actor->state = calloc(1, sizeof(struct callers));
    ASSERT(actor->state);
    return actor->state;
}

static struct ringing *ringing(struct actor *actor, uint64_t call)
{
    struct callers *callers = callers_of(actor);
    ASSERT(call < CALLS_MAX);
    if (call >= callers->n_calls) {
        size_t n = call * 2 + 1024;
        struct ringing *calls = realloc(callers->calls, n * sizeof *calls);
        ASSERT(calls);
        memset(calls + callers->n_calls, 0, (n - callers->n_calls) * sizeof *calls);
        callers->calls = calls;
        callers->n_calls = n;
    }
    return &callers->calls[call];
}

static struct stays *stays_of(struct actor *actor, uint64_t queue)
{
    ASSERT(queue < DAY_QUEUES);
    return &actor->world->day->count.queues[queue];
}

static size_t mood_of(uint64_t caller)
{
    uint64_t at = caller * UINT64_C(0x9e3779b97f4a7c15) >> 32;
    double share = (double)(at % 1000) / 1000;
    size_t mood = 0;
    while (mood + 1 < MOODS && share >= moods[mood].share) share -= moods[mood++].share;
    return mood;
}

/* ---- the shape of the day: 07:00 to 22:00, peaks from 09:30 to 11 and from 14:30 to 16 ---- */

static double weight_at(double hour)
{
    if ((hour >= 9.5 && hour < 11) || (hour >= 14.5 && hour < 16)) return 3.0;
    if (hour >= 8 && hour < 18) return 1.5;
    return 0.5;
}

static int by_time(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void draw_times(struct actor *actor)
{
    struct callers *callers = callers_of(actor);
    const struct day_plan *plan = &actor->world->day->plan;
    callers->times = calloc(plan->calls, sizeof *callers->times);
    ASSERT(callers->times);
    for (uint64_t i = 0; i < plan->calls;) {
        double hour = 7 + 15 * chance_unit(actor->world);
        if (chance_unit(actor->world) * 3.0 >= weight_at(hour)) continue;
        callers->times[i++] = (hour - 7) * 3600000 / plan->speed;
    }
    qsort(callers->times, plan->calls, sizeof *callers->times, by_time);
}

/* ---- what a caller does ---- */

struct attempt {
    struct actor *actor;
    uint64_t caller;
    unsigned char tries;
};

static void patience_ends(struct actor *actor, uint64_t call, uint64_t turn);
static void wants_callback(struct actor *actor, uint64_t call, uint64_t turn);

static bool is_at(struct actor *actor, uint64_t call, uint64_t turn, enum stage stage)
{
    const struct ringing *it = ringing(actor, call);
    return it->turn == turn && it->stage == stage;
}

static struct ringing *stage_begin(struct actor *actor, uint64_t call, enum stage stage)
{
    struct ringing *it = ringing(actor, call);
    if (stage == STAGE_OVER && it->stage != STAGE_OVER) actor->world->day->count.over++;
    it->stage = (unsigned char)stage;
    it->turn++;
    return it;
}

/* Once it is known both that the call waits and whose it is. */
static void wait_begins(struct actor *actor, uint64_t call)
{
    const struct ringing *it = ringing(actor, call);
    if (it->caller == 0 || it->stage != STAGE_WAITS) return;
    const struct day_plan *plan = &actor->world->day->plan;
    double mean = plan->patience_ms * moods[mood_of(it->caller)].patience;
    uint64_t patience = (uint64_t)chance_exponential(actor->world, mean);
    sim_at(actor, patience, patience_ends, call, it->turn);
    if (chance(actor->world, plan->promise))
        sim_at(actor, patience / 2, wants_callback, call, it->turn);
}

static void rang(void *ctx, const struct link_answer *answer);

static void ring(struct actor *actor, uint64_t caller, uint64_t tries)
{
    struct attempt *attempt = malloc(sizeof *attempt);
    ASSERT(attempt);
    *attempt = (struct attempt){actor, caller, (unsigned char)tries};
    char phone[LIMIT_PHONE];
    snprintf(phone, sizeof phone, "199%08llu", (unsigned long long)caller);
    struct req_call_arrive body = {.from = slice_of(phone), .channel = channel_phone};
    snprintf(body.line.s, sizeof body.line.s, "%s", caller % 5 ? "12345" : "12329");
    sim_ask(actor, request_call_arrive, &body, rang, attempt);
}

static void rang(void *ctx, const struct link_answer *answer)
{
    struct attempt attempt = *(struct attempt *)ctx;
    free(ctx);
    struct actor *actor = attempt.actor;
    if (!sim_good(actor, answer)) {
        sim_at(actor, RETRY_MS, ring, attempt.caller, attempt.tries);
        return;
    }
    const struct rec_done *done = answer->body;
    struct ringing *it = ringing(actor, done->id);
    it->caller = attempt.caller;
    it->tries = attempt.tries;
    actor->world->day->count.asked++;
    actor->world->arrived++;
    wait_begins(actor, done->id);
}

static void next_arrival(struct actor *actor, uint64_t a, uint64_t b)
{
    (void)a, (void)b;
    struct callers *callers = callers_of(actor);
    struct day *day = actor->world->day;
    uint64_t now = clock_mono_ms() - callers->began_ms;
    while (callers->next < day->plan.calls && callers->times[callers->next] <= (double)now) {
        callers->next++;
        if (callers->skipped < day->count.repeats) { /* somebody's second try took this one */
            callers->skipped++;
            continue;
        }
        day->count.made++;
        ring(actor, ++callers->people, 0);
    }
    if (callers->next == day->plan.calls) return;
    double wait = callers->times[callers->next] - (double)now;
    sim_at(actor, wait > 1 ? (uint64_t)wait : 1, next_arrival, 0, 0);
}

static void rings_again(struct actor *actor, uint64_t call)
{
    struct callers *callers = callers_of(actor);
    struct day *day = actor->world->day;
    const struct ringing *it = ringing(actor, call);
    bool late = callers->next + LAST_FRESH >= day->plan.calls;
    if (late || it->caller == 0 || it->tries >= 3 || !chance(actor->world, day->plan.repeat))
        return;
    day->count.repeats++;
    day->count.made++;
    sim_at(actor, (uint64_t)(60000 / day->plan.speed), ring, it->caller, it->tries + 1u);
}

static void heard(void *ctx, const struct link_answer *answer)
{
    sim_good(ctx, answer); /* what came of it, the facts say */
}

static void patience_ends(struct actor *actor, uint64_t call, uint64_t turn)
{
    if (!is_at(actor, call, turn, STAGE_WAITS)) return;
    sim_ask(actor, request_call_hang_up, &(struct req_call_hang_up){.call = call}, heard, actor);
    sim_at(actor, 10000, patience_ends, call, turn);
}

static void wants_callback(struct actor *actor, uint64_t call, uint64_t turn)
{
    if (!is_at(actor, call, turn, STAGE_WAITS)) return;
    sim_ask(actor, request_call_promise, &(struct req_call_promise){.call = call}, heard, actor);
}

static void talk_over(struct actor *actor, uint64_t call, uint64_t turn)
{
    if (!is_at(actor, call, turn, STAGE_TALKS)) return;
    struct world *world = actor->world;
    const struct day_plan *plan = &world->day->plan;
    struct ringing *it = ringing(actor, call);
    struct req_call_transfer passed = {.call = call, .note = slice_of("转错了，请接听。")};
    snprintf(passed.queue.s, sizeof passed.queue.s, "%s", it->caller % 5 ? "12329" : "12345");
    const struct req_call_end end = {.call = call};
    sim_at(actor, 5000, talk_over, call, turn); /* should it be refused meanwhile */
    if (!it->misrouted && chance(world, plan->misroute) &&
        seat_ask(world, it->person, request_call_transfer, &passed, heard, actor)) {
        it->misrouted = true;
        world->day->count.transferred++;
        return;
    }
    if (chance(world, plan->end_first) &&
        seat_ask(world, it->person, request_call_end, &end, heard, actor))
        return;
    sim_ask(actor, request_call_hang_up, &(struct req_call_hang_up){.call = call}, heard, actor);
}

static void hold_ends(struct actor *actor, uint64_t call, uint64_t turn)
{
    if (is_at(actor, call, turn, STAGE_TALKS))
        seat_ask(actor->world, ringing(actor, call)->person, request_call_resume,
                 &(struct req_call_resume){.call = call}, heard, actor);
}

static void hold_begins(struct actor *actor, uint64_t call, uint64_t turn)
{
    if (!is_at(actor, call, turn, STAGE_TALKS)) return;
    seat_ask(actor->world, ringing(actor, call)->person, request_call_hold,
             &(struct req_call_hold){.call = call}, heard, actor);
    actor->world->day->count.held++;
    sim_after(actor, actor->world->day->plan.ring_ms, hold_ends, call, turn);
}

static void talk_begins(struct actor *actor, uint64_t call, uint64_t person)
{
    const struct day_plan *plan = &actor->world->day->plan;
    struct ringing *it = stage_begin(actor, call, STAGE_TALKS);
    it->person = person;
    /* agents are not equally fast */
    double speed = 0.8 + 0.1 * (double)(person % 5);
    double mean = plan->talk_ms * moods[mood_of(it->caller)].talk * speed;
    uint64_t talk = (uint64_t)chance_exponential(actor->world, mean);
    sim_at(actor, talk, talk_over, call, it->turn);
    if (chance(actor->world, plan->hold)) sim_at(actor, talk / 2, hold_begins, call, it->turn);
}

static void dial_ends(struct actor *actor, uint64_t call, uint64_t turn)
{
    if (!is_at(actor, call, turn, STAGE_DIALLED)) return;
    sim_at(actor, 5000, dial_ends, call, turn);
    if (chance(actor->world, actor->world->day->plan.reached))
        sim_ask(actor, request_call_reached, &(struct req_call_reached){.call = call}, heard,
                actor);
    else
        sim_ask(actor, request_call_failed,
                &(struct req_call_failed){.call = call, .reason = fail_reason_no_answer}, heard,
                actor);
}

/* ---- what the facts say of them ---- */

static void decide(struct actor *actor, uint64_t call, uint64_t *figure)
{
    struct ringing *it = ringing(actor, call);
    if (it->decided) return;
    it->decided = true;
    ++*figure;
    actor->world->finished++;
}

static void waits_in(struct actor *actor, uint64_t call, uint64_t queue)
{
    stage_begin(actor, call, STAGE_WAITS)->queue = queue;
    stays_of(actor, queue)->offered++;
    wait_begins(actor, call);
}

static void on_answered(struct actor *actor, const struct fact_call_answered *body)
{
    struct day_count *count = &actor->world->day->count;
    struct ringing *it = ringing(actor, body->call);
    if (it->stage == STAGE_WAITS) stays_of(actor, it->queue)->answered++;
    if (it->stage == STAGE_DIALLED) count->reached++;
    decide(actor, body->call, &count->answered);
    talk_begins(actor, body->call, body->person);
}

static void on_requeued(struct actor *actor, const struct fact_call_requeued *body)
{
    struct ringing *it = ringing(actor, body->call);
    if (it->stage == STAGE_CALLBACK || it->stage == STAGE_DIALLED)
        stage_begin(actor, body->call, STAGE_CALLBACK);
    else if (it->stage != STAGE_WAITS)
        waits_in(actor, body->call, body->queue ? body->queue : body->line);
}

static void on_moved(struct actor *actor, const struct fact_call_moved *body)
{
    struct day_count *count = &actor->world->day->count;
    struct ringing *it = ringing(actor, body->call);
    if (body->event == call_event_overflow && it->stage == STAGE_WAITS) {
        stays_of(actor, it->queue)->passed++;
        stays_of(actor, body->queue)->offered++;
        it->queue = body->queue;
    } else if (body->event == call_event_promise) {
        stays_of(actor, it->queue)->called_back++;
        decide(actor, body->call, &count->called_back);
        stage_begin(actor, body->call, STAGE_CALLBACK);
    } else if (body->event == call_event_dial) {
        it = stage_begin(actor, body->call, STAGE_DIALLED);
        sim_after(actor, actor->world->day->plan.ring_ms, dial_ends, body->call, it->turn);
    } else if (body->event == call_event_fail) {
        stage_begin(actor, body->call, STAGE_CALLBACK);
    }
}

static void on_ended(struct actor *actor, const struct fact_call_ended *body)
{
    struct day_count *count = &actor->world->day->count;
    enum stage before = (enum stage)ringing(actor, body->call)->stage;
    count->unreached += before == STAGE_DIALLED || before == STAGE_CALLBACK;
    stage_begin(actor, body->call, STAGE_OVER);
}

static void on_arrived(struct actor *actor, const struct fact_call_arrived *body)
{
    struct day_count *count = &actor->world->day->count;
    bool waits = body->event == call_event_none || body->event == call_event_arrive;
    if (waits) {
        waits_in(actor, body->call, body->queue ? body->queue : body->line);
        return;
    }
    bool blocked = body->event == call_event_block;
    decide(actor, body->call, blocked ? &count->blocked : &count->closed);
    stage_begin(actor, body->call, body->event == call_event_shut ? STAGE_CALLBACK : STAGE_OVER);
}

static void on_abandoned(struct actor *actor, uint64_t call)
{
    struct ringing *it = ringing(actor, call);
    if (it->stage == STAGE_WAITS) stays_of(actor, it->queue)->abandoned++;
    if (!it->decided) rings_again(actor, call);
    decide(actor, call, &actor->world->day->count.abandoned);
    stage_begin(actor, call, STAGE_OVER);
}

static void callers_fact(struct actor *actor, const struct fact *fact)
{
    const union fact_body *body = &fact->body;
    switch ((int)fact->type) { /* the others say nothing of callers */
    case fact_type_call_arrived:
        on_arrived(actor, &body->call_arrived);
        break;
    case fact_type_call_answered:
        on_answered(actor, &body->call_answered);
        break;
    case fact_type_call_requeued:
        on_requeued(actor, &body->call_requeued);
        break;
    case fact_type_call_moved:
        on_moved(actor, &body->call_moved);
        break;
    case fact_type_call_abandoned:
        on_abandoned(actor, body->call_abandoned.call);
        break;
    case fact_type_call_ended:
        on_ended(actor, &body->call_ended);
        break;
    default:
        break;
    }
}

static void callers_signed_in(struct actor *actor, const struct rec_me *me)
{
    struct callers *callers = callers_of(actor);
    if (callers->times) return;
    enum err err = link_subscribe(actor->link, "f", me->head);
    ASSERT(err == ERR_OK);
    draw_times(actor);
    callers->began_ms = clock_mono_ms() + 2000; /* the agents sign in */
    sim_at(actor, 2000, next_arrival, 0, 0);
}

static void callers_fini(struct actor *actor)
{
    free(callers_of(actor)->calls);
    free(callers_of(actor)->times);
}

bool callers_done(const struct world *world)
{
    const struct day_count *count = &world->day->count;
    for (size_t i = 0; i < world->n_actors; i++) {
        const struct callers *callers = world->actors[i].state;
        if (world->actors[i].kind != ACTOR_callers || !callers) continue;
        return callers->next == world->day->plan.calls && count->asked == count->made &&
               count->over == count->made;
    }
    return false;
}

const struct part part_callers = {callers_signed_in, callers_fact, callers_fini};
