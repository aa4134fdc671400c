/* Walks the whole state and asserts the invariants: in the simulation after every step, at the
 * console on request. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "server/core/check.h"

enum { SENTENCE = 256 };

/* What the whole needs to know of an index: where its first column stands in the row. */
static const struct index_column {
    enum table_id table;
    size_t offset, size;
} index_columns[INDEXES] = {
#define COLUMN(t, a)                                                                               \
    {TABLE_##t, offsetof(struct row_##t, a), sizeof(((const struct row_##t *)0)->a)},
#define I1(index, t, a) COLUMN(t, a)
#define I2(index, t, a, b) COLUMN(t, a)
#define I3(index, t, a, b, c) COLUMN(t, a)
    INDEX_TABLE(I1, I2, I3)
#undef I1
#undef I2
#undef I3
#undef COLUMN
};

static const char *const index_names[INDEXES] = {
#define I1(index, t, a) #index,
#define I2(index, t, a, b) #index,
#define I3(index, t, a, b, c) #index,
    INDEX_TABLE(I1, I2, I3)
#undef I1
#undef I2
#undef I3
};

void check_fault(struct check *check, const char *format, ...)
{
    char sentence[SENTENCE];
    int n = snprintf(sentence, sizeof sentence, "%s: ", check->invariant);
    va_list list;
    va_start(list, format);
    vsnprintf(sentence + n, sizeof sentence - (size_t)n, format, list);
    va_end(list);
    check->fault(check->ctx, sentence);
}

bool check_timer(struct check *check, uint64_t due_ms, enum timer_kind kind, uint64_t object)
{
    struct row_timer timer = {.due_ms = due_ms, .kind = kind, .object = object};
    return table_get(check->txn, TABLE_timer, &timer);
}

static bool index_has(enum index_id index, const union any_row *row)
{
    static const unsigned char nothing[sizeof(union any_row)];
    const struct index_column *column = &index_columns[index];
    return memcmp((const unsigned char *)row + column->offset, nothing, column->size) != 0;
}

static void id_seen(struct check *check, enum object object, uint64_t id)
{
    if (id > check->max_id[object]) check->max_id[object] = id;
}

static void gather_ticket(struct check *check, const struct row_ticket *ticket)
{
    id_seen(check, object_ticket, ticket->ticket);
    if (ticket->state < CHECK_STATES) check->tickets[ticket->state]++;
    if (ticket->open_state && ticket->overdue) check->overdue++;
    if (ticket->state == ticket_state_callback && ticket->overdue && !ticket->called_ms)
        check->callbacks++;
    check->redo_counts += ticket->redo_count;
}

static void gather_call(struct check *check, const struct row_call *call)
{
    id_seen(check, object_call, call->call);
    if (call->counted < CHECK_OBJECTS) check->counted[call->counted]++;
    if (call->attitude) check->rated++;
}

static void gather_minute(struct check *check, const struct row_minute *minute)
{
    const struct row_minute *before = &check->minutes;
    if (minute->arrived < before->arrived || minute->answered < before->answered ||
        minute->in_target < before->in_target || minute->abandoned < before->abandoned ||
        minute->called_back < before->called_back || minute->closed < before->closed ||
        minute->blocked < before->blocked || minute->in_rings < before->in_rings)
        check->minutes_fall = true;
    check->minutes = *minute;
}

static void gather_half(struct check *check, const struct row_half *half)
{
    check->halves.arrived += half->arrived;
    check->halves.answered += half->answered;
    check->halves.abandoned += half->abandoned;
    check->halves.called_back += half->called_back;
}

static void gather_queue_day(struct check *check, const struct row_queue_day *day)
{
    check->queue_days.arrived += day->arrived;
    check->queue_days.answered_first += day->answered_first;
    check->queue_days.in_target += day->in_target;
    check->queue_days.in_rings += day->in_rings;
}

static void gather_centre_day(struct check *check, const struct row_centre_day *day)
{
    check->centre_days.entered += day->entered;
    check->centre_days.outgoing += day->outgoing;
    check->centre_days.met += day->met;
}

static void gather(struct check *check, enum table_id table, const union any_row *row)
{
    for (size_t i = 0; i < INDEXES; i++) {
        if (index_columns[i].table == table && index_has((enum index_id)i, row))
            check->indexed[i]++;
    }
    switch (table) {
    case TABLE_person:
        id_seen(check, object_person, row->person.person);
        break;
    case TABLE_station:
        id_seen(check, object_station, row->station.station);
        break;
    case TABLE_unit:
        id_seen(check, object_unit, row->unit.unit);
        break;
    case TABLE_line:
        id_seen(check, object_line, row->line.line);
        break;
    case TABLE_subject:
        id_seen(check, object_subject, row->subject.subject);
        break;
    case TABLE_script:
        id_seen(check, object_script, row->script.script);
        break;
    case TABLE_article:
        id_seen(check, object_article, row->article.article);
        break;
    case TABLE_session:
        id_seen(check, object_session, row->session.session);
        break;
    case TABLE_call:
        gather_call(check, &row->call);
        break;
    case TABLE_ticket:
        gather_ticket(check, &row->ticket);
        break;
    case TABLE_minute:
        gather_minute(check, &row->minute);
        break;
    case TABLE_half:
        gather_half(check, &row->half);
        break;
    case TABLE_queue_day:
        gather_queue_day(check, &row->queue_day);
        break;
    case TABLE_centre_day:
        gather_centre_day(check, &row->centre_day);
        break;
    case TABLE_field:
        id_seen(check, object_field, row->field.field);
        break;
    case TABLE_phrase:
        id_seen(check, object_phrase, row->phrase.phrase);
        break;
    case TABLE_expert:
        id_seen(check, object_expert, row->expert.expert);
        break;
    case TABLE_calendar:
        id_seen(check, object_calendar, row->calendar.loading);
        break;
    case TABLE_survey:
        id_seen(check, object_survey, row->survey.survey);
        break;
    case TABLE_duty:
        id_seen(check, object_duty, row->duty.duty);
        break;
    case TABLE_letter:
        id_seen(check, object_letter, row->letter.letter);
        break;
    case TABLE_score:
        id_seen(check, object_score, row->score.score);
        break;
    case TABLE_sample:
        id_seen(check, object_sample, row->sample.sample);
        break;
    case TABLE_disclosure:
        id_seen(check, object_disclosure, row->disclosure.disclosure);
        break;
    case TABLE_work:
        id_seen(check, object_work, row->work.work);
        break;
    case TABLE_skill:
        id_seen(check, object_skill, row->skill.skill);
        break;
    case TABLE_outbound:
        id_seen(check, object_outbound, row->outbound.outbound);
        break;
    case TABLE_contact:
        id_seen(check, object_contact, row->contact.contact);
        break;
    case TABLE_plan:
        id_seen(check, object_plan, row->plan.plan);
        break;
    case TABLE_alert:
        id_seen(check, object_alert, row->alert.alert);
        break;
    case TABLE_tree:
        id_seen(check, object_tree, row->tree.tree);
        break;
    case TABLE_market:
        id_seen(check, object_market, row->market.market);
        break;
    case TABLE_area:
        id_seen(check, object_area, row->area.area);
        break;
    case TABLE_burst:
        id_seen(check, object_burst, row->burst.burst);
        break;
    case TABLE_notice:
        id_seen(check, object_notice, row->notice.notice);
        break;
    case TABLE_evidence:
        id_seen(check, object_evidence, row->evidence.evidence);
        break;
    case TABLE_queue:
        id_seen(check, object_line, row->queue.queue);
        break;
    case TABLE_hours:
    case TABLE_crew:
    case TABLE_mastery:
    case TABLE_readiness:
    case TABLE_agent_day:
    case TABLE_no_call:
    case TABLE_plan_post:
    case TABLE_relay:
    case TABLE_nuisance:
    case TABLE_mark:
    case TABLE_tree_version:
    case TABLE_walk:
    case TABLE_surge:
    case TABLE_opinion:
    case TABLE_profile:
    case TABLE_day:
    case TABLE_counit:
    case TABLE_ticket_field:
    case TABLE_link:
    case TABLE_score_month:
    case TABLE_figure:
    case TABLE_rating:
    case TABLE_look:
    case TABLE_agent:
    case TABLE_timer:
    case TABLE_counter:
    case TABLE_tally:
    case TABLE_trail:
    case TABLES:
        break;
    }
}

static const struct invariant *const all_tables[] = {
    check_special_table, check_call_table,     check_ticket_table,  check_house_table,
    check_score_table,   check_register_table, check_link_table,    check_secrecy_table,
    check_duty_table,    check_calendar_table, check_reply_table,   check_queue_table,
    check_tally_table,   check_surge_table,    check_outbound_table};

static void look(struct check *check, enum table_id table, const union any_row *row)
{
    for (size_t i = 0; i < sizeof all_tables / sizeof *all_tables; i++) {
        for (const struct invariant *inv = all_tables[i]; inv->name; inv++) {
            if (inv->table != table) continue;
            check->invariant = inv->name;
            inv->look(check, row);
        }
    }
}

/* An entry too many or too few in an index. */
static void index_walk(struct check *check, enum index_id index)
{
    struct cursor cursor;
    union any_row row;
    uint64_t entries = 0;
    memset(&row, 0, sizeof row);
    cursor_index(&cursor, check->txn, index, 0, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        entries++;
        if (!index_has(index, &row)) {
            check_fault(check, "index %s has an entry for a row that does not belong there",
                        index_names[index]);
        }
    }
    if (entries != check->indexed[index]) {
        check_fault(check, "index %s has %" PRIu64 " entries for %" PRIu64 " rows",
                    index_names[index], entries, check->indexed[index]);
    }
}

uint64_t core_check(struct txn *txn, void (*fault)(void *ctx, const char *sentence), void *ctx)
{
    struct check check = {.txn = txn, .fault = fault, .ctx = ctx};
    for (int table = 0; table < TABLES; table++) {
        struct cursor cursor;
        union any_row row;
        memset(&row, 0, sizeof row);
        cursor_table(&cursor, txn, (enum table_id)table, 0, &row, false, false);
        while (cursor_next(&cursor, &row)) {
            check.rows++;
            gather(&check, (enum table_id)table, &row);
            look(&check, (enum table_id)table, &row);
        }
    }
    look(&check, TABLES, NULL);
    check.invariant = "indexes_follow_rows";
    for (int index = 0; index < INDEXES; index++) index_walk(&check, (enum index_id)index);
    return check.rows;
}
