#include "proto/envelope.h"

#include "proto/cursor.h"
#include "proto/pack.h"

enum { REQUEST_PARTS = 6, REPLY_PARTS = 7, PUBLISHED_PARTS = 3 };

uint64_t request_id_new(uint64_t now_ms, uint64_t random, uint64_t last)
{
    enum { RANDOM_BITS = 22 };
    uint64_t id = now_ms << RANDOM_BITS | random >> (64 - RANDOM_BITS);
    return id > last ? id : last + 1;
}

static void put_body(struct buffer *out, struct slice encoded, const struct message *message,
                     const void *body)
{
    if (message)
        codec_encode(out, message, body, VIEW_WIRE);
    else if (encoded.n)
        buffer_put(out, encoded.p, encoded.n);
    else
        buffer_put(out, "\x80", 1);
}

void request_encode(struct buffer *out, const struct request_envelope *envelope,
                    const struct message *message, const void *body)
{
    msgpack_packer packer = pack_into(out);
    msgpack_pack_array(&packer, REQUEST_PARTS);
    msgpack_pack_uint64(&packer, PROTOCOL_VERSION);
    msgpack_pack_uint64(&packer, envelope->request_id);
    msgpack_pack_uint64(&packer, envelope->session);
    msgpack_pack_bin_with_body(&packer, envelope->token.p, envelope->token.n);
    msgpack_pack_uint64(&packer, envelope->number);
    put_body(out, envelope->body, message, body);
}

bool request_decode(struct slice bytes, struct request_envelope *envelope)
{
    struct cursor cursor = cursor_at(bytes);
    uint64_t version = 0;
    *envelope = (struct request_envelope){0};
    if (bytes.n > LIMIT_MESSAGE || !scan_ok(bytes)) return false;
    bool good = cursor_array(&cursor, REQUEST_PARTS) && cursor_uint(&cursor, &version) &&
                version == PROTOCOL_VERSION && cursor_uint(&cursor, &envelope->request_id) &&
                cursor_uint(&cursor, &envelope->session) && cursor_bin(&cursor, &envelope->token) &&
                cursor_uint(&cursor, &envelope->number);
    envelope->body = cursor_rest(&cursor);
    return good && (envelope->token.n == 0 || envelope->token.n == TOKEN_BYTES);
}

void reply_encode(struct buffer *out, const struct reply_envelope *envelope,
                  const struct message *answer, const void *body)
{
    msgpack_packer packer = pack_into(out);
    msgpack_pack_array(&packer, REPLY_PARTS);
    msgpack_pack_uint64(&packer, PROTOCOL_VERSION);
    msgpack_pack_uint64(&packer, envelope->request_id);
    msgpack_pack_uint64(&packer, envelope->reject);
    msgpack_pack_uint64(&packer, envelope->head);
    msgpack_pack_str_with_body(&packer, envelope->field.p, envelope->field.n);
    msgpack_pack_uint64(&packer, envelope->limit);
    put_body(out, envelope->body, answer, body);
}

bool reply_decode(struct slice bytes, struct reply_envelope *envelope)
{
    struct cursor cursor = cursor_at(bytes);
    uint64_t version = 0, reject = 0;
    *envelope = (struct reply_envelope){0};
    if (!scan_ok(bytes)) return false;
    bool good = cursor_array(&cursor, REPLY_PARTS) && cursor_uint(&cursor, &version) &&
                version == PROTOCOL_VERSION && cursor_uint(&cursor, &envelope->request_id) &&
                cursor_uint(&cursor, &reject) && cursor_uint(&cursor, &envelope->head) &&
                cursor_str(&cursor, &envelope->field) && cursor_uint(&cursor, &envelope->limit);
    /* A refusal that only a newer dispatcher knows is still a refusal. */
    envelope->reject = reject_known(reject) ? (enum reject)reject : REJECT_FAILED;
    envelope->body = cursor_rest(&cursor);
    return good;
}

void published_encode(struct buffer *out, const struct fact_envelope *envelope)
{
    msgpack_packer packer = pack_into(out);
    msgpack_pack_array(&packer, PUBLISHED_PARTS);
    msgpack_pack_uint64(&packer, envelope->seq);
    msgpack_pack_uint64(&packer, envelope->prev);
    buffer_put(out, envelope->fact.p, envelope->fact.n);
}

bool published_decode(struct slice bytes, struct fact_envelope *envelope)
{
    struct cursor cursor = cursor_at(bytes);
    *envelope = (struct fact_envelope){0};
    if (!scan_ok(bytes)) return false;
    bool good = cursor_array(&cursor, PUBLISHED_PARTS) && cursor_uint(&cursor, &envelope->seq) &&
                cursor_uint(&cursor, &envelope->prev);
    envelope->fact = cursor_rest(&cursor);
    return good;
}
