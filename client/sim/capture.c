/* A tap on the publication: subscribes to everything with a station's key and writes each frame as
 * it came, so that a test can search it for words that must not be in it. */
#include <stdlib.h>
#include <zmq.h>

#include "client/sim/world.h"

struct capture {
    void *context, *sub;
    FILE *file;
};

bool capture_open(const struct world *world, struct capture **out, char *why, size_t why_cap)
{
    char path[LIMIT_PATH];
    snprintf(path, sizeof path, "%s/tap.station", world->plan.stations);
    struct station_file station;
    if (station_read(path, &station, why, (unsigned)why_cap) != ERR_OK) return false;
    struct capture *capture = calloc(1, sizeof *capture);
    ASSERT(capture);
    *out = capture;
    capture->file = fopen(world->plan.capture, "w");
    capture->context = zmq_ctx_new();
    capture->sub = capture->context ? zmq_socket(capture->context, ZMQ_SUB) : NULL;
    int unbounded = 0, linger = 0;
    if (capture->file && capture->sub &&
        zmq_setsockopt(capture->sub, ZMQ_CURVE_SERVERKEY, station.server_key, 41) == 0 &&
        zmq_setsockopt(capture->sub, ZMQ_CURVE_PUBLICKEY, station.public_key, 41) == 0 &&
        zmq_setsockopt(capture->sub, ZMQ_CURVE_SECRETKEY, station.secret_key, 41) == 0 &&
        zmq_setsockopt(capture->sub, ZMQ_RCVHWM, &unbounded, sizeof unbounded) == 0 &&
        zmq_setsockopt(capture->sub, ZMQ_LINGER, &linger, sizeof linger) == 0 &&
        zmq_setsockopt(capture->sub, ZMQ_SUBSCRIBE, "", 0) == 0 &&
        zmq_connect(capture->sub, station.publish) == 0)
        return true;
    snprintf(why, why_cap, "cannot capture to %s", world->plan.capture);
    capture_close(out);
    return false;
}

int capture_fd(const struct capture *capture)
{
    int fd = -1;
    size_t size = sizeof fd;
    int failed = zmq_getsockopt(capture->sub, ZMQ_FD, &fd, &size);
    ASSERT(failed == 0);
    return fd;
}

void capture_work(struct capture *capture)
{
    zmq_msg_t frame;
    zmq_msg_init(&frame);
    while (zmq_msg_recv(&frame, capture->sub, ZMQ_DONTWAIT) >= 0) {
        fwrite(zmq_msg_data(&frame), 1, zmq_msg_size(&frame), capture->file);
        fputc('\n', capture->file);
    }
    zmq_msg_close(&frame);
    fflush(capture->file);
}

void capture_close(struct capture **capture)
{
    if (!*capture) return;
    if ((*capture)->sub) zmq_close((*capture)->sub);
    if ((*capture)->context) zmq_ctx_term((*capture)->context);
    if ((*capture)->file) fclose((*capture)->file);
    free(*capture);
    *capture = NULL;
}
