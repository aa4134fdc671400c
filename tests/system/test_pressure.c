/* What the world does to a dispatcher: a disk that really is full, peers that flood it, do not
 * listen, or speak in forms of their own, and very many of them. */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cmocka.h>
#include <zmq.h>

#include "tests/system/centre.h"

enum { MIB = 1024 * 1024 };

/* ---- a small disk ---- */

static char disk[64]; /* a file system of its own; empty: this system lets nobody make one */

static bool disk_make(void)
{
    strcpy(disk, "/tmp/rexian-disk-XXXXXX");
    if (!mkdtemp(disk)) return false;
    if (unshare(CLONE_NEWNS) == 0 && mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
        mount("tmpfs", disk, "tmpfs", 0, "size=160m,mode=700") == 0)
        return true;
    print_message("no disk of its own: %s\n", strerror(errno));
    rmdir(disk);
    disk[0] = 0;
    return false;
}

static uint64_t disk_free(void)
{
    struct statvfs st;
    assert_int_equal(statvfs(disk, &st), 0);
    return (uint64_t)st.f_bavail * st.f_frsize;
}

/* Takes all but so much; 0 bytes: all of it. */
static void disk_fill(const char *path, uint64_t leave)
{
    static char zeros[64 * 1024];
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    while (disk_free() > leave) {
        uint64_t n = disk_free() - leave;
        if (write(fd, zeros, n < sizeof zeros ? n : sizeof zeros) <= 0) break;
    }
    close(fd);
}

static void disk_grow(void)
{
    assert_int_equal(mount("tmpfs", disk, "tmpfs", MS_REMOUNT, "size=512m"), 0);
}

static int on_disk(void **state)
{
    if (!disk[0] && !disk_make()) return 0;
    disk_grow(); /* a centre is made with the default settings, whose reserve is larger than the
                    disk to be */
    setenv("TMPDIR", disk, 1);
    struct fixture *fixture = centre_new("system-pressure-disk");
    assert_int_equal(rig_stop(&fixture->rig, SIGTERM), 0);
    assert_int_equal(mount("tmpfs", disk, "tmpfs", MS_REMOUNT, "size=160m"), 0);
    rig_settings(&fixture->rig, "reserve_mib = 32\nsegment_mib = 2\n");
    rig_start(&fixture->rig);
    *state = fixture;
    return 0;
}

static int off_disk(void **state)
{
    unsetenv("TMPDIR");
    return *state ? centre_free(*state) : 0;
}

static char matter[9000];

static enum reject draft(struct fixture *fixture)
{
    struct req_ticket_save save = {.matter = {matter, sizeof matter}};
    memset(matter, 'x', sizeof matter);
    return ask(fixture, &fixture->desk, request_ticket_save, &save, &fixture->done);
}

static void assert_reads(struct fixture *fixture, uint64_t ticket)
{
    struct req_ticket_show show = {.ticket = ticket};
    struct rec_ticket_card card;
    struct req_line_list list = {0};
    assert_int_equal(ask(fixture, &fixture->desk, request_ticket_show, &show, &card), REJECT_OK);
    assert_int_equal(card.matter.n, sizeof matter);
    assert_int_equal(ask(fixture, &fixture->desk, request_line_list, &list, NULL), REJECT_OK);
    assert_true(status(fixture).full);
}

static void a_disk_that_is_full(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture) skip();
    char filler[128];
    snprintf(filler, sizeof filler, "%s/filler", disk);
    uint64_t last = 0, n = 0;
    enum reject reject;
    struct req_ticket_save report = {.type = ticket_type_report, .matter = slice_of("report")};
    assert_int_equal(ask(fixture, &fixture->desk, request_ticket_save, &report, &fixture->done),
                     REJECT_OK);
    struct req_ticket_register registers = {.ticket = fixture->done.id, .version = 1};
    assert_int_equal(
        ask(fixture, &fixture->desk, request_ticket_register, &registers, &fixture->done),
        REJECT_OK);
    const struct req_ticket_show guarded = {.ticket = fixture->done.id};
    while ((reject = draft(fixture)) == REJECT_OK && n < 20000) {
        last = fixture->done.id;
        n++;
    }
    assert_int_equal(reject, REJECT_NO_SPACE);
    /* Words whose reader cannot be recorded are not shown. */
    assert_int_equal(ask(fixture, &fixture->desk, request_ticket_show, &guarded, NULL),
                     REJECT_NO_SPACE);
    print_message("full after %llu drafts, %llu KiB free\n", (unsigned long long)n,
                  (unsigned long long)disk_free() / 1024);
    assert_reads(fixture, last);
    disk_fill(filler, 0);
    assert_int_equal(draft(fixture), REJECT_NO_SPACE);
    assert_reads(fixture, last);
    /* Killed and started again without a byte free: what is there can be read. */
    assert_int_equal(rig_stop(&fixture->rig, SIGKILL), 128 + SIGKILL);
    rig_start(&fixture->rig);
    assert_int_equal(draft(fixture), REJECT_NO_SPACE);
    assert_reads(fixture, last);
    struct req_check check = {.replay = 1};
    struct rec_house house;
    assert_int_equal(ask(fixture, &fixture->console, request_check, &check, &house),
                     REJECT_NO_SPACE);
    assert_reads(fixture, last);
    /* With room it goes on where it was. */
    assert_int_equal(unlink(filler), 0);
    disk_grow();
    assert_int_equal(draft(fixture), REJECT_OK);
    assert_int_equal(fixture->done.id, last + 1);
    assert_int_equal(ask(fixture, &fixture->console, request_check, &check, &house), REJECT_OK);
    assert_true(house.good);
}

/* A copy may fill the disk, but not the dispatcher's own. */
static void a_backup_onto_its_own_full_disk(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture) skip();
    char path[128], filler[128];
    snprintf(filler, sizeof filler, "%s/filler", disk);
    snprintf(path, sizeof path, "%s/backup", disk);
    for (int i = 0; i < 1000; i++) assert_int_equal(draft(fixture), REJECT_OK);
    disk_fill(filler, 40 * MIB);
    struct req_backup backup = {.path = slice_of(path)};
    struct rec_house house;
    assert_int_equal(ask(fixture, &fixture->console, request_backup, &backup, &house), REJECT_OK);
    assert_false(house.good);
    assert_non_null(memmem(house.detail.p, house.detail.n, "MiB free", 8));
    assert_int_equal(access(path, F_OK), -1);
    assert_int_equal(draft(fixture), REJECT_OK);
    assert_int_equal(unlink(filler), 0);
    assert_int_equal(ask(fixture, &fixture->console, request_backup, &backup, &house), REJECT_OK);
    assert_true(house.good);
}

/* ---- peers ---- */

/* Resident memory of the dispatcher, in KiB. */
static uint64_t resident(struct fixture *fixture)
{
    char path[64];
    unsigned long all = 0, pages = 0;
    snprintf(path, sizeof path, "/proc/%d/statm", (int)fixture->rig.pid);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%lu %lu", &all, &pages), 2);
    fclose(file);
    return pages * (uint64_t)sysconf(_SC_PAGESIZE) / 1024;
}

/* A sanitizer keeps what was freed for a while: then the figure says nothing. */
static bool resident_below(struct fixture *fixture, uint64_t kib)
{
    uint64_t now_kib = resident(fixture);
    print_message("%llu MiB resident\n", (unsigned long long)now_kib / 1024);
#ifdef __SANITIZE_ADDRESS__
    (void)kib;
    return true;
#else
    return now_kib < kib;
#endif
}

static int set_up(void **state)
{
    *state = centre_new("system-pressure");
    return 0;
}

static int tear_down(void **state)
{
    return centre_free(*state);
}

static void assert_alive(struct fixture *fixture)
{
    struct req_me_show me = {0};
    assert_int_equal(ask(fixture, &fixture->desk, request_me_show, &me, NULL), REJECT_OK);
}

/* A message is one frame: with more of them, or with nothing in it, it is refused as malformed. */
static void frames_of_other_forms(void **state)
{
    struct fixture *fixture = *state;
    void *socket = fixture->desk.socket;
    uint64_t malformed = status(fixture).malformed;
    enum { FRAMES = 500 };
    assert_int_equal(zmq_send(socket, "", 0, 0), 0);
    assert_int_equal(zmq_send(socket, "", 0, ZMQ_SNDMORE), 0);
    assert_int_equal(zmq_send(socket, "x", 1, 0), 1);
    for (int i = 0; i < FRAMES; i++)
        assert_true(zmq_send(socket, "xx", i % 3, i + 1 < FRAMES ? ZMQ_SNDMORE : 0) >= 0);
    for (int i = 0; i < 3; i++) {
        assert_true(client_receive(&fixture->desk, 10000));
        assert_int_equal(fixture->desk.envelope.reject, REJECT_BAD_MESSAGE);
    }
    assert_int_equal(status(fixture).malformed, malformed + 3);
    assert_alive(fixture);
}

/* Asks for long answers and takes none: what waits for it is bounded, and nobody else suffers. */
static void a_peer_that_only_asks(void **state)
{
    struct fixture *fixture = *state;
    enum { ASKED = 30000 };
    struct req_script_add script = {.kind = script_kind_prompt};
    static char body[3000];
    memset(body, 'x', sizeof body);
    script.body = (struct slice){body, sizeof body};
    for (int i = 0; i < 20; i++) {
        snprintf(script.code.s, sizeof script.code.s, "p%d", i);
        assert_int_equal(ask(fixture, &fixture->console, request_script_add, &script, NULL),
                         REJECT_OK);
    }
    struct req_call_arrive ring = {.line = {"12345"}, .here = 1};
    struct rec_done call;
    assert_int_equal(ask(fixture, &fixture->desk, request_call_arrive, &ring, &call), REJECT_OK);
    struct client deaf;
    client_station(&deaf, &fixture->rig, &fixture->keys[0], NULL);
    deaf.session = fixture->desk.session;
    deaf.token_n = fixture->desk.token_n;
    memcpy(deaf.token, fixture->desk.token, deaf.token_n);
    struct req_call_show show = {.call = call.id};
    int sent = 0;
    for (; sent < ASKED; sent++) {
        zmq_pollitem_t item = {.socket = deaf.socket, .events = ZMQ_POLLOUT};
        if (zmq_poll(&item, 1, 2000) <= 0) break; /* told to wait: good as well */
        client_send(&deaf, request_call_show, &show, false);
    }
    while (status(fixture).requests < (uint64_t)sent) continue; /* all taken in */
    print_message("%d asked\n", sent);
    assert_true(resident_below(fixture, 256 * 1024));
    client_close(&deaf);
    assert_alive(fixture);
}

/* Subscribed to everything, and never looks. */
static void subscribers_that_never_read(void **state)
{
    struct fixture *fixture = *state;
    enum { SUBSCRIBERS = 20, STEPS = 5000 };
    void *deaf[SUBSCRIBERS];
    int hwm = 1;
    for (int i = 0; i < SUBSCRIBERS; i++) {
        deaf[i] = zmq_socket(fixture->rig.context, ZMQ_SUB);
        zmq_setsockopt(deaf[i], ZMQ_RCVHWM, &hwm, sizeof hwm);
        zmq_setsockopt(deaf[i], ZMQ_CURVE_SERVERKEY, fixture->rig.server_key, 40);
        zmq_setsockopt(deaf[i], ZMQ_CURVE_PUBLICKEY, fixture->keys[1].public_key, 40);
        zmq_setsockopt(deaf[i], ZMQ_CURVE_SECRETKEY, fixture->keys[1].secret_key, 40);
        zmq_setsockopt(deaf[i], ZMQ_SUBSCRIBE, "", 0);
        assert_int_equal(zmq_connect(deaf[i], fixture->rig.publish), 0);
    }
    struct req_agent_ready ready = {0};
    struct req_agent_pause rest = {.reason = break_reason_rest};
    for (int i = 0; i < STEPS; i++) {
        enum reject reject = i % 2
                                 ? ask(fixture, &fixture->desk, request_agent_pause, &rest, NULL)
                                 : ask(fixture, &fixture->desk, request_agent_ready, &ready, NULL);
        assert_int_equal(reject, REJECT_OK);
    }
    assert_true(resident_below(fixture, 256 * 1024));
    int none = 0;
    for (int i = 0; i < SUBSCRIBERS; i++) {
        zmq_setsockopt(deaf[i], ZMQ_LINGER, &none, sizeof none);
        zmq_close(deaf[i]);
    }
    assert_alive(fixture);
}

static void very_many_connections(void **state)
{
    struct fixture *fixture = *state;
    enum { DESKS = 300 };
    static struct client desks[DESKS];
    struct req_hello hello = {0};
    struct rec_hello answer;
    for (int i = 0; i < DESKS; i++)
        client_station(&desks[i], &fixture->rig, &fixture->keys[i % 2], NULL);
    for (int i = 0; i < DESKS; i++) client_send(&desks[i], request_hello, &hello, false);
    for (int i = 0; i < DESKS; i++) {
        assert_true(client_receive(&desks[i], 20000));
        assert_int_equal(desks[i].envelope.reject, REJECT_OK);
    }
    for (int i = 0; i < DESKS; i++)
        assert_int_equal(client_ask(&desks[i], request_hello, &hello, &answer), REJECT_OK);
    print_message("%llu MiB resident\n", (unsigned long long)resident(fixture) / 1024);
    for (int i = 0; i < DESKS; i++) client_close(&desks[i]);
    assert_alive(fixture);
}

/* 100,000 requests later it takes no more memory than after the first thousands. */
static void memory_does_not_grow(void **state)
{
    struct fixture *fixture = *state;
    enum { ROUNDS = 100, AT_ONCE = 1000 };
    uint64_t before = 0;
    struct req_ticket_list list = {.view = ticket_view_all};
    struct req_me_show me = {0};
    struct req_agent_ready refused = {0}; /* every second one */
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < AT_ONCE; i++) {
            if (i % 20 == 0)
                client_send(&fixture->desk, request_ticket_list, &list, false);
            else if (i % 3)
                client_send(&fixture->desk, request_me_show, &me, false);
            else
                client_send(&fixture->desk, request_agent_ready, &refused, false);
            if (i >= 100) assert_true(client_receive(&fixture->desk, 10000));
        }
        for (int i = 0; i < 100; i++) assert_true(client_receive(&fixture->desk, 10000));
        if (round == ROUNDS / 5) before = resident(fixture);
    }
    print_message("%llu KiB after a fifth\n", (unsigned long long)before);
    assert_true(resident_below(fixture, before + 4096));
}

/* A client that has waited long asks again: it gets the answer of the work that is under way, not
 * that somebody is busy with it already. */
static void long_work_asked_again(void **state)
{
    struct fixture *fixture = *state;
    struct req_check check = {.replay = 1};
    struct req_hello hello = {0};
    for (int round = 0; round < 20; round++) {
        client_send(&fixture->console, request_check, &check, false);
        for (int i = 0; i < 5; i++) client_send(&fixture->console, request_check, &check, true);
        assert_true(client_receive(&fixture->console, 10000));
        assert_int_equal(fixture->console.envelope.reject, REJECT_OK);
        assert_int_equal(client_ask(&fixture->console, request_hello, &hello, NULL), REJECT_OK);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_disk_that_is_full, on_disk, off_disk),
        cmocka_unit_test_setup_teardown(a_backup_onto_its_own_full_disk, on_disk, off_disk),
        cmocka_unit_test_setup_teardown(frames_of_other_forms, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_peer_that_only_asks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(subscribers_that_never_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(very_many_connections, set_up, tear_down),
        cmocka_unit_test_setup_teardown(memory_does_not_grow, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_work_asked_again, set_up, tear_down),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    if (disk[0] && (umount(disk) != 0 || rmdir(disk) != 0)) perror(disk);
    return failed;
}
