/* Popups of what stands beside settling a record: what a visitor was told, the rating of a call, a
 * link with another ticket, a leader asked, an attempt to reach the caller, a work report. */
#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"

static const char *const tell_names[] = {"note", "at_ms"};
static const char *const rate_names[] = {"attitude", "accuracy", "efficiency"};
static const char *const link_names[] = {"other", "kind", "cause", "note"};
static const char *const refer_names[] = {"note", "leader"};
static const char *const attempt_names[] = {"way", "reached", "note"};
static const char *const report_names[] = {"unit", "line", "report", "guidance"};

KIND(tell, "tell", N_("Process and time told"), N_("Told"), K_F6,
     {ASK_NOTE, FIELD_TEXT, N_("Process told"), LIMIT_NOTE, true, 3},
     {ASK_AT, FIELD_LINE, N_("Result by"), 40, true, 1});
KIND(rate, "rate", N_("Rating of the call"), N_("Record"), K_NONE,
     {ASK_ATTITUDE, FIELD_PICK, N_("Attitude"), 0, true, 1},
     {ASK_ACCURACY, FIELD_PICK, N_("Accuracy"), 0, true, 1},
     {ASK_EFFICIENCY, FIELD_PICK, N_("Efficiency"), 0, true, 1});
KIND(link, "link", N_("Link with another ticket"), N_("Link"), K_NONE,
     {ASK_OTHER, FIELD_LINE, N_("Other ticket"), LIMIT_CODE, true, 1},
     {ASK_KIND, FIELD_PICK, N_("How"), 0, true, 1},
     {ASK_CAUSE, FIELD_PICK, N_("Why again"), 0, false, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Note"), LIMIT_NOTE, false, 3});
KIND(refer, "refer", N_("Bring before a leader"), N_("Bring"), K_NONE,
     {ASK_NOTE, FIELD_TEXT, N_("Why"), LIMIT_NOTE, true, 3},
     {ASK_LEADER, FIELD_PICK, N_("Leader"), 0, false, 1});
KIND(attempt, "attempt", N_("Attempt to tell the reply"), N_("Record"), K_NONE,
     {ASK_WAY, FIELD_PICK, N_("How"), 0, true, 1},
     {ASK_REACHED, FIELD_PICK, N_("Reached"), 0, false, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Note"), LIMIT_NOTE, false, 3});
KIND(report, "report", N_("Work report"), N_("Record"), K_NONE,
     {ASK_UNIT, FIELD_PICK, N_("Unit"), 0, false, 1},
     {ASK_LINE, FIELD_PICK, N_("Line"), 0, false, 1},
     {ASK_TEXT, FIELD_TEXT, N_("Report"), LIMIT_MATTER, true, 5},
     {ASK_GUIDANCE, FIELD_TEXT, N_("Guidance given"), LIMIT_REPLY, true, 4});

static bool has(const struct dialog_kind *kind)
{
    return kind == &dialog_tell || kind == &dialog_rate || kind == &dialog_link ||
           kind == &dialog_refer || kind == &dialog_attempt || kind == &dialog_report;
}

uint64_t steps_call_to_rate(const struct desk *desk)
{
    const struct live *live = &desk->live;
    bool over = live->call && live->state == call_state_ended;
    return over && desk->rated != live->call ? live->call : 0;
}

uint64_t steps_ticket(const struct desk *desk)
{
    if (desk->view == VIEW_CARD) return card_shown(desk->card) ? card_ticket(desk->card) : 0;
    return desk->view == VIEW_WORK && desk->current ? desk->current->ticket : 0;
}

/* ---- what can be picked, what it begins with ---- */

static void words(struct dialog *dialog, int field, const struct word_items *items)
{
    form_items(dialog->form, field, items->items, items->n);
}

static void set_items(struct desk *desk, struct dialog *dialog)
{
    const struct dialog_kind *kind = dialog->kind;
    size_t n;
    const struct pick_item *items;
    if (kind == &dialog_rate) {
        words(dialog, ASK_ATTITUDE, &desk->grades);
        words(dialog, ASK_ACCURACY, &desk->grades);
        words(dialog, ASK_EFFICIENCY, &desk->grades);
    }
    if (kind == &dialog_link) {
        words(dialog, ASK_KIND, &desk->links);
        words(dialog, ASK_CAUSE, &desk->causes);
    }
    if (kind == &dialog_refer)
        form_items(dialog->form, ASK_LEADER, desk->leaders.items, desk->leaders.n);
    if (kind == &dialog_attempt) {
        words(dialog, ASK_WAY, &desk->ways);
        words(dialog, ASK_REACHED, &desk->yes_no);
    }
    if (kind != &dialog_report) return;
    items = catalog_items(desk->catalog, CATALOG_UNITS, &n);
    form_items(dialog->form, ASK_UNIT, items, n);
    items = catalog_items(desk->catalog, CATALOG_LINES, &n);
    form_items(dialog->form, ASK_LINE, items, n);
}

static void changed(struct dialog *dialog)
{
    struct form *form = dialog->form;
    if (dialog->kind == &dialog_link)
        form_set_mandatory(form, ASK_CAUSE, form_pick(form, ASK_KIND) == link_kind_repeat);
}

/* The most alike one is proposed. */
static void preset(struct desk *desk, struct dialog *dialog)
{
    const struct work *work = desk->view == VIEW_WORK ? desk->current : NULL;
    uint64_t other = work ? similar_ticket(work->similar, 0) : 0;
    char number[24];
    if (dialog->kind != &dialog_link || !other || form_text(dialog->form, ASK_OTHER).n) return;
    snprintf(number, sizeof number, "%llu", (unsigned long long)other);
    if (form_set_text(dialog->form, ASK_OTHER, slice_of(number)) == ERR_OK)
        form_set_focus(dialog->form, ASK_KIND);
}

/* ---- sending ---- */

bool ask_tell(struct desk *desk, struct dialog *dialog, uint64_t ticket, link_answered *answered,
              void *ctx)
{
    struct req_ticket_tell tell = {.ticket = ticket, .note = form_text(dialog->form, ASK_NOTE)};
    uint64_t now_ms = seat_now_ms(desk->seat);
    if (!time_parse(form_text(dialog->form, ASK_AT), now_ms, &tell.at_ms)) return false;
    dialog->busy = seat_ask(desk->seat, request_ticket_tell, &tell, false, answered, ctx);
    return dialog->busy;
}

static bool send_link(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    struct req_ticket_link link = {.ticket = dialog->object,
                                   .kind = form_pick(dialog->form, ASK_KIND),
                                   .cause = form_pick(dialog->form, ASK_CAUSE),
                                   .note = form_text(dialog->form, ASK_NOTE)};
    struct slice other = form_text(dialog->form, ASK_OTHER);
    for (size_t i = 0; i < other.n && other.n < 19; i++) {
        bool digit = other.p[i] >= '0' && other.p[i] <= '9';
        link.other = digit ? link.other * 10 + (uint64_t)(other.p[i] - '0') : 0;
        if (!digit) break;
    }
    if (!link.other) {
        form_set_error(dialog->form, ASK_OTHER, _("This is not a number."));
        form_set_focus(dialog->form, ASK_OTHER);
        return false;
    }
    return seat_ask(desk->seat, request_ticket_link, &link, false, answered, dialog);
}

static bool send_refer(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    struct req_ticket_refer refer = {.ticket = dialog->object,
                                     .note = form_text(dialog->form, ASK_NOTE)};
    for (size_t i = 0; i < desk->leaders.n; i++)
        if (desk->leaders.items[i].id == form_pick(dialog->form, ASK_LEADER))
            snprintf(refer.leader.s, sizeof refer.leader.s, "%s", desk->leaders.items[i].code);
    return seat_ask(desk->seat, request_ticket_refer, &refer, false, answered, dialog);
}

static bool send_report(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    struct req_work_add report = {.report = form_text(dialog->form, ASK_TEXT),
                                  .guidance = form_text(dialog->form, ASK_GUIDANCE),
                                  .call = call_is_mine(desk) ? desk->live.call : 0};
    ask_code(desk, dialog, ASK_UNIT, CATALOG_UNITS, &report.unit);
    ask_code(desk, dialog, ASK_LINE, CATALOG_LINES, &report.line);
    return seat_ask(desk->seat, request_work_add, &report, false, answered, dialog);
}

static bool send(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    const struct form *form = dialog->form;
    if (dialog->kind == &dialog_rate) {
        struct req_call_rate rate = {.call = dialog->object,
                                     .attitude = form_pick(form, ASK_ATTITUDE),
                                     .accuracy = form_pick(form, ASK_ACCURACY),
                                     .efficiency = form_pick(form, ASK_EFFICIENCY)};
        desk->rated = dialog->object;
        return seat_ask(desk->seat, request_call_rate, &rate, false, answered, dialog);
    }
    if (dialog->kind == &dialog_attempt) {
        struct req_ticket_attempt attempt = {.ticket = dialog->object,
                                             .way = form_pick(form, ASK_WAY),
                                             .reached = form_pick(form, ASK_REACHED) == 1,
                                             .note = form_text(form, ASK_NOTE)};
        return seat_ask(desk->seat, request_ticket_attempt, &attempt, false, answered, dialog);
    }
    if (dialog->kind == &dialog_link) return send_link(desk, dialog, answered);
    if (dialog->kind == &dialog_refer) return send_refer(desk, dialog, answered);
    return send_report(desk, dialog, answered);
}

static void lead(const struct desk *desk, const struct dialog *dialog, char *out, size_t cap)
{
    (void)desk;
    if (dialog->kind == &dialog_tell)
        snprintf(out, cap, "%s",
                 _("A visitor is told how it goes on and by when, before the ticket goes its way. "
                   "14:30, +2h, +3d, 12-01, or a date with a time."));
    if (dialog->kind == &dialog_rate)
        snprintf(out, cap, "%s", _("How does the caller rate the answering of this call?"));
}

static void done(struct desk *desk, struct dialog *dialog, const void *answer)
{
    (void)dialog;
    (void)answer;
    seat_say(desk->seat, NOTICE_GOOD, _("Recorded."));
}

const struct ask_room steps_room = {has, send, set_items, preset, changed, lead, done};
