#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "tests/rush/rush.h"

enum { SIGN_OUT_WEEKS = 1 };

void rush_wrong(struct rush *rush, const char *format, ...)
{
    if (rush->why[0]) return;
    va_list list;
    va_start(list, format);
    vsnprintf(rush->why, sizeof rush->why, format, list);
    va_end(list);
}

uint64_t below(struct rush *rush, uint64_t n)
{
    return world_random(&rush->world) % n;
}

struct code code_of(const char *text)
{
    struct code code = {{0}};
    snprintf(code.s, sizeof code.s, "%s", text);
    return code;
}

struct asked rush_ask(struct rush *rush, struct somebody *who, enum request number,
                      const void *body)
{
    struct buffer frame;
    struct asked asked;
    const struct request_desc *desc = request_desc(number);
    struct request_envelope envelope = {.request_id = world_random(&rush->world) | 1,
                                        .number = number};
    if (who && who->session && number != request_session_open) {
        envelope.session = who->session;
        envelope.token = slice_bytes(who->token, sizeof who->token);
    }
    buffer_init(&frame);
    request_encode(&frame, &envelope, &desc->message, body);
    ASSERT(frame.err == ERR_OK);
    world_ask(&rush->world, (struct door){.station = who ? who->station : 0, .console = !who},
              slice_bytes(frame.p, frame.n), true, &asked);
    buffer_fini(&frame);
    rush->counts.requests++;
    if (asked.out.reject != REJECT_OK) rush->counts.refused++;
    if (asked.out.reject == REJECT_NOT_SIGNED_IN && who) who->session = 0;
    return asked;
}

bool rush_do(struct rush *rush, struct somebody *who, enum request number, const void *body)
{
    return rush_ask(rush, who, number, body).out.reject == REJECT_OK;
}

bool sign_in(struct rush *rush, struct somebody *who)
{
    const struct req_session_open open = {.number = code_of(who->number),
                                          .password = slice_of("first password"),
                                          .watch = who - rush->people >= RUSH_AGENTS};
    struct asked asked = rush_ask(rush, who, request_session_open, &open);
    if (asked.out.reject != REJECT_OK) return false;
    const struct rec_session *session = asked.answer;
    who->session = session->session;
    memcpy(who->token, session->token.p, sizeof who->token);
    return true;
}

struct somebody *somebody_of(struct rush *rush, uint64_t person)
{
    for (size_t i = 0; i < RUSH_PEOPLE; i++)
        if (rush->people[i].person == person) return &rush->people[i];
    return NULL;
}

void silence(struct rush *rush, struct somebody *who, bool silent)
{
    who->silent = silent;
    if (rush->broken != BREAK_PRESENCE) world_presence(&rush->world, who->station, !silent);
}

void pass(struct rush *rush, uint64_t ms)
{
    uint64_t until_ms = rush->world.now_ms + ms;
    if (rush->broken == BREAK_TIMERS) {
        rush->world.now_ms = until_ms;
        return;
    }
    while (world_tick(&rush->world, until_ms)) rush->counts.timers++;
}

void agent_row(struct rush *rush, const struct somebody *who, struct row_agent *agent)
{
    if (!agent_get(world_txn(&rush->world), who->person, agent))
        *agent = (struct row_agent){.person = who->person};
}

bool live_call(struct rush *rush, struct row_call *call)
{
    struct cursor cursor;
    struct row_call row = {.live = 1};
    uint64_t n = 0;
    cursor_index(&cursor, world_txn(&rush->world), INDEX_call_by_live, 1, &row, false, false);
    while (cursor_next(&cursor, &row))
        if (below(rush, ++n) == 0) *call = row;
    return n > 0;
}

static bool must(struct rush *rush, bool done, const char *what)
{
    if (!done) rush_wrong(rush, "the house: %s was refused", what);
    return done;
}

/* 12345 is always open, 12328 by day; Z is a skill that nobody has; A overflows into B. */
static bool queues_enter(struct rush *rush)
{
    bool ok = true;
    static const char *const skills[] = {"A", "B", "Z"};
    for (size_t i = 0; i < sizeof skills / sizeof *skills; i++)
        ok = ok &&
             RUSH_ASK(rush, NULL, skill_add, .code = code_of(skills[i]), .name = slice_of("技能"));
    ok = ok && RUSH_ASK(rush, NULL, line_add, .code = code_of("12345"), .name = slice_of("热线"));
    ok = ok && RUSH_ASK(rush, NULL, line_add, .code = code_of("12328"), .name = slice_of("热线"));
    ok = ok && RUSH_ASK(rush, NULL, line_hours, .line = code_of("12328"),
                        .hours = slice_of("mon-fri 08:00-12:00 13:30-18:00"));
    ok = ok && RUSH_ASK(rush, NULL, queue_add, .code = code_of("QB"), .name = slice_of("乙"),
                        .skill = code_of("B"), .offer_s = 30);
    ok = ok && RUSH_ASK(rush, NULL, queue_add, .code = code_of("QA"), .name = slice_of("甲"),
                        .skill = code_of("A"), .level = 1, .relax_s = 20, .overflow = code_of("QB"),
                        .overflow_s = 60);
    ok = ok && RUSH_ASK(rush, NULL, queue_add, .code = code_of("QZ"), .name = slice_of("无人"),
                        .skill = code_of("Z"));
    ok = ok && RUSH_ASK(rush, NULL, queue_change, .code = code_of("12328"), .most_s = 120);
    return must(rush, ok, "a queue");
}

static bool person_enter(struct rush *rush, size_t i)
{
    struct somebody *who = &rush->people[i];
    who->roles = i < RUSH_AGENTS ? ROLE_BIT(role_operator)
                 : i == TRUNK    ? ROLE_BIT(role_trunk)
                                 : ROLE_BIT(role_lead);
    snprintf(who->number, sizeof who->number, "%u", 1001 + (unsigned)i);
    struct req_station_add station = {.number = code_of(who->number), .name = slice_of("席位")};
    memset(&station.key, (int)i + 1, sizeof station.key);
    struct asked asked = rush_ask(rush, NULL, request_station_add, &station);
    if (!must(rush, asked.out.reject == REJECT_OK, "a station")) return false;
    who->station = asked.out.answer.done.id;
    const struct req_person_add person = {.number = code_of(who->number),
                                          .name = slice_of("某人"),
                                          .roles = who->roles,
                                          .password = slice_of("first password")};
    asked = rush_ask(rush, NULL, request_person_add, &person);
    if (!must(rush, asked.out.reject == REJECT_OK, "a person")) return false;
    who->person = asked.out.answer.done.id;
    bool ok = true;
    if (i < RUSH_AGENTS && i % 2 == 0)
        ok = RUSH_ASK(rush, NULL, skill_give, .number = code_of(who->number), .skill = code_of("A"),
                      .level = 1 + i % 3);
    if (i < RUSH_AGENTS && i % 3 == 0)
        ok = ok && RUSH_ASK(rush, NULL, skill_give, .number = code_of(who->number),
                            .skill = code_of("B"), .level = 1 + i % 5, .surge = i == 9);
    return must(rush, ok, "a skill") && must(rush, sign_in(rush, who), "signing in");
}

bool house_enter(struct rush *rush)
{
    rush->world.settings.session_h = SIGN_OUT_WEEKS * 168;
    bool ok = queues_enter(rush);
    for (size_t i = 0; ok && i < RUSH_PEOPLE; i++) ok = person_enter(rush, i);
    return ok;
}
