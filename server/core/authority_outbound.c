/* Who may do what with callbacks, outbound lists and numbers not to be called (R48, R74). The
 * console sees facts and no numbers. */
#include "server/core/authority.h"

#define R(role) ROLE_BIT(role_##role)

static bool has(const struct who *who, uint64_t roles)
{
    uint64_t own = who->console ? R(admin) | R(trunk) : who->person ? who->roles : 0;
    return (own & roles) != 0;
}

bool may_callback(const struct who *who, enum verb verb, enum call_event event)
{
    bool person = !who->console && who->person;
    switch (verb) {
    case VERB_SEE:
        return has(who, R(operator) | R(lead) | R(admin));
    case VERB_READ_MASKED:
        return person && has(who, R(operator) | R(lead));
    case VERB_ACT:
        if (event == call_event_promise) return has(who, R(trunk) | R(operator) | R(lead));
        return event == call_event_withdraw && has(who, R(lead));
    case VERB_READ:
    case VERB_READ_ORIGIN:
    case VERB_READ_CALLER:
    case VERB_REVEAL:
    case VERB_AUDIT:
        break;
    }
    return false;
}

/* They are to ring it, or talk with it, or have just done so. */
static bool contact_in_hand(struct txn *txn, const struct who *who,
                            const struct row_contact *contact)
{
    struct row_agent agent;
    struct row_call call;
    if (contact->state == contact_state_taken && contact->person == who->person) return true;
    return agent_get(txn, who->person, &agent) && agent.call && call_get(txn, agent.call, &call) &&
           call.contact == contact->contact;
}

bool may_contact(struct txn *txn, const struct who *who, enum verb verb,
                 const struct row_contact *contact)
{
    bool person = !who->console && who->person;
    bool own = person && has(who, R(operator)) && contact_in_hand(txn, who, contact);
    switch (verb) {
    case VERB_SEE:
        return has(who, R(operator) | R(lead) | R(desk) | R(admin));
    case VERB_READ:
    case VERB_READ_MASKED:
        return own || (person && has(who, R(lead) | R(desk)));
    case VERB_READ_CALLER:
        return own;
    case VERB_ACT:
        return person && has(who, R(operator)) && contact->person == who->person;
    case VERB_READ_ORIGIN:
    case VERB_REVEAL:
    case VERB_AUDIT:
        break;
    }
    return false;
}

bool may_no_call(const struct who *who, enum verb verb)
{
    bool person = !who->console && who->person;
    if (verb == VERB_SEE) return has(who, R(lead) | R(desk) | R(admin));
    return (verb == VERB_READ || verb == VERB_READ_MASKED) && person && has(who, R(lead) | R(desk));
}

bool may_dial(struct txn *txn, const struct who *who, const struct row_ticket *ticket)
{
    bool follow_up = ticket->state == ticket_state_follow_up;
    bool own = who->person && ticket->owner == who->person;
    return has(who, R(operator)) && (follow_up || own) &&
           may_ticket(txn, who, VERB_REVEAL, ticket_event_none, ticket);
}
