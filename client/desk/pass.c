/* Popups about passing a call on (R41): to an agent, a queue or an outside number; asking one of
 * them first; and why somebody was not reached. */
#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"

static const char *const transfer_names[] = {"to", "queue", "outside", "note"};
static const char *const consult_names[] = {"to", "outside", "note"};
static const char *const failed_names[] = {"reason"};

KIND(transfer, "transfer", N_("Pass the call on"), N_("Pass on"), K_F7,
     {ASK_TO, FIELD_PICK, N_("To"), 0, false, 1},
     {ASK_QUEUE, FIELD_PICK, N_("or queue"), 0, false, 1},
     {ASK_OUTSIDE, FIELD_LINE, N_("or outside"), LIMIT_PHONE, false, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Note"), LIMIT_NOTE, false, 4});
KIND(consult, "consult", N_("Ask before passing on"), N_("Consult"), K_NONE,
     {ASK_TO, FIELD_PICK, N_("Agent"), 0, false, 1},
     {ASK_OUTSIDE, FIELD_LINE, N_("or outside"), LIMIT_PHONE, false, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Note"), LIMIT_NOTE, false, 4});
KIND(failed, "failed", N_("Not reached"), N_("Record"), K_F8,
     {ASK_REASON, FIELD_PICK, N_("Why"), 0, true, 1});

static bool has(const struct dialog_kind *kind)
{
    return kind == &dialog_transfer || kind == &dialog_consult || kind == &dialog_failed;
}

static void set_items(struct desk *desk, struct dialog *dialog)
{
    if (dialog->kind == &dialog_failed) {
        form_items(dialog->form, ASK_REASON, desk->fails.items, desk->fails.n);
        return;
    }
    form_items(dialog->form, ASK_TO, desk->agents.items, desk->agents.n);
    if (dialog->kind == &dialog_transfer) ask_pick_from(desk, dialog, ASK_QUEUE, CATALOG_QUEUES);
}

static void preset(struct desk *desk, struct dialog *dialog)
{
    if (dialog->kind == &dialog_failed) {
        if (!form_pick(dialog->form, ASK_REASON))
            form_set_pick(dialog->form, ASK_REASON, fail_reason_no_answer);
        return;
    }
    agents_ask(desk);
}

/* The card for putting somebody on hold says it in this centre's words. */
static struct slice hold_words(const struct desk *desk)
{
    const struct rec_call_card *card = desk->live.card;
    const struct rec_prompt_item *prompts = card ? card->prompts.items : NULL;
    for (size_t i = 0; card && i < card->prompts.n; i++)
        if (prompts[i].kind == script_kind_hold) return prompts[i].body;
    return (struct slice){0};
}

static void lead(const struct desk *desk, const struct dialog *dialog, char *out, size_t cap)
{
    if (dialog->kind == &dialog_failed) return;
    struct slice words = hold_words(desk);
    snprintf(out, cap, "%.*s%s%s", (int)words.n, words.p ? words.p : "", words.n ? "\n" : "",
             dialog->kind == &dialog_transfer
                 ? _("Ask whether the caller can wait and say how long. The note arrives before "
                     "the call.")
                 : _("The caller waits on hold while you ask. The note arrives before the call."));
}

const char *pass_number(const struct desk *desk, uint64_t person)
{
    for (size_t i = 0; i < desk->agents.n; i++)
        if (person && desk->agents.items[i].id == person) return desk->agents.items[i].code;
    return "";
}

/* One of them, and only one; else the cursor goes to the first. */
static bool is_one(struct desk *desk, struct dialog *dialog, int n)
{
    if (n == 1) return true;
    seat_say(desk->seat, NOTICE_WARN, "%s",
             dialog->kind == &dialog_transfer
                 ? _("Choose one: an agent, a queue or an outside number.")
                 : _("Choose one: an agent or an outside number."));
    form_set_focus(dialog->form, ASK_TO);
    return false;
}

static bool send_transfer(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    struct form *form = dialog->form;
    uint64_t to = form_pick(form, ASK_TO), queue = form_pick(form, ASK_QUEUE);
    struct slice outside = form_text(form, ASK_OUTSIDE), note = form_text(form, ASK_NOTE);
    if (!is_one(desk, dialog, (to != 0) + (queue != 0) + (outside.n > 0))) return false;
    if (outside.n) {
        struct req_call_refer refer = {.call = dialog->object, .outside = outside, .note = note};
        return seat_ask(desk->seat, request_call_refer, &refer, false, answered, dialog);
    }
    struct req_call_transfer wanted = {.call = dialog->object, .note = note};
    snprintf(wanted.to.s, sizeof wanted.to.s, "%s", pass_number(desk, to));
    ask_code(desk, dialog, ASK_QUEUE, CATALOG_QUEUES, &wanted.queue);
    return seat_ask(desk->seat, request_call_transfer, &wanted, false, answered, dialog);
}

static bool send_consult(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    struct form *form = dialog->form;
    uint64_t to = form_pick(form, ASK_TO);
    struct req_call_consult wanted = {.call = dialog->object,
                                      .outside = form_text(form, ASK_OUTSIDE),
                                      .note = form_text(form, ASK_NOTE)};
    if (!is_one(desk, dialog, (to != 0) + (wanted.outside.n > 0))) return false;
    snprintf(wanted.to.s, sizeof wanted.to.s, "%s", pass_number(desk, to));
    return seat_ask(desk->seat, request_call_consult, &wanted, false, answered, dialog);
}

static bool send(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    call_hurry(desk);
    if (dialog->kind == &dialog_transfer) return send_transfer(desk, dialog, answered);
    if (dialog->kind == &dialog_consult) return send_consult(desk, dialog, answered);
    struct req_call_failed failed = {.call = dialog->object,
                                     .reason = form_pick(dialog->form, ASK_REASON)};
    return seat_ask(desk->seat, request_call_failed, &failed, false, answered, dialog);
}

const struct ask_room pass_room = {
    .has = has, .send = send, .items = set_items, .preset = preset, .lead = lead};
