/* What must not hurt: kill -9 in mid-traffic, a full disk, a second dispatcher, wrong folders. */
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <zmq.h>

#include "tests/scenario/hits.h"
#include "tests/system/rig.h"

#define PASSWORD "first password"

struct fixture {
    struct rig rig;
    struct hits *hits;
    struct keys keys;
    struct client console, desk;
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->hits = hits_new("system-faults");
    rig_init(&fixture->rig, "commit_steps = 50\n");
    rig_start(&fixture->rig);
    client_console(&fixture->console, &fixture->rig);
    fixture->keys = keys_new();
    struct req_station_add station = {.number = {"S1"}};
    zmq_z85_decode(station.key.b, fixture->keys.public_key);
    struct req_line_add line = {.code = {"12345"}, .name = slice_of("Main line")};
    struct req_person_add person = {.number = {"1001"},
                                    .name = slice_of("甲"),
                                    .roles = ROLE_BIT(role_operator) | ROLE_BIT(role_trunk),
                                    .password = slice_of(PASSWORD)};
    struct client *console = &fixture->console;
    assert_int_equal(client_ask(console, request_station_add, &station, NULL), REJECT_OK);
    assert_int_equal(client_ask(console, request_line_add, &line, NULL), REJECT_OK);
    assert_int_equal(client_ask(console, request_person_add, &person, NULL), REJECT_OK);
    client_station(&fixture->desk, &fixture->rig, &fixture->keys, NULL);
    assert_int_equal(client_sign_in(&fixture->desk, "1001", PASSWORD), REJECT_OK);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    client_close(&fixture->console);
    client_close(&fixture->desk);
    rig_fini(&fixture->rig);
    bool written = hits_free(&fixture->hits);
    free(fixture);
    return written ? 0 : -1;
}

static struct rec_status status(struct fixture *fixture)
{
    struct req_status request = {0};
    struct rec_status answer;
    assert_int_equal(client_ask(&fixture->console, request_status, &request, &answer), REJECT_OK);
    return answer;
}

static void assert_sound(struct fixture *fixture)
{
    struct req_check check = {.replay = 1};
    struct rec_house house;
    assert_int_equal(client_ask(&fixture->console, request_check, &check, &house), REJECT_OK);
    if (!house.good) fail_msg("%.*s", (int)house.detail.n, house.detail.p);
}

/* Sends many commands at once, kills the dispatcher after the first answers, and asks all of them
 * again afterwards: who was answered gets the same answer, nobody's command is done twice. */
enum { AT_ONCE = 300 };

static uint64_t kill_in_the_middle(struct fixture *fixture, unsigned answers_before)
{
    static struct { /* what was asked, and what was answered before the kill */
        uint64_t request_id, id, seq;
    } asked[AT_ONCE];
    struct client *desk = &fixture->desk;
    struct req_call_arrive call = {.line = {"12345"}};
    for (unsigned i = 0; i < AT_ONCE; i++) {
        client_send(desk, request_call_arrive, &call, false);
        asked[i].request_id = desk->request_id;
        asked[i].id = asked[i].seq = 0;
    }
    unsigned answered = 0;
    while (answered < answers_before ||
           zmq_poll(&(zmq_pollitem_t){.socket = desk->socket, .events = ZMQ_POLLIN}, 1, 0) > 0) {
        if (answered == answers_before && fixture->rig.pid)
            assert_int_equal(rig_stop(&fixture->rig, SIGKILL), 128 + SIGKILL);
        if (!client_receive(desk, 30000)) break;
        struct rec_done done;
        struct fault fault;
        assert_int_equal(desk->envelope.reject, REJECT_OK);
        assert_int_equal(codec_decode(desk->envelope.body,
                                      request_desc(request_call_arrive)->answer, &desk->arena,
                                      &done, &fault),
                         REJECT_OK);
        for (unsigned i = 0; i < AT_ONCE; i++) {
            if (asked[i].request_id != desk->envelope.request_id) continue;
            asked[i].id = done.id;
            asked[i].seq = done.seq;
        }
        answered++;
    }
    if (fixture->rig.pid) assert_int_equal(rig_stop(&fixture->rig, SIGKILL), 128 + SIGKILL);
    rig_start(&fixture->rig);
    client_close(desk);
    uint64_t session = desk->session;
    char token[TOKEN_BYTES];
    memcpy(token, desk->token, sizeof token);
    client_station(desk, &fixture->rig, &fixture->keys, NULL);
    desk->session = session; /* it survives the restart */
    memcpy(desk->token, token, sizeof token);
    desk->token_n = sizeof token;
    uint64_t head = status(fixture).head;
    for (unsigned i = 0; i < AT_ONCE; i++) {
        struct rec_done done;
        desk->request_id = asked[i].request_id;
        assert_int_equal(client_ask_again(desk, request_call_arrive, &call, &done), REJECT_OK);
        if (!asked[i].id) continue;
        assert_int_equal(done.id, asked[i].id);
        assert_int_equal(done.seq, asked[i].seq);
        assert_true(asked[i].seq <= head);
    }
    return answered;
}

static void nothing_acknowledged_is_lost_by_a_kill(void **state)
{
    struct fixture *fixture = *state;
    uint64_t rounds = 0;
    for (unsigned answers = 1; answers < AT_ONCE; answers = answers * 2 + 1) {
        uint64_t answered = kill_in_the_middle(fixture, answers);
        rounds++;
        print_message("killed after %u answers, %llu arrived\n", answers,
                      (unsigned long long)answered);
        assert_int_equal(status(fixture).calls, rounds * AT_ONCE);
    }
    assert_sound(fixture);
}

static void a_full_disk_refuses_writing_and_goes_on_reading(void **state)
{
    struct fixture *fixture = *state;
    struct req_call_arrive call = {.line = {"12345"}};
    struct req_line_list list = {0};
    struct req_me_show me = {0};
    struct req_backup backup = {.path = slice_of("/nowhere")};
    assert_int_equal(rig_stop(&fixture->rig, SIGTERM), 0);
    rig_settings(&fixture->rig, "reserve_mib = 1048576\n"); /* 1 TiB has to stay free */
    rig_start(&fixture->rig);
    uint64_t head = status(fixture).head;
    assert_int_equal(client_ask(&fixture->desk, request_call_arrive, &call, NULL), REJECT_NO_SPACE);
    assert_int_equal(client_ask(&fixture->console, request_backup, &backup, NULL), REJECT_NO_SPACE);
    hits_reject(fixture->hits, REJECT_NO_SPACE);
    assert_int_equal(client_ask(&fixture->desk, request_me_show, &me, NULL), REJECT_OK);
    assert_int_equal(client_ask(&fixture->desk, request_line_list, &list, NULL), REJECT_OK);
    assert_sound(fixture);
    struct rec_status answer = status(fixture);
    assert_true(answer.full);
    assert_int_equal(answer.head, head);
    assert_int_equal(rig_stop(&fixture->rig, SIGTERM), 0);
    rig_settings(&fixture->rig, "");
    rig_start(&fixture->rig);
    assert_int_equal(client_ask(&fixture->desk, request_call_arrive, &call, NULL), REJECT_OK);
}

/* Leaves the dispatcher this much more address space than it has now; 0: as much as it likes. */
static void limit_space(struct fixture *fixture, uint64_t more_bytes)
{
    char path[64];
    unsigned long pages = 0;
    snprintf(path, sizeof path, "/proc/%d/statm", (int)fixture->rig.pid);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%lu", &pages), 1);
    fclose(file);
    struct rlimit limit;
    assert_int_equal(prlimit(fixture->rig.pid, RLIMIT_AS, NULL, &limit), 0);
    limit.rlim_cur = limit.rlim_max;
    if (more_bytes) limit.rlim_cur = pages * (uint64_t)sysconf(_SC_PAGESIZE) + more_bytes;
    assert_int_equal(prlimit(fixture->rig.pid, RLIMIT_AS, &limit, NULL), 0);
}

/* The second map for a replay does not fit: said as what it is, not as damage. */
static void work_that_cannot_be_done_says_so(void **state)
{
    struct fixture *fixture = *state;
    struct req_check check = {.replay = 1};
    limit_space(fixture, UINT64_C(32) << 30);
    assert_int_equal(client_ask(&fixture->console, request_check, &check, NULL), REJECT_FAILED);
    limit_space(fixture, 0);
    hits_request(fixture->hits, request_check);
    hits_reject(fixture->hits, REJECT_FAILED);
    assert_sound(fixture);
}

/* Runs rexiand on this rig's folder; it must be refused and say what with these words in it. */
static void assert_refused(struct fixture *fixture, const char *data, int code, const char *words)
{
    char out[4096];
    int got =
        rig_run(&fixture->rig, out, sizeof out,
                (const char *[]){"rexiand", "--data", data, "--config", fixture->rig.config, NULL});
    if (got != code || !strstr(out, words))
        fail_msg("%d, wanted %d \"%s\": %s", got, code, words, out);
}

static void a_second_dispatcher_is_refused(void **state)
{
    struct fixture *fixture = *state;
    char out[4096], data[128];
    assert_refused(fixture, fixture->rig.data, 1, "another dispatcher");
    /* Another folder, but the same port. */
    snprintf(data, sizeof data, "%s/data2", fixture->rig.dir);
    assert_int_equal(rig_run(&fixture->rig, out, sizeof out,
                             (const char *[]){"rexiand", "--data", data, "--init", NULL}),
                     0);
    assert_refused(fixture, data, 1, "listen");
    assert_int_equal(rig_run(&fixture->rig, out, sizeof out,
                             (const char *[]){"rexiand", "--data", data, "--init", NULL}),
                     1); /* a folder is made once */
    assert_true(status(fixture).head > 0);
}

static void put_byte(const char *path, off_t at, unsigned char change)
{
    unsigned char byte;
    int fd = open(path, O_RDWR | O_CLOEXEC);
    assert_true(fd >= 0);
    assert_int_equal(pread(fd, &byte, 1, at), 1);
    byte ^= change;
    assert_int_equal(pwrite(fd, &byte, 1, at), 1);
    close(fd);
}

static void wrong_folders_are_refused_at_start(void **state)
{
    struct fixture *fixture = *state;
    char path[128];
    assert_int_equal(rig_stop(&fixture->rig, SIGTERM), 0);
    snprintf(path, sizeof path, "%s/endpoints", fixture->rig.data);
    assert_int_equal(access(path, F_OK), -1); /* nobody is there */
    assert_refused(fixture, "/nowhere", 1, "/nowhere");
    snprintf(path, sizeof path, "%s/master.key", fixture->rig.data);
    assert_int_equal(chmod(path, 0640), 0);
    assert_refused(fixture, fixture->rig.data, 1, "master.key");
    assert_int_equal(chmod(path, 0600), 0);
    put_byte(path, 5, 1); /* another hexadecimal digit: another key */
    assert_refused(fixture, fixture->rig.data, 4, "key");
    put_byte(path, 5, 1);
    rig_settings(&fixture->rig, "no_such_setting = 1\n");
    assert_refused(fixture, fixture->rig.data, 1, "no_such_setting");
    rig_settings(&fixture->rig, "");
    rig_start(&fixture->rig);
    assert_sound(fixture);
}

static void the_command_line_is_explained(void **state)
{
    struct fixture *fixture = *state;
    char out[32768];
    struct rig *rig = &fixture->rig;
    assert_int_equal(rig_run(rig, out, sizeof out, (const char *[]){"rexiand", "--help", NULL}), 0);
    assert_non_null(strstr(out, "--restore"));
    assert_int_equal(rig_run(rig, out, sizeof out, (const char *[]){"rexiand", "--version", NULL}),
                     0);
    assert_int_equal(
        rig_run(rig, out, sizeof out, (const char *[]){"rexiand", "--print-config", NULL}), 0);
    assert_non_null(strstr(out, "offer_lease_s"));
    static const char *const wrong[][4] = {
        {"rexiand", NULL},
        {"rexiand", "--no-such", NULL},
        {"rexiand", "--data", NULL},
        {"rexiand", "what", NULL},
        {"rexiand", "--init", "--check", NULL},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(rig_run(rig, out, sizeof out, wrong[i]), 2);
        assert_non_null(strstr(out, "--help"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_acknowledged_is_lost_by_a_kill),
        cmocka_unit_test(a_full_disk_refuses_writing_and_goes_on_reading),
        cmocka_unit_test(work_that_cannot_be_done_says_so),
        cmocka_unit_test(a_second_dispatcher_is_refused),
        cmocka_unit_test(wrong_folders_are_refused_at_start),
        cmocka_unit_test(the_command_line_is_explained),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
