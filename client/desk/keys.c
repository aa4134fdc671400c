/* The desk's one table of keys, which of them make sense now, and what they do. */
#include "client/desk/keys.h"

#include "client/desk/model.h"
#include "client/screen/language.h"
#include "client/screen/table.h"

const struct keybind desk_binds[DESK_BINDS] = {
#define B(key, intent, label, help, bar) {key, intent, label, help, bar},
    DESK_KEYS(B)
#undef B
};

static bool can_be_ready(const struct desk *desk)
{
    return desk->state == agent_state_break || desk->state == agent_state_missed ||
           desk->state == agent_state_wrapping;
}

static bool can_pause(const struct desk *desk)
{
    return desk->state == agent_state_ready || can_be_ready(desk);
}

/* An offer, or a consultation; a callback has its own intent. */
static bool rings(const struct desk *desk)
{
    return call_rings(desk) && desk->live.state != call_state_recalled;
}

static uint64_t nth_similar(const struct desk *desk, int nth)
{
    bool shown = desk->view == VIEW_WORK && desk->current;
    return shown ? similar_ticket(desk->current->similar, nth) : 0;
}

bool desk_allows(const void *model, int intent)
{
    const struct desk *desk = model;
    bool popup = dialogs_current(desk->dialogs) || desk->walk.open || desk->news.open;
    if (popup && line_goes_first(desk, intent)) return true;
    if (popup) return intent == DESK_ANSWER_CALL && rings(desk);
    if (intent >= LINE_FIRST) return line_allows(desk, intent);
    if (intent > DESK_SIMILAR) return nth_similar(desk, intent - DESK_SIMILAR) != 0;
    switch ((enum desk_intent)intent) {
    case DESK_ANSWER_CALL:
        return rings(desk);
    case DESK_TO_CALL:
        return !rings(desk) && call_is_mine(desk) && !line_allows(desk, LINE_JOINED) &&
               !(desk->view == VIEW_WORK && desk->current &&
                 desk->current->call == desk->live.call);
    case DESK_READY:
        return can_be_ready(desk);
    case DESK_NEXT:
        return desk->state == agent_state_wrapping || (call_talks(desk) && desk->live.closing);
    case DESK_PAUSE:
        return can_pause(desk);
    case DESK_OUTCOME:
        return desk->view == VIEW_CARD && card_allows(desk->card, ticket_event_satisfied);
    case DESK_ANSWER:
        return settle_allows(desk, SETTLE_ANSWER);
    case DESK_DISPATCH:
        return settle_allows(desk, SETTLE_DISPATCH);
    case DESK_PROMISE:
        return settle_allows(desk, SETTLE_PROMISE);
    case DESK_REFUSE:
        return settle_allows(desk, SETTLE_REFUSE);
    case DESK_TRANSFER:
        return line_allows(desk, LINE_CONSULT);
    case DESK_CLOSE:
        return call_talks(desk) && !desk->live.closing;
    case DESK_GONE:
        return call_is_mine(desk) && !desk_allows(desk, DESK_CLOSE) &&
               !line_allows(desk, LINE_FAILED);
    case DESK_END_FIRST:
        return call_talks(desk) && desk->live.closing;
    case DESK_END_CONFIRMED:
        return call_talks(desk);
    case DESK_PHONE:
    case DESK_VISIT:
        return can_pause(desk);
    case DESK_MINE:
    case DESK_FOLLOW_UPS:
        return true;
    case DESK_NEW:
        return true;
    case DESK_REVEAL: {
        const struct rec_ticket_card *card = card_shown(desk->card);
        return desk->view == VIEW_CARD && card && card->masked && !card_revealed(desk->card);
    }
    case DESK_OPEN:
        if (desk->view == VIEW_LIST) return list_selected(desk->list) != 0;
        return desk->view == VIEW_HOME && home_source(desk).count(desk) > 0;
    case DESK_BACK:
        return desk->view != VIEW_HOME;
    case DESK_MORE:
        return desk->view == VIEW_WORK && desk->current;
    case DESK_RATE:
        return steps_call_to_rate(desk) != 0;
    case DESK_LINK:
        return steps_ticket(desk) != 0;
    case DESK_TELL:
        return desk->view == VIEW_CARD && card_allows(desk->card, ticket_event_tell);
    case DESK_REFER:
        return desk->view == VIEW_CARD && card_allows(desk->card, ticket_event_refer);
    case DESK_ATTEMPT:
        return desk->view == VIEW_CARD && card_allows(desk->card, ticket_event_attempt);
    case DESK_REPORT:
        return true;
    case DESK_SIMILAR:
        return nth_similar(desk, 0) != 0;
    }
    return false;
}

static void open_list(struct desk *desk, bool follow_ups)
{
    desk->list_follow_ups = follow_ups;
    if (follow_ups)
        list_show(desk->list, N_("Follow-ups"), ticket_view_state, ticket_state_follow_up);
    else
        list_show(desk->list, N_("My drafts and callbacks"), ticket_view_mine, ticket_state_none);
    desk_show(desk, VIEW_LIST);
}

static struct work *work_by_serial(const struct desk *desk, uint64_t serial)
{
    for (int i = 0; i < WORKS; i++)
        if (serial && desk->works[i] && desk->works[i]->serial == serial) return desk->works[i];
    return NULL;
}

/* A draft opens as a record to go on writing, everything else as a card. */
static void open_ticket(struct desk *desk, uint64_t ticket, enum ticket_state state)
{
    struct work *work = works_by_ticket(desk, ticket);
    if (!work && state != ticket_state_draft) {
        desk_show_card(desk, ticket);
        return;
    }
    if (!work) {
        work = works_add(desk, 0);
        if (!work) return;
        work->ticket = ticket;
        work_fetch(work);
    }
    desk_show_work(desk, work);
}

static void open_selected(struct desk *desk)
{
    if (desk->view == VIEW_LIST) {
        uint64_t ticket = list_selected(desk->list);
        if (ticket) open_ticket(desk, ticket, list_selected_state(desk->list));
        return;
    }
    struct table_source source = home_source(desk);
    struct work *work = work_by_serial(desk, table_selected(desk->home, &source));
    if (work) desk_show_work(desk, work);
}

static void new_record(struct desk *desk)
{
    bool in_call = call_is_mine(desk) || desk->state == agent_state_wrapping;
    struct work *work = works_add(desk, in_call ? desk->live.call : 0);
    if (work) desk_show_work(desk, work);
}

static void back(struct desk *desk)
{
    if (desk->live.closing && desk->view == VIEW_WORK)
        desk->live.closing = false;
    else if (desk->view == VIEW_WORK && desk->current && desk->current->second)
        work_turn(desk->current, false, -1);
    else if (desk->view == VIEW_CARD)
        desk_show(desk, desk->card_from);
    else
        desk_show(desk, VIEW_HOME);
}

void desk_intent(void *model, int intent)
{
    struct desk *desk = model;
    if (intent >= LINE_FIRST) {
        if (line_goes_first(desk, intent)) dialogs_close(desk->dialogs);
        line_intent(desk, intent);
        return;
    }
    if (intent > DESK_SIMILAR) {
        desk_show_card(desk, nth_similar(desk, intent - DESK_SIMILAR));
        return;
    }
    switch ((enum desk_intent)intent) {
    case DESK_ANSWER_CALL:
        dialogs_close(desk->dialogs);
        call_answer(desk);
        break;
    case DESK_TO_CALL: {
        struct work *work = call_work(desk);
        if (work) desk_show_work(desk, work);
        break;
    }
    case DESK_READY:
        if (desk->state == agent_state_wrapping)
            call_next(desk);
        else
            call_ready(desk);
        break;
    case DESK_NEXT:
        call_next(desk);
        break;
    case DESK_PAUSE:
        ask_open(desk, &dialog_pause, 0);
        break;
    case DESK_OUTCOME:
        ask_open(desk, &dialog_outcome, card_ticket(desk->card));
        break;
    case DESK_ANSWER:
        settle_start(desk, SETTLE_ANSWER);
        break;
    case DESK_DISPATCH:
        settle_start(desk, SETTLE_DISPATCH);
        break;
    case DESK_PROMISE:
        settle_start(desk, SETTLE_PROMISE);
        break;
    case DESK_REFUSE:
        settle_start(desk, SETTLE_REFUSE);
        break;
    case DESK_TRANSFER:
        ask_open(desk, &dialog_transfer, desk->live.call);
        break;
    case DESK_CLOSE:
    case DESK_GONE:
        call_close(desk);
        break;
    case DESK_END_FIRST:
        call_end_asked(desk);
        break;
    case DESK_END_CONFIRMED:
        call_end_first(desk);
        break;
    case DESK_PHONE:
        ask_open(desk, &dialog_phone, 0);
        break;
    case DESK_VISIT:
        ask_open(desk, &dialog_visit, 0);
        break;
    case DESK_MINE:
        open_list(desk, false);
        break;
    case DESK_FOLLOW_UPS:
        open_list(desk, true);
        break;
    case DESK_NEW:
        new_record(desk);
        break;
    case DESK_REVEAL:
        ask_open(desk, &dialog_reveal, card_ticket(desk->card));
        break;
    case DESK_OPEN:
        open_selected(desk);
        break;
    case DESK_BACK:
        back(desk);
        break;
    case DESK_MORE:
        work_turn(desk->current, !desk->current->second, -1);
        work_left_field(desk->current);
        break;
    case DESK_RATE:
        ask_open(desk, &dialog_rate, steps_call_to_rate(desk));
        break;
    case DESK_LINK:
        ask_open(desk, &dialog_link, steps_ticket(desk));
        break;
    case DESK_TELL:
        ask_open(desk, &dialog_tell, card_ticket(desk->card));
        break;
    case DESK_REFER:
        ask_open(desk, &dialog_refer, card_ticket(desk->card));
        break;
    case DESK_ATTEMPT:
        ask_open(desk, &dialog_attempt, card_ticket(desk->card));
        break;
    case DESK_REPORT:
        ask_open(desk, &dialog_report, desk->live.call);
        break;
    case DESK_SIMILAR:
        desk_show_card(desk, nth_similar(desk, 0));
        break;
    }
}

/* ---- keys before the table: fields, lists ---- */

static bool dialog_key(struct desk *desk, const struct key *key)
{
    struct dialog *dialog = dialogs_current(desk->dialogs);
    bool answers = key->kind == KEYS_NAMED && key->name == K_F4;
    if (answers) return false; /* the telephone goes before a popup */
    switch (dialogs_key(desk->dialogs, key)) {
    case DIALOG_NONE:
    case DIALOG_IGNORED:
        return false;
    case DIALOG_CHANGED:
        ask_changed(dialog);
        return true;
    case DIALOG_USED:
    case DIALOG_CLOSED:
        return true;
    case DIALOG_DO:
        ask_do(desk, dialog);
        return true;
    }
    return false;
}

/* Tab out of the last field goes on with the other page. */
static bool turns_page(const struct work *work, const struct key *key)
{
    int last = work->second ? more_last(work->more) : RECORD_CAUSE;
    bool on = key->kind == KEYS_NAMED && key->name == K_TAB;
    if (!on || form_focus(work_form(work)) != last) return false;
    bool picking = work->second && more_is_picking(work->more);
    return !picking && work->state == ticket_state_draft;
}

static bool work_key(struct desk *desk, const struct key *key)
{
    struct work *work = desk->current;
    if (!work) return false;
    struct form *form = work_form(work);
    if (turns_page(work, key)) {
        work_turn(work, !work->second, work->second ? RECORD_PHONE : MORE_WORKPLACE);
        work_left_field(work);
        return true;
    }
    int focus = form_focus(form);
    enum form_answer answer = form_key(form, key);
    if (answer == FORM_CHANGED && work->second) {
        profile_fit(work); /* who stays anonymous need not say who they are */
        work_typed(work);
    } else if (answer == FORM_CHANGED)
        work_field_changed(work, form_changed(form));
    if (form_focus(form) != focus) work_left_field(work);
    return answer != FORM_IGNORED;
}

bool desk_key(void *model, const struct key *key)
{
    struct desk *desk = model;
    if (news_key(desk, key) || walk_key(desk, key)) return true;
    if (dialogs_current(desk->dialogs)) return dialog_key(desk, key);
    if (desk->walk.open) return false; /* what is below has not the cursor */
    struct table_source source = home_source(desk);
    switch (desk->view) {
    case VIEW_HOME:
        return table_key(desk->home, &source, key);
    case VIEW_WORK:
        return work_key(desk, key);
    case VIEW_LIST:
        return list_key(desk->list, key);
    case VIEW_CARD:
        return card_key(desk->card, key);
    }
    return false;
}
