/* What becomes of a record: answered directly, dispatched, promised, refused. For a draft: saved,
 * registered, then settled (save.c goes from step to step); for a registered ticket on its card:
 * settled at once. */
#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"

static const struct dialog_kind *kind_of(enum settle settle)
{
    switch (settle) {
    case SETTLE_NONE:
        return NULL;
    case SETTLE_ANSWER:
        return &dialog_answer;
    case SETTLE_DISPATCH:
        return &dialog_dispatch;
    case SETTLE_PROMISE:
        return &dialog_promise;
    case SETTLE_REFUSE:
        return &dialog_refuse;
    }
    return NULL;
}

static enum ticket_event event_of(enum settle settle)
{
    switch (settle) {
    case SETTLE_NONE:
        return ticket_event_none;
    case SETTLE_ANSWER:
        return ticket_event_answer;
    case SETTLE_DISPATCH:
        return ticket_event_dispatch;
    case SETTLE_PROMISE:
        return ticket_event_promise;
    case SETTLE_REFUSE:
        return ticket_event_refuse;
    }
    return ticket_event_none;
}

bool settle_allows(const struct desk *desk, enum settle settle)
{
    const struct work *work = desk->current;
    if (desk->view == VIEW_CARD) return card_allows(desk->card, event_of(settle));
    return desk->view == VIEW_WORK && work && !work->settled && !work->settle;
}

/* ---- starting ---- */

/* F6 with the list of a picker open means what is marked in it. */
static void take_marked(struct work *work)
{
    static const struct key enter = {.kind = KEYS_NAMED, .name = K_ENTER};
    struct form *form = work_form(work);
    const struct form_spec *spec = work->second ? &work->more->spec : &record_spec;
    int focus = form_focus(form);
    bool picks = false;
    for (int i = 0; i < spec->count; i++)
        picks = picks || (spec->fields[i].id == focus && spec->fields[i].kind == FIELD_PICK);
    if (!picks || !picker_is_open(form_picker(form, focus))) return;
    if (form_key(form, &enter) != FORM_CHANGED) return;
    if (work->second)
        work_typed(work);
    else
        work_field_changed(work, focus);
}

/* R11: what is said of such a subject is guarded from its first byte. */
static void say_secrecy(struct desk *desk, uint64_t subject)
{
    enum secrecy secrecy = catalog_secrecy(desk->catalog, subject);
    if (secrecy > secrecy_normal)
        seat_say(desk->seat, NOTICE_WARN, _("Records on this subject are guarded: %s."),
                 word_text(VOCABULARY_secrecy, secrecy));
}

void work_field_changed(struct work *work, int field)
{
    struct desk *desk = work->desk;
    if (field == RECORD_UNIT) return; /* goes with the dispatch, not with the draft */
    if (field == RECORD_SUBJECT) {
        uint64_t subject = form_pick(work->form, RECORD_SUBJECT);
        uint64_t unit = catalog_usual_unit(desk->catalog, subject);
        if (unit) form_set_pick(work->form, RECORD_UNIT, unit);
        work->subject[0] = 0;
        say_secrecy(desk, subject);
    }
    if (field == RECORD_TYPE) profile_fit(work);
    work_typed(work);
}

static bool is_complete(struct work *work, enum settle settle)
{
    struct seat *seat = work->desk->seat;
    bool dispatch = settle == SETTLE_DISPATCH;
    profile_fit(work);
    if (dispatch) form_set_mandatory(work->form, RECORD_SUBJECT, true);
    form_set_mandatory(work->form, RECORD_UNIT, dispatch);
    int missing = form_first_missing(work->form);
    if (missing == RECORD_SUBJECT && work->subject[0]) missing = -1; /* its register comes later */
    bool first = missing >= 0;
    if (!first) missing = form_first_missing(work->more->form);
    if (missing < 0) return true;
    work_turn(work, !first, missing);
    seat_say(seat, NOTICE_WARN, _("Something is missing: see the mark."));
    return false;
}

void settle_start(struct desk *desk, enum settle settle)
{
    if (desk->view == VIEW_CARD) {
        ask_open(desk, kind_of(settle), card_ticket(desk->card));
        return;
    }
    struct work *work = desk->current;
    take_marked(work);
    if (!is_complete(work, settle)) return;
    bool tells = work->visit && !work->told;
    if (settle == SETTLE_DISPATCH && !tells)
        settle_go(work, settle);
    else if (settle == SETTLE_DISPATCH)
        ask_open(desk, &dialog_tell, work->serial);
    else
        ask_open(desk, kind_of(settle), work->serial);
}

void settle_go(struct work *work, enum settle settle)
{
    work->settle = settle;
    work->hurried = true;
    for (int i = 0; i < RECORD_FIELDS_N; i++) form_set_locked(work->form, i, true);
    more_lock(work->more, true);
    if (work->retry_ms == UINT64_MAX) work->retry_ms = 0;
    if (work->desk->seat->link != LINK_UP)
        seat_say(work->desk->seat, NOTICE_WARN,
                 _("The dispatcher is away. This is done as soon as it is back."));
    work_pump(work);
}

/* ---- the last step ---- */

static struct dialog *dialog_of(const struct work *work)
{
    bool tells = work->settle == SETTLE_DISPATCH && work->visit;
    const struct dialog_kind *kind = tells ? &dialog_tell : kind_of(work->settle);
    return kind ? dialogs_find(work->desk->dialogs, kind, work->serial) : NULL;
}

static void say_settled(struct work *work)
{
    struct seat *seat = work->desk->seat;
    unsigned long long ticket = work->ticket;
    switch (work->settled) {
    case SETTLE_NONE:
        break;
    case SETTLE_ANSWER:
        seat_say(seat, NOTICE_GOOD, _("Ticket %llu: answered."), ticket);
        break;
    case SETTLE_DISPATCH:
        seat_say(seat, NOTICE_GOOD, _("Ticket %llu: dispatched to %s."), ticket,
                 work->settled_with);
        break;
    case SETTLE_PROMISE:
        seat_say(seat, NOTICE_GOOD, _("Ticket %llu: callback promised."), ticket);
        break;
    case SETTLE_REFUSE:
        seat_say(seat, NOTICE_GOOD, _("Ticket %llu: refused, with its reason."), ticket);
        break;
    }
}

static enum ticket_state state_after(enum settle settle)
{
    switch (settle) {
    case SETTLE_NONE:
        break;
    case SETTLE_ANSWER:
        return ticket_state_replied;
    case SETTLE_DISPATCH:
        return ticket_state_dispatched;
    case SETTLE_PROMISE:
        return ticket_state_callback;
    case SETTLE_REFUSE:
        return ticket_state_rejected;
    }
    return ticket_state_registered;
}

static void settled(struct work *work)
{
    struct desk *desk = work->desk;
    struct dialog *dialog = dialog_of(work);
    if (dialog) dialogs_finish(desk->dialogs, dialog);
    snprintf(work->settled_with, sizeof work->settled_with, "%s",
             catalog_name(desk->catalog, CATALOG_UNITS, form_pick(work->form, RECORD_UNIT)));
    work->settled = work->settle;
    work->state = state_after(work->settle);
    work->settle = SETTLE_NONE;
    work->second = false;
    work_unkeep(work);
    work_lock(work);
    say_settled(work);
    list_stale(desk->list);
    bool in_call = work->call && work->call == desk->live.call;
    if (work == desk->current && desk->view == VIEW_WORK && !in_call) desk_show(desk, VIEW_HOME);
}

static void on_settled(void *ctx, const struct link_answer *answer)
{
    struct work *work = ctx;
    struct desk *desk = work->desk;
    work->asking = false;
    if (seat_good(desk->seat, answer)) {
        settled(work);
        return;
    }
    if (answer->err == ERR_OK && answer->reject == REJECT_NOT_SIGNED_IN)
        return; /* goes on after signing in again */
    bool passes =
        answer->err != ERR_OK || answer->reject == REJECT_BUSY || answer->reject == REJECT_NO_SPACE;
    if (passes) {
        work->retry_ms = desk->seat->mono_ms + 3000;
        return;
    }
    struct dialog *dialog = dialog_of(work);
    if (dialog) dialogs_refuse(desk->dialogs, dialog, answer);
    work_refused(work, answer);
}

/* R96: a visitor knows process and time before the ticket goes its way. */
static void on_told(void *ctx, const struct link_answer *answer)
{
    struct work *work = ctx;
    struct dialog *dialog = dialog_of(work);
    work->asking = false;
    if (answer->err == ERR_OK && answer->reject == REJECT_OK) {
        seat_good(work->desk->seat, answer);
        work->told = true;
        if (dialog) dialog->busy = false;
        work_pump(work);
        return;
    }
    on_settled(work, answer);
}

static void dispatch(struct work *work)
{
    struct desk *desk = work->desk;
    struct req_ticket_dispatch wanted = {.ticket = work->ticket};
    const char *code =
        catalog_code(desk->catalog, CATALOG_UNITS, form_pick(work->form, RECORD_UNIT));
    snprintf(wanted.unit.s, sizeof wanted.unit.s, "%s", code);
    work->asking = seat_ask(desk->seat, request_ticket_dispatch, &wanted, false, on_settled, work);
}

void settle_send(struct work *work)
{
    struct dialog *dialog = dialog_of(work);
    bool tells = work->settle == SETTLE_DISPATCH && work->visit && !work->told;
    if (tells && dialog)
        work->asking = ask_tell(work->desk, dialog, work->ticket, on_told, work);
    else if (work->settle == SETTLE_DISPATCH)
        dispatch(work);
    else if (dialog && ask_settle(work->desk, dialog, work->ticket, work->settle, on_settled, work))
        work->asking = true;
    if (work->asking) return;
    work->settle = SETTLE_NONE;
    if (dialog) dialog->busy = false;
    work_lock(work);
}
