/* Reply letters (R55): each has a number of its year and says what the reply said when it got it.
 */
#include "server/core/authority.h"
#include "server/core/deadline.h"
#include "server/core/look.h"

#define LETTERS_A_YEAR UINT64_C(1000000)

/* The released reply that a letter can be written from. */
static bool reply_stands(const struct row_ticket *row)
{
    return row->state == ticket_state_replied || row->state == ticket_state_follow_up ||
           row->state == ticket_state_review || row->state == ticket_state_archived;
}

/* 2026000001 and so on; the running part begins anew with the year. */
static uint64_t letter_next(const struct step *step)
{
    uint64_t year = month_of(step->core->txn, step->core->now_ms) / 100;
    uint64_t next = step_next_id(step, object_letter);
    uint64_t first = year * LETTERS_A_YEAR + 1;
    return next > first ? next : first;
}

static bool letter_ask(struct step *step, uint64_t id, struct row_ticket *row)
{
    struct txn *txn = step->core->txn;
    return step_require(step, ticket_get(txn, id, row), REJECT_NO_SUCH, "ticket") &&
           step_require(step, may_letter(txn, step->who, LETTER_SHOW, row), REJECT_DENIED, NULL) &&
           step_require(step, reply_stands(row), REJECT_BAD_STATE, NULL) &&
           step_require(step, may_letter(txn, step->who, LETTER_ISSUE, row), REJECT_DENIED, NULL) &&
           step_require(step, row->reply_seq != 0, REJECT_INCOMPLETE, "reply");
}

/* Asked again, the same letter: as long as the reply is the same. */
void do_letter_issue(struct step *step, const void *body)
{
    const struct req_letter_issue *req = body;
    struct row_ticket row;
    struct row_letter had;
    if (!letter_ask(step, req->ticket, &row)) return;
    bool same = row.letter && letter_get(step->core->txn, row.letter, &had) &&
                had.reply_seq == row.reply_seq;
    if (!same) {
        struct fact fact = step_fact(step, fact_type_letter_issued);
        fact.body.letter_issued =
            (struct fact_letter_issued){.letter = letter_next(step), .ticket = row.ticket};
        step_emit(step, &fact);
        row.letter = fact.body.letter_issued.letter;
    }
    step_done(step, row.letter, row.version);
}

void apply_letter_issued(struct txn *txn, const struct fact *fact,
                         const struct fact_letter_issued *body)
{
    struct row_ticket row;
    bool there = ticket_get(txn, body->ticket, &row);
    ASSERT(there);
    const struct row_letter letter = {
        .letter = body->letter,
        .ticket = body->ticket,
        .at_ms = fact->at_ms,
        .unit = row.unit,
        .reply_seq = row.reply_seq,
        .measures_seq = row.unit ? row.measures_seq : 0,
        .result_seq = row.unit ? row.result_seq : 0,
        .resolution = row.resolution,
    };
    row.letter = body->letter;
    ticket_put(txn, &row);
    letter_put(txn, &letter);
    counter_use(txn, object_letter, body->letter);
    look_record(txn, fact, look_kind_letter, body->ticket);
}
