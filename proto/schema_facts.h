/* Every fact, once: what the journal keeps for ever. No field of class WORDS or OPEN is written into
 * the journal as it is: the journal carries its keyed hash, the vault its text. Fields of a type that
 * names an object (person, unit, line) also decide the topics on which the fact is published. Field
 * macros as in schema_requests.h. */
#ifndef PROTO_SCHEMA_FACTS_H
#define PROTO_SCHEMA_FACTS_H

/* X(number, name, help) */
#define FACT_TABLE(X)                                                                              \
    X(1, centre_opened, "the data folder was made")                                                \
    X(2, person_put, "a person was entered, changed or retired")                                   \
    X(3, station_put, "a station was registered, changed or retired")                              \
    X(4, unit_put, "a unit was entered, changed or retired")                                       \
    X(5, line_put, "a line was entered, changed or retired")                                       \
    X(6, subject_put, "a subject was entered, changed or retired")                                 \
    X(7, script_put, "a script was entered, changed or retired")                                   \
    X(8, article_put, "an article was entered, changed or retired")                                \
    X(10, session_opened, "a person signed in")                                                    \
    X(11, session_refused, "an attempt to sign in was refused")                                    \
    X(12, session_ended, "a session ended")                                                        \
    X(20, agent_moved, "an agent's state changed")                                                 \
    X(30, call_arrived, "a call rang or a visitor came")                                           \
    X(31, call_offered, "a call was offered to an agent")                                          \
    X(32, call_answered, "a call was answered")                                                    \
    X(33, call_lapsed, "an offered call was not answered in time and waits again")                 \
    X(34, call_abandoned, "the caller hung up before an answer")                                   \
    X(35, call_ended, "a call ended")                                                              \
    X(36, call_transferred, "a call was passed to another agent")                                  \
    X(37, call_requeued, "a call was put into a queue again")                                      \
    X(38, call_given_back, "a failed transfer went back to its agent")                             \
    X(40, ticket_saved, "words or classification of a ticket were recorded")                       \
    X(41, ticket_moved, "a ticket went on in its life")                                            \
    X(42, ticket_revealed, "masked data of a ticket was shown")                                    \
    X(43, ticket_overdue, "a ticket's deadline passed")                                            \
    X(50, console_used, "a question with effect on the house was asked at the console")

#define FIELDS_fact_centre_opened(S, F, E, R)                                                      \
    F(S, 1, u64, format, 0, FACT, MUST, "version of the data format")
#define FIELDS_fact_person_put(S, F, E, R)                                                         \
    F(S, 1, person, person, 0, FACT, MUST, "id")                                                   \
    F(S, 2, code, number, LIMIT_CODE, FACT, MUST, "number")                                        \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    F(S, 4, roles, roles, 0, FACT, MAY, "roles from now on")                                       \
    F(S, 5, unit, unit, 0, FACT, MAY, "unit from now on")                                          \
    F(S, 6, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    F(S, 7, text, verifier, LIMIT_PASSWORD, WORDS, MAY, "password's argon2id verifier")
#define FIELDS_fact_station_put(S, F, E, R)                                                        \
    F(S, 1, station, station, 0, FACT, MUST, "id")                                                 \
    F(S, 2, code, number, LIMIT_CODE, FACT, MUST, "number")                                        \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    F(S, 4, h32, key, 0, FACT, MAY, "public key from now on")                                      \
    F(S, 5, text, name, LIMIT_NAME, OPEN, MAY, "where it stands")
#define FIELDS_fact_unit_put(S, F, E, R)                                                           \
    F(S, 1, unit, unit, 0, FACT, MUST, "id")                                                       \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    F(S, 4, u64, parent, 0, FACT, MAY, "unit above from now on")                                   \
    F(S, 5, text, name, LIMIT_NAME, OPEN, MAY, "name")
#define FIELDS_fact_line_put(S, F, E, R)                                                           \
    F(S, 1, line, line, 0, FACT, MUST, "id")                                                       \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    F(S, 5, text, name, LIMIT_NAME, OPEN, MAY, "name")
#define FIELDS_fact_subject_put(S, F, E, R)                                                        \
    F(S, 1, subject, subject, 0, FACT, MUST, "id")                                                 \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    F(S, 4, u64, parent, 0, FACT, MAY, "subject above from now on")                                \
    F(S, 5, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 6, u64, usual_unit, 0, FACT, MAY, "unit that usually is responsible")
#define FIELDS_fact_script_put(S, F, E, R)                                                         \
    F(S, 1, script, script, 0, FACT, MUST, "id")                                                   \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    E(S, 4, script_kind, kind, FACT, MAY, "what it is for")                                        \
    F(S, 5, u64, of_line, 0, FACT, MAY, "its line, none for all")                                  \
    F(S, 6, text, body, LIMIT_SCRIPT, OPEN, MAY, "text")
#define FIELDS_fact_article_put(S, F, E, R)                                                        \
    F(S, 1, article, article, 0, FACT, MUST, "id")                                                 \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    F(S, 4, subject, subject, 0, FACT, MAY, "subject from now on")                                 \
    F(S, 5, text, name, LIMIT_NAME, OPEN, MAY, "title")                                            \
    F(S, 6, text, body, LIMIT_REPLY, OPEN, MAY, "the answer")
#define FIELDS_fact_session_opened(S, F, E, R)                                                     \
    F(S, 1, session, session, 0, FACT, MUST, "id")                                                 \
    F(S, 2, person, person, 0, FACT, MUST, "who")                                                  \
    F(S, 3, station, station, 0, FACT, MUST, "where")                                              \
    F(S, 4, ms, until_ms, 0, FACT, MUST, "when it expires")                                        \
    F(S, 5, h32, token, 0, PRIVATE, MUST, "hash of the session's token")
#define FIELDS_fact_session_refused(S, F, E, R)                                                    \
    F(S, 1, station, station, 0, FACT, MAY, "where")                                               \
    F(S, 2, u64, whose, 0, PRIVATE, MAY, "person, when the number is known")                       \
    E(S, 3, sign_in_fault, fault, PRIVATE, MUST, "which part was wrong")                           \
    F(S, 4, ms, person_until_ms, 0, PRIVATE, MAY, "the number's attempts are refused until")       \
    F(S, 5, ms, station_until_ms, 0, PRIVATE, MAY, "the station's attempts are refused until")
#define FIELDS_fact_session_ended(S, F, E, R)                                                      \
    F(S, 1, session, session, 0, FACT, MUST, "id")                                                 \
    F(S, 2, person, person, 0, FACT, MUST, "who")                                                  \
    F(S, 3, station, station, 0, FACT, MUST, "where")                                              \
    E(S, 4, session_end, how, FACT, MUST, "how")
#define FIELDS_fact_agent_moved(S, F, E, R)                                                        \
    F(S, 1, person, person, 0, FACT, MUST, "agent")                                                \
    E(S, 2, agent_event, event, FACT, MUST, "what happened")                                       \
    E(S, 3, agent_state, from, FACT, MUST, "state before")                                         \
    E(S, 4, agent_state, to, FACT, MUST, "state after")                                            \
    F(S, 5, call, call, 0, FACT, MAY, "the call in hand afterwards")                               \
    F(S, 6, station, station, 0, FACT, MAY, "station, when signing in")                            \
    E(S, 7, break_reason, reason, FACT, MAY, "why the break")
#define FIELDS_fact_call_arrived(S, F, E, R)                                                       \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    E(S, 3, channel, channel, FACT, MUST, "phone or visit")                                        \
    F(S, 4, h32, caller, 0, PRIVATE, MAY, "keyed hash of the caller's number")                     \
    F(S, 5, ms, order_ms, 0, FACT, MAY, "place in the queue: smaller goes first; none: no queue")  \
    F(S, 6, person, person, 0, FACT, MAY, "agent who took it at the station")                      \
    F(S, 7, text, from, LIMIT_PHONE, WORDS, MAY, "caller's number")
#define FIELDS_fact_call_offered(S, F, E, R)                                                       \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MUST, "agent")                                                \
    F(S, 4, ms, until_ms, 0, FACT, MUST, "the offer lapses at")
#define FIELDS_fact_call_answered(S, F, E, R)                                                      \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MUST, "agent")                                                \
    F(S, 4, u64, wait_ms, 0, FACT, MAY, "from arrival to answer")                                  \
    F(S, 5, flag, in_target, 1, FACT, MAY, "within the target (R67)")                              \
    F(S, 6, flag, first, 1, FACT, MAY, "first answer of this call, not one after a transfer")
#define FIELDS_fact_call_lapsed(S, F, E, R)                                                        \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MUST, "agent who did not answer")                             \
    F(S, 4, ms, order_ms, 0, FACT, MUST, "place in the queue")
#define FIELDS_fact_call_abandoned(S, F, E, R)                                                     \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MAY, "agent whom it was offered to")                          \
    F(S, 4, u64, wait_ms, 0, FACT, MAY, "from arrival")
#define FIELDS_fact_call_ended(S, F, E, R)                                                         \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MUST, "agent")                                                \
    E(S, 4, call_end, how, FACT, MUST, "who hung up first (R6)")                                   \
    F(S, 5, u64, talk_ms, 0, FACT, MAY, "from the last answer")
#define FIELDS_fact_call_transferred(S, F, E, R)                                                   \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MUST, "agent who receives it")                                \
    F(S, 4, person, origin, 0, FACT, MUST, "agent who passes it on")                               \
    F(S, 5, ms, until_ms, 0, FACT, MUST, "the offer lapses at")                                    \
    F(S, 6, text, note, LIMIT_NOTE, WORDS, MAY, "note to the receiver")
#define FIELDS_fact_call_requeued(S, F, E, R)                                                      \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line whose queue takes it")                                \
    F(S, 3, person, origin, 0, FACT, MUST, "agent who had it")                                     \
    F(S, 4, ms, order_ms, 0, FACT, MUST, "place in the queue")                                     \
    E(S, 5, call_event, event, FACT, MUST, "transfer to a queue, or agent gone")                   \
    F(S, 6, text, note, LIMIT_NOTE, WORDS, MAY, "note to the receiver")
#define FIELDS_fact_call_given_back(S, F, E, R)                                                    \
    F(S, 1, call, call, 0, FACT, MUST, "id")                                                       \
    F(S, 2, line, line, 0, FACT, MUST, "line")                                                     \
    F(S, 3, person, person, 0, FACT, MUST, "agent who had passed it on")                           \
    F(S, 4, person, origin, 0, FACT, MUST, "agent who did not answer")                             \
    F(S, 5, ms, until_ms, 0, FACT, MUST, "the offer lapses at")
#define FIELDS_fact_ticket_saved(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    E(S, 2, ticket_event, event, FACT, MUST, "open, save, amend")                                  \
    F(S, 3, person, person, 0, FACT, MUST, "owner")                                                \
    F(S, 4, u64, version, 0, FACT, MUST, "version afterwards")                                     \
    F(S, 5, call, call, 0, FACT, MAY, "call it belongs to")                                        \
    F(S, 6, line, line, 0, FACT, MAY, "line")                                                      \
    E(S, 7, channel, channel, FACT, MAY, "channel")                                                \
    E(S, 8, ticket_type, type, FACT, MAY, "type")                                                  \
    F(S, 9, subject, subject, 0, FACT, MAY, "subject")                                             \
    F(S, 10, h32, caller, 0, PRIVATE, MAY, "keyed hash of the caller's number")                    \
    F(S, 11, text, name, LIMIT_NAME, WORDS, MAY, "caller's name")                                  \
    F(S, 12, text, phone, LIMIT_PHONE, WORDS, MAY, "phone")                                        \
    F(S, 13, text, address, LIMIT_ADDRESS, WORDS, MAY, "address")                                  \
    F(S, 14, text, matter, LIMIT_MATTER, WORDS, MAY, "matter")                                     \
    F(S, 15, text, cause, LIMIT_NOTE, WORDS, MAY, "cause")                                         \
    F(S, 16, text, reason, LIMIT_NOTE, WORDS, MAY, "why it is corrected")
#define FIELDS_fact_ticket_moved(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    E(S, 2, ticket_event, event, FACT, MUST, "what happened")                                      \
    E(S, 3, ticket_state, from, FACT, MUST, "state before")                                        \
    E(S, 4, ticket_state, to, FACT, MUST, "state after")                                           \
    F(S, 5, u64, version, 0, FACT, MUST, "version afterwards")                                     \
    F(S, 6, person, owner, 0, FACT, MAY, "person who registered it")                               \
    F(S, 7, unit, unit, 0, FACT, MAY, "responsible unit")                                          \
    F(S, 8, ms, due_ms, 0, FACT, MAY, "deadline, or the promised time")                            \
    E(S, 9, refuse_reason, refusal, FACT, MAY, "reason of a refusal (R9)")                         \
    F(S, 10, article, article, 0, FACT, MAY, "article the answer rests on (R28)")                  \
    F(S, 11, u64, article_version, 0, FACT, MAY, "its version")                                    \
    E(S, 12, outcome, outcome, FACT, MAY, "what came of the follow-up")                            \
    E(S, 13, grade, grade, FACT, MAY, "how satisfied")                                             \
    F(S, 14, u64, tries, 0, FACT, MAY, "attempts to reach the caller so far")                      \
    F(S, 15, ms, next_try_ms, 0, FACT, MAY, "next attempt")                                        \
    F(S, 16, text, reply, LIMIT_REPLY, WORDS, MAY, "reply")                                        \
    F(S, 17, text, note, LIMIT_NOTE, WORDS, MAY, "note, opinion or reason")
#define FIELDS_fact_ticket_revealed(S, F, E, R)                                                    \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MUST, "what it was needed for")
#define FIELDS_fact_ticket_overdue(S, F, E, R)                                                     \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    F(S, 2, unit, unit, 0, FACT, MAY, "responsible unit")                                          \
    F(S, 3, ms, due_ms, 0, FACT, MUST, "deadline that passed")
#define FIELDS_fact_console_used(S, F, E, R)                                                       \
    F(S, 1, u64, request, 0, FACT, MUST, "request's number")

#endif
