/* The hotline's lines and their opening hours (R2). */
#include "server/core/hours.h"
#include "server/core/queue.h"
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
    if (line_new(step, &req->code, &row) && queue_room(step, &req->code))
        line_record(step, &row, change_added, req->name);
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

static bool line_of(struct step *step, const struct code *code, struct row_line *row)
{
    return step_require(step, line_find(step->core->txn, code, false, row), REJECT_NO_SUCH, "line");
}

void do_line_hours(struct step *step, const void *body)
{
    const struct req_line_hours *req = body;
    struct row_line row;
    struct line_hours hours;
    if (!line_of(step, &req->line, &row) ||
        !step_require(step, line_hours_read(req->hours, &hours), REJECT_BAD_FIELD, "hours"))
        return;
    struct fact fact = step_fact(step, fact_type_line_hours_set);
    fact.body.line_hours_set = (struct fact_line_hours_set){.line = row.line, .hours = req->hours};
    step_emit(step, &fact);
    step_done(step, row.line, row.version);
}

void do_line_extend(struct step *step, const void *body)
{
    const struct req_line_extend *req = body;
    struct row_line row;
    if (!line_of(step, &req->line, &row) ||
        !step_require(step, req->until_ms > step->core->now_ms, REJECT_PAST, "until_ms") ||
        !step_require(step, req->until_ms > req->from_ms, REJECT_BAD_FIELD, "until_ms"))
        return;
    struct fact fact = step_fact(step, fact_type_line_extended);
    fact.body.line_extended = (struct fact_line_extended){.line = row.line,
                                                          .from_ms = req->from_ms,
                                                          .until_ms = req->until_ms,
                                                          .reason = req->reason};
    step_emit(step, &fact);
    step_done(step, row.line, row.version);
}
