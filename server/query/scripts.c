/* Scripts filled in (R5): what the agent says first, when late, and last; and prompt cards. */
#include "common/clock.h"
#include "common/text.h"
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

/* The value of the variable that stands at `at`, *n bytes of the script with its braces; false:
 * what stands there is no variable. */
static bool variable_at(struct slice body, size_t at, const struct script_words *words, size_t *n,
                        struct slice *value)
{
    const struct {
        const char *name;
        struct slice value;
    } variables[] = {
        {"{line}", words->line},
        {"{agent}", words->agent},
        {"{name}", words->name},
        {"{caller}", words->caller},
        {"{time}", part_of_day(body, words->now_ms)},
    };
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        *n = strlen(variables[i].name);
        *value = variables[i].value;
        if (body.n - at >= *n && memcmp(body.p + at, variables[i].name, *n) == 0) return true;
    }
    return false;
}

static struct slice filled(const struct query *query, struct slice body,
                           const struct script_words *words)
{
    char out[2 * LIMIT_SCRIPT];
    size_t used = 0;
    for (size_t at = 0; at < body.n;) {
        size_t n;
        struct slice part;
        if (body.p[at] != '{' || !variable_at(body, at, words, &n, &part)) {
            n = 1;
            part = (struct slice){body.p + at, 1};
        }
        if (part.n > sizeof out - used) break;
        if (part.n) memcpy(out + used, part.p, part.n);
        used += part.n;
        at += n;
    }
    return text_cut(query, (struct slice){out, used}, LIMIT_SCRIPT);
}

static struct slice body_filled(const struct query *query, const struct row_script *row,
                                const struct script_words *words)
{
    struct arena scratch;
    arena_init(&scratch, SCRIPT_SCRATCH);
    struct slice body = words_of(query, row->body_seq, TAG_script_put_body, &scratch);
    struct slice text = filled(query, body, words);
    arena_fini(&scratch);
    return text;
}

struct slice script_for(const struct query *query, enum script_kind kind, uint64_t line,
                        const struct script_words *words)
{
    struct row_script row = {0}, found = {0};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_script, 0, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        if (row.retired || row.kind != kind) continue;
        if (row.line != 0 && row.line != line) continue;
        if (found.script == 0 || (found.line == 0 && row.line != 0)) found = row;
    }
    return found.script ? body_filled(query, &found, words) : (struct slice){0};
}

static void prompts_of(const struct query *query, uint64_t line, const struct script_words *words,
                       struct page *page)
{
    struct row_script row = {0};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_script, 0, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        if (row.retired || row.kind != script_kind_prompt || row.line != line) continue;
        struct rec_prompt_item item = {.body = body_filled(query, &row, words)};
        if (item.body.n && !page_add(page, &item)) return;
    }
}

void script_prompts(const struct query *query, uint64_t line, const struct script_words *words,
                    struct page *page)
{
    if (line) prompts_of(query, line, words, page);
    prompts_of(query, 0, words, page);
}
