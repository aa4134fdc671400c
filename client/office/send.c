/* Popups become requests, field by field by the schema's names; answers close them, or say what is
 * wrong and give the text back. */
#include <stdio.h>
#include <stdlib.h>

#include "client/office/model.h"
#include "client/screen/language.h"
#include "common/text.h"

static void say_done(struct office *office, const struct deed *deed, uint64_t ticket)
{
    if (deed->about == ABOUT_TICKET)
        seat_say(office->seat, NOTICE_GOOD, _("Ticket %llu: %s"), (unsigned long long)ticket,
                 screen_text(deed->done));
    else
        seat_say(office->seat, NOTICE_GOOD, _("No. %llu: %s"), (unsigned long long)ticket,
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
    sheet_stale(office->sheet);
    if (card_ticket(office->card) == ticket) card_reload(office->card);
}

/* Says why. What was typed is kept; the popup comes back only when its card is still there. */
static void refused(struct office *office, const struct deed *deed, uint64_t ticket,
                    const struct link_answer *answer)
{
    char why[NOTICE_BYTES / 2];
    if (seat_good(office->seat, answer) || office->seat->stage != SEAT_IN) return;
    seat_refusal(answer, why, sizeof why);
    if (deed->about != ABOUT_TICKET) {
        seat_say(office->seat, NOTICE_WARN, "%s", why);
        return;
    }
    bool here = office->view == VIEW_CARD && card_ticket(office->card) == ticket;
    if (here) /* short: it has to fit beside the longest refusal */
        seat_say(office->seat, NOTICE_WARN, _("%s Text is kept."), why);
    else
        seat_say(office->seat, NOTICE_WARN, _("Ticket %llu: %s Text is kept."),
                 (unsigned long long)ticket, why);
}

/* Its card is looked at, or its row. */
static bool is_here(const struct office *office, const struct deed *deed, uint64_t object)
{
    return deed_object(office, deed) == object;
}

static void on_done(void *ctx, const struct link_answer *answer)
{
    struct dialog *dialog = ctx;
    struct office *office = dialog->ctx;
    uint64_t object = dialog->object;
    const struct deed *deed = deed_of_kind(dialog->kind);
    bool here = is_here(office, deed, object);
    if (answer->err == ERR_OK && answer->reject == REJECT_OK) {
        seat_good(office->seat, answer);
        bool reveals = deed->intent == deed_reveal;
        if (reveals && here) card_reveal(office->card, answer->body);
        if (!reveals || here) say_done(office, deed, object);
        dialogs_finish(office->dialogs, dialog);
    } else {
        dialog->busy = false;
        bool late = answer->reject == REJECT_STALE || answer->reject == REJECT_BAD_STATE;
        if (late && here) card_stale(office->card);
        refused(office, deed, object, answer);
        if (is_outdated(answer) && dialogs_current(office->dialogs) == dialog)
            dialogs_close(office->dialogs);
        else if (here && !is_outdated(answer))
            dialogs_refuse(office->dialogs, dialog, answer);
    }
    refresh(office, object);
}

/* ---- steps without a popup ---- */

/* Passed on once, with its approval (R79): shown in one line, kept nowhere. */
static void say_data(struct office *office, const struct rec_caller_words *words)
{
    const struct slice parts[] = {words->name, words->phone, words->address, words->workplace};
    char line[NOTICE_BYTES] = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t used = strlen(line);
        if (!parts[i].n) continue;
        size_t fits = text_fit_bytes(parts[i], sizeof line - used - 3);
        snprintf(line + used, sizeof line - used, "%s%.*s", used ? "  " : "", (int)fits,
                 parts[i].p);
    }
    seat_say(office->seat, NOTICE_GOOD, "%s", line);
}

static void on_plain(void *ctx, const struct link_answer *answer)
{
    struct office *office = ctx;
    struct plain plain = office->plain;
    office->plain = (struct plain){0};
    if (answer->err == ERR_OK && answer->reject == REJECT_OK) {
        seat_good(office->seat, answer);
        say_done(office, plain.deed, plain.object);
        if (plain.deed->intent == deed_letter) print_letter(office, plain.object);
        if (plain.deed->intent == deed_give) say_data(office, answer->body);
    } else {
        refused(office, plain.deed, plain.object, answer);
    }
    refresh(office, plain.object);
}

/* ---- the request ---- */

static void put_u64(char *body, const struct field *field, uint64_t value)
{
    memcpy(body + field->offset, &value, sizeof value);
}

static bool wrong(struct dialog *dialog, int id, const char *why)
{
    form_set_error(dialog->form, id, why);
    form_set_focus(dialog->form, id);
    return false;
}

static bool put_time(struct office *office, struct dialog *dialog, int id, char *body,
                     const struct field *field)
{
    uint64_t now_ms = seat_now_ms(office->seat), at_ms;
    struct slice text = form_text(dialog->form, id);
    bool past = popup_source((enum ask_field)id) == PAST;
    if (text.n == 0) return true;
    if (past ? !time_parse_past(text, now_ms, &at_ms) || at_ms > now_ms
             : !time_parse(text, now_ms, &at_ms) || at_ms <= now_ms)
        return wrong(dialog, id,
                     past ? _("This is not a time that is over.")
                          : _("This is not a time to come."));
    put_u64(body, field, at_ms);
    return true;
}

static bool put_digits(struct dialog *dialog, int id, char *body, const struct field *field)
{
    struct slice text = form_text(dialog->form, id);
    uint64_t value = 0;
    for (size_t i = 0; i < text.n; i++) {
        bool digit = text.p[i] >= '0' && text.p[i] <= '9';
        if (!digit || text.n > 18) return wrong(dialog, id, _("This is not a number."));
        value = value * 10 + (uint64_t)(text.p[i] - '0');
    }
    put_u64(body, field, value);
    return true;
}

/* One field of the popup into its place; false: it is not right, and marked. */
static bool put_field(struct office *office, struct dialog *dialog, const struct form_field *from,
                      char *body, const struct field *field)
{
    struct form *form = dialog->form;
    bool picks = from->kind == FIELD_PICK;
    switch (field->type) {
    case TYPE_text: {
        struct slice text = form_text(form, from->id);
        memcpy(body + field->offset, &text, sizeof text);
        return true;
    }
    case TYPE_code: {
        struct code *code = (struct code *)(body + field->offset);
        snprintf(code->s, sizeof code->s, "%s", popup_code(office, form, (enum ask_field)from->id));
        return true;
    }
    case TYPE_ms:
        return put_time(office, dialog, from->id, body, field);
    case TYPE_flag:
        put_u64(body, field, form_pick(form, from->id) == 1);
        return true;
    case TYPE_enum:
    case TYPE_u64:
    case TYPE_ticket:
        if (!picks) return put_digits(dialog, from->id, body, field);
        put_u64(body, field, form_pick(form, from->id));
        return true;
    case TYPE_roles:
    case TYPE_person:
    case TYPE_station:
    case TYPE_session:
    case TYPE_unit:
    case TYPE_line:
    case TYPE_subject:
    case TYPE_script:
    case TYPE_article:
    case TYPE_call:
    case TYPE_h32:
    case TYPE_bytes:
    case TYPE_rows:
        break;
    }
    ASSERT(!"a field of a kind that no popup fills");
}

/* What it is about: the first field, but for points by hand, which name their cause. */
static void put_object(struct office *office, const struct deed *deed, char *body, uint64_t object)
{
    const struct message *message = &request_desc(deed->request)->message;
    const struct field *ticket = message_field(message, "ticket");
    const struct field *number = message_field(message, "number");
    const struct field *back = message_field(message, "back");
    if (deed->about == ABOUT_TICKET) put_u64(body, ticket, object);
    if (deed->about == ABOUT_ROW) put_u64(body, &message->fields[0], object);
    if (deed->about != ABOUT_ME) return;
    memcpy(body + number->offset, &office->seat->me.number, sizeof office->seat->me.number);
    put_u64(body, back, deed->intent == deed_back);
}

static bool put_all(struct office *office, const struct deed *deed, struct dialog *dialog,
                    char *body)
{
    const struct message *message = &request_desc(deed->request)->message;
    const struct field *version = message_field(message, "version");
    put_object(office, deed, body, dialog ? dialog->object : deed_object(office, deed));
    if (!dialog) return true;
    if (version) put_u64(body, version, dialog->version);
    const struct form_spec *spec = &dialog->kind->spec;
    for (int i = 0; i < spec->count; i++) {
        const struct field *field = message_field(message, spec->names[i]);
        ASSERT(field);
        if (!put_field(office, dialog, &spec->fields[i], body, field)) return false;
    }
    return true;
}

/* Steps outlive the dispatcher's absence, and this program's end; what shows a caller's data does
 * not: who is not there any more needs nothing shown. */
static bool ask(struct office *office, const struct deed *deed, const void *body,
                struct dialog *dialog)
{
    struct seat *seat = office->seat;
    bool keep = deed->intent != deed_reveal && deed->intent != deed_give;
    if (dialog) return seat_ask(seat, deed->request, body, keep, on_done, dialog);
    if (office->plain.deed) {
        seat_say(seat, NOTICE_WARN,
                 _("The step before is not answered yet. Try again in a moment."));
        return false;
    }
    uint64_t object = deed_object(office, deed);
    if (!seat_ask(seat, deed->request, body, keep, on_plain, office)) return false;
    office->plain = (struct plain){deed, object};
    if (seat->link != LINK_UP)
        seat_say(seat, NOTICE_WARN,
                 _("The dispatcher is away: this is kept and goes out when it is back."));
    return true;
}

bool send_deed(struct office *office, const struct deed *deed, struct dialog *dialog)
{
    char *body = calloc(1, request_desc(deed->request)->message.size);
    bool sent = body && put_all(office, deed, dialog, body) && ask(office, deed, body, dialog);
    free(body);
    return sent;
}
