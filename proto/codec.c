#include "proto/codec.h"

#include "proto/field.h"
#include "proto/pack.h"

/* Encoding. */

static bool in_view(enum field_class class, enum codec_view view)
{
    switch (view) {
    case VIEW_ALL:
        return class != CLASS_SECRET;
    case VIEW_WIRE:
        return true;
    case VIEW_PUBLIC:
        return class == CLASS_FACT;
    case VIEW_JOURNAL:
        return class != CLASS_SECRET;
    }
    return false;
}

static void encode_map(msgpack_packer *packer, const struct message *message, const void *body,
                       enum codec_view view);

static void encode_slice(msgpack_packer *packer, struct slice slice, bool text)
{
    if (text)
        msgpack_pack_str_with_body(packer, slice.p, slice.n);
    else
        msgpack_pack_bin_with_body(packer, slice.p, slice.n);
}

static void encode_field(msgpack_packer *packer, const struct field *field, const void *body,
                         enum codec_view view)
{
    const void *at = (const char *)body + field->offset;
    msgpack_pack_uint32(packer, field->tag);
    switch (field->type) {
        NUMBER_CASES
        msgpack_pack_uint64(packer, *(const uint64_t *)at);
        return;
    case TYPE_code:
        encode_slice(packer, slice_of(at), true);
        return;
    case TYPE_h32:
        encode_slice(packer, slice_bytes(at, sizeof(struct h32)), false);
        return;
    case TYPE_text: {
        bool hash =
            view == VIEW_JOURNAL && (field->class == CLASS_WORDS || field->class == CLASS_OPEN);
        encode_slice(packer, *(const struct slice *)at, !hash);
        return;
    }
    case TYPE_bytes:
        encode_slice(packer, *(const struct slice *)at, false);
        return;
    case TYPE_rows: {
        const struct rows *rows = at;
        msgpack_pack_array(packer, rows->n);
        for (size_t i = 0; i < rows->n; i++)
            encode_map(packer, field->record, (const char *)rows->items + i * field->record->size,
                       view);
        return;
    }
    }
}

static void encode_map(msgpack_packer *packer, const struct message *message, const void *body,
                       enum codec_view view)
{
    uint64_t shown[LIMIT_KEYS / 64] = {0};
    size_t n = 0;
    ASSERT(message->n_fields <= LIMIT_KEYS);
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        if (!in_view(field->class, view) || field_empty(field, body)) continue;
        shown[i / 64] |= (uint64_t)1 << i % 64;
        n++;
    }
    msgpack_pack_map(packer, n);
    for (size_t word = 0; word * 64 < message->n_fields; word++)
        for (uint64_t left = shown[word]; left; left &= left - 1)
            encode_field(packer, &message->fields[word * 64 + (size_t)__builtin_ctzll(left)], body,
                         view);
}

void codec_encode(struct buffer *out, const struct message *message, const void *body,
                  enum codec_view view)
{
    msgpack_packer packer = pack_into(out);
    encode_map(&packer, message, body, view);
}

/* Decoding. */

struct decoding {
    struct arena *arena; /* NULL: a fact, which has no rows */
    bool from_journal;   /* words are hashes, and what stands there was checked when it came */
    struct fault *fault;
};

static enum reject refuse(const struct decoding *decoding, enum reject reject,
                          const struct field *field, uint64_t limit)
{
    decoding->fault->field = field->name;
    decoding->fault->limit = limit;
    return reject;
}

static enum reject decode_number(const struct decoding *decoding, const struct field *field,
                                 const msgpack_object *value, uint64_t *at)
{
    if (value->type != MSGPACK_OBJECT_POSITIVE_INTEGER)
        return refuse(decoding, REJECT_BAD_FIELD, field, 0);
    *at = value->via.u64;
    return field_check_number(field, *at, decoding->fault);
}

static enum reject decode_text(const struct decoding *decoding, const struct field *field,
                               const msgpack_object *value, struct slice *text)
{
    if (value->type == MSGPACK_OBJECT_BIN && decoding->from_journal) {
        *text = slice_bytes(value->via.bin.ptr, value->via.bin.size);
        return REJECT_OK;
    }
    if (value->type != MSGPACK_OBJECT_STR) return refuse(decoding, REJECT_BAD_FIELD, field, 0);
    *text = slice_bytes(value->via.str.ptr, value->via.str.size);
    return decoding->from_journal ? REJECT_OK : field_check_text(field, *text, decoding->fault);
}

static enum reject decode_code(const struct decoding *decoding, const struct field *field,
                               const msgpack_object *value, struct code *code)
{
    struct slice text;
    enum reject reject = decode_text(decoding, field, value, &text);
    if (reject != REJECT_OK) return reject;
    if (text.n >= sizeof code->s) return refuse(decoding, REJECT_TOO_LONG, field, LIMIT_CODE);
    if (text.n == 0) return REJECT_OK;
    /* a zero inside would end the code early */
    if (memchr(text.p, 0, text.n)) return refuse(decoding, REJECT_BAD_TEXT, field, 0);
    memcpy(code->s, text.p, text.n);
    return REJECT_OK;
}

static enum reject decode_bytes(const struct decoding *decoding, const struct field *field,
                                const msgpack_object *value, struct slice *bytes)
{
    if (value->type != MSGPACK_OBJECT_BIN) return refuse(decoding, REJECT_BAD_FIELD, field, 0);
    *bytes = slice_bytes(value->via.bin.ptr, value->via.bin.size);
    if (field->max && bytes->n > field->max)
        return refuse(decoding, REJECT_TOO_LONG, field, field->max);
    return REJECT_OK;
}

static enum reject decode_map(const struct decoding *decoding, const msgpack_object *map,
                              const struct message *message, void *body);

static enum reject decode_rows(const struct decoding *decoding, const struct field *field,
                               const msgpack_object *value, struct rows *rows)
{
    if (value->type != MSGPACK_OBJECT_ARRAY || !decoding->arena)
        return refuse(decoding, REJECT_BAD_FIELD, field, 0);
    const msgpack_object_array *array = &value->via.array;
    if (array->size > field->max) return refuse(decoding, REJECT_TOO_LONG, field, field->max);
    if (array->size == 0) return REJECT_OK;
    char *items = arena_take(decoding->arena, array->size * field->record->size);
    if (!items) return refuse(decoding, REJECT_FAILED, field, 0);
    *rows = (struct rows){items, array->size};
    for (uint32_t i = 0; i < array->size; i++) {
        const msgpack_object *row = &array->ptr[i];
        if (row->type != MSGPACK_OBJECT_MAP) return refuse(decoding, REJECT_BAD_FIELD, field, 0);
        enum reject reject =
            decode_map(decoding, row, field->record, items + i * field->record->size);
        if (reject != REJECT_OK) return reject;
    }
    return REJECT_OK;
}

static enum reject decode_field(const struct decoding *decoding, const struct field *field,
                                const msgpack_object *value, void *body)
{
    void *at = (char *)body + field->offset;
    switch (field->type) {
        NUMBER_CASES
        return decode_number(decoding, field, value, at);
    case TYPE_code:
        return decode_code(decoding, field, value, at);
    case TYPE_h32: {
        struct slice bytes;
        enum reject reject = decode_bytes(decoding, field, value, &bytes);
        if (reject != REJECT_OK) return reject;
        if (bytes.n != sizeof(struct h32)) return refuse(decoding, REJECT_BAD_FIELD, field, 0);
        memcpy(at, bytes.p, bytes.n);
        return REJECT_OK;
    }
    case TYPE_text:
        return decode_text(decoding, field, value, at);
    case TYPE_bytes:
        return decode_bytes(decoding, field, value, at);
    case TYPE_rows:
        return decode_rows(decoding, field, value, at);
    }
    return REJECT_BAD_MESSAGE;
}

/* Tags usually come in the table's order, so the search starts where the last one ended. */
static const struct field *field_of(const struct message *message, uint64_t tag, size_t *hint)
{
    for (size_t looked = 0; looked < message->n_fields; looked++) {
        size_t i = (*hint + looked) % message->n_fields;
        if (message->fields[i].tag != tag) continue;
        *hint = i + 1;
        return &message->fields[i];
    }
    return NULL;
}

static enum reject decode_map(const struct decoding *decoding, const msgpack_object *map,
                              const struct message *message, void *body)
{
    size_t hint = 0;
    for (uint32_t i = 0; i < map->via.map.size; i++) {
        const msgpack_object_kv *pair = &map->via.map.ptr[i];
        if (pair->key.type != MSGPACK_OBJECT_POSITIVE_INTEGER) return REJECT_BAD_MESSAGE;
        const struct field *field = field_of(message, pair->key.via.u64, &hint);
        if (!field) continue;
        enum reject reject = decode_field(decoding, field, &pair->val, body);
        if (reject != REJECT_OK) return reject;
    }
    if (decoding->from_journal) return REJECT_OK;
    for (size_t i = 0; i < message->n_fields; i++)
        if (message->fields[i].must && field_empty(&message->fields[i], body))
            return refuse(decoding, REJECT_MISSING_FIELD, &message->fields[i], 0);
    return REJECT_OK;
}

/* The tree of a typical message fits into the zone's first chunk, which is one malloc. */
static size_t chunk_size(size_t bytes)
{
    enum { LEAST = 1000, MOST = 256 * 1024, PER_BYTE = 6 };
    return bytes < LEAST / PER_BYTE ? LEAST : bytes > MOST / PER_BYTE ? MOST : bytes * PER_BYTE;
}

static enum reject decode(const struct decoding *decoding, struct slice bytes,
                          const struct message *message, void *body)
{
    memset(body, 0, message->size);
    *decoding->fault = (struct fault){0};
    msgpack_zone zone;
    if (!msgpack_zone_init(&zone, chunk_size(bytes.n))) return REJECT_FAILED;
    msgpack_object tree;
    size_t at = 0;
    enum reject reject = REJECT_BAD_MESSAGE;
    msgpack_unpack_return unpacked = msgpack_unpack(bytes.p, bytes.n, &at, &zone, &tree);
    if (unpacked == MSGPACK_UNPACK_NOMEM_ERROR)
        reject = REJECT_FAILED;
    else if (unpacked == MSGPACK_UNPACK_SUCCESS && tree.type == MSGPACK_OBJECT_MAP)
        reject = decode_map(decoding, &tree, message, body);
    msgpack_zone_destroy(&zone);
    return reject;
}

enum reject codec_decode(struct slice bytes, const struct message *message, struct arena *arena,
                         void *body, struct fault *fault)
{
    struct decoding decoding = {arena, false, fault};
    return decode(&decoding, bytes, message, body);
}

enum err codec_decode_fact(struct slice bytes, const struct message *message, void *body)
{
    struct fault fault;
    struct decoding decoding = {NULL, true, &fault};
    enum reject reject = decode(&decoding, bytes, message, body);
    if (reject == REJECT_OK) return ERR_OK;
    return reject == REJECT_FAILED ? ERR_NOMEM : ERR_FORMAT;
}
