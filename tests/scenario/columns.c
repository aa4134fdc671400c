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
#define K_profile(type, column) {#column, COLUMN_##type, offsetof(struct row_profile, column)},
#define K_field(type, column) {#column, COLUMN_##type, offsetof(struct row_field, column)},
#define K_phrase(type, column) {#column, COLUMN_##type, offsetof(struct row_phrase, column)},
#define K_expert(type, column) {#column, COLUMN_##type, offsetof(struct row_expert, column)},
#define K_calendar(type, column) {#column, COLUMN_##type, offsetof(struct row_calendar, column)},
#define K_day(type, column) {#column, COLUMN_##type, offsetof(struct row_day, column)},
#define K_survey(type, column) {#column, COLUMN_##type, offsetof(struct row_survey, column)},
#define K_opinion(type, column) {#column, COLUMN_##type, offsetof(struct row_opinion, column)},
#define K_counit(type, column) {#column, COLUMN_##type, offsetof(struct row_counit, column)},
#define K_duty(type, column) {#column, COLUMN_##type, offsetof(struct row_duty, column)},
#define K_ticket_field(type, column)                                                               \
    {#column, COLUMN_##type, offsetof(struct row_ticket_field, column)},
#define K_link(type, column) {#column, COLUMN_##type, offsetof(struct row_link, column)},
#define K_letter(type, column) {#column, COLUMN_##type, offsetof(struct row_letter, column)},
#define K_score(type, column) {#column, COLUMN_##type, offsetof(struct row_score, column)},
#define K_score_month(type, column)                                                                \
    {#column, COLUMN_##type, offsetof(struct row_score_month, column)},
#define K_figure(type, column) {#column, COLUMN_##type, offsetof(struct row_figure, column)},
#define K_rating(type, column) {#column, COLUMN_##type, offsetof(struct row_rating, column)},
#define K_sample(type, column) {#column, COLUMN_##type, offsetof(struct row_sample, column)},
#define K_disclosure(type, column)                                                                 \
    {#column, COLUMN_##type, offsetof(struct row_disclosure, column)},
#define K_look(type, column) {#column, COLUMN_##type, offsetof(struct row_look, column)},
#define K_work(type, column) {#column, COLUMN_##type, offsetof(struct row_work, column)},
#define K_queue(type, column) {#column, COLUMN_##type, offsetof(struct row_queue, column)},
#define K_hours(type, column) {#column, COLUMN_##type, offsetof(struct row_hours, column)},
#define K_skill(type, column) {#column, COLUMN_##type, offsetof(struct row_skill, column)},
#define K_crew(type, column) {#column, COLUMN_##type, offsetof(struct row_crew, column)},
#define K_mastery(type, column) {#column, COLUMN_##type, offsetof(struct row_mastery, column)},
#define K_readiness(type, column) {#column, COLUMN_##type, offsetof(struct row_readiness, column)},
#define K_queue_day(type, column) {#column, COLUMN_##type, offsetof(struct row_queue_day, column)},
#define K_agent_day(type, column) {#column, COLUMN_##type, offsetof(struct row_agent_day, column)},
#define K_centre_day(type, column)                                                                 \
    {#column, COLUMN_##type, offsetof(struct row_centre_day, column)},
#define K_half(type, column) {#column, COLUMN_##type, offsetof(struct row_half, column)},
#define K_outbound(type, column) {#column, COLUMN_##type, offsetof(struct row_outbound, column)},
#define K_contact(type, column) {#column, COLUMN_##type, offsetof(struct row_contact, column)},
#define K_no_call(type, column) {#column, COLUMN_##type, offsetof(struct row_no_call, column)},
#define K_plan(type, column) {#column, COLUMN_##type, offsetof(struct row_plan, column)},
#define K_plan_post(type, column) {#column, COLUMN_##type, offsetof(struct row_plan_post, column)},
#define K_alert(type, column) {#column, COLUMN_##type, offsetof(struct row_alert, column)},
#define K_relay(type, column) {#column, COLUMN_##type, offsetof(struct row_relay, column)},
#define K_nuisance(type, column) {#column, COLUMN_##type, offsetof(struct row_nuisance, column)},
#define K_mark(type, column) {#column, COLUMN_##type, offsetof(struct row_mark, column)},
#define K_evidence(type, column) {#column, COLUMN_##type, offsetof(struct row_evidence, column)},
#define K_tree(type, column) {#column, COLUMN_##type, offsetof(struct row_tree, column)},
#define K_tree_version(type, column)                                                               \
    {#column, COLUMN_##type, offsetof(struct row_tree_version, column)},
#define K_walk(type, column) {#column, COLUMN_##type, offsetof(struct row_walk, column)},
#define K_market(type, column) {#column, COLUMN_##type, offsetof(struct row_market, column)},
#define K_surge(type, column) {#column, COLUMN_##type, offsetof(struct row_surge, column)},
#define K_area(type, column) {#column, COLUMN_##type, offsetof(struct row_area, column)},
#define K_burst(type, column) {#column, COLUMN_##type, offsetof(struct row_burst, column)},
#define K_notice(type, column) {#column, COLUMN_##type, offsetof(struct row_notice, column)},
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
    {TABLE_call, "how", VOCABULARY_call_end},
    {TABLE_call, "step", VOCABULARY_wait_step},
    {TABLE_contact, "state", VOCABULARY_contact_state},
    {TABLE_contact, "result", VOCABULARY_contact_result},
    {TABLE_outbound, "kind", VOCABULARY_outbound_kind},
    {TABLE_plan, "kind", VOCABULARY_alert_kind},
    {TABLE_alert, "kind", VOCABULARY_alert_kind},
    {TABLE_alert, "state", VOCABULARY_alert_state},
    {TABLE_relay, "state", VOCABULARY_relay_state},
    {TABLE_mark, "kind", VOCABULARY_nuisance},
    {TABLE_nuisance, "kind", VOCABULARY_nuisance},
    {TABLE_market, "kind", VOCABULARY_market_kind},
    {TABLE_market, "state", VOCABULARY_market_state},
    {TABLE_ticket, "state", VOCABULARY_ticket_state},
    {TABLE_ticket, "open_state", VOCABULARY_ticket_state},
    {TABLE_ticket, "channel", VOCABULARY_channel},
    {TABLE_ticket, "type", VOCABULARY_ticket_type},
    {TABLE_ticket, "outcome", VOCABULARY_outcome},
    {TABLE_ticket, "grade", VOCABULARY_grade},
    {TABLE_ticket, "refusal", VOCABULARY_refuse_reason},
    {TABLE_tally, "state", VOCABULARY_ticket_state},
    {TABLE_script, "kind", VOCABULARY_script_kind},
    {TABLE_ticket, "warning", VOCABULARY_warning},
    {TABLE_ticket, "limit_kind", VOCABULARY_limit_kind},
    {TABLE_ticket, "anonymity", VOCABULARY_anonymity},
    {TABLE_ticket, "secrecy", VOCABULARY_secrecy},
    {TABLE_ticket, "nature", VOCABULARY_nature},
    {TABLE_ticket, "urgency", VOCABULARY_urgency_level},
    {TABLE_ticket, "view", VOCABULARY_caller_view},
    {TABLE_ticket, "resolution", VOCABULARY_resolution},
    {TABLE_ticket, "publicity", VOCABULARY_publicity},
    {TABLE_ticket, "solved", VOCABULARY_solved},
    {TABLE_ticket, "process", VOCABULARY_grade},
    {TABLE_subject, "secrecy", VOCABULARY_secrecy},
    {TABLE_subject, "limit_kind", VOCABULARY_limit_kind},
    {TABLE_profile, "type", VOCABULARY_ticket_type},
    {TABLE_profile, "limit_kind", VOCABULARY_limit_kind},
    {TABLE_field, "kind", VOCABULARY_value_kind},
    {TABLE_field, "of_type", VOCABULARY_ticket_type},
    {TABLE_day, "kind", VOCABULARY_day_kind},
    {TABLE_survey, "type", VOCABULARY_ticket_type},
    {TABLE_opinion, "grade", VOCABULARY_grade},
    {TABLE_call, "attitude", VOCABULARY_grade},
    {TABLE_call, "accuracy", VOCABULARY_grade},
    {TABLE_call, "efficiency", VOCABULARY_grade},
    {TABLE_letter, "resolution", VOCABULARY_resolution},
    {TABLE_duty, "kind", VOCABULARY_duty_kind},
    {TABLE_duty, "state", VOCABULARY_duty_state},
    {TABLE_link, "kind", VOCABULARY_link_kind},
    {TABLE_link, "cause", VOCABULARY_repeat_cause},
    {TABLE_score, "rule", VOCABULARY_score_rule},
    {TABLE_burst, "state", VOCABULARY_burst_state},
    {TABLE_surge, "by", VOCABULARY_surge_by},
    {TABLE_script, "prompt", VOCABULARY_prompt_kind},
    {TABLE_score, "state", VOCABULARY_score_state},
    {TABLE_disclosure, "state", VOCABULARY_disclosure_state},
    {TABLE_look, "kind", VOCABULARY_look_kind},
};

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

/* The key comes first: one number, or several with colons between. */
static bool key_read(struct values *values, int table, struct slice key, void *row)
{
    memset(row, 0, tables[table].size);
    for (const struct column *column = tables[table].columns; key.n; column++) {
        const char *colon = memchr(key.p, ':', key.n);
        struct slice part = {key.p, colon ? (size_t)(colon - key.p) : key.n};
        size_t used = colon ? part.n + 1 : part.n;
        key = (struct slice){key.p + used, key.n - used};
        uint64_t id = 0;
        if (!column->name || column->kind != COLUMN_u64 ||
            !value_of(values, column->name, vocabulary_for(table, column->name), part, &id))
            return false;
        memcpy((char *)row + column->offset, &id, sizeof id);
    }
    return true;
}

bool row_find(struct values *values, struct slice table, struct slice key, bool *there, void *row,
              size_t cap, int *table_id)
{
    for (int i = 0; i < TABLES; i++) {
        if (!slice_equal(slice_of(tables[i].name), table)) continue;
        if (tables[i].size > cap || !key_read(values, i, key, row)) return false;
        *table_id = i;
        *there = table_get(values->txn, (enum table_id)i, row);
        return true;
    }
    return false;
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
