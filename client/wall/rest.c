#include "client/wall/rest.h"

#include "client/seat/copy.h"
#include "client/wall/model.h"

enum { REST_BYTES = 8 * 1024 * 1024, REST_MS = 2000 };

void rest_init(struct rest *rest)
{
    *rest = (struct rest){.asking = false};
    for (int i = 0; i < 2; i++) arena_init(&rest->rounds[i].arena, REST_BYTES);
}

void rest_fini(struct rest *rest)
{
    for (int i = 0; i < 2; i++) arena_fini(&rest->rounds[i].arena);
}

static void round_clear(struct rest_round *round)
{
    arena_reset(&round->arena);
    round->n = 0;
}

void rest_forget(struct rest *rest)
{
    for (int i = 0; i < 2; i++) round_clear(&rest->rounds[i]);
}

static bool ask(struct wall *wall, uint64_t after);

static void on_page(void *ctx, const struct link_answer *answer)
{
    struct wall *wall = ctx;
    struct rest *rest = &wall->rest;
    struct rest_round *round = &rest->rounds[!rest->shown];
    rest->asking = false;
    if (wall->seat->stage != SEAT_IN || answer->err != ERR_OK || answer->reject != REJECT_OK)
        return; /* the next round will tell */
    const struct rec_agent_page *page =
        answer_copy(request_agent_list, answer->body, &round->arena);
    if (page && round->n < REST_PAGES) round->pages[round->n++] = page;
    if (page && page->next && round->n < REST_PAGES && ask(wall, page->next)) return;
    rest->shown = !rest->shown;
}

static bool ask(struct wall *wall, uint64_t after)
{
    const struct req_agent_list wanted = {.after = after, .most = LIMIT_PAGE};
    wall->rest.asking = seat_ask(wall->seat, request_agent_list, &wanted, false, on_page, wall);
    return wall->rest.asking;
}

void rest_tick(struct wall *wall)
{
    struct rest *rest = &wall->rest;
    const struct rec_wall *figures = wall_figures(wall);
    if (!figures || rest->asking || wall->paused) return;
    if (figures->signed_in <= figures->agents.n || figures->agents.n == 0) {
        rest_forget(rest);
        return;
    }
    if (rest->asked_ms && wall->seat->mono_ms - rest->asked_ms < REST_MS) return;
    const struct rec_agent_item *agents = figures->agents.items;
    rest->asked_ms = wall->seat->mono_ms;
    round_clear(&rest->rounds[!rest->shown]);
    ask(wall, agents[figures->agents.n - 1].person);
}

size_t rest_agents(const struct rest *rest, const struct rec_agent_item **out, size_t n,
                   size_t most)
{
    const struct rest_round *round = &rest->rounds[rest->shown];
    for (size_t i = 0; i < round->n; i++) {
        const struct rec_agent_item *rows = round->pages[i]->rows.items;
        for (size_t k = 0; k < round->pages[i]->rows.n && n < most; k++) out[n++] = &rows[k];
    }
    return n;
}
