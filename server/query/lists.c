/* Registers: whole tables, page by page in the order of their ids; the cursor is the last id.
 * Retired entries are in them, marked: old tickets still name them. */
#include "server/query/answer.h"

static void person_fill(const struct query *query, const struct row_person *row,
                        struct rec_person_item *item)
{
    item->person = row->person;
    item->number = row->number;
    item->name = person_name(query, row->person);
    item->roles = row->roles;
    item->unit = unit_code(query, row->unit);
    item->retired = row->retired != 0;
}

static void station_fill(const struct query *query, const struct row_station *row,
                         struct rec_station_item *item)
{
    item->station = row->station;
    item->number = row->number;
    item->name = words_of(query, row->name_seq, TAG_station_put_name, query->arena);
    item->key = row->key;
    item->retired = row->live == 0;
}

static void unit_fill(const struct query *query, const struct row_unit *row,
                      struct rec_unit_item *item)
{
    item->unit = row->unit;
    item->code = row->code;
    item->name = words_of(query, row->name_seq, TAG_unit_put_name, query->arena);
    item->parent = unit_code(query, row->parent);
    item->retired = row->retired != 0;
}

static void line_fill(const struct query *query, const struct row_line *row,
                      struct rec_line_item *item)
{
    item->line = row->line;
    item->code = row->code;
    item->name = words_of(query, row->name_seq, TAG_line_put_name, query->arena);
    item->retired = row->retired != 0;
}

static void subject_fill(const struct query *query, const struct row_subject *row,
                         struct rec_subject_item *item)
{
    item->subject = row->subject;
    item->code = row->code;
    item->name = words_of(query, row->name_seq, TAG_subject_put_name, query->arena);
    item->parent = subject_code(query, row->parent);
    item->unit = unit_code(query, row->usual_unit);
    item->retired = row->retired != 0;
}

static void script_fill(const struct query *query, const struct row_script *row,
                        struct rec_script_item *item)
{
    item->script = row->script;
    item->code = row->code;
    item->kind = row->kind;
    item->line = line_code(query, row->line);
    item->body = words_of(query, row->body_seq, TAG_script_put_body, query->arena);
    item->version = row->version;
    item->retired = row->retired != 0;
}

static void article_fill(const struct query *query, const struct row_article *row,
                         struct rec_article_item *item)
{
    item->article = row->article;
    item->code = row->code;
    item->name = words_of(query, row->name_seq, TAG_article_put_name, query->arena);
    item->subject = subject_code(query, row->subject);
    item->body = words_of(query, row->body_seq, TAG_article_put_body, query->arena);
    item->version = row->version;
    item->retired = row->retired != 0;
}

#define REGISTER(object)                                                                           \
    enum reject answer_##object##_list(struct query *query, const struct req_##object##_list *ask, \
                                       struct rec_##object##_page *answer, struct fault *fault)    \
    {                                                                                              \
        (void)fault;                                                                               \
        struct page page;                                                                          \
        page_begin(&page, query, answer_desc(request_##object##_list), "rows", ask->most,          \
                   PAGE_BYTES);                                                                    \
        struct row_##object row = {.object = ask->after};                                          \
        struct cursor cursor;                                                                      \
        cursor_table(&cursor, query->txn, TABLE_##object, 0, &row, ask->after != 0, false);        \
        for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.object) {                   \
            struct rec_##object##_item item = {0};                                                 \
            object##_fill(query, &row, &item);                                                     \
            if (page_add(&page, &item)) continue;                                                  \
            answer->next = last;                                                                   \
            break;                                                                                 \
        }                                                                                          \
        answer->rows = page_rows(&page);                                                           \
        return page_reject(&page);                                                                 \
    }
REGISTER(person)
REGISTER(station)
REGISTER(unit)
REGISTER(line)
REGISTER(subject)
REGISTER(script)
REGISTER(article)
#undef REGISTER

/* Live sessions by person; a person has one at most, so the cursor is the person. */
enum reject answer_session_list(struct query *query, const struct req_session_list *ask,
                                struct rec_session_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_session_list), "rows", ask->most, PAGE_BYTES);
    struct row_session row = {.live_person = ask->after, .session = UINT64_MAX};
    struct cursor cursor;
    cursor_index(&cursor, query->txn, INDEX_session_by_person, 0, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.live_person) {
        struct rec_session_item item = {
            .session = row.session,
            .person = person_number(query, row.person),
            .station = station_number(query, row.station),
            .opened_ms = row.opened_ms,
            .until_ms = row.until_ms,
        };
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
