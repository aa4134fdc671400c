/* What can be wanted at the office beside the steps of deeds.h, the keys for it, and the tabs: the
 * bar, the help and the palette come from here. The same key may stand for steps of different
 * states, which never make sense at once. */
#ifndef CLIENT_OFFICE_KEYS_H
#define CLIENT_OFFICE_KEYS_H

#include "client/office/deeds.h"

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
    L(EVERY, '0', N_("All"), N_("All tickets, the newest first"), all, none, LOOKING)              \
    L(RETURNING, 'r', N_("Returns"), N_("Returns that wait for a decision"), state, returning,     \
      DESK)                                                                                        \
    L(ASKING, 'x', N_("Extensions"), N_("Extensions that wait for a decision"), none, none, DESK)  \
    L(INSTRUCTED, 'i', N_("Leader"), N_("Tickets that are before a leader"), state, instructed,    \
      LEADING)                                                                                     \
    L(COMMITTED, 'm', N_("Promised"), N_("Tickets with a promised final date"), state, committed,  \
      ALL)

/* S(name, key after Alt, label, title and help, request, roles that see it, columns of sheets.h) */
#define OFFICE_SHEETS(S)                                                                           \
    S(DUTIES, 'd', N_("Duties"), N_("What is due beside the deadlines, the most urgent first"),    \
      duty_list, ALL, duties)                                                                      \
    S(POINTS, 'p', N_("Points"), N_("Points given and taken, with what caused them"), score_list,  \
      POINTED, points)                                                                             \
    S(RANKING, 'k', N_("Ranking"), N_("Units by their score this month"), score_table, POINTED,    \
      ranking)                                                                                     \
    S(PASSED_ON, 's', N_("Passed on"), N_("Caller's data that is to be passed on"),                \
      disclosure_list, DISCLOSING, disclosures)                                                    \
    S(AUDIT, 'a', N_("Audit"), N_("Who saw what of whom, when and why"), audit_list, INSPECTING,   \
      looks)                                                                                       \
    S(ALERTS, 'l', N_("Alerts"), N_("Emergencies and calls of leaders, open ones first"),          \
      alert_list, ALL, alerts)

enum office_list {
#define L(name, key, label, title, view, state, roles) LIST_##name,
    OFFICE_LISTS(L)
#undef L
        LISTS,
    SHEET_0 = LISTS - 1,
#define S(name, key, label, title, request, roles, columns) SHEET_##name,
    OFFICE_SHEETS(S)
#undef S
        TABS,
};

enum office_intent {
#define D(name, ...) deed_##name,
    OFFICE_DEEDS(D)
#undef D
        DEEDS,
    OFFICE_MORE = DEEDS,
    OFFICE_OPEN,
    OFFICE_BACK,
    OFFICE_NEXT,
    OFFICE_TAB,
    OFFICE_BACKTAB,
    OFFICE_SHOW, /* + enum office_list */
};

/* B(key, intent, label, help, on the bar): before the steps, and after them. */
#define OFFICE_KEYS_FIRST(B)                                                                       \
    B(K_ON(ENTER), OFFICE_OPEN, N_("Open"), N_("Open what is selected"), true)                     \
    B(K_ON(F3), OFFICE_MORE, N_("More…"), N_("All that can be done here now; type to find it"),    \
      true)
#define OFFICE_KEYS_LAST(B)                                                                        \
    B(K_ON(ESC), OFFICE_BACK, N_("Back"), N_("Back to the list; nothing is lost"), true)           \
    B(K_ON(F9), OFFICE_NEXT, N_("Next"), N_("Open the next ticket of the list"), true)             \
    B(K_ON(TAB), OFFICE_TAB, N_("Next list"), N_("Show the next list"), true)                      \
    B(K_ON(BACKTAB), OFFICE_BACKTAB, N_("List before"), N_("Show the list before"), false)

/* Rows of the table: each row counts one. */
enum {
#define B(key, intent, label, help, bar) +1
    OFFICE_FIRST = 0 OFFICE_KEYS_FIRST(B),
    OFFICE_BINDS = OFFICE_FIRST + DEEDS OFFICE_KEYS_LAST(B) + TABS,
#undef B
};

#endif
