/* Points and what they come to: the list with causes (R73), the ranking of units (R69 to R71), the
 * operators' table (R72). The sums are kept by apply(); what the settings say (base, cap) is
 * reckoned here. Definitions: docs/figures.md. */
#include "server/core/score.h"

#include <stdlib.h>

#include "server/core/authority.h"
#include "server/core/deadline.h"
#include "server/query/answer.h"
#include "server/query/months.h"

enum { LOOKED_AT = 4000 };

/* The ticket and the words as far as this person may know the ticket. */
static void score_fill(const struct query *query, const struct row_score *row,
                       struct rec_score_item *item)
{
    struct row_ticket ticket;
    bool read = may_score(query->who, VERB_READ, score_event_none, row);
    *item = (struct rec_score_item){
        .score = row->score,
        .unit = unit_code(query, row->unit),
        .person = person_number(query, row->person),
        .rule = row->rule,
        .plus = row->plus,
        .minus = row->minus,
        .month = row->month,
        .ticket = row->ticket,
        .call = row->call,
        .state = row->state,
        .at_ms = row->at_ms,
    };
    if (row->ticket && ticket_get(query->txn, row->ticket, &ticket)) {
        read = read && may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, &ticket);
        if (!may_ticket(query->txn, query->who, VERB_SEE, ticket_event_none, &ticket))
            item->ticket = 0;
    }
    if (read) item->note = words_of(query, row->note_seq, TAG_score_given_note, query->arena);
}

/* What a list of points walks through, newest first. */
struct walk {
    struct cursor cursor;
    struct row_score row;
    uint64_t month; /* only this one; 0: any */
};

static bool code_known(bool found, const struct code *code)
{
    return code->s[0] == '\0' || found;
}

static enum reject walk_begin(const struct query *query, const struct req_score_list *ask,
                              struct walk *walk, struct fault *fault)
{
    struct row_unit unit = {0};
    struct row_person person = {0};
    bool after = ask->after != 0;
    *walk = (struct walk){.month = ask->month};
    if (!code_known(unit_find(query->txn, &ask->unit, true, &unit), &ask->unit))
        return refuse(fault, REJECT_NO_SUCH, "unit");
    if (!code_known(person_find(query->txn, &ask->person, true, &person), &ask->person))
        return refuse(fault, REJECT_NO_SUCH, "person");
    if (ask->month && !month_valid(ask->month)) return refuse(fault, REJECT_BAD_FIELD, "month");
    if (after && !score_get(query->txn, ask->after, &walk->row))
        return refuse(fault, REJECT_BAD_FIELD, "after");
    if (ask->unit.s[0]) {
        walk->row.unit = unit.unit;
        cursor_index(&walk->cursor, query->txn, INDEX_score_by_unit, 1, &walk->row, after, true);
    } else if (ask->person.s[0]) {
        walk->row.person = person.person;
        cursor_index(&walk->cursor, query->txn, INDEX_score_by_person, 1, &walk->row, after, true);
    } else {
        cursor_table(&walk->cursor, query->txn, TABLE_score, 0, &walk->row, after, true);
    }
    return REJECT_OK;
}

static bool walk_shows(const struct query *query, const struct req_score_list *ask,
                       const struct walk *walk)
{
    const struct row_score *row = &walk->row;
    if (walk->month && row->month != walk->month) return false;
    struct code person = person_number(query, row->person);
    if (ask->person.s[0] && strcmp(person.s, ask->person.s) != 0) return false;
    return may_score(query->who, VERB_SEE, score_event_none, row);
}

enum reject answer_score_list(struct query *query, const struct req_score_list *ask,
                              struct rec_score_page *answer, struct fault *fault)
{
    struct walk walk;
    enum reject reject = walk_begin(query, ask, &walk, fault);
    if (reject) return reject;
    struct page page;
    page_begin(&page, query, answer_desc(request_score_list), "rows", ask->most, PAGE_BYTES);
    uint64_t last = 0;
    for (int looked_at = 0; cursor_next(&walk.cursor, &walk.row); looked_at++) {
        bool ends = looked_at == LOOKED_AT;
        if (!ends && walk_shows(query, ask, &walk)) {
            struct rec_score_item item;
            score_fill(query, &walk.row, &item);
            ends = !page_add(&page, &item);
        }
        if (ends) {
            answer->next = last;
            break;
        }
        last = walk.row.score;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

static void month_add(const struct query *query, uint64_t unit, uint64_t month,
                      struct rec_rank_item *item)
{
    const struct settings *settings = query->settings;
    struct row_score_month row = {.month = month, .unit = unit};
    table_get(query->txn, TABLE_score_month, &row);
    uint64_t base = settings->score_base_results, cap = settings->score_bonus_cap;
    uint64_t results = row.minus < base ? base - row.minus : 0;
    uint64_t bonus = row.plus < cap ? row.plus : cap;
    item->leadership += row.leadership;
    item->systems += row.systems;
    item->results += results;
    item->minus += row.minus;
    item->plus += row.plus;
    item->bonus += bonus;
    item->total += row.leadership + row.systems + results + bonus;
    item->months++;
}

/* A unit stands in a month when it was there on one of its days. */
static bool unit_in_month(const struct query *query, const struct row_unit *unit, uint64_t month)
{
    return month_of(query->txn, unit->added_ms) <= month &&
           (!unit->retired || month_of(query->txn, unit->retired_ms) >= month);
}

static int rank_compare(const void *a, const void *b)
{
    const struct rec_rank_item *x = a, *y = b;
    if (x->mean_100 != y->mean_100) return x->mean_100 > y->mean_100 ? -1 : 1;
    return strcmp(x->unit.s, y->unit.s);
}

/* All units of the period, best first; equal means share a place. */
static struct rec_rank_item *rank_all(const struct query *query, const struct months *months,
                                      size_t *n)
{
    struct rec_rank_item *items =
        arena_take(query->arena, (table_count(query->txn, TABLE_unit) + 1) * sizeof *items);
    struct row_unit unit = {0};
    struct cursor cursor;
    *n = 0;
    if (!items) return NULL;
    cursor_table(&cursor, query->txn, TABLE_unit, 0, &unit, false, false);
    while (cursor_next(&cursor, &unit)) {
        struct rec_rank_item item = {.unit = unit.code};
        for (uint64_t month = months->first; month <= months->last; month++)
            if (unit_in_month(query, &unit, month)) month_add(query, unit.unit, month, &item);
        if (item.months == 0) continue;
        item.mean_100 = (item.total * 100 + item.months / 2) / item.months;
        items[(*n)++] = item;
    }
    qsort(items, *n, sizeof *items, rank_compare);
    for (size_t i = 0; i < *n; i++) {
        bool shared = i > 0 && items[i].mean_100 == items[i - 1].mean_100;
        items[i].rank = shared ? items[i - 1].rank : i + 1;
    }
    return items;
}

static struct slice name_of_unit(const struct query *query, const struct code *code)
{
    struct row_unit unit;
    return unit_find(query->txn, code, true, &unit) ? unit_name(query, unit.unit)
                                                    : (struct slice){0};
}

/* R73: the monthly notice and the ranking go to everybody; the cursor is a place in the order. */
enum reject answer_score_table(struct query *query, const struct req_score_table *ask,
                               struct rec_ranking *answer, struct fault *fault)
{
    struct months months;
    enum reject reject = months_asked(query, ask->month, ask->year, &months, fault);
    if (reject) return reject;
    if (!may_rank(query->who)) return refuse(fault, REJECT_DENIED, NULL);
    struct page page;
    size_t n;
    struct rec_rank_item *items = rank_all(query, &months, &n);
    page_begin(&page, query, answer_desc(request_score_table), "rows", ask->most, PAGE_BYTES);
    for (uint64_t i = ask->after; items && i < n; i++) {
        items[i].name = name_of_unit(query, &items[i].unit);
        if (page_add(&page, &items[i])) continue;
        answer->next = i;
        break;
    }
    answer->rows = page_rows(&page);
    return items ? page_reject(&page) : REJECT_FAILED;
}

static uint64_t agent_minus(const struct query *query, uint64_t person, uint64_t first,
                            uint64_t last)
{
    uint64_t minus = 0;
    for (uint64_t month = first; month <= last; month++) {
        struct row_score_month row = {.month = month, .person = person};
        if (table_get(query->txn, TABLE_score_month, &row)) minus += row.minus;
    }
    return minus;
}

/* False: nothing is known of this person in the period. */
static bool agent_fill(const struct query *query, uint64_t person, const struct months *months,
                       struct rec_agent_rank_item *item)
{
    uint64_t sum = 0, year = query->settings->score_agent_year;
    uint64_t of_year = agent_minus(query, person, months->first / 100 * 100 + 1, months->last);
    *item = (struct rec_agent_rank_item){
        .person = person_number(query, person),
        .minus = agent_minus(query, person, months->first, months->last),
        .points_left = of_year < year ? year - of_year : 0,
    };
    for (uint64_t month = months->first; month <= months->last; month++) {
        struct row_rating row = {.month = month, .person = person};
        if (!table_get(query->txn, TABLE_rating, &row)) continue;
        item->samples += row.samples;
        item->ratings += row.ratings;
        item->attitude_good += row.attitude_good;
        item->accuracy_good += row.accuracy_good;
        item->efficiency_good += row.efficiency_good;
        sum += row.sample_sum;
    }
    if (item->samples) item->sample_mean_10 = (sum * 10 + item->samples / 2) / item->samples;
    return item->samples || item->ratings || item->minus;
}

enum reject answer_agent_table(struct query *query, const struct req_agent_table *ask,
                               struct rec_agent_ranking *answer, struct fault *fault)
{
    struct months months;
    enum reject reject = months_asked(query, ask->month, ask->year, &months, fault);
    if (reject) return reject;
    struct page page;
    page_begin(&page, query, answer_desc(request_agent_table), "rows", ask->most, PAGE_BYTES);
    struct row_person row = {.person = ask->after};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_person, 0, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.person) {
        struct rec_agent_rank_item item;
        bool works = !row.retired && (row.roles & ROLE_BIT(role_operator)) != 0;
        if (!agent_fill(query, row.person, &months, &item) && !works) continue;
        item.name = person_name(query, row.person);
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
