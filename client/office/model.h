/* The office's model, shared by its files: what starts and keeps it (office.c), keys (keys.c),
 * lists and sheets (tabs.c), steps (deed.c), who may take them (right.c), their popups (popup.c)
 * and requests (send.c), what others do meanwhile (news.c), the screen (view.c). */
#ifndef CLIENT_OFFICE_MODEL_H
#define CLIENT_OFFICE_MODEL_H

#include "client/office/keys.h"
#include "client/seat/card.h"
#include "client/seat/catalog.h"
#include "client/seat/dialog.h"
#include "client/seat/list.h"
#include "client/seat/sheet.h"
#include "client/seat/words.h"

enum office_view {
    VIEW_LIST,
    VIEW_CARD,
};

/* A step without a popup is asked once at a time. */
struct plain {
    const struct deed *deed; /* NULL: none is asked */
    uint64_t object;
};

struct office {
    struct seat *seat; /* borrowed */
    uint64_t person;   /* whose texts are here; 0: nobody's */
    enum office_view view;
    enum office_list shown;
    struct list *list;
    struct sheet *sheet; /* shows nothing while a list is shown */
    struct card *card;
    uint64_t left; /* the card that was open when the session ended; 0: none */
    struct plain plain;
    bool printing; /* a letter is being fetched */
    struct catalog *catalog;
    struct dialogs *dialogs;
    bool untouched;                /* the open popup holds only what it was opened with */
    struct word_items words[ASKS]; /* of the asks that pick from a vocabulary */
    struct people leaders, colleagues;
    struct keymap more;         /* the steps alone, for the menu of all that can be done now */
    char unit_topic[TOPIC_MAX]; /* "": none */
    bool all_topic;
};

/* ---- tabs.c ---- */

bool tab_allowed(const struct office *office, enum office_list list);
void tab_show(struct office *office, enum office_list list);
/* The one that this person's work begins with. */
enum office_list tab_first(const struct office *office);
void tab_step(struct office *office, int by);
/* The shown tab is a sheet, not a list of tickets. */
bool tab_is_sheet(const struct office *office);
/* The selected ticket, of a list or of a sheet's row; 0: none. */
uint64_t tab_ticket(const struct office *office);
void tabs_draw(const struct office *office, struct grid *grid, struct rect line);

/* ---- deed.c: the steps ---- */

struct deed {
    int intent;
    enum ticket_event event; /* the card must allow it; none: the role must allow the request */
    bool (*right)(const struct office *office); /* has to agree; NULL: nothing more is needed */
    enum request request;
    enum about about;
    const char *done;               /* msgid: what is so now */
    unsigned lead;                  /* LEAD_ bits */
    const struct dialog_kind *kind; /* what is asked before; NULL: nothing */
};

/* NULL: the intent is no step. */
const struct deed *deed_of_intent(int intent);
const struct deed *deed_of_kind(const struct dialog_kind *kind);
bool deed_allowed(const struct office *office, const struct deed *deed);
/* The ticket, point, disclosure or person that the step would be about now; 0: none. */
uint64_t deed_object(const struct office *office, const struct deed *deed);
/* Opens its popup, or does it at once. */
void deed_start(struct office *office, const struct deed *deed);
/* Its popup was left by Esc: what was typed stays, what only was proposed goes. */
void deed_left(struct office *office, struct dialog *dialog);
/* Everything mandatory is there. */
void deed_do(struct office *office, struct dialog *dialog);
/* Steps that wait for the dispatcher. */
int deeds_waiting(const struct office *office);
/* What was begun and not sent for the open card, translated; false: nothing. */
bool deed_begun(const struct office *office, char *out, size_t cap);

/* ---- right.c: what a step needs beside its event or its role ---- */

bool right_any(const struct office *office);
bool right_on_card(const struct office *office);
bool right_may_extend(const struct office *office);
bool right_is_asked_for(const struct office *office);
bool right_is_masked(const struct office *office);
bool right_can_link(const struct office *office);
bool right_can_split(const struct office *office);
bool right_has_reply(const struct office *office);
bool right_can_pass_on(const struct office *office);
bool right_point_given(const struct office *office);
bool right_point_appealed(const struct office *office);
bool right_point_open(const struct office *office);
bool right_disclosure_asked(const struct office *office);
bool right_disclosure_granted(const struct office *office);
bool right_alert_open(const struct office *office);
bool right_alert_mine(const struct office *office);
bool right_of_unit(const struct office *office);

/* ---- popup.c: what a popup picks from, begins with, and says above ---- */

enum ask_source { PLAIN, COMING, PAST, CATALOG, WORDS, LEADERS, COLLEAGUES, LEVELS, YES_NO };
enum ask_source popup_source(enum ask_field field);
/* The code of what is picked; "": none. */
const char *popup_code(const struct office *office, const struct form *form, enum ask_field field);
void popup_words(struct office *office);
/* Its entries, what is mandatory for this card, and with `fresh` what it begins with. */
void popup_open(struct office *office, struct dialog *dialog, const struct deed *deed, bool fresh);
/* What one field says makes another one mandatory. */
void popup_changed(struct dialog *dialog);
/* The registers changed. */
void popup_items(struct office *office);

/* ---- send.c: popups become requests ---- */

/* Asks; false: it could not be sent, or a field is not right. dialog: NULL without a popup. */
bool send_deed(struct office *office, const struct deed *deed, struct dialog *dialog);

/* ---- print.c ---- */

/* Fetches the letter of a ticket and writes it into a file; says where it is. */
void print_letter(struct office *office, uint64_t ticket);

/* ---- news.c ---- */

void news_fact(struct office *office, const struct fact *fact);

/* ---- keys.c ---- */

extern const struct keybind office_binds[OFFICE_BINDS];
bool office_allows(const void *model, int intent);
void office_intent(void *model, int intent);
bool office_key(void *model, const struct key *key);
/* Every step, for the menu. */
extern const struct keybind *const office_deed_binds;
void office_show_card(struct office *office, uint64_t ticket);
void office_show_list(struct office *office);

/* ---- view.c ---- */

void office_draw(const void *model, struct grid *grid, struct rect rect);

#endif
