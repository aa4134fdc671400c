/* Columns of the tables about calls, agents, queues and what else belongs to the switchboard. K and
 * C as in rows.h. */
#ifndef SERVER_STORE_ROWS_CALLS_H
#define SERVER_STORE_ROWS_CALLS_H

#define COLUMNS_call(K, C)                                                                         \
    K(u64, call)                                                                                   \
    C(u64, line)                                                                                   \
    C(u64, state)                                                                                  \
    C(u64, live) /* 1 until it is over */                                                          \
    C(u64, channel)                                                                                \
    C(h32, caller) /* keyed hash of the number; zero when not shown */                             \
    C(u64, arrived_ms)                                                                             \
    C(u64, queue) /* where it waits, or waited last */                                             \
    C(u64,                                                                                         \
      wait_queue) /* while it waits there, then 0; not while a callback may not be tried yet */    \
    C(u64, priority)                                                                               \
    C(u64, order_ms) /* place in the queue: smaller goes first */                                  \
    C(u64, agent)    /* offered to, or talking with */                                             \
    C(u64, origin)   /* who passed it on, while the receiver has not answered */                   \
    C(u64, until_ms) /* the offer lapses at */                                                     \
    C(u64, first_answered_ms)                                                                      \
    C(u64, answered_ms) /* by the present agent */                                                 \
    C(u64, ended_ms)                                                                               \
    C(u64, ticket) /* the first ticket opened from it */                                           \
    C(u64, from_seq)                                                                               \
    C(u64, note_seq)                                                                               \
    C(u64, note_by)                                                                                \
    C(u64, attitude) /* R58: how the caller rated the answering */                                 \
    C(u64, accuracy)                                                                               \
    C(u64, efficiency)                                                                             \
    C(u64, level)      /* lowest skill level admitted */                                           \
    C(u64, next_ms)    /* next step of its waiting */                                              \
    C(u64, step)       /* what that is */                                                          \
    C(u64, entered_ms) /* into this queue */                                                       \
    C(u64, place)      /* position then */                                                         \
    C(u64, offered_ms)                                                                             \
    C(u64, second)  /* the other agent of a consultation or three-way call */                      \
    C(u64, outside) /* the other is an outside number */                                           \
    C(u64, hold_since_ms)                                                                          \
    C(u64, hold_ms)    /* sum of the time on hold */                                               \
    C(u64, number_seq) /* fact that brought another number than the caller's */                    \
    C(u64, promised)   /* leaves the queue by a callback */                                        \
    C(u64, owed)       /* 1 while that callback waits, is offered or dialled */                    \
    C(u64, dialled)    /* we rang them */                                                          \
    C(u64, tries)                                                                                  \
    C(u64, open_ms) /* callback: not before */                                                     \
    C(u64, how)     /* enum call end */                                                            \
    C(u64, earlier) /* the same caller's callback, whose place it took */                          \
    C(u64, contact)                                                                                \
    C(u64, counted) /* enum call event that decided what it counts as (docs/figures.md), or 0 */   \
    C(u64, stay)    /* queue of its open stay: it waits there, or rings and was not answered */    \
    C(u64, promise) /* queue in which its callback was promised, while that is open */
#define COLUMNS_agent(K, C)                                                                        \
    K(u64, person)                                                                                 \
    C(u64, state)                                                                                  \
    C(u64, since_ms)                                                                               \
    C(u64, ready) /* 1 in state ready */                                                           \
    C(u64, station)                                                                                \
    C(u64, call) /* offered, talking, or the one being wrapped up */                               \
    C(u64, reason)                                                                                 \
    C(u64, ready_ms) /* became ready at */                                                         \
    C(u64, limit_ms) /* it lasts too long from then on; a timer is set */                          \
    C(u64, asks)     /* break that waits for the lead */                                           \
    C(u64, allowed)  /* break that was allowed and not yet taken */
#define COLUMNS_queue(K, C)                                                                        \
    K(u64, queue)                                                                                  \
    C(code, code)                                                                                  \
    C(u64, own) /* line that rings here, or 0 */                                                   \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)                                                                               \
    C(u64, skill)                                                                                  \
    C(u64, level)                                                                                  \
    C(u64, relax_s)                                                                                \
    C(u64, priority)                                                                               \
    C(u64, overflow)                                                                               \
    C(u64, overflow_s)                                                                             \
    C(u64, offer_s)                                                                                \
    C(u64, most_s)                                                                                 \
    C(u64, waiting) /* callers */                                                                  \
    C(u64, callbacks)                                                                              \
    C(u64, standing)  /* of both those who can be offered now */                                   \
    C(u64, stays)     /* not ended yet: those that wait and those that ring */                     \
    C(u64, promises)  /* callbacks promised here that are still to be made */                      \
    C(u64, handled)   /* calls in the mean below */                                                \
    C(u64, handle_ms) /* mean of talking and wrapping up */
#define COLUMNS_hours(K, C)                                                                        \
    K(u64, line)                                                                                   \
    K(u64, weekday) /* 1 is Monday, 8 a holiday */                                                 \
    C(u64, open_1)                                                                                 \
    C(u64, open_2)                                                                                 \
    C(u64, open_3)                                                                                 \
    C(u64, open_4)
#define COLUMNS_skill(K, C)                                                                        \
    K(u64, skill)                                                                                  \
    C(code, code)                                                                                  \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)
#define COLUMNS_crew(K, C)                                                                         \
    K(u64, skill)   /* 0 is anybody */                                                             \
    C(u64, at_work) /* signed in, neither on a break nor silent */                                 \
    C(u64, ready)
#define COLUMNS_mastery(K, C)                                                                      \
    K(u64, person)                                                                                 \
    K(u64, skill)                                                                                  \
    C(u64, level) /* 0 when it was taken */                                                        \
    C(u64, surge)                                                                                  \
    C(u64, borrowed)                                                                               \
    C(u64, own_level) /* before the loan, likewise the next */                                     \
    C(u64, own_surge)                                                                              \
    C(u64, until_ms)
#define COLUMNS_readiness(K, C)                                                                    \
    K(u64, skill) /* 0 is anybody */                                                               \
    K(u64, level)                                                                                  \
    K(u64, ready_ms)                                                                               \
    K(u64, person)
#define COLUMNS_queue_day(K, C)                                                                    \
    K(u64, day_ms) /* midnight in the calendar's zone */                                           \
    K(u64, queue)                                                                                  \
    C(u64, arrived)                                                                                \
    C(u64, offered)                                                                                \
    C(u64, answered)                                                                               \
    C(u64, answered_first)                                                                         \
    C(u64, in_target)                                                                              \
    C(u64, in_rings)                                                                               \
    C(u64, abandoned)                                                                              \
    C(u64, called_back)                                                                            \
    C(u64, passed)                                                                                 \
    C(u64, wait_ms)                                                                                \
    C(u64, wait_most_ms)                                                                           \
    C(u64, wait_abandoned_ms)                                                                      \
    C(u64, promised)                                                                               \
    C(u64, reached)                                                                                \
    C(u64, unreached)                                                                              \
    C(u64, withdrawn)                                                                              \
    C(u64, talk_ms)                                                                                \
    C(u64, lapsed)
#define COLUMNS_agent_day(K, C)                                                                    \
    K(u64, day_ms)                                                                                 \
    K(u64, person)                                                                                 \
    C(u64, offered)                                                                                \
    C(u64, answered)                                                                               \
    C(u64, missed)                                                                                 \
    C(u64, gone)                                                                                   \
    C(u64, transferred)                                                                            \
    C(u64, ended)                                                                                  \
    C(u64, dialled)                                                                                \
    C(u64, met)                                                                                    \
    C(u64, consulted)                                                                              \
    C(u64, ready_ms)                                                                               \
    C(u64, talk_ms)                                                                                \
    C(u64, hold_ms)                                                                                \
    C(u64, wrap_ms)                                                                                \
    C(u64, break_ms)                                                                               \
    C(u64, ring_ms)                                                                                \
    C(u64, silent_ms)                                                                              \
    C(u64, missed_ms)
#define COLUMNS_centre_day(K, C)                                                                   \
    K(u64, day_ms)                                                                                 \
    C(u64, entered)                                                                                \
    C(u64, outgoing)                                                                               \
    C(u64, outgoing_reached)                                                                       \
    C(u64, met)
#define COLUMNS_half(K, C)                                                                         \
    K(u64, start_ms) /* a half-hour */                                                             \
    C(u64, arrived)                                                                                \
    C(u64, answered)                                                                               \
    C(u64, abandoned)                                                                              \
    C(u64, called_back)                                                                            \
    C(u64, finished)                                                                               \
    C(u64, talk_ms)                                                                                \
    C(u64, wrap_ms)
#define COLUMNS_outbound(K, C)                                                                     \
    K(u64, outbound)                                                                               \
    C(code, code)                                                                                  \
    C(u64, kind)                                                                                   \
    C(u64, line)                                                                                   \
    C(u64, from_ms)                                                                                \
    C(u64, until_ms)                                                                               \
    C(u64, tries)                                                                                  \
    C(u64, closed)                                                                                 \
    C(u64, version)                                                                                \
    C(u64, name_seq)                                                                               \
    C(u64, script_seq)                                                                             \
    C(u64, contacts)                                                                               \
    C(u64, open)                                                                                   \
    C(u64, reached)                                                                                \
    C(u64, barred)                                                                                 \
    C(u64, failed)                                                                                 \
    C(u64, dialled)                                                                                \
    C(u64, connected)
#define COLUMNS_contact(K, C)                                                                      \
    K(u64, contact)                                                                                \
    C(u64, outbound)                                                                               \
    C(u64, state)                                                                                  \
    C(u64, result)                                                                                 \
    C(u64, tries)                                                                                  \
    C(h32, caller)                                                                                 \
    C(u64, person)                                                                                 \
    C(u64, until_ms)                                                                               \
    C(u64, next_ms)                                                                                \
    C(u64, last_ms)                                                                                \
    C(u64, seq) /* of the fact that entered it */                                                  \
    C(u64, note_seq)                                                                               \
    C(u64, open_list) /* its list while it is open */                                              \
    C(u64, taken_by)  /* its person while it is taken */
#define COLUMNS_no_call(K, C)                                                                      \
    K(u64, seq) /* of the first fact about the number */                                           \
    C(h32, caller)                                                                                 \
    C(u64, barred)                                                                                 \
    C(u64, at_ms)                                                                                  \
    C(u64, by)                                                                                     \
    C(u64, reason_seq)                                                                             \
    C(u64, phone_seq)
#define COLUMNS_plan(K, C)                                                                         \
    K(u64, plan)                                                                                   \
    C(code, code)                                                                                  \
    C(u64, kind)                                                                                   \
    C(u64, ack_min)                                                                                \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)
#define COLUMNS_plan_post(K, C)                                                                    \
    K(u64, plan)                                                                                   \
    K(u64, post)                                                                                   \
    K(u64, place)                                                                                  \
    C(u64, to)
#define COLUMNS_alert(K, C)                                                                        \
    K(u64, alert)                                                                                  \
    C(u64, kind)                                                                                   \
    C(u64, state)                                                                                  \
    C(u64, plan)                                                                                   \
    C(u64, call)                                                                                   \
    C(u64, ticket)                                                                                 \
    C(u64, by)                                                                                     \
    C(u64, raised_ms)                                                                              \
    C(u64, closed_ms)                                                                              \
    C(u64, posts)                                                                                  \
    C(u64, acknowledged)                                                                           \
    C(u64, unanswered)                                                                             \
    C(u64, seq)                                                                                    \
    C(u64, note_seq)                                                                               \
    C(u64, result_seq)                                                                             \
    C(u64, open)
#define COLUMNS_relay(K, C)                                                                        \
    K(u64, alert)                                                                                  \
    K(u64, post)                                                                                   \
    K(u64, place)                                                                                  \
    C(u64, to)                                                                                     \
    C(u64, open_to) /* who is to acknowledge, then 0 */                                            \
    C(u64, state)                                                                                  \
    C(u64, told_ms)                                                                                \
    C(u64, until_ms)                                                                               \
    C(u64, done_ms)                                                                                \
    C(u64, note_seq)
#define COLUMNS_nuisance(K, C)                                                                     \
    K(u64, seq) /* of the first fact about the number */                                           \
    C(h32, caller)                                                                                 \
    C(u64, call)                                                                                   \
    C(u64, marks)                                                                                  \
    C(u64, kind)                                                                                   \
    C(u64, last_ms)                                                                                \
    C(u64, until_ms)                                                                               \
    C(u64, refused)                                                                                \
    C(u64, reason_seq) /* why it was blocked, or is no longer */
#define COLUMNS_mark(K, C)                                                                         \
    K(u64, call)                                                                                   \
    C(h32, caller)                                                                                 \
    C(u64, kind)                                                                                   \
    C(u64, at_ms)                                                                                  \
    C(u64, by)                                                                                     \
    C(u64, seq)
#define COLUMNS_evidence(K, C)                                                                     \
    K(u64, evidence)                                                                               \
    C(u64, call)                                                                                   \
    C(h32, caller)                                                                                 \
    C(u64, by)                                                                                     \
    C(u64, at_ms)                                                                                  \
    C(u64, seq)
#define COLUMNS_tree(K, C)                                                                         \
    K(u64, tree)                                                                                   \
    C(code, code)                                                                                  \
    C(u64, subject)                                                                                \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)
#define COLUMNS_tree_version(K, C)                                                                 \
    K(u64, tree)                                                                                   \
    K(u64, version)                                                                                \
    C(u64, seq)                                                                                    \
    C(u64, at_ms)
#define COLUMNS_walk(K, C)                                                                         \
    K(u64, ticket)                                                                                 \
    K(u64, seq)                                                                                    \
    C(u64, tree)                                                                                   \
    C(u64, version)                                                                                \
    C(u64, solved)
#define COLUMNS_market(K, C)                                                                       \
    K(u64, market)                                                                                 \
    C(u64, kind)                                                                                   \
    C(u64, state)                                                                                  \
    C(u64, subject)                                                                                \
    C(u64, call)                                                                                   \
    C(u64, other)                                                                                  \
    C(u64, by)                                                                                     \
    C(u64, at_ms)                                                                                  \
    C(u64, until_ms)                                                                               \
    C(u64, seq)                                                                                    \
    C(u64, note_seq)
#define COLUMNS_surge(K, C)                                                                        \
    K(u64, surge) /* one row, number 1 */                                                          \
    C(u64, on)                                                                                     \
    C(u64, by)                                                                                     \
    C(u64, since_ms)                                                                               \
    C(u64, until_ms)                                                                               \
    C(u64, next_ms)                                                                                \
    C(u64, away_ms) /* its cause is away since, as seen by rule */                                 \
    C(u64, queue)   /* that made the rule speak */                                                 \
    C(u64, waiting) /* calls there, then */                                                        \
    C(u64, reason_seq)
#define COLUMNS_area(K, C)                                                                         \
    K(u64, area)                                                                                   \
    C(code, code)                                                                                  \
    C(u64, parent)                                                                                 \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)
#define COLUMNS_burst(K, C)                                                                        \
    K(u64, burst)                                                                                  \
    C(u64, subject)                                                                                \
    C(u64, area)                                                                                   \
    C(u64, state)                                                                                  \
    C(u64, n)                                                                                      \
    C(u64, since_ms)                                                                               \
    C(u64, last_ms)                                                                                \
    C(u64, quiet_ms)                                                                               \
    C(u64, article)                                                                                \
    C(u64, answer_seq)                                                                             \
    C(u64, live) /* subject while it lives */
#define COLUMNS_notice(K, C)                                                                       \
    K(u64, notice)                                                                                 \
    C(u64, since_ms)                                                                               \
    C(u64, until_ms)                                                                               \
    C(u64, outage)                                                                                 \
    C(u64, live)                                                                                   \
    C(u64, body_seq)

#endif
