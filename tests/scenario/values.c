#include "tests/scenario/values.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/calendar.h"

static bool number_of(struct slice text, uint64_t *out)
{
    uint64_t value = 0;
    if (text.n == 0 || text.n > 19) return false;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9') return false;
        value = value * 10 + (uint64_t)(text.p[i] - '0');
    }
    *out = value;
    return true;
}

bool duration_of(struct slice text, uint64_t *ms)
{
    static const struct {
        const char *unit;
        uint64_t ms;
    } units[] = {{"ms", 1}, {"s", 1000}, {"min", 60000}, {"h", 3600000}, {"d", 86400000}};
    size_t digits = 0;
    while (digits < text.n && text.p[digits] >= '0' && text.p[digits] <= '9') digits++;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!slice_equal(slice_bytes(text.p + digits, text.n - digits), slice_of(units[i].unit))) {
            continue;
        }
        if (!number_of(slice_bytes(text.p, digits), ms)) return false;
        *ms *= units[i].ms;
        return true;
    }
    return false;
}

static const struct {
    const char *field;
    enum object object;
} objects[] = {
    {"person", object_person},     {"agent", object_person},      {"origin", object_person},
    {"owner", object_person},      {"open_owner", object_person}, {"handler", object_person},
    {"whose", object_person},      {"note_by", object_person},    {"live_person", object_person},
    {"by", object_person},         {"line", object_line},         {"queue", object_line},
    {"from_queue", object_line},   {"wait_queue", object_line},   {"overflow", object_line},
    {"skill", object_skill},       {"outbound", object_outbound}, {"plan", object_plan},
    {"tree", object_tree},         {"area", object_area},         {"second", object_person},
    {"left", object_person},       {"of_line", object_line},      {"station", object_station},
    {"unit", object_unit},         {"open_unit", object_unit},    {"usual_unit", object_unit},
    {"subject", object_subject},   {"article", object_article},   {"script", object_script},
    {"culprit", object_person},    {"assignee", object_person},   {"to", object_person},
    {"leader", object_person},     {"deputy_a", object_person},   {"deputy_b", object_person},
    {"asked_by", object_person},   {"decided_by", object_person}, {"accused", object_unit},
    {"guarded_unit", object_unit}, {"other_unit", object_unit},   {"wanted_unit", object_unit},
    {"left_unit", object_unit},    {"of_unit", object_unit},      {"of_subject", object_subject},
    {"field", object_field},       {"phrase", object_phrase},     {"expert", object_expert},
    {"survey", object_survey},
};

#define BY_CODE(table, column)                                                                     \
    static uint64_t table##_id(struct txn *txn, const struct code *code)                           \
    {                                                                                              \
        struct row_##table row = {.column = *code};                                                \
        return index_find(txn, INDEX_##table##_by_##column, 1, &row) ? row.table : 0;              \
    }
BY_CODE(person, number)
BY_CODE(station, number)
BY_CODE(unit, code)
BY_CODE(subject, code)
BY_CODE(script, code)
BY_CODE(article, code)
BY_CODE(field, code)
BY_CODE(phrase, code)
BY_CODE(expert, code)
BY_CODE(survey, code)
BY_CODE(queue, code)
BY_CODE(skill, code)
BY_CODE(outbound, code)
BY_CODE(plan, code)
BY_CODE(tree, code)
BY_CODE(area, code)
#undef BY_CODE

static uint64_t object_id(struct txn *txn, enum object object, const struct code *code)
{
    switch (object) {
    case object_person:
        return person_id(txn, code);
    case object_station:
        return station_id(txn, code);
    case object_unit:
        return unit_id(txn, code);
    case object_line:
        return queue_id(txn, code); /* a line and its own queue are one number */
    case object_subject:
        return subject_id(txn, code);
    case object_script:
        return script_id(txn, code);
    case object_article:
        return article_id(txn, code);
    case object_field:
        return field_id(txn, code);
    case object_phrase:
        return phrase_id(txn, code);
    case object_expert:
        return expert_id(txn, code);
    case object_survey:
        return survey_id(txn, code);
    case object_skill:
        return skill_id(txn, code);
    case object_outbound:
        return outbound_id(txn, code);
    case object_plan:
        return plan_id(txn, code);
    case object_tree:
        return tree_id(txn, code);
    case object_area:
        return area_id(txn, code);
    case object_contact:
    case object_alert:
    case object_market:
    case object_burst:
    case object_notice:
    case object_evidence:
    case object_calendar:
    case object_duty:
    case object_letter:
    case object_score:
    case object_sample:
    case object_disclosure:
    case object_work:
    case object_session:
    case object_call:
    case object_ticket:
    case object_none:
        break;
    }
    return 0;
}

uint64_t id_of(struct values *values, const char *field, struct slice code)
{
    struct code wanted = {{0}};
    if (code.n > LIMIT_CODE) return 0;
    memcpy(wanted.s, code.p, code.n);
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        if (strcmp(objects[i].field, field) == 0) {
            return object_id(values->txn, objects[i].object, &wanted);
        }
    }
    return 0;
}

static bool now_of(struct values *values, struct slice text, uint64_t *out)
{
    uint64_t ms = 0;
    if (text.n < 3 || memcmp(text.p, "now", 3) != 0) return false;
    if (text.n > 3 && !duration_of(slice_bytes(text.p + 4, text.n - 4), &ms)) return false;
    if (text.n > 3 && text.p[3] != '+' && text.p[3] != '-') return false;
    *out = text.n > 3 && text.p[3] == '-' ? values->now_ms - ms : values->now_ms + ms;
    return true;
}

/* 2026-10-10T17:30, where every scenario plays. */
static bool date_of(struct slice text, uint64_t *out)
{
    return text.n > 10 && calendar_local_read(text, 8 * 60, out);
}

static uint64_t *variable(struct values *values, struct slice name)
{
    for (size_t i = 0; i < values->n; i++) {
        if (slice_equal(slice_of(values->variables[i].name), name)) {
            return &values->variables[i].value;
        }
    }
    return NULL;
}

/* 1001, of what the field names, or person/1001. */
static uint64_t id_at(struct values *values, const char *field, struct slice code)
{
    char kind[sizeof values->variables[0].name];
    const char *slash = memchr(code.p, '/', code.n);
    if (!slash) return id_of(values, field, code);
    size_t n = (size_t)(slash - code.p);
    snprintf(kind, sizeof kind, "%.*s", (int)n, code.p);
    return id_of(values, kind, slice_bytes(slash + 1, code.n - n - 1));
}

bool value_of(struct values *values, const char *field, const struct vocabulary *vocabulary,
              struct slice text, uint64_t *out)
{
    if (text.n > 1 && text.p[0] == '$') {
        const uint64_t *kept = variable(values, text);
        if (kept) *out = *kept;
        return kept != NULL;
    }
    if (text.n > 1 && text.p[0] == '@') {
        *out = id_at(values, field, slice_bytes(text.p + 1, text.n - 1));
        return *out != 0;
    }
    if (number_of(text, out) || now_of(values, text, out) || date_of(text, out)) return true;
    *out = vocabulary ? word_number(vocabulary, text) : 0;
    return *out != 0;
}

bool value_matches(struct values *values, const char *field, const struct vocabulary *vocabulary,
                   struct slice text, uint64_t has)
{
    uint64_t wanted;
    if (slice_equal(text, slice_of("*"))) return has != 0;
    if (text.n > 1 && text.p[0] == '$' && !variable(values, text)) {
        ASSERT(values->n < VARIABLES && text.n < sizeof values->variables[0].name);
        memcpy(values->variables[values->n].name, text.p, text.n);
        values->variables[values->n++].value = has;
        return has != 0;
    }
    return value_of(values, field, vocabulary, text, &wanted) && wanted == has;
}

const struct field *field_named(const struct message *message, struct slice name)
{
    for (size_t i = 0; i < message->n_fields; i++) {
        if (slice_equal(slice_of(message->fields[i].name), name)) return &message->fields[i];
    }
    return NULL;
}

static bool text_matches(struct slice has, struct slice text, char says[VALUE_SAYS])
{
    bool ok = slice_equal(text, slice_of("*")) ? has.n != 0 : slice_equal(has, text);
    if (!ok) snprintf(says, VALUE_SAYS, "\"%.*s\"", (int)has.n, has.p ? has.p : "");
    return ok;
}

static bool hash_matches(const struct h32 *has, struct slice text, char says[VALUE_SAYS])
{
    static const struct h32 none;
    bool there = memcmp(has, &none, sizeof none) != 0;
    bool ok = slice_equal(text, slice_of(there ? "*" : "0"));
    if (!ok) snprintf(says, VALUE_SAYS, "%s", there ? "a hash" : "no hash");
    return ok;
}

static bool number_matches(struct values *values, const char *field,
                           const struct vocabulary *vocabulary, struct slice text, uint64_t has,
                           char says[VALUE_SAYS])
{
    bool ok = value_matches(values, field, vocabulary, text, has);
    const struct word *word = vocabulary ? vocabulary_word(vocabulary, has) : NULL;
    if (!ok)
        snprintf(says, VALUE_SAYS, "%" PRIu64 "%s%s", has, word ? " " : "", word ? word->name : "");
    return ok;
}

bool field_matches(struct values *values, const struct field *field, const void *body,
                   struct slice text, char says[VALUE_SAYS])
{
    const void *at = (const char *)body + field->offset;
    switch (field->type) {
    case TYPE_code:
        return text_matches(slice_of(((const struct code *)at)->s), text, says);
    case TYPE_h32:
        return hash_matches(at, text, says);
    case TYPE_text:
    case TYPE_bytes:
        return text_matches(*(const struct slice *)at, text, says);
    case TYPE_rows:
        return number_matches(values, field->name, NULL, text, ((const struct rows *)at)->n, says);
        NUMBER_CASES
        break;
    }
    return number_matches(values, field->name, field->vocabulary, text, *(const uint64_t *)at,
                          says);
}
