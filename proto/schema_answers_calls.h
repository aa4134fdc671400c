/* The fields of the answers about calls, agents, queues and what else belongs to the switchboard.
 * Macros as in schema_requests.h. */
#ifndef PROTO_SCHEMA_ANSWERS_CALLS_H
#define PROTO_SCHEMA_ANSWERS_CALLS_H

#define FIELDS_rec_agent_item(S, F, E, R)                                                          \
    F(S, 1, person, person, 0, FACT, MUST, "id")                                                   \
    F(S, 2, code, number, LIMIT_CODE, FACT, MUST, "number")                                        \
    F(S, 3, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    E(S, 4, agent_state, state, FACT, MAY, "state")                                                \
    F(S, 5, ms, since_ms, 0, FACT, MAY, "in it since")                                             \
    E(S, 6, break_reason, reason, FACT, MAY, "why the break")                                      \
    F(S, 7, call, call, 0, FACT, MAY, "call in hand")                                              \
    F(S, 8, code, station, LIMIT_CODE, FACT, MAY, "station's number")                              \
    F(S, 9, ms, limit_ms, 0, FACT, MAY, "it lasts too long from then on")                          \
    E(S, 10, break_reason, asks, FACT, MAY, "break that waits for the lead")                       \
    F(S, 11, flag, trainee, 1, FACT, MAY, "not cleared for real calls")                            \
    F(S, 12, flag, borrowed, 1, FACT, MAY, "has a skill on loan")
#define FIELDS_rec_agent_page(S, F, E, R)                                                          \
    R(S, 1, agent_item, rows, LIMIT_PAGE, "agents, by number")                                     \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_call_item(S, F, E, R)                                                           \
    F(S, 1, call, call, 0, FACT, MUST, "number")                                                   \
    F(S, 2, code, line, LIMIT_CODE, FACT, MAY, "line's code")                                      \
    E(S, 3, call_state, state, FACT, MAY, "state")                                                 \
    E(S, 4, channel, channel, FACT, MAY, "phone or visit")                                         \
    F(S, 5, ms, arrived_ms, 0, FACT, MAY, "arrived")                                               \
    F(S, 6, ms, answered_ms, 0, FACT, MAY, "answered")                                             \
    F(S, 7, ms, ended_ms, 0, FACT, MAY, "ended")                                                   \
    F(S, 8, code, agent, LIMIT_CODE, FACT, MAY, "agent's number")                                  \
    F(S, 9, ticket, ticket, 0, FACT, MAY, "its ticket")                                            \
    F(S, 10, code, queue, LIMIT_CODE, FACT, MAY, "queue's code")                                   \
    E(S, 11, call_priority, priority, FACT, MAY, "priority")                                       \
    F(S, 12, code, second, LIMIT_CODE, FACT, MAY, "the other agent's number")
#define FIELDS_rec_call_page(S, F, E, R)                                                           \
    R(S, 1, call_item, rows, LIMIT_PAGE, "calls")                                                  \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_prompt_item(S, F, E, R)                                                         \
    F(S, 1, text, body, LIMIT_SCRIPT, OPEN, MAY, "text, a step on each line")                      \
    E(S, 2, script_kind, kind, FACT, MAY, "what it is for")                                        \
    E(S, 3, prompt_kind, prompt, FACT, MAY, "for which kind of call")                              \
    F(S, 4, code, code, LIMIT_CODE, FACT, MAY, "script's code")
#define FIELDS_rec_call_card(S, F, E, R)                                                           \
    F(S, 1, call, call, 0, FACT, MUST, "number")                                                   \
    F(S, 2, code, line, LIMIT_CODE, FACT, MAY, "line's code")                                      \
    F(S, 3, text, line_name, LIMIT_NAME, OPEN, MAY, "line's name")                                 \
    E(S, 4, call_state, state, FACT, MAY, "state")                                                 \
    E(S, 5, channel, channel, FACT, MAY, "phone or visit")                                         \
    F(S, 6, text, from, LIMIT_PHONE, WORDS, MAY, "caller's number, masked unless it is my call")   \
    F(S, 7, ms, arrived_ms, 0, FACT, MAY, "arrived")                                               \
    F(S, 8, ms, answered_ms, 0, FACT, MAY, "answered")                                             \
    F(S, 9, ms, until_ms, 0, FACT, MAY, "the offer lapses at")                                     \
    F(S, 10, flag, late, 1, FACT, MAY, "it rang longer than allowed: apologise (R3)")              \
    F(S, 11, text, greeting, LIMIT_SCRIPT, OPEN, MAY, "greeting, filled in")                       \
    F(S, 12, text, apology, LIMIT_SCRIPT, OPEN, MAY, "apology, filled in, when late")              \
    F(S, 13, text, closing, LIMIT_SCRIPT, OPEN, MAY, "closing, filled in")                         \
    F(S, 14, text, note, LIMIT_NOTE, WORDS, MAY, "note of the agent who passed it on")             \
    F(S, 15, code, note_by, LIMIT_CODE, FACT, MAY, "that agent's number")                          \
    F(S, 16, ticket, ticket, 0, FACT, MAY, "its draft or ticket")                                  \
    F(S, 17, u64, calls_count, 0, FACT, MAY, "earlier calls of this caller")                       \
    R(S, 18, call_item, calls, 20, "the last of them")                                             \
    R(S, 19, ticket_item, tickets, 20, "this caller's tickets, open ones first")                   \
    R(S, 20, prompt_item, prompts, 20, "prompt cards")                                             \
    F(S, 21, code, agent, LIMIT_CODE, FACT, MAY, "number of the agent who has it")                 \
    F(S, 22, code, second, LIMIT_CODE, FACT, MAY, "number of the other agent")                     \
    F(S, 23, flag, outside, 1, FACT, MAY, "the other is an outside number")                        \
    F(S, 24, ms, hold_ms, 0, FACT, MAY, "on hold since")                                           \
    F(S, 25, text, number, LIMIT_PHONE, WORDS, MAY, "outside number, or the one to ring")          \
    E(S, 26, call_priority, priority, FACT, MAY, "priority")                                       \
    F(S, 28, u64, tries, 0, FACT, MAY, "attempts to reach them so far")                            \
    F(S, 29, text, announcement, LIMIT_SCRIPT, OPEN, MAY, "surge line, in surge mode")             \
    F(S, 30, u64, marks, 0, FACT, MAY, "times this number was marked as harassment")               \
    E(S, 31, nuisance, mark, FACT, MAY, "of what kind, last")                                      \
    F(S, 32, code, origin, LIMIT_CODE, FACT, MAY, "number of who passes it on")                    \
    F(S, 33, u64, contact, 0, FACT, MAY, "contact of an outbound list")                            \
    F(S, 34, flag, dialled, 1, FACT, MAY, "we rang them")
#define FIELDS_rec_minute_item(S, F, E, R)                                                         \
    F(S, 1, ms, start_ms, 0, FACT, MUST, "the minute's start")                                     \
    F(S, 2, u64, arrived, 0, FACT, MAY, "calls arrived")                                           \
    F(S, 3, u64, answered, 0, FACT, MAY, "calls answered for the first time")                      \
    F(S, 4, u64, in_target, 0, FACT, MAY, "of these within the target")                            \
    F(S, 5, u64, abandoned, 0, FACT, MAY, "calls abandoned")                                       \
    F(S, 6, u64, called_back, 0, FACT, MAY, "left the queue with a promised callback")             \
    F(S, 7, u64, closed, 0, FACT, MAY, "came outside opening hours")                               \
    F(S, 8, u64, blocked, 0, FACT, MAY, "refused: blocked")                                        \
    F(S, 9, u64, in_rings, 0, FACT, MAY, "answered within three rings")
#define FIELDS_rec_queue_item(S, F, E, R)                                                          \
    F(S, 1, code, line, LIMIT_CODE, FACT, MUST, "queue's code; of a line's own queue the line's")  \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "its name")                                         \
    F(S, 3, u64, waiting, 0, FACT, MAY, "callers waiting")                                         \
    F(S, 4, ms, oldest_ms, 0, FACT, MAY, "arrival of the oldest of them")                          \
    F(S, 5, u64, callbacks, 0, FACT, MAY, "promised callbacks in it")                              \
    F(S, 6, u64, expected_s, 0, FACT, MAY, "expected wait of one who came now")                    \
    F(S, 7, u64, at_work, 0, FACT, MAY, "agents at work who can serve it")                         \
    F(S, 8, u64, ready, 0, FACT, MAY, "of these ready")                                            \
    F(S, 9, flag, closed, 1, FACT, MAY, "outside opening hours")                                   \
    F(S, 10, u64, offered, 0, FACT, MAY, "calls since midnight")                                   \
    F(S, 11, u64, answered, 0, FACT, MAY, "of these answered")                                     \
    F(S, 12, u64, abandoned, 0, FACT, MAY, "of these abandoned")                                   \
    F(S, 13, u64, called_back, 0, FACT, MAY, "of these promised a callback")                       \
    F(S, 14, u64, in_target, 0, FACT, MAY, "answered within the target")                           \
    F(S, 15, u64, passed, 0, FACT, MAY, "of these passed to another queue")
#define FIELDS_rec_wall(S, F, E, R)                                                                \
    F(S, 1, ms, now_ms, 0, FACT, MUST, "dispatcher's clock")                                       \
    F(S, 2, u64, head, 0, FACT, MAY, "number of the last fact")                                    \
    R(S, 3, queue_item, queues, 50, "queues")                                                      \
    R(S, 4, agent_item, agents, LIMIT_PAGE, "agents, by number")                                   \
    R(S, 5, minute_item, hour, 60, "the last 60 minutes, oldest first")                            \
    F(S, 6, u64, arrived, 0, FACT, MAY, "calls since midnight")                                    \
    F(S, 7, u64, answered, 0, FACT, MAY, "answered since midnight")                                \
    F(S, 8, u64, in_target, 0, FACT, MAY, "of these within the target (R67)")                      \
    F(S, 9, u64, abandoned, 0, FACT, MAY, "abandoned since midnight")                              \
    F(S, 10, u64, open, 0, FACT, MAY, "tickets neither archived nor rejected")                     \
    F(S, 11, u64, overdue, 0, FACT, MAY, "of these past their deadline")                           \
    F(S, 12, u64, target_s, 0, FACT, MAY, "the target, seconds")                                   \
    F(S, 13, u64, talking, 0, FACT, MAY, "calls being talked on")                                  \
    F(S, 14, u64, callbacks, 0, FACT, MAY, "promised callbacks that are late (R25)")               \
    F(S, 15, u64, called_back, 0, FACT, MAY, "promised a callback since midnight")                 \
    F(S, 16, u64, closed, 0, FACT, MAY, "came outside opening hours since midnight")               \
    F(S, 17, u64, blocked, 0, FACT, MAY, "refused since midnight: blocked")                        \
    F(S, 18, flag, surge, 1, FACT, MAY, "surge mode is on")                                        \
    F(S, 19, u64, signed_in, 0, FACT, MAY,                                                         \
      "agents signed in; those beyond the rows are asked with agent.list")                         \
    R(S, 20, burst_item, bursts, 10, "live bursts")                                                \
    R(S, 21, notice_item, notices, 10, "notices")                                                  \
    F(S, 22, u64, alerts, 0, FACT, MAY, "open alerts")                                             \
    F(S, 23, u64, in_rings, 0, FACT, MAY, "answered within three rings since midnight")            \
    F(S, 24, u64, unanswered, 0, FACT, MAY, "of the open alerts, posts that nobody acknowledged")
#define FIELDS_rec_skill_item(S, F, E, R)                                                          \
    F(S, 1, u64, skill, 0, FACT, MUST, "id")                                                       \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 4, flag, retired, 1, FACT, MAY, "retired")
#define FIELDS_rec_skill_page(S, F, E, R)                                                          \
    R(S, 1, skill_item, rows, LIMIT_PAGE, "skills")                                                \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_mastery_item(S, F, E, R)                                                        \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "person's number")                               \
    F(S, 2, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    F(S, 3, code, skill, LIMIT_CODE, FACT, MUST, "skill's code")                                   \
    F(S, 4, u64, level, 0, FACT, MAY, "level, 1 is the best")                                      \
    F(S, 5, flag, surge, 1, FACT, MAY, "in surge mode only")                                       \
    F(S, 6, flag, borrowed, 1, FACT, MAY, "on loan")                                               \
    F(S, 7, ms, until_ms, 0, FACT, MAY, "until")
#define FIELDS_rec_mastery_page(S, F, E, R)                                                        \
    R(S, 1, mastery_item, rows, LIMIT_PAGE, "skills of people")                                    \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_queue_rule(S, F, E, R)                                                          \
    F(S, 1, u64, queue, 0, FACT, MUST, "id")                                                       \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 4, flag, own, 1, FACT, MAY, "a line's own queue")                                         \
    F(S, 5, code, skill, LIMIT_CODE, FACT, MAY, "skill's code")                                    \
    F(S, 6, u64, level, 0, FACT, MAY, "lowest level admitted at once")                             \
    F(S, 7, u64, relax_s, 0, FACT, MAY, "one level more after each")                               \
    E(S, 8, call_priority, priority, FACT, MAY, "priority")                                        \
    F(S, 9, code, overflow, LIMIT_CODE, FACT, MAY, "queue it overflows to")                        \
    F(S, 10, u64, overflow_s, 0, FACT, MAY, "after")                                               \
    F(S, 11, u64, offer_s, 0, FACT, MAY, "a callback is offered after")                            \
    F(S, 12, u64, most_s, 0, FACT, MAY, "longest wait")                                            \
    F(S, 13, flag, retired, 1, FACT, MAY, "retired")                                               \
    F(S, 14, u64, waiting, 0, FACT, MAY, "callers waiting")                                        \
    F(S, 15, text, hours, LIMIT_NOTE, OPEN, MAY, "of a line: opening hours; none: always")         \
    F(S, 16, flag, open, 1, FACT, MAY, "of a line: open now")                                      \
    F(S, 17, ms, extended_ms, 0, FACT, MAY, "of a line: kept open until")
#define FIELDS_rec_queue_page(S, F, E, R)                                                          \
    R(S, 1, queue_rule, rows, LIMIT_PAGE, "queues")                                                \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_place(S, F, E, R)                                                               \
    F(S, 1, call, call, 0, FACT, MUST, "call")                                                     \
    F(S, 2, u64, position, 0, FACT, MAY, "1 is next; 0: no longer waiting")                        \
    F(S, 3, flag, more, 1, FACT, MAY, "position is beyond what is counted")                        \
    F(S, 4, u64, expected_s, 0, FACT, MAY, "expected wait")                                        \
    F(S, 5, u64, at_work, 0, FACT, MAY, "agents at work who can serve it")                         \
    F(S, 6, flag, offer, 1, FACT, MAY, "a callback is offered")                                    \
    F(S, 7, text, announcement, LIMIT_SCRIPT, OPEN, MAY, "what the caller is told")                \
    F(S, 8, ms, arrived_ms, 0, FACT, MAY, "waiting since")                                         \
    E(S, 9, call_state, state, FACT, MAY, "state")
#define FIELDS_rec_queue_figure(S, F, E, R)                                                        \
    F(S, 1, code, queue, LIMIT_CODE, FACT, MUST, "queue's code")                                   \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 3, u64, offered, 0, FACT, MAY, "stays in this queue")                                     \
    F(S, 4, u64, answered, 0, FACT, MAY, "ended by an answer")                                     \
    F(S, 5, u64, in_target, 0, FACT, MAY, "within the target")                                     \
    F(S, 6, u64, abandoned, 0, FACT, MAY, "ended by the caller")                                   \
    F(S, 7, u64, called_back, 0, FACT, MAY, "ended with a promised callback")                      \
    F(S, 8, u64, passed, 0, FACT, MAY, "ended by going to another queue")                          \
    F(S, 9, u64, waiting, 0, FACT, MAY, "not ended yet")                                           \
    F(S, 10, u64, wait_ms, 0, FACT, MAY, "sum of the waits that were answered")                    \
    F(S, 11, u64, wait_most_ms, 0, FACT, MAY, "longest of them")                                   \
    F(S, 12, u64, reached, 0, FACT, MAY, "callbacks reached")                                      \
    F(S, 13, u64, unreached, 0, FACT, MAY, "callbacks not reached at last")                        \
    F(S, 14, u64, withdrawn, 0, FACT, MAY, "callbacks withdrawn")                                  \
    F(S, 15, u64, talk_ms, 0, FACT, MAY, "sum of talking")                                         \
    F(S, 16, u64, lapsed, 0, FACT, MAY, "offers that were not answered")                           \
    F(S, 17, u64, in_rings, 0, FACT, MAY, "answered within three rings")                           \
    F(S, 18, u64, open_callbacks, 0, FACT, MAY, "callbacks still to be made")                      \
    F(S, 19, u64, wait_abandoned_ms, 0, FACT, MAY, "sum of the waits of those who left")           \
    F(S, 20, u64, arrived, 0, FACT, MAY, "of the stays, calls that rang in here")                  \
    F(S, 21, u64, answered_first, 0, FACT, MAY, "of those answered, never answered before")        \
    F(S, 22, u64, promised, 0, FACT, MAY, "callbacks promised, also outside opening hours")
#define FIELDS_rec_queue_figures(S, F, E, R)                                                       \
    R(S, 1, queue_figure, rows, LIMIT_PAGE, "queues")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")                    \
    F(S, 3, u64, arrived, 0, FACT, MAY, "calls of all lines")                                      \
    F(S, 4, u64, answered, 0, FACT, MAY, "of these answered")                                      \
    F(S, 5, u64, in_target, 0, FACT, MAY, "within the target")                                     \
    F(S, 6, u64, abandoned, 0, FACT, MAY, "abandoned")                                             \
    F(S, 7, u64, called_back, 0, FACT, MAY, "promised a callback")                                 \
    F(S, 8, u64, closed, 0, FACT, MAY, "outside opening hours")                                    \
    F(S, 9, u64, blocked, 0, FACT, MAY, "refused: blocked")                                        \
    F(S, 10, u64, entered, 0, FACT, MAY, "typed in afterwards")                                    \
    F(S, 11, u64, outgoing, 0, FACT, MAY, "outbound calls")                                        \
    F(S, 12, u64, outgoing_reached, 0, FACT, MAY, "of these reached")                              \
    F(S, 13, u64, met, 0, FACT, MAY, "taken at the counter or station, without a queue")           \
    F(S, 14, u64, in_rings, 0, FACT, MAY, "answered within three rings")
#define FIELDS_rec_agent_figure(S, F, E, R)                                                        \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "agent's number")                                \
    F(S, 2, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    F(S, 3, u64, offered, 0, FACT, MAY, "calls offered")                                           \
    F(S, 4, u64, answered, 0, FACT, MAY, "of these answered")                                      \
    F(S, 5, u64, missed, 0, FACT, MAY, "of these not answered")                                    \
    F(S, 6, u64, gone, 0, FACT, MAY, "of these gone before the answer")                            \
    F(S, 7, u64, transferred, 0, FACT, MAY, "calls passed on")                                     \
    F(S, 8, u64, ended, 0, FACT, MAY, "calls ended from this side first (R6)")                     \
    F(S, 9, u64, dialled, 0, FACT, MAY, "callbacks and outbound calls dialled")                    \
    F(S, 10, u64, ready_ms, 0, FACT, MAY, "time ready")                                            \
    F(S, 11, u64, talk_ms, 0, FACT, MAY, "time talking")                                           \
    F(S, 12, u64, hold_ms, 0, FACT, MAY, "time with the caller on hold")                           \
    F(S, 13, u64, wrap_ms, 0, FACT, MAY, "time wrapping up")                                       \
    F(S, 14, u64, break_ms, 0, FACT, MAY, "time on breaks")                                        \
    F(S, 15, u64, ring_ms, 0, FACT, MAY, "time ringing")                                           \
    F(S, 16, u64, silent_ms, 0, FACT, MAY, "time with a silent console")                           \
    F(S, 17, u64, missed_ms, 0, FACT, MAY, "time after a missed call")                             \
    F(S, 18, u64, met, 0, FACT, MAY, "calls taken at the station without a queue")                 \
    F(S, 19, u64, consulted, 0, FACT, MAY, "times asked by a colleague")
#define FIELDS_rec_agent_figures(S, F, E, R)                                                       \
    R(S, 1, agent_figure, rows, LIMIT_PAGE, "agents")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_volume_item(S, F, E, R)                                                         \
    F(S, 1, ms, start_ms, 0, FACT, MUST, "the half-hour's start")                                  \
    F(S, 2, u64, arrived, 0, FACT, MAY, "calls")                                                   \
    F(S, 3, u64, answered, 0, FACT, MAY, "answered")                                               \
    F(S, 4, u64, abandoned, 0, FACT, MAY, "abandoned")                                             \
    F(S, 5, u64, talk_ms, 0, FACT, MAY, "sum of talking")                                          \
    F(S, 6, u64, wrap_ms, 0, FACT, MAY, "sum of wrapping up")                                      \
    F(S, 7, u64, finished, 0, FACT, MAY, "calls whose talking these are")                          \
    F(S, 8, u64, called_back, 0, FACT, MAY, "promised a callback")
#define FIELDS_rec_volume(S, F, E, R)                                                              \
    R(S, 1, volume_item, rows, LIMIT_PAGE, "half-hours")                                           \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_callback_item(S, F, E, R)                                                       \
    F(S, 1, call, call, 0, FACT, MUST, "call")                                                     \
    F(S, 2, code, queue, LIMIT_CODE, FACT, MUST, "queue's code")                                   \
    E(S, 3, call_state, state, FACT, MAY, "state")                                                 \
    F(S, 4, ms, arrived_ms, 0, FACT, MAY, "when the caller rang")                                  \
    F(S, 5, ms, order_ms, 0, FACT, MAY, "place kept")                                              \
    F(S, 6, ms, open_ms, 0, FACT, MAY, "not before")                                               \
    F(S, 7, u64, tries, 0, FACT, MAY, "attempts made")                                             \
    F(S, 8, text, number, LIMIT_PHONE, WORDS, MAY, "number, masked")                               \
    F(S, 9, code, agent, LIMIT_CODE, FACT, MAY, "agent who rings")
#define FIELDS_rec_callback_page(S, F, E, R)                                                       \
    R(S, 1, callback_item, rows, LIMIT_PAGE, "callbacks")                                          \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_outbound_item(S, F, E, R)                                                       \
    F(S, 1, u64, outbound, 0, FACT, MUST, "id")                                                    \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    E(S, 4, outbound_kind, kind, FACT, MAY, "what it is for")                                      \
    F(S, 5, ms, from_ms, 0, FACT, MAY, "not before")                                               \
    F(S, 6, ms, until_ms, 0, FACT, MAY, "not after")                                               \
    F(S, 7, code, line, LIMIT_CODE, FACT, MAY, "line shown")                                       \
    F(S, 8, u64, tries, 0, FACT, MAY, "attempts for each contact")                                 \
    F(S, 9, flag, closed, 1, FACT, MAY, "ended")                                                   \
    F(S, 10, u64, contacts, 0, FACT, MAY, "contacts")                                              \
    F(S, 11, u64, open, 0, FACT, MAY, "still to be called")                                        \
    F(S, 12, u64, reached, 0, FACT, MAY, "reached")                                                \
    F(S, 13, u64, barred, 0, FACT, MAY, "not to be called")                                        \
    F(S, 14, u64, failed, 0, FACT, MAY, "not reached at last")                                     \
    F(S, 15, u64, dialled, 0, FACT, MAY, "with at least one attempt")                              \
    F(S, 16, text, script, LIMIT_SCRIPT, OPEN, MAY, "what is said")                                \
    F(S, 17, u64, connected, 0, FACT, MAY, "reached within three attempts (R67)")
#define FIELDS_rec_outbound_page(S, F, E, R)                                                       \
    R(S, 1, outbound_item, rows, LIMIT_PAGE, "lists")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_contact_item(S, F, E, R)                                                        \
    F(S, 1, u64, contact, 0, FACT, MUST, "number")                                                 \
    E(S, 2, contact_state, state, FACT, MAY, "state")                                              \
    E(S, 3, contact_result, result, FACT, MAY, "what came of it")                                  \
    F(S, 4, u64, tries, 0, FACT, MAY, "attempts made")                                             \
    F(S, 5, ms, last_ms, 0, FACT, MAY, "last attempt")                                             \
    F(S, 6, ms, next_ms, 0, FACT, MAY, "not before")                                               \
    F(S, 7, code, agent, LIMIT_CODE, FACT, MAY, "who had it last")                                 \
    F(S, 8, text, phone, LIMIT_PHONE, WORDS, MAY, "number, masked")                                \
    F(S, 9, text, name, LIMIT_NAME, WORDS, MAY, "name, masked")                                    \
    F(S, 10, text, note, LIMIT_NOTE, WORDS, MAY, "what was said last")
#define FIELDS_rec_contact_page(S, F, E, R)                                                        \
    R(S, 1, contact_item, rows, LIMIT_PAGE, "contacts")                                            \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_contact_card(S, F, E, R)                                                        \
    F(S, 1, u64, contact, 0, FACT, MUST, "number")                                                 \
    F(S, 2, code, list, LIMIT_CODE, FACT, MAY, "list's code")                                      \
    F(S, 3, text, list_name, LIMIT_NAME, OPEN, MAY, "list's name")                                 \
    E(S, 4, contact_state, state, FACT, MAY, "state")                                              \
    F(S, 5, u64, tries, 0, FACT, MAY, "attempts made")                                             \
    F(S, 6, text, phone, LIMIT_PHONE, WORDS, MAY, "number, masked unless it is mine to call")      \
    F(S, 7, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    F(S, 8, text, note, LIMIT_NOTE, WORDS, MAY, "what it is about")                                \
    F(S, 9, text, script, LIMIT_SCRIPT, OPEN, MAY, "what is said")                                 \
    F(S, 10, code, line, LIMIT_CODE, FACT, MAY, "line shown")                                      \
    F(S, 11, text, last, LIMIT_NOTE, WORDS, MAY, "what was said last")                             \
    E(S, 12, contact_result, result, FACT, MAY, "what came of it last")                            \
    F(S, 13, ms, until_ms, 0, FACT, MAY, "to be reported on until")
#define FIELDS_rec_no_call_item(S, F, E, R)                                                        \
    F(S, 1, u64, since, 0, FACT, MUST, "its number")                                               \
    F(S, 2, ms, at_ms, 0, FACT, MAY, "since")                                                      \
    F(S, 3, text, phone, LIMIT_PHONE, WORDS, MAY, "number, masked")                                \
    F(S, 4, text, reason, LIMIT_NOTE, WORDS, MAY, "why")                                           \
    F(S, 5, code, by, LIMIT_CODE, FACT, MAY, "number of who entered it")
#define FIELDS_rec_no_call_page(S, F, E, R)                                                        \
    R(S, 1, no_call_item, rows, LIMIT_PAGE, "numbers")                                             \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_plan_item(S, F, E, R)                                                           \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "plan's code")                                     \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    E(S, 3, alert_kind, kind, FACT, MAY, "for what")                                               \
    F(S, 4, u64, ack_min, 0, FACT, MAY, "minutes until the next one is told")                      \
    F(S, 5, u64, post, 0, FACT, MAY, "post")                                                       \
    F(S, 6, u64, place, 0, FACT, MAY, "order")                                                     \
    F(S, 7, code, number, LIMIT_CODE, FACT, MAY, "person's number")                                \
    F(S, 8, text, person, LIMIT_NAME, WORDS, MAY, "name")                                          \
    F(S, 9, flag, retired, 1, FACT, MAY, "retired")
#define FIELDS_rec_plan_page(S, F, E, R)                                                           \
    R(S, 1, plan_item, rows, LIMIT_PAGE, "places")                                                 \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_alert_item(S, F, E, R)                                                          \
    F(S, 1, u64, alert, 0, FACT, MUST, "number")                                                   \
    E(S, 2, alert_kind, kind, FACT, MAY, "what it is")                                             \
    E(S, 3, alert_state, state, FACT, MAY, "state")                                                \
    F(S, 4, ms, raised_ms, 0, FACT, MAY, "raised")                                                 \
    F(S, 5, ms, closed_ms, 0, FACT, MAY, "closed")                                                 \
    F(S, 6, code, plan, LIMIT_CODE, FACT, MAY, "plan's code")                                      \
    F(S, 7, u64, posts, 0, FACT, MAY, "posts told")                                                \
    F(S, 8, u64, acknowledged, 0, FACT, MAY, "of these acknowledged")                              \
    F(S, 9, flag, mine, 1, FACT, MAY, "I am to acknowledge it")                                    \
    F(S, 10, u64, unanswered, 0, FACT, MAY, "posts that nobody acknowledged")                      \
    F(S, 11, text, what, LIMIT_NAME, WORDS, MAY, "beginning of what has happened")                 \
    F(S, 12, code, by, LIMIT_CODE, FACT, MAY, "who raised it")
#define FIELDS_rec_alert_page(S, F, E, R)                                                          \
    R(S, 1, alert_item, rows, LIMIT_PAGE, "alerts")                                                \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_relay_item(S, F, E, R)                                                          \
    F(S, 1, u64, post, 0, FACT, MUST, "post")                                                      \
    F(S, 2, u64, place, 0, FACT, MAY, "order")                                                     \
    F(S, 3, code, number, LIMIT_CODE, FACT, MAY, "person's number")                                \
    F(S, 4, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    E(S, 5, relay_state, state, FACT, MAY, "what came of it")                                      \
    F(S, 6, ms, told_ms, 0, FACT, MAY, "told")                                                     \
    F(S, 7, ms, until_ms, 0, FACT, MAY, "to be acknowledged until")                                \
    F(S, 8, ms, done_ms, 0, FACT, MAY, "acknowledged, or passed on")                               \
    F(S, 9, text, note, LIMIT_NOTE, WORDS, MAY, "what is being done")
#define FIELDS_rec_alert_card(S, F, E, R)                                                          \
    F(S, 1, u64, alert, 0, FACT, MUST, "number")                                                   \
    E(S, 2, alert_kind, kind, FACT, MAY, "what it is")                                             \
    E(S, 3, alert_state, state, FACT, MAY, "state")                                                \
    F(S, 4, ms, raised_ms, 0, FACT, MAY, "raised")                                                 \
    F(S, 5, ms, closed_ms, 0, FACT, MAY, "closed")                                                 \
    F(S, 6, code, plan, LIMIT_CODE, FACT, MAY, "plan's code")                                      \
    F(S, 7, call, call, 0, FACT, MAY, "call")                                                      \
    F(S, 8, ticket, ticket, 0, FACT, MAY, "ticket")                                                \
    F(S, 9, text, what, LIMIT_NOTE, WORDS, MAY, "what has happened")                               \
    F(S, 10, text, place, LIMIT_ADDRESS, WORDS, MAY, "where")                                      \
    F(S, 11, text, people, LIMIT_NOTE, WORDS, MAY, "who is hurt or in danger")                     \
    F(S, 12, text, contact, LIMIT_NAME, WORDS, MAY, "who can be reached")                          \
    F(S, 13, text, asked, LIMIT_NOTE, WORDS, MAY, "what help is asked for")                        \
    F(S, 14, text, result, LIMIT_NOTE, WORDS, MAY, "how it ended")                                 \
    R(S, 15, relay_item, relays, 100, "who was told")                                              \
    F(S, 16, text, note, LIMIT_NOTE, WORDS, MAY, "last note")                                      \
    F(S, 17, code, by, LIMIT_CODE, FACT, MAY, "who raised it")                                     \
    F(S, 18, flag, mine, 1, FACT, MAY, "I am to acknowledge it")
#define FIELDS_rec_caller_item(S, F, E, R)                                                         \
    F(S, 1, call, call, 0, FACT, MUST, "a call of the number")                                     \
    F(S, 2, u64, marks, 0, FACT, MAY, "times marked")                                              \
    E(S, 3, nuisance, kind, FACT, MAY, "of what kind, last")                                       \
    F(S, 4, ms, last_ms, 0, FACT, MAY, "last")                                                     \
    F(S, 5, ms, until_ms, 0, FACT, MAY, "blocked until")                                           \
    F(S, 6, text, number, LIMIT_PHONE, WORDS, MAY, "number, masked")                               \
    F(S, 7, u64, refused, 0, FACT, MAY, "calls refused while blocked")                             \
    F(S, 8, text, reason, LIMIT_NOTE, WORDS, MAY, "why it was blocked, or is no longer")
#define FIELDS_rec_caller_page(S, F, E, R)                                                         \
    R(S, 1, caller_item, rows, LIMIT_PAGE, "numbers")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_evidence_item(S, F, E, R)                                                       \
    F(S, 1, call, call, 0, FACT, MUST, "call")                                                     \
    F(S, 2, ms, arrived_ms, 0, FACT, MAY, "arrived")                                               \
    F(S, 3, ms, answered_ms, 0, FACT, MAY, "answered")                                             \
    F(S, 4, ms, ended_ms, 0, FACT, MAY, "ended")                                                   \
    F(S, 5, code, agent, LIMIT_CODE, FACT, MAY, "agent's number")                                  \
    E(S, 6, nuisance, kind, FACT, MAY, "marked as")                                                \
    F(S, 7, text, note, LIMIT_NOTE, WORDS, MAY, "what was said")                                   \
    F(S, 8, h32, hash, 0, FACT, MAY,                                                               \
      "hash of the fact that says so: the journal's chain proves it")                              \
    F(S, 9, u64, seq, 0, FACT, MAY, "number of that fact")                                         \
    F(S, 10, ms, marked_ms, 0, FACT, MAY, "marked")
#define FIELDS_rec_evidence_page(S, F, E, R)                                                       \
    R(S, 1, evidence_item, rows, LIMIT_PAGE, "calls")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")                    \
    F(S, 3, text, number, LIMIT_PHONE, WORDS, MAY, "number")                                       \
    F(S, 4, text, purpose, LIMIT_NOTE, WORDS, MAY, "for whom and why")                             \
    F(S, 5, code, by, LIMIT_CODE, FACT, MAY, "who made it")                                        \
    F(S, 6, ms, at_ms, 0, FACT, MAY, "when")
#define FIELDS_rec_tree_item(S, F, E, R)                                                           \
    F(S, 1, u64, tree, 0, FACT, MUST, "id")                                                        \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 4, text, subject, LIMIT_NAME, OPEN, MAY, "subject's name")                                \
    F(S, 5, u64, version, 0, FACT, MAY, "version")                                                 \
    F(S, 6, flag, retired, 1, FACT, MAY, "retired")
#define FIELDS_rec_tree_page(S, F, E, R)                                                           \
    R(S, 1, tree_item, rows, LIMIT_PAGE, "trees")                                                  \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_tree_answer(S, F, E, R)                                                         \
    F(S, 1, text, text, LIMIT_NAME, OPEN, MUST, "answer")                                          \
    F(S, 2, u64, to, 0, FACT, MUST, "node it leads to")
#define FIELDS_rec_tree_node(S, F, E, R)                                                           \
    F(S, 1, u64, node, 0, FACT, MUST, "number")                                                    \
    F(S, 2, text, text, LIMIT_NOTE, OPEN, MAY, "question, or what to do")                          \
    R(S, 3, tree_answer, answers, LIMIT_ANSWERS, "ways on; none: an end")                          \
    F(S, 4, flag, solved, 1, FACT, MAY, "an end where it is solved")                               \
    F(S, 5, flag, unsolved, 1, FACT, MAY, "an end where it is not: a visit is due")
#define FIELDS_rec_tree(S, F, E, R)                                                                \
    F(S, 1, u64, tree, 0, FACT, MUST, "id")                                                        \
    F(S, 2, code, code, LIMIT_CODE, FACT, MAY, "code")                                             \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 4, u64, version, 0, FACT, MAY, "version")                                                 \
    R(S, 5, tree_node, nodes, LIMIT_NODES, "nodes, the first is the start")
#define FIELDS_rec_market_item(S, F, E, R)                                                         \
    F(S, 1, u64, market, 0, FACT, MUST, "number")                                                  \
    E(S, 2, market_kind, kind, FACT, MAY, "supply or demand")                                      \
    E(S, 3, market_state, state, FACT, MAY, "state")                                               \
    F(S, 4, ms, at_ms, 0, FACT, MAY, "noted")                                                      \
    F(S, 5, ms, until_ms, 0, FACT, MAY, "of use until")                                            \
    F(S, 6, text, subject, LIMIT_NAME, OPEN, MAY, "subject's name")                                \
    F(S, 7, text, what, LIMIT_NOTE, WORDS, MAY, "what")                                            \
    F(S, 8, text, contact, LIMIT_NAME, WORDS, MAY, "whom to reach")                                \
    F(S, 9, u64, other, 0, FACT, MAY, "matched with")                                              \
    F(S, 10, code, by, LIMIT_CODE, FACT, MAY, "who noted it")                                      \
    F(S, 11, text, note, LIMIT_NOTE, WORDS, MAY, "what was agreed, or why it is closed")
#define FIELDS_rec_market_page(S, F, E, R)                                                         \
    R(S, 1, market_item, rows, LIMIT_PAGE, "notes")                                                \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")

#endif
