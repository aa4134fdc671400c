/* The working calendar, day by day. */
#include "server/core/calendar.h"
#include "common/arena.h"
#include "proto/tags.h"
#include "server/query/answer.h"

static struct slice text_of(const struct query *query, const char *text)
{
    return slice_of(arena_copy(query->arena, slice_of(text)));
}

static struct rec_day_item day_item(const struct query *query, const struct calendar_day *day)
{
    char hours[CALENDAR_HOURS];
    return (struct rec_day_item){.kind = day->kind,
                                 .hours = text_of(query, calendar_hours_write(day, hours))};
}

bool calendar_runs_out(const struct query *query, uint64_t *days)
{
    struct centre_calendar centre;
    centre_calendar(query->txn, &centre);
    *days = centre_calendar_left(&centre, query->now_ms);
    return *days < query->settings->calendar_ahead_days;
}

/* The name stands in the text that was loaded last. */
static void loaded_fill(const struct query *query, const struct row_calendar *row,
                        struct rec_calendar *answer)
{
    struct fact fact;
    struct calendar calendar;
    struct calendar_fault fault;
    if (row->loading == 0) return;
    answer->from_day = row->from_day;
    answer->to_day = row->to_day;
    answer->loaded_ms = row->loaded_ms;
    answer->calendar = row->loading;
    if (journal_read(query->txn, row->seq, &fact, NULL) &&
        calendar_read(fact.body.calendar_loaded.days, &calendar, &fault))
        answer->name = slice_of(arena_copy(query->arena, calendar.name));
}

static void week_fill(const struct query *query, const struct centre_calendar *centre,
                      struct rec_calendar *answer)
{
    struct page page;
    page_begin(&page, query, answer_desc(request_calendar_show), "week", 0, PAGE_BYTES);
    for (size_t weekday = 0; weekday < 7; weekday++) {
        const struct rec_day_item item = day_item(query, &centre->week[weekday]);
        page_add(&page, &item);
    }
    answer->week = page_rows(&page);
}

/* The cursor is the last day's number. */
static void days_fill(const struct query *query, const struct req_calendar_show *ask,
                      struct page *page, struct rec_calendar *answer)
{
    uint64_t first = ask->after ? ask->after + 1 : ask->from_day;
    if (answer->calendar == 0) return;
    if (first < answer->from_day) first = answer->from_day;
    for (uint64_t day = first; day <= answer->to_day; day++) {
        struct row_day row;
        struct calendar_day what;
        char date[CALENDAR_DATE];
        if (!day_get(query->txn, day, &row)) continue;
        calendar_day_of_row(&row, &what);
        struct rec_day_item item = day_item(query, &what);
        item.day = day;
        item.date = text_of(query, calendar_date_write((int64_t)day, date));
        if (page_add(page, &item)) continue;
        answer->next = day - 1;
        break;
    }
}

enum reject answer_calendar_show(struct query *query, const struct req_calendar_show *ask,
                                 struct rec_calendar *answer, struct fault *fault)
{
    (void)fault;
    struct centre_calendar centre;
    struct page page;
    char zone[CALENDAR_ZONE];
    centre_calendar(query->txn, &centre);
    loaded_fill(query, &centre.row, answer);
    answer->runs_out = calendar_runs_out(query, &answer->left_days);
    answer->zone = text_of(query, calendar_zone_write(centre.days.zone_min, zone));
    answer->first_counts = query->settings->limit_counts_first_day;
    answer->to_midnight = !query->settings->limit_ends_at_close;
    week_fill(query, &centre, answer);
    size_t used = record_bytes(answer_desc(request_calendar_show), answer);
    page_begin(&page, query, answer_desc(request_calendar_show), "rows", ask->most,
               used < PAGE_BYTES ? PAGE_BYTES - used : 0);
    days_fill(query, ask, &page, answer);
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
