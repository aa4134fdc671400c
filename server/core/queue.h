/* What queues, skills and loans share. Inside server/core and server/query. */
#ifndef SERVER_CORE_QUEUE_H
#define SERVER_CORE_QUEUE_H

#include "server/core/step.h"

/* A loan as a timer's object, and a skill of a person as a list's cursor: both in one number. */
static inline uint64_t borrow_object(uint64_t person, uint64_t skill)
{
    return person << 32 | skill;
}
static inline uint64_t borrow_person(uint64_t object)
{
    return object >> 32;
}
static inline uint64_t borrow_skill(uint64_t object)
{
    return object & UINT32_MAX;
}

/* A queue more (a line brings one of its own) has room, and its code is free among queues. Refuses
 * with EXISTS or TOO_MANY. */
bool queue_room(struct step *step, const struct code *code);

#endif
