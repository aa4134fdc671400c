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
    Q(51, call_answer, "call.answer", COMMAND, R_(operator) | R_(trunk), done,                     \
      "answer the offered call")                                                                   \
    Q(52, call_hang_up, "call.hang_up", COMMAND, R_(trunk) | R_(operator), done,                   \
      "the caller has hung up or left")                                                            \
    Q(53, call_end, "call.end", COMMAND, R_(operator) | R_(trunk), done,                           \
      "end the call from this side")                                                               \
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
    Q(43, agent_allow, "agent.allow", COMMAND, R_(lead), done,                                     \
      "allow the break that an agent asks for")                                                    \
    Q(44, agent_refuse, "agent.refuse", COMMAND, R_(lead), done, "refuse it")                      \
    Q(46, person_clear, "person.clear", COMMAND, R_(lead) | R_(inspector), done,                   \
      "clear a trainee for real calls (R89)")                                                      \
    Q(200, skill_add, "skill.add", COMMAND, R_(admin), done, "enter a skill")                      \
    Q(201, skill_change, "skill.change", COMMAND, R_(admin), done, "change a skill")               \
    Q(202, skill_retire, "skill.retire", COMMAND, R_(admin), done, "retire a skill")               \
    Q(203, skill_list, "skill.list", LIST, SIGNED, skill_page, "the skills")                       \
    Q(204, skill_give, "skill.give", COMMAND, R_(admin) | R_(lead), done,                          \
      "say how well a person has a skill")                                                         \
    Q(205, skill_take, "skill.take", COMMAND, R_(admin) | R_(lead), done,                          \
      "take a skill from a person")                                                                \
    Q(206, skill_people, "skill.people", LIST, R_(admin) | R_(lead), mastery_page,                 \
      "who has which skill")                                                                       \
    Q(207, queue_add, "queue.add", COMMAND, R_(admin), done,                                       \
      "enter a queue beside those of the lines")                                                   \
    Q(208, queue_change, "queue.change", COMMAND, R_(admin), done, "change how a queue is served") \
    Q(209, queue_retire, "queue.retire", COMMAND, R_(admin), done, "retire a queue")               \
    Q(210, queue_list, "queue.list", LIST, SIGNED, queue_page,                                     \
      "the queues and how they are served")                                                        \
    Q(211, line_hours, "line.hours", COMMAND, R_(admin), done, "set a line's opening hours (R2)")  \
    Q(212, line_extend, "line.extend", COMMAND, R_(admin) | R_(lead), done,                        \
      "keep a line open for a period (R2)")                                                        \
    Q(214, queue_place, "queue.place", FRESH, R_(operator) | R_(lead) | R_(trunk), place,          \
      "a waiting call's position and expected wait")                                               \
    Q(215, agent_borrow, "agent.borrow", COMMAND, R_(lead), done,                                  \
      "lend an agent to a skill until a time")                                                     \
    Q(216, agent_return, "agent.return", COMMAND, R_(lead), done, "end a loan")                    \
    Q(217, queue_figures, "queue.figures", LIST, R_(lead) | R_(inspector) | R_(desk) | R_(admin),  \
      queue_figures, "calls of each queue over some days")                                         \
    Q(218, agent_figures, "agent.figures", LIST, R_(lead) | R_(inspector) | R_(desk) | R_(admin),  \
      agent_figures, "calls and times of each agent over some days")                               \
    Q(219, volume_show, "volume.show", LIST, R_(lead) | R_(desk) | R_(admin), volume,              \
      "calls of each half-hour, for forecasts (R82)")                                              \
    Q(220, call_hold, "call.hold", COMMAND, R_(operator) | R_(trunk), done,                        \
      "put the caller on hold")                                                                    \
    Q(221, call_resume, "call.resume", COMMAND, R_(operator) | R_(trunk), done,                    \
      "talk with the caller again")                                                                \
    Q(222, call_consult, "call.consult", COMMAND, R_(operator), done,                              \
      "ask another agent or number while the caller holds")                                        \
    Q(223, call_joined, "call.joined", COMMAND, R_(operator) | R_(trunk), done,                    \
      "the outside number has answered")                                                           \
    Q(224, call_take_back, "call.take_back", COMMAND, R_(operator), done,                          \
      "back to the caller, the other goes")                                                        \
    Q(225, call_complete, "call.complete", COMMAND, R_(operator), done,                            \
      "hand the caller over to who was asked")                                                     \
    Q(226, call_confirm, "call.confirm", COMMAND, R_(operator) | R_(trunk), done,                  \
      "the caller and I are talking; outside: both are")                                           \
    Q(227, call_conference, "call.conference", COMMAND, R_(operator), done, "talk all three")      \
    Q(228, call_leave, "call.leave", COMMAND, R_(operator) | R_(trunk), done,                      \
      "leave a consultation or a three-way call to the others")                                    \
    Q(229, call_refer, "call.refer", COMMAND, R_(operator), done,                                  \
      "pass the call to an outside number")                                                        \
    Q(230, call_failed, "call.failed", COMMAND, R_(operator) | R_(trunk), done,                    \
      "the dialled number was not reached")                                                        \
    Q(231, call_promise, "call.promise", COMMAND, R_(operator) | R_(lead) | R_(trunk), done,       \
      "a waiting caller prefers to be called back and keeps the place")                            \
    Q(232, call_reached, "call.reached", COMMAND, R_(operator) | R_(trunk), done,                  \
      "the dialled person has answered")                                                           \
    Q(233, call_withdraw, "call.withdraw", COMMAND, R_(lead), done,                                \
      "withdraw a promised callback")                                                              \
    Q(234, callback_list, "callback.list", LIST, R_(operator) | R_(lead), callback_page,           \
      "callbacks that wait, in their order")                                                       \
    Q(235, call_dial, "call.dial", COMMAND, R_(operator), done, "dial an outbound call")           \
    Q(236, call_enter, "call.enter", COMMAND, R_(operator) | R_(desk) | R_(lead), done,            \
      "type in a call that was taken while telephony was down (R42)")                              \
    Q(237, outbound_add, "outbound.add", COMMAND, R_(lead) | R_(desk) | R_(admin), done,           \
      "begin an outbound list (R48)")                                                              \
    Q(238, outbound_close, "outbound.close", COMMAND, R_(lead) | R_(desk) | R_(admin), done,       \
      "end an outbound list")                                                                      \
    Q(239, outbound_enter, "outbound.enter", COMMAND, R_(lead) | R_(desk) | R_(admin), done,       \
      "put a contact on a list")                                                                   \
    Q(240, outbound_next, "outbound.next", COMMAND, R_(operator), done,                            \
      "take the next contact of a list")                                                           \
    Q(241, outbound_result, "outbound.result", COMMAND, R_(operator), done,                        \
      "report what came of a contact")                                                             \
    Q(242, outbound_list, "outbound.list", LIST, SIGNED, outbound_page,                            \
      "the outbound lists and how far they are")                                                   \
    Q(243, outbound_contacts, "outbound.contacts", LIST, R_(lead) | R_(desk) | R_(admin),          \
      contact_page, "the contacts of a list")                                                      \
    Q(244, no_call_add, "no_call.add", COMMAND, R_(operator) | R_(lead) | R_(desk) | R_(admin),    \
      done, "a number is not to be called")                                                        \
    Q(245, no_call_remove, "no_call.remove", COMMAND, R_(lead) | R_(desk) | R_(admin), done,       \
      "it may be called again")                                                                    \
    Q(246, no_call_list, "no_call.list", LIST, R_(lead) | R_(desk) | R_(admin), no_call_page,      \
      "numbers not to be called")                                                                  \
    Q(247, outbound_show, "outbound.show", FRESH, R_(operator) | R_(lead) | R_(desk),              \
      contact_card, "one contact")                                                                 \
    Q(250, plan_add, "plan.add", COMMAND, R_(admin) | R_(lead), done, "enter an alert plan (R43)") \
    Q(251, plan_set, "plan.set", COMMAND, R_(admin) | R_(lead), done,                              \
      "put a person on a plan's post, in order")                                                   \
    Q(252, plan_retire, "plan.retire", COMMAND, R_(admin) | R_(lead), done, "retire a plan")       \
    Q(253, plan_list, "plan.list", LIST, SIGNED, plan_page, "alert plans and who is on them")      \
    Q(254, alert_raise, "alert.raise", COMMAND, R_(operator) | R_(lead) | R_(desk), done,          \
      "raise an emergency, or a leader's call, to those on the plan")                              \
    Q(255, alert_acknowledge, "alert.acknowledge", COMMAND, SIGNED, done,                          \
      "acknowledge an alert; a lead may for others")                                               \
    Q(256, alert_note, "alert.note", COMMAND, SIGNED, done, "record what goes on")                 \
    Q(257, alert_close, "alert.close", COMMAND, R_(lead) | R_(desk), done,                         \
      "close an alert with its result")                                                            \
    Q(258, alert_list, "alert.list", LIST, SIGNED, alert_page, "alerts, open ones first")          \
    Q(259, alert_show, "alert.show", FRESH, SIGNED, alert_card, "one alert with its chain")        \
    Q(260, caller_mark, "caller.mark", COMMAND, R_(operator) | R_(lead), done,                     \
      "count a call as harassment (R45)")                                                          \
    Q(261, caller_block, "caller.block", COMMAND, R_(lead), done, "refuse a number for a period")  \
    Q(262, caller_unblock, "caller.unblock", COMMAND, R_(lead), done, "take its calls again")      \
    Q(263, caller_list, "caller.list", LIST, R_(lead) | R_(operator), caller_page,                 \
      "numbers that were marked or are blocked")                                                   \
    Q(264, caller_export, "caller.export", COMMAND, R_(lead), done,                                \
      "begin an evidence export about a number")                                                   \
    Q(265, caller_evidence, "caller.evidence", LIST, R_(lead), evidence_page, "its content")       \
    Q(268, tree_load, "tree.load", COMMAND, R_(admin), done, "load a troubleshooting tree (R50)")  \
    Q(269, tree_retire, "tree.retire", COMMAND, R_(admin), done, "retire a troubleshooting tree")  \
    Q(270, tree_list, "tree.list", LIST, SIGNED, tree_page, "the troubleshooting trees")           \
    Q(271, tree_show, "tree.show", LIST, SIGNED, tree, "one troubleshooting tree")                 \
    Q(272, ticket_walk, "ticket.walk", COMMAND, R_(operator), done,                                \
      "record the path taken through a tree")                                                      \
    Q(273, ticket_identify, "ticket.identify", COMMAND, R_(operator) | R_(desk) | R_(unit), done,  \
      "record that the caller's identity was checked (R49)")                                       \
    Q(274, market_add, "market.add", COMMAND, R_(operator) | R_(desk), done,                       \
      "note a supply or a demand (R47)")                                                           \
    Q(275, market_match, "market.match", COMMAND, R_(operator) | R_(desk), done,                   \
      "match a demand with a supply")                                                              \
    Q(276, market_close, "market.close", COMMAND, R_(operator) | R_(desk), done, "close a note")   \
    Q(277, market_list, "market.list", LIST, R_(operator) | R_(desk) | R_(lead), market_page,      \
      "supplies and demands")                                                                      \
    Q(280, surge_start, "surge.start", COMMAND, R_(lead), done, "begin surge mode (R82)")          \
    Q(281, surge_end, "surge.end", COMMAND, R_(lead), done,                                        \
      "end surge mode; what it changed is undone")                                                 \
    Q(282, surge_show, "surge.show", FRESH, SIGNED, surge, "surge mode and what it changes")       \
    Q(283, area_add, "area.add", COMMAND, R_(admin), done, "enter an area")                        \
    Q(284, area_change, "area.change", COMMAND, R_(admin), done, "change an area")                 \
    Q(285, area_retire, "area.retire", COMMAND, R_(admin), done, "retire an area")                 \
    Q(286, area_list, "area.list", LIST, SIGNED, area_page, "the areas")                           \
    Q(287, burst_list, "burst.list", LIST, SIGNED, burst_page,                                     \
      "bursts of one subject in one area (R85)")                                                   \
    Q(288, burst_pin, "burst.pin", COMMAND, R_(lead) | R_(desk), done,                             \
      "pin a standard answer for all agents")                                                      \
    Q(289, burst_close, "burst.close", COMMAND, R_(lead) | R_(desk), done, "the burst is over")    \
    Q(290, notice_put, "notice.put", COMMAND, R_(lead) | R_(desk) | R_(admin), done,               \
      "tell all screens something, an outage for one (R83)")                                       \
    Q(291, notice_end, "notice.end", COMMAND, R_(lead) | R_(desk) | R_(admin), done,               \
      "take a notice away")                                                                        \
    Q(292, notice_list, "notice.list", LIST, SIGNED, notice_page, "notices")                       \
    Q(293, script_preview, "script.preview", FRESH, SIGNED, preview,                               \
      "what an agent would be shown, step by step")                                                \
    Q(80, facts_since, "facts.since", LIST, SIGNED, fact_page, "published facts after a number")   \
    Q(81, wall_show, "wall.show", FRESH, R_(lead) | R_(operator) | R_(desk), wall,                 \
      "the live figures")                                                                          \
    Q(90, status, "status", FRESH, R_(admin) | R_(lead), status, "how the dispatcher is")          \
    Q(91, backup, "backup", HOUSE, R_(admin), house, "copy the data while running")                \
    Q(92, check, "check", HOUSE, R_(admin), house, "walk the state and assert its invariants")     \
    Q(93, journal_verify, "journal.verify", HOUSE, R_(admin), house, "check the journal's chain")  \
    Q(94, journal_export, "journal.export", LIST, R_(admin), fact_page, "the journal, page by page")

#endif
