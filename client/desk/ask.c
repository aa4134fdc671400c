/* The desk's popups: their forms, and the requests that they become. */
#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"
#include "common/text.h"

static const char *const pause_names[] = {"reason"};
static const char *const phone_names[] = {"line", "from"};
static const char *const visit_names[] = {"line"};
static const char *const answer_names[] = {"reply", "article", "expert"};
static const char *const dispatch_names[] = {"unit", "note"};
static const char *const promise_names[] = {"at_ms", "note"};
static const char *const refuse_names[] = {"reason", "note"};
static const char *const reveal_names[] = {"reason"};
static const char *const outcome_names[] = {"outcome", "solved", "grade", "process", "opinion"};

KIND(pause, "pause", N_("Break"), N_("Take the break"), K_F3,
     {ASK_REASON, FIELD_PICK, N_("Reason"), 0, true, 1});
KIND(phone, "phone", N_("A call on the desk phone"), N_("Take it"), K_NONE,
     {ASK_LINE, FIELD_PICK, N_("Line"), 0, true, 1},
     {ASK_FROM, FIELD_LINE, N_("Caller's number"), LIMIT_PHONE, false, 1});
KIND(visit, "visit", N_("A visitor at the counter"), N_("Begin"), K_NONE,
     {ASK_LINE, FIELD_PICK, N_("Line"), 0, true, 1});
KIND(answer, "answer", N_("Answer directly"), N_("Register and answer"), K_F5,
     {ASK_REPLY, FIELD_TEXT, N_("Reply"), LIMIT_REPLY, true, 7},
     {ASK_ARTICLE, FIELD_PICK, N_("Article"), 0, false, 1},
     {ASK_EXPERT, FIELD_PICK, N_("Expert"), 0, false, 1});
KIND(dispatch, "dispatch", N_("Dispatch"), N_("Dispatch"), K_F6,
     {ASK_UNIT, FIELD_PICK, N_("Unit"), 0, true, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Note"), LIMIT_NOTE, false, 3});
KIND(promise, "promise", N_("Promise to call back"), N_("Promise"), K_NONE,
     {ASK_AT, FIELD_LINE, N_("When"), 40, true, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Note"), LIMIT_NOTE, false, 3});
KIND(refuse, "refuse", N_("Refuse with a reason"), N_("Refuse"), K_NONE,
     {ASK_REASON, FIELD_PICK, N_("Reason"), 0, true, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Where to go"), LIMIT_NOTE, false, 3});
KIND(reveal, "reveal", N_("Show the caller's data"), N_("Show"), K_NONE,
     {ASK_TEXT, FIELD_LINE, N_("Needed for"), LIMIT_NOTE, true, 1});
KIND(outcome, "outcome", N_("What the caller said"), N_("Record"), K_F5,
     {ASK_OUTCOME, FIELD_PICK, N_("Outcome"), 0, true, 1},
     {ASK_SOLVED, FIELD_PICK, N_("Solved"), 0, false, 1},
     {ASK_GRADE, FIELD_PICK, N_("Grade"), 0, false, 1},
     {ASK_PROCESS, FIELD_PICK, N_("Process"), 0, false, 1},
     {ASK_OPINION, FIELD_TEXT, N_("Opinion"), LIMIT_NOTE, false, 4});

static const struct ask_room *room_of(const struct dialog_kind *kind)
{
    static const struct ask_room *const rooms[] = {&steps_room, &pass_room, &outbound_room,
                                                   &special_room, &walk_room};
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++)
        if (rooms[i]->has(kind)) return rooms[i];
    return NULL;
}

void ask_changed(struct dialog *dialog)
{
    struct form *form = dialog->form;
    const struct ask_room *room = room_of(dialog->kind);
    if (room && room->changed) room->changed(dialog);
    if (dialog->kind == &dialog_refuse)
        form_set_mandatory(form, ASK_NOTE, refused_to_another(form_pick(form, ASK_REASON)));
    if (dialog->kind != &dialog_outcome) return;
    uint64_t outcome = form_pick(form, ASK_OUTCOME);
    form_set_mandatory(form, ASK_SOLVED, outcome && outcome != outcome_unreachable);
}

/* ---- what can be picked ---- */

void ask_pick_from(struct desk *desk, struct dialog *dialog, int field, enum catalog_kind kind)
{
    size_t n;
    const struct pick_item *items = catalog_items(desk->catalog, kind, &n);
    form_items(dialog->form, field, items, n);
}

static void set_items(void *ctx, struct dialog *dialog)
{
    struct desk *desk = ctx;
    struct form *form = dialog->form;
    const struct dialog_kind *kind = dialog->kind;
    if (kind == &dialog_pause) form_items(form, ASK_REASON, desk->reasons.items, desk->reasons.n);
    if (kind == &dialog_refuse)
        form_items(form, ASK_REASON, desk->refusals.items, desk->refusals.n);
    if (kind == &dialog_phone || kind == &dialog_visit)
        ask_pick_from(desk, dialog, ASK_LINE, CATALOG_LINES);
    if (kind == &dialog_answer) {
        ask_pick_from(desk, dialog, ASK_ARTICLE, CATALOG_ARTICLES);
        ask_pick_from(desk, dialog, ASK_EXPERT, CATALOG_EXPERTS);
    }
    if (kind == &dialog_dispatch) ask_pick_from(desk, dialog, ASK_UNIT, CATALOG_UNITS);
    if (kind == &dialog_outcome) {
        form_items(form, ASK_OUTCOME, desk->outcomes.items, desk->outcomes.n);
        form_items(form, ASK_SOLVED, desk->solved.items, desk->solved.n);
        form_items(form, ASK_GRADE, desk->grades.items, desk->grades.n);
        form_items(form, ASK_PROCESS, desk->grades.items, desk->grades.n);
    }
    const struct ask_room *room = room_of(kind);
    if (room && room->items) room->items(desk, dialog);
}

void ask_items(struct desk *desk)
{
    dialogs_each(desk->dialogs, set_items, desk);
}

/* ---- opening ---- */

static void preset(struct desk *desk, struct dialog *dialog)
{
    const struct dialog_kind *kind = dialog->kind;
    size_t n;
    const struct pick_item *lines = catalog_items(desk->catalog, CATALOG_LINES, &n);
    if ((kind == &dialog_phone || kind == &dialog_visit) && !form_pick(dialog->form, ASK_LINE)) {
        form_set_pick(dialog->form, ASK_LINE, desk->line ? desk->line : n ? lines[0].id : 0);
        if (kind == &dialog_phone) form_set_focus(dialog->form, ASK_FROM);
    }
    const struct rec_ticket_card *card = card_shown(desk->card);
    if (kind == &dialog_dispatch && card && !form_pick(dialog->form, ASK_UNIT)) {
        uint64_t subject = catalog_id(desk->catalog, CATALOG_SUBJECTS, card->subject.s);
        form_set_pick(dialog->form, ASK_UNIT, catalog_usual_unit(desk->catalog, subject));
    }
    if (kind == &dialog_answer) {
        catalog_items(desk->catalog, CATALOG_EXPERTS, &n);
        form_set_visible(dialog->form, ASK_EXPERT, n > 0);
    }
    const struct ask_room *room = room_of(kind);
    if (room && room->preset) room->preset(desk, dialog);
}

void ask_lead(const struct desk *desk, struct dialog *dialog)
{
    const struct dialog_kind *kind = dialog->kind;
    const struct ask_room *room = room_of(kind);
    const char *lead = "";
    if (kind == &dialog_promise) lead = _("14:30, +30 (minutes), +2h, or a date with a time.");
    if (kind == &dialog_reveal) lead = _("The reason is recorded with your number.");
    snprintf(dialog->lead, sizeof dialog->lead, "%s", lead);
    if (room && room->lead) room->lead(desk, dialog, dialog->lead, sizeof dialog->lead);
}

void ask_open(struct desk *desk, const struct dialog_kind *kind, uint64_t object)
{
    bool fresh;
    struct dialog *dialog = dialogs_open(desk->dialogs, kind, object, &fresh);
    if (!dialog) {
        seat_say(desk->seat, NOTICE_ALARM, "%s", screen_text(err_text(ERR_NOMEM)));
        return;
    }
    dialog->ctx = desk;
    /* What is judged is what stands on the card now. */
    const struct rec_ticket_card *card = card_shown(desk->card);
    if (kind == &dialog_outcome && card && !dialog->busy) dialog->version = card->version;
    set_items(desk, dialog);
    preset(desk, dialog);
    ask_changed(dialog);
    ask_lead(desk, dialog);
}

/* ---- doing ---- */

static void on_done(void *ctx, const struct link_answer *answer)
{
    struct dialog *dialog = ctx;
    struct desk *desk = dialog->ctx;
    if (!seat_good(desk->seat, answer)) {
        dialogs_refuse(desk->dialogs, dialog, answer);
        /* Another's ticket: nobody tells this desk of it. */
        bool outdated = answer->err == ERR_OK &&
                        (answer->reject == REJECT_STALE || answer->reject == REJECT_BAD_STATE);
        if (outdated && desk->view == VIEW_CARD && answer->reject == REJECT_STALE)
            card_stale(desk->card);
        if (outdated && desk->view == VIEW_CARD) card_reload(desk->card);
        return;
    }
    const struct dialog_kind *kind = dialog->kind;
    const struct ask_room *room = room_of(kind);
    /* an answer that comes late must not show one caller's data on another's card */
    if (kind == &dialog_reveal && card_ticket(desk->card) == dialog->object)
        card_reveal(desk->card, answer->body);
    else if (kind == &dialog_outcome)
        seat_say(desk->seat, NOTICE_GOOD, _("Recorded."));
    if (room && room->done) room->done(desk, dialog, answer->body);
    dialogs_finish(desk->dialogs, dialog);
    list_stale(desk->list);
    if (desk->view == VIEW_CARD && kind != &dialog_reveal) card_reload(desk->card);
}

void ask_code(const struct desk *desk, const struct dialog *dialog, int field,
              enum catalog_kind kind, struct code *out)
{
    const char *code = catalog_code(desk->catalog, kind, form_pick(dialog->form, field));
    snprintf(out->s, sizeof out->s, "%s", code);
}

bool ask_settle(struct desk *desk, struct dialog *dialog, uint64_t ticket, enum settle settle,
                link_answered *answered, void *ctx)
{
    struct form *form = dialog->form;
    struct req_ticket_answer answer = {.ticket = ticket};
    struct req_ticket_dispatch dispatch = {.ticket = ticket};
    struct req_ticket_promise promise = {.ticket = ticket};
    struct req_ticket_refuse refuse = {.ticket = ticket};
    bool sent = false;
    switch (settle) {
    case SETTLE_NONE:
        break;
    case SETTLE_ANSWER:
        answer.reply = form_text(form, ASK_REPLY);
        ask_code(desk, dialog, ASK_ARTICLE, CATALOG_ARTICLES, &answer.article);
        ask_code(desk, dialog, ASK_EXPERT, CATALOG_EXPERTS, &answer.expert);
        sent = seat_ask(desk->seat, request_ticket_answer, &answer, false, answered, ctx);
        break;
    case SETTLE_DISPATCH:
        ask_code(desk, dialog, ASK_UNIT, CATALOG_UNITS, &dispatch.unit);
        dispatch.note = form_text(form, ASK_NOTE);
        sent = seat_ask(desk->seat, request_ticket_dispatch, &dispatch, false, answered, ctx);
        break;
    case SETTLE_PROMISE:
        if (!time_parse(form_text(form, ASK_AT), seat_now_ms(desk->seat), &promise.at_ms)) break;
        promise.note = form_text(form, ASK_NOTE);
        sent = seat_ask(desk->seat, request_ticket_promise, &promise, false, answered, ctx);
        break;
    case SETTLE_REFUSE:
        refuse.reason = form_pick(form, ASK_REASON);
        refuse.note = form_text(form, ASK_NOTE);
        sent = seat_ask(desk->seat, request_ticket_refuse, &refuse, false, answered, ctx);
        break;
    }
    dialog->busy = sent;
    return sent;
}

bool ask_time_is_right(struct desk *desk, struct dialog *dialog)
{
    uint64_t at_ms, now_ms = seat_now_ms(desk->seat);
    if (time_parse(form_text(dialog->form, ASK_AT), now_ms, &at_ms) && at_ms > now_ms) return true;
    form_set_error(dialog->form, ASK_AT, _("This is not a time to come."));
    form_set_focus(dialog->form, ASK_AT);
    return false;
}

static enum settle settle_of(const struct dialog_kind *kind)
{
    if (kind == &dialog_answer) return SETTLE_ANSWER;
    if (kind == &dialog_dispatch || kind == &dialog_tell) return SETTLE_DISPATCH;
    if (kind == &dialog_promise) return SETTLE_PROMISE;
    return kind == &dialog_refuse ? SETTLE_REFUSE : SETTLE_NONE;
}

static void do_settle(struct desk *desk, struct dialog *dialog, enum settle settle)
{
    bool tells = dialog->kind == &dialog_tell;
    if ((settle == SETTLE_PROMISE || tells) && !ask_time_is_right(desk, dialog)) return;
    for (int i = 0; i < WORKS; i++) {
        struct work *work = desk->works[i];
        if (!work || work->serial != dialog->object) continue;
        dialog->busy = true;
        dialogs_close(desk->dialogs);
        settle_go(work, settle);
        return;
    }
    if (tells)
        dialog->busy = ask_tell(desk, dialog, dialog->object, on_done, dialog);
    else
        ask_settle(desk, dialog, dialog->object, settle, on_done, dialog);
}

static bool do_arrive(struct desk *desk, struct dialog *dialog, enum channel channel)
{
    struct req_call_arrive wanted = {.channel = channel, .here = 1};
    desk->line = form_pick(dialog->form, ASK_LINE);
    ask_code(desk, dialog, ASK_LINE, CATALOG_LINES, &wanted.line);
    if (channel == channel_phone) wanted.from = form_text(dialog->form, ASK_FROM);
    return seat_ask(desk->seat, request_call_arrive, &wanted, false, on_done, dialog);
}

static bool do_outcome(struct desk *desk, struct dialog *dialog)
{
    struct req_ticket_follow_up wanted = {.ticket = dialog->object,
                                          .version = dialog->version,
                                          .outcome = form_pick(dialog->form, ASK_OUTCOME),
                                          .solved = form_pick(dialog->form, ASK_SOLVED),
                                          .process = form_pick(dialog->form, ASK_PROCESS),
                                          .grade = form_pick(dialog->form, ASK_GRADE),
                                          .opinion = form_text(dialog->form, ASK_OPINION)};
    return seat_ask(desk->seat, request_ticket_follow_up, &wanted, false, on_done, dialog);
}

void ask_do(struct desk *desk, struct dialog *dialog)
{
    const struct dialog_kind *kind = dialog->kind;
    struct req_agent_pause rest = {0};
    struct req_ticket_reveal reveal = {.ticket = dialog->object};
    enum settle settle = settle_of(kind);
    ask_changed(dialog);
    if (!dialogs_complete(desk->dialogs, dialog)) return;
    if (settle) {
        do_settle(desk, dialog, settle);
        return;
    }
    if (kind == &dialog_pause) {
        rest.reason = form_pick(dialog->form, ASK_REASON);
        dialog->busy = seat_ask(desk->seat, request_agent_pause, &rest, false, on_done, dialog);
    }
    if (kind == &dialog_reveal) {
        reveal.reason = form_text(dialog->form, ASK_TEXT);
        dialog->busy = seat_ask(desk->seat, request_ticket_reveal, &reveal, false, on_done, dialog);
    }
    if (kind == &dialog_phone) dialog->busy = do_arrive(desk, dialog, channel_phone);
    if (kind == &dialog_visit) dialog->busy = do_arrive(desk, dialog, channel_visit);
    if (kind == &dialog_outcome) dialog->busy = do_outcome(desk, dialog);
    const struct ask_room *room = room_of(kind);
    if (room) dialog->busy = room->send(desk, dialog, on_done);
}
