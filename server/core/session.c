/* Signing in and out. Whatever is wrong with an attempt, the answer is the same; the journal knows
 * better. */
#include "common/backoff.h"
#include "server/core/session.h"

#define HOUR_MS UINT64_C(3600000)

/* A command's random bytes: first the token, then what the back-off's jitter comes from. */
enum { RANDOM_JITTER = TOKEN_BYTES };

bool session_of_person(struct txn *txn, uint64_t person, struct row_session *session)
{
    *session = (struct row_session){.live_person = person};
    return index_find(txn, INDEX_session_by_person, 1, session);
}

/* As many as there are people signed in: no index pays for a walk at signing in. */
bool session_at_station(struct txn *txn, uint64_t station, struct row_session *session)
{
    struct cursor cursor;
    *session = (struct row_session){0};
    cursor_index(&cursor, txn, INDEX_session_by_person, 0, session, false, false);
    while (cursor_next(&cursor, session))
        if (session->station == station) return true;
    return false;
}

static void session_close_row(struct step *step, const struct row_session *session,
                              enum session_end how)
{
    struct fact fact = step_fact(step, fact_type_session_ended);
    fact.body.session_ended = (struct fact_session_ended){
        .session = session->session,
        .person = session->person,
        .station = session->station,
        .how = how,
    };
    step_emit(step, &fact);
}

void session_finish(struct step *step, const struct row_session *session, enum session_end how)
{
    session_close_row(step, session, how);
    agent_gone(step, session->person,
               how == session_end_signed_out ? agent_event_sign_out : agent_event_orphan);
    route(step);
}

/* One attempt to sign in, and what is known of it. */
struct attempt {
    char *token; /* of the session that may come of it; in the arena */
    struct row_station station;
    struct row_person person;   /* person 0: the number is unknown */
    struct row_session session; /* that the person has already; session 0: none */
};

static enum sign_in_fault attempt_fault(const struct step *step, const struct attempt *attempt)
{
    uint64_t now_ms = step->core->now_ms;
    const struct row_person *person = &attempt->person;
    const struct extras *extras = step->extras;
    if (attempt->station.blocked_until_ms > now_ms || person->blocked_until_ms > now_ms)
        return sign_in_fault_back_off;
    if (person->person == 0) return sign_in_fault_number;
    if (person->retired) return sign_in_fault_retired;
    if (!extras->password_ok || extras->password_person != person->person)
        return sign_in_fault_password;
    if (attempt->session.session && attempt->session.station != attempt->station.station)
        return sign_in_fault_elsewhere;
    return sign_in_fault_none;
}

static uint64_t blocked_until(const struct step *step, uint64_t fails)
{
    const struct settings *settings = step->core->settings;
    uint64_t random;
    memcpy(&random, step->extras->random + RANDOM_JITTER, sizeof random);
    uint32_t failures = fails < UINT32_MAX ? (uint32_t)fails : UINT32_MAX;
    return step->core->now_ms + backoff_delay_ms(settings->backoff_base_ms,
                                                 settings->backoff_max_s * 1000, failures, random);
}

/* An attempt during the block does not lengthen it: else anybody could keep a colleague out. */
static void attempt_refuse(struct step *step, const struct attempt *attempt,
                           enum sign_in_fault fault)
{
    struct fact fact = step_fact(step, fact_type_session_refused);
    struct fact_session_refused *body = &fact.body.session_refused;
    *body = (struct fact_session_refused){
        .station = attempt->station.station, .whose = attempt->person.person, .fault = fault};
    if (fault != sign_in_fault_back_off) {
        body->station_until_ms = blocked_until(step, attempt->station.fails);
        if (body->whose) body->person_until_ms = blocked_until(step, attempt->person.fails);
    }
    step_emit(step, &fact);
    /* The one refusal that leaves a fact. */
    step->out->reject = REJECT_SIGN_IN_FAILED;
}

/* A desk that crashed comes back: its own session gives way and the call in hand stays. Somebody
 * else's session at this station ends like one that is ended by force. */
static void station_free(struct step *step, const struct attempt *attempt)
{
    struct row_session other;
    if (attempt->session.session)
        session_close_row(step, &attempt->session, session_end_replaced);
    else if (session_at_station(step->core->txn, attempt->station.station, &other))
        session_finish(step, &other, session_end_replaced);
}

/* The same request asked again brings the same token: it gets the session that it made the first
 * time, while that lives. */
static bool session_again(struct step *step, const struct attempt *attempt)
{
    struct slice token = slice_bytes(attempt->token, TOKEN_BYTES);
    struct h32 hash;
    words_hash(step->core->txn, "token", token, &hash);
    const struct row_session *session = &attempt->session;
    if (!session->session || memcmp(&hash, &session->token, sizeof hash) != 0) return false;
    step->out->answer.session = (struct rec_session){.session = session->session,
                                                     .token = token,
                                                     .person = session->person,
                                                     .until_ms = session->until_ms};
    return true;
}

static void session_begin(struct step *step, const struct attempt *attempt, bool watch)
{
    struct slice token = slice_bytes(attempt->token, TOKEN_BYTES);
    struct fact fact = step_fact(step, fact_type_session_opened);
    struct fact_session_opened *body = &fact.body.session_opened;
    *body = (struct fact_session_opened){
        .session = step_next_id(step, object_session),
        .person = attempt->person.person,
        .station = step->who->station,
        .until_ms = step->core->now_ms + step->core->settings->session_h * HOUR_MS,
        .watch = watch,
    };
    words_hash(step->core->txn, "token", token, &body->token);
    step->out->answer.session = (struct rec_session){.session = body->session,
                                                     .token = token,
                                                     .person = body->person,
                                                     .until_ms = body->until_ms};
    step_emit(step, &fact);
}

/* Whoever only looks takes no calls, also one who did before at this station. */
static void agent_begin(struct step *step, uint64_t person, bool watch)
{
    struct row_agent agent = {0};
    agent_get(step->core->txn, person, &agent);
    if (watch) {
        agent_gone(step, person, agent_event_orphan);
        route(step);
        return;
    }
    if (life_find(LIFE_agent, agent.state, agent_event_sign_in))
        agent_move(step, person, agent_event_sign_in, 0, break_reason_start);
}

void do_session_open(struct step *step, const void *body)
{
    const struct req_session_open *req = body;
    struct txn *txn = step->core->txn;
    struct attempt attempt = {
        .token = arena_copy(step->arena, slice_bytes(step->extras->random, TOKEN_BYTES))};
    if (!step_require(step, attempt.token != NULL, REJECT_FAILED, NULL) ||
        !step_require(step, !step->who->console, REJECT_BAD_STATE, NULL) ||
        !step_require(step, station_get(txn, step->who->station, &attempt.station),
                      REJECT_BAD_STATE, NULL) ||
        !step_require(step, attempt.station.live, REJECT_BAD_STATE, NULL))
        return;
    if (person_find(txn, &req->number, true, &attempt.person))
        session_of_person(txn, attempt.person.person, &attempt.session);
    else
        attempt.person = (struct row_person){0};
    enum sign_in_fault fault = attempt_fault(step, &attempt);
    if (fault) {
        attempt_refuse(step, &attempt, fault);
        return;
    }
    if (session_again(step, &attempt)) return;
    /* From here on it is the person who acts. */
    const struct who *nobody = step->who;
    struct who who = {.person = attempt.person.person, .station = nobody->station};
    step->who = &who;
    station_free(step, &attempt);
    session_begin(step, &attempt, req->watch != 0);
    if (attempt.person.roles & ROLE_BIT(role_operator))
        agent_begin(step, who.person, req->watch != 0);
    step->who = nobody;
}

void do_session_close(struct step *step, const void *body)
{
    (void)body;
    struct txn *txn = step->core->txn;
    struct row_session session;
    struct row_agent agent;
    if (!step_require(step, step->who->session && session_get(txn, step->who->session, &session),
                      REJECT_BAD_STATE, NULL))
        return;
    bool busy = agent_get(txn, session.person, &agent) && agent.state != agent_state_out &&
                !life_find(LIFE_agent, agent.state, agent_event_sign_out);
    if (!step_require(step, !busy, REJECT_BAD_STATE, NULL)) return;
    step_done(step, session.session, 0);
    session_finish(step, &session, session_end_signed_out);
}

void do_session_end(struct step *step, const void *body)
{
    const struct req_session_end *req = body;
    struct row_session session;
    bool live = session_get(step->core->txn, req->session, &session) && session.live_person != 0;
    if (!step_require(step, live, REJECT_NO_SUCH, "session")) return;
    step_done(step, session.session, 0);
    session_finish(step, &session, session_end_revoked);
}
