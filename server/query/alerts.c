/* Alert plans, and alerts with those who were told (R43, R44). */
#include "server/core/authority.h"
#include "server/query/answer.h"

enum { LOOKED_AT = 2000 }; /* rows that one page looks at; then it ends, though it may be empty */

/* A row of a plan's list is a place, or the plan itself while nobody stands on it. */
static void plan_fill(const struct query *query, const struct row_plan *row,
                      const struct row_plan_post *at, struct rec_plan_item *item)
{
    *item = (struct rec_plan_item){
        .code = row->code,
        .name = words_of(query, row->name_seq, TAG_plan_put_name, query->arena),
        .kind = row->kind,
        .ack_min = row->ack_min ? row->ack_min : query->settings->relay_ack_min,
        .post = at->post,
        .place = at->place,
        .number = person_number(query, at->to),
        .person = person_name(query, at->to),
        .retired = row->retired,
    };
}

/* Where a page ended: the plan, post and place of its last row. */
static uint64_t place_of(uint64_t plan, const struct row_plan_post *at)
{
    return plan << 16 | at->post << 8 | at->place;
}

/* The plan's places behind `from`; false: the page is full. */
static bool places_add(const struct query *query, const struct row_plan *plan,
                       struct row_plan_post from, struct page *page, uint64_t *last)
{
    struct row_plan_post at = from;
    struct rec_plan_item item;
    struct cursor cursor;
    bool none = from.post == 0;
    cursor_table(&cursor, query->txn, TABLE_plan_post, 1, &at, from.post != 0, false);
    for (; cursor_next(&cursor, &at); *last = place_of(plan->plan, &at)) {
        none = false;
        plan_fill(query, plan, &at, &item);
        if (!page_add(page, &item)) return false;
    }
    if (!none) return true;
    at = (struct row_plan_post){.place = 1}; /* so that the page goes on behind it */
    plan_fill(query, plan, &(struct row_plan_post){0}, &item);
    if (!page_add(page, &item)) return false;
    *last = place_of(plan->plan, &at);
    return true;
}

enum reject answer_plan_list(struct query *query, const struct req_plan_list *ask,
                             struct rec_plan_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_plan_list), "rows", ask->most, PAGE_BYTES);
    struct row_plan row = {.plan = ask->after >> 16};
    struct row_plan_post from = {
        .plan = row.plan, .post = ask->after >> 8 & 255, .place = ask->after & 255};
    struct cursor cursor;
    uint64_t last = ask->after;
    bool goes_on = true;
    if (from.post && plan_get(query->txn, from.plan, &row))
        goes_on = places_add(query, &row, from, &page, &last);
    cursor_table(&cursor, query->txn, TABLE_plan, 0, &row, ask->after != 0, false);
    while (goes_on && cursor_next(&cursor, &row))
        goes_on = places_add(query, &row, (struct row_plan_post){.plan = row.plan}, &page, &last);
    if (!goes_on) answer->next = last;
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

static bool is_mine(const struct query *query, const struct row_alert *row)
{
    struct row_relay relay = {.alert = row->alert};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_relay, 1, &relay, false, false);
    while (cursor_next(&cursor, &relay))
        if (relay.open_to && relay.open_to == query->who->person) return true;
    return false;
}

static void alert_fill(const struct query *query, const struct row_alert *row,
                       struct rec_alert_item *item)
{
    struct slice what = {0};
    if (may_alert(query->txn, query->who, VERB_READ, row))
        what = words_of(query, row->seq, TAG_alert_raised_what, query->arena);
    *item = (struct rec_alert_item){
        .alert = row->alert,
        .kind = row->kind,
        .state = row->state,
        .raised_ms = row->raised_ms,
        .closed_ms = row->closed_ms,
        .plan = plan_code(query, row->plan),
        .posts = row->posts,
        .acknowledged = row->acknowledged,
        .mine = is_mine(query, row),
        .unanswered = row->unanswered,
        .what = text_cut(query, what, LIMIT_NAME),
        .by = person_number(query, row->by),
    };
}

/* First the open alerts, then those that are closed, both newest first; what a page ended with says
 * in its last bit which of them it was, since it may have been closed meanwhile. */
struct alerts {
    struct cursor cursor;
    struct row_alert row;
    bool closed;
};

static void alerts_begin(const struct query *query, struct alerts *alerts, bool closed,
                         uint64_t after)
{
    alerts->closed = closed;
    alerts->row = (struct row_alert){.open = 1, .alert = after};
    if (closed)
        cursor_table(&alerts->cursor, query->txn, TABLE_alert, 0, &alerts->row, after != 0, true);
    else
        cursor_index(&alerts->cursor, query->txn, INDEX_alert_by_open, 1, &alerts->row, after != 0,
                     true);
}

static bool alerts_next(const struct query *query, struct alerts *alerts)
{
    for (;;) {
        while (cursor_next(&alerts->cursor, &alerts->row))
            if (!alerts->closed || !alerts->row.open) return true;
        if (alerts->closed) return false;
        alerts_begin(query, alerts, true, 0);
    }
}

enum reject answer_alert_list(struct query *query, const struct req_alert_list *ask,
                              struct rec_alert_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    struct alerts alerts;
    uint64_t last = 0;
    page_begin(&page, query, answer_desc(request_alert_list), "rows", ask->most, PAGE_BYTES);
    alerts_begin(query, &alerts, ask->after & 1, ask->after >> 1);
    for (int looked_at = 0; alerts_next(query, &alerts); looked_at++) {
        bool ends = looked_at == LOOKED_AT;
        if (!ends && may_alert(query->txn, query->who, VERB_SEE, &alerts.row)) {
            struct rec_alert_item item;
            alert_fill(query, &alerts.row, &item);
            ends = !page_add(&page, &item);
        }
        if (ends) {
            answer->next = last;
            break;
        }
        last = alerts.row.alert << 1 | alerts.closed;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

static void relays_fill(const struct query *query, struct rec_alert_card *card)
{
    struct page page;
    page_begin(&page, query, answer_desc(request_alert_show), "relays", 0,
               PAGE_BYTES - record_bytes(answer_desc(request_alert_show), card));
    struct row_relay row = {.alert = card->alert};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_relay, 1, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        const struct rec_relay_item item = {
            .post = row.post,
            .place = row.place,
            .number = person_number(query, row.to),
            .name = person_name(query, row.to),
            .state = row.state,
            .told_ms = row.told_ms,
            .until_ms = row.state == relay_state_told ? row.until_ms : 0,
            .done_ms = row.done_ms,
            .note = words_of(query, row.note_seq, TAG_alert_relayed_note, query->arena),
        };
        if (!page_add(&page, &item)) break;
    }
    card->relays = page_rows(&page);
}

enum reject answer_alert_show(struct query *query, const struct req_alert_show *ask,
                              struct rec_alert_card *answer, struct fault *fault)
{
    struct row_alert row;
    struct row_call call;
    struct arena *arena = query->arena;
    if (!alert_get(query->txn, ask->alert, &row)) return refuse(fault, REJECT_NO_SUCH, "alert");
    if (!may_alert(query->txn, query->who, VERB_READ, &row)) return REJECT_DENIED;
    bool call_known = row.call && call_get(query->txn, row.call, &call) &&
                      may_call(query->txn, query->who, VERB_SEE, &call);
    *answer = (struct rec_alert_card){
        .alert = row.alert,
        .kind = row.kind,
        .state = row.state,
        .raised_ms = row.raised_ms,
        .closed_ms = row.closed_ms,
        .plan = plan_code(query, row.plan),
        .call = call_known ? row.call : 0,
        .ticket = ticket_known(query, row.ticket),
        .what = words_of(query, row.seq, TAG_alert_raised_what, arena),
        .place = words_of(query, row.seq, TAG_alert_raised_place, arena),
        .people = words_of(query, row.seq, TAG_alert_raised_people, arena),
        .contact = words_of(query, row.seq, TAG_alert_raised_contact, arena),
        .asked = words_of(query, row.seq, TAG_alert_raised_asked, arena),
        .result = words_of(query, row.result_seq, TAG_alert_closed_result, arena),
        .note = words_of(query, row.note_seq, TAG_alert_noted_note, arena),
        .by = person_number(query, row.by),
        .mine = is_mine(query, &row),
    };
    relays_fill(query, answer);
    return REJECT_OK;
}
