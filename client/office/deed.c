/* The steps that a person can take with a ticket: one table of intent, right, request and popup. */
#include <stdio.h>

#include "client/office/model.h"
#include "client/screen/language.h"
#include "common/text.h"

#define KIND(id, title, deed, key, ...)                                                            \
    static const struct form_field id##_fields[] = {__VA_ARGS__};                                  \
    static const struct dialog_kind kind_##id = {                                                  \
        "o_" #id,                                                                                  \
        title,                                                                                     \
        deed,                                                                                      \
        key,                                                                                       \
        {id##_fields, id##_names, sizeof id##_fields / sizeof *id##_fields}}

static const char *const reply_names[] = {"reply"};
static const char *const pass_names[] = {"note"};
static const char *const back_names[] = {"note"};
static const char *const outcome_names[] = {"outcome", "grade", "opinion"};
static const char *const answer_names[] = {"reply", "article"};
static const char *const dispatch_names[] = {"unit", "note", "subject"};
static const char *const promise_names[] = {"at_ms", "note"};
static const char *const refuse_names[] = {"reason", "note"};
static const char *const redo_names[] = {"reason", "unit", "subject"};
static const char *const uphold_names[] = {"reason"};
static const char *const reopen_names[] = {"reason"};
static const char *const reveal_names[] = {"reason"};

KIND(reply, N_("Reply"), N_("Hand in for approval"), K_F5,
     {ASK_REPLY, FIELD_TEXT, N_("Reply"), LIMIT_REPLY, true, 10});
KIND(pass, N_("Approve the reply"), N_("Approve"), K_F7,
     {ASK_NOTE, FIELD_TEXT, N_("Opinion"), LIMIT_NOTE, false, 4});
KIND(back, N_("Send the reply back"), N_("Send back"), K_F8,
     {ASK_NOTE, FIELD_TEXT, N_("What is wrong"), LIMIT_NOTE, true, 4});
KIND(outcome, N_("What the caller said"), N_("Record"), K_F5,
     {ASK_OUTCOME, FIELD_PICK, N_("Outcome"), 0, true, 1},
     {ASK_GRADE, FIELD_PICK, N_("Grade"), 0, false, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Opinion"), LIMIT_NOTE, false, 4});
KIND(answer, N_("Answer directly"), N_("Answer directly"), K_F5,
     {ASK_REPLY, FIELD_TEXT, N_("Reply"), LIMIT_REPLY, true, 8},
     {ASK_ARTICLE, FIELD_PICK, N_("Article"), 0, false, 1});
KIND(dispatch, N_("Dispatch"), N_("Dispatch"), K_F6, {ASK_UNIT, FIELD_PICK, N_("Unit"), 0, true, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Note"), LIMIT_NOTE, false, 3},
     {ASK_SUBJECT, FIELD_PICK, N_("Subject"), 0, false, 1});
KIND(promise, N_("Promise to call back"), N_("Promise"), K_NONE,
     {ASK_AT, FIELD_LINE, N_("When"), 40, true, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Note"), LIMIT_NOTE, false, 3});
KIND(refuse, N_("Refuse with a reason"), N_("Refuse"), K_NONE,
     {ASK_REASON, FIELD_PICK, N_("Reason"), 0, true, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Where to go"), LIMIT_NOTE, false, 3});
KIND(redo, N_("Have it done again"), N_("Redo"), K_F6,
     {ASK_NOTE, FIELD_TEXT, N_("What and why"), LIMIT_NOTE, true, 4},
     {ASK_UNIT, FIELD_PICK, N_("Unit"), 0, false, 1},
     {ASK_SUBJECT, FIELD_PICK, N_("Subject"), 0, false, 1});
KIND(uphold, N_("Uphold the result"), N_("Uphold and archive"), K_F7,
     {ASK_NOTE, FIELD_TEXT, N_("Reason"), LIMIT_NOTE, true, 4});
KIND(reopen, N_("Reopen"), N_("Reopen"), K_F8,
     {ASK_NOTE, FIELD_TEXT, N_("Reason"), LIMIT_NOTE, true, 4});
KIND(reveal, N_("Show the caller's data"), N_("Show"), K_NONE,
     {ASK_REASON, FIELD_LINE, N_("Needed for"), LIMIT_NOTE, true, 1});

static const struct deed deeds[] = {
    {OFFICE_SIGN, ticket_event_sign, N_("signed. Write the reply next."), send_sign, NULL},
    {OFFICE_REPLY, ticket_event_reply, N_("the reply waits for approval."), send_reply,
     &kind_reply},
    {OFFICE_PASS, ticket_event_pass, N_("the reply is approved; the caller is asked next."),
     send_pass, &kind_pass},
    {OFFICE_SEND_BACK, ticket_event_send_back, N_("the reply was sent back."), send_back,
     &kind_back},
    {OFFICE_OUTCOME, ticket_event_satisfied, N_("the outcome is recorded."), send_outcome,
     &kind_outcome},
    {OFFICE_ANSWER, ticket_event_answer, N_("answered; the caller is asked next."), send_answer,
     &kind_answer},
    {OFFICE_DISPATCH, ticket_event_dispatch, N_("dispatched."), send_dispatch, &kind_dispatch},
    {OFFICE_PROMISE, ticket_event_promise, N_("a call back is promised."), send_promise,
     &kind_promise},
    {OFFICE_REFUSE, ticket_event_refuse, N_("refused."), send_refuse, &kind_refuse},
    {OFFICE_REDO, ticket_event_redo, N_("dispatched once more."), send_redo, &kind_redo},
    {OFFICE_UPHOLD, ticket_event_uphold, N_("upheld and archived."), send_uphold, &kind_uphold},
    {OFFICE_REOPEN, ticket_event_reopen, N_("open again, for review."), send_reopen, &kind_reopen},
    {OFFICE_REVEAL, ticket_event_none, N_("the caller's data is shown until you leave the card."),
     send_reveal, &kind_reveal},
};

enum { DEEDS = sizeof deeds / sizeof *deeds };

const struct deed *deed_of_intent(int intent)
{
    for (int i = 0; i < DEEDS; i++)
        if (deeds[i].intent == intent) return &deeds[i];
    return NULL;
}

const struct deed *deed_of_kind(const struct dialog_kind *kind)
{
    for (int i = 0; i < DEEDS; i++)
        if (deeds[i].kind == kind) return &deeds[i];
    return NULL;
}

bool deed_allowed(const struct office *office, const struct deed *deed)
{
    const struct rec_ticket_card *card = card_shown(office->card);
    if (office->view != VIEW_CARD || !card) return false;
    if (deed->intent == OFFICE_REVEAL) return card->masked && !card_revealed(office->card);
    if (deed->intent == OFFICE_SIGN && office->signing == card->ticket) return false;
    return card_allows(office->card, deed->event);
}

/* ---- the popup ---- */

static void catalog_field(struct office *office, struct form *form, int field,
                          enum catalog_kind kind)
{
    size_t n;
    const struct pick_item *items = catalog_items(office->catalog, kind, &n);
    form_items(form, field, items, n);
}

static void set_items(void *ctx, struct dialog *dialog)
{
    struct office *office = ctx;
    struct form *form = dialog->form;
    if (dialog->kind == &kind_refuse)
        form_items(form, ASK_REASON, office->refusals.items, office->refusals.n);
    if (dialog->kind == &kind_outcome) {
        form_items(form, ASK_OUTCOME, office->outcomes.items, office->outcomes.n);
        form_items(form, ASK_GRADE, office->grades.items, office->grades.n);
    }
    if (dialog->kind == &kind_answer) catalog_field(office, form, ASK_ARTICLE, CATALOG_ARTICLES);
    if (dialog->kind == &kind_dispatch || dialog->kind == &kind_redo) {
        catalog_field(office, form, ASK_UNIT, CATALOG_UNITS);
        catalog_field(office, form, ASK_SUBJECT, CATALOG_SUBJECTS);
    }
}

void deed_items(struct office *office)
{
    dialogs_each(office->dialogs, set_items, office);
}

/* What is there to begin with. A reply that was sent back is mended, not written anew; one that has
 * to be done again is another one. */
static void preset(struct office *office, struct dialog *dialog)
{
    const struct rec_ticket_card *card = card_shown(office->card);
    bool sent_back = card->reply.n && !card->redo_count;
    if (dialog->kind == &kind_reply && sent_back &&
        form_set_text(dialog->form, ASK_REPLY, card->reply) != ERR_OK)
        seat_say(office->seat, NOTICE_WARN, _("The last reply does not fit here."));
    bool no_unit = dialog->kind == &kind_redo && !card->unit.s[0];
    uint64_t subject = catalog_id(office->catalog, CATALOG_SUBJECTS, card->subject.s);
    if (dialog->kind == &kind_dispatch || dialog->kind == &kind_redo)
        form_set_pick(dialog->form, ASK_SUBJECT, subject);
    if (dialog->kind == &kind_dispatch || no_unit) {
        form_set_pick(dialog->form, ASK_UNIT, catalog_usual_unit(office->catalog, subject));
    }
    if (dialog->kind == &kind_redo && card->unit.s[0])
        form_set_pick(dialog->form, ASK_UNIT,
                      catalog_id(office->catalog, CATALOG_UNITS, card->unit.s));
}

/* "Matter: the lamp …", cut to what the popup holds. */
static void add_lead(struct dialog *dialog, const char *label, struct slice text)
{
    size_t used = strlen(dialog->lead), cap = sizeof dialog->lead;
    if (text.n == 0 || used + strlen(label) + 8 > cap) return;
    used += (size_t)snprintf(dialog->lead + used, cap - used, "%s%s: ", used ? "\n" : "", label);
    if (used + 4 >= cap) return;
    size_t fits = text_fit_bytes(text, cap - used - 4);
    snprintf(dialog->lead + used, cap - used, "%.*s%s", (int)fits, text.p,
             fits < text.n ? "…" : "");
}

/* What is needed to decide stands above what is typed: the popup covers the card. */
static void set_lead(struct office *office, struct dialog *dialog)
{
    const struct rec_ticket_card *card = card_shown(office->card);
    const struct dialog_kind *kind = dialog->kind;
    dialog->lead[0] = 0;
    if (kind == &kind_reply) {
        add_lead(dialog, _("Note"), card->note);
        add_lead(dialog, _("Matter"), card->matter);
    }
    if (kind == &kind_pass || kind == &kind_back || kind == &kind_outcome)
        add_lead(dialog, _("Reply"), card->reply);
    if (kind == &kind_redo || kind == &kind_uphold) add_lead(dialog, _("Note"), card->note);
    if (kind == &kind_answer || kind == &kind_dispatch || kind == &kind_refuse)
        add_lead(dialog, _("Matter"), card->matter);
    if (kind == &kind_promise)
        add_lead(dialog, _("When"),
                 slice_of(_("14:30, +30 (minutes), +2h, or a date with a time.")));
    if (kind == &kind_reveal)
        snprintf(dialog->lead, sizeof dialog->lead, "%s",
                 _("The reason is recorded with your number."));
}

void deed_start(struct office *office, const struct deed *deed)
{
    bool fresh;
    if (!deed->kind) {
        deed->send(office, NULL);
        return;
    }
    struct dialog *dialog =
        dialogs_open(office->dialogs, deed->kind, card_ticket(office->card), &fresh);
    if (!dialog) {
        seat_say(office->seat, NOTICE_ALARM, "%s", screen_text(err_text(ERR_NOMEM)));
        return;
    }
    dialog->ctx = office;
    office->untouched = fresh && !dialog->busy;
    set_items(office, dialog);
    const struct rec_ticket_card *card = card_shown(office->card);
    /* A busy one is under way with what was seen then. */
    if (!dialog->busy) dialog->version = card->version;
    /* the same unit again, when there was one */
    if (deed->kind == &kind_redo) form_set_mandatory(dialog->form, ASK_UNIT, !card->unit.s[0]);
    if (deed->kind == &kind_redo || deed->kind == &kind_dispatch)
        form_set_mandatory(dialog->form, ASK_SUBJECT, !card->subject.s[0]);
    if (office->untouched) preset(office, dialog);
    set_lead(office, dialog);
}

void deed_left(struct office *office, struct dialog *dialog)
{
    if (office->untouched && !dialog->busy) dialogs_finish(office->dialogs, dialog);
}

void deed_do(struct office *office, struct dialog *dialog)
{
    const struct deed *deed = deed_of_kind(dialog->kind);
    dialog->busy = deed->send(office, dialog);
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
    return waiting.busy + (office->signing != 0);
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
