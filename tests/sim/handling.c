/* Returns, promises, extensions, opinions, instructions and all that is recorded on the way: asked
 * for at random, mostly where it fits. */
#include "tests/sim/asking.h"

enum { HOUR_MS = 3600 * 1000, SOME_DAYS_MS = 10 * 24 * HOUR_MS };

static uint64_t some_day(struct world *world)
{
    return world->now_ms + below(world, SOME_DAYS_MS);
}

static struct code some_leader(struct world *world)
{
    static const char *const leaders[] = {"7001", "7002", "", "5001"};
    return code_of(leaders[below(world, 8) ? below(world, 3) : 3]);
}

/* One that a unit works on. */
static uint64_t some_work(struct world *world, const struct audit *audit)
{
    return some_ticket(world, audit,
                       below(world, 3) ? ticket_state_handling : ticket_state_committed);
}

static uint64_t some_with_unit(struct world *world, const struct audit *audit)
{
    return below(world, 2) ? some_work(world, audit)
                           : some_ticket(world, audit, ticket_state_dispatched);
}

static void ask_return(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_return req = {
        .ticket = some_ticket(world, audit, ticket_state_dispatched), .note = some_text(world)};
    ask(actor, world, request_ticket_return, &req);
}

static void ask_commit(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_commit req = {.ticket =
                                              some_ticket(world, audit, ticket_state_handling),
                                          .reply = slice_of("先行处理，到期前再次答复"),
                                          .at_ms = some_day(world)};
    ask(actor, world, request_ticket_commit, &req);
}

static void ask_extend(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_extend req = {.ticket = some_work(world, audit),
                                          .note = some_text(world),
                                          .at_ms = some_day(world) + SOME_DAYS_MS / 2};
    ask(actor, world, request_ticket_extend, &req);
}

static void ask_hand_over(struct actor *actor, struct world *world, const struct audit *audit)
{
    static const char *const colleagues[] = {"3001", "3002", "3003", "3004"};
    const struct req_ticket_hand_over req = {.ticket = some_work(world, audit),
                                             .note = some_text(world),
                                             .to = code_of(colleagues[below(world, 4)]),
                                             .at_ms = some_day(world)};
    ask(actor, world, request_ticket_hand_over, &req);
}

static void ask_conference(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_conference req = {.ticket = some_work(world, audit),
                                              .note = some_text(world),
                                              .at_ms = world->now_ms - below(world, HOUR_MS),
                                              .people = some_text(world)};
    ask(actor, world, request_ticket_conference, &req);
}

static void ask_attempt(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_attempt req = {
        .ticket = some_work(world, audit), .way = 1 + below(world, 5), .reached = below(world, 2)};
    ask(actor, world, request_ticket_attempt, &req);
}

static void ask_consult(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_consult req = {
        .ticket = some_work(world, audit), .note = some_text(world), .expert = code_of("E1")};
    ask(actor, world, request_ticket_consult, &req);
}

void ask_unit_more(struct actor *actor, struct world *world, const struct audit *audit)
{
    const uint64_t work = some_work(world, audit);
    const struct req_ticket_plan plan = {.ticket = work, .reply = some_text(world)};
    const struct req_ticket_progress progress = {.ticket = work, .reply = some_text(world)};
    const struct req_ticket_on_site on_site = {.ticket = work};
    const struct req_ticket_rectified rectified = {.ticket = work, .note = some_text(world)};
    const struct req_ticket_acknowledge acknowledge = {.ticket = work};
    const struct req_ticket_opinion opinion = {.ticket = some_with_unit(world, audit),
                                               .reply = some_text(world)};
    switch (below(world, 14)) {
    case 0:
        ask_return(actor, world, audit);
        break;
    case 1:
        ask_commit(actor, world, audit);
        break;
    case 2:
        ask_extend(actor, world, audit);
        break;
    case 3:
        ask_hand_over(actor, world, audit);
        break;
    case 4:
        ask_conference(actor, world, audit);
        break;
    case 5:
        ask_attempt(actor, world, audit);
        break;
    case 6:
        ask_consult(actor, world, audit);
        break;
    case 7:
        ask(actor, world, request_ticket_progress, &progress);
        break;
    case 8:
        ask(actor, world, request_ticket_on_site, &on_site);
        break;
    case 9:
        ask(actor, world, request_ticket_rectified, &rectified);
        break;
    case 10:
        ask(actor, world, request_ticket_acknowledge, &acknowledge);
        break;
    case 11:
        ask(actor, world, request_ticket_opinion, &opinion);
        break;
    default:
        ask(actor, world, request_ticket_plan, &plan);
        break;
    }
}

static void ask_instruct(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_instruct req = {.ticket =
                                                some_ticket(world, audit, ticket_state_instructed),
                                            .note = some_text(world),
                                            .unit = some_unit(world),
                                            .leader = some_leader(world)};
    ask(actor, world, request_ticket_instruct, &req);
}

static void ask_cosign(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_cosign req = {.ticket = some_with_unit(world, audit),
                                          .unit = some_unit(world),
                                          .leader = some_leader(world)};
    ask(actor, world, request_ticket_cosign, &req);
}

static void ask_supervise(struct actor *actor, struct world *world, const struct audit *audit)
{
    struct req_ticket_supervise req = {.ticket = some_with_unit(world, audit),
                                       .note = some_text(world),
                                       .kind = 1 + below(world, 5)};
    if (req.kind == supervision_supervise) req.level = 1 + below(world, 3);
    ask(actor, world, request_ticket_supervise, &req);
}

static void ask_bring(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_bring req = {.ticket = some_with_unit(world, audit),
                                         .note = some_text(world),
                                         .leader = code_of(below(world, 2) ? "7001" : "7002")};
    ask(actor, world, request_ticket_bring, &req);
}

static void ask_direct(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_direct req = {.ticket = some_with_unit(world, audit),
                                          .note = some_text(world),
                                          .leader = some_leader(world)};
    ask(actor, world, request_ticket_direct, &req);
}

static void ask_refer(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_refer req = {.ticket =
                                             some_ticket(world, audit, ticket_state_registered),
                                         .note = some_text(world),
                                         .leader = some_leader(world)};
    ask(actor, world, request_ticket_refer, &req);
}

/* What was asked for by a unit. */
static void ask_decide(struct actor *actor, struct world *world, const struct audit *audit)
{
    const uint64_t returning = some_ticket(world, audit, ticket_state_returning);
    const struct req_ticket_agree agree = {.ticket = returning};
    const struct req_ticket_decline decline = {.ticket = returning, .note = some_text(world)};
    const struct req_ticket_dispute dispute = {
        .ticket = returning, .note = some_text(world), .leader = some_leader(world)};
    struct req_ticket_grant grant = {.ticket = some_work(world, audit)};
    const struct req_ticket_deny deny = {.ticket = grant.ticket, .note = some_text(world)};
    if (below(world, 4) == 0) grant.at_ms = some_day(world);
    switch (below(world, 6)) {
    case 0:
        ask(actor, world, request_ticket_agree, &agree);
        break;
    case 1:
        ask(actor, world, request_ticket_decline, &decline);
        break;
    case 2:
        ask(actor, world, request_ticket_dispute, &dispute);
        break;
    case 3:
        ask(actor, world, request_ticket_deny, &deny);
        break;
    default:
        ask(actor, world, request_ticket_grant, &grant);
        break;
    }
}

void ask_desk_more(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_irregular irregular = {
        .ticket = some_ticket(world, audit, ticket_state_follow_up), .note = some_text(world)};
    switch (below(world, 12)) {
    case 0:
        ask(actor, world, request_ticket_irregular, &irregular);
        break;
    case 1:
        ask_cosign(actor, world, audit);
        break;
    case 2:
        ask_supervise(actor, world, audit);
        break;
    case 3:
        ask_bring(actor, world, audit);
        break;
    case 4:
        ask_direct(actor, world, audit);
        break;
    case 5:
        ask_refer(actor, world, audit);
        break;
    case 6:
    case 7:
        ask_instruct(actor, world, audit);
        break;
    default:
        ask_decide(actor, world, audit);
        break;
    }
}

void ask_leader(struct actor *actor, struct world *world, const struct audit *audit)
{
    switch (below(world, 6)) {
    case 0:
        ask_cosign(actor, world, audit);
        break;
    case 1:
        ask_supervise(actor, world, audit);
        break;
    case 2:
        ask_direct(actor, world, audit);
        break;
    default:
        ask_instruct(actor, world, audit);
        break;
    }
}

void ask_counter(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_tell tell = {.ticket =
                                             some_ticket(world, audit, ticket_state_registered),
                                         .note = some_text(world),
                                         .at_ms = some_day(world)};
    if (below(world, 2)) {
        ask(actor, world, request_ticket_tell, &tell);
    } else {
        ask_refer(actor, world, audit);
    }
}
