/* Special calls: everybody asks everything about them, and each private text is in the answers to
 * those who may read it, and in nobody else's. */
#include "tests/unit/query/house.h"

enum { GUESTS = 16, ASKED = 3 };

/* Who may read what; the letters of the guests. */
static const struct {
    const char *text, *readers;
} canaries[] = {
    {"CNRY-what", "rtpdlm"},    {"CNRY-place", "rtpdlm"}, {"CNRY-people", "rtpdlm"},
    {"CNRY-reach", "rtpdlm"},   {"CNRY-asked", "rtpdlm"}, {"CNRY-doing", "rtpdlm"},
    {"CNRY-goes-on", "rtpdlm"}, {"CNRY-ended", "rtpdlm"}, {"CNRY-said", "m"},
    {"CNRY-why", "lm"},         {"CNRY-purpose", "m"},    {"13977778888", "m"},
    {"CNRY-melons", "rond"},    {"CNRY-farmer", "rond"},  {"CNRY-agreed", "rond"},
    {"CNRY-wanted", "rond"},
};
enum { CANARIES = sizeof canaries / sizeof *canaries };

struct guest {
    char letter;
    struct who who;
};

struct party {
    struct house *house;
    struct guest guests[GUESTS];
    size_t n;
    bool heard[GUESTS][CANARIES];
};

static void guest_add(struct party *party, char letter, struct who who)
{
    assert_true(party->n < GUESTS);
    party->guests[party->n++] = (struct guest){letter, who};
}

/* The raiser, somebody told, somebody on the plan, another operator and a newcomer, the hotline
 * office, leads of whom one makes the evidence; strangers. */
static void party_begin(struct party *party, struct house *house)
{
    party->house = house;
    guest_add(party, 'r', house->op1);
    guest_add(party, 'o', house->op2);
    guest_add(party, 'n', house->op3);
    guest_add(party, 't', house->unit1);
    guest_add(party, 'p', house->approver1);
    guest_add(party, 'd', house->desk);
    guest_add(party, 'l', house->lead);
    guest_add(party, 'm', house_person(house, "402", ROLE_BIT(role_lead), ""));
    guest_add(party, 'u', house->unit2);
    guest_add(party, 'i', house->inspector);
    guest_add(party, 'h', house_person(house, "204", ROLE_BIT(role_head), "u1"));
    guest_add(party, 'x', house_person(house, "701", ROLE_BIT(role_leader), ""));
    guest_add(party, 'a', house_person(house, "801", ROLE_BIT(role_admin), ""));
    guest_add(party, 'k', house->trunk);
    guest_add(party, 'c', house->console);
    guest_add(party, '0', (struct who){.station = 1});
}

static const struct who *guest_who(const struct party *party, char letter)
{
    for (size_t i = 0; i < party->n; i++)
        if (party->guests[i].letter == letter) return &party->guests[i].who;
    fail_msg("nobody is %c", letter);
    return NULL;
}

static void alert_fill(struct party *party, uint64_t call)
{
    struct house *house = party->house;
    DO(house, &house->console, plan_add, .code = code_of("E1"), .name = slice_of("plan"),
       .kind = alert_kind_emergency);
    DO(house, &house->console, plan_set, .code = code_of("E1"), .post = 1, .place = 1,
       .number = code_of("201"));
    DO(house, &house->console, plan_set, .code = code_of("E1"), .post = 1, .place = 2,
       .number = code_of("203"));
    uint64_t alert = DO(house, guest_who(party, 'r'), alert_raise, .kind = alert_kind_emergency,
                        .plan = code_of("E1"), .call = call, .what = slice_of("CNRY-what"),
                        .place = slice_of("CNRY-place"), .people = slice_of("CNRY-people"),
                        .contact = slice_of("CNRY-reach"), .asked = slice_of("CNRY-asked"));
    DO(house, guest_who(party, 't'), alert_acknowledge, .alert = alert,
       .note = slice_of("CNRY-doing"));
    DO(house, guest_who(party, 't'), alert_note, .alert = alert, .note = slice_of("CNRY-goes-on"));
    DO(house, guest_who(party, 'd'), alert_close, .alert = alert, .result = slice_of("CNRY-ended"));
}

static void caller_fill(struct party *party, uint64_t call)
{
    struct house *house = party->house;
    DO(house, guest_who(party, 'r'), caller_mark, .call = call, .kind = nuisance_abuse,
       .note = slice_of("CNRY-said"));
    DO(house, guest_who(party, 'l'), caller_block, .call = call, .reason = slice_of("CNRY-why"),
       .until_ms = house->now_ms + MINUTE);
    DO(house, guest_who(party, 'm'), caller_export, .call = call,
       .purpose = slice_of("CNRY-purpose"));
}

static void market_fill(struct party *party)
{
    struct house *house = party->house;
    uint64_t supply = DO(house, guest_who(party, 'r'), market_add, .kind = market_kind_supply,
                         .what = slice_of("CNRY-melons"), .contact = slice_of("CNRY-farmer"));
    uint64_t demand = DO(house, guest_who(party, 'd'), market_add, .kind = market_kind_demand,
                         .what = slice_of("CNRY-wanted"));
    DO(house, guest_who(party, 'o'), market_match, .supply = supply, .demand = demand,
       .note = slice_of("CNRY-agreed"));
}

static void party_fill(struct party *party)
{
    struct house *house = party->house;
    const struct who *raiser = guest_who(party, 'r');
    DO(house, raiser, agent_ready, 0);
    uint64_t call = DO(house, guest_who(party, 'k'), call_arrive, .line = code_of("12345"),
                       .from = slice_of("13977778888"));
    DO(house, raiser, call_answer, .call = call);
    alert_fill(party, call);
    caller_fill(party, call);
    market_fill(party);
    /* out of the raiser's hand, who had the number on the card until now */
    DO(house, raiser, call_end, .call = call);
    DO(house, raiser, agent_ready, 0);
}

static uint64_t *number_at(const struct request_desc *desc, void *body, const char *name)
{
    for (size_t i = 0; i < desc->message.n_fields; i++)
        if (strcmp(desc->message.fields[i].name, name) == 0)
            return (uint64_t *)(void *)((char *)body + desc->message.fields[i].offset);
    return NULL;
}

static void ask(struct party *party, size_t guest, const struct request_desc *desc,
                const void *body)
{
    if (!may_ask(&party->guests[guest].who, desc)) return;
    void *answer = calloc(1, desc->answer->size);
    enum request number = (enum request)desc->message.number;
    if (house_ask(party->house, &party->guests[guest].who, number, body, answer) == REJECT_OK)
        for (size_t i = 0; i < CANARIES; i++)
            if (answer_holds(number, answer, canaries[i].text)) party->heard[guest][i] = true;
    free(answer);
}

/* Of the first few of everything, open or closed. */
static void ask_all(struct party *party, size_t guest, const struct request_desc *desc)
{
    static const char *const names[] = {"alert", "call", "evidence", "ticket", "contact"};
    void *body = calloc(1, desc->message.size);
    uint64_t *closed = number_at(desc, body, "closed");
    for (uint64_t id = 1; id <= ASKED; id++) {
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            uint64_t *at = number_at(desc, body, names[i]);
            if (at) *at = id;
        }
        if (closed) *closed = id % 2;
        ask(party, guest, desc, body);
    }
    free(body);
}

static void each_reads_what_is_theirs(void **state)
{
    static struct party party;
    size_t n, found = 0;
    const struct request_desc *table = request_table(&n);
    party_begin(&party, *state);
    party_fill(&party);
    for (size_t i = 0; i < n; i++)
        for (size_t g = 0; g < party.n; g++)
            if (table[i].kind == KIND_FRESH || table[i].kind == KIND_LIST)
                ask_all(&party, g, &table[i]);
    for (size_t g = 0; g < party.n; g++)
        for (size_t i = 0; i < CANARIES; i++) {
            bool may = strchr(canaries[i].readers, party.guests[g].letter) != NULL;
            if (party.heard[g][i] != may)
                fail_msg("%s %s %c", canaries[i].text, may ? "is kept from" : "leaks to",
                         party.guests[g].letter);
            found += party.heard[g][i];
        }
    assert_true(found > CANARIES);
}

/* The journal holds no word of them, and what is published not even the number's hash. */
static void facts_hold_no_word(void **state)
{
    static struct party party;
    party_begin(&party, *state);
    party_fill(&party);
    struct txn *txn = store_txn(party.house->store);
    struct h32 caller;
    caller_hash(txn, slice_of("13977778888"), &caller);
    size_t kept_hash = 0;
    for (uint64_t seq = 1; seq <= journal_head(txn); seq++) {
        struct fact fact;
        struct slice kept;
        struct buffer out;
        buffer_init(&out);
        assert_true(journal_read(txn, seq, &fact, NULL) && journal_bytes(txn, seq, &kept));
        fact_encode(&out, &fact, VIEW_PUBLIC);
        for (size_t i = 0; i < CANARIES; i++) {
            assert_null(memmem(kept.p, kept.n, canaries[i].text, strlen(canaries[i].text)));
            assert_null(memmem(out.p, out.n, canaries[i].text, strlen(canaries[i].text)));
        }
        kept_hash += memmem(kept.p, kept.n, &caller, sizeof caller) != NULL;
        assert_null(memmem(out.p, out.n, &caller, sizeof caller));
        buffer_fini(&out);
    }
    assert_true(kept_hash >= 4); /* rang, marked, blocked, exported */
}

/* What nobody acknowledged goes to the leads, who is told hears of it on a topic of their own. */
static void an_unanswered_alert_goes_to_the_leads(void **state)
{
    (void)state;
    struct topic topics[FACT_TOPICS_MAX];
    struct fact fact = {.type = fact_type_alert_relayed,
                        .body.alert_relayed = {.alert = 1, .person = 7, .state = relay_state_told}};
    assert_int_equal(fact_topics(&fact, topics), 2);
    assert_string_equal(topics[1].s, "p7.");
    fact.body.alert_relayed.state = relay_state_unanswered;
    assert_int_equal(fact_topics(&fact, topics), 3);
    assert_string_equal(topics[2].s, TOPIC_LEAD);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, house_setup, house_teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_reads_what_is_theirs),
        TEST(facts_hold_no_word),
        TEST(an_unanswered_alert_goes_to_the_leads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
