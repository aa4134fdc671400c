/* The form fields of a ticket with what is in them, and work reports. */
#include "server/core/form.h"

#include "common/text.h"
#include "server/core/authority.h"
#include "server/query/answer.h"

/* A phone number in a form field is as much the caller's as the one in the record (R78). */
static struct slice value_of(const struct query *query, const struct row_ticket *ticket,
                             const struct row_field *field, uint64_t seq)
{
    if (!may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, ticket))
        return (struct slice){0};
    struct slice value = words_of(query, seq, TAG_ticket_filled_value, query->arena);
    if (field->kind != value_kind_phone ||
        may_ticket(query->txn, query->who, VERB_READ_CALLER, ticket_event_none, ticket))
        return value;
    char out[LIMIT_PHONE + 1];
    text_mask_phone(value, out, sizeof out);
    return text_cut(query, slice_of(out), LIMIT_PHONE);
}

/* Fields that apply, and others that were filled in while they did: nothing gets lost. */
static bool value_fill(const struct query *query, const struct row_ticket *ticket,
                       const struct row_field *field, struct rec_value_item *item)
{
    struct row_ticket_field filled;
    bool applies = field_applies(query->txn, field, ticket->type, ticket->subject, ticket->line);
    if (!field_filled(query->txn, ticket->ticket, field->field, &filled) && !applies) return false;
    *item = (struct rec_value_item){
        .field = field->code,
        .name = words_of(query, field->name_seq, TAG_field_put_name, query->arena),
        .kind = field->kind,
        .must = applies && field->must,
        .choices = words_of(query, field->choices_seq, TAG_field_put_choices, query->arena),
        .value = value_of(query, ticket, field, filled.value_seq),
        .kept = !applies,
    };
    return true;
}

enum reject answer_ticket_fields(struct query *query, const struct req_ticket_fields *ask,
                                 struct rec_value_page *answer, struct fault *fault)
{
    struct row_ticket ticket;
    if (!ticket_get(query->txn, ask->ticket, &ticket))
        return refuse(fault, REJECT_NO_SUCH, "ticket");
    if (!may_ticket(query->txn, query->who, VERB_SEE, ticket_event_none, &ticket))
        return REJECT_DENIED;
    struct page page;
    page_begin(&page, query, answer_desc(request_ticket_fields), "rows", 0, PAGE_BYTES);
    struct row_field field;
    struct cursor cursor;
    bool after = field_get(query->txn, ask->after, &field);
    cursor_index(&cursor, query->txn, INDEX_field_by_code, 0, &field, after, false);
    for (uint64_t last = 0; cursor_next(&cursor, &field); last = field.field) {
        struct rec_value_item item;
        if (!value_fill(query, &ticket, &field, &item) || page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

enum reject answer_work_list(struct query *query, const struct req_work_list *ask,
                             struct rec_work_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_work_list), "rows", ask->most, PAGE_BYTES);
    struct row_work row = {.work = ask->after};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_work, 0, &row, ask->after != 0, true);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.work) {
        struct rec_work_item item = {
            .work = row.work,
            .unit = unit_code(query, row.unit),
            .by = person_number(query, row.by),
            .at_ms = row.at_ms,
            .report = words_of(query, row.words_seq, TAG_work_reported_report, query->arena),
            .guidance = words_of(query, row.words_seq, TAG_work_reported_guidance, query->arena),
        };
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
