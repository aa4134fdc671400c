#include "server/edge/router.h"

#include <stdlib.h>

#include <zmq.h>

#include "common/log.h"

struct router_message {
    zmq_msg_t id, body;
};

struct router_message *router_message_new(void)
{
    struct router_message *message = malloc(sizeof *message);
    if (!message) return NULL;
    zmq_msg_init(&message->id);
    zmq_msg_init(&message->body);
    return message;
}

void router_message_free(struct router_message **message)
{
    if (!*message) return;
    zmq_msg_close(&(*message)->id);
    zmq_msg_close(&(*message)->body);
    free(*message);
    *message = NULL;
}

/* Takes the rest of a message that has more frames than it should; the body is the last one. */
static size_t skip_frames(void *socket, zmq_msg_t *body)
{
    size_t skipped = 0;
    while (zmq_msg_more(body) && zmq_msg_recv(body, socket, ZMQ_DONTWAIT) >= 0) skipped++;
    return skipped;
}

/* libzmq 4.3.4 loses the metadata of the first frame after a poll, so it is read from the last. */
static uint64_t station_of(zmq_msg_t *body)
{
    const char *user = zmq_msg_gets(body, "User-Id");
    return user ? strtoull(user, NULL, 10) : 0;
}

static bool peer_of(struct router_message *message, bool console, struct peer *peer)
{
    const unsigned char *id = zmq_msg_data(&message->id);
    if (zmq_msg_size(&message->id) != PEER_BYTES || id[0] != 0) return false;
    *peer = (struct peer){.console = console};
    memcpy(peer->id, id, PEER_BYTES);
    if (!console) peer->station = station_of(&message->body);
    return console || peer->station != 0;
}

enum taken { TAKEN, TAKEN_NONE, TAKEN_STRANGER };

static enum taken take(struct router *router, bool console, struct router_message *message,
                       struct peer *peer, struct slice *bytes)
{
    void *socket = console ? router->console : router->stations;
    if (zmq_msg_recv(&message->id, socket, ZMQ_DONTWAIT) < 0) return TAKEN_NONE;
    if (!zmq_msg_more(&message->id)) return TAKEN_STRANGER;
    if (zmq_msg_recv(&message->body, socket, ZMQ_DONTWAIT) < 0) return TAKEN_NONE;
    bool whole = skip_frames(socket, &message->body) == 0;
    if (!peer_of(message, console, peer)) return TAKEN_STRANGER;
    *bytes = slice_bytes(zmq_msg_data(&message->body), whole ? zmq_msg_size(&message->body) : 0);
    return TAKEN;
}

bool router_receive(struct router *router, struct router_message *message, struct peer *peer,
                    struct slice *bytes)
{
    while (router->stations_ready || router->console_ready) {
        bool console = router->console_ready && (router->console_next || !router->stations_ready);
        router->console_next = !console;
        switch (take(router, console, message, peer, bytes)) {
        case TAKEN:
            router->metrics->requests++;
            return true;
        case TAKEN_NONE:
            *(console ? &router->console_ready : &router->stations_ready) = false;
            break;
        case TAKEN_STRANGER:
            router->metrics->strangers++;
            log_event(LOG_DEBUG, "stranger_dropped", LOG_U64("so_far", router->metrics->strangers));
            break;
        }
    }
    return false;
}

void router_send(struct router *router, const struct peer *peer, struct slice bytes)
{
    void *socket = peer->console ? router->console : router->stations;
    /* When the id does not leave (an unknown peer is not an error here), nor may the body. */
    if (zmq_send(socket, peer->id, PEER_BYTES, ZMQ_SNDMORE | ZMQ_DONTWAIT) < 0) return;
    zmq_send(socket, bytes.p, bytes.n, ZMQ_DONTWAIT);
}
