/* Descriptors of the tables and indexes in rows.h: what tables.c, cursor.c, replay and the layout's
 * fingerprint are driven by. Constant once layout_init() has run. */
#ifndef SERVER_STORE_LAYOUT_H
#define SERVER_STORE_LAYOUT_H

#include "server/store/rows.h"

enum column_kind { COLUMN_u64, COLUMN_code, COLUMN_h32 };

struct column {
    const char *name;
    enum column_kind kind;
    size_t offset; /* in the row's struct */
    bool key;
};

/* Bounds that layout_init asserts: what the stack buffers of a get or put hold. */
enum { ROW_BYTES_MAX = 1024, KEY_BYTES_MAX = 160, TABLE_INDEXES_MAX = 8, INDEX_COLUMNS_MAX = 3 };

struct table_desc {
    const char *name;
    const struct column *columns; /* the key's first */
    size_t n_columns, n_keys;
    size_t key_bytes;
    size_t value_at; /* the value is the row's struct from here on */
    size_t row_bytes;
    bool padded; /* the struct has holes, or texts with leftovers behind their end */
    enum index_id indexes[TABLE_INDEXES_MAX];
    size_t n_indexes;
};

struct index_desc {
    const char *name;
    enum table_id table;
    size_t n_columns;
    struct column columns[INDEX_COLUMNS_MAX];
    size_t columns_bytes; /* in the index's key, in front of the table's key */
};

struct layout {
    struct table_desc tables[TABLES];
    struct index_desc indexes[INDEXES];
};

void layout_init(struct layout *layout);
/* Changes whenever a table, a column or an index does. */
void layout_fingerprint(const struct layout *layout, struct h32 *out);

/* Bytes of a column in a key. */
size_t column_bytes(enum column_kind kind);
/* Writes the column as key bytes; answers their number. */
size_t column_encode(const struct column *column, const void *row, unsigned char *out);
size_t column_decode(const struct column *column, const unsigned char *in, void *row);
/* Zero, or an empty text. */
bool column_empty(const struct column *column, const void *row);
bool column_equal(const struct column *column, const void *a, const void *b);

/* Key of a row in its table, and in an index. */
size_t table_key(const struct table_desc *table, const void *row, unsigned char *out);
size_t index_key(const struct layout *layout, const struct index_desc *index, const void *row,
                 unsigned char *out);
/* Sets the row's key columns from a table's key. */
void table_key_decode(const struct table_desc *table, const unsigned char *key, void *row);
/* A copy of the row with the same bytes for the same columns: no leftovers in holes and texts. */
void row_clean(const struct table_desc *table, const void *row, unsigned char *out);

#endif
