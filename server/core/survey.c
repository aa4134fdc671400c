/* Surveys over a period (R60): what is asked, of whom, and one answer for each ticket. */
#include "server/core/authority.h"
#include "server/core/step.h"

static void survey_record(struct step *step, const struct row_survey *row, enum change change,
                          struct slice name)
{
    struct fact fact = step_fact(step, fact_type_survey_put);
    fact.body.survey_put = (struct fact_survey_put){
        .survey = row->survey,
        .code = row->code,
        .change = change,
        .from_ms = row->from_ms,
        .until_ms = row->until_ms,
        .of_line = row->line,
        .of_type = row->type,
        .name = name,
    };
    step_emit(step, &fact);
    step_done(step, row->survey, row->version + 1);
}

void do_survey_add(struct step *step, const void *body)
{
    const struct req_survey_add *req = body;
    struct row_survey row;
    bool taken = survey_find(step->core->txn, &req->code, true, &row);
    row = (struct row_survey){
        .survey = step_next_id(step, object_survey),
        .code = req->code,
        .from_ms = req->from_ms,
        .until_ms = req->until_ms,
        .type = req->type,
    };
    if (step_require(step, !taken, REJECT_EXISTS, "code") &&
        step_require(step, req->until_ms > req->from_ms, REJECT_BAD_FIELD, "until_ms") &&
        step_require(step, req->until_ms > step->core->now_ms, REJECT_PAST, "until_ms") &&
        line_refer(step, &req->line, "line", &row.line))
        survey_record(step, &row, change_added, req->name);
}

void do_survey_close(struct step *step, const void *body)
{
    const struct req_survey_close *req = body;
    struct row_survey row;
    if (step_require(step, survey_find(step->core->txn, &req->code, false, &row), REJECT_NO_SUCH,
                     "code"))
        survey_record(step, &row, change_retired, (struct slice){0});
}

/* The ticket is one of those that the survey is about. */
static bool survey_fits(struct step *step, const struct row_survey *survey,
                        const struct row_ticket *ticket)
{
    uint64_t now_ms = step->core->now_ms;
    bool open = !survey->retired && survey->from_ms <= now_ms && now_ms < survey->until_ms;
    bool line = survey->line == 0 || survey->line == ticket->line;
    bool type = survey->type == 0 || survey->type == ticket->type;
    struct row_opinion given = {.survey = survey->survey, .ticket = ticket->ticket};
    return step_require(step, open, REJECT_BAD_STATE, "survey") &&
           step_require(step, line && type, REJECT_BAD_FIELD, "ticket") &&
           step_require(step, !table_get(step->core->txn, TABLE_opinion, &given), REJECT_EXISTS,
                        "ticket");
}

void do_survey_answer(struct step *step, const void *body)
{
    const struct req_survey_answer *req = body;
    struct txn *txn = step->core->txn;
    struct row_survey survey;
    struct row_ticket ticket;
    if (!step_require(step, survey_find(txn, &req->survey, true, &survey), REJECT_NO_SUCH,
                      "survey") ||
        !step_require(step, ticket_get(txn, req->ticket, &ticket), REJECT_NO_SUCH, "ticket") ||
        !step_require(step, may_ticket(txn, step->who, VERB_READ, ticket_event_none, &ticket),
                      REJECT_DENIED, NULL) ||
        !step_require(step, ticket.registered_ms != 0, REJECT_BAD_STATE, "ticket") ||
        !survey_fits(step, &survey, &ticket))
        return;
    struct fact fact = step_fact(step, fact_type_survey_answered);
    fact.body.survey_answered = (struct fact_survey_answered){
        .survey = survey.survey,
        .ticket = ticket.ticket,
        .grade = req->grade,
        .opinion = req->opinion,
    };
    step_emit(step, &fact);
    step_done(step, survey.survey, survey.version);
}

void apply_survey_put(struct txn *txn, const struct fact *fact, const struct fact_survey_put *body)
{
    struct row_survey row;
    survey_get(txn, body->survey, &row);
    row.code = body->code;
    row.from_ms = body->from_ms;
    row.until_ms = body->until_ms;
    row.line = body->of_line;
    row.type = body->of_type;
    row.retired = body->change == change_retired;
    row.version++;
    seq_keep(&row.name_seq, fact, body->name);
    survey_put(txn, &row);
    counter_use(txn, object_survey, body->survey);
}

void apply_survey_answered(struct txn *txn, const struct fact *fact,
                           const struct fact_survey_answered *body)
{
    struct row_survey row;
    const struct row_opinion given = {.survey = body->survey,
                                      .ticket = body->ticket,
                                      .grade = body->grade,
                                      .opinion_seq = body->opinion.n ? fact->seq : 0};
    bool there = survey_get(txn, body->survey, &row);
    ASSERT(there);
    row.very_satisfied += body->grade == grade_very_satisfied;
    row.satisfied += body->grade == grade_satisfied;
    row.fair += body->grade == grade_fair;
    row.unsatisfied += body->grade == grade_unsatisfied;
    survey_put(txn, &row);
    table_put(txn, TABLE_opinion, &given);
}
