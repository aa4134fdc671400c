/* The agents who are signed in. Those who are out are left away: a centre that is years old has had
 * many. */
#include <stdlib.h>

#include "server/query/answer.h"

struct entry {
    struct code number;
    struct row_agent row;
};

struct entries {
    struct entry *at;
    size_t n, cap;
};

static bool entry_add(struct arena *arena, struct entries *entries, const struct entry *entry)
{
    if (entries->n == entries->cap) {
        size_t cap = entries->cap ? 2 * entries->cap : 64;
        struct entry *more = arena_take(arena, cap * sizeof *more);
        if (!more) return false;
        if (entries->n) memcpy(more, entries->at, entries->n * sizeof *more);
        entries->at = more;
        entries->cap = cap;
    }
    entries->at[entries->n++] = *entry;
    return true;
}

/* As people count: 2 before 10. */
static int by_number(const void *a, const void *b)
{
    return strverscmp(((const struct entry *)a)->number.s, ((const struct entry *)b)->number.s);
}

static bool has_loan(const struct query *query, uint64_t person)
{
    struct row_mastery row = {.person = person};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_mastery, 1, &row, false, false);
    while (cursor_next(&cursor, &row))
        if (row.borrowed) return true;
    return false;
}

static void agent_fill(const struct query *query, const struct entry *entry,
                       struct rec_agent_item *item)
{
    const struct row_agent *row = &entry->row;
    struct row_person person;
    *item = (struct rec_agent_item){
        .person = row->person,
        .number = entry->number,
        .name = person_name(query, row->person),
        .state = row->state,
        .since_ms = row->since_ms,
        .reason = row->reason,
        .call = row->call,
        .station = station_number(query, row->station),
        .limit_ms = row->limit_ms,
        .asks = row->asks,
        .trainee = person_get(query->txn, row->person, &person) && person.trainee,
        .borrowed = has_loan(query, row->person),
    };
}

static void agents_gather(const struct query *query, struct page *page, struct entries *entries,
                          uint64_t *talking)
{
    struct entry entry = {0};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_agent, 0, &entry.row, false, false);
    while (cursor_next(&cursor, &entry.row)) {
        if (entry.row.state == agent_state_out || entry.row.state == agent_state_none) continue;
        if (entry.row.state == agent_state_talking || entry.row.state == agent_state_holding)
            ++*talking;
        entry.number = person_number(query, entry.row.person);
        if (!entry_add(query->arena, entries, &entry)) page->failed = true;
    }
    if (entries->n) qsort(entries->at, entries->n, sizeof *entries->at, by_number);
}

uint64_t agents_page(const struct query *query, struct page *page, uint64_t after,
                     uint64_t *talking, uint64_t *signed_in)
{
    struct entries entries = {0};
    const struct entry behind = {.number = person_number(query, after)};
    agents_gather(query, page, &entries, talking);
    *signed_in = entries.n;
    for (size_t i = 0; i < entries.n; i++) {
        struct rec_agent_item item;
        if (after && by_number(&entries.at[i], &behind) <= 0) continue;
        agent_fill(query, &entries.at[i], &item);
        if (!page_add(page, &item)) return i ? entries.at[i - 1].row.person : 0;
    }
    return 0;
}

enum reject answer_agent_list(struct query *query, const struct req_agent_list *ask,
                              struct rec_agent_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    uint64_t talking = 0, signed_in;
    page_begin(&page, query, answer_desc(request_agent_list), "rows", ask->most, PAGE_BYTES);
    answer->next = agents_page(query, &page, ask->after, &talking, &signed_in);
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
