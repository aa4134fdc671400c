/* Numbers that were marked or are blocked, and the evidence about one (R45). */
#include "common/text.h"
#include "server/core/authority.h"
#include "server/query/answer.h"

static struct slice number_masked(const struct query *query, uint64_t call_id)
{
    struct row_call call;
    char out[LIMIT_PHONE + 1];
    if (!may_nuisance(query->who, VERB_READ_MASKED) || !call_get(query->txn, call_id, &call))
        return (struct slice){0};
    struct slice number = words_of(query, call.from_seq, TAG_call_arrived_from, query->arena);
    text_mask_phone(number, out, sizeof out);
    return text_cut(query, slice_of(out), LIMIT_PHONE);
}

enum reject answer_caller_list(struct query *query, const struct req_caller_list *ask,
                               struct rec_caller_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_caller_list), "rows", ask->most, PAGE_BYTES);
    struct row_nuisance row = {.seq = ask->after};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_nuisance, 0, &row, ask->after != 0, true);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.seq) {
        const struct rec_caller_item item = {
            .call = row.call,
            .marks = row.marks,
            .kind = row.kind,
            .last_ms = row.last_ms,
            .until_ms = row.until_ms,
            .number = number_masked(query, row.call),
            .reason = may_nuisance(query->who, VERB_READ)
                          ? words_of(query, row.reason_seq, TAG_caller_barred_reason, query->arena)
                          : (struct slice){0},
            .refused = row.refused,
        };
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

/* The hash is what the next fact of the journal carries: whoever has that chain can check it. */
static void evidence_fill(const struct query *query, const struct row_mark *mark, bool words,
                          struct rec_evidence_item *item)
{
    struct row_call call = {0};
    struct fact fact;
    call_get(query->txn, mark->call, &call);
    *item = (struct rec_evidence_item){
        .call = mark->call,
        .arrived_ms = call.arrived_ms,
        .answered_ms = call.first_answered_ms,
        .ended_ms = call.ended_ms,
        .agent = person_number(query, mark->by),
        .kind = mark->kind,
        .seq = mark->seq,
        .marked_ms = mark->at_ms,
    };
    if (words) item->note = words_of(query, mark->seq, TAG_caller_marked_note, query->arena);
    if (journal_read(query->txn, mark->seq, &fact, NULL))
        journal_hash(query->txn, mark->seq, &item->hash);
}

static void evidence_head(const struct query *query, const struct row_evidence *row, bool words,
                          struct rec_evidence_page *answer)
{
    struct row_call call = {0};
    answer->by = person_number(query, row->by);
    answer->at_ms = row->at_ms;
    if (!words || !call_get(query->txn, row->call, &call)) return;
    answer->number = words_of(query, call.from_seq, TAG_call_arrived_from, query->arena);
    answer->purpose = words_of(query, row->seq, TAG_evidence_made_purpose, query->arena);
}

/* What was marked before the export was made: it says the same whenever it is read. */
enum reject answer_caller_evidence(struct query *query, const struct req_caller_evidence *ask,
                                   struct rec_evidence_page *answer, struct fault *fault)
{
    struct row_evidence row;
    if (!evidence_get(query->txn, ask->evidence, &row))
        return refuse(fault, REJECT_NO_SUCH, "evidence");
    if (!may_evidence(query->who, VERB_SEE, &row)) return REJECT_DENIED;
    bool words = may_evidence(query->who, VERB_READ, &row);
    evidence_head(query, &row, words, answer);
    const struct message *desc = answer_desc(request_caller_evidence);
    struct page page;
    page_begin(&page, query, desc, "rows", ask->most, PAGE_BYTES - record_bytes(desc, answer));
    struct row_mark mark = {.caller = row.caller, .call = ask->after};
    struct cursor cursor;
    cursor_index(&cursor, query->txn, INDEX_mark_by_caller, 1, &mark, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &mark); last = mark.call) {
        struct rec_evidence_item item;
        if (mark.seq > row.seq) continue;
        evidence_fill(query, &mark, words, &item);
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
