/* Who may do what with alerts, marked callers, evidence, identity checks, supply and demand. */
#include "server/core/authority.h"

#define R(role) ROLE_BIT(role_##role)

static uint64_t roles_of(const struct who *who)
{
    return who->console ? R(admin) : who->person ? who->roles : 0;
}

static bool was_told(struct txn *txn, const struct row_alert *alert, uint64_t person)
{
    struct row_relay row = {.alert = alert->alert};
    struct cursor cursor;
    cursor_table(&cursor, txn, TABLE_relay, 1, &row, false, false);
    while (cursor_next(&cursor, &row))
        if (row.to == person) return true;
    return false;
}

static bool on_plan(struct txn *txn, const struct row_alert *alert, uint64_t person)
{
    struct row_plan_post row = {.plan = alert->plan};
    struct cursor cursor;
    cursor_table(&cursor, txn, TABLE_plan_post, 1, &row, false, false);
    while (cursor_next(&cursor, &row))
        if (row.to == person) return true;
    return false;
}

bool may_alert(struct txn *txn, const struct who *who, enum verb verb,
               const struct row_alert *alert)
{
    switch (verb) {
    case VERB_SEE:
    case VERB_READ:
    case VERB_ACT:
        break;
    case VERB_READ_ORIGIN:
    case VERB_READ_MASKED:
    case VERB_READ_CALLER:
    case VERB_REVEAL:
    case VERB_AUDIT:
        return false;
    }
    if (roles_of(who) & (R(lead) | R(desk))) return true;
    return who->person != 0 && (alert->by == who->person || was_told(txn, alert, who->person) ||
                                on_plan(txn, alert, who->person));
}

bool may_acknowledge_for(const struct who *who)
{
    return (roles_of(who) & R(lead)) != 0;
}

bool may_nuisance(const struct who *who, enum verb verb)
{
    uint64_t roles = roles_of(who);
    if (verb == VERB_READ) return (roles & R(lead)) != 0;
    return (roles & (R(lead) | R(operator))) != 0 && (verb == VERB_SEE || verb == VERB_READ_MASKED);
}

bool may_mark(struct txn *txn, const struct who *who, const struct row_call *call)
{
    return (roles_of(who) & R(lead)) != 0 || may_call(txn, who, VERB_READ_CALLER, call);
}

bool may_evidence(const struct who *who, enum verb verb, const struct row_evidence *evidence)
{
    if (!(roles_of(who) & R(lead))) return false;
    return verb == VERB_SEE || (verb == VERB_READ && evidence->by == who->person);
}

bool may_verify(struct txn *txn, const struct who *who)
{
    struct row_person person;
    return who->person && person_get(txn, who->person, &person) && person.verifies;
}

bool may_market(const struct who *who, enum verb verb)
{
    uint64_t roles = roles_of(who);
    if (verb == VERB_SEE) return (roles & (R(operator) | R(desk) | R(lead))) != 0;
    return verb == VERB_READ && (roles & (R(operator) | R(desk))) != 0;
}
