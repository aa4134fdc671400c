#include "server/edge/publisher.h"

#include <stdlib.h>

#include <zmq.h>

enum err topic_map_init(struct topic_map *map, uint64_t floor)
{
    *map = (struct topic_map){.slots = calloc(TOPICS, sizeof *map->slots), .floor = floor};
    return map->slots ? ERR_OK : ERR_NOMEM;
}

void topic_map_fini(struct topic_map *map)
{
    free(map->slots);
    map->slots = NULL;
}

/* FNV-1a; topics are made of the dispatcher's own ids, so that nobody can choose collisions. */
static size_t topic_slot(const struct topic *topic)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (const char *c = topic->s; *c; c++)
        hash = (hash ^ (unsigned char)*c) * UINT64_C(0x100000001b3);
    return hash % TOPICS;
}

/* When it is full it forgets everything, and the floor rises to what was forgotten last. */
static void topic_map_forget(struct topic_map *map, uint64_t seq)
{
    memset(map->slots, 0, TOPICS * sizeof *map->slots);
    map->used = 0;
    map->floor = seq;
}

uint64_t topic_map_next(struct topic_map *map, const struct topic *topic, uint64_t seq)
{
    ASSERT(seq > 0 && topic->s[0] != '\0');
    size_t at = topic_slot(topic);
    while (map->slots[at].topic.s[0] && strcmp(map->slots[at].topic.s, topic->s) != 0)
        at = (at + 1) % TOPICS;
    struct topic_last *slot = &map->slots[at];
    uint64_t prev = slot->seq;
    if (!slot->topic.s[0]) {
        if (map->used >= TOPICS / 4 * 3) {
            topic_map_forget(map, seq);
            slot = &map->slots[topic_slot(topic)];
        }
        slot->topic = *topic;
        map->used++;
        prev = map->floor < seq ? map->floor : seq - 1;
    }
    slot->seq = seq;
    return prev;
}

enum err publisher_init(struct publisher *publisher, uint64_t floor)
{
    buffer_init(&publisher->fact);
    buffer_init(&publisher->envelope);
    return topic_map_init(&publisher->last, floor);
}

void publisher_fini(struct publisher *publisher)
{
    if (publisher->socket) zmq_close(publisher->socket);
    publisher->socket = NULL;
    buffer_fini(&publisher->fact);
    buffer_fini(&publisher->envelope);
    topic_map_fini(&publisher->last);
}

/* A message that does not leave is a gap that its subscribers will see. */
static void publish(struct publisher *publisher, const char *topic, const struct buffer *bytes)
{
    if (bytes->err != ERR_OK) return;
    if (zmq_send(publisher->socket, topic, strlen(topic), ZMQ_SNDMORE | ZMQ_DONTWAIT) < 0) return;
    zmq_send(publisher->socket, bytes->p, bytes->n, ZMQ_DONTWAIT);
    publisher->metrics->published++;
}

void publisher_fact(struct publisher *publisher, const struct fact *fact)
{
    struct topic topics[FACT_TOPICS_MAX];
    size_t n = fact_topics(fact, topics);
    buffer_reset(&publisher->fact);
    fact_encode(&publisher->fact, fact, VIEW_PUBLIC);
    for (size_t i = 0; i < n; i++) {
        struct fact_envelope envelope = {
            .seq = fact->seq,
            .prev = topic_map_next(&publisher->last, &topics[i], fact->seq),
            .fact = slice_bytes(publisher->fact.p, publisher->fact.n),
        };
        buffer_reset(&publisher->envelope);
        published_encode(&publisher->envelope, &envelope);
        if (publisher->fact.err == ERR_OK) publish(publisher, topics[i].s, &publisher->envelope);
    }
}

bool wall_encode(struct buffer *out, const struct rec_wall *wall, struct arena *arena)
{
    size_t bytes = wall->agents.n * sizeof(struct rec_agent_item);
    struct rec_agent_item *agents = arena_take(arena, bytes);
    if (!agents) return false;
    if (bytes) memcpy(agents, wall->agents.items, bytes);
    for (size_t i = 0; i < wall->agents.n; i++) agents[i].name = (struct slice){0};
    struct rec_wall nameless = *wall;
    nameless.agents.items = agents;
    codec_encode(out, request_desc(request_wall_show)->answer, &nameless, VIEW_ALL);
    return out->err == ERR_OK;
}

void publisher_wall(struct publisher *publisher, struct rec_wall *wall, struct arena *arena)
{
    buffer_reset(&publisher->envelope);
    if (wall_encode(&publisher->envelope, wall, arena))
        publish(publisher, "w", &publisher->envelope);
}

void publisher_beat(struct publisher *publisher, uint64_t head)
{
    unsigned char bytes[10] = {0x91, 0xcf}; /* msgpack: an array of one 64-bit number */
    for (int i = 0; i < 8; i++) bytes[2 + i] = (unsigned char)(head >> (56 - 8 * i));
    buffer_reset(&publisher->envelope);
    buffer_put(&publisher->envelope, bytes, sizeof bytes);
    publish(publisher, "b.", &publisher->envelope);
}
