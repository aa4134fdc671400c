#include "server/job.h"

#include <stdlib.h>

#include "common/log.h"
#include "server/edge/intake.h"
#include "server/house.h"
#include "server/query/query.h"

enum { ARENA_LIMIT = 64 * 1024 * 1024 };

static enum reject house(struct job *job, struct txn *snapshot, const struct intake *intake,
                         struct arena *arena, void *answer)
{
    enum err err = ERR_FORMAT;
    if (intake->desc->message.number == request_backup)
        err = house_backup(job->store, ((const struct req_backup *)intake->body)->path, arena,
                           answer);
    if (intake->desc->message.number == request_check)
        err = house_check(job->store, snapshot, ((const struct req_check *)intake->body)->replay,
                          arena, answer);
    if (intake->desc->message.number == request_journal_verify)
        err = house_verify(snapshot, arena, answer);
    if (err == ERR_OK) return REJECT_OK;
    log_event(LOG_ERROR, "house_failed", LOG_STR("request", intake->desc->verb),
              LOG_ERR("err", err));
    return err == ERR_NOSPACE ? REJECT_NO_SPACE : REJECT_FAILED;
}

static enum reject list(struct job *job, struct txn *snapshot, const struct intake *intake,
                        struct arena *arena, void *answer, struct fault *fault)
{
    struct query query = {
        .settings = job->settings,
        .txn = snapshot,
        .who = &job->who,
        .now_ms = job->now_ms,
        .arena = arena,
    };
    return query_answer(&query, (enum request)intake->desc->message.number, intake->body, answer,
                        fault);
}

static void reply(struct job *job, const struct intake *intake, const struct fault *fault,
                  uint64_t head, const void *answer)
{
    struct reply_envelope envelope = {
        .request_id = intake->envelope.request_id,
        .reject = job->reject,
        .head = head,
        .field = slice_of(fault->field ? fault->field : ""),
        .limit = fault->limit,
    };
    bool good = job->reject == REJECT_OK;
    reply_encode(&job->reply, &envelope, good ? intake->desc->answer : NULL, answer);
}

static void work(struct job *job, struct txn *snapshot, struct arena *arena)
{
    struct intake intake;
    struct fault fault = {.field = NULL};
    intake_read(slice_bytes(job->bytes, job->n), arena, &intake);
    void *answer = intake.reject == REJECT_OK && snapshot
                       ? arena_take(arena, intake.desc->answer->size)
                       : NULL;
    if (!answer)
        job->reject = REJECT_FAILED;
    else if (job->kind == KIND_HOUSE)
        job->reject = house(job, snapshot, &intake, arena, answer);
    else
        job->reject = list(job, snapshot, &intake, arena, answer, &fault);
    reply(job, &intake, &fault, snapshot ? journal_head(snapshot) : 0, answer);
}

/* In a reader's thread. */
static void run(struct pool_job *pool_job)
{
    struct job *job = (struct job *)pool_job;
    struct txn *snapshot = NULL;
    enum err err = reader_open(job->store, &snapshot);
    if (err != ERR_OK) log_event(LOG_ERROR, "reader_failed", LOG_ERR("err", err));
    struct arena arena;
    arena_init(&arena, ARENA_LIMIT);
    work(job, err == ERR_OK ? snapshot : NULL, &arena);
    arena_fini(&arena);
    if (err == ERR_OK) reader_close(&snapshot);
}

bool job_new(struct job_list *list, const struct job_options *options)
{
    if (list->n >= LIMIT_POOL_QUEUE) return false;
    struct job *job = calloc(1, sizeof *job + options->bytes.n);
    if (!job) return false;
    job->pool.run = run;
    job->store = options->store;
    job->settings = options->settings;
    job->peer = options->peer;
    job->who = options->who;
    job->kind = options->kind;
    job->now_ms = options->now_ms;
    job->known = options->known;
    job->request_id = options->request_id;
    job->n = options->bytes.n;
    memcpy(job->bytes, options->bytes.p, options->bytes.n);
    buffer_init(&job->reply);
    job->after = list->first;
    if (list->first) list->first->before = job;
    list->first = job;
    list->n++;
    list->waiting++;
    if (job->kind == KIND_HOUSE) list->houses++;
    return true;
}

bool job_again(struct job_list *list, const struct peer *peer, uint64_t request_id)
{
    for (struct job *job = list->first; job; job = job->after) {
        if (job->request_id != request_id || job->peer.station != peer->station ||
            job->peer.console != peer->console)
            continue;
        job->peer = *peer; /* the turn's thread alone looks at it */
        return true;
    }
    return false;
}

uint64_t job_wants(const struct job_list *list)
{
    uint64_t wants = 0;
    if (!list->waiting) return 0;
    for (const struct job *job = list->first; job; job = job->after)
        if (!job->given && job->known > wants) wants = job->known;
    return wants;
}

void job_give(struct job_list *list, struct pool *pool)
{
    for (struct job *job = list->first; job && list->waiting; job = job->after) {
        if (job->given) continue;
        if (pool_give(pool, &job->pool) != ERR_OK) return; /* they go on waiting here */
        job->given = true;
        list->waiting--;
    }
}

void job_free(struct job_list *list, struct job *job)
{
    if (job->before) job->before->after = job->after;
    if (job->after) job->after->before = job->before;
    if (list->first == job) list->first = job->after;
    list->n--;
    if (!job->given) list->waiting--;
    if (job->kind == KIND_HOUSE) list->houses--;
    buffer_fini(&job->reply);
    free(job);
}

void job_free_all(struct job_list *list)
{
    while (list->first) job_free(list, list->first);
}
