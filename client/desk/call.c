/* The live call, as facts and answers tell it. They may come in either order, so everything here
 * may happen twice. */
#include "client/desk/model.h"
#include "client/screen/language.h"
#include "client/seat/copy.h"

enum { LATE_MS = 3000 }; /* news may be this late */

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
    const struct live *live = &desk->live;
    if (!live->call || live->part != PART_AGENT) return false;
    return live->state == call_state_talking || live->state == call_state_conference ||
           call_on_hold(desk);
}

bool call_talks(const struct desk *desk)
{
    const struct live *live = &desk->live;
    bool talks = live->state == call_state_talking || live->state == call_state_conference;
    return live->call && live->part == PART_AGENT && talks;
}

bool call_on_hold(const struct desk *desk)
{
    const struct live *live = &desk->live;
    bool held = live->state == call_state_held || live->state == call_state_asking ||
                live->state == call_state_consulting;
    return live->call && live->part == PART_AGENT && held;
}

bool call_rings(const struct desk *desk)
{
    const struct live *live = &desk->live;
    if (!live->call) return false;
    return live->state == call_state_offered || live->state == call_state_recalled ||
           (live->state == call_state_asking && live->part == PART_SECOND);
}

bool call_in_hand(const struct desk *desk)
{
    const struct live *live = &desk->live;
    bool second = live->part == PART_SECOND && !call_rings(desk);
    return call_is_mine(desk) || (live->call && second) || live->state == call_state_dialing ||
           live->state == call_state_joining;
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

void call_hurry(struct desk *desk)
{
    struct work *work = find_work(desk, desk->live.call);
    if (work) work_left_field(work);
}

/* News of the call before would be read as news of this one. Warnings stay. */
static void hush(struct desk *desk)
{
    struct notice *notice = &desk->seat->notice;
    if (notice->level == NOTICE_INFO || notice->level == NOTICE_GOOD) notice_clear(notice);
}

static void ring(const struct desk *desk)
{
    desk->seat->port.ring(desk->seat->port.ctx);
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

/* After signing in: what I am in this call, and how far it is, only its card tells. */
static void take_part(struct desk *desk, const struct rec_call_card *card)
{
    struct live *live = &desk->live;
    const char *me = desk->seat->me.number.s;
    live->unknown = false;
    live->state = (enum call_state)card->state;
    live->outside = card->outside;
    live->part = PART_AGENT;
    if (strcmp(card->second.s, me) == 0) live->part = PART_SECOND;
    if (live->state == call_state_outside) live->part = PART_ORIGIN;
    if (card->hold_ms) live->since_ms = card->hold_ms;
    struct work *work = call_is_mine(desk) ? call_work(desk) : NULL;
    if (work) desk_show_work(desk, work);
    if (call_rings(desk)) ring(desk);
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
    if (live->unknown) take_part(desk, live->card);
    if (card->until_ms) live->until_ms = card->until_ms;
    if (card->contact) outbound_take(desk, card->contact);
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

static bool is_at(const struct live *live, uint64_t call, enum call_state state,
                  enum call_part part)
{
    return live->call == call && live->state == state && live->part == part;
}

/* A call comes to this desk, or goes on here. Answers whether that is news. */
static bool enter(struct desk *desk, uint64_t call, enum call_state state, enum call_part part,
                  uint64_t at_ms)
{
    struct live *live = &desk->live;
    if (is_at(live, call, state, part)) return false;
    bool was_held = call_on_hold(desk);
    if (live->call != call) call_forget(desk);
    hush(desk);
    if (live->reminded) notice_clear(&desk->seat->notice);
    live->reminded = false;
    live->call = call;
    live->state = state;
    live->part = part;
    live->answering = live->unknown = false;
    live->until_ms = 0;
    /* one wait of the caller, whoever is asked meanwhile */
    if (!was_held || !call_on_hold(desk)) live->since_ms = at_ms;
    return true;
}

/* Something asks for an answer: an offer, a consultation, a promised callback. */
static void rings(struct desk *desk, uint64_t call, enum call_state state, enum call_part part,
                  uint64_t until_ms, uint64_t at_ms)
{
    if (is_at(&desk->live, call, state, part)) return;
    call_forget(desk);
    enter(desk, call, state, part, at_ms);
    desk->live.until_ms = until_ms;
    ask_card(desk);
    ring(desk);
}

void call_taken(struct desk *desk, uint64_t call, uint64_t at_ms)
{
    struct live *live = &desk->live;
    bool had = live->call == call && call_is_mine(desk);
    if (!enter(desk, call, call_state_talking, PART_AGENT, at_ms)) return;
    if (had) return; /* the record is there, and perhaps something else is in view */
    live->said = 0;
    struct work *work = call_work(desk);
    if (work) desk_show_work(desk, work);
    prefill(desk, work); /* before the first key */
    ask_card(desk);      /* what is masked while it rings is not any more */
}

/* What is written of a call goes along with it to whoever has it now. */
static void let_go(struct desk *desk, uint64_t call)
{
    struct work *work = find_work(desk, call);
    if (!work || work->settled || work->state != ticket_state_draft) return;
    bool sent = !work->dirty && !work->settle && !more_is_changed(work->more);
    if (sent && work == desk->current && desk->view == VIEW_WORK) desk_show(desk, VIEW_HOME);
}

static void over(struct desk *desk, uint64_t call, enum call_state state, uint64_t at_ms,
                 const char *why)
{
    struct live *live = &desk->live;
    if (live->call != call || live->state == call_state_ended) return;
    bool forget = call_rings(desk) || live->part == PART_SECOND ||
                  live->state == call_state_joining || live->state == call_state_outside;
    live->state = state;
    live->since_ms = at_ms;
    live->answering = live->closing = false;
    if (live->next_after) {
        live->next_after = false;
        call_ready(desk);
    } else {
        seat_say(desk->seat, forget ? NOTICE_WARN : NOTICE_INFO, "%s", why);
    }
    if (forget) call_forget(desk);
    works_tidy(desk);
}

/* ---- the moves of a call ---- */

/* The caller is mine; what changed, in words; NULL: nothing to say. */
static const char *news_of(const struct fact_call_moved *moved)
{
    enum call_event event = (enum call_event)moved->event;
    if (moved->to == call_state_held && (event == call_event_lapse || event == call_event_leave))
        return _("Nobody is asked any more. The caller is on hold: F11 back to the caller.");
    if (moved->to == call_state_consulting)
        return _("The other has answered. F7 hands the caller over, F11 takes the caller back.");
    if (moved->to == call_state_talking && event == call_event_leave)
        return _("The other has left. You talk with the caller.");
    if (moved->to == call_state_talking && event == call_event_stay)
        return _("The caller stays with you.");
    return NULL;
}

static void as_agent(struct desk *desk, const struct fact_call_moved *moved, uint64_t at_ms)
{
    struct live *live = &desk->live;
    enum call_state to = (enum call_state)moved->to;
    const char *news = news_of(moved);
    if (to == call_state_talking) {
        call_taken(desk, moved->call, at_ms);
        live->outside = false;
        if (news) seat_say(desk->seat, NOTICE_INFO, "%s", news);
        return;
    }
    if (!enter(desk, moved->call, to, PART_AGENT, at_ms)) return;
    live->outside = moved->outside;
    live->until_ms = moved->until_ms;
    if (to == call_state_joining) ring(desk);
    if (news) seat_say(desk->seat, NOTICE_INFO, "%s", news);
    ask_card(desk);
}

static void as_second(struct desk *desk, const struct fact_call_moved *moved, uint64_t at_ms)
{
    enum call_state to = (enum call_state)moved->to;
    if (to == call_state_asking) {
        rings(desk, moved->call, to, PART_SECOND, moved->until_ms, at_ms);
    } else if (enter(desk, moved->call, to, PART_SECOND, at_ms)) {
        ask_card(desk);
    }
}

/* Why this desk is out of the call. */
static const char *why_left(const struct fact_call_moved *moved)
{
    switch ((int)moved->event) {
    case call_event_complete:
        return _("The caller was handed over.");
    case call_event_take_back:
        return _("The agent went back to the caller.");
    case call_event_lapse:
        return _("You did not answer; the agent was told.");
    case call_event_stay:
        return _("The caller stays with the other.");
    case call_event_fail:
        return _("Not reached. It is tried again later.");
    default:
        return _("You are out of the call.");
    }
}

static void left(struct desk *desk, const struct fact_call_moved *moved, uint64_t at_ms)
{
    if (moved->to == call_state_outside) {
        if (!enter(desk, moved->call, call_state_outside, PART_ORIGIN, at_ms)) return;
        desk->live.outside = true;
        desk->live.until_ms = moved->until_ms;
        ask_card(desk);
        return;
    }
    over(desk, moved->call, call_state_ended, at_ms, why_left(moved));
    let_go(desk, moved->call);
}

static void call_moved(struct desk *desk, const struct fact *fact)
{
    const struct fact_call_moved *moved = &fact->body.call_moved;
    uint64_t me = desk->person;
    if (moved->person == me)
        as_agent(desk, moved, fact->at_ms);
    else if (moved->second == me)
        as_second(desk, moved, fact->at_ms);
    else if (moved->left == me)
        left(desk, moved, fact->at_ms);
}

/* ---- facts ---- */

static void ended(struct desk *desk, const struct fact *fact)
{
    const struct fact_call_ended *body = &fact->body.call_ended;
    const char *why = _("The call is over.");
    if (body->how == call_end_caller) why = _("The caller has hung up.");
    if (body->how == call_end_passed_on) why = _("The caller talks with the outside number.");
    if (body->how == call_end_unreached) why = _("Not reached, and not tried again.");
    if (body->how == call_end_withdrawn) why = _("The callback is no longer wanted.");
    over(desk, body->call, call_state_ended, fact->at_ms, why);
}

/* It waits in a queue again, or for its next attempt. */
static void requeued(struct desk *desk, const struct fact *fact)
{
    const struct fact_call_requeued *body = &fact->body.call_requeued;
    if (body->origin != desk->person && body->second != desk->person) return;
    over(desk, body->call, call_state_ended, fact->at_ms, _("The call waits in the queue again."));
    let_go(desk, body->call);
}

static void transferred(struct desk *desk, const struct fact *fact)
{
    const struct fact_call_transferred *body = &fact->body.call_transferred;
    if (body->person == desk->person)
        rings(desk, body->call, call_state_offered, PART_AGENT, body->until_ms, fact->at_ms);
    if (body->origin != desk->person) return;
    over(desk, body->call, call_state_ended, fact->at_ms, _("The call was passed on."));
    let_go(desk, body->call);
}

static void given_back(struct desk *desk, const struct fact *fact)
{
    const struct fact_call_given_back *body = &fact->body.call_given_back;
    if (body->person == desk->person) {
        rings(desk, body->call, call_state_offered, PART_AGENT, body->until_ms, fact->at_ms);
        seat_say(desk->seat, NOTICE_WARN, _("The call comes back: the other was not reached."));
    }
    if (body->origin == desk->person)
        over(desk, body->call, call_state_waiting, fact->at_ms,
             _("The call went back to who had passed it on."));
}

static void answered(struct desk *desk, const struct fact *fact)
{
    const struct fact_call_answered *body = &fact->body.call_answered;
    if (body->person == desk->person) call_taken(desk, body->call, fact->at_ms);
}

static void offered(struct desk *desk, const struct fact *fact)
{
    const struct fact_call_offered *body = &fact->body.call_offered;
    bool recall = body->event == call_event_recall;
    if (body->person == desk->person)
        rings(desk, body->call, recall ? call_state_recalled : call_state_offered, PART_AGENT,
              body->until_ms, fact->at_ms);
}

/* One that I dial; those that ring come by an offer. */
static void arrived(struct desk *desk, const struct fact *fact)
{
    const struct fact_call_arrived *body = &fact->body.call_arrived;
    if (body->person != desk->person || body->event != call_event_dial) return;
    if (enter(desk, body->call, call_state_dialing, PART_AGENT, fact->at_ms)) ask_card(desk);
}

void call_facts(struct desk *desk, const struct fact *fact)
{
    const union fact_body *body = &fact->body;
    if (fact->type == fact_type_call_arrived) arrived(desk, fact);
    if (fact->type == fact_type_call_offered) offered(desk, fact);
    if (fact->type == fact_type_call_transferred) transferred(desk, fact);
    if (fact->type == fact_type_call_given_back) given_back(desk, fact);
    if (fact->type == fact_type_call_answered) answered(desk, fact);
    if (fact->type == fact_type_call_moved) call_moved(desk, fact);
    if (fact->type == fact_type_call_requeued) requeued(desk, fact);
    if (fact->type == fact_type_call_ended) ended(desk, fact);
    if (fact->type == fact_type_call_lapsed && body->call_lapsed.person == desk->person)
        over(desk, body->call_lapsed.call, call_state_waiting, fact->at_ms,
             _("The call went on to somebody else."));
    if (fact->type == fact_type_call_abandoned)
        over(desk, body->call_abandoned.call, call_state_abandoned, fact->at_ms,
             _("The caller has hung up."));
}

/* Who passed a call outside hears when both talk and when it comes back, but not when it went into
 * the queue because nobody could take it back. */
void call_tick(struct desk *desk)
{
    struct live *live = &desk->live;
    uint64_t now_ms = seat_now_ms(desk->seat);
    bool waits = live->call && live->part == PART_ORIGIN && live->state == call_state_outside;
    if (!waits || !live->until_ms || now_ms < live->until_ms + LATE_MS) return;
    over(desk, live->call, call_state_waiting, now_ms, _("The call waits in the queue again."));
}

void call_resume(struct desk *desk, uint64_t call)
{
    struct live *live = &desk->live;
    bool in_hand = desk->state == agent_state_offered || desk->state == agent_state_talking ||
                   desk->state == agent_state_holding || desk->state == agent_state_offline;
    if (!call) {
        bool kept = live->state == call_state_ended || live->part == PART_ORIGIN;
        if (!kept) call_forget(desk);
        return;
    }
    bool known = live->call == call && live->state != call_state_ended;
    if (!in_hand || known) return;
    call_forget(desk);
    live->call = call;
    live->unknown = true;
    live->since_ms = desk->since_ms;
    ask_card(desk);
}
