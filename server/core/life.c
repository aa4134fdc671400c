/* The lives. A row that stands twice does not compile: both would initialise the same place.
 */
#include "server/core/life.h"

/* L(life, state, event, guard, next, fact): what is not here is refused with BAD_STATE. */
#define CALL_LIFE(L)                                                                               \
    L(call, none, arrive, "", waiting, call_arrived)                                               \
    L(call, none, meet, "the agent is free", talking, call_arrived)                                \
    L(call, none, block, "the number is blocked", ended, call_arrived)                             \
    L(call, none, shut, "outside hours, number shown", callback, call_arrived)                     \
    L(call, none, turn_away, "outside hours, number not shown", ended, call_arrived)               \
    L(call, none, enter, "in the past", ended, call_arrived)                                       \
    L(call, none, dial, "the agent is free", dialing, call_arrived)                                \
    L(call, waiting, offer, "an agent is ready", offered, call_offered)                            \
    L(call, waiting, hang_up, "", abandoned, call_abandoned)                                       \
    L(call, waiting, promise, "a number is known", callback, call_moved)                           \
    L(call, waiting, overflow, "the queue says so", waiting, call_moved)                           \
    L(call, waiting, relax, "the queue says so", waiting, call_moved)                              \
    L(call, offered, answer, "by the agent it is offered to", talking, call_answered)              \
    L(call, offered, lapse, "the lease has run out", waiting, call_lapsed)                         \
    L(call, offered, give_back, "its origin can take it", offered, call_given_back)                \
    L(call, offered, hang_up, "", abandoned, call_abandoned)                                       \
    L(call, offered, orphan, "", waiting, call_requeued)                                           \
    L(call, talking, hang_up, "", ended, call_ended)                                               \
    L(call, talking, end, "by its agent", ended, call_ended)                                       \
    L(call, talking, transfer, "the receiver is ready", offered, call_transferred)                 \
    L(call, talking, requeue, "by its agent", waiting, call_requeued)                              \
    L(call, talking, orphan, "", waiting, call_requeued)                                           \
    L(call, talking, hold, "by its agent", held, call_moved)                                       \
    L(call, talking, consult, "the other is ready, or an outside number", asking, call_moved)      \
    L(call, talking, refer, "by its agent", outside, call_moved)                                   \
    L(call, held, resume, "by its agent", talking, call_moved)                                     \
    L(call, held, consult, "the other is ready, or an outside number", asking, call_moved)         \
    L(call, held, transfer, "the receiver is ready", offered, call_transferred)                    \
    L(call, held, requeue, "by its agent", waiting, call_requeued)                                 \
    L(call, held, refer, "by its agent", outside, call_moved)                                      \
    L(call, held, hang_up, "", ended, call_ended)                                                  \
    L(call, held, end, "by its agent", ended, call_ended)                                          \
    L(call, held, orphan, "", waiting, call_requeued)                                              \
    L(call, asking, join, "by who is asked", consulting, call_moved)                               \
    L(call, asking, lapse, "the lease has run out", held, call_moved)                              \
    L(call, asking, leave, "who is asked is gone or not reached", held, call_moved)                \
    L(call, asking, take_back, "by its agent", talking, call_moved)                                \
    L(call, asking, hang_up, "", ended, call_ended)                                                \
    L(call, asking, orphan, "", waiting, call_requeued)                                            \
    L(call, consulting, take_back, "by its agent", talking, call_moved)                            \
    L(call, consulting, leave, "by the other, or gone", held, call_moved)                          \
    L(call, consulting, complete, "another agent", joining, call_moved)                            \
    L(call, consulting, refer, "an outside number", outside, call_moved)                           \
    L(call, consulting, conference, "by its agent", conference, call_moved)                        \
    L(call, consulting, stay, "its agent is gone", talking, call_moved)                            \
    L(call, consulting, hang_up, "", ended, call_ended)                                            \
    L(call, consulting, orphan, "nobody else is there", waiting, call_requeued)                    \
    L(call, conference, leave, "by the other, or gone", talking, call_moved)                       \
    L(call, conference, stay, "by its agent, or gone", talking, call_moved)                        \
    L(call, conference, connect, "its agent leaves an outside number with the caller", ended,      \
      call_ended)                                                                                  \
    L(call, conference, hang_up, "", ended, call_ended)                                            \
    L(call, conference, end, "by its agent", ended, call_ended)                                    \
    L(call, conference, orphan, "nobody else is there", waiting, call_requeued)                    \
    L(call, joining, confirm, "by the receiver", talking, call_answered)                           \
    L(call, joining, give_back, "its origin can take it", offered, call_given_back)                \
    L(call, joining, lapse, "the lease has run out", waiting, call_lapsed)                         \
    L(call, joining, hang_up, "", ended, call_ended)                                               \
    L(call, joining, orphan, "", waiting, call_requeued)                                           \
    L(call, outside, connect, "both are talking", ended, call_ended)                               \
    L(call, outside, give_back, "its origin can take it", offered, call_given_back)                \
    L(call, outside, lapse, "nobody can take it", waiting, call_lapsed)                            \
    L(call, outside, hang_up, "", ended, call_ended)                                               \
    L(call, callback, recall, "an agent is ready", recalled, call_offered)                         \
    L(call, callback, overflow, "the queue says so", callback, call_moved)                         \
    L(call, callback, relax, "the queue says so", callback, call_moved)                            \
    L(call, callback, due, "its time has come", callback, call_moved)                              \
    L(call, callback, withdraw, "the caller rang again, or by a person", ended, call_ended)        \
    L(call, recalled, dial, "by the agent it is offered to", dialing, call_moved)                  \
    L(call, recalled, lapse, "the lease has run out", callback, call_lapsed)                       \
    L(call, recalled, orphan, "", callback, call_requeued)                                         \
    L(call, recalled, withdraw, "the caller rang again, or by a person", ended, call_ended)        \
    L(call, dialing, reach, "", talking, call_answered)                                            \
    L(call, dialing, fail, "attempts are left", callback, call_moved)                              \
    L(call, dialing, give_up, "no attempt is left, or an outbound call", unreached, call_ended)    \
    L(call, dialing, orphan, "a promised callback", callback, call_requeued)

#define AGENT_LIFE(L)                                                                              \
    L(agent, none, sign_in, "", break, agent_moved)                                                \
    L(agent, out, sign_in, "", break, agent_moved)                                                 \
    L(agent, ready, pause, "", break, agent_moved)                                                 \
    L(agent, ready, offer, "", offered, agent_moved)                                               \
    L(agent, ready, meet, "", talking, agent_moved)                                                \
    L(agent, ready, sign_out, "", out, agent_moved)                                                \
    L(agent, ready, lost, "", absent, agent_moved)                                                 \
    L(agent, offered, answer, "", talking, agent_moved)                                            \
    L(agent, offered, lapse, "", missed, agent_moved)                                              \
    L(agent, offered, withdraw, "", ready, agent_moved)                                            \
    L(agent, offered, orphan, "", out, agent_moved)                                                \
    L(agent, offered, lost, "", absent, agent_moved)                                               \
    L(agent, talking, finish, "", wrapping, agent_moved)                                           \
    L(agent, talking, orphan, "", out, agent_moved)                                                \
    L(agent, talking, hold, "", holding, agent_moved)                                              \
    L(agent, talking, lost, "", offline, agent_moved)                                              \
    L(agent, holding, resume, "", talking, agent_moved)                                            \
    L(agent, holding, finish, "", wrapping, agent_moved)                                           \
    L(agent, holding, orphan, "", out, agent_moved)                                                \
    L(agent, holding, lost, "", offline, agent_moved)                                              \
    L(agent, offline, back, "", talking, agent_moved)                                              \
    L(agent, offline, back_held, "the caller is on hold", holding, agent_moved)                    \
    L(agent, offline, finish, "", absent, agent_moved)                                             \
    L(agent, offline, drop, "silent for too long", absent, agent_moved)                            \
    L(agent, offline, orphan, "", out, agent_moved)                                                \
    L(agent, absent, back, "", break, agent_moved)                                                 \
    L(agent, absent, sign_out, "", out, agent_moved)                                               \
    L(agent, wrapping, ready, "", ready, agent_moved)                                              \
    L(agent, wrapping, time_up, "the limit is reached", ready, agent_moved)                        \
    L(agent, wrapping, pause, "", break, agent_moved)                                              \
    L(agent, wrapping, offer, "a failed transfer comes back", offered, agent_moved)                \
    L(agent, wrapping, meet, "", talking, agent_moved)                                             \
    L(agent, wrapping, sign_out, "", out, agent_moved)                                             \
    L(agent, wrapping, lost, "", absent, agent_moved)                                              \
    L(agent, break, ready, "", ready, agent_moved)                                                 \
    L(agent, break, pause, "another reason", break, agent_moved)                                   \
    L(agent, break, meet, "", talking, agent_moved)                                                \
    L(agent, break, sign_out, "", out, agent_moved)                                                \
    L(agent, break, lost, "", absent, agent_moved)                                                 \
    L(agent, missed, ready, "", ready, agent_moved)                                                \
    L(agent, missed, pause, "", break, agent_moved)                                                \
    L(agent, missed, meet, "", talking, agent_moved)                                               \
    L(agent, missed, sign_out, "", out, agent_moved)                                               \
    L(agent, missed, lost, "", absent, agent_moved)

#define TICKET_LIFE(L)                                                                             \
    L(ticket, none, open, "", draft, ticket_saved)                                                 \
    L(ticket, draft, save, "version seen", draft, ticket_saved)                                    \
    L(ticket, draft, register, "all that its profile asks for", registered, ticket_moved)          \
    L(ticket, registered, amend, "version seen", registered, ticket_saved)                         \
    L(ticket, registered, refuse, "says where to go when another body's", rejected, ticket_moved)  \
    L(ticket, registered, answer, "", replied, ticket_moved)                                       \
    L(ticket, registered, promise, "in the future", callback, ticket_moved)                        \
    L(ticket, registered, dispatch, "subject is there; not to the accused", dispatched,            \
      ticket_moved)                                                                                \
    L(ticket, callback, amend, "version seen", callback, ticket_saved)                             \
    L(ticket, callback, answer, "", replied, ticket_moved)                                         \
    L(ticket, dispatched, amend, "version seen", dispatched, ticket_saved)                         \
    L(ticket, dispatched, sign, "a redo: by the head", handling, ticket_moved)                     \
    L(ticket, handling, amend, "version seen", handling, ticket_saved)                             \
    L(ticket, handling, reply, "opinions and plan are there", approval, ticket_moved)              \
    L(ticket, approval, pass, "", replied, ticket_moved)                                           \
    L(ticket, approval, send_back, "", handling, ticket_moved)                                     \
    L(ticket, replied, follow_up, "in the same step", follow_up, ticket_moved)                     \
    L(ticket, follow_up, satisfied, "complete", archived, ticket_moved)                            \
    L(ticket, follow_up, unsatisfied, "", review, ticket_moved)                                    \
    L(ticket, follow_up, unreachable, "attempts are left", follow_up, ticket_moved)                \
    L(ticket, follow_up, give_up, "no attempt is left; complete", archived, ticket_moved)          \
    L(ticket, review, amend, "version seen", review, ticket_saved)                                 \
    L(ticket, review, redo, "subject is there; not to the accused", dispatched, ticket_moved)      \
    L(ticket, review, uphold, "complete", archived, ticket_moved)                                  \
    L(ticket, archived, reopen, "", review, ticket_moved)                                          \
    L(ticket, registered, refer, "a visitor was told", instructed, ticket_moved)                   \
    L(ticket, instructed, instruct, "subject is there; not to the accused", dispatched,            \
      ticket_moved)                                                                                \
    L(ticket, dispatched, return, "in time, once", returning, ticket_moved)                        \
    L(ticket, returning, agree, "", registered, ticket_moved)                                      \
    L(ticket, returning, decline, "", dispatched, ticket_moved)                                    \
    L(ticket, returning, dispute, "", instructed, ticket_moved)                                    \
    L(ticket, handling, commit, "not overdue; within the limit", committed, ticket_moved)          \
    L(ticket, committed, reply, "opinions and plan are there", approval, ticket_moved)             \
    L(ticket, follow_up, irregular, "a unit replied", handling, ticket_moved)                      \
    L(ticket, instructed, amend, "version seen", instructed, ticket_saved)                         \
    L(ticket, committed, amend, "version seen", committed, ticket_saved)                           \
    L(ticket, handling, extend, "none is asked for; not overdue", handling, ticket_noted)          \
    L(ticket, handling, grant, "one is asked for; not too long", handling, ticket_noted)           \
    L(ticket, handling, deny, "one is asked for", handling, ticket_noted)                          \
    L(ticket, committed, extend, "none is asked for; not overdue", committed, ticket_noted)        \
    L(ticket, committed, grant, "one is asked for; not too long", committed, ticket_noted)         \
    L(ticket, committed, deny, "one is asked for", committed, ticket_noted)                        \
    L(ticket, handling, hand_over, "to a colleague of the unit", handling, ticket_noted)           \
    L(ticket, committed, hand_over, "to a colleague of the unit", committed, ticket_noted)         \
    L(ticket, dispatched, cosign, "not asked yet", dispatched, ticket_noted)                       \
    L(ticket, handling, cosign, "not asked yet", handling, ticket_noted)                           \
    L(ticket, committed, cosign, "not asked yet", committed, ticket_noted)                         \
    L(ticket, dispatched, opinion, "was asked", dispatched, ticket_noted)                          \
    L(ticket, handling, opinion, "was asked", handling, ticket_noted)                              \
    L(ticket, committed, opinion, "was asked", committed, ticket_noted)                            \
    L(ticket, handling, plan, "", handling, ticket_noted)                                          \
    L(ticket, committed, plan, "", committed, ticket_noted)                                        \
    L(ticket, handling, progress, "", handling, ticket_noted)                                      \
    L(ticket, committed, progress, "", committed, ticket_noted)                                    \
    L(ticket, handling, on_site, "", handling, ticket_noted)                                       \
    L(ticket, committed, on_site, "", committed, ticket_noted)                                     \
    L(ticket, handling, rectified, "", handling, ticket_noted)                                     \
    L(ticket, committed, rectified, "", committed, ticket_noted)                                   \
    L(ticket, handling, conference, "", handling, ticket_noted)                                    \
    L(ticket, committed, conference, "", committed, ticket_noted)                                  \
    L(ticket, dispatched, bring, "", dispatched, ticket_noted)                                     \
    L(ticket, handling, bring, "", handling, ticket_noted)                                         \
    L(ticket, committed, bring, "", committed, ticket_noted)                                       \
    L(ticket, approval, bring, "", approval, ticket_noted)                                         \
    L(ticket, review, bring, "", review, ticket_noted)                                             \
    L(ticket, dispatched, direct, "", dispatched, ticket_noted)                                    \
    L(ticket, handling, direct, "", handling, ticket_noted)                                        \
    L(ticket, committed, direct, "", committed, ticket_noted)                                      \
    L(ticket, approval, direct, "", approval, ticket_noted)                                        \
    L(ticket, review, direct, "", review, ticket_noted)                                            \
    L(ticket, dispatched, supervise, "", dispatched, ticket_noted)                                 \
    L(ticket, handling, supervise, "", handling, ticket_noted)                                     \
    L(ticket, committed, supervise, "", committed, ticket_noted)                                   \
    L(ticket, approval, supervise, "", approval, ticket_noted)                                     \
    L(ticket, handling, attempt, "", handling, ticket_noted)                                       \
    L(ticket, committed, attempt, "", committed, ticket_noted)                                     \
    L(ticket, callback, attempt, "", callback, ticket_noted)                                       \
    L(ticket, follow_up, attempt, "", follow_up, ticket_noted)                                     \
    L(ticket, registered, tell, "in the future", registered, ticket_noted)                         \
    L(ticket, callback, tell, "in the future", callback, ticket_noted)                             \
    L(ticket, registered, consult, "", registered, ticket_noted)                                   \
    L(ticket, callback, consult, "", callback, ticket_noted)                                       \
    L(ticket, handling, consult, "", handling, ticket_noted)                                       \
    L(ticket, committed, consult, "", committed, ticket_noted)                                     \
    L(ticket, handling, acknowledge, "", handling, ticket_noted)                                   \
    L(ticket, committed, acknowledge, "", committed, ticket_noted)                                 \
    L(ticket, registered, merge, "no circle", archived, ticket_moved)                              \
    L(ticket, dispatched, merge, "no circle", archived, ticket_moved)                              \
    L(ticket, handling, merge, "no circle", archived, ticket_moved)                                \
    L(ticket, callback, merge, "no circle", archived, ticket_moved)                                \
    L(ticket, instructed, merge, "no circle", archived, ticket_moved)                              \
    L(ticket, committed, merge, "no circle", archived, ticket_moved)                               \
    L(ticket, registered, link, "not linked yet", registered, ticket_linked)                       \
    L(ticket, callback, link, "not linked yet", callback, ticket_linked)                           \
    L(ticket, instructed, link, "not linked yet", instructed, ticket_linked)                       \
    L(ticket, dispatched, link, "not linked yet", dispatched, ticket_linked)                       \
    L(ticket, returning, link, "not linked yet", returning, ticket_linked)                         \
    L(ticket, handling, link, "not linked yet", handling, ticket_linked)                           \
    L(ticket, committed, link, "not linked yet", committed, ticket_linked)                         \
    L(ticket, approval, link, "not linked yet", approval, ticket_linked)                           \
    L(ticket, follow_up, link, "not linked yet", follow_up, ticket_linked)                         \
    L(ticket, review, link, "not linked yet", review, ticket_linked)                               \
    L(ticket, archived, link, "not linked yet", archived, ticket_linked)                           \
    L(ticket, registered, split, "", registered, ticket_linked)                                    \
    L(ticket, dispatched, split, "", dispatched, ticket_linked)                                    \
    L(ticket, handling, split, "", handling, ticket_linked)                                        \
    L(ticket, committed, split, "", committed, ticket_linked)                                      \
    L(ticket, review, split, "", review, ticket_linked)                                            \
    L(ticket, draft, fill, "the field applies", draft, ticket_filled)                              \
    L(ticket, registered, fill, "the field applies", registered, ticket_filled)                    \
    L(ticket, draft, take, "the call went to another agent", draft, ticket_saved)                  \
    L(ticket, handling, identify, "by somebody authorised", handling, ticket_noted)                \
    L(ticket, committed, identify, "by somebody authorised", committed, ticket_noted)              \
    L(ticket, callback, identify, "by somebody authorised", callback, ticket_noted)                \
    L(ticket, follow_up, identify, "by somebody authorised", follow_up, ticket_noted)              \
    L(ticket, draft, walk, "a path of the tree", draft, ticket_noted)                              \
    L(ticket, registered, walk, "a path of the tree", registered, ticket_noted)                    \
    L(ticket, callback, walk, "a path of the tree", callback, ticket_noted)

#define SCORE_LIFE(L)                                                                              \
    L(score, none, give, "", given, score_given)                                                   \
    L(score, given, appeal, "in time, by those it concerns", appealed, score_moved)                \
    L(score, given, withdraw, "", withdrawn, score_moved)                                          \
    L(score, appealed, uphold, "", upheld, score_moved)                                            \
    L(score, appealed, withdraw, "", withdrawn, score_moved)

#define DISCLOSURE_LIFE(L)                                                                         \
    L(disclosure, none, ask, "not to an interested party", asked, disclosure_asked)                \
    L(disclosure, asked, grant, "not by who asked", granted, disclosure_moved)                     \
    L(disclosure, asked, refuse, "", refused, disclosure_moved)                                    \
    L(disclosure, granted, give, "by who asked, once", given, disclosure_moved)

#define LIFE_TABLES(T)                                                                             \
    T(call, CALL_LIFE)                                                                             \
    T(agent, AGENT_LIFE) T(ticket, TICKET_LIFE) T(score, SCORE_LIFE) T(disclosure, DISCLOSURE_LIFE)

#define ROW(life, state, event, guard, next, fact)                                                 \
    {life##_state_##state, life##_event_##event, life##_state_##next, guard, fact_type_##fact},
#define T(life, LIFE) static const struct life_row life##_rows[] = {LIFE(ROW)};
LIFE_TABLES(T)
#undef T
#undef ROW

/* Where a row stands, from 1; 0: nowhere. */
#define PLACE_NAME(life, state, event, guard, next, fact) PLACE_##life##_##state##_##event,
#define T(life, LIFE) enum life##_place{PLACE_##life##_nowhere, LIFE(PLACE_NAME)};
LIFE_TABLES(T)
#undef T
#undef PLACE_NAME

enum { STATES = 16, EVENTS = 64 }; /* more than any vocabulary has; the tables do not fit if not */

#define PLACE(life, state, event, guard, next, fact)                                               \
    [life##_state_##state][life##_event_##event] = PLACE_##life##_##state##_##event,
static const unsigned char places[LIVES][STATES][EVENTS] = {
#define T(life, LIFE) [LIFE_##life] = {LIFE(PLACE)},
    LIFE_TABLES(T)
#undef T
};
#undef PLACE

static const struct {
    const char *name;
    enum vocabulary_id states, events;
    const struct life_row *rows;
    size_t n;
} lives[LIVES] = {
#define T(life, LIFE)                                                                              \
    [LIFE_##life] = {#life, VOCABULARY_##life##_state, VOCABULARY_##life##_event, life##_rows,     \
                     sizeof life##_rows / sizeof *life##_rows},
    LIFE_TABLES(T)
#undef T
};

const struct life_row *life_table(enum life life, size_t *n)
{
    *n = lives[life].n;
    return lives[life].rows;
}

const struct life_row *life_find(enum life life, uint64_t state, uint64_t event)
{
    if (state >= STATES || event >= EVENTS) return NULL;
    unsigned char place = places[life][state][event];
    return place ? &lives[life].rows[place - 1] : NULL;
}

const char *life_name(enum life life)
{
    return lives[life].name;
}

enum vocabulary_id life_states(enum life life)
{
    return lives[life].states;
}

enum vocabulary_id life_events(enum life life)
{
    return lives[life].events;
}
