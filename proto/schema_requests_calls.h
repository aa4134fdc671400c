/* The fields of the requests about calls, agents, queues and what else belongs to the switchboard.
 * Macros as in schema_requests.h. */
#ifndef PROTO_SCHEMA_REQUESTS_CALLS_H
#define PROTO_SCHEMA_REQUESTS_CALLS_H

/* How a queue is served. Absent fields stay as they were. */
#define QUEUE_RULES(S, F, E)                                                                       \
    F(S, 30, flag, anew, 1, FACT, MAY, "forget what was set before; then what is given holds")     \
    F(S, 31, code, skill, LIMIT_CODE, FACT, MAY,                                                   \
      "code of the skill its calls need; none: anybody")                                           \
    F(S, 32, u64, level, LIMIT_SKILL, FACT, MAY,                                                   \
      "lowest skill level admitted at once: 1 is the best; all levels by default")                 \
    F(S, 33, u64, relax_s, LIMIT_WAIT_S, FACT, MAY,                                                \
      "one level more is admitted after each so many seconds of waiting")                          \
    E(S, 34, call_priority, priority, FACT, MAY, "of its calls, usual by default")                 \
    F(S, 35, code, overflow, LIMIT_CODE, FACT, MAY,                                                \
      "code of the queue that takes its calls when they wait too long")                            \
    F(S, 36, u64, overflow_s, LIMIT_WAIT_S, FACT, MAY, "after so many seconds")                    \
    F(S, 37, u64, offer_s, LIMIT_WAIT_S, FACT, MAY, "a callback is offered after so many seconds") \
    F(S, 38, u64, most_s, LIMIT_WAIT_S, FACT, MAY,                                                 \
      "after so many seconds a callback is promised without asking")
#define FIELDS_req_agent_ready(S, F, E, R)
#define FIELDS_req_agent_pause(S, F, E, R) E(S, 1, break_reason, reason, FACT, MUST, "why")
#define FIELDS_req_agent_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_agent_allow(S, F, E, R)                                                         \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "agent's number")
#define FIELDS_req_agent_refuse(S, F, E, R)                                                        \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "agent's number")                                \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MAY, "why not")
#define FIELDS_req_person_clear(S, F, E, R)                                                        \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "person's number")                               \
    F(S, 2, text, sheet, LIMIT_REPLY, WORDS, MUST,                                                 \
      "on what grounds: the result sheet of a drill, for one")
#define FIELDS_req_call_arrive(S, F, E, R)                                                         \
    F(S, 1, code, line, LIMIT_CODE, FACT, MUST, "line's code")                                     \
    F(S, 2, text, from, LIMIT_PHONE, WORDS, MAY, "caller's number, when shown")                    \
    E(S, 3, channel, channel, FACT, MAY, "phone (default) or visit")                               \
    F(S, 4, flag, here, 1, FACT, MAY, "it is at my station already: no queue")                     \
    E(S, 5, call_priority, priority, FACT, MAY,                                                    \
      "when the caller chose: emergency goes first in every queue")                                \
    F(S, 6, code, queue, LIMIT_CODE, FACT, MAY,                                                    \
      "code of a queue when the caller chose one; else the line's own")
#define FIELDS_req_call_answer(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_hang_up(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_end(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_transfer(S, F, E, R)                                                       \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")                                            \
    F(S, 2, code, to, LIMIT_CODE, FACT, MAY, "number of a ready agent")                            \
    F(S, 3, code, queue, LIMIT_CODE, FACT, MAY,                                                    \
      "or code of the queue that takes it; each line has one of its own")                          \
    F(S, 4, text, note, LIMIT_NOTE, WORDS, MAY, "what the receiver should know")
#define FIELDS_req_call_show(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_call_hold(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_resume(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_consult(S, F, E, R)                                                        \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")                                            \
    F(S, 2, code, to, LIMIT_CODE, FACT, MAY, "number of a ready agent")                            \
    F(S, 3, text, outside, LIMIT_PHONE, WORDS, MAY, "or an outside number")                        \
    F(S, 4, text, note, LIMIT_NOTE, WORDS, MAY, "what the receiver should know")
#define FIELDS_req_call_joined(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_take_back(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_complete(S, F, E, R)                                                       \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")                                            \
    F(S, 4, text, note, LIMIT_NOTE, WORDS, MAY, "what the receiver should know")
#define FIELDS_req_call_confirm(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_conference(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_leave(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_refer(S, F, E, R)                                                          \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")                                            \
    F(S, 3, text, outside, LIMIT_PHONE, WORDS, MUST, "outside number")                             \
    F(S, 4, text, note, LIMIT_NOTE, WORDS, MAY, "for whom and why")
#define FIELDS_req_call_failed(S, F, E, R)                                                         \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")                                            \
    E(S, 2, fail_reason, reason, FACT, MUST, "why")
#define FIELDS_req_call_promise(S, F, E, R)                                                        \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")                                            \
    F(S, 2, text, number, LIMIT_PHONE, WORDS, MAY,                                                 \
      "where to ring, when it is another number than shown")
#define FIELDS_req_call_reached(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_withdraw(S, F, E, R)                                                       \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")                                            \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MUST, "why nobody is to ring")
#define FIELDS_req_callback_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_call_dial(S, F, E, R)                                                           \
    F(S, 1, text, to, LIMIT_PHONE, WORDS, MAY,                                                     \
      "number to dial; without it the contact's or the ticket's")                                  \
    F(S, 2, u64, contact, 0, FACT, MAY, "contact of an outbound list, taken by me")                \
    F(S, 3, ticket, ticket, 0, FACT, MAY, "ticket it is about")                                    \
    F(S, 4, code, line, LIMIT_CODE, FACT, MUST,                                                    \
      "code of the line that is shown to the called person")
#define FIELDS_req_call_enter(S, F, E, R)                                                          \
    F(S, 1, code, line, LIMIT_CODE, FACT, MUST, "line's code")                                     \
    F(S, 2, text, from, LIMIT_PHONE, WORDS, MAY, "caller's number")                                \
    F(S, 3, ms, arrived_ms, 0, FACT, MUST, "when it rang")                                         \
    F(S, 4, ms, answered_ms, 0, FACT, MUST, "when it was answered")                                \
    F(S, 5, ms, ended_ms, 0, FACT, MUST, "when it was over")                                       \
    F(S, 6, text, note, LIMIT_NOTE, WORDS, MAY, "by which mobile, and why")
#define FIELDS_req_skill_add(S, F, E, R)                                                           \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "skill's code, never reused")                      \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "name")
#define FIELDS_req_skill_change(S, F, E, R)                                                        \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "skill's code")                                    \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "new name")
#define FIELDS_req_skill_retire(S, F, E, R)                                                        \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "skill's code")
#define FIELDS_req_skill_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_skill_give(S, F, E, R)                                                          \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "person's number")                               \
    F(S, 2, code, skill, LIMIT_CODE, FACT, MUST, "skill's code")                                   \
    F(S, 3, u64, level, LIMIT_SKILL, FACT, MUST, "1 is the best, 9 the least")                     \
    F(S, 4, flag, surge, 1, FACT, MAY, "counts in surge mode only: a borrowed agent (R82)")
#define FIELDS_req_skill_take(S, F, E, R)                                                          \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "person's number")                               \
    F(S, 2, code, skill, LIMIT_CODE, FACT, MUST, "skill's code")
#define FIELDS_req_skill_people(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_queue_add(S, F, E, R)                                                           \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "queue's code, never reused, not one of a line")   \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "name")                                            \
    QUEUE_RULES(S, F, E)
#define FIELDS_req_queue_change(S, F, E, R)                                                        \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST,                                                    \
      "queue's code, or a line's for the line's own queue")                                        \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "new name; a line's own queue has the line's name") \
    QUEUE_RULES(S, F, E)
#define FIELDS_req_queue_retire(S, F, E, R)                                                        \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "queue's code")
#define FIELDS_req_queue_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_line_hours(S, F, E, R)                                                          \
    F(S, 1, code, line, LIMIT_CODE, FACT, MUST, "line's code")                                     \
    F(S, 2, text, hours, LIMIT_NOTE, OPEN, MUST,                                                   \
      "always, or as: mon-fri 08:00-12:00 13:30-18:00; sat 09:00-12:00; holiday 10:00-12:00")
#define FIELDS_req_line_extend(S, F, E, R)                                                         \
    F(S, 1, code, line, LIMIT_CODE, FACT, MUST, "line's code")                                     \
    F(S, 2, ms, from_ms, 0, FACT, MUST, "from")                                                    \
    F(S, 3, ms, until_ms, 0, FACT, MUST, "until")                                                  \
    F(S, 4, text, reason, LIMIT_NOTE, OPEN, MUST, "why")
#define FIELDS_req_queue_place(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_agent_borrow(S, F, E, R)                                                        \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "agent's number")                                \
    F(S, 2, code, skill, LIMIT_CODE, FACT, MUST, "skill's code")                                   \
    F(S, 3, u64, level, LIMIT_SKILL, FACT, MUST, "1 is the best, 9 the least")                     \
    F(S, 4, ms, until_ms, 0, FACT, MUST, "until")
#define FIELDS_req_agent_return(S, F, E, R)                                                        \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "agent's number")                                \
    F(S, 2, code, skill, LIMIT_CODE, FACT, MUST, "skill's code")
#define FIELDS_req_queue_figures(S, F, E, R)                                                       \
    F(S, 1, ms, from_ms, 0, FACT, MAY, "first day, its midnight; today by default")                \
    F(S, 2, ms, until_ms, 0, FACT, MAY, "before this instant")                                     \
    PAGE_FIELDS(S, F)
#define FIELDS_req_agent_figures(S, F, E, R)                                                       \
    F(S, 1, ms, from_ms, 0, FACT, MAY, "first day, its midnight; today by default")                \
    F(S, 2, ms, until_ms, 0, FACT, MAY, "before this instant")                                     \
    PAGE_FIELDS(S, F)
#define FIELDS_req_volume_show(S, F, E, R)                                                         \
    F(S, 1, ms, from_ms, 0, FACT, MUST, "first half-hour")                                         \
    F(S, 2, ms, until_ms, 0, FACT, MUST, "before this instant")                                    \
    PAGE_FIELDS(S, F)
#define FIELDS_req_outbound_add(S, F, E, R)                                                        \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "list's code, never reused")                       \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "name")                                            \
    E(S, 3, outbound_kind, kind, FACT, MUST, "what it is for")                                     \
    F(S, 4, ms, from_ms, 0, FACT, MUST, "not before")                                              \
    F(S, 5, ms, until_ms, 0, FACT, MUST, "not after")                                              \
    F(S, 6, code, line, LIMIT_CODE, FACT, MUST, "code of the line that is shown")                  \
    F(S, 7, u64, tries, 20, FACT, MAY, "attempts for each contact, 3 by default (R67)")            \
    F(S, 8, text, script, LIMIT_SCRIPT, OPEN, MAY, "what is said")
#define FIELDS_req_outbound_close(S, F, E, R)                                                      \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "list's code")
#define FIELDS_req_outbound_enter(S, F, E, R)                                                      \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "list's code")                                     \
    F(S, 2, text, phone, LIMIT_PHONE, WORDS, MUST, "number")                                       \
    F(S, 3, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    F(S, 4, text, note, LIMIT_NOTE, WORDS, MAY, "what it is about")
#define FIELDS_req_outbound_next(S, F, E, R)                                                       \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "list's code")
#define FIELDS_req_outbound_result(S, F, E, R)                                                     \
    F(S, 1, u64, contact, 0, FACT, MUST, "contact's number")                                       \
    E(S, 2, contact_result, result, FACT, MUST, "what came of it")                                 \
    F(S, 3, text, note, LIMIT_NOTE, WORDS, MAY, "what was said")
#define FIELDS_req_outbound_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_outbound_contacts(S, F, E, R)                                                   \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "list's code")                                     \
    PAGE_FIELDS(S, F)
#define FIELDS_req_no_call_add(S, F, E, R)                                                         \
    F(S, 1, text, phone, LIMIT_PHONE, WORDS, MUST, "number")                                       \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MAY, "why")
#define FIELDS_req_no_call_remove(S, F, E, R)                                                      \
    F(S, 1, text, phone, LIMIT_PHONE, WORDS, MUST, "number")
#define FIELDS_req_no_call_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_outbound_show(S, F, E, R)                                                       \
    F(S, 1, u64, contact, 0, FACT, MUST, "contact's number")
#define FIELDS_req_plan_add(S, F, E, R)                                                            \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "plan's code, never reused")                       \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "name")                                            \
    E(S, 3, alert_kind, kind, FACT, MUST, "for what")                                              \
    F(S, 4, u64, ack_min, LIMIT_WAIT_MIN, FACT, MAY,                                               \
      "minutes until the next one is told; by default as the settings say")
#define FIELDS_req_plan_set(S, F, E, R)                                                            \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "plan's code")                                     \
    F(S, 2, u64, post, LIMIT_POSTS, FACT, MUST,                                                    \
      "number of the post: each post has to acknowledge")                                          \
    F(S, 3, u64, place, LIMIT_PLACES, FACT, MUST, "order at this post: 1 is told first")           \
    F(S, 4, code, number, LIMIT_CODE, FACT, MAY,                                                   \
      "number of the person; none: the place is taken away")
#define FIELDS_req_plan_retire(S, F, E, R)                                                         \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "plan's code")
#define FIELDS_req_plan_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_alert_raise(S, F, E, R)                                                         \
    E(S, 1, alert_kind, kind, FACT, MUST, "what it is")                                            \
    F(S, 2, code, plan, LIMIT_CODE, FACT, MUST, "plan's code")                                     \
    F(S, 3, call, call, 0, FACT, MAY, "call in hand")                                              \
    F(S, 4, ticket, ticket, 0, FACT, MAY, "ticket")                                                \
    F(S, 5, text, what, LIMIT_NOTE, WORDS, MUST,                                                   \
      "what has happened; of a leader's call, the instruction")                                    \
    F(S, 6, text, place, LIMIT_ADDRESS, WORDS, MAY, "where; required for an emergency")            \
    F(S, 7, text, people, LIMIT_NOTE, WORDS, MAY,                                                  \
      "who is hurt or in danger; required for an emergency")                                       \
    F(S, 8, text, contact, LIMIT_NAME, WORDS, MAY,                                                 \
      "who can be reached there, or the leader's name")                                            \
    F(S, 9, text, asked, LIMIT_NOTE, WORDS, MAY, "what help is asked for")
#define FIELDS_req_alert_acknowledge(S, F, E, R)                                                   \
    F(S, 1, u64, alert, 0, FACT, MUST, "alert's number")                                           \
    F(S, 2, code, number, LIMIT_CODE, FACT, MAY,                                                   \
      "for whom, when a lead records it; me by default")                                           \
    F(S, 3, text, note, LIMIT_NOTE, WORDS, MAY, "what is being done")
#define FIELDS_req_alert_note(S, F, E, R)                                                          \
    F(S, 1, u64, alert, 0, FACT, MUST, "alert's number")                                           \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "what goes on")
#define FIELDS_req_alert_close(S, F, E, R)                                                         \
    F(S, 1, u64, alert, 0, FACT, MUST, "alert's number")                                           \
    F(S, 2, text, result, LIMIT_NOTE, WORDS, MUST, "how it ended")
#define FIELDS_req_alert_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_alert_show(S, F, E, R) F(S, 1, u64, alert, 0, FACT, MUST, "alert's number")
#define FIELDS_req_caller_mark(S, F, E, R)                                                         \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")                                            \
    E(S, 2, nuisance, kind, FACT, MUST, "what kind")                                               \
    F(S, 3, text, note, LIMIT_NOTE, WORDS, MAY, "what was said")
#define FIELDS_req_caller_block(S, F, E, R)                                                        \
    F(S, 1, call, call, 0, FACT, MUST, "a call of the number")                                     \
    F(S, 2, ms, until_ms, 0, FACT, MUST, "until")                                                  \
    F(S, 3, text, reason, LIMIT_NOTE, WORDS, MUST, "why")
#define FIELDS_req_caller_unblock(S, F, E, R)                                                      \
    F(S, 1, call, call, 0, FACT, MUST, "a call of the number")                                     \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MUST, "why")
#define FIELDS_req_caller_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_caller_export(S, F, E, R)                                                       \
    F(S, 1, call, call, 0, FACT, MUST, "a call of the number")                                     \
    F(S, 2, text, purpose, LIMIT_NOTE, WORDS, MUST, "for whom and why")
#define FIELDS_req_caller_evidence(S, F, E, R)                                                     \
    F(S, 1, u64, evidence, 0, FACT, MUST, "number of the export")                                  \
    PAGE_FIELDS(S, F)
#define FIELDS_req_tree_load(S, F, E, R)                                                           \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "tree's code")                                     \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "name")                                            \
    F(S, 3, code, subject, LIMIT_CODE, FACT, MAY, "subject's code")                                \
    F(S, 4, text, text, LIMIT_REPLY, OPEN, MUST, "the tree, a node on each line")
#define FIELDS_req_tree_retire(S, F, E, R)                                                         \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "tree's code")
#define FIELDS_req_tree_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_tree_show(S, F, E, R)                                                           \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "tree's code")                                     \
    F(S, 2, u64, version, 0, FACT, MAY, "an earlier version")
#define FIELDS_req_ticket_walk(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, code, tree, LIMIT_CODE, FACT, MUST, "tree's code")                                     \
    F(S, 3, text, path, LIMIT_NOTE, OPEN, MUST, "numbers of the nodes passed, as 1>3>7")
#define FIELDS_req_ticket_identify(S, F, E, R)                                                     \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    E(S, 2, identity_way, way, FACT, MUST, "how")                                                  \
    F(S, 3, flag, failed, 1, FACT, MAY, "it is not the caller")                                    \
    F(S, 4, text, note, LIMIT_NOTE, WORDS, MAY, "what was asked")
#define FIELDS_req_market_add(S, F, E, R)                                                          \
    E(S, 1, market_kind, kind, FACT, MUST, "supply or demand")                                     \
    F(S, 2, text, what, LIMIT_NOTE, WORDS, MUST, "what")                                           \
    F(S, 3, text, contact, LIMIT_NAME, WORDS, MAY, "whom to reach")                                \
    F(S, 4, code, subject, LIMIT_CODE, FACT, MAY, "subject's code")                                \
    F(S, 5, call, call, 0, FACT, MAY, "call in hand")                                              \
    F(S, 6, ms, until_ms, 0, FACT, MAY, "of use until")
#define FIELDS_req_market_match(S, F, E, R)                                                        \
    F(S, 1, u64, supply, 0, FACT, MUST, "number of the supply")                                    \
    F(S, 2, u64, demand, 0, FACT, MUST, "number of the demand")                                    \
    F(S, 3, text, note, LIMIT_NOTE, WORDS, MAY, "what was agreed")
#define FIELDS_req_market_close(S, F, E, R)                                                        \
    F(S, 1, u64, market, 0, FACT, MUST, "its number")                                              \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MUST, "why")
#define FIELDS_req_market_list(S, F, E, R)                                                         \
    E(S, 1, market_kind, kind, FACT, MAY, "only these")                                            \
    F(S, 2, flag, closed, 1, FACT, MAY, "matched and closed ones too")                             \
    PAGE_FIELDS(S, F)
#define FIELDS_req_surge_start(S, F, E, R)                                                         \
    F(S, 1, text, reason, LIMIT_NOTE, OPEN, MUST, "why")                                           \
    F(S, 2, ms, until_ms, 0, FACT, MAY, "it ends then by itself")
#define FIELDS_req_surge_end(S, F, E, R)
#define FIELDS_req_surge_show(S, F, E, R)
#define FIELDS_req_area_add(S, F, E, R)                                                            \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "area's code, never reused")                       \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "name")                                            \
    F(S, 3, code, parent, LIMIT_CODE, FACT, MAY, "code of the area above")
#define FIELDS_req_area_change(S, F, E, R)                                                         \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "area's code")                                     \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "new name")                                         \
    F(S, 3, code, parent, LIMIT_CODE, FACT, MAY, "code of the area above")
#define FIELDS_req_area_retire(S, F, E, R)                                                         \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "area's code")
#define FIELDS_req_area_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_burst_list(S, F, E, R)                                                          \
    F(S, 1, flag, closed, 1, FACT, MAY, "those that are over too")                                 \
    PAGE_FIELDS(S, F)
#define FIELDS_req_burst_pin(S, F, E, R)                                                           \
    F(S, 1, u64, burst, 0, FACT, MUST, "burst's number")                                           \
    F(S, 2, code, article, LIMIT_CODE, FACT, MAY, "code of the article that answers it")           \
    F(S, 3, text, answer, LIMIT_SCRIPT, OPEN, MAY, "or the answer in words")
#define FIELDS_req_burst_close(S, F, E, R) F(S, 1, u64, burst, 0, FACT, MUST, "burst's number")
#define FIELDS_req_notice_put(S, F, E, R)                                                          \
    F(S, 1, text, body, LIMIT_SCRIPT, OPEN, MUST,                                                  \
      "what everybody is to know; name the other channels")                                        \
    F(S, 2, ms, until_ms, 0, FACT, MAY, "it goes away then by itself")                             \
    F(S, 3, flag, outage, 1, FACT, MAY, "telephony or another service is down (R83)")
#define FIELDS_req_notice_end(S, F, E, R) F(S, 1, u64, notice, 0, FACT, MUST, "notice's number")
#define FIELDS_req_notice_list(S, F, E, R)                                                         \
    F(S, 1, flag, closed, 1, FACT, MAY, "those that are over too")                                 \
    PAGE_FIELDS(S, F)
#define FIELDS_req_script_preview(S, F, E, R)                                                      \
    F(S, 1, code, code, LIMIT_CODE, FACT, MAY, "one script; else what a call would be shown")      \
    F(S, 2, code, line, LIMIT_CODE, FACT, MAY, "code of the line, for a call")                     \
    E(S, 3, ticket_type, type, FACT, MAY, "kind of matter, for its prompt cards")                  \
    F(S, 4, flag, late, 1, FACT, MAY, "as if it had rung for too long")                            \
    F(S, 5, flag, surge, 1, FACT, MAY, "as if surge mode were on")                                 \
    F(S, 6, text, caller, LIMIT_NAME, WORDS, MAY, "as if the caller had this name")

#endif
