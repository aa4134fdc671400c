/* What goes around a message on the wire. One frame each.
 *   request  [1, request id, session, token, request number, {body}]
 *   reply    [1, request id, reject, head, field, limit, {body}]
 *   fact     [seq, previous seq on this topic, fact bytes (proto/fact.h)]
 * field is "" and limit 0 unless a refusal names a field. */
#ifndef PROTO_ENVELOPE_H
#define PROTO_ENVELOPE_H

#include "proto/codec.h"

enum { PROTOCOL_VERSION = 1, TOKEN_BYTES = 32 };

struct request_envelope {
    uint64_t request_id; /* chosen by the client (request_id_new); the same when it asks again */
    uint64_t session;    /* 0: none */
    struct slice token;  /* TOKEN_BYTES or empty */
    uint64_t number;     /* enum request */
    struct slice body;   /* still encoded */
};

struct reply_envelope {
    uint64_t request_id;
    enum reject reject;
    uint64_t head; /* number of the last fact */
    struct slice field;
    uint64_t limit;
    struct slice body; /* encoded answer record; empty map on a refusal */
};

struct fact_envelope {
    uint64_t seq, prev;
    struct slice fact;
};

/* A new request id, greater than `last` (the client's one before; 0: none): 42 bits of
 * milliseconds, then 22 of random. Ids begin with the time because the dispatcher keeps replies by
 * request id: those of one moment then lie on the same few pages, where random ones would make each
 * command write a page of its own at the next commit. */
uint64_t request_id_new(uint64_t now_ms, uint64_t random, uint64_t last);

/* message NULL: envelope->body, encoded before, is taken as it is. */
void request_encode(struct buffer *out, const struct request_envelope *envelope,
                    const struct message *message, const void *body);
/* Scans, then takes apart; false: malformed (REJECT_BAD_MESSAGE). Slices point into bytes. */
bool request_decode(struct slice bytes, struct request_envelope *envelope);

/* answer may be NULL (refusal). */
void reply_encode(struct buffer *out, const struct reply_envelope *envelope,
                  const struct message *answer, const void *body);
bool reply_decode(struct slice bytes, struct reply_envelope *envelope);

void published_encode(struct buffer *out, const struct fact_envelope *envelope);
bool published_decode(struct slice bytes, struct fact_envelope *envelope);

#endif
