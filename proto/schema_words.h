/* The closed vocabularies of the protocol: roles, states, kinds and reasons. Numbers are
 * never reused. E(V, number, name, label), V being handed
 * through by whoever expands the list: the name is what JSON, scenarios and command lines say, the
 * label is a gettext msgid for screens. Zero always means "none" and is not listed. */
#ifndef PROTO_SCHEMA_WORDS_H
#define PROTO_SCHEMA_WORDS_H

#include "proto/schema_words_calls.h"

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
    X(ticket_view)                                                                                 \
    X(limit_kind)                                                                                  \
    X(warning)                                                                                     \
    X(duty_kind)                                                                                   \
    X(duty_state)                                                                                  \
    X(value_kind)                                                                                  \
    X(anonymity)                                                                                   \
    X(secrecy)                                                                                     \
    X(nature)                                                                                      \
    X(urgency_level)                                                                               \
    X(resolution)                                                                                  \
    X(publicity)                                                                                   \
    X(reply_way)                                                                                   \
    X(caller_view)                                                                                 \
    X(solved)                                                                                      \
    X(supervision)                                                                                 \
    X(link_kind)                                                                                   \
    X(repeat_cause)                                                                                \
    X(score_rule)                                                                                  \
    X(score_state)                                                                                 \
    X(score_event)                                                                                 \
    X(disclosure_state)                                                                            \
    X(disclosure_event)                                                                            \
    X(look_kind)                                                                                   \
    X(day_kind)                                                                                    \
    X(prompt_kind)                                                                                 \
    X(fail_reason)                                                                                 \
    X(call_priority)                                                                               \
    X(wait_step)                                                                                   \
    X(agent_alarm)                                                                                 \
    X(outbound_kind)                                                                               \
    X(contact_state)                                                                               \
    X(contact_result)                                                                              \
    X(alert_kind)                                                                                  \
    X(alert_state)                                                                                 \
    X(relay_state)                                                                                 \
    X(nuisance)                                                                                    \
    X(identity_way)                                                                                \
    X(yes_no)                                                                                      \
    X(market_kind)                                                                                 \
    X(market_state)                                                                                \
    X(surge_by)                                                                                    \
    X(burst_state)

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

/* R1 */
#define ENUM_channel(E, V)                                                                         \
    E(V, 1, phone, "phone")                                                                        \
    E(V, 2, visit, "visit")                                                                        \
    E(V, 3, web, "web mailbox")                                                                    \
    E(V, 4, sms, "text message")                                                                   \
    E(V, 5, letter, "letter or fax")                                                               \
    E(V, 6, relay, "upper hotline")

/* R19 */
#define ENUM_ticket_type(E, V)                                                                     \
    E(V, 1, consult, "consultation")                                                               \
    E(V, 2, help, "help")                                                                          \
    E(V, 3, complaint, "complaint")                                                                \
    E(V, 4, report, "report")                                                                      \
    E(V, 5, suggestion, "suggestion")                                                              \
    E(V, 6, praise, "praise")                                                                      \
    E(V, 7, other, "other")

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
    E(V, 11, archived, "archived")                                                                 \
    E(V, 12, instructed, "before a leader")                                                        \
    E(V, 13, returning, "return asked for")                                                        \
    E(V, 14, committed, "promised")

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
    E(V, 20, reopen, "reopened")                                                                   \
    E(V, 21, refer, "brought before a leader")                                                     \
    E(V, 22, instruct, "dispatched by instruction")                                                \
    E(V, 23, return, "return asked for")                                                           \
    E(V, 24, agree, "return agreed")                                                               \
    E(V, 25, decline, "return refused")                                                            \
    E(V, 26, dispute, "owner disputed")                                                            \
    E(V, 27, commit, "final date promised")                                                        \
    E(V, 28, irregular, "reply refused by the hotline office")                                     \
    E(V, 29, extend, "extension asked for")                                                        \
    E(V, 30, grant, "extension granted")                                                           \
    E(V, 31, deny, "extension refused")                                                            \
    E(V, 32, hand_over, "handed over")                                                             \
    E(V, 33, cosign, "co-unit asked")                                                              \
    E(V, 34, opinion, "co-unit's opinion")                                                         \
    E(V, 35, plan, "plan recorded")                                                                \
    E(V, 36, progress, "progress recorded")                                                        \
    E(V, 37, on_site, "on site")                                                                   \
    E(V, 38, rectified, "put right")                                                               \
    E(V, 39, conference, "conference held")                                                        \
    E(V, 40, bring, "reported to a leader")                                                        \
    E(V, 41, direct, "leader's instruction")                                                       \
    E(V, 42, supervise, "supervised")                                                              \
    E(V, 43, attempt, "attempt to reply")                                                          \
    E(V, 44, tell, "process and time told")                                                        \
    E(V, 45, consult, "expert consulted")                                                          \
    E(V, 46, merge, "merged into another")                                                         \
    E(V, 47, link, "linked")                                                                       \
    E(V, 48, split, "split")                                                                       \
    E(V, 49, acknowledge, "acknowledged to the caller")                                            \
    E(V, 50, fill, "form field filled in")                                                         \
    E(V, 51, take, "draft goes with the call")                                                     \
    E(V, 52, identify, "identity checked")                                                         \
    E(V, 53, walk, "troubleshooting tried")

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
    E(V, 10, ticket, "ticket")                                                                     \
    E(V, 11, field, "form field")                                                                  \
    E(V, 12, phrase, "phrase")                                                                     \
    E(V, 13, expert, "expert")                                                                     \
    E(V, 14, calendar, "calendar")                                                                 \
    E(V, 15, survey, "survey")                                                                     \
    E(V, 16, duty, "duty")                                                                         \
    E(V, 17, letter, "letter")                                                                     \
    E(V, 18, score, "score")                                                                       \
    E(V, 19, sample, "sample")                                                                     \
    E(V, 20, disclosure, "disclosure")                                                             \
    E(V, 21, work, "work report")                                                                  \
    E(V, 22, skill, "skill")                                                                       \
    E(V, 23, outbound, "outbound list")                                                            \
    E(V, 24, contact, "contact of a list")                                                         \
    E(V, 25, plan, "alert plan")                                                                   \
    E(V, 26, alert, "alert")                                                                       \
    E(V, 27, tree, "troubleshooting tree")                                                         \
    E(V, 28, market, "supply or demand")                                                           \
    E(V, 29, area, "area")                                                                         \
    E(V, 30, burst, "burst")                                                                       \
    E(V, 31, notice, "notice")                                                                     \
    E(V, 32, evidence, "evidence export")

/* What ticket.list can be asked for. */
#define ENUM_ticket_view(E, V)                                                                     \
    E(V, 1, mine, "mine")                                                                          \
    E(V, 2, unit, "my unit's")                                                                     \
    E(V, 3, state, "in one state")                                                                 \
    E(V, 4, all, "all")

/* In what a time limit counts (R22, R23). */
#define ENUM_limit_kind(E, V)                                                                      \
    E(V, 1, days, "working days")                                                                  \
    E(V, 2, work_hours, "working hours")                                                           \
    E(V, 3, hours, "running hours")

#define ENUM_warning(E, V)                                                                         \
    E(V, 1, half, "half of the time is gone")                                                      \
    E(V, 2, most, "most of the time is gone")                                                      \
    E(V, 3, overdue, "overdue")                                                                    \
    E(V, 4, lead, "with the team lead")

/* What has to be done by a time beside the ticket's own deadline. */
#define ENUM_duty_kind(E, V)                                                                       \
    E(V, 1, sign, "sign")                                                                          \
    E(V, 2, acknowledge, "acknowledge to the caller")                                              \
    E(V, 3, progress, "progress note")                                                             \
    E(V, 4, on_site, "be on site")                                                                 \
    E(V, 5, rectify, "put right")                                                                  \
    E(V, 6, opinion, "give an opinion")                                                            \
    E(V, 7, hand_over, "go on after a handover")                                                   \
    E(V, 8, instruct, "leader's instruction")                                                      \
    E(V, 9, visit, "visit after troubleshooting")

#define ENUM_duty_state(E, V)                                                                      \
    E(V, 1, open, "open")                                                                          \
    E(V, 2, met, "done in time")                                                                   \
    E(V, 3, missed, "missed")                                                                      \
    E(V, 4, late, "done late")                                                                     \
    E(V, 5, dropped, "no longer needed")

#define ENUM_value_kind(E, V)                                                                      \
    E(V, 1, text, "text")                                                                          \
    E(V, 2, number, "number")                                                                      \
    E(V, 3, date, "date")                                                                          \
    E(V, 4, time, "date and time")                                                                 \
    E(V, 5, choice, "one of a list")                                                               \
    E(V, 6, yes_no, "yes or no")                                                                   \
    E(V, 7, phone, "phone")

/* R75 */
#define ENUM_anonymity(E, V)                                                                       \
    E(V, 1, named, "named")                                                                        \
    E(V, 2, anonymous, "anonymous")

/* R11, R80 */
#define ENUM_secrecy(E, V)                                                                         \
    E(V, 1, normal, "normal")                                                                      \
    E(V, 2, internal, "internal information")                                                      \
    E(V, 3, confidential, "confidential")

/* R12 */
#define ENUM_nature(E, V)                                                                          \
    E(V, 1, personal, "personal")                                                                  \
    E(V, 2, group, "of a group")                                                                   \
    E(V, 3, public, "of the public")

#define ENUM_urgency_level(E, V)                                                                   \
    E(V, 1, normal, "normal")                                                                      \
    E(V, 2, urgent, "urgent")                                                                      \
    E(V, 3, emergency, "emergency")

/* R27, R36: what the reply comes to. */
#define ENUM_resolution(E, V)                                                                      \
    E(V, 1, solved, "solved")                                                                      \
    E(V, 2, explained, "not solvable now, explained")                                              \
    E(V, 3, adopted, "adopted")                                                                    \
    E(V, 4, declined, "not adopted, explained")

/* R54 */
#define ENUM_publicity(E, V)                                                                       \
    E(V, 1, private, "to the caller only")                                                         \
    E(V, 2, public, "public")

/* R52 */
#define ENUM_reply_way(E, V)                                                                       \
    E(V, 1, phone, "by phone")                                                                     \
    E(V, 2, text, "by text message")                                                               \
    E(V, 3, letter, "by letter")                                                                   \
    E(V, 4, mail, "by mail")                                                                       \
    E(V, 5, person, "in person")

/* R53: whether the caller is satisfied, as the unit heard it. */
#define ENUM_caller_view(E, V)                                                                     \
    E(V, 1, satisfied, "satisfied")                                                                \
    E(V, 2, unsatisfied, "not satisfied")                                                          \
    E(V, 3, unreachable, "not reached")

/* R57 */
#define ENUM_solved(E, V)                                                                          \
    E(V, 1, yes, "solved")                                                                         \
    E(V, 2, partly, "partly solved")                                                               \
    E(V, 3, no, "not solved")

/* R64 */
#define ENUM_supervision(E, V)                                                                     \
    E(V, 1, urge, "urged")                                                                         \
    E(V, 2, supervise, "supervised")                                                               \
    E(V, 3, on_site, "supervised on site")                                                         \
    E(V, 4, head, "reported to the unit's head")                                                   \
    E(V, 5, discipline, "reported to discipline inspection")

#define ENUM_link_kind(E, V)                                                                       \
    E(V, 1, related, "related")                                                                    \
    E(V, 2, repeat, "same caller, same matter")                                                    \
    E(V, 3, merged, "merged")                                                                      \
    E(V, 4, split, "split")

/* R70: why the same caller comes again on the same matter. */
#define ENUM_repeat_cause(E, V)                                                                    \
    E(V, 1, badly_handled, "badly handled")                                                        \
    E(V, 2, policy_applied, "policy fully applied")                                                \
    E(V, 3, other, "other")

/* R69 to R72: what a point is for; which way it counts and how much is in server/core/score.h. */
#define ENUM_score_rule(E, V)                                                                      \
    E(V, 1, attention, "leadership: attention")                                                    \
    E(V, 2, review, "leadership: review of tickets")                                               \
    E(V, 3, reception, "leadership: reception of callers")                                         \
    E(V, 4, rules, "systems: rules")                                                               \
    E(V, 5, staff, "systems: staff")                                                               \
    E(V, 10, overdue, "overdue")                                                                   \
    E(V, 11, repeat, "repeated, because badly handled")                                            \
    E(V, 12, redo, "redo after follow-up")                                                         \
    E(V, 13, false_result, "false result")                                                         \
    E(V, 14, late_sign, "signed late or not returned in time")                                     \
    E(V, 15, notice_county, "criticised by the county")                                            \
    E(V, 16, notice_city, "criticised by city or province")                                        \
    E(V, 17, supervised_again, "supervised again")                                                 \
    E(V, 20, very_satisfied, "very satisfied")                                                     \
    E(V, 21, praise_county, "praised by the county")                                               \
    E(V, 22, praise_city, "praised by the city")                                                   \
    E(V, 30, agent_attitude, "agent: attitude")                                                    \
    E(V, 31, agent_record, "agent: record")                                                        \
    E(V, 32, agent_discipline, "agent: discipline")                                                \
    E(V, 33, agent_secrecy, "agent: confidentiality")

#define ENUM_score_state(E, V)                                                                     \
    E(V, 1, given, "given")                                                                        \
    E(V, 2, appealed, "appealed")                                                                  \
    E(V, 3, upheld, "upheld")                                                                      \
    E(V, 4, withdrawn, "withdrawn")

#define ENUM_score_event(E, V)                                                                     \
    E(V, 1, give, "given")                                                                         \
    E(V, 2, appeal, "appealed")                                                                    \
    E(V, 3, uphold, "upheld")                                                                      \
    E(V, 4, withdraw, "withdrawn")

/* R79 */
#define ENUM_disclosure_state(E, V)                                                                \
    E(V, 1, asked, "asked for")                                                                    \
    E(V, 2, granted, "granted")                                                                    \
    E(V, 3, refused, "refused")                                                                    \
    E(V, 4, given, "given")

#define ENUM_disclosure_event(E, V)                                                                \
    E(V, 1, ask, "asked for")                                                                      \
    E(V, 2, grant, "granted")                                                                      \
    E(V, 3, refuse, "refused")                                                                     \
    E(V, 4, give, "given")

/* R81: how somebody came to see a caller's words. */
#define ENUM_look_kind(E, V)                                                                       \
    E(V, 1, reveal, "caller's data shown")                                                         \
    E(V, 2, open, "guarded ticket opened")                                                         \
    E(V, 3, letter, "letter made")                                                                 \
    E(V, 4, disclosure, "data passed on")

#define ENUM_day_kind(E, V)                                                                        \
    E(V, 1, work, "working day")                                                                   \
    E(V, 2, rest, "weekly day off")                                                                \
    E(V, 3, holiday, "public holiday")                                                             \
    E(V, 4, make_up, "make-up working day")

#endif
