/* A small centre on tmpfs for the tests of the queries: a real store, the real core, a clock that
 * only the test moves. Texts that callers said begin with CANARY, so that a leak can be seen. */
#ifndef TESTS_UNIT_QUERY_HOUSE_H
#define TESTS_UNIT_QUERY_HOUSE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "server/core/authority.h"
#include "server/query/query.h"

#define CANARY "canary"
#define CANARY_PHONE "13912345678"
#define CANARY_NAME "张三丰canary"
#define CANARY_ADDRESS "canary路一百二十三号四单元五室"
#define CANARY_MATTER "canary楼下施工噪声，夜间不停。"

enum { MINUTE = 60 * 1000, ANSWER_BYTES = 64 * 1024 };

struct house {
    char dir[64], data[80];
    struct store *store;
    struct settings settings;
    struct arena arena;   /* of commands */
    struct arena answers; /* of the last question */
    uint64_t now_ms, steps;
    struct fault fault; /* of the last question */
    /* the people, signed in at stations of their own */
    struct who console, op1, op2, op3, unit1, unit2, approver1, desk, lead, inspector, trunk;
};

static inline struct outcome_of_step house_step(struct house *house, const struct who *who,
                                                enum request number, const void *body)
{
    struct core core = {&house->settings, store_txn(house->store), house->now_ms};
    struct extras extras = {.password_ok = true, .verifier = slice_of("$argon2id$verifier")};
    for (size_t i = 0; i < sizeof extras.random; i++)
        extras.random[i] = (unsigned char)(house->steps >> i % 8 ^ i);
    if (number == request_session_open) {
        struct slice verifier;
        const struct req_session_open *open = body;
        assert_true(core_verifier(core.txn, open->number.s, &house->arena, &extras.password_person,
                                  &verifier));
    }
    struct outcome_of_step out = {0};
    core_step(&core, who, number, body, &extras, &house->arena, &out);
    house->steps++;
    return out;
}

/* A command that must be accepted; the object's id. */
static inline uint64_t house_do(struct house *house, const struct who *who, enum request number,
                                const void *body)
{
    struct outcome_of_step out = house_step(house, who, number, body);
    if (out.reject)
        fail_msg("%s: %s %s", request_desc(number)->verb, reject_name(out.reject),
                 out.fault.field ? out.fault.field : "");
    return request_desc(number)->answer == request_desc(request_ticket_save)->answer
               ? out.answer.done.id
               : 0;
}

#define DO(house, who, name, ...)                                                                  \
    house_do((house), (who), request_##name, &(struct req_##name){__VA_ARGS__})

static inline struct code code_of(const char *text)
{
    struct code code = {0};
    snprintf(code.s, sizeof code.s, "%s", text);
    return code;
}

/* Asks on the writing transaction; texts live until the next question. */
static inline enum reject house_ask(struct house *house, const struct who *who, enum request number,
                                    const void *body, void *answer)
{
    static const struct process_figures figures = {.started_ms = 1, .requests = 2};
    arena_reset(&house->answers);
    struct query query = {&house->settings, store_txn(house->store), who, house->now_ms,
                          &figures,         &house->answers};
    enum reject reject = query_answer(&query, number, body, answer, &house->fault);
    /* Whatever is answered must fit the wire and pass the asker's own checks. */
    if (reject == REJECT_OK) {
        const struct message *message = request_desc(number)->answer;
        struct buffer out;
        buffer_init(&out);
        codec_encode(&out, message, answer, VIEW_ALL);
        assert_int_equal(out.err, ERR_OK);
        assert_true(out.n + 100 <= LIMIT_MESSAGE);
        void *decoded = calloc(1, message->size);
        struct arena arena;
        arena_init(&arena, 4 * 1024 * 1024);
        struct fault fault = {0};
        enum reject back =
            codec_decode(slice_bytes(out.p, out.n), message, &arena, decoded, &fault);
        if (back) fail_msg("%s %s", reject_name(back), fault.field ? fault.field : "");
        arena_fini(&arena);
        free(decoded);
        buffer_fini(&out);
    }
    return reject;
}

/* The parts of a reply besides how it was handled (R53). */
#define REPLY_PARTS                                                                                \
    .measures = slice_of("已派人处理完毕"), .result = slice_of("问题已经解决"),                    \
    .view = caller_view_satisfied

/* ASK(house, who, ticket_show, &card, .ticket = 7) */
#define ASK(house, who, name, answer, ...)                                                         \
    house_ask((house), (who), request_##name, &(struct req_##name){__VA_ARGS__}, (answer))

/* The encoded answer, to search it. */
static inline bool answer_holds(enum request number, const void *answer, const char *text)
{
    struct buffer out;
    buffer_init(&out);
    codec_encode(&out, request_desc(number)->answer, answer, VIEW_ALL);
    bool holds = memmem(out.p, out.n, text, strlen(text)) != NULL;
    buffer_fini(&out);
    return holds;
}

static inline bool slice_is(struct slice slice, const char *text)
{
    return slice_equal(slice, slice_of(text));
}

static inline struct who house_person(struct house *house, const char *number, uint64_t roles,
                                      const char *unit)
{
    char name[LIMIT_NAME];
    snprintf(name, sizeof name, "员%s", number);
    DO(house, &house->console, person_add, .number = code_of(number), .name = slice_of(name),
       .roles = roles, .unit = code_of(unit), .password = slice_of("password"));
    struct req_station_add station = {.number = code_of(number)};
    memcpy(station.key.b, number, strlen(number));
    struct who who = {.station = house_do(house, &house->console, request_station_add, &station)};
    struct req_session_open open = {.number = code_of(number), .password = slice_of("password")};
    struct outcome_of_step out = house_step(house, &who, request_session_open, &open);
    assert_int_equal(out.reject, REJECT_OK);
    struct core core = {&house->settings, store_txn(house->store), house->now_ms};
    assert_int_equal(
        core_who(&core, who.station, out.answer.session.session, out.answer.session.token, &who),
        REJECT_OK);
    return who;
}

static inline void house_people(struct house *house)
{
    house->op1 = house_person(house, "101", ROLE_BIT(role_operator), "");
    house->op2 = house_person(house, "102", ROLE_BIT(role_operator), "");
    house->op3 = house_person(house, "9", ROLE_BIT(role_operator), "");
    house->unit1 = house_person(house, "201", ROLE_BIT(role_unit), "u1");
    house->unit2 = house_person(house, "202", ROLE_BIT(role_unit), "u2");
    house->approver1 = house_person(house, "203", ROLE_BIT(role_approver), "u1");
    house->desk = house_person(house, "301", ROLE_BIT(role_desk), "");
    house->lead = house_person(house, "401", ROLE_BIT(role_lead), "");
    house->inspector = house_person(house, "501", ROLE_BIT(role_inspector), "");
    house->trunk = house_person(house, "601", ROLE_BIT(role_trunk), "");
}

static inline int house_setup(void **state)
{
    setenv("TZ", "CST-8", 1);
    struct house *house = calloc(1, sizeof *house);
    const char *base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(house->dir, sizeof house->dir, "%s/rexian-query-XXXXXX", base);
    assert_non_null(mkdtemp(house->dir));
    snprintf(house->data, sizeof house->data, "%s/data", house->dir);
    settings_default(&house->settings);
    house->settings.session_h = 168; /* nobody is signed out by a test's long day */
    house->settings.plan_needed = false; /* complaints here are about other things than their plans */
    arena_init(&house->arena, 16 * 1024 * 1024);
    arena_init(&house->answers, 16 * 1024 * 1024);
    house->now_ms = UINT64_C(1795320000000); /* 2026-11-22 12:00 in China */
    house->console.console = true;
    house->console.roles = ROLE_BIT(role_admin);
    struct store_options options = {.dir = house->data,
                                    .map_bytes = UINT64_C(1) << 30,
                                    .segment_bytes = 8 * 1024 * 1024,
                                    .reserve_bytes = 0,
                                    .apply = core_apply};
    char why[256] = "";
    if (store_init(&options, house->now_ms, why, sizeof why)) fail_msg("%s", why);
    if (store_open(&options, &house->store, why, sizeof why)) fail_msg("%s", why);
    DO(house, &house->console, line_add, .code = code_of("12345"), .name = slice_of("市民热线"));
    DO(house, &house->console, line_add, .code = code_of("12315"), .name = slice_of("消费热线"));
    DO(house, &house->console, unit_add, .code = code_of("u1"), .name = slice_of("城管局"));
    DO(house, &house->console, unit_add, .code = code_of("u2"), .name = slice_of("水务局"),
       .parent = code_of("u1"));
    DO(house, &house->console, subject_add, .code = code_of("s1"), .name = slice_of("噪声"),
       .unit = code_of("u1"));
    house_people(house);
    *state = house;
    return 0;
}

static inline int house_teardown(void **state)
{
    struct house *house = *state;
    store_close(&house->store);
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", house->dir);
    int failed = system(command);
    arena_fini(&house->arena);
    arena_fini(&house->answers);
    free(house);
    return failed;
}

/* Time passes, and what falls due happens. */
static inline void house_pass(struct house *house, uint64_t ms)
{
    house->now_ms += ms;
    struct core core = {&house->settings, store_txn(house->store), house->now_ms};
    while (core_timers(&core, 100) > 0) {
    }
}

/* What the turn does between requests. */
static inline void house_sync(struct house *house)
{
    assert_int_equal(store_sync(house->store), ERR_OK);
    assert_int_equal(store_commit(house->store), ERR_OK);
    arena_reset(&house->arena);
}

static inline void house_ready(struct house *house, const struct who *who)
{
    DO(house, who, agent_ready, 0);
}

static inline uint64_t house_ring(struct house *house, const char *line, const char *from)
{
    return DO(house, &house->trunk, call_arrive, .line = code_of(line), .from = slice_of(from));
}

static inline uint64_t version_of(struct house *house, uint64_t ticket)
{
    struct row_ticket row;
    assert_true(ticket_get(store_txn(house->store), ticket, &row));
    return row.version;
}

/* A registered ticket full of canaries. */
static inline uint64_t house_ticket(struct house *house, const struct who *who, uint64_t call)
{
    uint64_t ticket =
        DO(house, who, ticket_save, .call = call, .type = ticket_type_complaint,
           .subject = code_of("s1"), .name = slice_of(CANARY_NAME), .phone = slice_of(CANARY_PHONE),
           .address = slice_of(CANARY_ADDRESS), .matter = slice_of(CANARY_MATTER));
    DO(house, who, ticket_register, .ticket = ticket, .version = version_of(house, ticket));
    return ticket;
}

/* So many running hours for each ticket, so that deadlines differ and come soon. */
static inline void house_limit_hours(struct house *house, uint64_t hours)
{
    DO(house, &house->console, subject_change, .code = code_of("s1"),
       .limit_kind = limit_kind_hours, .limit_n = hours);
}

static inline uint64_t house_dispatched(struct house *house, const struct who *who,
                                        const char *unit)
{
    uint64_t ticket = house_ticket(house, who, 0);
    DO(house, who, ticket_dispatch, .ticket = ticket, .unit = code_of(unit),
       .note = slice_of("canary note"));
    return ticket;
}

#endif
