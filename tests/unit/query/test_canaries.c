/* Everybody asks everything, and the bytes of each answer are searched for each private text: it is
 * there exactly for those to whom tests/golden/matrix.txt grants it. */
#include "server/core/guard.h"
#include "tests/unit/query/canary.h"

/* The file's cells, by kind and verb. */
struct matrix {
    struct matrix_line lines[MATRIX_KIND_N][MATRIX_VERB_N];
};

static void matrix_read(struct matrix *matrix)
{
    FILE *file = fopen(matrix_path, "r");
    assert_non_null(file);
    struct matrix_line line;
    size_t found = 0;
    while (matrix_next(file, &line))
        for (int kind = 0; kind < MATRIX_KIND_N; kind++)
            for (size_t verb = 0; verb < MATRIX_VERB_N; verb++)
                if (strcmp(line.kind, matrix_kinds[kind].name) == 0 &&
                    strcmp(line.verb, matrix_verbs[verb].name) == 0) {
                    matrix->lines[kind][verb] = line;
                    found++;
                }
    assert_int_equal(found, MATRIX_KIND_N * MATRIX_VERB_N);
    fclose(file);
}

static bool grants(const struct matrix *matrix, const struct guest *guest,
                   const struct caged *caged, enum verb verb)
{
    for (size_t i = 0; i < MATRIX_VERB_N; i++)
        if (matrix_verbs[i].verb == verb)
            return matrix_cell(&matrix->lines[caged->kind][i], guest->role,
                               relation_of(guest, caged));
    fail_msg("verb %d is in no line", (int)verb);
    return false;
}

struct search {
    struct aviary *aviary;
    const struct matrix *matrix;
    size_t answers, searched, found, differ;
    bool quiet;
};

/* Leaders may be asked to decide on any ticket that is not confidential, and of that when it is
 * before them; unit heads on their unit's, reports apart. */
static bool decides(const struct guest *guest, const struct caged *caged)
{
    enum matrix_relation relation = relation_of(guest, caged);
    bool confidential = matrix_kinds[caged->kind].secrecy == secrecy_confidential;
    bool report = matrix_kinds[caged->kind].type == ticket_type_report;
    if (relation == MATRIX_accused) return false;
    if (guest->role == MATRIX_ROLE_leader) return !confidential || relation == MATRIX_leader;
    return guest->role == MATRIX_ROLE_head && relation == MATRIX_unit && !report;
}

/* A letter is for who reads the ticket and sends letters, or watches over them; for whom it is, for
 * who sends them. The console prints those of tickets that are not guarded. */
static bool letter_shows(const struct search *search, const struct guest *guest,
                         const struct caged *caged, bool name)
{
    enum matrix_relation relation = relation_of(guest, caged);
    bool anonymous = matrix_kinds[caged->kind].anonymity == anonymity_anonymous;
    bool report = matrix_kinds[caged->kind].type == ticket_type_report;
    bool unit = relation == MATRIX_unit;
    if (caged->stage != STAGE_ARCHIVED || (name && (anonymous || (report && unit)))) return false;
    if (guest->role == MATRIX_ROLE_console) return !caged_guarded(caged);
    bool sends = guest->role == MATRIX_ROLE_operator || guest->role == MATRIX_ROLE_desk || unit;
    bool watches = guest->role == MATRIX_ROLE_inspector || relation == MATRIX_leader;
    return (sends || (!name && watches)) && grants(search->matrix, guest, caged, VERB_READ);
}

static bool may_hear(const struct search *search, const struct guest *guest,
                     const struct canary *canary, unsigned perch)
{
    const struct caged *caged = &search->aviary->cages[canary->cage];
    if (perch == PERCH_DISCLOSURES && decides(guest, caged)) return true;
    if (perch == PERCH_LETTER && (canary->perches & PERCH_LETTER))
        return letter_shows(search, guest, caged, canary->verb[0] == VERB_READ_CALLER);
    if (perch == PERCH_LIST && caged_guarded(caged) &&
        relation_of(guest, caged) != MATRIX_own_draft)
        return false;
    if (perch == PERCH_WORDS && canary->verb[0] == VERB_READ_CALLER)
        return grants(search->matrix, guest, caged, VERB_REVEAL);
    if (perch == PERCH_AUDIT && !grants(search->matrix, guest, caged, VERB_AUDIT)) return false;
    const struct caged *other = &search->aviary->cages[canary->other];
    return grants(search->matrix, guest, caged, canary->verb[0]) &&
           grants(search->matrix, guest, caged, canary->verb[1]) &&
           grants(search->matrix, guest, other, canary->verb[0]);
}

static void differs(struct search *search, const char *verb, const struct guest *guest,
                    const struct canary *canary, const char *how)
{
    const struct caged *caged = &search->aviary->cages[canary->cage];
    static const char *const stages[] = {"draft", "instructed", "archived"};
    if (search->differ++ < 40 && !search->quiet)
        print_message("%s to %s: %s of a %s (%s) %s\n", verb, guest->name, canary->text,
                      matrix_kinds[caged->kind].name, stages[caged->stage], how);
}

/* perch: what kind of answer it is, 0: any other; of: its ticket, 0: of all. */
static void bytes_search(struct search *search, const struct guest *guest, const char *verb,
                         struct slice bytes, unsigned perch, uint64_t of)
{
    search->answers++;
    bool any = bytes.n && (memmem(bytes.p, bytes.n, CANARY_MARK, strlen(CANARY_MARK)) ||
                           memmem(bytes.p, bytes.n, CANARY_DIGITS, strlen(CANARY_DIGITS)));
    for (size_t i = 0; i < search->aviary->n_canaries; i++) {
        const struct canary *canary = &search->aviary->canaries[i];
        bool heard = any && memmem(bytes.p, bytes.n, canary->text, strlen(canary->text));
        bool may = may_hear(search, guest, canary, perch);
        bool here = of == 0 || search->aviary->cages[canary->cage].id == of ||
                    search->aviary->cages[canary->other].id == of;
        search->searched++;
        search->found += heard;
        if (heard && !may) differs(search, verb, guest, canary, "leaks");
        if (!heard && may && here && (canary->perches & perch))
            differs(search, verb, guest, canary, "is kept from them");
    }
}

static unsigned perch_of(enum request number)
{
    if (number == request_ticket_show) return PERCH_CARD;
    if (number == request_ticket_history) return PERCH_HISTORY;
    if (number == request_ticket_fields) return PERCH_FIELDS;
    if (number == request_ticket_counits) return PERCH_COUNITS;
    if (number == request_ticket_links) return PERCH_LINKS;
    if (number == request_letter_show) return PERCH_LETTER;
    if (number == request_audit_list) return PERCH_AUDIT;
    if (number == request_disclosure_list) return PERCH_DISCLOSURES;
    if (number == request_ticket_list) return PERCH_LIST;
    return 0;
}

static uint64_t *number_at(const struct request_desc *desc, void *body, const char *name)
{
    for (size_t i = 0; i < desc->message.n_fields; i++)
        if (strcmp(desc->message.fields[i].name, name) == 0)
            return (uint64_t *)((char *)body + desc->message.fields[i].offset);
    return NULL;
}

static void page_ends(const struct request_desc *desc, const void *answer)
{
    for (size_t i = 0; i < desc->answer->n_fields; i++) {
        uint64_t next;
        if (strcmp(desc->answer->fields[i].name, "next") != 0) continue;
        memcpy(&next, (const char *)answer + desc->answer->fields[i].offset, sizeof next);
        if (desc->message.number != request_facts_since) assert_int_equal(next, 0);
    }
}

/* A refusal is an answer, too: it holds nothing. */
static void ask_one(struct search *search, const struct guest *guest,
                    const struct request_desc *desc, const void *body, uint64_t of, bool whole)
{
    enum request number = (enum request)desc->message.number;
    if (!may_ask(&guest->who, desc)) return;
    void *answer = calloc(1, desc->answer->size);
    struct buffer out;
    buffer_init(&out);
    if (house_ask(search->aviary->house, &guest->who, number, body, answer) == REJECT_OK) {
        codec_encode(&out, desc->answer, answer, VIEW_ALL);
        page_ends(desc, answer);
    }
    bytes_search(search, guest, desc->verb, slice_bytes(out.p, out.n), whole ? perch_of(number) : 0,
                 of);
    buffer_fini(&out);
    free(answer);
}

/* Of each ticket and call, of all of them, and by each view. */
static void ask_all_ways(struct search *search, const struct guest *guest,
                         const struct request_desc *desc)
{
    void *body = calloc(1, desc->message.size);
    uint64_t *ticket = number_at(desc, body, "ticket"), *call = number_at(desc, body, "call");
    uint64_t *view = number_at(desc, body, "view"), *state = number_at(desc, body, "state");
    bool must = false;
    for (size_t i = 0; i < desc->message.n_fields; i++)
        must |= (ticket || call) && desc->message.fields[i].must;
    if (!must && !view) ask_one(search, guest, desc, body, 0, true);
    for (size_t cage = 0; cage < CAGES && (ticket || call); cage++) {
        uint64_t id = search->aviary->cages[cage].id;
        if (ticket) *ticket = id;
        if (call) *call = search->aviary->cages[cage].call;
        /* audit.list of one ticket may show others no more than of all */
        ask_one(search, guest, desc, body, id, true);
    }
    for (uint64_t v = ticket_view_mine; view && v <= ticket_view_all; v++)
        for (uint64_t s = 1; s <= (v == ticket_view_state ? ticket_state_archived : 1); s++) {
            *view = v;
            *state = s;
            ask_one(search, guest, desc, body, 0, v == ticket_view_all);
        }
    free(body);
}

static void questions_search(struct search *search)
{
    size_t n;
    const struct request_desc *table = request_table(&n);
    for (size_t i = 0; i < n; i++) {
        if (table[i].kind != KIND_FRESH && table[i].kind != KIND_LIST) continue;
        if (table[i].message.number == request_journal_export) continue; /* below */
        for (size_t g = 0; g < search->aviary->n_guests; g++)
            ask_all_ways(search, &search->aviary->guests[g], &table[i]);
    }
}

/* What commands answer in clear. */
static void words_search(struct search *search, const struct guest *guest, enum request number,
                         const void *body, uint64_t of)
{
    const struct request_desc *desc = request_desc(number);
    struct outcome_of_step out = house_step(search->aviary->house, &guest->who, number, body);
    struct buffer bytes;
    buffer_init(&bytes);
    if (out.reject == REJECT_OK) codec_encode(&bytes, desc->answer, &out.answer, VIEW_ALL);
    bytes_search(search, guest, desc->verb, slice_bytes(bytes.p, bytes.n), PERCH_WORDS, of);
    buffer_fini(&bytes);
    arena_reset(&search->aviary->house->arena);
}

static void reveals_search(struct search *search)
{
    for (size_t cage = 0; cage < CAGES; cage++)
        for (size_t g = 0; g < search->aviary->n_guests; g++) {
            const struct req_ticket_reveal reveal = {.ticket = search->aviary->cages[cage].id,
                                                     .reason = slice_of("because")};
            words_search(search, &search->aviary->guests[g], request_ticket_reveal, &reveal,
                         reveal.ticket);
        }
}

/* Given to the one who asked for it, and to nobody else. */
static void disclosures_given(void **state)
{
    static struct aviary room;
    struct aviary *aviary = &room;
    aviary_fill(aviary, *state);
    struct row_disclosure row;
    size_t given = 0;
    for (uint64_t id = 1; disclosure_get(store_txn(aviary->house->store), id, &row); id++) {
        struct outcome_of_step out;
        const struct req_disclosure_give give = {.disclosure = id};
        DO(aviary->house, WHO("leader"), disclosure_grant, .disclosure = id,
           .note = slice_of("yes"));
        for (size_t g = 0; g < aviary->n_guests; g++) {
            if (strcmp(aviary->guests[g].name, "desk") == 0) continue;
            out = house_step(aviary->house, &aviary->guests[g].who, request_disclosure_give, &give);
            assert_int_not_equal(out.reject, REJECT_OK);
        }
        out = house_step(aviary->house, WHO("desk"), request_disclosure_give, &give);
        assert_int_equal(out.reject, REJECT_OK);
        assert_true(memcmp(out.answer.caller_words.name.p, CANARY_MARK, 4) == 0);
        given++;
    }
    assert_int_equal(given, 5); /* of seven kinds, two are anonymous */
}

static void answers_hold_what_is_granted(void **state)
{
    static struct aviary aviary;
    static struct matrix matrix;
    matrix_read(&matrix);
    aviary_fill(&aviary, *state);
    struct search search = {.aviary = &aviary, .matrix = &matrix};
    questions_search(&search);
    reveals_search(&search);
    print_message("%zu canaries, %zu guests, %zu answers, %zu looked for, %zu found\n",
                  aviary.n_canaries, aviary.n_guests, search.answers, search.searched,
                  search.found);
    assert_int_equal(search.differ, 0);
    assert_true(search.found > 1000);
}

/* A right more or less in the matrix does not go unnoticed. */
static void a_flipped_grant_is_noticed(void **state)
{
    static struct aviary aviary;
    static struct matrix matrix;
    static const struct {
        enum matrix_kind kind;
        enum verb verb;
        enum matrix_role role;
        enum matrix_relation relation;
    } flips[] = {
        {MATRIX_KIND_normal, VERB_READ, MATRIX_ROLE_inspector, MATRIX_none},
        {MATRIX_KIND_normal, VERB_READ, MATRIX_ROLE_lead, MATRIX_none},
        {MATRIX_KIND_normal, VERB_READ, MATRIX_ROLE_unit, MATRIX_counit},
        {MATRIX_KIND_internal, VERB_READ, MATRIX_ROLE_inspector, MATRIX_none},
        {MATRIX_KIND_confidential, VERB_READ, MATRIX_ROLE_leader, MATRIX_instructed},
        {MATRIX_KIND_report, VERB_REVEAL, MATRIX_ROLE_unit, MATRIX_unit},
        {MATRIX_KIND_anonymous, VERB_REVEAL, MATRIX_ROLE_operator, MATRIX_none},
        {MATRIX_KIND_anonymous, VERB_READ_CALLER, MATRIX_ROLE_operator, MATRIX_own_draft},
        {MATRIX_KIND_normal, VERB_READ_ORIGIN, MATRIX_ROLE_unit, MATRIX_unit},
        {MATRIX_KIND_report, VERB_READ, MATRIX_ROLE_desk, MATRIX_accused},
    };
    aviary_fill(&aviary, *state);
    for (size_t i = 0; i < sizeof flips / sizeof *flips; i++) {
        matrix_read(&matrix);
        for (size_t verb = 0; verb < MATRIX_VERB_N; verb++) {
            if (matrix_verbs[verb].verb != flips[i].verb) continue;
            char *cell = &matrix.lines[flips[i].kind][verb].cells[flips[i].role][flips[i].relation];
            *cell = *cell == '.' ? matrix_letters[flips[i].relation] : '.';
        }
        struct search search = {.aviary = &aviary, .matrix = &matrix, .quiet = true};
        if (flips[i].verb == VERB_REVEAL)
            reveals_search(&search);
        else
            for (size_t g = 0; g < aviary.n_guests; g++)
                ask_all_ways(&search, &aviary.guests[g], request_desc(request_ticket_show));
        if (search.differ == 0) fail_msg("flip %zu went unnoticed", i);
    }
}

/* R25: that a callback is late reaches the lead, as a number. */
static void of_a_hidden_callback_the_lead_hears_the_number(void **state)
{
    static struct aviary aviary;
    aviary_fill(&aviary, *state);
    struct txn *txn = store_txn(aviary.house->store);
    struct cursor cursor;
    struct row_ticket row = {0};
    cursor_table(&cursor, txn, TABLE_ticket, 0, &row, false, false);
    assert_true(cursor_next(&cursor, &row));
    const struct fact_ticket_warned late = {
        .ticket = row.ticket, .to = 1, .warning = warning_lead, .due_ms = 1, .guarded_unit = 1};
    struct fact fact = {
        .type = fact_type_ticket_warned, .by = 1, .station = 1, .body.ticket_warned = late};
    fact_guard(txn, &fact);
    struct topic topics[FACT_TOPICS_MAX];
    assert_int_equal(fact_topics(&fact, topics), 2);
    assert_string_equal(topics[1].s, TOPIC_LEAD);
    const struct fact_ticket_warned *left = &fact.body.ticket_warned;
    assert_int_equal(left->ticket, row.ticket);
    assert_int_equal(left->warning, warning_lead);
    assert_int_equal(left->to + left->due_ms + left->unit + left->guarded_unit, 0);
    assert_int_equal(fact.by + fact.station, 0);
}

/* What is published and what is exported is in everybody's hands: no word at all, and of hidden
 * tickets neither unit nor person. */
static void facts_hold_no_word(void **state)
{
    static struct aviary aviary;
    aviary_fill(&aviary, *state);
    struct txn *txn = store_txn(aviary.house->store);
    for (uint64_t seq = 1; seq <= journal_head(txn); seq++) {
        struct fact fact;
        struct slice kept;
        struct buffer out;
        buffer_init(&out);
        assert_true(journal_read(txn, seq, &fact, NULL) && journal_bytes(txn, seq, &kept));
        uint64_t ticket = fact_ticket(&fact);
        fact_guard(txn, &fact);
        fact_encode(&out, &fact, VIEW_PUBLIC);
        assert_null(memmem(out.p, out.n, CANARY_MARK, 4));
        assert_null(memmem(out.p, out.n, CANARY_DIGITS, 4));
        assert_null(memmem(kept.p, kept.n, CANARY_MARK, 4));
        assert_null(memmem(kept.p, kept.n, CANARY_DIGITS, 4));
        if (ticket) { /* all of this house accuse somebody */
            struct topic topics[FACT_TOPICS_MAX];
            assert_int_equal(fact_topics(&fact, topics), 1);
            assert_int_equal(fact_ticket(&fact), ticket);
            assert_int_equal(fact.by + fact.station, 0);
            assert_true(out.n < 32);
        }
        buffer_fini(&out);
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, house_setup, house_teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(answers_hold_what_is_granted),
        TEST(disclosures_given),
        TEST(a_flipped_grant_is_noticed),
        TEST(facts_hold_no_word),
        TEST(of_a_hidden_callback_the_lead_hears_the_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
