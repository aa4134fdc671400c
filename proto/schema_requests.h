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
    Q(112, expert_list, "expert.list", LIST,                                                       \
      R_(operator) | R_(desk) | R_(unit) | R_(lead) | R_(admin), expert_page, "the experts")       \
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

#endif
