/* Popups become requests; answers close them, or say what is wrong and give the text back. */
#include <stdio.h>

#include "client/office/model.h"
#include "client/screen/language.h"

static void say_done(struct office *office, const struct deed *deed, uint64_t ticket)
{
    seat_say(office->seat, NOTICE_GOOD, _("Ticket %llu: %s"), (unsigned long long)ticket,
             screen_text(deed->done));
}

/* The ticket is no longer as the card showed it, or never was. */
static bool is_outdated(const struct link_answer *answer)
{
    return answer->err == ERR_OK &&
           (answer->reject == REJECT_BAD_STATE || answer->reject == REJECT_STALE ||
            answer->reject == REJECT_DENIED || answer->reject == REJECT_NO_SUCH);
}

static void refresh(struct office *office, uint64_t ticket)
{
    list_stale(office->list);
    if (card_ticket(office->card) == ticket) card_reload(office->card);
}

/* Says why. What was typed is kept; the popup comes back only when its card is still there. */
static void refused(struct office *office, uint64_t ticket, const struct link_answer *answer)
{
    char why[NOTICE_BYTES / 2];
    if (seat_good(office->seat, answer) || office->seat->stage != SEAT_IN) return;
    seat_refusal(answer, why, sizeof why);
    bool here = office->view == VIEW_CARD && card_ticket(office->card) == ticket;
    if (here) /* short: it has to fit beside the longest refusal */
        seat_say(office->seat, NOTICE_WARN, _("%s Text is kept."), why);
    else
        seat_say(office->seat, NOTICE_WARN, _("Ticket %llu: %s Text is kept."),
                 (unsigned long long)ticket, why);
}

static void on_done(void *ctx, const struct link_answer *answer)
{
    struct dialog *dialog = ctx;
    struct office *office = dialog->ctx;
    uint64_t ticket = dialog->object;
    const struct deed *deed = deed_of_kind(dialog->kind);
    bool here = office->view == VIEW_CARD && card_ticket(office->card) == ticket;
    if (answer->err == ERR_OK && answer->reject == REJECT_OK) {
        seat_good(office->seat, answer);
        if (deed->intent == OFFICE_REVEAL && here) card_reveal(office->card, answer->body);
        if (deed->intent != OFFICE_REVEAL || here) say_done(office, deed, ticket);
        dialogs_finish(office->dialogs, dialog);
    } else {
        dialog->busy = false;
        refused(office, ticket, answer);
        if (is_outdated(answer) && dialogs_current(office->dialogs) == dialog)
            dialogs_close(office->dialogs);
        else if (here && !is_outdated(answer))
            dialogs_refuse(office->dialogs, dialog, answer);
    }
    refresh(office, ticket);
}

static void on_signed(void *ctx, const struct link_answer *answer)
{
    struct office *office = ctx;
    uint64_t ticket = office->signing;
    office->signing = 0;
    if (answer->err == ERR_OK && answer->reject == REJECT_OK) {
        seat_good(office->seat, answer);
        say_done(office, deed_of_intent(OFFICE_SIGN), ticket);
    } else {
        refused(office, ticket, answer);
    }
    refresh(office, ticket);
}

/* Steps outlive the dispatcher's absence, and this program's end. */
static bool ask_kept(struct office *office, enum request number, const void *body,
                     struct dialog *dialog)
{
    return seat_ask(office->seat, number, body, true, on_done, dialog);
}

bool send_sign(struct office *office, struct dialog *dialog)
{
    (void)dialog;
    struct req_ticket_sign sign = {.ticket = card_ticket(office->card)};
    if (office->signing) {
        seat_say(office->seat, NOTICE_WARN,
                 _("Signing ticket %llu is not answered yet. Try again in a moment."),
                 (unsigned long long)office->signing);
        return false;
    }
    if (!seat_ask(office->seat, request_ticket_sign, &sign, true, on_signed, office)) return false;
    office->signing = sign.ticket;
    if (office->seat->link != LINK_UP)
        seat_say(office->seat, NOTICE_WARN,
                 _("The dispatcher is away: this is kept and goes out when it is back."));
    return true;
}

bool send_reply(struct office *office, struct dialog *dialog)
{
    struct req_ticket_reply reply = {.ticket = dialog->object,
                                     .reply = form_text(dialog->form, ASK_REPLY)};
    return ask_kept(office, request_ticket_reply, &reply, dialog);
}

bool send_pass(struct office *office, struct dialog *dialog)
{
    struct req_ticket_pass pass = {.ticket = dialog->object,
                                   .version = dialog->version,
                                   .note = form_text(dialog->form, ASK_NOTE)};
    return ask_kept(office, request_ticket_pass, &pass, dialog);
}

bool send_back(struct office *office, struct dialog *dialog)
{
    struct req_ticket_send_back back = {.ticket = dialog->object,
                                        .version = dialog->version,
                                        .note = form_text(dialog->form, ASK_NOTE)};
    return ask_kept(office, request_ticket_send_back, &back, dialog);
}

bool send_outcome(struct office *office, struct dialog *dialog)
{
    struct req_ticket_follow_up outcome = {.ticket = dialog->object,
                                           .version = dialog->version,
                                           .outcome = form_pick(dialog->form, ASK_OUTCOME),
                                           .grade = form_pick(dialog->form, ASK_GRADE),
                                           .opinion = form_text(dialog->form, ASK_NOTE)};
    return ask_kept(office, request_ticket_follow_up, &outcome, dialog);
}

static void code_of(const struct office *office, const struct dialog *dialog, int field,
                    enum catalog_kind kind, struct code *out)
{
    const char *code = catalog_code(office->catalog, kind, form_pick(dialog->form, field));
    snprintf(out->s, sizeof out->s, "%s", code);
}

bool send_answer(struct office *office, struct dialog *dialog)
{
    struct req_ticket_answer answer = {.ticket = dialog->object,
                                       .reply = form_text(dialog->form, ASK_REPLY)};
    code_of(office, dialog, ASK_ARTICLE, CATALOG_ARTICLES, &answer.article);
    return ask_kept(office, request_ticket_answer, &answer, dialog);
}

bool send_dispatch(struct office *office, struct dialog *dialog)
{
    struct req_ticket_dispatch dispatch = {.ticket = dialog->object,
                                           .version = dialog->version,
                                           .note = form_text(dialog->form, ASK_NOTE)};
    code_of(office, dialog, ASK_UNIT, CATALOG_UNITS, &dispatch.unit);
    code_of(office, dialog, ASK_SUBJECT, CATALOG_SUBJECTS, &dispatch.subject);
    return ask_kept(office, request_ticket_dispatch, &dispatch, dialog);
}

bool send_promise(struct office *office, struct dialog *dialog)
{
    struct req_ticket_promise promise = {.ticket = dialog->object,
                                         .note = form_text(dialog->form, ASK_NOTE)};
    uint64_t now_ms = seat_now_ms(office->seat);
    if (!time_parse(form_text(dialog->form, ASK_AT), now_ms, &promise.at_ms) ||
        promise.at_ms <= now_ms) {
        form_set_error(dialog->form, ASK_AT, _("This is not a time to come."));
        form_set_focus(dialog->form, ASK_AT);
        return false;
    }
    return ask_kept(office, request_ticket_promise, &promise, dialog);
}

bool send_refuse(struct office *office, struct dialog *dialog)
{
    struct req_ticket_refuse refuse = {.ticket = dialog->object,
                                       .reason = form_pick(dialog->form, ASK_REASON),
                                       .note = form_text(dialog->form, ASK_NOTE)};
    return ask_kept(office, request_ticket_refuse, &refuse, dialog);
}

bool send_redo(struct office *office, struct dialog *dialog)
{
    struct req_ticket_redo redo = {.ticket = dialog->object,
                                   .version = dialog->version,
                                   .reason = form_text(dialog->form, ASK_NOTE)};
    code_of(office, dialog, ASK_UNIT, CATALOG_UNITS, &redo.unit);
    code_of(office, dialog, ASK_SUBJECT, CATALOG_SUBJECTS, &redo.subject);
    return ask_kept(office, request_ticket_redo, &redo, dialog);
}

bool send_uphold(struct office *office, struct dialog *dialog)
{
    struct req_ticket_uphold uphold = {.ticket = dialog->object,
                                       .version = dialog->version,
                                       .reason = form_text(dialog->form, ASK_NOTE)};
    return ask_kept(office, request_ticket_uphold, &uphold, dialog);
}

bool send_reopen(struct office *office, struct dialog *dialog)
{
    struct req_ticket_reopen reopen = {.ticket = dialog->object,
                                       .reason = form_text(dialog->form, ASK_NOTE)};
    return ask_kept(office, request_ticket_reopen, &reopen, dialog);
}

/* Not kept: who is not there any more needs nothing shown. */
bool send_reveal(struct office *office, struct dialog *dialog)
{
    struct req_ticket_reveal reveal = {.ticket = dialog->object,
                                       .reason = form_text(dialog->form, ASK_REASON)};
    return seat_ask(office->seat, request_ticket_reveal, &reveal, false, on_done, dialog);
}
