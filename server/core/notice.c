/* What everybody is told on their screen: outages, other channels, anything else (R83). */
#include "server/core/step.h"

void do_notice_put(struct step *step, const void *body)
{
    const struct req_notice_put *req = body;
    if (!step_require(step, req->until_ms == 0 || req->until_ms > step->core->now_ms, REJECT_PAST,
                      "until_ms"))
        return;
    uint64_t notice = step_next_id(step, object_notice);
    struct fact fact = step_fact(step, fact_type_notice_put);
    fact.body.notice_put = (struct fact_notice_put){
        .notice = notice,
        .change = change_added,
        .until_ms = req->until_ms,
        .outage = req->outage,
        .body = req->body,
    };
    step_emit(step, &fact);
    step_done(step, notice, 0);
}

static void notice_over(struct step *step, const struct row_notice *row)
{
    struct fact fact = step_fact(step, fact_type_notice_put);
    fact.body.notice_put = (struct fact_notice_put){
        .notice = row->notice,
        .change = change_retired,
        .until_ms = row->until_ms,
        .outage = row->outage,
    };
    step_emit(step, &fact);
}

void do_notice_end(struct step *step, const void *body)
{
    const struct req_notice_end *req = body;
    struct row_notice row;
    if (!step_require(step, notice_get(step->core->txn, req->notice, &row), REJECT_NO_SUCH,
                      "notice") ||
        !step_require(step, row.live, REJECT_BAD_STATE, NULL))
        return;
    notice_over(step, &row);
    step_done(step, row.notice, 0);
}

void notice_fire(struct step *step, uint64_t object)
{
    struct row_notice row;
    bool there = notice_get(step->core->txn, object, &row);
    ASSERT(there && row.live);
    notice_over(step, &row);
}
