#include "proto/envelope.h"

#include "proto/pack.h"

enum { REQUEST_PARTS = 6, REPLY_PARTS = 7, PUBLISHED_PARTS = 3 };

/* The parts of a scanned array, one after the other; the first wrong one sticks. */
struct parts {
    struct slice bytes;
    size_t at;
    bool bad;
};

static struct parts parts_of(struct slice bytes, unsigned n)
{
    struct parts parts = {bytes, 1, false};
    parts.bad = !scan_ok(bytes) || (unsigned char)bytes.p[0] != (0x90 | n);
    return parts;
}

static msgpack_object part(struct parts *parts, msgpack_object_type type)
{
    msgpack_object object = {.type = MSGPACK_OBJECT_NIL};
    if (parts->bad) return object;
    /* A list would want a zone: only numbers and runs of bytes are taken this way. */
    unsigned char first = (unsigned char)parts->bytes.p[parts->at];
    bool list = (first >= 0x80 && first < 0xa0) || (first >= 0xdc && first <= 0xdf);
    parts->bad = list ||
                 msgpack_unpack(parts->bytes.p, parts->bytes.n, &parts->at, NULL, &object) <= 0 ||
                 object.type != type;
    return object;
}

static uint64_t part_number(struct parts *parts)
{
    msgpack_object object = part(parts, MSGPACK_OBJECT_POSITIVE_INTEGER);
    return parts->bad ? 0 : object.via.u64;
}

static struct slice part_bytes(struct parts *parts)
{
    msgpack_object object = part(parts, MSGPACK_OBJECT_BIN);
    return parts->bad ? (struct slice){0} : slice_bytes(object.via.bin.ptr, object.via.bin.size);
}

static struct slice part_text(struct parts *parts)
{
    msgpack_object object = part(parts, MSGPACK_OBJECT_STR);
    return parts->bad ? (struct slice){0} : slice_bytes(object.via.str.ptr, object.via.str.size);
}

static struct slice part_rest(struct parts *parts)
{
    if (parts->bad) return (struct slice){0};
    return slice_bytes(parts->bytes.p + parts->at, parts->bytes.n - parts->at);
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
    *envelope = (struct request_envelope){0};
    if (bytes.n > LIMIT_MESSAGE) return false;
    struct parts parts = parts_of(bytes, REQUEST_PARTS);
    if (part_number(&parts) != PROTOCOL_VERSION) return false;
    envelope->request_id = part_number(&parts);
    envelope->session = part_number(&parts);
    envelope->token = part_bytes(&parts);
    envelope->number = part_number(&parts);
    envelope->body = part_rest(&parts);
    return !parts.bad && (envelope->token.n == 0 || envelope->token.n == TOKEN_BYTES);
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
    *envelope = (struct reply_envelope){0};
    struct parts parts = parts_of(bytes, REPLY_PARTS);
    if (part_number(&parts) != PROTOCOL_VERSION) return false;
    envelope->request_id = part_number(&parts);
    uint64_t reject = part_number(&parts);
    /* A refusal that only a newer dispatcher knows is still a refusal. */
    envelope->reject = reject_known(reject) ? (enum reject)reject : REJECT_FAILED;
    envelope->head = part_number(&parts);
    envelope->field = part_text(&parts);
    envelope->limit = part_number(&parts);
    envelope->body = part_rest(&parts);
    return !parts.bad;
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
    *envelope = (struct fact_envelope){0};
    struct parts parts = parts_of(bytes, PUBLISHED_PARTS);
    envelope->seq = part_number(&parts);
    envelope->prev = part_number(&parts);
    envelope->fact = part_rest(&parts);
    return !parts.bad;
}
