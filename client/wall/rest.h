/* The agents beyond those that a summary holds: asked for page by page every few seconds, while
 * there are any. */
#ifndef CLIENT_WALL_REST_H
#define CLIENT_WALL_REST_H

#include "common/arena.h"
#include "proto/desc.h"

enum { WALL_AGENTS_MOST = 2000, REST_PAGES = WALL_AGENTS_MOST / LIMIT_PAGE };

struct wall;

/* One round of pages. */
struct rest_round {
    struct arena arena;
    const struct rec_agent_page *pages[REST_PAGES];
    size_t n;
};

struct rest {
    struct rest_round rounds[2];
    int shown; /* the other one is being filled */
    bool asking;
    uint64_t asked_ms; /* monotonic */
};

void rest_init(struct rest *rest);
void rest_fini(struct rest *rest);
void rest_forget(struct rest *rest);
/* Asks when it is time. */
void rest_tick(struct wall *wall);
/* Appends to out, which has room for `most`; answers how many are in it then. */
size_t rest_agents(const struct rest *rest, const struct rec_agent_item **out, size_t n,
                   size_t most);

#endif
