/* The fields of the answers about calls and tickets, and what follows from them. Macros as in
 * schema_requests.h. */
#ifndef PROTO_SCHEMA_ANSWERS_TICKETS_H
#define PROTO_SCHEMA_ANSWERS_TICKETS_H

#define FIELDS_rec_ticket_item(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "number")                                               \
    E(S, 2, ticket_state, state, FACT, MAY, "state")                                               \
    E(S, 3, ticket_type, type, FACT, MAY, "type")                                                  \
    F(S, 4, text, subject, LIMIT_NAME, OPEN, MAY, "subject's name")                                \
    F(S, 5, text, unit, LIMIT_NAME, OPEN, MAY, "unit's name")                                      \
    F(S, 6, ms, created_ms, 0, FACT, MAY, "opened")                                                \
    F(S, 7, ms, due_ms, 0, FACT, MAY, "deadline")                                                  \
    F(S, 8, flag, overdue, 1, FACT, MAY, "deadline passed")                                        \
    F(S, 9, u64, redo_count, 0, FACT, MAY, "times done again")                                     \
    F(S, 10, text, matter, LIMIT_NAME, WORDS, MAY, "the matter's beginning")                       \
    F(S, 11, u64, version, 0, FACT, MAY, "version")                                                \
    E(S, 12, urgency_level, urgency, FACT, MAY, "urgency")                                         \
    E(S, 13, secrecy, secrecy, FACT, MAY, "secrecy")                                               \
    E(S, 14, anonymity, anonymity, FACT, MAY, "whether the caller stays anonymous")                \
    F(S, 15, u64, supervision, 0, FACT, MAY, "level of supervision")                               \
    F(S, 16, ticket, duplicate_of, 0, FACT, MAY, "merged into this one")                           \
    E(S, 17, warning, warning, FACT, MAY, "how much of the time is gone")                          \
    F(S, 18, flag, asks_time, 1, FACT, MAY, "an extension waits for its decision")                 \
    F(S, 19, text, area, LIMIT_NAME, OPEN, MAY, "area's name")
#define FIELDS_rec_ticket_page(S, F, E, R)                                                         \
    R(S, 1, ticket_item, rows, LIMIT_PAGE, "tickets")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_ticket_card(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "number")                                               \
    E(S, 2, ticket_state, state, FACT, MAY, "state")                                               \
    F(S, 3, u64, version, 0, FACT, MAY, "version")                                                 \
    F(S, 4, call, call, 0, FACT, MAY, "call")                                                      \
    F(S, 5, code, line, LIMIT_CODE, FACT, MAY, "line's code")                                      \
    E(S, 6, channel, channel, FACT, MAY, "channel")                                                \
    E(S, 7, ticket_type, type, FACT, MAY, "type")                                                  \
    F(S, 8, code, subject, LIMIT_CODE, FACT, MAY, "subject's code")                                \
    F(S, 9, text, subject_name, LIMIT_NAME, OPEN, MAY, "subject's name")                           \
    F(S, 10, code, unit, LIMIT_CODE, FACT, MAY, "unit's code")                                     \
    F(S, 11, text, unit_name, LIMIT_NAME, OPEN, MAY, "unit's name")                                \
    F(S, 12, code, owner, LIMIT_CODE, FACT, MAY, "number of who registered it")                    \
    F(S, 13, text, name, LIMIT_NAME, WORDS, MAY, "caller's name, masked")                          \
    F(S, 14, text, phone, LIMIT_PHONE, WORDS, MAY, "phone, masked")                                \
    F(S, 15, text, address, LIMIT_ADDRESS, WORDS, MAY, "address, masked")                          \
    F(S, 16, text, matter, LIMIT_MATTER, WORDS, MAY, "matter")                                     \
    F(S, 17, text, cause, LIMIT_NOTE, WORDS, MAY, "cause")                                         \
    F(S, 18, text, reply, LIMIT_REPLY, WORDS, MAY, "last reply")                                   \
    F(S, 19, text, note, LIMIT_NOTE, WORDS, MAY, "last note")                                      \
    F(S, 20, ms, arrived_ms, 0, FACT, MAY, "call arrived (R12)")                                   \
    F(S, 21, ms, answered_ms, 0, FACT, MAY, "call answered (R12)")                                 \
    F(S, 22, ms, created_ms, 0, FACT, MAY, "opened")                                               \
    F(S, 23, ms, registered_ms, 0, FACT, MAY, "registered")                                        \
    F(S, 24, ms, dispatched_ms, 0, FACT, MAY, "dispatched")                                        \
    F(S, 25, ms, due_ms, 0, FACT, MAY, "deadline")                                                 \
    F(S, 26, ms, replied_ms, 0, FACT, MAY, "replied")                                              \
    F(S, 27, ms, archived_ms, 0, FACT, MAY, "archived")                                            \
    F(S, 28, flag, overdue, 1, FACT, MAY, "deadline passed")                                       \
    F(S, 29, u64, redo_count, 0, FACT, MAY, "times done again")                                    \
    F(S, 30, u64, tries, 0, FACT, MAY, "attempts to reach the caller")                             \
    F(S, 31, ms, next_try_ms, 0, FACT, MAY, "next attempt")                                        \
    E(S, 32, outcome, outcome, FACT, MAY, "what came of the follow-up")                            \
    E(S, 33, grade, grade, FACT, MAY, "how satisfied")                                             \
    E(S, 34, refuse_reason, refusal, FACT, MAY, "reason of a refusal")                             \
    F(S, 35, code, article, LIMIT_CODE, FACT, MAY, "article the answer rests on")                  \
    F(S, 36, u64, article_version, 0, FACT, MAY, "its version")                                    \
    F(S, 37, flag, masked, 1, FACT, MAY, "caller's data is masked; it can be revealed")            \
    F(S, 38, u64, events, 0, FACT, MAY, "bit n: this person may now do ticket_event n")            \
    F(S, 39, text, workplace, LIMIT_NAME, WORDS, MAY, "caller's workplace, masked")                \
    E(S, 40, anonymity, anonymity, FACT, MAY, "whether the caller stays anonymous")                \
    E(S, 41, secrecy, secrecy, FACT, MAY, "secrecy")                                               \
    E(S, 42, nature, nature, FACT, MAY, "nature")                                                  \
    F(S, 43, text, superior, LIMIT_NAME, WORDS, MAY, "number of the superior's document")          \
    E(S, 44, urgency_level, urgency, FACT, MAY, "urgency")                                         \
    F(S, 45, code, accused, LIMIT_CODE, FACT, MAY, "unit that is accused")                         \
    F(S, 46, code, culprit, LIMIT_CODE, FACT, MAY, "person who is accused")                        \
    F(S, 47, text, measures, LIMIT_REPLY, WORDS, MAY, "measures taken")                            \
    F(S, 48, text, result, LIMIT_REPLY, WORDS, MAY, "result")                                      \
    E(S, 49, caller_view, view, FACT, MAY, "whether the caller is satisfied, as the unit says")    \
    E(S, 50, resolution, resolution, FACT, MAY, "what the reply comes to")                         \
    E(S, 51, publicity, publicity, FACT, MAY, "private or public")                                 \
    E(S, 52, solved, solved, FACT, MAY, "whether it is solved, as the caller says")                \
    E(S, 53, grade, process, FACT, MAY, "how satisfied with the handling")                         \
    F(S, 54, u64, supervision, 0, FACT, MAY, "level of supervision")                               \
    F(S, 55, ticket, duplicate_of, 0, FACT, MAY, "merged into this one")                           \
    F(S, 56, code, leader, LIMIT_CODE, FACT, MAY, "leader it is before")                           \
    F(S, 57, ms, ask_until_ms, 0, FACT, MAY, "extension asked for, until")                         \
    F(S, 58, u64, extensions, 0, FACT, MAY, "extensions granted")                                  \
    F(S, 59, ms, told_ms, 0, FACT, MAY, "the caller expects the result at")                        \
    F(S, 60, u64, letter, 0, FACT, MAY, "number of its letter")                                    \
    F(S, 61, code, handler, LIMIT_CODE, FACT, MAY, "number of who works on it")                    \
    E(S, 62, warning, warning, FACT, MAY, "how much of the time is gone")                          \
    F(S, 63, code, expert, LIMIT_CODE, FACT, MAY, "expert the answer rests on")                    \
    F(S, 64, code, area, LIMIT_CODE, FACT, MAY, "area's code")                                     \
    F(S, 65, text, area_name, LIMIT_NAME, OPEN, MAY, "area's name")
#define FIELDS_rec_caller_words(S, F, E, R)                                                        \
    F(S, 1, text, name, LIMIT_NAME, WORDS, MAY, "caller's name")                                   \
    F(S, 2, text, phone, LIMIT_PHONE, WORDS, MAY, "phone")                                         \
    F(S, 3, text, address, LIMIT_ADDRESS, WORDS, MAY, "address")                                   \
    F(S, 4, text, workplace, LIMIT_NAME, WORDS, MAY, "workplace")
#define FIELDS_rec_history_item(S, F, E, R)                                                        \
    F(S, 1, u64, seq, 0, FACT, MUST, "fact's number")                                              \
    F(S, 2, ms, at_ms, 0, FACT, MUST, "when")                                                      \
    F(S, 3, code, by, LIMIT_CODE, FACT, MAY, "person's number; none: the dispatcher itself")       \
    F(S, 4, code, station, LIMIT_CODE, FACT, MAY, "station's number; none: the console")           \
    F(S, 5, text, fact, LIMIT_NAME, OPEN, MUST, "fact's name")                                     \
    E(S, 6, ticket_event, event, FACT, MAY, "what happened")                                       \
    E(S, 7, ticket_state, from, FACT, MAY, "state before")                                         \
    E(S, 8, ticket_state, to, FACT, MAY, "state after")                                            \
    F(S, 9, text, words, LIMIT_REPLY, WORDS, MAY, "note, reason, opinion or reply of the step")    \
    F(S, 10, ms, due_ms, 0, FACT, MAY, "time it speaks of: deadline, promised or new date")        \
    F(S, 11, text, what, LIMIT_NAME, OPEN, MAY,                                                    \
      "word that says which: warning, duty, kind, unit or ticket")                                 \
    F(S, 12, u64, version, 0, FACT, MAY, "ticket's version after it, when it made a new one")
#define FIELDS_rec_history_page(S, F, E, R)                                                        \
    R(S, 1, history_item, rows, LIMIT_PAGE, "steps")                                               \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_survey_item(S, F, E, R)                                                         \
    F(S, 1, u64, survey, 0, FACT, MAY, "id")                                                       \
    F(S, 2, code, code, LIMIT_CODE, FACT, MAY, "code")                                             \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "what is asked")                                    \
    F(S, 4, ms, from_ms, 0, FACT, MAY, "from")                                                     \
    F(S, 5, ms, until_ms, 0, FACT, MAY, "until")                                                   \
    F(S, 6, u64, answers, 0, FACT, MAY, "answers")                                                 \
    F(S, 7, u64, very_satisfied, 0, FACT, MAY, "very satisfied")                                   \
    F(S, 8, u64, satisfied, 0, FACT, MAY, "satisfied")                                             \
    F(S, 9, u64, fair, 0, FACT, MAY, "fair")                                                       \
    F(S, 10, u64, unsatisfied, 0, FACT, MAY, "not satisfied")                                      \
    F(S, 11, flag, retired, 1, FACT, MAY, "ended")                                                 \
    F(S, 12, code, line, LIMIT_CODE, FACT, MAY, "only this line")                                  \
    E(S, 13, ticket_type, type, FACT, MAY, "only this type")
#define FIELDS_rec_survey_page(S, F, E, R)                                                         \
    R(S, 1, survey_item, rows, LIMIT_PAGE, "surveys")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_value_item(S, F, E, R)                                                          \
    F(S, 1, code, field, LIMIT_CODE, FACT, MAY, "field's code")                                    \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "label")                                            \
    E(S, 3, value_kind, kind, FACT, MAY, "what goes into it")                                      \
    F(S, 4, flag, must, 1, FACT, MAY, "required")                                                  \
    F(S, 5, text, choices, LIMIT_NOTE, OPEN, MAY, "entries of a choice")                           \
    F(S, 6, text, value, LIMIT_NOTE, WORDS, MAY, "what is in it")                                  \
    F(S, 7, flag, kept, 1, FACT, MAY, "from before: it no longer applies or was retired")
#define FIELDS_rec_value_page(S, F, E, R)                                                          \
    R(S, 1, value_item, rows, LIMIT_PAGE, "form fields that apply, in the order of their codes")   \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_similar_item(S, F, E, R)                                                        \
    R(S, 1, ticket_item, ticket, 1, "the ticket")                                                  \
    F(S, 2, flag, same_caller, 1, FACT, MAY, "same caller")                                        \
    F(S, 3, flag, same_subject, 1, FACT, MAY, "same subject")                                      \
    F(S, 4, u64, likeness, 0, FACT, MAY, "0 to 100")
#define FIELDS_rec_similar_page(S, F, E, R)                                                        \
    R(S, 1, similar_item, rows, LIMIT_PAGE, "most alike first")                                    \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_link_item(S, F, E, R)                                                           \
    R(S, 1, ticket_item, ticket, 1, "the other ticket")                                            \
    E(S, 2, link_kind, kind, FACT, MAY, "how")                                                     \
    E(S, 3, repeat_cause, cause, FACT, MAY, "why the caller comes again")                          \
    F(S, 4, ticket, number, 0, FACT, MAY, "its number")                                            \
    F(S, 5, text, note, LIMIT_NOTE, WORDS, MAY, "what was noted")                                  \
    F(S, 6, ms, at_ms, 0, FACT, MAY, "when")
#define FIELDS_rec_link_page(S, F, E, R)                                                           \
    R(S, 1, link_item, rows, LIMIT_PAGE, "linked tickets")                                         \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")                    \
    F(S, 3, u64, merged, 0, FACT, MAY, "how many were merged into it: their callers wait too")
#define FIELDS_rec_duty_item(S, F, E, R)                                                           \
    F(S, 1, u64, duty, 0, FACT, MAY, "id")                                                         \
    F(S, 2, ticket, ticket, 0, FACT, MAY, "ticket")                                                \
    E(S, 3, duty_kind, kind, FACT, MAY, "what is due")                                             \
    E(S, 4, duty_state, state, FACT, MAY, "state")                                                 \
    F(S, 5, ms, due_ms, 0, FACT, MAY, "by when")                                                   \
    F(S, 6, code, unit, LIMIT_CODE, FACT, MAY, "whose: unit's code")                               \
    F(S, 7, code, person, LIMIT_CODE, FACT, MAY, "person it is for")
#define FIELDS_rec_duty_page(S, F, E, R)                                                           \
    R(S, 1, duty_item, rows, LIMIT_PAGE, "duties")                                                 \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_counit_item(S, F, E, R)                                                         \
    F(S, 1, code, unit, LIMIT_CODE, FACT, MAY, "co-unit's code")                                   \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "its name")                                         \
    F(S, 3, flag, given, 1, FACT, MAY, "its opinion is there")                                     \
    F(S, 4, text, opinion, LIMIT_REPLY, WORDS, MAY, "opinion")                                     \
    F(S, 5, ms, at_ms, 0, FACT, MAY, "when it was given")
#define FIELDS_rec_counit_page(S, F, E, R)                                                         \
    R(S, 1, counit_item, rows, LIMIT_PAGE, "co-units")                                             \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_letter(S, F, E, R)                                                              \
    F(S, 1, u64, letter, 0, FACT, MAY, "number, as 2026000001")                                    \
    F(S, 2, ticket, ticket, 0, FACT, MAY, "ticket")                                                \
    F(S, 3, ms, at_ms, 0, FACT, MAY, "date")                                                       \
    F(S, 4, text, recipient, LIMIT_NAME, WORDS, MAY, "recipient; empty when anonymous")            \
    F(S, 5, flag, anonymous, 1, FACT, MAY, "the caller stays anonymous")                           \
    F(S, 6, text, subject, LIMIT_NAME, OPEN, MAY, "subject")                                       \
    F(S, 7, text, matter, LIMIT_MATTER, WORDS, MAY, "matter")                                      \
    F(S, 8, text, handling, LIMIT_REPLY, WORDS, MAY, "how it was handled")                         \
    F(S, 9, text, measures, LIMIT_REPLY, WORDS, MAY, "measures")                                   \
    F(S, 10, text, result, LIMIT_REPLY, WORDS, MAY, "result")                                      \
    F(S, 11, text, unit, LIMIT_NAME, OPEN, MAY, "unit that replies")                               \
    F(S, 12, text, line, LIMIT_NAME, OPEN, MAY, "line")                                            \
    E(S, 13, resolution, resolution, FACT, MAY, "what it comes to")                                \
    F(S, 14, ms, registered_ms, 0, FACT, MAY, "registered")                                        \
    F(S, 15, text, template, LIMIT_SCRIPT, OPEN, MAY,                                              \
      "the centre's own text, a script of kind letter")                                            \
    F(S, 16, flag, erased, 1, FACT, MAY, "its words were erased after their time")
#define FIELDS_rec_score_item(S, F, E, R)                                                          \
    F(S, 1, u64, score, 0, FACT, MAY, "number")                                                    \
    F(S, 2, code, unit, LIMIT_CODE, FACT, MAY, "unit's code")                                      \
    F(S, 3, code, person, LIMIT_CODE, FACT, MAY, "or operator's number")                           \
    E(S, 4, score_rule, rule, FACT, MAY, "what for")                                               \
    F(S, 5, u64, plus, 0, FACT, MAY, "points given")                                               \
    F(S, 6, u64, minus, 0, FACT, MAY, "points taken")                                              \
    F(S, 7, u64, month, 0, FACT, MAY, "month as 202611")                                           \
    F(S, 8, ticket, ticket, 0, FACT, MAY, "ticket that caused it")                                 \
    F(S, 9, call, call, 0, FACT, MAY, "or call")                                                   \
    E(S, 10, score_state, state, FACT, MAY, "state")                                               \
    F(S, 11, ms, at_ms, 0, FACT, MAY, "when")                                                      \
    F(S, 12, text, note, LIMIT_NOTE, WORDS, MAY, "the notice, or why")
#define FIELDS_rec_score_page(S, F, E, R)                                                          \
    R(S, 1, score_item, rows, LIMIT_PAGE, "points")                                                \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_rank_item(S, F, E, R)                                                           \
    F(S, 1, u64, rank, 0, FACT, MAY, "place")                                                      \
    F(S, 2, code, unit, LIMIT_CODE, FACT, MAY, "unit's code")                                      \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "its name")                                         \
    F(S, 4, u64, leadership, 0, FACT, MAY, "of 10, entered")                                       \
    F(S, 5, u64, systems, 0, FACT, MAY, "of 10, entered")                                          \
    F(S, 6, u64, results, 0, FACT, MAY, "of 80")                                                   \
    F(S, 7, u64, minus, 0, FACT, MAY, "points taken")                                              \
    F(S, 8, u64, plus, 0, FACT, MAY, "points given, before the cap")                               \
    F(S, 9, u64, bonus, 0, FACT, MAY, "points given, after the cap")                               \
    F(S, 10, u64, total, 0, FACT, MAY, "leadership + systems + results + bonus")                   \
    F(S, 11, u64, months, 0, FACT, MAY, "months counted; of a year all others are their sums")     \
    F(S, 12, u64, mean_100, 0, FACT, MAY, "a month's total on the mean, in hundredths: it ranks")
#define FIELDS_rec_ranking(S, F, E, R)                                                             \
    R(S, 1, rank_item, rows, LIMIT_PAGE, "best first")                                             \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_agent_rank_item(S, F, E, R)                                                     \
    F(S, 1, code, person, LIMIT_CODE, FACT, MAY, "operator's number")                              \
    F(S, 2, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    F(S, 3, u64, samples, 0, FACT, MAY, "samples scored")                                          \
    F(S, 4, u64, sample_mean_10, 0, FACT, MAY, "their mean, in tenths")                            \
    F(S, 5, u64, ratings, 0, FACT, MAY, "calls rated")                                             \
    F(S, 6, u64, attitude_good, 0, FACT, MAY, "rated satisfied or better for attitude")            \
    F(S, 7, u64, accuracy_good, 0, FACT, MAY, "for accuracy")                                      \
    F(S, 8, u64, efficiency_good, 0, FACT, MAY, "for efficiency")                                  \
    F(S, 9, u64, points_left, 0, FACT, MAY, "of the 12 of the year")                               \
    F(S, 10, u64, minus, 0, FACT, MAY, "points taken")
#define FIELDS_rec_agent_ranking(S, F, E, R)                                                       \
    R(S, 1, agent_rank_item, rows, LIMIT_PAGE, "operators")                                        \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_sample_item(S, F, E, R)                                                         \
    F(S, 1, u64, sample, 0, FACT, MAY, "number")                                                   \
    F(S, 2, code, person, LIMIT_CODE, FACT, MAY, "operator's number")                              \
    F(S, 3, call, call, 0, FACT, MAY, "call")                                                      \
    F(S, 4, ticket, ticket, 0, FACT, MAY, "or ticket")                                             \
    F(S, 5, u64, score, 0, FACT, MAY, "0 to 100")                                                  \
    F(S, 6, ms, at_ms, 0, FACT, MAY, "when")                                                       \
    F(S, 7, code, by, LIMIT_CODE, FACT, MAY, "inspector's number")                                 \
    F(S, 8, text, note, LIMIT_NOTE, WORDS, MAY, "what was good, what was not")
#define FIELDS_rec_sample_page(S, F, E, R)                                                         \
    R(S, 1, sample_item, rows, LIMIT_PAGE, "samples")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_figure_item(S, F, E, R)                                                         \
    F(S, 1, code, unit, LIMIT_CODE, FACT, MAY, "unit's code; none: answered at the desk")          \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "its name")                                         \
    F(S, 3, u64, replied, 0, FACT, MAY, "replies released")                                        \
    F(S, 4, u64, on_time, 0, FACT, MAY, "of these before the deadline")                            \
    F(S, 5, u64, archived, 0, FACT, MAY, "tickets archived")                                       \
    F(S, 6, u64, followed_up, 0, FACT, MAY, "callers reached")                                     \
    F(S, 7, u64, solved, 0, FACT, MAY, "of these solved or partly")                                \
    F(S, 8, u64, result_very, 0, FACT, MAY, "very satisfied with the result")                      \
    F(S, 9, u64, result_satisfied, 0, FACT, MAY, "satisfied")                                      \
    F(S, 10, u64, result_fair, 0, FACT, MAY, "fair")                                               \
    F(S, 11, u64, result_unsatisfied, 0, FACT, MAY, "not satisfied")                               \
    F(S, 12, u64, process_very, 0, FACT, MAY, "very satisfied with the handling")                  \
    F(S, 13, u64, process_satisfied, 0, FACT, MAY, "satisfied")                                    \
    F(S, 14, u64, process_fair, 0, FACT, MAY, "fair")                                              \
    F(S, 15, u64, process_unsatisfied, 0, FACT, MAY, "not satisfied")                              \
    F(S, 16, u64, redo, 0, FACT, MAY, "redone")                                                    \
    F(S, 17, u64, overdue, 0, FACT, MAY, "became overdue")                                         \
    F(S, 18, u64, on_time_10000, 0, FACT, MAY, "on-time rate, of 10000")                           \
    F(S, 19, u64, solved_10000, 0, FACT, MAY, "solved rate, of 10000")                             \
    F(S, 20, u64, satisfied_10000, 0, FACT, MAY, "satisfaction with the result, of 10000")         \
    F(S, 21, u64, process_10000, 0, FACT, MAY, "satisfaction with the handling, of 10000")
#define FIELDS_rec_figures(S, F, E, R)                                                             \
    R(S, 1, figure_item, rows, LIMIT_PAGE, "by unit")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_disclosure_item(S, F, E, R)                                                     \
    F(S, 1, u64, disclosure, 0, FACT, MAY, "number")                                               \
    F(S, 2, ticket, ticket, 0, FACT, MAY, "ticket")                                                \
    E(S, 3, disclosure_state, state, FACT, MAY, "state")                                           \
    F(S, 4, ms, asked_ms, 0, FACT, MAY, "asked")                                                   \
    F(S, 5, code, asked_by, LIMIT_CODE, FACT, MAY, "by whom")                                      \
    F(S, 6, code, decided_by, LIMIT_CODE, FACT, MAY, "who decided")                                \
    F(S, 7, text, recipient, LIMIT_NAME, WORDS, MAY, "who gets it")                                \
    F(S, 8, text, purpose, LIMIT_NOTE, WORDS, MAY, "what for")                                     \
    F(S, 9, text, undertaking, LIMIT_NOTE, WORDS, MAY, "undertaking")
#define FIELDS_rec_disclosure_page(S, F, E, R)                                                     \
    R(S, 1, disclosure_item, rows, LIMIT_PAGE, "disclosures")                                      \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_look_item(S, F, E, R)                                                           \
    F(S, 1, u64, seq, 0, FACT, MAY, "fact's number")                                               \
    F(S, 2, ms, at_ms, 0, FACT, MAY, "when")                                                       \
    F(S, 3, code, person, LIMIT_CODE, FACT, MAY, "who; none: the console")                         \
    F(S, 4, code, station, LIMIT_CODE, FACT, MAY, "where")                                         \
    F(S, 5, ticket, ticket, 0, FACT, MAY, "ticket")                                                \
    E(S, 6, look_kind, kind, FACT, MAY, "how")                                                     \
    F(S, 7, text, reason, LIMIT_NOTE, WORDS, MAY, "why")
#define FIELDS_rec_look_page(S, F, E, R)                                                           \
    R(S, 1, look_item, rows, LIMIT_PAGE, "newest first")                                           \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_work_item(S, F, E, R)                                                           \
    F(S, 1, u64, work, 0, FACT, MAY, "number")                                                     \
    F(S, 2, code, unit, LIMIT_CODE, FACT, MAY, "unit's code")                                      \
    F(S, 3, code, by, LIMIT_CODE, FACT, MAY, "who took it")                                        \
    F(S, 4, ms, at_ms, 0, FACT, MAY, "when")                                                       \
    F(S, 5, text, report, LIMIT_MATTER, WORDS, MAY, "what was reported")                           \
    F(S, 6, text, guidance, LIMIT_REPLY, WORDS, MAY, "the guidance given")
#define FIELDS_rec_work_page(S, F, E, R)                                                           \
    R(S, 1, work_item, rows, LIMIT_PAGE, "newest first")                                           \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")

#endif
