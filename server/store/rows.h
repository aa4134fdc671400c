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
    X(work)

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
    C(u64, away)
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
    C(u64, waiting) /* calls in its queue */
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
    C(u64, live_person) /* the person while it lives, then 0 */                                    \
    C(h32, token)       /* hash */                                                                 \
    C(u64, opened_ms)                                                                              \
    C(u64, until_ms)
#define COLUMNS_agent(K, C)                                                                        \
    K(u64, person)                                                                                 \
    C(u64, state)                                                                                  \
    C(u64, since_ms)                                                                               \
    C(u64, ready) /* 1 in state ready */                                                           \
    C(u64, station)                                                                                \
    C(u64, call) /* offered, talking, or the one being wrapped up */                               \
    C(u64, reason)
#define COLUMNS_call(K, C)                                                                         \
    K(u64, call)                                                                                   \
    C(u64, line)                                                                                   \
    C(u64, state)                                                                                  \
    C(u64, live) /* 1 in waiting, offered, talking */                                              \
    C(u64, channel)                                                                                \
    C(h32, caller) /* keyed hash of the number; zero when not shown */                             \
    C(u64, arrived_ms)                                                                             \
    C(u64, wait_line) /* the line while it waits, then 0 */                                        \
    C(u64, order_ms)  /* place in the queue: smaller goes first */                                 \
    C(u64, agent)     /* offered to, or talking with */                                            \
    C(u64, origin)    /* who passed it on, while the receiver has not answered */                  \
    C(u64, until_ms)  /* the offer lapses at */                                                    \
    C(u64, first_answered_ms)                                                                      \
    C(u64, answered_ms) /* by the present agent */                                                 \
    C(u64, ended_ms)                                                                               \
    C(u64, ticket) /* the first ticket opened from it */                                           \
    C(u64, from_seq)                                                                               \
    C(u64, note_seq)                                                                               \
    C(u64, note_by)                                                                                \
    C(u64, attitude) /* R58: how the caller rated the answering */                                 \
    C(u64, accuracy)                                                                               \
    C(u64, efficiency)
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
    C(u64, owner)   /* operator who recorded it */                                                 \
    C(u64, handler) /* unit person who signed */                                                   \
    C(h32, caller)  /* keyed hash of the phone */                                                  \
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
    C(u64, workplace_seq)                                                                          \
    C(u64, superior_seq)                                                                           \
    C(u64, measures_seq)                                                                           \
    C(u64, result_seq)                                                                             \
    C(u64, plan_seq) /* R37: of the unit that has it now */                                        \
    C(u64, anonymity)                                                                              \
    C(u64, secrecy)                                                                                \
    C(u64, nature)                                                                                 \
    C(u64, urgency)                                                                                \
    C(u64, accused) /* unit */                                                                     \
    C(u64, culprit) /* person */                                                                   \
    C(u64, half_ms)                                                                                \
    C(u64, most_ms)                                                                                \
    C(u64, warning)    /* enum warning: the last one given for this deadline */                    \
    C(u64, limit_kind) /* with dispatched_ms: how due_ms came to be */                             \
    C(u64, limit_n)                                                                                \
    C(u64, extended) /* the deadline was set by hand: no calendar moves it */                      \
    C(u64, extensions)                                                                             \
    C(u64, ask_until_ms) /* an extension waits for its decision */                                 \
    C(u64, returns)      /* returns asked for since its last dispatch */                           \
    C(u64, leader)                                                                                 \
    C(u64, assignee) /* person of the unit who gets it (R40) */                                    \
    C(u64, view)     /* enum caller_view, of the last reply */                                     \
    C(u64, resolution)                                                                             \
    C(u64, publicity)                                                                              \
    C(u64, expert)                                                                                 \
    C(u64, solved)                                                                                 \
    C(u64, process)     /* grade of the handling */                                                \
    C(u64, supervision) /* level */                                                                \
    C(u64, supervised)  /* times */                                                                \
    C(u64, told_ms)                                                                                \
    C(u64, called_ms) /* R25: the caller who was promised it was called back, or tried */          \
    C(u64, lead_ms)   /* a late callback is told to the lead at */                                 \
    C(u64, duplicate_of)                                                                           \
    C(u64, origin) /* ticket it was split from */                                                  \
    C(u64, letter)                                                                                 \
    C(u64, on_time)    /* the last reply was released before the deadline */                       \
    C(u64, erased)     /* words were erased after their time */                                    \
    C(u64, erase_ms)   /* when they will be; 0: never, or not closed */                            \
    C(u64, open_owner) /* owner while the ticket is open, then 0 */                                \
    C(u64, open_unit)  /* unit while it lies with one, then 0 */                                   \
    C(u64, open_state) /* state while it is open, then 0 */
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
    C(u64, abandoned)
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
#define COLUMNS_survey(K, C)                                                                       \
    K(u64, survey)                                                                                 \
    C(code, code)                                                                                  \
    C(u64, from_ms)                                                                                \
    C(u64, until_ms)                                                                               \
    C(u64, line)                                                                                   \
    C(u64, type)                                                                                   \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)                                                                               \
    C(u64, very_satisfied)                                                                         \
    C(u64, satisfied)                                                                              \
    C(u64, fair)                                                                                   \
    C(u64, unsatisfied)
/* What the caller of a ticket answered to a survey. */
#define COLUMNS_opinion(K, C)                                                                      \
    K(u64, survey)                                                                                 \
    K(u64, ticket)                                                                                 \
    C(u64, grade)                                                                                  \
    C(u64, opinion_seq)
#define COLUMNS_counit(K, C)                                                                       \
    K(u64, ticket)                                                                                 \
    K(u64, unit)                                                                                   \
    C(u64, open_unit) /* the unit while its opinion is missing */                                  \
    C(u64, given_ms)                                                                               \
    C(u64, opinion_seq)
#define COLUMNS_duty(K, C)                                                                         \
    K(u64, duty)                                                                                   \
    C(u64, ticket)                                                                                 \
    C(u64, kind)                                                                                   \
    C(u64, state)                                                                                  \
    C(u64, unit)                                                                                   \
    C(u64, person)                                                                                 \
    C(u64, due_ms)                                                                                 \
    C(u64, open_ticket) /* the ticket while it is open or missed, then 0 */                        \
    C(u64, open_unit)   /* likewise the unit */                                                    \
    C(u64, open_ms)     /* likewise due_ms */
#define COLUMNS_ticket_field(K, C)                                                                 \
    K(u64, ticket)                                                                                 \
    K(u64, field)                                                                                  \
    C(u64, value_seq)
/* Each link stands twice, once from either side. */
#define COLUMNS_link(K, C)                                                                         \
    K(u64, ticket)                                                                                 \
    K(u64, other)                                                                                  \
    C(u64, kind)                                                                                   \
    C(u64, cause)                                                                                  \
    C(u64, seq)
/* A letter says what the reply said when it got its number. */
#define COLUMNS_letter(K, C)                                                                       \
    K(u64, letter)                                                                                 \
    C(u64, ticket)                                                                                 \
    C(u64, at_ms)                                                                                  \
    C(u64, unit)                                                                                   \
    C(u64, reply_seq)                                                                              \
    C(u64, measures_seq)                                                                           \
    C(u64, result_seq)                                                                             \
    C(u64, resolution)
#define COLUMNS_score(K, C)                                                                        \
    K(u64, score)                                                                                  \
    C(u64, unit)                                                                                   \
    C(u64, person)                                                                                 \
    C(u64, rule)                                                                                   \
    C(u64, plus)                                                                                   \
    C(u64, minus)                                                                                  \
    C(u64, month)                                                                                  \
    C(u64, state)                                                                                  \
    C(u64, ticket)                                                                                 \
    C(u64, call)                                                                                   \
    C(u64, at_ms)                                                                                  \
    C(u64, redo) /* times the ticket had been done again when it was given */                      \
    C(u64, note_seq)
/* Sums of the points that stand, of a unit (person 0) or an operator (unit 0) in a month. */
#define COLUMNS_score_month(K, C)                                                                  \
    K(u64, month)                                                                                  \
    K(u64, unit)                                                                                   \
    K(u64, person)                                                                                 \
    C(u64, leadership)                                                                             \
    C(u64, systems)                                                                                \
    C(u64, minus)                                                                                  \
    C(u64, plus)
/* What a unit (0: the desk) did in a month. */
#define COLUMNS_figure(K, C)                                                                       \
    K(u64, month)                                                                                  \
    K(u64, unit)                                                                                   \
    C(u64, replied)                                                                                \
    C(u64, on_time)                                                                                \
    C(u64, archived)                                                                               \
    C(u64, followed_up)                                                                            \
    C(u64, solved)                                                                                 \
    C(u64, result_very)                                                                            \
    C(u64, result_satisfied)                                                                       \
    C(u64, result_fair)                                                                            \
    C(u64, result_unsatisfied)                                                                     \
    C(u64, process_very)                                                                           \
    C(u64, process_satisfied)                                                                      \
    C(u64, process_fair)                                                                           \
    C(u64, process_unsatisfied)                                                                    \
    C(u64, redo)                                                                                   \
    C(u64, overdue)
/* Ratings and samples of an operator in a month. */
#define COLUMNS_rating(K, C)                                                                       \
    K(u64, month)                                                                                  \
    K(u64, person)                                                                                 \
    C(u64, ratings)                                                                                \
    C(u64, attitude_good)                                                                          \
    C(u64, accuracy_good)                                                                          \
    C(u64, efficiency_good)                                                                        \
    C(u64, samples)                                                                                \
    C(u64, sample_sum)
#define COLUMNS_sample(K, C)                                                                       \
    K(u64, sample)                                                                                 \
    C(u64, person)                                                                                 \
    C(u64, call)                                                                                   \
    C(u64, ticket)                                                                                 \
    C(u64, score)                                                                                  \
    C(u64, month)                                                                                  \
    C(u64, at_ms)                                                                                  \
    C(u64, by)                                                                                     \
    C(u64, note_seq)
#define COLUMNS_disclosure(K, C)                                                                   \
    K(u64, disclosure)                                                                             \
    C(u64, ticket)                                                                                 \
    C(u64, state)                                                                                  \
    C(u64, asked_ms)                                                                               \
    C(u64, asked_by)                                                                               \
    C(u64, decided_by)                                                                             \
    C(u64, unit)      /* of the recipient */                                                       \
    C(u64, words_seq) /* recipient, purpose, undertaking */
/* Who saw a caller's words: the fact that says so. */
#define COLUMNS_look(K, C)                                                                         \
    K(u64, seq)                                                                                    \
    C(u64, kind)                                                                                   \
    C(u64, person)                                                                                 \
    C(u64, ticket)                                                                                 \
    C(u64, at_ms)
#define COLUMNS_work(K, C)                                                                         \
    K(u64, work)                                                                                   \
    C(u64, unit)                                                                                   \
    C(u64, by)                                                                                     \
    C(u64, at_ms)                                                                                  \
    C(u64, words_seq)

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
    I1(look_by_ticket, look, ticket)

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
