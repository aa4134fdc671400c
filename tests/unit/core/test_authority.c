/* The whole of what may() grants to tickets and calls, written down a second time. */
#include "tests/unit/core/house.h"

enum { STATES = ticket_state_archived, UNIT = 7, ME = 5 };

/* a: with any · o: with their own · u: with their unit's · -: never. One letter for each state. */
struct expected {
    const char *role; /* or "console" */
    const char *see, *read, *caller, *reveal;
    const char *act; /* one letter for each event, from `open` on; those past the end: never */
};

static const struct expected matrix[] = {
    /*              draft..archived                                                            */
    {"operator", "aaaaaaaaaaa", "aaaaaaaaaaa", "o----------", "aaaaaaaaaaa", "aooooooo-----aaaa"},
    {"lead", "aaaaaaaaaaa", "-----------", "-----------", "-----------", "-------------------a"},
    {"inspector", "aaaaaaaaaaa", "aaaaaaaaaaa", "-----------", "aaaaaaaaaaa", ""},
    {"desk", "aaaaaaaaaaa", "aaaaaaaaaaa", "-----------", "aaaaaaaaaaa", "---aaaaa-----aaaaaaa"},
    {"unit", "uuuuuuuuuuu", "uuuuuuuuuuu", "-----------", "uuuuuuuuuuu", "--------uu"},
    {"approver", "uuuuuuuuuuu", "uuuuuuuuuuu", "-----------", "uuuuuuuuuuu", "----------uu"},
    {"head", "uuuuuuuuuuu", "uuuuuuuuuuu", "-----------", "-----------", ""},
    {"leader", "-----------", "-----------", "-----------", "-----------", ""},
    {"admin", "aaaaaaaaaaa", "-----------", "-----------", "-----------", ""},
    {"trunk", "-----------", "-----------", "-----------", "-----------", ""},
    {"console", "aaaaaaaaaaa", "-----------", "-----------", "-----------", ""},
    {"nobody", "-----------", "-----------", "-----------", "-----------", ""},
};

static struct who who_of(const char *role)
{
    if (strcmp(role, "console") == 0) return console;
    if (strcmp(role, "nobody") == 0) return (struct who){.station = 1, .roles = UINT64_MAX};
    uint64_t number = word_number(vocabulary_of(VOCABULARY_role), slice_of(role));
    assert_int_not_equal(number, 0);
    return (struct who){
        .person = ME, .session = 1, .station = 1, .unit = UNIT, .roles = ROLE_BIT(number)};
}

static bool wanted(char letter, bool own, bool unit)
{
    assert_non_null(strchr("aou-", letter));
    return letter == 'a' || (letter == 'o' && own) || (letter == 'u' && unit);
}

static void compare(struct txn *txn, const struct expected *expected, enum verb verb,
                    enum ticket_event event, char letter, uint64_t state)
{
    struct who who = who_of(expected->role);
    for (int own = 0; own < 2; own++) {
        for (int unit = 0; unit < 2; unit++) {
            const struct row_ticket ticket = {
                .ticket = 1, .state = state, .owner = own ? ME : 6, .unit = unit ? UNIT : 8};
            if (may_ticket(txn, &who, verb, event, &ticket) != wanted(letter, own, unit))
                fail_msg("%s: verb %d, event %s, state %s, own %d, unit %d", expected->role, verb,
                         word_name(VOCABULARY_ticket_event, event),
                         word_name(VOCABULARY_ticket_state, state), own, unit);
        }
    }
}

static char letter_of(const char *letters, unsigned event)
{
    return event <= strlen(letters) ? letters[event - 1] : '-';
}

static void tickets_as_in_the_matrix(void **state)
{
    const struct vocabulary *events = vocabulary_of(VOCABULARY_ticket_event);
    const unsigned last = (unsigned)events->words[events->n - 1].number;
    struct house *house = *state;
    struct txn *txn = store_txn(house->store);
    for (size_t i = 0; i < sizeof matrix / sizeof *matrix; i++) {
        const struct expected *row = &matrix[i];
        assert_int_equal(strlen(row->see), STATES);
        assert_in_range(strlen(row->act), 0, last);
        for (uint64_t s = 1; s <= STATES; s++) {
            compare(txn, row, VERB_SEE, ticket_event_none, row->see[s - 1], s);
            compare(txn, row, VERB_READ, ticket_event_none, row->read[s - 1], s);
            compare(txn, row, VERB_READ_CALLER, ticket_event_none, row->caller[s - 1], s);
            compare(txn, row, VERB_REVEAL, ticket_event_none, row->reveal[s - 1], s);
            /* Whether an event may happen in a state is for the life table to say. */
            for (unsigned e = 1; e <= last; e++)
                compare(txn, row, VERB_ACT, (enum ticket_event)e, letter_of(row->act, e), s);
            compare(txn, row, VERB_ACT, ticket_event_none, '-', s);
            compare(txn, row, VERB_ACT, (enum ticket_event)(last + 1), '-', s);
        }
    }
}

/* A ticket without a unit is nobody's unit's, also not of somebody without one. */
static void no_unit_is_not_a_unit(void **state)
{
    struct house *house = *state;
    const struct row_ticket ticket = {.ticket = 1, .state = ticket_state_draft, .owner = 6};
    const struct who who = {.person = ME, .roles = ROLE_BIT(role_unit)};
    assert_false(may_ticket(store_txn(house->store), &who, VERB_SEE, ticket_event_none, &ticket));
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

/* Letters as above; `own` is a live call that is theirs. */
static const struct {
    const char *role, *see_read_caller_reveal_act;
} calls[] = {
    {"operator", "aa--o"}, {"lead", "a----"},     {"inspector", "aa---"}, {"desk", "aa---"},
    {"unit", "-----"},     {"approver", "-----"}, {"head", "-----"},      {"leader", "-----"},
    {"admin", "a----"},    {"trunk", "a---a"},    {"console", "a---a"},   {"nobody", "-----"},
};

static void calls_as_in_the_matrix(void **state)
{
    struct house *house = *state;
    static const enum verb verbs[] = {VERB_SEE, VERB_READ, VERB_READ_CALLER, VERB_REVEAL, VERB_ACT};
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        struct who who = who_of(calls[i].role);
        for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
            for (int own = 0; own < 2; own++) {
                for (int live = 0; live < 2; live++) {
                    const struct row_call call = {
                        .call = 1, .live = (uint64_t)live, .agent = own ? ME : 6};
                    char letter = calls[i].see_read_caller_reveal_act[v];
                    if (may_call(store_txn(house->store), &who, verbs[v], &call) !=
                        wanted(letter, own && live, false))
                        fail_msg("%s: verb %d, own %d, live %d", calls[i].role, (int)verbs[v], own,
                                 live);
                }
            }
        }
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
        HOUSE_TEST(tickets_as_in_the_matrix),
        HOUSE_TEST(no_unit_is_not_a_unit),
        HOUSE_TEST(the_call_in_hand_is_read_in_clear),
        HOUSE_TEST(calls_as_in_the_matrix),
        cmocka_unit_test(requests_by_role),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
