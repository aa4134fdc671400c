/* Requests from being asked to being answered, whatever happens to the connection between. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

#include "client/link/parts.h"
#include "common/clock.h"

enum { REPEAT_MS = 10, RETRY_BASE_MS = 1000, RETRY_MAX_MS = 10000, SPOOL_HEADER = 24 };

static void spool_name(uint64_t request_id, char name[32])
{
    snprintf(name, 32, "ask.%016llx", (unsigned long long)request_id);
}

static struct ask *ask_new(struct link *link, uint64_t number, struct slice body)
{
    struct ask *ask = calloc(1, sizeof *ask + body.n);
    if (!ask) return NULL;
    ask->number = number;
    ask->body_n = body.n;
    if (body.n) memcpy(ask->body, body.p, body.n);
    backoff_init(&ask->backoff, RETRY_BASE_MS, RETRY_MAX_MS);
    struct ask **last = &link->asks;
    while (*last) last = &(*last)->next;
    *last = ask;
    link->n_asks++;
    return ask;
}

static void ask_remove(struct link *link, struct ask *ask)
{
    struct ask **at = &link->asks;
    while (*at && *at != ask) at = &(*at)->next;
    ASSERT(*at);
    *at = ask->next;
    link->n_asks--;
    free(ask);
}

/* number, person, request id (host order: the file never leaves this machine), then the body */
static enum err ask_keep(struct link *link, const struct ask *ask)
{
    size_t n = SPOOL_HEADER + ask->body_n;
    char *bytes = malloc(n);
    if (!bytes) return ERR_NOMEM;
    uint64_t header[3] = {ask->number, ask->person, ask->request_id};
    memcpy(bytes, header, sizeof header);
    memcpy(bytes + SPOOL_HEADER, ask->body, ask->body_n);
    char name[32];
    spool_name(ask->request_id, name);
    enum err err = spool_save(link->spool, name, slice_bytes(bytes, n));
    free(bytes);
    return err;
}

static void load_one(void *ctx, const char *name)
{
    struct link *link = ctx;
    if (strncmp(name, "ask.", 4) != 0 || link->n_asks >= ASKS_MAX) return;
    struct slice bytes;
    arena_reset(&link->arena);
    if (spool_load(link->spool, name, &link->arena, &bytes) != ERR_OK || bytes.n < SPOOL_HEADER)
        return; /* sealed for another station, or broken: left for a person to look at */
    uint64_t header[3];
    memcpy(header, bytes.p, sizeof header);
    struct ask *ask =
        ask_new(link, header[0], slice_bytes(bytes.p + SPOOL_HEADER, bytes.n - SPOOL_HEADER));
    if (!ask) return;
    ask->person = header[1];
    ask->request_id = header[2];
    ask->keep = ask->parked = true;
}

void asks_load(struct link *link)
{
    if (link->spool) spool_each(link->spool, load_one, link);
}

enum err link_ask(struct link *link, enum request number, const void *body, uint64_t limit_ms,
                  bool keep, link_answered *answered, void *ctx)
{
    const struct request_desc *desc = request_desc(number);
    ASSERT(desc && answered);
    if (link->n_asks >= ASKS_MAX) return ERR_LIMIT;
    buffer_reset(&link->out);
    codec_encode(&link->out, &desc->message, body, VIEW_WIRE);
    if (link->out.err != ERR_OK) return link->out.err;
    if (link->out.n > LIMIT_MESSAGE - 256) return ERR_LIMIT;

    struct ask *ask = ask_new(link, number, slice_bytes(link->out.p, link->out.n));
    if (!ask) return ERR_NOMEM;
    uint64_t now_ms = clock_mono_ms();
    uint64_t random;
    randombytes_buf(&random, sizeof random);
    ask->request_id = link->request_id = request_id_new(clock_wall_ms(), random, link->request_id);
    ask->person = link->person;
    ask->answered = answered;
    ask->ctx = ctx;
    ask->next_send_ms = now_ms;
    ask->deadline_ms = limit_ms ? now_ms + limit_ms : 0;
    ask->keep = keep && link->spool;
    if (ask->keep) {
        enum err err = ask_keep(link, ask);
        if (err != ERR_OK) {
            ask_remove(link, ask);
            return err;
        }
    }
    asks_send_due(link, now_ms);
    return ERR_OK;
}

void link_session(struct link *link, uint64_t person, uint64_t session,
                  const unsigned char token[TOKEN_BYTES])
{
    link->person = person;
    link->session = session;
    if (session)
        memcpy(link->token, token, TOKEN_BYTES);
    else
        sodium_memzero(link->token, sizeof link->token);
    uint64_t now_ms = clock_mono_ms();
    for (struct ask *ask = link->asks; ask; ask = ask->next) {
        if (!ask->keep) continue;
        ask->parked = session == 0 || ask->person != person;
        if (!ask->parked) ask->next_send_ms = now_ms;
    }
}

static bool ask_send(struct link *link, struct ask *ask)
{
    struct request_envelope envelope = {.request_id = ask->request_id,
                                        .session = link->session,
                                        .number = ask->number,
                                        .body = slice_bytes(ask->body, ask->body_n)};
    if (link->session) envelope.token = slice_bytes(link->token, TOKEN_BYTES);
    buffer_reset(&link->out);
    request_encode(&link->out, &envelope, NULL, NULL);
    if (link->out.err != ERR_OK) return false;
    return link_transmit(link, link->out.p, link->out.n);
}

static void ask_give_up(struct link *link, struct ask *ask, enum err err)
{
    struct link_answer answer = {.err = err};
    link_answered *answered = ask->answered;
    void *ctx = ask->ctx;
    ask_remove(link, ask);
    if (answered) answered(ctx, &answer);
}

void asks_send_due(struct link *link, uint64_t now_ms)
{
    struct ask *next;
    for (struct ask *ask = link->asks; ask; ask = next) {
        next = ask->next;
        if (ask->deadline_ms && now_ms >= ask->deadline_ms && !ask->keep) {
            ask_give_up(link, ask, ERR_TIMEOUT);
            next = link->asks; /* the callback may have changed the list */
            continue;
        }
        if (ask->parked || now_ms < ask->next_send_ms) continue;
        uint64_t random;
        randombytes_buf(&random, sizeof random);
        if (ask_send(link, ask))
            ask->next_send_ms = now_ms + backoff_next(&ask->backoff, random);
        else /* the news of a connection may come a moment before the connection takes anything */
            ask->next_send_ms = now_ms + (link->state == LINK_UP ? REPEAT_MS : RETRY_BASE_MS);
    }
}

void asks_again(struct link *link, uint64_t now_ms)
{
    for (struct ask *ask = link->asks; ask; ask = ask->next) ask->next_send_ms = now_ms;
    asks_send_due(link, now_ms);
}

uint64_t asks_next_ms(const struct link *link)
{
    uint64_t next_ms = UINT64_MAX;
    for (const struct ask *ask = link->asks; ask; ask = ask->next) {
        if (!ask->parked && ask->next_send_ms < next_ms) next_ms = ask->next_send_ms;
        if (ask->deadline_ms && !ask->keep && ask->deadline_ms < next_ms)
            next_ms = ask->deadline_ms;
    }
    return next_ms;
}

static void kept_alive(void *ctx, const struct link_answer *answer)
{
    struct link *link = ctx;
    if (answer->err != ERR_OK || answer->reject != REJECT_OK || !answer->body) return;
    uint64_t presence_s = ((const struct rec_hello *)answer->body)->presence_s;
    if (presence_s) link->keep_ms = presence_s * 1000 / 3;
}

uint64_t asks_keep_at_ms(const struct link *link)
{
    bool there = link->session && link->state == LINK_UP;
    return there ? link->said_ms + link->keep_ms : UINT64_MAX;
}

void asks_keep_alive(struct link *link, uint64_t now_ms)
{
    const struct req_hello hello = {0};
    if (now_ms < asks_keep_at_ms(link)) return;
    link->said_ms = now_ms; /* also when it cannot be sent now */
    if (link_ask(link, request_hello, &hello, link->keep_ms, false, kept_alive, link) != ERR_OK)
        return;
    for (struct ask *ask = link->asks; ask; ask = ask->next)
        if (ask->answered == kept_alive) ask->quiet = true;
}

/* A kept request waits for its person, for room on the disk or for a less busy moment. */
static bool ask_wait_on(struct ask *ask, enum reject reject)
{
    if (!ask->keep) return false;
    if (reject == REJECT_NOT_SIGNED_IN) {
        ask->parked = true;
        return true;
    }
    return reject == REJECT_BUSY || reject == REJECT_NO_SPACE;
}

void asks_reply(struct link *link, struct slice frame)
{
    struct reply_envelope envelope;
    if (!reply_decode(frame, &envelope)) return;
    if (envelope.head > link->head) link->head = envelope.head;
    struct ask *ask = link->asks;
    while (ask && ask->request_id != envelope.request_id) ask = ask->next;
    if (!ask || ask_wait_on(ask, envelope.reject)) return;

    const struct request_desc *desc = request_desc(ask->number);
    struct link_answer answer = {.reject = envelope.reject,
                                 .field = envelope.field,
                                 .limit = envelope.limit,
                                 .head = envelope.head};
    arena_reset(&link->arena);
    if (envelope.reject == REJECT_OK) {
        struct fault fault;
        void *body = arena_take(&link->arena, desc->answer->size);
        if (!body)
            answer.err = ERR_NOMEM;
        else if (codec_decode(envelope.body, desc->answer, &link->arena, body, &fault) != REJECT_OK)
            answer.err = ERR_FORMAT;
        answer.body = body;
    }
    if (ask->keep) {
        char name[32];
        spool_name(ask->request_id, name);
        spool_drop(link->spool, name);
    }
    link_answered *answered = ask->answered;
    void *ctx = ask->ctx;
    ask_remove(link, ask);
    if (answered) answered(ctx, &answer);
}

size_t link_pending(const struct link *link)
{
    size_t n = 0;
    for (const struct ask *ask = link->asks; ask; ask = ask->next) n += !ask->parked && !ask->quiet;
    return n;
}

void asks_free(struct link *link)
{
    while (link->asks) ask_remove(link, link->asks);
}
