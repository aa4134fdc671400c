/* Experts whose word an answer may rest on (R46), and phrases that say nothing (R56). */
#include "server/core/register.h"

REGISTER_NEW(expert)
REGISTER_OLD(expert)
REGISTER_NEW(phrase)
REGISTER_OLD(phrase)

static void expert_record(struct step *step, const struct row_expert *row, enum change change,
                          struct slice name, struct slice contact)
{
    struct fact fact = step_fact(step, fact_type_expert_put);
    fact.body.expert_put = (struct fact_expert_put){
        .expert = row->expert,
        .code = row->code,
        .change = change,
        .of_subject = row->subject,
        .name = name,
        .contact = contact,
    };
    step_emit(step, &fact);
    step_done(step, row->expert, row->version + 1);
}

void do_expert_add(struct step *step, const void *body)
{
    const struct req_expert_add *req = body;
    struct row_expert row;
    if (expert_new(step, &req->code, &row) &&
        subject_refer(step, &req->subject, "subject", &row.subject))
        expert_record(step, &row, change_added, req->name, req->contact);
}

void do_expert_change(struct step *step, const void *body)
{
    const struct req_expert_change *req = body;
    struct row_expert row;
    if (expert_old(step, &req->code, &row) &&
        subject_refer(step, &req->subject, "subject", &row.subject))
        expert_record(step, &row, change_changed, req->name, req->contact);
}

void do_expert_retire(struct step *step, const void *body)
{
    const struct req_expert_retire *req = body;
    struct row_expert row;
    if (expert_old(step, &req->code, &row))
        expert_record(step, &row, change_retired, (struct slice){0}, (struct slice){0});
}

static void phrase_record(struct step *step, const struct row_phrase *row, enum change change,
                          struct slice phrase)
{
    struct fact fact = step_fact(step, fact_type_phrase_put);
    fact.body.phrase_put = (struct fact_phrase_put){
        .phrase = row->phrase, .code = row->code, .change = change, .body = phrase};
    step_emit(step, &fact);
    step_done(step, row->phrase, row->version + 1);
}

void do_phrase_add(struct step *step, const void *body)
{
    const struct req_phrase_add *req = body;
    struct row_phrase row;
    if (phrase_new(step, &req->code, &row)) phrase_record(step, &row, change_added, req->body);
}

void do_phrase_retire(struct step *step, const void *body)
{
    const struct req_phrase_retire *req = body;
    struct row_phrase row;
    if (phrase_old(step, &req->code, &row))
        phrase_record(step, &row, change_retired, (struct slice){0});
}
