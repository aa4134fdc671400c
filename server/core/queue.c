/* The queues and how each is served. A line brings a queue of its own, with its number and code;
 * others take their numbers from the same counter. */
#include "server/core/queue.h"

bool queue_room(struct step *step, const struct code *code)
{
    struct row_queue row = {0};
    struct cursor cursor;
    uint64_t n = 0;
    if (!step_require(step, !queue_find(step->core->txn, code, true, &row), REJECT_EXISTS, "code"))
        return false;
    row = (struct row_queue){0};
    cursor_table(&cursor, step->core->txn, TABLE_queue, 0, &row, false, false);
    while (cursor_next(&cursor, &row)) n += !row.retired;
    return step_require_limit(step, n < LIMIT_QUEUES, REJECT_TOO_MANY, "code", LIMIT_QUEUES);
}

static void queue_record(struct step *step, const struct row_queue *row, enum change change,
                         struct slice name)
{
    struct fact fact = step_fact(step, fact_type_queue_put);
    fact.body.queue_put = (struct fact_queue_put){
        .queue = row->queue,
        .code = row->code,
        .change = change,
        .name = name,
        .skill = row->skill,
        .level = row->level,
        .relax_s = row->relax_s,
        .priority = row->priority,
        .overflow = row->overflow,
        .overflow_s = row->overflow_s,
        .offer_s = row->offer_s,
        .most_s = row->most_s,
    };
    step_emit(step, &fact);
    step_done(step, row->queue, row->version + 1);
}

/* Nobody is passed round and round: a call that overflows never comes back. The register is free of
 * circles before, so that the walk ends. */
static bool overflow_ends(struct step *step, const struct row_queue *row)
{
    struct row_queue next = {.overflow = row->overflow};
    while (next.overflow && next.overflow != row->queue)
        if (!queue_get(step->core->txn, next.overflow, &next)) break;
    return step_require(step, next.overflow == 0, REJECT_CIRCLE, "overflow");
}

/* One rule without the other says nothing. */
static bool rules_whole(struct step *step, const struct row_queue *row)
{
    return step_require(step, row->overflow == 0 || row->overflow_s, REJECT_MISSING_FIELD,
                        "overflow_s") &&
           step_require(step, row->overflow_s == 0 || row->overflow, REJECT_MISSING_FIELD,
                        "overflow") &&
           step_require(step, row->skill || (row->level == 0 && row->relax_s == 0),
                        REJECT_MISSING_FIELD, "skill");
}

static void rules_forget(struct row_queue *row)
{
    row->skill = row->level = row->relax_s = row->priority = 0;
    row->overflow = row->overflow_s = row->offer_s = row->most_s = 0;
}

/* What adding and changing have in common; absent ones stay. */
#define KEEP_code(S, name)
#define KEEP_flag(S, name)
#define KEEP_u64(S, name)                                                                          \
    if ((S)->name) row->name = (S)->name;
#define KEEP_F(S, tag, type, name, max, class, need, help) KEEP_##type(S, name)
#define KEEP_E(S, tag, vocabulary, name, class, need, help) KEEP_u64(S, name)
#define RULES_TAKE(of)                                                                             \
    static bool rules_take_##of(struct step *step, const struct req_queue_##of *req,               \
                                struct row_queue *row)                                             \
    {                                                                                              \
        if (req->anew) rules_forget(row);                                                          \
        if (!skill_refer(step, &req->skill, "skill", &row->skill) ||                               \
            !queue_refer(step, &req->overflow, "overflow", &row->overflow))                        \
            return false;                                                                          \
        QUEUE_RULES(req, KEEP_F, KEEP_E)                                                           \
        return rules_whole(step, row) && overflow_ends(step, row);                                 \
    }
RULES_TAKE(add)
RULES_TAKE(change)

void do_queue_add(struct step *step, const void *body)
{
    const struct req_queue_add *req = body;
    struct row_queue row = {.queue = step_next_id(step, object_line), .code = req->code};
    if (queue_room(step, &req->code) && rules_take_add(step, req, &row))
        queue_record(step, &row, change_added, req->name);
}

void do_queue_change(struct step *step, const void *body)
{
    const struct req_queue_change *req = body;
    struct row_queue row;
    bool found = queue_find(step->core->txn, &req->code, false, &row);
    if (!step_require(step, found, REJECT_NO_SUCH, "code") ||
        !step_require(step, !row.own || req->name.n == 0, REJECT_BAD_FIELD, "name") ||
        !rules_take_change(step, req, &row))
        return;
    queue_record(step, &row, change_changed, req->name);
    route(step);
}

void do_queue_retire(struct step *step, const void *body)
{
    const struct req_queue_retire *req = body;
    struct row_queue row;
    bool found = queue_find(step->core->txn, &req->code, false, &row);
    if (step_require(step, found, REJECT_NO_SUCH, "code") &&
        step_require(step, !row.own && row.waiting == 0 && row.callbacks == 0, REJECT_BAD_STATE,
                     NULL))
        queue_record(step, &row, change_retired, (struct slice){0});
}
