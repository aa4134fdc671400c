#include "server/edge/edge.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <zmq.h>

enum {
    HANDSHAKE_MS = 10000, /* a peer that does not finish its handshake is dropped */
    LINGER_MS = 500,
    PEERS_HWM = 1024, /* messages that wait for one peer, each way */
    BACKLOG = 1024,
    SILENT_S = 60,      /* a peer that vanished (no power, no cable) is looked for after this */
    LOOK_S = 10,        /* so often */
    LOOKS = 3,          /* and dropped after so many in vain */
    UNACKED_MS = 60000, /* likewise when it does not confirm what was sent */
};

static enum err err_of_zmq(int errno_value)
{
    if (errno_value == EADDRINUSE) return ERR_BUSY;
    if (errno_value == EINVAL || errno_value == EPROTONOSUPPORT || errno_value == ENOCOMPATPROTO)
        return ERR_FORMAT;
    if (errno_value == ENODEV || errno_value == EADDRNOTAVAIL) return ERR_NOTFOUND;
    return err_from_errno(errno_value);
}

static bool set_int(void *socket, int option, int value)
{
    return zmq_setsockopt(socket, option, &value, sizeof value) == 0;
}

static bool set_common(void *socket)
{
    int64_t max = LIMIT_MESSAGE;
    return set_int(socket, ZMQ_LINGER, LINGER_MS) && set_int(socket, ZMQ_SNDHWM, PEERS_HWM) &&
           set_int(socket, ZMQ_RCVHWM, PEERS_HWM) && set_int(socket, ZMQ_BACKLOG, BACKLOG) &&
           set_int(socket, ZMQ_TCP_KEEPALIVE, 1) &&
           set_int(socket, ZMQ_TCP_KEEPALIVE_IDLE, SILENT_S) &&
           set_int(socket, ZMQ_TCP_KEEPALIVE_INTVL, LOOK_S) &&
           set_int(socket, ZMQ_TCP_KEEPALIVE_CNT, LOOKS) &&
           set_int(socket, ZMQ_TCP_MAXRT, UNACKED_MS) &&
           set_int(socket, ZMQ_HANDSHAKE_IVL, HANDSHAKE_MS) &&
           zmq_setsockopt(socket, ZMQ_MAXMSGSIZE, &max, sizeof max) == 0;
}

static bool set_curve(void *socket, const struct edge_options *options)
{
    return set_int(socket, ZMQ_CURVE_SERVER, 1) &&
           zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, options->secret_key, 32) == 0 &&
           zmq_setsockopt(socket, ZMQ_ZAP_DOMAIN, "rexian", 6) == 0;
}

static enum err bind_tcp(void *socket, const char *setting, const char *endpoint, char *why,
                         size_t cap)
{
    if (zmq_bind(socket, endpoint) == 0) return ERR_OK;
    enum err err = err_of_zmq(errno);
    snprintf(why, cap, "%s cannot be opened: %s; choose another address for the setting '%s'",
             endpoint, zmq_strerror(errno), setting);
    return err;
}

/* Guarded by its mode, not by keys: only the service's own user gets through. */
static enum err bind_console(void *socket, const char *path, char *why, size_t cap)
{
    struct sockaddr_un address;
    if (strlen(path) >= sizeof address.sun_path) {
        snprintf(why, cap, "the path %s is too long for a socket: use a shorter folder", path);
        return ERR_LIMIT;
    }
    char endpoint[sizeof address.sun_path + sizeof "ipc://"];
    snprintf(endpoint, sizeof endpoint, "ipc://%s", path);
    mode_t before = umask(0177);
    int bound = zmq_bind(socket, endpoint);
    int errno_value = errno;
    umask(before);
    if (bound == 0 && chmod(path, 0600) == 0) return ERR_OK;
    snprintf(why, cap, "the console's socket %s cannot be made: %s", path,
             zmq_strerror(errno_value));
    return err_of_zmq(errno_value);
}

static enum err open_router(struct edge *edge, const struct edge_options *options, char *why,
                            size_t cap)
{
    struct router *router = &edge->router;
    router->metrics = &edge->metrics;
    router->stations = zmq_socket(edge->context, ZMQ_ROUTER);
    router->console = zmq_socket(edge->context, ZMQ_ROUTER);
    if (!router->stations || !router->console) return ERR_NOMEM;
    /* No ZMQ_ROUTER_HANDOVER: a peer that claims another's id must not get its replies. */
    if (!set_common(router->stations) || !set_common(router->console) ||
        !set_curve(router->stations, options))
        return ERR_IO;
    enum err err = gate_watch(&edge->gate, edge->context, router->stations, 0);
    if (err == ERR_OK) err = bind_tcp(router->stations, "listen", options->listen, why, cap);
    if (err == ERR_OK) err = bind_console(router->console, options->console, why, cap);
    return err;
}

static enum err open_publisher(struct edge *edge, const struct edge_options *options, char *why,
                               size_t cap)
{
    struct publisher *publisher = &edge->publisher;
    publisher->metrics = &edge->metrics;
    enum err err = publisher_init(publisher, options->head);
    if (err != ERR_OK) return err;
    publisher->socket = zmq_socket(edge->context, ZMQ_PUB);
    if (!publisher->socket) return ERR_NOMEM;
    if (!set_common(publisher->socket) || !set_curve(publisher->socket, options)) return ERR_IO;
    err = gate_watch(&edge->gate, edge->context, publisher->socket, 1);
    if (err == ERR_OK) err = bind_tcp(publisher->socket, "publish", options->publish, why, cap);
    return err;
}

enum err edge_open(struct edge *edge, const struct edge_options *options, char *why, size_t cap)
{
    *edge = (struct edge){.gate = {.station = options->station, .ctx = options->ctx}};
    edge->gate.metrics = &edge->metrics;
    snprintf(why, cap, "the sockets cannot be made: out of memory or descriptors");
    edge->context = zmq_ctx_new();
    if (!edge->context) return ERR_NOMEM;
    zmq_ctx_set(edge->context, ZMQ_MAX_SOCKETS, 65536);
    enum err err = gate_open(&edge->gate, edge->context);
    if (err == ERR_OK) err = open_router(edge, options, why, cap);
    if (err == ERR_OK) err = open_publisher(edge, options, why, cap);
    return err;
}

void edge_close(struct edge *edge)
{
    if (edge->router.stations) zmq_close(edge->router.stations);
    if (edge->router.console) zmq_close(edge->router.console);
    edge->router.stations = edge->router.console = NULL;
    publisher_fini(&edge->publisher);
    gate_close(&edge->gate);
    if (edge->context) zmq_ctx_term(edge->context);
    edge->context = NULL;
}

enum err edge_endpoint(void *socket, char *out, size_t cap)
{
    return zmq_getsockopt(socket, ZMQ_LAST_ENDPOINT, out, &cap) == 0 ? ERR_OK : ERR_IO;
}

void edge_key_text(const unsigned char key[32], char out[41])
{
    zmq_z85_encode(out, key, 32);
}

enum err edge_wait(struct edge *edge, const int fds[EDGE_FDS], bool ready[EDGE_FDS],
                   uint64_t wait_ms)
{
    enum { STATIONS, CONSOLE, ZAP, WATCHED, OWN = WATCHED + 2, ITEMS = OWN + EDGE_FDS };
    zmq_pollitem_t items[ITEMS] = {
        [STATIONS] = {.socket = edge->router.stations, .events = ZMQ_POLLIN},
        [CONSOLE] = {.socket = edge->router.console, .events = ZMQ_POLLIN},
        [ZAP] = {.socket = edge->gate.zap, .events = ZMQ_POLLIN},
        [WATCHED] = {.socket = edge->gate.watched[0], .events = ZMQ_POLLIN},
        [WATCHED + 1] = {.socket = edge->gate.watched[1], .events = ZMQ_POLLIN},
    };
    for (int i = 0; i < EDGE_FDS; i++)
        items[OWN + i] = (zmq_pollitem_t){.fd = fds[i], .events = ZMQ_POLLIN};
    for (int i = 0; i < EDGE_FDS; i++) ready[i] = false;
    if (zmq_poll(items, ITEMS, (long)wait_ms) < 0) return errno == EINTR ? ERR_OK : ERR_IO;
    if (items[ZAP].revents || items[WATCHED].revents || items[WATCHED + 1].revents)
        gate_work(&edge->gate);
    edge->router.stations_ready = items[STATIONS].revents != 0;
    edge->router.console_ready = items[CONSOLE].revents != 0;
    for (int i = 0; i < EDGE_FDS; i++) ready[i] = items[OWN + i].revents != 0;
    return ERR_OK;
}
