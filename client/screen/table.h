/* A scrolling list with columns. The selection follows the row's id: when rows come and go above
 * it, it stays on the same thing; when the thing itself goes, the row that takes its place. */
#ifndef CLIENT_SCREEN_TABLE_H
#define CLIENT_SCREEN_TABLE_H

#include "client/screen/keys.h"

struct table_column {
    const char *title; /* msgid */
    int cols;          /* > 0: this wide; 0: shares what is left */
    bool right;        /* aligned */
};

enum { TABLE_CELL = 512 }; /* bytes of one cell's text */

/* Where rows come from; the model is borrowed for the length of each call. */
struct table_source {
    const void *model;
    size_t (*count)(const void *model);
    uint64_t (*id)(const void *model, size_t row); /* not 0 */
    /* Writes the cell's text, terminated; answers its style. */
    enum style (*cell)(const void *model, size_t row, int column, char *out, size_t cap);
};

struct table;

/* Columns are static data, borrowed. NULL when out of memory. */
struct table *table_new(const struct table_column *columns, int count);
void table_free(struct table **table);
/* Id of the selected row, 0 when there are no rows. */
uint64_t table_selected(struct table *table, const struct table_source *source);
/* 0: the first row, whatever it is. */
void table_select(struct table *table, uint64_t id);
/* Up, Down, PgUp, PgDn, Home, End; answers whether the key was taken. */
bool table_key(struct table *table, const struct table_source *source, const struct key *key);
/* Titles in the first row, then the rows, then "3/120" in the titles' row when they do not all
 * fit. With focus the hardware cursor stands at the selected row. empty (msgid) is shown instead
 * of rows; may be NULL. */
void table_draw(struct table *table, const struct table_source *source, struct grid *grid,
                struct rect rect, bool focused, const char *empty);

#endif
