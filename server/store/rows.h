/* The state: every table, column and index, once. A row is a plain struct of numbers, codes and
 * hashes, kept in LMDB as it is in memory: no word that a caller said is ever in one (words are found
 * through the number of the fact that brought them, X_seq). All of it follows from the journal, so a
 * changed layout needs no migration: the store sees that the layout's fingerprint differs and
 * replays.
 *
 * K(type, column) is part of the key, C(type, column) is not. An index entry exists when its first
 * column is not zero (not empty); its key is its columns followed by the table's key. */
#ifndef SERVER_STORE_ROWS_H
#define SERVER_STORE_ROWS_H

#include "proto/schema.h"

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
    X(trail)

#define COLUMNS_person(K, C)                                                                       \
    K(u64, person)                                                                                 \
    C(code, number)                                                                                \
    C(u64, roles)                                                                                  \
    C(u64, unit)                                                                                   \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)                                                                               \
    C(u64, verifier_seq)                                                                           \
    C(u64, fails)          /* sign-ins refused since the last good one */                          \
    C(u64, blocked_until_ms)
#define COLUMNS_station(K, C)                                                                      \
    K(u64, station)                                                                                \
    C(code, number)                                                                                \
    C(h32, key)                                                                                    \
    C(u64, live)           /* 1 unless retired */                                                  \
    C(u64, version)                                                                                \
    C(u64, name_seq)                                                                               \
    C(u64, fails)                                                                                  \
    C(u64, blocked_until_ms)
#define COLUMNS_unit(K, C)                                                                         \
    K(u64, unit)                                                                                   \
    C(code, code)                                                                                  \
    C(u64, parent)                                                                                 \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)
#define COLUMNS_line(K, C)                                                                         \
    K(u64, line)                                                                                   \
    C(code, code)                                                                                  \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)                                                                               \
    C(u64, waiting)        /* calls in its queue */
#define COLUMNS_subject(K, C)                                                                      \
    K(u64, subject)                                                                                \
    C(code, code)                                                                                  \
    C(u64, parent)                                                                                 \
    C(u64, usual_unit)                                                                             \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)
#define COLUMNS_script(K, C)                                                                       \
    K(u64, script)                                                                                 \
    C(code, code)                                                                                  \
    C(u64, kind)                                                                                   \
    C(u64, line)                                                                                   \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, body_seq)
#define COLUMNS_article(K, C)                                                                      \
    K(u64, article)                                                                                \
    C(code, code)                                                                                  \
    C(u64, subject)                                                                                \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)                                                                               \
    C(u64, body_seq)
#define COLUMNS_session(K, C)                                                                      \
    K(u64, session)                                                                                \
    C(u64, person)                                                                                 \
    C(u64, station)                                                                                \
    C(u64, live_person)    /* the person while it lives, then 0 */                                 \
    C(h32, token)          /* hash */                                                              \
    C(u64, opened_ms)                                                                              \
    C(u64, until_ms)
#define COLUMNS_agent(K, C)                                                                        \
    K(u64, person)                                                                                 \
    C(u64, state)                                                                                  \
    C(u64, since_ms)                                                                               \
    C(u64, ready)          /* 1 in state ready */                                                  \
    C(u64, station)                                                                                \
    C(u64, call)           /* offered, talking, or the one being wrapped up */                     \
    C(u64, reason)
#define COLUMNS_call(K, C)                                                                         \
    K(u64, call)                                                                                   \
    C(u64, line)                                                                                   \
    C(u64, state)                                                                                  \
    C(u64, live)           /* 1 in waiting, offered, talking */                                    \
    C(u64, channel)                                                                                \
    C(h32, caller)         /* keyed hash of the number; zero when not shown */                     \
    C(u64, arrived_ms)                                                                             \
    C(u64, wait_line)      /* the line while it waits, then 0 */                                   \
    C(u64, order_ms)       /* place in the queue: smaller goes first */                            \
    C(u64, agent)          /* offered to, or talking with */                                       \
    C(u64, origin)         /* who passed it on, while the receiver has not answered */             \
    C(u64, until_ms)       /* the offer lapses at */                                               \
    C(u64, first_answered_ms)                                                                      \
    C(u64, answered_ms)    /* by the present agent */                                              \
    C(u64, ended_ms)                                                                               \
    C(u64, ticket)         /* the first ticket opened from it */                                   \
    C(u64, from_seq)                                                                               \
    C(u64, note_seq)                                                                               \
    C(u64, note_by)
#define COLUMNS_ticket(K, C)                                                                       \
    K(u64, ticket)                                                                                 \
    C(u64, state)                                                                                  \
    C(u64, version)                                                                                \
    C(u64, call)                                                                                   \
    C(u64, line)                                                                                   \
    C(u64, channel)                                                                                \
    C(u64, type)                                                                                   \
    C(u64, subject)                                                                                \
    C(u64, unit)                                                                                   \
    C(u64, owner)          /* operator who recorded it */                                          \
    C(u64, handler)        /* unit person who signed */                                            \
    C(h32, caller)         /* keyed hash of the phone */                                           \
    C(u64, created_ms)                                                                             \
    C(u64, registered_ms)                                                                          \
    C(u64, dispatched_ms)                                                                          \
    C(u64, due_ms)                                                                                 \
    C(u64, replied_ms)                                                                             \
    C(u64, archived_ms)                                                                            \
    C(u64, overdue)                                                                                \
    C(u64, redo_count)                                                                             \
    C(u64, tries)                                                                                  \
    C(u64, next_try_ms)                                                                            \
    C(u64, outcome)                                                                                \
    C(u64, grade)                                                                                  \
    C(u64, refusal)                                                                                \
    C(u64, article)                                                                                \
    C(u64, article_version)                                                                        \
    C(u64, name_seq)                                                                               \
    C(u64, phone_seq)                                                                              \
    C(u64, address_seq)                                                                            \
    C(u64, matter_seq)                                                                             \
    C(u64, cause_seq)                                                                              \
    C(u64, reply_seq)                                                                              \
    C(u64, note_seq)                                                                               \
    C(u64, open_owner)     /* owner while the ticket is open, then 0 */                            \
    C(u64, open_unit)      /* unit while dispatched, handling or approval, then 0 */               \
    C(u64, open_state)     /* state while it is open, then 0 */
/* Due instants: kind is enum timer_kind, object the call, session or ticket. */
#define COLUMNS_timer(K, C)                                                                        \
    K(u64, due_ms)                                                                                 \
    K(u64, kind)                                                                                   \
    K(u64, object)
/* The next number of each kind of object (enum object). */
#define COLUMNS_counter(K, C)                                                                      \
    K(u64, object)                                                                                 \
    C(u64, last)
/* How many tickets are in each state; row 0 counts the overdue among the open ones. */
#define COLUMNS_tally(K, C)                                                                        \
    K(u64, state)                                                                                  \
    C(u64, n)
/* One row for each minute in which the count changed, with the sums of all calls ever up to its
 * end: what happened in a span is the difference of two rows. */
#define COLUMNS_minute(K, C)                                                                       \
    K(u64, start_ms)                                                                               \
    C(u64, arrived)                                                                                \
    C(u64, answered)                                                                               \
    C(u64, in_target)                                                                              \
    C(u64, abandoned)
/* Which facts speak of an object (call or ticket): the ledger (R18). */
#define COLUMNS_trail(K, C)                                                                        \
    K(u64, object)                                                                                 \
    K(u64, id)                                                                                     \
    K(u64, seq)

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
    I2(agent_by_ready, agent, ready, since_ms)                                                     \
    I1(call_by_live, call, live)                                                                   \
    I2(call_by_queue, call, wait_line, order_ms)                                                   \
    I1(call_by_caller, call, caller)                                                               \
    I1(ticket_by_caller, ticket, caller)                                                           \
    I1(ticket_by_owner, ticket, open_owner)                                                        \
    I2(ticket_by_unit, ticket, open_unit, due_ms)                                                  \
    I2(ticket_by_state, ticket, open_state, due_ms)

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
