/* The desk as a mode of a seat: what it is made of, what starts it, what keeps it going. */
#include "client/desk/desk.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/desk/keys.h"
#include "client/desk/model.h"
#include "client/screen/language.h"
#include "client/screen/table.h"
#include "common/log.h"

static void on_catalog(void *ctx, enum catalog_kind kind)
{
    (void)kind;
    struct desk *desk = ctx;
    catalog_people(desk->catalog, ROLE_BIT(role_leader), NULL, &desk->leaders);
    works_items(desk);
    ask_items(desk);
}

static void desk_free(void *model)
{
    struct desk *desk = model;
    for (int i = 0; i < WORKS; i++) {
        struct work *work = desk->works[i];
        if (work && work->unkept && work_keep(work) != ERR_OK)
            log_event(LOG_ERROR, "draft_not_kept", LOG_U64("serial", work->serial));
        work_free(&desk->works[i]);
    }
    if (desk->dialogs) dialogs_park(desk->dialogs);
    table_free(&desk->home);
    list_free(&desk->list);
    card_free(&desk->card);
    dialogs_free(&desk->dialogs);
    catalog_free(&desk->catalog);
    arena_fini(&desk->live.arena);
    arena_fini(&desk->contact.arena);
    picks_fini(&desk->agents);
    picks_fini(&desk->plans);
    picks_fini(&desk->supplies);
    picks_fini(&desk->demands);
    news_fini(&desk->news);
    walk_fini(&desk->walk);
    free(desk);
}

static void *desk_make(struct seat *seat)
{
    struct desk *desk = calloc(1, sizeof *desk);
    if (!desk) return NULL;
    desk->seat = seat;
    arena_init(&desk->live.arena, CALL_BYTES);
    arena_init(&desk->contact.arena, CONTACT_BYTES);
    picks_init(&desk->agents);
    picks_init(&desk->plans);
    picks_init(&desk->supplies);
    picks_init(&desk->demands);
    news_init(desk);
    walk_init(&desk->walk);
    desk->home = home_table();
    desk->list = list_new(seat);
    desk->card = card_new(seat);
    desk->dialogs = dialogs_new(seat);
    desk->catalog = catalog_new(seat, on_catalog, desk);
    word_items(&desk->types, VOCABULARY_ticket_type, 0);
    word_items(&desk->reasons, VOCABULARY_break_reason, UINT64_C(1) << break_reason_start);
    word_items(&desk->refusals, VOCABULARY_refuse_reason, 0);
    word_items(&desk->outcomes, VOCABULARY_outcome, 0);
    word_items(&desk->grades, VOCABULARY_grade, 0);
    word_items(&desk->solved, VOCABULARY_solved, 0);
    word_items(&desk->ways, VOCABULARY_reply_way, 0);
    word_items(&desk->links, VOCABULARY_link_kind,
               UINT64_C(1) << link_kind_merged | UINT64_C(1) << link_kind_split);
    word_items(&desk->causes, VOCABULARY_repeat_cause, 0);
    word_items(&desk->fails, VOCABULARY_fail_reason, 0);
    word_items(&desk->results, VOCABULARY_contact_result, 0);
    word_items(&desk->nuisances, VOCABULARY_nuisance, 0);
    word_items(&desk->alert_kinds, VOCABULARY_alert_kind, 0);
    word_items(&desk->identity_ways, VOCABULARY_identity_way, 0);
    word_items(&desk->market_kinds, VOCABULARY_market_kind, 0);
    desk->yes_no = (struct word_items){
        {{.id = 1, .code = "1", .name = _("yes")}, {.id = 2, .code = "2", .name = _("no")}}, 2};
#define NO(id, name, label, more)
#define V(id, name, label, vocabulary)                                                             \
    word_items(&desk->more_words[MORE_##id], VOCABULARY_##vocabulary, 0);
    MORE_FORM(NO, NO, V, NO)
#undef V
#undef NO
    if (desk->home && desk->list && desk->card && desk->dialogs && desk->catalog) return desk;
    desk_free(desk);
    return NULL;
}

/* ---- signing in and out ---- */

static void take_me(struct desk *desk, const struct rec_me *me)
{
    agent_take_me(desk, me);
    desk->follow_ups = me->follow_ups;
    desk->drafts = me->drafts;
    desk->callbacks = me->callbacks;
    call_resume(desk, me->call);
}

/* Somebody else sits here now. What the one before typed lies in the spool under their number. */
static void change_person(struct desk *desk)
{
    dialogs_park(desk->dialogs);
    card_close(desk->card);
    call_forget(desk);
    walk_forget(&desk->walk);
    desk->contact = (struct contact){.arena = desk->contact.arena};
    desk->current = NULL;
    desk->view = VIEW_HOME;
    desk->person = desk->seat->me.person;
    works_tidy(desk);
    int n = works_restore(desk);
    if (n)
        seat_say(desk->seat, NOTICE_WARN,
                 _("Records that were not saved when this desk stopped are here again: %d"), n);
}

static void signed_in(void *model)
{
    struct desk *desk = model;
    const struct rec_me *me = &desk->seat->me;
    if (desk->person != me->person) change_person(desk);
    /* the call's card says whether its draft is there already */
    for (int i = 0; i < WORKS; i++)
        if (desk->works[i] && me->call && desk->works[i]->call == me->call &&
            !desk->works[i]->ticket)
            desk->works[i]->retry_ms = UINT64_MAX;
    catalog_load(desk->catalog);
    profiles_load(desk);
    if (!desk->hears_all) {
        const struct seat_port *port = &desk->seat->port;
        desk->hears_all = port->subscribe(port->ctx, TOPIC_ALL, me->head) == ERR_OK;
    }
    news_load(desk);
    take_me(desk, me);
}

static void signed_out(void *model)
{
    struct desk *desk = model;
    desk->live.answering = desk->live.next_after = false;
    desk->news.open = desk->walk.open = false;
    if (desk->hears_all) desk->seat->port.unsubscribe(desk->seat->port.ctx, TOPIC_ALL);
    desk->hears_all = false;
    desk->state = agent_state_out;
}

/* ---- going on ---- */

static void on_me_again(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    if (!seat_good(desk->seat, answer)) return;
    const struct rec_me *me = answer->body;
    if (me->person == desk->person) take_me(desk, me);
}

static void ask_me(struct desk *desk)
{
    static const struct req_me_show me;
    seat_ask(desk->seat, request_me_show, &me, false, on_me_again, desk);
}

/* R25: said wherever the person works, and the count of the first page follows. */
static void callback_due(struct desk *desk, const struct fact_ticket_overdue *body)
{
    if (!body->lead_ms || body->to != desk->person) return;
    seat_say(desk->seat, NOTICE_WARN, _("Ticket %llu: the callback you promised is due now."),
             (unsigned long long)body->ticket);
    ask_me(desk);
}

static void fact(void *model, const struct fact *fact)
{
    struct desk *desk = model;
    if (fact->type == fact_type_ticket_overdue) callback_due(desk, &fact->body.ticket_overdue);
    agent_facts(desk, fact);
    call_facts(desk, fact);
    outbound_facts(desk, fact);
    news_facts(desk, fact);
    card_fact(desk->card, fact);
    if (fact_ticket(fact)) list_stale(desk->list);
}

static void link_turned(void *model, enum link_state state)
{
    struct desk *desk = model;
    if (state != LINK_UP) return;
    list_stale(desk->list);
    news_load(desk);
    ask_me(desk);
}

static void tick(void *model)
{
    struct desk *desk = model;
    for (int i = 0; i < WORKS; i++)
        if (desk->works[i]) work_pump(desk->works[i]);
    if (desk->current && desk->view == VIEW_WORK) similar_tick(desk->current->similar);
    dialogs_tick(desk->dialogs);
    if (desk->seat->stage != SEAT_IN) return;
    call_tick(desk);
    list_tick(desk->list);
    catalog_tick(desk->catalog);
}

/* ---- views ---- */

void desk_show(struct desk *desk, enum view view)
{
    if (desk->view == VIEW_WORK && desk->current) work_left_field(desk->current);
    if (view != VIEW_CARD) card_close(desk->card);
    if (view == VIEW_HOME && desk->seat->stage == SEAT_IN) ask_me(desk);
    desk->view = view;
    works_tidy(desk);
}

void desk_show_work(struct desk *desk, struct work *work)
{
    if (desk->current && desk->current != work) work_left_field(desk->current);
    dialogs_close(desk->dialogs);
    desk->current = work;
    desk->view = VIEW_WORK;
}

void desk_show_card(struct desk *desk, uint64_t ticket)
{
    if (desk->view != VIEW_CARD) desk->card_from = desk->view;
    card_open(desk->card, ticket);
    desk->view = VIEW_CARD;
}

enum style desk_state_style(enum agent_state state)
{
    switch (state) {
    case agent_state_ready:
    case agent_state_talking:
        return STYLE_GOOD;
    case agent_state_offered:
    case agent_state_missed:
        return STYLE_ALARM;
    case agent_state_wrapping:
    case agent_state_break:
    case agent_state_holding:
        return STYLE_WARN;
    case agent_state_offline:
    case agent_state_absent:
        return STYLE_ALARM;
    case agent_state_none:
    case agent_state_out:
        return STYLE_DIM;
    }
    return STYLE_NORMAL;
}

static enum style status(const void *model, char *out, size_t cap)
{
    return agent_status(model, out, cap);
}

static const char *holds(const void *model)
{
    const struct desk *desk = model;
    if (call_in_hand(desk))
        return _("A call is in hand. It stays yours: sign in again here to go on with it.");
    for (int i = 0; i < WORKS; i++)
        if (desk->works[i] && !work_is_safe(desk->works[i]))
            return _("A record is not saved yet. It is kept here for your next signing in.");
    return NULL;
}

const struct seat_mode desk_mode = {
    .name = "desk",
    .title = N_("Operator's desk"),
    .roles = ROLE_BIT(role_operator),
    .binds = desk_binds,
    .n_binds = DESK_BINDS,
    .make = desk_make,
    .free = desk_free,
    .signed_in = signed_in,
    .signed_out = signed_out,
    .key = desk_key,
    .intent = desk_intent,
    .allows = desk_allows,
    .fact = fact,
    .link = link_turned,
    .tick = tick,
    .status = status,
    .draw = desk_draw,
    .holds = holds,
};
