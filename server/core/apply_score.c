/* What the facts about points and samples do to the tables. */
#include "server/core/figure.h"
#include "server/core/score.h"

/* Into the sums of its month, or out of them. */
static void month_count(struct txn *txn, const struct row_score *score, bool in)
{
    struct row_score_month row = {
        .month = score->month, .unit = score->unit, .person = score->person};
    table_get(txn, TABLE_score_month, &row);      /* the first of the month finds none */
    uint64_t points = score->plus + score->minus; /* one of them is 0 */
    uint64_t *sum = NULL;
    switch (score_side(score->rule)) {
    case SCORE_LEADERSHIP:
        sum = &row.leadership;
        break;
    case SCORE_SYSTEMS:
        sum = &row.systems;
        break;
    case SCORE_MINUS:
    case SCORE_AGENT:
        sum = &row.minus;
        break;
    case SCORE_PLUS:
        sum = &row.plus;
        break;
    }
    ASSERT(sum && (in || *sum >= points));
    *sum = in ? *sum + points : *sum - points;
    table_put(txn, TABLE_score_month, &row);
}

void apply_score_given(struct txn *txn, const struct fact *fact,
                       const struct fact_score_given *body)
{
    struct row_score row = {
        .score = body->score,
        .unit = body->unit ? body->unit : body->guarded_unit,
        .person = body->person,
        .rule = body->rule,
        .plus = body->plus,
        .minus = body->minus,
        .month = body->month,
        .state = score_state_given,
        .ticket = body->ticket,
        .call = body->call,
        .at_ms = fact->at_ms,
        .redo = body->redo,
    };
    seq_keep(&row.note_seq, fact, body->note);
    score_put(txn, &row);
    counter_use(txn, object_score, body->score);
    month_count(txn, &row, true);
}

void apply_score_moved(struct txn *txn, const struct fact *fact,
                       const struct fact_score_moved *body)
{
    (void)fact; /* its words are found through the ledger of the ticket, or the journal */
    struct row_score row;
    bool there = score_get(txn, body->score, &row);
    ASSERT(there);
    row.state = body->to;
    score_put(txn, &row);
    if (body->to == score_state_withdrawn) month_count(txn, &row, false);
}

void apply_sample_scored(struct txn *txn, const struct fact *fact,
                         const struct fact_sample_scored *body)
{
    struct row_sample row = {
        .sample = body->sample,
        .person = body->person,
        .call = body->call,
        .ticket = body->ticket,
        .score = body->score,
        .month = body->month,
        .at_ms = fact->at_ms,
        .by = fact->by,
    };
    seq_keep(&row.note_seq, fact, body->note);
    sample_put(txn, &row);
    counter_use(txn, object_sample, body->sample);
    sample_count(txn, body);
}
