/* Notes of supply and demand that callers leave, and matching them (R47). */
#include "server/core/ticket.h"

void do_market_add(struct step *step, const void *body)
{
    const struct req_market_add *req = body;
    struct row_call call;
    uint64_t subject = 0;
    if (!call_in_hand(step, req->call, &call) ||
        !subject_refer(step, &req->subject, "subject", &subject) ||
        !step_require(step, req->until_ms == 0 || req->until_ms > step->core->now_ms, REJECT_PAST,
                      "until_ms"))
        return;
    uint64_t id = step_next_id(step, object_market);
    struct fact fact = step_fact(step, fact_type_market_put);
    fact.body.market_put = (struct fact_market_put){
        .market = id,
        .kind = req->kind,
        .of_subject = subject,
        .call = req->call,
        .until_ms = req->until_ms,
        .what = req->what,
        .contact = req->contact,
    };
    step_emit(step, &fact);
    step_done(step, id, 1);
}

/* A note that is open. Refuses. */
static bool market_ask(struct step *step, uint64_t id, const char *field, struct row_market *row)
{
    return step_require(step, market_get(step->core->txn, id, row), REJECT_NO_SUCH, field) &&
           step_require(step, row->state == market_state_open, REJECT_BAD_STATE, field);
}

/* Of the kind that is meant, and still of use. */
static bool market_fits(struct step *step, const struct row_market *row, enum market_kind kind,
                        const char *field)
{
    return step_require(step, row->kind == kind, REJECT_BAD_FIELD, field) &&
           step_require(step, row->until_ms == 0 || row->until_ms > step->core->now_ms,
                        REJECT_TOO_LATE, field);
}

static void market_move(struct step *step, uint64_t id, enum market_state state, uint64_t other,
                        struct slice note)
{
    struct fact fact = step_fact(step, fact_type_market_moved);
    fact.body.market_moved =
        (struct fact_market_moved){.market = id, .state = state, .other = other, .note = note};
    step_emit(step, &fact);
    step_done(step, id, 0);
}

void do_market_match(struct step *step, const void *body)
{
    const struct req_market_match *req = body;
    struct row_market supply, demand;
    if (!market_ask(step, req->supply, "supply", &supply) ||
        !market_ask(step, req->demand, "demand", &demand) ||
        !market_fits(step, &supply, market_kind_supply, "supply") ||
        !market_fits(step, &demand, market_kind_demand, "demand"))
        return;
    market_move(step, supply.market, market_state_matched, demand.market, req->note);
    market_move(step, demand.market, market_state_matched, supply.market, req->note);
}

void do_market_close(struct step *step, const void *body)
{
    const struct req_market_close *req = body;
    struct row_market row;
    if (market_ask(step, req->market, "market", &row))
        market_move(step, row.market, market_state_closed, 0, req->reason);
}

void apply_market_put(struct txn *txn, const struct fact *fact, const struct fact_market_put *body)
{
    counter_use(txn, object_market, body->market);
    market_put(txn, &(struct row_market){
                        .market = body->market,
                        .kind = body->kind,
                        .state = market_state_open,
                        .subject = body->of_subject,
                        .call = body->call,
                        .by = fact->by,
                        .at_ms = fact->at_ms,
                        .until_ms = body->until_ms,
                        .seq = fact->seq,
                    });
}

void apply_market_moved(struct txn *txn, const struct fact *fact,
                        const struct fact_market_moved *body)
{
    struct row_market row;
    bool there = market_get(txn, body->market, &row);
    ASSERT(there);
    row.state = body->state;
    row.other = body->other;
    seq_keep(&row.note_seq, fact, body->note);
    market_put(txn, &row);
}
