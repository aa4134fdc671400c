#include "server/ask.h"

#include <stdlib.h>
#include <sys/random.h>

#include "common/log.h"
#include "server/core/authority.h"
#include "server/edge/intake.h"
#include "server/query/query.h"

struct ask {
    struct turn *turn;
    const struct peer *peer;
    struct slice bytes;
    const struct ask_password *password; /* the verdict; NULL: not asked yet */
    struct intake intake;
    struct who who;
};

static void refuse(struct ask *ask, enum reject reject, const struct fault *fault)
{
    struct metrics *metrics = &ask->turn->edge->metrics;
    metrics->refused++;
    if (reject == REJECT_BAD_MESSAGE) metrics->malformed++;
    if (reject == REJECT_BUSY) metrics->busy++;
    struct reply_envelope envelope = {
        .request_id = ask->intake.envelope.request_id,
        .reject = reject,
        .head = journal_head(ask->turn->core.txn),
        .field = slice_of(fault && fault->field ? fault->field : ""),
        .limit = fault ? fault->limit : 0,
    };
    outbox_put(&ask->turn->outbox, ask->peer, &envelope, NULL, NULL);
}

static struct slice answer(struct ask *ask, const void *body)
{
    struct reply_envelope envelope = {
        .request_id = ask->intake.envelope.request_id,
        .reject = REJECT_OK,
        .head = journal_head(ask->turn->core.txn),
    };
    return outbox_put(&ask->turn->outbox, ask->peer, &envelope, ask->intake.desc->answer, body);
}

/* A command asked again gets the answer it got before, whatever has changed since. */
static bool repeated(struct ask *ask)
{
    struct slice reply;
    if (ask->intake.desc->kind != KIND_COMMAND) return false;
    if (!reply_find(ask->turn->core.txn, ask->peer->station, ask->intake.envelope.request_id,
                    &reply))
        return false;
    ask->turn->edge->metrics.repeated++;
    outbox_copy(&ask->turn->outbox, ask->peer, reply);
    return true;
}

/* Keys are looked at when a connection is made; a station may have been retired since. */
static bool station_live(struct ask *ask)
{
    struct row_station row;
    return station_get(ask->turn->core.txn, ask->peer->station, &row) && row.live;
}

static enum reject identify(struct ask *ask)
{
    const struct request_desc *desc = ask->intake.desc;
    const struct request_envelope *envelope = &ask->intake.envelope;
    if (ask->peer->console) {
        ask->who = (struct who){.console = true, .roles = ROLE_BIT(role_admin)};
        return may_ask(&ask->who, desc) ? REJECT_OK : REJECT_DENIED;
    }
    if (!station_live(ask)) return REJECT_DENIED;
    enum reject reject = core_who(&ask->turn->core, ask->peer->station, envelope->session,
                                  envelope->token, &ask->who);
    if (reject != REJECT_OK && desc->who != WHO_ANYBODY) return reject;
    if (reject != REJECT_OK) ask->who = (struct who){.station = ask->peer->station};
    if (may_ask(&ask->who, desc)) return REJECT_OK;
    return ask->who.person ? REJECT_DENIED : REJECT_NOT_SIGNED_IN;
}

/* The password that has to be tried or made into a verifier first; empty: none. One that is too
 * short is left to the core, which refuses it. */
static struct slice password_of(const struct ask *ask, enum password_task *task)
{
    struct slice password = {0};
    *task = PASSWORD_MAKE;
    if (ask->intake.desc->message.number == request_session_open && !ask->peer->console) {
        *task = PASSWORD_TRY;
        return ((const struct req_session_open *)ask->intake.body)->password;
    }
    if (ask->intake.desc->message.number == request_person_add)
        password = ((const struct req_person_add *)ask->intake.body)->password;
    if (ask->intake.desc->message.number == request_person_change)
        password = ((const struct req_person_change *)ask->intake.body)->password;
    return password.n < LIMIT_PASSWORD_MIN ? (struct slice){0} : password;
}

static void ask_password_begin(struct ask *ask, enum password_task task, struct slice password)
{
    struct turn *turn = ask->turn;
    struct ask_password *waiting = calloc(1, sizeof *waiting + ask->bytes.n);
    if (!waiting) {
        refuse(ask, REJECT_BUSY, NULL);
        return;
    }
    waiting->job.task = task;
    waiting->job.origin = ask->peer->station;
    waiting->job.password_n = password.n;
    memcpy(waiting->job.password, password.p, password.n);
    waiting->peer = *ask->peer;
    waiting->n = ask->bytes.n;
    memcpy(waiting->bytes, ask->bytes.p, ask->bytes.n);
    if (task == PASSWORD_TRY) {
        const struct req_session_open *request = ask->intake.body;
        struct slice verifier = {0};
        if (core_verifier(turn->core.txn, request->number.s, &turn->arena, &waiting->person,
                          &verifier) &&
            verifier.n < VERIFIER_BYTES)
            memcpy(waiting->job.verifier, verifier.p, verifier.n);
        else
            waiting->person = 0;
    }
    if (passwords_give(turn->passwords, &waiting->job) != ERR_OK) {
        ask_release(&waiting->job);
        refuse(ask, REJECT_BUSY, NULL);
    }
}

/* Asking twice is safe for signing in, too, though its answer is too secret to be kept: the token
 * follows from the station, the request's id and a key that never leaves the store. */
static void token_fill(const struct ask *ask, struct extras *extras)
{
    uint64_t request[2] = {ask->peer->station, ask->intake.envelope.request_id};
    struct h32 token;
    words_hash(ask->turn->core.txn, "session", slice_bytes(request, sizeof request), &token);
    _Static_assert(sizeof token.b == TOKEN_BYTES, "a hash is a token");
    memcpy(extras->random, token.b, sizeof token.b);
    explicit_bzero(&token, sizeof token);
}

/* From a supply, as each look into the kernel costs as much as decoding a request. */
static bool random_fill(struct turn *turn, void *out, size_t n)
{
    if (turn->random_left < n) {
        if (getrandom(turn->random, sizeof turn->random, 0) != sizeof turn->random) return false;
        turn->random_left = sizeof turn->random;
    }
    turn->random_left -= n;
    memcpy(out, turn->random + turn->random_left, n);
    explicit_bzero(turn->random + turn->random_left, n);
    return true;
}

static bool extras_fill(const struct ask *ask, struct extras *extras)
{
    *extras = (struct extras){.password_ok = false};
    if (ask->password && ask->password->job.task == PASSWORD_TRY) {
        extras->password_ok = ask->password->job.ok;
        extras->password_person = ask->password->person;
    } else if (ask->password) {
        if (!ask->password->job.ok) return false;
        extras->verifier = slice_of(ask->password->job.verifier);
    }
    if (!random_fill(ask->turn, extras->random, sizeof extras->random)) return false;
    if (ask->intake.desc->message.number == request_session_open) token_fill(ask, extras);
    return true;
}

/* Only answers without a word or a secret in them are kept for asking twice. */
static void keep(struct ask *ask, struct slice reply)
{
    if (reply.n == 0 || strcmp(ask->intake.desc->answer->name, "done") != 0) return;
    reply_keep(ask->turn->core.txn, ask->peer->station, ask->intake.envelope.request_id, reply,
               ask->turn->core.now_ms);
    ask->turn->kept = true;
}

static void ask_command(struct ask *ask)
{
    struct turn *turn = ask->turn;
    if (turn_full(turn)) {
        refuse(ask, REJECT_NO_SPACE, NULL);
        return;
    }
    enum password_task task;
    struct slice password = password_of(ask, &task);
    if (!ask->password && password.n) {
        ask_password_begin(ask, task, password);
        return;
    }
    struct extras extras;
    if (!extras_fill(ask, &extras)) {
        refuse(ask, REJECT_FAILED, NULL);
        return;
    }
    struct outcome_of_step out = {.reject = REJECT_OK};
    core_step(&turn->core, &ask->who, (enum request)ask->intake.desc->message.number,
              ask->intake.body, &extras, &turn->arena, &out);
    turn->edge->metrics.steps++;
    turn_lap(turn, SPENT_step);
    if (out.reject != REJECT_OK)
        refuse(ask, out.reject, &out.fault);
    else
        keep(ask, answer(ask, &out.answer));
    turn_lap(turn, SPENT_encode);
}

/* R81: who is shown a guarded ticket's words stands in the journal before they are. */
static enum reject look(struct ask *ask)
{
    struct turn *turn = ask->turn;
    uint64_t ticket = core_look(&turn->core, &ask->who,
                                (enum request)ask->intake.desc->message.number, ask->intake.body);
    if (!ticket) return REJECT_OK;
    if (turn_full(turn)) return REJECT_NO_SPACE;
    core_seen(&turn->core, &ask->who, (enum request)ask->intake.desc->message.number, ticket);
    return REJECT_OK;
}

static void ask_fresh(struct ask *ask)
{
    struct turn *turn = ask->turn;
    struct process_figures figures = {0};
    if (ask->intake.desc->message.number == request_status) figures = turn_figures(turn);
    struct query query = {
        .settings = turn->settings,
        .txn = turn->core.txn,
        .who = &ask->who,
        .now_ms = turn->core.now_ms,
        .figures = &figures,
        .arena = &turn->arena,
    };
    struct fault fault = {.field = NULL};
    void *body = arena_take(&turn->arena, ask->intake.desc->answer->size);
    enum reject reject = body ? query_answer(&query, (enum request)ask->intake.desc->message.number,
                                             ask->intake.body, body, &fault)
                              : REJECT_BUSY;
    if (reject != REJECT_OK)
        refuse(ask, reject, &fault);
    else
        answer(ask, body);
}

static void ask_reader(struct ask *ask, uint64_t known)
{
    struct turn *turn = ask->turn;
    uint64_t head = journal_head(turn->core.txn);
    struct job_options options = {
        .store = turn->store,
        .settings = turn->settings,
        .peer = *ask->peer,
        .who = ask->who,
        .kind = ask->intake.desc->kind,
        .now_ms = turn->core.now_ms,
        .known = known < head ? known : head,
        .request_id = ask->intake.envelope.request_id,
        .bytes = ask->bytes,
    };
    if (!job_new(&turn->jobs, &options)) refuse(ask, REJECT_BUSY, NULL);
}

/* Work on the house leaves a fact, whoever asks for it; one at a time, as it keeps a reader busy.
 */
static void ask_house(struct ask *ask)
{
    struct turn *turn = ask->turn;
    bool full = turn_full(turn);
    if (full && ask->intake.desc->message.number == request_backup) {
        refuse(ask, REJECT_NO_SPACE, NULL);
        return;
    }
    if (turn->jobs.houses) {
        refuse(ask, REJECT_BUSY, NULL);
        return;
    }
    if (!full) {
        struct fact fact = {
            .type = fact_type_console_used,
            .at_ms = turn->core.now_ms,
            .by = ask->who.person,
            .station = ask->who.station,
            .body.console_used.request = ask->intake.desc->message.number,
        };
        journal_append(turn->core.txn, &fact);
    }
    ask_reader(ask, journal_head(turn->core.txn));
}

static void ask_go(struct ask *ask)
{
    arena_reset(&ask->turn->arena);
    turn_lap(ask->turn, SPENT_receive);
    intake_read(ask->bytes, &ask->turn->arena, &ask->intake);
    turn_lap(ask->turn, SPENT_decode);
    if (ask->intake.reject != REJECT_OK) {
        refuse(ask, ask->intake.reject, &ask->intake.fault);
        return;
    }
    struct turn *turn = ask->turn;
    if (!ask->peer->console && !turn_full(turn))
        presence_heard(&turn->presence, &turn->core, ask->peer->station, clock_mono_ms());
    if (repeated(ask)) return;
    enum reject reject = identify(ask);
    if (reject != REJECT_OK) {
        refuse(ask, reject, NULL);
        return;
    }
    if (job_again(&ask->turn->jobs, ask->peer, ask->intake.envelope.request_id)) return;
    reject = look(ask);
    if (reject != REJECT_OK) {
        refuse(ask, reject, NULL);
        return;
    }
    switch (ask->intake.desc->kind) {
    case KIND_COMMAND:
        ask_command(ask);
        break;
    case KIND_FRESH:
        ask_fresh(ask);
        break;
    case KIND_LIST:
        ask_reader(ask, intake_known(&ask->intake));
        break;
    case KIND_HOUSE:
        ask_house(ask);
        break;
    }
}

void ask_take(struct turn *turn, const struct peer *peer, struct slice bytes)
{
    struct ask ask = {.turn = turn, .peer = peer, .bytes = bytes};
    ask_go(&ask);
}

void ask_resume(struct turn *turn, struct password_job *job)
{
    struct ask_password *password = (struct ask_password *)job;
    struct ask ask = {
        .turn = turn,
        .peer = &password->peer,
        .bytes = slice_bytes(password->bytes, password->n),
        .password = password,
    };
    ask_go(&ask);
    ask_release(job);
}

void ask_release(struct password_job *job)
{
    struct ask_password *password = (struct ask_password *)job;
    size_t n = sizeof *password + password->n;
    explicit_bzero(password, n);
    free(password);
}
