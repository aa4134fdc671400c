/* Work reports from inside the house, with the guidance given (R16). */
#include "server/core/ticket.h"

void do_work_add(struct step *step, const void *body)
{
    const struct req_work_add *req = body;
    struct fact fact = step_fact(step, fact_type_work_reported);
    struct fact_work_reported *work = &fact.body.work_reported;
    struct row_call call = {0};
    work->work = step_next_id(step, object_work);
    work->report = req->report;
    work->guidance = req->guidance;
    if (!unit_refer(step, &req->unit, "unit", &work->unit) ||
        !line_refer(step, &req->line, "line", &work->line) ||
        !call_in_hand(step, req->call, &call) ||
        !step_require(step, req->call == 0 || work->line == 0 || work->line == call.line,
                      REJECT_BAD_FIELD, "line"))
        return;
    work->call = req->call;
    if (req->call) work->line = call.line;
    step_emit(step, &fact);
    step_done(step, work->work, 1);
}
