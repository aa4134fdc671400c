/* The vocabularies of calls, agents, queues and what belongs to the switchboard. As in
 * schema_words.h. */
#ifndef PROTO_SCHEMA_WORDS_CALLS_H
#define PROTO_SCHEMA_WORDS_CALLS_H

#define ENUM_call_state(E, V)                                                                      \
    E(V, 1, waiting, "waiting")                                                                    \
    E(V, 2, offered, "offered")                                                                    \
    E(V, 3, talking, "talking")                                                                    \
    E(V, 4, ended, "ended")                                                                        \
    E(V, 5, abandoned, "abandoned")                                                                \
    E(V, 6, held, "on hold")                                                                       \
    E(V, 7, asking, "another is asked")                                                            \
    E(V, 8, consulting, "consulting")                                                              \
    E(V, 9, conference, "three-way")                                                               \
    E(V, 10, joining, "being joined")                                                              \
    E(V, 11, outside, "passed outside")                                                            \
    E(V, 12, callback, "callback promised")                                                        \
    E(V, 13, recalled, "offered for calling back")                                                 \
    E(V, 14, dialing, "being dialled")                                                             \
    E(V, 15, unreached, "not reached")

#define ENUM_call_event(E, V)                                                                      \
    E(V, 1, arrive, "arrives")                                                                     \
    E(V, 2, meet, "taken at the station")                                                          \
    E(V, 3, offer, "offered")                                                                      \
    E(V, 4, answer, "answered")                                                                    \
    E(V, 5, lapse, "not answered in time")                                                         \
    E(V, 6, give_back, "given back after a failed transfer")                                       \
    E(V, 7, hang_up, "caller hung up")                                                             \
    E(V, 8, end, "ended by the agent")                                                             \
    E(V, 9, transfer, "transferred to an agent")                                                   \
    E(V, 10, requeue, "transferred to a queue")                                                    \
    E(V, 11, orphan, "agent gone")                                                                 \
    E(V, 12, hold, "put on hold")                                                                  \
    E(V, 13, resume, "taken off hold")                                                             \
    E(V, 14, consult, "another agent or number is asked")                                          \
    E(V, 15, join, "the other has answered")                                                       \
    E(V, 16, take_back, "taken back")                                                              \
    E(V, 17, complete, "handed over")                                                              \
    E(V, 18, confirm, "both are talking")                                                          \
    E(V, 19, conference, "all three talk")                                                         \
    E(V, 20, leave, "the other has left")                                                          \
    E(V, 21, stay, "the other stays with the caller")                                              \
    E(V, 22, refer, "passed to an outside number")                                                 \
    E(V, 23, connect, "connected outside")                                                         \
    E(V, 24, fail, "not reached")                                                                  \
    E(V, 25, promise, "callback promised")                                                         \
    E(V, 26, recall, "callback offered")                                                           \
    E(V, 27, dial, "dialled")                                                                      \
    E(V, 28, reach, "reached")                                                                     \
    E(V, 29, give_up, "not reached at last")                                                       \
    E(V, 30, withdraw, "callback withdrawn")                                                       \
    E(V, 31, overflow, "overflows to another queue")                                               \
    E(V, 32, relax, "lower skill level admitted")                                                  \
    E(V, 33, block, "refused: blocked")                                                            \
    E(V, 34, shut, "outside opening hours")                                                        \
    E(V, 35, enter, "typed in afterwards")                                                         \
    E(V, 36, turn_away, "outside opening hours, number not shown")                                 \
    E(V, 37, due, "callback may be tried")

/* R42; absent is an agent without a call whose console is silent. */
#define ENUM_agent_state(E, V)                                                                     \
    E(V, 1, out, "signed out")                                                                     \
    E(V, 2, ready, "ready")                                                                        \
    E(V, 3, offered, "ringing")                                                                    \
    E(V, 4, talking, "talking")                                                                    \
    E(V, 5, wrapping, "wrapping up")                                                               \
    E(V, 6, break, "break")                                                                        \
    E(V, 7, missed, "missed a call")                                                               \
    E(V, 8, holding, "on hold")                                                                    \
    E(V, 9, offline, "offline with a call")                                                        \
    E(V, 10, absent, "console silent")

#define ENUM_agent_event(E, V)                                                                     \
    E(V, 1, sign_in, "signs in")                                                                   \
    E(V, 2, ready, "becomes ready")                                                                \
    E(V, 3, pause, "takes a break")                                                                \
    E(V, 4, offer, "is offered a call")                                                            \
    E(V, 5, answer, "answers")                                                                     \
    E(V, 6, meet, "takes a call at the station")                                                   \
    E(V, 7, lapse, "does not answer")                                                              \
    E(V, 8, withdraw, "call gone before the answer")                                               \
    E(V, 9, finish, "call over")                                                                   \
    E(V, 10, sign_out, "signs out")                                                                \
    E(V, 11, orphan, "session ended by force")                                                     \
    E(V, 12, hold, "puts the caller on hold")                                                      \
    E(V, 13, resume, "talks with the caller again")                                                \
    E(V, 14, lost, "console falls silent")                                                         \
    E(V, 15, back, "console is back")                                                              \
    E(V, 16, back_held, "console is back, caller on hold")                                         \
    E(V, 17, time_up, "wrap-up limit reached")                                                     \
    E(V, 18, drop, "call taken away: console silent too long")

#define ENUM_break_reason(E, V)                                                                    \
    E(V, 1, start, "just signed in")                                                               \
    E(V, 2, rest, "rest")                                                                          \
    E(V, 3, meal, "meal")                                                                          \
    E(V, 4, meeting, "meeting")                                                                    \
    E(V, 5, training, "training")                                                                  \
    E(V, 6, other, "other")

/* R3, R5 to R8 */
#define ENUM_script_kind(E, V)                                                                     \
    E(V, 1, greeting, "greeting")                                                                  \
    E(V, 2, apology, "apology for a late answer")                                                  \
    E(V, 3, closing, "closing")                                                                    \
    E(V, 4, prompt, "prompt card")                                                                 \
    E(V, 5, letter, "reply letter")                                                                \
    E(V, 6, announcement, "surge line in the greeting")                                            \
    E(V, 7, closed, "outside opening hours")                                                       \
    E(V, 8, callback, "offer of a callback")                                                       \
    E(V, 9, hold, "before putting on hold")                                                        \
    E(V, 10, refusal, "polite refusal")                                                            \
    E(V, 11, distress, "caller in distress")                                                       \
    E(V, 12, bad_news, "breaking bad news")

/* R7: by kind of call */
#define ENUM_prompt_kind(E, V)                                                                     \
    E(V, 1, consult, "consultation")                                                               \
    E(V, 2, coordinate, "coordination")                                                            \
    E(V, 3, complaint, "complaint")

#define ENUM_call_end(E, V)                                                                        \
    E(V, 1, caller, "by the caller")                                                               \
    E(V, 2, agent, "by the agent")                                                                 \
    E(V, 3, passed_on, "passed to an outside number")                                              \
    E(V, 4, blocked, "refused: blocked")                                                           \
    E(V, 5, closed, "outside opening hours")                                                       \
    E(V, 6, withdrawn, "callback withdrawn")                                                       \
    E(V, 7, entered, "typed in afterwards")                                                        \
    E(V, 8, unreached, "not reached")

#define ENUM_fail_reason(E, V)                                                                     \
    E(V, 1, no_answer, "no answer")                                                                \
    E(V, 2, busy, "busy")                                                                          \
    E(V, 3, wrong, "wrong number")                                                                 \
    E(V, 4, fault, "telephone fault")                                                              \
    E(V, 5, aborted, "broken off by the agent")

/* Smaller goes first; an emergency goes first in every queue (R43). */
#define ENUM_call_priority(E, V)                                                                   \
    E(V, 1, emergency, "before all")                                                               \
    E(V, 2, high, "high")                                                                          \
    E(V, 3, usual, "usual")                                                                        \
    E(V, 4, low, "last")

/* What the timer of a waiting call is for. */
#define ENUM_wait_step(E, V)                                                                       \
    E(V, 1, relax, "a lower skill level is admitted")                                              \
    E(V, 2, overflow, "overflows")                                                                 \
    E(V, 4, most, "longest wait reached")                                                          \
    E(V, 5, retry, "callback may be tried")

#define ENUM_agent_alarm(E, V)                                                                     \
    E(V, 1, break_over, "break longer than allowed")                                               \
    E(V, 2, hold_long, "caller on hold for long")                                                  \
    E(V, 3, offline, "offline with a call")

/* R48 */
#define ENUM_outbound_kind(E, V)                                                                   \
    E(V, 1, recruiting, "recruiting")                                                              \
    E(V, 2, survey, "survey")                                                                      \
    E(V, 3, notice, "information")                                                                 \
    E(V, 4, visit, "care call")

#define ENUM_contact_state(E, V)                                                                   \
    E(V, 1, open, "to be called")                                                                  \
    E(V, 2, taken, "being called")                                                                 \
    E(V, 3, done, "done")                                                                          \
    E(V, 4, barred, "not to be called")                                                            \
    E(V, 5, failed, "not reached at last")

#define ENUM_contact_result(E, V)                                                                  \
    E(V, 1, reached, "reached")                                                                    \
    E(V, 2, no_answer, "no answer")                                                                \
    E(V, 3, busy, "busy")                                                                          \
    E(V, 4, refused, "did not want to talk")                                                       \
    E(V, 5, wrong, "wrong number")                                                                 \
    E(V, 6, do_not_call, "does not want to be called again")

/* R43, R44 */
#define ENUM_alert_kind(E, V)                                                                      \
    E(V, 1, emergency, "emergency call")                                                           \
    E(V, 2, leader, "leader's call")

#define ENUM_alert_state(E, V)                                                                     \
    E(V, 1, open, "at work")                                                                       \
    E(V, 2, closed, "closed")

#define ENUM_relay_state(E, V)                                                                     \
    E(V, 1, told, "told")                                                                          \
    E(V, 2, acknowledged, "acknowledged")                                                          \
    E(V, 3, passed, "passed to the next")                                                          \
    E(V, 4, unanswered, "nobody acknowledged")                                                     \
    E(V, 5, over, "no longer needed")

/* R45 */
#define ENUM_nuisance(E, V)                                                                        \
    E(V, 1, silent, "silent")                                                                      \
    E(V, 2, abuse, "abuse")                                                                        \
    E(V, 3, prank, "prank")                                                                        \
    E(V, 4, slander, "slander")                                                                    \
    E(V, 5, repeated, "the same without end")

/* R49 */
#define ENUM_identity_way(E, V)                                                                    \
    E(V, 1, number, "rang from the known number")                                                  \
    E(V, 2, details, "details of the matter")                                                      \
    E(V, 3, document, "identity document")                                                         \
    E(V, 4, person, "in person")

#define ENUM_yes_no(E, V)                                                                          \
    E(V, 1, yes, "yes")                                                                            \
    E(V, 2, no, "no")

/* R47 */
#define ENUM_market_kind(E, V)                                                                     \
    E(V, 1, supply, "supply")                                                                      \
    E(V, 2, demand, "demand")

#define ENUM_market_state(E, V)                                                                    \
    E(V, 1, open, "on offer")                                                                      \
    E(V, 2, matched, "matched")                                                                    \
    E(V, 3, closed, "closed")

/* R82 */
#define ENUM_surge_by(E, V)                                                                        \
    E(V, 1, lead, "by a team lead")                                                                \
    E(V, 2, rule, "by rule")

/* R85 */
#define ENUM_burst_state(E, V)                                                                     \
    E(V, 1, live, "going on")                                                                      \
    E(V, 2, closed, "over")

/* 4 was meant for follow-ups and never set: when the next attempt is due, the ticket says. */
#define ENUM_timer_kind(E, V)                                                                      \
    E(V, 1, offer, "an offered call is not answered")                                              \
    E(V, 2, session, "a session expires")                                                          \
    E(V, 3, overdue, "a ticket's deadline passes")                                                 \
    E(V, 5, half, "half of a ticket's time is gone")                                               \
    E(V, 6, most, "most of a ticket's time is gone")                                               \
    E(V, 7, duty, "a duty of a ticket is missed")                                                  \
    E(V, 8, retention, "personal data of an archived ticket has been kept long enough")            \
    E(V, 9, calendar, "deadlines are still to follow a new calendar")                              \
    E(V, 10, callback, "the lead is told of a promised callback")                                  \
    E(V, 11, wait, "a waiting call has waited for some time")                                      \
    E(V, 12, hold, "a caller is on hold for long")                                                 \
    E(V, 13, wrap, "the wrap-up limit is reached")                                                 \
    E(V, 14, break, "a break is longer than allowed")                                              \
    E(V, 15, offline, "a console has been silent for long")                                        \
    E(V, 16, borrow, "a loan ends")                                                                \
    E(V, 17, contact, "a contact of an outbound list is not reported on")                          \
    E(V, 18, relay, "an alert is not acknowledged")                                                \
    E(V, 19, block, "a block ends")                                                                \
    E(V, 20, surge, "surge mode is looked at or ends")                                             \
    E(V, 21, burst, "a burst is quiet")                                                            \
    E(V, 22, notice, "a notice ends")

#endif
