/* The dispatcher's sockets, all of the main thread: the router (requests from stations over CURVE,
 * and from the local console), the gate (who may connect) and the publisher. */
#ifndef SERVER_EDGE_EDGE_H
#define SERVER_EDGE_EDGE_H

#include "common/err.h"
#include "server/edge/gate.h"
#include "server/edge/metrics.h"
#include "server/edge/publisher.h"
#include "server/edge/router.h"

struct edge {
    void *context;
    struct metrics metrics;
    struct gate gate;
    struct router router;
    struct publisher publisher;
};

struct edge_options {
    const char *listen, *publish; /* tcp endpoints */
    const char *console;          /* path of the console's socket */
    unsigned char secret_key[32]; /* CURVE */
    uint64_t head;                /* last fact before this start */
    gate_station *station;
    void *ctx; /* of station */
};

/* ERR_BUSY: an address is in use. why gets one sentence that says what to do. */
enum err edge_open(struct edge *edge, const struct edge_options *options, char *why, size_t cap);
/* What is on its way out gets a moment to leave. Also right after edge_open failed. */
void edge_close(struct edge *edge);

/* The endpoint that a socket is really bound to, its port filled in. */
enum err edge_endpoint(void *socket, char *out, size_t cap);

/* A key in 40 characters of Z85, zero-terminated. */
void edge_key_text(const unsigned char key[32], char out[41]);

/* Waits until a socket or one of the descriptors is readable, at most wait_ms. ready[i] says
 * whether fds[i] is. The gate's work is done on the way. */
enum { EDGE_FDS = 3 };
enum err edge_wait(struct edge *edge, const int fds[EDGE_FDS], bool ready[EDGE_FDS],
                   uint64_t wait_ms);

#endif
