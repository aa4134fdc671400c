/* Callbacks, outbound lists and barred numbers as they are answered: numbers in clear to who is to
 * ring them, masked to who plans, not at all to all others. */
#include "tests/unit/query/house.h"

#define CALLER "13912345678"
#define CALLER_MASKED "139****5678"
#define OTHER "13787654321"
#define OTHER_MASKED "137****4321"
#define CONTACT "13655557777"
#define CONTACT_MASKED "136****7777"
#define BARRED "13511112222"
#define BARRED_MASKED "135****2222"

static uint64_t waits(struct house *house, const char *from)
{
    return DO(house, &house->trunk, call_arrive, .line = code_of("12345"), .from = slice_of(from));
}

static const struct rec_callback_item *callbacks(struct house *house, const struct who *who,
                                                 struct rec_callback_page *page)
{
    assert_int_equal(ASK(house, who, callback_list, page, .after = 0), REJECT_OK);
    return page->rows.items;
}

/* In the order of the places kept, which is not that of the promises. */
static void callbacks_are_listed_in_their_order(void **state)
{
    struct house *house = *state;
    struct rec_callback_page page;
    uint64_t first = waits(house, CALLER);
    house->now_ms += 1000;
    uint64_t second = waits(house, "");
    DO(house, &house->lead, call_promise, .call = second, .number = slice_of(OTHER));
    DO(house, &house->trunk, call_promise, .call = first);
    const struct rec_callback_item *rows = callbacks(house, &house->op1, &page);
    assert_int_equal(page.rows.n, 2);
    assert_int_equal(rows[0].call, first);
    assert_int_equal(rows[0].order_ms + 1000, rows[1].order_ms);
    assert_int_equal(rows[0].state, call_state_callback);
    assert_string_equal(rows[0].queue.s, "12345");
    assert_true(slice_is(rows[0].number, CALLER_MASKED));
    assert_true(slice_is(rows[1].number, OTHER_MASKED));
    callbacks(house, &house->lead, &page);
    assert_true(answer_holds(request_callback_list, &page, CALLER_MASKED));
    assert_false(answer_holds(request_callback_list, &page, CALLER));

    /* page by page; the place of one that is gone meanwhile still counts */
    assert_int_equal(ASK(house, &house->lead, callback_list, &page, .most = 1), REJECT_OK);
    assert_int_equal(page.next, first);
    DO(house, &house->lead, call_withdraw, .call = first, .reason = slice_of("done"));
    assert_int_equal(ASK(house, &house->lead, callback_list, &page, .after = first), REJECT_OK);
    assert_int_equal(page.rows.n, 1);
    assert_int_equal(((const struct rec_callback_item *)page.rows.items)->call, second);

    /* its agent and its attempts */
    DO(house, &house->op1, agent_ready, 0);
    DO(house, &house->op1, call_answer, .call = second);
    rows = callbacks(house, &house->op2, &page);
    assert_int_equal(rows[0].state, call_state_dialing);
    assert_string_equal(rows[0].agent.s, "101");
    DO(house, &house->op1, call_failed, .call = second, .reason = fail_reason_busy);
    rows = callbacks(house, &house->op2, &page);
    assert_int_equal(rows[0].tries, 1);
    assert_true(rows[0].open_ms > house->now_ms);
    assert_string_equal(rows[0].agent.s, "");
}

static uint64_t list_with_contact(struct house *house)
{
    DO(house, &house->lead, outbound_add, .code = code_of("L1"), .name = slice_of("招聘"),
       .kind = outbound_kind_recruiting, .from_ms = house->now_ms,
       .until_ms = house->now_ms + 60 * MINUTE, .line = code_of("12345"),
       .script = slice_of("您好"));
    return DO(house, &house->lead, outbound_enter, .code = code_of("L1"),
              .phone = slice_of(CONTACT), .name = slice_of("张三丰"),
              .note = slice_of("canary note"));
}

static void contact_is_seen(struct house *house, const struct who *who, uint64_t contact,
                            const char *phone, const char *name, const char *note)
{
    struct rec_contact_card card;
    assert_int_equal(ASK(house, who, outbound_show, &card, .contact = contact), REJECT_OK);
    assert_true(slice_is(card.phone, phone));
    assert_true(slice_is(card.name, name));
    assert_true(slice_is(card.note, note));
    assert_string_equal(card.list.s, "L1");
    assert_true(slice_is(card.script, "您好"));
}

/* In clear only to the operator who has taken it, for as long as it is theirs. */
static void contacts_are_masked(void **state)
{
    struct house *house = *state;
    struct rec_contact_page page;
    struct rec_outbound_page lists;
    uint64_t contact = list_with_contact(house);
    contact_is_seen(house, &house->op1, contact, "", "", "");
    contact_is_seen(house, &house->lead, contact, CONTACT_MASKED, "张**", "canary note");
    contact_is_seen(house, &house->desk, contact, CONTACT_MASKED, "张**", "canary note");
    DO(house, &house->op1, outbound_next, .code = code_of("L1"));
    contact_is_seen(house, &house->op1, contact, CONTACT, "张三丰", "canary note");
    contact_is_seen(house, &house->op2, contact, "", "", "");
    uint64_t call = DO(house, &house->op1, call_dial, .contact = contact, .line = code_of("12345"));
    DO(house, &house->op1, call_reached, .call = call);
    DO(house, &house->op1, outbound_result, .contact = contact, .result = contact_result_reached,
       .note = slice_of("canary said"));
    /* done, and still talking */
    contact_is_seen(house, &house->op1, contact, CONTACT, "张三丰", "canary note");
    DO(house, &house->op1, call_end, .call = call);
    DO(house, &house->op1, agent_ready, 0);
    contact_is_seen(house, &house->op1, contact, "", "", "");

    assert_int_equal(ASK(house, &house->lead, outbound_contacts, &page, .code = code_of("L1")),
                     REJECT_OK);
    const struct rec_contact_item *item = page.rows.items;
    assert_int_equal(page.rows.n, 1);
    assert_true(slice_is(item->phone, CONTACT_MASKED) && slice_is(item->note, "canary said"));
    assert_string_equal(item->agent.s, "101");
    assert_int_equal(ASK(house, &house->console, outbound_contacts, &page, .code = code_of("L1")),
                     REJECT_OK);
    assert_int_equal(page.rows.n, 1);
    assert_false(answer_holds(request_outbound_contacts, &page, "7777"));
    assert_false(answer_holds(request_outbound_contacts, &page, CANARY));
    assert_int_equal(ASK(house, &house->unit1, outbound_list, &lists, .after = 0), REJECT_OK);
    const struct rec_outbound_item *list = lists.rows.items;
    assert_int_equal(lists.rows.n, 1);
    assert_int_equal(list->contacts, 1);
    assert_int_equal(list->open, 0);
    assert_int_equal(list->reached, 1);
    assert_int_equal(list->connected, 1);
}

static void barred_numbers_are_masked(void **state)
{
    struct house *house = *state;
    struct rec_no_call_page page;
    DO(house, &house->op1, no_call_add, .phone = slice_of(BARRED), .reason = slice_of("canary"));
    assert_int_equal(ASK(house, &house->lead, no_call_list, &page, .after = 0), REJECT_OK);
    const struct rec_no_call_item *item = page.rows.items;
    assert_int_equal(page.rows.n, 1);
    assert_true(slice_is(item->phone, BARRED_MASKED) && slice_is(item->reason, "canary"));
    assert_string_equal(item->by.s, "101");
    assert_int_equal(item->at_ms, house->now_ms);
    assert_int_equal(ASK(house, &house->console, no_call_list, &page, .after = 0), REJECT_OK);
    assert_int_equal(page.rows.n, 1);
    assert_false(answer_holds(request_no_call_list, &page, "2222"));
    assert_false(answer_holds(request_no_call_list, &page, CANARY));
}

/* Nobody else is granted any of it, whatever role they have; no role is granted a number in clear
 * by being that role. */
static void rights_by_role(void **state)
{
    struct house *house = *state;
    struct txn *txn = store_txn(house->store);
    struct row_contact contact;
    uint64_t id = list_with_contact(house);
    assert_true(contact_get(txn, id, &contact));
    for (uint64_t role = role_operator; role <= role_trunk; role++) {
        const struct who who = {.person = 99, .session = 1, .station = 1, .roles = ROLE_BIT(role)};
        bool rings = role == role_operator, leads = role == role_lead;
        bool plans = leads || role == role_desk;
        assert_int_equal(may_callback(&who, VERB_READ_MASKED, call_event_none), rings || leads);
        assert_int_equal(may_callback(&who, VERB_ACT, call_event_promise),
                         rings || leads || role == role_trunk);
        assert_int_equal(may_callback(&who, VERB_ACT, call_event_withdraw), leads);
        assert_false(may_callback(&who, VERB_ACT, call_event_end));
        assert_false(may_callback(&who, VERB_READ_CALLER, call_event_none));
        assert_int_equal(may_contact(txn, &who, VERB_READ_MASKED, &contact), plans);
        assert_int_equal(may_contact(txn, &who, VERB_READ, &contact), plans);
        assert_false(may_contact(txn, &who, VERB_READ_CALLER, &contact));
        assert_false(may_contact(txn, &who, VERB_ACT, &contact));
        assert_int_equal(may_no_call(&who, VERB_READ_MASKED), plans);
        assert_int_equal(may_no_call(&who, VERB_SEE), plans || role == role_admin);
        assert_false(may_no_call(&who, VERB_READ_CALLER));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(callbacks_are_listed_in_their_order, house_setup,
                                        house_teardown),
        cmocka_unit_test_setup_teardown(contacts_are_masked, house_setup, house_teardown),
        cmocka_unit_test_setup_teardown(barred_numbers_are_masked, house_setup, house_teardown),
        cmocka_unit_test_setup_teardown(rights_by_role, house_setup, house_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
