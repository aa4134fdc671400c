/* The registers that screens pick from: units, lines, subjects, articles, by id, code and name.
 * Loaded page by page after signing in and now and then again; while new pages come, the old ones
 * stay in use. */
#ifndef CLIENT_SEAT_CATALOG_H
#define CLIENT_SEAT_CATALOG_H

#include "client/seat/seat.h"

enum catalog_kind {
    CATALOG_UNITS,
    CATALOG_LINES,
    CATALOG_SUBJECTS,
    CATALOG_ARTICLES,
    CATALOG_KINDS,
};

struct catalog;

/* changed is called with ctx whenever a register was replaced: hand the items to the pickers again
 * before returning, the old ones are gone afterwards. NULL when out of memory. */
struct catalog *catalog_new(struct seat *seat, void (*changed)(void *ctx, enum catalog_kind kind),
                            void *ctx);
void catalog_free(struct catalog **catalog);
/* Asks for all registers anew. */
void catalog_load(struct catalog *catalog);
/* Asks again when the last time is long ago. */
void catalog_tick(struct catalog *catalog);

/* In use, retired ones left out; borrowed until changed() is called. */
const struct pick_item *catalog_items(const struct catalog *catalog, enum catalog_kind kind,
                                      size_t *n);
/* "" for what is not there. */
const char *catalog_code(const struct catalog *catalog, enum catalog_kind kind, uint64_t id);
const char *catalog_name(const struct catalog *catalog, enum catalog_kind kind, uint64_t id);
/* 0 for what is not there. */
uint64_t catalog_id(const struct catalog *catalog, enum catalog_kind kind, const char *code);
/* Unit that usually is responsible for a subject, or for the nearest one above; 0: none. */
uint64_t catalog_usual_unit(const struct catalog *catalog, uint64_t subject);

#endif
