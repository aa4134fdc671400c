#include "server/store/hot.h"

#include "common/err.h"

/* Keys are big-endian: the last byte tells neighbours apart. */
static size_t way(const struct table_desc *table, const unsigned char *key)
{
    ASSERT(table->key_bytes <= HOT_KEY_BYTES);
    return key[table->key_bytes - 1] % HOT_WAYS;
}

const void *hot_find(const struct hot *hot, const struct table_desc *table, enum table_id id,
                     const unsigned char *key)
{
    if (!hot) return NULL;
    const struct hot_row *at = &hot->rows[id][way(table, key)];
    return at->there && memcmp(at->key, key, table->key_bytes) == 0 ? at->row : NULL;
}

void hot_put(struct hot *hot, const struct table_desc *table, enum table_id id,
             const unsigned char *key, const void *row)
{
    if (!hot) return;
    struct hot_row *at = &hot->rows[id][way(table, key)];
    at->there = true;
    memcpy(at->key, key, table->key_bytes);
    memcpy(at->row, row, table->row_bytes);
}

void hot_forget(struct hot *hot, const struct table_desc *table, enum table_id id,
                const unsigned char *key)
{
    if (hot_find(hot, table, id, key)) hot->rows[id][way(table, key)].there = false;
}

void hot_clear(struct hot *hot)
{
    if (!hot) return;
    for (size_t i = 0; i < TABLES; i++)
        for (size_t w = 0; w < HOT_WAYS; w++) hot->rows[i][w].there = false;
}
