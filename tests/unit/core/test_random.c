/* Any command with any fields by anybody, many times: what is refused changes nothing, no invariant
 * breaks, and a replay of the journal gives the same state. The requests are made from their
 * descriptors, so that a new command is tried as soon as it exists. */
#include <inttypes.h>
#include <time.h>

#include "tests/unit/core/house.h"

enum {
    STEPS = 30000,
    SEATS = 14,
    CHECK_EVERY = 400,
    REPLAY_EVERY = 4000,
    EVENTS_MAX = 64,
    RECENT = 30
};

struct seat {
    const char *number;
    uint64_t station, session;
    char token[TOKEN_BYTES];
};

struct random_house {
    struct house *house;
    struct seat seats[SEATS];
    uint64_t random;
    bool hit[LIVES][EVENTS_MAX][EVENTS_MAX];
    uint64_t seen; /* the last fact that was looked at */
    unsigned done, refused;
};

/* splitmix64: good enough, and the same everywhere. */
static uint64_t draw(struct random_house *rh, uint64_t n)
{
    uint64_t z = rh->random += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return (z ^ z >> 31) % n;
}

static const struct {
    const char *number;
    uint64_t roles;
    const char *unit;
} people[SEATS] = {
    {"1", ROLE_BIT(role_operator), ""},
    {"2", ROLE_BIT(role_operator), ""},
    {"3", ROLE_BIT(role_operator), ""},
    {"4", ROLE_BIT(role_operator) | ROLE_BIT(role_desk), ""},
    {"5", ROLE_BIT(role_desk), ""},
    {"6", ROLE_BIT(role_unit), "u1"},
    {"7", ROLE_BIT(role_unit) | ROLE_BIT(role_approver), "u2"},
    {"8", ROLE_BIT(role_approver), "u1"},
    {"9", ROLE_BIT(role_lead), ""},
    {"10", ROLE_BIT(role_admin), ""},
    {"11", ROLE_BIT(role_trunk), ""},
    {"12", ROLE_BIT(role_inspector), ""},
    {"13", ROLE_BIT(role_operator), ""},
    {"14", ROLE_BIT(role_unit) | ROLE_BIT(role_operator), "u1"},
};

static void settle(struct random_house *rh)
{
    struct house *house = rh->house;
    for (int i = 1; i <= 2; i++) {
        char code[8];
        snprintf(code, sizeof code, "u%d", i);
        DO(house, &console, unit_add, .code = code_of(code), .name = slice_of("单位"));
        snprintf(code, sizeof code, "l%d", i);
        DO(house, &console, line_add, .code = code_of(code), .name = slice_of("热线"));
        snprintf(code, sizeof code, "s%d", i);
        DO(house, &console, subject_add, .code = code_of(code), .name = slice_of("分类"));
    }
    for (size_t i = 0; i < SEATS; i++) {
        char number[8];
        snprintf(number, sizeof number, "D%d", (int)i);
        house_person(house, people[i].number, people[i].roles, people[i].unit);
        rh->seats[i] =
            (struct seat){.number = people[i].number, .station = house_station(house, number)};
    }
}

static struct code random_code(struct random_house *rh, const char *field)
{
    /* Mostly one that exists; new ones come and go by the `add` commands. */
    static const struct {
        const char *field, *head;
    } kinds[] = {{"unit", "u"},    {"line", "l"},    {"subject", "s"}, {"parent", "u"},
                 {"code", "x"},    {"field", "x"},   {"expert", "x"},  {"survey", "x"},
                 {"accused", "u"}, {"culprit", ""},  {"leader", ""},   {"to", ""},
                 {"deputy_a", ""}, {"deputy_b", ""}, {"person", ""}};
    enum { KINDS = sizeof kinds / sizeof *kinds };
    char text[LIMIT_CODE + 1];
    for (size_t i = 0; i < KINDS; i++) {
        if (strcmp(field, kinds[i].field) != 0) continue;
        const char *head = kinds[draw(rh, 8) ? i : draw(rh, KINDS)].head;
        snprintf(text, sizeof text, "%s%d", head, (int)draw(rh, *head ? 3 : SEATS) + 1);
        return code_of(text);
    }
    snprintf(text, sizeof text, "%d", (int)draw(rh, 40) + 10);
    return code_of(text);
}

static uint64_t random_id(struct random_house *rh, enum object object)
{
    struct row_counter row;
    counter_get(store_txn(rh->house->store), object, &row);
    uint64_t recent = row.last > RECENT ? row.last - RECENT : 0;
    return draw(rh, 20) ? recent + 1 + draw(rh, RECENT) : draw(rh, row.last + 3);
}

static void random_number(struct random_house *rh, const struct field *field, uint64_t *value)
{
    switch (field->type) {
    case TYPE_call:
        *value = random_id(rh, object_call);
        break;
    case TYPE_ticket:
        *value = random_id(rh, object_ticket);
        break;
    case TYPE_session:
        *value = random_id(rh, object_session);
        break;
    case TYPE_enum:
        *value = field->vocabulary->words[draw(rh, field->vocabulary->n)].number;
        break;
    case TYPE_ms:
        *value = rh->house->now_ms + draw(rh, 7200000) - 60000;
        break;
    case TYPE_flag:
        *value = draw(rh, 2);
        break;
    case TYPE_roles:
        *value = ROLE_BIT(1 + draw(rh, role_trunk)) | ROLE_BIT(1 + draw(rh, role_trunk));
        break;
    case TYPE_u64:
    case TYPE_person:
    case TYPE_station:
    case TYPE_unit:
    case TYPE_line:
    case TYPE_subject:
    case TYPE_script:
    case TYPE_article:
    case TYPE_code:
    case TYPE_h32:
    case TYPE_text:
    case TYPE_bytes:
    case TYPE_rows:
        *value = draw(rh, 4);
        break;
    }
}

static void random_field(struct random_house *rh, const struct field *field, void *body)
{
    static const char words[] = "13812345678 夜里施工噪声扰民，请处理。";
    char *at = (char *)body + field->offset;
    if (!field->must && draw(rh, 3) == 0) return;
    if (field->type == TYPE_code) {
        *(struct code *)at = random_code(rh, field->name);
    } else if (field->type == TYPE_h32) {
        ((struct h32 *)at)->b[0] = (unsigned char)(1 + draw(rh, 250));
    } else if (field->type == TYPE_text) {
        bool whole = draw(rh, 2);
        *(struct slice *)at = slice_bytes(words, whole ? sizeof words - 1 : 11);
    } else {
        random_number(rh, field, (uint64_t *)(void *)at);
    }
}

static void remember(struct random_house *rh)
{
    struct txn *txn = store_txn(rh->house->store);
    while (rh->seen < journal_head(txn)) {
        struct fact fact;
        assert_true(journal_read(txn, ++rh->seen, &fact, NULL));
        const struct fact_ticket_moved *ticket = &fact.body.ticket_moved;
        const struct fact_agent_moved *agent = &fact.body.agent_moved;
        if (fact.type == fact_type_ticket_moved)
            rh->hit[LIFE_ticket][ticket->from][ticket->event] = true;
        if (fact.type == fact_type_agent_moved)
            rh->hit[LIFE_agent][agent->from][agent->event] = true;
    }
}

static struct who seat_who(struct random_house *rh, struct seat *seat)
{
    struct core core = core_of(rh->house);
    struct who who;
    core_who(&core, seat->station, seat->session, slice_bytes(seat->token, TOKEN_BYTES), &who);
    if (who.person) return who;
    struct outcome_of_step out =
        house_sign_in(rh->house, seat->number, seat->station, draw(rh, 20) != 0);
    if (out.reject) return who;
    seat->session = out.answer.session.session;
    memcpy(seat->token, out.answer.session.token.p, TOKEN_BYTES);
    core_who(&core, seat->station, seat->session, slice_bytes(seat->token, TOKEN_BYTES), &who);
    return who;
}

static const struct request_desc *random_command(struct random_house *rh)
{
    size_t n;
    const struct request_desc *table = request_table(&n);
    /* What all else begins with comes more often. */
    static const enum request beginnings[] = {
        request_ticket_save, request_ticket_register, request_ticket_dispatch, request_call_arrive,
        request_call_answer, request_agent_ready,     request_ticket_sign,     request_ticket_reply,
        request_ticket_pass, request_ticket_follow_up};
    if (draw(rh, 3) == 0)
        return request_desc(beginnings[draw(rh, sizeof beginnings / sizeof *beginnings)]);
    for (;;) {
        const struct request_desc *desc = &table[draw(rh, n)];
        /* Registers, and all that ends sessions, come seldom: the house should stay in order. */
        bool seldom = desc->who == ROLE_BIT(role_admin) ||
                      desc->message.number == request_session_end ||
                      desc->message.number == request_session_close;
        bool off = strstr(desc->verb, ".retire") != NULL;
        if (desc->kind != KIND_COMMAND || desc->message.number == request_session_open) continue;
        if ((seldom && draw(rh, 6)) || (off && draw(rh, 30))) continue;
        return desc;
    }
}

static struct who anybody(struct random_house *rh)
{
    uint64_t i = draw(rh, SEATS + 1);
    return i < SEATS ? seat_who(rh, &rh->seats[i]) : console;
}

static void *field_at(const struct message *message, void *body, const char *name)
{
    for (size_t i = 0; i < message->n_fields; i++)
        if (strcmp(message->fields[i].name, name) == 0)
            return (char *)body + message->fields[i].offset;
    return NULL;
}

/* Blind luck hardly ever gets a ticket to its archive: mostly one is taken to which this may
 * happen, and somebody who may do it. */
static void fit_ticket(struct random_house *rh, const struct request_desc *desc, void *body,
                       struct who *who)
{
    struct txn *txn = store_txn(rh->house->store);
    uint64_t *id = field_at(&desc->message, body, "ticket");
    uint64_t *version = field_at(&desc->message, body, "version");
    uint64_t event =
        word_number(vocabulary_of(VOCABULARY_ticket_event), slice_of(strchr(desc->verb, '.') + 1));
    if (event == ticket_event_follow_up) event = ticket_event_unreachable;
    for (int tries = 0; tries < 60; tries++) {
        struct row_ticket row;
        struct who other = anybody(rh);
        uint64_t number = random_id(rh, object_ticket);
        if (!ticket_get(txn, number, &row) || !life_find(LIFE_ticket, row.state, event) ||
            !may_ticket(txn, &other, VERB_ACT, event, &row))
            continue;
        *who = other;
        *id = number;
        if (version) *version = row.version;
        return;
    }
}

static void fit_call(struct random_house *rh, const struct request_desc *desc, void *body,
                     struct who *who)
{
    struct txn *txn = store_txn(rh->house->store);
    uint64_t *id = field_at(&desc->message, body, "call");
    struct code *line = field_at(&desc->message, body, "line");
    uint64_t event =
        word_number(vocabulary_of(VOCABULARY_call_event), slice_of(strchr(desc->verb, '.') + 1));
    for (int tries = 0; tries < 60; tries++) {
        struct row_call row;
        struct who other = anybody(rh);
        uint64_t number = random_id(rh, object_call);
        if (!call_get(txn, number, &row) || !life_find(LIFE_call, row.state, event) ||
            !may_call(txn, &other, VERB_ACT, &row))
            continue;
        *who = other;
        *id = number;
        if (line)
            *(draw(rh, 2) ? (struct code *)field_at(&desc->message, body, "to") : line) =
                code_of("");
        return;
    }
}

static void fit(struct random_house *rh, const struct request_desc *desc, void *body,
                struct who *who)
{
    const struct field *first = desc->message.n_fields ? desc->message.fields : NULL;
    if (!first || draw(rh, 10) == 0) return;
    if (first->type == TYPE_call) fit_call(rh, desc, body, who);
    if (first->type != TYPE_ticket) return;
    if (!first->must && draw(rh, 2)) {
        /* A new draft, without a call or with the one in hand. */
        struct req_ticket_save *save = body;
        struct row_agent agent;
        agent_get(store_txn(rh->house->store), who->person, &agent);
        save->ticket = 0;
        save->call = agent.call;
        return;
    }
    fit_ticket(rh, desc, body, who);
}

/* Nor does it ever write a whole reply. */
static void fit_reply(struct random_house *rh, enum request number, void *body)
{
    const struct slice enough = slice_of("已派人到现场处理完毕");
    if (draw(rh, 4) == 0) return;
    if (number == request_ticket_reply) {
        struct req_ticket_reply *reply = body;
        reply->reply = reply->measures = reply->result = enough;
        reply->view = caller_view_satisfied;
        if (draw(rh, 4)) reply->resolution = reply->publicity = 0;
        reply->expert = (struct code){0};
    }
    if (number == request_ticket_answer) ((struct req_ticket_answer *)body)->reply = enough;
    if (number == request_ticket_follow_up) {
        struct req_ticket_follow_up *said = body;
        if (said->outcome == outcome_unreachable)
            said->grade = said->process = said->solved = 0;
        else
            said->solved = 1 + draw(rh, 3);
    }
}

static void anything_happens(struct random_house *rh)
{
    struct house *house = rh->house;
    struct txn *txn = store_txn(house->store);
    arena_reset(&house->arena);
    const struct request_desc *desc = random_command(rh);
    struct who who = console;
    for (int tries = 0; tries < 20; tries++) {
        who = anybody(rh);
        if (may_ask(&who, desc) || draw(rh, 30) == 0) break;
    }
    void *body = arena_take(&house->arena, desc->message.size);
    for (size_t i = 0; i < desc->message.n_fields; i++)
        random_field(rh, &desc->message.fields[i], body);
    fit(rh, desc, body, &who);
    fit_reply(rh, (enum request)desc->message.number, body);
    house->random = (unsigned char)draw(rh, 256);
    uint64_t head = journal_head(txn);
    struct outcome_of_step out =
        house_step(house, &who, (enum request)desc->message.number, body, true);
    rh->done += out.reject == REJECT_OK;
    rh->refused += out.reject != REJECT_OK;
    if (out.reject != REJECT_OK) assert_int_equal(journal_head(txn), head);
    remember(rh);
}

static void time_passes(struct random_house *rh)
{
    struct core core = core_of(rh->house);
    rh->house->now_ms += draw(rh, 40) ? draw(rh, 4000) : draw(rh, 7200000);
    core.now_ms = rh->house->now_ms;
    while (core_timers(&core, 16) > 0) continue;
    uint64_t due_ms = core_next_due(core.txn);
    assert_true(due_ms == 0 || due_ms > core.now_ms);
    remember(rh);
}

static void broken(void *ctx, const char *sentence)
{
    (void)ctx;
    fail_msg("%s", sentence);
}

static void replay(struct house *house)
{
    struct txn *snapshot;
    struct replay_report report;
    assert_int_equal(store_sync(house->store), ERR_OK);
    assert_int_equal(store_commit(house->store), ERR_OK);
    assert_int_equal(reader_open(house->store, &snapshot), ERR_OK);
    assert_int_equal(store_replay(house->store, snapshot, &report), ERR_OK);
    if (report.differing) fail_msg("%s", report.first);
    assert_int_equal(report.facts, journal_head(snapshot));
    assert_true(report.rows > 20);
    reader_close(&snapshot);
}

/* R18: the ledgers hold exactly the facts that name their object, by the descriptors. */
static void ledgers_are_complete(struct house *house)
{
    struct txn *txn = store_txn(house->store);
    uint64_t lines = 0;
    for (uint64_t seq = 1; seq <= journal_head(txn); seq++) {
        struct fact fact;
        uint64_t calls = 0, tickets = 0;
        assert_true(journal_read(txn, seq, &fact, NULL));
        const struct message *message = fact_desc(fact.type);
        for (size_t i = 0; i < message->n_fields; i++) {
            const struct field *field = &message->fields[i];
            uint64_t id;
            if (field->type != TYPE_call && field->type != TYPE_ticket) continue;
            memcpy(&id, (const char *)&fact.body + field->offset, sizeof id);
            if (id == 0) continue;
            bool of_call = field->type == TYPE_call;
            struct row_trail row = {
                .object = of_call ? object_call : object_ticket, .id = id, .seq = seq};
            assert_true(table_get(txn, TABLE_trail, &row));
            calls += of_call;
            tickets += !of_call;
        }
        /* a link is of two tickets; who rings again has the place of an earlier call */
        assert_true(calls <= 2 && tickets <= 2);
        lines += calls + tickets;
    }
    assert_int_equal(table_count(txn, TABLE_trail), lines);
}

static void anything_in_any_order(void **state)
{
    struct random_house *rh = calloc(1, sizeof *rh);
    assert_non_null(rh);
    rh->house = *state;
    rh->random = getenv("SEED") ? strtoull(getenv("SEED"), NULL, 10) : (uint64_t)time(NULL);
    print_message("SEED=%" PRIu64 "\n", rh->random);
    rh->house->settings.follow_up_tries = 2;
    settle(rh);
    for (int i = 1; i <= STEPS; i++) {
        anything_happens(rh);
        time_passes(rh);
        if (i % 50 == 0) assert_int_equal(store_sync(rh->house->store), ERR_OK);
        if (i % CHECK_EVERY == 0) core_check(store_txn(rh->house->store), broken, NULL);
        if (i % REPLAY_EVERY == 0) replay(rh->house);
    }
    ledgers_are_complete(rh->house);
    unsigned pairs = 0;
    for (int life = 0; life < LIVES; life++)
        for (int from = 0; from < EVENTS_MAX; from++)
            for (int event = 0; event < EVENTS_MAX; event++) pairs += rh->hit[life][from][event];
    print_message("%u done, %u refused, %u moves of tickets and agents seen\n", rh->done,
                  rh->refused, pairs);
    assert_true(rh->done > STEPS / 20 && rh->refused > STEPS / 20);
    assert_true(pairs > 32);
    free(rh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {HOUSE_TEST(anything_in_any_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
