/* The registers that screens pick from: units, lines, subjects, articles, experts, people, queues,
 * areas, troubleshooting trees, outbound lists, by id, code and name; those that this person may
 * not ask for stay empty. Loaded page by page after signing in and now and then again; while new
 * pages come, the old ones stay in use. */
#ifndef CLIENT_SEAT_CATALOG_H
#define CLIENT_SEAT_CATALOG_H

#include "client/seat/seat.h"

enum catalog_kind {
    CATALOG_UNITS,
    CATALOG_LINES,
    CATALOG_SUBJECTS,
    CATALOG_ARTICLES,
    CATALOG_EXPERTS,
    CATALOG_PEOPLE,
    CATALOG_QUEUES,
    CATALOG_AREAS,
    CATALOG_TREES,
    CATALOG_OUTBOUND,
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
/* Asks for one of them anew. */
void catalog_again(struct catalog *catalog, enum catalog_kind kind);
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
/* What callers are told of a subject (R21); "": nothing. */
const char *catalog_guide(const struct catalog *catalog, uint64_t subject);
/* Of a subject's tickets, from it or the nearest one above that says so; secrecy_none: as usual. */
enum secrecy catalog_secrecy(const struct catalog *catalog, uint64_t subject);
/* Number of the person who gets a unit's tickets now (R40); "": nobody is named. */
const char *catalog_acting(const struct catalog *catalog, const char *unit);

/* People picked out of the register; good until changed() is called. */
enum { PEOPLE_MOST = 200 };
struct people {
    struct pick_item items[PEOPLE_MOST];
    size_t n;
};
/* With one of the roles; unit: only of the unit with this code; NULL: of any or none. */
void catalog_people(const struct catalog *catalog, uint64_t roles, const char *unit,
                    struct people *out);

#endif
