/* Where the wall's figures come from, how they go on between summaries, and its keys. */
#include "tests/unit/wall/rig.h"

static struct rig rig;
static struct centre centre;

static int begin(void **state)
{
    (void)state;
    rig_start(&rig, 24, 80);
    rig_sign_in(&rig, 5);
    centre_normal(&centre);
    return 0;
}

static int end(void **state)
{
    (void)state;
    rig_stop(&rig);
    return 0;
}

static void answer(void)
{
    rig_answer(&rig, request_wall_show, &centre.wall);
}

static void figures_are_asked_for_and_subscribed_to(void **state)
{
    (void)state;
    assert_int_equal(rig_unanswered(&rig, request_wall_show), 1);
    assert_true(rig_hears(&rig, "w"));
    assert_null(wall_figures(rig.wall));
    rig_shows(&rig, "Asking for the figures");
    answer();
    rig_shows(&rig, "Live figures of 11:00:00");
    rig_shows(&rig, "赵一");
}

/* R25: how many, and which one came last; of other warnings a wall says nothing. */
static void late_callbacks_are_told_to_the_lead(void **state)
{
    (void)state;
    answer();
    assert_true(rig_hears(&rig, TOPIC_LEAD));
    assert_false(rig_has(&rig, "callbacks late"));
    struct fact warned = {.type = fact_type_ticket_warned,
                          .body.ticket_warned = {.ticket = 17, .warning = warning_most}};
    rig_fact(&rig, warned);
    assert_false(rig_has(&rig, "Ticket 17"));
    warned.body.ticket_warned.warning = warning_lead;
    rig_fact(&rig, warned);
    rig_shows(&rig, "Ticket 17: the promised callback was not made.");
    centre.wall.callbacks = 3;
    rig_summary(&rig, &centre);
    rig_shows(&rig, "callbacks late: 3");
    centre.wall.callbacks = 0;
    rig_summary(&rig, &centre);
    assert_false(rig_has(&rig, "callbacks late"));
}

static void times_go_on_between_summaries(void **state)
{
    (void)state;
    answer();
    assert_int_equal(wall_now_ms(rig.wall), NOON_MS);
    rig_shows(&rig, "✓ 0:09");
    rig_shows(&rig, "talking            3:12");
    rig_wait(&rig, 2500);
    assert_int_equal(wall_now_ms(rig.wall), NOON_MS + 2500);
    rig_shows(&rig, "✓ 0:11");
    rig_shows(&rig, "talking            3:14");
    /* the local clock jumps: nothing changes, only durations are taken from this side */
    seat_time(&rig.seat, rig.mono_ms, NOON_MS + 7 * 86400000);
    rig_shows(&rig, "✓ 0:11");
    centre.wall.now_ms += 2600;
    rig_summary(&rig, &centre);
    assert_int_equal(wall_now_ms(rig.wall), NOON_MS + 2600);
}

static void a_wait_becomes_late_by_itself(void **state)
{
    (void)state;
    answer();
    assert_false(rig_has(&rig, "late"));
    for (int i = 0; i < 3; i++) {
        rig_wait(&rig, 4000);
        centre.wall.now_ms += 4000;
        rig_summary(&rig, &centre);
    }
    rig_shows(&rig, "▲ late 0:21");
}

static void old_figures_stand_still_and_say_so(void **state)
{
    (void)state;
    answer();
    rig_wait(&rig, WALL_SILENCE_MS);
    assert_false(wall_is_old(rig.wall));
    rig_wait(&rig, 1);
    assert_true(wall_is_old(rig.wall));
    assert_int_equal(wall_now_ms(rig.wall), NOON_MS);
    rig_shows(&rig, "■ OLD: figures of 11:00:00, 0:05 ago. No news");
    rig_shows(&rig, "✓ 0:09");
    centre.wall.now_ms += 6000;
    rig_summary(&rig, &centre);
    assert_false(wall_is_old(rig.wall));
    rig_shows(&rig, "Live figures of 11:00:06");
}

static void a_dispatcher_that_is_away_is_asked_when_it_is_back(void **state)
{
    (void)state;
    answer();
    seat_link(&rig.seat, LINK_AWAY);
    rig_wait(&rig, 1000);
    assert_true(wall_is_old(rig.wall));
    rig_shows(&rig, "OLD: figures of 11:00:00, 0:01 ago. The dispatcher is away");
    assert_int_equal(rig_unanswered(&rig, request_wall_show), 0);
    seat_link(&rig.seat, LINK_UP);
    assert_int_equal(rig_unanswered(&rig, request_wall_show), 1);
    centre.wall.now_ms += 1500;
    answer();
    assert_false(wall_is_old(rig.wall));
}

static void an_answer_that_was_overtaken_changes_names_alone(void **state)
{
    (void)state;
    centre.wall.now_ms += 500;
    centre.wall.open = 1;
    rig_summary(&rig, &centre);
    centre.wall.now_ms -= 400;
    centre.wall.open = 2;
    answer();
    assert_int_equal(wall_figures(rig.wall)->open, 1);
    rig_shows(&rig, "赵一");
}

static void somebody_unknown_is_asked_about_once_in_a_while(void **state)
{
    (void)state;
    answer();
    rig_wait(&rig, 1000);
    rig_summary(&rig, &centre);
    rig_wait(&rig, 3000);
    assert_int_equal(rig_unanswered(&rig, request_wall_show), 0);
    centre_agent(&centre, "1007", "新来", agent_state_ready, 0, 0);
    rig_summary(&rig, &centre);
    rig_wait(&rig, 10);
    assert_int_equal(rig_unanswered(&rig, request_wall_show), 1);
    assert_false(rig_has(&rig, "新来"));
    answer();
    rig_shows(&rig, "新来");
    rig_summary(&rig, &centre);
    rig_shows(&rig, "新来");
    /* an answer that does not know them either is not asked for again at once */
    centre_agent(&centre, "1008", "更新", agent_state_ready, 0, 0);
    rig_summary(&rig, &centre);
    rig_wait(&rig, 2000);
    centre.wall.agents.n--;
    answer();
    centre.wall.agents.n++;
    rig_summary(&rig, &centre);
    rig_wait(&rig, 1999);
    assert_int_equal(rig_unanswered(&rig, request_wall_show), 0);
    rig_wait(&rig, 1);
    assert_int_equal(rig_unanswered(&rig, request_wall_show), 1);
    answer();
    /* nobody unknown now, but names may change: once in five minutes */
    rig_wait(&rig, 60000);
    assert_int_equal(rig_unanswered(&rig, request_wall_show), 0);
    rig_wait(&rig, 240000);
    assert_int_equal(rig_unanswered(&rig, request_wall_show), 1);
    rig_refuse(&rig, request_wall_show, REJECT_NOT_SIGNED_IN, "", 0);
    assert_int_equal(rig.seat.stage, SEAT_OUT);
}

static void paused_figures_stay_and_the_newest_come_after(void **state)
{
    (void)state;
    answer();
    rig_key(&rig, K_F3);
    for (int i = 0; i < 4; i++) {
        rig_wait(&rig, 2000);
        centre.wall.now_ms += 2000;
        centre.wall.open++;
        rig_summary(&rig, &centre);
    }
    assert_int_equal(wall_figures(rig.wall)->open, 128);
    assert_int_equal(wall_now_ms(rig.wall), NOON_MS);
    assert_false(wall_is_old(rig.wall));
    rig_shows(&rig, "PAUSED: figures of 11:00:00, 0:08 ago");
    rig_wait(&rig, WALL_SILENCE_MS + 1);
    rig_shows(&rig, "OLD: figures of 11:00:00");
    rig_key(&rig, K_F3);
    assert_int_equal(wall_figures(rig.wall)->open, 132);
    rig_shows(&rig, "OLD: figures of 11:00:08, 0:05 ago");
}

static void nothing_is_left_after_signing_out(void **state)
{
    (void)state;
    answer();
    rig_press(&rig, key_ctrl('o'));
    struct rec_done done = {0};
    rig_answer(&rig, request_session_close, &done);
    assert_int_equal(rig.seat.stage, SEAT_OUT);
    assert_null(wall_figures(rig.wall));
    assert_int_equal(rig.n_topics, 0);
    assert_int_equal(wall_name(rig.wall, 1000).n, 0);
    rig_summary(&rig, &centre);
    assert_null(wall_figures(rig.wall));
}

/* What was asked before signing out (the dispatcher was away) is neither shown to whoever signs in
 * next nor, when it is refused, their end. */
static void a_late_answer_is_dropped(void **state)
{
    (void)state;
    struct rec_done done = {0};
    rig_press(&rig, key_ctrl('o'));
    rig_answer(&rig, request_session_close, &done);
    rig_sign_in(&rig, 6);
    rig_refuse(&rig, request_wall_show, REJECT_NOT_SIGNED_IN, "", 0);
    assert_int_equal(rig.seat.stage, SEAT_IN);
    assert_null(wall_figures(rig.wall));
    answer();
    assert_non_null(wall_figures(rig.wall));
    rig_key(&rig, K_F5);
    rig_press(&rig, key_ctrl('o'));
    rig_answer(&rig, request_session_close, &done);
    answer();
    assert_null(wall_figures(rig.wall));
    assert_int_equal(wall_name(rig.wall, 1000).n, 0);
}

static void pages_end_where_the_agents_end(void **state)
{
    (void)state;
    centre_large(&centre);
    answer();
    rig_shows(&rig, "1001 ");
    assert_false(rig_has(&rig, "1200 "));
    rig_key(&rig, K_PAGE_UP);
    assert_int_equal(rig.wall->pager->page, 0);
    for (int i = 0; i < 50; i++) {
        rig_key(&rig, K_PAGE_DOWN);
        seat_draw(&rig.seat, rig.grid);
    }
    assert_int_equal(rig.wall->pager->page, rig.wall->pager->pages - 1);
    rig_shows(&rig, "1200 ");
    rig_key(&rig, K_HOME);
    rig_shows(&rig, "1001 ");
    rig_key(&rig, K_END);
    rig_shows(&rig, "1200 ");
    rig_key(&rig, K_F2); /* by state: from the top again */
    assert_int_equal(rig.wall->pager->page, 0);
    rig_shows(&rig, "missed a call");
    /* everybody goes home: the page that was shown is no more */
    rig_key(&rig, K_END);
    centre.wall.agents.n = 1;
    rig_summary(&rig, &centre);
    rig_shows(&rig, "1001 ");
    assert_int_equal(rig.wall->pager->page, 0);
}

/* Every size that a terminal may have, also silly ones: nothing is drawn outside, nothing asserts.
 */
/* A summary holds two hundred; the others come page by page, and stay until newer ones are whole.
 */
static void agents_beyond_a_summary_are_asked_for(void **state)
{
    (void)state;
    static struct rec_agent_item more[120];
    static char numbers[120][8];
    centre_large(&centre);
    centre.wall.signed_in = LIMIT_PAGE + 120;
    answer();
    rig_wait(&rig, 100);
    const struct req_agent_list *ask = rig_body(&rig, request_agent_list);
    assert_int_equal(ask->after, centre.agents[LIMIT_PAGE - 1].person);
    for (int i = 0; i < 120; i++) {
        snprintf(numbers[i], sizeof numbers[i], "%d", 3000 + i);
        more[i] = (struct rec_agent_item){.person = 5000 + (uint64_t)i,
                                          .name = slice_of("褚十"),
                                          .state = agent_state_ready,
                                          .since_ms = NOON_MS};
        memcpy(more[i].number.s, numbers[i], sizeof numbers[i]);
    }
    rig_answer(&rig, request_agent_list,
               &(struct rec_agent_page){.rows = {more, 60}, .next = more[59].person});
    rig_shows(&rig, "200 agents"); /* half a round is not shown */
    rig_answer(&rig, request_agent_list, &(struct rec_agent_page){.rows = {more + 60, 60}});
    rig_shows(&rig, "320 agents");
    rig_key(&rig, K_END);
    rig_shows(&rig, "3119");
    rig_shows(&rig, "褚十");
    centre.wall.signed_in = LIMIT_PAGE;
    rig_summary(&rig, &centre);
    rig_wait(&rig, 100);
    rig_shows(&rig, "200 agents");
}

static void every_size_can_be_drawn(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1, 1},    {2, 10},   {5, 20},    {10, 30},  {24, 79},
                                   {24, 200}, {60, 200}, {300, 500}, {300, 20}, {8, 500}};
    static void (*const kinds[])(struct centre *) = {centre_empty, centre_normal, centre_busy,
                                                     centre_large};
    for (size_t kind = 0; kind < 4; kind++) {
        kinds[kind](&centre);
        centre.wall.now_ms += kind;
        rig_summary(&rig, &centre);
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            assert_int_equal(grid_resize(rig.grid, sizes[i][0], sizes[i][1]), ERR_OK);
            seat_draw(&rig.seat, rig.grid);
        }
    }
}

/* 200 at a desk's wide screen: everybody is seen at once. */
static void two_hundred_fit_a_large_screen(void **state)
{
    (void)state;
    centre_large(&centre);
    answer();
    assert_int_equal(grid_resize(rig.grid, 60, 200), ERR_OK);
    rig_shows(&rig, "1001 ");
    rig_shows(&rig, "1200 ");
    assert_int_equal(rig.wall->pager->pages, 1);
}

static void names_give_way_when_all_fit_without_them(void **state)
{
    (void)state;
    centre_large(&centre);
    centre.wall.agents.n = 30;
    answer();
    assert_int_equal(grid_resize(rig.grid, 24, 100), ERR_OK);
    rig_shows(&rig, "1030 ");
    assert_false(rig_has(&rig, "冯八"));
    centre.wall.agents.n = 40; /* they would not fit without names either */
    rig_summary(&rig, &centre);
    rig_shows(&rig, "冯八");
    rig_shows(&rig, "1–22");
}

static void the_goal_itself_is_good(void **state)
{
    (void)state;
    centre.wall.answered = 9;
    centre.wall.abandoned = 1;
    centre.wall.in_target = 8;
    answer();
    rig_shows(&rig, "✓ 80.0% good");
    centre.wall.in_target = 7;
    rig_summary(&rig, &centre);
    rig_shows(&rig, "▲ 70.0% low");
}

static void lists_without_a_row_say_so(void **state)
{
    (void)state;
    answer();
    centre.wall.agents.n = 0;
    centre.wall.queues.n = 0;
    centre.wall.hour.n = 0;
    rig_summary(&rig, &centre);
    rig_shows(&rig, "There is no line yet.");
    rig_shows(&rig, "Nobody is signed in.");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(figures_are_asked_for_and_subscribed_to),
        TEST(late_callbacks_are_told_to_the_lead),
        TEST(times_go_on_between_summaries),
        TEST(a_wait_becomes_late_by_itself),
        TEST(old_figures_stand_still_and_say_so),
        TEST(a_dispatcher_that_is_away_is_asked_when_it_is_back),
        TEST(an_answer_that_was_overtaken_changes_names_alone),
        TEST(somebody_unknown_is_asked_about_once_in_a_while),
        TEST(paused_figures_stay_and_the_newest_come_after),
        TEST(nothing_is_left_after_signing_out),
        TEST(a_late_answer_is_dropped),
        TEST(pages_end_where_the_agents_end),
        TEST(agents_beyond_a_summary_are_asked_for),
        TEST(every_size_can_be_drawn),
        TEST(two_hundred_fit_a_large_screen),
        TEST(names_give_way_when_all_fit_without_them),
        TEST(the_goal_itself_is_good),
        TEST(lists_without_a_row_say_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
