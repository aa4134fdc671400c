/* The live figures against a recount that reads nothing but the journal. */
#include <time.h>

#include "server/core/tally_calls.h"
#include "tests/unit/query/house.h"

enum { STEPS = 3000, CALLS = 4000, TICKETS = 1000, PEOPLE = 32 };

struct recount {
    struct rec_minute_item minutes[60];
    struct rec_wall wall;
    uint64_t midnight_ms;
    uint64_t all_answered, all_abandoned, archived;
    struct {
        uint64_t waiting_queue, answered, order_ms;
    } calls[CALLS];
    struct {
        uint64_t state, overdue;
    } tickets[TICKETS];
    struct {
        uint64_t state, since_ms;
    } agents[PEOPLE];
};

static void count(struct recount *recount, uint64_t at_ms, size_t in_minute, uint64_t *today)
{
    if (at_ms >= recount->midnight_ms) ++*today;
    uint64_t now = recount->wall.now_ms / MINUTE, then = at_ms / MINUTE;
    if (now - then >= 60) return;
    char *minute = (char *)&recount->minutes[59 - (now - then)];
    ++*(uint64_t *)(void *)(minute + in_minute);
}

#define COUNT(recount, fact, figure)                                                               \
    count((recount), (fact)->at_ms, offsetof(struct rec_minute_item, figure),                      \
          &(recount)->wall.figure)

static void recount_call(struct recount *recount, const struct fact *fact)
{
    const union fact_body *body = &fact->body;
    switch ((int)fact->type) {
    case fact_type_call_arrived:
        COUNT(recount, fact, arrived);
        if (body->call_arrived.order_ms)
            recount->calls[body->call_arrived.call].waiting_queue = body->call_arrived.queue;
        recount->calls[body->call_arrived.call].order_ms = fact->at_ms;
        break;
    case fact_type_call_offered:
        recount->calls[body->call_offered.call].waiting_queue = 0;
        break;
    case fact_type_call_lapsed:
        recount->calls[body->call_lapsed.call].waiting_queue = body->call_lapsed.queue;
        break;
    case fact_type_call_requeued:
        recount->calls[body->call_requeued.call].waiting_queue = body->call_requeued.queue;
        break;
    case fact_type_call_answered:
        if (!body->call_answered.first) break;
        COUNT(recount, fact, answered);
        recount->all_answered++;
        recount->calls[body->call_answered.call].answered = 1;
        if (body->call_answered.wait_ms <= 20000) COUNT(recount, fact, in_target);
        break;
    case fact_type_call_abandoned:
        recount->calls[body->call_abandoned.call].waiting_queue = 0;
        if (recount->calls[body->call_abandoned.call].answered) break;
        COUNT(recount, fact, abandoned);
        recount->all_abandoned++;
        break;
    }
}

static void recount_fact(struct recount *recount, const struct fact *fact)
{
    recount_call(recount, fact);
    const union fact_body *body = &fact->body;
    if (fact->type == fact_type_agent_moved) {
        recount->agents[body->agent_moved.person].state = body->agent_moved.to;
        recount->agents[body->agent_moved.person].since_ms = fact->at_ms;
    }
    if (fact->type == fact_type_ticket_saved && body->ticket_saved.event == ticket_event_open)
        recount->tickets[body->ticket_saved.ticket].state = ticket_state_draft;
    if (fact->type == fact_type_ticket_moved) {
        recount->tickets[body->ticket_moved.ticket].state = body->ticket_moved.to;
        if (body->ticket_moved.event == ticket_event_redo)
            recount->tickets[body->ticket_moved.ticket].overdue = 0;
    }
    if (fact->type == fact_type_ticket_overdue)
        recount->tickets[body->ticket_overdue.ticket].overdue = 1;
}

static void recount_journal(struct house *house, struct recount *recount)
{
    memset(recount, 0, sizeof *recount);
    recount->wall.now_ms = house->now_ms;
    struct txn *txn = store_txn(house->store);
    recount->midnight_ms = tally_day(txn, house->now_ms);
    for (uint64_t seq = 1; seq <= journal_head(txn); seq++) {
        struct fact fact;
        assert_true(journal_read(txn, seq, &fact, NULL));
        recount_fact(recount, &fact);
    }
    for (size_t i = 0; i < TICKETS; i++) {
        uint64_t state = recount->tickets[i].state;
        recount->archived += state == ticket_state_archived;
        if (state == 0 || state == ticket_state_rejected || state == ticket_state_archived)
            continue;
        recount->wall.open++;
        recount->wall.overdue += recount->tickets[i].overdue;
    }
    for (size_t i = 0; i < PEOPLE; i++)
        recount->wall.talking += recount->agents[i].state == agent_state_talking;
}

static void compare(struct house *house, const struct recount *recount)
{
    struct rec_wall wall;
    assert_int_equal(ASK(house, &house->lead, wall_show, &wall, 0), REJECT_OK);
    assert_int_equal(wall.arrived, recount->wall.arrived);
    assert_int_equal(wall.answered, recount->wall.answered);
    assert_int_equal(wall.in_target, recount->wall.in_target);
    assert_int_equal(wall.abandoned, recount->wall.abandoned);
    assert_int_equal(wall.open, recount->wall.open);
    assert_int_equal(wall.overdue, recount->wall.overdue);
    assert_int_equal(wall.talking, recount->wall.talking);
    assert_int_equal(wall.target_s, 20);
    assert_int_equal(wall.head, journal_head(store_txn(house->store)));
    assert_int_equal(wall.hour.n, 60);
    for (size_t i = 0; i < 60; i++) {
        const struct rec_minute_item *is = (const struct rec_minute_item *)wall.hour.items + i;
        const struct rec_minute_item *should = &recount->minutes[i];
        assert_int_equal(is->start_ms, (house->now_ms / MINUTE - 59 + i) * MINUTE);
        assert_int_equal(is->arrived, should->arrived);
        assert_int_equal(is->answered, should->answered);
        assert_int_equal(is->in_target, should->in_target);
        assert_int_equal(is->abandoned, should->abandoned);
    }
    const struct rec_queue_item *queues = wall.queues.items;
    assert_int_equal(wall.queues.n, 2);
    for (size_t line = 0; line < 2; line++) {
        uint64_t waiting = 0, oldest_ms = 0;
        for (size_t call = 0; call < CALLS; call++) {
            if (recount->calls[call].waiting_queue != line + 1) continue;
            uint64_t order_ms = recount->calls[call].order_ms;
            if (waiting++ == 0 || order_ms < oldest_ms) oldest_ms = order_ms;
        }
        assert_string_equal(queues[line].line.s, line ? "12315" : "12345");
        assert_int_equal(queues[line].waiting, waiting);
        assert_int_equal(queues[line].oldest_ms, oldest_ms);
    }
    const struct rec_agent_item *agents = wall.agents.items;
    assert_int_equal(wall.agents.n, 3);
    static const char *const numbers[] = {"9", "101", "102"};
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(agents[i].number.s, numbers[i]);
        assert_int_equal(agents[i].state, recount->agents[agents[i].person].state);
        assert_int_equal(agents[i].since_ms, recount->agents[agents[i].person].since_ms);
    }
    struct rec_status status;
    assert_int_equal(ASK(house, &house->console, status, &status, 0), REJECT_OK);
    assert_int_equal(status.answered, recount->all_answered);
    assert_int_equal(status.abandoned, recount->all_abandoned);
    assert_int_equal(status.waiting, queues[0].waiting + queues[1].waiting);
    assert_int_equal(status.open, wall.open);
    assert_int_equal(status.archived, recount->archived);
}

static uint64_t draw(uint64_t below)
{
    return (uint64_t)random() % below;
}

/* Anything, by anybody; what the rules refuse does nothing. */
#define TRY(house, who, name, ...)                                                                 \
    house_step((house), (who), request_##name, &(struct req_##name){__VA_ARGS__})

static void anything_happens(struct house *house, uint64_t calls, uint64_t tickets)
{
    const struct who *ops[] = {&house->op1, &house->op2, &house->op3};
    const struct who *op = ops[draw(3)];
    uint64_t call = 1 + draw(calls + 1), ticket = 1 + draw(tickets + 1);
    struct row_agent agent;
    if (draw(4) && agent_get(store_txn(house->store), op->person, &agent) && agent.call)
        call = agent.call;
    switch (draw(12)) {
    case 0:
    case 1:
        TRY(house, &house->trunk, call_arrive, .line = code_of(draw(3) ? "12345" : "12315"));
        break;
    case 2:
        TRY(house, &house->trunk, call_hang_up, .call = call);
        break;
    case 3:
    case 4:
    case 5:
        TRY(house, op, call_answer, .call = call);
        break;
    case 6:
        TRY(house, op, call_end, .call = call);
        break;
    case 7:
    case 8:
        TRY(house, op, agent_ready, 0);
        break;
    case 9:
        if (draw(2))
            TRY(house, op, call_transfer, .call = call, .to = code_of("102"));
        else
            TRY(house, op, call_transfer, .call = call, .queue = code_of("12315"));
        break;
    case 10:
        if (draw(3) == 0) house_dispatched(house, op, draw(2) ? "u1" : "u2");
        break;
    case 11: {
        TRY(house, &house->unit1, ticket_sign, .ticket = ticket);
        TRY(house, &house->unit1, ticket_reply, .ticket = ticket, .reply = slice_of("已经处理完毕"),
            REPLY_PARTS);
        if (draw(2)) TRY(house, &house->approver1, ticket_pass, .ticket = ticket);
        uint64_t outcome = 1 + draw(4);
        TRY(house, op, ticket_follow_up, .ticket = ticket, .outcome = outcome,
            .solved = outcome == outcome_unreachable ? 0 : 1 + draw(3));
        TRY(house, &house->desk, ticket_redo, .ticket = ticket, .reason = slice_of("again"));
        break;
    }
    }
}

static uint64_t last_of(struct house *house, enum object object)
{
    struct row_counter row;
    return counter_get(store_txn(house->store), object, &row) ? row.last : 0;
}

static void figures_equal_a_recount(void **state)
{
    struct house *house = *state;
    unsigned seed = (unsigned)time(NULL);
    if (getenv("SEED")) seed = (unsigned)strtoul(getenv("SEED"), NULL, 10);
    print_message("SEED=%u\n", seed);
    srandom(seed);
    house_limit_hours(house, 1);
    uint64_t noon = house->now_ms;
    struct recount *recount = malloc(sizeof *recount);
    assert_non_null(recount);
    for (int i = 1; i <= STEPS; i++) {
        anything_happens(house, last_of(house, object_call), last_of(house, object_ticket));
        /* Noon to the small hours, so that midnight comes between. */
        house_pass(house, draw(50) ? draw(3) * draw(12000) : draw(20 * MINUTE));
        if (i % 100 == 0) house_sync(house);
        if (i % 150 != 0) continue;
        recount_journal(house, recount);
        compare(house, recount);
    }
    print_message("answered=%d abandoned=%d overdue=%d archived=%d\n", (int)recount->all_answered,
                  (int)recount->all_abandoned, (int)recount->wall.overdue, (int)recount->archived);
    assert_true(tally_day(store_txn(house->store), house->now_ms) > noon);
    assert_true(recount->all_answered > 20);
    assert_true(recount->all_abandoned > 20);
    assert_true(recount->wall.overdue > 0 && recount->archived > 0);
    free(recount);
}

static void midnight_begins_anew(void **state)
{
    struct house *house = *state;
    uint64_t midnight = tally_day(store_txn(house->store), house->now_ms) + UINT64_C(24) * 60 * MINUTE;
    house_pass(house, midnight - 1 - house->now_ms);
    house_ring(house, "12345", "");
    struct rec_wall wall;
    ASK(house, &house->lead, wall_show, &wall, 0);
    assert_int_equal(wall.arrived, 1);
    house_pass(house, 1);
    ASK(house, &house->lead, wall_show, &wall, 0);
    assert_int_equal(wall.arrived, 0);
    assert_int_equal(((const struct rec_minute_item *)wall.hour.items)[58].arrived, 1);
    house_ring(house, "12345", "");
    ASK(house, &house->lead, wall_show, &wall, 0);
    assert_int_equal(wall.arrived, 1);
}

/* The summary for publication is asked by nobody: it holds no names, and none can be published. */
static void the_summary_has_no_words(void **state)
{
    struct house *house = *state;
    struct query query = {&house->settings, store_txn(house->store), NULL, house->now_ms, NULL,
                          &house->answers};
    struct rec_wall wall;
    query_wall(&query, &wall);
    assert_int_equal(wall.agents.n, 3);
    assert_false(answer_holds(request_wall_show, &wall, "员"));
    ASK(house, &house->lead, wall_show, &wall, 0);
    assert_true(answer_holds(request_wall_show, &wall, "员101"));
}

static void who_i_am(void **state)
{
    struct house *house = *state;
    struct rec_me me;
    assert_int_equal(ASK(house, &house->op1, me_show, &me, 0), REJECT_OK);
    assert_string_equal(me.number.s, "101");
    assert_true(slice_is(me.name, "员101"));
    assert_int_equal(me.state, agent_state_break);
    assert_int_equal(me.reason, break_reason_start);
    assert_string_equal(me.station.s, "101");
    DO(house, &house->op1, ticket_save, .matter = slice_of("x"));
    house_ticket(house, &house->op1, 0);
    house_ready(house, &house->op1);
    uint64_t call = house_ring(house, "12345", "");
    ASK(house, &house->op1, me_show, &me, 0);
    assert_int_equal(me.state, agent_state_offered);
    assert_int_equal(me.call, call);
    assert_int_equal(me.drafts, 1);
    assert_int_equal(me.now_ms, house->now_ms);
    assert_int_equal(me.head, journal_head(store_txn(house->store)));
    ASK(house, &house->unit2, me_show, &me, 0);
    assert_true(slice_is(me.unit_name, "水务局"));
    assert_int_equal(me.state, 0);
    assert_int_equal(ASK(house, &house->console, me_show, &me, 0), REJECT_NO_SUCH);
    struct rec_hello hello;
    assert_int_equal(ASK(house, &(struct who){0}, hello, &hello, 0), REJECT_OK);
    assert_int_equal(hello.now_ms, house->now_ms);
    assert_true(hello.version.n > 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, house_setup, house_teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(figures_equal_a_recount),
        TEST(midnight_begins_anew),
        TEST(the_summary_has_no_words),
        TEST(who_i_am),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
