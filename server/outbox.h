/* Replies of one turn, which may not leave before the turn is on disk. */
#ifndef SERVER_OUTBOX_H
#define SERVER_OUTBOX_H

#include "proto/envelope.h"
#include "server/edge/router.h"

struct outbox_entry {
    struct peer peer;
    size_t at, n; /* in bytes */
};

struct outbox {
    struct buffer bytes;
    struct outbox_entry *entries; /* owned */
    size_t n, cap;
};

void outbox_init(struct outbox *outbox);
void outbox_fini(struct outbox *outbox);
/* Room for one more entry, made before anything is written; false: out of memory. */
bool outbox_room(struct outbox *outbox);
/* Encodes a reply to the peer behind the others; the slice lives until the next change. Empty when
 * out of memory: then nobody gets an answer, and will ask again. */
struct slice outbox_put(struct outbox *outbox, const struct peer *peer,
                        const struct reply_envelope *envelope, const struct message *answer,
                        const void *body);
/* A reply that was encoded before. */
void outbox_copy(struct outbox *outbox, const struct peer *peer, struct slice reply);
/* Sends all and is empty. */
void outbox_send(struct outbox *outbox, struct router *router);

#endif
