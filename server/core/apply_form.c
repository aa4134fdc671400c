/* What the facts about forms, profiles, phrases, experts and work reports do to the tables. */
#include "server/core/step.h"

void apply_profile_put(struct txn *txn, const struct fact *fact,
                       const struct fact_profile_put *body)
{
    (void)fact;
    const struct row_profile row = {
        .line = body->of_line,
        .type = body->type,
        .hidden = body->hidden,
        .no_anonymous = body->no_anonymous,
        .must_name = body->must_name,
        .must_phone = body->must_phone,
        .must_workplace = body->must_workplace,
        .must_address = body->must_address,
        .must_subject = body->must_subject,
        .limit_kind = body->limit_kind,
        .limit_n = body->limit_n,
    };
    table_put(txn, TABLE_profile, &row);
}

void apply_field_put(struct txn *txn, const struct fact *fact, const struct fact_field_put *body)
{
    struct row_field row;
    field_get(txn, body->field, &row);
    row.code = body->code;
    row.kind = body->kind;
    row.of_type = body->of_type;
    row.of_subject = body->of_subject;
    row.of_line = body->of_line;
    row.must = body->must;
    row.retired = body->change == change_retired;
    row.version++;
    seq_keep(&row.name_seq, fact, body->name);
    seq_keep(&row.choices_seq, fact, body->choices);
    field_put(txn, &row);
    counter_use(txn, object_field, body->field);
}

void apply_phrase_put(struct txn *txn, const struct fact *fact, const struct fact_phrase_put *body)
{
    struct row_phrase row;
    phrase_get(txn, body->phrase, &row);
    row.code = body->code;
    row.retired = body->change == change_retired;
    row.version++;
    seq_keep(&row.body_seq, fact, body->body);
    phrase_put(txn, &row);
    counter_use(txn, object_phrase, body->phrase);
}

void apply_expert_put(struct txn *txn, const struct fact *fact, const struct fact_expert_put *body)
{
    struct row_expert row;
    expert_get(txn, body->expert, &row);
    row.code = body->code;
    row.subject = body->of_subject;
    row.retired = body->change == change_retired;
    row.version++;
    seq_keep(&row.name_seq, fact, body->name);
    seq_keep(&row.contact_seq, fact, body->contact);
    expert_put(txn, &row);
    counter_use(txn, object_expert, body->expert);
}

/* An emptied field keeps its row: that it once held something is in the ledger. */
void apply_ticket_filled(struct txn *txn, const struct fact *fact,
                         const struct fact_ticket_filled *body)
{
    const struct row_ticket_field row = {
        .ticket = body->ticket,
        .field = body->field,
        .value_seq = body->emptied ? 0 : fact->seq,
    };
    struct row_ticket ticket;
    bool there = ticket_get(txn, body->ticket, &ticket);
    ASSERT(there);
    table_put(txn, TABLE_ticket_field, &row);
    ticket.version = body->version;
    ticket_put(txn, &ticket);
}

void apply_work_reported(struct txn *txn, const struct fact *fact,
                         const struct fact_work_reported *body)
{
    const struct row_work row = {
        .work = body->work,
        .unit = body->unit,
        .by = fact->by,
        .at_ms = fact->at_ms,
        .words_seq = fact->seq,
    };
    work_put(txn, &row);
    counter_use(txn, object_work, body->work);
}
