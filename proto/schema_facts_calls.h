/* The facts about calls, agents, queues and what else belongs to the switchboard. Field macros as
 * in schema_requests.h; the table of all facts is in schema_facts.h. */
#ifndef PROTO_SCHEMA_FACTS_CALLS_H
#define PROTO_SCHEMA_FACTS_CALLS_H

#define FIELDS_fact_agent_moved(S, F, E, R)                                                        \
    F(S, 1, person, person, 0, FACT, MUST, "agent")                                                \
    E(S, 2, agent_event, event, FACT, MUST, "what happened")                                       \
    E(S, 3, agent_state, from, FACT, MAY, "state before")                                          \
    E(S, 4, agent_state, to, FACT, MUST, "state after")                                            \
    F(S, 5, call, call, 0, FACT, MAY, "the call in hand afterwards")                               \
    F(S, 6, station, station, 0, FACT, MAY, "station, when signing in")                            \
    E(S, 7, break_reason, reason, FACT, MAY, "why the break")                                      \
    F(S, 8, ms, limit_ms, 0, FACT, MAY, "wrap-up, break, hold or silence is too long at")
#define FIELDS_fact_call_arrived(S, F, E, R)                                                       \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    E(S, 3, channel, channel, FACT, MUST, "phone or visit")                                        \
    F(S, 4, h32, caller, 0, PRIVATE, MAY, "keyed hash of the caller's number")                     \
    F(S, 5, ms, order_ms, 0, FACT, MAY, "place in the queue: smaller goes first; none: no queue")  \
    F(S, 6, person, person, 0, FACT, MAY, "agent who took it at the station, or dials")            \
    F(S, 7, text, from, LIMIT_PHONE, WORDS, MAY, "caller's number, or the number dialled")         \
    F(S, 8, u64, queue, 0, FACT, MAY, "queue; none: the line's own")                               \
    E(S, 9, call_priority, priority, FACT, MAY, "priority; none: usual")                           \
    E(S, 10, call_event, event, FACT, MAY,                                                         \
      "how it came to be; none: arrive, or meet with an agent")                                    \
    F(S, 11, ms, next_ms, 0, FACT, MAY, "next step of its waiting at")                             \
    E(S, 12, wait_step, step, FACT, MAY, "what that is")                                           \
    F(S, 13, u64, level, 0, FACT, MAY, "lowest skill level admitted")                              \
    F(S, 14, ms, open_ms, 0, FACT, MAY, "callback: not before")                                    \
    F(S, 15, call, earlier, 0, PRIVATE, MAY, "the same caller's callback, whose place it takes")   \
    F(S, 16, ms, answered_ms, 0, FACT, MAY, "typed in afterwards: when it was answered")           \
    F(S, 17, ms, ended_ms, 0, FACT, MAY, "typed in afterwards: when it was over")                  \
    F(S, 18, u64, place, 0, FACT, MAY, "position in the queue")                                    \
    F(S, 19, u64, contact, 0, FACT, MAY, "contact of an outbound list")                            \
    F(S, 20, ticket, ticket, 0, PRIVATE, MAY, "ticket that an outbound call is about")             \
    F(S, 21, text, note, LIMIT_NOTE, WORDS, MAY, "typed in afterwards: how it was taken")          \
    F(S, 22, ms, arrived_ms, 0, FACT, MAY, "typed in afterwards: when it rang")
#define FIELDS_fact_call_offered(S, F, E, R)                                                       \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MUST, "agent")                                                \
    F(S, 4, ms, until_ms, 0, FACT, MUST, "the offer lapses at")                                    \
    F(S, 5, u64, queue, 0, FACT, MAY, "queue; none: the line's own")                               \
    E(S, 6, call_event, event, FACT, MAY, "offer, or recall of a promised callback")
#define FIELDS_fact_call_answered(S, F, E, R)                                                      \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MUST, "agent")                                                \
    F(S, 4, u64, wait_ms, 0, FACT, MAY, "from arrival to answer")                                  \
    F(S, 5, flag, in_target, 1, FACT, MAY, "within the target (R67)")                              \
    F(S, 6, flag, first, 1, FACT, MAY, "first answer of this call, not one after a transfer")      \
    F(S, 7, u64, queue, 0, FACT, MAY, "queue; none: the line's own")                               \
    E(S, 8, call_event, event, FACT, MAY, "answer, confirm or reach")                              \
    F(S, 9, u64, ring_ms, 0, FACT, MAY, "from the offer to the answer")                            \
    F(S, 10, flag, in_rings, 1, FACT, MAY, "within three rings (R3)")                              \
    F(S, 11, u64, stay_ms, 0, FACT, MAY, "in this queue")
#define FIELDS_fact_call_lapsed(S, F, E, R)                                                        \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MAY, "agent who did not answer; none: an outside number")     \
    F(S, 4, ms, order_ms, 0, FACT, MUST, "place in the queue")                                     \
    F(S, 5, u64, queue, 0, FACT, MAY, "queue; none: the line's own")                               \
    F(S, 6, ms, next_ms, 0, FACT, MAY, "next step of its waiting at")                              \
    E(S, 7, wait_step, step, FACT, MAY, "what that is")                                            \
    F(S, 8, u64, ring_ms, 0, FACT, MAY, "from the offer")
#define FIELDS_fact_call_abandoned(S, F, E, R)                                                     \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MAY, "agent whom it was offered to")                          \
    F(S, 4, u64, wait_ms, 0, FACT, MAY, "from arrival")                                            \
    F(S, 5, u64, queue, 0, FACT, MAY, "queue; none: the line's own")                               \
    F(S, 6, u64, stay_ms, 0, FACT, MAY, "in this queue")
#define FIELDS_fact_call_ended(S, F, E, R)                                                         \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MAY, "agent")                                                 \
    E(S, 4, call_end, how, FACT, MUST, "who hung up first (R6), or why it is over")                \
    F(S, 5, u64, talk_ms, 0, FACT, MAY, "from the last answer")                                    \
    F(S, 6, u64, queue, 0, FACT, MAY, "queue; none: the line's own")                               \
    F(S, 7, person, second, 0, FACT, MAY, "the other agent of a consultation or three-way call")   \
    E(S, 8, call_event, event, FACT, MAY, "what ended it; none: end or hang_up")                   \
    F(S, 9, u64, wait_ms, 0, FACT, MAY, "from arrival to its first answer")                        \
    E(S, 10, fail_reason, reason, FACT, MAY, "why it was not reached")                             \
    F(S, 11, call, by, 0, PRIVATE, MAY, "the call by which the same caller rang again")            \
    F(S, 12, text, note, LIMIT_NOTE, WORDS, MAY, "why a callback was withdrawn")                   \
    F(S, 13, u64, hold_ms, 0, FACT, MAY, "time on hold that ends")                                 \
    F(S, 14, u64, tries, 0, FACT, MAY, "attempts made")
#define FIELDS_fact_call_transferred(S, F, E, R)                                                   \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MUST, "agent who receives it")                                \
    F(S, 4, person, origin, 0, FACT, MUST, "agent who passes it on")                               \
    F(S, 5, ms, until_ms, 0, FACT, MUST, "the offer lapses at")                                    \
    F(S, 6, text, note, LIMIT_NOTE, WORDS, MAY, "note to the receiver")                            \
    F(S, 7, u64, queue, 0, FACT, MAY, "queue; none: the line's own")                               \
    F(S, 8, u64, talk_ms, 0, FACT, MAY, "from the last answer")                                    \
    F(S, 9, u64, hold_ms, 0, FACT, MAY, "time on hold that ends")
#define FIELDS_fact_call_requeued(S, F, E, R)                                                      \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, origin, 0, FACT, MUST, "agent who had it")                                     \
    F(S, 4, ms, order_ms, 0, FACT, MUST, "place in the queue")                                     \
    E(S, 5, call_event, event, FACT, MUST, "transfer to a queue, or agent gone")                   \
    F(S, 6, text, note, LIMIT_NOTE, WORDS, MAY, "note to the receiver")                            \
    F(S, 7, u64, queue, 0, FACT, MAY, "queue that takes it; none: the line's own")                 \
    F(S, 8, ms, next_ms, 0, FACT, MAY, "next step of its waiting at")                              \
    E(S, 9, wait_step, step, FACT, MAY, "what that is")                                            \
    F(S, 10, u64, level, 0, FACT, MAY, "lowest skill level admitted")                              \
    F(S, 11, person, second, 0, FACT, MAY, "the other agent, who is let go")                       \
    F(S, 12, u64, place, 0, FACT, MAY, "position in the queue")                                    \
    F(S, 13, u64, talk_ms, 0, FACT, MAY, "from the last answer")                                   \
    F(S, 14, u64, hold_ms, 0, FACT, MAY, "time on hold that ends")
#define FIELDS_fact_call_given_back(S, F, E, R)                                                    \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MUST, "agent who had passed it on")                           \
    F(S, 4, person, origin, 0, FACT, MAY, "agent who did not answer; none: an outside number")     \
    F(S, 5, ms, until_ms, 0, FACT, MUST, "the offer lapses at")                                    \
    F(S, 6, u64, queue, 0, FACT, MAY, "queue; none: the line's own")
#define FIELDS_fact_call_moved(S, F, E, R)                                                         \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    E(S, 3, call_event, event, FACT, MUST, "what happened")                                        \
    E(S, 4, call_state, from, FACT, MUST, "state before")                                          \
    E(S, 5, call_state, to, FACT, MUST, "state after")                                             \
    F(S, 6, u64, queue, 0, FACT, MAY, "queue afterwards; none: the line's own")                    \
    F(S, 7, person, person, 0, FACT, MAY, "its agent afterwards")                                  \
    F(S, 8, person, second, 0, FACT, MAY, "the other agent afterwards")                            \
    F(S, 9, person, left, 0, FACT, MAY, "agent who is let go")                                     \
    F(S, 10, flag, outside, 1, FACT, MAY, "the other is an outside number")                        \
    F(S, 11, ms, until_ms, 0, FACT, MAY, "the lease ends at")                                      \
    F(S, 12, ms, next_ms, 0, FACT, MAY, "next step of its waiting at")                             \
    E(S, 13, wait_step, step, FACT, MAY, "what that is")                                           \
    F(S, 14, u64, level, 0, FACT, MAY, "lowest skill level admitted")                              \
    E(S, 15, fail_reason, reason, FACT, MAY, "why it was not reached")                             \
    F(S, 16, u64, tries, 0, FACT, MAY, "attempts made")                                            \
    F(S, 17, ms, open_ms, 0, FACT, MAY, "callback: not before")                                    \
    F(S, 18, u64, stay_ms, 0, FACT, MAY, "in the queue it leaves")                                 \
    F(S, 19, u64, place, 0, FACT, MAY, "position in the queue")                                    \
    F(S, 20, u64, from_queue, 0, FACT, MAY, "queue it leaves")                                     \
    F(S, 21, text, number, LIMIT_PHONE, WORDS, MAY, "outside number, or where to ring back")       \
    F(S, 22, text, note, LIMIT_NOTE, WORDS, MAY, "note to the receiver")                           \
    F(S, 23, h32, caller, 0, PRIVATE, MAY, "keyed hash of where to ring back")                     \
    F(S, 24, u64, hold_ms, 0, FACT, MAY, "time on hold that ends")                                 \
    F(S, 25, u64, talk_ms, 0, FACT, MAY, "from the last answer")
#define FIELDS_fact_skill_put(S, F, E, R)                                                          \
    F(S, 1, u64, skill, 0, FACT, MUST, "id")                                                       \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    F(S, 4, text, name, LIMIT_NAME, OPEN, MAY, "name")
#define FIELDS_fact_skill_given(S, F, E, R)                                                        \
    F(S, 1, person, person, 0, FACT, MUST, "who")                                                  \
    F(S, 2, u64, skill, 0, FACT, MUST, "skill")                                                    \
    F(S, 3, u64, level, 0, FACT, MAY, "level; none: taken away")                                   \
    F(S, 4, flag, surge, 1, FACT, MAY, "in surge mode only")                                       \
    F(S, 5, flag, borrowed, 1, FACT, MAY, "a loan")                                                \
    F(S, 6, ms, until_ms, 0, FACT, MAY, "the loan ends at")
#define FIELDS_fact_queue_put(S, F, E, R)                                                          \
    F(S, 1, u64, queue, 0, FACT, MUST, "id: of a line's own queue the line's")                     \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    F(S, 4, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 5, u64, skill, 0, FACT, MAY, "skill from now on")                                         \
    F(S, 6, u64, level, 0, FACT, MAY, "lowest level admitted at once")                             \
    F(S, 7, u64, relax_s, 0, FACT, MAY, "one level more after each")                               \
    E(S, 8, call_priority, priority, FACT, MAY, "priority")                                        \
    F(S, 9, u64, overflow, 0, FACT, MAY, "queue it overflows to")                                  \
    F(S, 10, u64, overflow_s, 0, FACT, MAY, "after")                                               \
    F(S, 11, u64, offer_s, 0, FACT, MAY, "a callback is offered after")                            \
    F(S, 12, u64, most_s, 0, FACT, MAY, "longest wait")
#define FIELDS_fact_line_hours_set(S, F, E, R)                                                     \
    F(S, 1, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 2, bytes, hours, LIMIT_NOTE, FACT, MUST, "as given, or always")
#define FIELDS_fact_line_extended(S, F, E, R)                                                      \
    F(S, 1, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 2, ms, from_ms, 0, FACT, MUST, "from")                                                    \
    F(S, 3, ms, until_ms, 0, FACT, MUST, "until")                                                  \
    F(S, 4, text, reason, LIMIT_NOTE, OPEN, MUST, "why")
#define FIELDS_fact_agent_asked(S, F, E, R)                                                        \
    F(S, 1, person, person, 0, FACT, MUST, "agent")                                                \
    E(S, 2, break_reason, reason, FACT, MAY, "break asked for; none: no longer")                   \
    F(S, 3, flag, allowed, 1, FACT, MAY, "it was allowed")                                         \
    F(S, 4, text, note, LIMIT_NOTE, WORDS, MAY, "why not")
#define FIELDS_fact_agent_alarmed(S, F, E, R)                                                      \
    F(S, 1, person, person, 0, FACT, MUST, "agent")                                                \
    E(S, 2, agent_alarm, alarm, FACT, MUST, "what lasts too long")                                 \
    F(S, 3, call, call, 0, FACT, MAY, "call in hand")                                              \
    F(S, 4, ms, limit_ms, 0, FACT, MAY, "told again at")
#define FIELDS_fact_person_cleared(S, F, E, R)                                                     \
    F(S, 1, person, person, 0, FACT, MUST, "who")                                                  \
    F(S, 2, text, sheet, LIMIT_REPLY, WORDS, MUST, "on what grounds")
#define FIELDS_fact_outbound_put(S, F, E, R)                                                       \
    F(S, 1, u64, outbound, 0, FACT, MUST, "id")                                                    \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    E(S, 4, outbound_kind, kind, FACT, MAY, "what it is for")                                      \
    F(S, 5, ms, from_ms, 0, FACT, MAY, "not before")                                               \
    F(S, 6, ms, until_ms, 0, FACT, MAY, "not after")                                               \
    F(S, 7, u64, of_line, 0, FACT, MAY, "line shown")                                              \
    F(S, 8, u64, tries, 0, FACT, MAY, "attempts for each contact")                                 \
    F(S, 9, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 10, text, script, LIMIT_SCRIPT, OPEN, MAY, "what is said")
#define FIELDS_fact_contact_entered(S, F, E, R)                                                    \
    F(S, 1, u64, contact, 0, FACT, MUST, "id")                                                     \
    F(S, 2, u64, outbound, 0, FACT, MUST, "list")                                                  \
    F(S, 3, h32, caller, 0, PRIVATE, MAY, "keyed hash of the number")                              \
    F(S, 4, flag, barred, 1, FACT, MAY, "not to be called")                                        \
    F(S, 5, text, phone, LIMIT_PHONE, WORDS, MUST, "number")                                       \
    F(S, 6, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    F(S, 7, text, note, LIMIT_NOTE, WORDS, MAY, "what it is about")
#define FIELDS_fact_contact_moved(S, F, E, R)                                                      \
    F(S, 1, u64, contact, 0, FACT, MUST, "id")                                                     \
    F(S, 2, u64, outbound, 0, FACT, MUST, "list")                                                  \
    E(S, 3, contact_state, state, FACT, MUST, "state afterwards")                                  \
    E(S, 4, contact_result, result, FACT, MAY, "what came of it")                                  \
    F(S, 5, person, person, 0, FACT, MAY, "agent")                                                 \
    F(S, 6, u64, tries, 0, FACT, MAY, "attempts made")                                             \
    F(S, 7, ms, until_ms, 0, FACT, MAY, "to be reported on until")                                 \
    F(S, 8, ms, next_ms, 0, FACT, MAY, "not before")                                               \
    F(S, 9, text, note, LIMIT_NOTE, WORDS, MAY, "what was said")
#define FIELDS_fact_no_call_put(S, F, E, R)                                                        \
    F(S, 1, h32, caller, 0, PRIVATE, MUST, "keyed hash of the number")                             \
    F(S, 2, flag, barred, 1, FACT, MAY, "not to be called from now on")                            \
    F(S, 3, text, phone, LIMIT_PHONE, WORDS, MAY, "number")                                        \
    F(S, 4, text, reason, LIMIT_NOTE, WORDS, MAY, "why")
#define FIELDS_fact_plan_put(S, F, E, R)                                                           \
    F(S, 1, u64, plan, 0, FACT, MUST, "id")                                                        \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    E(S, 4, alert_kind, kind, FACT, MAY, "for what")                                               \
    F(S, 5, u64, ack_min, 0, FACT, MAY, "minutes until the next one is told")                      \
    F(S, 6, text, name, LIMIT_NAME, OPEN, MAY, "name")
#define FIELDS_fact_plan_post_set(S, F, E, R)                                                      \
    F(S, 1, u64, plan, 0, FACT, MUST, "plan")                                                      \
    F(S, 2, u64, post, 0, FACT, MUST, "post")                                                      \
    F(S, 3, u64, place, 0, FACT, MUST, "order")                                                    \
    F(S, 4, u64, to, 0, FACT, MAY, "person; none: taken away")
#define FIELDS_fact_alert_raised(S, F, E, R)                                                       \
    F(S, 1, u64, alert, 0, FACT, MUST, "id")                                                       \
    E(S, 2, alert_kind, kind, FACT, MUST, "what it is")                                            \
    F(S, 3, u64, plan, 0, FACT, MUST, "plan")                                                      \
    F(S, 4, call, call, 0, PRIVATE, MAY, "call")                                                   \
    F(S, 5, ticket, ticket, 0, PRIVATE, MAY, "ticket")                                             \
    F(S, 6, text, what, LIMIT_NOTE, WORDS, MUST, "what has happened")                              \
    F(S, 7, text, place, LIMIT_ADDRESS, WORDS, MAY, "where")                                       \
    F(S, 8, text, people, LIMIT_NOTE, WORDS, MAY, "who is hurt or in danger")                      \
    F(S, 9, text, contact, LIMIT_NAME, WORDS, MAY, "who can be reached")                           \
    F(S, 10, text, asked, LIMIT_NOTE, WORDS, MAY, "what help is asked for")
#define FIELDS_fact_alert_relayed(S, F, E, R)                                                      \
    F(S, 1, u64, alert, 0, FACT, MUST, "id")                                                       \
    F(S, 2, u64, post, 0, FACT, MUST, "post")                                                      \
    F(S, 3, u64, place, 0, FACT, MUST, "place at it")                                              \
    F(S, 4, person, person, 0, FACT, MUST, "who")                                                  \
    E(S, 5, relay_state, state, FACT, MUST, "told, acknowledged, passed to the next, nobody")      \
    F(S, 6, ms, until_ms, 0, FACT, MAY, "to be acknowledged until")                                \
    F(S, 7, text, note, LIMIT_NOTE, WORDS, MAY, "what is being done")
#define FIELDS_fact_alert_noted(S, F, E, R)                                                        \
    F(S, 1, u64, alert, 0, FACT, MUST, "id")                                                       \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "what goes on")
#define FIELDS_fact_alert_closed(S, F, E, R)                                                       \
    F(S, 1, u64, alert, 0, FACT, MUST, "id")                                                       \
    F(S, 2, text, result, LIMIT_NOTE, WORDS, MUST, "how it ended")
#define FIELDS_fact_caller_marked(S, F, E, R)                                                      \
    F(S, 1, call, call, 0, FACT, MUST, "call")                                                     \
    F(S, 2, h32, caller, 0, PRIVATE, MAY, "keyed hash of the number")                              \
    E(S, 3, nuisance, kind, FACT, MUST, "what kind")                                               \
    F(S, 4, text, note, LIMIT_NOTE, WORDS, MAY, "what was said")
#define FIELDS_fact_caller_barred(S, F, E, R)                                                      \
    F(S, 1, call, call, 0, FACT, MAY, "a call of the number; none: the period is over")            \
    F(S, 2, h32, caller, 0, PRIVATE, MUST, "keyed hash of the number")                             \
    F(S, 3, ms, until_ms, 0, FACT, MAY, "until; none: no longer")                                  \
    F(S, 4, text, reason, LIMIT_NOTE, WORDS, MAY, "why")
#define FIELDS_fact_evidence_made(S, F, E, R)                                                      \
    F(S, 1, u64, evidence, 0, FACT, MUST, "id")                                                    \
    F(S, 2, call, call, 0, FACT, MUST, "a call of the number")                                     \
    F(S, 3, h32, caller, 0, PRIVATE, MUST, "keyed hash of the number")                             \
    F(S, 4, text, purpose, LIMIT_NOTE, WORDS, MUST, "for whom and why")
#define FIELDS_fact_tree_put(S, F, E, R)                                                           \
    F(S, 1, u64, tree, 0, FACT, MUST, "id")                                                        \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    F(S, 4, u64, of_subject, 0, FACT, MAY, "subject")                                              \
    F(S, 5, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 6, text, text, LIMIT_REPLY, OPEN, MAY, "the tree")
#define FIELDS_fact_market_put(S, F, E, R)                                                         \
    F(S, 1, u64, market, 0, FACT, MUST, "id")                                                      \
    E(S, 2, market_kind, kind, FACT, MUST, "supply or demand")                                     \
    F(S, 3, u64, of_subject, 0, FACT, MAY, "subject")                                              \
    F(S, 4, call, call, 0, PRIVATE, MAY, "call")                                                   \
    F(S, 5, ms, until_ms, 0, FACT, MAY, "of use until")                                            \
    F(S, 6, text, what, LIMIT_NOTE, WORDS, MUST, "what")                                           \
    F(S, 7, text, contact, LIMIT_NAME, WORDS, MAY, "whom to reach")
#define FIELDS_fact_market_moved(S, F, E, R)                                                       \
    F(S, 1, u64, market, 0, FACT, MUST, "id")                                                      \
    E(S, 2, market_state, state, FACT, MUST, "state afterwards")                                   \
    F(S, 3, u64, other, 0, FACT, MAY, "what it was matched with")                                  \
    F(S, 4, text, note, LIMIT_NOTE, WORDS, MAY, "what was agreed, or why it is closed")
#define FIELDS_fact_surge_moved(S, F, E, R)                                                        \
    F(S, 1, flag, on, 1, FACT, MAY, "it began; none: it ended")                                    \
    E(S, 2, surge_by, by, FACT, MAY, "by whom")                                                    \
    F(S, 3, ms, until_ms, 0, FACT, MAY, "ends by itself at")                                       \
    F(S, 4, ms, next_ms, 0, FACT, MAY, "looked at again at")                                       \
    F(S, 5, text, reason, LIMIT_NOTE, OPEN, MAY, "why")                                            \
    F(S, 6, u64, queue, 0, FACT, MAY, "queue that made the rule speak")                            \
    F(S, 7, u64, waiting, 0, FACT, MAY, "calls that waited there")                                 \
    F(S, 8, u64, wrap_s, 0, FACT, MAY, "wrap-up limit from now on; none: no limit")
#define FIELDS_fact_surge_looked(S, F, E, R)                                                       \
    F(S, 1, ms, next_ms, 0, FACT, MAY, "looked at again at; none: when somebody waits")            \
    F(S, 2, ms, away_ms, 0, FACT, MAY, "the cause of surge mode is away since")
#define FIELDS_fact_area_put(S, F, E, R)                                                           \
    F(S, 1, u64, area, 0, FACT, MUST, "id")                                                        \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    F(S, 4, u64, parent, 0, FACT, MAY, "area above")                                               \
    F(S, 5, text, name, LIMIT_NAME, OPEN, MAY, "name")
#define FIELDS_fact_burst_seen(S, F, E, R)                                                         \
    F(S, 1, u64, burst, 0, FACT, MUST, "id")                                                       \
    F(S, 2, u64, of_subject, 0, FACT, MUST, "subject")                                             \
    F(S, 3, u64, area, 0, FACT, MUST, "area")                                                      \
    F(S, 4, u64, n, 0, FACT, MUST, "tickets within the window")                                    \
    F(S, 5, ms, quiet_ms, 0, FACT, MUST, "over when quiet until")
#define FIELDS_fact_burst_moved(S, F, E, R)                                                        \
    F(S, 1, u64, burst, 0, FACT, MUST, "id")                                                       \
    E(S, 2, burst_state, state, FACT, MUST, "state afterwards")                                    \
    F(S, 3, u64, n, 0, FACT, MAY, "tickets so far")                                                \
    F(S, 4, ms, quiet_ms, 0, FACT, MAY, "over when quiet until")                                   \
    F(S, 5, u64, article, 0, FACT, MAY, "article pinned")                                          \
    F(S, 6, text, answer, LIMIT_SCRIPT, OPEN, MAY, "answer pinned")
#define FIELDS_fact_notice_put(S, F, E, R)                                                         \
    F(S, 1, u64, notice, 0, FACT, MUST, "id")                                                      \
    E(S, 2, change, change, FACT, MUST, "what was done")                                           \
    F(S, 3, ms, until_ms, 0, FACT, MAY, "until")                                                   \
    F(S, 4, flag, outage, 1, FACT, MAY, "something is down")                                       \
    F(S, 5, text, body, LIMIT_SCRIPT, OPEN, MAY, "text")

#endif
