#include "server/outbox.h"

#include <stdlib.h>

void outbox_init(struct outbox *outbox)
{
    *outbox = (struct outbox){.entries = NULL};
    buffer_init(&outbox->bytes);
}

void outbox_fini(struct outbox *outbox)
{
    buffer_fini(&outbox->bytes);
    free(outbox->entries);
    *outbox = (struct outbox){.entries = NULL};
}

bool outbox_room(struct outbox *outbox)
{
    if (outbox->n < outbox->cap) return true;
    size_t cap = outbox->cap ? outbox->cap * 2 : 64;
    struct outbox_entry *entries = realloc(outbox->entries, cap * sizeof *entries);
    if (!entries) return false;
    outbox->entries = entries;
    outbox->cap = cap;
    return true;
}

static struct slice finish(struct outbox *outbox, const struct peer *peer, size_t at)
{
    if (outbox->bytes.err != ERR_OK) return (struct slice){0};
    size_t n = outbox->bytes.n - at;
    outbox->entries[outbox->n++] = (struct outbox_entry){*peer, at, n};
    return slice_bytes(outbox->bytes.p + at, n);
}

struct slice outbox_put(struct outbox *outbox, const struct peer *peer,
                        const struct reply_envelope *envelope, const struct message *answer,
                        const void *body)
{
    if (!outbox_room(outbox)) return (struct slice){0};
    size_t at = outbox->bytes.n;
    reply_encode(&outbox->bytes, envelope, answer, body);
    return finish(outbox, peer, at);
}

void outbox_copy(struct outbox *outbox, const struct peer *peer, struct slice reply)
{
    if (!outbox_room(outbox)) return;
    size_t at = outbox->bytes.n;
    buffer_put(&outbox->bytes, reply.p, reply.n);
    finish(outbox, peer, at);
}

void outbox_send(struct outbox *outbox, struct router *router)
{
    for (size_t i = 0; i < outbox->n; i++) {
        const struct outbox_entry *entry = &outbox->entries[i];
        router_send(router, &entry->peer, slice_bytes(outbox->bytes.p + entry->at, entry->n));
    }
    outbox->n = 0;
    buffer_reset(&outbox->bytes);
}
