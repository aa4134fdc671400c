/* The registers that other entries refer to: units, lines, subjects. A fact states the whole entry
 * as it is from now on, so that the last one alone says what holds; texts are only in the facts
 * that bring new ones. Codes are never used twice, also not after retirement (R20). */
#include "server/core/step.h"

#define FIND(object, column, is_gone)                                                              \
    bool object##_find(struct txn *txn, const struct code *code, bool retired_too,                 \
                       struct row_##object *row)                                                   \
    {                                                                                              \
        *row = (struct row_##object){.column = *code};                                             \
        if (!index_find(txn, INDEX_##object##_by_##column, 1, row)) return false;                  \
        return retired_too || !(is_gone);                                                          \
    }
FIND(person, number, row->retired)
FIND(station, number, !row->live)
FIND(unit, code, row->retired)
FIND(line, code, row->retired)
FIND(subject, code, row->retired)
FIND(script, code, row->retired)
FIND(article, code, row->retired)
FIND(field, code, row->retired)
FIND(phrase, code, row->retired)
FIND(expert, code, row->retired)
FIND(survey, code, row->retired)
#undef FIND

#define REFER(object)                                                                              \
    bool object##_refer(struct step *step, const struct code *code, const char *field,             \
                        uint64_t *id)                                                              \
    {                                                                                              \
        struct row_##object row;                                                                   \
        if (code->s[0] == '\0') return true;                                                       \
        if (!object##_find(step->core->txn, code, false, &row)) {                                  \
            step_refuse(step, REJECT_NO_SUCH, field);                                              \
            return false;                                                                          \
        }                                                                                          \
        *id = row.object;                                                                          \
        return true;                                                                               \
    }
REFER(unit)
REFER(line)
REFER(subject)
REFER(person)
REFER(expert)
#undef REFER

bool person_of_role(struct step *step, const struct code *number, const char *field, uint64_t roles,
                    uint64_t *id)
{
    struct row_person row;
    if (!person_refer(step, number, field, id)) return false;
    return *id == 0 || step_require(step,
                                    person_get(step->core->txn, *id, &row) && (row.roles & roles) &&
                                        !row.retired,
                                    REJECT_NO_SUCH, field);
}

/* X_new: a free code gets the next id. X_old: the entry that is to be changed. */
#define NEW_AND_OLD(object)                                                                        \
    static bool object##_new(struct step *step, const struct code *code, struct row_##object *row) \
    {                                                                                              \
        bool taken = object##_find(step->core->txn, code, true, row);                              \
        *row =                                                                                     \
            (struct row_##object){.object = step_next_id(step, object_##object), .code = *code};   \
        return step_require(step, !taken, REJECT_EXISTS, "code");                                  \
    }                                                                                              \
    static bool object##_old(struct step *step, const struct code *code, struct row_##object *row) \
    {                                                                                              \
        bool found = object##_find(step->core->txn, code, false, row);                             \
        return step_require(step, found, REJECT_NO_SUCH, "code");                                  \
    }
NEW_AND_OLD(unit)
NEW_AND_OLD(line)
NEW_AND_OLD(subject)
#undef NEW_AND_OLD

/* No entry stands above itself; the register is free of circles before, so that the walk ends. */
#define PARENT(object)                                                                             \
    static bool object##_parent(struct step *step, const struct code *code,                        \
                                struct row_##object *row)                                          \
    {                                                                                              \
        if (!object##_refer(step, code, "parent", &row->parent)) return false;                     \
        struct row_##object above = {.parent = row->parent};                                       \
        while (above.parent && above.parent != row->object)                                        \
            if (!object##_get(step->core->txn, above.parent, &above)) break;                       \
        return step_require(step, above.parent == 0, REJECT_BAD_FIELD, "parent");                  \
    }
PARENT(unit)
PARENT(subject)
#undef PARENT

static void unit_record(struct step *step, const struct row_unit *row, enum change change,
                        struct slice name)
{
    struct fact fact = step_fact(step, fact_type_unit_put);
    fact.body.unit_put = (struct fact_unit_put){
        .unit = row->unit,
        .code = row->code,
        .change = change,
        .parent = row->parent,
        .name = name,
    };
    step_emit(step, &fact);
    step_done(step, row->unit, row->version + 1);
}

void do_unit_add(struct step *step, const void *body)
{
    const struct req_unit_add *req = body;
    struct row_unit row;
    if (unit_new(step, &req->code, &row) && unit_parent(step, &req->parent, &row))
        unit_record(step, &row, change_added, req->name);
}

void do_unit_change(struct step *step, const void *body)
{
    const struct req_unit_change *req = body;
    struct row_unit row;
    if (unit_old(step, &req->code, &row) && unit_parent(step, &req->parent, &row))
        unit_record(step, &row, change_changed, req->name);
}

/* Whatever lies with a unit is finished, or goes elsewhere, before the unit goes. */
static bool unit_idle(struct step *step, const struct row_unit *row)
{
    struct row_ticket ticket = {.open_unit = row->unit};
    bool busy = index_find(step->core->txn, INDEX_ticket_by_unit, 1, &ticket);
    return step_require(step, !busy, REJECT_BAD_STATE, NULL);
}

void do_unit_retire(struct step *step, const void *body)
{
    const struct req_unit_retire *req = body;
    struct row_unit row;
    if (unit_old(step, &req->code, &row) && unit_idle(step, &row))
        unit_record(step, &row, change_retired, (struct slice){0});
}

static void line_record(struct step *step, const struct row_line *row, enum change change,
                        struct slice name)
{
    struct fact fact = step_fact(step, fact_type_line_put);
    fact.body.line_put = (struct fact_line_put){
        .line = row->line, .code = row->code, .change = change, .name = name};
    step_emit(step, &fact);
    step_done(step, row->line, row->version + 1);
}

void do_line_add(struct step *step, const void *body)
{
    const struct req_line_add *req = body;
    struct row_line row;
    if (line_new(step, &req->code, &row)) line_record(step, &row, change_added, req->name);
}

void do_line_change(struct step *step, const void *body)
{
    const struct req_line_change *req = body;
    struct row_line row;
    if (line_old(step, &req->code, &row)) line_record(step, &row, change_changed, req->name);
}

void do_line_retire(struct step *step, const void *body)
{
    const struct req_line_retire *req = body;
    struct row_line row;
    if (line_old(step, &req->code, &row) &&
        step_require(step, row.waiting == 0, REJECT_BAD_STATE, NULL))
        line_record(step, &row, change_retired, (struct slice){0});
}

static void subject_record(struct step *step, const struct row_subject *row, enum change change,
                           struct slice name)
{
    struct fact fact = step_fact(step, fact_type_subject_put);
    fact.body.subject_put = (struct fact_subject_put){
        .subject = row->subject,
        .code = row->code,
        .change = change,
        .parent = row->parent,
        .name = name,
        .usual_unit = row->usual_unit,
    };
    step_emit(step, &fact);
    step_done(step, row->subject, row->version + 1);
}

void do_subject_add(struct step *step, const void *body)
{
    const struct req_subject_add *req = body;
    struct row_subject row;
    if (subject_new(step, &req->code, &row) && subject_parent(step, &req->parent, &row) &&
        unit_refer(step, &req->unit, "unit", &row.usual_unit))
        subject_record(step, &row, change_added, req->name);
}

void do_subject_change(struct step *step, const void *body)
{
    const struct req_subject_change *req = body;
    struct row_subject row;
    if (subject_old(step, &req->code, &row) && subject_parent(step, &req->parent, &row) &&
        unit_refer(step, &req->unit, "unit", &row.usual_unit))
        subject_record(step, &row, change_changed, req->name);
}

void do_subject_retire(struct step *step, const void *body)
{
    const struct req_subject_retire *req = body;
    struct row_subject row;
    if (subject_old(step, &req->code, &row))
        subject_record(step, &row, change_retired, (struct slice){0});
}
