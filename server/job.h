/* Questions that a reader's thread answers from a snapshot: lists, and work on the house. The turn
 * makes a job, gives it to the pool once the last commit is as new as the question wants, and sends
 * the reply that comes back. */
#ifndef SERVER_JOB_H
#define SERVER_JOB_H

#include "common/settings.h"
#include "server/core/core.h"
#include "server/edge/router.h"
#include "server/query/pool.h"

struct job {
    struct pool_job pool;       /* first: the pool knows only this */
    struct job *before, *after; /* among all that live */
    struct store *store;
    const struct settings *settings;
    struct peer peer;
    struct who who;
    enum request_kind kind;
    uint64_t now_ms;
    uint64_t known; /* the snapshot must hold this fact */
    uint64_t request_id;
    bool given;
    enum reject reject;  /* what it came to */
    struct buffer reply; /* encoded, by the reader */
    size_t n;
    char bytes[]; /* the request */
};

struct job_list {
    struct job *first;
    size_t n, waiting, houses;
};

struct job_options {
    struct store *store;
    const struct settings *settings;
    struct peer peer;
    struct who who;
    enum request_kind kind;
    uint64_t now_ms, known, request_id;
    struct slice bytes;
};

/* Copies all it needs. False: too many live, or out of memory. */
bool job_new(struct job_list *list, const struct job_options *options);
/* Asked again while it is under way: the answer goes to where it was asked last. False: no such
 * job.
 */
bool job_again(struct job_list *list, const struct peer *peer, uint64_t request_id);
/* The newest fact that a waiting job wants to see; 0: none waits. */
uint64_t job_wants(const struct job_list *list);
/* Gives the waiting ones to the pool. */
void job_give(struct job_list *list, struct pool *pool);
void job_free(struct job_list *list, struct job *job);
/* All of them; the pool is gone already. */
void job_free_all(struct job_list *list);

#endif
