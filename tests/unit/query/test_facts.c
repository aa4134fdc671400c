#include "tests/unit/query/house.h"

/* From the first ring to the archive, with words at every step. */
static uint64_t whole_life(struct house *house)
{
    house_ready(house, &house->op1);
    uint64_t call = house_ring(house, "12345", CANARY_PHONE);
    house->now_ms += 5000;
    DO(house, &house->op1, call_answer, .call = call);
    uint64_t ticket = house_ticket(house, &house->op1, call);
    /* A second matter of the same call has a ledger of its own. */
    DO(house, &house->op1, ticket_save, .call = call, .matter = slice_of("canary second"));
    DO(house, &house->trunk, call_hang_up, .call = call);
    DO(house, &house->op1, ticket_amend, .ticket = ticket, .version = version_of(house, ticket),
       .matter = slice_of("canary amended"), .reason = slice_of("canary reason"));
    DO(house, &house->op1, ticket_dispatch, .ticket = ticket, .unit = code_of("u1"),
       .note = slice_of("canary note"));
    DO(house, &house->unit1, ticket_sign, .ticket = ticket);
    DO(house, &house->unit1, ticket_reply, .ticket = ticket, .reply = slice_of("canary reply"),
       REPLY_PARTS);
    DO(house, &house->approver1, ticket_pass, .ticket = ticket, .note = slice_of("canary agreed"));
    struct req_ticket_reveal reveal = {.ticket = ticket, .reason = slice_of("canary reveal")};
    house_do(house, &house->desk, request_ticket_reveal, &reveal);
    DO(house, &house->op2, ticket_follow_up, .ticket = ticket, .outcome = outcome_satisfied,
       .solved = solved_yes, .grade = grade_satisfied, .opinion = slice_of("canary opinion"));
    return ticket;
}

static void the_ledger_is_whole(void **state)
{
    struct house *house = *state;
    uint64_t ticket = whole_life(house);
    struct rec_history_page page;
    assert_int_equal(ASK(house, &house->op1, ticket_history, &page, .ticket = ticket), REJECT_OK);
    const struct rec_history_item *items = page.rows.items;
    assert_true(slice_is(items[0].fact, "call_arrived"));
    assert_string_equal(items[0].by.s, "601");
    assert_string_equal(items[0].station.s, "601");
    uint64_t words = 0, state_before = 0, opened = 0;
    for (size_t i = 0; i < page.rows.n; i++) {
        if (i) assert_true(items[i].seq > items[i - 1].seq && items[i].at_ms >= items[i - 1].at_ms);
        assert_true(slice_is(items[i].fact, "call_arrived") || items[i].words.n == 0 ||
                    strncmp(items[i].words.p, CANARY, 6) == 0);
        words += items[i].words.n != 0;
        opened += items[i].event == ticket_event_open;
        if (slice_is(items[i].fact, "ticket_moved")) {
            if (state_before) assert_int_equal(items[i].from, state_before);
            state_before = items[i].to;
        }
    }
    assert_int_equal(opened, 1);
    assert_int_equal(state_before, ticket_state_archived);
    assert_int_equal(words, 6); /* amend, dispatch, reply, pass, reveal, opinion */
    assert_false(answer_holds(request_ticket_history, &page, CANARY_PHONE));
    assert_false(answer_holds(request_ticket_history, &page, CANARY_NAME));
    /* Page by page the same. */
    size_t n = page.rows.n, seen = 0;
    uint64_t seqs[100], after = 0;
    for (size_t i = 0; i < n; i++) seqs[i] = items[i].seq;
    do {
        assert_int_equal(ASK(house, &house->op1, ticket_history, &page, .ticket = ticket, .most = 3,
                             .after = after),
                         REJECT_OK);
        for (size_t i = 0; i < page.rows.n; i++)
            assert_int_equal(((const struct rec_history_item *)page.rows.items)[i].seq,
                             seqs[seen++]);
        after = page.next;
    } while (after);
    assert_int_equal(seen, n);
}

static void the_ledger_by_role(void **state)
{
    struct house *house = *state;
    uint64_t ticket = whole_life(house);
    struct rec_history_page page;
    assert_int_equal(ASK(house, &house->lead, ticket_history, &page, .ticket = ticket), REJECT_OK);
    assert_true(page.rows.n > 10);
    assert_false(answer_holds(request_ticket_history, &page, CANARY));
    assert_int_equal(ASK(house, &house->unit1, ticket_history, &page, .ticket = ticket), REJECT_OK);
    assert_true(answer_holds(request_ticket_history, &page, "canary note"));
    assert_int_equal(ASK(house, &house->unit2, ticket_history, &page, .ticket = ticket),
                     REJECT_DENIED);
    assert_int_equal(ASK(house, &house->trunk, ticket_history, &page, .ticket = ticket),
                     REJECT_DENIED);
    assert_int_equal(ASK(house, &house->op1, ticket_history, &page, .ticket = 77), REJECT_NO_SUCH);
}

static bool fact_holds(const struct rec_fact_item *item, const char *text)
{
    return memmem(item->fact.p, item->fact.n, text, strlen(text)) != NULL;
}

static void published_facts_have_no_words(void **state)
{
    struct house *house = *state;
    uint64_t ticket = whole_life(house), seq = 0, after = 0;
    struct row_ticket row;
    assert_true(ticket_get(store_txn(house->store), ticket, &row));
    do {
        struct rec_fact_page page;
        assert_int_equal(ASK(house, &house->trunk, facts_since, &page, .after = after, .most = 9),
                         REJECT_OK);
        const struct rec_fact_item *items = page.rows.items;
        for (size_t i = 0; i < page.rows.n; i++) {
            assert_int_equal(items[i].seq, ++seq); /* no gap */
            static const char *const canaries[] = {CANARY, CANARY_PHONE, "5678", "张三",
                                                   "员10", "argon",      "市民", "噪声"};
            for (size_t c = 0; c < sizeof canaries / sizeof *canaries; c++)
                if (fact_holds(&items[i], canaries[c]))
                    fail_msg("%s in fact %d", canaries[c], (int)seq);
            assert_null(memmem(items[i].fact.p, items[i].fact.n, row.caller.b, 32));
            struct fact fact;
            assert_int_equal(fact_decode(items[i].fact, &fact), ERR_OK);
            if (fact.type == fact_type_session_opened) {
                static const struct h32 none;
                assert_memory_equal(&fact.body.session_opened.token, &none, sizeof none);
            }
        }
        after = page.next;
        assert_int_equal(page.head, seq);
    } while (after);
    assert_int_equal(seq, journal_head(store_txn(house->store)));
}

static void a_topic_is_a_part_of_all(void **state)
{
    struct house *house = *state;
    whole_life(house);
    struct txn *txn = store_txn(house->store);
    char name[LIMIT_CODE + 1];
    snprintf(name, sizeof name, "p%d", (int)house->op1.person);
    struct code topic = code_of(name);
    size_t expected = 0;
    for (uint64_t seq = 1; seq <= journal_head(txn); seq++) {
        struct fact fact;
        struct topic topics[FACT_TOPICS_MAX];
        assert_true(journal_read(txn, seq, &fact, NULL));
        size_t n = fact_topics(&fact, topics);
        for (size_t i = 0; i < n; i++)
            expected += strcmp(topics[i].s, strcat(strcpy(name, topic.s), ".")) == 0;
    }
    struct rec_fact_page page;
    assert_int_equal(ASK(house, &house->lead, facts_since, &page, .topic = topic), REJECT_OK);
    assert_true(expected > 3);
    assert_int_equal(page.rows.n, expected);
    assert_int_equal(page.head, journal_head(txn));
    assert_int_equal(page.next, 0);
    ASK(house, &house->lead, facts_since, &page, .topic = code_of(name));
    assert_int_equal(page.rows.n, expected);
    ASK(house, &house->lead, facts_since, &page, .topic = code_of("p"));
    assert_int_equal(page.rows.n, 0);
    ASK(house, &house->lead, facts_since, &page, .topic = code_of("f"), .most = 200);
    assert_true(page.rows.n > expected);
    /* Behind the end there is nothing, and the client learns where the end is. */
    ASK(house, &house->lead, facts_since, &page, .after = 1000000);
    assert_int_equal(page.rows.n + page.next, 0);
    assert_int_equal(page.head, journal_head(txn));
}

static void a_page_does_not_search_for_ever(void **state)
{
    struct house *house = *state;
    for (int i = 0; i < 3000; i++) {
        DO(house, &house->op1, agent_pause, .reason = break_reason_rest);
        DO(house, &house->op2, agent_pause, .reason = break_reason_rest);
        if (i % 500 == 0) house_sync(house);
    }
    struct rec_fact_page page;
    uint64_t after = 0, pages = 0, head = journal_head(store_txn(house->store));
    do {
        assert_int_equal(
            ASK(house, &house->op1, facts_since, &page, .topic = code_of("l999"), .after = after),
            REJECT_OK);
        assert_int_equal(page.rows.n, 0);
        assert_true(page.head > after && (page.next == page.head || page.head == head));
        after = page.next;
        pages++;
    } while (after);
    assert_int_equal(pages, 2);
}

static void the_export_is_the_chain(void **state)
{
    struct house *house = *state;
    whole_life(house);
    struct txn *txn = store_txn(house->store);
    uint64_t after = 0, seq = 0;
    do {
        struct rec_fact_page page;
        assert_int_equal(
            ASK(house, &house->console, journal_export, &page, .after = after, .most = 11),
            REJECT_OK);
        const struct rec_fact_item *items = page.rows.items;
        for (size_t i = 0; i < page.rows.n; i++) {
            struct slice bytes;
            struct h32 hash = {{0}};
            assert_int_equal(items[i].seq, ++seq);
            assert_true(journal_bytes(txn, seq, &bytes));
            assert_true(slice_equal(bytes, items[i].fact));
            if (seq > 1) {
                assert_true(journal_hash(txn, seq - 1, &hash));
                assert_memory_equal(&hash, &items[i].prev, sizeof hash);
            }
            assert_false(fact_holds(&items[i], CANARY));
            assert_false(fact_holds(&items[i], CANARY_PHONE));
        }
        after = page.next;
    } while (after);
    assert_int_equal(seq, journal_head(txn));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, house_setup, house_teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_ledger_is_whole),
        TEST(the_ledger_by_role),
        TEST(published_facts_have_no_words),
        TEST(a_topic_is_a_part_of_all),
        TEST(a_page_does_not_search_for_ever),
        TEST(the_export_is_the_chain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
