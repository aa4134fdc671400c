/* Which consoles are heard. A console that has said nothing for presence_s counts as gone
 * (core_absent), until it says something again (core_present). Kept in memory: after a start all
 * are taken to have spoken just now. Times are monotonic. */
#ifndef SERVER_PRESENCE_H
#define SERVER_PRESENCE_H

#include "server/core/core.h"

struct presence {
    struct presence_of *stations; /* by the station's number; owned */
    size_t n;
    uint64_t started_ms, looked_ms;
};

void presence_init(struct presence *presence, uint64_t now_ms);
void presence_fini(struct presence *presence);
/* A station has asked something; before that is stepped. */
void presence_heard(struct presence *presence, struct core *core, uint64_t station,
                    uint64_t now_ms);
/* Once a second: who has been silent for too long. Time in which the dispatcher itself did not run
 * is nobody's silence. */
void presence_look(struct presence *presence, struct core *core, uint64_t now_ms);

#endif
