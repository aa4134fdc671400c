/* The bound that cuts pages must hold for whatever a record carries. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "server/query/page.h"

enum { ROUNDS = 400, ROWS = 3, BIG = 2 * 1024 * 1024 };

static char text[LIMIT_MESSAGE];

static uint64_t draw(uint64_t below)
{
    return (uint64_t)random() % below;
}

/* Any width that msgpack knows. */
static uint64_t draw_number(void)
{
    uint64_t bits = (uint64_t)random() << 33 ^ (uint64_t)random() << 11 ^ (uint64_t)random();
    return bits >> draw(64);
}

static void fill(const struct message *record, void *body, struct arena *arena)
{
    memset(body, 0, record->size);
    for (size_t i = 0; i < record->n_fields; i++) {
        const struct field *field = &record->fields[i];
        char *at = (char *)body + field->offset;
        if (draw(4) == 0) continue;
        if (field->type == TYPE_rows) {
            struct rows rows = {.n = 1 + draw(ROWS)};
            char *items = arena_take(arena, rows.n * field->record->size);
            rows.items = items;
            for (size_t row = 0; row < rows.n; row++)
                fill(field->record, items + row * field->record->size, arena);
            memcpy(at, &rows, sizeof rows);
        } else if (field->type == TYPE_text || field->type == TYPE_bytes) {
            struct slice slice = {text, draw(field->max + 1) >> draw(16)};
            memcpy(at, &slice, sizeof slice);
        } else if (field->type == TYPE_code) {
            memset(at, '7', draw(LIMIT_CODE + 1));
        } else if (field->type == TYPE_h32) {
            memset(at, (int)draw(256), sizeof(struct h32));
        } else {
            uint64_t number = draw_number();
            memcpy(at, &number, sizeof number);
        }
    }
}

static void no_encoding_is_longer(void **state)
{
    (void)state;
    unsigned seed = (unsigned)time(NULL);
    const char *given = getenv("SEED");
    if (given) seed = (unsigned)strtoul(given, NULL, 10);
    print_message("SEED=%u\n", seed);
    srandom(seed);
    memset(text, 'x', sizeof text);
    size_t n;
    const struct message *records = record_table(&n);
    struct arena arena;
    arena_init(&arena, BIG);
    struct buffer out;
    buffer_init(&out);
    for (size_t record = 0; record < n; record++)
        for (int round = 0; round < ROUNDS; round++) {
            arena_reset(&arena);
            buffer_reset(&out);
            void *body = arena_take(&arena, records[record].size);
            fill(&records[record], body, &arena);
            codec_encode(&out, &records[record], body, VIEW_WIRE);
            if (out.err) continue; /* past what a message may hold at all */
            size_t bound = record_bytes(&records[record], body);
            if (out.n > bound)
                fail_msg("%s: %zu bytes, bound %zu", records[record].name, out.n, bound);
        }
    buffer_fini(&out);
    arena_fini(&arena);
}

static void a_page_ends_at_its_limits(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, BIG);
    struct query query = {.arena = &arena};
    const struct message *answer = request_desc(request_article_list)->answer;
    struct rec_article_item item = {.article = 1, .body = {text, LIMIT_REPLY}};
    struct page page;
    page_begin(&page, &query, answer, "rows", 0, PAGE_BYTES);
    while (page_add(&page, &item)) {
    }
    assert_int_equal(page_rows(&page).n, PAGE_BYTES / LIMIT_REPLY);

    item.body.n = 1;
    page_begin(&page, &query, answer, "rows", 7, PAGE_BYTES);
    while (page_add(&page, &item)) {
    }
    assert_int_equal(page_rows(&page).n, 7);
    page_begin(&page, &query, answer, "rows", UINT64_MAX, PAGE_BYTES);
    while (page_add(&page, &item)) {
    }
    assert_int_equal(page_rows(&page).n, LIMIT_PAGE);
    assert_int_equal(page_reject(&page), REJECT_OK);

    page_begin(&page, &query, answer, "rows", 0, 0);
    assert_false(page_add(&page, &item));
    arena_fini(&arena);
}

static void no_memory_is_a_refusal(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 64);
    struct query query = {.arena = &arena};
    struct page page;
    page_begin(&page, &query, request_desc(request_article_list)->answer, "rows", 0, PAGE_BYTES);
    struct rec_article_item item = {.article = 1};
    assert_false(page_add(&page, &item));
    assert_int_equal(page_reject(&page), REJECT_FAILED);
    arena_fini(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_encoding_is_longer),
        cmocka_unit_test(a_page_ends_at_its_limits),
        cmocka_unit_test(no_memory_is_a_refusal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
