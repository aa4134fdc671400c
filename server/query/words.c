#include "server/query/words.h"

#include "common/text.h"

struct slice words_of(const struct query *query, uint64_t seq, enum tag tag, struct arena *arena)
{
    struct slice text = {0};
    if (seq == 0 || !words_read(query->txn, seq, (uint32_t)tag, arena, &text))
        return (struct slice){0};
    return text;
}

#define CODE_OF(object, column, function)                                                          \
    struct code function(const struct query *query, uint64_t object)                               \
    {                                                                                              \
        struct row_##object row;                                                                   \
        if (object == 0 || !object##_get(query->txn, object, &row)) return (struct code){0};       \
        return row.column;                                                                         \
    }
CODE_OF(person, number, person_number)
CODE_OF(station, number, station_number)
CODE_OF(unit, code, unit_code)
CODE_OF(line, code, line_code)
CODE_OF(subject, code, subject_code)
CODE_OF(article, code, article_code)
CODE_OF(expert, code, expert_code)
CODE_OF(queue, code, queue_code)
CODE_OF(skill, code, skill_code)
CODE_OF(area, code, area_code)
CODE_OF(plan, code, plan_code)
CODE_OF(tree, code, tree_code)
#undef CODE_OF

#define NAME_OF(object)                                                                            \
    struct slice object##_name(const struct query *query, uint64_t object)                         \
    {                                                                                              \
        struct row_##object row;                                                                   \
        if (object == 0 || !object##_get(query->txn, object, &row)) return (struct slice){0};      \
        return words_of(query, row.name_seq, TAG_##object##_put_name, query->arena);               \
    }
NAME_OF(unit)
NAME_OF(line)
NAME_OF(subject)
NAME_OF(skill)
NAME_OF(area)
#undef NAME_OF

struct slice queue_name(const struct query *query, uint64_t queue)
{
    struct row_queue row;
    if (queue == 0 || !queue_get(query->txn, queue, &row)) return (struct slice){0};
    if (row.own) return line_name(query, row.own);
    return words_of(query, row.name_seq, TAG_queue_put_name, query->arena);
}

/* Colleagues know each other by name; the trunk is a machine, and nobody is nobody. */
static bool knows_people(const struct who *who)
{
    return who && (who->console || (who->roles & ~ROLE_BIT(role_trunk)) != 0);
}

struct slice person_name(const struct query *query, uint64_t person)
{
    struct row_person row;
    if (!knows_people(query->who) || person == 0 || !person_get(query->txn, person, &row))
        return (struct slice){0};
    return words_of(query, row.name_seq, TAG_person_put_name, query->arena);
}

struct slice text_cut(const struct query *query, struct slice text, size_t max)
{
    struct slice cut = {text.p, text_fit_bytes(text, max)};
    cut.p = arena_copy(query->arena, cut);
    return cut.p ? cut : (struct slice){0};
}
