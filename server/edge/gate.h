/* Who may connect: answers the ZeroMQ authentication protocol (ZAP, RFC 27) from the table of
 * stations by public key, and counts those who were turned away, among them peers that had another
 * dispatcher's key. A connection's messages then carry "User-Id", the station's id in decimal. */
#ifndef SERVER_EDGE_GATE_H
#define SERVER_EDGE_GATE_H

#include "common/err.h"
#include "proto/schema.h"
#include "server/edge/metrics.h"

/* The live station of a public key; false: none. */
typedef bool gate_station(void *ctx, const struct h32 *key, uint64_t *station);

struct gate {
    void *zap;        /* REP */
    void *watched[2]; /* PAIR: failed handshakes of the tcp sockets */
    gate_station *station;
    void *ctx;
    struct metrics *metrics;
    uint64_t logged_ms; /* monotonic; the log gets one line a second at most */
};

/* Before any socket that it guards is bound. */
enum err gate_open(struct gate *gate, void *context);
void gate_close(struct gate *gate);
/* Reports failed handshakes of a socket to the gate; call before binding it. slot 0 or 1. */
enum err gate_watch(struct gate *gate, void *context, void *socket, int slot);
/* Answers all that wait. */
void gate_work(struct gate *gate);

#endif
