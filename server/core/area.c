/* The areas that matters are about (R85): a tree, as the units are. */
#include "server/core/register.h"

REGISTER_NEW(area)
REGISTER_OLD(area)
REGISTER_PARENT(area)

static void area_record(struct step *step, const struct row_area *row, enum change change,
                        struct slice name)
{
    struct fact fact = step_fact(step, fact_type_area_put);
    fact.body.area_put = (struct fact_area_put){
        .area = row->area,
        .code = row->code,
        .change = change,
        .parent = row->parent,
        .name = name,
    };
    step_emit(step, &fact);
    step_done(step, row->area, row->version + 1);
}

void do_area_add(struct step *step, const void *body)
{
    const struct req_area_add *req = body;
    struct row_area row;
    if (area_new(step, &req->code, &row) && area_parent(step, &req->parent, &row))
        area_record(step, &row, change_added, req->name);
}

void do_area_change(struct step *step, const void *body)
{
    const struct req_area_change *req = body;
    struct row_area row;
    if (area_old(step, &req->code, &row) && area_parent(step, &req->parent, &row))
        area_record(step, &row, change_changed, req->name);
}

void do_area_retire(struct step *step, const void *body)
{
    const struct req_area_retire *req = body;
    struct row_area row;
    if (area_old(step, &req->code, &row))
        area_record(step, &row, change_retired, (struct slice){0});
}
