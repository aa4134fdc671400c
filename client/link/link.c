/* The link's sockets: connecting, watching the connections, taking what comes. */
#include <errno.h>
#include <poll.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <zmq.h>

#include "client/link/parts.h"
#include "common/clock.h"

enum {
    SILENCE_MS = 4000, /* the dispatcher's beat comes every second */
    LOOK_MS = 30000,   /* a fact dropped as the last one of a topic is found this late at most */
};

void link_set_state(struct link *link, enum link_state state)
{
    if (link->state == state) return;
    link->state = state;
    if (link->events.changed) link->events.changed(link->events.ctx, state);
}

enum err link_new(struct link **out, const struct link_options *options,
                  const struct link_events *events)
{
    ASSERT(options->station || options->url);
    if (sodium_init() < 0) return ERR_CRYPTO;
    struct link *link = calloc(1, sizeof *link);
    if (!link) return ERR_NOMEM;
    arena_init(&link->arena, ARENA_LIMIT);
    buffer_init(&link->out);
    link->events = *events;
    link->heard_ms = clock_mono_ms();
    link->look_ms = link->heard_ms + LOOK_MS;
    link->keep_ms = KEEP_MS;
    enum err err = ERR_OK;
    link->context = zmq_ctx_new();
    link->has_keys = options->station != NULL;
    if (options->station) link->station = *options->station;
    if (options->url)
        snprintf(link->station.server, sizeof link->station.server, "%s", options->url);
    if (options->publish)
        snprintf(link->station.publish, sizeof link->station.publish, "%s", options->publish);
    if (!link->context || !sockets_open(link)) err = ERR_IO;
    if (err == ERR_OK && options->spool_dir && options->station)
        err = spool_open(&link->spool, options->spool_dir, options->station);
    if (err != ERR_OK) {
        link_free(&link);
        return err;
    }
    asks_load(link);
    *out = link;
    return ERR_OK;
}

void link_free(struct link **link_out)
{
    struct link *link = *link_out;
    if (!link) return;
    sockets_close(link);
    if (link->context) zmq_ctx_term(link->context);
    asks_free(link);
    spool_close(&link->spool);
    buffer_fini(&link->out);
    arena_fini(&link->arena);
    sodium_memzero(link, sizeof *link);
    free(link);
    *link_out = NULL;
}

bool link_transmit(struct link *link, const void *bytes, size_t n)
{
    if (zmq_send(link->dealer, bytes, n, ZMQ_DONTWAIT) < 0) return false;
    link->said_ms = clock_mono_ms();
    return true;
}

static void heard(struct link *link, uint64_t now_ms)
{
    link->heard_ms = now_ms;
    link_set_state(link, LINK_UP);
}

/* Takes one message of at most two frames; false: none there. The caller closes both. */
static bool take(void *socket, zmq_msg_t *first, zmq_msg_t *second, bool *two)
{
    zmq_msg_init(first);
    zmq_msg_init(second);
    *two = false;
    if (zmq_msg_recv(first, socket, ZMQ_DONTWAIT) < 0) {
        zmq_msg_close(first);
        zmq_msg_close(second);
        return false;
    }
    while (zmq_msg_more(*two ? second : first)) {
        if (zmq_msg_recv(second, socket, 0) < 0) break;
        *two = true;
    }
    return true;
}

static void work_events(struct link *link, void *socket, bool commands, uint64_t now_ms)
{
    zmq_msg_t first, second;
    bool two;
    while (socket && take(socket, &first, &second, &two)) {
        uint16_t event = 0;
        if (zmq_msg_size(&first) >= sizeof event)
            memcpy(&event, zmq_msg_data(&first), sizeof event);
        zmq_msg_close(&first);
        zmq_msg_close(&second);
        if (event == ZMQ_EVENT_HANDSHAKE_SUCCEEDED) {
            heard(link, now_ms);
            if (commands)
                asks_again(link, now_ms);
            else
                topics_catch_up(link);
            continue;
        }
        if (event == ZMQ_EVENT_HANDSHAKE_FAILED_AUTH && !link->remake_ms)
            link->remake_ms = now_ms + sockets_remake_after_ms();
        if (commands) link_set_state(link, LINK_AWAY);
    }
}

static void work_commands(struct link *link, uint64_t now_ms)
{
    zmq_msg_t first, second;
    bool two;
    while (take(link->dealer, &first, &second, &two)) {
        heard(link, now_ms);
        if (!two) asks_reply(link, slice_bytes(zmq_msg_data(&first), zmq_msg_size(&first)));
        zmq_msg_close(&first);
        zmq_msg_close(&second);
    }
}

static void published(struct link *link, const char *topic, struct slice frame)
{
    if (strcmp(topic, "b.") == 0) return; /* the beat only says that the dispatcher lives */
    if (strcmp(topic, "w") != 0) {
        topics_published(link, topic, frame);
        return;
    }
    if (!link->events.summary || !scan_ok(frame)) return;
    struct rec_wall wall;
    struct fault fault;
    size_t n;
    const struct message *records = record_table(&n);
    for (size_t i = 0; i < n; i++) {
        if (strcmp(records[i].name, "wall") != 0) continue;
        arena_reset(&link->arena);
        if (codec_decode(frame, &records[i], &link->arena, &wall, &fault) == REJECT_OK)
            link->events.summary(link->events.ctx, &wall);
    }
}

static void work_facts(struct link *link, uint64_t now_ms)
{
    zmq_msg_t first, second;
    bool two;
    while (link->sub && take(link->sub, &first, &second, &two)) {
        heard(link, now_ms);
        char topic[TOPIC_MAX] = "";
        size_t n = zmq_msg_size(&first);
        if (two && n < sizeof topic) {
            memcpy(topic, zmq_msg_data(&first), n);
            published(link, topic, slice_bytes(zmq_msg_data(&second), zmq_msg_size(&second)));
        }
        zmq_msg_close(&first);
        zmq_msg_close(&second);
    }
}

void link_work(struct link *link)
{
    uint64_t now_ms = clock_mono_ms();
    work_events(link, link->dealer_events, true, now_ms);
    work_events(link, link->sub_events, false, now_ms);
    work_commands(link, now_ms);
    work_facts(link, now_ms);
    if (link->remake_ms && now_ms >= link->remake_ms) {
        link->remake_ms = 0;
        sockets_close(link);
        if (!sockets_open(link)) link->remake_ms = now_ms + sockets_remake_after_ms();
    }
    asks_send_due(link, now_ms);
    asks_keep_alive(link, now_ms);
    if (link->sub && link->state == LINK_UP && now_ms - link->heard_ms > SILENCE_MS)
        link_set_state(link, LINK_AWAY);
    if (now_ms >= link->look_ms) {
        link->look_ms = now_ms + LOOK_MS;
        topics_catch_up(link);
    }
}

static void *const *all_sockets(const struct link *link, void *sockets[4], size_t *n)
{
    *n = 0;
    if (link->dealer) sockets[(*n)++] = link->dealer;
    if (link->dealer_events) sockets[(*n)++] = link->dealer_events;
    if (link->sub) sockets[(*n)++] = link->sub;
    if (link->sub_events) sockets[(*n)++] = link->sub_events;
    return sockets;
}

size_t link_fds(const struct link *link, int fds[4])
{
    void *sockets[4];
    size_t n;
    all_sockets(link, sockets, &n);
    for (size_t i = 0; i < n; i++) {
        size_t size = sizeof fds[i];
        int failed = zmq_getsockopt(sockets[i], ZMQ_FD, &fds[i], &size);
        ASSERT(failed == 0);
    }
    return n;
}

/* ZeroMQ's descriptors are edge-triggered: what has arrived already must not be slept over. */
static bool something_there(const struct link *link)
{
    void *sockets[4];
    size_t n;
    all_sockets(link, sockets, &n);
    for (size_t i = 0; i < n; i++) {
        int events = 0;
        size_t size = sizeof events;
        if (zmq_getsockopt(sockets[i], ZMQ_EVENTS, &events, &size) == 0 && (events & ZMQ_POLLIN))
            return true;
    }
    return false;
}

uint64_t link_wait_ms(const struct link *link)
{
    if (something_there(link)) return 0;
    uint64_t now_ms = clock_mono_ms();
    uint64_t next_ms = asks_next_ms(link);
    uint64_t keep_at_ms = asks_keep_at_ms(link);
    if (keep_at_ms < next_ms) next_ms = keep_at_ms;
    if (link->look_ms < next_ms) next_ms = link->look_ms;
    if (link->remake_ms && link->remake_ms < next_ms) next_ms = link->remake_ms;
    if (link->sub && link->state == LINK_UP && link->heard_ms + SILENCE_MS + 1 < next_ms)
        next_ms = link->heard_ms + SILENCE_MS + 1;
    return next_ms > now_ms ? next_ms - now_ms : 0;
}

enum link_state link_state(const struct link *link)
{
    return link->state;
}

struct calling {
    struct link_answer *answer;
    struct arena *arena;
    const struct message *record;
    bool done;
};

static void called(void *ctx, const struct link_answer *answer)
{
    struct calling *calling = ctx;
    calling->done = true;
    *calling->answer = *answer;
    calling->answer->body = NULL;
    char *field = arena_copy(calling->arena, answer->field);
    calling->answer->field = slice_of(field);
    if (answer->err != ERR_OK || answer->reject != REJECT_OK) return;
    struct buffer buffer;
    buffer_init(&buffer);
    codec_encode(&buffer, calling->record, answer->body, VIEW_WIRE);
    char *bytes = buffer.err == ERR_OK ? arena_take(calling->arena, buffer.n + 1) : NULL;
    void *body = arena_take(calling->arena, calling->record->size);
    struct fault fault;
    if (bytes && body) {
        memcpy(bytes, buffer.p, buffer.n);
        if (codec_decode(slice_bytes(bytes, buffer.n), calling->record, calling->arena, body,
                         &fault) == REJECT_OK)
            calling->answer->body = body;
    }
    if (!calling->answer->body) calling->answer->err = ERR_NOMEM;
    buffer_fini(&buffer);
}

enum err link_call(struct link *link, enum request number, const void *body, uint64_t limit_ms,
                   struct arena *arena, struct link_answer *answer)
{
    *answer = (struct link_answer){0};
    struct calling calling = {answer, arena, request_desc(number)->answer, false};
    enum err err = link_ask(link, number, body, limit_ms, false, called, &calling);
    while (err == ERR_OK && !calling.done) {
        int fds[4];
        struct pollfd polls[4];
        size_t n = link_fds(link, fds);
        for (size_t i = 0; i < n; i++) polls[i] = (struct pollfd){.fd = fds[i], .events = POLLIN};
        uint64_t wait_ms = link_wait_ms(link);
        if (poll(polls, n, wait_ms > 1000 ? 1000 : (int)wait_ms) < 0 && errno != EINTR)
            return err_from_errno(errno);
        link_work(link);
    }
    return err != ERR_OK ? err : answer->err;
}
