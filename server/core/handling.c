/* A ticket on its way to a reply: refused, answered, promised, signed, replied to, approved. */
#include "server/core/deadline.h"
#include "server/core/duty.h"
#include "server/core/score.h"
#include "server/core/ticket.h"

void do_ticket_refuse(struct step *step, const void *body)
{
    const struct req_ticket_refuse *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_refuse, &row)) return;
    struct fact fact = ticket_move(step, &row, ticket_event_refuse);
    fact.body.ticket_moved.refusal = req->reason;
    fact.body.ticket_moved.note = req->note;
    ticket_emit(step, &fact, &row);
}

/* R28: which article the answer rests on, and in which version. */
static bool article_refer(struct step *step, const struct code *code, struct row_article *article)
{
    *article = (struct row_article){0};
    if (code->s[0] == '\0') return true;
    return step_require(step, article_find(step->core->txn, code, false, article), REJECT_NO_SUCH,
                        "article");
}

void do_ticket_answer(struct step *step, const void *body)
{
    const struct req_ticket_answer *req = body;
    struct row_ticket row;
    struct row_article article;
    if (!ticket_ask(step, req->ticket, ticket_event_answer, &row) ||
        !article_refer(step, &req->article, &article))
        return;
    struct fact fact = ticket_move(step, &row, ticket_event_answer);
    fact.body.ticket_moved.article = article.article;
    fact.body.ticket_moved.article_version = article.version;
    fact.body.ticket_moved.reply = req->reply;
    ticket_emit(step, &fact, &row);
    follow_up_begin(step, &row);
}

void do_ticket_promise(struct step *step, const void *body)
{
    const struct req_ticket_promise *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_promise, &row) ||
        !step_require(step, req->at_ms > step->core->now_ms, REJECT_BAD_FIELD, "at_ms"))
        return;
    struct fact fact = ticket_move(step, &row, ticket_event_promise);
    const struct deadline deadline = deadline_at(step->core, step->core->now_ms, req->at_ms);
    deadline_put(&deadline, &fact.body.ticket_moved);
    fact.body.ticket_moved.note = req->note;
    ticket_emit(step, &fact, &row);
}

void do_ticket_sign(struct step *step, const void *body)
{
    const struct req_ticket_sign *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_sign, &row)) return;
    struct fact fact = ticket_move(step, &row, ticket_event_sign);
    ticket_emit(step, &fact, &row);
    duties_signed(step, &row);
}

void do_ticket_reply(struct step *step, const void *body)
{
    const struct req_ticket_reply *req = body;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_reply, &row) ||
        !reply_awaited(step, &row))
        return;
    struct fact fact = ticket_move(step, &row, ticket_event_reply);
    fact.body.ticket_moved.reply = req->reply;
    ticket_emit(step, &fact, &row);
    duties_worked(step, &row);
}

void do_ticket_pass(struct step *step, const void *body)
{
    const struct req_ticket_pass *req = body;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_pass, &row)) return;
    struct fact fact = ticket_move(step, &row, ticket_event_pass);
    fact.body.ticket_moved.note = req->note;
    ticket_emit(step, &fact, &row);
    follow_up_begin(step, &row);
}

void do_ticket_send_back(struct step *step, const void *body)
{
    const struct req_ticket_send_back *req = body;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_send_back, &row)) return;
    struct fact fact = ticket_move(step, &row, ticket_event_send_back);
    fact.body.ticket_moved.note = req->note;
    ticket_emit(step, &fact, &row);
    duties_working(step, &row);
}

/* R35: the deadline stays, whatever the follow-up has come to so far does not. */
void do_ticket_irregular(struct step *step, const void *body)
{
    const struct req_ticket_irregular *req = body;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_irregular, &row) ||
        !step_require(step, row.unit != 0, REJECT_BAD_STATE, NULL))
        return;
    struct fact fact = ticket_move(step, &row, ticket_event_irregular);
    fact.body.ticket_moved.tries = 0;
    fact.body.ticket_moved.note = req->note;
    ticket_emit(step, &fact, &row);
    duties_working(step, &row);
}

void ticket_overdue_fire(struct step *step, uint64_t ticket)
{
    struct row_ticket row;
    bool there = ticket_get(step->core->txn, ticket, &row);
    ASSERT(there);
    struct fact fact = step_fact(step, fact_type_ticket_overdue);
    struct fact_ticket_overdue *body = &fact.body.ticket_overdue;
    *body = (struct fact_ticket_overdue){
        .ticket = row.ticket, .to = deadline_whose(&row), .due_ms = row.due_ms};
    unit_guard(&row, row.open_unit, &body->unit, &body->guarded_unit);
    step_emit(step, &fact);
    score_give(step, score_rule_overdue, &row, row.open_unit);
}
