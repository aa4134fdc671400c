/* What can be wanted at the office, and the keys for it: the bar, the help and the palette come
 * from here. The same key may stand for steps of different states, which never make sense at once.
 */
#ifndef CLIENT_OFFICE_KEYS_H
#define CLIENT_OFFICE_KEYS_H

/* L(name, key after Alt, label, title and help, view, state, roles that see it), in the order of
 * the tabs. */
#define OFFICE_LISTS(L)                                                                            \
    L(UNIT, '1', N_("My unit"), N_("Tickets of my unit, the most urgent first"), unit, none, UNIT) \
    L(DISPATCHED, '2', N_("To sign"), N_("Dispatched tickets that wait to be signed"), state,      \
      dispatched, ALL)                                                                             \
    L(HANDLING, '3', N_("Handling"), N_("Tickets being handled"), state, handling, ALL)            \
    L(APPROVAL, '4', N_("Approval"), N_("Replies that wait for approval"), state, approval, ALL)   \
    L(REGISTERED, '5', N_("New"), N_("Registered tickets that wait for a decision"), state,        \
      registered, HOTLINE)                                                                         \
    L(CALLBACK, '6', N_("Callback"), N_("Callers who were promised to be called back"), state,     \
      callback, HOTLINE)                                                                           \
    L(FOLLOW_UP, '7', N_("Follow-up"), N_("Results that callers are asked about"), state,          \
      follow_up, HOTLINE)                                                                          \
    L(REVIEW, '8', N_("Review"), N_("Callers who are not satisfied: redo or uphold"), state,       \
      review, HOTLINE)                                                                             \
    L(ARCHIVED, '9', N_("Archive"), N_("Archived tickets, the newest first"), state, archived,     \
      HOTLINE)                                                                                     \
    L(EVERY, '0', N_("All"), N_("All tickets, the newest first"), all, none, HOTLINE)

enum office_list {
#define L(name, key, label, title, view, state, roles) LIST_##name,
    OFFICE_LISTS(L)
#undef L
        LISTS
};

enum office_intent {
    OFFICE_SIGN,
    OFFICE_REPLY,
    OFFICE_PASS,
    OFFICE_SEND_BACK,
    OFFICE_OUTCOME,
    OFFICE_ANSWER,
    OFFICE_DISPATCH,
    OFFICE_PROMISE,
    OFFICE_REFUSE,
    OFFICE_REDO,
    OFFICE_UPHOLD,
    OFFICE_REOPEN,
    OFFICE_REVEAL,
    OFFICE_OPEN,
    OFFICE_BACK,
    OFFICE_NEXT,
    OFFICE_TAB,
    OFFICE_BACKTAB,
    OFFICE_SHOW, /* + enum office_list */
};

/* B(key, intent, label, help, on the bar); the most needed ones first. */
#define OFFICE_KEYS(B)                                                                             \
    B(K_ON(ENTER), OFFICE_OPEN, N_("Open"), N_("Open the selected ticket"), true)                  \
    B(K_ON(F2), OFFICE_SIGN, N_("Sign"), N_("Sign for the ticket: my unit has taken it up"), true) \
    B(K_ON(F5), OFFICE_REPLY, N_("Reply"), N_("Write the reply and hand it in for approval"),      \
      true)                                                                                        \
    B(K_ON(F5), OFFICE_OUTCOME, N_("Outcome"), N_("Record what the caller said of the result"),    \
      true)                                                                                        \
    B(K_ON(F5), OFFICE_ANSWER, N_("Reply"), N_("Answer the matter directly"), true)                \
    B(K_ON(F6), OFFICE_DISPATCH, N_("Dispatch"), N_("Dispatch the ticket to a unit"), true)        \
    B(K_ON(F6), OFFICE_REDO, N_("Redo"), N_("Have it done again, here or by another unit"), true)  \
    B(K_ON(F7), OFFICE_PASS, N_("Approve"), N_("Approve the reply"), true)                         \
    B(K_ON(F7), OFFICE_UPHOLD, N_("Uphold"), N_("Uphold the result and archive"), true)            \
    B(K_ON(F8), OFFICE_SEND_BACK, N_("Send back"), N_("Refuse the reply with a reason"), true)     \
    B(K_ON(F8), OFFICE_REOPEN, N_("Reopen"), N_("Take the ticket out of the archive for review"),  \
      true)                                                                                        \
    B(K_CTRL('b'), OFFICE_PROMISE, N_("Call back"), N_("Promise to call back"), true)              \
    B(K_CTRL('r'), OFFICE_REFUSE, N_("Refuse"), N_("Refuse the matter with a reason"), true)       \
    B(K_CTRL('e'), OFFICE_REVEAL, N_("Reveal"),                                                    \
      N_("Show the caller's data; the reason is recorded"), true)                                  \
    B(K_ON(ESC), OFFICE_BACK, N_("Back"), N_("Back to the list; nothing is lost"), true)           \
    B(K_ON(F9), OFFICE_NEXT, N_("Next"), N_("Open the next ticket of the list"), true)             \
    B(K_ON(TAB), OFFICE_TAB, N_("Next list"), N_("Show the next list"), true)                      \
    B(K_ON(BACKTAB), OFFICE_BACKTAB, N_("List before"), N_("Show the list before"), false)

/* Rows of the table: each row counts one. */
enum {
#define B(key, intent, label, help, bar) +1
#define L(name, key, label, title, view, state, roles) +1
    OFFICE_BINDS = 0 OFFICE_KEYS(B) OFFICE_LISTS(L)
#undef L
#undef B
};

#endif
