#include "server/query/pool.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct queue {
    struct pool_job *first, *last;
    size_t n;
};

struct pool {
    pthread_mutex_t lock;
    pthread_cond_t given;       /* a job waits, or the pool stops */
    struct queue waiting, done; /* under the lock */
    bool stopping;              /* under the lock */
    bool stopped;               /* no thread is left */
    int fd;                     /* readable exactly while done is not empty */
    size_t n_threads;
    pthread_t threads[];
};

static void queue_push(struct queue *queue, struct pool_job *job)
{
    job->next = NULL;
    if (queue->last)
        queue->last->next = job;
    else
        queue->first = job;
    queue->last = job;
    queue->n++;
}

static struct pool_job *queue_pop(struct queue *queue)
{
    struct pool_job *job = queue->first;
    if (!job) return NULL;
    queue->first = job->next;
    if (!queue->first) queue->last = NULL;
    queue->n--;
    job->next = NULL;
    return job;
}

/* Under the lock. */
static void done_push(struct pool *pool, struct pool_job *job)
{
    queue_push(&pool->done, job);
    if (pool->done.n > 1) return;
    int failed = eventfd_write(pool->fd, 1);
    ASSERT(!failed); /* the count was zero, so there is room for one */
}

static void *reader(void *arg)
{
    struct pool *pool = arg;
    pthread_mutex_lock(&pool->lock);
    for (;;) {
        while (!pool->stopping && pool->waiting.n == 0)
            pthread_cond_wait(&pool->given, &pool->lock);
        if (pool->stopping) break;
        struct pool_job *job = queue_pop(&pool->waiting);
        pthread_mutex_unlock(&pool->lock);
        job->run(job);
        pthread_mutex_lock(&pool->lock);
        done_push(pool, job);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

/* Signals belong to the loop: a reader has all of them blocked. */
static enum err threads_start(struct pool *pool, size_t threads)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int failed = 0;
    while (pool->n_threads < threads && !failed) {
        failed = pthread_create(&pool->threads[pool->n_threads], NULL, reader, pool);
        if (!failed) pool->n_threads++;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return err_from_errno(failed);
}

enum err pool_new(struct pool **out, size_t threads)
{
    ASSERT(threads > 0);
    *out = NULL;
    struct pool *pool = calloc(1, sizeof *pool + threads * sizeof *pool->threads);
    if (!pool) return ERR_NOMEM;
    pool->fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (pool->fd < 0) {
        enum err err = err_from_errno(errno);
        free(pool);
        return err;
    }
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->given, NULL);
    enum err err = threads_start(pool, threads);
    if (err) pool_free(&pool);
    *out = pool;
    return err;
}

void pool_stop(struct pool *pool)
{
    if (pool->stopped) return;
    pthread_mutex_lock(&pool->lock);
    pool->stopping = true;
    pthread_cond_broadcast(&pool->given);
    pthread_mutex_unlock(&pool->lock);
    for (size_t i = 0; i < pool->n_threads; i++) pthread_join(pool->threads[i], NULL);
    pool->stopped = true;
    for (struct pool_job *job; (job = queue_pop(&pool->waiting));) {
        job->unrun = true;
        done_push(pool, job);
    }
}

void pool_free(struct pool **pool)
{
    if (!*pool) return;
    pool_stop(*pool);
    close((*pool)->fd);
    pthread_cond_destroy(&(*pool)->given);
    pthread_mutex_destroy(&(*pool)->lock);
    free(*pool);
    *pool = NULL;
}

enum err pool_give(struct pool *pool, struct pool_job *take_job)
{
    enum err err = ERR_OK;
    pthread_mutex_lock(&pool->lock);
    if (pool->stopping)
        err = ERR_CLOSED;
    else if (pool->waiting.n >= LIMIT_POOL_QUEUE)
        err = ERR_LIMIT;
    else {
        take_job->unrun = false;
        queue_push(&pool->waiting, take_job);
        pthread_cond_signal(&pool->given);
    }
    pthread_mutex_unlock(&pool->lock);
    return err;
}

int pool_fd(const struct pool *pool)
{
    return pool->fd;
}

struct pool_job *pool_done(struct pool *pool)
{
    pthread_mutex_lock(&pool->lock);
    struct pool_job *job = queue_pop(&pool->done);
    if (job && pool->done.n == 0) {
        eventfd_t count;
        int failed = eventfd_read(pool->fd, &count);
        ASSERT(!failed); /* it is readable while anything is done */
    }
    pthread_mutex_unlock(&pool->lock);
    return job;
}
