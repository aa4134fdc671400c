/* The state: every table, column and index, once. A row is a plain struct of numbers, codes and
 * hashes, kept in LMDB as it is in memory: no word that a caller said is ever in one (words are
 * found through the number of the fact that brought them, X_seq). All of it follows from the
 * journal, so a changed layout needs no migration: the store sees that the layout's fingerprint
 * differs and replays.
 *
 * K(type, column) is part of the key, C(type, column) is not. An index entry exists when its first
 * column is not zero (not empty); its key is its columns followed by the table's key. */
#ifndef SERVER_STORE_ROWS_H
#define SERVER_STORE_ROWS_H

#include "proto/schema.h"
#include "server/store/rows_calls.h"
#include "server/store/rows_house.h"
#include "server/store/rows_tickets.h"

/* X(table) */
#define TABLE_TABLE(X)                                                                             \
    X(person)                                                                                      \
    X(station)                                                                                     \
    X(unit)                                                                                        \
    X(line)                                                                                        \
    X(subject)                                                                                     \
    X(script)                                                                                      \
    X(article)                                                                                     \
    X(session)                                                                                     \
    X(agent)                                                                                       \
    X(call)                                                                                        \
    X(ticket)                                                                                      \
    X(timer)                                                                                       \
    X(counter)                                                                                     \
    X(tally)                                                                                       \
    X(minute)                                                                                      \
    X(trail)                                                                                       \
    X(profile)                                                                                     \
    X(field)                                                                                       \
    X(phrase)                                                                                      \
    X(expert)                                                                                      \
    X(calendar)                                                                                    \
    X(day)                                                                                         \
    X(survey)                                                                                      \
    X(opinion)                                                                                     \
    X(counit)                                                                                      \
    X(duty)                                                                                        \
    X(ticket_field)                                                                                \
    X(link)                                                                                        \
    X(letter)                                                                                      \
    X(score)                                                                                       \
    X(score_month)                                                                                 \
    X(figure)                                                                                      \
    X(rating)                                                                                      \
    X(sample)                                                                                      \
    X(disclosure)                                                                                  \
    X(look)                                                                                        \
    X(work)                                                                                        \
    X(queue)                                                                                       \
    X(hours)                                                                                       \
    X(skill)                                                                                       \
    X(crew)                                                                                        \
    X(mastery)                                                                                     \
    X(readiness)                                                                                   \
    X(queue_day)                                                                                   \
    X(agent_day)                                                                                   \
    X(centre_day)                                                                                  \
    X(half)                                                                                        \
    X(outbound)                                                                                    \
    X(contact)                                                                                     \
    X(no_call)                                                                                     \
    X(plan)                                                                                        \
    X(plan_post)                                                                                   \
    X(alert)                                                                                       \
    X(relay)                                                                                       \
    X(nuisance)                                                                                    \
    X(mark)                                                                                        \
    X(evidence)                                                                                    \
    X(tree)                                                                                        \
    X(tree_version)                                                                                \
    X(walk)                                                                                        \
    X(market)                                                                                      \
    X(surge)                                                                                       \
    X(area)                                                                                        \
    X(burst)                                                                                       \
    X(notice)

/* I1, I2, I3(index, table, columns…) */
#define INDEX_TABLE(I1, I2, I3)                                                                    \
    I1(person_by_number, person, number)                                                           \
    I1(station_by_number, station, number)                                                         \
    I2(station_by_key, station, key, live)                                                         \
    I1(unit_by_code, unit, code)                                                                   \
    I1(line_by_code, line, code)                                                                   \
    I1(subject_by_code, subject, code)                                                             \
    I1(script_by_code, script, code)                                                               \
    I1(article_by_code, article, code)                                                             \
    I1(session_by_person, session, live_person)                                                    \
    I1(call_by_live, call, live)                                                                   \
    I3(call_by_queue, call, wait_queue, priority, order_ms)                                        \
    I1(call_by_caller, call, caller)                                                               \
    I2(callback_by_caller, call, owed, caller)                                                     \
    I2(callback_by_order, call, owed, order_ms)                                                    \
    I1(ticket_by_caller, ticket, caller)                                                           \
    I1(ticket_by_owner, ticket, open_owner)                                                        \
    I2(ticket_by_unit, ticket, open_unit, due_ms)                                                  \
    I2(ticket_by_state, ticket, open_state, due_ms)                                                \
    I1(field_by_code, field, code)                                                                 \
    I1(phrase_by_code, phrase, code)                                                               \
    I1(expert_by_code, expert, code)                                                               \
    I1(survey_by_code, survey, code)                                                               \
    I2(ticket_by_subject, ticket, subject, created_ms)                                             \
    I2(ticket_by_duplicate, ticket, duplicate_of, created_ms)                                      \
    I1(counit_by_unit, counit, open_unit)                                                          \
    I2(duty_by_ticket, duty, open_ticket, due_ms)                                                  \
    I2(duty_by_unit, duty, open_unit, due_ms)                                                      \
    I1(duty_by_time, duty, open_ms)                                                                \
    I2(letter_by_ticket, letter, ticket, at_ms)                                                    \
    I2(score_by_unit, score, unit, month)                                                          \
    I2(score_by_person, score, person, month)                                                      \
    I1(score_by_ticket, score, ticket)                                                             \
    I2(sample_by_person, sample, person, month)                                                    \
    I1(disclosure_by_ticket, disclosure, ticket)                                                   \
    I2(look_by_person, look, person, at_ms)                                                        \
    I1(look_by_ticket, look, ticket)                                                               \
    I1(queue_by_code, queue, code)                                                                 \
    I1(skill_by_code, skill, code)                                                                 \
    I1(mastery_by_skill, mastery, skill)                                                           \
    I1(mastery_by_surge, mastery, surge)                                                           \
    I1(outbound_by_code, outbound, code)                                                           \
    I1(contact_by_list, contact, outbound)                                                         \
    I2(contact_by_open, contact, open_list, next_ms)                                               \
    I2(contact_by_taken, contact, taken_by, outbound)                                              \
    I2(contact_by_caller, contact, caller, outbound)                                               \
    I1(no_call_by_caller, no_call, caller)                                                         \
    I1(plan_by_code, plan, code)                                                                   \
    I1(alert_by_open, alert, open)                                                                 \
    I2(relay_by_person, relay, open_to, told_ms)                                                   \
    I1(nuisance_by_caller, nuisance, caller)                                                       \
    I1(mark_by_caller, mark, caller)                                                               \
    I1(tree_by_code, tree, code)                                                                   \
    I1(area_by_code, area, code)                                                                   \
    I2(burst_by_live, burst, live, area)                                                           \
    I1(notice_by_live, notice, live)                                                               \
    I3(ticket_by_area, ticket, area, subject, created_ms)

typedef uint64_t column_u64;
typedef struct code column_code;
typedef struct h32 column_h32;

#define K(type, name) column_##type name;
#define X(table)                                                                                   \
    struct row_##table {                                                                           \
        COLUMNS_##table(K, K)                                                                      \
    };
TABLE_TABLE(X)
#undef X
#undef K

enum table_id {
#define X(table) TABLE_##table,
    TABLE_TABLE(X)
#undef X
        TABLES
};

enum index_id {
#define I1(index, table, a) INDEX_##index,
#define I2(index, table, a, b) INDEX_##index,
#define I3(index, table, a, b, c) INDEX_##index,
    INDEX_TABLE(I1, I2, I3)
#undef I1
#undef I2
#undef I3
        INDEXES
};

#endif
