/* Calls that go out (R48) and calls typed in afterwards (R42): the contact in hand, dialling, what
 * came of it. */
#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"
#include "client/seat/copy.h"

static const char *const outbound_names[] = {"code"};
static const char *const contact_names[] = {"result", "note"};
static const char *const dial_names[] = {"to", "line"};
static const char *const enter_names[] = {"line",        "from",     "arrived_ms",
                                          "answered_ms", "ended_ms", "note"};

KIND(outbound, "outbound", N_("Outbound list"), N_("Take the next contact"), K_NONE,
     {ASK_LIST, FIELD_PICK, N_("List"), 0, true, 1});
KIND(contact, "contact", N_("What came of the contact"), N_("Record"), K_NONE,
     {ASK_RESULT, FIELD_PICK, N_("What came of it"), 0, true, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Note"), LIMIT_NOTE, false, 3});
KIND(dial, "dial", N_("Dial"), N_("Dial"), K_NONE,
     {ASK_TO, FIELD_LINE, N_("Phone"), LIMIT_PHONE, false, 1},
     {ASK_LINE, FIELD_PICK, N_("Line shown"), 0, true, 1});
KIND(enter, "enter", N_("A call taken while telephony was down"), N_("Enter"), K_NONE,
     {ASK_LINE, FIELD_PICK, N_("Line"), 0, true, 1},
     {ASK_FROM, FIELD_LINE, N_("Caller's number"), LIMIT_PHONE, false, 1},
     {ASK_ARRIVED, FIELD_LINE, N_("It rang at"), 40, true, 1},
     {ASK_ANSWERED, FIELD_LINE, N_("Answered at"), 40, true, 1},
     {ASK_ENDED, FIELD_LINE, N_("Over at"), 40, true, 1},
     {ASK_NOTE, FIELD_TEXT, N_("How it was taken"), LIMIT_NOTE, false, 2});

/* ---- the contact in hand ---- */

static void on_contact(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    struct contact *contact = &desk->contact;
    contact->asking = false;
    if (!seat_good(desk->seat, answer)) return;
    const struct rec_contact_card *card = answer->body;
    if (card->contact != contact->id) return;
    if (card->state != contact_state_taken) { /* reported on already */
        contact->id = 0;
        return;
    }
    arena_reset(&contact->arena);
    contact->card = answer_copy(request_outbound_show, card, &contact->arena);
}

void outbound_take(struct desk *desk, uint64_t id)
{
    struct contact *contact = &desk->contact;
    if (contact->id == id && (contact->card || contact->asking)) return;
    contact->id = id;
    contact->card = NULL;
    struct req_outbound_show show = {.contact = id};
    contact->asking = seat_ask(desk->seat, request_outbound_show, &show, false, on_contact, desk);
}

static void drop(struct contact *contact)
{
    contact->id = 0;
    contact->card = NULL;
}

void outbound_facts(struct desk *desk, const struct fact *fact)
{
    const struct fact_contact_moved *moved = &fact->body.contact_moved;
    if (fact->type != fact_type_contact_moved) return;
    bool taken = moved->state == contact_state_taken;
    if (taken && moved->person == desk->person) outbound_take(desk, moved->contact);
    if (taken || moved->contact != desk->contact.id) return;
    if (!moved->result)
        seat_say(desk->seat, NOTICE_WARN,
                 _("The contact went back to its list: nothing was reported in time."));
    drop(&desk->contact);
}

void outbound_key(struct desk *desk)
{
    if (desk->contact.id)
        ask_open(desk, &dialog_contact, desk->contact.id);
    else
        ask_open(desk, &dialog_outbound, 0);
}

static void on_dialled(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    seat_good(desk->seat, answer);
}

void outbound_dial(struct desk *desk)
{
    const struct contact *contact = &desk->contact;
    if (!contact->card) {
        ask_open(desk, &dialog_dial, desk->view == VIEW_CARD ? steps_ticket(desk) : 0);
        return;
    }
    struct req_call_dial wanted = {.contact = contact->id, .line = contact->card->line};
    seat_ask(desk->seat, request_call_dial, &wanted, false, on_dialled, desk);
}

/* ---- the popups ---- */

static bool has(const struct dialog_kind *kind)
{
    return kind == &dialog_outbound || kind == &dialog_contact || kind == &dialog_dial ||
           kind == &dialog_enter;
}

static void set_items(struct desk *desk, struct dialog *dialog)
{
    if (dialog->kind == &dialog_outbound)
        ask_pick_from(desk, dialog, ASK_LIST, CATALOG_OUTBOUND);
    else if (dialog->kind == &dialog_contact)
        form_items(dialog->form, ASK_RESULT, desk->results.items, desk->results.n);
    else
        ask_pick_from(desk, dialog, ASK_LINE, CATALOG_LINES);
}

static void preset(struct desk *desk, struct dialog *dialog)
{
    bool lined = dialog->kind == &dialog_dial || dialog->kind == &dialog_enter;
    size_t n;
    if (dialog->kind == &dialog_outbound) {
        catalog_again(desk->catalog, CATALOG_OUTBOUND);
        const struct pick_item *lists = catalog_items(desk->catalog, CATALOG_OUTBOUND, &n);
        if (n == 1 && !form_pick(dialog->form, ASK_LIST))
            form_set_pick(dialog->form, ASK_LIST, lists[0].id);
    }
    if (!lined || form_pick(dialog->form, ASK_LINE)) return;
    const struct pick_item *lines = catalog_items(desk->catalog, CATALOG_LINES, &n);
    form_set_pick(dialog->form, ASK_LINE, desk->line ? desk->line : n ? lines[0].id : 0);
}

static void contact_lead(const struct rec_contact_card *card, char *out, size_t cap)
{
    snprintf(out, cap, "%.*s  %.*s\n%.*s", (int)card->name.n, card->name.p ? card->name.p : "",
             (int)card->phone.n, card->phone.p ? card->phone.p : "", (int)card->note.n,
             card->note.p ? card->note.p : "");
}

static void lead(const struct desk *desk, const struct dialog *dialog, char *out, size_t cap)
{
    if (dialog->kind == &dialog_contact && desk->contact.card)
        contact_lead(desk->contact.card, out, cap);
    if (dialog->kind == &dialog_dial && dialog->object)
        snprintf(out, cap, _("Without a number, the caller of ticket %llu is rung."),
                 (unsigned long long)dialog->object);
    if (dialog->kind == &dialog_enter)
        snprintf(out, cap, "%s",
                 _("With its true times: 14:30 (today, or yesterday), -30 (minutes ago), or a date "
                   "with a time."));
}

static bool time_of(struct desk *desk, struct dialog *dialog, int field, uint64_t *at_ms)
{
    if (time_parse_past(form_text(dialog->form, field), seat_now_ms(desk->seat), at_ms))
        return true;
    form_set_error(dialog->form, field, _("This is not a time that is over."));
    form_set_focus(dialog->form, field);
    return false;
}

static bool send_enter(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    struct req_call_enter wanted = {.from = form_text(dialog->form, ASK_FROM),
                                    .note = form_text(dialog->form, ASK_NOTE)};
    ask_code(desk, dialog, ASK_LINE, CATALOG_LINES, &wanted.line);
    if (!time_of(desk, dialog, ASK_ARRIVED, &wanted.arrived_ms) ||
        !time_of(desk, dialog, ASK_ANSWERED, &wanted.answered_ms) ||
        !time_of(desk, dialog, ASK_ENDED, &wanted.ended_ms))
        return false;
    return seat_ask(desk->seat, request_call_enter, &wanted, false, answered, dialog);
}

static bool send(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    const struct dialog_kind *kind = dialog->kind;
    if (kind == &dialog_enter) return send_enter(desk, dialog, answered);
    if (kind == &dialog_outbound) {
        struct req_outbound_next next = {.code = {{0}}};
        ask_code(desk, dialog, ASK_LIST, CATALOG_OUTBOUND, &next.code);
        return seat_ask(desk->seat, request_outbound_next, &next, false, answered, dialog);
    }
    if (kind == &dialog_contact) {
        struct req_outbound_result result = {.contact = dialog->object,
                                             .result = form_pick(dialog->form, ASK_RESULT),
                                             .note = form_text(dialog->form, ASK_NOTE)};
        return seat_ask(desk->seat, request_outbound_result, &result, false, answered, dialog);
    }
    struct req_call_dial dial = {.to = form_text(dialog->form, ASK_TO), .ticket = dialog->object};
    ask_code(desk, dialog, ASK_LINE, CATALOG_LINES, &dial.line);
    if (!dial.to.n && !dial.ticket) {
        form_set_error(dialog->form, ASK_TO, _("required"));
        form_set_focus(dialog->form, ASK_TO);
        return false;
    }
    return seat_ask(desk->seat, request_call_dial, &dial, false, answered, dialog);
}

static void done(struct desk *desk, struct dialog *dialog, const void *answer)
{
    const struct rec_done *told = answer;
    if (dialog->kind == &dialog_outbound) outbound_take(desk, told->id);
    if (dialog->kind == &dialog_contact) {
        seat_say(desk->seat, NOTICE_GOOD, _("Recorded."));
        if (desk->contact.id == dialog->object) drop(&desk->contact);
    }
    if (dialog->kind != &dialog_enter) return;
    /* its record is written now */
    struct work *work = works_add(desk, told->id);
    seat_say(desk->seat, NOTICE_GOOD, _("Call %llu is entered; this is its record."),
             (unsigned long long)told->id);
    if (work) desk_show_work(desk, work);
}

const struct ask_room outbound_room = {
    .has = has, .send = send, .items = set_items, .preset = preset, .lead = lead, .done = done};
