/* The rows used last, as they are in the writing transaction: a step reads and writes the same few
 * rows many times, and a look here is a tenth of a look into LMDB. Written through, never behind:
 * LMDB always has the same row. */
#ifndef SERVER_STORE_HOT_H
#define SERVER_STORE_HOT_H

#include "server/store/layout.h"

enum { HOT_WAYS = 8, HOT_KEY_BYTES = 40 };

struct hot_row {
    bool there;
    unsigned char key[HOT_KEY_BYTES];
    _Alignas(8) unsigned char row[ROW_BYTES_MAX];
};

struct hot {
    struct hot_row rows[TABLES][HOT_WAYS];
};

/* The row under this key, or NULL. hot may be NULL in all of these: nothing is remembered then. */
const void *hot_find(const struct hot *hot, const struct table_desc *table, enum table_id id,
                     const unsigned char *key);
void hot_put(struct hot *hot, const struct table_desc *table, enum table_id id,
             const unsigned char *key, const void *row);
void hot_forget(struct hot *hot, const struct table_desc *table, enum table_id id,
                const unsigned char *key);
void hot_clear(struct hot *hot);

#endif
