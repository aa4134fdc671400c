/* Reader threads: each takes a job, opens a snapshot of the last commit, runs it, hands it back. The
 * queue is bounded (LIMIT_POOL_QUEUE); a full queue is refused with BUSY by the caller. */
#ifndef SERVER_QUERY_POOL_H
#define SERVER_QUERY_POOL_H

#include "server/query/query.h"

struct pool;
struct pool_job {
    void (*run)(struct pool_job *job); /* in a reader's thread */
    struct pool_job *next;             /* the pool's */
};

enum err pool_new(struct pool **out, size_t threads);
/* Waits for running jobs; waiting ones are handed back unrun through pool_done. */
void pool_free(struct pool **pool);
/* ERR_LIMIT: the queue is full. */
enum err pool_give(struct pool *pool, struct pool_job *take_job) MUST_CHECK;
/* Readable when a finished job can be fetched with pool_done. */
int pool_fd(const struct pool *pool);
struct pool_job *pool_done(struct pool *pool);

#endif
