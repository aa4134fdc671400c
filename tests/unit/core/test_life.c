#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "server/core/life.h"

enum { MOST = 64 };  /* more than any vocabulary has */
enum { FACTS = 10 }; /* of one life */

static void rows_stand_once(void **state)
{
    (void)state;
    for (int life = 0; life < LIVES; life++) {
        size_t n;
        const struct life_row *rows = life_table((enum life)life, &n);
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < i; j++)
                assert_false(rows[i].state == rows[j].state && rows[i].event == rows[j].event);
    }
}

static const struct life_row *row_by_walk(enum life life, uint64_t from, uint64_t event)
{
    size_t n;
    const struct life_row *rows = life_table(life, &n);
    for (size_t i = 0; i < n; i++)
        if (rows[i].state == from && rows[i].event == event) return &rows[i];
    return NULL;
}

static void finding_is_the_table(void **state)
{
    (void)state;
    for (int life = 0; life < LIVES; life++) {
        for (uint64_t from = 0; from < MOST; from++)
            for (uint64_t event = 0; event < MOST; event++)
                assert_ptr_equal(life_find((enum life)life, from, event),
                                 row_by_walk((enum life)life, from, event));
        assert_null(life_find((enum life)life, UINT64_MAX, 1));
        assert_null(life_find((enum life)life, 1, UINT64_MAX));
    }
}

static void states_can_be_reached(void **state)
{
    (void)state;
    for (int life = 0; life < LIVES; life++) {
        bool reached[MOST] = {true};
        const struct vocabulary *states = vocabulary_of(life_states((enum life)life));
        size_t n;
        const struct life_row *rows = life_table((enum life)life, &n);
        for (size_t round = 0; round < n; round++)
            for (size_t i = 0; i < n; i++)
                if (reached[rows[i].state]) reached[rows[i].next] = true;
        for (size_t i = 0; i < states->n; i++)
            if (!reached[states->words[i].number])
                fail_msg("%s: nothing leads to %s", life_name((enum life)life),
                         states->words[i].name);
    }
}

static void events_happen_somewhere(void **state)
{
    (void)state;
    for (int life = 0; life < LIVES; life++) {
        const struct vocabulary *events = vocabulary_of(life_events((enum life)life));
        size_t n;
        const struct life_row *rows = life_table((enum life)life, &n);
        for (size_t i = 0; i < events->n; i++) {
            bool happens = false;
            for (size_t j = 0; j < n; j++) happens |= rows[j].event == events->words[i].number;
            if (!happens)
                fail_msg("%s: %s never happens", life_name((enum life)life), events->words[i].name);
        }
    }
}

static bool ends(enum life life, uint64_t from)
{
    for (uint64_t event = 0; event < MOST; event++)
        if (life_find(life, from, event)) return false;
    return true;
}

static void only_the_last_states_end(void **state)
{
    (void)state;
    for (uint64_t from = 1; from <= agent_state_missed; from++)
        assert_false(ends(LIFE_agent, from));
    for (uint64_t from = 1; from <= call_state_abandoned; from++)
        assert_int_equal(ends(LIFE_call, from),
                         from == call_state_ended || from == call_state_abandoned);
    for (uint64_t from = 1; from <= ticket_state_committed; from++)
        assert_int_equal(ends(LIFE_ticket, from), from == ticket_state_rejected);
    for (uint64_t from = 1; from <= score_state_withdrawn; from++)
        assert_int_equal(ends(LIFE_score, from),
                         from == score_state_upheld || from == score_state_withdrawn);
    for (uint64_t from = 1; from <= disclosure_state_given; from++)
        assert_int_equal(ends(LIFE_disclosure, from),
                         from == disclosure_state_refused || from == disclosure_state_given);
}

/* Journal and rules agree on which fact records what. */
static void facts_are_of_their_life(void **state)
{
    (void)state;
    static const uint64_t of[LIVES][FACTS] = {
        [LIFE_call] = {fact_type_call_arrived, fact_type_call_offered, fact_type_call_answered,
                       fact_type_call_lapsed, fact_type_call_abandoned, fact_type_call_ended,
                       fact_type_call_transferred, fact_type_call_requeued, fact_type_call_moved,
                       fact_type_call_given_back},
        [LIFE_agent] = {fact_type_agent_moved},
        [LIFE_ticket] = {fact_type_ticket_saved, fact_type_ticket_moved, fact_type_ticket_noted,
                         fact_type_ticket_filled, fact_type_ticket_linked},
        [LIFE_score] = {fact_type_score_given, fact_type_score_moved},
        [LIFE_disclosure] = {fact_type_disclosure_asked, fact_type_disclosure_moved},
    };
    for (int life = 0; life < LIVES; life++) {
        size_t n;
        const struct life_row *rows = life_table((enum life)life, &n);
        for (size_t i = 0; i < n; i++) {
            bool known = false;
            for (size_t j = 0; j < FACTS; j++) known |= of[life][j] == rows[i].fact;
            if (!known) fail_msg("%s: row %zu is of a foreign fact", life_name((enum life)life), i);
        }
    }
}

/* A step that is only recorded leaves the ticket where it is. */
static void notes_stay(void **state)
{
    (void)state;
    size_t n;
    const struct life_row *rows = life_table(LIFE_ticket, &n);
    for (size_t i = 0; i < n; i++)
        if (rows[i].fact == fact_type_ticket_noted || rows[i].fact == fact_type_ticket_filled)
            assert_int_equal(rows[i].state, rows[i].next);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_stand_once),
        cmocka_unit_test(finding_is_the_table),
        cmocka_unit_test(states_can_be_reached),
        cmocka_unit_test(events_happen_somewhere),
        cmocka_unit_test(only_the_last_states_end),
        cmocka_unit_test(facts_are_of_their_life),
        cmocka_unit_test(notes_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
