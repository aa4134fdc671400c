/* Registers: whole tables, page by page in the order of their ids; the cursor is the last id.
 * Retired entries are in them, marked: old tickets still name them. */
#include "server/core/unit.h"
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
    item->away = row->away != 0;
    item->trainee = row->trainee != 0;
    item->verifies = row->verifies != 0;
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
    item->contact = words_of(query, row->contact_seq, TAG_unit_put_contact, query->arena);
    item->hours = words_of(query, row->hours_seq, TAG_unit_put_hours, query->arena);
    item->deputy_a = person_number(query, row->deputy_a);
    item->deputy_b = person_number(query, row->deputy_b);
    item->acting = person_number(query, unit_acting(query->txn, row->unit));
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
    item->synonyms = words_of(query, row->synonyms_seq, TAG_subject_put_synonyms, query->arena);
    item->guide = words_of(query, row->guide_seq, TAG_subject_put_guide, query->arena);
    item->secrecy = row->secrecy;
    item->limit_kind = row->limit_kind;
    item->limit_n = row->limit_n;
    item->on_site_h = row->on_site_h;
    item->rectify_days = row->rectify_days;
}

static void script_fill(const struct query *query, const struct row_script *row,
                        struct rec_script_item *item)
{
    item->script = row->script;
    item->code = row->code;
    item->kind = row->kind;
    item->prompt = row->prompt;
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

static void field_fill(const struct query *query, const struct row_field *row,
                       struct rec_field_item *item)
{
    item->field = row->field;
    item->code = row->code;
    item->name = words_of(query, row->name_seq, TAG_field_put_name, query->arena);
    item->kind = row->kind;
    item->type = row->of_type;
    item->subject = subject_code(query, row->of_subject);
    item->line = line_code(query, row->of_line);
    item->must = row->must;
    item->choices = words_of(query, row->choices_seq, TAG_field_put_choices, query->arena);
    item->retired = row->retired != 0;
}

static void phrase_fill(const struct query *query, const struct row_phrase *row,
                        struct rec_phrase_item *item)
{
    item->phrase = row->phrase;
    item->code = row->code;
    item->body = words_of(query, row->body_seq, TAG_phrase_put_body, query->arena);
    item->retired = row->retired != 0;
}

static void expert_fill(const struct query *query, const struct row_expert *row,
                        struct rec_expert_item *item)
{
    item->expert = row->expert;
    item->code = row->code;
    item->name = words_of(query, row->name_seq, TAG_expert_put_name, query->arena);
    item->contact = words_of(query, row->contact_seq, TAG_expert_put_contact, query->arena);
    item->subject = subject_code(query, row->subject);
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
REGISTER(field)
REGISTER(phrase)
REGISTER(expert)
#undef REGISTER

/* A profile's place: its line, and within it the type. */
enum { PROFILE_TYPES = 16 }; /* more than there are types */

enum reject answer_profile_list(struct query *query, const struct req_profile_list *ask,
                                struct rec_profile_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_profile_list), "rows", ask->most, PAGE_BYTES);
    struct row_profile row = {.line = ask->after / PROFILE_TYPES,
                              .type = ask->after % PROFILE_TYPES};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_profile, 0, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row);
         last = row.line * PROFILE_TYPES + row.type) {
        struct rec_profile_item item = {
            .line = line_code(query, row.line),
            .type = row.type,
            .hidden = row.hidden,
            .no_anonymous = row.no_anonymous,
            .must_name = row.must_name,
            .must_phone = row.must_phone,
            .must_workplace = row.must_workplace,
            .must_address = row.must_address,
            .must_subject = row.must_subject,
            .limit_kind = row.limit_kind,
            .limit_n = row.limit_n,
        };
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

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
