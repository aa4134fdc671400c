/* Invariants of surge mode, areas, bursts, notices and scripts. */
#include <inttypes.h>

#include "server/core/check.h"
#include "server/core/surge.h"

static void surge_ends_or_is_a_leads(struct check *check, const union any_row *row)
{
    const struct row_surge *surge = &row->surge;
    uint64_t due_ms = surge_due_ms(surge);
    if (surge->surge != SURGE_ROW) check_fault(check, "surge mode has a second row");
    if ((surge->since_ms != 0) != (surge->on != 0) ||
        (!surge->on && (surge->until_ms || surge->reason_seq || surge->away_ms)))
        check_fault(check, "surge mode is off and something of it stays");
    if (surge->on && surge->by == surge_by_rule && !surge->next_ms)
        check_fault(check, "surge mode was begun by rule, which never looks again");
    if (due_ms && !check_timer(check, due_ms, timer_kind_surge, SURGE_ROW))
        check_fault(check, "surge mode is due at %" PRIu64 " and no timer says so", due_ms);
}

/* Upwards until the root; more steps than there are entries are a circle. */
static void areas_are_a_tree(struct check *check, const union any_row *row)
{
    struct row_area above = row->area;
    for (uint64_t left = table_count(check->txn, TABLE_area); above.parent; left--) {
        if (left && area_get(check->txn, above.parent, &above)) continue;
        check_fault(check, "area %" PRIu64 " stands above itself, or below one that is not there",
                    row->area.area);
        return;
    }
}

static void area_of_ticket_is_there(struct check *check, const union any_row *row)
{
    struct row_area area;
    if (row->ticket.area && !area_get(check->txn, row->ticket.area, &area))
        check_fault(check, "ticket %" PRIu64 " is about an area that is not there",
                    row->ticket.ticket);
}

static void burst_is_of_something(struct check *check, const union any_row *row)
{
    const struct row_burst *burst = &row->burst;
    struct row_subject subject;
    struct row_area area;
    struct row_article article;
    bool live = burst->state == burst_state_live;
    if (!subject_get(check->txn, burst->subject, &subject) ||
        !area_get(check->txn, burst->area, &area) || burst->n == 0 ||
        (burst->article && !article_get(check->txn, burst->article, &article)))
        check_fault(check, "burst %" PRIu64 " is of nothing", burst->burst);
    if (burst->live != (live ? burst->subject : 0) || burst->last_ms < burst->since_ms)
        check_fault(check, "burst %" PRIu64 " does not say whether it lives", burst->burst);
    if (live && !check_timer(check, burst->quiet_ms, timer_kind_burst, burst->burst))
        check_fault(check, "burst %" PRIu64 " lives and no timer ends it", burst->burst);
}

static void one_burst_a_subject_and_area(struct check *check, const union any_row *row)
{
    struct row_burst other = {.live = row->burst.live, .area = row->burst.area};
    if (row->burst.live && index_find(check->txn, INDEX_burst_by_live, 2, &other) &&
        other.burst != row->burst.burst)
        check_fault(check, "bursts %" PRIu64 " and %" PRIu64 " are one", row->burst.burst,
                    other.burst);
}

static void notice_says_something(struct check *check, const union any_row *row)
{
    const struct row_notice *notice = &row->notice;
    if (!notice->body_seq) check_fault(check, "notice %" PRIu64 " says nothing", notice->notice);
    if (notice->live && notice->until_ms &&
        !check_timer(check, notice->until_ms, timer_kind_notice, notice->notice))
        check_fault(check, "notice %" PRIu64 " has an end and no timer", notice->notice);
}

static void script_is_for_something(struct check *check, const union any_row *row)
{
    const struct row_script *script = &row->script;
    if (!script->kind || !script->body_seq ||
        (script->prompt && script->kind != script_kind_prompt))
        check_fault(check, "script %" PRIu64 " does not add up", script->script);
}

const struct invariant check_surge_table[] = {
    {"surge_ends_or_is_a_leads", TABLE_surge, surge_ends_or_is_a_leads},
    {"areas_are_a_tree", TABLE_area, areas_are_a_tree},
    {"area_of_ticket_is_there", TABLE_ticket, area_of_ticket_is_there},
    {"burst_is_of_something", TABLE_burst, burst_is_of_something},
    {"one_burst_a_subject_and_area", TABLE_burst, one_burst_a_subject_and_area},
    {"notice_says_something", TABLE_notice, notice_says_something},
    {"script_is_for_something", TABLE_script, script_is_for_something},
    {NULL, TABLES, NULL},
};
