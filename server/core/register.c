/* Codes to rows: how requests name the entries of registers. */
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
FIND(queue, code, row->retired)
FIND(skill, code, row->retired)
FIND(outbound, code, row->closed)
FIND(plan, code, row->retired)
FIND(tree, code, row->retired)
FIND(area, code, row->retired)
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
REFER(queue)
REFER(skill)
REFER(area)
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
