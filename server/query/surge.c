/* Surge mode, areas, bursts and notices, as they are asked for. */
#include "server/core/surge.h"
#include "server/query/answer.h"

enum { LOOKED_AT = 2000 /* rows that one page looks at; then it ends, though it may be empty */ };

/* A callback's usual offer in the queue that makes it first; 0: none does. */
static uint64_t usual_offer_s(const struct query *query)
{
    struct row_queue row = {0};
    struct cursor cursor;
    uint64_t least = 0;
    cursor_table(&cursor, query->txn, TABLE_queue, 0, &row, false, false);
    while (cursor_next(&cursor, &row))
        if (!row.retired && row.offer_s && (!least || row.offer_s < least)) least = row.offer_s;
    return least;
}

/* Those whose skill counts in surge mode only. */
static void lent_fill(const struct query *query, struct rec_surge *answer)
{
    const struct message *desc = answer_desc(request_surge_show);
    size_t used = record_bytes(desc, answer);
    struct page page;
    page_begin(&page, query, desc, "lent", 0, used < PAGE_BYTES ? PAGE_BYTES - used : 0);
    struct row_mastery row = {.surge = 1};
    struct cursor cursor;
    cursor_index(&cursor, query->txn, INDEX_mastery_by_surge, 1, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        if (row.level == 0) continue;
        struct rec_mastery_item item = {
            .number = person_number(query, row.person),
            .name = person_name(query, row.person),
            .skill = skill_code(query, row.skill),
            .level = row.level,
            .surge = 1,
            .borrowed = row.borrowed != 0,
            .until_ms = row.until_ms,
        };
        if (!page_add(&page, &item)) break;
    }
    answer->lent = page_rows(&page);
}

enum reject answer_surge_show(struct query *query, const struct req_surge_show *ask,
                              struct rec_surge *answer, struct fault *fault)
{
    (void)ask, (void)fault;
    const struct settings *settings = query->settings;
    const struct core core = {.settings = settings, .txn = query->txn};
    const struct row_queue usual = {.offer_s = usual_offer_s(query)};
    const struct script_words words = script_words(query, 0, query->who->person);
    struct row_surge row;
    surge_get(query->txn, SURGE_ROW, &row);
    *answer = (struct rec_surge){
        .on = row.on,
        .by = row.on ? row.by : surge_by_none,
        .since_ms = row.since_ms,
        .until_ms = row.until_ms,
        .reason = words_of(query, row.reason_seq, TAG_surge_moved_reason, query->arena),
        .wrap_s = surge_wrap_s(&core),
        .usual_wrap_s = settings->wrap_limit_s,
        .offer_s = surge_offer_s(&core, &usual),
        .usual_offer_s = usual.offer_s,
        .rule_waiting = settings->surge_waiting,
        .rule_wait_s = settings->surge_wait_s,
        .queue = queue_code(query, row.queue),
        .waiting = row.waiting,
        .announcement = script_for(query, script_kind_announcement, 0, &words),
    };
    lent_fill(query, answer);
    return REJECT_OK;
}

enum reject answer_area_list(struct query *query, const struct req_area_list *ask,
                             struct rec_area_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_area_list), "rows", ask->most, PAGE_BYTES);
    struct row_area row = {.area = ask->after};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_area, 0, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.area) {
        struct rec_area_item item = {
            .area = row.area,
            .code = row.code,
            .name = area_name(query, row.area),
            .parent = area_code(query, row.parent),
            .retired = row.retired != 0,
        };
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

/* Newest first, like all that follows in time; the cursor is the last number. */
void burst_item_fill(const struct query *query, const struct row_burst *row,
                     struct rec_burst_item *item)
{
    *item = (struct rec_burst_item){
        .burst = row->burst,
        .state = row->state,
        .subject = subject_code(query, row->subject),
        .subject_name = subject_name(query, row->subject),
        .area = area_name(query, row->area),
        .n = row->n,
        .since_ms = row->since_ms,
        .last_ms = row->last_ms,
        .article = article_code(query, row->article),
        .answer = words_of(query, row->answer_seq, TAG_burst_moved_answer, query->arena),
    };
}

enum reject answer_burst_list(struct query *query, const struct req_burst_list *ask,
                              struct rec_burst_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_burst_list), "rows", ask->most, PAGE_BYTES);
    struct row_burst row = {.burst = ask->after ? ask->after : UINT64_MAX};
    struct cursor cursor;
    size_t looked = 0;
    cursor_table(&cursor, query->txn, TABLE_burst, 0, &row, true, true);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.burst) {
        struct rec_burst_item item;
        bool shown = ask->closed || row.state == burst_state_live;
        if (shown) burst_item_fill(query, &row, &item);
        if (looked++ < LOOKED_AT && (!shown || page_add(&page, &item))) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

void notice_item_fill(const struct query *query, const struct row_notice *row,
                      struct rec_notice_item *item)
{
    *item = (struct rec_notice_item){
        .notice = row->notice,
        .body = words_of(query, row->body_seq, TAG_notice_put_body, query->arena),
        .since_ms = row->since_ms,
        .until_ms = row->until_ms,
        .outage = row->outage,
        .over = !row->live,
    };
}

enum reject answer_notice_list(struct query *query, const struct req_notice_list *ask,
                               struct rec_notice_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_notice_list), "rows", ask->most, PAGE_BYTES);
    struct row_notice row = {.notice = ask->after ? ask->after : UINT64_MAX};
    struct cursor cursor;
    size_t looked = 0;
    cursor_table(&cursor, query->txn, TABLE_notice, 0, &row, true, true);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.notice) {
        struct rec_notice_item item;
        bool shown = ask->closed || row.live;
        if (shown) notice_item_fill(query, &row, &item);
        if (looked++ < LOOKED_AT && (!shown || page_add(&page, &item))) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
