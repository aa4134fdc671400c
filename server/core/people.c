/* People and stations: who may sign in, and where. Retiring one ends its sessions. */
#include "server/core/session.h"

#define UNIT_PEOPLE (ROLE_BIT(role_unit) | ROLE_BIT(role_approver) | ROLE_BIT(role_head))

static void person_record(struct step *step, const struct row_person *row, enum change change,
                          struct slice name, struct slice verifier)
{
    struct fact fact = step_fact(step, fact_type_person_put);
    fact.body.person_put = (struct fact_person_put){
        .person = row->person,
        .number = row->number,
        .change = change,
        .roles = row->roles,
        .unit = row->unit,
        .trainee = row->trainee,
        .verifies = row->verifies,
        .name = name,
        .verifier = verifier,
    };
    step_emit(step, &fact);
    step_done(step, row->person, row->version + 1);
}

/* Whoever works for a unit has one. */
static bool person_unit(struct step *step, const struct code *unit, struct row_person *row)
{
    if (!unit_refer(step, unit, "unit", &row->unit)) return false;
    bool needs = (row->roles & UNIT_PEOPLE) != 0;
    return step_require(step, row->unit || !needs, REJECT_MISSING_FIELD, "unit");
}

static bool password_fits(struct step *step, struct slice password)
{
    if (password.n >= LIMIT_PASSWORD_MIN) {
        ASSERT(step->extras->verifier.n > 0);
        return true;
    }
    step_refuse(step, REJECT_BAD_FIELD, "password");
    step->out->fault.limit = LIMIT_PASSWORD_MIN;
    return false;
}

void do_person_add(struct step *step, const void *body)
{
    const struct req_person_add *req = body;
    struct row_person row;
    if (!step_require(step, !person_find(step->core->txn, &req->number, true, &row), REJECT_EXISTS,
                      "number"))
        return;
    row = (struct row_person){
        .person = step_next_id(step, object_person), .number = req->number, .roles = req->roles};
    row.trainee = req->trainee == yes_no_yes;
    row.verifies = req->verifies == yes_no_yes;
    if (person_unit(step, &req->unit, &row) && password_fits(step, req->password))
        person_record(step, &row, change_added, req->name, step->extras->verifier);
}

static bool person_old(struct step *step, const struct code *number, struct row_person *row)
{
    return step_require(step, person_find(step->core->txn, number, false, row), REJECT_NO_SUCH,
                        "number");
}

/* Who is an operator no more is offered no calls, and keeps none; a trainee who is ready gets none
 * (R89), and ends the call in hand. */
static void agent_follow(struct step *step, const struct row_person *row)
{
    struct row_agent agent;
    if (row->roles & ROLE_BIT(role_operator)) {
        bool ready = row->trainee && agent_get(step->core->txn, row->person, &agent) && agent.ready;
        if (ready) agent_move(step, row->person, agent_event_pause, 0, break_reason_training);
        return;
    }
    agent_gone(step, row->person, agent_event_orphan);
    route(step);
}

/* R89: whoever looks after the register makes a trainee; clearing is for those who have seen a
 * result. */
static bool flags_change(struct step *step, const struct req_person_change *req,
                         struct row_person *row)
{
    if (!step_require(step, !row->trainee || req->trainee != yes_no_no, REJECT_NOT_CLEARED,
                      "trainee"))
        return false;
    if (req->trainee == yes_no_yes) row->trainee = 1;
    if (req->verifies) row->verifies = req->verifies == yes_no_yes;
    return true;
}

void do_person_change(struct step *step, const void *body)
{
    const struct req_person_change *req = body;
    struct row_person row;
    struct slice verifier = {0};
    if (!person_old(step, &req->number, &row)) return;
    if (req->roles) row.roles = req->roles;
    if (!person_unit(step, &req->unit, &row) || !flags_change(step, req, &row)) return;
    if (req->password.n) {
        if (!password_fits(step, req->password)) return;
        verifier = step->extras->verifier;
    }
    person_record(step, &row, change_changed, req->name, verifier);
    agent_follow(step, &row);
}

void do_person_clear(struct step *step, const void *body)
{
    const struct req_person_clear *req = body;
    struct row_person row;
    if (!person_old(step, &req->number, &row) ||
        !step_require(step, row.person != step->who->person, REJECT_DENIED, "number") ||
        !step_require(step, row.trainee, REJECT_BAD_STATE, NULL))
        return;
    struct fact fact = step_fact(step, fact_type_person_cleared);
    fact.body.person_cleared =
        (struct fact_person_cleared){.person = row.person, .sheet = req->sheet};
    step_emit(step, &fact);
    step_done(step, row.person, row.version + 1);
}

void do_person_retire(struct step *step, const void *body)
{
    const struct req_person_retire *req = body;
    struct row_person row;
    struct row_session session;
    if (!person_old(step, &req->number, &row)) return;
    person_record(step, &row, change_retired, (struct slice){0}, (struct slice){0});
    if (session_of_person(step->core->txn, row.person, &session))
        session_finish(step, &session, session_end_retired);
}

static void station_record(struct step *step, const struct row_station *row, enum change change,
                           struct slice name)
{
    struct fact fact = step_fact(step, fact_type_station_put);
    fact.body.station_put = (struct fact_station_put){
        .station = row->station,
        .number = row->number,
        .change = change,
        .key = row->key,
        .name = name,
    };
    step_emit(step, &fact);
    step_done(step, row->station, row->version + 1);
}

/* One key is one station: the gate knows stations by nothing else. */
static bool key_free(struct step *step, const struct h32 *key, uint64_t station)
{
    struct row_station other = {.key = *key, .live = 1};
    bool taken = index_find(step->core->txn, INDEX_station_by_key, 2, &other);
    return step_require(step, !taken || other.station == station, REJECT_EXISTS, "key");
}

void do_station_add(struct step *step, const void *body)
{
    const struct req_station_add *req = body;
    struct row_station row;
    if (!step_require(step, !station_find(step->core->txn, &req->number, true, &row), REJECT_EXISTS,
                      "number"))
        return;
    row = (struct row_station){
        .station = step_next_id(step, object_station), .number = req->number, .key = req->key};
    if (key_free(step, &req->key, row.station)) station_record(step, &row, change_added, req->name);
}

static bool station_old(struct step *step, const struct code *number, struct row_station *row)
{
    return step_require(step, station_find(step->core->txn, number, false, row), REJECT_NO_SUCH,
                        "number");
}

void do_station_change(struct step *step, const void *body)
{
    const struct req_station_change *req = body;
    static const struct h32 none;
    struct row_station row;
    if (!station_old(step, &req->number, &row)) return;
    if (memcmp(&req->key, &none, sizeof none) != 0) row.key = req->key;
    if (key_free(step, &row.key, row.station))
        station_record(step, &row, change_changed, req->name);
}

void do_station_retire(struct step *step, const void *body)
{
    const struct req_station_retire *req = body;
    struct row_station row;
    struct row_session session;
    if (!station_old(step, &req->number, &row)) return;
    station_record(step, &row, change_retired, (struct slice){0});
    if (session_at_station(step->core->txn, row.station, &session))
        session_finish(step, &session, session_end_retired);
}
