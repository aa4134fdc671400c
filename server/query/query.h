/* Answers to questions: the same functions serve the turn's thread (FRESH requests, on the writing
 * transaction) and the reader threads (LIST requests, on a snapshot). They read tables, journal and
 * vault and change nothing. Every field goes through the core's may(). */
#ifndef SERVER_QUERY_QUERY_H
#define SERVER_QUERY_QUERY_H

#include "server/core/core.h"

/* S(name, what the turn's thread does meanwhile): together all of its time. */
#define SPENT_TABLE(S)                                                                             \
    S(idle, "waits for requests")                                                                  \
    S(receive, "takes them from the sockets")                                                      \
    S(decode, "checks and decodes them")                                                           \
    S(step, "who asks, the rules, facts into the store")                                           \
    S(encode, "makes replies and keeps them")                                                      \
    S(log, "writes the redo log")                                                                  \
    S(sync, "waits until it is on disk")                                                           \
    S(send, "hands replies to the sockets")                                                        \
    S(publish, "encodes and hands over facts")                                                     \
    S(commit, "LMDB's commits")                                                                    \
    S(rest, "timers, the wall's figures, the log")

enum spent {
#define S(name, help) SPENT_##name,
    SPENT_TABLE(S)
#undef S
        SPENTS
};

/* Figures that only the process knows, for `status`. */
struct process_figures {
    uint64_t started_ms, requests, refused, malformed, keys_refused, turns, steps, committed;
    uint64_t commits;
    uint64_t free_bytes;
    uint64_t spent_us[SPENTS];
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
