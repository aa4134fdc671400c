/* A request as the router takes it: envelope, then the body by its descriptor. What was taken must
 * encode to something that is taken again and says the same. */
#include "proto/envelope.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/proto/fill.h"

static void take_body(const struct message *message, struct slice bytes)
{
    struct arena arena;
    struct buffer again;
    struct fault fault;
    arena_init(&arena, 16 << 20);
    buffer_init(&again);
    void *body = arena_take(&arena, message->size), *back = arena_take(&arena, message->size);
    if (codec_decode(bytes, message, &arena, body, &fault) == REJECT_OK) {
        codec_encode(&again, message, body, VIEW_WIRE);
        struct slice encoded = slice_bytes(again.p, again.n);
        ASSERT(again.err == ERR_OK && scan_ok(encoded));
        ASSERT(codec_decode(encoded, message, &arena, back, &fault) == REJECT_OK);
        ASSERT(fill_equal(message, body, back));
    }
    buffer_fini(&again);
    arena_fini(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct request_envelope envelope;
    if (!request_decode(slice_bytes(bytes, n), &envelope)) return 0;
    const struct request_desc *request = request_desc(envelope.number);
    if (request) take_body(&request->message, envelope.body);
    return 0;
}

void fuzz_seeds(fuzz_take *take)
{
    size_t n;
    const struct request_desc *requests = request_table(&n);
    for (size_t i = 0; i < n; i++) {
        const struct message *message = &requests[i].message;
        struct request_envelope envelope = {.request_id = 1, .number = message->number};
        struct arena arena;
        struct buffer bytes;
        arena_init(&arena, 16 << 20);
        buffer_init(&bytes);
        void *body = arena_take(&arena, message->size);
        fill(message, body, &arena);
        request_encode(&bytes, &envelope, message, body);
        take(bytes.p, bytes.n);
        fill_short(message, body, &arena);
        buffer_reset(&bytes);
        request_encode(&bytes, &envelope, message, body);
        take(bytes.p, bytes.n);
        buffer_fini(&bytes);
        arena_fini(&arena);
    }
}
