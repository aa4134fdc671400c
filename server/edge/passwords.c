#include "server/edge/passwords.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <sodium.h>

struct queue {
    struct password_job *first, **last;
    size_t n;
};

struct passwords {
    struct passwords_options options;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t work;
    struct queue waiting, finished; /* under the mutex */
    bool stop;                      /* likewise */
    int event_fd;
    char dummy[VERIFIER_BYTES]; /* the worker's: verifier of a password that nobody knows */
};

static void queue_init(struct queue *queue)
{
    *queue = (struct queue){.first = NULL, .last = &queue->first};
}

static void queue_put(struct queue *queue, struct password_job *job)
{
    job->next = NULL;
    *queue->last = job;
    queue->last = &job->next;
    queue->n++;
}

static struct password_job *queue_take(struct queue *queue)
{
    struct password_job *job = queue->first;
    if (!job) return NULL;
    queue->first = job->next;
    if (!queue->first) queue->last = &queue->first;
    queue->n--;
    return job;
}

static bool verifier_make(const struct passwords *passwords, const char *password, size_t n,
                          char out[VERIFIER_BYTES])
{
    _Static_assert(VERIFIER_BYTES >= crypto_pwhash_STRBYTES, "a verifier fits");
    return crypto_pwhash_str(out, password, n, passwords->options.passes,
                             passwords->options.memory_bytes) == 0;
}

static void job_run(struct passwords *passwords, struct password_job *job)
{
    switch (job->task) {
    case PASSWORD_TRY: {
        bool nobody = job->verifier[0] == '\0';
        const char *verifier = nobody ? passwords->dummy : job->verifier;
        bool fits = crypto_pwhash_str_verify(verifier, job->password, job->password_n) == 0;
        job->ok = fits && !nobody;
        break;
    }
    case PASSWORD_MAKE:
        job->ok = verifier_make(passwords, job->password, job->password_n, job->verifier);
        break;
    }
    sodium_memzero(job->password, sizeof job->password);
}

static void *worker(void *argument)
{
    struct passwords *passwords = argument;
    unsigned char unknown[32];
    randombytes_buf(unknown, sizeof unknown);
    if (!verifier_make(passwords, (const char *)unknown, sizeof unknown, passwords->dummy))
        passwords->dummy[0] = '\0'; /* out of memory: trying it fails as it should */
    pthread_mutex_lock(&passwords->mutex);
    for (;;) {
        while (!passwords->stop && !passwords->waiting.first)
            pthread_cond_wait(&passwords->work, &passwords->mutex);
        if (passwords->stop) break;
        struct password_job *job = queue_take(&passwords->waiting);
        pthread_mutex_unlock(&passwords->mutex);
        job_run(passwords, job);
        pthread_mutex_lock(&passwords->mutex);
        queue_put(&passwords->finished, job);
        eventfd_write(passwords->event_fd, 1);
    }
    pthread_mutex_unlock(&passwords->mutex);
    return NULL;
}

enum err passwords_new(const struct passwords_options *options, struct passwords **out)
{
    *out = NULL;
    if (sodium_init() < 0) return ERR_CRYPTO;
    struct passwords *passwords = calloc(1, sizeof *passwords);
    if (!passwords) return ERR_NOMEM;
    passwords->options = *options;
    queue_init(&passwords->waiting);
    queue_init(&passwords->finished);
    passwords->event_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (passwords->event_fd < 0) {
        free(passwords);
        return ERR_IO;
    }
    pthread_mutex_init(&passwords->mutex, NULL);
    pthread_cond_init(&passwords->work, NULL);
    if (pthread_create(&passwords->thread, NULL, worker, passwords) != 0) {
        pthread_cond_destroy(&passwords->work);
        pthread_mutex_destroy(&passwords->mutex);
        close(passwords->event_fd);
        free(passwords);
        return ERR_NOMEM;
    }
    *out = passwords;
    return ERR_OK;
}

static void queue_drain(struct queue *queue, void (*release)(struct password_job *job))
{
    struct password_job *job;
    while ((job = queue_take(queue))) {
        sodium_memzero(job->password, sizeof job->password);
        release(job);
    }
}

void passwords_free(struct passwords **out, void (*release)(struct password_job *job))
{
    struct passwords *passwords = *out;
    if (!passwords) return;
    *out = NULL;
    pthread_mutex_lock(&passwords->mutex);
    passwords->stop = true;
    pthread_cond_signal(&passwords->work);
    pthread_mutex_unlock(&passwords->mutex);
    pthread_join(passwords->thread, NULL);
    queue_drain(&passwords->waiting, release);
    queue_drain(&passwords->finished, release);
    pthread_cond_destroy(&passwords->work);
    pthread_mutex_destroy(&passwords->mutex);
    close(passwords->event_fd);
    free(passwords);
}

static size_t waiting_from(const struct passwords *passwords, uint64_t origin)
{
    size_t n = 0;
    for (const struct password_job *job = passwords->waiting.first; job; job = job->next)
        n += job->origin == origin;
    return n;
}

enum err passwords_give(struct passwords *passwords, struct password_job *job)
{
    ASSERT(job->password_n <= sizeof job->password);
    enum err err = ERR_OK;
    pthread_mutex_lock(&passwords->mutex);
    if (passwords->waiting.n >= passwords->options.queue ||
        (job->origin && waiting_from(passwords, job->origin) >= LIMIT_SIGN_INS)) {
        err = ERR_LIMIT;
    } else {
        queue_put(&passwords->waiting, job);
        pthread_cond_signal(&passwords->work);
    }
    pthread_mutex_unlock(&passwords->mutex);
    return err;
}

int passwords_fd(const struct passwords *passwords)
{
    return passwords->event_fd;
}

struct password_job *passwords_done(struct passwords *passwords)
{
    eventfd_t count;
    pthread_mutex_lock(&passwords->mutex);
    struct password_job *job = queue_take(&passwords->finished);
    /* Reset only when nothing is left: the descriptor stays readable while there is more. */
    if (!passwords->finished.first) (void)eventfd_read(passwords->event_fd, &count);
    pthread_mutex_unlock(&passwords->mutex);
    return job;
}
