/* Popups of special calls: harassment counted (R45), an alert raised or acknowledged (R43, R44),
 * identity checked (R49), supply and demand noted and matched (R47). */
#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"
#include "common/text.h"

static const char *const mark_names[] = {"kind", "note"};
static const char *const alert_names[] = {"kind",   "plan",    "what", "place",
                                          "people", "contact", "asked"};
static const char *const acknowledge_names[] = {"note"};
static const char *const identity_names[] = {"way", "failed", "note"};
static const char *const market_names[] = {"kind", "what", "contact", "subject", "until_ms"};
static const char *const match_names[] = {"supply", "demand", "note"};
static const char *const market_close_names[] = {"market", NULL, "reason"};

KIND(mark, "mark", N_("Count this call as harassment"), N_("Count"), K_NONE,
     {ASK_KIND, FIELD_PICK, N_("Kind"), 0, true, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Caller's words"), LIMIT_NOTE, false, 3});
KIND(alert, "alert", N_("Raise an alert"), N_("Raise"), K_NONE,
     {ASK_KIND, FIELD_PICK, N_("What it is"), 0, true, 1},
     {ASK_PLAN, FIELD_PICK, N_("Alert plan"), 0, true, 1},
     {ASK_TEXT, FIELD_TEXT, N_("What happened"), LIMIT_NOTE, true, 3},
     {ASK_PLACE, FIELD_LINE, N_("Where it is"), LIMIT_ADDRESS, false, 1},
     {ASK_PEOPLE, FIELD_LINE, N_("Who is hurt"), LIMIT_NOTE, false, 1},
     {ASK_CONTACT, FIELD_LINE, N_("Whom to reach"), LIMIT_NAME, false, 1},
     {ASK_HELP, FIELD_LINE, N_("Help asked for"), LIMIT_NOTE, false, 1});
KIND(acknowledge, "acknowledge", N_("Alert"), N_("Acknowledge alert"), K_NONE,
     {ASK_NOTE, FIELD_LINE, N_("What is done"), LIMIT_NOTE, false, 1});
KIND(identity, "identity", N_("Identity of the caller"), N_("Record"), K_NONE,
     {ASK_WAY, FIELD_PICK, N_("Checked by"), 0, true, 1},
     {ASK_REACHED, FIELD_PICK, N_("It is the caller"), 0, true, 1},
     {ASK_NOTE, FIELD_TEXT, N_("What was asked"), LIMIT_NOTE, false, 2});
KIND(market, "market", N_("Supply or demand"), N_("Note it"), K_NONE,
     {ASK_KIND, FIELD_PICK, N_("Kind"), 0, true, 1},
     {ASK_TEXT, FIELD_TEXT, N_("What"), LIMIT_NOTE, true, 3},
     {ASK_CONTACT, FIELD_LINE, N_("Whom to reach"), LIMIT_NAME, false, 1},
     {ASK_SUBJECT, FIELD_PICK, N_("Subject"), 0, false, 1},
     {ASK_AT, FIELD_LINE, N_("Of use until"), 40, false, 1});
KIND(match, "match", N_("Match a demand with a supply"), N_("Match"), K_NONE,
     {ASK_SUPPLY, FIELD_PICK, N_("Supply"), 0, true, 1},
     {ASK_DEMAND, FIELD_PICK, N_("Demand"), 0, true, 1},
     {ASK_NOTE, FIELD_TEXT, N_("What was agreed"), LIMIT_NOTE, false, 3});
KIND(market_close, "market_close", N_("Close a supply or demand"), N_("Close it"), K_NONE,
     {ASK_SUPPLY, FIELD_PICK, N_("Supply"), 0, false, 1},
     {ASK_DEMAND, FIELD_PICK, N_("or demand"), 0, false, 1},
     {ASK_NOTE, FIELD_TEXT, N_("Why"), LIMIT_NOTE, true, 3});

static bool has(const struct dialog_kind *kind)
{
    return kind == &dialog_mark || kind == &dialog_alert || kind == &dialog_acknowledge ||
           kind == &dialog_identity || kind == &dialog_market || kind == &dialog_match ||
           kind == &dialog_market_close;
}

/* ---- what can be picked, what it begins with ---- */

static void words(struct dialog *dialog, int field, const struct word_items *items)
{
    form_items(dialog->form, field, items->items, items->n);
}

static void set_items(struct desk *desk, struct dialog *dialog)
{
    const struct dialog_kind *kind = dialog->kind;
    if (kind == &dialog_mark) words(dialog, ASK_KIND, &desk->nuisances);
    if (kind == &dialog_alert) {
        words(dialog, ASK_KIND, &desk->alert_kinds);
        form_items(dialog->form, ASK_PLAN, desk->plans.items, desk->plans.n);
    }
    if (kind == &dialog_identity) {
        words(dialog, ASK_WAY, &desk->identity_ways);
        words(dialog, ASK_REACHED, &desk->yes_no);
    }
    if (kind == &dialog_market) {
        words(dialog, ASK_KIND, &desk->market_kinds);
        ask_pick_from(desk, dialog, ASK_SUBJECT, CATALOG_SUBJECTS);
    }
    if (kind != &dialog_match && kind != &dialog_market_close) return;
    form_items(dialog->form, ASK_SUPPLY, desk->supplies.items, desk->supplies.n);
    form_items(dialog->form, ASK_DEMAND, desk->demands.items, desk->demands.n);
}

static void preset(struct desk *desk, struct dialog *dialog)
{
    const struct dialog_kind *kind = dialog->kind;
    if (kind == &dialog_alert) plans_ask(desk);
    if (kind == &dialog_match || kind == &dialog_market_close) market_ask(desk);
    if (kind == &dialog_identity && !form_pick(dialog->form, ASK_REACHED))
        form_set_pick(dialog->form, ASK_REACHED, yes_no_yes);
}

/* An emergency's key points (R43): where it is and who is in danger. */
static void changed(struct dialog *dialog)
{
    if (dialog->kind != &dialog_alert) return;
    bool emergency = form_pick(dialog->form, ASK_KIND) == alert_kind_emergency;
    form_set_mandatory(dialog->form, ASK_PLACE, emergency);
    form_set_mandatory(dialog->form, ASK_PEOPLE, emergency);
}

static void lead(const struct desk *desk, const struct dialog *dialog, char *out, size_t cap)
{
    if (dialog->kind == &dialog_acknowledge) news_alert_text(&desk->news, dialog->object, out, cap);
    if (dialog->kind == &dialog_alert)
        snprintf(out, cap, "%s",
                 _("Everybody on the plan is told at once, and asked to acknowledge."));
    if (dialog->kind == &dialog_market)
        snprintf(out, cap, "%s", _("Of use until: 14:30, +2h, +3d, 12-01, or a date with a time."));
}

/* ---- sending ---- */

static bool send_alert(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    const struct form *form = dialog->form;
    struct req_alert_raise raise = {.kind = form_pick(form, ASK_KIND),
                                    .call = dialog->object,
                                    .ticket = steps_ticket(desk),
                                    .what = form_text(form, ASK_TEXT),
                                    .place = form_text(form, ASK_PLACE),
                                    .people = form_text(form, ASK_PEOPLE),
                                    .contact = form_text(form, ASK_CONTACT),
                                    .asked = form_text(form, ASK_HELP)};
    uint64_t plan = form_pick(form, ASK_PLAN);
    for (size_t i = 0; i < desk->plans.n; i++)
        if (desk->plans.items[i].id == plan)
            snprintf(raise.plan.s, sizeof raise.plan.s, "%s", desk->plans.items[i].code);
    return seat_ask(desk->seat, request_alert_raise, &raise, false, answered, dialog);
}

static bool send_market(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    const struct form *form = dialog->form;
    struct req_market_add note = {.kind = form_pick(form, ASK_KIND),
                                  .what = form_text(form, ASK_TEXT),
                                  .contact = form_text(form, ASK_CONTACT),
                                  .call = dialog->object};
    if (form_text(form, ASK_AT).n) {
        uint64_t now_ms = seat_now_ms(desk->seat);
        if (!ask_time_is_right(desk, dialog)) return false;
        if (!time_parse(form_text(form, ASK_AT), now_ms, &note.until_ms)) return false;
    }
    ask_code(desk, dialog, ASK_SUBJECT, CATALOG_SUBJECTS, &note.subject);
    return seat_ask(desk->seat, request_market_add, &note, false, answered, dialog);
}

static bool send_close(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    const struct form *form = dialog->form;
    uint64_t supply = form_pick(form, ASK_SUPPLY), demand = form_pick(form, ASK_DEMAND);
    struct req_market_close wanted = {.market = supply ? supply : demand,
                                      .reason = form_text(form, ASK_NOTE)};
    if (!supply == !demand) {
        seat_say(desk->seat, NOTICE_WARN, _("Choose one: a supply or a demand."));
        return false;
    }
    return seat_ask(desk->seat, request_market_close, &wanted, false, answered, dialog);
}

static bool send_identity(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    const struct form *form = dialog->form;
    struct req_ticket_identify check = {.ticket = dialog->object,
                                        .way = form_pick(form, ASK_WAY),
                                        .failed = form_pick(form, ASK_REACHED) == yes_no_no,
                                        .note = form_text(form, ASK_NOTE)};
    return seat_ask(desk->seat, request_ticket_identify, &check, false, answered, dialog);
}

static bool send(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    const struct dialog_kind *kind = dialog->kind;
    const struct form *form = dialog->form;
    if (kind == &dialog_alert) return send_alert(desk, dialog, answered);
    if (kind == &dialog_market) return send_market(desk, dialog, answered);
    if (kind == &dialog_market_close) return send_close(desk, dialog, answered);
    if (kind == &dialog_identity) return send_identity(desk, dialog, answered);
    if (kind == &dialog_mark) {
        struct req_caller_mark mark = {.call = dialog->object,
                                       .kind = form_pick(form, ASK_KIND),
                                       .note = form_text(form, ASK_NOTE)};
        return seat_ask(desk->seat, request_caller_mark, &mark, false, answered, dialog);
    }
    if (kind == &dialog_acknowledge) {
        struct req_alert_acknowledge wanted = {.alert = dialog->object,
                                               .note = form_text(form, ASK_NOTE)};
        return seat_ask(desk->seat, request_alert_acknowledge, &wanted, false, answered, dialog);
    }
    struct req_market_match match = {.supply = form_pick(form, ASK_SUPPLY),
                                     .demand = form_pick(form, ASK_DEMAND),
                                     .note = form_text(form, ASK_NOTE)};
    return seat_ask(desk->seat, request_market_match, &match, false, answered, dialog);
}

static void done(struct desk *desk, struct dialog *dialog, const void *answer)
{
    const struct rec_done *told = answer;
    if (dialog->kind == &dialog_alert)
        seat_say(desk->seat, NOTICE_GOOD, _("Alert %llu is raised; those on the plan are told."),
                 (unsigned long long)told->id);
    else if (dialog->kind == &dialog_market)
        seat_say(desk->seat, NOTICE_GOOD, _("Noted as number %llu."), (unsigned long long)told->id);
    else
        seat_say(desk->seat, NOTICE_GOOD, _("Recorded."));
    if (dialog->kind == &dialog_acknowledge) news_acknowledged(desk, dialog->object);
}

const struct ask_room special_room = {has, send, set_items, preset, changed, lead, done};
