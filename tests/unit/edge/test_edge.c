/* The sockets with real clients over loopback: who gets in, who is who, what a wrong form comes to.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <zmq.h>

#include "server/edge/edge.h"

enum { STATION = 7, TURNS = 400, WAIT_MS = 25 };

struct fixture {
    char dir[64], console[96], listen[128], publish[128];
    char server_public[41], server_secret[41];
    char station_public[41], station_secret[41];
    bool retired; /* the station */
    struct edge edge;
    struct router_message *message;
    int idle_fd;
};

static bool station_by_key(void *ctx, const struct h32 *key, uint64_t *station)
{
    struct fixture *fixture = ctx;
    unsigned char expected[32];
    zmq_z85_decode(expected, fixture->station_public);
    *station = STATION;
    return !fixture->retired && memcmp(key->b, expected, 32) == 0;
}

static enum err open_edge(struct fixture *fixture, struct edge *edge, const char *listen, char *why)
{
    struct edge_options options = {
        .listen = listen,
        .publish = "tcp://127.0.0.1:*",
        .console = fixture->console,
        .station = station_by_key,
        .ctx = fixture,
    };
    zmq_z85_decode(options.secret_key, fixture->server_secret);
    return edge_open(edge, &options, why, 256);
}

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    snprintf(fixture->dir, sizeof fixture->dir, "/tmp/rexian-edge-XXXXXX");
    assert_non_null(mkdtemp(fixture->dir));
    snprintf(fixture->console, sizeof fixture->console, "%s/console.ipc", fixture->dir);
    zmq_curve_keypair(fixture->server_public, fixture->server_secret);
    zmq_curve_keypair(fixture->station_public, fixture->station_secret);
    char why[256] = "";
    if (open_edge(fixture, &fixture->edge, "tcp://127.0.0.1:*", why) != ERR_OK) fail_msg("%s", why);
    edge_endpoint(fixture->edge.router.stations, fixture->listen, sizeof fixture->listen);
    edge_endpoint(fixture->edge.publisher.socket, fixture->publish, sizeof fixture->publish);
    fixture->message = router_message_new();
    fixture->idle_fd = eventfd(0, EFD_CLOEXEC);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    router_message_free(&fixture->message);
    edge_close(&fixture->edge);
    close(fixture->idle_fd);
    unlink(fixture->console);
    rmdir(fixture->dir);
    free(fixture);
    return 0;
}

static void *dealer(struct fixture *fixture, const char *server_key, const char *public_key,
                    const char *secret_key)
{
    void *socket = zmq_socket(fixture->edge.context, ZMQ_DEALER);
    int none = 0;
    zmq_setsockopt(socket, ZMQ_LINGER, &none, sizeof none);
    zmq_setsockopt(socket, ZMQ_CURVE_SERVERKEY, server_key, 40);
    zmq_setsockopt(socket, ZMQ_CURVE_PUBLICKEY, public_key, 40);
    zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, secret_key, 40);
    return socket;
}

static void *connected(struct fixture *fixture)
{
    void *socket =
        dealer(fixture, fixture->server_public, fixture->station_public, fixture->station_secret);
    assert_int_equal(zmq_connect(socket, fixture->listen), 0);
    return socket;
}

static void wait_once(struct fixture *fixture)
{
    int fds[EDGE_FDS];
    bool ready[EDGE_FDS];
    for (int i = 0; i < EDGE_FDS; i++) fds[i] = fixture->idle_fd;
    assert_int_equal(edge_wait(&fixture->edge, fds, ready, WAIT_MS), ERR_OK);
    for (int i = 0; i < EDGE_FDS; i++) assert_false(ready[i]);
}

/* Works until a request is there. */
static struct slice take(struct fixture *fixture, struct peer *peer)
{
    struct slice bytes = {0};
    for (int i = 0; i < TURNS; i++) {
        wait_once(fixture);
        if (router_receive(&fixture->edge.router, fixture->message, peer, &bytes)) return bytes;
    }
    fail_msg("no request came");
    return bytes;
}

static void until_refused(struct fixture *fixture, uint64_t count)
{
    for (int i = 0; i < TURNS && fixture->edge.metrics.keys_refused < count; i++)
        wait_once(fixture);
    assert_true(fixture->edge.metrics.keys_refused >= count);
}

static void a_registered_station_is_known_by_its_id(void **state)
{
    struct fixture *fixture = *state;
    void *socket = connected(fixture);
    struct peer peer;
    char reply[16];
    zmq_send(socket, "ask", 3, 0);
    struct slice bytes = take(fixture, &peer);
    assert_int_equal(peer.station, STATION);
    assert_false(peer.console);
    assert_true(slice_equal(bytes, slice_of("ask")));
    router_send(&fixture->edge.router, &peer, slice_of("answer"));
    assert_int_equal(zmq_recv(socket, reply, sizeof reply, 0), 6);
    zmq_close(socket);
}

static void the_console_is_nobodys_station_and_only_its_owners(void **state)
{
    struct fixture *fixture = *state;
    struct stat info;
    assert_int_equal(stat(fixture->console, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    void *socket = zmq_socket(fixture->edge.context, ZMQ_DEALER);
    char url[128];
    snprintf(url, sizeof url, "ipc://%s", fixture->console);
    assert_int_equal(zmq_connect(socket, url), 0);
    struct peer peer;
    zmq_send(socket, "ask", 3, 0);
    take(fixture, &peer);
    assert_true(peer.console);
    assert_int_equal(peer.station, 0);
    zmq_close(socket);
}

static void an_unregistered_key_stays_outside(void **state)
{
    struct fixture *fixture = *state;
    char public_key[41], secret_key[41];
    zmq_curve_keypair(public_key, secret_key);
    void *socket = dealer(fixture, fixture->server_public, public_key, secret_key);
    zmq_connect(socket, fixture->listen);
    zmq_send(socket, "ask", 3, 0);
    until_refused(fixture, 1);
    assert_int_equal(fixture->edge.metrics.requests, 0);
    zmq_close(socket);
    fixture->retired = true;
    socket = connected(fixture);
    zmq_send(socket, "ask", 3, 0);
    until_refused(fixture, 2);
    assert_int_equal(fixture->edge.metrics.requests, 0);
    zmq_close(socket);
}

static void another_dispatchers_key_is_counted(void **state)
{
    struct fixture *fixture = *state;
    char public_key[41], secret_key[41];
    zmq_curve_keypair(public_key, secret_key);
    void *socket = dealer(fixture, public_key, fixture->station_public, fixture->station_secret);
    zmq_connect(socket, fixture->listen);
    zmq_send(socket, "ask", 3, 0);
    until_refused(fixture, 1);
    assert_int_equal(fixture->edge.metrics.requests, 0);
    zmq_close(socket);
}

static void plain_connections_stay_outside(void **state)
{
    struct fixture *fixture = *state;
    void *socket = zmq_socket(fixture->edge.context, ZMQ_DEALER);
    int none = 0;
    zmq_setsockopt(socket, ZMQ_LINGER, &none, sizeof none);
    zmq_connect(socket, fixture->listen);
    zmq_send(socket, "ask", 3, 0);
    void *good = connected(fixture);
    zmq_send(good, "good", 4, 0);
    struct peer peer;
    assert_true(slice_equal(take(fixture, &peer), slice_of("good")));
    assert_int_equal(fixture->edge.metrics.requests, 1);
    zmq_close(good);
    zmq_close(socket);
}

static void wrong_forms_are_dropped_or_empty_and_the_loop_goes_on(void **state)
{
    struct fixture *fixture = *state;
    void *own =
        dealer(fixture, fixture->server_public, fixture->station_public, fixture->station_secret);
    zmq_setsockopt(own, ZMQ_ROUTING_ID, "mine", 4); /* an id of its own choice */
    zmq_connect(own, fixture->listen);
    zmq_send(own, "ask", 3, 0);
    for (int i = 0; i < TURNS && fixture->edge.metrics.strangers == 0; i++) {
        struct peer peer;
        struct slice bytes;
        wait_once(fixture);
        assert_false(router_receive(&fixture->edge.router, fixture->message, &peer, &bytes));
    }
    assert_int_equal(fixture->edge.metrics.strangers, 1);
    zmq_close(own);
    void *socket = connected(fixture);
    struct peer peer;
    zmq_send(socket, "", 0, ZMQ_SNDMORE); /* as REQ sockets do */
    zmq_send(socket, "a", 1, ZMQ_SNDMORE);
    zmq_send(socket, "ask", 3, 0);
    assert_int_equal(take(fixture, &peer).n, 0);
    assert_int_equal(peer.station, STATION);
    zmq_send(socket, "next", 4, 0);
    assert_true(slice_equal(take(fixture, &peer), slice_of("next")));
    zmq_close(socket);
}

static void an_oversized_message_costs_only_its_own_connection(void **state)
{
    struct fixture *fixture = *state;
    void *socket = connected(fixture), *other = connected(fixture);
    char *big = calloc(1, LIMIT_MESSAGE + 1);
    zmq_send(socket, big, LIMIT_MESSAGE + 1, 0);
    zmq_send(other, big, LIMIT_MESSAGE - 1024, 0);
    struct peer peer;
    assert_int_equal(take(fixture, &peer).n, LIMIT_MESSAGE - 1024);
    assert_int_equal(fixture->edge.metrics.requests, 1);
    free(big);
    zmq_close(socket);
    zmq_close(other);
}

static void a_subscriber_needs_a_registered_key_too(void **state)
{
    struct fixture *fixture = *state;
    char topic[8], public_key[41], secret_key[41];
    zmq_curve_keypair(public_key, secret_key);
    const char *keys[2][2] = {{fixture->station_public, fixture->station_secret},
                              {public_key, secret_key}};
    void *sub[2];
    for (int i = 0; i < 2; i++) {
        sub[i] = zmq_socket(fixture->edge.context, ZMQ_SUB);
        zmq_setsockopt(sub[i], ZMQ_SUBSCRIBE, "b.", 2);
        zmq_setsockopt(sub[i], ZMQ_CURVE_SERVERKEY, fixture->server_public, 40);
        zmq_setsockopt(sub[i], ZMQ_CURVE_PUBLICKEY, keys[i][0], 40);
        zmq_setsockopt(sub[i], ZMQ_CURVE_SECRETKEY, keys[i][1], 40);
        zmq_connect(sub[i], fixture->publish);
    }
    until_refused(fixture, 1);
    int got = -1;
    for (int i = 0; i < TURNS && got < 0; i++) {
        publisher_beat(&fixture->edge.publisher, 5);
        wait_once(fixture);
        got = zmq_recv(sub[0], topic, sizeof topic, ZMQ_DONTWAIT);
    }
    assert_int_equal(got, 2);
    assert_int_equal(zmq_recv(sub[1], topic, sizeof topic, ZMQ_DONTWAIT), -1);
    zmq_close(sub[0]);
    zmq_close(sub[1]);
}

static void an_address_in_use_is_said_clearly(void **state)
{
    struct fixture *fixture = *state;
    struct fixture second = *fixture;
    char why[256] = "";
    snprintf(second.console, sizeof second.console, "%s/second.ipc", fixture->dir);
    assert_int_equal(open_edge(&second, &second.edge, fixture->listen, why), ERR_BUSY);
    assert_non_null(strstr(why, fixture->listen));
    assert_non_null(strstr(why, "listen"));
    edge_close(&second.edge);
    assert_int_not_equal(open_edge(&second, &second.edge, "nonsense", why), ERR_OK);
    edge_close(&second.edge);
    unlink(second.console);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_registered_station_is_known_by_its_id),
        TEST(the_console_is_nobodys_station_and_only_its_owners),
        TEST(an_unregistered_key_stays_outside),
        TEST(another_dispatchers_key_is_counted),
        TEST(plain_connections_stay_outside),
        TEST(wrong_forms_are_dropped_or_empty_and_the_loop_goes_on),
        TEST(an_oversized_message_costs_only_its_own_connection),
        TEST(a_subscriber_needs_a_registered_key_too),
        TEST(an_address_in_use_is_said_clearly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
