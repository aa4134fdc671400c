/* The surveys and what came of them (R60). */
#include "server/query/answer.h"

static void item_fill(const struct query *query, const struct row_survey *row,
                      struct rec_survey_item *item)
{
    *item = (struct rec_survey_item){
        .survey = row->survey,
        .code = row->code,
        .name = words_of(query, row->name_seq, TAG_survey_put_name, query->arena),
        .from_ms = row->from_ms,
        .until_ms = row->until_ms,
        .answers = row->very_satisfied + row->satisfied + row->fair + row->unsatisfied,
        .very_satisfied = row->very_satisfied,
        .satisfied = row->satisfied,
        .fair = row->fair,
        .unsatisfied = row->unsatisfied,
        .retired = row->retired,
        .line = line_code(query, row->line),
        .type = row->type,
    };
}

enum reject answer_survey_list(struct query *query, const struct req_survey_list *ask,
                               struct rec_survey_page *answer, struct fault *fault)
{
    struct row_survey row = {.survey = ask->after};
    struct cursor cursor;
    struct page page;
    (void)fault;
    page_begin(&page, query, answer_desc(request_survey_list), "rows", ask->most, PAGE_BYTES);
    cursor_table(&cursor, query->txn, TABLE_survey, 0, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.survey) {
        struct rec_survey_item item;
        item_fill(query, &row, &item);
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
