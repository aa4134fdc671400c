/* Who may do what with points and figures (R73, R91). */
#include "server/core/authority.h"

#define R(role) ROLE_BIT(role_##role)
#define UNIT_PEOPLE (R(unit) | R(approver) | R(head))

static uint64_t roles_of(const struct who *who)
{
    return who->console ? R(admin) : who->person ? who->roles : 0;
}

bool may_figures(const struct who *who, uint64_t unit)
{
    const uint64_t all = R(desk) | R(inspector) | R(lead) | R(leader) | R(admin);
    uint64_t roles = roles_of(who);
    return (roles & all) != 0 || (unit && who->unit == unit && (roles & UNIT_PEOPLE) != 0);
}

static bool score_own(const struct who *who, const struct row_score *score, uint64_t of_unit)
{
    bool unit = score->unit && score->unit == who->unit && (roles_of(who) & of_unit) != 0;
    bool person = score->person && score->person == who->person;
    return unit || person;
}

/* Whom a point concerns appeals against it, and does not decide on it. */
static bool score_act(const struct who *who, enum score_event event, const struct row_score *score)
{
    switch (event) {
    case score_event_appeal:
        return score_own(who, score, R(approver) | R(head));
    case score_event_uphold:
    case score_event_withdraw:
        return (roles_of(who) & R(desk)) != 0 && !score_own(who, score, UNIT_PEOPLE);
    case score_event_none:
    case score_event_give:
        break;
    }
    return false;
}

bool may_score(const struct who *who, enum verb verb, enum score_event event,
               const struct row_score *score)
{
    const uint64_t words = R(desk) | R(inspector) | R(lead) | R(leader);
    bool own = score_own(who, score, UNIT_PEOPLE);
    switch (verb) {
    case VERB_SEE:
        return own || may_figures(who, score->unit);
    case VERB_READ:
        return own || (roles_of(who) & words) != 0;
    case VERB_ACT:
        return score_act(who, event, score);
    case VERB_READ_ORIGIN:
    case VERB_READ_MASKED:
    case VERB_AUDIT:
    case VERB_READ_CALLER:
    case VERB_REVEAL:
        break;
    }
    return false;
}

bool may_rank(const struct who *who)
{
    return (roles_of(who) & ~R(trunk)) != 0;
}

bool may_sample(const struct who *who, const struct row_sample *sample)
{
    return (roles_of(who) & (R(inspector) | R(lead))) != 0 ||
           (who->person && sample->person == who->person);
}
