/* Signing in: the token, the verifier, and the growing wait after failures. */
#include "tests/unit/core/house.h"

static const uint64_t BASE_MS = 1000, MAX_S = 60;

static struct row_person person_of(struct house *house, uint64_t id)
{
    struct row_person row;
    assert_true(person_get(store_txn(house->store), id, &row));
    return row;
}

static void the_wait_doubles_up_to_its_limit(void **state)
{
    struct house *house = *state;
    uint64_t person = house_person(house, "1", ROLE_BIT(role_lead), "");
    house->settings.backoff_base_ms = BASE_MS;
    house->settings.backoff_max_s = MAX_S;
    uint64_t whole_ms = BASE_MS;
    for (uint64_t fails = 1; fails <= 12; fails++) {
        char number[LIMIT_CODE];
        snprintf(number, sizeof number, "S%d", (int)fails); /* a new one each time: not blocked */
        uint64_t station = house_station(house, number);
        house->random = (unsigned char)(house->random + 41);
        assert_int_equal(house_sign_in(house, "1", station, false).reject, REJECT_SIGN_IN_FAILED);
        struct row_person row = person_of(house, person);
        assert_int_equal(row.fails, fails);
        assert_in_range(row.blocked_until_ms - house->now_ms, whole_ms / 2, whole_ms);
        uint64_t until_ms = row.blocked_until_ms;

        /* One millisecond early is early, and changes nothing; then the wait is over. */
        house->now_ms = until_ms - 1;
        assert_int_equal(house_sign_in(house, "1", station, true).reject, REJECT_SIGN_IN_FAILED);
        row = person_of(house, person);
        assert_int_equal(row.fails, fails);
        assert_int_equal(row.blocked_until_ms, until_ms);
        house->now_ms = until_ms;
        whole_ms = whole_ms * 2 < MAX_S * 1000 ? whole_ms * 2 : MAX_S * 1000;
    }
    uint64_t station = house_station(house, "last");
    assert_int_equal(house_sign_in(house, "1", station, true).reject, REJECT_OK);
    assert_int_equal(person_of(house, person).fails, 0);
}

/* Without luck all desks would come back at the same moment. */
static void the_wait_depends_on_the_random_bytes(void **state)
{
    struct house *house = *state;
    uint64_t first = house_person(house, "1", ROLE_BIT(role_lead), "");
    uint64_t second = house_person(house, "2", ROLE_BIT(role_lead), "");
    uint64_t s1 = house_station(house, "S1"), s2 = house_station(house, "S2");
    house->settings.backoff_base_ms = 60000;
    house_sign_in(house, "1", s1, false);
    house->random = 77;
    house_sign_in(house, "2", s2, false);
    assert_int_not_equal(person_of(house, first).blocked_until_ms,
                         person_of(house, second).blocked_until_ms);
}

static void the_token_is_all_that_counts(void **state)
{
    struct house *house = *state;
    uint64_t person = house_person(house, "1", ROLE_BIT(role_lead), "");
    uint64_t s1 = house_station(house, "S1"), s2 = house_station(house, "S2");
    house->random = 9;
    struct outcome_of_step out = house_sign_in(house, "1", s1, true);
    const struct rec_session *session = &out.answer.session;
    struct core core = core_of(house);
    struct who who;
    char other[TOKEN_BYTES];
    assert_int_equal(out.reject, REJECT_OK);
    assert_int_equal(session->token.n, TOKEN_BYTES);
    for (int i = 0; i < TOKEN_BYTES; i++)
        assert_int_equal((unsigned char)session->token.p[i], 9 + i);
    assert_int_equal(core_who(&core, s1, session->session, session->token, &who), REJECT_OK);
    assert_int_equal(who.person, person);
    assert_int_equal(who.roles, ROLE_BIT(role_lead));
    assert_int_equal(who.station, s1);
    assert_false(who.console);

    memcpy(other, session->token.p, TOKEN_BYTES);
    other[TOKEN_BYTES - 1] ^= 1;
    const enum reject no = REJECT_NOT_SIGNED_IN;
    assert_int_equal(core_who(&core, s1, session->session, slice_bytes(other, TOKEN_BYTES), &who),
                     no);
    assert_int_equal(who.person, 0);
    assert_int_equal(
        core_who(&core, s1, session->session, slice_bytes(other, TOKEN_BYTES - 1), &who), no);
    assert_int_equal(core_who(&core, s1, session->session, (struct slice){0}, &who), no);
    assert_int_equal(core_who(&core, s2, session->session, session->token, &who), no);
    assert_int_equal(core_who(&core, 0, session->session, session->token, &who), no);
    assert_int_equal(core_who(&core, s1, session->session + 1, session->token, &who), no);
    /* Nobody is nobody. */
    assert_int_equal(core_who(&core, s1, 0, session->token, &who), REJECT_OK);
    assert_int_equal(who.person, 0);
    assert_int_equal(who.station, s1);

    core.now_ms = session->until_ms - 1;
    assert_int_equal(core_who(&core, s1, session->session, session->token, &who), REJECT_OK);
    core.now_ms = session->until_ms; /* also before its timer has fired */
    assert_int_equal(core_who(&core, s1, session->session, session->token, &who), no);
}

/* The journal keeps the token's hash; the table too. */
static void the_token_is_not_kept(void **state)
{
    struct house *house = *state;
    house_person(house, "1", ROLE_BIT(role_lead), "");
    struct outcome_of_step out = house_sign_in(house, "1", house_station(house, "S1"), true);
    struct txn *txn = store_txn(house->store);
    struct row_session row;
    assert_true(session_get(txn, out.answer.session.session, &row));
    assert_memory_not_equal(row.token.b, out.answer.session.token.p, TOKEN_BYTES);
    for (uint64_t seq = 1; seq <= journal_head(txn); seq++) {
        struct slice bytes;
        assert_true(journal_bytes(txn, seq, &bytes));
        assert_null(memmem(bytes.p, bytes.n, out.answer.session.token.p, TOKEN_BYTES));
    }
}

static void only_people_of_the_present_have_a_verifier(void **state)
{
    struct house *house = *state;
    struct txn *txn = store_txn(house->store);
    uint64_t id = house_person(house, "1", ROLE_BIT(role_lead), ""), person = 99;
    struct slice verifier;
    char longest[LIMIT_CODE + 2];
    memset(longest, '1', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    assert_true(core_verifier(txn, "1", &house->arena, &person, &verifier));
    assert_int_equal(person, id);
    assert_true(slice_equal(verifier, slice_of("$argon2id$verifier")));
    assert_false(core_verifier(txn, "2", &house->arena, &person, &verifier));
    assert_int_equal(person, 0);
    assert_int_equal(verifier.n, 0);
    assert_false(core_verifier(txn, "", &house->arena, &person, &verifier));
    assert_false(core_verifier(txn, longest, &house->arena, &person, &verifier));
    DO(house, &console, person_retire, .number = code_of("1"));
    assert_false(core_verifier(txn, "1", &house->arena, &person, &verifier));
}

/* The worker's verdict is on one person's verifier; it does not open another's session. */
static void the_verdict_is_on_one_person(void **state)
{
    struct house *house = *state;
    house_person(house, "1", ROLE_BIT(role_lead), "");
    uint64_t second = house_person(house, "2", ROLE_BIT(role_lead), "");
    const struct who nobody = {.station = house_station(house, "S1")};
    const struct req_session_open open = {.number = code_of("1")};
    const struct extras extras = {.password_ok = true, .password_person = second};
    struct core core = core_of(house);
    struct outcome_of_step out;
    core_step(&core, &nobody, request_session_open, &open, &extras, &house->arena, &out);
    assert_int_equal(out.reject, REJECT_SIGN_IN_FAILED);
    assert_null(out.fault.field);
}

static void a_station_that_is_none_cannot_sign_in(void **state)
{
    struct house *house = *state;
    house_person(house, "1", ROLE_BIT(role_lead), "");
    uint64_t station = house_station(house, "S1");
    uint64_t head = journal_head(store_txn(house->store));
    assert_int_equal(house_sign_in(house, "1", 0, true).reject, REJECT_BAD_STATE);
    assert_int_equal(house_sign_in(house, "1", 77, true).reject, REJECT_BAD_STATE);
    assert_int_equal(journal_head(store_txn(house->store)), head);
    DO(house, &console, station_retire, .number = code_of("S1"));
    assert_int_equal(house_sign_in(house, "1", station, true).reject, REJECT_BAD_STATE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        HOUSE_TEST(the_wait_doubles_up_to_its_limit),
        HOUSE_TEST(the_wait_depends_on_the_random_bytes),
        HOUSE_TEST(the_token_is_all_that_counts),
        HOUSE_TEST(the_token_is_not_kept),
        HOUSE_TEST(only_people_of_the_present_have_a_verifier),
        HOUSE_TEST(the_verdict_is_on_one_person),
        HOUSE_TEST(a_station_that_is_none_cannot_sign_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
