/* Alert plans (R43, R44): posts that have to acknowledge, and on each the people who are told one
 * after the other. */
#include "server/core/alert.h"
#include "server/core/register.h"

REGISTER_NEW(plan)
REGISTER_OLD(plan)

static void plan_record(struct step *step, const struct row_plan *row, enum change change,
                        struct slice name)
{
    struct fact fact = step_fact(step, fact_type_plan_put);
    fact.body.plan_put = (struct fact_plan_put){
        .plan = row->plan,
        .code = row->code,
        .change = change,
        .kind = row->kind,
        .ack_min = row->ack_min,
        .name = name,
    };
    step_emit(step, &fact);
    step_done(step, row->plan, row->version + 1);
}

void do_plan_add(struct step *step, const void *body)
{
    const struct req_plan_add *req = body;
    struct row_plan row;
    if (!plan_new(step, &req->code, &row)) return;
    row.kind = req->kind;
    row.ack_min = req->ack_min;
    plan_record(step, &row, change_added, req->name);
}

void do_plan_set(struct step *step, const void *body)
{
    const struct req_plan_set *req = body;
    struct row_plan row;
    uint64_t to = 0;
    if (!plan_old(step, &req->code, &row) || !person_refer(step, &req->number, "number", &to))
        return;
    struct fact fact = step_fact(step, fact_type_plan_post_set);
    fact.body.plan_post_set = (struct fact_plan_post_set){
        .plan = row.plan, .post = req->post, .place = req->place, .to = to};
    step_emit(step, &fact);
    step_done(step, row.plan, row.version + 1);
}

void do_plan_retire(struct step *step, const void *body)
{
    const struct req_plan_retire *req = body;
    struct row_plan row;
    if (plan_old(step, &req->code, &row))
        plan_record(step, &row, change_retired, (struct slice){0});
}

bool plan_next(struct txn *txn, uint64_t plan, uint64_t post, uint64_t place,
               struct row_plan_post *row)
{
    struct row_person person;
    struct cursor cursor;
    *row = (struct row_plan_post){.plan = plan, .post = post, .place = place};
    cursor_table(&cursor, txn, TABLE_plan_post, 2, row, place != 0, false);
    while (cursor_next(&cursor, row))
        if (person_get(txn, row->to, &person) && !person.retired) return true;
    return false;
}

void apply_plan_put(struct txn *txn, const struct fact *fact, const struct fact_plan_put *body)
{
    struct row_plan row;
    if (!plan_get(txn, body->plan, &row)) counter_use(txn, object_plan, body->plan);
    row.code = body->code;
    row.kind = body->kind;
    row.ack_min = body->ack_min;
    row.retired = body->change == change_retired;
    row.version++;
    seq_keep(&row.name_seq, fact, body->name);
    plan_put(txn, &row);
}

void apply_plan_post_set(struct txn *txn, const struct fact *fact,
                         const struct fact_plan_post_set *body)
{
    (void)fact;
    const struct row_plan_post post = {
        .plan = body->plan, .post = body->post, .place = body->place, .to = body->to};
    struct row_plan row;
    bool there = plan_get(txn, body->plan, &row);
    ASSERT(there);
    row.version++;
    plan_put(txn, &row);
    if (body->to)
        table_put(txn, TABLE_plan_post, &post);
    else
        table_delete(txn, TABLE_plan_post, &post);
}
