/* What agents read from: scripts and articles. Texts are open words with versions: the old ones
 * stay readable (R28). */
#include "server/core/script.h"
#include "server/core/step.h"

static void script_record(struct step *step, const struct row_script *row, enum change change,
                          struct slice text)
{
    struct fact fact = step_fact(step, fact_type_script_put);
    fact.body.script_put = (struct fact_script_put){
        .script = row->script,
        .code = row->code,
        .change = change,
        .kind = row->kind,
        .prompt = row->prompt,
        .of_line = row->line,
        .body = text,
    };
    step_emit(step, &fact);
    step_done(step, row->script, row->version + 1);
}

/* A variable that nobody fills in would be read out to a caller. */
static bool script_fits(struct step *step, uint64_t kind, struct slice body)
{
    return step_require(step, script_whole(body, kind == script_kind_letter), REJECT_BAD_FIELD,
                        "body");
}

void do_script_add(struct step *step, const void *body)
{
    const struct req_script_add *req = body;
    struct row_script row;
    if (!step_require(step, !script_find(step->core->txn, &req->code, true, &row), REJECT_EXISTS,
                      "code"))
        return;
    row = (struct row_script){
        .script = step_next_id(step, object_script),
        .code = req->code,
        .kind = req->kind,
        .prompt = req->prompt,
    };
    if (line_refer(step, &req->line, "line", &row.line) &&
        step_require(step, !req->prompt || req->kind == script_kind_prompt, REJECT_BAD_FIELD,
                     "prompt") &&
        script_fits(step, req->kind, req->body))
        script_record(step, &row, change_added, req->body);
}

static bool script_old(struct step *step, const struct code *code, struct row_script *row)
{
    return step_require(step, script_find(step->core->txn, code, false, row), REJECT_NO_SUCH,
                        "code");
}

void do_script_change(struct step *step, const void *body)
{
    const struct req_script_change *req = body;
    struct row_script row;
    if (script_old(step, &req->code, &row) && script_fits(step, row.kind, req->body))
        script_record(step, &row, change_changed, req->body);
}

void do_script_retire(struct step *step, const void *body)
{
    const struct req_script_retire *req = body;
    struct row_script row;
    if (script_old(step, &req->code, &row))
        script_record(step, &row, change_retired, (struct slice){0});
}

static void article_record(struct step *step, const struct row_article *row, enum change change,
                           struct slice name, struct slice text)
{
    struct fact fact = step_fact(step, fact_type_article_put);
    fact.body.article_put = (struct fact_article_put){
        .article = row->article,
        .code = row->code,
        .change = change,
        .subject = row->subject,
        .name = name,
        .body = text,
    };
    step_emit(step, &fact);
    step_done(step, row->article, row->version + 1);
}

void do_article_add(struct step *step, const void *body)
{
    const struct req_article_add *req = body;
    struct row_article row;
    if (!step_require(step, !article_find(step->core->txn, &req->code, true, &row), REJECT_EXISTS,
                      "code"))
        return;
    row = (struct row_article){.article = step_next_id(step, object_article), .code = req->code};
    if (subject_refer(step, &req->subject, "subject", &row.subject))
        article_record(step, &row, change_added, req->name, req->body);
}

static bool article_old(struct step *step, const struct code *code, struct row_article *row)
{
    return step_require(step, article_find(step->core->txn, code, false, row), REJECT_NO_SUCH,
                        "code");
}

void do_article_change(struct step *step, const void *body)
{
    const struct req_article_change *req = body;
    struct row_article row;
    if (article_old(step, &req->code, &row) &&
        subject_refer(step, &req->subject, "subject", &row.subject))
        article_record(step, &row, change_changed, req->name, req->body);
}

void do_article_retire(struct step *step, const void *body)
{
    const struct req_article_retire *req = body;
    struct row_article row;
    if (article_old(step, &req->code, &row))
        article_record(step, &row, change_retired, (struct slice){0}, (struct slice){0});
}
