/* Scripts filled in (R5): what the agent says first, when late, and last; and prompt cards. */
#include <stdio.h>

#include "common/clock.h"
#include "common/text.h"
#include "server/core/script.h"
#include "server/core/surge.h"
#include "server/query/answer.h"

enum { SCRIPT_SCRATCH = 64 * 1024 };

static bool has_han(struct slice text)
{
    for (size_t at = 0; at < text.n;) {
        uint32_t rune;
        at += text_rune(text, at, &rune);
        if (text_rune_han(rune)) return true;
    }
    return false;
}

/* The part of the day, in the language of the script around it: what is said to a caller does not
 * depend on the language of anybody's screen. */
static struct slice part_of_day(struct slice body, uint64_t now_ms)
{
    int hour = clock_hour(now_ms);
    bool han = has_han(body);
    if (hour >= 5 && hour < 12) return slice_of(han ? "上午" : "morning");
    if (hour >= 12 && hour < 18) return slice_of(han ? "下午" : "afternoon");
    return slice_of(han ? "晚上" : "evening");
}

/* Why it takes so long, in the language of the script. */
static struct slice reason_said(struct slice body, enum script_reason reason)
{
    bool han = has_han(body);
    switch (reason) {
    case SCRIPT_BUSY:
        return slice_of(han ? "线路繁忙" : "our lines are busy");
    case SCRIPT_SURGE:
        return slice_of(han ? "来电集中" : "very many people are calling");
    case SCRIPT_OUTAGE:
        return slice_of(han ? "系统故障" : "a service is down");
    }
    return (struct slice){0};
}

static struct slice number_said(const struct query *query, uint64_t n, const char *unit)
{
    char out[40];
    snprintf(out, sizeof out, "%llu%s", (unsigned long long)n, unit);
    return text_cut(query, slice_of(out), sizeof out);
}

/* Nobody is told seconds of minutes. */
static struct slice wait_said(const struct query *query, struct slice body, uint64_t wait_ms)
{
    enum { SECOND_MS = 1000, MINUTE_MS = 60 * SECOND_MS };
    bool han = has_han(body);
    if (wait_ms == 0) return (struct slice){0};
    if (wait_ms < MINUTE_MS)
        return number_said(query, (wait_ms + SECOND_MS - 1) / SECOND_MS, han ? "秒" : " s");
    return number_said(query, (wait_ms + MINUTE_MS - 1) / MINUTE_MS, han ? "分钟" : " min");
}

/* What the caller gave as their name often says it: 王先生, Ms Li. */
static struct slice title_of(struct slice name)
{
    static const char *const behind[] = {"先生", "女士", "小姐", "同志", "老师", "师傅", "医生"};
    static const char *const before[] = {"Mr ", "Mrs ", "Ms ", "Dr "};
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        struct slice title = slice_of(behind[i]);
        if (name.n > title.n && memcmp(name.p + name.n - title.n, title.p, title.n) == 0)
            return title;
    }
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        struct slice title = slice_of(before[i]);
        if (name.n > title.n && memcmp(name.p, title.p, title.n) == 0)
            return (struct slice){title.p, title.n - 1};
    }
    return (struct slice){0};
}

static struct slice value_of(const struct query *query, enum script_variable variable,
                             struct slice body, const struct script_words *words)
{
    switch (variable) {
    case SCRIPT_VARIABLE_line:
        return words->line;
    case SCRIPT_VARIABLE_unit:
        return words->unit.n ? words->unit : words->line;
    case SCRIPT_VARIABLE_agent:
        return words->agent;
    case SCRIPT_VARIABLE_name:
        return words->name;
    case SCRIPT_VARIABLE_caller:
        return words->caller;
    case SCRIPT_VARIABLE_title:
        return title_of(words->caller);
    case SCRIPT_VARIABLE_time:
        return part_of_day(body, words->now_ms);
    case SCRIPT_VARIABLE_reason:
        return reason_said(body, words->reason);
    case SCRIPT_VARIABLE_wait:
        return wait_said(query, body, words->wait_ms);
    case SCRIPT_VARIABLE_position:
        return words->position ? number_said(query, words->position, "") : (struct slice){0};
    case SCRIPT_VARIABLES: /* a letter of the text */
        break;
    }
    return (struct slice){0};
}

static struct slice filled(const struct query *query, struct slice body,
                           const struct script_words *words)
{
    char out[2 * LIMIT_SCRIPT];
    size_t used = 0;
    for (size_t at = 0; at < body.n;) {
        size_t n = 1;
        struct slice part = {body.p + at, 1};
        enum script_variable variable =
            body.p[at] == '{' ? script_variable_at(body, at, &n) : SCRIPT_VARIABLES;
        if (variable == SCRIPT_VARIABLES)
            n = 1;
        else
            part = value_of(query, variable, body, words);
        if (part.n > sizeof out - used) break;
        if (part.n) memcpy(out + used, part.p, part.n);
        used += part.n;
        at += n;
    }
    return text_cut(query, (struct slice){out, used}, LIMIT_SCRIPT);
}

static bool is_outage(const struct query *query)
{
    struct row_notice row = {.live = 1};
    struct cursor cursor;
    cursor_index(&cursor, query->txn, INDEX_notice_by_live, 1, &row, false, false);
    while (cursor_next(&cursor, &row))
        if (row.outage) return true;
    return false;
}

struct script_words script_words(const struct query *query, uint64_t line, uint64_t agent)
{
    struct row_person person = {0};
    if (agent) person_get(query->txn, agent, &person);
    return (struct script_words){
        .line = line_name(query, line),
        .unit = unit_name(query, person.unit),
        .agent = text_cut(query, slice_of(person.number.s), LIMIT_CODE),
        .name = person_name(query, agent),
        .now_ms = query->now_ms,
        .reason = is_outage(query)       ? SCRIPT_OUTAGE
                  : surge_on(query->txn) ? SCRIPT_SURGE
                                         : SCRIPT_BUSY,
    };
}

static struct slice body_filled(const struct query *query, const struct row_script *row,
                                const struct script_words *words)
{
    struct arena scratch;
    arena_init(&scratch, SCRIPT_SCRATCH);
    struct slice body = words_of(query, row->body_seq, TAG_script_put_body, &scratch);
    /* A letter's variables are filled in where it is printed. */
    struct slice text = row->kind == script_kind_letter ? text_cut(query, body, LIMIT_SCRIPT)
                                                        : filled(query, body, words);
    arena_fini(&scratch);
    return text;
}

static struct row_script script_of(const struct query *query, enum script_kind kind, uint64_t line)
{
    struct row_script row = {0}, found = {0};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_script, 0, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        if (row.retired || row.kind != kind) continue;
        if (row.line != 0 && row.line != line) continue;
        if (found.script == 0 || (found.line == 0 && row.line != 0)) found = row;
    }
    return found;
}

struct slice script_for(const struct query *query, enum script_kind kind, uint64_t line,
                        const struct script_words *words)
{
    const struct row_script row = script_of(query, kind, line);
    return row.script ? body_filled(query, &row, words) : (struct slice){0};
}

struct rec_prompt_item script_item(const struct query *query, const struct row_script *row,
                                   const struct script_words *words)
{
    return (struct rec_prompt_item){
        .body = body_filled(query, row, words),
        .kind = row->kind,
        .prompt = row->prompt,
        .code = row->code,
    };
}

struct wanted {
    enum script_kind kind;
    enum prompt_kind prompt;
    bool of_prompt; /* those of this kind of call; else all others */
    uint64_t line;
};

static void scripts_of(const struct query *query, const struct wanted *wanted,
                       const struct script_words *words, struct page *page)
{
    struct row_script row = {0};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_script, 0, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        if (row.retired || row.kind != wanted->kind || row.line != wanted->line) continue;
        bool fits = wanted->prompt && row.prompt == wanted->prompt;
        if (fits != wanted->of_prompt) continue;
        struct rec_prompt_item item = script_item(query, &row, words);
        if (item.body.n && !page_add(page, &item)) return;
    }
}

/* The line's own, then those of all lines. */
static void scripts_by_line(const struct query *query, struct wanted wanted, uint64_t line,
                            const struct script_words *words, struct page *page)
{
    wanted.line = line;
    if (line) scripts_of(query, &wanted, words, page);
    wanted.line = 0;
    scripts_of(query, &wanted, words, page);
}

/* R7: which cards a type of matter calls for. */
static enum prompt_kind prompt_of(enum ticket_type type)
{
    switch (type) {
    case ticket_type_consult:
    case ticket_type_praise:
        return prompt_kind_consult;
    case ticket_type_help:
    case ticket_type_suggestion:
    case ticket_type_other:
        return prompt_kind_coordinate;
    case ticket_type_complaint:
    case ticket_type_report:
        return prompt_kind_complaint;
    case ticket_type_none:
        break;
    }
    return prompt_kind_none;
}

void script_prompts(const struct query *query, uint64_t line, enum ticket_type type,
                    const struct script_words *words, struct page *page)
{
    static const enum script_kind others[] = {script_kind_hold, script_kind_distress,
                                              script_kind_bad_news, script_kind_refusal,
                                              script_kind_callback};
    struct wanted wanted = {.kind = script_kind_prompt, .prompt = prompt_of(type)};
    wanted.of_prompt = true;
    if (wanted.prompt) scripts_by_line(query, wanted, line, words, page);
    wanted.of_prompt = false;
    scripts_by_line(query, wanted, line, words, page);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        scripts_by_line(query, (struct wanted){.kind = others[i]}, line, words, page);
}
