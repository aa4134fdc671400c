/* Every step that a person can take, once: what allows it, what it asks the dispatcher, its keys,
 * its popup, and what is said when it is done. Intents, key table, action menu, popups and requests
 * come from here. */
#ifndef CLIENT_OFFICE_DEEDS_H
#define CLIENT_OFFICE_DEEDS_H

#include "proto/schema.h"

/* A(ID, kind of form field, limit, rows, where its entries or its value come from, which) */
#define ASK_TABLE(A)                                                                               \
    A(REPLY, TEXT, LIMIT_REPLY, 6, PLAIN, 0)                                                       \
    A(PART, TEXT, LIMIT_REPLY, 3, PLAIN, 0)                                                        \
    A(RESULT, TEXT, LIMIT_REPLY, 3, PLAIN, 0)                                                      \
    A(NOTE, TEXT, LIMIT_NOTE, 4, PLAIN, 0)                                                         \
    A(PURPOSE, TEXT, LIMIT_NOTE, 2, PLAIN, 0)                                                      \
    A(UNDERTAKING, TEXT, LIMIT_NOTE, 2, PLAIN, 0)                                                  \
    A(MATTER, TEXT, LIMIT_MATTER, 6, PLAIN, 0)                                                     \
    A(LINE, LINE, LIMIT_NOTE, 1, PLAIN, 0)                                                         \
    A(NAME, LINE, LIMIT_NAME, 1, PLAIN, 0)                                                         \
    A(TICKET, LINE, LIMIT_CODE, 1, PLAIN, 0)                                                       \
    A(NUMBER, LINE, LIMIT_CODE, 1, PLAIN, 0)                                                       \
    A(AT, LINE, 40, 1, COMING, 0)                                                                  \
    A(WHEN, LINE, 40, 1, PAST, 0)                                                                  \
    A(UNIT, PICK, 0, 1, CATALOG, CATALOG_UNITS)                                                    \
    A(SUBJECT, PICK, 0, 1, CATALOG, CATALOG_SUBJECTS)                                              \
    A(ARTICLE, PICK, 0, 1, CATALOG, CATALOG_ARTICLES)                                              \
    A(EXPERT, PICK, 0, 1, CATALOG, CATALOG_EXPERTS)                                                \
    A(LEADER, PICK, 0, 1, LEADERS, 0)                                                              \
    A(COLLEAGUE, PICK, 0, 1, COLLEAGUES, 0)                                                        \
    A(REFUSAL, PICK, 0, 1, WORDS, VOCABULARY_refuse_reason)                                        \
    A(OUTCOME, PICK, 0, 1, WORDS, VOCABULARY_outcome)                                              \
    A(SOLVED, PICK, 0, 1, WORDS, VOCABULARY_solved)                                                \
    A(GRADE, PICK, 0, 1, WORDS, VOCABULARY_grade)                                                  \
    A(PROCESS, PICK, 0, 1, WORDS, VOCABULARY_grade)                                                \
    A(VIEW, PICK, 0, 1, WORDS, VOCABULARY_caller_view)                                             \
    A(RESOLUTION, PICK, 0, 1, WORDS, VOCABULARY_resolution)                                        \
    A(PUBLICITY, PICK, 0, 1, WORDS, VOCABULARY_publicity)                                          \
    A(HOW, PICK, 0, 1, WORDS, VOCABULARY_supervision)                                              \
    A(WAY, PICK, 0, 1, WORDS, VOCABULARY_reply_way)                                                \
    A(IDENTITY, PICK, 0, 1, WORDS, VOCABULARY_identity_way)                                        \
    A(LINK, PICK, 0, 1, WORDS, VOCABULARY_link_kind)                                               \
    A(CAUSE, PICK, 0, 1, WORDS, VOCABULARY_repeat_cause)                                           \
    A(TYPE, PICK, 0, 1, WORDS, VOCABULARY_ticket_type)                                             \
    A(URGENCY, PICK, 0, 1, WORDS, VOCABULARY_urgency_level)                                        \
    A(SECRECY, PICK, 0, 1, WORDS, VOCABULARY_secrecy)                                              \
    A(RULE, PICK, 0, 1, WORDS, VOCABULARY_score_rule)                                              \
    A(LEVEL, PICK, 0, 1, LEVELS, 0)                                                                \
    A(YES, PICK, 0, 1, YES_NO, 0)

enum ask_field {
#define A(id, kind, limit, rows, source, which) ASK_##id,
    ASK_TABLE(A)
#undef A
        ASKS,
};

/* Where a step finds what it is about. */
enum about {
    ABOUT_TICKET, /* the card */
    ABOUT_ROW,    /* the selected row of a sheet: a point, a disclosure */
    ABOUT_ME,
};

/* What the popup's lead shows of the card. */
enum {
    LEAD_MATTER = 1,
    LEAD_REPLY = 2,
    LEAD_NOTE = 4,
    LEAD_TIME = 8,    /* how a time to come is typed */
    LEAD_PAST = 16,   /* how a time that is over is typed */
    LEAD_ASKED = 32,  /* the extension that is asked for */
    LEAD_TRACED = 64, /* that it is recorded who looked */
};

/* Kind of key, its name, its letter, whether it stands on the bar. */
#define ON(key) KEYS_NAMED, K_##key, 0, true
#define CTRL(letter) KEYS_CTRL, K_NONE, letter, true
#define IN_MENU KEYS_NONE, K_NONE, 0, false

/* F(ask, request's field, label, mandatory) */
#define ASKS_none(F)
#define ASKS_reply(F)                                                                              \
    F(REPLY, reply, N_("Handling"), true)                                                          \
    F(PART, measures, N_("Measures"), true)                                                        \
    F(RESULT, result, N_("Result"), true)                                                          \
    F(VIEW, view, N_("Caller is"), true)                                                           \
    F(RESOLUTION, resolution, N_("Comes to"), false)                                               \
    F(PUBLICITY, publicity, N_("Goes"), false)                                                     \
    F(EXPERT, expert, N_("Expert"), false)
#define ASKS_opinion(F) F(NOTE, note, N_("Opinion"), false)
#define ASKS_wrong(F) F(NOTE, note, N_("What is wrong"), true)
#define ASKS_outcome(F)                                                                            \
    F(OUTCOME, outcome, N_("Outcome"), true)                                                       \
    F(SOLVED, solved, N_("Solved"), false)                                                         \
    F(GRADE, grade, N_("Grade"), false)                                                            \
    F(PROCESS, process, N_("Process"), false)                                                      \
    F(NOTE, opinion, N_("Opinion"), false)
#define ASKS_answer(F)                                                                             \
    F(REPLY, reply, N_("Reply"), true)                                                             \
    F(ARTICLE, article, N_("Article"), false)                                                      \
    F(EXPERT, expert, N_("Expert"), false)
#define ASKS_dispatch(F)                                                                           \
    F(UNIT, unit, N_("Unit"), true)                                                                \
    F(NOTE, note, N_("Note"), false)                                                               \
    F(SUBJECT, subject, N_("Subject"), false)
#define ASKS_promise(F)                                                                            \
    F(AT, at_ms, N_("When"), true)                                                                 \
    F(NOTE, note, N_("Note"), false)
#define ASKS_refuse(F)                                                                             \
    F(REFUSAL, reason, N_("Reason"), true)                                                         \
    F(NOTE, note, N_("Where to go"), false)
#define ASKS_redo(F)                                                                               \
    F(NOTE, reason, N_("What and why"), true)                                                      \
    F(UNIT, unit, N_("Unit"), false)                                                               \
    F(SUBJECT, subject, N_("Subject"), false)
#define ASKS_uphold(F)                                                                             \
    F(NOTE, reason, N_("Reason"), true)                                                            \
    F(LEADER, leader, N_("Leader"), false)
#define ASKS_reopen(F) F(NOTE, reason, N_("Reason"), true)
#define ASKS_reveal(F) F(LINE, reason, N_("Needed for"), true)
#define ASKS_why_leader(F)                                                                         \
    F(NOTE, note, N_("Why"), true)                                                                 \
    F(LEADER, leader, N_("Leader"), false)
#define ASKS_bring(F)                                                                              \
    F(NOTE, note, N_("Why"), true)                                                                 \
    F(LEADER, leader, N_("Leader"), true)
#define ASKS_instruct(F)                                                                           \
    F(UNIT, unit, N_("Lead unit"), true)                                                           \
    F(NOTE, note, N_("Instruction"), true)                                                         \
    F(LEADER, leader, N_("Leader"), false)                                                         \
    F(SUBJECT, subject, N_("Subject"), false)
#define ASKS_give_back(F)                                                                          \
    F(NOTE, note, N_("Why not ours"), true)                                                        \
    F(UNIT, unit, N_("Whose it is"), false)
#define ASKS_note(F) F(NOTE, note, N_("Note"), false)
#define ASKS_why(F) F(NOTE, note, N_("Why"), true)
#define ASKS_commit(F)                                                                             \
    F(REPLY, reply, N_("Interim reply"), true)                                                     \
    F(AT, at_ms, N_("Final date"), true)
#define ASKS_extend(F)                                                                             \
    F(NOTE, note, N_("Why"), true)                                                                 \
    F(AT, at_ms, N_("New date"), true)
#define ASKS_grant(F)                                                                              \
    F(NOTE, note, N_("Note"), false)                                                               \
    F(AT, at_ms, N_("Another date"), false)
#define ASKS_hand_over(F)                                                                          \
    F(COLLEAGUE, to, N_("Colleague"), true)                                                        \
    F(NOTE, note, N_("Done and left"), true)                                                       \
    F(AT, at_ms, N_("Goes on at"), true)
#define ASKS_cosign(F)                                                                             \
    F(UNIT, unit, N_("Co-unit"), true)                                                             \
    F(NOTE, note, N_("Opinion on"), false)                                                         \
    F(LEADER, leader, N_("Leader"), false)
#define ASKS_text_opinion(F)                                                                       \
    F(REPLY, reply, N_("Opinion"), true)                                                           \
    F(UNIT, unit, N_("Co-unit"), false)
#define ASKS_text_plan(F) F(REPLY, reply, N_("Plan"), true)
#define ASKS_text_progress(F) F(REPLY, reply, N_("Done since"), true)
#define ASKS_on_site(F)                                                                            \
    F(WHEN, at_ms, N_("When"), false)                                                              \
    F(NOTE, note, N_("What was found"), false)
#define ASKS_rectified(F)                                                                          \
    F(NOTE, note, N_("What was put right"), true)                                                  \
    F(WHEN, at_ms, N_("When"), false)
#define ASKS_conference(F)                                                                         \
    F(WHEN, at_ms, N_("When"), true)                                                               \
    F(LINE, people, N_("Who took part"), true)                                                     \
    F(NOTE, note, N_("Result"), true)
#define ASKS_direct(F)                                                                             \
    F(NOTE, note, N_("Instruction"), true)                                                         \
    F(LEADER, leader, N_("Leader"), false)
#define ASKS_supervise(F)                                                                          \
    F(HOW, kind, N_("How"), true)                                                                  \
    F(LEVEL, level, N_("Level"), false)                                                            \
    F(NOTE, note, N_("What is asked for"), true)
#define ASKS_attempt(F)                                                                            \
    F(WAY, way, N_("How"), true)                                                                   \
    F(YES, reached, N_("Reached"), false)                                                          \
    F(NOTE, note, N_("Note"), false)
#define ASKS_acknowledged(F) F(NOTE, note, N_("What is done"), false)
#define ASKS_goes_on(F) F(NOTE, note, N_("What goes on"), true)
#define ASKS_ended(F) F(NOTE, result, N_("How it ended"), true)
#define ASKS_identify(F)                                                                           \
    F(IDENTITY, way, N_("How"), true)                                                              \
    F(YES, failed, N_("Somebody else"), false)                                                     \
    F(NOTE, note, N_("What was asked"), false)
#define ASKS_tell(F)                                                                               \
    F(NOTE, note, N_("Process told"), true)                                                        \
    F(AT, at_ms, N_("Result by"), true)
#define ASKS_consult(F)                                                                            \
    F(EXPERT, expert, N_("Expert"), true)                                                          \
    F(NOTE, note, N_("What was said"), true)
#define ASKS_merge(F)                                                                              \
    F(TICKET, into, N_("Into ticket"), true)                                                       \
    F(NOTE, note, N_("Why the same"), true)
#define ASKS_link(F)                                                                               \
    F(TICKET, other, N_("Other ticket"), true)                                                     \
    F(LINK, kind, N_("How"), true)                                                                 \
    F(CAUSE, cause, N_("Why again"), false)                                                        \
    F(NOTE, note, N_("Note"), false)
#define ASKS_split(F)                                                                              \
    F(MATTER, matter, N_("Second matter"), true)                                                   \
    F(NOTE, note, N_("Why on its own"), true)                                                      \
    F(TYPE, type, N_("Type"), false)                                                               \
    F(SUBJECT, subject, N_("Subject"), false)
#define ASKS_amend(F)                                                                              \
    F(NOTE, reason, N_("Why corrected"), true)                                                     \
    F(TYPE, type, N_("Type"), false)                                                               \
    F(SUBJECT, subject, N_("Subject"), false)                                                      \
    F(URGENCY, urgency, N_("Urgency"), false)                                                      \
    F(SECRECY, secrecy, N_("Secrecy"), false)                                                      \
    F(UNIT, accused, N_("Accused unit"), false)                                                    \
    F(NAME, superior, N_("Superior's no."), false)
#define ASKS_pass_on(F)                                                                            \
    F(NAME, recipient, N_("Recipient"), true)                                                      \
    F(PURPOSE, purpose, N_("Purpose"), true)                                                       \
    F(UNDERTAKING, undertaking, N_("Undertaking"), true)                                           \
    F(UNIT, unit, N_("Its unit"), false)
#define ASKS_sample(F)                                                                             \
    F(NUMBER, score, N_("Points, 0–100"), false)                                                   \
    F(NOTE, note, N_("Good and bad"), true)
#define ASKS_points(F)                                                                             \
    F(RULE, rule, N_("What for"), true)                                                            \
    F(UNIT, unit, N_("Unit"), true)                                                                \
    F(NUMBER, points, N_("Points"), false)                                                         \
    F(NOTE, note, N_("Notice, or why"), true)

/* D(name, event, right, request, about, key, label, help,
 *   popup's title, what doing it does, what is so now, lead, what is asked)
 * event: the card must allow it; none: the role must allow the request. right: a function of
 * right.c that has to agree, or `any`. */
#define OFFICE_DEEDS(D)                                                                            \
    D(sign, sign, any, ticket_sign, TICKET, ON(F2), N_("Sign"),                                    \
      N_("Sign for the ticket: my unit has taken it up"), N_("Sign"), N_("Sign"),                  \
      N_("signed. Write the reply next."), 0, none)                                                \
    D(reply, reply, any, ticket_reply, TICKET, ON(F5), N_("Reply"),                                \
      N_("Write the reply and hand it in for approval"), N_("Reply"), N_("Hand in for approval"),  \
      N_("the reply waits for approval."), LEAD_NOTE | LEAD_MATTER, reply)                         \
    D(outcome, satisfied, any, ticket_follow_up, TICKET, ON(F5), N_("Outcome"),                    \
      N_("Record what the caller said of the result"), N_("What the caller said"), N_("Record"),   \
      N_("the outcome is recorded."), LEAD_REPLY, outcome)                                         \
    D(answer, answer, any, ticket_answer, TICKET, ON(F5), N_("Reply"),                             \
      N_("Answer the matter directly"), N_("Answer directly"), N_("Answer directly"),              \
      N_("answered; the caller is asked next."), LEAD_MATTER, answer)                              \
    D(dispatch, dispatch, any, ticket_dispatch, TICKET, ON(F6), N_("Dispatch"),                    \
      N_("Dispatch the ticket to a unit"), N_("Dispatch"), N_("Dispatch"), N_("dispatched."),      \
      LEAD_MATTER, dispatch)                                                                       \
    D(instruct, instruct, any, ticket_instruct, TICKET, ON(F6), N_("Instruct"),                    \
      N_("Dispatch by a leader's instruction, naming the lead unit"), N_("Leader's instruction"),  \
      N_("Dispatch"), N_("dispatched by instruction."), LEAD_NOTE | LEAD_MATTER, instruct)         \
    D(extend, extend, may_extend, ticket_extend, TICKET, ON(F6), N_("More time"),                  \
      N_("Ask for an extension, with a reason and a new date"), N_("Ask for an extension"),        \
      N_("Ask"), N_("an extension is asked for."), LEAD_TIME, extend)                              \
    D(redo, redo, any, ticket_redo, TICKET, ON(F6), N_("Redo"),                                    \
      N_("Have it done again, here or by another unit"), N_("Have it done again"), N_("Redo"),     \
      N_("dispatched once more."), LEAD_NOTE, redo)                                                \
    D(pass, pass, any, ticket_pass, TICKET, ON(F7), N_("Approve"), N_("Approve the reply"),        \
      N_("Approve the reply"), N_("Approve"),                                                      \
      N_("the reply is approved; the caller is asked "                                             \
         "next."),                                                                                 \
      LEAD_REPLY, opinion)                                                                         \
    D(uphold, uphold, any, ticket_uphold, TICKET, ON(F7), N_("Uphold"),                            \
      N_("Uphold the result and archive"), N_("Uphold the result"), N_("Uphold and archive"),      \
      N_("upheld and archived."), LEAD_NOTE, uphold)                                               \
    D(agree, agree, any, ticket_agree, TICKET, ON(F7), N_("Agree"),                                \
      N_("Agree to the return: the ticket is to be dispatched anew"), N_("Agree to the return"),   \
      N_("Agree"), N_("the return is agreed to; dispatch it anew."), LEAD_NOTE, note)              \
    D(grant, grant, is_asked_for, ticket_grant, TICKET, ON(F7), N_("Grant"),                       \
      N_("Grant the extension"), N_("Grant the extension"), N_("Grant"),                           \
      N_("the extension is granted."), LEAD_ASKED | LEAD_NOTE | LEAD_TIME, grant)                  \
    D(commit, commit, any, ticket_commit, TICKET, ON(F7), N_("Promise date"),                      \
      N_("Interim reply now, and a promised final date"), N_("Promise a final date"),              \
      N_("Promise date"), N_("the final date is promised."), LEAD_TIME, commit)                    \
    D(refer, refer, any, ticket_refer, TICKET, ON(F7), N_("To a leader"),                          \
      N_("Bring before a leader: owner unclear or matter important"), N_("Bring before a leader"), \
      N_("Bring"), N_("it is before a leader."), LEAD_MATTER, why_leader)                          \
    D(send_back, send_back, any, ticket_send_back, TICKET, ON(F8), N_("Send back"),                \
      N_("Refuse the reply with a reason"), N_("Send the reply back"), N_("Send back"),            \
      N_("the reply was sent back."), LEAD_REPLY, wrong)                                           \
    D(give_back, return, any, ticket_return, TICKET, ON(F8), N_("Return"),                         \
      N_("Ask to return a wrong assignment"), N_("Return a wrong assignment"), N_("Return"),       \
      N_("the return waits for the hotline office."), LEAD_MATTER, give_back)                      \
    D(decline, decline, any, ticket_decline, TICKET, ON(F8), N_("Keep there"),                     \
      N_("Refuse the return: the unit keeps the ticket"), N_("Refuse the return"), N_("Refuse"),   \
      N_("the return is refused; the unit keeps it."), LEAD_NOTE, why)                             \
    D(deny, deny, is_asked_for, ticket_deny, TICKET, ON(F8), N_("Deny"),                           \
      N_("Refuse the extension"), N_("Refuse the extension"), N_("Refuse"),                        \
      N_("the extension is refused."), LEAD_ASKED | LEAD_NOTE, why)                                \
    D(irregular, irregular, any, ticket_irregular, TICKET, ON(F8), N_("Not in order"),             \
      N_("Refuse a reply that is not in order; the unit writes it anew"), N_("Refuse the reply"),  \
      N_("Refuse"), N_("the unit has to reply anew."), LEAD_REPLY, wrong)                          \
    D(reopen, reopen, any, ticket_reopen, TICKET, ON(F8), N_("Reopen"),                            \
      N_("Take the ticket out of the archive for review"), N_("Reopen"), N_("Reopen"),             \
      N_("open again, for review."), 0, reopen)                                                    \
    D(promise, promise, any, ticket_promise, TICKET, CTRL('b'), N_("Call back"),                   \
      N_("Promise to call back"), N_("Promise to call back"), N_("Promise"),                       \
      N_("a call back is promised."), LEAD_TIME, promise)                                          \
    D(refuse, refuse, any, ticket_refuse, TICKET, CTRL('r'), N_("Refuse"),                         \
      N_("Refuse the matter with a reason"), N_("Refuse with a reason"), N_("Refuse"),             \
      N_("refused."), LEAD_MATTER, refuse)                                                         \
    D(reveal, none, is_masked, ticket_reveal, TICKET, CTRL('e'), N_("Reveal"),                     \
      N_("Show the caller's data; the reason is recorded"), N_("Show the caller's data"),          \
      N_("Show"), N_("the caller's data is shown until you leave the card."), LEAD_TRACED, reveal) \
    D(dispute, dispute, any, ticket_dispute, TICKET, IN_MENU, N_("Dispute"),                       \
      N_("Bring a disputed assignment before a leader"), N_("Disputed owner"),                     \
      N_("Bring before a leader"), N_("the dispute is before a leader."), LEAD_NOTE, why_leader)   \
    D(progress, progress, any, ticket_progress, TICKET, IN_MENU, N_("Progress"),                   \
      N_("Record what was done since"), N_("Progress note"), N_("Record"),                         \
      N_("progress is recorded."), LEAD_MATTER, text_progress)                                     \
    D(plan, plan, any, ticket_plan, TICKET, IN_MENU, N_("Plan"), N_("Record how it will be done"), \
      N_("Plan"), N_("Record"), N_("the plan is recorded."), LEAD_MATTER, text_plan)               \
    D(acknowledge, acknowledge, any, ticket_acknowledge, TICKET, IN_MENU, N_("Acknowledge"),       \
      N_("Record that the caller knows who works on it"), N_("Told the caller who works on it"),   \
      N_("Record"), N_("acknowledged to the caller."), 0, note)                                    \
    D(hand_over, hand_over, any, ticket_hand_over, TICKET, IN_MENU, N_("Hand over"),               \
      N_("Hand over to a colleague by an expected time"), N_("Hand over to a colleague"),          \
      N_("Hand over"), N_("handed over."), LEAD_TIME, hand_over)                                   \
    D(on_site, on_site, any, ticket_on_site, TICKET, IN_MENU, N_("On site"),                       \
      N_("Record being on site"), N_("On site"), N_("Record"), N_("being on site is recorded."),   \
      LEAD_PAST, on_site)                                                                          \
    D(rectified, rectified, any, ticket_rectified, TICKET, IN_MENU, N_("Put right"),               \
      N_("Record that it was put right"), N_("Put right"), N_("Record"),                           \
      N_("putting right is recorded."), LEAD_PAST, rectified)                                      \
    D(attempt, attempt, any, ticket_attempt, TICKET, IN_MENU, N_("Attempt"),                       \
      N_("Record an attempt to tell the caller the reply"), N_("Attempt to tell the reply"),       \
      N_("Record"), N_("the attempt is recorded."), LEAD_REPLY, attempt)                           \
    D(consult, consult, any, ticket_consult, TICKET, IN_MENU, N_("Ask an expert"),                 \
      N_("Record what an expert said"), N_("Expert consulted"), N_("Record"),                      \
      N_("the expert's words are recorded."), LEAD_MATTER, consult)                                \
    D(opinion, opinion, any, ticket_opinion, TICKET, IN_MENU, N_("Opinion"),                       \
      N_("Give the co-unit's opinion"), N_("Opinion of the co-unit"), N_("Give"),                  \
      N_("the opinion is given."), LEAD_NOTE | LEAD_MATTER, text_opinion)                          \
    D(conference, conference, any, ticket_conference, TICKET, IN_MENU, N_("Conference"),           \
      N_("Record an on-site conference"), N_("On-site conference"), N_("Record"),                  \
      N_("the conference is recorded."), LEAD_PAST, conference)                                    \
    D(cosign, cosign, any, ticket_cosign, TICKET, IN_MENU, N_("Co-sign"),                          \
      N_("Ask another unit for its opinion"), N_("Ask a co-unit"), N_("Ask"),                      \
      N_("the co-unit is asked."), LEAD_MATTER, cosign)                                            \
    D(supervise, supervise, any, ticket_supervise, TICKET, IN_MENU, N_("Supervise"),               \
      N_("Urge, supervise, or report"), N_("Urge or supervise"), N_("Record"),                     \
      N_("supervision is recorded."), LEAD_NOTE, supervise)                                        \
    D(bring, bring, any, ticket_bring, TICKET, IN_MENU, N_("Report up"),                           \
      N_("Report a matter of wide impact to a leader"), N_("Report to a leader"), N_("Report"),    \
      N_("reported to a leader."), LEAD_MATTER, bring)                                             \
    D(direct, direct, any, ticket_direct, TICKET, IN_MENU, N_("Instruction"),                      \
      N_("Record a leader's instruction on a ticket at work"), N_("Leader's instruction"),         \
      N_("Record"), N_("the instruction is recorded."), LEAD_MATTER, direct)                       \
    D(tell, tell, any, ticket_tell, TICKET, IN_MENU, N_("Process told"),                           \
      N_("Record the process and time told to the caller"), N_("Process and time told"),           \
      N_("Record"), N_("what was told is recorded."), LEAD_TIME, tell)                             \
    D(amend, amend, any, ticket_amend, TICKET, IN_MENU, N_("Amend"),                               \
      N_("Correct the record; the old words stay readable"), N_("Correct the record"),             \
      N_("Correct"), N_("corrected."), LEAD_MATTER, amend)                                         \
    D(merge, merge, any, ticket_merge, TICKET, IN_MENU, N_("Merge"),                               \
      N_("Merge a duplicate into another ticket"), N_("Merge into another ticket"), N_("Merge"),   \
      N_("merged."), LEAD_MATTER, merge)                                                           \
    D(link, none, can_link, ticket_link, TICKET, IN_MENU, N_("Link"),                              \
      N_("Link with another ticket: related, or a repeat"), N_("Link with another ticket"),        \
      N_("Link"), N_("linked."), LEAD_MATTER, link)                                                \
    D(split, none, can_split, ticket_split, TICKET, IN_MENU, N_("Split"),                          \
      N_("Make a ticket of its own of a second matter"), N_("Split off a second matter"),          \
      N_("Split"), N_("split."), LEAD_MATTER, split)                                               \
    D(letter, none, has_reply, letter_issue, TICKET, IN_MENU, N_("Letter"),                        \
      N_("Number the reply letter and write it as a page to print"), N_("Letter"), N_("Write"),    \
      N_("the letter is numbered."), 0, none)                                                      \
    D(pass_on, none, can_pass_on, disclosure_ask, TICKET, IN_MENU, N_("Pass data on"),             \
      N_("Ask for approval to pass the caller's data on"), N_("Pass the caller's data on"),        \
      N_("Ask"), N_("passing on waits for its approval."), LEAD_TRACED, pass_on)                   \
    D(sample, none, on_card, sample_score, TICKET, IN_MENU, N_("Sample"),                          \
      N_("Score this ticket's record as a sample"), N_("Score the record"), N_("Score"),           \
      N_("the sample is scored."), LEAD_MATTER, sample)                                            \
    D(points, none, on_card, score_enter, TICKET, IN_MENU, N_("Points"),                           \
      N_("Enter points by hand, with this ticket as their cause"), N_("Enter points"),             \
      N_("Enter"), N_("the points are entered."), 0, points)                                       \
    D(identify, identify, any, ticket_identify, TICKET, IN_MENU, N_("Identity"),                   \
      N_("Record that the caller's identity was checked, before a result is told"),                \
      N_("Identity of the caller"), N_("Record"), N_("the check is recorded."), 0, identify)       \
    D(heard, none, alert_mine, alert_acknowledge, ROW, ON(F7), N_("Acknowledge alert"),            \
      N_("Acknowledge the alert: I see to it"), N_("Acknowledge the alert"),                       \
      N_("Acknowledge alert"), N_("acknowledged."), 0, acknowledged)                               \
    D(goes_on, none, alert_open, alert_note, ROW, IN_MENU, N_("Note"),                             \
      N_("Record what goes on with the alert"), N_("What goes on"), N_("Record"), N_("recorded."), \
      0, goes_on)                                                                                  \
    D(ended, none, alert_open, alert_close, ROW, IN_MENU, N_("Close alert"),                       \
      N_("Close the alert with its result"), N_("Close the alert"), N_("Close alert"),             \
      N_("the alert is closed."), 0, ended)                                                        \
    D(appeal, none, point_given, score_appeal, ROW, IN_MENU, N_("Appeal"),                         \
      N_("Appeal against the selected point"), N_("Appeal against a point"), N_("Appeal"),         \
      N_("the appeal is handed in."), 0, why)                                                      \
    D(keep_point, none, point_appealed, score_uphold, ROW, IN_MENU, N_("Uphold"),                  \
      N_("Uphold the selected point"), N_("Uphold a point"), N_("Uphold"),                         \
      N_("the point stands."), 0, why)                                                             \
    D(withdraw, none, point_open, score_withdraw, ROW, IN_MENU, N_("Withdraw"),                    \
      N_("Withdraw the selected point"), N_("Withdraw a point"), N_("Withdraw"),                   \
      N_("the point is withdrawn."), 0, why)                                                       \
    D(allow, none, disclosure_asked, disclosure_grant, ROW, IN_MENU, N_("Allow"),                  \
      N_("Allow passing the data on"), N_("Allow passing on"), N_("Allow"), N_("allowed."), 0,     \
      why)                                                                                         \
    D(forbid, none, disclosure_asked, disclosure_refuse, ROW, IN_MENU, N_("Forbid"),               \
      N_("Refuse passing the data on"), N_("Refuse passing on"), N_("Refuse"), N_("refused."), 0,  \
      why)                                                                                         \
    D(give, none, disclosure_granted, disclosure_give, ROW, IN_MENU, N_("Pass on"),                \
      N_("Show the data once, to pass it on as allowed"), N_("Pass on"), N_("Pass on"),            \
      N_("the data is shown once."), 0, none)                                                      \
    D(away, none, of_unit, person_away, ME, IN_MENU, N_("I am away"),                              \
      N_("From now on my deputy gets my unit's tickets"), N_("Away"), N_("Away"),                  \
      N_("you are away; your deputy gets what comes."), 0, none)                                   \
    D(back, none, of_unit, person_away, ME, IN_MENU, N_("I am back"), N_("I am here again"),       \
      N_("Back"), N_("Back"), N_("you are back."), 0, none)

#endif
