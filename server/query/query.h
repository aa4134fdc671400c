/* Answers to questions: the same functions serve the turn's thread (FRESH requests, on the writing
 * transaction) and the reader threads (LIST requests, on a snapshot). They read tables, journal and
 * vault and change nothing. Every field goes through the core's may(). */
#ifndef SERVER_QUERY_QUERY_H
#define SERVER_QUERY_QUERY_H

#include "server/core/core.h"

/* Figures that only the process knows, for `status`. */
struct process_figures {
    uint64_t started_ms, requests, refused, malformed, keys_refused, turns, steps, committed;
    uint64_t free_bytes;
    bool full;
};

struct query {
    const struct settings *settings;
    struct txn *txn;
    const struct who *who;
    uint64_t now_ms;
    const struct process_figures *figures; /* only for status */
    struct arena *arena;                   /* rows and texts of the answer */
};

/* Fills *answer, the struct of request_desc(number)->answer; a page is cut before it would pass
 * LIMIT_MESSAGE. */
enum reject query_answer(struct query *query, enum request number, const void *body, void *answer,
                         struct fault *fault);

/* The live figures, for wall_show and for the summary that is published. */
void query_wall(struct query *query, struct rec_wall *wall);

#endif
