/* The link's sockets: made with the station's keys, watched, and made anew when the dispatcher
 * would not have us. */
#include <sodium.h>
#include <stdio.h>
#include <zmq.h>

#include "client/link/parts.h"

enum { RECONNECT_MS = 100, RECONNECT_MAX_MS = 3000, QUEUE_MESSAGES = 1000 };

static bool set_int(void *socket, int option, int value)
{
    return zmq_setsockopt(socket, option, &value, sizeof value) == 0;
}

static bool set_keys(void *socket, const struct station_file *station)
{
    return zmq_setsockopt(socket, ZMQ_CURVE_SERVERKEY, station->server_key, 41) == 0 &&
           zmq_setsockopt(socket, ZMQ_CURVE_PUBLICKEY, station->public_key, 41) == 0 &&
           zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, station->secret_key, 41) == 0;
}

/* A socket that connects, with a second one that tells how the connection fares. */
static bool open_one(struct link *link, int type, const char *url, void **out, void **events)
{
    void *socket = zmq_socket(link->context, type);
    *out = socket;
    if (!socket) return false;
    bool good = set_int(socket, ZMQ_LINGER, 0) && set_int(socket, ZMQ_IMMEDIATE, 1) &&
                set_int(socket, ZMQ_RECONNECT_IVL, RECONNECT_MS) &&
                set_int(socket, ZMQ_RECONNECT_IVL_MAX, RECONNECT_MAX_MS) &&
                set_int(socket, ZMQ_SNDHWM, QUEUE_MESSAGES) &&
                set_int(socket, ZMQ_RCVHWM, QUEUE_MESSAGES);
    int64_t most = LIMIT_MESSAGE * 2;
    good = good && zmq_setsockopt(socket, ZMQ_MAXMSGSIZE, &most, sizeof most) == 0;
    if (link->has_keys) good = good && set_keys(socket, &link->station);
    char name[64];
    snprintf(name, sizeof name, "inproc://events-%p", socket);
    good = good && zmq_socket_monitor(socket, name,
                                      ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_DISCONNECTED |
                                          ZMQ_EVENT_HANDSHAKE_FAILED_AUTH) == 0;
    *events = zmq_socket(link->context, ZMQ_PAIR);
    good = good && *events && set_int(*events, ZMQ_LINGER, 0) && zmq_connect(*events, name) == 0;
    return good && zmq_connect(socket, url) == 0;
}

static bool subscribe_again(struct link *link)
{
    bool good = zmq_setsockopt(link->sub, ZMQ_SUBSCRIBE, "b.", 2) == 0;
    for (size_t i = 0; i < TOPICS_MAX; i++) {
        const char *name = link->topics[i].topic.s;
        if (link->topics[i].used)
            good = good && zmq_setsockopt(link->sub, ZMQ_SUBSCRIBE, name, strlen(name)) == 0;
    }
    return good;
}

bool sockets_open(struct link *link)
{
    return open_one(link, ZMQ_DEALER, link->station.server, &link->dealer, &link->dealer_events) &&
           (!link->has_keys ||
            (open_one(link, ZMQ_SUB, link->station.publish, &link->sub, &link->sub_events) &&
             subscribe_again(link)));
}

void sockets_close(struct link *link)
{
    void **sockets[] = {&link->dealer_events, &link->sub_events, &link->dealer, &link->sub};
    for (size_t i = 0; i < sizeof sockets / sizeof *sockets; i++) {
        if (*sockets[i]) zmq_close(*sockets[i]);
        *sockets[i] = NULL;
    }
}

uint64_t sockets_remake_after_ms(void)
{
    return REMAKE_MS / 2 + randombytes_uniform(REMAKE_MS);
}
