/* Alerts (R43, R44): raised to everybody who is first on a post of the plan at once; who does not
 * acknowledge in time is passed over, and when a post has nobody left, the leads are told. */
#include "server/core/alert.h"

#include "server/core/authority.h"
#include "server/core/ticket.h"

#define MINUTE_MS UINT64_C(60000)

bool relay_open(struct txn *txn, uint64_t alert, uint64_t post, struct row_relay *row)
{
    struct cursor cursor;
    *row = (struct row_relay){.alert = alert, .post = post};
    cursor_table(&cursor, txn, TABLE_relay, 2, row, false, false);
    while (cursor_next(&cursor, row))
        if (row->state == relay_state_told) return true;
    return false;
}

bool post_acknowledged(struct txn *txn, uint64_t alert, uint64_t post)
{
    struct row_relay row = {.alert = alert, .post = post};
    struct cursor cursor;
    cursor_table(&cursor, txn, TABLE_relay, 2, &row, false, false);
    while (cursor_next(&cursor, &row))
        if (row.state == relay_state_acknowledged) return true;
    return false;
}

static uint64_t ack_ms(struct step *step, uint64_t id)
{
    struct row_plan plan;
    bool there = plan_get(step->core->txn, id, &plan);
    ASSERT(there);
    return (plan.ack_min ? plan.ack_min : step->core->settings->relay_ack_min) * MINUTE_MS;
}

static void relay_tell(struct step *step, uint64_t alert, const struct row_plan_post *to)
{
    struct fact fact = step_fact(step, fact_type_alert_relayed);
    fact.body.alert_relayed = (struct fact_alert_relayed){
        .alert = alert,
        .post = to->post,
        .place = to->place,
        .person = to->to,
        .state = relay_state_told,
        .until_ms = step->core->now_ms + ack_ms(step, to->plan),
    };
    step_emit(step, &fact);
}

static void relay_end(struct step *step, const struct row_relay *relay, enum relay_state state,
                      struct slice note)
{
    struct fact fact = step_fact(step, fact_type_alert_relayed);
    fact.body.alert_relayed = (struct fact_alert_relayed){
        .alert = relay->alert,
        .post = relay->post,
        .place = relay->place,
        .person = relay->to,
        .state = state,
        .note = note,
    };
    step_emit(step, &fact);
}

/* Call and ticket may be none: the call in the asker's hand, a ticket that they see. */
static bool alert_about(struct step *step, const struct req_alert_raise *req)
{
    struct txn *txn = step->core->txn;
    struct row_call call;
    struct row_ticket ticket;
    if (!call_in_hand(step, req->call, &call)) return false;
    return req->ticket == 0 ||
           (step_require(step, ticket_get(txn, req->ticket, &ticket), REJECT_NO_SUCH, "ticket") &&
            step_require(step, may_ticket(txn, step->who, VERB_SEE, ticket_event_none, &ticket),
                         REJECT_DENIED, "ticket"));
}

/* R43: the key points. Somebody has to be told. */
static bool alert_says(struct step *step, const struct req_alert_raise *req,
                       const struct row_plan *plan)
{
    bool emergency = req->kind == alert_kind_emergency, somebody = false;
    struct row_plan_post to;
    for (uint64_t post = 1; post <= LIMIT_POSTS; post++)
        somebody = somebody || plan_next(step->core->txn, plan->plan, post, 0, &to);
    return step_require(step, somebody, REJECT_INCOMPLETE, "plan") &&
           step_require(step, req->kind == plan->kind, REJECT_BAD_FIELD, "kind") &&
           step_require(step, !emergency || req->place.n, REJECT_MISSING_FIELD, "place") &&
           step_require(step, !emergency || req->people.n, REJECT_MISSING_FIELD, "people");
}

void do_alert_raise(struct step *step, const void *body)
{
    const struct req_alert_raise *req = body;
    struct row_plan plan;
    if (!step_require(step, plan_find(step->core->txn, &req->plan, false, &plan), REJECT_NO_SUCH,
                      "plan") ||
        !alert_about(step, req) || !alert_says(step, req, &plan))
        return;
    uint64_t id = step_next_id(step, object_alert);
    struct fact fact = step_fact(step, fact_type_alert_raised);
    fact.body.alert_raised = (struct fact_alert_raised){
        .alert = id,
        .kind = req->kind,
        .plan = plan.plan,
        .call = req->call,
        .ticket = req->ticket,
        .what = req->what,
        .place = req->place,
        .people = req->people,
        .contact = req->contact,
        .asked = req->asked,
    };
    step_emit(step, &fact);
    struct row_plan_post to;
    for (uint64_t post = 1; post <= LIMIT_POSTS; post++)
        if (plan_next(step->core->txn, plan.plan, post, 0, &to)) relay_tell(step, id, &to);
    step_done(step, id, 1);
}

/* The alert of a request, which is still open. Refuses. */
static bool alert_ask(struct step *step, uint64_t id, enum verb verb, struct row_alert *row)
{
    struct txn *txn = step->core->txn;
    return step_require(step, alert_get(txn, id, row), REJECT_NO_SUCH, "alert") &&
           step_require(step, may_alert(txn, step->who, verb, row), REJECT_DENIED, NULL) &&
           step_require(step, row->open, REJECT_BAD_STATE, NULL);
}

/* For whom it is acknowledged: the asker, or whom a lead names. */
static bool acknowledged_by(struct step *step, const struct code *number, uint64_t *person)
{
    *person = step->who->person;
    if (number->s[0] == '\0') return true;
    return person_refer(step, number, "number", person) &&
           step_require(step, *person == step->who->person || may_acknowledge_for(step->who),
                        REJECT_DENIED, "number");
}

/* Whoever was told may still say so when the next one has been told, or nobody was left: until
 * their post has acknowledged. A person may stand at several. */
static size_t relays_of(struct step *step, const struct row_alert *alert, uint64_t person,
                        bool *told, struct row_relay out[LIMIT_POSTS])
{
    struct row_relay row = {.alert = alert->alert};
    struct cursor cursor;
    size_t n = 0;
    *told = false;
    cursor_table(&cursor, step->core->txn, TABLE_relay, 1, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        if (row.to != person) continue;
        *told = true;
        bool again = n && out[n - 1].post == row.post;
        if (!again && !post_acknowledged(step->core->txn, row.alert, row.post)) out[n++] = row;
    }
    return n;
}

void do_alert_acknowledge(struct step *step, const void *body)
{
    const struct req_alert_acknowledge *req = body;
    struct row_alert row;
    struct row_relay relays[LIMIT_POSTS];
    uint64_t person = 0;
    bool told = false;
    if (!step_require(step, alert_get(step->core->txn, req->alert, &row), REJECT_NO_SUCH,
                      "alert") ||
        !acknowledged_by(step, &req->number, &person))
        return;
    size_t n = relays_of(step, &row, person, &told, relays);
    if (!step_require(step, told, REJECT_DENIED, NULL) ||
        !step_require(step, row.open && n > 0, REJECT_BAD_STATE, NULL))
        return;
    for (size_t i = 0; i < n; i++) relay_end(step, &relays[i], relay_state_acknowledged, req->note);
    step_done(step, row.alert, 0);
}

void do_alert_note(struct step *step, const void *body)
{
    const struct req_alert_note *req = body;
    struct row_alert row;
    if (!alert_ask(step, req->alert, VERB_ACT, &row)) return;
    struct fact fact = step_fact(step, fact_type_alert_noted);
    fact.body.alert_noted = (struct fact_alert_noted){.alert = row.alert, .note = req->note};
    step_emit(step, &fact);
    step_done(step, row.alert, 0);
}

void do_alert_close(struct step *step, const void *body)
{
    const struct req_alert_close *req = body;
    struct row_alert row;
    if (!alert_ask(step, req->alert, VERB_ACT, &row)) return;
    struct fact fact = step_fact(step, fact_type_alert_closed);
    fact.body.alert_closed = (struct fact_alert_closed){.alert = row.alert, .result = req->result};
    step_emit(step, &fact);
    step_done(step, row.alert, 0);
}

void relay_fire(struct step *step, uint64_t object)
{
    struct txn *txn = step->core->txn;
    struct row_alert alert;
    struct row_relay relay;
    struct row_plan_post to;
    bool there =
        alert_get(txn, object >> 8, &alert) && relay_open(txn, alert.alert, object & 255, &relay);
    ASSERT(there);
    bool more = plan_next(txn, alert.plan, relay.post, relay.place, &to);
    relay_end(step, &relay, more ? relay_state_passed : relay_state_unanswered, (struct slice){0});
    if (more) relay_tell(step, alert.alert, &to);
}
