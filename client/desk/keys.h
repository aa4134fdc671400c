/* What an operator can want, and the keys for it: the bar, the help and the palette come from here.
 * The same key may stand for two things that never make sense at once. */
#ifndef CLIENT_DESK_KEYS_H
#define CLIENT_DESK_KEYS_H

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
    B(K_ON(F4), DESK_TO_CALL, N_("To the call"), N_("Back to the record of the call"), true)       \
    B(K_ON(F9), DESK_NEXT, N_("Next"), N_("This call is over; ready for the next one"), true)      \
    B(K_ON(F2), DESK_READY, N_("Ready"), N_("Ready for the next call"), true)                      \
    B(K_ON(F5), DESK_OUTCOME, N_("Outcome"), N_("Record what the caller said of the result"),      \
      true)                                                                                        \
    B(K_ON(F5), DESK_ANSWER, N_("Reply"), N_("Register the record and answer it directly"), true)  \
    B(K_ON(F6), DESK_DISPATCH, N_("Dispatch"),                                                     \
      N_("Register the record and dispatch it to the unit"), true)                                 \
    B(K_ON(F7), DESK_TRANSFER, N_("Pass on"), N_("Pass the call on, with a note"), true)           \
    B(K_ON(F8), DESK_CLOSE, N_("Close"), N_("Show the closing words; the caller hangs up first"),  \
      true)                                                                                        \
    B(K_ON(F8), DESK_GONE, N_("Hung up"), N_("The caller has hung up or left"), true)              \
    B(K_ON(F12), DESK_END_FIRST, N_("Hang up first"),                                              \
      N_("End the call from this side, against the rule"), true)                                   \
    B(K_ON(F3), DESK_PAUSE, N_("Break"), N_("Take a break, with its reason"), true)                \
    B(K_ON(ENTER), DESK_OPEN, N_("Open"), N_("Open what is selected"), true)                       \
    B(K_ON(ESC), DESK_BACK, N_("Back"), N_("Go back; nothing is lost"), true)                      \
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
