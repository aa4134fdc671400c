/* Rows of tables by the names of their columns. */
#include <stdio.h>

#include "tests/scenario/values.h"

enum column_kind { COLUMN_u64, COLUMN_code, COLUMN_h32 };

struct column {
    const char *name;
    enum column_kind kind;
    size_t offset;
};

#define X(table)                                                                                   \
    static const struct column columns_##table[] = {                                               \
        COLUMNS_##table(K_##table, K_##table){NULL, COLUMN_u64, 0}};
#define K_person(type, column) {#column, COLUMN_##type, offsetof(struct row_person, column)},
#define K_station(type, column) {#column, COLUMN_##type, offsetof(struct row_station, column)},
#define K_unit(type, column) {#column, COLUMN_##type, offsetof(struct row_unit, column)},
#define K_line(type, column) {#column, COLUMN_##type, offsetof(struct row_line, column)},
#define K_subject(type, column) {#column, COLUMN_##type, offsetof(struct row_subject, column)},
#define K_script(type, column) {#column, COLUMN_##type, offsetof(struct row_script, column)},
#define K_article(type, column) {#column, COLUMN_##type, offsetof(struct row_article, column)},
#define K_session(type, column) {#column, COLUMN_##type, offsetof(struct row_session, column)},
#define K_agent(type, column) {#column, COLUMN_##type, offsetof(struct row_agent, column)},
#define K_call(type, column) {#column, COLUMN_##type, offsetof(struct row_call, column)},
#define K_ticket(type, column) {#column, COLUMN_##type, offsetof(struct row_ticket, column)},
#define K_timer(type, column) {#column, COLUMN_##type, offsetof(struct row_timer, column)},
#define K_counter(type, column) {#column, COLUMN_##type, offsetof(struct row_counter, column)},
#define K_tally(type, column) {#column, COLUMN_##type, offsetof(struct row_tally, column)},
#define K_minute(type, column) {#column, COLUMN_##type, offsetof(struct row_minute, column)},
#define K_trail(type, column) {#column, COLUMN_##type, offsetof(struct row_trail, column)},
TABLE_TABLE(X)
#undef X

static const struct table {
    const char *name;
    const struct column *columns;
    size_t size;
} tables[TABLES] = {
#define X(table) {#table, columns_##table, sizeof(struct row_##table)},
    TABLE_TABLE(X)
#undef X
};

/* Which vocabulary a column's numbers are of. */
static const struct {
    enum table_id table;
    const char *column;
    enum vocabulary_id vocabulary;
} vocabularies[] = {
    {TABLE_agent, "state", VOCABULARY_agent_state},
    {TABLE_agent, "reason", VOCABULARY_break_reason},
    {TABLE_call, "state", VOCABULARY_call_state},
    {TABLE_call, "channel", VOCABULARY_channel},
    {TABLE_ticket, "state", VOCABULARY_ticket_state},
    {TABLE_ticket, "open_state", VOCABULARY_ticket_state},
    {TABLE_ticket, "channel", VOCABULARY_channel},
    {TABLE_ticket, "type", VOCABULARY_ticket_type},
    {TABLE_ticket, "outcome", VOCABULARY_outcome},
    {TABLE_ticket, "grade", VOCABULARY_grade},
    {TABLE_ticket, "refusal", VOCABULARY_refuse_reason},
    {TABLE_tally, "state", VOCABULARY_ticket_state},
    {TABLE_script, "kind", VOCABULARY_script_kind},
};

bool row_find(struct values *values, struct slice table, struct slice key, bool *there, void *row,
              size_t cap, int *table_id)
{
    for (int i = 0; i < TABLES; i++) {
        uint64_t id = 0;
        if (!slice_equal(slice_of(tables[i].name), table)) continue;
        const char *object = i == TABLE_agent ? "person" : tables[i].name;
        const struct vocabulary *states =
            i == TABLE_tally ? vocabulary_of(VOCABULARY_ticket_state) : NULL;
        if (tables[i].size > cap || !value_of(values, object, states, key, &id)) return false;
        memset(row, 0, tables[i].size);
        memcpy(row, &id, sizeof id); /* the key comes first, and is one number */
        *table_id = i;
        *there = table_get(values->txn, (enum table_id)i, row);
        return true;
    }
    return false;
}

static const struct vocabulary *vocabulary_for(int table_id, const char *column)
{
    for (size_t i = 0; i < sizeof vocabularies / sizeof *vocabularies; i++) {
        if (vocabularies[i].table == (enum table_id)table_id &&
            strcmp(vocabularies[i].column, column) == 0) {
            return vocabulary_of(vocabularies[i].vocabulary);
        }
    }
    return NULL;
}

/* A column as a field, so that one function compares both. */
bool column_matches(struct values *values, int table_id, const void *row, struct slice name,
                    struct slice text, bool *known, char says[VALUE_SAYS])
{
    static const enum field_type types[] = {
        [COLUMN_u64] = TYPE_u64, [COLUMN_code] = TYPE_code, [COLUMN_h32] = TYPE_h32};
    *known = false;
    for (const struct column *c = tables[table_id].columns; c->name; c++) {
        if (!slice_equal(slice_of(c->name), name)) continue;
        *known = true;
        const struct field field = {.name = c->name,
                                    .type = types[c->kind],
                                    .offset = c->offset,
                                    .vocabulary = vocabulary_for(table_id, c->name)};
        return field_matches(values, &field, row, text, says);
    }
    return false;
}
