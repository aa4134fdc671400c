#include <inttypes.h>
#include <stdio.h>

#include "proto/args.h"
#include "server/query/query.h"
#include "tests/year/year.h"

enum { YEAR = 2026, MONTHS = 12, ANSWER_ARENA = 16 * 1024 * 1024 };

static FILE *file_open(const struct year *year, const char *name)
{
    char path[YEAR_PATH + 64];
    snprintf(path, sizeof path, "%s/%s", year->dir, name);
    FILE *file = fopen(path, "w");
    if (!file) fprintf(stderr, "rexian-year: cannot write %s\n", path);
    return file;
}

static bool file_done(FILE *file, struct json *json)
{
    bool ok = json_finish(json) == ERR_OK;
    return fclose(file) == 0 && ok;
}

/* The lines that `rexianctl journal export` prints, by the same function. */
static bool journal_write(struct year *year)
{
    FILE *file = file_open(year, "journal.jsonl");
    struct json json;
    if (!file) return false;
    json_init_file(&json, file);
    uint64_t head = journal_head(year_txn(year));
    bool ok = true;
    for (uint64_t seq = 1; ok && seq <= head; seq++) {
        struct slice bytes;
        struct fact fact;
        ok = journal_bytes(year_txn(year), seq, &bytes) && fact_decode(bytes, &fact) == ERR_OK;
        fact.seq = seq;
        if (ok) fact_to_json(&json, &fact);
    }
    return file_done(file, &json) && ok;
}

static bool settings_write(struct year *year)
{
    FILE *file = file_open(year, "settings.json");
    struct json json;
    if (!file) return false;
    json_init_file(&json, file);
    json_object_begin(&json);
#define WRITE_INT(name) json_key(&json, #name), json_u64(&json, year->settings.name);
#define WRITE_DURATION(name) WRITE_INT(name)
#define WRITE_BOOL(name)
#define WRITE_STR(name)
#define WRITE_LEVEL(name)
#define S(name, type, initial, min, max, help) WRITE_##type(name)
    SETTINGS_TABLE(S)
#undef S
    json_object_end(&json);
    return file_done(file, &json);
}

/* The three tables have the same fields in their requests, rows first in their answers, then the
 * cursor. */
union table_ask {
    struct req_score_table score_table;
    struct req_agent_table agent_table;
    struct req_figures_show figures_show;
};
union table_answer {
    struct rec_ranking score_table;
    struct rec_agent_ranking agent_table;
    struct rec_figures figures_show;
};

static union table_ask ask_of(enum request number, uint64_t month, uint64_t of_year, uint64_t after)
{
    union table_ask ask = {0};
    if (number == request_score_table) {
        ask.score_table = (struct req_score_table){.month = month, .year = of_year, .after = after};
    } else if (number == request_agent_table) {
        ask.agent_table = (struct req_agent_table){.month = month, .year = of_year, .after = after};
    } else {
        ask.figures_show =
            (struct req_figures_show){.month = month, .year = of_year, .after = after};
    }
    return ask;
}

static const struct field *field_of(const struct message *message, const char *name)
{
    for (size_t i = 0; i < message->n_fields; i++)
        if (strcmp(message->fields[i].name, name) == 0) return &message->fields[i];
    ASSERT(!"a field of the schema");
    return NULL;
}

/* All pages of one table; answers false when one is refused. */
static bool table_write(struct year *year, struct json *json, enum request number, uint64_t month,
                        uint64_t of_year)
{
    const struct message *record = request_desc(number)->answer;
    const struct field *rows_field = field_of(record, "rows");
    const struct field *next_field = field_of(record, "next");
    uint64_t next = 0;
    do {
        struct arena arena;
        struct fault fault;
        union table_answer answer;
        const union table_ask ask = ask_of(number, month, of_year, next);
        arena_init(&arena, ANSWER_ARENA);
        struct query query = {.settings = &year->settings,
                              .txn = year_txn(year),
                              .who = &year->desk,
                              .now_ms = year->now_ms,
                              .arena = &arena};
        enum reject reject = query_answer(&query, number, &ask, &answer, &fault);
        if (reject == REJECT_OK) {
            const struct rows *rows = (const void *)((const char *)&answer + rows_field->offset);
            for (size_t i = 0; i < rows->n; i++)
                message_to_json(json, rows_field->record,
                                (const char *)rows->items + i * rows_field->record->size);
            memcpy(&next, (const char *)&answer + next_field->offset, sizeof next);
        }
        arena_fini(&arena);
        if (reject != REJECT_OK) return false;
    } while (next);
    return true;
}

static bool tables_write(struct year *year, const char *name, enum request number)
{
    static const char *const keys[MONTHS] = {"202601", "202602", "202603", "202604",
                                             "202605", "202606", "202607", "202608",
                                             "202609", "202610", "202611", "202612"};
    FILE *file = file_open(year, name);
    struct json json;
    bool ok = true;
    if (!file) return false;
    json_init_file(&json, file);
    json_object_begin(&json);
    for (uint64_t month = 0; month <= MONTHS; month++) {
        json_key(&json, month < MONTHS ? keys[month] : "2026");
        json_array_begin(&json);
        ok = ok && table_write(year, &json, number, month < MONTHS ? YEAR * 100 + month + 1 : 0,
                               month < MONTHS ? 0 : YEAR);
        json_array_end(&json);
    }
    json_object_end(&json);
    return file_done(file, &json) && ok;
}

bool year_write(struct year *year)
{
    return journal_write(year) && settings_write(year) &&
           tables_write(year, "scores.json", request_score_table) &&
           tables_write(year, "agents.json", request_agent_table) &&
           tables_write(year, "figures.json", request_figures_show);
}
