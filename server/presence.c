#include "server/presence.h"

#include <stdlib.h>

#include "common/err.h"

enum {
    LOOK_MS = 1000,
    STALL_MS = 2000, /* between two looks: the dispatcher, not the consoles, was away */
};

struct presence_of {
    uint64_t heard_ms; /* 0: not since the start */
    bool silent;
};

void presence_init(struct presence *presence, uint64_t now_ms)
{
    *presence = (struct presence){.started_ms = now_ms, .looked_ms = now_ms};
}

void presence_fini(struct presence *presence)
{
    free(presence->stations);
    *presence = (struct presence){.stations = NULL};
}

/* Numbers of stations count up from 1; NULL when memory is short: then nobody is thought gone. */
static struct presence_of *station_of(struct presence *presence, uint64_t station)
{
    if (station >= presence->n) {
        size_t n = (size_t)station + 64;
        struct presence_of *more = realloc(presence->stations, n * sizeof *more);
        if (!more) return NULL;
        for (size_t i = presence->n; i < n; i++) more[i] = (struct presence_of){.silent = false};
        presence->stations = more;
        presence->n = n;
    }
    return &presence->stations[station];
}

void presence_heard(struct presence *presence, struct core *core, uint64_t station, uint64_t now_ms)
{
    struct presence_of *of = station_of(presence, station);
    if (!of) return;
    /* Heard for the first time: it may have been silent before the start. */
    if (of->heard_ms == 0 || of->silent) core_present(core, station);
    of->heard_ms = now_ms;
    of->silent = false;
}

void presence_look(struct presence *presence, struct core *core, uint64_t now_ms)
{
    uint64_t since_ms = now_ms - presence->looked_ms;
    if (since_ms < LOOK_MS) return;
    presence->looked_ms = now_ms;
    if (since_ms > STALL_MS) {
        presence->started_ms += since_ms;
        for (size_t i = 0; i < presence->n; i++)
            if (presence->stations[i].heard_ms) presence->stations[i].heard_ms += since_ms;
    }
    uint64_t most_ms = core->settings->presence_s * 1000;
    struct row_session session = {0};
    struct cursor cursor;
    cursor_index(&cursor, core->txn, INDEX_session_by_person, 0, &session, false, false);
    while (cursor_next(&cursor, &session)) {
        struct presence_of *of = station_of(presence, session.station);
        if (!of || of->silent) continue;
        uint64_t heard_ms = of->heard_ms ? of->heard_ms : presence->started_ms;
        if (now_ms < heard_ms + most_ms) continue;
        of->silent = true;
        core_absent(core, session.station);
    }
}
