/* Reader threads: each takes a job and runs it; the job opens its own snapshot of the last commit
 * (reader_open) and answers from it. The queue is bounded (LIMIT_POOL_QUEUE); a full queue is
 * refused with BUSY by the caller. */
#ifndef SERVER_QUERY_POOL_H
#define SERVER_QUERY_POOL_H

#include "server/query/query.h"

struct pool;
struct pool_job {
    void (*run)(struct pool_job *job); /* in a reader's thread */
    struct pool_job *next;             /* the pool's */
    bool unrun;                        /* set by the pool: it was stopped before this one's turn */
};

enum err pool_new(struct pool **out, size_t threads);
/* Takes no more jobs, waits for running ones; waiting ones are handed back unrun through pool_done.
 * May be called again. */
void pool_stop(struct pool *pool);
/* Stops; the jobs that were not fetched with pool_done stay the caller's. Accepts NULL. */
void pool_free(struct pool **pool);
/* ERR_LIMIT: the queue is full. ERR_CLOSED: stopped. The job is then still the caller's. */
enum err pool_give(struct pool *pool, struct pool_job *take_job) MUST_CHECK;
/* Readable when a finished job can be fetched with pool_done. */
int pool_fd(const struct pool *pool);
/* NULL: none is finished. */
struct pool_job *pool_done(struct pool *pool);

#endif
