/* Profiles: set as a whole, the last one holds. */
#include "server/core/profile.h"

#include "server/core/register.h"

static bool profile_get(struct txn *txn, uint64_t line, uint64_t type, struct row_profile *row)
{
    *row = (struct row_profile){.line = line, .type = type};
    return table_get(txn, TABLE_profile, row);
}

bool profile_of(struct txn *txn, uint64_t line, uint64_t type, struct row_profile *row)
{
    return (line && profile_get(txn, line, type, row)) || profile_get(txn, 0, type, row);
}

void do_profile_set(struct step *step, const void *body)
{
    const struct req_profile_set *req = body;
    uint64_t line = 0;
    if (!line_refer(step, &req->line, "line", &line) ||
        !limit_whole(step, req->limit_kind, req->limit_n))
        return;
    struct fact fact = step_fact(step, fact_type_profile_put);
    fact.body.profile_put = (struct fact_profile_put){
        .of_line = line,
        .type = req->type,
        .hidden = req->hidden,
        .no_anonymous = req->no_anonymous,
        .must_name = req->must_name,
        .must_phone = req->must_phone,
        .must_workplace = req->must_workplace,
        .must_address = req->must_address,
        .must_subject = req->must_subject,
        .limit_kind = req->limit_kind,
        .limit_n = req->limit_n,
    };
    step_emit(step, &fact);
}
