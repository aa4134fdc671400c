/* The agent's state and the live call: what facts say, what keys do. Facts and answers may come in
 * either order, so everything here may happen twice. */
#include "client/desk/model.h"
#include "client/screen/language.h"
#include "client/seat/copy.h"

static void ask_card(struct desk *desk);

void call_forget(struct desk *desk)
{
    struct arena arena = desk->live.arena;
    arena_reset(&arena);
    bool asking = desk->live.asking_card;
    desk->live = (struct live){.arena = arena, .asking_card = asking, .card_again = asking};
}

bool call_is_mine(const struct desk *desk)
{
    return desk->live.call && desk->live.state == call_state_talking;
}

static struct work *find_work(const struct desk *desk, uint64_t call)
{
    for (int i = 0; i < WORKS; i++) {
        struct work *work = desk->works[i];
        if (call && work && work->call == call && !work->settled) return work;
    }
    for (int i = 0; i < WORKS; i++)
        if (call && desk->works[i] && desk->works[i]->call == call) return desk->works[i];
    return NULL;
}

struct work *call_work(struct desk *desk)
{
    if (!desk->live.call) return NULL;
    struct work *work = find_work(desk, desk->live.call);
    return work ? work : works_add(desk, desk->live.call);
}

/* ---- the card ---- */

/* The number that the dispatcher shows unmasked to the one who talks. */
static void prefill(struct desk *desk, struct work *work)
{
    const struct rec_call_card *card = desk->live.card;
    if (!work || !card || card->from.n == 0 || memchr(card->from.p, '*', card->from.n)) return;
    if (work->ticket || work->dirty || form_text(work->form, RECORD_PHONE).n) return;
    if (form_set_text(work->form, RECORD_PHONE, card->from) != ERR_OK)
        form_set_error(work->form, RECORD_PHONE, _("The caller's number does not fit here."));
}

static void card_to_work(struct desk *desk)
{
    const struct rec_call_card *card = desk->live.card;
    if (!call_is_mine(desk)) return;
    struct work *work = call_work(desk);
    if (!work) return;
    prefill(desk, work);
    work->visit = card->channel == channel_visit;
    if (work->retry_ms == UINT64_MAX && !work->ticket) work->retry_ms = 0;
    if (card->ticket && !work->ticket && !works_by_ticket(desk, card->ticket))
        work_adopt(work, card->ticket);
}

static void on_card(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    struct live *live = &desk->live;
    live->asking_card = false;
    if (live->card_again) {
        live->card_again = false;
        if (live->call) ask_card(desk);
        return;
    }
    const struct rec_call_card *card = answer->body;
    if (!seat_good(desk->seat, answer) || card->call != live->call) return;
    arena_reset(&live->arena);
    live->card = answer_copy(request_call_show, card, &live->arena);
    if (!live->card) return;
    if (card->until_ms) live->until_ms = card->until_ms;
    card_to_work(desk);
}

static void ask_card(struct desk *desk)
{
    struct live *live = &desk->live;
    live->card_again = live->asking_card;
    if (live->asking_card || !live->call) return;
    struct req_call_show show = {.call = live->call};
    live->asking_card = seat_ask(desk->seat, request_call_show, &show, false, on_card, desk);
}

/* ---- what happens ---- */

/* News of the call before would be read as news of this one. Warnings stay. */
static void hush(struct desk *desk)
{
    struct notice *notice = &desk->seat->notice;
    if (notice->level == NOTICE_INFO || notice->level == NOTICE_GOOD) notice_clear(notice);
}

static void offered(struct desk *desk, uint64_t call, uint64_t until_ms, uint64_t at_ms)
{
    if (desk->live.call == call && desk->live.state == call_state_offered) return;
    call_forget(desk);
    hush(desk);
    desk->live.call = call;
    desk->live.state = call_state_offered;
    desk->live.until_ms = until_ms;
    desk->live.since_ms = at_ms;
    ask_card(desk);
    desk->seat->port.ring(desk->seat->port.ctx);
}

static void talking(struct desk *desk, uint64_t call, uint64_t at_ms)
{
    struct live *live = &desk->live;
    if (live->call == call && live->state == call_state_talking) return;
    if (live->call != call) call_forget(desk);
    hush(desk);
    live->call = call;
    live->state = call_state_talking;
    live->since_ms = at_ms;
    live->answering = false;
    struct work *work = call_work(desk);
    if (work) desk_show_work(desk, work);
    prefill(desk, work); /* before the first key */
    ask_card(desk);      /* what is masked while it rings is not any more */
}

static void over(struct desk *desk, uint64_t call, enum call_state state, uint64_t at_ms,
                 const char *why)
{
    struct live *live = &desk->live;
    if (live->call != call || live->state == call_state_ended) return;
    bool rang = live->state == call_state_offered;
    live->state = state;
    live->since_ms = at_ms;
    live->answering = false;
    if (live->next_after) {
        live->next_after = false;
        call_ready(desk);
    } else {
        seat_say(desk->seat, rang ? NOTICE_WARN : NOTICE_INFO, "%s", why);
    }
    if (rang) call_forget(desk);
    works_tidy(desk);
}

static void agent_moved(struct desk *desk, const struct fact *fact)
{
    const struct fact_agent_moved *moved = &fact->body.agent_moved;
    if (moved->person != desk->person) return;
    desk->state = (enum agent_state)moved->to;
    desk->reason = (enum break_reason)moved->reason;
    desk->since_ms = fact->at_ms;
    if (moved->to == agent_state_missed)
        seat_say(desk->seat, NOTICE_WARN, _("A call was not answered. F2: ready again."));
    if (moved->event == agent_event_meet) talking(desk, moved->call, fact->at_ms);
}

void call_facts(struct desk *desk, const struct fact *fact)
{
    const union fact_body *body = &fact->body;
    uint64_t me = desk->person;
    if (fact->type == fact_type_agent_moved) agent_moved(desk, fact);
    if (fact->type == fact_type_call_offered && body->call_offered.person == me)
        offered(desk, body->call_offered.call, body->call_offered.until_ms, fact->at_ms);
    if (fact->type == fact_type_call_transferred && body->call_transferred.person == me)
        offered(desk, body->call_transferred.call, body->call_transferred.until_ms, fact->at_ms);
    if (fact->type == fact_type_call_given_back && body->call_given_back.person == me)
        offered(desk, body->call_given_back.call, body->call_given_back.until_ms, fact->at_ms);
    if (fact->type == fact_type_call_answered && body->call_answered.person == me)
        talking(desk, body->call_answered.call, fact->at_ms);
    if (fact->type == fact_type_call_lapsed && body->call_lapsed.person == me)
        over(desk, body->call_lapsed.call, call_state_waiting, fact->at_ms,
             _("The call went on to somebody else."));
    if (fact->type == fact_type_call_abandoned)
        over(desk, body->call_abandoned.call, call_state_abandoned, fact->at_ms,
             _("The caller has hung up."));
    if (fact->type == fact_type_call_ended)
        over(desk, body->call_ended.call, call_state_ended, fact->at_ms,
             body->call_ended.how == call_end_caller ? _("The caller has hung up.")
                                                     : _("The call is over."));
    if (fact->type == fact_type_call_transferred && body->call_transferred.origin == me)
        over(desk, body->call_transferred.call, call_state_ended, fact->at_ms,
             _("The call was passed on."));
    if (fact->type == fact_type_call_requeued && body->call_requeued.origin == me)
        over(desk, body->call_requeued.call, call_state_ended, fact->at_ms,
             _("The call waits in the queue again."));
}

void call_resume(struct desk *desk, uint64_t call)
{
    if (!call) {
        if (desk->live.state != call_state_ended) call_forget(desk);
        return;
    }
    uint64_t since_ms = desk->since_ms;
    if (desk->state == agent_state_offered) offered(desk, call, 0, since_ms);
    if (desk->state == agent_state_talking) talking(desk, call, since_ms);
}

/* ---- what keys do ---- */

static void on_step(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    desk->live.answering = false;
    if (!seat_good(desk->seat, answer)) desk->live.next_after = false;
}

static void on_answered(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    bool asked = desk->live.answering;
    desk->live.answering = false;
    if (seat_good(desk->seat, answer) && asked && desk->live.state == call_state_offered)
        talking(desk, desk->live.call, seat_now_ms(desk->seat));
}

void call_answer(struct desk *desk)
{
    struct live *live = &desk->live;
    if (live->state != call_state_offered || live->answering) return;
    struct req_call_answer wanted = {.call = live->call};
    live->answering = seat_ask(desk->seat, request_call_answer, &wanted, false, on_answered, desk);
}

static void hang_up(struct desk *desk)
{
    struct req_call_hang_up wanted = {.call = desk->live.call};
    seat_ask(desk->seat, request_call_hang_up, &wanted, false, on_step, desk);
}

void call_close(struct desk *desk)
{
    if (!call_is_mine(desk)) return;
    if (desk->live.closing) {
        hang_up(desk);
        return;
    }
    struct work *work = call_work(desk);
    desk->live.closing = true;
    if (work) desk_show_work(desk, work);
}

void call_end_first(struct desk *desk)
{
    struct req_call_end wanted = {.call = desk->live.call};
    seat_ask(desk->seat, request_call_end, &wanted, false, on_step, desk);
}

void call_ready(struct desk *desk)
{
    static const struct req_agent_ready ready;
    seat_ask(desk->seat, request_agent_ready, &ready, false, on_step, desk);
}

void call_next(struct desk *desk)
{
    if (call_is_mine(desk)) {
        desk->live.next_after = true;
        hang_up(desk);
    } else {
        call_ready(desk);
    }
    struct work *work = desk->current;
    if (work && !work->settled && work->ticket)
        seat_say(desk->seat, NOTICE_INFO, _("Ticket %llu stays among your drafts."),
                 (unsigned long long)work->ticket);
    desk_show(desk, VIEW_HOME);
}
