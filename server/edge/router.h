/* Requests in, replies out: a ROUTER for stations (tcp, CURVE) and one for the console (a local
 * socket that only the service's user can open). A message is one frame behind the peer's id. */
#ifndef SERVER_EDGE_ROUTER_H
#define SERVER_EDGE_ROUTER_H

#include "common/err.h"
#include "common/slice.h"
#include "server/edge/metrics.h"

/* The way back to who asked. Ids are the router's own, 5 bytes; a peer that chose one is dropped:
 * it could choose another's. */
enum { PEER_BYTES = 5 };
struct peer {
    uint64_t station; /* 0: the console */
    bool console;
    unsigned char id[PEER_BYTES];
};

struct router {
    void *stations, *console;
    struct metrics *metrics;
    /* What the last wait saw; cleared when nothing is left, as asking an empty socket costs a call.
     */
    bool stations_ready, console_ready;
    bool console_next; /* whose turn it is, so that neither side starves the other */
};

struct router_message; /* holds one received message; reused */

struct router_message *router_message_new(void);
void router_message_free(struct router_message **message);
/* The next request of a known peer; false: none waits. Those of nobody are dropped and counted. A
 * message of a wrong form comes as empty bytes. Bytes live until the next call with this message.
 */
bool router_receive(struct router *router, struct router_message *message, struct peer *peer,
                    struct slice *bytes);
/* A peer that is gone, or does not read, loses it: it will ask again. */
void router_send(struct router *router, const struct peer *peer, struct slice bytes);

#endif
