#include "tests/sim/asking.h"

#include <stdio.h>

enum { LINES = 2, UNITS = 3, OPERATORS = 5, GUESSES = 8 };

static const char *const lines[LINES] = {"12345", "12328"};
static const char *const units[UNITS] = {"CG", "GJ", "HB"};
static const char *const texts[] = {
    "路灯不亮", "公交车不按时到站", "小区门口乱停车\n晚上更多", "想问怎么办证", "a", "多谢你们"};

uint64_t below(struct world *world, uint64_t n)
{
    return world_random(world) % n;
}

struct code code_of(const char *text)
{
    struct code code = {{0}};
    snprintf(code.s, sizeof code.s, "%s", text);
    return code;
}

struct code some_unit(struct world *world)
{
    return code_of(units[below(world, UNITS)]);
}

struct slice some_text(struct world *world)
{
    return slice_of(texts[below(world, sizeof texts / sizeof *texts)]);
}

/* Mostly enough for a part of a reply, now and then too little (R56). */
static struct slice some_reply(struct world *world)
{
    return below(world, 8) ? slice_of("已派人到现场处理完毕") : some_text(world);
}

void actors_init(struct actor actors[ACTORS])
{
    enum { UNIT_ROLES = ROLE_BIT(role_unit) | ROLE_BIT(role_approver) };
    static const struct actor people[ACTORS] = {
        {.number = "1001", .roles = ROLE_BIT(role_operator)},
        {.number = "1002", .roles = ROLE_BIT(role_operator)},
        {.number = "1003", .roles = ROLE_BIT(role_operator)},
        {.number = "1004", .roles = ROLE_BIT(role_operator)},
        {.number = "1005", .roles = ROLE_BIT(role_operator) | ROLE_BIT(role_desk)},
        {.number = "9001", .roles = ROLE_BIT(role_trunk)},
        {.number = "2001", .roles = ROLE_BIT(role_desk)},
        {.number = "3001", .roles = UNIT_ROLES, .unit = "CG"},
        {.number = "3002", .roles = UNIT_ROLES | ROLE_BIT(role_head), .unit = "GJ"},
        {.number = "5001", .roles = ROLE_BIT(role_lead)},
        {.number = "3003", .roles = ROLE_BIT(role_unit) | ROLE_BIT(role_head), .unit = "CG"},
        {.number = "3004", .roles = ROLE_BIT(role_unit) | ROLE_BIT(role_approver), .unit = "HB"},
        {.number = "7001", .roles = ROLE_BIT(role_leader)},
        {.number = "7002", .roles = ROLE_BIT(role_leader)},
    };
    memcpy(actors, people, sizeof people);
}

static uint64_t enter(struct world *world, enum request number, const void *body)
{
    struct buffer frame;
    struct asked asked;
    const struct request_desc *desc = request_desc(number);
    struct request_envelope envelope = {.request_id = 1, .number = number};
    buffer_init(&frame);
    request_encode(&frame, &envelope, &desc->message, body);
    world_ask(world, (struct door){.console = true}, slice_bytes(frame.p, frame.n), false, &asked);
    buffer_fini(&frame);
    if (asked.out.reject == REJECT_OK) return asked.out.answer.done.id;
    snprintf(world->why, sizeof world->why, "%s: %s", desc->verb, reject_name(asked.out.reject));
    return 0;
}

/* Of the first unit's subject somebody has to be on site. */
static bool enter_unit(struct world *world, size_t i)
{
    struct req_unit_add unit = {.code = code_of(units[i]), .name = slice_of("单位")};
    struct req_subject_add subject = {.code = code_of(units[i]), .name = slice_of("诉求")};
    if (i == 0) subject.on_site_h = subject.rectify_days = 2;
    return enter(world, request_unit_add, &unit) && enter(world, request_subject_add, &subject);
}

static bool enter_person(struct actor *actor, struct world *world, unsigned char mark)
{
    struct req_station_add station = {.number = code_of(actor->number)};
    struct req_person_add person = {.number = code_of(actor->number),
                                    .name = slice_of("某人"),
                                    .roles = actor->roles,
                                    .password = slice_of("first password")};
    memset(&station.key, mark, sizeof station.key);
    if (actor->unit) person.unit = code_of(actor->unit);
    actor->station = enter(world, request_station_add, &station);
    actor->person = enter(world, request_person_add, &person);
    return actor->station && actor->person && actor->person < AUDIT_PEOPLE;
}

bool actors_enter(struct actor actors[ACTORS], struct world *world)
{
    bool ok = true;
    for (size_t i = 0; i < LINES; i++) {
        struct req_line_add line = {.code = code_of(lines[i]), .name = slice_of("热线")};
        ok = ok && enter(world, request_line_add, &line);
    }
    for (size_t i = 0; i < UNITS; i++) ok = ok && enter_unit(world, i);
    const struct req_expert_add expert = {.code = code_of("E1"), .name = slice_of("专家")};
    ok = ok && enter(world, request_expert_add, &expert);
    for (size_t i = 0; ok && i < ACTORS; i++) {
        ok = enter_person(&actors[i], world, (unsigned char)(i + 1));
    }
    return ok;
}

void ask(struct actor *actor, struct world *world, enum request number, const void *body)
{
    struct buffer frame;
    const struct request_desc *desc = request_desc(number);
    actor->request_id = world_random(world) | 1;
    actor->request = number;
    actor->asking = true;
    struct request_envelope envelope = {.request_id = actor->request_id, .number = number};
    if (number != request_session_open && actor->session) {
        envelope.session = actor->session;
        envelope.token = slice_bytes(actor->token, sizeof actor->token);
    }
    buffer_init(&frame);
    request_encode(&frame, &envelope, &desc->message, body);
    ASSERT(frame.err == ERR_OK && frame.n <= sizeof actor->frame);
    memcpy(actor->frame, frame.p, frame.n);
    actor->frame_n = frame.n;
    buffer_fini(&frame);
}

/* Mostly the call in hand, else any that ever was, or one that never was. */
static uint64_t some_call(const struct actor *actor, struct world *world, const struct audit *audit)
{
    uint64_t mine = audit->agents[actor->person].call;
    if (mine && below(world, 10) < 8) return mine;
    for (int i = 0; i < GUESSES; i++) {
        uint64_t call = 1 + below(world, audit->n_calls + 1);
        if (call <= audit->n_calls && audit->calls[call].state != CALL_OVER) return call;
    }
    return 1 + below(world, audit->n_calls + 1);
}

/* Mostly one in this state. */
uint64_t some_ticket(struct world *world, const struct audit *audit, uint64_t state)
{
    uint64_t start = below(world, audit->n_tickets + 1);
    if (below(world, 10) == 0) return start + 1;
    for (uint64_t i = 0; i < audit->n_tickets; i++) {
        uint64_t ticket = 1 + (start + i) % audit->n_tickets;
        if (audit->tickets[ticket].state == state) return ticket;
    }
    return start + 1;
}

static void ask_arrive(struct actor *actor, struct world *world, struct audit *audit)
{
    struct req_call_arrive req = {.line = code_of(lines[below(world, LINES)])};
    if (below(world, 3)) req.from = slice_of("13800138000");
    if (actor->roles & ROLE_BIT(role_operator)) req.here = below(world, 3) != 0;
    audit->asked_calls++;
    ask(actor, world, request_call_arrive, &req);
}

static void ask_transfer(struct actor *actor, struct world *world, const struct audit *audit)
{
    static const char *const receivers[OPERATORS] = {"1001", "1002", "1003", "1004", "1005"};
    struct req_call_transfer req = {.call = some_call(actor, world, audit)};
    if (below(world, 4)) {
        req.to = code_of(receivers[below(world, OPERATORS)]);
    } else {
        req.queue = code_of(lines[below(world, LINES)]);
    }
    if (below(world, 2)) req.note = some_text(world);
    ask(actor, world, request_call_transfer, &req);
}

/* Anything, whether it makes sense now or not. */
static void ask_call_blindly(struct actor *actor, struct world *world, struct audit *audit)
{
    uint64_t call = some_call(actor, world, audit);
    const struct req_agent_pause pause = {.reason = break_reason_rest};
    const struct req_call_end end = {.call = call};
    const struct req_call_hang_up hang_up = {.call = call};
    const struct req_call_answer answer = {.call = call};
    switch (below(world, 8)) {
    case 0:
        ask(actor, world, request_call_answer, &answer);
        break;
    case 1:
        ask(actor, world, request_agent_ready, &(const struct req_agent_ready){0});
        break;
    case 2:
        ask(actor, world, request_call_end, &end);
        break;
    case 3:
        ask_transfer(actor, world, audit);
        break;
    case 4:
        ask(actor, world, request_call_hang_up, &hang_up);
        break;
    case 5:
        ask_arrive(actor, world, audit);
        break;
    case 6:
        ask(actor, world, request_agent_pause, &pause);
        break;
    default:
        ask(actor, world, request_session_close, &(const struct req_session_close){0});
        break;
    }
}

/* What an operator in this state would do next. */
static void ask_call(struct actor *actor, struct world *world, struct audit *audit)
{
    uint64_t call = audit->agents[actor->person].call;
    uint64_t state = audit->agents[actor->person].state;
    const struct req_call_answer answer = {.call = call};
    const struct req_call_end end = {.call = call};
    if (below(world, 6) == 0 || state == agent_state_ready) {
        ask_call_blindly(actor, world, audit);
    } else if (state == agent_state_offered) {
        ask(actor, world, request_call_answer, &answer);
    } else if (state == agent_state_talking && below(world, 2)) {
        ask_transfer(actor, world, audit);
    } else if (state == agent_state_talking) {
        ask(actor, world, request_call_end, &end);
    } else {
        ask(actor, world, request_agent_ready, &(const struct req_agent_ready){0});
    }
}

static void ask_save(struct actor *actor, struct world *world, struct audit *audit)
{
    struct req_ticket_save req = {.type = 1 + below(world, 7),
                                  .subject = code_of(units[below(world, UNITS)]),
                                  .matter = some_text(world)};
    if (below(world, 2)) {
        req.ticket = some_ticket(world, audit, ticket_state_draft);
        req.version = req.ticket < AUDIT_TICKETS ? audit->tickets[req.ticket].version : 1;
    }
    if (req.ticket == 0) {
        req.call = audit->agents[actor->person].call;
        audit->asked_tickets++;
    }
    ask(actor, world, request_ticket_save, &req);
}

static void ask_register(struct actor *actor, struct world *world, const struct audit *audit)
{
    struct req_ticket_register req = {.ticket = some_ticket(world, audit, ticket_state_draft)};
    req.version = req.ticket < AUDIT_TICKETS ? audit->tickets[req.ticket].version : 1;
    if (req.version == 0) req.version = 1;
    if (below(world, 2)) req.phone = slice_of("13900139000");
    ask(actor, world, request_ticket_register, &req);
}

static void ask_follow_up(struct actor *actor, struct world *world, const struct audit *audit)
{
    struct req_ticket_follow_up req = {.ticket = some_ticket(world, audit, ticket_state_follow_up),
                                       .outcome = 1 + below(world, 4),
                                       .grade = below(world, 5),
                                       .process = below(world, 5),
                                       .solved = below(world, 4)};
    if (req.outcome == outcome_unreachable && below(world, 8))
        req.grade = req.process = req.solved = 0;
    ask(actor, world, request_ticket_follow_up, &req);
}

static void ask_amend(struct actor *actor, struct world *world, const struct audit *audit)
{
    static const enum ticket_state open[] = {ticket_state_registered, ticket_state_callback,
                                             ticket_state_dispatched, ticket_state_handling};
    struct req_ticket_amend req = {
        .ticket = some_ticket(world, audit, open[below(world, sizeof open / sizeof *open)]),
        .address = some_text(world),
        .reason = some_text(world)};
    req.version = req.ticket < AUDIT_TICKETS ? audit->tickets[req.ticket].version : 1;
    if (req.version == 0) req.version = 1;
    ask(actor, world, request_ticket_amend, &req);
}

/* What operators and the desk do with what has been registered. */
static void ask_settle(struct actor *actor, struct world *world, const struct audit *audit)
{
    bool promised = below(world, 4) == 0;
    uint64_t ticket =
        some_ticket(world, audit, promised ? ticket_state_callback : ticket_state_registered);
    const struct req_ticket_dispatch dispatch = {
        .ticket = ticket, .unit = code_of(units[below(world, UNITS)]), .note = some_text(world)};
    const struct req_ticket_answer answer = {.ticket = ticket, .reply = some_reply(world)};
    const struct req_ticket_refuse refuse = {
        .ticket = ticket, .reason = 1 + below(world, 10), .note = some_text(world)};
    const struct req_ticket_promise promise = {.ticket = ticket,
                                               .at_ms = world->now_ms + below(world, 600000)};
    uint64_t dice = below(world, 10);
    if (dice < 6) {
        ask(actor, world, request_ticket_dispatch, &dispatch);
    } else if (dice < 8) {
        ask(actor, world, request_ticket_answer, &answer);
    } else if (dice < 9) {
        ask(actor, world, request_ticket_promise, &promise);
    } else {
        ask(actor, world, request_ticket_refuse, &refuse);
    }
}

static void ask_operator(struct actor *actor, struct world *world, struct audit *audit)
{
    uint64_t dice = below(world, 20);
    if (dice < 12) {
        ask_call(actor, world, audit);
    } else if (dice < 14) {
        ask_save(actor, world, audit);
    } else if (dice < 16) {
        ask_register(actor, world, audit);
    } else if (dice < 18) {
        ask_settle(actor, world, audit);
    } else {
        ask_follow_up(actor, world, audit);
    }
}

static void ask_desk(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_redo redo = {.ticket = some_ticket(world, audit, ticket_state_review),
                                         .reason = some_text(world)};
    const struct req_ticket_uphold uphold = {
        .ticket = some_ticket(world, audit, ticket_state_review), .reason = some_text(world)};
    const struct req_ticket_reopen reopen = {
        .ticket = some_ticket(world, audit, ticket_state_archived), .reason = some_text(world)};
    switch (below(world, 7)) {
    case 6:
        ask_amend(actor, world, audit);
        break;
    case 0:
        ask(actor, world, request_ticket_redo, &redo);
        break;
    case 1:
        ask(actor, world, request_ticket_uphold, &uphold);
        break;
    case 2:
        ask(actor, world, request_ticket_reopen, &reopen);
        break;
    case 3:
        ask_follow_up(actor, world, audit);
        break;
    default:
        ask_settle(actor, world, audit);
        break;
    }
}

static void ask_unit(struct actor *actor, struct world *world, const struct audit *audit)
{
    const struct req_ticket_sign sign = {.ticket =
                                             some_ticket(world, audit, ticket_state_dispatched)};
    const struct req_ticket_reply reply = {.ticket =
                                               some_ticket(world, audit, ticket_state_handling),
                                           .reply = some_reply(world),
                                           .measures = some_reply(world),
                                           .result = some_reply(world),
                                           .view = below(world, 4),
                                           .resolution = below(world, 4) ? 0 : 1 + below(world, 4),
                                           .publicity = below(world, 3)};
    const struct req_ticket_pass pass = {.ticket =
                                             some_ticket(world, audit, ticket_state_approval)};
    const struct req_ticket_send_back send_back = {
        .ticket = some_ticket(world, audit, ticket_state_approval), .note = some_text(world)};
    switch (below(world, 7)) {
    case 0:
    case 1:
        ask(actor, world, request_ticket_sign, &sign);
        break;
    case 2:
    case 3:
        ask(actor, world, request_ticket_reply, &reply);
        break;
    case 4:
        ask(actor, world, request_ticket_send_back, &send_back);
        break;
    default:
        ask(actor, world, request_ticket_pass, &pass);
        break;
    }
}

static void ask_lead(struct actor *actor, struct world *world, struct audit *audit)
{
    const struct req_session_end end = {.session = 1 + below(world, 40)};
    const struct req_ticket_reopen reopen = {
        .ticket = some_ticket(world, audit, ticket_state_archived), .reason = some_text(world)};
    if (below(world, 2)) {
        ask(actor, world, request_session_end, &end);
    } else {
        ask(actor, world, request_ticket_reopen, &reopen);
    }
}

void actor_ask(struct actor *actor, struct world *world, struct audit *audit)
{
    const struct req_session_open open = {.number = code_of(actor->number),
                                          .password = slice_of("first password")};
    const struct req_call_hang_up hang_up = {.call = some_call(actor, world, audit)};
    if (actor->session == 0) {
        ask(actor, world, request_session_open, &open);
    } else if (actor->roles & ROLE_BIT(role_trunk)) {
        if (below(world, 3)) {
            ask_arrive(actor, world, audit);
        } else {
            ask(actor, world, request_call_hang_up, &hang_up);
        }
    } else if ((actor->roles & ROLE_BIT(role_desk)) && below(world, 2)) {
        ask_desk_more(actor, world, audit);
    } else if ((actor->roles & ROLE_BIT(role_desk)) && below(world, 2)) {
        ask_desk(actor, world, audit);
    } else if ((actor->roles & ROLE_BIT(role_operator)) && below(world, 8) == 0) {
        ask_counter(actor, world, audit);
    } else if (actor->roles & ROLE_BIT(role_operator)) {
        ask_operator(actor, world, audit);
    } else if (actor->roles & ROLE_BIT(role_desk)) {
        ask_desk(actor, world, audit);
    } else if (actor->roles & ROLE_BIT(role_lead)) {
        ask_lead(actor, world, audit);
    } else if (actor->roles & ROLE_BIT(role_leader)) {
        ask_leader(actor, world, audit);
    } else if (below(world, 2)) {
        ask_unit_more(actor, world, audit);
    } else {
        ask_unit(actor, world, audit);
    }
}
