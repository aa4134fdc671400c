/* What may() grants to calls and requests, written down a second time, and who hears a caller in
 * clear. Tickets: test_matrix.c. */
#include "tests/unit/core/house.h"

enum { UNIT = 7, ME = 5 };

static struct who who_of(const char *role)
{
    if (strcmp(role, "console") == 0) return console;
    if (strcmp(role, "nobody") == 0) return (struct who){.station = 1, .roles = UINT64_MAX};
    uint64_t number = word_number(vocabulary_of(VOCABULARY_role), slice_of(role));
    assert_int_not_equal(number, 0);
    return (struct who){
        .person = ME, .session = 1, .station = 1, .unit = UNIT, .roles = ROLE_BIT(number)};
}

static bool wanted(char letter, bool own)
{
    assert_non_null(strchr("ao-", letter));
    return letter == 'a' || (letter == 'o' && own);
}

/* In clear while the caller is talked with, and while that is written up. */
static void the_call_in_hand_is_read_in_clear(void **state)
{
    struct house *house = *state;
    struct txn *txn = store_txn(house->store);
    DO(house, &console, line_add, .code = code_of("12345"), .name = slice_of("热线"));
    house_person(house, "1", ROLE_BIT(role_operator), "");
    uint64_t station = house_station(house, "S1");
    struct outcome_of_step out = house_sign_in(house, "1", station, true);
    struct core core = core_of(house);
    struct who who;
    assert_int_equal(
        core_who(&core, station, out.answer.session.session, out.answer.session.token, &who),
        REJECT_OK);
    DO(house, &who, agent_ready, 0);
    uint64_t id = DO(house, &console, call_arrive, .line = code_of("12345"));
    struct row_call call;
    struct row_ticket ticket = {
        .ticket = 1, .state = ticket_state_registered, .owner = 99, .call = id};
    call_get(txn, id, &call);
    /* It rings: the number is seen, what was written down is not. */
    assert_true(may_call(txn, &who, VERB_READ_CALLER, &call));
    assert_false(may_ticket(txn, &who, VERB_READ_CALLER, ticket_event_none, &ticket));
    DO(house, &who, call_answer, .call = id);
    assert_true(may_ticket(txn, &who, VERB_READ_CALLER, ticket_event_none, &ticket));
    DO(house, &who, call_end, .call = id);
    assert_true(may_ticket(txn, &who, VERB_READ_CALLER, ticket_event_none, &ticket));
    ticket.call = id + 1;
    assert_false(may_ticket(txn, &who, VERB_READ_CALLER, ticket_event_none, &ticket));
    ticket.call = 0;
    assert_false(may_ticket(txn, &who, VERB_READ_CALLER, ticket_event_none, &ticket));
    DO(house, &who, agent_ready, 0);
    ticket.call = id;
    assert_false(may_ticket(txn, &who, VERB_READ_CALLER, ticket_event_none, &ticket));
    assert_false(may_call(txn, &who, VERB_READ_CALLER, &call));
}

/* a: with any · -: never. In clear only who has it in hand: see above. */
static const struct {
    const char *role, *see_read_caller_reveal;
} calls[] = {
    {"operator", "aa--"}, {"lead", "a---"},     {"inspector", "aa--"}, {"desk", "aa--"},
    {"unit", "----"},     {"approver", "----"}, {"head", "----"},      {"leader", "----"},
    {"admin", "a---"},    {"trunk", "a---"},    {"console", "a---"},   {"nobody", "----"},
};

static void calls_as_in_the_matrix(void **state)
{
    struct house *house = *state;
    static const enum verb verbs[] = {VERB_SEE, VERB_READ, VERB_READ_CALLER, VERB_REVEAL};
    const struct row_call call = {.call = 1, .live = 1, .agent = ME};
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        struct who who = who_of(calls[i].role);
        for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
            char letter = calls[i].see_read_caller_reveal[v];
            if (may_call(store_txn(house->store), &who, verbs[v], &call) != wanted(letter, true))
                fail_msg("%s: verb %d", calls[i].role, (int)verbs[v]);
        }
    }
}

/* Steps of a call's life. t: the trunk with any · o: its agent · s: the second agent · d: who
 * dialled the number outside beside it, also when they have passed the call there. What is not here
 * nobody may. */
static const struct {
    enum call_event event;
    const char *whose;
} steps[] = {
    {call_event_answer, "to"},    {call_event_hang_up, "tosd"}, {call_event_end, "to"},
    {call_event_transfer, "o"},   {call_event_requeue, "o"},    {call_event_hold, "to"},
    {call_event_resume, "to"},    {call_event_consult, "o"},    {call_event_join, "tsd"},
    {call_event_take_back, "o"},  {call_event_complete, "o"},   {call_event_confirm, "to"},
    {call_event_conference, "o"}, {call_event_leave, "tsd"},    {call_event_stay, "o"},
    {call_event_refer, "o"},      {call_event_connect, "tosd"}, {call_event_fail, "tosd"},
    {call_event_dial, "to"},      {call_event_reach, "to"},
};

static bool step_wanted(enum call_event event, const char *who)
{
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (steps[i].event == event) return strpbrk(steps[i].whose, who) != NULL;
    return false;
}

static void steps_of_calls_by_whom(void **state)
{
    (void)state;
    enum { OTHER = 6 };
    const struct row_call strange = {.live = 1, .agent = OTHER, .second = OTHER + 1};
    const struct row_call own = {.live = 1, .agent = ME, .second = OTHER};
    const struct row_call second = {.live = 1, .agent = OTHER, .second = ME};
    const struct row_call dialled = {.live = 1, .agent = OTHER, .origin = ME, .outside = 1};
    const struct row_call beside = {.live = 1, .agent = ME, .outside = 1};
    const struct who trunk = who_of("trunk"), operator= who_of("operator"), lead = who_of("lead");
    for (enum call_event event = call_event_none; event <= call_event_due; event++) {
        assert_int_equal(may_call_act(&trunk, event, &strange), step_wanted(event, "t"));
        assert_int_equal(may_call_act(&console, event, &strange), step_wanted(event, "t"));
        assert_int_equal(may_call_act(&operator, event, &own), step_wanted(event, "o"));
        assert_int_equal(may_call_act(&operator, event, &second), step_wanted(event, "s"));
        assert_int_equal(may_call_act(&operator, event, &dialled), step_wanted(event, "d"));
        assert_int_equal(may_call_act(&operator, event, &beside), step_wanted(event, "od"));
        assert_false(may_call_act(&operator, event, &strange));
        assert_false(may_call_act(&lead, event, &own));
    }
}

/* What the table of requests says is what is granted; the console is an administrator and may
 * announce calls as the trunk does. */
static void requests_by_role(void **state)
{
    (void)state;
    size_t n;
    const struct request_desc *table = request_table(&n);
    const struct who nobody = {.station = 1};
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(may_ask(&nobody, &table[i]), table[i].who == WHO_ANYBODY);
        for (uint64_t role = role_operator; role <= role_trunk; role++) {
            const struct who who = {.person = ME, .session = 1, .roles = ROLE_BIT(role)};
            bool listed = table[i].who == WHO_ANYBODY || table[i].who == WHO_SIGNED ||
                          (table[i].who & ROLE_BIT(role)) != 0;
            assert_int_equal(may_ask(&who, &table[i]), listed);
        }
        bool listed = table[i].who == WHO_ANYBODY || table[i].who == WHO_SIGNED ||
                      (table[i].who & (ROLE_BIT(role_admin) | ROLE_BIT(role_trunk))) != 0;
        assert_int_equal(may_ask(&console, &table[i]), listed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        HOUSE_TEST(the_call_in_hand_is_read_in_clear),
        HOUSE_TEST(calls_as_in_the_matrix),
        cmocka_unit_test(steps_of_calls_by_whom),
        cmocka_unit_test(requests_by_role),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
