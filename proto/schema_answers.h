/* Every answer and every row inside an answer, once. Field macros as in schema_requests.h. What
 * `may()` does not grant is masked or absent in what is sent. */
#ifndef PROTO_SCHEMA_ANSWERS_H
#define PROTO_SCHEMA_ANSWERS_H

/* X(name, help) */
#define RECORD_TABLE(X)                                                                            \
    X(done, "the step is on disk")                                                                 \
    X(hello, "who is there")                                                                       \
    X(session, "a session was opened")                                                             \
    X(session_item, "one live session")                                                            \
    X(session_page, "live sessions")                                                               \
    X(me, "who I am and what I am doing")                                                          \
    X(person_item, "one person")                                                                   \
    X(person_page, "people")                                                                       \
    X(station_item, "one station")                                                                 \
    X(station_page, "stations")                                                                    \
    X(unit_item, "one unit")                                                                       \
    X(unit_page, "units")                                                                          \
    X(line_item, "one line")                                                                       \
    X(line_page, "lines")                                                                          \
    X(subject_item, "one subject")                                                                 \
    X(subject_page, "subjects")                                                                    \
    X(script_item, "one script")                                                                   \
    X(script_page, "scripts")                                                                      \
    X(article_item, "one article")                                                                 \
    X(article_page, "articles")                                                                    \
    X(agent_item, "one agent")                                                                     \
    X(agent_page, "agents")                                                                        \
    X(call_item, "one call")                                                                       \
    X(call_page, "calls")                                                                          \
    X(ticket_item, "one line of a list of tickets")                                                \
    X(ticket_page, "tickets")                                                                      \
    X(prompt_item, "one prompt card")                                                              \
    X(call_card, "all that the desk shows of a call")                                              \
    X(ticket_card, "all that is shown of a ticket")                                                \
    X(caller_words, "a caller's data, unmasked")                                                   \
    X(history_item, "one step")                                                                    \
    X(history_page, "steps of a ticket")                                                           \
    X(profile_item, "how one type is treated")                                                     \
    X(profile_page, "how the types are treated")                                                   \
    X(field_item, "one form field")                                                                \
    X(field_page, "form fields")                                                                   \
    X(phrase_item, "one phrase")                                                                   \
    X(phrase_page, "phrases")                                                                      \
    X(expert_item, "one expert")                                                                   \
    X(expert_page, "experts")                                                                      \
    X(day_item, "one day of the calendar")                                                         \
    X(calendar, "the working calendar")                                                            \
    X(survey_item, "one survey")                                                                   \
    X(survey_page, "surveys")                                                                      \
    X(value_item, "one form field of a ticket")                                                    \
    X(value_page, "form fields of a ticket")                                                       \
    X(similar_item, "a ticket that may be about the same")                                         \
    X(similar_page, "tickets that may be about the same")                                          \
    X(link_item, "a linked ticket")                                                                \
    X(link_page, "linked tickets")                                                                 \
    X(duty_item, "something due")                                                                  \
    X(duty_page, "what is due")                                                                    \
    X(counit_item, "a co-unit")                                                                    \
    X(counit_page, "co-units")                                                                     \
    X(letter, "a reply letter")                                                                    \
    X(score_item, "one point")                                                                     \
    X(score_page, "points")                                                                        \
    X(rank_item, "one unit's score")                                                               \
    X(ranking, "units by their score")                                                             \
    X(agent_rank_item, "one operator's scores")                                                    \
    X(agent_ranking, "operators by number")                                                        \
    X(sample_item, "one scored sample")                                                            \
    X(sample_page, "scored samples")                                                               \
    X(figure_item, "one unit's figures")                                                           \
    X(figures, "figures of units")                                                                 \
    X(disclosure_item, "one disclosure")                                                           \
    X(disclosure_page, "disclosures")                                                              \
    X(look_item, "somebody saw something")                                                         \
    X(look_page, "who saw what")                                                                   \
    X(work_item, "one work report")                                                                \
    X(work_page, "work reports")                                                                   \
    X(fact_item, "one fact as it is published or kept")                                            \
    X(fact_page, "facts")                                                                          \
    X(minute_item, "one minute's figures")                                                         \
    X(queue_item, "one queue")                                                                     \
    X(wall, "the live figures")                                                                    \
    X(status, "how the dispatcher is")                                                             \
    X(house, "what the work on the house came to")

#define FIELDS_rec_done(S, F, E, R)                                                                \
    F(S, 1, u64, id, 0, FACT, MAY, "the object's number")                                          \
    F(S, 2, u64, version, 0, FACT, MAY, "its version afterwards")                                  \
    F(S, 3, u64, seq, 0, FACT, MAY, "number of the last fact of the step")
#define FIELDS_rec_hello(S, F, E, R)                                                               \
    F(S, 1, text, version, LIMIT_NAME, OPEN, MAY, "dispatcher's version")                          \
    F(S, 2, u64, head, 0, FACT, MAY, "number of the last fact")                                    \
    F(S, 3, ms, now_ms, 0, FACT, MAY, "dispatcher's clock")
#define FIELDS_rec_session(S, F, E, R)                                                             \
    F(S, 1, session, session, 0, FACT, MUST, "session's number")                                   \
    F(S, 2, bytes, token, 32, SECRET, MUST, "goes with every request of the session")              \
    F(S, 3, person, person, 0, FACT, MUST, "person's id")                                          \
    F(S, 4, ms, until_ms, 0, FACT, MAY, "when it expires")
#define FIELDS_rec_session_item(S, F, E, R)                                                        \
    F(S, 1, session, session, 0, FACT, MUST, "session's number")                                   \
    F(S, 2, code, person, LIMIT_CODE, FACT, MUST, "person's number")                               \
    F(S, 3, code, station, LIMIT_CODE, FACT, MUST, "station's number")                             \
    F(S, 4, ms, opened_ms, 0, FACT, MAY, "since")                                                  \
    F(S, 5, ms, until_ms, 0, FACT, MAY, "until")
#define FIELDS_rec_session_page(S, F, E, R)                                                        \
    R(S, 1, session_item, rows, LIMIT_PAGE, "sessions")                                            \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_me(S, F, E, R)                                                                  \
    F(S, 1, session, session, 0, FACT, MUST, "session's number")                                   \
    F(S, 2, person, person, 0, FACT, MUST, "id")                                                   \
    F(S, 3, code, number, LIMIT_CODE, FACT, MUST, "number")                                        \
    F(S, 4, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    F(S, 5, roles, roles, 0, FACT, MAY, "roles")                                                   \
    F(S, 6, unit, unit, 0, FACT, MAY, "unit's id")                                                 \
    F(S, 7, text, unit_name, LIMIT_NAME, OPEN, MAY, "unit's name")                                 \
    E(S, 8, agent_state, state, FACT, MAY, "agent's state")                                        \
    F(S, 9, ms, since_ms, 0, FACT, MAY, "in it since")                                             \
    F(S, 10, call, call, 0, FACT, MAY, "call in hand")                                             \
    F(S, 11, ms, now_ms, 0, FACT, MAY, "dispatcher's clock")                                       \
    F(S, 12, u64, head, 0, FACT, MAY, "number of the last fact")                                   \
    E(S, 13, break_reason, reason, FACT, MAY, "why the break")                                     \
    F(S, 14, code, station, LIMIT_CODE, FACT, MAY, "station's number")                             \
    F(S, 15, u64, follow_ups, 0, FACT, MAY, "follow-ups waiting for somebody")                     \
    F(S, 16, u64, drafts, 0, FACT, MAY, "my open drafts")                                          \
    F(S, 17, u64, callbacks, 0, FACT, MAY, "callbacks that I promised and that are late (R25)")
#define FIELDS_rec_person_item(S, F, E, R)                                                         \
    F(S, 1, person, person, 0, FACT, MUST, "id")                                                   \
    F(S, 2, code, number, LIMIT_CODE, FACT, MUST, "number")                                        \
    F(S, 3, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    F(S, 4, roles, roles, 0, FACT, MAY, "roles")                                                   \
    F(S, 5, code, unit, LIMIT_CODE, FACT, MAY, "unit's code")                                      \
    F(S, 6, flag, retired, 1, FACT, MAY, "retired")                                                \
    F(S, 7, flag, away, 1, FACT, MAY, "away")
#define FIELDS_rec_person_page(S, F, E, R)                                                         \
    R(S, 1, person_item, rows, LIMIT_PAGE, "people")                                               \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_station_item(S, F, E, R)                                                        \
    F(S, 1, station, station, 0, FACT, MUST, "id")                                                 \
    F(S, 2, code, number, LIMIT_CODE, FACT, MUST, "number")                                        \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "where it stands")                                  \
    F(S, 4, h32, key, 0, FACT, MAY, "public key")                                                  \
    F(S, 5, flag, retired, 1, FACT, MAY, "retired")
#define FIELDS_rec_station_page(S, F, E, R)                                                        \
    R(S, 1, station_item, rows, LIMIT_PAGE, "stations")                                            \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_unit_item(S, F, E, R)                                                           \
    F(S, 1, unit, unit, 0, FACT, MUST, "id")                                                       \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 4, code, parent, LIMIT_CODE, FACT, MAY, "code of the unit above")                         \
    F(S, 5, flag, retired, 1, FACT, MAY, "retired")                                                \
    F(S, 6, text, contact, LIMIT_NOTE, OPEN, MAY, "how it is reached")                             \
    F(S, 7, text, hours, LIMIT_NAME, OPEN, MAY, "when it is open")                                 \
    F(S, 8, code, deputy_a, LIMIT_CODE, FACT, MAY, "number of who gets its tickets")               \
    F(S, 9, code, deputy_b, LIMIT_CODE, FACT, MAY,                                                 \
      "number of who gets them while the first is away")                                           \
    F(S, 10, code, acting, LIMIT_CODE, FACT, MAY, "number of who gets them now (R40)")
#define FIELDS_rec_unit_page(S, F, E, R)                                                           \
    R(S, 1, unit_item, rows, LIMIT_PAGE, "units")                                                  \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_line_item(S, F, E, R)                                                           \
    F(S, 1, line, line, 0, FACT, MUST, "id")                                                       \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 4, flag, retired, 1, FACT, MAY, "retired")
#define FIELDS_rec_line_page(S, F, E, R)                                                           \
    R(S, 1, line_item, rows, LIMIT_PAGE, "lines")                                                  \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_subject_item(S, F, E, R)                                                        \
    F(S, 1, subject, subject, 0, FACT, MUST, "id")                                                 \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 4, code, parent, LIMIT_CODE, FACT, MAY, "code of the subject above")                      \
    F(S, 5, code, unit, LIMIT_CODE, FACT, MAY, "code of the unit that usually is responsible")     \
    F(S, 6, flag, retired, 1, FACT, MAY, "retired")                                                \
    F(S, 7, text, synonyms, LIMIT_NOTE, OPEN, MAY, "other words for it")                           \
    F(S, 8, text, guide, LIMIT_SCRIPT, OPEN, MAY, "what callers are told")                         \
    E(S, 9, secrecy, secrecy, FACT, MAY, "of its tickets")                                         \
    E(S, 10, limit_kind, limit_kind, FACT, MAY, "in what its time limit counts")                   \
    F(S, 11, u64, limit_n, 0, FACT, MAY, "its time limit")                                         \
    F(S, 12, u64, on_site_h, 0, FACT, MAY, "running hours until somebody is on site")              \
    F(S, 13, u64, rectify_days, 0, FACT, MAY, "working days until it is put right")
#define FIELDS_rec_subject_page(S, F, E, R)                                                        \
    R(S, 1, subject_item, rows, LIMIT_PAGE, "subjects")                                            \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_script_item(S, F, E, R)                                                         \
    F(S, 1, script, script, 0, FACT, MUST, "id")                                                   \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    E(S, 3, script_kind, kind, FACT, MAY, "what it is for")                                        \
    F(S, 4, code, line, LIMIT_CODE, FACT, MAY, "line's code, none: all lines")                     \
    F(S, 5, text, body, LIMIT_SCRIPT, OPEN, MAY, "text")                                           \
    F(S, 6, u64, version, 0, FACT, MAY, "version")                                                 \
    F(S, 7, flag, retired, 1, FACT, MAY, "retired")
#define FIELDS_rec_script_page(S, F, E, R)                                                         \
    R(S, 1, script_item, rows, LIMIT_PAGE, "scripts")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_article_item(S, F, E, R)                                                        \
    F(S, 1, article, article, 0, FACT, MUST, "id")                                                 \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "title")                                            \
    F(S, 4, code, subject, LIMIT_CODE, FACT, MAY, "subject's code")                                \
    F(S, 5, text, body, LIMIT_REPLY, OPEN, MAY, "the answer")                                      \
    F(S, 6, u64, version, 0, FACT, MAY, "version")                                                 \
    F(S, 7, flag, retired, 1, FACT, MAY, "retired")
#define FIELDS_rec_article_page(S, F, E, R)                                                        \
    R(S, 1, article_item, rows, LIMIT_PAGE, "articles")                                            \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_agent_item(S, F, E, R)                                                          \
    F(S, 1, person, person, 0, FACT, MUST, "id")                                                   \
    F(S, 2, code, number, LIMIT_CODE, FACT, MUST, "number")                                        \
    F(S, 3, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    E(S, 4, agent_state, state, FACT, MAY, "state")                                                \
    F(S, 5, ms, since_ms, 0, FACT, MAY, "in it since")                                             \
    E(S, 6, break_reason, reason, FACT, MAY, "why the break")                                      \
    F(S, 7, call, call, 0, FACT, MAY, "call in hand")                                              \
    F(S, 8, code, station, LIMIT_CODE, FACT, MAY, "station's number")
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
    F(S, 9, ticket, ticket, 0, FACT, MAY, "its ticket")
#define FIELDS_rec_call_page(S, F, E, R)                                                           \
    R(S, 1, call_item, rows, LIMIT_PAGE, "calls")                                                  \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
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
    F(S, 18, flag, asks_time, 1, FACT, MAY, "an extension waits for its decision")
#define FIELDS_rec_ticket_page(S, F, E, R)                                                         \
    R(S, 1, ticket_item, rows, LIMIT_PAGE, "tickets")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_prompt_item(S, F, E, R) F(S, 1, text, body, LIMIT_SCRIPT, OPEN, MAY, "text")
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
    F(S, 21, code, agent, LIMIT_CODE, FACT, MAY, "number of the agent who has it")
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
    F(S, 63, code, expert, LIMIT_CODE, FACT, MAY, "expert the answer rests on")
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
#define FIELDS_rec_profile_item(S, F, E, R)                                                        \
    F(S, 1, code, line, LIMIT_CODE, FACT, MAY, "line's code; none: all lines")                     \
    E(S, 2, ticket_type, type, FACT, MAY, "type")                                                  \
    F(S, 3, flag, hidden, 1, FACT, MAY, "not taken on this line")                                  \
    F(S, 4, flag, no_anonymous, 1, FACT, MAY, "the caller may not stay anonymous")                 \
    F(S, 5, flag, must_name, 1, FACT, MAY, "name is required")                                     \
    F(S, 6, flag, must_phone, 1, FACT, MAY, "phone is required")                                   \
    F(S, 7, flag, must_workplace, 1, FACT, MAY, "workplace is required")                           \
    F(S, 8, flag, must_address, 1, FACT, MAY, "address is required")                               \
    F(S, 9, flag, must_subject, 1, FACT, MAY, "subject is required")                               \
    E(S, 10, limit_kind, limit_kind, FACT, MAY, "in what the time limit counts")                   \
    F(S, 11, u64, limit_n, 0, FACT, MAY, "the time limit")
#define FIELDS_rec_profile_page(S, F, E, R)                                                        \
    R(S, 1, profile_item, rows, LIMIT_PAGE, "profiles")                                            \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_field_item(S, F, E, R)                                                          \
    F(S, 1, u64, field, 0, FACT, MAY, "id")                                                        \
    F(S, 2, code, code, LIMIT_CODE, FACT, MAY, "code")                                             \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "label")                                            \
    E(S, 4, value_kind, kind, FACT, MAY, "what goes into it")                                      \
    E(S, 5, ticket_type, type, FACT, MAY, "only for this type")                                    \
    F(S, 6, code, subject, LIMIT_CODE, FACT, MAY, "only for this subject and those below")         \
    F(S, 7, code, line, LIMIT_CODE, FACT, MAY, "only for this line")                               \
    F(S, 8, flag, must, 1, FACT, MAY, "required")                                                  \
    F(S, 9, text, choices, LIMIT_NOTE, OPEN, MAY, "entries of a choice")                           \
    F(S, 10, flag, retired, 1, FACT, MAY, "retired")
#define FIELDS_rec_field_page(S, F, E, R)                                                          \
    R(S, 1, field_item, rows, LIMIT_PAGE, "form fields")                                           \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_phrase_item(S, F, E, R)                                                         \
    F(S, 1, u64, phrase, 0, FACT, MAY, "id")                                                       \
    F(S, 2, code, code, LIMIT_CODE, FACT, MAY, "code")                                             \
    F(S, 3, text, body, LIMIT_NAME, OPEN, MAY, "the phrase")                                       \
    F(S, 4, flag, retired, 1, FACT, MAY, "retired")
#define FIELDS_rec_phrase_page(S, F, E, R)                                                         \
    R(S, 1, phrase_item, rows, LIMIT_PAGE, "phrases")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_expert_item(S, F, E, R)                                                         \
    F(S, 1, u64, expert, 0, FACT, MAY, "id")                                                       \
    F(S, 2, code, code, LIMIT_CODE, FACT, MAY, "code")                                             \
    F(S, 3, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    F(S, 4, text, contact, LIMIT_NOTE, WORDS, MAY, "how they are reached")                         \
    F(S, 5, code, subject, LIMIT_CODE, FACT, MAY, "subject they know")                             \
    F(S, 6, flag, retired, 1, FACT, MAY, "retired")
#define FIELDS_rec_expert_page(S, F, E, R)                                                         \
    R(S, 1, expert_item, rows, LIMIT_PAGE, "experts")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_day_item(S, F, E, R)                                                            \
    F(S, 1, u64, day, 0, FACT, MAY, "counted from 1970-01-01")                                     \
    F(S, 2, text, date, LIMIT_CODE, OPEN, MAY, "as 2026-10-01")                                    \
    E(S, 3, day_kind, kind, FACT, MAY, "what it is")                                               \
    F(S, 4, text, hours, LIMIT_NAME, OPEN, MAY, "opening hours, as 09:00-12:00 13:30-17:30")
#define FIELDS_rec_calendar(S, F, E, R)                                                            \
    R(S, 1, day_item, rows, LIMIT_PAGE, "days")                                                    \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")                    \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "name of the calendar loaded last")                 \
    F(S, 4, u64, from_day, 0, FACT, MAY, "first day loaded")                                       \
    F(S, 5, u64, to_day, 0, FACT, MAY, "last day loaded")                                          \
    F(S, 6, ms, loaded_ms, 0, FACT, MAY, "when it was loaded")                                     \
    F(S, 7, u64, calendar, 0, FACT, MAY,                                                           \
      "number of the loading; none: weekends only, nothing was loaded")                            \
    F(S, 8, u64, left_days, 0, FACT, MAY, "days it still covers")                                  \
    F(S, 9, flag, runs_out, 1, FACT, MAY, "less than the days that the settings ask for")          \
    F(S, 10, text, zone, LIMIT_CODE, OPEN, MAY, "zone, as +08:00")                                 \
    R(S, 11, day_item, week, 7, "the week of days beyond those loaded, Monday first")              \
    F(S, 12, flag, first_counts, 1, FACT, MAY, "the day of the dispatch is day 1 of a limit")      \
    F(S, 13, flag, to_midnight, 1, FACT, MAY, "a limit in days ends at midnight")
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
#define FIELDS_rec_fact_item(S, F, E, R)                                                           \
    F(S, 1, u64, seq, 0, FACT, MUST, "number")                                                     \
    F(S, 2, bytes, fact, LIMIT_MESSAGE, FACT, MUST, "the fact, encoded (proto/fact.h)")            \
    F(S, 3, h32, prev, 0, PRIVATE, MAY, "hash of the fact before; only in exports")
#define FIELDS_rec_fact_page(S, F, E, R)                                                           \
    R(S, 1, fact_item, rows, LIMIT_PAGE, "facts")                                                  \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")                    \
    F(S, 3, u64, head, 0, FACT, MAY, "number of the last fact looked at")
#define FIELDS_rec_minute_item(S, F, E, R)                                                         \
    F(S, 1, ms, start_ms, 0, FACT, MUST, "the minute's start")                                     \
    F(S, 2, u64, arrived, 0, FACT, MAY, "calls arrived")                                           \
    F(S, 3, u64, answered, 0, FACT, MAY, "calls answered for the first time")                      \
    F(S, 4, u64, in_target, 0, FACT, MAY, "of these within the target")                            \
    F(S, 5, u64, abandoned, 0, FACT, MAY, "calls abandoned")
#define FIELDS_rec_queue_item(S, F, E, R)                                                          \
    F(S, 1, code, line, LIMIT_CODE, FACT, MUST, "line's code")                                     \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "line's name")                                      \
    F(S, 3, u64, waiting, 0, FACT, MAY, "calls waiting")                                           \
    F(S, 4, ms, oldest_ms, 0, FACT, MAY, "arrival of the oldest of them")
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
    F(S, 14, u64, calendar_days, 0, FACT, MAY, "days that the working calendar still covers")      \
    F(S, 15, flag, calendar_runs_out, 1, FACT, MAY, "these are too few: load a newer calendar")    \
    F(S, 16, u64, callbacks, 0, FACT, MAY, "promised callbacks that are late (R25)")
#define FIELDS_rec_status(S, F, E, R)                                                              \
    F(S, 1, text, version, LIMIT_NAME, OPEN, MAY, "dispatcher's version")                          \
    F(S, 2, ms, started_ms, 0, FACT, MAY, "running since")                                         \
    F(S, 3, u64, head, 0, FACT, MAY, "number of the last fact")                                    \
    F(S, 4, u64, committed, 0, FACT, MAY, "last fact that readers see")                            \
    F(S, 5, u64, sessions, 0, FACT, MAY, "live sessions")                                          \
    F(S, 6, u64, waiting, 0, FACT, MAY, "calls waiting")                                           \
    F(S, 7, u64, calls, 0, FACT, MAY, "calls so far")                                              \
    F(S, 8, u64, tickets, 0, FACT, MAY, "tickets so far")                                          \
    F(S, 9, u64, open, 0, FACT, MAY, "open tickets")                                               \
    F(S, 10, u64, overdue, 0, FACT, MAY, "overdue tickets")                                        \
    F(S, 11, u64, requests, 0, FACT, MAY, "requests since the start")                              \
    F(S, 12, u64, refused, 0, FACT, MAY, "of these refused")                                       \
    F(S, 13, u64, malformed, 0, FACT, MAY, "messages that could not be read")                      \
    F(S, 14, u64, keys_refused, 0, FACT, MAY, "connections with an unregistered key")              \
    F(S, 15, u64, turns, 0, FACT, MAY, "turns with steps")                                         \
    F(S, 16, u64, steps, 0, FACT, MAY, "steps")                                                    \
    F(S, 17, u64, free_mib, 0, FACT, MAY, "free disk, MiB")                                        \
    F(S, 18, flag, full, 1, FACT, MAY, "the disk is full: nothing is written")                     \
    F(S, 19, u64, archived, 0, FACT, MAY, "archived tickets")                                      \
    F(S, 20, u64, answered, 0, FACT, MAY, "calls answered so far")                                 \
    F(S, 21, u64, abandoned, 0, FACT, MAY, "calls abandoned so far")                               \
    F(S, 22, u64, commits, 0, FACT, MAY, "commits of the store")                                   \
    F(S, 23, u64, idle_us, 0, FACT, MAY, "time spent waiting for requests, us")                    \
    F(S, 24, u64, receive_us, 0, FACT, MAY, "… taking them from the sockets")                      \
    F(S, 25, u64, decode_us, 0, FACT, MAY, "… checking and decoding them")                         \
    F(S, 26, u64, step_us, 0, FACT, MAY, "… on rules, and facts into the store")                   \
    F(S, 27, u64, encode_us, 0, FACT, MAY, "… making and keeping replies")                         \
    F(S, 28, u64, log_us, 0, FACT, MAY, "… writing the redo log")                                  \
    F(S, 29, u64, sync_us, 0, FACT, MAY, "… until it was on disk")                                 \
    F(S, 30, u64, send_us, 0, FACT, MAY, "… handing replies to the sockets")                       \
    F(S, 31, u64, publish_us, 0, FACT, MAY, "… publishing facts")                                  \
    F(S, 32, u64, commit_us, 0, FACT, MAY, "… on commits of the store")                            \
    F(S, 33, u64, rest_us, 0, FACT, MAY, "… on timers, live figures, the log")                     \
    F(S, 34, u64, calendar_days, 0, FACT, MAY, "days that the working calendar still covers")      \
    F(S, 35, flag, calendar_runs_out, 1, FACT, MAY, "these are too few: load a newer calendar")
#define FIELDS_rec_house(S, F, E, R)                                                               \
    F(S, 1, flag, good, 1, FACT, MAY, "all is well")                                               \
    F(S, 2, u64, facts, 0, FACT, MAY, "facts looked at")                                           \
    F(S, 3, u64, rows, 0, FACT, MAY, "rows looked at")                                             \
    F(S, 4, u64, faults, 0, FACT, MAY, "faults found")                                             \
    F(S, 5, text, detail, LIMIT_REPLY, OPEN, MAY, "the first faults, or what was made")            \
    F(S, 6, h32, hash, 0, FACT, MAY, "hash of the last fact")

#endif
