/* The office's model, shared by its files: what starts and keeps it (office.c), keys (keys.c),
 * lists (tabs.c), steps and their popups (deed.c, send.c), what others do meanwhile (news.c), the
 * screen (view.c). */
#ifndef CLIENT_OFFICE_MODEL_H
#define CLIENT_OFFICE_MODEL_H

#include "client/office/keys.h"
#include "client/seat/card.h"
#include "client/seat/catalog.h"
#include "client/seat/dialog.h"
#include "client/seat/list.h"
#include "client/seat/words.h"

enum office_view {
    VIEW_LIST,
    VIEW_CARD,
};

struct office {
    struct seat *seat; /* borrowed */
    uint64_t person;   /* whose texts are here; 0: nobody's */
    enum office_view view;
    enum office_list shown;
    struct list *list;
    struct card *card;
    uint64_t left;    /* the card that was open when the session ended; 0: none */
    uint64_t signing; /* asked to sign this ticket, no answer yet; 0: none */
    struct catalog *catalog;
    struct dialogs *dialogs;
    bool untouched; /* the open popup holds only what it was opened with */
    struct word_items refusals, outcomes, grades;
    char unit_topic[TOPIC_MAX]; /* "": none */
    bool all_topic;
};

/* ---- tabs.c ---- */

bool tab_allowed(const struct office *office, enum office_list list);
void tab_show(struct office *office, enum office_list list);
/* The one that this person's work begins with. */
enum office_list tab_first(const struct office *office);
void tab_step(struct office *office, int by);
void tabs_draw(const struct office *office, struct grid *grid, struct rect line);

/* ---- deed.c: the steps ---- */

enum ask_field {
    ASK_REPLY,
    ASK_NOTE,
    ASK_REASON,
    ASK_UNIT,
    ASK_AT,
    ASK_OUTCOME,
    ASK_GRADE,
    ASK_ARTICLE,
    ASK_SUBJECT,
};

struct deed {
    int intent;
    enum ticket_event event; /* the card must allow it; none: see deed_allowed() */
    const char *done;        /* msgid: what is so now */
    /* Asks; false: it could not be sent, or a field is not right. */
    bool (*send)(struct office *office, struct dialog *dialog);
    const struct dialog_kind *kind; /* what is asked before; NULL: nothing */
};

/* NULL: the intent is no step. */
const struct deed *deed_of_intent(int intent);
const struct deed *deed_of_kind(const struct dialog_kind *kind);
bool deed_allowed(const struct office *office, const struct deed *deed);
/* Opens its popup, or does it at once. */
void deed_start(struct office *office, const struct deed *deed);
/* Its popup was left by Esc: what was typed stays, what only was proposed goes. */
void deed_left(struct office *office, struct dialog *dialog);
/* Everything mandatory is there. */
void deed_do(struct office *office, struct dialog *dialog);
/* The registers changed. */
void deed_items(struct office *office);
/* Steps that wait for the dispatcher. */
int deeds_waiting(const struct office *office);
/* What was begun and not sent for the open card, translated; false: nothing. */
bool deed_begun(const struct office *office, char *out, size_t cap);

/* ---- send.c: popups become requests ---- */

bool send_sign(struct office *office, struct dialog *dialog);
bool send_reply(struct office *office, struct dialog *dialog);
bool send_pass(struct office *office, struct dialog *dialog);
bool send_back(struct office *office, struct dialog *dialog);
bool send_outcome(struct office *office, struct dialog *dialog);
bool send_answer(struct office *office, struct dialog *dialog);
bool send_dispatch(struct office *office, struct dialog *dialog);
bool send_promise(struct office *office, struct dialog *dialog);
bool send_refuse(struct office *office, struct dialog *dialog);
bool send_redo(struct office *office, struct dialog *dialog);
bool send_uphold(struct office *office, struct dialog *dialog);
bool send_reopen(struct office *office, struct dialog *dialog);
bool send_reveal(struct office *office, struct dialog *dialog);

/* ---- news.c ---- */

void news_fact(struct office *office, const struct fact *fact);

/* ---- keys.c ---- */

extern const struct keybind office_binds[OFFICE_BINDS];
bool office_allows(const void *model, int intent);
void office_intent(void *model, int intent);
bool office_key(void *model, const struct key *key);
void office_show_card(struct office *office, uint64_t ticket);
void office_show_list(struct office *office);

/* ---- view.c ---- */

void office_draw(const void *model, struct grid *grid, struct rect rect);

#endif
