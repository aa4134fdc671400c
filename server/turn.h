/* The loop: one thread that takes what waits, steps it, puts it on disk, answers, publishes.
 *
 *   wait → take at most turn_max requests, each stepped or asked (ask.h) → facts and replies to the
 *   redo log, one sync → replies leave → facts are published → when nothing waits, or after
 *   commit_steps or commit_ms, the store commits → questions that wanted a fresh snapshot go to the
 *   readers → timers, the live figures, the beat
 *
 * When the disk refuses, no reply leaves and turn_run answers the error: the process must end, and
 * the next start recovers. */
#ifndef SERVER_TURN_H
#define SERVER_TURN_H

#include "common/clock.h"
#include "common/settings.h"
#include "server/core/core.h"
#include "server/edge/edge.h"
#include "server/edge/passwords.h"
#include "server/job.h"
#include "server/outbox.h"
#include "server/presence.h"
#include "server/query/pool.h"
#include "server/query/query.h"

struct turn {
    const struct settings *settings; /* borrowed, like store and edge */
    struct store *store;
    struct edge *edge;
    struct pool *pool; /* owned from here on */
    struct passwords *passwords;
    struct router_message *message;
    struct outbox outbox;
    struct arena arena; /* of one request */
    struct core core;   /* its now_ms is this turn's */
    struct clock_guard guard;
    struct job_list jobs;
    struct presence presence;
    int signal_fd; /* borrowed */

    unsigned char random[256]; /* read ahead, at most what one look into the kernel gives whole */
    size_t random_left;

    uint64_t started_ms;
    uint64_t synced;       /* last fact on disk, and published */
    uint64_t committed;    /* last fact that readers see */
    bool kept;             /* a reply was kept in this turn */
    bool full, full_known; /* of this turn */
    bool more;             /* requests may be waiting still */
    bool stopping;
    uint64_t strangers; /* refused keys that the journal knows of */
    uint64_t stranger_ms;
    uint64_t spent_ns[SPENTS]; /* on what, since the start */
    uint64_t lap_ns;           /* monotonic; time until then stands in spent_ns */
    uint64_t commit_ms, beat_ms, wall_ms, log_ms; /* monotonic: when it was done last */
    uint64_t wall_head;                           /* last fact in the last summary */
    int64_t calendar_day; /* on which the working calendar was looked at last */
};

/* Makes the threads. turn_fini is right after a failure too. */
enum err turn_init(struct turn *turn, const struct settings *settings, struct store *store,
                   struct edge *edge, int signal_fd);
void turn_fini(struct turn *turn);
/* Until SIGTERM or SIGINT (ERR_OK), or until the disk refuses. */
enum err turn_run(struct turn *turn);

/* For ask.c */
/* True when nothing may be written: NO_SPACE. Asks the disk once a turn. */
bool turn_full(struct turn *turn);
/* What the time since the last call was spent on. */
void turn_lap(struct turn *turn, enum spent on);
/* The figures of `status`. */
struct process_figures turn_figures(struct turn *turn);

#endif
