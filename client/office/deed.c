/* The steps that a person can take with a ticket, a point, a disclosure: made of the one table in
 * deeds.h. */
#include <stdio.h>

#include "client/office/model.h"
#include "client/screen/language.h"

/* ---- the popups' forms ---- */

enum {
#define A(id, kind, limit, rows, source, which) LIMIT_OF_##id = limit, ROWS_OF_##id = rows,
    ASK_TABLE(A)
#undef A
};
#define A(id, kind, limit, rows, source, which) KIND_OF_##id = FIELD_##kind,
enum { ASK_TABLE(A) };
#undef A

#define FIELD(ask, name, label, mandatory)                                                         \
    {ASK_##ask, (enum field_kind)KIND_OF_##ask, label, LIMIT_OF_##ask, mandatory, ROWS_OF_##ask},
#define NAME(ask, name, label, mandatory) #name,
#define ONE(ask, name, label, mandatory) +1
/* A step that asks for nothing has no popup; C knows no empty array. */
#define NOTHING                                                                                    \
    {                                                                                              \
        0, FIELD_LINE, "", 1, false, 1                                                             \
    }
#define D(name, event, right, request, about, key, label, help, title, does, done, lead, asks)     \
    static const struct form_field name##_fields[] = {ASKS_##asks(FIELD) NOTHING};                 \
    static const char *const name##_names[] = {ASKS_##asks(NAME) ""};
OFFICE_DEEDS(D)
#undef D

#define KEY_NAME(kind, name, letter, bar) name
#define D(name, event, right, request, about, key, label, help, title, does, done, lead, asks)     \
    [deed_##name] = {"o_" #name,                                                                   \
                     title,                                                                        \
                     does,                                                                         \
                     KEY_NAME(key),                                                                \
                     {name##_fields, name##_names, 0 ASKS_##asks(ONE)}},
static const struct dialog_kind kinds[DEEDS] = {OFFICE_DEEDS(D)};
#undef D

#define D(name, event, right, request, about, key, label, help, title, does, done, lead, asks)     \
    {deed_##name,   ticket_event_##event,                                                          \
     right_##right, request_##request,                                                             \
     ABOUT_##about, done,                                                                          \
     lead,          (0 ASKS_##asks(ONE)) ? &kinds[deed_##name] : NULL},
static const struct deed deeds[DEEDS] = {OFFICE_DEEDS(D)};
#undef D

const struct deed *deed_of_intent(int intent)
{
    return intent >= 0 && intent < DEEDS ? &deeds[intent] : NULL;
}

const struct deed *deed_of_kind(const struct dialog_kind *kind)
{
    return kind >= kinds && kind < kinds + DEEDS ? &deeds[kind - kinds] : NULL;
}

uint64_t deed_object(const struct office *office, const struct deed *deed)
{
    switch (deed->about) {
    case ABOUT_TICKET:
        return office->view == VIEW_CARD ? card_ticket(office->card) : 0;
    case ABOUT_ROW: {
        const struct sheet_kind *kind = sheet_shown(office->sheet);
        return kind ? sheet_value(office->sheet, kind->id) : 0;
    }
    case ABOUT_ME:
        return office->seat->me.person;
    }
    return 0;
}

bool deed_allowed(const struct office *office, const struct deed *deed)
{
    uint64_t object = deed_object(office, deed);
    const struct plain *plain = &office->plain;
    if (!object || (plain->deed == deed && plain->object == object)) return false;
    if (deed->about == ABOUT_TICKET && !card_shown(office->card)) return false;
    bool granted = deed->event == ticket_event_none ? seat_may_ask(office->seat, deed->request)
                                                    : card_allows(office->card, deed->event);
    return granted && deed->right(office);
}

/* ---- doing ---- */

void deed_start(struct office *office, const struct deed *deed)
{
    bool fresh;
    if (!deed->kind) {
        send_deed(office, deed, NULL);
        return;
    }
    struct dialog *dialog =
        dialogs_open(office->dialogs, deed->kind, deed_object(office, deed), &fresh);
    if (!dialog) {
        seat_say(office->seat, NOTICE_ALARM, "%s", screen_text(err_text(ERR_NOMEM)));
        return;
    }
    dialog->ctx = office;
    office->untouched = fresh && !dialog->busy;
    const struct rec_ticket_card *card = card_shown(office->card);
    /* A busy one is under way with what was seen then. */
    if (!dialog->busy) dialog->version = deed->about == ABOUT_TICKET && card ? card->version : 0;
    popup_open(office, dialog, deed, office->untouched);
}

void deed_left(struct office *office, struct dialog *dialog)
{
    if (office->untouched && !dialog->busy) dialogs_finish(office->dialogs, dialog);
}

void deed_do(struct office *office, struct dialog *dialog)
{
    const struct deed *deed = deed_of_kind(dialog->kind);
    popup_changed(dialog);
    if (!dialogs_complete(office->dialogs, dialog)) return;
    dialog->busy = send_deed(office, deed, dialog);
    bool away = office->seat->link != LINK_UP;
    if (!dialog->busy || !away) return;
    dialogs_close(office->dialogs);
    seat_say(office->seat, NOTICE_WARN,
             _("The dispatcher is away: this is kept and goes out when it is back."));
}

/* ---- what is under way ---- */

struct waiting {
    const struct office *office;
    uint64_t ticket; /* only of this ticket; 0: of all */
    int busy;
    struct dialog *begun;
};

static void look(void *ctx, struct dialog *dialog)
{
    struct waiting *waiting = ctx;
    if (waiting->ticket && dialog->object != waiting->ticket) return;
    if (dialog->busy) waiting->busy++;
    if (dialog == dialogs_current(waiting->office->dialogs)) return;
    if (dialog->busy || !form_is_empty(dialog->form, &dialog->kind->spec)) waiting->begun = dialog;
}

int deeds_waiting(const struct office *office)
{
    struct waiting waiting = {.office = office};
    dialogs_each(office->dialogs, look, &waiting);
    return waiting.busy + (office->plain.deed != NULL);
}

bool deed_begun(const struct office *office, char *out, size_t cap)
{
    struct waiting waiting = {.office = office, .ticket = card_ticket(office->card)};
    dialogs_each(office->dialogs, look, &waiting);
    if (!waiting.begun) return false;
    const char *title = screen_text(waiting.begun->kind->title);
    if (waiting.begun->busy)
        snprintf(out, cap, _("Waits for the dispatcher: %s"), title);
    else
        snprintf(out, cap, _("Begun and kept: %s"), title);
    return true;
}
