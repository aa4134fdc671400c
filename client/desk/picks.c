/* What popups pick from and ask for when they open: agents with their states, alert plans, supplies
 * and demands. */
#include <stdio.h>

#include "client/desk/model.h"
#include "common/text.h"

enum { PICKS_BYTES = 256 * 1024 };

void picks_init(struct picks *picks)
{
    arena_init(&picks->arena, PICKS_BYTES);
}

void picks_fini(struct picks *picks)
{
    arena_fini(&picks->arena);
}

/* The pickers get the new ones before they are asked again. */
static void begin(struct picks *picks, size_t most)
{
    picks->n = 0;
    arena_reset(&picks->arena);
    picks->items = arena_take(&picks->arena, (most + 1) * sizeof *picks->items);
}

static void add(struct picks *picks, uint64_t id, const char *code, const char *name)
{
    if (!picks->items) return;
    char *code_copy = arena_copy(&picks->arena, slice_of(code));
    char *name_copy = arena_copy(&picks->arena, slice_of(name));
    if (code_copy && name_copy)
        picks->items[picks->n++] =
            (struct pick_item){.id = id, .code = code_copy, .name = name_copy};
}

/* ---- agents ---- */

static void add_agents(struct desk *desk, const struct rec_agent_page *page, bool ready)
{
    const struct rec_agent_item *rows = page->rows.items;
    for (size_t i = 0; i < page->rows.n; i++) {
        const struct rec_agent_item *row = &rows[i];
        bool here = row->state != agent_state_none && row->state != agent_state_out;
        if ((row->state == agent_state_ready) != ready || !here) continue;
        if (row->person == desk->person) continue;
        char name[LIMIT_NAME + 80];
        snprintf(name, sizeof name, "%.*s · %s", (int)row->name.n, row->name.p ? row->name.p : "",
                 word_text(VOCABULARY_agent_state, row->state));
        add(&desk->agents, row->person, row->number.s, name);
    }
}

static void on_agents(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    if (!seat_good(desk->seat, answer)) return;
    const struct rec_agent_page *page = answer->body;
    begin(&desk->agents, page->rows.n);
    add_agents(desk, page, true);
    add_agents(desk, page, false);
    ask_items(desk);
}

void agents_ask(struct desk *desk)
{
    static const struct req_agent_list all;
    seat_ask(desk->seat, request_agent_list, &all, false, on_agents, desk);
}

/* ---- alert plans: a row for each place; here one for each plan ---- */

static void on_plans(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    if (!seat_good(desk->seat, answer)) return;
    const struct rec_plan_page *page = answer->body;
    const struct rec_plan_item *rows = page->rows.items;
    begin(&desk->plans, page->rows.n);
    for (size_t i = 0; i < page->rows.n; i++) {
        const struct rec_plan_item *row = &rows[i];
        char name[LIMIT_NAME + 80];
        bool again = i > 0 && strcmp(rows[i - 1].code.s, row->code.s) == 0;
        if (row->retired || again) continue;
        snprintf(name, sizeof name, "%.*s · %s", (int)row->name.n, row->name.p ? row->name.p : "",
                 word_text(VOCABULARY_alert_kind, row->kind));
        add(&desk->plans, i + 1, row->code.s, name);
    }
    ask_items(desk);
}

void plans_ask(struct desk *desk)
{
    struct req_plan_list all = {.known = desk->seat->head};
    seat_ask(desk->seat, request_plan_list, &all, false, on_plans, desk);
}

/* ---- supply and demand (R47) ---- */

static void on_market(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    if (!seat_good(desk->seat, answer)) return;
    const struct rec_market_page *page = answer->body;
    const struct rec_market_item *rows = page->rows.items;
    begin(&desk->supplies, page->rows.n);
    begin(&desk->demands, page->rows.n);
    for (size_t i = 0; i < page->rows.n; i++) {
        const struct rec_market_item *row = &rows[i];
        char code[24], what[200];
        bool supply = row->kind == market_kind_supply;
        if (row->state != market_state_open) continue;
        snprintf(code, sizeof code, "%llu", (unsigned long long)row->market);
        snprintf(what, sizeof what, "%.*s", (int)text_fit_bytes(row->what, sizeof what - 1),
                 row->what.p ? row->what.p : "");
        add(supply ? &desk->supplies : &desk->demands, row->market, code, what);
    }
    ask_items(desk);
}

void market_ask(struct desk *desk)
{
    struct req_market_list open = {.known = desk->seat->head};
    seat_ask(desk->seat, request_market_list, &open, false, on_market, desk);
}
