#include "tests/unit/query/house.h"

static void masked_by_role(void **state)
{
    struct house *house = *state;
    uint64_t ticket = house_dispatched(house, &house->op1, "u1");
    const struct {
        const struct who *who;
        bool read, reveal;
    } roles[] = {
        {&house->op1, true, true},    {&house->op2, true, true},
        {&house->desk, true, true},   {&house->inspector, true, true},
        {&house->unit1, true, true},  {&house->approver1, true, true},
        {&house->lead, false, false}, {&house->console, false, false},
    };
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        struct rec_ticket_card card;
        assert_int_equal(ASK(house, roles[i].who, ticket_show, &card, .ticket = ticket), REJECT_OK);
        assert_int_equal(card.state, ticket_state_dispatched);
        assert_string_equal(card.unit.s, "u1");
        assert_string_equal(card.owner.s, "101");
        assert_true(slice_is(card.subject_name, "噪声"));
        assert_false(answer_holds(request_ticket_show, &card, CANARY_PHONE));
        assert_false(answer_holds(request_ticket_show, &card, CANARY_NAME));
        assert_false(answer_holds(request_ticket_show, &card, CANARY_ADDRESS));
        assert_int_equal(answer_holds(request_ticket_show, &card, CANARY), roles[i].read);
        assert_int_equal(card.masked, roles[i].reveal);
        if (!roles[i].read) {
            assert_int_equal(card.phone.n + card.name.n + card.address.n, 0);
            continue;
        }
        assert_true(slice_is(card.phone, "139****5678"));
        assert_memory_equal(card.name.p, "张*", 4);
        assert_true(slice_is(card.address, "canary***"));
        assert_true(slice_is(card.matter, CANARY_MATTER));
        assert_true(slice_is(card.note, "canary note"));
    }
    struct rec_ticket_card card;
    assert_int_equal(ASK(house, &house->unit2, ticket_show, &card, .ticket = ticket),
                     REJECT_DENIED);
    assert_int_equal(ASK(house, &house->trunk, ticket_show, &card, .ticket = ticket),
                     REJECT_DENIED);
    assert_int_equal(ASK(house, &house->op1, ticket_show, &card, .ticket = 999), REJECT_NO_SUCH);
    assert_string_equal(house->fault.field, "ticket");
}

static void ones_own_draft_is_unmasked(void **state)
{
    struct house *house = *state;
    uint64_t ticket = DO(house, &house->op1, ticket_save, .phone = slice_of(CANARY_PHONE),
                         .name = slice_of(CANARY_NAME), .address = slice_of(CANARY_ADDRESS));
    struct rec_ticket_card card;
    assert_int_equal(ASK(house, &house->op1, ticket_show, &card, .ticket = ticket), REJECT_OK);
    assert_true(slice_is(card.phone, CANARY_PHONE));
    assert_true(slice_is(card.name, CANARY_NAME));
    assert_true(slice_is(card.address, CANARY_ADDRESS));
    assert_int_equal(card.masked, 0);
    assert_int_equal(ASK(house, &house->op2, ticket_show, &card, .ticket = ticket), REJECT_OK);
    assert_true(slice_is(card.phone, "139****5678"));
    assert_int_equal(card.masked, 1);
}

#define EVENT(name) (UINT64_C(1) << ticket_event_##name)
/* What may be linked, merged or split when is another test's. */
#define LINKS (EVENT(link) | EVENT(merge) | EVENT(split))

static uint64_t events_of(struct house *house, const struct who *who, uint64_t ticket)
{
    struct rec_ticket_card card;
    assert_int_equal(ASK(house, who, ticket_show, &card, .ticket = ticket), REJECT_OK);
    return card.events & ~LINKS;
}

static void events_are_what_this_person_may_do_now(void **state)
{
    struct house *house = *state;
    uint64_t ticket = DO(house, &house->op1, ticket_save, .type = ticket_type_help,
                         .subject = code_of("s1"), .matter = slice_of("x"));
    assert_int_equal(events_of(house, &house->op1, ticket),
                     EVENT(save) | EVENT(register) | EVENT(fill) | EVENT(walk));
    assert_int_equal(events_of(house, &house->op2, ticket), 0);
    DO(house, &house->op1, ticket_register, .ticket = ticket, .version = 1);
    const uint64_t registered = EVENT(amend) | EVENT(refuse) | EVENT(answer) | EVENT(promise) |
                                EVENT(dispatch) | EVENT(refer) | EVENT(tell) | EVENT(consult) |
                                EVENT(fill);
    assert_int_equal(events_of(house, &house->op1, ticket), registered | EVENT(walk));
    assert_int_equal(events_of(house, &house->desk, ticket), registered);
    assert_int_equal(events_of(house, &house->lead, ticket), 0);
    DO(house, &house->op1, ticket_dispatch, .ticket = ticket, .unit = code_of("u1"));
    assert_int_equal(events_of(house, &house->unit1, ticket), EVENT(sign) | EVENT(return ));
    assert_int_equal(events_of(house, &house->approver1, ticket), 0);
    const uint64_t watched = EVENT(bring) | EVENT(direct) | EVENT(supervise);
    assert_int_equal(events_of(house, &house->desk, ticket),
                     EVENT(amend) | EVENT(cosign) | watched);
    DO(house, &house->unit1, ticket_sign, .ticket = ticket);
    const uint64_t works = EVENT(reply) | EVENT(hand_over) | EVENT(plan) | EVENT(progress) |
                           EVENT(on_site) | EVENT(rectified) | EVENT(conference) | EVENT(attempt) |
                           EVENT(consult) | EVENT(acknowledge);
    assert_int_equal(events_of(house, &house->unit1, ticket),
                     works | EVENT(commit) | EVENT(extend));
    const uint64_t desk = EVENT(amend) | EVENT(cosign) | EVENT(conference) | EVENT(attempt) |
                          EVENT(consult) | watched;
    assert_int_equal(events_of(house, &house->desk, ticket), desk);
    struct row_ticket row;
    assert_true(ticket_get(store_txn(house->store), ticket, &row));
    DO(house, &house->unit1, ticket_extend, .ticket = ticket, .note = slice_of("rain"),
       .at_ms = row.due_ms + 1);
    assert_int_equal(events_of(house, &house->unit1, ticket), works | EVENT(commit));
    assert_int_equal(events_of(house, &house->desk, ticket), desk | EVENT(grant) | EVENT(deny));
    DO(house, &house->unit1, ticket_reply, .ticket = ticket, .reply = slice_of("done as asked"),
       REPLY_PARTS);
    assert_int_equal(events_of(house, &house->unit1, ticket), 0);
    assert_int_equal(events_of(house, &house->approver1, ticket), EVENT(pass) | EVENT(send_back));
    assert_int_equal(events_of(house, &house->desk, ticket), watched);
    DO(house, &house->approver1, ticket_pass, .ticket = ticket);
    const uint64_t asks =
        EVENT(satisfied) | EVENT(unsatisfied) | EVENT(unreachable) | EVENT(attempt);
    assert_int_equal(events_of(house, &house->op2, ticket), asks);
    assert_int_equal(events_of(house, &house->desk, ticket), asks | EVENT(irregular));
    DO(house, &house->op2, ticket_follow_up, .ticket = ticket, .outcome = outcome_unsatisfied,
       .solved = solved_no);
    assert_int_equal(events_of(house, &house->op2, ticket), 0);
    assert_int_equal(events_of(house, &house->desk, ticket),
                     EVENT(amend) | EVENT(redo) | EVENT(uphold) | EVENT(bring) | EVENT(direct));
    DO(house, &house->desk, ticket_uphold, .ticket = ticket, .reason = slice_of("right"));
    assert_int_equal(events_of(house, &house->desk, ticket), EVENT(reopen));
    assert_int_equal(events_of(house, &house->lead, ticket), EVENT(reopen));
}

/* A reply that no unit gave cannot go back to one. */
static void a_direct_answer_is_not_irregular(void **state)
{
    struct house *house = *state;
    uint64_t ticket = house_ticket(house, &house->op1, 0);
    DO(house, &house->op1, ticket_answer, .ticket = ticket, .reply = slice_of("bring your papers"));
    assert_int_equal(events_of(house, &house->desk, ticket) & EVENT(irregular), 0);
}

static void scripts(struct house *house)
{
    const struct who *console = &house->console;
    DO(house, console, script_add, .code = code_of("g0"), .kind = script_kind_greeting,
       .body = slice_of("general {agent}"));
    DO(house, console, script_add, .code = code_of("g1"), .kind = script_kind_greeting,
       .line = code_of("12345"),
       .body = slice_of("{caller}{time}好，{line}，{agent}号{name}为您服务"));
    DO(house, console, script_add, .code = code_of("g2"), .kind = script_kind_greeting,
       .line = code_of("12315"), .body = slice_of("not this line"));
    DO(house, console, script_add, .code = code_of("a"), .kind = script_kind_apology,
       .body = slice_of("Good {time}, sorry"));
    DO(house, console, script_add, .code = code_of("c"), .kind = script_kind_closing,
       .body = slice_of("{line}再见"));
    DO(house, console, script_add, .code = code_of("p0"), .kind = script_kind_prompt,
       .body = slice_of("for all"));
    DO(house, console, script_add, .code = code_of("p1"), .kind = script_kind_prompt,
       .line = code_of("12345"), .body = slice_of("own"));
    DO(house, console, script_add, .code = code_of("p2"), .kind = script_kind_prompt,
       .body = slice_of("retired"));
    DO(house, console, script_retire, .code = code_of("p2"));
}

static void the_card_of_a_call(void **state)
{
    struct house *house = *state;
    scripts(house);
    house_ready(house, &house->op1);
    uint64_t call = house_ring(house, "12345", CANARY_PHONE);
    struct rec_call_card card;
    assert_int_equal(ASK(house, &house->op1, call_show, &card, .call = call), REJECT_OK);
    assert_int_equal(card.state, call_state_offered);
    assert_string_equal(card.agent.s, "101");
    assert_true(slice_is(card.from, CANARY_PHONE));
    assert_true(slice_is(card.greeting, "下午好，市民热线，101号员101为您服务"));
    assert_true(slice_is(card.closing, "市民热线再见"));
    assert_int_equal(card.late, 0);
    assert_int_equal(card.apology.n, 0);
    const struct rec_prompt_item *prompts = card.prompts.items;
    assert_int_equal(card.prompts.n, 2);
    assert_true(slice_is(prompts[0].body, "own"));
    assert_true(slice_is(prompts[1].body, "for all"));
    /* Whoever does not have it does not see the number. */
    enum reject other = ASK(house, &house->op2, call_show, &card, .call = call);
    assert_true(other == REJECT_OK || other == REJECT_DENIED);
    assert_false(answer_holds(request_call_show, &card, CANARY_PHONE));
    assert_int_equal(ASK(house, &house->lead, call_show, &card, .call = call), REJECT_OK);
    assert_false(answer_holds(request_call_show, &card, CANARY_PHONE));
    assert_false(answer_holds(request_call_show, &card, CANARY));
    assert_int_equal(ASK(house, &house->op1, call_show, &card, .call = call + 1), REJECT_NO_SUCH);
    /* Late from the first millisecond past the limit, while it rings and ever after. */
    house->now_ms += house->settings.apology_after_s * 1000;
    ASK(house, &house->op1, call_show, &card, .call = call);
    assert_int_equal(card.late, 0);
    house->now_ms++;
    ASK(house, &house->op1, call_show, &card, .call = call);
    assert_int_equal(card.late, 1);
    assert_true(slice_is(card.apology, "Good afternoon, sorry"));
    DO(house, &house->op1, call_answer, .call = call);
    house->now_ms += MINUTE;
    ASK(house, &house->op1, call_show, &card, .call = call);
    assert_int_equal(card.late, 1);
    assert_int_equal(card.calls_count, 0);
}

static void what_was_before_is_on_the_card(void **state)
{
    struct house *house = *state;
    uint64_t calls[3], tickets[3];
    house_ready(house, &house->op1);
    for (int i = 0; i < 3; i++) {
        calls[i] = house_ring(house, "12345", i == 1 ? "139-1234-5678" : CANARY_PHONE);
        DO(house, &house->op1, call_answer, .call = calls[i]);
        tickets[i] = house_ticket(house, &house->op1, calls[i]);
        DO(house, &house->trunk, call_hang_up, .call = calls[i]);
        house_ready(house, &house->op1);
        house->now_ms += MINUTE;
    }
    DO(house, &house->op1, ticket_refuse, .ticket = tickets[2], .reason = refuse_reason_empty);
    uint64_t other = house_ring(house, "12345", "13000000000");
    struct rec_call_card card;
    ASK(house, &house->op1, call_show, &card, .call = other);
    assert_int_equal(card.calls_count + card.calls.n + card.tickets.n, 0);
    DO(house, &house->trunk, call_hang_up, .call = other);
    uint64_t again = house_ring(house, "12315", CANARY_PHONE);
    assert_int_equal(ASK(house, &house->op1, call_show, &card, .call = again), REJECT_OK);
    assert_int_equal(card.calls_count, 3);
    const struct rec_call_item *seen = card.calls.items;
    assert_int_equal(card.calls.n, 3);
    for (int i = 0; i < 3; i++) assert_int_equal(seen[i].call, calls[2 - i]);
    assert_int_equal(seen[0].ticket, tickets[2]);
    assert_string_equal(seen[0].agent.s, "101");
    /* Open ones first, then newest first. */
    const struct rec_ticket_item *items = card.tickets.items;
    assert_int_equal(card.tickets.n, 3);
    assert_int_equal(items[0].ticket, tickets[1]);
    assert_int_equal(items[1].ticket, tickets[0]);
    assert_int_equal(items[2].ticket, tickets[2]);
    assert_int_equal(items[0].matter.n, strlen(CANARY_MATTER));
    /* No number, no past. */
    DO(house, &house->trunk, call_hang_up, .call = again);
    uint64_t hidden = house_ring(house, "12345", "");
    ASK(house, &house->op1, call_show, &card, .call = hidden);
    assert_int_equal(card.calls_count + card.calls.n + card.tickets.n + card.from.n, 0);
}

static void the_note_arrives_before_the_call(void **state)
{
    struct house *house = *state;
    house_ready(house, &house->op1);
    uint64_t call = house_ring(house, "12345", CANARY_PHONE);
    DO(house, &house->op1, call_answer, .call = call);
    house_ready(house, &house->op2);
    DO(house, &house->op1, call_transfer, .call = call, .to = code_of("102"),
       .note = slice_of("canary: an old man"));
    struct rec_call_card card;
    assert_int_equal(ASK(house, &house->op2, call_show, &card, .call = call), REJECT_OK);
    assert_true(slice_is(card.note, "canary: an old man"));
    assert_string_equal(card.note_by.s, "101");
    assert_true(slice_is(card.from, CANARY_PHONE));
    ASK(house, &house->lead, call_show, &card, .call = call);
    assert_false(answer_holds(request_call_show, &card, CANARY));
    DO(house, &house->op2, call_answer, .call = call);
    DO(house, &house->op2, call_transfer, .call = call, .queue = code_of("12315"),
       .note = slice_of("canary: to the other line"));
    house_ready(house, &house->op3);
    assert_int_equal(ASK(house, &house->op3, call_show, &card, .call = call), REJECT_OK);
    assert_true(slice_is(card.note, "canary: to the other line"));
    assert_string_equal(card.note_by.s, "102");
}

/* Twenty long prompt cards would not fit beside the rest. */
static void the_card_fits_the_wire(void **state)
{
    struct house *house = *state;
    char body[LIMIT_SCRIPT + 1];
    memset(body, 'p', LIMIT_SCRIPT);
    memcpy(body, "{line}", 6); /* grows past the limit when filled in */
    body[LIMIT_SCRIPT] = 0;
    for (uint64_t kind = script_kind_greeting; kind <= script_kind_prompt; kind++)
        for (int i = 0; i < 25; i++) {
            char code[LIMIT_CODE + 1];
            snprintf(code, sizeof code, "%d-%d", (int)kind, i);
            DO(house, &house->console, script_add, .code = code_of(code), .kind = kind,
               .body = slice_of(body));
        }
    uint64_t call = house_ring(house, "12345", CANARY_PHONE);
    house->now_ms += MINUTE;
    struct rec_call_card card;
    assert_int_equal(ASK(house, &house->lead, call_show, &card, .call = call), REJECT_OK);
    assert_int_equal(card.greeting.n, LIMIT_SCRIPT);
    assert_int_equal(card.apology.n, LIMIT_SCRIPT);
    assert_in_range(card.prompts.n, 15, 18);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, house_setup, house_teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(masked_by_role),
        TEST(ones_own_draft_is_unmasked),
        TEST(events_are_what_this_person_may_do_now),
        TEST(a_direct_answer_is_not_irregular),
        TEST(the_card_of_a_call),
        TEST(what_was_before_is_on_the_card),
        TEST(the_note_arrives_before_the_call),
        TEST(the_card_fits_the_wire),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
