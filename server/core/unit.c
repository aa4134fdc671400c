/* Responsible units, their deputies, and who is away. */
#include "server/core/unit.h"

#include "server/core/register.h"

REGISTER_NEW(unit)
REGISTER_OLD(unit)
REGISTER_PARENT(unit)

static bool is_handler(struct txn *txn, uint64_t person, uint64_t unit, struct row_person *row)
{
    return person && person_get(txn, person, row) && !row->retired && row->unit == unit &&
           (row->roles & ROLE_BIT(role_unit));
}

uint64_t unit_acting(struct txn *txn, uint64_t unit)
{
    struct row_unit row;
    struct row_person deputy;
    if (unit == 0 || !unit_get(txn, unit, &row)) return 0;
    if (is_handler(txn, row.deputy_a, unit, &deputy) && !deputy.away) return row.deputy_a;
    if (is_handler(txn, row.deputy_b, unit, &deputy) && !deputy.away) return row.deputy_b;
    return 0;
}

/* What a fact brings of texts; the rest it takes from the row. */
struct unit_texts {
    struct slice name, contact, hours;
};

static void unit_record(struct step *step, const struct row_unit *row, enum change change,
                        const struct unit_texts *texts)
{
    struct fact fact = step_fact(step, fact_type_unit_put);
    fact.body.unit_put = (struct fact_unit_put){
        .unit = row->unit,
        .code = row->code,
        .change = change,
        .parent = row->parent,
        .name = texts->name,
        .contact = texts->contact,
        .hours = texts->hours,
        .deputy_a = row->deputy_a,
        .deputy_b = row->deputy_b,
    };
    step_emit(step, &fact);
    step_done(step, row->unit, row->version + 1);
}

void do_unit_add(struct step *step, const void *body)
{
    const struct req_unit_add *req = body;
    const struct unit_texts texts = {req->name, req->contact, req->hours};
    struct row_unit row;
    if (unit_new(step, &req->code, &row) && unit_parent(step, &req->parent, &row))
        unit_record(step, &row, change_added, &texts);
}

/* A handler of this unit. */
static bool deputy_refer(struct step *step, const struct code *number, const char *field,
                         const struct row_unit *row, uint64_t *deputy)
{
    struct row_person person;
    if (number->s[0] == '\0') return true;
    return person_refer(step, number, field, deputy) &&
           step_require(step, is_handler(step->core->txn, *deputy, row->unit, &person),
                        REJECT_NO_SUCH, field);
}

void do_unit_change(struct step *step, const void *body)
{
    const struct req_unit_change *req = body;
    const struct unit_texts texts = {req->name, req->contact, req->hours};
    struct row_unit row;
    if (unit_old(step, &req->code, &row) && unit_parent(step, &req->parent, &row) &&
        deputy_refer(step, &req->deputy_a, "deputy_a", &row, &row.deputy_a) &&
        deputy_refer(step, &req->deputy_b, "deputy_b", &row, &row.deputy_b) &&
        step_require(step, row.deputy_a == 0 || row.deputy_a != row.deputy_b, REJECT_BAD_FIELD,
                     req->deputy_b.s[0] ? "deputy_b" : "deputy_a"))
        unit_record(step, &row, change_changed, &texts);
}

/* Whatever lies with a unit is finished, or goes elsewhere, before the unit goes. */
static bool unit_idle(struct step *step, const struct row_unit *row)
{
    struct row_ticket ticket = {.open_unit = row->unit};
    struct row_counit asked = {.open_unit = row->unit};
    bool busy = index_find(step->core->txn, INDEX_ticket_by_unit, 1, &ticket) ||
                index_find(step->core->txn, INDEX_counit_by_unit, 1, &asked);
    return step_require(step, !busy, REJECT_BAD_STATE, NULL);
}

void do_unit_retire(struct step *step, const void *body)
{
    const struct req_unit_retire *req = body;
    static const struct unit_texts none;
    struct row_unit row;
    if (unit_old(step, &req->code, &row) && unit_idle(step, &row))
        unit_record(step, &row, change_retired, &none);
}

/* Everybody for themselves; a unit's leaders for their people; the office for all. */
static bool may_send_away(const struct who *who, const struct row_person *person)
{
    uint64_t leads = ROLE_BIT(role_approver) | ROLE_BIT(role_head);
    uint64_t all = ROLE_BIT(role_admin) | ROLE_BIT(role_desk);
    if (who->console || (who->roles & all)) return true;
    return person->person == who->person ||
           ((who->roles & leads) && who->unit && who->unit == person->unit);
}

void do_person_away(struct step *step, const void *body)
{
    const struct req_person_away *req = body;
    struct row_person row;
    if (!step_require(step, person_find(step->core->txn, &req->number, false, &row), REJECT_NO_SUCH,
                      "number") ||
        !step_require(step, may_send_away(step->who, &row), REJECT_DENIED, NULL) ||
        !step_require(step, (row.away != 0) == (req->back != 0), REJECT_BAD_STATE, NULL))
        return;
    struct fact fact = step_fact(step, fact_type_person_away);
    fact.body.person_away =
        (struct fact_person_away){.person = row.person, .away = !req->back, .unit = row.unit};
    step_emit(step, &fact);
    step_done(step, row.person, row.version + 1);
}
