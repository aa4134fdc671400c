#include "server/core/nuisance.h"

#include "server/core/authority.h"

#define DAY_MS UINT64_C(86400000)

bool nuisance_find(struct txn *txn, const struct h32 *caller, struct row_nuisance *row)
{
    static const struct h32 nobody;
    *row = (struct row_nuisance){.caller = *caller};
    return memcmp(caller, &nobody, sizeof nobody) != 0 &&
           index_find(txn, INDEX_nuisance_by_caller, 1, row);
}

bool caller_barred(struct step *step, const struct req_call_arrive *req, uint64_t line)
{
    struct row_nuisance row;
    struct h32 caller;
    if (req->here) return false; /* an agent has it already */
    caller_hash(step->core->txn, req->from, &caller);
    if (!nuisance_find(step->core->txn, &caller, &row) || row.until_ms == 0) return false;
    uint64_t call = step_next_id(step, object_call);
    struct fact fact = step_fact(step, fact_type_call_arrived);
    fact.body.call_arrived = (struct fact_call_arrived){
        .call = call,
        .line = line,
        .channel = req->channel ? req->channel : channel_phone,
        .caller = caller,
        .from = req->from,
        .priority = req->priority,
        .event = call_event_block,
    };
    step_emit(step, &fact);
    step->out->answer.done.id = call;
    return true;
}

void nuisance_refused(struct txn *txn, const struct h32 *caller)
{
    struct row_nuisance row;
    bool there = nuisance_find(txn, caller, &row);
    ASSERT(there);
    row.refused++;
    nuisance_put(txn, &row);
}

/* A call that came from a number that we know. */
static bool call_has_number(struct step *step, const struct row_call *call)
{
    static const struct h32 nobody;
    return step_require(step, !call->dialled && memcmp(&call->caller, &nobody, sizeof nobody) != 0,
                        REJECT_BAD_STATE, "call");
}

void do_caller_mark(struct step *step, const void *body)
{
    const struct req_caller_mark *req = body;
    struct txn *txn = step->core->txn;
    struct row_call call;
    struct row_mark mark;
    if (!step_require(step, call_get(txn, req->call, &call), REJECT_NO_SUCH, "call") ||
        !step_require(step, may_mark(txn, step->who, &call), REJECT_DENIED, "call") ||
        !step_require(step, call.answered_ms != 0, REJECT_BAD_STATE, NULL) ||
        !call_has_number(step, &call) ||
        !step_require(step, !mark_get(txn, call.call, &mark), REJECT_EXISTS, "call"))
        return;
    struct fact fact = step_fact(step, fact_type_caller_marked);
    fact.body.caller_marked = (struct fact_caller_marked){
        .call = call.call, .caller = call.caller, .kind = req->kind, .note = req->note};
    step_emit(step, &fact);
    step_done(step, call.call, 0);
}

static void bar(struct step *step, uint64_t call, const struct h32 *caller, uint64_t until_ms,
                struct slice reason)
{
    struct fact fact = step_fact(step, fact_type_caller_barred);
    fact.body.caller_barred = (struct fact_caller_barred){
        .call = call, .caller = *caller, .until_ms = until_ms, .reason = reason};
    step_emit(step, &fact);
}

void do_caller_block(struct step *step, const void *body)
{
    const struct req_caller_block *req = body;
    const uint64_t now_ms = step->core->now_ms;
    const uint64_t last_ms = now_ms + step->core->settings->block_days_max * DAY_MS;
    struct row_call call;
    if (!step_require(step, call_get(step->core->txn, req->call, &call), REJECT_NO_SUCH, "call") ||
        !call_has_number(step, &call) ||
        !step_require(step, req->until_ms > now_ms, REJECT_PAST, "until_ms") ||
        !step_require(step, req->until_ms <= last_ms, REJECT_TOO_FAR, "until_ms"))
        return;
    bar(step, call.call, &call.caller, req->until_ms, req->reason);
    step_done(step, call.call, 0);
}

void do_caller_unblock(struct step *step, const void *body)
{
    const struct req_caller_unblock *req = body;
    struct row_call call;
    struct row_nuisance row;
    if (!step_require(step, call_get(step->core->txn, req->call, &call), REJECT_NO_SUCH, "call") ||
        !step_require(step, nuisance_find(step->core->txn, &call.caller, &row) && row.until_ms,
                      REJECT_BAD_STATE, NULL))
        return;
    bar(step, call.call, &call.caller, 0, req->reason);
    step_done(step, call.call, 0);
}

void block_fire(struct step *step, uint64_t object)
{
    struct row_nuisance row;
    bool there = nuisance_get(step->core->txn, object, &row);
    ASSERT(there && row.until_ms);
    bar(step, 0, &row.caller, 0, (struct slice){0});
}

/* R45: what goes to the police is what was marked until now; who has it made, stands in the
 * journal. */
void do_caller_export(struct step *step, const void *body)
{
    const struct req_caller_export *req = body;
    struct row_call call;
    struct row_nuisance row;
    if (!step_require(step, call_get(step->core->txn, req->call, &call), REJECT_NO_SUCH, "call") ||
        !step_require(step, nuisance_find(step->core->txn, &call.caller, &row) && row.marks != 0,
                      REJECT_BAD_STATE, NULL))
        return;
    uint64_t id = step_next_id(step, object_evidence);
    struct fact fact = step_fact(step, fact_type_evidence_made);
    fact.body.evidence_made = (struct fact_evidence_made){
        .evidence = id, .call = call.call, .caller = call.caller, .purpose = req->purpose};
    step_emit(step, &fact);
    step_done(step, id, 1);
}

/* The row of a number, whose first fact this may be. */
static struct row_nuisance nuisance_of(struct txn *txn, const struct fact *fact,
                                       const struct h32 *caller)
{
    struct row_nuisance row;
    if (!nuisance_find(txn, caller, &row))
        row = (struct row_nuisance){.seq = fact->seq, .caller = *caller};
    return row;
}

void apply_caller_marked(struct txn *txn, const struct fact *fact,
                         const struct fact_caller_marked *body)
{
    struct row_nuisance row = nuisance_of(txn, fact, &body->caller);
    row.call = body->call;
    row.marks++;
    row.kind = body->kind;
    row.last_ms = fact->at_ms;
    nuisance_put(txn, &row);
    mark_put(txn, &(struct row_mark){
                      .call = body->call,
                      .caller = body->caller,
                      .kind = body->kind,
                      .at_ms = fact->at_ms,
                      .by = fact->by,
                      .seq = fact->seq,
                  });
}

void apply_caller_barred(struct txn *txn, const struct fact *fact,
                         const struct fact_caller_barred *body)
{
    struct row_nuisance row = nuisance_of(txn, fact, &body->caller);
    if (row.until_ms) timer_clear(txn, row.until_ms, timer_kind_block, row.seq);
    if (row.call == 0) row.call = body->call;
    seq_keep(&row.reason_seq, fact, body->reason);
    row.until_ms = body->until_ms;
    if (row.until_ms) timer_set(txn, row.until_ms, timer_kind_block, row.seq);
    nuisance_put(txn, &row);
}

void apply_evidence_made(struct txn *txn, const struct fact *fact,
                         const struct fact_evidence_made *body)
{
    counter_use(txn, object_evidence, body->evidence);
    evidence_put(txn, &(struct row_evidence){
                          .evidence = body->evidence,
                          .call = body->call,
                          .caller = body->caller,
                          .by = fact->by,
                          .at_ms = fact->at_ms,
                          .seq = fact->seq,
                      });
}
