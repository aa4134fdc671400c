#include "server/store/layout.h"

#include <sodium.h>
#include <stdio.h>

#include "common/err.h"
#include "server/store/bytes.h"

/* The columns' macro gets no table, so each table's array is made inside a function of its own,
 * where this_row means that table's row. */
#define K(type, column) {#column, COLUMN_##type, offsetof(this_row, column), true},
#define C(type, column) {#column, COLUMN_##type, offsetof(this_row, column), false},
#define X(table)                                                                                   \
    static void describe_##table(struct table_desc *desc)                                          \
    {                                                                                              \
        typedef struct row_##table this_row;                                                       \
        static const struct column columns[] = {COLUMNS_##table(K, C)};                            \
        *desc = (struct table_desc){.name = #table,                                                \
                                    .columns = columns,                                            \
                                    .n_columns = sizeof columns / sizeof columns[0],               \
                                    .row_bytes = sizeof(this_row)};                                \
    }
TABLE_TABLE(X)
#undef X
#undef K
#undef C

#define KIND_OF(table, column)                                                                     \
    _Generic(((const struct row_##table *)0)->column, uint64_t                                     \
             : COLUMN_u64, struct code                                                             \
             : COLUMN_code, struct h32                                                             \
             : COLUMN_h32)
#define COLUMN(table, column)                                                                      \
    {                                                                                              \
#column, KIND_OF(table, column), offsetof(struct row_##table, column), false               \
    }

static const struct index_desc index_table[INDEXES] = {
#define I1(index, table, a) {#index, TABLE_##table, 1, {COLUMN(table, a)}, 0},
#define I2(index, table, a, b) {#index, TABLE_##table, 2, {COLUMN(table, a), COLUMN(table, b)}, 0},
#define I3(index, table, a, b, c)                                                                  \
    {#index, TABLE_##table, 3, {COLUMN(table, a), COLUMN(table, b), COLUMN(table, c)}, 0},
    INDEX_TABLE(I1, I2, I3)
#undef I1
#undef I2
#undef I3
};

static size_t column_size(enum column_kind kind)
{
    switch (kind) {
    case COLUMN_u64:
        return sizeof(uint64_t);
    case COLUMN_code:
        return sizeof(struct code);
    case COLUMN_h32:
        return sizeof(struct h32);
    }
    ASSERT(!"column kind");
    return 0;
}

size_t column_bytes(enum column_kind kind)
{
    return kind == COLUMN_code ? LIMIT_CODE : column_size(kind);
}

static void table_measure(struct table_desc *table)
{
    size_t sum = 0;
    table->value_at = table->row_bytes;
    for (size_t i = 0; i < table->n_columns; i++) {
        const struct column *column = &table->columns[i];
        sum += column_size(column->kind);
        if (column->kind == COLUMN_code) table->padded = true;
        if (column->key) {
            ASSERT(table->n_keys == i); /* key columns come first */
            table->n_keys++;
            table->key_bytes += column_bytes(column->kind);
        } else if (column->offset < table->value_at) {
            table->value_at = column->offset;
        }
    }
    if (sum != table->row_bytes) table->padded = true;
    ASSERT(table->n_keys > 0 && table->row_bytes <= ROW_BYTES_MAX);
}

void layout_init(struct layout *layout)
{
#define X(table) describe_##table(&layout->tables[TABLE_##table]);
    TABLE_TABLE(X)
#undef X
    for (size_t i = 0; i < TABLES; i++) table_measure(&layout->tables[i]);
    memcpy(layout->indexes, index_table, sizeof index_table);
    for (size_t i = 0; i < INDEXES; i++) {
        struct index_desc *index = &layout->indexes[i];
        struct table_desc *table = &layout->tables[index->table];
        for (size_t c = 0; c < index->n_columns; c++)
            index->columns_bytes += column_bytes(index->columns[c].kind);
        ASSERT(index->columns_bytes + table->key_bytes <= KEY_BYTES_MAX);
        ASSERT(table->n_indexes < TABLE_INDEXES_MAX);
        table->indexes[table->n_indexes++] = (enum index_id)i;
    }
}

static void feed(crypto_generichash_state *state, const char *kind, const char *name, unsigned n)
{
    char line[128];
    int len = snprintf(line, sizeof line, "%s %s %u\n", kind, name, n);
    ASSERT(len > 0 && (size_t)len < sizeof line);
    crypto_generichash_update(state, (const unsigned char *)line, (size_t)len);
}

void layout_fingerprint(const struct layout *layout, struct h32 *out)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof out->b);
    for (size_t i = 0; i < TABLES; i++) {
        const struct table_desc *table = &layout->tables[i];
        feed(&state, "table", table->name, (unsigned)table->n_keys);
        for (size_t c = 0; c < table->n_columns; c++)
            feed(&state, "column", table->columns[c].name, table->columns[c].kind);
    }
    for (size_t i = 0; i < INDEXES; i++) {
        const struct index_desc *index = &layout->indexes[i];
        feed(&state, "index", index->name, index->table);
        for (size_t c = 0; c < index->n_columns; c++)
            feed(&state, "column", index->columns[c].name, index->columns[c].kind);
    }
    crypto_generichash_final(&state, out->b, sizeof out->b);
}

size_t column_encode(const struct column *column, const void *row, unsigned char *out)
{
    const unsigned char *at = (const unsigned char *)row + column->offset;
    switch (column->kind) {
    case COLUMN_u64: {
        uint64_t value;
        memcpy(&value, at, sizeof value);
        put_be64(out, value);
        return sizeof value;
    }
    case COLUMN_code: {
        size_t n = strnlen((const char *)at, LIMIT_CODE);
        memcpy(out, at, n);
        memset(out + n, 0, LIMIT_CODE - n);
        return LIMIT_CODE;
    }
    case COLUMN_h32:
        memcpy(out, at, sizeof(struct h32));
        return sizeof(struct h32);
    }
    ASSERT(!"column kind");
    return 0;
}

size_t column_decode(const struct column *column, const unsigned char *in, void *row)
{
    unsigned char *at = (unsigned char *)row + column->offset;
    switch (column->kind) {
    case COLUMN_u64: {
        uint64_t value = get_be64(in);
        memcpy(at, &value, sizeof value);
        return sizeof value;
    }
    case COLUMN_code:
        memcpy(at, in, LIMIT_CODE);
        at[LIMIT_CODE] = 0;
        return LIMIT_CODE;
    case COLUMN_h32:
        memcpy(at, in, sizeof(struct h32));
        return sizeof(struct h32);
    }
    ASSERT(!"column kind");
    return 0;
}

bool column_empty(const struct column *column, const void *row)
{
    static const struct h32 zero;
    const unsigned char *at = (const unsigned char *)row + column->offset;
    if (column->kind == COLUMN_code) return at[0] == 0;
    return memcmp(at, &zero, column_size(column->kind)) == 0;
}

bool column_equal(const struct column *column, const void *a, const void *b)
{
    const char *at_a = (const char *)a + column->offset;
    const char *at_b = (const char *)b + column->offset;
    if (column->kind == COLUMN_code) return strncmp(at_a, at_b, LIMIT_CODE) == 0;
    return memcmp(at_a, at_b, column_size(column->kind)) == 0;
}

size_t table_key(const struct table_desc *table, const void *row, unsigned char *out)
{
    size_t n = 0;
    for (size_t i = 0; i < table->n_keys; i++) n += column_encode(&table->columns[i], row, out + n);
    return n;
}

size_t index_key(const struct layout *layout, const struct index_desc *index, const void *row,
                 unsigned char *out)
{
    size_t n = 0;
    for (size_t i = 0; i < index->n_columns; i++)
        n += column_encode(&index->columns[i], row, out + n);
    return n + table_key(&layout->tables[index->table], row, out + n);
}

void table_key_decode(const struct table_desc *table, const unsigned char *key, void *row)
{
    for (size_t i = 0; i < table->n_keys; i++) key += column_decode(&table->columns[i], key, row);
}

void row_clean(const struct table_desc *table, const void *row, unsigned char *out)
{
    if (!table->padded) {
        memcpy(out, row, table->row_bytes);
        return;
    }
    memset(out, 0, table->row_bytes);
    for (size_t i = 0; i < table->n_columns; i++) {
        const struct column *column = &table->columns[i];
        const char *from = (const char *)row + column->offset;
        size_t n =
            column->kind == COLUMN_code ? strnlen(from, LIMIT_CODE) : column_size(column->kind);
        memcpy(out + column->offset, from, n);
    }
}
