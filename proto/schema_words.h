/* The closed vocabularies of the protocol: roles, states, kinds, reasons and refusals. Numbers are
 * never reused. E(V, number, name, label), V being handed
 * through by whoever expands the list: the name is what JSON, scenarios and command lines say, the
 * label is a gettext msgid for screens. Zero always means "none" and is not listed. */
#ifndef PROTO_SCHEMA_WORDS_H
#define PROTO_SCHEMA_WORDS_H

#define ENUM_TABLE(X)                                                                              \
    X(role)                                                                                        \
    X(channel)                                                                                     \
    X(ticket_type)                                                                                 \
    X(call_state)                                                                                  \
    X(call_event)                                                                                  \
    X(agent_state)                                                                                 \
    X(agent_event)                                                                                 \
    X(ticket_state)                                                                                \
    X(ticket_event)                                                                                \
    X(break_reason)                                                                                \
    X(refuse_reason)                                                                               \
    X(outcome)                                                                                     \
    X(grade)                                                                                       \
    X(script_kind)                                                                                 \
    X(change)                                                                                      \
    X(session_end)                                                                                 \
    X(sign_in_fault)                                                                               \
    X(call_end)                                                                                    \
    X(timer_kind)                                                                                  \
    X(object)                                                                                      \
    X(ticket_view)

#define ENUM_role(E, V)                                                                            \
    E(V, 1, operator, "operator")                                                                  \
    E(V, 2, lead, "team lead")                                                                     \
    E(V, 3, inspector, "inspector")                                                                \
    E(V, 4, desk, "hotline office")                                                                \
    E(V, 5, unit, "unit handler")                                                                  \
    E(V, 6, approver, "approver")                                                                  \
    E(V, 7, head, "unit head")                                                                     \
    E(V, 8, leader, "leader")                                                                      \
    E(V, 9, admin, "administrator")                                                                \
    E(V, 10, trunk, "telephone trunk")

/* R1; the other channels come with their intake. */
#define ENUM_channel(E, V)                                                                         \
    E(V, 1, phone, "phone")                                                                        \
    E(V, 2, visit, "visit")

/* R19 */
#define ENUM_ticket_type(E, V)                                                                     \
    E(V, 1, consult, "consultation")                                                               \
    E(V, 2, help, "help")                                                                          \
    E(V, 3, complaint, "complaint")                                                                \
    E(V, 4, report, "report")                                                                      \
    E(V, 5, suggestion, "suggestion")                                                              \
    E(V, 6, praise, "praise")                                                                      \
    E(V, 7, other, "other")

#define ENUM_call_state(E, V)                                                                      \
    E(V, 1, waiting, "waiting")                                                                    \
    E(V, 2, offered, "offered")                                                                    \
    E(V, 3, talking, "talking")                                                                    \
    E(V, 4, ended, "ended")                                                                        \
    E(V, 5, abandoned, "abandoned")

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
    E(V, 11, orphan, "agent gone")

/* R42; on hold and offline-with-call come with the switchboard. */
#define ENUM_agent_state(E, V)                                                                     \
    E(V, 1, out, "signed out")                                                                     \
    E(V, 2, ready, "ready")                                                                        \
    E(V, 3, offered, "ringing")                                                                    \
    E(V, 4, talking, "talking")                                                                    \
    E(V, 5, wrapping, "wrapping up")                                                               \
    E(V, 6, break, "break")                                                                        \
    E(V, 7, missed, "missed a call")

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
    E(V, 11, orphan, "session ended by force")

/* The life of a ticket without instructed, committed and returning. */
#define ENUM_ticket_state(E, V)                                                                    \
    E(V, 1, draft, "draft")                                                                        \
    E(V, 2, registered, "registered")                                                              \
    E(V, 3, rejected, "rejected")                                                                  \
    E(V, 4, callback, "callback promised")                                                         \
    E(V, 5, dispatched, "dispatched")                                                              \
    E(V, 6, handling, "handling")                                                                  \
    E(V, 7, approval, "awaiting approval")                                                         \
    E(V, 8, replied, "replied")                                                                    \
    E(V, 9, follow_up, "follow-up")                                                                \
    E(V, 10, review, "review")                                                                     \
    E(V, 11, archived, "archived")

#define ENUM_ticket_event(E, V)                                                                    \
    E(V, 1, open, "draft opened")                                                                  \
    E(V, 2, save, "draft saved")                                                                   \
    E(V, 3, register, "registered")                                                                \
    E(V, 4, amend, "amended")                                                                      \
    E(V, 5, refuse, "refused")                                                                     \
    E(V, 6, answer, "answered directly")                                                           \
    E(V, 7, promise, "callback promised")                                                          \
    E(V, 8, dispatch, "dispatched")                                                                \
    E(V, 9, sign, "signed")                                                                        \
    E(V, 10, reply, "reply drafted")                                                               \
    E(V, 11, pass, "reply approved")                                                               \
    E(V, 12, send_back, "reply refused")                                                           \
    E(V, 13, follow_up, "follow-up due")                                                           \
    E(V, 14, satisfied, "caller satisfied")                                                        \
    E(V, 15, unsatisfied, "caller not satisfied")                                                  \
    E(V, 16, unreachable, "caller not reached")                                                    \
    E(V, 17, give_up, "closed as unreachable")                                                     \
    E(V, 18, redo, "to be done again")                                                             \
    E(V, 19, uphold, "upheld")                                                                     \
    E(V, 20, reopen, "reopened")

#define ENUM_break_reason(E, V)                                                                    \
    E(V, 1, start, "just signed in")                                                               \
    E(V, 2, rest, "rest")                                                                          \
    E(V, 3, meal, "meal")                                                                          \
    E(V, 4, meeting, "meeting")                                                                    \
    E(V, 5, training, "training")                                                                  \
    E(V, 6, other, "other")

/* R9 */
#define ENUM_refuse_reason(E, V)                                                                   \
    E(V, 1, malicious, "malicious")                                                                \
    E(V, 2, repeated, "repeated")                                                                  \
    E(V, 3, empty, "empty")                                                                        \
    E(V, 4, advert, "advertisement")                                                               \
    E(V, 5, court, "for the court")                                                                \
    E(V, 6, arbitration, "for arbitration")                                                        \
    E(V, 7, reconsideration, "for administrative reconsideration")                                 \
    E(V, 8, congress, "for the people's congress")                                                 \
    E(V, 9, procuratorate, "for the procuratorate")                                                \
    E(V, 10, elsewhere, "another area")

#define ENUM_outcome(E, V)                                                                         \
    E(V, 1, satisfied, "satisfied")                                                                \
    E(V, 2, unsatisfied, "not satisfied")                                                          \
    E(V, 3, false_result, "result is false")                                                       \
    E(V, 4, unreachable, "not reached")

#define ENUM_grade(E, V)                                                                           \
    E(V, 1, very_satisfied, "very satisfied")                                                      \
    E(V, 2, satisfied, "satisfied")                                                                \
    E(V, 3, fair, "fair")                                                                          \
    E(V, 4, unsatisfied, "not satisfied")

#define ENUM_script_kind(E, V)                                                                     \
    E(V, 1, greeting, "greeting")                                                                  \
    E(V, 2, apology, "apology for a late answer")                                                  \
    E(V, 3, closing, "closing")                                                                    \
    E(V, 4, prompt, "prompt card")

#define ENUM_change(E, V)                                                                          \
    E(V, 1, added, "added")                                                                        \
    E(V, 2, changed, "changed")                                                                    \
    E(V, 3, retired, "retired")

#define ENUM_session_end(E, V)                                                                     \
    E(V, 1, signed_out, "signed out")                                                              \
    E(V, 2, revoked, "ended by an administrator")                                                  \
    E(V, 3, expired, "expired")                                                                    \
    E(V, 4, replaced, "signed in again at the same station")                                       \
    E(V, 5, retired, "person or station retired")

#define ENUM_sign_in_fault(E, V)                                                                   \
    E(V, 1, number, "unknown number")                                                              \
    E(V, 2, password, "wrong password")                                                            \
    E(V, 3, retired, "retired")                                                                    \
    E(V, 4, elsewhere, "signed in elsewhere")                                                      \
    E(V, 5, back_off, "too many attempts")                                                         \
    E(V, 6, key, "station not registered, or another dispatcher's key")

#define ENUM_call_end(E, V)                                                                        \
    E(V, 1, caller, "by the caller")                                                               \
    E(V, 2, agent, "by the agent")

/* 4 was meant for follow-ups and never set: when the next attempt is due, the ticket says. */
#define ENUM_timer_kind(E, V)                                                                      \
    E(V, 1, offer, "an offered call is not answered")                                              \
    E(V, 2, session, "a session expires")                                                          \
    E(V, 3, overdue, "a ticket's deadline passes")

#define ENUM_object(E, V)                                                                          \
    E(V, 1, person, "person")                                                                      \
    E(V, 2, station, "station")                                                                    \
    E(V, 3, unit, "unit")                                                                          \
    E(V, 4, line, "line")                                                                          \
    E(V, 5, subject, "subject")                                                                    \
    E(V, 6, script, "script")                                                                      \
    E(V, 7, article, "article")                                                                    \
    E(V, 8, session, "session")                                                                    \
    E(V, 9, call, "call")                                                                          \
    E(V, 10, ticket, "ticket")

/* What ticket.list can be asked for. */
#define ENUM_ticket_view(E, V)                                                                     \
    E(V, 1, mine, "mine")                                                                          \
    E(V, 2, unit, "my unit's")                                                                     \
    E(V, 3, state, "in one state")                                                                 \
    E(V, 4, all, "all")

/* Refusals: a typed answer to a request. J(number, NAME, text as a gettext msgid: says what to do)
 */
#define REJECT_TABLE(J)                                                                            \
    J(0, OK, "done")                                                                               \
    J(1, BAD_MESSAGE, "The message could not be read.")                                            \
    J(2, UNKNOWN_MESSAGE, "This dispatcher does not know that request.")                           \
    J(3, MISSING_FIELD, "A field is missing.")                                                     \
    J(4, BAD_FIELD, "A field has a value that is not allowed.")                                    \
    J(5, TOO_LONG, "A field is too long.")                                                         \
    J(6, BAD_TEXT, "A text has characters that are not allowed.")                                  \
    J(7, NOT_SIGNED_IN, "Sign in first.")                                                          \
    J(8, SIGN_IN_FAILED, "Number or password is not right, or signing in is not possible now.")    \
    J(9, DENIED, "You may not do this.")                                                           \
    J(10, NO_SUCH, "There is no such entry.")                                                      \
    J(11, BAD_STATE, "This is not possible in the present state.")                                 \
    J(12, EXISTS, "This code or number is taken, also when its entry has been retired.")           \
    J(13, STALE, "Somebody else changed it meanwhile. Look again, then repeat.")                   \
    J(14, BUSY, "Too much is waiting. Try again in a moment.")                                     \
    J(15, NO_SPACE,                                                                                \
      "The disk is full: nothing can be written until an administrator frees space.")              \
    J(16, FAILED, "The operation failed; see the detail.")

#endif
