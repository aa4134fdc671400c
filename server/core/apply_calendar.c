/* What a new calendar does to the tables: its days are written over, and the deadlines that follow
 * from it are moved. */
#include "server/core/apply_ticket.h"
#include "server/core/calendar.h"

static void row_put(struct txn *txn, uint64_t key, const struct calendar_day *day)
{
    uint64_t open[CALENDAR_OPENINGS] = {0};
    for (size_t i = 0; i < day->n; i++)
        open[i] = (uint64_t)day->open[i].from << 16 | day->open[i].to;
    const struct row_day row = {.day = key,
                                .kind = day->kind,
                                .open_1 = open[0],
                                .open_2 = open[1],
                                .open_3 = open[2],
                                .open_4 = open[3]};
    day_put(txn, &row);
}

/* Where deadlines still have to follow the calendar, a timer goes on with it. */
static void follow_keep(struct txn *txn, const struct row_calendar *old, struct row_calendar *row)
{
    if (old->next_ticket) timer_clear(txn, old->next_ms, timer_kind_calendar, old->next_ticket);
    if (row->next_ticket) timer_set(txn, row->next_ms, timer_kind_calendar, row->next_ticket);
    calendar_put(txn, row);
}

void apply_calendar_loaded(struct txn *txn, const struct fact *fact,
                           const struct fact_calendar_loaded *body)
{
    struct row_calendar old, row;
    struct calendar calendar;
    struct calendar_fault fault;
    bool read = calendar_read(body->days, &calendar, &fault);
    ASSERT(read);
    bool first = !calendar_get(txn, 1, &old) || old.loading == 0;
    row = old;
    row.calendar = 1;
    row.loading = body->calendar;
    row.seq = fact->seq;
    row.zone_min = (uint64_t)(calendar.zone_min + CALENDAR_ZONE_BASE);
    row.loaded_ms = fact->at_ms;
    if (first || body->from_day < old.from_day) row.from_day = body->from_day;
    if (first || body->to_day > old.to_day) row.to_day = body->to_day;
    for (int64_t day = calendar.from_day; day <= calendar.to_day; day++)
        row_put(txn, (uint64_t)day, &calendar.days[day - calendar.from_day]);
    /* The days beyond all that is loaded are like the last ones. */
    for (unsigned weekday = 0; row.to_day == body->to_day && weekday < 7; weekday++)
        row_put(txn, weekday + 1, &calendar.week[weekday]);
    row.next_ticket = 1;
    row.next_ms = fact->at_ms;
    counter_use(txn, object_calendar, body->calendar);
    follow_keep(txn, &old, &row);
}

void apply_deadlines_followed(struct txn *txn, const struct fact *fact,
                              const struct fact_deadlines_followed *body)
{
    struct row_calendar old, row;
    bool there = calendar_get(txn, 1, &old);
    ASSERT(there && old.loading == body->calendar);
    row = old;
    row.next_ticket = body->next;
    row.next_ms = body->next ? fact->at_ms + 1 : 0; /* the next turn, so that others get theirs */
    follow_keep(txn, &old, &row);
}

void apply_ticket_warned(struct txn *txn, const struct fact *fact,
                         const struct fact_ticket_warned *body)
{
    (void)fact;
    const struct row_ticket old = ticket_of(txn, body->ticket);
    struct row_ticket row = old;
    row.warning = body->warning;
    ticket_keep(txn, &old, &row);
}

/* Warnings that were given are not given again; but who was late by the old calendar and is in
 * time by the new one is not overdue, and may come to be. */
void apply_ticket_rescheduled(struct txn *txn, const struct fact *fact,
                              const struct fact_ticket_rescheduled *body)
{
    const struct row_ticket old = ticket_of(txn, body->ticket);
    struct row_ticket row = old;
    row.version = body->version;
    row.due_ms = body->due_ms;
    row.half_ms = body->half_ms;
    row.most_ms = body->most_ms;
    if (row.overdue && row.due_ms > fact->at_ms) {
        row.overdue = 0;
        row.warning = warning_most;
    }
    ticket_keep(txn, &old, &row);
}
