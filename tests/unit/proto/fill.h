/* Messages filled through their descriptors: every field at its edge. For the tests of this room.
 */
#ifndef TESTS_PROTO_FILL_H
#define TESTS_PROTO_FILL_H

#include <stdlib.h>

#include "proto/codec.h"
#include "proto/fact.h"

/* Chinese characters, then as many Latin ones as are missing for exactly n bytes. */
static inline struct slice fill_text(struct arena *arena, size_t n)
{
    char *text = arena_take(arena, n + 1);
    size_t at = 0;
    for (; at + 3 <= n; at += 3) memcpy(text + at, "汉", 3);
    for (; at < n; at++) text[at] = 'x';
    return slice_bytes(text, n);
}

static inline uint64_t fill_number(const struct field *field)
{
    if (field->type == TYPE_enum) return field->vocabulary->words[field->vocabulary->n - 1].number;
    if (field->type == TYPE_roles) {
        const struct vocabulary *roles = vocabulary_of(VOCABULARY_role);
        uint64_t all = 0;
        for (size_t i = 0; i < roles->n; i++) all |= ROLE_BIT(roles->words[i].number);
        return all;
    }
    return field->max ? field->max : UINT64_MAX;
}

static inline void fill(const struct message *message, void *body, struct arena *arena);

static inline void fill_field(const struct field *field, void *at, struct arena *arena)
{
    switch (field->type) {
    case TYPE_code:
        memset(at, 0, sizeof(struct code));
        memcpy(at, fill_text(arena, field->max).p, field->max);
        return;
    case TYPE_h32:
        memset(at, 0xA5, sizeof(struct h32));
        return;
    case TYPE_text:
    case TYPE_bytes:
        *(struct slice *)at = fill_text(arena, field->max ? field->max : 1000);
        return;
    case TYPE_rows: {
        char *items = arena_take(arena, field->max * field->record->size);
        fill(field->record, items, arena);
        for (size_t i = 1; i < field->max; i++)
            memcpy(items + i * field->record->size, items, field->record->size);
        *(struct rows *)at = (struct rows){items, field->max};
        return;
    }
        NUMBER_CASES
        *(uint64_t *)at = fill_number(field);
        return;
    }
}

static inline void fill(const struct message *message, void *body, struct arena *arena)
{
    memset(body, 0, message->size);
    for (size_t i = 0; i < message->n_fields; i++)
        fill_field(&message->fields[i], (char *)body + message->fields[i].offset, arena);
}

/* Every field set to something short, one row a list. */
static inline void fill_short(const struct message *message, void *body, struct arena *arena)
{
    memset(body, 0, message->size);
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        void *at = (char *)body + field->offset;
        if (field->type == TYPE_code)
            memcpy(at, "12", 2);
        else if (field->type == TYPE_h32)
            memset(at, 7, sizeof(struct h32));
        else if (field->type == TYPE_text || field->type == TYPE_bytes)
            *(struct slice *)at = slice_of("水务局");
        else if (field->type == TYPE_rows) {
            void *row = arena_take(arena, field->record->size);
            fill_short(field->record, row, arena);
            *(struct rows *)at = (struct rows){row, 1};
        } else
            *(uint64_t *)at = field->type == TYPE_roles ? ROLE_BIT(role_lead) : 1;
    }
}

static inline bool fill_equal(const struct message *message, const void *a, const void *b);

static inline bool fill_equal_field(const struct field *field, const void *a, const void *b)
{
    if (field->type == TYPE_code) return strcmp(a, b) == 0;
    if (field->type == TYPE_h32) return memcmp(a, b, sizeof(struct h32)) == 0;
    if (field->type == TYPE_text || field->type == TYPE_bytes)
        return slice_equal(*(const struct slice *)a, *(const struct slice *)b);
    if (field->type != TYPE_rows) return *(const uint64_t *)a == *(const uint64_t *)b;
    const struct rows *left = a, *right = b;
    if (left->n != right->n) return false;
    for (size_t i = 0; i < left->n; i++) {
        size_t at = i * field->record->size;
        if (!fill_equal(field->record, (const char *)left->items + at,
                        (const char *)right->items + at))
            return false;
    }
    return true;
}

static inline bool fill_equal(const struct message *message, const void *a, const void *b)
{
    for (size_t i = 0; i < message->n_fields; i++) {
        size_t at = message->fields[i].offset;
        if (!fill_equal_field(&message->fields[i], (const char *)a + at, (const char *)b + at))
            return false;
    }
    return true;
}

/* Calls visit for every request, answer and fact. */
static inline void fill_every(void (*visit)(const struct message *))
{
    size_t n;
    const struct request_desc *requests = request_table(&n);
    for (size_t i = 0; i < n; i++) visit(&requests[i].message);
    const struct message *messages = record_table(&n);
    for (size_t i = 0; i < n; i++) visit(&messages[i]);
    messages = fact_table(&n);
    for (size_t i = 0; i < n; i++) visit(&messages[i]);
}

#endif
