#include "server/core/score.h"

#include "server/core/accused.h"
#include "server/core/authority.h"
#include "server/core/deadline.h"
#include "server/core/ticket.h"

#define DESK ROLE_BIT(role_desk)
#define INSPECTOR ROLE_BIT(role_inspector)

static const struct rule {
    enum score_side side;
    enum score_way way;
    size_t setting; /* offset in struct settings */
} rules[] = {
#define X(rule, side, way, setting)                                                                \
    [score_rule_##rule] = {SCORE_##side, SCORE_##way, offsetof(struct settings, setting)},
    SCORE_RULES(X)
#undef X
};

static const struct rule *rule_of(uint64_t rule)
{
    ASSERT(rule < sizeof rules / sizeof *rules && rules[rule].setting);
    return &rules[rule];
}

enum score_side score_side(uint64_t rule)
{
    return rule_of(rule)->side;
}

enum score_way score_way(uint64_t rule)
{
    return rule_of(rule)->way;
}

uint64_t score_points(const struct settings *settings, uint64_t rule)
{
    uint64_t points;
    memcpy(&points, (const char *)settings + rule_of(rule)->setting, sizeof points);
    return points;
}

bool month_valid(uint64_t month)
{
    return month >= 197001 && month <= 999912 && month % 100 >= 1 && month % 100 <= 12;
}

static bool given_before(struct txn *txn, const struct row_ticket *row, uint64_t rule,
                         uint64_t unit)
{
    if (rule == score_rule_repeat) return false; /* two tickets are linked once only */
    struct row_score score = {.ticket = row->ticket};
    struct cursor cursor;
    cursor_index(&cursor, txn, INDEX_score_by_ticket, 1, &score, false, false);
    while (cursor_next(&cursor, &score)) {
        if (score.rule == rule && score.unit == unit && score.redo == row->redo_count) return true;
    }
    return false;
}

static void points_put(struct fact_score_given *given, uint64_t points)
{
    enum score_side side = score_side(given->rule);
    bool minus = side == SCORE_MINUS || side == SCORE_AGENT;
    *(minus ? &given->minus : &given->plus) = points;
}

/* A new point of this month; the points, whom it is for and its words are the caller's. */
static struct fact score_fact(const struct step *step, uint64_t rule)
{
    struct fact fact = step_fact(step, fact_type_score_given);
    fact.body.score_given = (struct fact_score_given){
        .score = step_next_id(step, object_score),
        .rule = rule,
        .month = month_of(step->core->txn, step->core->now_ms),
    };
    return fact;
}

void score_give(struct step *step, enum score_rule rule, const struct row_ticket *row,
                uint64_t unit)
{
    uint64_t points = score_points(step->core->settings, rule);
    if (unit == 0 || points == 0 || given_before(step->core->txn, row, rule, unit)) return;
    struct fact fact = score_fact(step, rule);
    struct fact_score_given *given = &fact.body.score_given;
    points_put(given, points);
    unit_guard(row, unit, &given->unit, &given->guarded_unit);
    given->ticket = row->ticket;
    given->redo = row->redo_count;
    step_emit(step, &fact);
}

/* Whom a point entered by hand is for: units' rules are the office's, operators' the inspector's.
 */
static bool enter_whom(struct step *step, const struct req_score_enter *req,
                       struct fact_score_given *given)
{
    bool agent = score_side(req->rule) == SCORE_AGENT;
    bool unit_named = req->unit.s[0] != '\0', person_named = req->person.s[0] != '\0';
    uint64_t role = agent ? INSPECTOR : DESK;
    return step_require(step, (step->who->roles & role) != 0, REJECT_DENIED, "rule") &&
           step_require(step, !agent || !unit_named, REJECT_BAD_FIELD, "unit") &&
           step_require(step, agent || !person_named, REJECT_BAD_FIELD, "person") &&
           step_require(step, agent || unit_named, REJECT_MISSING_FIELD, "unit") &&
           step_require(step, !agent || person_named, REJECT_MISSING_FIELD, "person") &&
           unit_refer(step, &req->unit, "unit", &given->unit) &&
           person_of_role(step, &req->person, "person", ROLE_BIT(role_operator), &given->person) &&
           step_require(step, given->person == 0 || given->person != step->who->person,
                        REJECT_DENIED, "person");
}

static bool enter_points(struct step *step, const struct req_score_enter *req, uint64_t *points)
{
    uint64_t most = score_points(step->core->settings, req->rule);
    *points = most;
    if (score_way(req->rule) == SCORE_BY_HAND)
        return step_require(step, req->points == 0, REJECT_BAD_FIELD, "points");
    if (!step_require(step, req->points != 0, REJECT_MISSING_FIELD, "points")) return false;
    *points = req->points;
    if (step_require(step, req->points <= most, REJECT_BAD_FIELD, "points")) return true;
    step->out->fault.limit = most;
    return false;
}

/* What caused it, when it is named: it must be there and theirs to see; and whoever gets the point
 * learns its number, so that it may not be a report about them (R76). */
static bool enter_cause(struct step *step, const struct req_score_enter *req,
                        const struct fact_score_given *given, struct row_ticket *ticket)
{
    struct txn *txn = step->core->txn;
    struct row_call call;
    *ticket = (struct row_ticket){0};
    if (req->ticket &&
        (!step_require(step, ticket_get(txn, req->ticket, ticket), REJECT_NO_SUCH, "ticket") ||
         !step_require(step, may_ticket(txn, step->who, VERB_SEE, ticket_event_none, ticket),
                       REJECT_DENIED, "ticket") ||
         !step_require(step,
                       !unit_accused(txn, ticket, given->unit) &&
                           (given->person == 0 || given->person != ticket->culprit),
                       REJECT_ACCUSED, "ticket")))
        return false;
    return req->call == 0 ||
           step_require(step, call_get(txn, req->call, &call), REJECT_NO_SUCH, "call");
}

static bool enter_month(struct step *step, uint64_t *month, uint64_t asked)
{
    uint64_t now = *month;
    if (asked) *month = asked;
    return step_require(step, month_valid(*month) && *month <= now, REJECT_BAD_FIELD, "month");
}

/* The entry of a judged part of a unit's month that stands already. */
static bool judged_before(struct txn *txn, const struct fact_score_given *given,
                          struct row_score *row)
{
    struct cursor cursor;
    *row = (struct row_score){.unit = given->unit, .month = given->month};
    cursor_index(&cursor, txn, INDEX_score_by_unit, 2, row, false, false);
    while (cursor_next(&cursor, row)) {
        if (row->rule == given->rule && row->state != score_state_withdrawn) return true;
    }
    return false;
}

static struct fact score_move(const struct step *step, const struct row_score *row,
                              enum score_event event, struct slice note)
{
    const struct life_row *life = life_find(LIFE_score, row->state, event);
    struct row_ticket ticket = {0};
    ASSERT(life);
    struct fact fact = step_fact(step, fact_type_score_moved);
    struct fact_score_moved *moved = &fact.body.score_moved;
    *moved = (struct fact_score_moved){
        .score = row->score,
        .event = event,
        .from = row->state,
        .to = life->next,
        .person = row->person,
        .ticket = row->ticket,
        .note = note,
    };
    uint64_t guarded; /* which unit, the point itself tells whoever may know */
    if (row->ticket) ticket_get(step->core->txn, row->ticket, &ticket);
    unit_guard(&ticket, row->unit, &moved->unit, &guarded);
    return fact;
}

void do_score_enter(struct step *step, const void *body)
{
    const struct req_score_enter *req = body;
    struct row_ticket ticket;
    struct row_score old;
    uint64_t points;
    if (!step_require(step, score_way(req->rule) != SCORE_ITSELF, REJECT_BAD_FIELD, "rule")) return;
    struct fact fact = score_fact(step, req->rule);
    struct fact_score_given *given = &fact.body.score_given;
    if (!enter_whom(step, req, given) || !enter_points(step, req, &points) ||
        !enter_month(step, &given->month, req->month) || !enter_cause(step, req, given, &ticket))
        return;
    bool replaces = given->unit && score_way(req->rule) == SCORE_JUDGED &&
                    judged_before(step->core->txn, given, &old);
    /* One that was appealed and upheld is settled. */
    if (!step_require(step, !replaces || old.state != score_state_upheld, REJECT_EXISTS, "rule"))
        return;
    points_put(given, points);
    unit_guard(&ticket, given->unit, &given->unit, &given->guarded_unit);
    given->ticket = req->ticket;
    given->call = req->call;
    given->redo = ticket.redo_count;
    given->note = req->note;
    if (replaces) {
        struct fact moved = score_move(step, &old, score_event_withdraw, (struct slice){0});
        step_emit(step, &moved);
    }
    step_emit(step, &fact);
    step_done(step, given->score, 0);
}

/* The point of a request, and whether this event may happen to it now, by this person. */
static bool score_ask(struct step *step, uint64_t id, enum score_event event, struct row_score *row)
{
    struct txn *txn = step->core->txn;
    return step_require(step, score_get(txn, id, row), REJECT_NO_SUCH, "score") &&
           step_require(step, may_score(step->who, VERB_SEE, event, row), REJECT_DENIED, NULL) &&
           step_require(step, life_find(LIFE_score, row->state, event) != NULL, REJECT_BAD_STATE,
                        NULL) &&
           step_require(step, may_score(step->who, VERB_ACT, event, row), REJECT_DENIED, NULL);
}

static void score_go(struct step *step, const struct row_score *row, enum score_event event,
                     struct slice note)
{
    struct fact fact = score_move(step, row, event, note);
    step_emit(step, &fact);
    step_done(step, row->score, 0);
}

void do_score_appeal(struct step *step, const void *body)
{
    const struct req_score_appeal *req = body;
    const struct core *core = step->core;
    struct row_score row;
    if (score_ask(step, req->score, score_event_appeal, &row) &&
        step_require(step,
                     core->now_ms <= work_days_after(core, row.at_ms, core->settings->appeal_days),
                     REJECT_TOO_LATE, NULL))
        score_go(step, &row, score_event_appeal, req->note);
}

void do_score_uphold(struct step *step, const void *body)
{
    const struct req_score_uphold *req = body;
    struct row_score row;
    if (score_ask(step, req->score, score_event_uphold, &row))
        score_go(step, &row, score_event_uphold, req->note);
}

void do_score_withdraw(struct step *step, const void *body)
{
    const struct req_score_withdraw *req = body;
    struct row_score row;
    if (score_ask(step, req->score, score_event_withdraw, &row))
        score_go(step, &row, score_event_withdraw, req->note);
}
