/* Alerts and whom they are relayed to (R43, R44). Inside server/core only. */
#ifndef SERVER_CORE_ALERT_H
#define SERVER_CORE_ALERT_H

#include "server/core/step.h"

/* Object of a relay's timer: one person at a post is told at a time. */
static inline uint64_t relay_object(uint64_t alert, uint64_t post)
{
    _Static_assert(LIMIT_POSTS < 256, "a post fits into eight bits");
    return alert << 8 | post;
}

/* The next person of this post behind `place` (0: the first) who is still with the centre. */
bool plan_next(struct txn *txn, uint64_t plan, uint64_t post, uint64_t place,
               struct row_plan_post *row);
/* The one at this post who was told and has not acknowledged. */
bool relay_open(struct txn *txn, uint64_t alert, uint64_t post, struct row_relay *row);
/* Somebody at this post has acknowledged. */
bool post_acknowledged(struct txn *txn, uint64_t alert, uint64_t post);

#endif
