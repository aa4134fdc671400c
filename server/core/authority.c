/* Every right is a row of a table: who may do it with any object, with their own, with their
 * unit's. The console is an administrator and stands in for the trunk: calls can be announced
 * there. */
#include "server/core/authority.h"

#define R(role) ROLE_BIT(role_##role)
#define UNIT_PEOPLE (R(unit) | R(approver) | R(head))

/* Sets of roles. */
struct grant {
    uint64_t any;  /* with any ticket or call */
    uint64_t own;  /* a ticket they recorded; a call in their hand */
    uint64_t unit; /* a ticket of their unit, from its dispatch on */
};

static uint64_t roles_of(const struct who *who)
{
    return who->console ? R(admin) | R(trunk) : who->person ? who->roles : 0;
}

bool may_ask(const struct who *who, const struct request_desc *request)
{
    if (request->who == WHO_ANYBODY) return true;
    if (request->who == WHO_SIGNED) return who->console || who->person != 0;
    return (roles_of(who) & request->who) != 0;
}

static const struct grant ticket_verbs[] = {
    [VERB_SEE] = {.any = R(operator) | R(desk) | R(inspector) | R(lead) | R(admin),
                  .unit = UNIT_PEOPLE},
    [VERB_READ] = {.any = R(operator) | R(desk) | R(inspector), .unit = UNIT_PEOPLE},
    [VERB_REVEAL] = {.any = R(operator) | R(desk) | R(inspector), .unit = R(unit) | R(approver)},
};

/* follow_up is the dispatcher's own: nobody is granted it. */
static const struct grant ticket_acts[] = {
    [ticket_event_open] = {.any = R(operator)},
    [ticket_event_save] = {.own = R(operator)},
    [ticket_event_register] = {.own = R(operator)},
    [ticket_event_amend] = {.any = R(desk), .own = R(operator)},
    [ticket_event_refuse] = {.any = R(desk), .own = R(operator)},
    [ticket_event_answer] = {.any = R(desk), .own = R(operator)},
    [ticket_event_promise] = {.any = R(desk), .own = R(operator)},
    [ticket_event_dispatch] = {.any = R(desk), .own = R(operator)},
    [ticket_event_sign] = {.unit = R(unit)},
    [ticket_event_reply] = {.unit = R(unit)},
    [ticket_event_pass] = {.unit = R(approver)},
    [ticket_event_send_back] = {.unit = R(approver)},
    [ticket_event_satisfied] = {.any = R(operator) | R(desk)},
    [ticket_event_unsatisfied] = {.any = R(operator) | R(desk)},
    [ticket_event_unreachable] = {.any = R(operator) | R(desk)},
    [ticket_event_give_up] = {.any = R(operator) | R(desk)},
    [ticket_event_redo] = {.any = R(desk)},
    [ticket_event_uphold] = {.any = R(desk)},
    [ticket_event_reopen] = {.any = R(desk) | R(lead)},
    [ticket_event_fill] = {.any = R(desk), .own = R(operator)},
    [ticket_event_refer] = {.any = R(desk), .own = R(operator)},
    [ticket_event_instruct] = {.any = R(desk) | R(leader)},
    [ticket_event_return] = {.unit = R(unit)},
    [ticket_event_agree] = {.any = R(desk)},
    [ticket_event_decline] = {.any = R(desk)},
    [ticket_event_dispute] = {.any = R(desk)},
    [ticket_event_commit] = {.unit = R(unit)},
    [ticket_event_irregular] = {.any = R(desk)},
    [ticket_event_extend] = {.unit = R(unit)},
    [ticket_event_grant] = {.any = R(desk)},
    [ticket_event_deny] = {.any = R(desk)},
    [ticket_event_hand_over] = {.unit = R(unit)},
    [ticket_event_cosign] = {.any = R(desk) | R(leader)},
    [ticket_event_opinion] = {.unit = R(unit) | R(approver)}, /* of the co-unit */
    [ticket_event_plan] = {.unit = R(unit)},
    [ticket_event_progress] = {.unit = R(unit)},
    [ticket_event_on_site] = {.unit = R(unit)},
    [ticket_event_rectified] = {.unit = R(unit)},
    [ticket_event_conference] = {.any = R(desk), .unit = R(unit)},
    [ticket_event_bring] = {.any = R(desk)},
    [ticket_event_direct] = {.any = R(desk) | R(leader)},
    [ticket_event_supervise] = {.any = R(desk) | R(leader)},
    [ticket_event_attempt] = {.any = R(desk) | R(operator), .unit = R(unit)},
    [ticket_event_tell] = {.any = R(desk), .own = R(operator)},
    [ticket_event_consult] = {.any = R(desk), .own = R(operator), .unit = R(unit)},
    [ticket_event_acknowledge] = {.unit = R(unit)},
    [ticket_event_merge] = {.any = R(desk)},
    [ticket_event_link] = {.any = R(desk) | R(operator)},
    [ticket_event_split] = {.any = R(desk)},
};

/* The trunk rings and hangs up; it is a machine and reads nothing. */
static const struct grant call_verbs[] = {
    [VERB_SEE] = {.any = R(operator) | R(desk) | R(inspector) | R(lead) | R(admin) | R(trunk)},
    [VERB_READ] = {.any = R(operator) | R(desk) | R(inspector)},
    [VERB_READ_CALLER] = {.own = R(operator)},
    [VERB_ACT] = {.any = R(trunk), .own = R(operator)},
};

static bool granted(const struct who *who, const struct grant *grant, bool own, bool unit)
{
    uint64_t roles = roles_of(who);
    return (roles & grant->any) || (own && (roles & grant->own)) || (unit && (roles & grant->unit));
}

/* The ticket belongs to the call that they are talking on or wrapping up. */
static bool ticket_in_hand(struct txn *txn, const struct who *who, const struct row_ticket *ticket)
{
    struct row_agent agent;
    return ticket->call && agent_get(txn, who->person, &agent) && agent.call == ticket->call &&
           (agent.state == agent_state_talking || agent.state == agent_state_wrapping);
}

/* R74, R78: in clear only while it is being taken down; all others ask with a reason. */
static bool may_read_caller(struct txn *txn, const struct who *who, const struct row_ticket *ticket)
{
    if (!(roles_of(who) & R(operator))) return false;
    bool own_draft = ticket->state == ticket_state_draft && ticket->owner == who->person;
    return own_draft || ticket_in_hand(txn, who, ticket);
}

bool may_ticket(struct txn *txn, const struct who *who, enum verb verb, enum ticket_event event,
                const struct row_ticket *ticket)
{
    bool own = who->person && ticket->owner == who->person;
    bool unit = who->unit && ticket->unit == who->unit;
    switch (verb) {
    case VERB_SEE:
    case VERB_READ:
    case VERB_REVEAL:
        return granted(who, &ticket_verbs[verb], own, unit);
    case VERB_READ_CALLER:
        return may_read_caller(txn, who, ticket);
    case VERB_ACT:
        if ((size_t)event >= sizeof ticket_acts / sizeof *ticket_acts) return false;
        return granted(who, &ticket_acts[event], own, unit);
    }
    return false;
}

static bool call_in_hand(struct txn *txn, const struct who *who, const struct row_call *call)
{
    struct row_agent agent;
    return who->person && agent_get(txn, who->person, &agent) && agent.call == call->call;
}

bool may_call(struct txn *txn, const struct who *who, enum verb verb, const struct row_call *call)
{
    switch (verb) {
    case VERB_SEE:
    case VERB_READ:
        return granted(who, &call_verbs[verb], false, false);
    case VERB_READ_CALLER:
        return granted(who, &call_verbs[verb], call_in_hand(txn, who, call), false);
    case VERB_ACT: {
        bool mine = call->live && who->person && call->agent == who->person;
        return granted(who, &call_verbs[verb], mine, false);
    }
    case VERB_REVEAL:
        break;
    }
    return false;
}
