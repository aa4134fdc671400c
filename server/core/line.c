/* The hotline's lines. */
#include "server/core/register.h"

REGISTER_NEW(line)
REGISTER_OLD(line)

static void line_record(struct step *step, const struct row_line *row, enum change change,
                        struct slice name)
{
    struct fact fact = step_fact(step, fact_type_line_put);
    fact.body.line_put = (struct fact_line_put){
        .line = row->line, .code = row->code, .change = change, .name = name};
    step_emit(step, &fact);
    step_done(step, row->line, row->version + 1);
}

void do_line_add(struct step *step, const void *body)
{
    const struct req_line_add *req = body;
    struct row_line row;
    if (line_new(step, &req->code, &row)) line_record(step, &row, change_added, req->name);
}

void do_line_change(struct step *step, const void *body)
{
    const struct req_line_change *req = body;
    struct row_line row;
    if (line_old(step, &req->code, &row)) line_record(step, &row, change_changed, req->name);
}

void do_line_retire(struct step *step, const void *body)
{
    const struct req_line_retire *req = body;
    struct row_line row;
    struct row_queue queue;
    if (!line_old(step, &req->code, &row)) return;
    bool there = queue_get(step->core->txn, row.line, &queue);
    ASSERT(there);
    if (step_require(step, queue.waiting == 0 && queue.callbacks == 0, REJECT_BAD_STATE, NULL))
        line_record(step, &row, change_retired, (struct slice){0});
}
