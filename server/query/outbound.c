/* Outbound lists, their contacts, and the numbers that are not to be called. */
#include "common/text.h"
#include "server/core/authority.h"
#include "server/query/answer.h"

static struct slice phone_masked(const struct query *query, struct slice phone)
{
    char out[LIMIT_PHONE + 1];
    text_mask_phone(phone, out, sizeof out);
    return text_cut(query, slice_of(out), LIMIT_PHONE);
}

static struct slice name_masked(const struct query *query, struct slice name)
{
    char out[LIMIT_NAME * 4 + 1];
    text_mask_name(name, out, sizeof out);
    return text_cut(query, slice_of(out), LIMIT_NAME);
}

static void list_fill(const struct query *query, const struct row_outbound *row,
                      struct rec_outbound_item *item)
{
    *item = (struct rec_outbound_item){
        .outbound = row->outbound,
        .code = row->code,
        .name = words_of(query, row->name_seq, TAG_outbound_put_name, query->arena),
        .kind = row->kind,
        .from_ms = row->from_ms,
        .until_ms = row->until_ms,
        .line = line_code(query, row->line),
        .tries = row->tries,
        .closed = row->closed != 0,
        .contacts = row->contacts,
        .open = row->open,
        .reached = row->reached,
        .barred = row->barred,
        .failed = row->failed,
        .dialled = row->dialled,
        .script = words_of(query, row->script_seq, TAG_outbound_put_script, query->arena),
        .connected = row->connected,
    };
}

enum reject answer_outbound_list(struct query *query, const struct req_outbound_list *ask,
                                 struct rec_outbound_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    struct row_outbound row = {.outbound = ask->after};
    struct cursor cursor;
    page_begin(&page, query, answer_desc(request_outbound_list), "rows", ask->most, PAGE_BYTES);
    cursor_table(&cursor, query->txn, TABLE_outbound, 0, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.outbound) {
        struct rec_outbound_item item;
        list_fill(query, &row, &item);
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

static bool may(const struct query *query, enum verb verb, const struct row_contact *row)
{
    return may_contact(query->txn, query->who, verb, row);
}

static struct slice contact_note(const struct query *query, const struct row_contact *row)
{
    return words_of(query, row->note_seq, TAG_contact_moved_note, query->arena);
}

static void contact_fill(const struct query *query, const struct row_contact *row,
                         struct rec_contact_item *item)
{
    struct arena *arena = query->arena;
    *item = (struct rec_contact_item){
        .contact = row->contact,
        .state = row->state,
        .result = row->result,
        .tries = row->tries,
        .last_ms = row->last_ms,
        .next_ms = row->next_ms,
        .agent = person_number(query, row->person),
    };
    if (may(query, VERB_READ, row)) item->note = contact_note(query, row);
    if (!may(query, VERB_READ_MASKED, row)) return;
    item->phone = phone_masked(query, words_of(query, row->seq, TAG_contact_entered_phone, arena));
    item->name = name_masked(query, words_of(query, row->seq, TAG_contact_entered_name, arena));
}

enum reject answer_outbound_contacts(struct query *query, const struct req_outbound_contacts *ask,
                                     struct rec_contact_page *answer, struct fault *fault)
{
    struct page page;
    struct row_outbound list = {.code = ask->code};
    struct cursor cursor;
    if (!index_find(query->txn, INDEX_outbound_by_code, 1, &list))
        return refuse(fault, REJECT_NO_SUCH, "code");
    struct row_contact row = {.outbound = list.outbound, .contact = ask->after};
    page_begin(&page, query, answer_desc(request_outbound_contacts), "rows", ask->most, PAGE_BYTES);
    cursor_index(&cursor, query->txn, INDEX_contact_by_list, 1, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.contact) {
        struct rec_contact_item item;
        if (!may(query, VERB_SEE, &row)) continue;
        contact_fill(query, &row, &item);
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

/* In clear to who is to ring it, masked to others who may read it. */
static void contact_words(const struct query *query, const struct row_contact *row,
                          struct rec_contact_card *card)
{
    struct arena *arena = query->arena;
    bool clear = may(query, VERB_READ_CALLER, row);
    if (may(query, VERB_READ, row)) {
        card->note = words_of(query, row->seq, TAG_contact_entered_note, arena);
        card->last = contact_note(query, row);
    }
    if (!clear && !may(query, VERB_READ_MASKED, row)) return;
    card->phone = words_of(query, row->seq, TAG_contact_entered_phone, arena);
    card->name = words_of(query, row->seq, TAG_contact_entered_name, arena);
    if (clear) return;
    card->phone = phone_masked(query, card->phone);
    card->name = name_masked(query, card->name);
}

enum reject answer_outbound_show(struct query *query, const struct req_outbound_show *ask,
                                 struct rec_contact_card *answer, struct fault *fault)
{
    struct row_contact row;
    struct row_outbound list;
    if (!contact_get(query->txn, ask->contact, &row))
        return refuse(fault, REJECT_NO_SUCH, "contact");
    if (!may(query, VERB_SEE, &row)) return REJECT_DENIED;
    outbound_get(query->txn, row.outbound, &list);
    *answer = (struct rec_contact_card){
        .contact = row.contact,
        .list = list.code,
        .list_name = words_of(query, list.name_seq, TAG_outbound_put_name, query->arena),
        .state = row.state,
        .tries = row.tries,
        .script = words_of(query, list.script_seq, TAG_outbound_put_script, query->arena),
        .line = line_code(query, list.line),
        .result = row.result,
        .until_ms = row.until_ms,
    };
    contact_words(query, &row, answer);
    return REJECT_OK;
}

static void no_call_fill(const struct query *query, const struct row_no_call *row,
                         struct rec_no_call_item *item)
{
    struct arena *arena = query->arena;
    *item = (struct rec_no_call_item){
        .since = row->seq,
        .at_ms = row->at_ms,
        .by = person_number(query, row->by),
    };
    if (may_no_call(query->who, VERB_READ))
        item->reason = words_of(query, row->reason_seq, TAG_no_call_put_reason, arena);
    if (may_no_call(query->who, VERB_READ_MASKED))
        item->phone =
            phone_masked(query, words_of(query, row->phone_seq, TAG_no_call_put_phone, arena));
}

enum reject answer_no_call_list(struct query *query, const struct req_no_call_list *ask,
                                struct rec_no_call_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    struct row_no_call row = {.seq = ask->after};
    struct cursor cursor;
    page_begin(&page, query, answer_desc(request_no_call_list), "rows", ask->most, PAGE_BYTES);
    cursor_table(&cursor, query->txn, TABLE_no_call, 0, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.seq) {
        struct rec_no_call_item item;
        if (!row.barred || !may_no_call(query->who, VERB_SEE)) continue;
        no_call_fill(query, &row, &item);
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
