#include "client/sim/world.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>

#include "common/clock.h"

static bool timer_before(const struct timer *a, const struct timer *b)
{
    return a->due_ms != b->due_ms ? a->due_ms < b->due_ms : a->order < b->order;
}

static void timer_push(struct world *world, struct timer timer)
{
    ASSERT(world->n_timers < TIMERS_MAX);
    size_t at = world->n_timers++;
    while (at > 0 && timer_before(&timer, &world->timers[(at - 1) / 2])) {
        world->timers[at] = world->timers[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    world->timers[at] = timer;
}

static struct timer timer_pop(struct world *world)
{
    struct timer first = world->timers[0], last = world->timers[--world->n_timers];
    size_t at = 0;
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= world->n_timers) break;
        if (child + 1 < world->n_timers &&
            timer_before(&world->timers[child + 1], &world->timers[child]))
            child++;
        if (!timer_before(&world->timers[child], &last)) break;
        world->timers[at] = world->timers[child];
        at = child;
    }
    world->timers[at] = last;
    return first;
}

void sim_at(struct actor *actor, uint64_t delay_ms, sim_step *step, uint64_t a, uint64_t b)
{
    struct world *world = actor->world;
    timer_push(world, (struct timer){.due_ms = clock_mono_ms() + delay_ms,
                                     .order = world->order++,
                                     .actor = actor,
                                     .step = step,
                                     .a = a,
                                     .b = b});
}

void sim_after(struct actor *actor, double mean_ms, sim_step *step, uint64_t a, uint64_t b)
{
    sim_at(actor, (uint64_t)chance_exponential(actor->world, mean_ms), step, a, b);
}

void sim_ask(struct actor *actor, enum request number, const void *body, link_answered *answered,
             void *ctx)
{
    if (link_ask(actor->link, number, body, 0, false, answered, ctx) != ERR_OK) {
        fprintf(stderr, "rexian-sim: %s cannot ask\n", actor->number);
        actor->world->failed = actor->world->over = true;
    }
}

bool sim_good(struct actor *actor, const struct link_answer *answer)
{
    if (answer->err == ERR_OK && answer->reject == REJECT_OK) return true;
    actor->world->refusals++;
    return false;
}

struct actor *world_actor(struct world *world, enum actor_kind kind)
{
    for (size_t i = 0; i < world->n_actors; i++)
        if (world->actors[i].kind == kind) return &world->actors[i];
    return NULL;
}

struct picking {
    struct actor *actor;
    enum ticket_state state;
    sim_step *step;
};

static void picked_up(void *ctx, const struct link_answer *answer)
{
    struct picking *picking = ctx;
    if (sim_good(picking->actor, answer)) {
        const struct rec_ticket_page *page = answer->body;
        const struct rec_ticket_item *items = page->rows.items;
        for (size_t i = 0; i < page->rows.n; i++)
            if (items[i].state == picking->state)
                sim_after(picking->actor, picking->actor->world->plan.talk_ms, picking->step,
                          items[i].ticket, 0);
    }
    free(picking);
}

void sim_pick_up(struct actor *actor, enum ticket_view view, enum ticket_state state,
                 sim_step *step)
{
    struct picking *picking = malloc(sizeof *picking);
    ASSERT(picking);
    *picking = (struct picking){actor, state, step};
    struct req_ticket_list body = {.view = view, .state = state};
    sim_ask(actor, request_ticket_list, &body, picked_up, picking);
}

static void sign_in(struct actor *actor, uint64_t a, uint64_t b);

static void found_me(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    if (!sim_good(actor, answer)) {
        sim_at(actor, RETRY_MS, sign_in, 0, 0);
        return;
    }
    const struct rec_me *me = answer->body;
    actor->unit = me->unit;
    actor->in = true;
    if (actor->part->signed_in) actor->part->signed_in(actor, me);
}

static void signed_in(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    if (!sim_good(actor, answer)) {
        if (answer->reject == REJECT_SIGN_IN_FAILED)
            fprintf(stderr, "rexian-sim: %s is not let in\n", actor->number);
        sim_at(actor, 1000, sign_in, 0, 0);
        return;
    }
    const struct rec_session *session = answer->body;
    actor->person = session->person;
    link_session(actor->link, session->person, session->session,
                 (const unsigned char *)session->token.p);
    sim_ask(actor, request_me_show, &(struct req_me_show){0}, found_me, actor);
}

static void sign_in(struct actor *actor, uint64_t a, uint64_t b)
{
    (void)a;
    (void)b;
    struct req_session_open body = {.password = slice_of(actor->world->plan.password)};
    snprintf(body.number.s, sizeof body.number.s, "%s", actor->number);
    sim_ask(actor, request_session_open, &body, signed_in, actor);
}

static void on_fact(void *ctx, const struct fact *fact)
{
    struct actor *actor = ctx;
    if (actor->part->fact) actor->part->fact(actor, fact);
}

bool world_add(struct world *world, enum actor_kind kind, const char *number, char *why,
               size_t why_cap)
{
    static const struct part *const parts[ACTOR_KINDS] = {
#define K(kind) &part_##kind,
        ACTOR_TABLE(K)
#undef K
    };
    if (world->n_actors >= ACTORS_MAX) {
        snprintf(why, why_cap, "more than %d simulated people", ACTORS_MAX);
        return false;
    }
    char path[LIMIT_PATH];
    snprintf(path, sizeof path, "%s/%s.station", world->plan.stations, number);
    struct station_file station;
    if (station_read(path, &station, why, (unsigned)why_cap) != ERR_OK) return false;
    struct actor *actor = &world->actors[world->n_actors];
    *actor = (struct actor){.world = world, .kind = kind, .part = parts[kind]};
    snprintf(actor->number, sizeof actor->number, "%s", number);
    struct link_events events = {.ctx = actor, .fact = on_fact};
    if (link_new(&actor->link, &(struct link_options){.station = &station}, &events) != ERR_OK) {
        snprintf(why, why_cap, "%s: cannot open a link", number);
        return false;
    }
    world->n_actors++;
    sim_at(actor, 0, sign_in, 0, 0);
    return true;
}

bool world_people(struct world *world, const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file) return perror(path), false;
    char line[128], kind[32], number[LIMIT_CODE + 1], why[400];
    bool good = true;
    while (good && fgets(line, sizeof line, file)) {
        if (line[0] == '#' || sscanf(line, "%31s %24s", kind, number) != 2) continue;
        int found = -1;
#define K(name)                                                                                    \
    if (strcmp(kind, #name) == 0) found = ACTOR_##name;
        ACTOR_TABLE(K)
#undef K
        good = found >= 0 && world_add(world, (enum actor_kind)found, number, why, sizeof why);
        if (!good) fprintf(stderr, "rexian-sim: %s\n", found < 0 ? kind : why);
    }
    fclose(file);
    return good;
}

bool world_quiet(const struct world *world)
{
    for (size_t i = 0; i < world->n_actors; i++)
        if (link_pending(world->actors[i].link)) return false;
    return true;
}

static uint64_t fire_due(struct world *world)
{
    uint64_t now_ms = clock_mono_ms();
    while (!world->over && world->n_timers && world->timers[0].due_ms <= now_ms) {
        struct timer timer = timer_pop(world);
        timer.step(timer.actor, timer.a, timer.b);
    }
    if (!world->n_timers) return 1000;
    return world->timers[0].due_ms > now_ms ? world->timers[0].due_ms - now_ms : 0;
}

void world_run(struct world *world, struct capture *capture, void (*each)(struct world *world))
{
    uint64_t each_ms = 0;
    struct pollfd polls[ACTORS_MAX * 4 + 1];
    while (!world->over) {
        uint64_t wait_ms = fire_due(world), now_ms = clock_mono_ms();
        if (now_ms >= each_ms) {
            each(world);
            each_ms = now_ms + 1000;
        }
        nfds_t n = 0;
        if (capture) {
            capture_work(capture); /* drains: its descriptor is edge-triggered */
            polls[n++] = (struct pollfd){.fd = capture_fd(capture), .events = POLLIN};
        }
        for (size_t i = 0; i < world->n_actors; i++) {
            int fds[4];
            size_t n_fds = link_fds(world->actors[i].link, fds);
            for (size_t k = 0; k < n_fds; k++)
                polls[n++] = (struct pollfd){.fd = fds[k], .events = POLLIN};
            uint64_t link_ms = link_wait_ms(world->actors[i].link);
            if (link_ms < wait_ms) wait_ms = link_ms;
        }
        if (wait_ms > 1000) wait_ms = 1000;
        if (poll(polls, n, (int)wait_ms) < 0 && errno != EINTR) break;
        for (size_t i = 0; i < world->n_actors && !world->over; i++)
            link_work(world->actors[i].link);
    }
}

void world_free(struct world *world)
{
    for (size_t i = 0; i < world->n_actors; i++) {
        struct actor *actor = &world->actors[i];
        link_free(&actor->link);
        if (actor->state && actor->part->fini) actor->part->fini(actor);
        free(actor->state);
    }
    for (size_t i = 0; i < world->n_canary; i++) free(world->canary[i]);
    free(world->canary);
}
