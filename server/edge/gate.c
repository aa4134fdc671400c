#include "server/edge/gate.h"

#include <inttypes.h>
#include <stdio.h>

#include <zmq.h>

#include "common/clock.h"
#include "common/log.h"

/* Frames of a request: version, id, domain, address, identity, mechanism, key. */
enum { FRAME_ID = 1, FRAME_MECHANISM = 5, FRAME_KEY = 6, FRAMES = 7, FRAME_MAX = 256 };
enum { LOG_EVERY_MS = 1000 };

struct zap_request {
    size_t n; /* frames */
    char bytes[FRAMES][FRAME_MAX];
    size_t length[FRAMES];
};

enum err gate_open(struct gate *gate, void *context)
{
    gate->zap = zmq_socket(context, ZMQ_REP);
    if (!gate->zap) return ERR_NOMEM;
    return zmq_bind(gate->zap, "inproc://zeromq.zap.01") == 0 ? ERR_OK : ERR_IO;
}

void gate_close(struct gate *gate)
{
    if (gate->zap) zmq_close(gate->zap);
    for (int i = 0; i < 2; i++)
        if (gate->watched[i]) zmq_close(gate->watched[i]);
    gate->zap = gate->watched[0] = gate->watched[1] = NULL;
}

enum err gate_watch(struct gate *gate, void *context, void *socket, int slot)
{
    char address[64];
    snprintf(address, sizeof address, "inproc://rexian.handshakes.%d", slot);
    if (zmq_socket_monitor(socket, address, ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL) != 0)
        return ERR_IO;
    gate->watched[slot] = zmq_socket(context, ZMQ_PAIR);
    if (!gate->watched[slot]) return ERR_NOMEM;
    return zmq_connect(gate->watched[slot], address) == 0 ? ERR_OK : ERR_IO;
}

static void refused(struct gate *gate, const char *cause)
{
    gate->metrics->keys_refused++;
    uint64_t now_ms = clock_mono_ms();
    if (gate->logged_ms && now_ms - gate->logged_ms < LOG_EVERY_MS) return;
    gate->logged_ms = now_ms;
    log_event(LOG_WARNING, "key_refused", LOG_STR("cause", cause),
              LOG_U64("so_far", gate->metrics->keys_refused));
}

/* Takes one whole request; false: none waits. Frames past the expected ones are dropped. */
static bool zap_receive(void *socket, struct zap_request *request)
{
    request->n = 0;
    int more = 1;
    while (more) {
        zmq_msg_t frame;
        zmq_msg_init(&frame);
        if (zmq_msg_recv(&frame, socket, ZMQ_DONTWAIT) < 0) {
            zmq_msg_close(&frame);
            return false;
        }
        size_t n = zmq_msg_size(&frame);
        if (request->n < FRAMES && n <= FRAME_MAX) {
            memcpy(request->bytes[request->n], zmq_msg_data(&frame), n);
            request->length[request->n++] = n;
        }
        more = zmq_msg_more(&frame);
        zmq_msg_close(&frame);
    }
    return true;
}

static void zap_answer(void *socket, const struct zap_request *request, const char *status,
                       const char *text, const char *user)
{
    const char *id = request->n > FRAME_ID ? request->bytes[FRAME_ID] : "";
    size_t id_n = request->n > FRAME_ID ? request->length[FRAME_ID] : 0;
    zmq_send(socket, "1.0", 3, ZMQ_SNDMORE);
    zmq_send(socket, id, id_n, ZMQ_SNDMORE);
    zmq_send(socket, status, strlen(status), ZMQ_SNDMORE);
    zmq_send(socket, text, strlen(text), ZMQ_SNDMORE);
    zmq_send(socket, user, strlen(user), ZMQ_SNDMORE);
    zmq_send(socket, "", 0, 0);
}

static bool zap_station(const struct gate *gate, const struct zap_request *request,
                        uint64_t *station)
{
    struct h32 key;
    if (request->n != FRAMES || request->length[FRAME_KEY] != sizeof key.b) return false;
    if (request->length[FRAME_MECHANISM] != 5 ||
        memcmp(request->bytes[FRAME_MECHANISM], "CURVE", 5) != 0)
        return false;
    memcpy(key.b, request->bytes[FRAME_KEY], sizeof key.b);
    return gate->station(gate->ctx, &key, station) && *station != 0;
}

static void watched_work(struct gate *gate, void *socket)
{
    if (!socket) return;
    unsigned char frame[6];
    char address[256];
    while (zmq_recv(socket, frame, sizeof frame, ZMQ_DONTWAIT) >= 0) {
        zmq_recv(socket, address, sizeof address, ZMQ_DONTWAIT);
        uint16_t event;
        memcpy(&event, frame, sizeof event);
        if (event == ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL) refused(gate, "handshake");
    }
}

void gate_work(struct gate *gate)
{
    struct zap_request request;
    while (zap_receive(gate->zap, &request)) {
        uint64_t station = 0;
        if (zap_station(gate, &request, &station)) {
            char user[24];
            snprintf(user, sizeof user, "%" PRIu64, station);
            zap_answer(gate->zap, &request, "200", "OK", user);
        } else {
            zap_answer(gate->zap, &request, "400", "station not registered", "");
            refused(gate, "unregistered");
        }
    }
    for (int i = 0; i < 2; i++) watched_work(gate, gate->watched[i]);
}
