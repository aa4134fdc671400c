/* Every fact, once: what the journal keeps for ever. No field of class WORDS or OPEN is written
 * into the journal as it is: the journal carries its keyed hash, the vault its text. Fields of a
 * type that names an object (person, unit, line) also decide the topics on which the fact is
 * published. Field macros as in schema_requests.h. */
#ifndef PROTO_SCHEMA_FACTS_H
#define PROTO_SCHEMA_FACTS_H

#include "proto/schema_facts_calls.h"

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
    X(60, profile_put, "how a type of ticket is treated was set")                                  \
    X(61, field_put, "a form field was entered, changed or retired")                               \
    X(62, phrase_put, "a phrase was entered or retired")                                           \
    X(63, expert_put, "an expert was entered, changed or retired")                                 \
    X(64, person_away, "a person is away, or back")                                                \
    X(65, calendar_loaded, "a working calendar was loaded")                                        \
    X(66, survey_put, "a survey was begun or ended")                                               \
    X(67, survey_answered, "a caller answered a survey")                                           \
    X(70, ticket_filled, "a form field of a ticket was filled in")                                 \
    X(71, ticket_noted, "something was recorded of a ticket that stays in its state")              \
    X(72, ticket_warned, "a part of a ticket's time is gone")                                      \
    X(73, ticket_rescheduled, "another calendar moved a ticket's deadline")                        \
    X(74, duty_set, "something is due of a ticket")                                                \
    X(75, duty_done, "it was done, missed or dropped")                                             \
    X(76, ticket_linked, "two tickets were linked")                                                \
    X(77, ticket_erased, "words of an archived ticket were erased after their time")               \
    X(78, letter_issued, "a reply letter got its number")                                          \
    X(79, call_rated, "a caller rated the answering")                                              \
    X(80, score_given, "a point was given or taken")                                               \
    X(81, score_moved, "a point was appealed, upheld or withdrawn")                                \
    X(82, sample_scored, "a sampled call or ticket was scored")                                    \
    X(83, disclosure_asked, "passing data on was asked for")                                       \
    X(84, disclosure_moved, "it was granted, refused or done")                                     \
    X(85, ticket_seen, "a guarded ticket's words were shown")                                      \
    X(86, work_reported, "an internal work report was taken")                                      \
    X(87, deadlines_followed,                                                                      \
      "tickets were looked at whether a new calendar moves their deadline")                        \
    X(100, call_moved, "a call went on in its life")                                               \
    X(110, skill_put, "a skill was entered, changed or retired")                                   \
    X(111, skill_given, "a person's skill was set, lent or taken")                                 \
    X(112, queue_put, "a queue was entered, changed or retired")                                   \
    X(113, line_hours_set, "a line's opening hours were set")                                      \
    X(114, line_extended, "a line stays open for a period")                                        \
    X(115, agent_asked, "an agent asks for a break, or it was decided")                            \
    X(116, agent_alarmed, "something about an agent lasts too long")                               \
    X(117, person_cleared, "a trainee was cleared for real calls")                                 \
    X(120, outbound_put, "an outbound list was begun or ended")                                    \
    X(121, contact_entered, "a contact was put on a list")                                         \
    X(122, contact_moved, "a contact was taken or reported on")                                    \
    X(123, no_call_put, "a number is not to be called, or may be again")                           \
    X(130, plan_put, "an alert plan was entered or retired")                                       \
    X(131, plan_post_set, "a place of a plan's post was set")                                      \
    X(132, alert_raised, "an alert was raised")                                                    \
    X(133, alert_relayed, "somebody on the plan was told, or acknowledged")                        \
    X(134, alert_noted, "something was recorded of an alert")                                      \
    X(135, alert_closed, "an alert was closed")                                                    \
    X(140, caller_marked, "a call was counted as harassment")                                      \
    X(141, caller_barred, "a number was blocked, or no longer is")                                 \
    X(142, evidence_made, "an evidence export was begun")                                          \
    X(143, tree_put, "a troubleshooting tree was loaded or retired")                               \
    X(145, market_put, "a supply or demand was noted")                                             \
    X(146, market_moved, "it was matched or closed")                                               \
    X(150, surge_moved, "surge mode began or ended")                                               \
    X(151, area_put, "an area was entered, changed or retired")                                    \
    X(152, burst_seen, "many tickets of one subject in one area")                                  \
    X(153, burst_moved, "a burst grew, got an answer or is over")                                  \
    X(154, notice_put, "something is told to all screens, or no longer")                           \
    X(155, surge_looked, "whether surge mode is called for was looked at by rule")                 \
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
    F(S, 7, text, verifier, LIMIT_PASSWORD, WORDS, MAY, "password's argon2id verifier")            \
    F(S, 8, flag, trainee, 1, FACT, MAY, "not cleared for real calls (R89)")                       \
    F(S, 9, flag, verifies, 1, FACT, MAY, "may check identities (R49)")
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
    F(S, 5, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 6, text, contact, LIMIT_NOTE, OPEN, MAY, "how it is reached")                             \
    F(S, 7, text, hours, LIMIT_NAME, OPEN, MAY, "when it is open")                                 \
    F(S, 8, u64, deputy_a, 0, FACT, MAY, "person who gets its tickets from now on")                \
    F(S, 9, u64, deputy_b, 0, FACT, MAY, "who gets them while the first is away")
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
    F(S, 6, u64, usual_unit, 0, FACT, MAY, "unit that usually is responsible")                     \
    F(S, 7, text, synonyms, LIMIT_NOTE, OPEN, MAY, "other words for it")                           \
    F(S, 8, text, guide, LIMIT_SCRIPT, OPEN, MAY, "what callers are told")                         \
    E(S, 9, secrecy, secrecy, FACT, MAY, "of its tickets, from now on")                            \
    E(S, 10, limit_kind, limit_kind, FACT, MAY, "in what its time limit counts")                   \
    F(S, 11, u64, limit_n, 0, FACT, MAY, "its time limit")                                         \
    F(S, 12, u64, on_site_h, 0, FACT, MAY, "running hours until somebody is on site")              \
    F(S, 13, u64, rectify_days, 0, FACT, MAY, "working days until it is put right")
#define FIELDS_fact_script_put(S, F, E, R)                                                         \
    F(S, 1, script, script, 0, FACT, MUST, "id")                                                   \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    E(S, 4, script_kind, kind, FACT, MAY, "what it is for")                                        \
    F(S, 5, u64, of_line, 0, FACT, MAY, "its line, none for all")                                  \
    F(S, 6, text, body, LIMIT_SCRIPT, OPEN, MAY, "text")                                           \
    E(S, 7, prompt_kind, prompt, FACT, MAY, "of a prompt card: for which kind of call")
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
    F(S, 5, h32, token, 0, PRIVATE, MUST, "hash of the session's token")                           \
    F(S, 6, flag, watch, 1, FACT, MAY, "takes no calls")
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
#define FIELDS_fact_ticket_saved(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    E(S, 2, ticket_event, event, FACT, MUST, "open, save, amend")                                  \
    F(S, 3, person, person, 0, FACT, MUST, "owner")                                                \
    F(S, 4, u64, version, 0, FACT, MUST, "version afterwards")                                     \
    F(S, 5, call, call, 0, PRIVATE, MAY, "call it belongs to")                                     \
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
    F(S, 16, text, reason, LIMIT_NOTE, WORDS, MAY, "why it is corrected")                          \
    F(S, 17, text, workplace, LIMIT_NAME, WORDS, MAY, "caller's workplace")                        \
    E(S, 18, anonymity, anonymity, FACT, MAY, "whether the caller stays anonymous")                \
    E(S, 19, secrecy, secrecy, FACT, MAY, "confidential, or internal information")                 \
    E(S, 20, nature, nature, FACT, MAY, "nature")                                                  \
    F(S, 21, text, superior, LIMIT_NAME, WORDS, MAY, "number of the superior's document")          \
    E(S, 22, urgency_level, urgency, FACT, MAY, "urgency")                                         \
    F(S, 23, u64, accused, 0, PRIVATE, MAY, "unit that is accused")                                \
    F(S, 24, u64, culprit, 0, PRIVATE, MAY, "person who is accused")                               \
    F(S, 25, ticket, origin, 0, FACT, MAY, "ticket that it was split from")                        \
    F(S, 26, u64, area, 0, FACT, MAY, "area it is about")
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
    F(S, 17, text, note, LIMIT_NOTE, WORDS, MAY, "note, opinion or reason")                        \
    F(S, 18, u64, guarded_unit, 0, PRIVATE, MAY,                                                   \
      "responsible unit of a confidential ticket; unit is empty then")                             \
    F(S, 19, ms, half_ms, 0, FACT, MAY, "half of the time is gone at")                             \
    F(S, 20, ms, most_ms, 0, FACT, MAY, "most of the time is gone at")                             \
    E(S, 21, limit_kind, limit_kind, FACT, MAY, "in what the time limit counts")                   \
    F(S, 22, u64, limit_n, 0, FACT, MAY, "the time limit")                                         \
    F(S, 23, person, assignee, 0, FACT, MAY, "person of the unit who gets it (R40)")               \
    F(S, 24, text, measures, LIMIT_REPLY, WORDS, MAY, "measures taken")                            \
    F(S, 25, text, result, LIMIT_REPLY, WORDS, MAY, "result")                                      \
    E(S, 26, caller_view, view, FACT, MAY, "whether the caller is satisfied, as the unit says")    \
    E(S, 27, resolution, resolution, FACT, MAY, "what the reply comes to")                         \
    E(S, 28, publicity, publicity, FACT, MAY, "private or public")                                 \
    F(S, 29, u64, expert, 0, FACT, MAY, "expert the answer rests on")                              \
    E(S, 30, solved, solved, FACT, MAY, "whether it is solved")                                    \
    E(S, 31, grade, process, FACT, MAY, "how satisfied with the handling")                         \
    F(S, 32, ticket, into, 0, FACT, MAY, "ticket it was merged into")                              \
    F(S, 33, u64, wanted_unit, 0, FACT, MAY, "unit whose it is, as the returning one says")        \
    F(S, 34, flag, on_time, 1, FACT, MAY, "the reply was released before the deadline (R68)")      \
    F(S, 35, person, leader, 0, FACT, MAY, "leader it is brought before, or who decided")          \
    F(S, 36, ms, erase_ms, 0, FACT, MAY, "its words are kept until; none: for good")               \
    F(S, 37, unit, left_unit, 0, FACT, MAY, "unit that had it and has it no longer")
#define FIELDS_fact_ticket_revealed(S, F, E, R)                                                    \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MUST, "what it was needed for")
#define FIELDS_fact_ticket_overdue(S, F, E, R)                                                     \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    F(S, 2, unit, unit, 0, FACT, MAY, "responsible unit")                                          \
    F(S, 3, ms, due_ms, 0, FACT, MUST, "deadline that passed")                                     \
    F(S, 4, u64, guarded_unit, 0, PRIVATE, MAY, "the same of a confidential ticket")               \
    F(S, 5, person, to, 0, FACT, MAY, "person of the unit who has it, or owner")                   \
    F(S, 6, ms, lead_ms, 0, FACT, MAY, "when the lead is told of a promised callback (R25)")
#define FIELDS_fact_profile_put(S, F, E, R)                                                        \
    F(S, 1, u64, of_line, 0, FACT, MAY, "line, none for all")                                      \
    E(S, 2, ticket_type, type, FACT, MUST, "type")                                                 \
    F(S, 3, flag, hidden, 1, FACT, MAY, "not taken on this line")                                  \
    F(S, 4, flag, no_anonymous, 1, FACT, MAY, "the caller may not stay anonymous")                 \
    F(S, 5, flag, must_name, 1, FACT, MAY, "name is required")                                     \
    F(S, 6, flag, must_phone, 1, FACT, MAY, "phone is required")                                   \
    F(S, 7, flag, must_workplace, 1, FACT, MAY, "workplace is required")                           \
    F(S, 8, flag, must_address, 1, FACT, MAY, "address is required")                               \
    F(S, 9, flag, must_subject, 1, FACT, MAY, "subject is required")                               \
    E(S, 10, limit_kind, limit_kind, FACT, MAY, "in what the time limit counts")                   \
    F(S, 11, u64, limit_n, 0, FACT, MAY, "the time limit")
#define FIELDS_fact_field_put(S, F, E, R)                                                          \
    F(S, 1, u64, field, 0, FACT, MUST, "id")                                                       \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    E(S, 4, value_kind, kind, FACT, MAY, "what goes into it")                                      \
    E(S, 5, ticket_type, of_type, FACT, MAY, "only for this type")                                 \
    F(S, 6, u64, of_subject, 0, FACT, MAY, "only for this subject and those below")                \
    F(S, 7, u64, of_line, 0, FACT, MAY, "only for this line")                                      \
    F(S, 8, flag, must, 1, FACT, MAY, "required")                                                  \
    F(S, 9, text, name, LIMIT_NAME, OPEN, MAY, "label")                                            \
    F(S, 10, text, choices, LIMIT_NOTE, OPEN, MAY, "entries of a choice")
#define FIELDS_fact_phrase_put(S, F, E, R)                                                         \
    F(S, 1, u64, phrase, 0, FACT, MUST, "id")                                                      \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    F(S, 4, text, body, LIMIT_NAME, OPEN, MAY, "the phrase")
#define FIELDS_fact_expert_put(S, F, E, R)                                                         \
    F(S, 1, u64, expert, 0, FACT, MUST, "id")                                                      \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    F(S, 4, u64, of_subject, 0, FACT, MAY, "subject they know")                                    \
    F(S, 5, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    F(S, 6, text, contact, LIMIT_NOTE, WORDS, MAY, "how they are reached")
#define FIELDS_fact_person_away(S, F, E, R)                                                        \
    F(S, 1, person, person, 0, FACT, MUST, "who")                                                  \
    F(S, 2, flag, away, 1, FACT, MAY, "away, else back")                                           \
    F(S, 3, unit, unit, 0, FACT, MAY, "their unit")
#define FIELDS_fact_calendar_loaded(S, F, E, R)                                                    \
    F(S, 1, u64, calendar, 0, FACT, MUST, "number of the loading")                                 \
    F(S, 2, bytes, days, LIMIT_CALENDAR, FACT, MUST,                                               \
      "the calendar, without its comments (common/calendar.h)")                                    \
    F(S, 3, u64, from_day, 0, FACT, MUST, "first day, counted from 1970-01-01")                    \
    F(S, 4, u64, to_day, 0, FACT, MUST, "last day")
#define FIELDS_fact_deadlines_followed(S, F, E, R)                                                 \
    F(S, 1, u64, calendar, 0, FACT, MUST, "number of the loading")                                 \
    F(S, 2, u64, upto, 0, FACT, MAY, "number of the last ticket looked at")                        \
    F(S, 3, u64, moved, 0, FACT, MAY, "deadlines that moved")                                      \
    F(S, 4, u64, next, 0, FACT, MAY, "ticket to go on with; none: all were looked at")
#define FIELDS_fact_survey_put(S, F, E, R)                                                         \
    F(S, 1, u64, survey, 0, FACT, MUST, "id")                                                      \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, change, change, FACT, MUST, "what was done")                                           \
    F(S, 4, ms, from_ms, 0, FACT, MAY, "from")                                                     \
    F(S, 5, ms, until_ms, 0, FACT, MAY, "until")                                                   \
    F(S, 6, u64, of_line, 0, FACT, MAY, "only this line")                                          \
    E(S, 7, ticket_type, of_type, FACT, MAY, "only this type")                                     \
    F(S, 8, text, name, LIMIT_NAME, OPEN, MAY, "what is asked")
#define FIELDS_fact_survey_answered(S, F, E, R)                                                    \
    F(S, 1, u64, survey, 0, FACT, MUST, "survey")                                                  \
    F(S, 2, ticket, ticket, 0, FACT, MUST, "ticket")                                               \
    E(S, 3, grade, grade, FACT, MUST, "answer")                                                    \
    F(S, 4, text, opinion, LIMIT_NOTE, WORDS, MAY, "what the caller said")
#define FIELDS_fact_ticket_filled(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    F(S, 2, u64, field, 0, FACT, MUST, "form field")                                               \
    F(S, 3, u64, version, 0, FACT, MUST, "version afterwards")                                     \
    F(S, 4, flag, emptied, 1, FACT, MAY, "nothing is in it any more")                              \
    F(S, 5, text, value, LIMIT_NOTE, WORDS, MAY, "what is in it")
#define FIELDS_fact_ticket_noted(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    E(S, 2, ticket_event, event, FACT, MUST, "what happened")                                      \
    F(S, 3, u64, version, 0, FACT, MUST, "version afterwards")                                     \
    F(S, 4, unit, unit, 0, FACT, MAY, "responsible unit")                                          \
    F(S, 5, u64, guarded_unit, 0, PRIVATE, MAY, "the same of a confidential ticket")               \
    F(S, 6, person, to, 0, FACT, MAY, "colleague or leader it is for")                             \
    F(S, 7, u64, other_unit, 0, PRIVATE, MAY, "co-unit")                                           \
    F(S, 8, ms, at_ms, 0, FACT, MAY, "when, or until when")                                        \
    F(S, 9, u64, level, 0, FACT, MAY, "level of supervision")                                      \
    E(S, 10, supervision, kind, FACT, MAY, "kind of supervision")                                  \
    E(S, 11, reply_way, way, FACT, MAY, "way of an attempt")                                       \
    F(S, 12, flag, reached, 1, FACT, MAY, "the caller was reached")                                \
    F(S, 13, u64, expert, 0, FACT, MAY, "expert")                                                  \
    F(S, 14, ms, due_ms, 0, FACT, MAY, "deadline from now on, when it moves")                      \
    F(S, 15, ms, half_ms, 0, FACT, MAY, "half of the time is gone at")                             \
    F(S, 16, ms, most_ms, 0, FACT, MAY, "most of the time is gone at")                             \
    F(S, 17, text, note, LIMIT_NOTE, WORDS, MAY, "note, reason or instruction")                    \
    F(S, 18, text, reply, LIMIT_REPLY, WORDS, MAY, "plan, progress, opinion")                      \
    F(S, 19, text, people, LIMIT_NOTE, WORDS, MAY, "who took part")                                \
    E(S, 20, identity_way, identity, FACT, MAY, "how the caller's identity was checked (R49)")     \
    F(S, 21, flag, failed, 1, FACT, MAY, "it was not the caller")                                  \
    F(S, 22, u64, tree, 0, FACT, MAY, "troubleshooting tree that was walked (R50)")                \
    F(S, 23, u64, tree_version, 0, FACT, MAY, "its version")                                       \
    F(S, 24, flag, solved, 1, FACT, MAY, "it was solved on the way; none: a visit is due")         \
    F(S, 25, text, path, LIMIT_NOTE, OPEN, MAY, "numbers of the nodes passed")
#define FIELDS_fact_ticket_warned(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    F(S, 2, unit, unit, 0, FACT, MAY, "responsible unit")                                          \
    F(S, 3, u64, guarded_unit, 0, PRIVATE, MAY, "the same of a confidential ticket")               \
    F(S, 4, person, to, 0, FACT, MAY, "person of the unit who has it, or owner")                   \
    E(S, 5, warning, warning, FACT, MUST, "how much of the time is gone")                          \
    F(S, 6, ms, due_ms, 0, FACT, MUST, "deadline")
#define FIELDS_fact_ticket_rescheduled(S, F, E, R)                                                 \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    F(S, 2, unit, unit, 0, FACT, MAY, "responsible unit")                                          \
    F(S, 3, u64, guarded_unit, 0, PRIVATE, MAY, "the same of a confidential ticket")               \
    F(S, 4, u64, version, 0, FACT, MUST, "version afterwards")                                     \
    F(S, 5, ms, before_ms, 0, FACT, MUST, "deadline before")                                       \
    F(S, 6, ms, due_ms, 0, FACT, MUST, "deadline from now on")                                     \
    F(S, 7, ms, half_ms, 0, FACT, MAY, "half of the time is gone at")                              \
    F(S, 8, ms, most_ms, 0, FACT, MAY, "most of the time is gone at")                              \
    F(S, 9, u64, calendar, 0, FACT, MUST, "number of the loading")
#define FIELDS_fact_duty_set(S, F, E, R)                                                           \
    F(S, 1, u64, duty, 0, FACT, MUST, "id")                                                        \
    F(S, 2, ticket, ticket, 0, FACT, MUST, "ticket")                                               \
    E(S, 3, duty_kind, kind, FACT, MUST, "what is due")                                            \
    F(S, 4, ms, due_ms, 0, FACT, MUST, "by when")                                                  \
    F(S, 5, unit, unit, 0, FACT, MAY, "whose duty")                                                \
    F(S, 6, u64, guarded_unit, 0, PRIVATE, MAY, "the same of a confidential ticket")               \
    F(S, 7, person, to, 0, FACT, MAY, "person it is for")
#define FIELDS_fact_duty_done(S, F, E, R)                                                          \
    F(S, 1, u64, duty, 0, FACT, MUST, "id")                                                        \
    F(S, 2, ticket, ticket, 0, FACT, MUST, "ticket")                                               \
    E(S, 3, duty_kind, kind, FACT, MUST, "what was due")                                           \
    E(S, 4, duty_state, state, FACT, MUST, "met, missed, late or dropped")                         \
    F(S, 5, unit, unit, 0, FACT, MAY, "whose duty")                                                \
    F(S, 6, u64, guarded_unit, 0, PRIVATE, MAY, "the same of a confidential ticket")               \
    F(S, 7, person, to, 0, FACT, MAY, "person it is for")
#define FIELDS_fact_ticket_linked(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    F(S, 2, ticket, other, 0, FACT, MUST, "the other")                                             \
    E(S, 3, link_kind, kind, FACT, MUST, "how")                                                    \
    E(S, 4, repeat_cause, cause, FACT, MAY, "why the caller comes again")                          \
    F(S, 5, text, note, LIMIT_NOTE, WORDS, MAY, "note")
#define FIELDS_fact_ticket_erased(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    F(S, 2, u64, words, 0, FACT, MUST, "texts erased")
#define FIELDS_fact_letter_issued(S, F, E, R)                                                      \
    F(S, 1, u64, letter, 0, FACT, MUST, "number, as 2026000001")                                   \
    F(S, 2, ticket, ticket, 0, FACT, MUST, "ticket")
#define FIELDS_fact_call_rated(S, F, E, R)                                                         \
    F(S, 1, call, call, 0, FACT, MUST, "call")                                                     \
    F(S, 2, person, person, 0, FACT, MUST, "agent")                                                \
    E(S, 3, grade, attitude, FACT, MUST, "attitude")                                               \
    E(S, 4, grade, accuracy, FACT, MUST, "accuracy")                                               \
    E(S, 5, grade, efficiency, FACT, MUST, "efficiency")                                           \
    F(S, 6, u64, month, 0, FACT, MUST, "month as 202611")
#define FIELDS_fact_score_given(S, F, E, R)                                                        \
    F(S, 1, u64, score, 0, FACT, MUST, "id")                                                       \
    F(S, 2, unit, unit, 0, FACT, MAY, "unit")                                                      \
    F(S, 3, person, person, 0, FACT, MAY, "or operator")                                           \
    E(S, 4, score_rule, rule, FACT, MUST, "what for")                                              \
    F(S, 5, u64, plus, 0, FACT, MAY, "points given")                                               \
    F(S, 6, u64, minus, 0, FACT, MAY, "points taken")                                              \
    F(S, 7, u64, month, 0, FACT, MUST, "month as 202611")                                          \
    F(S, 8, ticket, ticket, 0, FACT, MAY, "ticket that caused it")                                 \
    F(S, 9, call, call, 0, FACT, MAY, "or call")                                                   \
    F(S, 10, text, note, LIMIT_NOTE, WORDS, MAY, "the notice, or why")                             \
    F(S, 11, u64, guarded_unit, 0, PRIVATE, MAY, "unit, when the ticket is confidential")          \
    F(S, 12, u64, redo, 0, FACT, MAY, "times the ticket had been done again")
#define FIELDS_fact_score_moved(S, F, E, R)                                                        \
    F(S, 1, u64, score, 0, FACT, MUST, "id")                                                       \
    E(S, 2, score_event, event, FACT, MUST, "what happened")                                       \
    E(S, 3, score_state, from, FACT, MUST, "state before")                                         \
    E(S, 4, score_state, to, FACT, MUST, "state after")                                            \
    F(S, 5, unit, unit, 0, FACT, MAY, "unit")                                                      \
    F(S, 6, person, person, 0, FACT, MAY, "or operator")                                           \
    F(S, 7, ticket, ticket, 0, FACT, MAY, "ticket")                                                \
    F(S, 8, text, note, LIMIT_NOTE, WORDS, MAY, "why")
#define FIELDS_fact_sample_scored(S, F, E, R)                                                      \
    F(S, 1, u64, sample, 0, FACT, MUST, "id")                                                      \
    F(S, 2, person, person, 0, FACT, MUST, "operator")                                             \
    F(S, 3, call, call, 0, FACT, MAY, "call")                                                      \
    F(S, 4, ticket, ticket, 0, FACT, MAY, "or ticket")                                             \
    F(S, 5, u64, score, 0, FACT, MAY, "0 to 100")                                                  \
    F(S, 6, u64, month, 0, FACT, MUST, "month as 202611")                                          \
    F(S, 7, text, note, LIMIT_NOTE, WORDS, MAY, "what was good, what was not")
#define FIELDS_fact_disclosure_asked(S, F, E, R)                                                   \
    F(S, 1, u64, disclosure, 0, FACT, MUST, "id")                                                  \
    F(S, 2, ticket, ticket, 0, FACT, MUST, "ticket")                                               \
    F(S, 3, u64, of_unit, 0, PRIVATE, MAY, "recipient's unit")                                     \
    F(S, 4, text, recipient, LIMIT_NAME, WORDS, MUST, "who gets it")                               \
    F(S, 5, text, purpose, LIMIT_NOTE, WORDS, MUST, "what for")                                    \
    F(S, 6, text, undertaking, LIMIT_NOTE, WORDS, MUST, "the recipient's undertaking")
#define FIELDS_fact_disclosure_moved(S, F, E, R)                                                   \
    F(S, 1, u64, disclosure, 0, FACT, MUST, "id")                                                  \
    F(S, 2, ticket, ticket, 0, FACT, MUST, "ticket")                                               \
    E(S, 3, disclosure_event, event, FACT, MUST, "what happened")                                  \
    E(S, 4, disclosure_state, from, FACT, MUST, "state before")                                    \
    E(S, 5, disclosure_state, to, FACT, MUST, "state after")                                       \
    F(S, 6, text, note, LIMIT_NOTE, WORDS, MAY, "why")
#define FIELDS_fact_ticket_seen(S, F, E, R)                                                        \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "id")                                                   \
    E(S, 2, look_kind, kind, FACT, MUST, "how")
#define FIELDS_fact_work_reported(S, F, E, R)                                                      \
    F(S, 1, u64, work, 0, FACT, MUST, "id")                                                        \
    F(S, 2, unit, unit, 0, FACT, MAY, "unit that reports")                                         \
    F(S, 3, line, line, 0, FACT, MAY, "line")                                                      \
    F(S, 4, call, call, 0, FACT, MAY, "call")                                                      \
    F(S, 5, text, report, LIMIT_MATTER, WORDS, MUST, "what was reported")                          \
    F(S, 6, text, guidance, LIMIT_REPLY, WORDS, MUST, "the guidance given")
#define FIELDS_fact_console_used(S, F, E, R)                                                       \
    F(S, 1, u64, request, 0, FACT, MUST, "request's number")

#endif
