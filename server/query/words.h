/* Texts, names and numbers for answers: what stands behind a fact's number or an object's id.
 * Erased or unreadable words, and ids without a row, give empty text. Inside server/query only. */
#ifndef SERVER_QUERY_WORDS_H
#define SERVER_QUERY_WORDS_H

#include "proto/tags.h"
#include "server/query/query.h"

/* Into the given arena: often a scratch one, because of a long text only the beginning is sent. */
struct slice words_of(const struct query *query, uint64_t seq, enum tag tag, struct arena *arena);

struct code person_number(const struct query *query, uint64_t person);
struct code station_number(const struct query *query, uint64_t station);
struct code unit_code(const struct query *query, uint64_t unit);
struct code line_code(const struct query *query, uint64_t line);
struct code subject_code(const struct query *query, uint64_t subject);
struct code article_code(const struct query *query, uint64_t article);
struct code expert_code(const struct query *query, uint64_t expert);

/* In the query's arena. */
struct slice unit_name(const struct query *query, uint64_t unit);
struct slice line_name(const struct query *query, uint64_t line);
/* A line's own queue has the line's. */
struct slice queue_name(const struct query *query, uint64_t queue);
struct code queue_code(const struct query *query, uint64_t queue);
struct code skill_code(const struct query *query, uint64_t skill);
struct slice skill_name(const struct query *query, uint64_t skill);
struct code area_code(const struct query *query, uint64_t area);
struct code plan_code(const struct query *query, uint64_t plan);
struct code tree_code(const struct query *query, uint64_t tree);
struct slice area_name(const struct query *query, uint64_t area);
struct slice subject_name(const struct query *query, uint64_t subject);
/* Empty unless the asker works with people: the trunk does not. */
struct slice person_name(const struct query *query, uint64_t person);

/* A copy in the query's arena, cut to max bytes between characters. */
struct slice text_cut(const struct query *query, struct slice text, size_t max);

#endif
