/* The fields of the answers about the house: sessions, registers, calendar, facts, live figures.
 * Macros as in schema_requests.h. */
#ifndef PROTO_SCHEMA_ANSWERS_HOUSE_H
#define PROTO_SCHEMA_ANSWERS_HOUSE_H

#define FIELDS_rec_done(S, F, E, R)                                                                \
    F(S, 1, u64, id, 0, FACT, MAY, "the object's number")                                          \
    F(S, 2, u64, version, 0, FACT, MAY, "its version afterwards")                                  \
    F(S, 3, u64, seq, 0, FACT, MAY, "number of the last fact of the step")
#define FIELDS_rec_hello(S, F, E, R)                                                               \
    F(S, 1, text, version, LIMIT_NAME, OPEN, MAY, "dispatcher's version")                          \
    F(S, 2, u64, head, 0, FACT, MAY, "number of the last fact")                                    \
    F(S, 3, ms, now_ms, 0, FACT, MAY, "dispatcher's clock")                                        \
    F(S, 4, u64, presence_s, 0, FACT, MAY, "a console that is silent for this long counts as gone")
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
    F(S, 17, u64, callbacks, 0, FACT, MAY, "callbacks that I promised and that are late (R25)")    \
    F(S, 18, ms, limit_ms, 0, FACT, MAY, "wrap-up, break, hold or silence is too long at")         \
    E(S, 19, break_reason, asks, FACT, MAY, "break that waits for the lead")                       \
    E(S, 20, break_reason, allowed, FACT, MAY,                                                     \
      "break that was allowed and is taken after the call")                                        \
    F(S, 21, flag, trainee, 1, FACT, MAY, "takes no real calls until cleared")                     \
    F(S, 22, flag, verifies, 1, FACT, MAY, "may check callers' identity (R49)")
#define FIELDS_rec_person_item(S, F, E, R)                                                         \
    F(S, 1, person, person, 0, FACT, MUST, "id")                                                   \
    F(S, 2, code, number, LIMIT_CODE, FACT, MUST, "number")                                        \
    F(S, 3, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    F(S, 4, roles, roles, 0, FACT, MAY, "roles")                                                   \
    F(S, 5, code, unit, LIMIT_CODE, FACT, MAY, "unit's code")                                      \
    F(S, 6, flag, retired, 1, FACT, MAY, "retired")                                                \
    F(S, 7, flag, away, 1, FACT, MAY, "away")                                                      \
    F(S, 8, flag, trainee, 1, FACT, MAY, "not cleared for real calls (R89)")                       \
    F(S, 9, flag, verifies, 1, FACT, MAY, "may check identities (R49)")
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
    F(S, 7, flag, retired, 1, FACT, MAY, "retired")                                                \
    E(S, 8, prompt_kind, prompt, FACT, MAY, "of a prompt card: for which kind of call")
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
#define FIELDS_rec_fact_item(S, F, E, R)                                                           \
    F(S, 1, u64, seq, 0, FACT, MUST, "number")                                                     \
    F(S, 2, bytes, fact, LIMIT_MESSAGE, FACT, MUST, "the fact, encoded (proto/fact.h)")            \
    F(S, 3, h32, prev, 0, PRIVATE, MAY, "hash of the fact before; only in exports")
#define FIELDS_rec_fact_page(S, F, E, R)                                                           \
    R(S, 1, fact_item, rows, LIMIT_PAGE, "facts")                                                  \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")                    \
    F(S, 3, u64, head, 0, FACT, MAY, "number of the last fact looked at")
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
