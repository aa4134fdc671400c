/* The wall as a mode of a seat: where figures and names come from, and its keys. */
#include "client/wall/wall.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/screen/language.h"
#include "client/seat/copy.h"
#include "client/seat/words.h"
#include "client/wall/model.h"

enum {
    FIGURES_BYTES = 1024 * 1024, /* of a message of 64 KiB, decoded */
    NAMES_MS = 2000,             /* somebody unknown came: asked for not more often than this */
    AGAIN_MS = 5 * 60 * 1000,    /* names change; and a session that is over is noticed */
};

#define TOPIC "w"

static const struct keybind binds[] = {
#define B(key, intent, label, help, bar) {key, intent, label, help, bar},
    WALL_KEYS(B)
#undef B
#define D(id, request, key, label, help, bar, name, title, done)                                   \
    {key, WALL_DEED_INTENTS + WALL_DEED_##id, label, help, bar},
        WALL_DEED_TABLE(D)
#undef D
};

static void wall_free(void *model)
{
    struct wall *wall = model;
    for (int i = 0; i < 2; i++) arena_fini(&wall->slots[i].arena);
    arena_fini(&wall->names_arena);
    rest_fini(&wall->rest);
    lead_free(&wall->lead);
    free(wall->pager);
    free(wall);
}

static void *wall_make(struct seat *seat)
{
    struct wall *wall = calloc(1, sizeof *wall);
    if (!wall) return NULL;
    wall->seat = seat;
    for (int i = 0; i < 2; i++) arena_init(&wall->slots[i].arena, FIGURES_BYTES);
    arena_init(&wall->names_arena, FIGURES_BYTES);
    wall->pager = calloc(1, sizeof *wall->pager);
    rest_init(&wall->rest);
    wall->lead = lead_new(wall);
    if (wall->pager && wall->lead) return wall;
    wall_free(wall);
    return NULL;
}

/* ---- figures ---- */

const struct rec_wall *wall_figures(const struct wall *wall)
{
    return wall->slots[wall->shown].wall;
}

uint64_t wall_age_ms(const struct wall *wall)
{
    uint64_t heard_ms = wall->slots[wall->shown].heard_ms;
    return wall->seat->mono_ms > heard_ms ? wall->seat->mono_ms - heard_ms : 0;
}

bool wall_is_old(const struct wall *wall)
{
    if (wall->seat->link != LINK_UP) return true;
    const struct figures *last = &wall->slots[wall->newer ? !wall->shown : wall->shown];
    return last->wall && wall->seat->mono_ms > last->heard_ms + WALL_SILENCE_MS;
}

uint64_t wall_now_ms(const struct wall *wall)
{
    const struct rec_wall *figures = wall_figures(wall);
    if (!figures) return seat_now_ms(wall->seat);
    bool still = wall->paused || wall_is_old(wall);
    return figures->now_ms + (still ? 0 : wall_age_ms(wall));
}

static void show_newer(struct wall *wall)
{
    if (!wall->newer) return;
    wall->shown = !wall->shown;
    wall->newer = false;
}

static void take(struct wall *wall, const struct rec_wall *figures)
{
    struct figures *slot = &wall->slots[!wall->shown];
    arena_reset(&slot->arena);
    slot->wall = answer_copy(request_wall_show, figures, &slot->arena);
    slot->heard_ms = wall->seat->mono_ms;
    wall->newer = slot->wall != NULL;
    if (!wall->paused || !wall_figures(wall)) show_newer(wall);
}

/* ---- names ---- */

static const struct rec_agent_item *known(const struct wall *wall, uint64_t person)
{
    const struct rec_agent_item *agents = wall->names ? wall->names->agents.items : NULL;
    for (size_t i = 0; agents && i < wall->names->agents.n; i++)
        if (agents[i].person == person) return &agents[i];
    return NULL;
}

struct slice wall_name(const struct wall *wall, uint64_t person)
{
    const struct rec_agent_item *agent = known(wall, person), *rest[WALL_AGENTS_MOST];
    size_t n = agent ? 0 : rest_agents(&wall->rest, rest, 0, WALL_AGENTS_MOST);
    for (size_t i = 0; i < n && !agent; i++)
        if (rest[i]->person == person) agent = rest[i];
    return agent ? agent->name : (struct slice){0};
}

size_t wall_agents(const struct wall *wall, bool by_state,
                   const struct rec_agent_item *out[WALL_AGENTS_MOST])
{
    const struct rec_wall *figures = wall_figures(wall);
    const struct rec_agent_item *agents = figures->agents.items;
    size_t n = 0;
    while (n < figures->agents.n && n < WALL_AGENTS_MOST) {
        out[n] = &agents[n];
        n++;
    }
    n = rest_agents(&wall->rest, out, n, WALL_AGENTS_MOST);
    figures_sort(out, n, by_state);
    return n;
}

static bool somebody_unknown(const struct wall *wall)
{
    const struct rec_wall *figures = wall_figures(wall);
    const struct rec_agent_item *agents = figures ? figures->agents.items : NULL;
    for (size_t i = 0; agents && i < figures->agents.n; i++)
        if (!known(wall, agents[i].person)) return true;
    return false;
}

static void ask(struct wall *wall);

static void on_figures(void *ctx, const struct link_answer *answer)
{
    struct wall *wall = ctx;
    wall->asking = false;
    if (wall->seat->stage != SEAT_IN) return;
    if (wall->asked_session != wall->seat->me.session) { /* of whoever sat here before */
        ask(wall);
        return;
    }
    if (!seat_good(wall->seat, answer)) return;
    const struct rec_wall *figures = answer->body;
    arena_reset(&wall->names_arena);
    wall->names = answer_copy(request_wall_show, figures, &wall->names_arena);
    /* a summary may have overtaken the answer */
    const struct figures *last = &wall->slots[wall->newer ? !wall->shown : wall->shown];
    if (!last->wall || figures->now_ms >= last->wall->now_ms) take(wall, figures);
}

static void ask(struct wall *wall)
{
    static const struct req_wall_show show;
    if (wall->asking) return;
    wall->asked_ms = wall->seat->mono_ms;
    wall->asked_session = wall->seat->me.session;
    wall->asking = seat_ask(wall->seat, request_wall_show, &show, false, on_figures, wall);
}

void wall_ask_again(struct wall *wall)
{
    ask(wall);
}

/* ---- what the seat tells ---- */

static void forget(struct wall *wall)
{
    for (int i = 0; i < 2; i++) {
        arena_reset(&wall->slots[i].arena);
        wall->slots[i].wall = NULL;
    }
    arena_reset(&wall->names_arena);
    wall->names = NULL;
    rest_forget(&wall->rest);
    wall->newer = wall->paused = false;
    *wall->pager = (struct pager){0};
}

static void signed_in(void *model)
{
    struct wall *wall = model;
    const struct seat_port *port = &wall->seat->port;
    if (port->subscribe(port->ctx, TOPIC, 0) != ERR_OK)
        seat_say(wall->seat, NOTICE_ALARM, _("The live figures cannot be received."));
    if ((wall->seat->me.roles & ROLE_BIT(role_lead)) &&
        port->subscribe(port->ctx, TOPIC_LEAD, wall->seat->me.head) != ERR_OK)
        seat_say(wall->seat, NOTICE_ALARM, _("News for team leads cannot be received."));
    ask(wall);
}

static void signed_out(void *model)
{
    struct wall *wall = model;
    wall->seat->port.unsubscribe(wall->seat->port.ctx, TOPIC);
    wall->seat->port.unsubscribe(wall->seat->port.ctx, TOPIC_LEAD);
    lead_leave(wall);
    forget(wall);
}

static void summary(void *model, const struct rec_wall *figures)
{
    take(model, figures);
}

static void say_agent(const struct wall *wall, uint64_t person, const char *what)
{
    struct slice name = wall_name(wall, person);
    seat_say(wall->seat, NOTICE_ALARM, _("Agent %.*s: %s"), (int)name.n, name.p ? name.p : "",
             what);
}

/* What team leads are told. Of a guarded ticket no more is known than its number (R25). */
static void fact(void *model, const struct fact *fact)
{
    const struct wall *wall = model;
    const union fact_body *body = &fact->body;
    if (fact->type == fact_type_ticket_warned && body->ticket_warned.warning == warning_lead)
        seat_say(wall->seat, NOTICE_ALARM, _("Ticket %llu: the promised callback was not made."),
                 (unsigned long long)body->ticket_warned.ticket);
    if (fact->type == fact_type_agent_alarmed)
        say_agent(wall, body->agent_alarmed.person,
                  word_text(VOCABULARY_agent_alarm, body->agent_alarmed.alarm));
    if (fact->type == fact_type_agent_asked && body->agent_asked.reason &&
        !body->agent_asked.allowed)
        say_agent(wall, body->agent_asked.person, _("asks for a break"));
    if (fact->type == fact_type_alert_relayed &&
        body->alert_relayed.state == relay_state_unanswered)
        seat_say(wall->seat, NOTICE_ALARM, _("Alert %llu: nobody on a post has acknowledged."),
                 (unsigned long long)body->alert_relayed.alert);
}

static void on_link(void *model, enum link_state state)
{
    if (state == LINK_UP) ask(model);
}

static void tick(void *model)
{
    struct wall *wall = model;
    lead_tick(wall);
    if (wall->seat->stage != SEAT_IN || wall->seat->link != LINK_UP) return;
    rest_tick(wall);
    uint64_t age_ms = wall->seat->mono_ms - wall->asked_ms;
    if (age_ms >= AGAIN_MS || (age_ms >= NAMES_MS && somebody_unknown(wall))) ask(wall);
}

static enum style status(const void *model, char *out, size_t cap)
{
    const struct wall *wall = model;
    if (wall->paused)
        snprintf(out, cap, "%s", _("paused"));
    else if (wall_is_old(wall))
        snprintf(out, cap, "%s", _("old figures"));
    else
        snprintf(out, cap, "%s", _("live"));
    return STYLE_BAR_KEY;
}

/* ---- keys ---- */

static bool allows(const void *model, int intent)
{
    const struct wall *wall = model;
    if (intent >= WALL_DEED_INTENTS)
        return lead_allows(wall, (enum wall_deed_id)(intent - WALL_DEED_INTENTS));
    const struct pager *pager = wall->pager;
    switch ((enum wall_intent)intent) {
    case WALL_BY_STATE:
        return !wall->by_state;
    case WALL_BY_NUMBER:
        return wall->by_state;
    case WALL_PAUSE:
        return !wall->paused && wall_figures(wall);
    case WALL_GO_ON:
        return wall->paused;
    case WALL_PAGE_DOWN:
    case WALL_LAST_PAGE:
        return pager->page + 1 < pager->pages;
    case WALL_PAGE_UP:
    case WALL_FIRST_PAGE:
        return pager->page > 0;
    case WALL_ASK:
        return !wall->asking;
    case WALL_SURGE_END_NOW:
        return true;
    }
    return false;
}

static void intent(void *model, int number)
{
    struct wall *wall = model;
    struct pager *pager = wall->pager;
    if (number >= WALL_DEED_INTENTS) {
        lead_open(wall, (enum wall_deed_id)(number - WALL_DEED_INTENTS));
        return;
    }
    switch ((enum wall_intent)number) {
    case WALL_BY_STATE:
    case WALL_BY_NUMBER:
        wall->by_state = number == WALL_BY_STATE;
        pager->page = 0;
        break;
    case WALL_PAUSE:
        wall->paused = true;
        break;
    case WALL_GO_ON:
        wall->paused = false;
        show_newer(wall);
        break;
    case WALL_PAGE_DOWN:
        pager->page++;
        break;
    case WALL_PAGE_UP:
        pager->page--;
        break;
    case WALL_FIRST_PAGE:
        pager->page = 0;
        break;
    case WALL_LAST_PAGE:
        pager->page = pager->pages - 1;
        break;
    case WALL_ASK:
        ask(wall);
        break;
    case WALL_SURGE_END_NOW:
        lead_surge_end(wall);
        break;
    }
}

static bool key(void *model, const struct key *pressed)
{
    return lead_key(model, pressed);
}

const struct seat_mode wall_mode = {
    .name = "wall",
    .title = N_("Live queues"),
    .watch = true,
    .roles = ROLE_BIT(role_lead) | ROLE_BIT(role_operator) | ROLE_BIT(role_desk),
    .binds = binds,
    .n_binds = sizeof binds / sizeof *binds,
    .make = wall_make,
    .free = wall_free,
    .signed_in = signed_in,
    .signed_out = signed_out,
    .key = key,
    .intent = intent,
    .allows = allows,
    .fact = fact,
    .summary = summary,
    .link = on_link,
    .tick = tick,
    .status = status,
    .draw = wall_draw,
};
