#include "tests/sim/sim.h"

#include <inttypes.h>
#include <stdio.h>

enum {
    GROUP = 8,        /* requests of one turn at most */
    STEP_MS = 6000,   /* time between two turns at most */
    LEAP_MS = 7200000 /* now and then, so that sessions and deadlines run out */
};

/* A reply on its way: the network keeps the order or loses it. */
struct mail {
    struct actor *to;
    uint64_t request_id;
    char frame[ACTOR_FRAME];
    size_t n;
};

struct turn {
    struct mail mails[GROUP * 2];
    size_t n;
};

static uint64_t below(struct sim *sim, uint64_t n)
{
    return world_random(&sim->world) % n;
}

static void wrong(struct sim *sim, const char *why)
{
    if (sim->why[0] == '\0') snprintf(sim->why, sizeof sim->why, "%s", why);
}

static void say_fault(void *ctx, const char *sentence)
{
    wrong(ctx, sentence);
}

static void look(struct sim *sim)
{
    world_check(&sim->world, say_fault, sim);
}

static void post(struct turn *turn, struct actor *actor, uint64_t request_id, struct slice reply)
{
    ASSERT(turn->n < GROUP * 2 && reply.n <= ACTOR_FRAME);
    struct mail *mail = &turn->mails[turn->n++];
    mail->to = actor;
    mail->request_id = request_id;
    mail->n = reply.n;
    memcpy(mail->frame, reply.p, reply.n);
}

/* What the dispatcher's turn does with one request. */
static void serve(struct sim *sim, struct turn *turn, struct actor *actor)
{
    struct world *world = &sim->world;
    struct txn *txn = world_txn(world);
    struct slice kept, frame = slice_bytes(actor->frame, actor->frame_n);
    struct asked asked;
    struct buffer out;
    sim->counts.requests++;
    if (sim->broken != BREAK_DEDUPE && reply_find(txn, actor->station, actor->request_id, &kept)) {
        sim->counts.again++;
        post(turn, actor, actor->request_id, kept);
        return;
    }
    world_ask(world, (struct door){.station = actor->station}, frame, below(sim, 20) != 0, &asked);
    bool done = asked.out.reject == REJECT_OK;
    if (!done) sim->counts.refused++;
    struct reply_envelope envelope = {.request_id = asked.request_id,
                                      .reject = asked.out.reject,
                                      .head = asked.head_after,
                                      .field = slice_of(asked.out.fault.field),
                                      .limit = asked.out.fault.limit};
    buffer_init(&out);
    reply_encode(&out, &envelope, done ? asked.desc->answer : NULL, asked.answer);
    ASSERT(out.err == ERR_OK);
    if (done && strcmp(asked.desc->answer->name, "done") == 0) {
        reply_keep(txn, actor->station, asked.request_id, slice_bytes(out.p, out.n), world->now_ms);
    }
    post(turn, actor, asked.request_id, slice_bytes(out.p, out.n));
    buffer_fini(&out);
    look(sim);
}

static void hear_session(struct actor *actor, const struct rec_session *session)
{
    actor->session = session->session;
    ASSERT(session->token.n == sizeof actor->token);
    memcpy(actor->token, session->token.p, sizeof actor->token);
}

/* The client reads its reply; one that it has had, or no longer waits for, is dropped. */
static void deliver(struct sim *sim, struct mail *mail)
{
    struct actor *actor = mail->to;
    struct reply_envelope reply;
    struct fault fault = {0};
    union {
        struct rec_done done;
        struct rec_session session;
    } answer;
    if (!actor->asking || mail->request_id != actor->request_id) return;
    if (!reply_decode(slice_bytes(mail->frame, mail->n), &reply)) {
        wrong(sim, "a reply cannot be read");
        return;
    }
    actor->asking = false;
    if (reply.reject == REJECT_NOT_SIGNED_IN) actor->session = 0;
    if (reply.reject != REJECT_OK) return;
    const struct message *message = request_desc(actor->request)->answer;
    if (codec_decode(reply.body, message, &sim->world.arena, &answer, &fault) != REJECT_OK) {
        wrong(sim, "an answer cannot be read");
    } else if (actor->request == request_session_open) {
        hear_session(actor, &answer.session);
    } else {
        audit_reply(&sim->audit, actor->request, answer.done.id, answer.done.seq);
    }
}

static void deliver_all(struct sim *sim, struct turn *turn)
{
    for (size_t i = 0; i < turn->n; i++) {
        if (below(sim, 8) == 0) continue; /* lost on the way */
        size_t j = i + below(sim, turn->n - i);
        struct mail *first = &turn->mails[i], *other = &turn->mails[j];
        if (below(sim, 4) == 0 && i != j) {
            deliver(sim, other); /* overtaken */
            other->request_id = 0;
        }
        deliver(sim, first);
    }
    turn->n = 0;
}

/* Whoever listens to publications, and asks for those missed, sees every fact in order. */
static void publish(struct sim *sim)
{
    struct txn *txn = world_txn(&sim->world);
    uint64_t head = journal_head(txn);
    while (sim->audit.seq < head) {
        struct fact fact;
        if (!journal_read(txn, sim->audit.seq + 1, &fact, NULL)) {
            wrong(sim, "a fact cannot be read");
            return;
        }
        audit_fact(&sim->audit, &fact);
        hits_fact(sim->hits, &fact);
        sim->counts.facts++;
    }
    audit_look(&sim->audit, txn);
    if (sim->audit.why[0]) wrong(sim, sim->audit.why);
}

static bool sync_turn(struct sim *sim)
{
    if (!world_sync(&sim->world)) {
        wrong(sim, sim->world.why);
        return false;
    }
    sim->synced = journal_head(world_txn(&sim->world));
    return true;
}

static void crash(struct sim *sim)
{
    sim->counts.crashes++;
    if (!world_crash(&sim->world)) {
        wrong(sim, sim->world.why);
        return;
    }
    uint64_t head = journal_head(world_txn(&sim->world));
    if (head != sim->synced) {
        snprintf(sim->why, sizeof sim->why,
                 "after a crash the last fact is %" PRIu64 ", and %" PRIu64 " was on the disk",
                 head, sim->synced);
    }
    look(sim);
}

static void pass_time(struct sim *sim)
{
    uint64_t until_ms =
        sim->world.now_ms + (below(sim, 60) == 0 ? below(sim, LEAP_MS) : below(sim, STEP_MS));
    while (sim->why[0] == '\0' && world_tick(&sim->world, until_ms)) {
        sim->counts.timers++;
        look(sim);
    }
}

static void requests(struct sim *sim, struct turn *turn)
{
    uint64_t n = 1 + below(sim, GROUP);
    for (uint64_t i = 0; i < n && sim->why[0] == '\0'; i++) {
        struct actor *actor = &sim->actors[below(sim, ACTORS)];
        if (!actor->asking) actor_ask(actor, &sim->world, &sim->audit);
        serve(sim, turn, actor);
        if (below(sim, 20) == 0) serve(sim, turn, actor); /* the network delivered it twice */
    }
}

/* One turn, and perhaps the end of the process somewhere in it. */
static void turn_once(struct sim *sim, struct turn *turn)
{
    enum { BEFORE_SYNC, BEFORE_REPLY, BEFORE_PUBLISH, BEFORE_COMMIT, AFTER_COMMIT, NEVER };
    uint64_t end = below(sim, 12) == 0 ? below(sim, NEVER) : NEVER;
    turn->n = 0;
    pass_time(sim);
    requests(sim, turn);
    if (sim->broken == BREAK_SYNC) deliver_all(sim, turn);
    if (sim->why[0]) return;
    if (end == BEFORE_SYNC) {
        crash(sim);
    } else if (sync_turn(sim)) {
        if (end == BEFORE_REPLY) turn->n = 0;
        deliver_all(sim, turn);
        if (end == BEFORE_REPLY || end == BEFORE_PUBLISH) crash(sim);
        publish(sim);
        if (end == BEFORE_COMMIT) crash(sim);
        if (below(sim, 4) == 0 && !world_commit(&sim->world)) wrong(sim, sim->world.why);
        if (end == AFTER_COMMIT) crash(sim);
    }
    if (sim->why[0] == '\0') publish(sim);
}

bool sim_run(struct sim *sim, uint64_t seed, uint64_t turns, enum sim_break broken,
             struct hits *hits)
{
    struct turn turn;
    *sim = (struct sim){.broken = broken, .hits = hits};
    hits_forget(hits);
    actors_init(sim->actors);
    if (!world_open(&sim->world, seed) || !actors_enter(sim->actors, &sim->world)) {
        wrong(sim, sim->world.why);
    } else if (sync_turn(sim)) {
        publish(sim);
    }
    while (sim->why[0] == '\0' && sim->counts.turns < turns) {
        sim->counts.turns++;
        turn_once(sim, &turn);
    }
    if (sim->why[0] == '\0' && !world_replay(&sim->world)) wrong(sim, sim->world.why);
    world_close(&sim->world);
    return sim->why[0] == '\0';
}
