/* All that the desk shows of a call before the first word: what to say, who it probably is, what
 * was before. */
#include "common/text.h"
#include "server/core/authority.h"
#include "server/core/nuisance.h"
#include "server/core/surge.h"
#include "server/query/answer.h"

enum {
    CALLS_COUNTED = 1000,    /* earlier calls of one number */
    TICKETS_LOOKED_AT = 500, /* of one number, newest first */
};

static bool is_known(const struct h32 *caller)
{
    static const struct h32 nobody;
    return memcmp(caller, &nobody, sizeof nobody) != 0;
}

/* From the arrival to the first answer, or until now while it rings. */
static uint64_t waited_ms(const struct query *query, const struct row_call *row)
{
    uint64_t until_ms = row->first_answered_ms ? row->first_answered_ms
                        : row->ended_ms        ? row->ended_ms
                                               : query->now_ms;
    return until_ms > row->arrived_ms ? until_ms - row->arrived_ms : 0;
}

/* R3 */
static bool is_late(const struct query *query, const struct row_call *row)
{
    return waited_ms(query, row) > query->settings->apology_after_s * 1000;
}

static void facts_fill(const struct query *query, const struct row_call *row,
                       struct rec_call_card *card)
{
    *card = (struct rec_call_card){
        .call = row->call,
        .line = line_code(query, row->line),
        .line_name = line_name(query, row->line),
        .state = row->state,
        .channel = row->channel,
        .arrived_ms = row->arrived_ms,
        .answered_ms = row->answered_ms,
        .until_ms = row->until_ms,
        .late = is_late(query, row),
        .note_by = person_number(query, row->note_by),
        .ticket = call_ticket(query, row),
        .agent = person_number(query, row->agent),
        .second = person_number(query, row->second),
        .origin = person_number(query, row->origin),
        .outside = row->outside,
        .hold_ms = row->hold_since_ms,
        .priority = row->priority,
        .tries = row->tries,
        .contact = row->contact,
        .dialled = row->dialled,
    };
}

/* The note is in the fact that passed the call on, to whomever. */
static enum tag note_tag(uint64_t type)
{
    return type == fact_type_call_requeued      ? TAG_call_requeued_note
           : type == fact_type_call_transferred ? TAG_call_transferred_note
           : type == fact_type_call_arrived     ? TAG_call_arrived_note
           : type == fact_type_call_ended       ? TAG_call_ended_note
                                                : TAG_call_moved_note;
}

static struct slice masked(const struct query *query, struct slice phone)
{
    char out[LIMIT_PHONE + 1];
    text_mask_phone(phone, out, sizeof out);
    return text_cut(query, slice_of(out), LIMIT_PHONE);
}

/* Numbers as they are to the agents who have the call, masked to others who may read them. */
static void words_fill(const struct query *query, const struct row_call *row,
                       struct rec_call_card *card)
{
    struct arena *arena = query->arena;
    struct fact fact;
    if (!may_call(query->txn, query->who, VERB_READ, row)) return;
    card->from = words_of(query, row->from_seq, TAG_call_arrived_from, arena);
    card->number = words_of(query, row->number_seq, TAG_call_moved_number, arena);
    if (!may_call(query->txn, query->who, VERB_READ_CALLER, row)) {
        card->from = masked(query, card->from);
        card->number = masked(query, card->number);
    }
    if (row->note_seq && journal_read(query->txn, row->note_seq, &fact, NULL))
        card->note = words_of(query, row->note_seq, note_tag(fact.type), arena);
}

/* {caller}: the name in the call's own draft, when the asker may read it; a greeting is written so
 * that it reads well without. */
static struct slice caller_name(const struct query *query, const struct row_call *row)
{
    struct row_ticket ticket;
    if (row->ticket == 0 || !ticket_get(query->txn, row->ticket, &ticket)) return (struct slice){0};
    if (!may_ticket(query->txn, query->who, VERB_READ_CALLER, ticket_event_none, &ticket))
        return (struct slice){0};
    return words_of(query, ticket.name_seq, TAG_ticket_saved_name, query->arena);
}

static void scripts_fill(const struct query *query, const struct row_call *row,
                         const struct script_words *words, struct rec_call_card *card)
{
    card->greeting = script_for(query, script_kind_greeting, row->line, words);
    if (surge_on(query->txn))
        card->announcement = script_for(query, script_kind_announcement, row->line, words);
    if (card->late) card->apology = script_for(query, script_kind_apology, row->line, words);
    card->closing = script_for(query, script_kind_closing, row->line, words);
}

/* R45: how often this number was marked, for those who may see the list of such numbers. */
static void marks_fill(const struct query *query, const struct row_call *row,
                       struct rec_call_card *card)
{
    struct row_nuisance nuisance;
    if (!may_nuisance(query->who, VERB_SEE) || !nuisance_find(query->txn, &row->caller, &nuisance))
        return;
    card->marks = nuisance.marks;
    card->mark = nuisance.kind;
}

static enum reject calls_fill(const struct query *query, const struct row_call *row,
                              struct rec_call_card *card)
{
    struct page page;
    page_begin(&page, query, answer_desc(request_call_show), "calls", 0, PAGE_BYTES);
    struct row_call other = {.caller = row->caller};
    struct cursor cursor;
    cursor_index(&cursor, query->txn, INDEX_call_by_caller, 1, &other, false, true);
    while (card->calls_count < CALLS_COUNTED && cursor_next(&cursor, &other)) {
        if (other.call >= row->call) continue; /* not an earlier one */
        card->calls_count++;
        if (page.n == page.most) continue;
        if (!may_call(query->txn, query->who, VERB_SEE, &other)) continue;
        struct rec_call_item item;
        call_item_fill(query, &other, &item);
        page_add(&page, &item);
    }
    card->calls = page_rows(&page);
    return page_reject(&page);
}

static void tickets_add(const struct query *query, const struct h32 *caller, bool open,
                        struct page *page)
{
    struct row_ticket row = {.caller = *caller};
    struct cursor cursor;
    cursor_index(&cursor, query->txn, INDEX_ticket_by_caller, 1, &row, false, true);
    for (int i = 0; i < TICKETS_LOOKED_AT && page->n < page->most; i++) {
        if (!cursor_next(&cursor, &row)) return;
        if ((row.open_state != 0) != open) continue;
        /* whose it is: not for all who may see it */
        if (!may_ticket(query->txn, query->who, VERB_READ_ORIGIN, ticket_event_none, &row))
            continue;
        struct rec_ticket_item item;
        ticket_item_fill(query, &row, &item);
        if (!page_add(page, &item)) return;
    }
}

static enum reject tickets_fill(const struct query *query, const struct row_call *row,
                                struct rec_call_card *card)
{
    struct page page;
    page_begin(&page, query, answer_desc(request_call_show), "tickets", 0, PAGE_BYTES);
    tickets_add(query, &row->caller, true, &page);
    tickets_add(query, &row->caller, false, &page);
    card->tickets = page_rows(&page);
    return page_reject(&page);
}

static enum reject prompts_fill(const struct query *query, const struct row_call *row,
                                const struct script_words *words, struct rec_call_card *card)
{
    const struct message *desc = answer_desc(request_call_show);
    size_t used = record_bytes(desc, card);
    struct page page;
    page_begin(&page, query, desc, "prompts", 0, used < PAGE_BYTES ? PAGE_BYTES - used : 0);
    struct row_ticket ticket;
    bool read = row->ticket && ticket_get(query->txn, row->ticket, &ticket) &&
                may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, &ticket);
    script_prompts(query, row->line, read ? ticket.type : ticket_type_none, words, &page);
    card->prompts = page_rows(&page);
    return page_reject(&page);
}

enum reject answer_call_show(struct query *query, const struct req_call_show *ask,
                             struct rec_call_card *answer, struct fault *fault)
{
    struct row_call row;
    if (!call_get(query->txn, ask->call, &row)) return refuse(fault, REJECT_NO_SUCH, "call");
    if (!may_call(query->txn, query->who, VERB_SEE, &row)) return REJECT_DENIED;
    facts_fill(query, &row, answer);
    words_fill(query, &row, answer);
    marks_fill(query, &row, answer);
    struct script_words words =
        script_words(query, row.line, row.agent ? row.agent : query->who->person);
    words.caller = caller_name(query, &row);
    words.wait_ms = waited_ms(query, &row);
    scripts_fill(query, &row, &words, answer);
    enum reject reject = REJECT_OK;
    if (is_known(&row.caller)) reject = calls_fill(query, &row, answer);
    if (is_known(&row.caller) && reject == REJECT_OK) reject = tickets_fill(query, &row, answer);
    return reject ? reject : prompts_fill(query, &row, &words, answer);
}
