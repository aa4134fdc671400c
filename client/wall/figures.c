#include "client/wall/figures.h"

#include <stdlib.h>

struct waiting figures_waiting(const struct rec_wall *wall)
{
    struct waiting waiting = {0};
    const struct rec_queue_item *queues = wall->queues.items;
    for (size_t i = 0; i < wall->queues.n; i++) {
        waiting.calls += queues[i].waiting;
        if (!queues[i].waiting || !queues[i].oldest_ms) continue;
        if (!waiting.oldest_ms || queues[i].oldest_ms < waiting.oldest_ms)
            waiting.oldest_ms = queues[i].oldest_ms;
    }
    return waiting;
}

uint64_t figures_span_ms(uint64_t then_ms, uint64_t now_ms)
{
    return then_ms && now_ms > then_ms ? now_ms - then_ms : 0;
}

enum urgency figures_urgency(const struct rec_wall *wall, uint64_t wait_ms)
{
    uint64_t target_ms = wall->target_s * 1000;
    if (!target_ms || wait_ms <= target_ms) return URGENCY_NONE;
    return wait_ms <= target_ms * FIGURES_TOO_LONG ? URGENCY_LATE : URGENCY_TOO_LONG;
}

int figures_within(const struct rec_wall *wall)
{
    uint64_t all = wall->answered + wall->abandoned;
    if (!all) return FIGURES_NONE;
    uint64_t good = wall->in_target < all ? wall->in_target : all;
    return (int)((double)good * 1000 / (double)all);
}

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

void figures_hour(const struct rec_wall *wall, struct hour *out)
{
    *out = (struct hour){0};
    const struct rec_minute_item *minutes = wall->hour.items;
    for (size_t i = 0; i < wall->hour.n && out->count < 60; i++) {
        int n = out->count++;
        out->arrived_sum += out->arrived[n] = (int64_t)minutes[i].arrived;
        out->answered_sum += out->answered[n] = (int64_t)minutes[i].answered;
        out->abandoned_sum += out->abandoned[n] = (int64_t)minutes[i].abandoned;
        out->max = larger(out->max, larger(out->arrived[n], out->answered[n]));
        out->max = larger(out->max, out->abandoned[n]);
    }
}

void figures_states(const struct rec_agent_item *const *agents, size_t n,
                    uint64_t counts[FIGURES_STATES])
{
    memset(counts, 0, FIGURES_STATES * sizeof *counts);
    for (size_t i = 0; i < n; i++)
        counts[agents[i]->state < FIGURES_STATES ? agents[i]->state : agent_state_none]++;
}

/* ---- orders ---- */

/* Who needs a lead's eye first. */
static int rank(uint64_t state)
{
    switch ((enum agent_state)state) {
    case agent_state_missed:
    case agent_state_offline:
    case agent_state_absent:
        return 0;
    case agent_state_offered:
        return 1;
    case agent_state_wrapping:
        return 2;
    case agent_state_break:
        return 3;
    case agent_state_talking:
    case agent_state_holding:
        return 4;
    case agent_state_ready:
        return 5;
    case agent_state_out:
    case agent_state_none:
        return 6;
    }
    return 6;
}

static int by_number(const void *a, const void *b)
{
    const struct rec_agent_item *const *one = a, *const *other = b;
    return strverscmp((*one)->number.s, (*other)->number.s);
}

static int by_state(const void *a, const void *b)
{
    const struct rec_agent_item *one = *(const struct rec_agent_item *const *)a;
    const struct rec_agent_item *other = *(const struct rec_agent_item *const *)b;
    if (rank(one->state) != rank(other->state)) return rank(one->state) - rank(other->state);
    if (one->since_ms != other->since_ms) return one->since_ms < other->since_ms ? -1 : 1;
    return by_number(a, b);
}

void figures_sort(const struct rec_agent_item **agents, size_t n, bool states)
{
    if (n) qsort(agents, n, sizeof *agents, states ? by_state : by_number);
}

/* The oldest arrival first; lines where nobody waits last, as they come. */
static int by_wait(const void *a, const void *b)
{
    const struct rec_queue_item *one = *(const struct rec_queue_item *const *)a;
    const struct rec_queue_item *other = *(const struct rec_queue_item *const *)b;
    uint64_t one_ms = one->waiting ? one->oldest_ms : UINT64_MAX;
    uint64_t other_ms = other->waiting ? other->oldest_ms : UINT64_MAX;
    if (one_ms != other_ms) return one_ms < other_ms ? -1 : 1;
    return one < other ? -1 : one > other;
}

size_t figures_queues(const struct rec_wall *wall, size_t most,
                      const struct rec_queue_item *out[LIMIT_PAGE])
{
    const struct rec_queue_item *queues = wall->queues.items;
    size_t n = wall->queues.n < LIMIT_PAGE ? wall->queues.n : LIMIT_PAGE;
    for (size_t i = 0; i < n; i++) out[i] = &queues[i];
    if (n <= most) return n;
    qsort(out, n, sizeof *out, by_wait);
    return most;
}
