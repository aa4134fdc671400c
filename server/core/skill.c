/* What agents are good at, and how good: the register of skills, who has which, and loans. */
#include "server/core/queue.h"
#include "server/core/register.h"

REGISTER_NEW(skill)
REGISTER_OLD(skill)

static void skill_record(struct step *step, const struct row_skill *row, enum change change,
                         struct slice name)
{
    struct fact fact = step_fact(step, fact_type_skill_put);
    fact.body.skill_put = (struct fact_skill_put){
        .skill = row->skill, .code = row->code, .change = change, .name = name};
    step_emit(step, &fact);
    step_done(step, row->skill, row->version + 1);
}

void do_skill_add(struct step *step, const void *body)
{
    const struct req_skill_add *req = body;
    struct row_skill row;
    if (skill_new(step, &req->code, &row)) skill_record(step, &row, change_added, req->name);
}

void do_skill_change(struct step *step, const void *body)
{
    const struct req_skill_change *req = body;
    struct row_skill row;
    if (skill_old(step, &req->code, &row)) skill_record(step, &row, change_changed, req->name);
}

void do_skill_retire(struct step *step, const void *body)
{
    const struct req_skill_retire *req = body;
    struct row_skill row;
    struct row_queue queue = {0};
    struct cursor cursor;
    bool needed = false;
    if (!skill_old(step, &req->code, &row)) return;
    cursor_table(&cursor, step->core->txn, TABLE_queue, 0, &queue, false, false);
    while (cursor_next(&cursor, &queue)) needed |= queue.skill == row.skill && !queue.retired;
    if (step_require(step, !needed, REJECT_BAD_STATE, NULL))
        skill_record(step, &row, change_retired, (struct slice){0});
}

/* Whose skill it is about, and which; *row is what they have of it, level 0 for nothing. */
static bool mastery_ask(struct step *step, const struct code *number, const struct code *skill,
                        struct row_mastery *row)
{
    *row = (struct row_mastery){0};
    if (!person_of_role(step, number, "number", ROLE_BIT(role_operator), &row->person) ||
        !skill_refer(step, skill, "skill", &row->skill))
        return false;
    struct row_mastery found = *row;
    if (table_get(step->core->txn, TABLE_mastery, &found)) *row = found;
    return true;
}

/* One more is not too many. */
static bool mastery_fits(struct step *step, const struct row_mastery *row)
{
    struct row_mastery other = {.person = row->person};
    struct cursor cursor;
    uint64_t n = 0;
    cursor_table(&cursor, step->core->txn, TABLE_mastery, 1, &other, false, false);
    while (cursor_next(&cursor, &other)) n += other.skill != row->skill;
    return step_require_limit(step, n < LIMIT_SKILLS, REJECT_TOO_MANY, "skill", LIMIT_SKILLS);
}

static void mastery_record(struct step *step, const struct fact_skill_given *given)
{
    struct fact fact = step_fact(step, fact_type_skill_given);
    fact.body.skill_given = *given;
    step_emit(step, &fact);
    if (step->answers_done) step_done(step, given->person, 0);
    route(step);
}

void do_skill_give(struct step *step, const void *body)
{
    const struct req_skill_give *req = body;
    struct row_mastery row;
    if (!mastery_ask(step, &req->number, &req->skill, &row) || !mastery_fits(step, &row)) return;
    mastery_record(step, &(struct fact_skill_given){.person = row.person,
                                                    .skill = row.skill,
                                                    .level = req->level,
                                                    .surge = req->surge});
}

void do_skill_take(struct step *step, const void *body)
{
    const struct req_skill_take *req = body;
    struct row_mastery row;
    if (!mastery_ask(step, &req->number, &req->skill, &row) ||
        !step_require(step, row.level != 0, REJECT_NO_SUCH, "skill"))
        return;
    mastery_record(step, &(struct fact_skill_given){.person = row.person, .skill = row.skill});
}

void do_agent_borrow(struct step *step, const void *body)
{
    const struct req_agent_borrow *req = body;
    struct row_mastery row;
    if (!mastery_ask(step, &req->number, &req->skill, &row) ||
        !step_require(step, req->until_ms > step->core->now_ms, REJECT_PAST, "until_ms") ||
        !mastery_fits(step, &row))
        return;
    mastery_record(step, &(struct fact_skill_given){.person = row.person,
                                                    .skill = row.skill,
                                                    .level = req->level,
                                                    .borrowed = 1,
                                                    .until_ms = req->until_ms});
}

static void loan_end(struct step *step, const struct row_mastery *row)
{
    mastery_record(step, &(struct fact_skill_given){.person = row->person,
                                                    .skill = row->skill,
                                                    .level = row->own_level,
                                                    .surge = row->own_surge});
}

void do_agent_return(struct step *step, const void *body)
{
    const struct req_agent_return *req = body;
    struct row_mastery row;
    if (mastery_ask(step, &req->number, &req->skill, &row) &&
        step_require(step, row.borrowed, REJECT_NO_SUCH, "skill"))
        loan_end(step, &row);
}

void borrow_fire(struct step *step, uint64_t object)
{
    struct row_mastery row = {.person = borrow_person(object), .skill = borrow_skill(object)};
    bool there = table_get(step->core->txn, TABLE_mastery, &row);
    ASSERT(there && row.borrowed);
    loan_end(step, &row);
}
