/* Exponential back-off with jitter, so that many clients that lost the same dispatcher do not come
 * back at the same moment. Pure: the caller brings random bits. */
#ifndef COMMON_BACKOFF_H
#define COMMON_BACKOFF_H

#include <stdint.h>

struct backoff {
    uint64_t base_ms; /* the first delay at most; > 0 */
    uint64_t max_ms;  /* every delay at most, also the first; > 0 */
    uint32_t failures;
};

void backoff_init(struct backoff *backoff, uint64_t base_ms, uint64_t max_ms);
/* Counts one failure and answers how long to wait: between half of and the whole of
 * min(max_ms, base_ms * 2^failures before this one). */
uint64_t backoff_next(struct backoff *backoff, uint64_t random);
/* The same delay without counting, for a failure count that is kept elsewhere. */
uint64_t backoff_delay_ms(uint64_t base_ms, uint64_t max_ms, uint32_t failures, uint64_t random);
/* After a success. */
void backoff_reset(struct backoff *backoff);

#endif
