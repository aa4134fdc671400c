/* The table of keys: one key never means two things at once, and docs/desk.md tells every key. */
#include "client/desk/keys.h"
#include "client/screen/language.h"
#include "tests/unit/desk/rig.h"

enum { ROWS = 24, COLS = 80, CALL = 501, TICKET = 90, LINE_MOST = 400 };

static struct rig rig;

static int start(void **state)
{
    (void)state;
    rig_start(&rig, ROWS, COLS, NULL);
    rig_sign_in(&rig);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    rig_stop(&rig);
    return 0;
}

static bool same_key(const struct keypress *a, const struct keypress *b)
{
    return a->kind == b->kind && a->name == b->name && a->letter == b->letter;
}

static void expect_one_meaning(void)
{
    const struct desk *desk = rig.desk;
    char key[24];
    for (int i = 0; i < DESK_BINDS; i++) {
        const struct keybind *bind = &desk_binds[i];
        if (bind->key.kind == KEYS_NONE || !desk_allows(desk, bind->intent)) continue;
        for (int j = i + 1; j < DESK_BINDS; j++) {
            const struct keybind *other = &desk_binds[j];
            if (!same_key(&bind->key, &other->key) || !desk_allows(desk, other->intent)) continue;
            fail_msg("%s is %s and %s: call %d, part %d, outside %d, closing %d, agent %d, view %d",
                     keypress_text(&bind->key, key, sizeof key), bind->label, other->label,
                     desk->live.state, desk->live.part, desk->live.outside, desk->live.closing,
                     desk->state, desk->view);
        }
    }
}

/* In every state of the call and the agent, possible or not, in every view. */
static void test_a_key_means_one_thing(void **state)
{
    (void)state;
    struct desk *desk = rig.desk;
    struct rec_ticket_card card = {.ticket = TICKET, .state = ticket_state_registered, .masked = 1};
    card.events = UINT64_MAX & ~(UINT64_C(1) << ticket_event_satisfied); /* of another state */
    rig_ready(&rig);
    rig_take(&rig, CALL);
    desk_show_card(desk, TICKET);
    rig_answer(&rig, request_ticket_show, &card);
    desk->verifies = true;
    for (int call = call_state_waiting; call <= call_state_unreached; call++)
        for (int bits = 0; bits < 12; bits++)
            for (int agent = agent_state_out; agent <= agent_state_absent; agent++)
                for (int view = VIEW_HOME; view <= VIEW_CARD; view++) {
                    desk->live.state = (enum call_state)call;
                    desk->live.part = (enum call_part)(bits / 4);
                    desk->live.outside = bits & 1;
                    desk->live.closing = bits & 2;
                    desk->state = (enum agent_state)agent;
                    desk->view = (enum view)view;
                    expect_one_meaning();
                }
}

/* ---- the page ---- */

static char *read_page(void)
{
    FILE *file = fopen(TEST_DIR "/../docs/desk.md", "r");
    assert_non_null(file);
    char *text = arena_take(&rig.arena, 256 * 1024);
    size_t n = fread(text, 1, 256 * 1024 - 1, file);
    text[n] = 0;
    fclose(file);
    return text;
}

static void test_page_tells_every_key(void **state)
{
    (void)state;
    const char *at = read_page();
    int missing = 0;
    for (int i = 0; i < DESK_BINDS; i++) {
        const struct keybind *bind = &desk_binds[i];
        char key[24], row[LINE_MOST];
        keypress_text(&bind->key, key, sizeof key);
        snprintf(row, sizeof row, "| %s | %s | %s |\n", key[0] ? key : "Ctrl-P", bind->label,
                 bind->help);
        const char *found = strstr(at, row);
        if (found)
            at = found;
        else if (++missing)
            fprintf(stderr, "docs/desk.md lacks, in this place: %s", row);
    }
    assert_int_equal(missing, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_key_means_one_thing, start, stop),
        cmocka_unit_test_setup_teardown(test_page_tells_every_key, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
