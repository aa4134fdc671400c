/* Scripts as a caller would hear them, before anybody does (R5 to R8): for who writes them, and for
 * trainees. */
#include "server/query/answer.h"

enum {
    SAMPLE_WAIT_MS = 3 * 60 * 1000,
    SAMPLE_POSITION = 4,
};

static void preview_add(const struct query *query, enum script_kind kind, uint64_t line,
                        const struct script_words *words, struct page *page)
{
    struct rec_prompt_item item = {.body = script_for(query, kind, line, words), .kind = kind};
    if (item.body.n) page_add(page, &item);
}

/* In the order they are said: before somebody answers, then from the apology and the greeting (R3)
 * to the goodbye. */
static void preview_call(const struct query *query, const struct req_script_preview *ask,
                         uint64_t line, const struct script_words *words, struct page *page)
{
    preview_add(query, script_kind_closed, line, words, page);
    if (ask->late) preview_add(query, script_kind_apology, line, words, page);
    preview_add(query, script_kind_greeting, line, words, page);
    if (ask->surge) preview_add(query, script_kind_announcement, line, words, page);
    script_prompts(query, line, ask->type, words, page);
    preview_add(query, script_kind_closing, line, words, page);
}

/* The script or the line that is asked for. */
static enum reject preview_refer(const struct query *query, const struct req_script_preview *ask,
                                 struct row_script *script, struct row_line *line,
                                 struct fault *fault)
{
    *script = (struct row_script){.code = ask->code};
    *line = (struct row_line){.code = ask->line};
    if (ask->code.s[0] && !index_find(query->txn, INDEX_script_by_code, 1, script))
        return refuse(fault, REJECT_NO_SUCH, "code");
    if (ask->line.s[0] && !index_find(query->txn, INDEX_line_by_code, 1, line))
        return refuse(fault, REJECT_NO_SUCH, "line");
    if (!script->script && !line->line) return refuse(fault, REJECT_MISSING_FIELD, "line");
    return REJECT_OK;
}

enum reject answer_script_preview(struct query *query, const struct req_script_preview *ask,
                                  struct rec_preview *answer, struct fault *fault)
{
    struct row_script script;
    struct row_line line;
    enum reject reject = preview_refer(query, ask, &script, &line, fault);
    if (reject != REJECT_OK) return reject;
    uint64_t of_line = line.line ? line.line : script.line;
    struct script_words words = script_words(query, of_line, query->who->person);
    words.caller = ask->caller;
    words.wait_ms = SAMPLE_WAIT_MS;
    words.position = SAMPLE_POSITION;
    if (ask->surge) words.reason = SCRIPT_SURGE;
    struct page page;
    page_begin(&page, query, answer_desc(request_script_preview), "rows", 0, PAGE_BYTES);
    if (script.script) {
        struct rec_prompt_item item = script_item(query, &script, &words);
        page_add(&page, &item);
    } else {
        preview_call(query, ask, of_line, &words, &page);
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
