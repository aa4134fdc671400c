/* The fields of the requests about tickets and what follows from them. Macros as in
 * schema_requests.h. */
#ifndef PROTO_SCHEMA_REQUESTS_TICKETS_H
#define PROTO_SCHEMA_REQUESTS_TICKETS_H

/* The record (R12): the same fields in draft, registration and amendment. A field that is absent
 * stays as it was. Tags 3 to 29 are the record's. The fact ticket_saved has fields of the same
 * names, a row of the ticket their values, or X_seq for texts. */
#define RECORD_FIELDS(S, F, E)                                                                     \
    E(S, 3, ticket_type, type, FACT, MAY, "type")                                                  \
    F(S, 4, code, subject, LIMIT_CODE, FACT, MAY, "subject's code")                                \
    F(S, 5, text, name, LIMIT_NAME, WORDS, MAY, "caller's name or workplace")                      \
    F(S, 6, text, phone, LIMIT_PHONE, WORDS, MAY, "phone to call back")                            \
    F(S, 7, text, address, LIMIT_ADDRESS, WORDS, MAY, "address")                                   \
    F(S, 8, text, matter, LIMIT_MATTER, WORDS, MAY, "matter")                                      \
    F(S, 9, text, cause, LIMIT_NOTE, WORDS, MAY, "cause")                                          \
    F(S, 12, text, workplace, LIMIT_NAME, WORDS, MAY, "caller's workplace (R10)")                  \
    E(S, 13, anonymity, anonymity, FACT, MAY, "whether the caller stays anonymous (R75)")          \
    E(S, 14, secrecy, secrecy, FACT, MAY, "confidential, or internal information (R11, R80)")      \
    E(S, 15, nature, nature, FACT, MAY, "nature (R12)")                                            \
    F(S, 16, text, superior, LIMIT_NAME, WORDS, MAY, "number of the superior's document (R17)")    \
    E(S, 17, urgency_level, urgency, FACT, MAY, "urgency")                                         \
    F(S, 18, code, accused, LIMIT_CODE, PRIVATE, MAY, "code of the unit that is accused (R76)")    \
    F(S, 22, code, culprit, LIMIT_CODE, PRIVATE, MAY, "number of the person who is accused (R76)") \
    F(S, 23, code, area, LIMIT_CODE, FACT, MAY, "code of the area it is about (R85)")
/* Initialisers of all of them, out of another struct that has them. */
#define RECORD_COPY_F(S, tag, type, name, max, class, need, help) .name = (S)->name,
#define RECORD_COPY_E(S, tag, vocabulary, name, class, need, help) .name = (S)->name,
#define RECORD_COPY(from) RECORD_FIELDS(from, RECORD_COPY_F, RECORD_COPY_E)
#define FIELDS_req_ticket_save(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MAY, "draft's number; without it a new draft is opened")      \
    F(S, 2, u64, version, 0, FACT, MAY, "version seen; required with a number")                    \
    RECORD_FIELDS(S, F, E)                                                                         \
    F(S, 30, call, call, 0, FACT, MAY, "call it belongs to, for a new draft")                      \
    E(S, 32, channel, channel, FACT, MAY, "channel, for a new draft without a call")               \
    F(S, 33, code, line, LIMIT_CODE, FACT, MAY, "line's code, for a new draft without a call")
#define FIELDS_req_ticket_register(S, F, E, R)                                                     \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "draft's number")                                       \
    F(S, 2, u64, version, 0, FACT, MUST, "version seen")                                           \
    RECORD_FIELDS(S, F, E)
#define FIELDS_req_ticket_amend(S, F, E, R)                                                        \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, u64, version, 0, FACT, MUST, "version seen")                                           \
    RECORD_FIELDS(S, F, E)                                                                         \
    F(S, 31, text, reason, LIMIT_NOTE, WORDS, MUST, "why it is corrected")
#define FIELDS_req_ticket_refuse(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    E(S, 2, refuse_reason, reason, FACT, MUST, "reason")                                           \
    F(S, 3, text, note, LIMIT_NOTE, WORDS, MAY,                                                    \
      "where to go instead; required when the matter is another body's")
#define FIELDS_req_ticket_answer(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reply, LIMIT_REPLY, WORDS, MUST, "what was answered")                            \
    F(S, 3, code, article, LIMIT_CODE, FACT, MAY, "code of the article it rests on")               \
    F(S, 4, code, expert, LIMIT_CODE, FACT, MAY, "code of the expert it rests on (R46)")
#define FIELDS_req_ticket_promise(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, ms, at_ms, 0, FACT, MUST, "when the caller will be rung")                              \
    F(S, 3, text, note, LIMIT_NOTE, WORDS, MAY, "what is to be found out")
#define FIELDS_req_ticket_dispatch(S, F, E, R)                                                     \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, code, unit, LIMIT_CODE, FACT, MUST, "unit's code")                                     \
    F(S, 3, text, note, LIMIT_NOTE, WORDS, MAY, "what the unit should know")                       \
    F(S, 4, code, subject, LIMIT_CODE, FACT, MAY,                                                  \
      "subject's code, when it has none or a wrong one")                                           \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_sign(S, F, E, R) F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")
#define FIELDS_req_ticket_reply(S, F, E, R)                                                        \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reply, LIMIT_REPLY, WORDS, MUST, "how it was handled (R53)")                     \
    F(S, 3, text, measures, LIMIT_REPLY, WORDS, MAY, "measures taken (R53)")                       \
    F(S, 4, text, result, LIMIT_REPLY, WORDS, MAY, "result (R53)")                                 \
    E(S, 5, caller_view, view, FACT, MAY, "whether the caller is satisfied (R53)")                 \
    E(S, 6, resolution, resolution, FACT, MAY, "what it comes to; solved by default (R27, R36)")   \
    E(S, 7, publicity, publicity, FACT, MAY, "private by default (R54)")                           \
    F(S, 8, code, expert, LIMIT_CODE, FACT, MAY, "code of the expert it rests on (R46)")           \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_pass(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MAY, "opinion")                                         \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_send_back(S, F, E, R)                                                    \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "what is wrong with the reply")                   \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_follow_up(S, F, E, R)                                                    \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    E(S, 2, outcome, outcome, FACT, MUST, "what came of it")                                       \
    E(S, 3, grade, grade, FACT, MAY, "how satisfied")                                              \
    F(S, 4, text, opinion, LIMIT_NOTE, WORDS, MAY, "what the caller said")                         \
    E(S, 5, solved, solved, FACT, MAY, "whether it is solved (R57)")                               \
    E(S, 6, grade, process, FACT, MAY, "how satisfied with the way it was handled (R59)")          \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_redo(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MUST, "what is to be done again, and why")            \
    F(S, 3, code, unit, LIMIT_CODE, FACT, MAY, "unit's code; without it the unit that had it")     \
    F(S, 4, code, subject, LIMIT_CODE, FACT, MAY,                                                  \
      "subject's code, when it has none or a wrong one")                                           \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_uphold(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MUST, "why the result stands")                        \
    F(S, 3, code, leader, LIMIT_CODE, FACT, MAY, "number of the leader who approved it (R62)")     \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_reopen(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MUST, "why it is reopened")
#define FIELDS_req_ticket_reveal(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MUST, "what the data is needed for")
#define FIELDS_req_ticket_show(S, F, E, R) F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")
#define FIELDS_req_ticket_list(S, F, E, R)                                                         \
    E(S, 1, ticket_view, view, FACT, MAY, "which tickets; mine by default")                        \
    E(S, 2, ticket_state, state, FACT, MAY, "the state, for view state")                           \
    F(S, 3, flag, asking, 1, FACT, MAY, "only those whose extension waits for its decision")       \
    PAGE_FIELDS(S, F)
#define FIELDS_req_ticket_history(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, u64, since, 0, FACT, MAY, "version seen: only what changed it since then")             \
    PAGE_FIELDS(S, F)
#define FIELDS_req_survey_add(S, F, E, R)                                                          \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "survey's code, never reused")                     \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "what is asked")                                   \
    F(S, 3, ms, from_ms, 0, FACT, MUST, "from")                                                    \
    F(S, 4, ms, until_ms, 0, FACT, MUST, "until")                                                  \
    F(S, 5, code, line, LIMIT_CODE, FACT, MAY, "only callers of this line")                        \
    E(S, 6, ticket_type, type, FACT, MAY, "only tickets of this type")
#define FIELDS_req_survey_close(S, F, E, R)                                                        \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "survey's code")
#define FIELDS_req_survey_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_survey_answer(S, F, E, R)                                                       \
    F(S, 1, code, survey, LIMIT_CODE, FACT, MUST, "survey's code")                                 \
    F(S, 2, ticket, ticket, 0, FACT, MUST, "ticket of the caller who answered")                    \
    E(S, 3, grade, grade, FACT, MUST, "answer")                                                    \
    F(S, 4, text, opinion, LIMIT_NOTE, WORDS, MAY, "what the caller said")
#define FIELDS_req_ticket_fill(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, code, field, LIMIT_CODE, FACT, MUST, "field's code")                                   \
    F(S, 3, text, value, LIMIT_NOTE, WORDS, MAY, "what is in it; nothing empties it")
#define FIELDS_req_ticket_fields(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 20, u64, after, 0, FACT, MAY, "cursor: the last page's next")
#define FIELDS_req_ticket_refer(S, F, E, R)                                                        \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "why a leader should decide")                     \
    F(S, 3, code, leader, LIMIT_CODE, FACT, MAY, "leader's number")                                \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_instruct(S, F, E, R)                                                     \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "the instruction")                                \
    F(S, 3, code, unit, LIMIT_CODE, FACT, MUST, "code of the lead unit")                           \
    F(S, 4, code, leader, LIMIT_CODE, FACT, MAY,                                                   \
      "leader's number, when the hotline office enters it")                                        \
    F(S, 5, code, subject, LIMIT_CODE, FACT, MAY,                                                  \
      "subject's code, when it has none or a wrong one")                                           \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_return(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "why it is not ours")                             \
    F(S, 3, code, unit, LIMIT_CODE, FACT, MAY, "code of the unit whose it is")                     \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_agree(S, F, E, R)                                                        \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MAY, "note")                                            \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_decline(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "why it stays")                                   \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_dispute(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "what is disputed")                               \
    F(S, 3, code, leader, LIMIT_CODE, FACT, MAY, "leader's number")                                \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_commit(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reply, LIMIT_REPLY, WORDS, MUST, "interim reply")                                \
    F(S, 3, ms, at_ms, 0, FACT, MUST, "promised final date")                                       \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_irregular(S, F, E, R)                                                    \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "what is not in order")                           \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_extend(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "why more time is needed")                        \
    F(S, 3, ms, at_ms, 0, FACT, MUST, "new date")                                                  \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_grant(S, F, E, R)                                                        \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MAY, "note")                                            \
    F(S, 3, ms, at_ms, 0, FACT, MAY, "another date than was asked for")                            \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_deny(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "why not")                                        \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_hand_over(S, F, E, R)                                                    \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "what was done and what is left")                 \
    F(S, 3, code, to, LIMIT_CODE, FACT, MUST, "colleague's number")                                \
    F(S, 4, ms, at_ms, 0, FACT, MUST, "when they will go on")                                      \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_cosign(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MAY, "what the opinion is needed on")                   \
    F(S, 3, code, unit, LIMIT_CODE, FACT, MUST, "code of the co-unit")                             \
    F(S, 4, code, leader, LIMIT_CODE, FACT, MAY, "number of the leader who named it")              \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_opinion(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reply, LIMIT_REPLY, WORDS, MUST, "opinion")                                      \
    F(S, 3, code, unit, LIMIT_CODE, FACT, MAY,                                                     \
      "co-unit's code, when the hotline office enters what it was told")
#define FIELDS_req_ticket_plan(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reply, LIMIT_REPLY, WORDS, MUST, "plan")
#define FIELDS_req_ticket_progress(S, F, E, R)                                                     \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reply, LIMIT_REPLY, WORDS, MUST, "what was done since")
#define FIELDS_req_ticket_on_site(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MAY, "what was found")                                  \
    F(S, 3, ms, at_ms, 0, FACT, MAY, "when; now by default")
#define FIELDS_req_ticket_rectified(S, F, E, R)                                                    \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "what was put right")                             \
    F(S, 3, ms, at_ms, 0, FACT, MAY, "when; now by default")
#define FIELDS_req_ticket_conference(S, F, E, R)                                                   \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "result")                                         \
    F(S, 3, ms, at_ms, 0, FACT, MUST, "when it was held")                                          \
    F(S, 4, text, people, LIMIT_NOTE, WORDS, MUST, "who took part")
#define FIELDS_req_ticket_bring(S, F, E, R)                                                        \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "why it is reported")                             \
    F(S, 3, code, leader, LIMIT_CODE, FACT, MUST, "leader's number")
#define FIELDS_req_ticket_direct(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "the instruction")                                \
    F(S, 3, code, leader, LIMIT_CODE, FACT, MAY,                                                   \
      "leader's number, when the hotline office enters it")
#define FIELDS_req_ticket_supervise(S, F, E, R)                                                    \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "what is asked for")                              \
    E(S, 3, supervision, kind, FACT, MUST, "how")                                                  \
    F(S, 4, u64, level, LIMIT_LEVEL, FACT, MAY, "level of supervision, 1 to 3")
#define FIELDS_req_ticket_attempt(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MAY, "note")                                            \
    E(S, 3, reply_way, way, FACT, MUST, "how")                                                     \
    F(S, 4, flag, reached, 1, FACT, MAY, "the caller was reached")
#define FIELDS_req_ticket_tell(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "the process that was told")                      \
    F(S, 3, ms, at_ms, 0, FACT, MUST, "when the caller may expect the result")
#define FIELDS_req_ticket_consult(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "what the expert said")                           \
    F(S, 3, code, expert, LIMIT_CODE, FACT, MUST, "expert's code")
#define FIELDS_req_ticket_acknowledge(S, F, E, R)                                                  \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MAY, "note")
#define FIELDS_req_ticket_merge(S, F, E, R)                                                        \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "why they are the same")                          \
    F(S, 3, ticket, into, 0, FACT, MUST, "the ticket that goes on")                                \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_link(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MAY, "note")                                            \
    F(S, 3, ticket, other, 0, FACT, MUST, "the other ticket")                                      \
    E(S, 4, link_kind, kind, FACT, MUST, "related or repeat")                                      \
    E(S, 5, repeat_cause, cause, FACT, MAY, "for a repeat: why the caller comes again (R70)")
#define FIELDS_req_ticket_split(S, F, E, R)                                                        \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "why it is a matter of its own")                  \
    F(S, 3, text, matter, LIMIT_MATTER, WORDS, MUST, "the second matter")                          \
    F(S, 4, code, subject, LIMIT_CODE, FACT, MAY, "its subject's code")                            \
    E(S, 5, ticket_type, type, FACT, MAY, "its type; the same by default")                         \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_similar(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MAY, "like this ticket")                                      \
    F(S, 2, code, subject, LIMIT_CODE, FACT, MAY, "subject's code")                                \
    F(S, 3, text, phone, LIMIT_PHONE, WORDS, MAY, "caller's phone")                                \
    F(S, 4, text, address, LIMIT_ADDRESS, WORDS, MAY, "address")                                   \
    F(S, 5, text, matter, LIMIT_MATTER, WORDS, MAY, "matter, as far as it is typed")
#define FIELDS_req_ticket_links(S, F, E, R)                                                        \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    PAGE_FIELDS(S, F)
#define FIELDS_req_ticket_duties(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")
#define FIELDS_req_ticket_counits(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    PAGE_FIELDS(S, F)
#define FIELDS_req_duty_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_letter_issue(S, F, E, R)                                                        \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")
#define FIELDS_req_letter_show(S, F, E, R) F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")
#define FIELDS_req_call_rate(S, F, E, R)                                                           \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")                                            \
    E(S, 2, grade, attitude, FACT, MUST, "attitude (R58)")                                         \
    E(S, 3, grade, accuracy, FACT, MUST, "accuracy")                                               \
    E(S, 4, grade, efficiency, FACT, MUST, "efficiency")
#define FIELDS_req_score_enter(S, F, E, R)                                                         \
    F(S, 1, code, unit, LIMIT_CODE, FACT, MAY, "unit's code")                                      \
    F(S, 2, code, person, LIMIT_CODE, FACT, MAY, "or operator's number")                           \
    E(S, 3, score_rule, rule, FACT, MUST, "what for")                                              \
    F(S, 4, u64, points, LIMIT_POINTS, FACT, MAY, "points, where the rule leaves them open")       \
    F(S, 5, u64, month, 0, FACT, MAY, "month as 202611; the present one by default")               \
    F(S, 6, ticket, ticket, 0, FACT, MAY, "ticket that caused it")                                 \
    F(S, 7, text, note, LIMIT_NOTE, WORDS, MUST, "the notice, or why")                             \
    F(S, 8, call, call, 0, FACT, MAY, "call that caused it")
#define FIELDS_req_score_appeal(S, F, E, R)                                                        \
    F(S, 1, u64, score, 0, FACT, MUST, "point's number")                                           \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "why")
#define FIELDS_req_score_uphold(S, F, E, R)                                                        \
    F(S, 1, u64, score, 0, FACT, MUST, "point's number")                                           \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "why")
#define FIELDS_req_score_withdraw(S, F, E, R)                                                      \
    F(S, 1, u64, score, 0, FACT, MUST, "point's number")                                           \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "why")
#define FIELDS_req_score_list(S, F, E, R)                                                          \
    F(S, 1, code, unit, LIMIT_CODE, FACT, MAY, "unit's code")                                      \
    F(S, 2, code, person, LIMIT_CODE, FACT, MAY, "or operator's number")                           \
    F(S, 3, u64, month, 0, FACT, MAY, "month as 202611")                                           \
    PAGE_FIELDS(S, F)
#define FIELDS_req_score_table(S, F, E, R)                                                         \
    F(S, 1, u64, month, 0, FACT, MAY, "month as 202611; the present one by default")               \
    F(S, 2, u64, year, 0, FACT, MAY, "or a whole year")                                            \
    PAGE_FIELDS(S, F)
#define FIELDS_req_agent_table(S, F, E, R)                                                         \
    F(S, 1, u64, month, 0, FACT, MAY, "month as 202611; the present one by default")               \
    F(S, 2, u64, year, 0, FACT, MAY, "or a whole year")                                            \
    PAGE_FIELDS(S, F)
#define FIELDS_req_sample_score(S, F, E, R)                                                        \
    F(S, 1, code, person, LIMIT_CODE, FACT, MAY,                                                   \
      "operator's number; by default whose call or ticket it is")                                  \
    F(S, 2, call, call, 0, FACT, MAY, "call")                                                      \
    F(S, 3, ticket, ticket, 0, FACT, MAY, "or ticket")                                             \
    F(S, 4, u64, score, 100, FACT, MAY, "0 to 100")                                                \
    F(S, 5, text, note, LIMIT_NOTE, WORDS, MUST, "what was good, what was not")
#define FIELDS_req_sample_list(S, F, E, R)                                                         \
    F(S, 1, code, person, LIMIT_CODE, FACT, MAY, "operator's number")                              \
    F(S, 3, u64, month, 0, FACT, MAY, "month as 202611")                                           \
    PAGE_FIELDS(S, F)
#define FIELDS_req_figures_show(S, F, E, R)                                                        \
    F(S, 1, u64, month, 0, FACT, MAY, "month as 202611; the present one by default")               \
    F(S, 2, u64, year, 0, FACT, MAY, "or a whole year")                                            \
    PAGE_FIELDS(S, F)
#define FIELDS_req_disclosure_ask(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, recipient, LIMIT_NAME, WORDS, MUST, "who gets it")                               \
    F(S, 3, text, purpose, LIMIT_NOTE, WORDS, MUST, "what it is needed for")                       \
    F(S, 4, text, undertaking, LIMIT_NOTE, WORDS, MUST, "the recipient's undertaking (R79)")       \
    F(S, 5, code, unit, LIMIT_CODE, FACT, MAY, "recipient's unit, when it is one")
#define FIELDS_req_disclosure_grant(S, F, E, R)                                                    \
    F(S, 1, u64, disclosure, 0, FACT, MUST, "its number")                                          \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "why")
#define FIELDS_req_disclosure_refuse(S, F, E, R)                                                   \
    F(S, 1, u64, disclosure, 0, FACT, MUST, "its number")                                          \
    F(S, 2, text, note, LIMIT_NOTE, WORDS, MUST, "why")
#define FIELDS_req_disclosure_give(S, F, E, R) F(S, 1, u64, disclosure, 0, FACT, MUST, "its number")
#define FIELDS_req_disclosure_list(S, F, E, R) PAGE_FIELDS(S, F)
#define FIELDS_req_audit_list(S, F, E, R)                                                          \
    F(S, 1, ticket, ticket, 0, FACT, MAY, "of this ticket")                                        \
    F(S, 2, code, person, LIMIT_CODE, FACT, MAY, "by this person")                                 \
    F(S, 3, ms, from_ms, 0, FACT, MAY, "from")                                                     \
    F(S, 4, ms, until_ms, 0, FACT, MAY, "until")                                                   \
    PAGE_FIELDS(S, F)
#define FIELDS_req_work_add(S, F, E, R)                                                            \
    F(S, 1, code, unit, LIMIT_CODE, FACT, MAY, "code of the unit that reports")                    \
    F(S, 2, code, line, LIMIT_CODE, FACT, MAY, "line's code")                                      \
    F(S, 3, text, report, LIMIT_MATTER, WORDS, MUST, "what was reported (R16)")                    \
    F(S, 4, text, guidance, LIMIT_REPLY, WORDS, MUST, "the guidance given")                        \
    F(S, 5, call, call, 0, FACT, MAY, "call it came by")
#define FIELDS_req_work_list(S, F, E, R) PAGE_FIELDS(S, F)

#endif
