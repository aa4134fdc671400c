#include "common/backoff.h"

#include "common/err.h"

void backoff_init(struct backoff *backoff, uint64_t base_ms, uint64_t max_ms)
{
    ASSERT(base_ms > 0 && max_ms > 0);
    *backoff = (struct backoff){.base_ms = base_ms, .max_ms = max_ms};
}

uint64_t backoff_delay_ms(uint64_t base_ms, uint64_t max_ms, uint32_t failures, uint64_t random)
{
    ASSERT(base_ms > 0 && max_ms > 0);
    uint64_t whole = base_ms < max_ms ? base_ms : max_ms;
    while (failures-- > 0 && whole < max_ms) whole = whole > max_ms / 2 ? max_ms : whole * 2;
    uint64_t half = whole / 2;
    return whole - random % (half + 1);
}

uint64_t backoff_next(struct backoff *backoff, uint64_t random)
{
    uint64_t delay_ms =
        backoff_delay_ms(backoff->base_ms, backoff->max_ms, backoff->failures, random);
    if (backoff->failures < UINT32_MAX) backoff->failures++;
    return delay_ms;
}

void backoff_reset(struct backoff *backoff)
{
    backoff->failures = 0;
}
