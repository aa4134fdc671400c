/* A publication as a client takes it, and the fact in it as the journal's reader does; what was
 * taken must encode to something that is taken again and says the same. */
#include "proto/args.h"
#include "proto/envelope.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/proto/fill.h"

static void take_fact(struct slice bytes)
{
    struct fact fact, back;
    struct topic topics[FACT_TOPICS_MAX];
    struct buffer again;
    struct json json;
    if (fact_decode(bytes, &fact) != ERR_OK) return;
    ASSERT(fact_topics(&fact, topics) >= 1);
    buffer_init(&again);
    fact_encode(&again, &fact, VIEW_JOURNAL);
    ASSERT(fact_decode(slice_bytes(again.p, again.n), &back) == ERR_OK);
    ASSERT(back.type == fact.type && back.at_ms == fact.at_ms && back.by == fact.by);
    ASSERT(back.station == fact.station);
    ASSERT(fill_equal(fact_desc(fact.type), &fact.body, &back.body));
    buffer_fini(&again);
    json_init(&json);
    fact_to_json(&json, &fact);
    ASSERT(json_finish(&json) == ERR_OK);
    json_fini(&json);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct fact_envelope envelope;
    take_fact(slice_bytes(bytes, n));
    if (published_decode(slice_bytes(bytes, n), &envelope)) take_fact(envelope.fact);
    return 0;
}

void fuzz_seeds(fuzz_take *take)
{
    size_t n;
    const struct message *facts = fact_table(&n);
    for (size_t i = 0; i < n; i++) {
        struct fact fact = {.type = facts[i].number, .at_ms = 5, .by = 3, .station = 2};
        struct arena arena;
        struct buffer bytes, published;
        arena_init(&arena, 16 << 20);
        buffer_init(&bytes);
        buffer_init(&published);
        fill(&facts[i], &fact.body, &arena);
        fact_encode(&bytes, &fact, VIEW_PUBLIC);
        struct fact_envelope envelope = {.seq = 9, .prev = 7, .fact = {bytes.p, bytes.n}};
        published_encode(&published, &envelope);
        take(published.p, published.n);
        buffer_reset(&bytes);
        fact_encode(&bytes, &fact, VIEW_JOURNAL);
        take(bytes.p, bytes.n);
        buffer_fini(&published);
        buffer_fini(&bytes);
        arena_fini(&arena);
    }
}
