/* Callers, the textbook's queue, and what both queues are measured by. */
#include <math.h>
#include <stdlib.h>

#include "tests/theory/theory.h"

/* splitmix64, to (0, 1]. */
static double draw(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53 + 0x1p-53;
}

void callers_draw(const struct flow *flow, struct caller *callers, size_t n)
{
    uint64_t state = flow->seed;
    double clock_s = 0;
    for (size_t i = 0; i < n; i++) {
        clock_s -= log(draw(&state)) / flow->load.calls_per_s;
        double talk_s = -log(draw(&state)) * flow->load.work_s;
        double patience_s = -log(draw(&state)) * flow->load.patience_s;
        callers[i] = (struct caller){
            .arrives = (uint64_t)llround(clock_s * 1000),
            .talk = (uint32_t)lround(talk_s * 1000),
            .patience =
                flow->load.patience_s > 0 ? (uint32_t)lround(patience_s * 1000) : UINT32_MAX,
        };
    }
}

/* A heap of the instants at which agents get free: the first is the earliest. */
static void sink(uint64_t *heap, size_t n)
{
    for (size_t i = 0, child; (child = 2 * i + 1) < n; i = child) {
        if (child + 1 < n && heap[child + 1] < heap[child]) child++;
        if (heap[i] <= heap[child]) return;
        uint64_t was = heap[i];
        heap[i] = heap[child];
        heap[child] = was;
    }
}

void plain_serve(const struct flow *flow, struct caller *callers, size_t n)
{
    uint64_t *free_ms = calloc(flow->agents, sizeof *free_ms);
    ASSERT(free_ms);
    for (size_t i = 0; i < n; i++) {
        struct caller *caller = &callers[i];
        uint64_t wait = free_ms[0] > caller->arrives ? free_ms[0] - caller->arrives : 0;
        caller->left = wait > caller->patience;
        caller->wait = caller->left ? caller->patience : (uint32_t)wait;
        if (caller->left) continue;
        free_ms[0] = caller->arrives + wait + caller->talk;
        sink(free_ms, flow->agents);
    }
    free(free_ms);
}

struct measured measure(const struct flow *flow, const struct caller *callers, size_t first,
                        size_t n)
{
    double wait_ms = 0, in_time = 0, left = 0, all = (double)(n - first);
    for (size_t i = first; i < n; i++) {
        wait_ms += callers[i].wait;
        left += callers[i].left;
        in_time += !callers[i].left && callers[i].wait <= flow->load.within_s * 1000;
    }
    return (struct measured){wait_ms / all / 1000, in_time / all, left / all};
}
