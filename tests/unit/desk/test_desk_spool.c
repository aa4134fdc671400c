/* What was typed outlives the desk and the dispatcher: sealed, restored, saved again. */
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/desk/rig.h"

enum { CALL = 501, TICKET = 90 };

static struct rig rig;
static struct spool *spool;
static char folder[] = "/tmp/rexian-desk-spool-XXXXXX";
static const struct station_file station = {
    .number = "A01", .secret_key = "0123456789012345678901234567890123456789"};

static int start(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "%s", "/tmp/rexian-desk-spool-XXXXXX");
    if (!mkdtemp(folder) || spool_open(&spool, folder, &station) != ERR_OK) return -1;
    rig_start(&rig, 24, 80, spool);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    char command[80];
    rig_stop(&rig);
    spool_close(&spool);
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command) == 0 ? 0 : -1;
}

/* As after kill -9: nothing is flushed, the spool is what it was. */
static void kill_and_start(void)
{
    char copy[64], command[200];
    snprintf(copy, sizeof copy, "%s.killed", folder);
    snprintf(command, sizeof command, "cp -r %s %s", folder, copy);
    assert_int_equal(system(command), 0);
    rig_stop(&rig);
    spool_close(&spool);
    snprintf(command, sizeof command, "rm -r %s && mv %s %s", folder, copy, folder);
    assert_int_equal(system(command), 0);
    assert_int_equal(spool_open(&spool, folder, &station), ERR_OK);
    rig_start(&rig, 24, 80, spool);
}

static void count_one(void *ctx, const char *name)
{
    (void)name;
    ++*(int *)ctx;
}

static int entries(void)
{
    int n = 0;
    spool_each(spool, count_one, &n);
    return n;
}

static void test_kept_until_saved(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_press(&rig, key_ctrl('g'));
    rig_type(&rig, "王芳");
    assert_int_equal(entries(), 0);
    rig_wait(&rig, 1100);
    assert_int_equal(entries(), 1);
    rig_done(&rig, request_ticket_save, TICKET, 1);
    assert_int_equal(entries(), 0);
}

static void test_kept_while_the_dispatcher_is_away(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_press(&rig, key_ctrl('g'));
    seat_link(&rig.seat, LINK_AWAY);
    rig_type(&rig, "王芳");
    rig_wait(&rig, 1100);
    rig_shows(&rig, "dispatcher away");
    rig_shows(&rig, "kept at this desk, sealed");
    rig_type(&rig, "女士");
    rig_wait(&rig, 1100);
    kill_and_start();
    rig_sign_in(&rig);
    rig_shows(&rig, "are here again: 1");
    rig_wait(&rig, 10);
    const struct req_ticket_save *save = rig_body(&rig, request_ticket_save);
    assert_true(slice_equal(save->name, slice_of("王芳女士")));
    assert_int_equal(save->ticket, 0);
    rig_done(&rig, request_ticket_save, TICKET, 1);
    assert_int_equal(entries(), 0);
    rig_key(&rig, K_ENTER); /* it stands on the home view */
    assert_int_equal(rig.desk->view, VIEW_WORK);
    rig_shows(&rig, "王芳女士");
}

static void test_killed_in_a_call(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig_take(&rig, CALL);
    rig_type(&rig, "王芳");
    rig_wait(&rig, 1100); /* the dispatcher gets this, the desk never hears so */
    rig_type(&rig, "女士");
    rig_wait(&rig, 1100);
    kill_and_start();
    struct rec_me me = rig_me(&rig);
    me.state = agent_state_talking;
    me.call = CALL;
    rig_sign_in_as(&rig, &me);
    rig_wait(&rig, 1100);
    assert_null(rig_waiting(&rig, request_ticket_save)); /* no second draft */
    struct rec_call_card call = rig_card(&rig, CALL, call_state_talking);
    call.ticket = TICKET;
    rig_answer(&rig, request_call_show, &call);
    struct rec_ticket_card card = {.ticket = TICKET,
                                   .state = ticket_state_draft,
                                   .version = 1,
                                   .call = CALL,
                                   .owner = rig_code("1001"),
                                   .name = slice_of("王芳"),
                                   .phone = slice_of("13800000001")};
    rig_answer(&rig, request_ticket_show, &card);
    rig_wait(&rig, 10);
    const struct req_ticket_save *save = rig_body(&rig, request_ticket_save);
    assert_int_equal(save->ticket, TICKET);
    assert_int_equal(save->version, 1);
    assert_true(slice_equal(save->name, slice_of("王芳女士")));
    assert_int_equal(rig.desk->view, VIEW_WORK);
}

/* A form field is typed, kept, and not sent when the desk ends. */
static void test_killed_in_a_form_field(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig_take(&rig, CALL);
    rig_type(&rig, "王芳");
    form_set_focus(rig.desk->current->form, RECORD_TYPE);
    rig_type(&rig, "complaint");
    rig_key(&rig, K_TAB);
    while (rig_waiting(&rig, request_ticket_save)) rig_done(&rig, request_ticket_save, TICKET, 1);
    const struct rec_value_item row = {
        .field = rig_code("F1"), .name = slice_of("车牌号"), .kind = value_kind_text, .must = 1};
    rig_wait(&rig, 2000);
    rig_answer(&rig, request_ticket_fields, &(struct rec_value_page){.rows = {&row, 1}});
    seat_link(&rig.seat, LINK_AWAY);
    rig_key(&rig, K_F10);
    form_set_focus(rig.desk->current->more->form, MORE_FIXED);
    rig_type(&rig, "京A12345");
    rig_wait(&rig, 1100);
    assert_int_equal(entries(), 1);
    kill_and_start();
    rig_sign_in(&rig);
    const struct more *more = rig.desk->works[0]->more;
    assert_int_equal(more->n, 1);
    assert_string_equal(more->extras[0].code.s, "F1");
    assert_true(slice_equal(form_text(more->form, MORE_FIXED), slice_of("京A12345")));
    assert_true(more_is_changed(more)); /* so it will be sent */
}

static void test_call_gone_meanwhile(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig_take(&rig, CALL);
    rig_type(&rig, "王芳");
    rig_wait(&rig, 1100);
    kill_and_start();
    rig_sign_in(&rig);
    rig_wait(&rig, 10);
    rig_refuse(&rig, request_ticket_save, REJECT_DENIED, "call", 0);
    rig_wait(&rig, 10);
    const struct req_ticket_save *save = rig_body(&rig, request_ticket_save);
    assert_int_equal(save->call, 0); /* stands by itself */
    assert_true(slice_equal(save->name, slice_of("王芳")));
}

static void test_reply_is_kept_too(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_press(&rig, key_ctrl('n'));
    rig_type(&rig, "02088880001");
    rig_wait(&rig, 1100);
    kill_and_start();
    rig_sign_in(&rig);
    rig_press(&rig, key_ctrl('n'));
    rig_shows(&rig, "02088880001");
}

static void test_somebody_else_sees_nothing_of_it(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_press(&rig, key_ctrl('g'));
    rig_type(&rig, "王芳");
    rig_wait(&rig, 1100);
    rig_refuse(&rig, request_ticket_save, REJECT_NOT_SIGNED_IN, "", 0);
    rig_press(&rig, key_ctrl('u'));
    struct rec_me me = rig_me(&rig);
    me.person = ME + 1;
    form_set_focus(rig.seat.sign_in, 0);
    rig_press(&rig, key_ctrl('u'));
    rig_sign_in_as(&rig, &me);
    assert_int_equal(rig.seat.stage, SEAT_IN);
    char *screen = rig_screen(&rig);
    assert_null(strstr(screen, "王芳"));
    free(screen);
    for (int i = 0; i < WORKS; i++) assert_null(rig.desk->works[i]);
    assert_int_equal(entries(), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(kept_until_saved),
        TEST(kept_while_the_dispatcher_is_away),
        TEST(killed_in_a_call),
        TEST(killed_in_a_form_field),
        TEST(call_gone_meanwhile),
        TEST(reply_is_kept_too),
        TEST(somebody_else_sees_nothing_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
