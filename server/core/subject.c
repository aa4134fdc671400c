/* What matters can be about: a tree with its rules for tickets. */
#include "server/core/subject.h"

#include "server/core/register.h"

REGISTER_NEW(subject)
REGISTER_OLD(subject)
REGISTER_PARENT(subject)

bool subject_within(struct txn *txn, uint64_t subject, uint64_t top)
{
    struct row_subject row;
    if (top == 0) return false;
    for (; subject != 0 && subject != top; subject = row.parent)
        if (!subject_get(txn, subject, &row)) return false;
    return subject == top;
}

uint64_t subject_secrecy(struct txn *txn, uint64_t subject)
{
    struct row_subject row;
    for (; subject != 0; subject = row.parent) {
        if (!subject_get(txn, subject, &row)) return 0;
        if (row.secrecy) return row.secrecy;
    }
    return 0;
}

/* What adding and changing have in common; absent ones stay. */
#define RULE_text(S, name) .name = (S)->name,
#define RULE_u64(S, name)
#define RULE_F(S, tag, type, name, max, class, need, help) RULE_##type(S, name)
#define RULE_E(S, tag, vocabulary, name, class, need, help)
#define SUBJECT_TEXTS(req)                                                                         \
    {                                                                                              \
        .name = (req)->name, SUBJECT_RULES(req, RULE_F, RULE_E)                                    \
    }

#define KEEP_text(S, name)
#define KEEP_u64(S, name)                                                                          \
    if ((S)->name) row.name = (S)->name;
#define KEEP_F(S, tag, type, name, max, class, need, help) KEEP_##type(S, name)
#define KEEP_E(S, tag, vocabulary, name, class, need, help) KEEP_u64(S, name)

struct subject_texts {
    struct slice name, synonyms, guide;
};

static void subject_record(struct step *step, const struct row_subject *row, enum change change,
                           const struct subject_texts *texts)
{
    struct fact fact = step_fact(step, fact_type_subject_put);
    fact.body.subject_put = (struct fact_subject_put){
        .subject = row->subject,
        .code = row->code,
        .change = change,
        .parent = row->parent,
        .name = texts->name,
        .usual_unit = row->usual_unit,
        .synonyms = texts->synonyms,
        .guide = texts->guide,
        .secrecy = row->secrecy,
        .limit_kind = row->limit_kind,
        .limit_n = row->limit_n,
        .on_site_h = row->on_site_h,
        .rectify_days = row->rectify_days,
    };
    step_emit(step, &fact);
    step_done(step, row->subject, row->version + 1);
}

void do_subject_add(struct step *step, const void *body)
{
    const struct req_subject_add *req = body;
    const struct subject_texts texts = SUBJECT_TEXTS(req);
    struct row_subject row;
    if (!subject_new(step, &req->code, &row) || !subject_parent(step, &req->parent, &row) ||
        !unit_refer(step, &req->unit, "unit", &row.usual_unit))
        return;
    SUBJECT_RULES(req, KEEP_F, KEEP_E)
    if (limit_whole(step, row.limit_kind, row.limit_n))
        subject_record(step, &row, change_added, &texts);
}

void do_subject_change(struct step *step, const void *body)
{
    const struct req_subject_change *req = body;
    const struct subject_texts texts = SUBJECT_TEXTS(req);
    struct row_subject row;
    if (!subject_old(step, &req->code, &row) || !subject_parent(step, &req->parent, &row) ||
        !unit_refer(step, &req->unit, "unit", &row.usual_unit))
        return;
    SUBJECT_RULES(req, KEEP_F, KEEP_E)
    if (limit_whole(step, row.limit_kind, row.limit_n))
        subject_record(step, &row, change_changed, &texts);
}

void do_subject_retire(struct step *step, const void *body)
{
    const struct req_subject_retire *req = body;
    static const struct subject_texts none;
    struct row_subject row;
    if (subject_old(step, &req->code, &row)) subject_record(step, &row, change_retired, &none);
}
