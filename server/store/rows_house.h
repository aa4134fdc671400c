/* Columns of the tables about the house: people, registers, calendar, sessions, timers, counts. K
 * and C as in rows.h. */
#ifndef SERVER_STORE_ROWS_HOUSE_H
#define SERVER_STORE_ROWS_HOUSE_H

#define COLUMNS_person(K, C)                                                                       \
    K(u64, person)                                                                                 \
    C(code, number)                                                                                \
    C(u64, roles)                                                                                  \
    C(u64, unit)                                                                                   \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)                                                                               \
    C(u64, verifier_seq)                                                                           \
    C(u64, fails) /* sign-ins refused since the last good one */                                   \
    C(u64, blocked_until_ms)                                                                       \
    C(u64, away)                                                                                   \
    C(u64, trainee) /* not cleared for real calls */                                               \
    C(u64, verifies)
#define COLUMNS_station(K, C)                                                                      \
    K(u64, station)                                                                                \
    C(code, number)                                                                                \
    C(h32, key)                                                                                    \
    C(u64, live) /* 1 unless retired */                                                            \
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
    C(u64, name_seq)                                                                               \
    C(u64, contact_seq)                                                                            \
    C(u64, hours_seq)                                                                              \
    C(u64, added_ms)                                                                               \
    C(u64, retired_ms)                                                                             \
    C(u64, deputy_a)                                                                               \
    C(u64, deputy_b)
#define COLUMNS_line(K, C)                                                                         \
    K(u64, line)                                                                                   \
    C(code, code)                                                                                  \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)                                                                               \
    C(u64, hours_seq)      /* 0: always open */                                                    \
    C(u64, extend_from_ms) /* kept open in this period */                                          \
    C(u64, extend_until_ms)
#define COLUMNS_subject(K, C)                                                                      \
    K(u64, subject)                                                                                \
    C(code, code)                                                                                  \
    C(u64, parent)                                                                                 \
    C(u64, usual_unit)                                                                             \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)                                                                               \
    C(u64, synonyms_seq)                                                                           \
    C(u64, guide_seq)                                                                              \
    C(u64, secrecy)                                                                                \
    C(u64, limit_kind)                                                                             \
    C(u64, limit_n)                                                                                \
    C(u64, on_site_h)                                                                              \
    C(u64, rectify_days)
#define COLUMNS_script(K, C)                                                                       \
    K(u64, script)                                                                                 \
    C(code, code)                                                                                  \
    C(u64, kind)                                                                                   \
    C(u64, line)                                                                                   \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, body_seq)                                                                               \
    C(u64, prompt)
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
    C(u64, live_person) /* the person while it lives, then 0 */                                    \
    C(h32, token)       /* hash */                                                                 \
    C(u64, opened_ms)                                                                              \
    C(u64, until_ms)                                                                               \
    C(u64, watch)
/* Due instants: kind is enum timer_kind, object the call, session or ticket. */
#define COLUMNS_timer(K, C)                                                                        \
    K(u64, due_ms)                                                                                 \
    K(u64, kind)                                                                                   \
    K(u64, object)
/* The next number of each kind of object (enum object). */
#define COLUMNS_counter(K, C)                                                                      \
    K(u64, object)                                                                                 \
    C(u64, last)
/* How many tickets are in each state; row TALLY_OVERDUE counts the overdue among the open ones, row
 * TALLY_CALLBACKS the promised callbacks that are late. */
enum { TALLY_OVERDUE = 0, TALLY_CALLBACKS = 64 };
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
    C(u64, abandoned)                                                                              \
    C(u64, called_back)                                                                            \
    C(u64, closed)                                                                                 \
    C(u64, blocked)                                                                                \
    C(u64, in_rings)
/* Which facts speak of an object (call or ticket): the ledger (R18). */
#define COLUMNS_trail(K, C)                                                                        \
    K(u64, object)                                                                                 \
    K(u64, id)                                                                                     \
    K(u64, seq)
/* How a type is treated, on one line or (0) on all. */
#define COLUMNS_profile(K, C)                                                                      \
    K(u64, line)                                                                                   \
    K(u64, type)                                                                                   \
    C(u64, hidden)                                                                                 \
    C(u64, no_anonymous)                                                                           \
    C(u64, must_name)                                                                              \
    C(u64, must_phone)                                                                             \
    C(u64, must_workplace)                                                                         \
    C(u64, must_address)                                                                           \
    C(u64, must_subject)                                                                           \
    C(u64, limit_kind)                                                                             \
    C(u64, limit_n)
#define COLUMNS_field(K, C)                                                                        \
    K(u64, field)                                                                                  \
    C(code, code)                                                                                  \
    C(u64, kind)                                                                                   \
    C(u64, of_type)                                                                                \
    C(u64, of_subject)                                                                             \
    C(u64, of_line)                                                                                \
    C(u64, must)                                                                                   \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)                                                                               \
    C(u64, choices_seq)
#define COLUMNS_phrase(K, C)                                                                       \
    K(u64, phrase)                                                                                 \
    C(code, code)                                                                                  \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, body_seq)
#define COLUMNS_expert(K, C)                                                                       \
    K(u64, expert)                                                                                 \
    C(code, code)                                                                                  \
    C(u64, subject)                                                                                \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)                                                                               \
    C(u64, contact_seq)
/* One row, number 1: what was loaded last. */
#define COLUMNS_calendar(K, C)                                                                     \
    K(u64, calendar)                                                                               \
    C(u64, loading)  /* number of the loading */                                                   \
    C(u64, seq)      /* its fact */                                                                \
    C(u64, zone_min) /* minutes east of UTC, plus 1440 */                                          \
    C(u64, from_day) /* first day of all loaded ones, counted from 1970-01-01 */                   \
    C(u64, to_day)                                                                                 \
    C(u64, loaded_ms)                                                                              \
    C(u64, next_ticket) /* where deadlines still have to follow it; 0: they have */                \
    C(u64, next_ms)     /* and when that goes on */
/* A day of the calendar; keys 1 (Monday) to 7 are the weekly pattern of days beyond it. Intervals:
 * minute of opening << 16 | minute of closing, 0: none, in order. */
#define COLUMNS_day(K, C)                                                                          \
    K(u64, day)                                                                                    \
    C(u64, kind)                                                                                   \
    C(u64, open_1)                                                                                 \
    C(u64, open_2)                                                                                 \
    C(u64, open_3)                                                                                 \
    C(u64, open_4)
/* What the caller of a ticket answered to a survey. */
#define COLUMNS_opinion(K, C)                                                                      \
    K(u64, survey)                                                                                 \
    K(u64, ticket)                                                                                 \
    C(u64, grade)                                                                                  \
    C(u64, opinion_seq)

#endif
