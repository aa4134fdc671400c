/* Every right is a row of a table: who may do it with any object, with their own, with their
 * unit's; what makes a ticket special takes rights away by tables of the same form. The console is
 * an administrator and stands in for the trunk: calls can be announced there. */
#include "server/core/authority.h"

#include "server/core/accused.h"

#define R(role) ROLE_BIT(role_##role)
#define UNIT_PEOPLE (R(unit) | R(approver) | R(head))

/* Sets of roles, by what the asker has to do with the ticket. */
struct grant {
    uint64_t any;        /* with any ticket or call */
    uint64_t own;        /* a ticket they recorded; a call in their hand */
    uint64_t unit;       /* a ticket of their unit, from its dispatch on */
    uint64_t counit;     /* a ticket that their unit is asked for its opinion of */
    uint64_t leader;     /* a ticket that was brought before them by name */
    uint64_t instructed; /* a ticket that waits for any leader's instruction */
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

/* Who needs to know of a guarded ticket (R11, R80). */
static const struct grant need_to_know = {.any = R(desk),
                                          .own = R(operator),
                                          .unit = UNIT_PEOPLE,
                                          .counit = UNIT_PEOPLE,
                                          .leader = R(leader)};

enum { SIGHTS = VERB_ACT }; /* the verbs before it; what is done has a table of its own */

static const struct grant ticket_verbs[SIGHTS] = {
    [VERB_SEE] = {.any = R(operator) | R(desk) | R(inspector) | R(lead) | R(admin),
                  .unit = UNIT_PEOPLE,
                  .counit = UNIT_PEOPLE,
                  .leader = R(leader),
                  .instructed = R(leader)},
    [VERB_READ] = {.any = R(operator) | R(desk) | R(inspector),
                   .unit = UNIT_PEOPLE,
                   .counit = UNIT_PEOPLE,
                   .leader = R(leader),
                   .instructed = R(leader)},
    [VERB_READ_ORIGIN] = {.any = R(operator) | R(desk) | R(inspector) | R(lead) | R(admin),
                          .unit = UNIT_PEOPLE,
                          .counit = UNIT_PEOPLE,
                          .leader = R(leader),
                          .instructed = R(leader)},
    [VERB_READ_MASKED] = {.any = R(operator) | R(desk) | R(inspector),
                          .unit = UNIT_PEOPLE,
                          .leader = R(leader),
                          .instructed = R(leader)},
    [VERB_REVEAL] = {.any = R(operator) | R(desk) | R(inspector), .unit = R(unit) | R(approver)},
    [VERB_AUDIT] = {.any = R(inspector) | R(desk) | R(admin)},
};

/* What a trait of a ticket leaves of that. A verb without a row stays as it is; `nobody` is a row
 * that grants nothing. */
static const struct grant nobody = {0};
static const struct grant desk_or_own = {.any = R(desk), .own = R(operator)};
static const struct grant desk_or_operator = {.any = R(desk) | R(operator)};

/* R75: what tells who an anonymous caller is, is shown to nobody but to those who take it down or
 * ring back. */
static const struct grant *const anonymous_limits[SIGHTS] = {
    [VERB_READ_ORIGIN] = &desk_or_own,
    [VERB_READ_MASKED] = &nobody,
    [VERB_REVEAL] = &desk_or_operator,
};
/* R80 */
static const struct grant *const internal_limits[SIGHTS] = {
    [VERB_READ] = &need_to_know,
    [VERB_READ_MASKED] = &need_to_know,
    [VERB_REVEAL] = &need_to_know,
};
/* R11: that it is there at all. Who looked at it is for the audit to say all the same. */
static const struct grant *const confidential_limits[SIGHTS] = {
    [VERB_SEE] = &need_to_know,         [VERB_READ] = &need_to_know,
    [VERB_READ_ORIGIN] = &need_to_know, [VERB_READ_MASKED] = &need_to_know,
    [VERB_REVEAL] = &need_to_know,
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
    [ticket_event_sign] = {.unit = R(unit) | R(head)}, /* a redo: the head (R63) */
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
    [ticket_event_opinion] = {.any = R(desk), .counit = R(unit) | R(approver)},
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
    [ticket_event_identify] = {.any = R(desk) | R(operator),
                               .unit = R(unit)}, /* and may_verify() */
    [ticket_event_walk] = {.own = R(operator)},
};

/* The trunk rings and hangs up; it is a machine and reads nothing. */
static const struct grant call_verbs[] = {
    [VERB_SEE] = {.any = R(operator) | R(desk) | R(inspector) | R(lead) | R(admin) | R(trunk)},
    [VERB_READ] = {.any = R(operator) | R(desk) | R(inspector)},
    [VERB_READ_CALLER] = {.own = R(operator)},
};

/* Steps of a call's life: by the trunk, which says what the telephones do; by the call's own agent;
 * by who stands for the other side: the second agent, or of an outside number whoever dialled it.
 * What is not here is the dispatcher's own. */
static const struct call_grant {
    uint64_t any, own, other;
} call_acts[] = {
    [call_event_answer] = {.any = R(trunk), .own = R(operator)},
    [call_event_hang_up] = {.any = R(trunk), .own = R(operator), .other = R(operator)},
    [call_event_end] = {.any = R(trunk), .own = R(operator)},
    [call_event_transfer] = {.own = R(operator)},
    [call_event_requeue] = {.own = R(operator)},
    [call_event_hold] = {.any = R(trunk), .own = R(operator)},
    [call_event_resume] = {.any = R(trunk), .own = R(operator)},
    [call_event_consult] = {.own = R(operator)},
    [call_event_join] = {.any = R(trunk), .other = R(operator)},
    [call_event_take_back] = {.own = R(operator)},
    [call_event_complete] = {.own = R(operator)},
    [call_event_confirm] = {.any = R(trunk), .own = R(operator)},
    [call_event_conference] = {.own = R(operator)},
    [call_event_leave] = {.any = R(trunk), .other = R(operator)},
    [call_event_stay] = {.own = R(operator)},
    [call_event_refer] = {.own = R(operator)},
    [call_event_connect] = {.any = R(trunk), .own = R(operator), .other = R(operator)},
    [call_event_fail] = {.any = R(trunk), .own = R(operator), .other = R(operator)},
    [call_event_dial] = {.any = R(trunk), .own = R(operator)},
    [call_event_reach] = {.any = R(trunk), .own = R(operator)},
};

/* What somebody has to do with a ticket. */
struct relation {
    bool own, unit, counit, leader, instructed;
    bool accused; /* it is about them or their unit (R76) */
};

static bool granted(const struct who *who, const struct grant *grant,
                    const struct relation *relation)
{
    uint64_t of = grant->any;
    if (relation->own) of |= grant->own;
    if (relation->unit) of |= grant->unit;
    if (relation->counit) of |= grant->counit;
    if (relation->leader) of |= grant->leader;
    if (relation->instructed) of |= grant->instructed;
    return (roles_of(who) & of) != 0;
}

static struct relation relation_of(struct txn *txn, const struct who *who,
                                   const struct row_ticket *ticket)
{
    struct row_counit counit = {.ticket = ticket->ticket, .unit = who->unit};
    bool about = ticket->accused || ticket->culprit;
    bool unit = who->unit && ticket->unit == who->unit;
    return (struct relation){
        .own = who->person && ticket->owner == who->person,
        .unit = unit,
        .counit = who->unit && !unit && table_get(txn, TABLE_counit, &counit),
        .leader = who->person && ticket->leader == who->person,
        .instructed = ticket->state == ticket_state_instructed,
        .accused = about && (unit_accused(txn, ticket, who->unit) ||
                             (who->person && ticket->culprit == who->person)),
    };
}

/* The ticket belongs to the call that they are talking on or wrapping up. */
static bool ticket_in_hand(struct txn *txn, const struct who *who, const struct row_ticket *ticket)
{
    struct row_agent agent;
    return ticket->call && agent_get(txn, who->person, &agent) && agent.call == ticket->call &&
           (agent.state == agent_state_talking || agent.state == agent_state_holding ||
            agent.state == agent_state_wrapping);
}

/* R77: those who handle a report, or the matter of somebody who stays anonymous, learn nothing of
 * who brought it, whatever other roles they have. */
static bool withheld(const struct row_ticket *ticket, const struct relation *relation,
                     enum verb verb)
{
    bool hides = ticket->type == ticket_type_report || ticket->anonymity == anonymity_anonymous;
    bool tells = verb == VERB_READ_ORIGIN || verb == VERB_READ_MASKED || verb == VERB_REVEAL;
    return hides && tells && (relation->unit || relation->counit);
}

static bool left(const struct who *who, const struct grant *const *limits, enum verb verb,
                 const struct relation *relation)
{
    return !limits[verb] || granted(who, limits[verb], relation);
}

static bool may_sight(const struct who *who, const struct row_ticket *ticket,
                      const struct relation *relation, enum verb verb)
{
    if (relation->accused || !granted(who, &ticket_verbs[verb], relation)) return false;
    if (withheld(ticket, relation, verb)) return false;
    if (ticket->anonymity == anonymity_anonymous && !left(who, anonymous_limits, verb, relation))
        return false;
    switch ((enum secrecy)ticket->secrecy) {
    case secrecy_internal:
        return left(who, internal_limits, verb, relation);
    case secrecy_confidential:
        return left(who, confidential_limits, verb, relation);
    case secrecy_none:
    case secrecy_normal:
        break;
    }
    return true;
}

/* R74, R78: in clear only while it is being taken down; all others ask with a reason. */
static bool may_read_caller(struct txn *txn, const struct who *who, const struct row_ticket *ticket,
                            const struct relation *relation)
{
    if (!(roles_of(who) & R(operator))) return false;
    if (!may_sight(who, ticket, relation, VERB_READ)) return false;
    bool own_draft = ticket->state == ticket_state_draft && relation->own;
    return own_draft || ticket_in_hand(txn, who, ticket);
}

/* Nobody does anything with what they do not see; with a guarded ticket only those who read it. */
static bool may_act(const struct who *who, const struct row_ticket *ticket,
                    const struct relation *relation, enum ticket_event event)
{
    if ((size_t)event >= sizeof ticket_acts / sizeof *ticket_acts) return false;
    bool guarded = ticket->secrecy == secrecy_internal || ticket->secrecy == secrecy_confidential;
    return granted(who, &ticket_acts[event], relation) &&
           may_sight(who, ticket, relation, guarded ? VERB_READ : VERB_SEE);
}

bool may_ticket(struct txn *txn, const struct who *who, enum verb verb, enum ticket_event event,
                const struct row_ticket *ticket)
{
    const struct relation relation = relation_of(txn, who, ticket);
    switch (verb) {
    case VERB_SEE:
    case VERB_READ:
    case VERB_READ_ORIGIN:
    case VERB_READ_MASKED:
    case VERB_REVEAL:
    case VERB_AUDIT:
        return may_sight(who, ticket, &relation, verb);
    case VERB_READ_CALLER:
        return may_read_caller(txn, who, ticket, &relation);
    case VERB_ACT:
        return may_act(who, ticket, &relation, event);
    }
    return false;
}

bool ticket_guarded(const struct row_ticket *ticket)
{
    return ticket->secrecy == secrecy_internal || ticket->secrecy == secrecy_confidential ||
           ticket->type == ticket_type_report;
}

/* Leaders decide of any ticket that is not confidential, and of that when it is before them. */
static bool may_decide(const struct who *who, const struct row_ticket *ticket,
                       const struct relation *relation)
{
    bool report = ticket->type == ticket_type_report;
    if (relation->accused) return false;
    if ((roles_of(who) & R(leader)) &&
        (ticket->secrecy != secrecy_confidential || relation->leader))
        return true;
    return (roles_of(who) & R(head)) && relation->unit && !report;
}

bool may_disclose(struct txn *txn, const struct who *who, enum disclosure_event event,
                  const struct row_ticket *ticket, uint64_t asked_by)
{
    const struct relation relation = relation_of(txn, who, ticket);
    static const struct grant askers = {.any = R(desk), .unit = R(unit)};
    bool anonymous = ticket->anonymity == anonymity_anonymous;
    bool holds = granted(who, &askers, &relation) && may_sight(who, ticket, &relation, VERB_REVEAL);
    switch (event) {
    case disclosure_event_ask:
        return holds && !anonymous;
    case disclosure_event_grant:
    case disclosure_event_refuse:
        return who->person && who->person != asked_by && may_decide(who, ticket, &relation);
    case disclosure_event_give:
        return holds && !anonymous && who->person && who->person == asked_by;
    case disclosure_event_none:
        break;
    }
    return false;
}

bool may_see_disclosure(struct txn *txn, const struct who *who, const struct row_ticket *ticket)
{
    const struct relation relation = relation_of(txn, who, ticket);
    return may_sight(who, ticket, &relation, VERB_READ) || may_decide(who, ticket, &relation);
}

/* No row here opens what VERB_READ keeps closed, but for the console's, and that only of tickets
 * whose readers need not be recorded. */
static const struct letter_grant {
    struct grant people;
    bool console;
} letter_acts[] = {
    [LETTER_SHOW] = {.people = {.any = R(operator) | R(desk) | R(inspector),
                                .unit = UNIT_PEOPLE,
                                .leader = R(leader)},
                     .console = true},
    [LETTER_ISSUE] = {.people = {.any = R(desk), .unit = UNIT_PEOPLE}, .console = true},
    [LETTER_NAME] = {.people = {.any = R(operator) | R(desk), .unit = UNIT_PEOPLE},
                     .console = true},
};

bool may_letter(struct txn *txn, const struct who *who, enum letter_act act,
                const struct row_ticket *ticket)
{
    const struct relation relation = relation_of(txn, who, ticket);
    bool anonymous = ticket->anonymity == anonymity_anonymous;
    if (act == LETTER_NAME && (anonymous || withheld(ticket, &relation, VERB_REVEAL))) return false;
    if (who->console) return letter_acts[act].console && !ticket_guarded(ticket);
    return granted(who, &letter_acts[act].people, &relation) &&
           may_sight(who, ticket, &relation, VERB_READ);
}

bool may_rate(const struct who *who, const struct row_call *call)
{
    static const struct grant raters = {.any = R(trunk), .own = R(operator)};
    const struct relation relation = {.own = who->person && call->agent == who->person};
    return granted(who, &raters, &relation);
}

static bool call_in_hand(struct txn *txn, const struct who *who, const struct row_call *call)
{
    struct row_agent agent;
    return who->person && agent_get(txn, who->person, &agent) && agent.call == call->call;
}

bool may_call(struct txn *txn, const struct who *who, enum verb verb, const struct row_call *call)
{
    struct relation relation = {0};
    switch (verb) {
    case VERB_SEE:
    case VERB_READ:
        break;
    case VERB_READ_CALLER:
        relation.own = call_in_hand(txn, who, call);
        break;
    case VERB_READ_ORIGIN:
    case VERB_READ_MASKED:
    case VERB_REVEAL:
    case VERB_AUDIT:
    case VERB_ACT:
        return false;
    }
    return granted(who, &call_verbs[verb], &relation);
}

bool may_call_act(const struct who *who, enum call_event event, const struct row_call *call)
{
    if ((size_t)event >= sizeof call_acts / sizeof *call_acts) return false;
    uint64_t person = who->person, of = call_acts[event].any;
    bool own = person && call->agent == person;
    bool dialled = person && call->outside && (own || call->origin == person);
    if (own) of |= call_acts[event].own;
    if (dialled || (person && call->second == person)) of |= call_acts[event].other;
    return (roles_of(who) & of) != 0;
}
