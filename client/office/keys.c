/* The office's one table of keys, which of them make sense now, and what they do. */
#include "client/office/keys.h"

#include "client/office/model.h"
#include "client/screen/language.h"

#define BIND(kind, name, letter, bar, intent, label, help)                                         \
    {{kind, name, letter}, intent, label, help, bar},
/* Twice, so that the key is laid out into its parts before BIND counts them. */
#define BIND_ALL(...) BIND(__VA_ARGS__)

const struct keybind office_binds[OFFICE_BINDS] = {
#define B(key, intent, label, help, bar) {key, intent, label, help, bar},
#define D(name, event, right, request, about, key, label, help, title, does, done, lead, asks)     \
    BIND_ALL(key, deed_##name, label, help)
    OFFICE_KEYS_FIRST(B) OFFICE_DEEDS(D) OFFICE_KEYS_LAST(B)
#undef D
#undef B
#define L(name, key, label, title, view, state, roles)                                             \
    {K_ALT(key), OFFICE_SHOW + LIST_##name, label, title, false},
        OFFICE_LISTS(L)
#undef L
#define S(name, key, label, title, request, roles, columns)                                        \
    {K_ALT(key), OFFICE_SHOW + SHEET_##name, label, title, false},
            OFFICE_SHEETS(S)
#undef S
};

const struct keybind *const office_deed_binds = office_binds + OFFICE_FIRST;

static bool any_deed(const struct office *office)
{
    for (int i = 0; i < DEEDS; i++)
        if (deed_allowed(office, deed_of_intent(i))) return true;
    return false;
}

bool office_allows(const void *model, int intent)
{
    const struct office *office = model;
    const struct deed *deed = deed_of_intent(intent);
    if (dialogs_current(office->dialogs)) return false;
    if (deed) return deed_allowed(office, deed);
    if (intent >= OFFICE_SHOW) return tab_allowed(office, (enum office_list)(intent - OFFICE_SHOW));
    bool in_list = office->view == VIEW_LIST;
    if (intent == OFFICE_MORE) return any_deed(office);
    if (intent == OFFICE_OPEN) return in_list && tab_ticket(office);
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

static bool table_key_of(struct office *office, const struct key *key)
{
    return tab_is_sheet(office) ? sheet_key(office->sheet, key) : list_key(office->list, key);
}

/* The row below the card's; the row that took its place when the card's is gone. */
static void open_next(struct office *office)
{
    struct key down = key_named(K_DOWN);
    uint64_t shown = card_ticket(office->card);
    if (tab_ticket(office) == shown) table_key_of(office, &down);
    uint64_t next = tab_ticket(office);
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
        office_show_card(office, tab_ticket(office));
    } else if (intent == OFFICE_MORE) {
        palette_open(office->seat->palette, PALETTE_RUN, &office->more, &office->seat->filter);
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
        popup_changed(dialog);
        return true;
    case DIALOG_CLOSED:
        deed_left(office, dialog);
        return true;
    case DIALOG_DO:
        deed_do(office, dialog);
        return true;
    }
    return office->view == VIEW_LIST ? table_key_of(office, key) : card_key(office->card, key);
}
