/* Facts to everybody who subscribed. Every message is [topic, bytes]:
 *   topics of a fact   [seq, previous seq on this topic, the fact's published form]
 *   "w"                the live figures without a name in them (struct rec_wall)
 *   "b."               [number of the last fact], once a second
 * A subscriber may miss messages (slow, or away); the previous number shows it the gap. */
#ifndef SERVER_EDGE_PUBLISHER_H
#define SERVER_EDGE_PUBLISHER_H

#include "common/err.h"
#include "proto/envelope.h"
#include "proto/fact.h"
#include "server/edge/metrics.h"

/* The last number on each topic, bounded. A topic that is not in it answers the floor, a number
 * that is not below its last one: then a subscriber asks once too often, and misses nothing. */
enum { TOPICS = 1 << 15 };
struct topic_last {
    struct topic topic; /* empty: free */
    uint64_t seq;
};
struct topic_map {
    struct topic_last *slots; /* TOPICS of them, owned */
    size_t used;
    uint64_t floor;
};
enum err topic_map_init(struct topic_map *map, uint64_t floor);
void topic_map_fini(struct topic_map *map);
/* The number before seq on the topic; seq is the last one from now on. */
uint64_t topic_map_next(struct topic_map *map, const struct topic *topic, uint64_t seq);

struct publisher {
    void *socket;
    struct metrics *metrics;
    struct topic_map last;
    struct buffer fact, envelope;
};
/* The socket is the edge's to open; floor: the last fact before this start. */
enum err publisher_init(struct publisher *publisher, uint64_t floor);
void publisher_fini(struct publisher *publisher);
void publisher_fact(struct publisher *publisher, const struct fact *fact);
/* Wipes the names of people out of *wall before it is sent. */
void publisher_wall(struct publisher *publisher, struct rec_wall *wall, struct arena *arena);
void publisher_beat(struct publisher *publisher, uint64_t head);

/* The summary as it is sent; false: out of memory. */
bool wall_encode(struct buffer *out, const struct rec_wall *wall, struct arena *arena);

#endif
