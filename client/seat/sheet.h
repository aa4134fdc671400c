/* A table of anything that the dispatcher lists: points, duties, disclosures. Rows come page by
 * page; what a column shows is a field of the row's record, by the schema's name. */
#ifndef CLIENT_SEAT_SHEET_H
#define CLIENT_SEAT_SHEET_H

#include "client/seat/seat.h"

enum { SHEET_COLUMNS = 12 };

struct sheet_column {
    const char *title; /* msgid */
    int cols;          /* as in table.h */
    const char *field; /* of the row's record */
};

struct sheet_kind {
    enum request request; /* asked with the fields of a page only */
    const char *id;       /* number that names a row; NULL: its place */
    const char *title;    /* msgid */
    const char *due;      /* field with a time that must not pass while `state` is 1; NULL: none */
    const struct sheet_column *columns;
    int n_columns;
};

struct sheet;

/* NULL when out of memory. */
struct sheet *sheet_new(struct seat *seat);
void sheet_free(struct sheet **sheet);
/* Shows this from now on, and asks. kind: static data; NULL: nothing is shown any more. */
void sheet_show(struct sheet *sheet, const struct sheet_kind *kind);
const struct sheet_kind *sheet_shown(const struct sheet *sheet);
/* Something changed: asks again with the next tick. */
void sheet_stale(struct sheet *sheet);
void sheet_tick(struct sheet *sheet);
bool sheet_key(struct sheet *sheet, const struct key *key);
/* A number of the selected row, by its field's name; 0: no row, no such field. */
uint64_t sheet_value(struct sheet *sheet, const char *field);
void sheet_draw(struct sheet *sheet, struct grid *grid, struct rect rect, bool focused);

#endif
