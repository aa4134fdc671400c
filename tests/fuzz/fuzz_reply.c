/* A reply as a client takes it, its body as the answer to each request whose number its head names;
 * and the JSON of what was taken. */
#include "proto/args.h"
#include "proto/envelope.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/proto/fill.h"

static void take_body(const struct message *answer, struct slice bytes)
{
    struct arena arena;
    struct fault fault;
    struct json json;
    arena_init(&arena, 16 << 20);
    void *body = arena_take(&arena, answer->size);
    if (codec_decode(bytes, answer, &arena, body, &fault) == REJECT_OK) {
        json_init(&json);
        message_to_json(&json, answer, body);
        ASSERT(json_finish(&json) == ERR_OK);
        json_fini(&json);
    }
    arena_fini(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct reply_envelope envelope;
    if (!reply_decode(slice_bytes(bytes, n), &envelope)) return 0;
    ASSERT(reject_known(envelope.reject));
    const struct request_desc *request = request_desc(envelope.head);
    if (request) take_body(request->answer, envelope.body);
    return 0;
}

void fuzz_seeds(fuzz_take *take)
{
    size_t n;
    const struct request_desc *requests = request_table(&n);
    for (size_t i = 0; i < n; i++) {
        const struct message *answer = requests[i].answer;
        struct reply_envelope envelope = {.request_id = 1, .head = requests[i].message.number};
        struct arena arena;
        struct buffer bytes;
        arena_init(&arena, 1 << 20);
        buffer_init(&bytes);
        void *body = arena_take(&arena, answer->size);
        fill_short(answer, body, &arena);
        reply_encode(&bytes, &envelope, answer, body);
        take(bytes.p, bytes.n);
        buffer_fini(&bytes);
        arena_fini(&arena);
    }
}
