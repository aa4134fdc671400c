/* The office's one table of keys, which of them make sense now, and what they do. */
#include "client/office/keys.h"

#include "client/office/model.h"
#include "client/screen/language.h"

const struct keybind office_binds[OFFICE_BINDS] = {
#define B(key, intent, label, help, bar) {key, intent, label, help, bar},
    OFFICE_KEYS(B)
#undef B
#define L(name, key, label, title, view, state, roles)                                             \
    {K_ALT(key), OFFICE_SHOW + LIST_##name, label, title, false},
        OFFICE_LISTS(L)
#undef L
};

bool office_allows(const void *model, int intent)
{
    const struct office *office = model;
    const struct deed *deed = deed_of_intent(intent);
    if (dialogs_current(office->dialogs)) return false;
    if (deed) return deed_allowed(office, deed);
    if (intent >= OFFICE_SHOW) return tab_allowed(office, (enum office_list)(intent - OFFICE_SHOW));
    bool in_list = office->view == VIEW_LIST;
    if (intent == OFFICE_OPEN) return in_list && list_selected(office->list);
    if (intent == OFFICE_TAB || intent == OFFICE_BACKTAB) return in_list;
    return !in_list; /* back, next */
}

void office_show_card(struct office *office, uint64_t ticket)
{
    card_open(office->card, ticket);
    office->view = VIEW_CARD;
}

void office_show_list(struct office *office)
{
    card_close(office->card);
    office->view = VIEW_LIST;
}

/* The row below the card's; the row that took its place when the card's is gone. */
static void open_next(struct office *office)
{
    struct key down = key_named(K_DOWN);
    uint64_t shown = card_ticket(office->card);
    if (list_selected(office->list) == shown) list_key(office->list, &down);
    uint64_t next = list_selected(office->list);
    if (next && next != shown)
        office_show_card(office, next);
    else
        seat_say(office->seat, NOTICE_INFO, _("This is the last one of the list."));
}

void office_intent(void *model, int intent)
{
    struct office *office = model;
    const struct deed *deed = deed_of_intent(intent);
    if (deed) {
        deed_start(office, deed);
    } else if (intent >= OFFICE_SHOW) {
        office_show_list(office);
        tab_show(office, (enum office_list)(intent - OFFICE_SHOW));
    } else if (intent == OFFICE_OPEN) {
        office_show_card(office, list_selected(office->list));
    } else if (intent == OFFICE_BACK) {
        office_show_list(office);
    } else if (intent == OFFICE_NEXT) {
        open_next(office);
    } else if (intent == OFFICE_TAB || intent == OFFICE_BACKTAB) {
        tab_step(office, intent == OFFICE_TAB ? 1 : -1);
    }
}

bool office_key(void *model, const struct key *key)
{
    struct office *office = model;
    struct dialog *dialog = dialogs_current(office->dialogs);
    switch (dialogs_key(office->dialogs, key)) {
    case DIALOG_NONE:
        break;
    case DIALOG_IGNORED:
        return false;
    case DIALOG_USED:
        return true;
    case DIALOG_CHANGED:
        office->untouched = false;
        return true;
    case DIALOG_CLOSED:
        deed_left(office, dialog);
        return true;
    case DIALOG_DO:
        deed_do(office, dialog);
        return true;
    }
    return office->view == VIEW_LIST ? list_key(office->list, key) : card_key(office->card, key);
}
