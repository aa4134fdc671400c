/* The fields of the requests about the house: sessions, registers, calendar, live figures, upkeep.
 * Macros as in schema_requests.h. */
#ifndef PROTO_SCHEMA_REQUESTS_HOUSE_H
#define PROTO_SCHEMA_REQUESTS_HOUSE_H

#define FIELDS_req_hello(S, F, E, R)
#define FIELDS_req_session_open(S, F, E, R)                                                        \
    F(S, 1, code, number, LIMIT_CODE, PRIVATE, MUST, "person's number")                            \
    F(S, 2, text, password, LIMIT_PASSWORD, SECRET, MUST, "password")                              \
    F(S, 3, flag, watch, 1, FACT, MAY, "only to look and to lead: takes no calls here")
#define FIELDS_req_session_close(S, F, E, R)
#define FIELDS_req_session_end(S, F, E, R)                                                         \
    F(S, 1, session, session, 0, FACT, MUST, "session's number")
#define FIELDS_req_session_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_me_show(S, F, E, R)
/* Pages: rows after the cursor, at most max of them. */
#define PAGE_FIELDS(S, F)                                                                          \
    F(S, 20, u64, after, 0, FACT, MAY, "cursor: the last page's next")                             \
    F(S, 21, u64, most, LIMIT_PAGE, FACT, MAY, "rows wanted; default and maximum 200")             \
    F(S, 22, u64, known, 0, FACT, MAY, "number of the last fact this side knows: not older")
#define FIELDS_req_person_add(S, F, E, R)                                                          \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "person's number, never reused")                 \
    F(S, 2, text, name, LIMIT_NAME, WORDS, MUST, "name")                                           \
    F(S, 3, roles, roles, 0, FACT, MUST, "roles, separated by commas")                             \
    F(S, 4, code, unit, LIMIT_CODE, FACT, MAY, "unit's code, for people of a unit")                \
    F(S, 5, text, password, LIMIT_PASSWORD, SECRET, MUST, "first password, at least 8 bytes")      \
    E(S, 6, yes_no, trainee, FACT, MAY, "takes no real calls until cleared (R89)")                 \
    E(S, 7, yes_no, verifies, FACT, MAY, "may check identities (R49)")
#define FIELDS_req_person_change(S, F, E, R)                                                       \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "person's number")                               \
    F(S, 2, text, name, LIMIT_NAME, WORDS, MAY, "new name")                                        \
    F(S, 3, roles, roles, 0, FACT, MAY, "new roles, separated by commas")                          \
    F(S, 4, code, unit, LIMIT_CODE, FACT, MAY, "new unit's code")                                  \
    F(S, 5, text, password, LIMIT_PASSWORD, SECRET, MAY, "new password, at least 8 bytes")         \
    E(S, 6, yes_no, trainee, FACT, MAY, "takes no real calls until cleared (R89)")                 \
    E(S, 7, yes_no, verifies, FACT, MAY, "may check identities (R49)")
#define FIELDS_req_person_retire(S, F, E, R)                                                       \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "person's number")
#define FIELDS_req_person_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_station_add(S, F, E, R)                                                         \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "station's number, never reused")                \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "where it stands")                                  \
    F(S, 3, h32, key, 0, FACT, MUST, "public key, 40 characters of Z85")
#define FIELDS_req_station_change(S, F, E, R)                                                      \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "station's number")                              \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "where it stands")                                  \
    F(S, 3, h32, key, 0, FACT, MAY, "new public key, 40 characters of Z85")
#define FIELDS_req_station_retire(S, F, E, R)                                                      \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "station's number")
#define FIELDS_req_station_list(S, F, E, R) PAGE_FIELDS(S, F)
/* R40 */
#define UNIT_REGISTER(S, F)                                                                        \
    F(S, 4, text, contact, LIMIT_NOTE, OPEN, MAY, "how the unit is reached")                       \
    F(S, 5, text, hours, LIMIT_NAME, OPEN, MAY, "when it is open")
#define FIELDS_req_unit_add(S, F, E, R)                                                            \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "unit's code, never reused")                       \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "name")                                            \
    F(S, 3, code, parent, LIMIT_CODE, FACT, MAY, "code of the unit above")                         \
    UNIT_REGISTER(S, F)
#define FIELDS_req_unit_change(S, F, E, R)                                                         \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "unit's code")                                     \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "new name")                                         \
    F(S, 3, code, parent, LIMIT_CODE, FACT, MAY, "code of the unit above")                         \
    UNIT_REGISTER(S, F)                                                                            \
    F(S, 6, code, deputy_a, LIMIT_CODE, FACT, MAY,                                                 \
      "number of the person of the unit who gets its tickets")                                     \
    F(S, 7, code, deputy_b, LIMIT_CODE, FACT, MAY,                                                 \
      "number of who gets them while the first is away")
#define FIELDS_req_unit_retire(S, F, E, R)                                                         \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "unit's code")
#define FIELDS_req_unit_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_line_add(S, F, E, R)                                                            \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "line's code, such as 12345, never reused")        \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "name")
#define FIELDS_req_line_change(S, F, E, R)                                                         \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "line's code")                                     \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "new name")
#define FIELDS_req_line_retire(S, F, E, R)                                                         \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "line's code")
#define FIELDS_req_line_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_subject_add(S, F, E, R)                                                         \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "subject's code, never reused")                    \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "name")                                            \
    F(S, 3, code, parent, LIMIT_CODE, FACT, MAY, "code of the subject above")                      \
    F(S, 4, code, unit, LIMIT_CODE, FACT, MAY, "code of the unit that usually is responsible")     \
    SUBJECT_RULES(S, F, E)
/* What a subject says beside its name. Absent fields stay as they were; a limit of 0 with its kind
 * `none` cannot be given: change the kind or name another amount. */
#define SUBJECT_RULES(S, F, E)                                                                     \
    F(S, 5, text, synonyms, LIMIT_NOTE, OPEN, MAY,                                                 \
      "other words for it, separated by spaces (R20)")                                             \
    F(S, 6, text, guide, LIMIT_SCRIPT, OPEN, MAY,                                                  \
      "what callers are told: steps, place, papers (R21)")                                         \
    E(S, 7, secrecy, secrecy, FACT, MAY,                                                           \
      "its tickets are confidential or internal from the start")                                   \
    E(S, 8, limit_kind, limit_kind, FACT, MAY, "in what its time limit counts (R23)")              \
    F(S, 9, u64, limit_n, LIMIT_TIME_N, FACT, MAY, "its time limit")                               \
    F(S, 10, u64, on_site_h, LIMIT_TIME_N, FACT, MAY,                                              \
      "running hours until somebody is on site (R24)")                                             \
    F(S, 11, u64, rectify_days, LIMIT_TIME_N, FACT, MAY, "working days until it is put right (R24)")
#define FIELDS_req_subject_change(S, F, E, R)                                                      \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "subject's code")                                  \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "new name")                                         \
    F(S, 3, code, parent, LIMIT_CODE, FACT, MAY, "code of the subject above")                      \
    F(S, 4, code, unit, LIMIT_CODE, FACT, MAY, "code of the unit that usually is responsible")     \
    SUBJECT_RULES(S, F, E)
#define FIELDS_req_subject_retire(S, F, E, R)                                                      \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "subject's code")
#define FIELDS_req_subject_list(S, F, E, R) PAGE_FIELDS(S, F)
/* R5: a script's body may use {line} {agent} {name} {caller} {time}. A script of a line goes before
 * one of all lines. */
#define FIELDS_req_script_add(S, F, E, R)                                                          \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "script's code, never reused")                     \
    E(S, 2, script_kind, kind, FACT, MUST, "what it is for")                                       \
    F(S, 3, code, line, LIMIT_CODE, FACT, MAY, "line's code; without it, for all lines")           \
    F(S, 4, text, body, LIMIT_SCRIPT, OPEN, MUST,                                                  \
      "text, a step on each line; {variables} are filled in")                                      \
    E(S, 5, prompt_kind, prompt, FACT, MAY, "of a prompt card: for which kind of call (R7)")
#define FIELDS_req_script_change(S, F, E, R)                                                       \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "script's code")                                   \
    F(S, 4, text, body, LIMIT_SCRIPT, OPEN, MUST, "new text")
#define FIELDS_req_script_retire(S, F, E, R)                                                       \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "script's code")
#define FIELDS_req_script_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_article_add(S, F, E, R)                                                         \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "article's code, never reused")                    \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "title")                                           \
    F(S, 3, code, subject, LIMIT_CODE, FACT, MAY, "subject's code")                                \
    F(S, 4, text, body, LIMIT_REPLY, OPEN, MUST, "the answer")
#define FIELDS_req_article_change(S, F, E, R)                                                      \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "article's code")                                  \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "new title")                                        \
    F(S, 3, code, subject, LIMIT_CODE, FACT, MAY, "subject's code")                                \
    F(S, 4, text, body, LIMIT_REPLY, OPEN, MAY, "new answer")
#define FIELDS_req_article_retire(S, F, E, R)                                                      \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "article's code")
#define FIELDS_req_article_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_profile_set(S, F, E, R)                                                         \
    E(S, 1, ticket_type, type, FACT, MUST, "type of ticket")                                       \
    F(S, 2, code, line, LIMIT_CODE, FACT, MAY, "line's code; without it, for all lines")           \
    F(S, 3, flag, hidden, 1, FACT, MAY, "this line does not take such matters (R19)")              \
    F(S, 4, flag, no_anonymous, 1, FACT, MAY, "the caller may not stay anonymous (R10)")           \
    F(S, 5, flag, must_name, 1, FACT, MAY, "name is required (R14)")                               \
    F(S, 6, flag, must_phone, 1, FACT, MAY, "phone is required")                                   \
    F(S, 7, flag, must_workplace, 1, FACT, MAY, "workplace is required")                           \
    F(S, 8, flag, must_address, 1, FACT, MAY, "address is required")                               \
    F(S, 9, flag, must_subject, 1, FACT, MAY, "subject is required at registration")               \
    E(S, 10, limit_kind, limit_kind, FACT, MAY,                                                    \
      "in what the time limit counts; none: as the settings say")                                  \
    F(S, 11, u64, limit_n, LIMIT_TIME_N, FACT, MAY, "the time limit")
#define FIELDS_req_profile_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_field_add(S, F, E, R)                                                           \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "field's code, never reused")                      \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "label")                                           \
    E(S, 3, value_kind, kind, FACT, MUST, "what goes into it")                                     \
    E(S, 4, ticket_type, type, FACT, MAY, "only for this type")                                    \
    F(S, 5, code, subject, LIMIT_CODE, FACT, MAY, "only for this subject and those below it")      \
    F(S, 6, code, line, LIMIT_CODE, FACT, MAY, "only for this line")                               \
    F(S, 7, flag, must, 1, FACT, MAY, "required at registration (R14)")                            \
    F(S, 8, text, choices, LIMIT_NOTE, OPEN, MAY, "for a choice: the entries, separated by |")
#define FIELDS_req_field_change(S, F, E, R)                                                        \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "field's code, never reused")                      \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "label")                                            \
    F(S, 7, flag, must, 1, FACT, MAY, "required at registration (R14)")                            \
    F(S, 8, text, choices, LIMIT_NOTE, OPEN, MAY, "for a choice: the entries, separated by |")     \
    F(S, 9, flag, may, 1, FACT, MAY, "no longer required")
#define FIELDS_req_field_retire(S, F, E, R)                                                        \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "field's code")
#define FIELDS_req_field_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_phrase_add(S, F, E, R)                                                          \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "phrase's code, never reused")                     \
    F(S, 2, text, body, LIMIT_NAME, OPEN, MUST,                                                    \
      "the phrase; a part of a reply that is only this is refused (R56)")
#define FIELDS_req_phrase_retire(S, F, E, R)                                                       \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "phrase's code")
#define FIELDS_req_phrase_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_expert_add(S, F, E, R)                                                          \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "expert's code, never reused")                     \
    F(S, 2, text, name, LIMIT_NAME, WORDS, MUST, "name")                                           \
    F(S, 3, text, contact, LIMIT_NOTE, WORDS, MAY, "how they are reached")                         \
    F(S, 4, code, subject, LIMIT_CODE, FACT, MAY, "code of the subject they know")
#define FIELDS_req_expert_change(S, F, E, R)                                                       \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "expert's code, never reused")                     \
    F(S, 2, text, name, LIMIT_NAME, WORDS, MAY, "name")                                            \
    F(S, 3, text, contact, LIMIT_NOTE, WORDS, MAY, "how they are reached")                         \
    F(S, 4, code, subject, LIMIT_CODE, FACT, MAY, "code of the subject they know")
#define FIELDS_req_expert_retire(S, F, E, R)                                                       \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "expert's code")
#define FIELDS_req_expert_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_person_away(S, F, E, R)                                                         \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "person's number")                               \
    F(S, 2, flag, back, 1, FACT, MAY, "is here again")
#define FIELDS_req_calendar_load(S, F, E, R)                                                       \
    F(S, 1, text, text, LIMIT_CALENDAR, OPEN, MUST, "the calendar, as in its file")                \
    F(S, 2, flag, replace, 1, FACT, MAY, "days that were loaded before may change")
#define FIELDS_req_calendar_show(S, F, E, R)                                                       \
    F(S, 1, u64, from_day, 0, FACT, MAY,                                                           \
      "first day, counted from 1970-01-01; default: the first loaded")                             \
    PAGE_FIELDS(S, F)
#define FIELDS_req_facts_since(S, F, E, R)                                                         \
    F(S, 1, code, topic, LIMIT_CODE, FACT, MAY, "topic; without it all facts")                     \
    PAGE_FIELDS(S, F)
#define FIELDS_req_wall_show(S, F, E, R)
#define FIELDS_req_status(S, F, E, R)
#define FIELDS_req_backup(S, F, E, R)                                                              \
    F(S, 1, text, path, LIMIT_PATH, SECRET, MUST, "a folder that does not exist yet")
#define FIELDS_req_check(S, F, E, R)                                                               \
    F(S, 1, flag, replay, 1, FACT, MAY, "rebuild the state from the journal and compare")
#define FIELDS_req_journal_verify(S, F, E, R)
#define FIELDS_req_journal_export(S, F, E, R) PAGE_FIELDS(S, F)

#endif
