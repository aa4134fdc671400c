/* What an operator can want, and the keys for it: the bar, the help and the palette come from here.
 * The same key may stand for two things that never make sense at once. */
#ifndef CLIENT_DESK_KEYS_H
#define CLIENT_DESK_KEYS_H

#include "client/desk/line.h"

enum desk_intent {
    DESK_ANSWER_CALL,
    DESK_TO_CALL,
    DESK_READY,
    DESK_NEXT,
    DESK_PAUSE,
    DESK_OUTCOME,
    DESK_ANSWER,
    DESK_DISPATCH,
    DESK_PROMISE,
    DESK_REFUSE,
    DESK_TRANSFER,
    DESK_CLOSE,
    DESK_GONE,
    DESK_END_FIRST,
    DESK_END_CONFIRMED, /* on no key: the answer to a question */
    DESK_PHONE,
    DESK_VISIT,
    DESK_MINE,
    DESK_FOLLOW_UPS,
    DESK_NEW,
    DESK_REVEAL,
    DESK_OPEN,
    DESK_BACK,
    DESK_MORE,
    DESK_RATE,
    DESK_LINK,
    DESK_TELL,
    DESK_REFER,
    DESK_ATTEMPT,
    DESK_REPORT,
    DESK_SIMILAR, /* + place among them */
};

/* B(key, intent, label, help, on the bar); the most needed ones first. */
#define DESK_KEYS(B)                                                                               \
    B(K_ON(F4), DESK_ANSWER_CALL, N_("Answer"), N_("Answer the call that rings"), true)            \
    B(K_ON(F4), LINE_RING_BACK, N_("Ring"), N_("Ring the caller who was promised a callback"),     \
      true)                                                                                        \
    B(K_ON(F4), LINE_CONFIRM, N_("We talk"),                                                       \
      N_("Both are talking: the caller has arrived where they were passed to"), true)              \
    B(K_ON(F4), LINE_JOINED, N_("Picked up"), N_("The outside number has answered"), true)         \
    B(K_ON(F4), LINE_REACHED, N_("Got through"), N_("The person who was rung has answered"), true) \
    B(K_ON(F4), DESK_TO_CALL, N_("To the call"), N_("Back to the record of the call"), true)       \
    B(K_ON(F9), DESK_NEXT, N_("Next"), N_("This call is over; ready for the next one"), true)      \
    B(K_ON(F2), DESK_READY, N_("Ready"), N_("Ready for the next call"), true)                      \
    B(K_ON(F5), DESK_OUTCOME, N_("Outcome"), N_("Record what the caller said of the result"),      \
      true)                                                                                        \
    B(K_ON(F5), DESK_ANSWER, N_("Reply"), N_("Register the record and answer it directly"), true)  \
    B(K_ON(F6), DESK_DISPATCH, N_("Dispatch"),                                                     \
      N_("Register the record and dispatch it to the unit"), true)                                 \
    B(K_ON(F7), DESK_TRANSFER, N_("Pass on"), N_("Pass the call on, with a note"), true)           \
    B(K_ON(F7), LINE_COMPLETE, N_("Hand over"), N_("Hand the caller over to who was asked"), true) \
    B(K_ON(F7), LINE_LEAVE, N_("Leave"), N_("Leave the call to the others"), true)                 \
    B(K_ON(F11), LINE_HOLD, N_("Hold"), N_("Put the caller on hold"), true)                        \
    B(K_ON(F11), LINE_RESUME, N_("Back to caller"), N_("Talk with the caller again"), true)        \
    B(K_ON(F11), LINE_TAKE_BACK, N_("Take back"), N_("Back to the caller; who was asked goes"),    \
      true)                                                                                        \
    B(K_ON(F8), LINE_FAILED, N_("Not reached"), N_("Nobody was reached there, and why"), true)     \
    B(K_ON(F8), DESK_CLOSE, N_("Close"), N_("Show the closing words; the caller hangs up first"),  \
      true)                                                                                        \
    B(K_ON(F8), DESK_GONE, N_("Hung up"), N_("The caller has hung up or left"), true)              \
    B(K_ON(F12), DESK_END_FIRST, N_("Hang up first"),                                              \
      N_("End the call from this side, against the rule"), true)                                   \
    B(K_ON(F3), DESK_PAUSE, N_("Break"), N_("Take a break, with its reason"), true)                \
    B(K_ALT('j'), LINE_CONFERENCE, N_("Three-way"), N_("Talk all three"), true)                    \
    B(K_ALT('z'), LINE_ACKNOWLEDGE, N_("Alert"),                                                   \
      N_("Read the alert that waits for you, and acknowledge it"), true)                           \
    B(K_ON(ENTER), DESK_OPEN, N_("Open"), N_("Open what is selected"), true)                       \
    B(K_ON(ESC), DESK_BACK, N_("Back"), N_("Go back; nothing is lost"), true)                      \
    B(K_ALT('c'), LINE_CONSULT, N_("Consult"),                                                     \
      N_("Ask an agent or an outside number while the caller holds"), true)                        \
    B(K_CTRL('d'), DESK_MINE, N_("Mine"), N_("My drafts and callbacks"), false)                    \
    B(K_CTRL('f'), DESK_FOLLOW_UPS, N_("Follow-ups"), N_("Results that callers are asked about"),  \
      false)                                                                                       \
    B(K_CTRL('b'), DESK_PROMISE, N_("Call back"),                                                  \
      N_("Register the record and promise to call back"), true)                                    \
    B(K_CTRL('r'), DESK_REFUSE, N_("Refuse"),                                                      \
      N_("Register the record and refuse it with a reason"), true)                                 \
    B(K_CTRL('e'), DESK_REVEAL, N_("Reveal"),                                                      \
      N_("Show the caller's data; the reason is recorded"), true)                                  \
    B(K_CTRL('n'), DESK_PHONE, N_("Phone here"), N_("A call rings on the desk phone: take it"),    \
      true)                                                                                        \
    B(K_CTRL('t'), DESK_VISIT, N_("Visitor"), N_("Somebody stands at the counter"), true)          \
    B(K_CTRL('g'), DESK_NEW, N_("New record"),                                                     \
      N_("Begin another record, of this call if there is one"), false)                             \
    B(K_ON(F10), DESK_MORE, N_("More fields"),                                                     \
      N_("Anonymity, urgency, accused unit, form fields of the subject; and back"), true)          \
    B(K_ALT('r'), DESK_RATE, N_("Rating"), N_("Record how the caller rates this call"), true)      \
    B(K_ALT('s'), LINE_STEP, N_("Said"), N_("This step of the greeting or closing was said"),      \
      false)                                                                                       \
    B(K_ALT('l'), DESK_LINK, N_("Link"), N_("Link with another ticket: related, or a repeat"),     \
      false)                                                                                       \
    B(K_ALT('t'), DESK_TELL, N_("Process told"),                                                   \
      N_("Record the process and time told to the caller"), false)                                 \
    B(K_ALT('i'), DESK_REFER, N_("To a leader"),                                                   \
      N_("Bring before a leader: owner unclear or matter important"), false)                       \
    B(K_ALT('a'), DESK_ATTEMPT, N_("Attempt"),                                                     \
      N_("Record an attempt to tell the caller the reply"), false)                                 \
    B(K_ALT('w'), DESK_REPORT, N_("Work report"),                                                  \
      N_("Record an internal work report and the guidance given"), false)                          \
    B(K_ALT('o'), LINE_OUTBOUND, N_("Outbound"),                                                   \
      N_("Take the next contact of an outbound list, or say what came of it"), false)              \
    B(K_ALT('d'), LINE_DIAL, N_("Dial"), N_("Ring the contact, the ticket's caller or a number"),  \
      false)                                                                                       \
    B(K_ALT('e'), LINE_ENTER, N_("Typed in later"),                                                \
      N_("Type in a call that was taken while telephony was down"), false)                         \
    B(K_ALT('m'), LINE_MARK, N_("Harassment"), N_("Count this call as harassment"), false)         \
    B(K_ALT('g'), LINE_ALERT, N_("Raise an alert"),                                                \
      N_("An emergency, or the call of a leader: tell everybody on the plan"), false)              \
    B(K_ALT('u'), LINE_WALK, N_("Troubleshoot"), N_("Walk through a tree of questions"), false)    \
    B(K_ALT('y'), LINE_IDENTITY, N_("Identity"),                                                   \
      N_("Record that the caller's identity was checked"), false)                                  \
    B(K_ALT('p'), LINE_MARKET, N_("Supply, demand"), N_("Note a supply or a demand"), false)       \
    B(K_NOWHERE, LINE_MATCH, N_("Match"), N_("Match a demand with a supply"), false)               \
    B(K_NOWHERE, LINE_MARKET_CLOSE, N_("Close supply"), N_("Close a note of supply or demand"),    \
      false)                                                                                       \
    B(K_ALT('n'), LINE_NEWS, N_("Notices"),                                                        \
      N_("Notices, surge mode, bursts with their answers: all of it"), false)                      \
    B(K_ALT('1'), DESK_SIMILAR, N_("Similar 1"), N_("Open the ticket that is most alike"), false)  \
    B(K_ALT('2'), DESK_SIMILAR + 1, N_("Similar 2"), N_("Open the second similar ticket"), false)  \
    B(K_ALT('3'), DESK_SIMILAR + 2, N_("Similar 3"), N_("Open the third similar ticket"), false)   \
    B(K_ALT('4'), DESK_SIMILAR + 3, N_("Similar 4"), N_("Open the fourth similar ticket"), false)  \
    B(K_ALT('5'), DESK_SIMILAR + 4, N_("Similar 5"), N_("Open the fifth similar ticket"), false)

enum {
#define B(key, intent, label, help, bar) +1
    DESK_BINDS = 0 DESK_KEYS(B)
#undef B
};

#endif
