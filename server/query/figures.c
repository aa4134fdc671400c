/* What each unit did in a month or a year (R59, R66, R68), from the sums that apply() keeps; the
 * rates are reckoned here. A unit's people see their own (R91). Definitions: docs/figures.md. */
#include "server/core/authority.h"
#include "server/query/answer.h"
#include "server/query/months.h"

/* The sums, which have the same names in the row and in the answer. */
#define SUMS(X)                                                                                    \
    X(replied)                                                                                     \
    X(on_time)                                                                                     \
    X(archived)                                                                                    \
    X(followed_up)                                                                                 \
    X(solved)                                                                                      \
    X(result_very)                                                                                 \
    X(result_satisfied)                                                                            \
    X(result_fair)                                                                                 \
    X(result_unsatisfied)                                                                          \
    X(process_very)                                                                                \
    X(process_satisfied)                                                                           \
    X(process_fair)                                                                                \
    X(process_unsatisfied)                                                                         \
    X(redo)                                                                                        \
    X(overdue)

/* Rounded half up; none when there is nothing to divide by. */
static uint64_t of_10000(uint64_t part, uint64_t whole)
{
    return whole ? (part * 10000 + whole / 2) / whole : 0;
}

static void rates_fill(struct rec_figure_item *item)
{
    uint64_t result =
        item->result_very + item->result_satisfied + item->result_fair + item->result_unsatisfied;
    uint64_t process = item->process_very + item->process_satisfied + item->process_fair +
                       item->process_unsatisfied;
    item->on_time_10000 = of_10000(item->on_time, item->replied);
    item->solved_10000 = of_10000(item->solved, item->followed_up);
    item->satisfied_10000 = of_10000(item->result_very + item->result_satisfied, result);
    item->process_10000 = of_10000(item->process_very + item->process_satisfied, process);
}

/* False: it did nothing in the period. */
static bool figure_fill(const struct query *query, uint64_t unit, const struct months *months,
                        struct rec_figure_item *item)
{
    bool any = false;
    *item =
        (struct rec_figure_item){.unit = unit_code(query, unit), .name = unit_name(query, unit)};
    for (uint64_t month = months->first; month <= months->last; month++) {
        struct row_figure row = {.month = month, .unit = unit};
        if (!table_get(query->txn, TABLE_figure, &row)) continue;
        any = true;
#define X(sum) item->sum += row.sum;
        SUMS(X)
#undef X
    }
    rates_fill(item);
    return any;
}

/* Units by their ids, the desk's own answers last; the cursor is the last unit's id. */
enum reject answer_figures_show(struct query *query, const struct req_figures_show *ask,
                                struct rec_figures *answer, struct fault *fault)
{
    struct months months;
    enum reject reject = months_asked(query, ask->month, ask->year, &months, fault);
    if (reject) return reject;
    struct page page;
    page_begin(&page, query, answer_desc(request_figures_show), "rows", ask->most, PAGE_BYTES);
    struct row_unit unit = {.unit = ask->after};
    struct rec_figure_item item;
    struct cursor cursor;
    uint64_t last = ask->after;
    bool full = false;
    cursor_table(&cursor, query->txn, TABLE_unit, 0, &unit, ask->after != 0, false);
    while (!full && cursor_next(&cursor, &unit)) {
        if (!may_figures(query->who, unit.unit)) continue;
        if (!figure_fill(query, unit.unit, &months, &item) && unit.retired) continue;
        full = !page_add(&page, &item);
        if (!full) last = unit.unit;
    }
    if (!full && may_figures(query->who, 0) && figure_fill(query, 0, &months, &item))
        full = !page_add(&page, &item);
    if (full) answer->next = last;
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
