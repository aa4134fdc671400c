/* What the registers have in common: entries with a code that is never used twice, also not after
 * retirement (R20). Each fact states the whole entry as it is from now on, so that the last one
 * alone says what holds; texts are only in the facts that bring new ones. Inside server/core only.
 */
#ifndef SERVER_CORE_REGISTER_H
#define SERVER_CORE_REGISTER_H

#include "server/core/step.h"

/* X_new: a free code gets the next id. X_old: the entry that is to be changed. */
#define REGISTER_NEW(object)                                                                       \
    static bool object##_new(struct step *step, const struct code *code, struct row_##object *row) \
    {                                                                                              \
        bool taken = object##_find(step->core->txn, code, true, row);                              \
        *row =                                                                                     \
            (struct row_##object){.object = step_next_id(step, object_##object), .code = *code};   \
        return step_require(step, !taken, REJECT_EXISTS, "code");                                  \
    }
#define REGISTER_OLD(object)                                                                       \
    static bool object##_old(struct step *step, const struct code *code, struct row_##object *row) \
    {                                                                                              \
        bool found = object##_find(step->core->txn, code, false, row);                             \
        return step_require(step, found, REJECT_NO_SUCH, "code");                                  \
    }

/* X_parent: no entry stands above itself; the register is free of circles before, so that the walk
 * ends. */
#define REGISTER_PARENT(object)                                                                    \
    static bool object##_parent(struct step *step, const struct code *code,                        \
                                struct row_##object *row)                                          \
    {                                                                                              \
        if (!object##_refer(step, code, "parent", &row->parent)) return false;                     \
        struct row_##object above = {.parent = row->parent};                                       \
        while (above.parent && above.parent != row->object)                                        \
            if (!object##_get(step->core->txn, above.parent, &above)) break;                       \
        return step_require(step, above.parent == 0, REJECT_CIRCLE, "parent");                     \
    }

/* A time limit is an amount of something: one without the other says nothing. */
static inline bool limit_whole(struct step *step, uint64_t kind, uint64_t n)
{
    return step_require(step, kind == 0 || n != 0, REJECT_MISSING_FIELD, "limit_n") &&
           step_require(step, n == 0 || kind != 0, REJECT_MISSING_FIELD, "limit_kind");
}

#endif
