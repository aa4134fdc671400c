/* Every request, once. Field lists are F(S, tag, type, name, max, class, need, help) for plain
 * fields, E(S, tag, vocabulary, name, class, need, help) for words of schema_words.h and
 * R(S, tag, record, name, max, help) for rows. S is handed through. max is bytes for text and
 * bytes, the greatest value for numbers (0: no limit of its own), rows for rows.
 * class: FACT may be journalled and published, PRIVATE is journalled but not published, WORDS is
 * sealed in the vault, OPEN is versioned in the vault without a seal, SECRET is never stored as it
 * came and never logged. Adding a request = its rows here + one handler + one scenario. */
#ifndef PROTO_SCHEMA_REQUESTS_H
#define PROTO_SCHEMA_REQUESTS_H

/* Q(number, name, "noun.verb", kind, who, answer, help)
 * kind: COMMAND changes state in the turn; FRESH is a question answered by the turn; LIST is a
 *       question answered by a reader; HOUSE is work on the house itself.
 * who:  ANYBODY even without a session, SIGNED anyone signed in, else roles. The console (the local
 *       socket) is an administrator. */
#define REQUEST_TABLE(Q)                                                                           \
    Q(1, hello, "hello", FRESH, ANYBODY, hello, "who is there, and what time it is")               \
    Q(2, session_open, "session.open", COMMAND, ANYBODY, session, "sign in")                       \
    Q(3, session_close, "session.close", COMMAND, SIGNED, done, "sign out")                        \
    Q(4, session_end, "session.end", COMMAND, R_(admin) | R_(lead), done, "end a session by force") \
    Q(5, session_list, "session.list", LIST, R_(admin) | R_(lead), session_page, "live sessions")  \
    Q(6, me_show, "me.show", FRESH, SIGNED, me, "who I am and what I am doing")                    \
    Q(10, person_add, "person.add", COMMAND, R_(admin), done, "enter a person")                    \
    Q(11, person_change, "person.change", COMMAND, R_(admin), done, "change a person")             \
    Q(12, person_retire, "person.retire", COMMAND, R_(admin), done, "retire a person")             \
    Q(13, person_list, "person.list", LIST, SIGNED, person_page, "the people")                     \
    Q(14, station_add, "station.add", COMMAND, R_(admin), done, "register a station's key")        \
    Q(15, station_change, "station.change", COMMAND, R_(admin), done, "change a station")          \
    Q(16, station_retire, "station.retire", COMMAND, R_(admin), done, "retire a station")          \
    Q(17, station_list, "station.list", LIST, R_(admin) | R_(lead), station_page, "the stations")  \
    Q(18, unit_add, "unit.add", COMMAND, R_(admin), done, "enter a unit")                          \
    Q(19, unit_change, "unit.change", COMMAND, R_(admin), done, "change a unit")                   \
    Q(20, unit_retire, "unit.retire", COMMAND, R_(admin), done, "retire a unit")                   \
    Q(21, unit_list, "unit.list", LIST, SIGNED, unit_page, "the units")                            \
    Q(22, line_add, "line.add", COMMAND, R_(admin), done, "enter a line")                          \
    Q(23, line_change, "line.change", COMMAND, R_(admin), done, "change a line")                   \
    Q(24, line_retire, "line.retire", COMMAND, R_(admin), done, "retire a line")                   \
    Q(25, line_list, "line.list", LIST, SIGNED, line_page, "the lines")                            \
    Q(26, subject_add, "subject.add", COMMAND, R_(admin), done, "enter a subject")                 \
    Q(27, subject_change, "subject.change", COMMAND, R_(admin), done, "change a subject")          \
    Q(28, subject_retire, "subject.retire", COMMAND, R_(admin), done, "retire a subject")          \
    Q(29, subject_list, "subject.list", LIST, SIGNED, subject_page, "the subjects")                \
    Q(30, script_add, "script.add", COMMAND, R_(admin), done, "enter a script")                    \
    Q(31, script_change, "script.change", COMMAND, R_(admin), done, "change a script")             \
    Q(32, script_retire, "script.retire", COMMAND, R_(admin), done, "retire a script")             \
    Q(33, script_list, "script.list", LIST, SIGNED, script_page, "the scripts")                    \
    Q(34, article_add, "article.add", COMMAND, R_(admin) | R_(desk), done, "enter an article")     \
    Q(35, article_change, "article.change", COMMAND, R_(admin) | R_(desk), done,                   \
      "change an article")                                                                         \
    Q(36, article_retire, "article.retire", COMMAND, R_(admin) | R_(desk), done,                   \
      "retire an article")                                                                         \
    Q(37, article_list, "article.list", LIST, SIGNED, article_page, "the articles")                \
    Q(40, agent_ready, "agent.ready", COMMAND, R_(operator), done, "ready for the next call")      \
    Q(41, agent_pause, "agent.pause", COMMAND, R_(operator), done, "take a break")                 \
    Q(42, agent_list, "agent.list", FRESH, SIGNED, agent_page, "the agents and what they do")      \
    Q(50, call_arrive, "call.arrive", COMMAND, R_(trunk) | R_(operator), done,                     \
      "a call rings or a visitor stands at the counter")                                           \
    Q(51, call_answer, "call.answer", COMMAND, R_(operator), done, "answer the offered call")      \
    Q(52, call_hang_up, "call.hang_up", COMMAND, R_(trunk) | R_(operator), done,                   \
      "the caller has hung up or left")                                                            \
    Q(53, call_end, "call.end", COMMAND, R_(operator), done, "end the call from this side")        \
    Q(54, call_transfer, "call.transfer", COMMAND, R_(operator), done,                             \
      "pass the call on, with a note that arrives before it")                                      \
    Q(55, call_show, "call.show", FRESH, R_(operator) | R_(lead), call_card,                       \
      "greeting, caller, earlier calls and open tickets")                                          \
    Q(56, call_list, "call.list", FRESH, R_(operator) | R_(lead) | R_(trunk), call_page,           \
      "the live calls")                                                                            \
    Q(60, ticket_save, "ticket.save", COMMAND, R_(operator), done, "open or save a draft")         \
    Q(61, ticket_register, "ticket.register", COMMAND, R_(operator), done, "register the draft")   \
    Q(62, ticket_amend, "ticket.amend", COMMAND, R_(operator) | R_(desk), done,                    \
      "correct a registered ticket; the old words stay readable")                                  \
    Q(63, ticket_refuse, "ticket.refuse", COMMAND, R_(operator) | R_(desk), done,                  \
      "refuse the matter with a reason")                                                           \
    Q(64, ticket_answer, "ticket.answer", COMMAND, R_(operator) | R_(desk), done,                  \
      "answer directly, naming the article")                                                       \
    Q(65, ticket_promise, "ticket.promise", COMMAND, R_(operator) | R_(desk), done,                \
      "promise to call back")                                                                      \
    Q(66, ticket_dispatch, "ticket.dispatch", COMMAND, R_(operator) | R_(desk), done,              \
      "dispatch to the responsible unit")                                                          \
    Q(67, ticket_sign, "ticket.sign", COMMAND, R_(unit), done, "sign for a dispatched ticket")     \
    Q(68, ticket_reply, "ticket.reply", COMMAND, R_(unit), done, "hand in the reply for approval") \
    Q(69, ticket_pass, "ticket.pass", COMMAND, R_(approver), done, "approve the reply")            \
    Q(70, ticket_send_back, "ticket.send_back", COMMAND, R_(approver), done, "refuse the reply")   \
    Q(71, ticket_follow_up, "ticket.follow_up", COMMAND, R_(operator) | R_(desk), done,            \
      "record what the caller said of the result")                                                 \
    Q(72, ticket_redo, "ticket.redo", COMMAND, R_(desk), done, "have it done again")               \
    Q(73, ticket_uphold, "ticket.uphold", COMMAND, R_(desk), done, "uphold the result and archive") \
    Q(74, ticket_reopen, "ticket.reopen", COMMAND, R_(desk) | R_(lead), done,                      \
      "reopen an archived ticket")                                                                 \
    Q(75, ticket_reveal, "ticket.reveal", COMMAND,                                                 \
      R_(operator) | R_(desk) | R_(unit) | R_(approver) | R_(inspector), caller_words,             \
      "show the caller's data unmasked; the reason is recorded")                                   \
    Q(76, ticket_show, "ticket.show", FRESH, SIGNED, ticket_card, "one ticket")                    \
    Q(77, ticket_list, "ticket.list", LIST, SIGNED, ticket_page, "tickets, newest or most urgent first") \
    Q(78, ticket_history, "ticket.history", LIST, SIGNED, history_page, "every step of one ticket") \
    Q(80, facts_since, "facts.since", LIST, SIGNED, fact_page, "published facts after a number")   \
    Q(81, wall_show, "wall.show", FRESH, R_(lead) | R_(operator) | R_(desk), wall, "the live figures") \
    Q(90, status, "status", FRESH, R_(admin) | R_(lead), status, "how the dispatcher is")          \
    Q(91, backup, "backup", HOUSE, R_(admin), house, "copy the data while running")                \
    Q(92, check, "check", HOUSE, R_(admin), house, "walk the state and assert its invariants")     \
    Q(93, journal_verify, "journal.verify", HOUSE, R_(admin), house, "check the journal's chain")  \
    Q(94, journal_export, "journal.export", LIST, R_(admin), fact_page, "the journal, page by page")

#define FIELDS_req_hello(S, F, E, R)
#define FIELDS_req_session_open(S, F, E, R)                                                        \
    F(S, 1, code, number, LIMIT_CODE, PRIVATE, MUST, "person's number")                            \
    F(S, 2, text, password, LIMIT_PASSWORD, SECRET, MUST, "password")
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
    F(S, 5, text, password, LIMIT_PASSWORD, SECRET, MUST, "first password, at least 8 bytes")
#define FIELDS_req_person_change(S, F, E, R)                                                       \
    F(S, 1, code, number, LIMIT_CODE, FACT, MUST, "person's number")                               \
    F(S, 2, text, name, LIMIT_NAME, WORDS, MAY, "new name")                                        \
    F(S, 3, roles, roles, 0, FACT, MAY, "new roles, separated by commas")                          \
    F(S, 4, code, unit, LIMIT_CODE, FACT, MAY, "new unit's code")                                  \
    F(S, 5, text, password, LIMIT_PASSWORD, SECRET, MAY, "new password, at least 8 bytes")
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

#define FIELDS_req_unit_add(S, F, E, R)                                                            \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "unit's code, never reused")                       \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MUST, "name")                                            \
    F(S, 3, code, parent, LIMIT_CODE, FACT, MAY, "code of the unit above")
#define FIELDS_req_unit_change(S, F, E, R)                                                         \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "unit's code")                                     \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "new name")                                         \
    F(S, 3, code, parent, LIMIT_CODE, FACT, MAY, "code of the unit above")
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
    F(S, 4, code, unit, LIMIT_CODE, FACT, MAY, "code of the unit that usually is responsible")
#define FIELDS_req_subject_change(S, F, E, R)                                                      \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "subject's code")                                  \
    F(S, 2, text, name, LIMIT_NAME, OPEN, MAY, "new name")                                         \
    F(S, 3, code, parent, LIMIT_CODE, FACT, MAY, "code of the subject above")                      \
    F(S, 4, code, unit, LIMIT_CODE, FACT, MAY, "code of the unit that usually is responsible")
#define FIELDS_req_subject_retire(S, F, E, R)                                                      \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "subject's code")
#define FIELDS_req_subject_list(S, F, E, R) PAGE_FIELDS(S, F)

/* R5: a script's body may use {line} {agent} {name} {caller} {time}. A script of a line goes before
 * one of all lines. */
#define FIELDS_req_script_add(S, F, E, R)                                                          \
    F(S, 1, code, code, LIMIT_CODE, FACT, MUST, "script's code, never reused")                     \
    E(S, 2, script_kind, kind, FACT, MUST, "what it is for")                                       \
    F(S, 3, code, line, LIMIT_CODE, FACT, MAY, "line's code; without it, for all lines")           \
    F(S, 4, text, body, LIMIT_SCRIPT, OPEN, MUST, "text; {line} {agent} {name} {caller} {time} are filled in")
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

#define FIELDS_req_agent_ready(S, F, E, R)
#define FIELDS_req_agent_pause(S, F, E, R)                                                         \
    E(S, 1, break_reason, reason, FACT, MUST, "why")
#define FIELDS_req_agent_list(S, F, E, R)

#define FIELDS_req_call_arrive(S, F, E, R)                                                         \
    F(S, 1, code, line, LIMIT_CODE, FACT, MUST, "line's code")                                     \
    F(S, 2, text, from, LIMIT_PHONE, WORDS, MAY, "caller's number, when shown")                    \
    E(S, 3, channel, channel, FACT, MAY, "phone (default) or visit")                               \
    F(S, 4, flag, here, 1, FACT, MAY, "it is at my station already: no queue")
#define FIELDS_req_call_answer(S, F, E, R)                                                         \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_hang_up(S, F, E, R)                                                        \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_end(S, F, E, R)                                                            \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_transfer(S, F, E, R)                                                       \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")                                            \
    F(S, 2, code, to, LIMIT_CODE, FACT, MAY, "number of a ready agent")                            \
    F(S, 3, code, line, LIMIT_CODE, FACT, MAY, "or code of the line whose queue takes it")         \
    F(S, 4, text, note, LIMIT_NOTE, WORDS, MAY, "what the receiver should know")
#define FIELDS_req_call_show(S, F, E, R)                                                           \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_list(S, F, E, R) PAGE_FIELDS(S, F)

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
    F(S, 9, text, cause, LIMIT_NOTE, WORDS, MAY, "cause")
/* Initialisers of all of them, out of another struct that has them. */
#define RECORD_COPY_F(S, tag, type, name, max, class, need, help) .name = (S)->name,
#define RECORD_COPY_E(S, tag, vocabulary, name, class, need, help) .name = (S)->name,
#define RECORD_COPY(from) RECORD_FIELDS(from, RECORD_COPY_F, RECORD_COPY_E)
#define FIELDS_req_ticket_save(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MAY, "draft's number; without it a new draft is opened")      \
    F(S, 2, u64, version, 0, FACT, MAY, "version seen; required with a number")                    \
    RECORD_FIELDS(S, F, E)                                                                         \
    F(S, 30, call, call, 0, FACT, MAY, "call it belongs to, for a new draft")
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
    F(S, 3, text, note, LIMIT_NOTE, WORDS, MAY, "where to go instead")
#define FIELDS_req_ticket_answer(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reply, LIMIT_REPLY, WORDS, MUST, "what was answered")                            \
    F(S, 3, code, article, LIMIT_CODE, FACT, MAY, "code of the article it rests on")
#define FIELDS_req_ticket_promise(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, ms, at_ms, 0, FACT, MUST, "when the caller will be rung")                              \
    F(S, 3, text, note, LIMIT_NOTE, WORDS, MAY, "what is to be found out")
#define FIELDS_req_ticket_dispatch(S, F, E, R)                                                     \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, code, unit, LIMIT_CODE, FACT, MUST, "unit's code")                                     \
    F(S, 3, text, note, LIMIT_NOTE, WORDS, MAY, "what the unit should know")                       \
    F(S, 4, code, subject, LIMIT_CODE, FACT, MAY, "subject's code, when it has none or a wrong one") \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_sign(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")
#define FIELDS_req_ticket_reply(S, F, E, R)                                                        \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reply, LIMIT_REPLY, WORDS, MUST, "handling, measures and result")
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
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_redo(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MUST, "what is to be done again, and why")            \
    F(S, 3, code, unit, LIMIT_CODE, FACT, MAY, "unit's code; without it the unit that had it")     \
    F(S, 4, code, subject, LIMIT_CODE, FACT, MAY, "subject's code, when it has none or a wrong one") \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_uphold(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MUST, "why the result stands")                        \
    F(S, 19, u64, version, 0, FACT, MAY, "version seen: with another one, STALE")
#define FIELDS_req_ticket_reopen(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MUST, "why it is reopened")
#define FIELDS_req_ticket_reveal(S, F, E, R)                                                       \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
    F(S, 2, text, reason, LIMIT_NOTE, WORDS, MUST, "what the data is needed for")
#define FIELDS_req_ticket_show(S, F, E, R)                                                         \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")
#define FIELDS_req_ticket_list(S, F, E, R)                                                         \
    E(S, 1, ticket_view, view, FACT, MAY, "which tickets; mine by default")                        \
    E(S, 2, ticket_state, state, FACT, MAY, "the state, for view state")                           \
    PAGE_FIELDS(S, F)
#define FIELDS_req_ticket_history(S, F, E, R)                                                      \
    F(S, 1, ticket, ticket, 0, FACT, MUST, "ticket's number")                                      \
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
