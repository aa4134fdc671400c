/* Every role, every verb and every event, every kind of ticket, every relation to it: against
 * tests/golden/matrix.txt, which was gone through by hand, and against rules that hold for all of
 * it. UPDATE=1 writes the file anew: read the difference before it is kept. */
#include <setjmp.h>
#include <stdarg.h>

#include <unistd.h>

#include <cmocka.h>

#include "tests/unit/core/matrix.h"

enum { ME = 5, OTHER = 6, UNIT = 7, ABOVE = 70, ELSEWHERE = 8, TICKET = 1, COSIGNED = 3 };

/* A journal whose only fact plants the rows that rights are read from. */
static void plant(struct txn *txn, const struct fact *fact)
{
    if (fact->type != fact_type_console_used) return;
    unit_put(txn, &(struct row_unit){.unit = ABOVE});
    unit_put(txn, &(struct row_unit){.unit = UNIT, .parent = ABOVE});
    unit_put(txn, &(struct row_unit){.unit = ELSEWHERE});
    person_put(txn, &(struct row_person){.person = ME, .unit = UNIT});
    person_put(txn, &(struct row_person){.person = OTHER});
    table_put(txn, TABLE_counit, &(struct row_counit){.ticket = COSIGNED, .unit = UNIT});
}

static struct who who_of(enum matrix_role role)
{
    if (role == MATRIX_ROLE_console)
        return (struct who){.console = true, .roles = ROLE_BIT(role_admin)};
    if (role == MATRIX_ROLE_nobody) return (struct who){.station = 1, .roles = UINT64_MAX};
    uint64_t number = word_number(vocabulary_of(VOCABULARY_role), slice_of(matrix_roles[role]));
    assert_int_not_equal(number, 0);
    return (struct who){
        .person = ME, .session = 1, .station = 1, .unit = UNIT, .roles = ROLE_BIT(number)};
}

static struct row_ticket ticket_of(enum matrix_kind kind, enum matrix_relation relation)
{
    struct row_ticket row = {
        .ticket = TICKET,
        .state = ticket_state_handling,
        .owner = OTHER,
        .unit = ELSEWHERE,
        .leader = OTHER,
        .type = matrix_kinds[kind].type,
        .anonymity = matrix_kinds[kind].anonymity,
        .secrecy = matrix_kinds[kind].secrecy,
    };
    bool all = relation == MATRIX_accused_and_all;
    if (relation == MATRIX_own_draft) row.state = ticket_state_draft;
    if (relation == MATRIX_own || relation == MATRIX_own_draft || all) row.owner = ME;
    if (relation == MATRIX_unit || all) row.unit = UNIT;
    if (relation == MATRIX_counit) row.ticket = COSIGNED;
    if (relation == MATRIX_leader || all) row.leader = ME;
    if (relation == MATRIX_instructed) row.state = ticket_state_instructed;
    if (relation == MATRIX_accused || all) row.accused = UNIT;
    if (relation == MATRIX_below) row.accused = ABOVE;
    if (relation == MATRIX_culprit) row.culprit = ME;
    return row;
}

struct asked {
    const char *name;
    enum verb verb;
    enum ticket_event event;
};

/* The verbs, then the events, then one event past the last. */
static struct asked asked_at(size_t i)
{
    const struct vocabulary *events = vocabulary_of(VOCABULARY_ticket_event);
    if (i < MATRIX_VERB_N)
        return (struct asked){matrix_verbs[i].name, matrix_verbs[i].verb, ticket_event_none};
    i -= MATRIX_VERB_N;
    if (i < events->n)
        return (struct asked){events->words[i].name, VERB_ACT,
                              (enum ticket_event)events->words[i].number};
    return (struct asked){"past_the_last", VERB_ACT,
                          (enum ticket_event)(events->words[events->n - 1].number + 1)};
}

static size_t asked_n(void)
{
    return MATRIX_VERB_N + vocabulary_of(VOCABULARY_ticket_event)->n + 1;
}

static bool granted(struct store *store, enum matrix_role role, enum matrix_kind kind,
                    const struct asked *asked, enum matrix_relation relation)
{
    const struct who who = who_of(role);
    const struct row_ticket ticket = ticket_of(kind, relation);
    return may_ticket(store_txn(store), &who, asked->verb, asked->event, &ticket);
}

static void write_file(struct store *store)
{
    FILE *file = fopen(matrix_path, "w");
    assert_non_null(file);
    fputs("# Who may do what with which kind of ticket; tests/unit/core/matrix.h says how to read "
          "it.\n# The letters of a cell:",
          file);
    for (int i = 0; i < MATRIX_RELATION_N; i++)
        fprintf(file, "%s %c %s", i ? "," : "", matrix_letters[i], matrix_relations[i]);
    fputc('\n', file);
    for (enum matrix_kind kind = 0; kind < MATRIX_KIND_N; kind++) {
        fprintf(file, "\n#%-19s %-14s", "kind", "verb");
        for (int role = 0; role < MATRIX_ROLE_N; role++)
            fprintf(file, " %-11s", matrix_roles[role]);
        fputc('\n', file);
        for (size_t i = 0; i < asked_n(); i++) {
            struct asked asked = asked_at(i);
            fprintf(file, "%-20s %-14s", matrix_kinds[kind].name, asked.name);
            for (enum matrix_role role = 0; role < MATRIX_ROLE_N; role++) {
                fputc(' ', file);
                for (enum matrix_relation r = 0; r < MATRIX_RELATION_N; r++)
                    fputc(granted(store, role, kind, &asked, r) ? matrix_letters[r] : '.', file);
            }
            fputc('\n', file);
        }
    }
    fclose(file);
}

static size_t line_compare(struct store *store, const struct matrix_line *line,
                           enum matrix_kind kind, const struct asked *asked)
{
    assert_string_equal(line->kind, matrix_kinds[kind].name);
    assert_string_equal(line->verb, asked->name);
    for (enum matrix_role role = 0; role < MATRIX_ROLE_N; role++)
        for (enum matrix_relation r = 0; r < MATRIX_RELATION_N; r++)
            if (granted(store, role, kind, asked, r) != matrix_cell(line, role, r))
                fail_msg("%s %s: %s, %s: %s", line->kind, line->verb, matrix_roles[role],
                         matrix_relations[r], matrix_cell(line, role, r) ? "denied" : "granted");
    return MATRIX_ROLE_N * MATRIX_RELATION_N;
}

static void all_cells_are_as_written(void **state)
{
    struct store *store = *state;
    if (getenv("UPDATE")) write_file(store);
    FILE *file = fopen(matrix_path, "r");
    assert_non_null(file);
    struct matrix_line line;
    size_t cells = 0;
    for (enum matrix_kind kind = 0; kind < MATRIX_KIND_N; kind++) {
        for (size_t i = 0; i < asked_n(); i++) {
            struct asked asked = asked_at(i);
            assert_true(matrix_next(file, &line));
            cells += line_compare(store, &line, kind, &asked);
        }
    }
    assert_false(matrix_next(file, &line));
    fclose(file);
    print_message("%zu cells\n", cells);
}

/* The words of a cell on the page. */
static void cell_print(FILE *out, struct store *store, enum matrix_role role, enum matrix_kind kind,
                       const struct asked *asked)
{
    static const struct {
        enum matrix_relation relation;
        const char *word;
    } parts[] = {{MATRIX_own, "own"},
                 {MATRIX_unit, "unit"},
                 {MATRIX_counit, "co-unit"},
                 {MATRIX_leader, "named"},
                 {MATRIX_instructed, "instructed"}};
    bool all = granted(store, role, kind, asked, MATRIX_none);
    bool unit = granted(store, role, kind, asked, MATRIX_unit);
    const char *between = "";
    if (all) fputs(unit ? "all" : "all but their unit's", out);
    if (!all && !granted(store, role, kind, asked, MATRIX_own) &&
        granted(store, role, kind, asked, MATRIX_own_draft))
        fputs("own draft", out), between = ", ";
    for (size_t i = 0; !all && i < sizeof parts / sizeof *parts; i++) {
        if (!granted(store, role, kind, asked, parts[i].relation)) continue;
        fprintf(out, "%s%s", between, parts[i].word);
        between = ", ";
    }
}

static void page_print(FILE *out, struct store *store)
{
    for (enum matrix_kind kind = 0; kind < MATRIX_KIND_N; kind++) {
        fprintf(out, "\n### %s\n\n| |", matrix_kinds[kind].name);
        for (int role = 0; role < MATRIX_ROLE_trunk; role++)
            fprintf(out, " %s |", matrix_roles[role]);
        fputs("\n|---|", out);
        for (int role = 0; role < MATRIX_ROLE_trunk; role++) fputs("---|", out);
        fputc('\n', out);
        for (size_t i = 0; i < MATRIX_VERB_N; i++) {
            struct asked asked = asked_at(i);
            fprintf(out, "| %s |", asked.name);
            for (enum matrix_role role = 0; role < MATRIX_ROLE_trunk; role++) {
                fputc(' ', out);
                cell_print(out, store, role, kind, &asked);
                fputs(" |", out);
            }
            fputc('\n', out);
        }
    }
    fputc('\n', out);
}

/* docs/confidentiality.md has the sights between two marks. */
static void the_page_says_the_same(void **state)
{
    static const char path[] = TEST_DIR "/../docs/confidentiality.md";
    static const char begin[] = "<!-- matrix -->\n", end[] = "<!-- /matrix -->\n";
    static char page[64 * 1024];
    char *fresh = NULL;
    size_t fresh_n = 0;
    FILE *out = open_memstream(&fresh, &fresh_n), *file = fopen(path, "r");
    assert_non_null(file);
    page_print(out, *state);
    fclose(out);
    page[fread(page, 1, sizeof page - 1, file)] = '\0';
    fclose(file);
    char *at = strstr(page, begin), *after = strstr(page, end);
    assert_true(at && after);
    at += strlen(begin);
    if (getenv("UPDATE")) {
        file = fopen(path, "w");
        fprintf(file, "%.*s%s%s", (int)(at - page), page, fresh, after);
        fclose(file);
    } else if ((size_t)(after - at) != fresh_n || memcmp(at, fresh, fresh_n) != 0) {
        fail_msg("%s does not say what is granted; UPDATE=1 rewrites it", path);
    }
    free(fresh);
}

/* All sets of two roles, in place of one. */
static void for_pairs(void **state, void (*look)(struct txn *txn, const struct who *who))
{
    struct txn *txn = store_txn(*state);
    for (uint64_t a = role_operator; a <= role_trunk; a++)
        for (uint64_t b = a; b <= role_trunk; b++) {
            const struct who who = {.person = ME,
                                    .session = 1,
                                    .station = 1,
                                    .unit = UNIT,
                                    .roles = ROLE_BIT(a) | ROLE_BIT(b)};
            look(txn, &who);
        }
}

static bool granted_any(struct txn *txn, const struct who *who, const struct row_ticket *ticket)
{
    for (size_t i = 0; i < asked_n(); i++) {
        struct asked asked = asked_at(i);
        if (may_ticket(txn, who, asked.verb, asked.event, ticket)) return true;
    }
    return may_disclose(txn, who, disclosure_event_ask, ticket, 0) ||
           may_disclose(txn, who, disclosure_event_grant, ticket, OTHER) ||
           may_disclose(txn, who, disclosure_event_give, ticket, ME) ||
           may_see_disclosure(txn, who, ticket);
}

static void accused_get_nothing(struct txn *txn, const struct who *who)
{
    static const enum matrix_relation about[] = {MATRIX_accused, MATRIX_below, MATRIX_culprit,
                                                 MATRIX_accused_and_all};
    const struct vocabulary *states = vocabulary_of(VOCABULARY_ticket_state);
    for (enum matrix_kind kind = 0; kind < MATRIX_KIND_N; kind++)
        for (size_t i = 0; i < sizeof about / sizeof *about; i++) {
            struct row_ticket ticket = ticket_of(kind, about[i]);
            for (size_t s = 0; s < states->n; s++) {
                ticket.state = states->words[s].number;
                assert_false(granted_any(txn, who, &ticket));
            }
        }
}

/* R76: whatever other roles they hold, in whatever state it is. */
static void nobody_of_the_accused_gets_anything(void **state)
{
    for_pairs(state, accused_get_nothing);
}

static void handlers_learn_nothing(struct txn *txn, const struct who *who)
{
    static const enum matrix_relation of_unit[] = {MATRIX_unit, MATRIX_counit};
    static const enum matrix_kind hiding[] = {MATRIX_KIND_report, MATRIX_KIND_anonymous,
                                              MATRIX_KIND_anonymous_report,
                                              MATRIX_KIND_confidential_report};
    for (size_t k = 0; k < sizeof hiding / sizeof *hiding; k++)
        for (size_t i = 0; i < 2; i++) {
            const struct row_ticket ticket = ticket_of(hiding[k], of_unit[i]);
            static const enum verb telling[] = {VERB_READ_ORIGIN, VERB_READ_MASKED,
                                                VERB_READ_CALLER, VERB_REVEAL};
            for (size_t v = 0; v < sizeof telling / sizeof *telling; v++)
                assert_false(may_ticket(txn, who, telling[v], ticket_event_none, &ticket));
            assert_false(may_disclose(txn, who, disclosure_event_ask, &ticket, 0));
            assert_false(may_disclose(txn, who, disclosure_event_give, &ticket, ME));
        }
}

/* R77: a handling unit never learns who made a report, or who stays anonymous. */
static void nobody_who_handles_a_report_learns_of_whom(void **state)
{
    for_pairs(state, handlers_learn_nothing);
}

/* Each verb asks for the one before it; nobody acts on what they do not see; the console, the
 * administrator and the team lead read nothing; nobody is nobody. */
static void verbs_build_on_each_other(void **state)
{
    struct store *store = *state;
    static const enum matrix_role readless[] = {MATRIX_ROLE_admin, MATRIX_ROLE_console,
                                                MATRIX_ROLE_lead, MATRIX_ROLE_trunk,
                                                MATRIX_ROLE_nobody};
    const struct asked see = {"see", VERB_SEE, 0}, read = {"read", VERB_READ, 0};
    for (enum matrix_kind kind = 0; kind < MATRIX_KIND_N; kind++)
        for (enum matrix_relation r = 0; r < MATRIX_RELATION_N; r++) {
            for (enum matrix_role role = 0; role < MATRIX_ROLE_N; role++)
                for (size_t i = 0; i < asked_n(); i++) {
                    struct asked asked = asked_at(i);
                    if (asked.verb == VERB_AUDIT || !granted(store, role, kind, &asked, r))
                        continue;
                    assert_true(granted(store, role, kind, &see, r));
                    if (asked.verb == VERB_READ_MASKED || asked.verb == VERB_READ_CALLER ||
                        asked.verb == VERB_REVEAL)
                        assert_true(granted(store, role, kind, &read, r));
                }
            for (size_t i = 0; i < sizeof readless / sizeof *readless; i++)
                assert_false(granted(store, readless[i], kind, &read, r));
        }
}

/* R75: an anonymous caller is masked for nobody, but shown to who takes it down, or on request to
 * those who ring back. */
static void anonymous_callers_are_nobody(void **state)
{
    struct store *store = *state;
    const struct asked masked = {"read_masked", VERB_READ_MASKED, 0},
                       reveal = {"reveal", VERB_REVEAL, 0}, clear = {"", VERB_READ_CALLER, 0};
    static const enum matrix_kind kinds[] = {MATRIX_KIND_anonymous, MATRIX_KIND_anonymous_report};
    for (size_t k = 0; k < 2; k++)
        for (enum matrix_role role = 0; role < MATRIX_ROLE_N; role++)
            for (enum matrix_relation r = 0; r < MATRIX_RELATION_N; r++) {
                bool rings_back = role == MATRIX_ROLE_operator || role == MATRIX_ROLE_desk;
                assert_false(granted(store, role, kinds[k], &masked, r));
                if (granted(store, role, kinds[k], &reveal, r)) assert_true(rings_back);
                if (granted(store, role, kinds[k], &clear, r))
                    assert_true(role == MATRIX_ROLE_operator && r == MATRIX_own_draft);
            }
}

/* R79: who asked does not decide, whatever they are; nothing of an anonymous caller is passed on.
 */
static void disclosures_need_two(struct txn *txn, const struct who *who)
{
    for (enum matrix_kind kind = 0; kind < MATRIX_KIND_N; kind++)
        for (enum matrix_relation r = 0; r < MATRIX_RELATION_N; r++) {
            const struct row_ticket ticket = ticket_of(kind, r);
            assert_false(may_disclose(txn, who, disclosure_event_grant, &ticket, ME));
            assert_false(may_disclose(txn, who, disclosure_event_refuse, &ticket, ME));
            assert_false(may_disclose(txn, who, disclosure_event_give, &ticket, OTHER));
            bool anonymous = matrix_kinds[kind].anonymity == anonymity_anonymous;
            if (anonymous || !may_ticket(txn, who, VERB_REVEAL, 0, &ticket))
                assert_false(may_disclose(txn, who, disclosure_event_ask, &ticket, 0));
            uint64_t deciders = ROLE_BIT(role_leader) | ROLE_BIT(role_head);
            if (!(who->roles & deciders))
                assert_false(may_disclose(txn, who, disclosure_event_grant, &ticket, OTHER));
        }
}

static void who_asked_does_not_decide(void **state)
{
    for_pairs(state, disclosures_need_two);
}

/* A ticket without a unit is nobody's unit's, also not of somebody without one. */
static void no_unit_is_not_a_unit(void **state)
{
    const struct row_ticket ticket = {.ticket = 1, .state = ticket_state_draft, .owner = OTHER};
    const struct who who = {.person = ME, .roles = ROLE_BIT(role_unit)};
    assert_false(may_ticket(store_txn(*state), &who, VERB_SEE, ticket_event_none, &ticket));
}

#define TEST(f) cmocka_unit_test(f)

struct scratch {
    char dir[64];
    struct store *store;
};

static struct scratch scratch;

static int setup(void **state)
{
    const char *base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(scratch.dir, sizeof scratch.dir, "%s/rexian-matrix-XXXXXX", base);
    assert_non_null(mkdtemp(scratch.dir));
    char data[96], why[256] = "";
    snprintf(data, sizeof data, "%s/data", scratch.dir);
    const struct store_options options = {
        .dir = data, .map_bytes = UINT64_C(1) << 28, .segment_bytes = 1024 * 1024, .apply = plant};
    if (store_init(&options, 1, why, sizeof why)) fail_msg("%s", why);
    if (store_open(&options, &scratch.store, why, sizeof why)) fail_msg("%s", why);
    struct fact fact = {.type = fact_type_console_used, .at_ms = 1, .body.console_used.request = 1};
    journal_append(store_txn(scratch.store), &fact);
    *state = scratch.store;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    char command[96];
    store_close(&scratch.store);
    snprintf(command, sizeof command, "rm -rf '%s'", scratch.dir);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(all_cells_are_as_written),
        TEST(the_page_says_the_same),
        TEST(nobody_of_the_accused_gets_anything),
        TEST(nobody_who_handles_a_report_learns_of_whom),
        TEST(verbs_build_on_each_other),
        TEST(anonymous_callers_are_nobody),
        TEST(who_asked_does_not_decide),
        TEST(no_unit_is_not_a_unit),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
