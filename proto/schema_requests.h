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
    Q(4, session_end, "session.end", COMMAND, R_(admin) | R_(lead), done,                          \
      "end a session by force")                                                                    \
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
    Q(67, ticket_sign, "ticket.sign", COMMAND, R_(unit) | R_(head), done,                          \
      "sign for a dispatched ticket; a redo is signed by the head (R63)")                          \
    Q(68, ticket_reply, "ticket.reply", COMMAND, R_(unit), done, "hand in the reply for approval") \
    Q(69, ticket_pass, "ticket.pass", COMMAND, R_(approver), done, "approve the reply")            \
    Q(70, ticket_send_back, "ticket.send_back", COMMAND, R_(approver), done, "refuse the reply")   \
    Q(71, ticket_follow_up, "ticket.follow_up", COMMAND, R_(operator) | R_(desk), done,            \
      "record what the caller said of the result")                                                 \
    Q(72, ticket_redo, "ticket.redo", COMMAND, R_(desk), done, "have it done again")               \
    Q(73, ticket_uphold, "ticket.uphold", COMMAND, R_(desk), done,                                 \
      "uphold the result and archive")                                                             \
    Q(74, ticket_reopen, "ticket.reopen", COMMAND, R_(desk) | R_(lead), done,                      \
      "reopen an archived ticket")                                                                 \
    Q(75, ticket_reveal, "ticket.reveal", COMMAND,                                                 \
      R_(operator) | R_(desk) | R_(unit) | R_(approver) | R_(inspector), caller_words,             \
      "show the caller's data unmasked; the reason is recorded")                                   \
    Q(76, ticket_show, "ticket.show", FRESH, SIGNED, ticket_card, "one ticket")                    \
    Q(77, ticket_list, "ticket.list", LIST, SIGNED, ticket_page,                                   \
      "tickets, newest or most urgent first")                                                      \
    Q(78, ticket_history, "ticket.history", LIST, SIGNED, history_page,                            \
      "every step of one ticket")                                                                  \
    Q(100, profile_set, "profile.set", COMMAND, R_(admin), done,                                   \
      "say how a type of ticket is treated, on one line or all")                                   \
    Q(101, profile_list, "profile.list", LIST, SIGNED, profile_page, "how the types are treated")  \
    Q(102, field_add, "field.add", COMMAND, R_(admin), done, "enter a form field")                 \
    Q(103, field_change, "field.change", COMMAND, R_(admin), done, "change a form field")          \
    Q(104, field_retire, "field.retire", COMMAND, R_(admin), done, "retire a form field")          \
    Q(105, field_list, "field.list", LIST, SIGNED, field_page, "the form fields")                  \
    Q(106, phrase_add, "phrase.add", COMMAND, R_(admin) | R_(desk), done,                          \
      "enter a phrase that says nothing")                                                          \
    Q(107, phrase_retire, "phrase.retire", COMMAND, R_(admin) | R_(desk), done, "retire a phrase") \
    Q(108, phrase_list, "phrase.list", LIST, SIGNED, phrase_page, "phrases that say nothing")      \
    Q(109, expert_add, "expert.add", COMMAND, R_(admin) | R_(desk), done, "enter an expert")       \
    Q(110, expert_change, "expert.change", COMMAND, R_(admin) | R_(desk), done,                    \
      "change an expert")                                                                          \
    Q(111, expert_retire, "expert.retire", COMMAND, R_(admin) | R_(desk), done,                    \
      "retire an expert")                                                                          \
    Q(112, expert_list, "expert.list", LIST, R_(operator) | R_(desk) | R_(lead) | R_(admin),       \
      expert_page, "the experts")                                                                  \
    Q(113, person_away, "person.away", COMMAND,                                                    \
      R_(admin) | R_(desk) | R_(unit) | R_(approver) | R_(head), done,                             \
      "away, or back: the deputy gets everything meanwhile")                                       \
    Q(114, calendar_load, "calendar.load", COMMAND, R_(admin), done,                               \
      "load a working calendar; open deadlines are computed anew")                                 \
    Q(115, calendar_show, "calendar.show", LIST, SIGNED, calendar,                                 \
      "the working calendar, day by day")                                                          \
    Q(116, survey_add, "survey.add", COMMAND, R_(desk) | R_(inspector), done,                      \
      "begin a survey over a period")                                                              \
    Q(117, survey_close, "survey.close", COMMAND, R_(desk) | R_(inspector), done,                  \
      "end a survey early")                                                                        \
    Q(118, survey_list, "survey.list", LIST, SIGNED, survey_page,                                  \
      "the surveys and what came of them")                                                         \
    Q(119, survey_answer, "survey.answer", COMMAND, R_(operator) | R_(desk), done,                 \
      "record a caller's answer to a survey")                                                      \
    Q(120, ticket_fill, "ticket.fill", COMMAND, R_(operator) | R_(desk), done,                     \
      "fill in a form field of a ticket")                                                          \
    Q(121, ticket_fields, "ticket.fields", FRESH, SIGNED, value_page,                              \
      "the form fields of a ticket and what is in them")                                           \
    Q(122, ticket_refer, "ticket.refer", COMMAND, R_(operator) | R_(desk), done,                   \
      "bring before a leader: the owner is unclear or the matter important")                       \
    Q(123, ticket_instruct, "ticket.instruct", COMMAND, R_(desk) | R_(leader), done,               \
      "dispatch by a leader's instruction")                                                        \
    Q(124, ticket_return, "ticket.return", COMMAND, R_(unit), done,                                \
      "ask to return a wrong assignment")                                                          \
    Q(125, ticket_agree, "ticket.agree", COMMAND, R_(desk), done, "agree to the return")           \
    Q(126, ticket_decline, "ticket.decline", COMMAND, R_(desk), done, "refuse the return")         \
    Q(127, ticket_dispute, "ticket.dispute", COMMAND, R_(desk), done,                              \
      "bring a disputed assignment before a leader")                                               \
    Q(128, ticket_commit, "ticket.commit", COMMAND, R_(unit), done,                                \
      "interim reply and a promised final date")                                                   \
    Q(129, ticket_irregular, "ticket.irregular", COMMAND, R_(desk), done,                          \
      "refuse a reply that is not in order")                                                       \
    Q(130, ticket_extend, "ticket.extend", COMMAND, R_(unit), done, "ask for an extension")        \
    Q(131, ticket_grant, "ticket.grant", COMMAND, R_(desk), done, "grant the extension")           \
    Q(132, ticket_deny, "ticket.deny", COMMAND, R_(desk), done, "refuse the extension")            \
    Q(133, ticket_hand_over, "ticket.hand_over", COMMAND, R_(unit), done,                          \
      "hand over to a colleague by an expected time")                                              \
    Q(134, ticket_cosign, "ticket.cosign", COMMAND, R_(desk) | R_(leader), done,                   \
      "ask another unit for its opinion")                                                          \
    Q(135, ticket_opinion, "ticket.opinion", COMMAND, R_(unit) | R_(approver) | R_(desk), done,    \
      "give the co-unit's opinion")                                                                \
    Q(136, ticket_plan, "ticket.plan", COMMAND, R_(unit), done, "record the plan")                 \
    Q(137, ticket_progress, "ticket.progress", COMMAND, R_(unit), done, "record progress")         \
    Q(138, ticket_on_site, "ticket.on_site", COMMAND, R_(unit), done, "record being on site")      \
    Q(139, ticket_rectified, "ticket.rectified", COMMAND, R_(unit), done,                          \
      "record that it was put right")                                                              \
    Q(140, ticket_conference, "ticket.conference", COMMAND, R_(unit) | R_(desk), done,             \
      "record an on-site conference")                                                              \
    Q(141, ticket_bring, "ticket.bring", COMMAND, R_(desk), done,                                  \
      "report a matter of wide impact to a leader")                                                \
    Q(142, ticket_direct, "ticket.direct", COMMAND, R_(desk) | R_(leader), done,                   \
      "record a leader's instruction")                                                             \
    Q(143, ticket_supervise, "ticket.supervise", COMMAND, R_(desk) | R_(leader), done,             \
      "urge, supervise, or report")                                                                \
    Q(144, ticket_attempt, "ticket.attempt", COMMAND, R_(operator) | R_(desk) | R_(unit), done,    \
      "record an attempt to tell the caller the reply")                                            \
    Q(145, ticket_tell, "ticket.tell", COMMAND, R_(operator) | R_(desk), done,                     \
      "record the process and time told to the caller")                                            \
    Q(146, ticket_consult, "ticket.consult", COMMAND, R_(operator) | R_(desk) | R_(unit), done,    \
      "record what an expert said")                                                                \
    Q(147, ticket_acknowledge, "ticket.acknowledge", COMMAND, R_(unit), done,                      \
      "record that the caller knows who works on it")                                              \
    Q(148, ticket_merge, "ticket.merge", COMMAND, R_(desk), done,                                  \
      "merge a duplicate into another ticket")                                                     \
    Q(149, ticket_link, "ticket.link", COMMAND, R_(operator) | R_(desk), done, "link two tickets") \
    Q(150, ticket_split, "ticket.split", COMMAND, R_(desk), done,                                  \
      "make a ticket of its own of a second matter")                                               \
    Q(151, ticket_similar, "ticket.similar", LIST, R_(operator) | R_(desk), similar_page,          \
      "tickets of the same caller or on the same matter")                                          \
    Q(152, ticket_links, "ticket.links", FRESH, SIGNED, link_page, "tickets linked with one")      \
    Q(153, ticket_duties, "ticket.duties", FRESH, SIGNED, duty_page,                               \
      "what is due of a ticket beside its deadline")                                               \
    Q(154, duty_list, "duty.list", LIST, SIGNED, duty_page, "what is due, most urgent first")      \
    Q(155, ticket_counits, "ticket.counits", FRESH, SIGNED, counit_page,                           \
      "co-units and their opinions")                                                               \
    Q(160, letter_issue, "letter.issue", COMMAND,                                                  \
      R_(desk) | R_(unit) | R_(approver) | R_(head) | R_(admin), done,                             \
      "number the reply letter of a ticket")                                                       \
    Q(161, letter_show, "letter.show", FRESH, SIGNED, letter, "the reply letter")                  \
    Q(162, call_rate, "call.rate", COMMAND, R_(operator) | R_(trunk), done,                        \
      "record how the caller rated the answering")                                                 \
    Q(170, score_enter, "score.enter", COMMAND, R_(desk) | R_(inspector), done,                    \
      "enter points by hand")                                                                      \
    Q(171, score_appeal, "score.appeal", COMMAND, R_(approver) | R_(head) | R_(operator), done,    \
      "appeal against a point")                                                                    \
    Q(172, score_uphold, "score.uphold", COMMAND, R_(desk), done,                                  \
      "uphold a point that was appealed")                                                          \
    Q(173, score_withdraw, "score.withdraw", COMMAND, R_(desk), done, "withdraw a point")          \
    Q(174, score_list, "score.list", LIST, SIGNED, score_page, "points with what caused them")     \
    Q(175, score_table, "score.table", LIST, SIGNED, ranking,                                      \
      "units by their score, of a month or a year")                                                \
    Q(176, agent_table, "agent.table", LIST, R_(lead) | R_(inspector) | R_(desk), agent_ranking,   \
      "operators: samples, ratings, points left")                                                  \
    Q(177, sample_score, "sample.score", COMMAND, R_(inspector), done,                             \
      "score a sampled call or ticket")                                                            \
    Q(178, sample_list, "sample.list", LIST, R_(inspector) | R_(lead) | R_(operator), sample_page, \
      "scored samples")                                                                            \
    Q(179, figures_show, "figures.show", LIST, SIGNED, figures,                                    \
      "satisfaction, solved and on-time rates by unit")                                            \
    Q(180, disclosure_ask, "disclosure.ask", COMMAND, R_(desk) | R_(unit), done,                   \
      "ask to pass a caller's data on")                                                            \
    Q(181, disclosure_grant, "disclosure.grant", COMMAND, R_(leader) | R_(head), done, "grant it") \
    Q(182, disclosure_refuse, "disclosure.refuse", COMMAND, R_(leader) | R_(head), done,           \
      "refuse it")                                                                                 \
    Q(183, disclosure_give, "disclosure.give", COMMAND, R_(desk) | R_(unit), caller_words,         \
      "pass the data on, once")                                                                    \
    Q(184, disclosure_list, "disclosure.list", LIST,                                               \
      R_(desk) | R_(leader) | R_(head) | R_(unit) | R_(inspector), disclosure_page,                \
      "disclosures asked for and decided")                                                         \
    Q(185, audit_list, "audit.list", LIST, R_(inspector) | R_(desk) | R_(admin), look_page,        \
      "who saw what of whom, when and why")                                                        \
    Q(186, work_add, "work.add", COMMAND, R_(operator) | R_(desk), done,                           \
      "record an internal work report and the guidance given")                                     \
    Q(187, work_list, "work.list", LIST, R_(operator) | R_(desk) | R_(lead), work_page,            \
      "work reports")                                                                              \
    Q(80, facts_since, "facts.since", LIST, SIGNED, fact_page, "published facts after a number")   \
    Q(81, wall_show, "wall.show", FRESH, R_(lead) | R_(operator) | R_(desk), wall,                 \
      "the live figures")                                                                          \
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
      "text; {line} {agent} {name} {caller} {time} are filled in")
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
#define FIELDS_req_agent_pause(S, F, E, R) E(S, 1, break_reason, reason, FACT, MUST, "why")
#define FIELDS_req_agent_list(S, F, E, R)

#define FIELDS_req_call_arrive(S, F, E, R)                                                         \
    F(S, 1, code, line, LIMIT_CODE, FACT, MUST, "line's code")                                     \
    F(S, 2, text, from, LIMIT_PHONE, WORDS, MAY, "caller's number, when shown")                    \
    E(S, 3, channel, channel, FACT, MAY, "phone (default) or visit")                               \
    F(S, 4, flag, here, 1, FACT, MAY, "it is at my station already: no queue")
#define FIELDS_req_call_answer(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_hang_up(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_end(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
#define FIELDS_req_call_transfer(S, F, E, R)                                                       \
    F(S, 1, call, call, 0, FACT, MUST, "call's number")                                            \
    F(S, 2, code, to, LIMIT_CODE, FACT, MAY, "number of a ready agent")                            \
    F(S, 3, code, line, LIMIT_CODE, FACT, MAY, "or code of the line whose queue takes it")         \
    F(S, 4, text, note, LIMIT_NOTE, WORDS, MAY, "what the receiver should know")
#define FIELDS_req_call_show(S, F, E, R) F(S, 1, call, call, 0, FACT, MUST, "call's number")
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
    F(S, 9, text, cause, LIMIT_NOTE, WORDS, MAY, "cause")                                          \
    F(S, 12, text, workplace, LIMIT_NAME, WORDS, MAY, "caller's workplace (R10)")                  \
    E(S, 13, anonymity, anonymity, FACT, MAY, "whether the caller stays anonymous (R75)")          \
    E(S, 14, secrecy, secrecy, FACT, MAY, "confidential, or internal information (R11, R80)")      \
    E(S, 15, nature, nature, FACT, MAY, "nature (R12)")                                            \
    F(S, 16, text, superior, LIMIT_NAME, WORDS, MAY, "number of the superior's document (R17)")    \
    E(S, 17, urgency_level, urgency, FACT, MAY, "urgency")                                         \
    F(S, 18, code, accused, LIMIT_CODE, PRIVATE, MAY, "code of the unit that is accused (R76)")    \
    F(S, 22, code, culprit, LIMIT_CODE, PRIVATE, MAY, "number of the person who is accused (R76)")
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
